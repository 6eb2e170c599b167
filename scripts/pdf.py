"""Write every sheet of the built site as PDF, for A4 and Letter, and link it from the print page."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import browser as browsers
from static_server import served

sys.path.insert(0, str(Path(__file__).parent.parent / "hooks"))

from guidebook.assets import service_worker

SITE = Path(__file__).parent.parent / "site"
PAPERS = {"a4": "A4", "letter": "Letter"}


def sheets(site: Path) -> list[str]:
    """Return the ids of the sheets, as the print page lists them."""
    text = (site / "print/index.html").read_text("utf-8")
    return [part.partition('"')[0] for part in text.split('data-pdf="')[1:]]


def write(page: Page, address: str, site: Path, id_: str) -> None:
    """Write the PDFs of one sheet, tagged, from the page that readers print themselves."""
    page.goto(f"{address}print/{id_}/")
    for name, paper in PAPERS.items():
        file = site / f"print/{id_}-{name}.pdf"
        page.pdf(path=file, format=paper, tagged=True, outline=True)


def link(site: Path, ids: list[str]) -> None:
    """Link the PDFs from the print page, which holds an empty place for each."""
    index = site / "print/index.html"
    text = index.read_text("utf-8")
    for id_ in ids:
        links = ", ".join(
            f'<a href="{id_}-{name}.pdf">{paper}</a>' for name, paper in PAPERS.items()
        )
        empty = f'data-pdf="{id_}">'
        text = text.replace(f"{empty}</p>", f"{empty}PDF: {links}</p>")
    index.write_text(text, "utf-8")


def main(site: Path = SITE) -> int:
    """Write all PDFs; return 1 when there is no site or no browser."""
    if not (site / "print/index.html").is_file():
        print("There is no site yet: run `make site` first.", file=sys.stderr)
        return 1
    if (path := browsers.find()) is None:
        print("No browser: run `make test` once, or set BROWSER_PATH.", file=sys.stderr)
        return 1
    ids = sheets(site)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=browsers.OPTIONS)
        page = browser.new_page()
        for id_ in ids:
            write(page, address, site, id_)
        browser.close()
    link(site, ids)
    service_worker.renew(site)
    print(f"{len(ids) * len(PAPERS)} files in {os.path.relpath(site / 'print')}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SITE))
