"""Textbook moments as files: who stands there in which state, what is said, and which way things should go.

A file of `tests/golden/reactions` has a small `scenario` in the scenario language, `contexts` (a state of
mind, percent), `paths` (lines said from a context, whatever the beats would allow) and `expect`: for a path,
against another one, the direction of every reading that matters. A direction has to hold for every pure
type, for the even mixture and for all hidden customers of the scenario.

`every` is one such comparison, the moment in a word, for each variable of the mind: `up`, `down`, `same`, or
`free` with the reason why the textbook does not decide it. All of it was written from the field guide and the
customer model before the code ran. Where the code went another way, one of two things was done, and both are
told: `revised` says what had been written `first` and why the model is right; `at-odds` keeps what the
textbook says and the model does not do. Once the model agrees the test asks for the entry to be moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from game.content.scenario_reader import read_source_text
from game.content.source import Source
from game.engine.aftermath import aftermath
from game.engine.rules import Rules
from game.engine.scenario import Beat, Line, Reply
from game.engine.state import State
from game.engine.terms import ObjectionStep
from game.engine.traits import Attribute, Ints, Resistance, Stage, Trait
from tools.shipped import psychology

FOLDER = Path(__file__).parent / "golden" / "reactions"
TYPES = {
    "D": (1_000, 0, 0, 0),
    "I": (0, 1_000, 0, 0),
    "S": (0, 0, 1_000, 0),
    "C": (0, 0, 0, 1_000),
    "N": (250, 250, 250, 250),
}
CUSTOMERS = 8
SIGNS = {"+": 1, "-": -1, "0": 0}
GROUPS = {"up": 1, "down": -1, "same": 0}
WORDS = ("path", "than", "because")
PAUSE = "pause"
"""A line that does nothing: a turn goes by. Every moment has it, as often as it likes."""


@dataclass(frozen=True, slots=True, eq=False)
class Expectation:
    """After one path rather than another, each reading goes its way: 1 up, -1 down, 0 neither."""

    path: str
    than: str
    because: str
    ways: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Revision:
    """What had been written first of some variables, and why it was wrong."""

    words: tuple[str, ...]
    first: str
    because: str


@dataclass(frozen=True, slots=True)
class Odds:
    """A variable that the model moves (`found`) otherwise than the textbook says (`first`, or "free")."""

    word: str
    first: str
    found: int
    because: str


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One comparison for every variable of the mind.

    Attributes:
        expectation: of the variables whose way the textbook knows.
        free: the others, by variable, with the reason.
        revised: what was written otherwise at first.
        odds: what the model does otherwise.
    """

    expectation: Expectation
    free: Mapping[str, str]
    revised: tuple[Revision, ...]
    odds: tuple[Odds, ...]

    @property
    def words(self) -> list[str]:
        """All variables it speaks of, each as often as it is named."""
        return [*self.expectation.ways, *self.free, *(odd.word for odd in self.odds)]


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """One file."""

    id: str
    guide: tuple[str, ...]
    scenario: str
    contexts: Mapping[str, Mapping[str, object]]
    paths: Mapping[str, tuple[str, tuple[str, ...]]]
    expectations: tuple[Expectation, ...]
    every: Table


@cache
def moments() -> tuple[Moment, ...]:
    """All files, in the order of their names."""
    return tuple(_moment(path) for path in sorted(FOLDER.glob("*.yaml")))


def _moment(path: Path) -> Moment:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Moment(
        id=found["reaction"],
        guide=tuple(found["guide"]),
        scenario=found["scenario"],
        contexts=found["contexts"],
        paths={name: (told["as"], tuple(told["say"])) for name, told in found["paths"].items()},
        expectations=tuple(
            Expectation(
                told["path"],
                told["than"],
                told["because"],
                {word: SIGNS[sign] for word, sign in told.items() if word not in WORDS},
            )
            for told in found["expect"]
        ),
        every=_table(found["every"]),
    )


def _table(found: Mapping[str, Any]) -> Table:
    named = [(word, way) for group, way in GROUPS.items() for word in found.get(group, ())]
    assert len(named) == len(dict(named)), f"named twice: {sorted(word for word, _ in named)}"
    because = "what the textbook says of every variable of the mind"
    return Table(
        Expectation(found["path"], found["than"], because, dict(named)),
        {word: why for words, why in found.get("free", {}).items() for word in words.split()},
        tuple(
            Revision(tuple(words.split()), told["first"], told["because"])
            for words, told in found.get("revised", {}).items()
        ),
        tuple(
            Odds(word, told["first"], SIGNS[told["found"]], told["because"])
            for word, told in found.get("at-odds", {}).items()
        ),
    )


@cache
def rules_of(moment: Moment) -> Rules:
    """The moment's scenario, ready to be played."""
    reading = read_source_text(Source(f"{moment.id}.yaml", moment.scenario), psychology(), moment.guide)
    assert reading.scenario is not None, [found.rendered() for found in reading.diagnostics]
    person = reading.scenario.people[0].id
    silence = Beat(PAUSE, (Line(PAUSE),), person=person, replies=(Reply(f"{PAUSE}.last"),))
    return Rules(replace(reading.scenario, beats=(*reading.scenario.beats, silence)))


def begun(rules: Rules, context: Mapping[str, object]) -> State:
    """Everybody in the context: the five types, each as all hidden customers."""
    state = rules.fresh(np.tile(np.arange(CUSTOMERS, dtype=np.int32), len(TYPES)))
    mind, profile = state.mind, state.profile
    for at, (d, i, s, c) in enumerate(TYPES.values()):
        plays = slice(at * CUSTOMERS, (at + 1) * CUSTOMERS)
        profile[Attribute.AGENCY, 0, plays] = d + i - s - c
        profile[Attribute.COMMUNION, 0, plays] = i + s - d - c
        profile[Attribute.ANALYTIC, 0, plays] = c
    traits = {trait.word: trait for trait in Trait}
    attributes = {attribute.word: attribute for attribute in Attribute}
    for word, value in context.items():
        if word == "voiced":
            state.objection[Resistance[str(value).upper()]] = int(ObjectionStep.VOICED)
        elif word == "stage":
            state.stage[:] = Stage[str(value).upper()]
        elif word == "trust":
            profile[Attribute.PROPENSITY, 0] = percent(value)
        elif word == "analytic":
            profile[Attribute.ANALYTIC, 0] = percent(value) // 10
        elif word in attributes and word not in traits:
            profile[attributes[word], 0] = percent(value)
        elif word != "rung":
            mind[traits[word], 0] = percent(value)
    rules.psyche.first_impression(state)
    if "rung" in context:
        mind[Trait.RUNG, 0] = percent(context["rung"]) // 100
    return state


def percent(value: object) -> int:
    """Percent in basis points."""
    assert isinstance(value, int)
    return value * 100


def said(rules: Rules, state: State, lines: tuple[str, ...]) -> State:
    """The plays after lines, whatever the beats would allow; nothing ends."""
    for line in lines:
        after = rules.advance(state, rules.lines.index[line]).state
        state = replace(after, beat=state.beat, back=state.back, close=state.close, ending=state.ending)
    return state


@cache
def outcome(moment: Moment, path: str) -> Mapping[str, Ints]:
    """Every reading after a path, (play,)."""
    rules = rules_of(moment)
    context, lines = moment.paths[path]
    state = said(rules, begun(rules, moment.contexts[context]), lines)
    after = aftermath(state, rules.scenario)
    readings: dict[str, Ints] = {f.name.replace("_", "-"): getattr(after, f.name) for f in fields(after)}
    readings |= {trait.word: state.mind[trait, 0] for trait in Trait}
    readings["agreed"] = (state.agreed > 0).sum(axis=0)
    readings["composure"] = state.composure
    return readings


def judged(moment: Moment, expectation: Expectation) -> list[str]:
    """What went another way than expected, for people: reading, expected, and the changes type by type."""
    path, than = outcome(moment, expectation.path), outcome(moment, expectation.than)
    wrong = []
    for word, way in expectation.ways.items():
        change = path[word] - than[word]
        if not (np.sign(change) == way).all():
            by_type = change.reshape(len(TYPES), CUSTOMERS)
            shown = ", ".join(
                f"{name} {row.min()}..{row.max()}" for name, row in zip(TYPES, by_type, strict=True)
            )
            wrong.append(f"{word}: expected {'-0+'[way + 1]}, found {shown}")
    return wrong
