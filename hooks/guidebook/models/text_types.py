"""Types of text: how long it may be and what it may contain."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import ValidationInfo

from ..text import inline_markdown
from ..text.issue import Issue, Snippet
from ..text.markdown_checks import lint_text
from ..text.pasted import pasted_mistakes
from ..text.placeholders import unexpected_placeholders, unknown_placeholders
from .validation import Terms, Validator, validation_error

MAX_CHECKED_LENGTH = 2_000
"""Characters. No field allows as many, so a longer text is refused without a look at its Markdown."""

MAX_SYMBOLS_ONLY = 60
"""Characters. A field with a higher limit must hold a letter or digit; a short one may be `+` or `→`."""


@dataclass(frozen=True)
class TextConstraints(Validator):
    """Marks text that people read."""

    limit: int
    """Most characters."""
    words: tuple[int, int] | None = None
    """Fewest and most words."""
    markdown: bool = False
    """True for inline Markdown; else the text is one line and shown as written."""
    paragraphs: bool = False
    """True when blank lines may separate paragraphs."""
    placeholders: bool = False
    """True when it may hold {placeholders}."""

    def check(self, value: str, info: ValidationInfo) -> str:
        """Return the text without surrounding white space; refuse it with every Issue at once."""
        value = value.strip()
        if issues := tuple(self.issues(value, info.context or {})):
            raise validation_error(*issues)
        return value

    def issues(self, value: str, terms: Terms) -> Iterator[Issue]:
        """Yield each Issue of a text; `terms` holds the placeholders that exist."""
        yield from self._wrong_size(value)
        if len(value) > MAX_CHECKED_LENGTH:
            return
        yield from _invisible_characters(value)
        yield from pasted_mistakes(value)
        if not self.markdown and "\n" in value:
            yield Issue("this must be one line", "write it without line breaks")
        elif not self.paragraphs and len(inline_markdown.paragraphs(value)) > 1:
            yield Issue("this must be one paragraph", "remove the blank line")
        yield from lint_text(value, markdown=self.markdown)
        if not self.placeholders:
            yield from unexpected_placeholders(value)
        elif known := terms.get("placeholders"):
            yield from unknown_placeholders(value, known)

    def _wrong_size(self, value: str) -> Iterator[Issue]:
        if not any(map(_is_visible, value)):
            yield Issue("text is empty", "write something, or remove the line")
        elif self.limit > MAX_SYMBOLS_ONLY and not any(map(str.isalnum, value)):
            yield Issue("the text has no letters or digits", "write words")
        if len(value) > self.limit:
            yield Issue(f"has {len(value)} characters", f"the limit is {self.limit}: shorten it")
        if self.words and not self.words[0] <= (count := len(value.split())) <= self.words[1]:
            yield Issue(f"has {count} words", f"write {self.words[0]} to {self.words[1]}")

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], dict]) -> dict:
        """Add the limits, so that editors show them."""
        return handler(schema) | {"minLength": 1, "maxLength": self.limit}


def _is_visible(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNPS" and not inline_markdown.INVISIBLE.match(char)


def _invisible_characters(value: str) -> Iterator[Issue]:
    for match in () if value.isprintable() else inline_markdown.find_invisible(value):
        message = f"invisible character {inline_markdown.describe_character(match[0])}"
        yield Issue(message, "delete it", Snippet.of(value, *match.span()))


def short_text(limit: int) -> Any:
    """Return the type of one line of plain text of at most `limit` characters."""
    return Annotated[str, TextConstraints(limit)]


Name = short_text(60)
Line = short_text(130)
Subject = Annotated[str, TextConstraints(130, placeholders=True)]
Short = Annotated[str, TextConstraints(240, markdown=True)]
Text = Annotated[str, TextConstraints(700, markdown=True, paragraphs=True)]
Example = Annotated[str, TextConstraints(1400, words=(90, 175), markdown=True, paragraphs=True)]
Letter = Annotated[str, TextConstraints(1800, markdown=True, paragraphs=True, placeholders=True)]
