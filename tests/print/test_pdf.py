"""The PDF files of the sheets."""

import shutil
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from support.broken_data import ROOT


def test_pdfs_are_tagged_one_page_and_linked(site: Path, tmp_path: Path, chromium: object):
    copy = shutil.copytree(site, tmp_path / "site")
    index = copy / "print/index.html"
    kept = 'data-pdf="panel-map">'
    text = index.read_text("utf-8")
    assert kept in text
    index.write_text(text.replace("data-pdf=", "data-other=").replace(f"data-other={kept[9:]}", kept))
    script = [sys.executable, str(ROOT / "scripts/pdf.py"), str(copy)]
    subprocess.run(script, check=True, capture_output=True)
    for name, width in (("a4", 595), ("letter", 612)):
        reader = PdfReader(copy / f"print/panel-map-{name}.pdf")
        root = reader.trailer["/Root"]
        assert len(reader.pages) == 1
        assert abs(float(reader.pages[0].mediabox.width) - width) < 2
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "en"
        assert "Panel map" in reader.metadata.title
        assert "Around the table" in reader.pages[0].extract_text()
        for font in reader.pages[0]["/Resources"]["/Font"].values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in descendant.get_object()["/FontDescriptor"]
        assert f'href="panel-map-{name}.pdf"' in index.read_text("utf-8")
