"""What every page weighs, from its files; tests/browser/test_page_smoke.py counts what scripts request, too."""

from functools import cache
from pathlib import Path

from page_weight import FIRST, LATER, gzip_size, page_files


def test_no_page_is_heavy(site: Path):
    weigh, home = cache(gzip_size), page_files(site, "")
    found = []
    for file in site.rglob("index.html"):
        files = page_files(site, file.relative_to(site).as_posix().removesuffix("index.html"))
        for seen, most in ((set(), FIRST), (home, LATER)):
            if (weight := sum(weigh(site / name) for name in files - seen)) > most:
                found.append(f"{file}: {weight} bytes, {most} allowed")
    assert found == []
