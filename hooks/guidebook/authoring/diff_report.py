"""Describe the differences of the content as Markdown for a comment. Contributed text is escaped."""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..kinds import KINDS
from .content_diff import ContentDiff, DiffEntry, without_nested

MAX_UNCHANGED_WORDS = 60
"""Longest run of unchanged words that is shown in full."""


def render_report(diff: ContentDiff) -> str:
    """Return the diff as Markdown."""
    parts = [
        _summary(diff),
        *_section("Ids that vanished", map(_describe_lost, diff.lost)),
        *_section("Files that cannot be read", map(_describe_unreadable, diff.unreadable)),
        *_section("Added", map(_headline, _without_parts(diff.added))),
        *_section("Removed", map(_headline, _without_parts(diff.removed))),
        *_section("Changed", (_describe_change(was, now) for was, now in diff.changed)),
    ]
    return "\n\n".join(parts) + "\n"


def render_titles(diff: ContentDiff) -> str:
    """Return what was added, removed and changed as Markdown, without saying how."""
    entries = {"Added": diff.added, "Removed": diff.removed, "Changed": [now for _, now in diff.changed]}
    sections = (_section(title, map(_name, _without_parts(found))) for title, found in entries.items())
    return "\n\n".join([_summary(diff), *(part for section in sections for part in section)]) + "\n"


def _summary(diff: ContentDiff) -> str:
    names = ("added", "removed", "changed")
    counts = [f"{len(found)} {name}" for name in names if (found := getattr(diff, name))]
    if not counts and not diff.unreadable and not diff.lost:
        return "**The content does not change.**"
    return f"**What changes in the content:** {', '.join(counts) or 'nothing that can be read'}."


def _section(title: str, lines: Iterable[str]) -> list[str]:
    body = "\n".join(lines)
    return [f"### {title}\n\n{body}"] if body else []


def _without_parts(entries: list[DiffEntry]) -> list[DiffEntry]:
    """Return `entries` without those that are part of another one."""
    ids = {entry.id for entry in entries}
    return [entry for entry in entries if entry.parent not in ids]


def _describe_lost(entry: DiffEntry) -> str:
    advice = "add it to `aliases:` of the entry that replaces it, or restore it"
    return f"- {code(entry.id)} ({code(entry.path)}): this breaks readers' links and checkmarks; {advice}"


def _describe_unreadable(file: tuple[str, str, str]) -> str:
    path, when, reason = file
    return f"- {code(path)} ({when}): {escape(reason)}"


def _headline(entry: DiffEntry) -> str:
    location = f"in {code(entry.parent)}" if entry.parent else code(entry.path)
    return f"{_name(entry)} ({location}, line {entry.line})"


def _name(entry: DiffEntry) -> str:
    title = entry.data.get("title") or entry.data.get("text") or ""
    kind = entry.path.split("/")[1].removesuffix(".yml")
    label = f" {kind.replace('_', ' ')}:" if kind in KINDS else ""
    return f"- {code(entry.id)}{label} {escape(str(title))}"


def _describe_change(was: DiffEntry, now: DiffEntry) -> str:
    return "\n".join([_headline(now), *(f"  - {line}" for line in _changes(was, now))])


def _changes(was: DiffEntry, now: DiffEntry) -> Iterator[str]:
    """Yield one line for each change of an entry."""
    if was.id != now.id:
        yield f"renamed from {code(was.id)}"
    if was.path != now.path or was.parent != now.parent:
        yield f"moved from {code(was.parent or was.path)}"
    old, new = (dict(_flatten(without_nested(entry.data))) for entry in (was, now))
    for name in dict.fromkeys([*old, *new]):
        if name not in ("id", "aliases") and old.get(name) != new.get(name):
            label = escape(name.replace("_", " "))
            yield f"**{label}**: {_describe_value(name, old.get(name), new.get(name))}"


def _flatten(data: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield (name, value) of each text and each list of texts in an entry; the outermost field is named first."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _flatten(value, f"{name} {key}".strip())
    elif isinstance(data, list) and any(isinstance(value, dict) for value in data):
        for number, value in enumerate(data, 1):
            yield from _flatten(value, f"{name} {number}")
    else:
        yield name, data


def _describe_value(name: str, old: Any, new: Any) -> str:
    """Return how the value of the field `name` changed."""
    if isinstance(old, list | None) and isinstance(new, list | None) and (old or new):
        return _compare_lists(old or [], new or [])
    if name == "rev":
        return f"{escape(str(old or 1))} → {escape(str(new or 1))}; readers who checked it off are told"
    if old is None:
        return f"new: {escape(str(new))}"
    if new is None:
        return f"removed: ~~{escape(str(old))}~~"
    return compare_words(str(old), str(new))


def _compare_lists(old: list, new: list) -> str:
    added = [f"added {escape(str(item))}" for item in new if item not in old]
    removed = [f"removed ~~{escape(str(item))}~~" for item in old if item not in new]
    return "; ".join([*added, *removed]) or "in another order"


def compare_words(old: str, new: str) -> str:
    """Return a text with its old words struck out and its new words in bold."""
    a, b = old.split(), new.split()
    parts = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(escape(_shorten(a[i:j])))
        else:
            parts += [f"~~{escape(' '.join(a[i:j]))}~~"] if j > i else []
            parts += [f"**{escape(' '.join(b[k:m]))}**"] if m > k else []
    return " ".join(parts) or "other spaces or line breaks"


def _shorten(words: list[str]) -> str:
    if len(words) <= MAX_UNCHANGED_WORDS:
        return " ".join(words)
    half = MAX_UNCHANGED_WORDS // 2
    return " ".join([*words[:half], "…", *words[-half:]])


def code(text: str) -> str:
    """Return `text` as inline code on one line, which it cannot end."""
    return "`" + re.sub(r"[`\s]+", " ", text).strip() + "`"


def escape(text: str) -> str:
    """Return `text` so that GitHub shows it unchanged: no HTML, image, link, mention or issue number."""
    text = re.sub(r"\s+", " ", text).strip()
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"([\\`*_{}\[\]()#+.!|~^$=:-])", r"\\\1", text)
    return re.sub(r"(@|\\#|GH\\-|\\:(?=//)|www(?=\\\.))", "\\1\u200b", text)
