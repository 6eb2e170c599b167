"""Times and ranges of time in words."""

import re

import pytest

from guidebook.guide import Guide
from guidebook.text.time_words import about, is_counted, short_words, span_words


def test_every_span_of_the_timelines_has_words_without_figures(guide: Guide):
    for step in (step for entry in guide.entries_of("timelines") for step in entry.steps):
        when = step.when
        words = span_words(when.unit, when.earliest, when.usual, when.latest)
        assert re.fullmatch(r"[a-z, ]+", words), when
        assert len(short_words(words)) <= len(words)


@pytest.mark.parametrize(
    ("unit", "earliest", "usual", "latest", "words", "short"),
    [
        ("hours", 3, 16, 24, "the same evening or the next morning", "by next morning"),
        ("hours", 0, 0, 1, "within the hour", "within the hour"),
        ("days", 0, 0, 0, "on the day itself", "that day"),
        ("days", 1, 1, 2, "one or two days", "1–2 days"),
        ("business-days", 2, 3, 5, "two to five business days", "2–5 business days"),
        ("business-days", 5, 5, 7, "about a week", "about a week"),
        ("days", 75, 90, 120, "about three months", "about 3 months"),
    ],
)
def test_span_is_in_the_words_people_use(unit, earliest, usual, latest, words, short):
    assert span_words(unit, earliest, usual, latest) == words
    assert short_words(words) == short


def test_only_numbers_of_days_are_counted_from_a_moment():
    assert is_counted("two or three business days")
    assert not is_counted("the next day")
    assert not is_counted("within two days")


@pytest.mark.parametrize(
    ("minutes", "words"), [(3, "five minutes"), (27, "half an hour"), (92, "an hour and a half"), (350, "six hours")]
)
def test_minutes_are_rounded_the_way_people_round(minutes, words):
    assert about(minutes) == words
