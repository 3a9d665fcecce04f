"""What stands where in a workbook: sheets for the parts of a scenario, rows, and a column for each field.

The columns are read off the schema, so that a new field has its column at once. A place in a scenario and its
place in a workbook are turned into each other without a loss.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, unique
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from game.content import people_schema, schema
from game.content.forms import Form
from game.content.people_schema import file_name
from game.language.locale import Locale
from game.language.text import LocalisedText

Path = tuple[str | int, ...]
"""The way from the root of a scenario to a value: fields and ids, places in lists counting from 0."""


@unique
class Kind(Enum):
    """What a cell holds."""

    ONE = "one"
    SEVERAL = "several"  # words or conditions with commas between them
    PROSE = "prose"  # words of a language
    PART = "part"  # fields of its own; a cell only says that there are none


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a row: the way to it, what it holds, and how that is read."""

    path: tuple[str, ...]
    kind: Kind
    form: Form | None = None
    section: str = ""  # of the table of Chinese words that its name is in

    @property
    def name(self) -> str:
        """Its English heading."""
        return " ".join(self.path)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `ids` are the columns that name a row; `model` gives the others."""

    key: str
    title: LocalisedText
    ids: tuple[str, ...]
    columns: Mapping[str, Column] = field(default_factory=dict)


SCENARIO, PEOPLE, HIDDEN, BEATS, LINES, REPLIES = "scenario", "people", "hidden", "beats", "lines", "replies"
EPILOGUE, CRITERIA, GRADES, OVERRIDES = "epilogue", "criteria", "grades", "overrides"
FIELD, VALUE, REMARK = "field", "value", "remark"
KINDS = ("says", "replies", "thoughts")
"""What a row of the sheet of replies is."""

ID, BEAT, LINE, KIND, PERSON, TRAIT, SPAN = "id", "beat", "line", "kind", "person", "trait", "span"

HEADINGS: Mapping[str, str] = {
    FIELD: "字段",
    VALUE: "值",
    REMARK: "附注",
    ID: "标识",
    BEAT: "节拍",
    LINE: "台词",
    KIND: "类别",
    PERSON: "人物",
    TRAIT: "项目",
    SPAN: "范围",
}
"""Headings that are no fields of a scenario, in Chinese."""

_TITLES = {
    SCENARIO: "剧本",
    PEOPLE: "人物",
    HIDDEN: "隐藏",
    "scenes": "场景",
    "facts": "事实",
    "promises": "承诺",
    "objections": "异议",
    "secrets": "心事",
    "asks": "请求",
    BEATS: "节拍",
    LINES: "台词",
    REPLIES: "回应",
    "endings": "结局",
    EPILOGUE: "尾声",
    CRITERIA: "评分项",
    GRADES: "分级",
    OVERRIDES: "调整",
}
_BY_ID: Mapping[str, type[BaseModel]] = {
    "scenes": schema.Scene,
    "facts": schema.Fact,
    "promises": schema.Promise,
    "objections": schema.Objection,
    "secrets": schema.Secret,
    "asks": schema.Ask,
    "endings": schema.Ending,
}
_LISTED = {EPILOGUE: schema.Epilogue, OVERRIDES: schema.Override}
_RUBRIC: Mapping[str, type[BaseModel]] = {CRITERIA: schema.Criterion, GRADES: schema.Grade}
_ELSEWHERE = frozenset({"lines", "replies", "says", "thoughts", "hidden"})
_LANGUAGES = tuple(locale.value for locale in Locale)


@lru_cache(maxsize=1)
def sheets() -> Mapping[str, Sheet]:
    """Every sheet, in the order of the workbook."""
    rows: dict[str, tuple[tuple[str, ...], type[BaseModel] | None]] = {
        SCENARIO: ((FIELD,), None),
        PEOPLE: ((ID,), people_schema.Person),
        HIDDEN: ((PERSON, TRAIT), None),
        **{key: ((ID,), model) for key, model in _BY_ID.items() if key != "endings"},
        BEATS: ((ID,), schema.Beat),
        LINES: ((BEAT, ID), schema.Line),
        REPLIES: ((BEAT, LINE, KIND), schema.Reply),
        "endings": ((ID,), schema.Ending),
        EPILOGUE: ((), schema.Epilogue),
        **{key: ((ID,), model) for key, model in _RUBRIC.items()},
        OVERRIDES: ((), schema.Override),
    }
    return {
        key: Sheet(
            key,
            LocalisedText({Locale.EN: key.capitalize(), Locale.ZH: _TITLES[key]}),
            ids,
            {column.name: column for column in _when_first(_columns(model) if model else _plain(key))},
        )
        for key, (ids, model) in rows.items()
    }


def _when_first(columns: Iterable[Column]) -> list[Column]:
    """Conditions stand in front, as people read them."""
    return sorted(columns, key=lambda column: column.path != ("when",))


def _plain(key: str) -> Iterator[Column]:
    """The columns of the two sheets that no model describes."""
    if key == HIDDEN:
        yield Column((SPAN,), Kind.ONE)
        return
    yield Column((VALUE,), Kind.ONE)
    for language in _LANGUAGES:
        yield Column((language,), Kind.PROSE)


def _columns(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[Column]:
    """The fields of a model and of its parts; what has a sheet of its own is left out."""
    section = model.__name__.lower()
    for name, info in model.model_fields.items():
        path = (*above, file_name(name))
        if path[-1] in _ELSEWHERE and not above:
            continue
        kind, form = _kind(info.annotation, info.metadata)
        if isinstance(kind, type):
            yield from _columns(kind, path)
            yield Column(path, Kind.PART, None, section)
        else:
            yield Column(path, Kind.PROSE if path[-1] in _LANGUAGES else kind, form, section)


def _kind(annotation: Any, metadata: Any = ()) -> tuple[Kind | type[BaseModel], Form | None]:
    """What a field holds: one leaf, several, or a part with fields of its own."""
    form = next((one for one in metadata if isinstance(one, Form)), None)
    if form is not None:
        return Kind.ONE, form
    if get_origin(annotation) is list:
        (item,) = get_args(annotation)
        form = next((one for one in getattr(item, "__metadata__", ()) if isinstance(one, Form)), None)
        return Kind.SEVERAL, form
    for one in (annotation, *get_args(annotation)):
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one, None
    return Kind.ONE, None


@lru_cache(maxsize=1)
def scenario_fields() -> Mapping[str, Column]:
    """The fields that stand one below the other on the first sheet, by name; of a list without its number."""
    found = {}
    for name, info in schema.Scenario.model_fields.items():
        field_name = file_name(name)
        if get_origin(info.annotation) is dict or field_name in (*_LISTED, "customer"):
            continue
        kind, form = _kind(info.annotation, info.metadata)
        listed = next(iter(get_args(info.annotation)), None) if kind is Kind.SEVERAL else None
        if isinstance(listed, type) and issubclass(listed, BaseModel):
            kind = listed
        columns = (
            [Column((field_name,), kind, form, "scenario")]
            if isinstance(kind, Kind)
            else [Column((field_name,), Kind.PART, None, "scenario"), *_columns(kind, (field_name,))]
        )
        for column in columns:
            if column.path[:2] not in (("rubric", CRITERIA), ("rubric", GRADES)):
                found[column.name] = column
    for part in _RUBRIC:
        found[f"rubric {part}"] = Column(("rubric", part), Kind.PART, None, "rubric")
    return found


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a workbook: a sheet, what names the row, and the way to a field from there.

    Rows of lists are named by their number as well, which stands in no cell.
    """

    sheet: str
    row: Path
    rest: Path


def spot(path: Path) -> Spot:
    """Where the value at a path of a scenario stands."""
    match path:
        case ("customer", "hidden", trait, *rest):
            return Spot(HIDDEN, ("customer", trait), tuple(rest))
        case ("people", person, "hidden", trait, *rest):
            return Spot(HIDDEN, (person, trait), tuple(rest))
        case ("customer", *rest):
            return Spot(PEOPLE, ("customer",), tuple(rest))
        case ("people", person, *rest):
            return Spot(PEOPLE, (person,), tuple(rest))
        case ("beats", beat, "lines", line, "replies" | "thoughts" as kind, int(number), *rest):
            return Spot(REPLIES, (beat, line, kind, number), tuple(rest))
        case ("beats", beat, "lines", line, *rest):
            return Spot(LINES, (beat, line), tuple(rest))
        case ("beats", beat, "says" | "replies" | "thoughts" as kind, int(number), *rest):
            return Spot(REPLIES, (beat, "", kind, number), tuple(rest))
        case ("beats", beat, *rest):
            return Spot(BEATS, (beat,), tuple(rest))
        case ("rubric", "criteria" | "grades" as part, name, *rest):
            return Spot(str(part), (name,), tuple(rest))
        case ("epilogue" | "overrides" as part, int(number), *rest):
            return Spot(str(part), (number,), tuple(rest))
        case (str(part), name, *rest) if part in _BY_ID:
            return Spot(part, (name,), tuple(rest))
    return Spot(SCENARIO, path, ())


def path_of(sheet: str, row: Path) -> Path:
    """The path of a row: what `spot` makes its sheet and row of."""
    match sheet, row:
        case "hidden", (person, trait):
            return (*path_of(PEOPLE, (person,)), "hidden", trait)
        case "people", (person,):
            return ("customer",) if person == "customer" else ("people", person)
        case "lines", (beat, line):
            return ("beats", beat, "lines", line)
        case "replies", (beat, "", kind, number):
            return ("beats", beat, kind, number)
        case "replies", (beat, line, kind, number):
            return ("beats", beat, "lines", line, kind, number)
        case (("criteria" | "grades"), (name,)):
            return ("rubric", sheet, name)
        case "scenario", _:
            return row
    return (sheet, *row)
