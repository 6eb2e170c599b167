"""Write every sheet of the built site as PDF, for A4 and Letter, and link it from the pages that name the sheet."""

import os
import re
import sys
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import browser as browsers
import cli  # noqa: F401 lets guidebook be imported
from guidebook.assets import service_worker
from static_server import serve

SITE = Path(__file__).parent.parent / "site"
PAPERS = {"a4": "A4", "letter": "Letter"}
EMPTY = re.compile(r'(?P<tag><\w+ data-pdf="(?P<id>[^"]+)">)</')


def sheet_ids(site: Path) -> list[str]:
    """Return the folder of each sheet below print/: `panel`, `room/panel`."""
    pages = sorted((site / "print").rglob("*/index.html"))
    return [
        page.parent.relative_to(site / "print").as_posix() for page in pages if "data-sheet=" in page.read_text("utf-8")
    ]


def write_pdfs(page: Page, url: str, site: Path, id_: str) -> None:
    """Write the tagged PDFs of one sheet, from the page that readers print themselves."""
    page.goto(f"{url}print/{id_}/")
    page.evaluate("document.title = document.title.split(' (print)')[0]")
    for name, paper in PAPERS.items():
        page.pdf(path=site / f"print/{id_}-{name}.pdf", format=paper, tagged=True, outline=True)


def link_pdfs(site: Path, ids: list[str]) -> None:
    """Link the PDFs wherever a page of the site has an empty `data-pdf` element for a sheet."""
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        if "data-pdf=" in text:
            root = "../" * len(page.parent.relative_to(site).parts)
            page.write_text(EMPTY.sub(partial(_links, root, ids), text), "utf-8")


def _links(root: str, ids: list[str], match: re.Match[str]) -> str:
    if match["id"] not in ids:
        return match[0]
    links = " ".join(f'<a href="{root}print/{match["id"]}-{name}.pdf">{paper}</a>' for name, paper in PAPERS.items())
    return f"{match['tag']}PDF: {links}</"


def main(site: Path = SITE) -> int:
    """Write all PDFs; return 1 without a site or a browser."""
    if not (site / "print/index.html").is_file():
        print("There is no site yet: run `make site` first.", file=sys.stderr)
        return 1
    if (path := browsers.find_browser()) is None:
        print("No browser: run `make test` once, or set BROWSER_PATH.", file=sys.stderr)
        return 1
    ids = sheet_ids(site)
    with serve(site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=browsers.LAUNCH_OPTIONS)
        page = browser.new_page()
        for id_ in ids:
            write_pdfs(page, url, site, id_)
        browser.close()
    link_pdfs(site, ids)
    service_worker.update_manifest(site)
    print(f"{len(ids) * len(PAPERS)} files in {os.path.relpath(site / 'print')}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SITE))
