"""Write every sheet of the built site as PDF, for A4 and Letter, and link it from the print page."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import browser as browsers
from static_server import serve

sys.path.insert(0, str(Path(__file__).parent.parent / "hooks"))

from guidebook.assets import service_worker

SITE = Path(__file__).parent.parent / "site"
PAPERS = {"a4": "A4", "letter": "Letter"}


def sheet_ids(site: Path) -> list[str]:
    """Return the ids of the sheets in the order of the print page."""
    text = (site / "print/index.html").read_text("utf-8")
    return [part.partition('"')[0] for part in text.split('data-pdf="')[1:]]


def write_pdfs(page: Page, url: str, site: Path, id_: str) -> None:
    """Write the tagged PDFs of one sheet, from the page that readers print themselves."""
    page.goto(f"{url}print/{id_}/")
    for name, paper in PAPERS.items():
        file = site / f"print/{id_}-{name}.pdf"
        page.pdf(path=file, format=paper, tagged=True, outline=True)


def link_pdfs(site: Path, ids: list[str]) -> None:
    """Link the PDFs from the print page, in the empty `data-pdf` element of each sheet."""
    index = site / "print/index.html"
    text = index.read_text("utf-8")
    for id_ in ids:
        links = ", ".join(f'<a href="{id_}-{name}.pdf">{paper}</a>' for name, paper in PAPERS.items())
        empty = f'data-pdf="{id_}">'
        text = text.replace(f"{empty}</p>", f"{empty}PDF: {links}</p>")
    index.write_text(text, "utf-8")


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
