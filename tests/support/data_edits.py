"""Large, valid edits of a copy of data/: every id renamed, or one more entry of each kind."""

import re
import shutil
import string
from collections.abc import Iterator
from pathlib import Path

import yaml

from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.loading.load import load, load_with_problems
from support.broken_data import ROOT

SUFFIX = "-x"
"""Added to every id that is copied."""
PARTS_WITH_ALIASES = ("checklist", "steps")
"""Fields whose parts may have aliases; ids of other parts are permanent."""
ID = re.compile(r"^ *(?:- )?id: ([\w-]+)$", re.MULTILINE)
CHARACTERS = string.ascii_lowercase[::-1] + string.digits
ADVICE = re.compile(r"write '([\w-]+)'")


def copy_project(target: Path) -> Path:
    """Copy what a build needs to `target`, and return it."""
    for name in ("data", "docs", "hooks", "scripts"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def current_ids(guide: Guide) -> dict[str, str]:
    """Return the present id by each former one, of entries, checklist items and steps."""
    owners = [*guide.all_entries()]
    for name in PARTS_WITH_ALIASES:
        owners += [part for entry in guide.all_entries() for part in getattr(entry, name, ())]
    return {alias: owner.id for owner in owners for alias in getattr(owner, "aliases", ())}


def rename_every_id(data: Path) -> None:
    """Give every entry, item and step a new id with its old one as alias; then do what `make check` advises."""
    taken = set(ID.findall("".join(file.read_text("utf-8") for file in data.rglob("*.yml"))))
    new_ids = {id_: _unused_id(id_, taken) for id_ in sorted(taken)}
    for kind in KINDS.values():
        files = [data / f"{kind.name}.yml"] if kind.single else (data / kind.name).glob("*.yml")
        for file in [*files]:
            text = _with_new_ids(file.read_text("utf-8"), new_ids)
            if not kind.is_list:
                file.unlink()
                file = file.with_stem(new_ids[file.stem])
            file.write_text(text, "utf-8")
    while problems := load_with_problems(data)[1]:
        for problem in sorted(problems, reverse=True):
            new = ADVICE.search(problem.hint)
            assert new, problem
            _replace_at(data.parent / problem.path, problem.line, problem.column, new[1])


def _unused_id(id_: str, taken: set[str]) -> str:
    """Return `id_` with another last character, so that no text gets longer, and add it to `taken`."""
    new = next(new for char in CHARACTERS if (new := id_[:-1] + char) not in taken)
    taken.add(new)
    return new


def _with_new_ids(text: str, new_ids: dict[str, str]) -> str:
    """Return `text` with each id that may have aliases renamed."""
    lines, section = [], ""
    for line in text.split("\n"):
        if key := re.match(r"  (?:  )?(\w+):|(\w+):", line):
            section = key[1] or key[2]
        found = re.fullmatch(r"( *)(- )?id: ([\w-]+)", line)
        is_part = bool(found and found[1])
        if found and (not is_part or section in PARTS_WITH_ALIASES):
            lines.append(line.removesuffix(found[3]) + new_ids[found[3]])
            lines.append(f"{found[1]}{'  ' if found[2] else ''}aliases: [{found[3]}]")
        else:
            old = re.match(r"( *)aliases: \[(.*)\]$", line)
            if old and lines[-1].startswith(f"{old[1]}aliases: ["):
                lines[-1] = f"{lines[-1][:-1]}, {old[2]}]"
            else:
                lines.append(line)
    return "\n".join(lines)


def _replace_at(file: Path, line: int, column: int, new: str) -> None:
    """Write `new` instead of the id at a place, which may stand in a link."""
    lines = file.read_text("utf-8").split("\n")
    start = lines[line - 1][: column - 1]
    rest = lines[line - 1][column - 1 :]
    lines[line - 1] = start + re.sub(r"[a-z0-9][\w-]*", new, rest, count=1)
    file.write_text("\n".join(lines), "utf-8")


def add_one_of_each(data: Path) -> dict[str, str]:
    """Add a copy of the first entry of each kind, with a title and ids of its own; return the new id of each kind."""
    guide = load(data)
    first = {name: guide.entries_of(name)[0] for name in KINDS}
    new = {name: f"{entry.id}{SUFFIX}" for name, entry in first.items()}
    for kind in KINDS.values():
        entry = first[kind.name]
        raw = entry.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        raw = _fresh(raw, f"Quince {kind.name.replace('_', ' ')} marmalade")
        raw |= {"claims": {"sources": [new["sources"]]}, "questions": {"claims": [new["claims"]]}}.get(kind.name, {})
        if kind.name == "timelines":
            raw["steps"][0]["messages"] = [new["messages"]]
        text = yaml.safe_dump([raw] if kind.is_list else raw, sort_keys=False, allow_unicode=True)
        text = re.sub(r"^(- )?(\s*)(short|warm): (?=['\"])", r"\1\2\3: ", text)
        origin = guide.origins[entry.id]
        header = f"# yaml-language-server: $schema=../schema/{kind.name}.json\n"
        file = data.parent / origin.path
        if kind.is_list:
            file.write_text(file.read_text("utf-8").rstrip("\n") + f"\n\n{text}", "utf-8")
        else:
            file.with_stem(new[kind.name]).write_text(header + text, "utf-8")
    return new


def _fresh(raw: dict, title: str) -> dict:
    """Return the plain data of an entry with new ids, and texts that no other entry has."""
    raw = {key: value for key, value in raw.items() if key not in ("aliases", "heard_as")} | (
        {"heard_as": [f"{title} one", f"{title} two"]} if "heard_as" in raw else {}
    )
    raw["title"] = title
    for number, owner in enumerate(_owners(raw)):
        owner["id"] += SUFFIX
        owner |= {name: f"Quince {number}" for name in ("text", "title") if name in owner and number}
        owner.pop("aliases", None)
        owner.pop("search", None)
    return raw


def _owners(value: object) -> Iterator[dict]:
    """Yield each mapping with an id, at any depth."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value
        for child in value.values():
            yield from _owners(child)
    elif isinstance(value, list):
        for child in value:
            yield from _owners(child)
