"""Times and ranges of time in the words people use: "about an hour and a half", "two or three business days"."""

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

_ROUND_TIMES = {
    5: "five minutes",
    10: "ten minutes",
    15: "fifteen minutes",
    20: "twenty minutes",
    30: "half an hour",
    40: "forty minutes",
    45: "45 minutes",
    50: "fifty minutes",
    60: "an hour",
    75: "an hour and a quarter",
    80: "an hour and twenty minutes",
    90: "an hour and a half",
    105: "an hour and 45 minutes",
    120: "two hours",
}
"""Names of round times in minutes."""

HOUR_WORDS = (
    (0, 0, "right away"),
    (1, 0, "within the hour"),
    (6, 0, "within a few hours"),
    (12, 0, "the same day"),
    (24, 8, "the next day"),
    (24, 1, "the same evening or the next morning"),
    (24, 0, "within a day"),
    (36, 0, "the next day"),
    (48, 0, "the next day or the day after"),
)
"""(latest hour, earliest hour from which the words apply, words); the first row that applies counts."""

SHORT_WORDS = {
    "within a few hours": "in a few hours",
    "the same day": "same day",
    "on the day itself": "that day",
    "the same day, the sooner the better": "same day",
    "the next day": "next day",
    "the same evening or the next morning": "by next morning",
    "the next day or the day after": "next day or two",
}
"""Words of a span on paper, where they are shorter."""

SOON = 6
"""Hours: a usual time up to this one is still the same day."""


def about(minutes: int) -> str:
    """Return a length of time rounded as people round it, to be read after "about"."""
    if minutes < max(_ROUND_TIMES):
        return _ROUND_TIMES[min(_ROUND_TIMES, key=lambda time: abs(time - minutes))]
    hours, half = divmod(round(minutes / 30), 2)
    return f"{_number(hours)}{' and a half' if half else ''} hours"


def span_words(unit: str, earliest: int, usual: int, latest: int) -> str:
    """Return the words for a time from `earliest` to `latest`, in hours, days or business days after a moment."""
    if unit == "hours":
        return _hours(earliest, usual, latest)
    if latest == 0:
        return "on the day itself"
    noun = unit.replace("-", " ")
    if earliest == 0:
        return f"within {_count(latest, noun)}"
    if unit == "days" and usual >= 28:
        return f"about {_count(round(usual / 30), 'months')}"
    week = 5 if unit == "business-days" else 7
    first, last = round(earliest / week), round(latest / week)
    if first and latest > week:
        return _range(first, last, "weeks")
    if (unit, earliest, latest) == ("days", 1, week):
        return "within a week"
    if latest < len(NUMBERS):
        return _range(earliest, latest, noun)
    return f"{_count(earliest, noun)} to {_count(last, 'weeks')}"


def short_words(words: str) -> str:
    """Return the words of a span in a form short enough for a printed line: "2–3 business days", "same day"."""
    if words in SHORT_WORDS:
        return SHORT_WORDS[words]
    digits = (str(NUMBERS.index(word)) if word in NUMBERS else word for word in words.split())
    return " ".join(digits).replace(" or ", "–").replace(" to ", "–")


def is_counted(words: str) -> bool:
    """Return whether `words` are a number of days, weeks or months, which needs "after" a moment."""
    return words.endswith(("days", "weeks", "months", "week", "month")) and "within" not in words


def _hours(earliest: int, usual: int, latest: int) -> str:
    if 12 < latest <= 24 and usual <= SOON:
        return "the same day, the sooner the better"
    for most, least, words in HOUR_WORDS:
        if latest <= most and earliest >= least:
            return words
    return _range(round(earliest / 24), round(latest / 24), "days")


def _range(first: int, last: int, noun: str) -> str:
    if first == last:
        about_ = "about " if noun == "weeks" else ""
        return about_ + _count(first, noun)
    return f"{_number(first)} {'or' if last - first == 1 else 'to'} {_number(last)} {noun}"


def _count(number: int, noun: str) -> str:
    return f"a {noun[:-1]}" if number == 1 else f"{_number(number)} {noun}"


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
