"""What hostile texts do in every field of every kind: refused at their place, or shown as the words they are."""

import json
import re
import shutil
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser

from broken import ROOT
from guidebook import load
from guidebook.addresses import OWN_PAGE
from guidebook.guide import Guide
from guidebook.model import KINDS, Names
from guidebook.source import Trail
from quick import accepted, as_yaml, first_leaves, judged, known_names, leaves, richest, with_texts
from server import served

PAYLOADS = [
    line.replace("⏎", "\n")
    for line in (ROOT / "tests/payloads.txt").read_text("utf-8").split("\n")
    if line
]
ROOMS = (700, 240, 130, 110, 60, 42)
"""Limits of the fields: as many payloads as fit share one text, so that the site stays small."""


@pytest.fixture(scope="module")
def known(guide: Guide) -> Names:
    """What references may name."""
    return known_names(guide)


def test_the_corpus_is_wide():
    """Enough of them, each once."""
    assert len({*PAYLOADS}) == len(PAYLOADS) >= 150


def test_what_is_refused_has_a_place(guide: Guide, known: Names):
    """Inside the file, with advice; each payload through all fields of one kind or another."""
    for number, payload in enumerate(PAYLOADS):
        kind = [*KINDS][number % len(KINDS)]
        data = richest(guide, kind)
        text = as_yaml(with_texts(data, dict.fromkeys(leaves(data), payload)), kind)
        name = f"{kind}.yml" if KINDS[kind].single else f"{kind}/{data['id']}.yml"
        problems, sound = judged(text, name, known)
        assert problems, payload
        assert not sound
        for problem in problems:
            assert problem.line == 1
            assert 1 <= problem.column <= len(text), problem
            assert problem.message
            assert problem.tip


def test_markup_is_accepted_in_no_field(guide: Guide, known: Names):
    """A tag, an entity, an attribute list and a link that runs are refused everywhere."""
    for payload in (
        "<b>a</b>",
        "&lt;b",
        "a {: onclick=b }",
        "[a](javascript:b)",
        "[a](//b.example)",
    ):
        for kind in KINDS:
            assert not accepted(kind, richest(guide, kind), known, payload), (kind, payload)


def packed(payloads: Iterable[str], room: int, fits: Callable[[str], bool]) -> list[str]:
    """Return few texts of at most `room` characters that hold every payload, each put where the whole still fits."""
    texts: list[str] = []
    for payload in payloads:
        for index, text in enumerate(texts):
            both = f"{text} ; {payload}"
            if len(both) <= room and fits(both):
                texts[index] = both
                break
        else:
            texts.append(payload)
    return texts


TIED = {"aliases", "narrow"}
"""Fields that repeat what stands elsewhere: former ids, and the names of columns."""
_packed: dict[tuple[tuple[str, ...], int], list[str]] = {}


def hostile(guide: Guide, kind: str, known: Names) -> list[dict]:
    """Return copies of one entry, as few as hold between them every payload that its kind takes.

    In the first, every field holds what would break out of an attribute.
    """
    data = richest(guide, kind)
    taken: dict[Trail, list[str]] = {
        trail: [] for trail in first_leaves(data) if not TIED & {*trail}
    }
    for payload in PAYLOADS:
        for trail in accepted(kind, data, known, payload):
            if trail in taken:
                taken[trail].append(payload)
    queues = [
        (trail, _turned(_texts(kind, data, known, trail, tuple(some)), turn))
        for turn, (trail, some) in enumerate(taken.items())
        if some
    ]
    copies, missing = [], {payload for some in taken.values() for payload in some}
    while missing:
        texts = {trail: texts[len(copies) % len(texts)] for trail, texts in queues}
        copies.append(_numbered(with_texts(data, texts), f"p{len(copies)}"))
        shown = "\n".join(texts.values())
        missing = {payload for payload in missing if payload not in shown}
    return copies


def _texts(kind: str, data: dict, known: Names, trail: Trail, taken: tuple[str, ...]) -> list[str]:
    """Return few texts in which the field at `trail` takes all of `taken`; fields of one sort share them."""

    def fits(text: str) -> bool:
        return trail in accepted(kind, data, known, text)

    room = next((room for room in ROOMS if fits("a" * room)), ROOMS[-1])
    if (taken, room) not in _packed:
        _packed[taken, room] = packed(taken, room, fits)
    return _packed[taken, room]


def _turned(texts: list[str], turn: int) -> list[str]:
    """Return `texts` with those after the first begun elsewhere, so that fields hold different ones."""
    first, *rest = texts
    turn %= len(rest) or 1
    return [first, *rest[turn:], *rest[:turn]]


def _numbered(data, suffix: str):
    """Return plain data with every id made new by `suffix`, and without what is tied to other texts."""
    if isinstance(data, list):
        return [_numbered(item, suffix) for item in data]
    if not isinstance(data, dict):
        return data
    kept = {key: _numbered(value, suffix) for key, value in data.items() if key not in TIED}
    return kept | ({"id": f"{data['id'][:58]}-{suffix}"} if "id" in data else {})


@pytest.fixture(scope="module")
def hostile_site(guide: Guide, known: Names, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real data with a hostile copy of every kind beside it, built without the rules of style."""
    project = tmp_path_factory.mktemp("hostile")
    for name in ("docs", "hooks", "data"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    for kind in KINDS.values():
        for entry in hostile(guide, kind.name, known):
            text = as_yaml(entry, kind.name)
            if kind.listed:
                files = [
                    project / f"data/{kind.name}.yml",
                    *project.glob(f"data/{kind.name}/*.yml"),
                ]
                with next(file for file in files if file.exists()).open(
                    "a", encoding="utf-8"
                ) as file:
                    file.write(text)
            else:
                (project / f"data/{kind.name}/{entry['id']}.yml").write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.setattr(load, "broken", lambda guide: ())
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return project / "site"


SCRIPTED = ("find/", "plan/", "practice/", "print/packet/", "stories/")
"""Pages whose scripts write what the data says."""
FOUND = """() => [
    window.__ran && "a script of the data ran",
    ...[...document.querySelectorAll("*")].flatMap((one) => [...one.attributes]).filter(({name, value}) =>
        name.startsWith("on") || /^(href|src|action|formaction|data)$/.test(name) && /^\\s*(java|vb)script:/i.test(value)
    ).map(({name, value}) => `${name}=${value}`),
].filter(Boolean)"""
"""What of the data became code, or would at a touch."""


def pages_to_open(site: Path) -> list[str]:
    """Return the pages with a payload in them, those that only name one in their menu left out."""
    held = re.compile(r'id="[a-z0-9-]+-p\d')
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*.html")}
    own = [
        path for path, file in files.items() if "-p" in path or held.search(file.read_text("utf-8"))
    ]
    return sorted({*(path.removesuffix("index.html") for path in own), *SCRIPTED})


def test_nothing_runs_and_nothing_is_asked_for(hostile_site: Path, chromium: Browser):
    """On every page that holds a payload, in navigation, on sheets and in search; with no policy to save it."""
    paths = pages_to_open(hostile_site)
    assert {kind for kind, folder in OWN_PAGE.items() if any(f"{folder}/" in p for p in paths)} == {
        *OWN_PAGE
    }
    done: list[str] = []
    context = chromium.new_context(bypass_csp=True, service_workers="block")
    page = context.new_page()
    page.on("dialog", lambda dialog: (done.append(f"dialog on {page.url}"), dialog.dismiss()))
    with served(hostile_site) as address:
        context.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((address, "data:image/svg", "blob:"))
                else done.append(f"{request.url} from {page.url}")
            ),
        )
        for path in paths:
            page.goto(address + path)
            done += [f"{found} on {path}" for found in page.evaluate(FOUND)]
        page.goto(address)
        for words in ("script alert", "onmouseover", "javascript", "evil"):
            page.keyboard.press("/")
            page.keyboard.type(words)
            page.wait_for_timeout(400)
            done += [f"{found} in the search for {words}" for found in page.evaluate(FOUND)]
            page.keyboard.press("Escape")
    context.close()
    assert done == []


def test_what_is_shown_is_what_is_written(hostile_site: Path, chromium: Browser):
    """A title full of signs reads the same in the heading, the tab and the navigation."""
    titles = {
        entry["title"]: entry["url"]
        for entry in json.loads((hostile_site / "api/v1/formats.json").read_text("utf-8"))["items"]
        if "-p" in entry["id"]
    }
    assert titles
    page = chromium.new_page(bypass_csp=True, service_workers="block")
    with served(hostile_site) as address:
        for title, url in titles.items():
            page.goto(address + url)
            wanted = " ".join(title.split())
            assert page.locator("h1").inner_text() == wanted
            assert page.title().startswith(f"{wanted} · ")
            assert page.locator("nav.pages [aria-current=page]").text_content() == wanted
    page.close()
