"""Rules over the whole guide. Each is a small generator; its docstring is the rule."""

from collections.abc import Callable, Iterable, Iterator

from ..guide import Guide
from ..problem import Problem
from . import content, plans, printing, privacy, references, search_phrases, structure, urls
from .finding import Finding

Rule = Callable[[Guide], Iterator[Finding | Problem]]

RULES: tuple[Rule, ...] = (
    references.named_entries_exist,
    structure.essentials_fit_the_page,
    structure.ranges_are_ordered,
    structure.stop_is_last_step,
    structure.laws_are_listed,
    structure.disagreements_are_marked,
    structure.items_in_order_of_time,
    structure.messages_use_literal_blocks,
    plans.prerequisites_come_first,
    plans.cores_are_whole,
    content.plain_wording,
    content.serial_commas,
    content.no_duplicate_questions,
    content.examples_from_many_lines_of_work,
    content.figures_name_their_claim,
    content.entries_are_linked,
    search_phrases.search_phrases_are_answered,
    privacy.no_private_data,
    printing.one_pagers_fit,
    printing.sheets_fit,
    urls.urls_are_unique,
    urls.anchors_are_unique,
)


NEED_REFERENCES: tuple[Rule, ...] = (
    plans.prerequisites_come_first,
    plans.cores_are_whole,
    content.entries_are_linked,
    search_phrases.search_phrases_are_answered,
    printing.one_pagers_fit,
    printing.sheets_fit,
)
"""Rules that follow references, so they run only when every reference names an entry."""


def run_rules(guide: Guide) -> Iterator[Problem]:
    """Yield a Problem for each place that breaks a rule."""
    unresolved = [*references.references_exist(guide)]
    yield from with_location(guide, unresolved)
    for rule in RULES:
        if not (unresolved and rule in NEED_REFERENCES):
            yield from with_location(guide, rule(guide))


def with_location(guide: Guide, findings: Iterable[Finding | Problem]) -> Iterator[Problem]:
    """Yield each finding as a Problem with its line and column; a Problem unchanged."""
    for finding in findings:
        if isinstance(finding, Problem):
            yield finding
        else:
            location = guide.locate(finding.entry, *finding.path, snippet=finding.snippet)
            yield Problem(*location, finding.message, finding.hint)
