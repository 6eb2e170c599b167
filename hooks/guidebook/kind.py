"""Kind: the properties of one kind of entry, with defaults."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from .models import Entry

TEMPLATES = Path(__file__).parent / "site/templates"


class PageMode(Enum):
    """The pages that show the entries of a kind."""

    OWN = auto()
    """Each entry has a page, and an index page lists them."""
    GROUP = auto()
    """Each group of entries shares a page, and an index page lists them."""
    SHARED = auto()
    """All entries share one page."""
    EMBEDDED = auto()
    """All entries are part of a page of site/standalone_pages.py."""
    SHEET = auto()
    """Each entry has a page made for printing, and an index page lists them."""


@dataclass(frozen=True)
class Kind:
    """A kind of entry. Only `name` and `model` are required."""

    name: str
    """Name in data/, in the API and in code: plural, words joined by underscores."""
    model: type[Entry]
    single: bool = False
    """True when the file data/<name>.yml contains all entries."""
    groups: str = ""
    """List in taxonomy.yml that contains the groups of its entries."""
    group_field: str = ""
    """Field that names the group of an entry; empty when each file in data/<name>/ contains one group."""
    pages: PageMode = PageMode.OWN
    url: str = ""
    """URL of its index or shared page from the root of the site, by default `<name>/`."""
    template: str = ""
    """Template of its pages, by default the name of the kind."""
    title: str = ""
    """Heading of its index or shared page, by default the label."""
    description: str = ""
    """Description of its index or shared page, for search engines and previews."""
    label: str = ""
    """Plural for lists of kinds and the menu, by default the name in words."""
    result_label: str = ""
    """Singular for search results, by default the label."""
    weight: float = 1.0
    """Factor for the score of its search results; 1 is neutral."""
    excerpt: str = "summary"
    """Field that summarizes an entry in search results, in the feed and in page descriptions."""
    search: tuple[str, ...] = ()
    """Everyday words that readers may search for to find its index or shared page."""
    faq: tuple[str, ...] = ()
    """Fields that answer the title, when its shared page is marked up as questions and answers."""
    has_one_pager: bool = False
    """True when each entry also has a one-pager to print."""
    in_feed: bool = True
    in_a_to_z: bool = True
    is_related: bool = False
    """True when pages of other entries may suggest its entries as related."""
    is_advice: bool = True
    """True when authoring/readability.py limits its reading grade; laws and sources cannot be simplified."""
    must_be_linked: bool = True
    """True when another entry has to refer to each entry."""
    advice: str = ""
    """One line for contributors who add an entry."""

    def __post_init__(self) -> None:
        """Fill in the defaults that depend on other fields."""
        words = self.name.replace("_", " ")
        label = self.label or words.capitalize()
        defaults = {
            "url": f"{self.name.replace('_', '-')}/" if self.pages != PageMode.EMBEDDED else "",
            "template": self.name,
            "label": label,
            "title": label,
            "description": f"{label} in second interviews.",
            "result_label": label,
            "advice": f"Every field is described in data/schema/{self.name}.json.",
        }
        for name, value in defaults.items():
            object.__setattr__(self, name, getattr(self, name) or value)

    @property
    def file_groups(self) -> str:
        """The taxonomy list of the files in data/<name>/, or empty when files are not groups."""
        return "" if self.group_field else self.groups

    @property
    def is_list(self) -> bool:
        """True when a file contains a list of entries, False when it contains one entry."""
        return self.single or bool(self.file_groups)

    @property
    def path(self) -> str:
        """The file or folder of its entries, from the root of the project."""
        return f"data/{self.name}.yml" if self.single else f"data/{self.name}/"

    @property
    def has_own_page(self) -> bool:
        """True when its index or shared page is generated from the table."""
        return self.pages != PageMode.EMBEDDED

    @property
    def has_sheet(self) -> bool:
        """True when each entry has a printable page."""
        return self.pages == PageMode.SHEET or self.has_one_pager

    @property
    def index_template(self) -> str | None:
        """The template of its index page, or None when it has no index page."""
        if self.pages in (PageMode.SHARED, PageMode.EMBEDDED):
            return None
        own = f"index/{self.name}"
        return own if (TEMPLATES / f"{own}.md.jinja").is_file() else "index/default"

    def excerpt_of(self, entry: Entry) -> str:
        """Return the summary of `entry`: the excerpt field, or its first item when it is a list."""
        value = getattr(entry, self.excerpt)
        return value if isinstance(value, str) else value[0]
