"""The downloads, parsed by strict readers."""

import csv
import datetime as dt
import hashlib
import io
import json
import re
import shutil
import sqlite3
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from guidebook.export import render_downloads
from guidebook.export.anki import render_deck
from guidebook.export.atom import render_feed
from guidebook.export.csv_tables import escape_formula, part_fields
from guidebook.export.timeline_steps import timeline_steps
from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.loading.load import load
from guidebook.output import Site
from release import write_release
from support.broken_data import VALID

SITE = Site(address="https://guide.example/")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def files(guide: Guide) -> dict[str, str | bytes]:
    """Every download of the real data, by its address."""
    return {output.uri: output.content for output in render_downloads(guide, SITE)}


def test_csv_tables_are_valid_and_complete(files: dict, guide: Guide):
    for kind in KINDS:
        text = files[f"api/v1/csv/{kind}.csv"]
        assert text.replace("\r\n", "").count("\r") == 0
        head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert {len(row) for row in rows} == {len(head)}
        assert len(set(head)) == len(head)
        assert [row[0] for row in rows] == [entry.id for entry in guide.entries_of(kind)]
        assert [row[head.index("title")] for row in rows] == [
            escape_formula(entry.title) for entry in guide.entries_of(kind)
        ]
        assert all(row[head.index("url")].startswith(SITE.address) for row in rows)
        assert len(head) < 40
        for part in part_fields(kind):
            text = files[f"api/v1/csv/{kind}_{part}.csv"]
            rows = [*csv.DictReader(io.StringIO(text, newline=""), strict=True)]
            assert [(row["entry"], int(row["number"])) for row in rows] == [
                (e.id, n) for e in guide.entries_of(kind) for n in range(1, len(getattr(e, part)) + 1)
            ]


def test_security_txt_names_a_contact_and_a_day_within_a_year(files: dict, guide: Guide):
    lines = dict(line.split(": ", 1) for line in files[".well-known/security.txt"].splitlines())
    assert lines.keys() >= {"Contact", "Expires", "Canonical"}
    expires = dt.datetime.fromisoformat(lines["Expires"]).date()
    assert guide.last_reviewed < expires <= guide.last_reviewed + dt.timedelta(366)


def test_csv_cells_cannot_start_a_formula(files: dict):
    assert [escape_formula(text) for text in ("=1+1", "@x", "-2", "\t=1", "a=1", "")] == [
        "'=1+1",
        "'@x",
        "'-2",
        "'\t=1",
        "a=1",
        "",
    ]
    for uri, text in files.items():
        if uri.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_anki_deck_has_every_question_once_with_a_stable_guid(files: dict, guide: Guide, tmp_path: Path):
    with zipfile.ZipFile(io.BytesIO(files["api/v1/questions.apkg"])) as package:
        assert package.testzip() is None
        assert json.loads(package.read("media")) == {}
        (tmp_path / "deck").write_bytes(package.read("collection.anki2"))
    with sqlite3.connect(tmp_path / "deck") as deck:
        assert deck.execute("pragma integrity_check").fetchone() == ("ok",)
        notes = deck.execute("select guid, flds, tags from notes").fetchall()
        assert {guid for guid, *_ in notes} == {f"round-two:{q.id}" for q in guide.entries_of("questions")}
        assert deck.execute("select count(*) from cards").fetchone() == (len(notes),)
        assert {flds.count("\x1f") for _, flds, _ in notes} == {4}
    deck.close()


def test_corrected_question_is_newer_in_the_anki_deck_and_the_others_are_not(small_guide: Guide, tmp_path: Path):
    data = Path(shutil.copytree(VALID / "data", tmp_path / "data"))
    before = deck_notes(load(data), tmp_path)
    question, *_ = small_guide.entries_of("questions")
    file = tmp_path / small_guide.origins[question.id].path
    file.write_text(file.read_text("utf-8").replace(question.title, f"{question.title[:-1]} now?"), "utf-8")
    after = deck_notes(load(data), tmp_path)
    corrected = [guid for guid, (fields, _) in after.items() if fields != before[guid][0]]
    assert corrected == [f"round-two:{question.id}"]
    assert after[corrected[0]][1] > before[corrected[0]][1]
    group = {f"round-two:{one.id}" for one in small_guide.entries_of("questions", small_guide.group_of(question))}
    assert {guid for guid, note in after.items() if note[1] != before[guid][1]} == group


def deck_notes(guide: Guide, folder: Path) -> dict[str, tuple[str, int]]:
    """Return the fields and the modification time of each note of the deck by its guid."""
    with zipfile.ZipFile(io.BytesIO(render_deck(guide, SITE))) as package:
        (folder / "deck").write_bytes(package.read("collection.anki2"))
    with sqlite3.connect(folder / "deck") as deck:
        return {guid: (fields, mod) for guid, fields, mod in deck.execute("select guid, flds, mod from notes")}


def test_downloads_are_reproducible(files: dict, guide: Guide):
    with zipfile.ZipFile(io.BytesIO(files["api/v1/questions.apkg"])) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}
    again = {output.uri: output.content for output in render_downloads(guide, SITE)}
    assert again == files


def test_feed_is_valid_atom_with_newest_entries_first(files: dict, guide: Guide):
    root = ET.fromstring(files["feed.xml"])
    assert root.tag == f"{ATOM}feed"
    for node in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"{ATOM}{name}")) == 1
        assert dt.datetime.fromisoformat(node.findtext(f"{ATOM}updated")).tzinfo
        assert node.find(f"{ATOM}link[@rel='alternate']") is not None
    ids = [node.findtext(f"{ATOM}id") for node in root.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == 50
    assert all(id_.startswith("tag:") and id_.rpartition(":")[2] in guide.origins for id_ in ids)
    moments = [node.findtext(f"{ATOM}updated") for node in root.iter(f"{ATOM}entry")]
    assert moments == sorted(moments, reverse=True)
    assert all(node.findtext(f"{ATOM}summary") for node in root.iter(f"{ATOM}entry"))
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"{SITE.address}feed.xml"


def test_latest_reviewed_entry_is_first_in_the_feed(tmp_path: Path):
    data = Path(shutil.copytree(VALID / "data", tmp_path / "data"))
    file = data / "messages/withdraw.yml"
    file.write_text(re.sub(r"reviewed: \S+", "reviewed: 2099-01-01", file.read_text("utf-8")), "utf-8")
    root = ET.fromstring(render_feed(load(data), SITE))
    assert root.findtext(f"{ATOM}entry/{ATOM}id").endswith(":withdraw")
    assert root.findtext(f"{ATOM}updated") == "2099-01-01T00:00:00Z"


def test_of_one_day_the_entry_that_was_added_last_is_first_in_the_feed(tmp_path: Path):
    data = Path(shutil.copytree(VALID / "data", tmp_path / "data"))
    file = data / "asks/success.yml"
    file.write_text(re.sub(r"reviewed: \S+", "reviewed: 2099-01-01", file.read_text("utf-8")), "utf-8")
    ids = re.findall(r"^- id: (\S+)", file.read_text("utf-8"), re.M)
    feed = [node.text.rpartition(":")[2] for node in ET.fromstring(render_feed(load(data), SITE)).iter(f"{ATOM}id")]
    assert feed[1 : len(ids) + 1] == ids[::-1]


def test_timeline_export_has_every_step_in_order(guide: Guide):
    data = timeline_steps(guide)
    assert [step["id"] for step in data["items"]] == [
        step.id for line in guide.entries_of("timelines") for step in line.steps
    ]
    moments, units = ({term["id"] for term in data[name]} for name in ("moments", "units"))
    for step in data["items"]:
        assert step["after"] in moments
        assert step["unit"] in units
        assert step["earliest"] <= step["usual"] <= step["latest"]


def test_a_release_holds_every_format_of_the_data_and_right_checksums(site: Path, tmp_path: Path):
    archive, sums, notes = write_release(site, tmp_path, "1.2.0", "What changed")
    names = [name.removeprefix("round-two-1.2.0/") for name in zipfile.ZipFile(archive).namelist()]
    assert {Path(name).suffix for name in names} >= {".json", ".csv", ".apkg", ".zip", ".xml", ".md", ".cff"}
    assert "data/round-two-skill.zip" in names
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (archive, notes)}
    assert sums.read_text("utf-8") == "".join(f"{digest}  {name}\n" for name, digest in digests.items())
