"""What hostile texts do in every field of every kind: refused at their place, or shown as the words they are."""

import json
import shutil
import warnings
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser

from broken import ROOT
from guidebook import load
from guidebook.guide import Guide
from guidebook.model import KINDS, Names
from guidebook.source import Trail
from quick import accepted, as_yaml, judged, known_names, leaves, richest, with_texts
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


def packed(payloads: list[str], room: int) -> Iterator[str]:
    """Yield texts of at most `room` characters that hold every payload short enough."""
    text = ""
    for payload in payloads:
        if len(payload) <= room:
            if text and len(f"{text} ; {payload}") > room:
                yield text
                text = ""
            text = f"{text} ; {payload}" if text else payload
    if text:
        yield text


def field(trail: Trail) -> Trail:
    """Return the way to a field, whichever item of a list it stands in."""
    return tuple("*" if isinstance(part, int) else part for part in trail)


def hostile(guide: Guide, kind: str, known: Names) -> list[dict]:
    """Return copies of one entry whose fields hold, between them, every payload that each field takes."""
    data = richest(guide, kind)
    singly: dict[Trail, list[str]] = defaultdict(list)
    for payload in PAYLOADS:
        for one in sorted({field(trail) for trail in accepted(kind, data, known, payload)}):
            singly[one].append(payload)
    queues = {one: [*_texts(kind, data, known, one, taken)] for one, taken in singly.items()}
    copies = []
    while any(queues.values()):
        texts = {
            trail: queues[field(trail)].pop() for trail in leaves(data) if queues.get(field(trail))
        }
        copies.append(_numbered(with_texts(data, texts), f"p{len(copies)}"))
    return copies


def _texts(kind, data, known, one: Trail, taken: list[str]) -> list[str]:
    """Return the fewest texts in which the field `one` takes all of `taken`."""
    short = [
        payload for payload in taken if "`" not in payload
    ]  # a lone ` would pair with the next
    for room in ROOMS:
        texts = [*packed(short, room)]
        if all(one in map(field, accepted(kind, data, known, text)) for text in texts):
            return texts + [payload for payload in taken if "`" in payload or len(payload) > room]
    return taken


def _numbered(data, suffix: str):
    """Return plain data with every id made new by `suffix`."""
    if isinstance(data, list):
        return [_numbered(item, suffix) for item in data]
    if not isinstance(data, dict):
        return data
    kept = {key: _numbered(value, suffix) for key, value in data.items() if key != "aliases"}
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


def test_nothing_runs_and_nothing_is_asked_for(hostile_site: Path, chromium: Browser):
    """On any page that holds a payload, in navigation, on sheets and in search; with no policy to save it."""
    done: list[str] = []
    pages = sorted(
        file.relative_to(hostile_site).as_posix()
        for file in hostile_site.rglob("*.html")
        if "-p0" in (text := file.read_text("utf-8")) or "-p1" in text or "-p2" in text
    )
    assert len(pages) > 50
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
        for path in pages:
            page.goto(address + path.removesuffix("index.html"))
            if page.evaluate("window.__ran"):
                done.append(f"ran on {path}")
        page.goto(address)
        for words in ("script alert", "onmouseover", "javascript", "evil"):
            page.keyboard.press("/")
            page.keyboard.type(words)
            page.wait_for_timeout(400)
            page.keyboard.press("Escape")
        assert not page.evaluate("window.__ran")
    context.close()
    assert done == []


def test_what_is_shown_is_what_is_written(hostile_site: Path, chromium: Browser):
    """A title full of signs reads the same in the heading, the tab, the navigation and the description."""
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
            assert page.locator("nav a", has_text=wanted).count() or page.locator("nav").count()
    page.close()
