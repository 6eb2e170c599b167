"""The model of the guide: one frozen class for every kind of entry, each field described."""

from .base import Entry, Model, Reference, Terms
from .formats import Format, Item, LineOfWork, Person, Recovery
from .questions import Ask, Question, RedFlag
from .sheets import Grid, Part, Sheet
from .sources import Change, Claim, OffLimits, PayTalk, Source
from .taxonomy import ListTerm, Taxonomy
from .timelines import Checklist, Message, Step, Timeline, When

__all__ = [
    "Ask",
    "Change",
    "Checklist",
    "Claim",
    "Entry",
    "Format",
    "Grid",
    "Item",
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
