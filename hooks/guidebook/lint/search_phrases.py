"""A rule that keeps `search` phrases from promising what an entry does not answer."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz, process

from ..guide import Guide
from ..kinds import KINDS
from ..models import Entry
from ..text.issue import Snippet
from .finding import Finding

MIN_SPELLING = 84
"""Per cent of `rapidfuzz.fuzz.ratio` from which a word is a misspelling of another."""

UNSEEN = {"address", "aliases", "core", "id", "only", "quick", "search", "soon", "sources"}
"""Fields that a page does not show, or only as a reference."""

NAMES = {"also", "heard_as", "search", "they_say", "title"}
"""Fields that name an entry."""

_WORD = re.compile(r"[^\W_]+")

COMMON = frozenset(
    _WORD.findall(
        "about after again all already also and any are ask asked asking away been before being but can cannot cant could did "
        "didnt does doesnt doing dont down even first for from get gets getting give going good got had has have having her "
        "him his how interview interviewer interviewers interviews into isnt its job jobs just keep know last like long make "
        "many more most much must need never new not now off one only other our out over own people question questions really "
        "said same say says second she should some someone still take tell than that the their them then there these they "
        "thing things this too two use very want wants was way well were what when where which while who why will with "
        "without wont work working would yet you your"
    )
)
"""Words that say nothing about a topic."""

_SUFFIX = re.compile(r"(?<=\w{3})(?:ations?|ions?|ments?|ings?|ness|[eo]rs?|ies|ied|ed|es|ly|al|s|y|e)$")


@cache
def _stem(word: str) -> str:
    """Return `word` without its endings."""
    while (short := _SUFFIX.sub("", word)) != word:
        word = short
    return re.sub(r"([bdglmnprst])\1$", r"\1", word)


def _words(text: str) -> list[str]:
    words = _WORD.findall(re.sub(r"(?<=\w)['’](?=\w)", "", text.casefold()))
    return [word for word in words if word not in COMMON and len(word) > 2]


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(_stem, _words(text)))


def _meaning(text: str) -> frozenset[str] | str:
    """Return what two phrases share that mean the same: their stems, or the whole text when it has only one."""
    stems = _stems(text)
    return stems if len(stems) > 1 else text.casefold()


class Vocabulary:
    """The stems that each entry says, and the entries that answer each phrase."""

    def __init__(self, guide: Guide) -> None:
        """Collect them from every entry but the sources."""
        self.guide = guide
        self.synonyms = [[_stems(word) for word in group.words] for group in guide.taxonomy.synonyms]
        entries = [entry for entry in guide.all_entries() if guide.kind_of(entry) != "sources"]
        self.own = {entry.id: self._shown(entry) for entry in entries}
        everyday = _stems(" ".join(guide.taxonomy.everyday_words))
        self.known = self._with_synonyms(everyday.union(*self.own.values()))
        self.answers: dict[frozenset[str] | str, list[str]] = defaultdict(list)
        for entry in entries:
            for path, text in guide.texts(entry):
                if NAMES & {*path} and _stems(text) <= self.own[entry.id]:
                    self.answers[_meaning(text)].append(entry.id)

    def _shown(self, entry: Entry) -> frozenset[str]:
        return _stems("\n".join(text for path, text in self.guide.texts(entry) if not UNSEEN & {*path}))

    def near(self, entry: Entry) -> frozenset[str]:
        """Return the stems that `entry` and the entries it is linked with say, and their synonyms."""
        linked = {other.id for kind in KINDS for other in self.guide.linked(entry, kind)}
        ids = {entry.id, *linked, *self.guide.contents(entry).linked_ids} & self.own.keys()
        return self._with_synonyms(frozenset().union(*(self.own[id_] for id_ in ids)))

    def _with_synonyms(self, stems: frozenset[str]) -> frozenset[str]:
        groups = (group for group in self.synonyms if any(word and word <= stems for word in group))
        return stems.union(*(word for group in groups for word in group))

    def is_known(self, word: str) -> bool:
        """Return True for a word that an entry says, a synonym, an everyday word, and a misspelling of any of them."""
        stem = _stem(word)
        return stem in self.known or bool(
            process.extractOne(stem, self.known, scorer=fuzz.ratio, score_cutoff=MIN_SPELLING)
        )


def search_phrases_are_answered(guide: Guide) -> Iterator[Finding]:
    """An entry whose `search` phrase is answered by another entry says its words, too, or is linked with the other one.

    No phrase has a word that no entry says; slang, names and the like are listed as `everyday_words` in taxonomy.yml.
    """
    vocabulary = Vocabulary(guide)
    for entry in guide.all_entries():
        phrases = [(path, text) for path, text in guide.texts(entry) if "search" in path]
        near = vocabulary.near(entry) if phrases else frozenset()
        for path, text in phrases:
            missing = [word for word in _words(text) if _stem(word) not in near]
            others = [id_ for id_ in vocabulary.answers[_meaning(text)] if id_ != entry.id]
            if missing and others:
                message = f"{text!r} promises what this entry does not answer: it never says {missing[0]!r}"
                hint = f"link to {others[0]!r}, which does; or say it here, too; or delete the phrase"
                yield Finding(entry, path, message, hint, Snippet(text))
            elif unknown := next((word for word in missing if not vocabulary.is_known(word)), ""):
                hint = "say it in the text, use a word from the guide, or add it to `everyday_words` in taxonomy.yml"
                yield Finding(entry, path, f"no entry says {unknown!r}", hint, Snippet(text))
