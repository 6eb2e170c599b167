"""The files of the built site: pages, links, search records and the API."""

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.urls import entry_url
from support.broken_data import ROOT

HOST = re.search(r"^site_url: (\S+?)/?$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)[1]


class Anatomy(HTMLParser):
    """The ids, links and headings of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect what the tag carries."""
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)
        self.links += [found[name] or "" for name in ("href", "src") if name in found]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Anatomy]:
    """Every page of the site by its address."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): Anatomy(file.read_text("utf-8"))
        for file in site.rglob("*.html")
    }


@pytest.fixture(scope="module")
def found(site: Path) -> set[str]:
    """The addresses that search leads to."""
    data = json.loads((site / "search/records.json").read_text("utf-8"))
    return {record[2] for record in data["records"]}


def test_published_addresses_exist(pages: dict[str, Anatomy]):
    wanted = [
        "",
        "formats/",
        "formats/panel/",
        "questions/",
        "questions/values/",
        "ask/",
        "ask/success/",
        "people/hiring-manager/",
        "red-flags/",
        "after/",
        "after/no-date-given/",
        "messages/",
        "prepare/night-before/",
        "prepare/answering/",
        "pay/",
        "fields/health-care/",
        "print/",
        "print/panel/",
        "about/",
    ]
    assert [address for address in wanted if address not in pages] == []


def test_every_entry_is_on_a_page_in_search_and_in_the_api(
    guide: Guide, site: Path, pages: dict[str, Anatomy], found: set[str]
):
    published = {
        item["id"]: item
        for kind in KINDS
        for item in json.loads((site / f"api/v1/{kind}.json").read_text("utf-8"))["items"]
    }
    lost = []
    for entry in guide.all_entries():
        page, _, anchor = entry_url(guide, entry).partition("#")
        if page not in pages or (anchor or entry.id) not in pages[page].ids:
            lost.append(f"{entry.id}: page")
        if entry_url(guide, entry) not in found:
            lost.append(f"{entry.id}: index")
        if published.get(entry.id, {}).get("url") != entry_url(guide, entry):
            lost.append(f"{entry.id}: api")
    assert lost == []


def test_parts_with_an_anchor_are_search_results(guide: Guide, pages: dict[str, Anatomy], found: set[str]):
    parts = ("checklist", "goes_wrong", "steps", "topics")
    wanted = {
        f"{entry_url(guide, entry)}#{part.id}"
        for kind in ("formats", "checklists", "timelines", "off_limits")
        for entry in guide.entries_of(kind)
        for name in parts
        for part in getattr(entry, name, ())
    }
    assert wanted - found == set()
    places = [url.partition("#") for url in found]
    dead = [p + h + a for p, h, a in places if p not in pages or (a and a not in pages[p].ids)]
    assert dead == []


def _blocks(text: str) -> dict[str, dict]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return {block["@type"]: block for block in map(json.loads, found)}


def test_pages_have_metadata_breadcrumbs_and_unique_titles(pages: dict[str, Anatomy], site: Path, guide: Guide):
    titles, types = [], set()
    sitemap = ET.parse(site / "sitemap.xml").getroot().findall("{*}url")
    dates = {one.findtext("{*}loc"): one.findtext("{*}lastmod") for one in sitemap}
    assert max(filter(None, dates.values())) == guide.last_reviewed.isoformat()
    for here in pages:
        text = (site / f"{here}index.html" if here.endswith("/") or not here else site / here).read_text("utf-8")
        if "og:title" not in text:
            continue
        titles.append(re.search("<title>(.*?)</title>", text)[1])
        for name in ("og:title", "og:description", "og:url", "og:type", "og:site_name", "og:image"):
            assert re.search(f'<meta property="{name}" content="[^"]+">', text), (here, name)
        image = re.search(f'<meta property="og:image" content="{HOST}/([^"]+)">', text)
        assert (site / image[1]).is_file(), here
        blocks = _blocks(text)
        types.update(blocks)
        about = next(block for block in blocks.values() if block.get("license"))
        assert about["url"] == f"{HOST}/{here}"
        assert dates.get(f"{HOST}/{here}") == about.get("dateModified"), here
        assert f'<link rel="canonical" href="{HOST}/{here}">' in text
        if here:
            assert 'class="trail"' in text, here
            crumbs = blocks["BreadcrumbList"]["itemListElement"]
            assert [crumb["position"] for crumb in crumbs] == [*range(1, len(crumbs) + 1)]
            assert all(crumb["@type"] == "ListItem" and crumb["name"] for crumb in crumbs)
            assert all(crumb["item"].removeprefix(f"{HOST}/") in pages for crumb in crumbs), here
            assert crumbs[-1]["item"] == f"{HOST}/{here}"
    assert len(titles) > len(KINDS)
    assert types >= {"WebSite", "Dataset", "Article", "CollectionPage", "AboutPage", "WebPage", "BreadcrumbList"}
    assert [title for title in titles if titles.count(title) > 1] == []


def test_faq_metadata_matches_the_visible_text(site: Path, guide: Guide):
    text = (site / "about/claims/index.html").read_text("utf-8")
    shown = " ".join(html.unescape(re.sub("<[^>]+>", "", text.partition("<article")[2])).split())
    entries = _blocks(text)["FAQPage"]["mainEntity"]
    assert len(entries) == len(guide.entries_of("claims"))
    for entry in entries:
        answer = entry["acceptedAnswer"]
        assert (entry["@type"], answer["@type"]) == ("Question", "Answer")
        assert entry["name"] in shown
        value, _, advice = answer["text"].partition(". ")
        assert value in shown
        assert advice[-60:] in shown


def test_api_index_counts_and_links_are_right(guide: Guide, site: Path):
    listing = json.loads((site / "api/v1/index.json").read_text("utf-8"))
    assert {item["kind"] for item in listing["items"]} == set(KINDS)
    for item in listing["items"]:
        data = json.loads((site / item["url"]).read_text("utf-8"))
        assert data["kind"] == item["kind"]
        assert data["count"] == item["count"] == len(data["items"]) == len(guide.entries_of(item["kind"]))
        assert (site / item["schema"]).is_file()


def test_api_uses_the_field_names_of_the_yaml(guide: Guide, site: Path):
    for name, kind in KINDS.items():
        for item in json.loads((site / f"api/v1/{name}.json").read_text("utf-8"))["items"]:
            assert item.keys() - {"url", "group"} <= kind.model.model_fields.keys()


def test_every_internal_link_and_anchor_exists(pages: dict[str, Anatomy], site: Path):
    dead = []
    for here, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(f"{HOST}/{here}", link))
            if not target.geturl().startswith(f"{HOST}/"):
                continue
            path = unquote(target.path).removeprefix(urlsplit(f"{HOST}/").path)
            if path in pages:
                if target.fragment and target.fragment not in (*pages[path].ids, "__skip"):
                    dead.append(f"{here}: {link}")
            elif not (site / path).is_file():
                dead.append(f"{here}: {link}")
    assert dead == []


def test_ids_are_unique_on_each_page(pages: dict[str, Anatomy]):
    twice = {here: {id_ for id_ in page.ids if page.ids.count(id_) > 1} for here, page in pages.items()}
    assert {here: ids for here, ids in twice.items() if ids} == {}


def test_each_page_has_one_h1(pages: dict[str, Anatomy]):
    assert [here for here, page in pages.items() if page.headings.count("h1") != 1] == []


def test_every_entry_links_to_its_lines(guide: Guide, site: Path):
    source = "".join(file.read_text("utf-8") for file in site.rglob("index.html"))
    missing = []
    for entry in guide.all_entries():
        origin = guide.origins[entry.id]
        if guide.kind_of(entry) not in ("changes", "sources") and f'/{origin.path}#L{origin.line}"' not in source:
            missing.append(entry.id)
    assert missing == []


def test_edit_button_opens_the_source_of_the_page(site: Path):
    text = (site / "formats/panel/index.html").read_text("utf-8")
    assert '/edit/main/data/formats/panel.yml" title=' in text
    prose = (site / "prepare/answering/index.html").read_text("utf-8")
    assert '/edit/main/docs/prepare/answering.md" title=' in prose


def test_formats_lead_to_all_their_questions(guide: Guide, site: Path):
    index = (site / "questions/index.html").read_text("utf-8")
    rows = re.findall(r'<li data-entry data-formats="([^"]*)"[^>]*><a href="([^"]+)"', index)
    for format_ in guide.entries_of("formats"):
        page = (site / f"formats/{format_.id}/index.html").read_text("utf-8")
        assert f'href="../../questions/?formats={format_.id}"' in page
        wanted = [entry_url(guide, question) for question in guide.linked(format_, "questions")]
        assert {f"questions/{href}" for formats, href in rows if format_.id in formats.split()} == {*wanted}
        assert all(f'href="../../{url}"' in page for url in wanted[:30])


def test_index_page_shows_the_computed_count(guide: Guide, site: Path):
    text = (site / "questions/index.html").read_text("utf-8")
    assert f"{len(guide.entries_of('questions'))} questions in" in text


def test_disagreements_list_every_position(guide: Guide, site: Path):
    text = html.unescape((site / "about/claims/index.html").read_text("utf-8"))
    disagreements = [claim for claim in guide.entries_of("claims") if claim.disagree]
    assert len(disagreements) >= 3
    for claim in disagreements:
        assert all(position.source in text for position in claim.positions)
    assert text.count("Sources disagree") == len(disagreements)
