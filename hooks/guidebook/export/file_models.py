"""The models of the JSON files in /api/v1/, made of the models of the entries. They are the source of the schemas."""

import datetime as dt
from functools import cache
from typing import Any

from pydantic import Field, create_model

from ..kind import Kind
from ..kinds import KINDS
from ..models import (
    Checklist,
    Format,
    Item,
    LineOfWork,
    ListTerm,
    Model,
    Person,
    Question,
    RedFlag,
    Step,
    Taxonomy,
    When,
)
from ..models.checklists import Core


class File(Model):
    """A file of the data."""

    kind: str
    """The name of the file."""
    version: str
    """The version of the data, by semantic versioning."""
    date: dt.date
    """The day of the latest review of an entry."""
    license: str
    """The license as an SPDX identifier. Credit “Round Two contributors”."""


class Term(Model):
    """An id and the words for it."""

    id: str
    """Permanent name."""
    title: str
    """The words that readers see."""


class Link(Term):
    """An entry and its address."""

    url: str
    """Address from the root of the site."""


class PublishedFile(Model):
    """A file that is published."""

    url: str
    """Address from the root of the site."""
    media_type: str
    """Media type, such as text/csv."""
    json_schema: str | None = Field(None, alias="schema")
    """Address of its JSON Schema from the root of the site."""


class IndexItem(Model):
    """A kind of entry."""

    kind: str
    """Its name."""
    count: int
    """The number of its entries."""
    url: str
    """The file of its entries, from the root of the site."""
    json_schema: str = Field(alias="schema")
    """The JSON Schema of that file, from the root of the site."""


def _model(name: str, base: type[Model] = Model, **fields: Any) -> type[Model]:
    """Return a model with `fields`: each a type, or a type and a description."""
    pairs = {field: value if isinstance(value, tuple) else (value, "") for field, value in fields.items()}
    described = {field: (kind, Field(description=about or None)) for field, (kind, about) in pairs.items()}
    return create_model(name, __base__=base, __doc__=None, **described)


def _pick(model: type[Model], names: str, optional: str = "") -> dict[str, Any]:
    """Return the types and descriptions of some fields of `model`; those in `optional` may be left out."""
    fields = {name: model.model_fields[name] for name in f"{names} {optional}".split()}
    return {
        name: (field.annotation | None if name in optional.split() else field.annotation, field.description)
        for name, field in fields.items()
    }


def _file(name: str, **fields: Any) -> type[Model]:
    """Return the model of a file with `fields`. With `items` among them, it also states their number."""
    count = {"count": (int, "The number of items.")} if "items" in fields else {}
    return _model(f"{name}File", File, **count, **fields)


def _entries(kind: Kind) -> type[Model]:
    """Return the model of the file of a kind: its entries with their group, if their file names it, and their URL."""
    group = {"group": (str, "The group that its file names, a term of the taxonomy.")} if kind.file_groups else {}
    entry = _model(kind.model.__name__, kind.model, **group, **_pick(Link, "url"))
    return _file(kind.model.__name__, items=list[entry])


_ROLE = {"role": (str | None, "The role by which the planner knows the list.")}


def _plan() -> type[Model]:
    link = _pick(Link, "id title url")
    question = _pick(Question, "", "people formats fields aliases")
    person = _pick(Person, "", "aliases judges fears asks opening pitfalls")
    only = _pick(Checklist, "", "only")
    own = _model("PlanOwnQuestion", id=str, title=str)
    field = _pick(LineOfWork, "", "aliases formats people")
    return _file(
        "Plan",
        named=(dict[str, str], "The id of the entry for each role."),
        core=_core(),
        lists=list[_model("PlanList", **link, formats=list[str], **_ROLE, **only)],
        tasks=list[_task()],
        formats=list[_plan_format(link)],
        people=list[_model("PlanPerson", **link, **person, also=list[str])],
        fields=list[_model("PlanField", **link, **field, questions=list[own])],
        questions=list[_model("PlanQuestion", **link, **question, family=str)],
        asks=list[_model("PlanAsk", **link, people=list[str] | None)],
        red_flags=list[_model("PlanSign", **link, **_pick(RedFlag, "signal"))],
    )


@cache
def _core() -> type[Model]:
    return _model("PlanCore", **_pick(Core, "", " ".join(Core.model_fields)))


def _task() -> type[Model]:
    required = "id phase text minutes rev"
    optional = [name for name in Item.model_fields if name not in f"{required} why search".split()]
    return _model("Task", list=(str, "The id of its checklist."), **_pick(Item, required, " ".join(optional)), **_ROLE)


def _plan_format(link: dict[str, Any]) -> type[Model]:
    fields = _pick(Format, "", "aliases minutes people likely asks red_flags pitfalls")
    return _model("PlanFormat", **link, **fields, first_five=list[str], online=bool, core=_core())


def _practice() -> type[Model]:
    return _file(
        "Practice",
        people=list[
            _model("PracticePerson", **_pick(Link, "id title url"), **_pick(Person, "judges"), competencies=list[str])
        ],
        competencies=list[Term],
        factors=list[Term],
        signs=list[_model("PracticeSign", **_pick(RedFlag, "id title signal weight"))],
    )


def _cards() -> type[Model]:
    seconds = (int, "Target length of the answer.")
    fields = _pick(Question, "id people formats fields", "aliases")
    likely = (int | None, "The number of formats that list it, unless it needs context.")
    return _file("Cards", items=list[_model("Card", **fields, family=str, seconds=seconds, likely=likely)])


def _items() -> type[Model]:
    list_ = (str, "The id of its checklist or format.")
    item = _model("ChecklistItem", **_pick(Item, "id phase rev essential", "aliases"), **_pick(Link, "url"), list=list_)
    return _file("Items", lists=list[Link], phases=list[Term], items=list[item])


def _calendar() -> type[Model]:
    when = _pick(When, "unit earliest usual latest")
    step = _pick(Step, "id title stop messages") | _pick(Link, "url")
    step = _model("CalendarStep", **step, **when, timeline=str, text=str, after=(str, "The moment to count from."))
    return _file("Calendar", moments=list[Term], units=list[Term], items=list[step])


def _holidays() -> type[Model]:
    weekend = (list[int], "Days of the week; Sunday is 0.")
    country = _model("HolidayCountry", **_pick(ListTerm, "id title"), weekend=weekend, days=list[dt.date])
    return _file("Holidays", **{"from": dt.date, "to": dt.date}, items=list[country])


def file_models() -> dict[str, type[Model]]:
    """Return the model of each JSON file in /api/v1/, by the name of the file."""
    entry = _model("EntryLink", Link, kind=str, aliases=(list[str] | None, "Former ids."))
    return {kind.name: _entries(kind) for kind in KINDS.values()} | {
        "taxonomy": create_model("TaxonomyFile", __base__=(Taxonomy, File)),
        "items": _items(),
        "plan": _plan(),
        "holidays": _holidays(),
        "practice": _practice(),
        "cards": _cards(),
        "calendar": _calendar(),
        "entries": _file("Entries", items=list[entry]),
        "index": _file("Index", items=list[IndexItem], files=list[PublishedFile]),
    }
