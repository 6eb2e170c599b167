"""The PDF files of the sheets."""

import shutil
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from support.broken_data import ROOT

KEPT = ("panel-map", "room/panel")


def test_pdfs_are_tagged_titled_linked_and_one_page(site: Path, tmp_path: Path, chromium: object):
    copy = shutil.copytree(site, tmp_path / "site")
    for page in (copy / "print").rglob("*/index.html"):
        if page.parent.relative_to(copy / "print").as_posix() not in KEPT:
            page.write_text(page.read_text("utf-8").replace("data-sheet=", "data-other="), "utf-8")
    script = [sys.executable, str(ROOT / "scripts/pdf.py"), str(copy)]
    subprocess.run(script, check=True, capture_output=True)
    index = (copy / "print/index.html").read_text("utf-8")
    for id_, title, text in zip(
        KEPT, ("Panel map", "Panel interview: in the room"), ("Around", "probably"), strict=True
    ):
        for name, width in (("a4", 595), ("letter", 612)):
            reader = PdfReader(copy / f"print/{id_}-{name}.pdf")
            root, (side,) = reader.trailer["/Root"], reader.pages
            assert abs(float(side.mediabox.width) - width) < 2
            assert root["/MarkInfo"]["/Marked"]
            assert root["/Lang"] == "en"
            assert reader.metadata.title == title
            assert text in side.extract_text()
            links = {link.get_object()["/A"]["/URI"] for link in side["/Annots"] if "/A" in link.get_object()}
            assert len(links) == 1
            assert links.pop().startswith("https://")
            for font in side["/Resources"]["/Font"].values():
                (descendant,) = font.get_object()["/DescendantFonts"]
                assert "/FontFile2" in descendant.get_object()["/FontDescriptor"]
            assert f'href="../print/{id_}-{name}.pdf"' in index
    assert 'href="../../print/room/panel-a4.pdf"' in (copy / "formats/panel/index.html").read_text("utf-8")
    assert "<span data-pdf" in (copy / "formats/role-play/index.html").read_text("utf-8")
