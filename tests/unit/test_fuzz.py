"""A mutated file is valid, or has problems at places that exist; valid entries add no markup to pages.

A few hundred mutations in the suite; `make fuzz` tries as many as FUZZ says.
"""

import os
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook.kinds import KINDS
from guidebook.parsing.reader import read
from support.broken_data import ROOT
from support.markup import GUIDE, holds_no_markup_of_its_own
from support.validate import as_yaml, leaves, plain, validate_file, with_texts, within_a_second

FUZZ = int(os.environ.get("FUZZ", "0"))
pytestmark = pytest.mark.slow
fuzz_settings = settings(
    max_examples=FUZZ or 150, deadline=None, database=None, derandomize=not FUZZ, suppress_health_check=[*HealthCheck]
)

NASTY = [
    "", "~", "null", "yes", "no", "y", "on", "0", "-1", "1e3", "0x1f", "0o7", "017", "1_000", "12:30", ".inf", ".nan",
    "99999999999999999999", "2026-11-22", "2026-02-30", "2026-W48-1", "2026-11-22 10:00:00", "true", "True", "=", "<<",
    "[]", "{}", "[[[[", "{a: b}", "[a, b]", "&a b", "*a", "!!str a", "!a b", "|", ">-", "'", '"', '"\\ud800"', '"\\0"',
    "- a", "a: b", "# a", "a #b", "%YAML 1.1", "---", "...", "? a", "@a", "`a`", "\t", "\u00a0", "\u200b", "\u200d",
    "\u202e", "\u2028", "\ufeff", "\ufffe", "\x00", "\x85", "\U000e0041", "\u0301", "\u017f", "\u0130", "\u00df",
    "<b>a</b>", "<script>", "a<b", "&lt;", "{: a=b }", "{name}", "{nobody}", "[a](panel)", "[a](nowhere)", "[a](//b.c)",
    "[a](javascript:b)", "[](panel)", "![a](b)", "<https://a.bc>", "**a", "`a", "``a`", "a\\", "panel", "nowhere",
    "no-date-given", "constructor", "index", "what-happens", "9" * 5000, "[" * 900, "*a " * 300, "`" * 900, "word " * 200,
]  # fmt: skip
DEEP: list = []
for _ in range(20):
    DEEP = [DEEP]
VALUES = st.one_of(
    st.sampled_from([None, True, 0, -1, 10**17, [], {}, [[]], [None], {"a": 1}, DEEP]),
    st.sampled_from(NASTY),
    st.text(max_size=40),
)


def real_text(kind: str) -> st.SearchStrategy[str]:
    """Return a strategy for real files of a kind; of a list, its first two entries."""
    files = sorted((ROOT / "data").glob(f"{kind}/*.yml")) or [ROOT / f"data/{kind}.yml"]
    texts = [file.read_text("utf-8") for file in files[:4]]
    if KINDS[kind].is_list:
        texts = [text[: next_entry(text, 2)] for text in texts]
    return st.sampled_from(texts)


def next_entry(text: str, number: int) -> int:
    """Return the offset of the entry with the index `number`, or of the end."""
    starts = [found.start() for found in re.finditer(r"^- ", text, re.MULTILINE)]
    return starts[number] if number < len(starts) else len(text)


@st.composite
def mutated_texts(draw: st.DrawFn) -> tuple[str, str]:
    """Draw the name of a kind and a file of it with lines and characters changed."""
    kind = draw(st.sampled_from([*KINDS]))
    lines = draw(real_text(kind)).split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line, nasty = lines[at], draw(st.sampled_from(NASTY))
        column = draw(st.integers(0, len(line)))
        key = line.partition(":")[0] if ":" in line else "  - "
        lines[at : at + 1] = draw(
            st.sampled_from(
                [
                    [],
                    [line, line],
                    ["  " + line],
                    [line[1:]],
                    [line.lstrip()],
                    [line[:column]],
                    [line[:column], line[column:]],
                    [line[:column] + nasty + line[column:]],
                    [f"{key}: {nasty}"],
                    [nasty],
                    [line + nasty],
                ]
            )
        )
    return kind, "\n".join(lines)


@st.composite
def mutated_data(draw: st.DrawFn) -> tuple[str, str]:
    """Draw the name of a kind and a valid YAML file of it with values changed."""
    kind = draw(st.sampled_from([*KINDS]))
    data = plain(GUIDE, draw(st.sampled_from(GUIDE.entries_of(kind)[:6])))
    every = [*leaves(data)]
    trails = draw(st.lists(st.sampled_from(every), min_size=1, max_size=3, unique=True))
    changed = with_texts(data, {trail: draw(VALUES) for trail in trails})
    if draw(st.booleans()):
        inner: Any = changed
        for part in trails[0][: draw(st.integers(0, len(trails[0]) - 1))]:
            inner = inner[part]
        if isinstance(inner, dict):
            inner.pop(draw(st.sampled_from([*inner])))
            inner |= draw(st.dictionaries(st.sampled_from(["a", "id", "title", "1"]), VALUES, max_size=1))
        elif isinstance(inner, list):
            inner.append(draw(VALUES))
    return kind, as_yaml(changed, kind)


def check_file(kind: str, text: str) -> None:
    """Fail when problems have impossible locations or valid entries add markup."""
    name = f"{kind}.yml" if KINDS[kind].single else f"{kind}/{_stem(kind)}.yml"
    with within_a_second():
        problems, entries = validate_file(text, name, GUIDE)
    assert problems or entries
    lines = text.replace("\r\n", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert "\n" not in str(problem)
        assert problem.message
        assert problem.hint
    with within_a_second():
        holds_no_markup_of_its_own(kind, entries)


def _stem(kind: str) -> str:
    return GUIDE.origins[GUIDE.entries_of(kind)[0].id].group or GUIDE.entries_of(kind)[0].id


@fuzz_settings
@given(mutated_texts())
def test_mutated_text_is_valid_or_has_located_problems(case: tuple[str, str]):
    """Lines are dropped, doubled, moved and cut, with unusual scalars and characters in them."""
    check_file(*case)


@fuzz_settings
@given(mutated_data())
def test_mutated_values_are_valid_or_have_located_problems(case: tuple[str, str]):
    """Types are swapped, keys missing or added, references broken, texts arbitrary."""
    check_file(*case)


@fuzz_settings
@given(st.data())
def test_mutated_bytes_are_read_or_have_located_problems(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject):
    """The bytes need not be text."""
    kind = data.draw(st.sampled_from([*KINDS]))
    content = bytearray(data.draw(real_text(kind)).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file = tmp_path_factory.getbasetemp() / "mutated.yml"
    file.write_bytes(content)
    with within_a_second():
        source = read(file, "data/mutated.yml")
    lines = content.decode("utf-8", "replace").split("\n")
    assert source.data is not None or source.problems
    for problem in source.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
