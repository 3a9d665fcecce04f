"""The model map: where each item of the field guide lives in the customer model, or why it lives elsewhere.

It covers the core and important items of groups A to G; group H are cases, which scenarios tell.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum, unique
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from game.content.diagnostics import Diagnostic, Findings, shown, suggestion
from game.content.field_guide import FieldGuide
from game.content.fields import PHRASES, Fields
from game.content.guide_entries import GuideIndex, Priority
from game.content.psychology_file import psychology
from game.content.psychology_notes import PsychologyNotes
from game.content.rubric import default_rubric
from game.content.source import read_source
from game.content.yaml_tree import MapNode, plain, read_tree
from game.engine.psychology import Psychology
from game.engine.traits import Attribute, Trait
from game.language.locale import Locale
from game.language.text import LocalisedText

MAP_HEAD = "rapport-model-map"
MAPPED_GROUPS = frozenset("ABCDEFG")
"""Groups of the field guide whose items need a place."""

_VERSION = "1"
_SHOWN = 8
_LANGUAGES = tuple(locale.value for locale in Locale)


@unique
class Home(Enum):
    """Where an item lives; the order is the order in which people are told."""

    MODEL = "model"
    SCORING = "scoring"
    SCENARIO = "scenario"
    LESSON = "lesson"
    TRAINER = "trainer"
    LATER = "later"

    @property
    def words(self) -> LocalisedText:
        """What people call it."""
        english, chinese = {
            Home.MODEL: ("in the customer model", "在客户模型里"),
            Home.SCORING: ("in the score", "在评分里"),
            Home.SCENARIO: ("in what authors write", "在作者写的剧本里"),
            Home.LESSON: ("in its lesson", "在小课里"),
            Home.TRAINER: ("with the trainer", "交给培训师"),
            Home.LATER: ("nowhere yet", "还没有位置"),
        }[self]
        return LocalisedText({Locale.EN: english, Locale.ZH: chinese})


_HOMES = {home.value: home for home in Home}


@dataclass(frozen=True, slots=True)
class ModelPlace:
    """The place of one item.

    Attributes:
        id: of the item.
        home: where it lives.
        names: what carries it: traits, attributes, tactics, coefficients, curves, moods, signs, grades.
        words: one sentence that says how, or why elsewhere.
    """

    id: str
    home: Home
    names: tuple[str, ...]
    words: LocalisedText


@dataclass(frozen=True, slots=True)
class MapReading:
    """What came of `model_map.yaml`: places by item, in the order of the file, and what is wrong."""

    places: Mapping[str, ModelPlace] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def living(self, home: Home) -> tuple[ModelPlace, ...]:
        """The places of one kind, in the order of the file."""
        return tuple(place for place in self.places.values() if place.home is home)


def mapped(index: GuideIndex) -> tuple[str, ...]:
    """The ids of the field guide that need a place."""
    return tuple(
        item.id
        for item in index.items.values()
        if item.group in MAPPED_GROUPS and item.priority is not Priority.NICE
    )


def practised(notes: PsychologyNotes) -> frozenset[str]:
    """The items that an entry of the psychology file says it practises."""
    tables = (notes.numbers, notes.curves, notes.tactics, notes.moods, notes.kinds, notes.signs)
    return frozenset(item for table in tables for note in table.values() for item in note.practises)


def model_names(psychology: Psychology) -> frozenset[str]:
    """Everything that a place may name."""
    return frozenset(
        {
            *(trait.word for trait in Trait),
            *(attribute.word for attribute in Attribute),
            *psychology.tactics.ids,
            *psychology.number,
            *psychology.curves,
            *psychology.moods,
            *psychology.signs,
            *(default_rubric().grades or {}),
        }
    )


def read_model_map(
    path: Path, wanted: Collection[str], practising: Collection[str], names: Collection[str]
) -> MapReading:
    """Reads a model map.

    Args:
        path: The file.
        wanted: The items that need a place, and the only ones that may have one.
        practising: The items that the psychology file practises; they live in the model.
        names: What a place may name.

    Returns:
        The places that could be read; what is wrong beside them.
    """
    source, about_file = read_source(path)
    findings = Findings(path.as_posix(), source)
    findings.extend(about_file)
    node = read_tree(source, findings) if source is not None else None
    if node is None:
        return MapReading({}, findings.told())
    if not isinstance(node, MapNode) or plain(node).get(MAP_HEAD) != _VERSION:
        findings.add("SC821", node.line, node.column, head=MAP_HEAD)
        return MapReading({}, findings.told())
    root = Fields(node, node, findings, PHRASES)
    root.only((MAP_HEAD, "places"))
    entries = root.below("places")
    places: dict[str, ModelPlace] = {}
    for name in entries.names:
        if name not in wanted:
            entries.tell("SC422", entries.key(name), name=shown(name), hint=suggestion(name, wanted))
        places[name] = _place(name, entries.below(name), practising, names)
    missing = [name for name in wanted if name not in places]
    if missing and "places" in node.keys:
        rest = f" … (+{len(missing) - _SHOWN})" if len(missing) > _SHOWN else ""
        root.tell("SC826", root.key("places"), name=", ".join(missing[:_SHOWN]) + rest)
    return MapReading(places, findings.told())


def _place(name: str, entry: Fields, practising: Collection[str], names: Collection[str]) -> ModelPlace:
    entry.only(("lives", "in"), _LANGUAGES)
    node = entry.text("lives")
    home = _HOMES.get((entry.chosen(node, _HOMES) or "") if node is not None else "", Home.LATER)
    if node is not None and node.text in _HOMES and home is not Home.MODEL and name in practising:
        entry.tell("SC828", node, name=name)
    parts = entry.texts("in")
    for part in parts:
        if part.text not in names:
            entry.tell("SC827", part, name=shown(part.text), hint=suggestion(part.text, names))
    if home is Home.MODEL and not parts and "in" in entry.node.keys:
        entry.tell("SC829", entry.key("in"), name=name)
    return ModelPlace(name, home, tuple(part.text for part in parts), entry.words())


def read_against_shipped(path: Path) -> MapReading:
    """Reads a model map and checks it against the shipped field guide and customer model.

    Without a sound psychology file there is nothing to check it against: then nothing is read but that.
    """
    model, index = psychology(), FieldGuide.load().index
    if model.psychology is None:
        return MapReading({}, model.diagnostics)
    return read_model_map(path, mapped(index), practised(model.notes), model_names(model.psychology))


@lru_cache(maxsize=1)
def model_map() -> MapReading:
    """The map that comes with the game."""
    return read_against_shipped(Path(str(files("game.content").joinpath("model_map.yaml"))))
