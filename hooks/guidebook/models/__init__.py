"""The model of the guide: one frozen class for every kind of entry, each field described."""

from typing import NamedTuple

from .base import Entry, Model, Reference, Terms
from .formats import Format, Item, LineOfWork, Person, Recovery
from .questions import Ask, Question, RedFlag
from .sheets import Grid, Part, Sheet
from .sources import Change, Claim, OffLimits, PayTalk, Source
from .taxonomy import ListTerm, Taxonomy
from .timelines import Checklist, Message, Step, Timeline, When


class Kind(NamedTuple):
    """A kind of entry and how its files lie in data/."""

    name: str
    model: type[Entry]
    group: str | None = None
    """The taxonomy list whose terms name the files of a folder of lists."""
    single: bool = False
    """True when one file data/<name>.yml holds all entries."""

    @property
    def listed(self) -> bool:
        """True when a file holds a list of entries, false when it holds one."""
        return self.single or self.group is not None

    @property
    def place(self) -> str:
        """The file or folder of its entries."""
        return f"data/{self.name}.yml" if self.single else f"data/{self.name}/"


KINDS = {
    kind.name: kind
    for kind in (
        Kind("formats", Format),
        Kind("people", Person),
        Kind("questions", Question, group="families"),
        Kind("asks", Ask, group="ask_topics"),
        Kind("red_flags", RedFlag, group="flag_topics"),
        Kind("timelines", Timeline),
        Kind("messages", Message),
        Kind("checklists", Checklist),
        Kind("fields", LineOfWork),
        Kind("changes", Change, single=True),
        Kind("pay", PayTalk, single=True),
        Kind("off_limits", OffLimits),
        Kind("sheets", Sheet, single=True),
        Kind("claims", Claim, single=True),
        Kind("sources", Source, single=True),
    )
}

__all__ = [
    "KINDS",
    "Ask",
    "Change",
    "Checklist",
    "Claim",
    "Entry",
    "Format",
    "Grid",
    "Item",
    "Kind",
    "LineOfWork",
    "ListTerm",
    "Message",
    "Model",
    "OffLimits",
    "Part",
    "PayTalk",
    "Person",
    "Question",
    "Recovery",
    "RedFlag",
    "Reference",
    "Sheet",
    "Source",
    "Step",
    "Taxonomy",
    "Terms",
    "Timeline",
    "When",
]
