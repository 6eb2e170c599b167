"""Relative links between pages, and long menus."""

from types import SimpleNamespace

import pytest

from guidebook.urls import relative_url
from nav import empty_folders, nearby_siblings


@pytest.mark.parametrize(
    ("target", "here", "link"),
    [
        ("formats/panel/", "formats/", "panel/"),
        ("formats/", "formats/panel/", "../"),
        ("", "formats/panel/", "../../"),
        ("formats/panel/", "", "formats/panel/"),
        ("questions/values/#a", "questions/values/", "#a"),
        ("questions/values/#a", "pay/", "../questions/values/#a"),
        ("", "", "./"),
        ("formats/panel/", "formats/presentation/", "../panel/"),
        ("about/#guide-a", "about/claims/", "../#guide-a"),
    ],
)
def test_relative_links_between_any_two_pages(target: str, here: str, link: str):
    assert relative_url(target, here) == link


@pytest.mark.parametrize(
    ("pages", "active", "shown"),
    [(40, 39, range(40)), (100, 0, range(40)), (100, 50, range(30, 70)), (100, 99, range(60, 100))],
)
def test_long_menus_list_only_nearby_pages(pages: int, active: int, shown: range):
    items = [SimpleNamespace(at=at, active=at == active) for at in range(pages)]
    assert [item.at for item in nearby_siblings(items)] == [*shown]


def test_a_folder_of_the_menu_without_pages_is_found():
    nav = ["home.md", {"More": ["in/", {"Gone": "gone/"}]}]
    assert empty_folders(nav, {"home.md": "Home", "in/index.md": "In"}) == ["gone/"]
