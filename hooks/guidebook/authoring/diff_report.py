"""What differs in the content, in words: Markdown for a comment, in which contributed text can only be read."""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..kinds import KINDS
from .content_diff import Diff, Entry, own

MOST_WORDS = 60
"""Words shown around a change in a long text."""


def markdown(diff: Diff) -> str:
    """Return the diff as Markdown in which contributed text cannot do anything but be read."""
    parts = [_summary(diff)]
    parts += _section("Ids that vanished", map(_lost, diff.lost))
    parts += _section("Files that cannot be read", map(_unreadable, diff.unreadable))
    parts += _section(
        "Added", (_headline(entry) for entry in diff.added if not _within(entry, diff.added))
    )
    parts += _section(
        "Removed", (_headline(entry) for entry in diff.removed if not _within(entry, diff.removed))
    )
    parts += _section("Changed", (_change(was, now) for was, now in diff.changed))
    return "\n\n".join(parts) + "\n"


def _summary(diff: Diff) -> str:
    counts = {
        "added": len(diff.added),
        "removed": len(diff.removed),
        "changed": len(diff.changed),
    }
    said = [f"{count} {word}" for word, count in counts.items() if count]
    if not said and not diff.unreadable and not diff.lost:
        return "**The content does not change.**"
    return f"**What changes in the content:** {', '.join(said) or 'nothing that can be read'}."


def _section(title: str, lines: Iterable[str]) -> list[str]:
    body = "\n".join(lines)
    return [f"### {title}\n\n{body}"] if body else []


def _within(entry: Entry, others: list[Entry]) -> bool:
    return any(other.id == entry.inside for other in others)


def _lost(entry: Entry) -> str:
    advice = "write it under `aliases:` of the entry that follows it, or bring it back"
    return (
        f"- {code(entry.id)} ({code(entry.path)}): links and ticks of readers hang on it; {advice}"
    )


def _unreadable(file: tuple[str, str, str]) -> str:
    path, when, reason = file
    return f"- {code(path)} ({when}): {escape(reason)}"


def _headline(entry: Entry) -> str:
    title = entry.data.get("title") or entry.data.get("text") or ""
    kind = entry.path.split("/")[1].removesuffix(".yml")
    where = f"in {code(entry.inside)}" if entry.inside else code(entry.path)
    group = "" if KINDS.get(kind) is None else f" {kind.replace('_', ' ')}:"
    return f"- {code(entry.id)}{group} {escape(str(title))} ({where}, line {entry.line})"


def _change(was: Entry, now: Entry) -> str:
    return "\n".join([_headline(now), *(f"  - {line}" for line in _told(was, now))])


def _told(was: Entry, now: Entry) -> Iterator[str]:
    """Yield one line for each thing that changed in an entry."""
    if was.id != now.id:
        yield f"renamed from {code(was.id)}"
    if was.path != now.path or was.inside != now.inside:
        yield f"moved from {code(was.inside or was.path)}"
    old, new = dict(_flat(own(was.data))), dict(_flat(own(now.data)))
    for name in dict.fromkeys([*old, *new]):
        if name not in ("id", "aliases") and old.get(name) != new.get(name):
            yield f"{_named(name)}: {_value(name, old.get(name), new.get(name))}"


def _named(name: str) -> str:
    return "**" + escape(name.replace("_", " ")) + "**"


def _flat(data: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield (name, value) of each text and each list of texts in an entry; names run from outside in."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _flat(value, f"{name} {key}".strip())
    elif isinstance(data, list) and any(isinstance(value, dict) for value in data):
        for number, value in enumerate(data, 1):
            yield from _flat(value, f"{name} {number}")
    else:
        yield name, data


def _value(name: str, old: Any, new: Any) -> str:
    """Return how one value changed."""
    if isinstance(old, list | None) and isinstance(new, list | None) and (old or new):
        return _list(old or [], new or [])
    if name == "rev":
        return f"{escape(str(old or 1))} → {escape(str(new or 1))}; readers who ticked it are told"
    if old is None:
        return f"new: {escape(str(new))}"
    if new is None:
        return f"taken away: ~~{escape(str(old))}~~"
    return words(str(old), str(new))


def _list(old: list, new: list) -> str:
    plus = [f"added {escape(str(item))}" for item in new if item not in old]
    minus = [f"took away ~~{escape(str(item))}~~" for item in old if item not in new]
    return "; ".join([*plus, *minus]) or "in another order"


def words(old: str, new: str) -> str:
    """Return a text with its old words struck out and its new words in bold."""
    a, b = old.split(), new.split()
    said = []
    for what, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if what == "equal":
            said.append(escape(_shortened(a[i:j])))
        else:
            said += [f"~~{escape(' '.join(a[i:j]))}~~"] if j > i else []
            said += [f"**{escape(' '.join(b[k:m]))}**"] if m > k else []
    return " ".join(said) or "other blanks or line breaks"


def _shortened(same: list[str]) -> str:
    if len(same) <= MOST_WORDS:
        return " ".join(same)
    half = MOST_WORDS // 2
    return " ".join([*same[:half], "…", *same[-half:]])


def code(text: str) -> str:
    """Return `text` as code, on one line, which it cannot leave."""
    return "`" + re.sub(r"[`\s]+", " ", text).strip() + "`"


def escape(text: str) -> str:
    """Return `text` so that Markdown shows it as it stands: no HTML, image, link, mention or issue number."""
    text = re.sub(r"\s+", " ", text).strip()
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"([\\`*_{}\[\]()#+.!|~^$=:-])", r"\\\1", text)
    return re.sub(r"(@|\\#|GH\\-|\\:(?=//)|www(?=\\\.))", "\\1\u200b", text)
