"""The data models: one frozen class for each kind of entry, with a description of each field."""

from .base import Entry, Model
from .checklists import Checklist, Item
from .claims import Claim
from .formats import Format, Recovery
from .legal import OffLimits
from .messages import Message
from .people import LineOfWork, Person
from .questions import Ask, Question, RedFlag
from .references import Reference
from .rounds import Change, PayTalk
from .sheets import Grid, Part, Sheet
from .situations import Situation
from .sources import Source
from .taxonomy import ListTerm, Taxonomy, Wording
from .timelines import Step, Timeline, When
from .validation import Terms

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
    "Situation",
    "Source",
    "Step",
    "Taxonomy",
    "Terms",
    "Timeline",
    "When",
    "Wording",
]
