"""The pages for programs: the Markdown twin of each page, and llms.txt."""

import html
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "rect", "circle", "wbr"}
CONTROLS = {"svg", "select", "button", "output", "progress", "datalist", "template", "script", "textarea"}
JUMPS_AND_DRAWINGS = {"nav", "figure"}
HIDDEN = {"scripted", "permalink", "improve", "suggest", "fold__line", "trail", "md-content__button"}
TITLES = {"h1", "h2", "h3", "h4", "strong"}
LINK = re.compile(r"^- \[[^\]]+\]\((https://[^)]+)\): .+$", re.MULTILINE)


class Words(HTMLParser):
    """The words of the main part of a page, without controls and what only works with scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.path: list[tuple[str, bool]] = []
        self.text = ""
        self.starts: dict[str, int] = {}
        self.untitled = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note whether the element is shown."""
        found = {name: value or "" for name, value in attrs}
        is_hidden = tag in CONTROLS | JUMPS_AND_DRAWINGS or found.get("aria-hidden") == "true"
        is_hidden = is_hidden or bool({*found.get("class", "").split()} & HIDDEN)
        is_hidden = is_hidden or (tag == "label" and "li" not in self.tags())
        if tag not in VOID:
            self.path.append((tag, is_hidden))
        self.text += " "
        self.starts[tag] = len(self.text)
        self.untitled = tag == "summary" or (self.untitled and tag not in TITLES)

    def handle_endtag(self, tag: str) -> None:
        """Leave the element."""
        if tag in self.tags():
            while self.path.pop()[0] != tag:
                pass
        if tag == "legend":
            self.starts["legend"] = len(self.text)
        names_controls = tag == "fieldset" and not self.text[self.starts.get("legend", 0) :].strip()
        if names_controls or (tag == "summary" and self.untitled):  # says nothing, or only what a click does
            self.text = self.text[: self.starts[tag]]
        self.text += " "

    def handle_data(self, data: str) -> None:
        """Collect shown text."""
        if "main" in self.tags() and not any(is_hidden for _, is_hidden in self.path):
            self.text += data

    def tags(self) -> set[str]:
        """Return the tags of the open elements."""
        return {tag for tag, _ in self.path}


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"\w+", text)


@pytest.fixture(scope="module")
def twins(site: Path) -> dict[Path, str]:
    """The Markdown twin of every page, by the file of the page."""
    return {file: file.with_name("index.md").read_text("utf-8") for file in site.rglob("index.html")}


def test_a_twin_says_what_its_page_says_and_nothing_else(twins: dict[Path, str]):
    for file, twin in twins.items():
        said = words(Words(file.read_text("utf-8")).text)
        parts = re.split(r"^```\w*$", twin, flags=re.MULTILINE)
        parts[::2] = [re.sub(r"\]\([^)\s]*\)|^\d+\. ", " ", part, flags=re.MULTILINE) for part in parts[::2]]
        assert words(" ".join(parts)) == said, file


def test_twins_are_plain_markdown(twins: dict[Path, str]):
    for file, twin in twins.items():
        prose = re.sub(r"```.*?```|`[^`\n]+`", "code", twin, flags=re.DOTALL)
        assert re.findall(r"^# ", prose, re.MULTILINE) == ["# "], file
        assert re.findall(r"</?[a-z][^>]*>|\{:|\]\(\)|\n{3}|\*{4}|[^#\n]##|[^:]//", prose) == [], file


def test_llms_txt_parses_and_every_link_answers(site: Path, twins: dict[Path, str]):
    text = (site / "llms.txt").read_text("utf-8")
    assert re.match(r"# [^\n]+\n\n> [^\n]+\n\n(?:[^#\n>-][^\n]+\n\n)+## ", text)
    root = re.search(r"(https://[^/]+/)llms-full\.txt", text)[1]
    sections = re.split(r"^## .+$", text, flags=re.MULTILINE)[1:]
    assert "## Optional" in text
    for section in sections:
        assert LINK.sub("", section).strip() == ""
    links = LINK.findall(text)
    assert len(links) == len({*links})
    everywhere = text + (site / "llms-full.txt").read_text("utf-8") + "".join(twins.values())
    for link in {*re.findall(rf"\]\({root}([^)#?\s]*)", everywhere)}:
        path = site / link
        assert (path / "index.html").is_file() if path.is_dir() else path.is_file(), link


def test_pages_link_to_their_twin_and_the_cache_leaves_it_out(site: Path, twins: dict[Path, str]):
    for file in twins:
        assert re.search(
            r'<link rel="alternate" type="text/markdown"[^>]* href="index.md">', file.read_text("utf-8")
        ), file
    assert not re.search(r'"[^"]*(?:\.md|llms[^"]*)":"sha', (site / "sw.js").read_text("utf-8"))


def test_the_skill_follows_the_open_layout(site: Path):
    with zipfile.ZipFile(site / "data/round-two-skill.zip") as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    manual = texts["round-two/SKILL.md"]
    meta = yaml.safe_load(manual.split("---\n")[1])
    assert manual.startswith("---\n")
    assert meta["name"] == "round-two"
    assert 0 < len(meta["description"]) <= 200  # the most that Claude takes; the open format allows 1024
    assert meta["license"] == "CC-BY-4.0"
    assert all(isinstance(value, str) for value in meta["metadata"].values())
    assert manual.count("\n") < 500
    files = re.findall(r"`(references/[^`]+\.md)`", manual)
    assert len(files) > 10
    assert [file for file in files if f"round-two/{file}" not in texts] == []
    rules = re.search(r"data-rules>(.*?)</pre>", (site / "practice/assistant/index.html").read_text("utf-8"), re.DOTALL)
    assert html.unescape(rules[1]).strip() in manual
