"""Hostile texts in every field of every kind: refused with a location, or shown as text."""

import json
import re
import shutil
import warnings
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, expect

from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.loading import load
from static_server import serve
from support.broken_data import ROOT
from support.fields import holding_all, text_fields
from support.hostile import PAYLOADS, accepted, data_file, hostile, put, taken
from support.markup import holds_no_markup_of_its_own
from support.validate import as_yaml, leaves, richest, validate_file, with_texts


def test_refused_payloads_have_a_location_and_a_hint(guide: Guide):
    for number, payload in enumerate(PAYLOADS):
        kind = [*KINDS][number % len(KINDS)]
        data = richest(guide, kind)
        text = as_yaml(with_texts(data, dict.fromkeys(leaves(data), payload)), kind)
        problems, sound = validate_file(text, data_file(kind, data["id"]), guide)
        assert problems, payload
        assert not sound
        for problem in problems:
            assert problem.line == 1
            assert 1 <= problem.column <= len(text), problem
            assert problem.message
            assert problem.hint


def test_no_field_accepts_markup(guide: Guide):
    for payload in ("<b>a</b>", "&lt;b", "a {: onclick=b }", "[a](javascript:b)", "[a](//b.example)"):
        for kind in KINDS:
            for data in holding_all(guide, kind):
                assert not accepted(kind, data, guide, payload), (kind, payload)


@pytest.mark.slow
def test_accepted_payloads_add_no_markup_to_pages(guide: Guide):
    for kind in KINDS:
        reached = set()
        for data in holding_all(guide, kind):
            texts = {path: text for path, text in taken(kind, data, guide).items() if text}
            reached |= texts.keys()
            for turn in range(max(map(len, texts.values()))):
                chosen = {path: some[turn % len(some)] for path, some in texts.items()}
                text = as_yaml(put(kind, data, chosen), kind)
                problems, sound = validate_file(text, data_file(kind, data["id"]), guide)
                assert problems == []
                holds_no_markup_of_its_own(kind, sound)
        assert reached == text_fields(kind).keys()


@pytest.fixture(scope="module")
def hostile_site(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real data with a hostile copy of every kind beside it, built without the rules of style."""
    project = tmp_path_factory.mktemp("hostile")
    for name in ("docs", "hooks", "data"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    for kind in KINDS.values():
        for entry in hostile(guide, kind.name):
            text = as_yaml(entry, kind.name)
            if kind.is_list:
                files = [project / f"data/{kind.name}.yml", *project.glob(f"data/{kind.name}/*.yml")]
                with next(file for file in files if file.exists()).open("a", encoding="utf-8") as file:
                    file.write(text)
            else:
                (project / f"data/{kind.name}/{entry['id']}.yml").write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.setattr(load, "run_rules", lambda guide: ())
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
    own = [path for path, file in files.items() if "-p" in path or held.search(file.read_text("utf-8"))]
    return sorted({*(path.removesuffix("index.html") for path in own), *SCRIPTED})


def test_hostile_entries_run_no_code_and_request_no_host(hostile_site: Path, chromium: Browser):
    paths = pages_to_open(hostile_site)
    for kind in KINDS.values():
        assert not kind.has_own_page or any(path.startswith(kind.url) for path in paths), kind.name
    done: list[str] = []
    context = chromium.new_context(bypass_csp=True, service_workers="block")
    page = context.new_page()
    page.on("dialog", lambda dialog: (done.append(f"dialog on {page.url}"), dialog.dismiss()))
    with serve(hostile_site) as address:
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
            if path == "print/packet/":
                page.get_by_role("button", name="Choose all").click()
                expect(page.locator("output")).to_contain_text("ready to print")
            done += [f"{found} on {path}" for found in page.evaluate(FOUND)]
        page.goto(address)
        for words in ("script alert", "onmouseover", "javascript", "evil"):
            page.keyboard.press("/")
            page.keyboard.type(words)
            expect(page.locator(".search [role=status]")).to_contain_text(f" for {words}.")
            done += [f"{found} in the search for {words}" for found in page.evaluate(FOUND)]
            page.keyboard.press("Escape")
            expect(page.locator(".search")).to_be_hidden()
    context.close()
    assert done == []


def test_hostile_titles_are_shown_as_written(hostile_site: Path, chromium: Browser):
    titles = {
        entry["title"]: entry["url"]
        for entry in json.loads((hostile_site / "api/v1/formats.json").read_text("utf-8"))["items"]
        if "-p" in entry["id"]
    }
    assert titles
    page = chromium.new_page(bypass_csp=True, service_workers="block")
    with serve(hostile_site) as address:
        for title, url in titles.items():
            page.goto(address + url)
            wanted = " ".join(title.split())
            assert page.locator("h1").inner_text() == wanted
            assert page.title().startswith(f"{wanted} · ")
            assert page.locator("nav.pages [aria-current=page]").text_content() == wanted
    page.close()
