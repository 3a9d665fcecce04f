"""The lines of a scenario as arrays, so that one line or a line per play is the same look-up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.psychology import Psychology, Role
from game.engine.rounding import MILLE
from game.engine.scenario import Beat, Line, Scenario
from game.engine.traits import Ints, Resistance

SLOTS = 3
"""Tactics one line may carry."""

NONE = -1

EXPECTED = 5_000
"""The price she expects, in basis points of the price scale."""


@dataclass(frozen=True, slots=True)
class Said:
    """The lines being said: every field is a scalar array or has one entry per play.

    `tactics`, `rows`, `doses` and `harms` have the slots in front: (slot,) for one line, (3, play) for
    a line per play. What is the same for all lines of the scenario is a scalar even then. Indices are -1 for
    none.
    """

    line: Ints
    tactics: Ints  # columns of the tactic table; the last, empty column stands for none
    rows: Ints  # the rows of `State.used` of these tactics
    doses: Ints  # dose times craft, per mille
    harms: Ints  # the same for what they cost: clumsy or without proof, it is no less harmful
    delivery: Ints  # (4,) or (4, play), -1..1
    claim: Ints
    stretched: Ints
    promise: Ints
    keeps: Ints
    secret: Ints
    ask: Ints
    resistance: Ints
    answers: Ints  # the secret whose worry it answers
    need: Ints
    motive: Ints
    worry: Ints
    quotes: Ints  # a price in basis points where what she expects is half of the whole, 0 for none
    anchors: Ints
    nearness: Ints  # rung of the form of address, 0 for none
    seconds: Ints
    alone: Ints
    watched: Ints  # 1 where others hear it
    roles: Ints  # union of the roles of its tactics


class LineTable:
    """All lines of a scenario, in file order, with the indices of everything they refer to."""

    def __init__(self, scenario: Scenario) -> None:
        """Index a scenario; raises KeyError for an id that is not there (content checks that before)."""
        self.beats: tuple[Beat, ...] = scenario.beats
        self.lines: tuple[Line, ...] = tuple(line for beat in scenario.beats for line in beat.lines)
        self.index = {line.id: at for at, line in enumerate(self.lines)}
        self.beat_of = np.array([b for b, beat in enumerate(self.beats) for _ in beat.lines], np.int32)
        places = _places(scenario)
        people = {person.id: p for p, person in enumerate(scenario.people)}
        owner = [beat for beat in self.beats for _ in beat.lines]
        whose = owners(scenario)
        self.person = np.array([people.get(beat.person or "", 0) for beat in owner], np.int32)
        self.bystanders = np.zeros((len(scenario.people), len(self.lines)), np.int32)
        for at, beat in enumerate(owner):
            for other in beat.cast:
                self.bystanders[people[other], at] = 1
        self.bystanders[self.person, np.arange(len(self.lines))] = 0
        self._columns = {
            "claim": self._where(places["fact"], lambda line: line.claims),
            "stretched": np.array([line.stretched for line in self.lines], np.int32),
            "promise": self._where(places["promise"], lambda line: line.promises),
            "keeps": self._where(places["promise"], lambda line: line.keeps),
            "secret": self._where(places["secret"], lambda line: line.asks_about),
            "ask": self._where(places["ask"], lambda line: line.asks),
            "answers": self._where(places["secret"], lambda line: line.solves),
            "need": np.array([NONE if line.need is None else line.need for line in self.lines], np.int32),
            "motive": np.array(
                [NONE if line.motive is None else line.motive for line in self.lines], np.int32
            ),
            "worry": np.array([NONE if line.worry is None else line.worry for line in self.lines], np.int32),
            "quotes": np.array([(line.quotes or 0) * EXPECTED // 100 for line in self.lines], np.int32),
            "anchors": np.array([(line.anchors or 0) * EXPECTED // 100 for line in self.lines], np.int32),
            "nearness": np.array([line.nearness or 0 for line in self.lines], np.int32),
            "seconds": np.array([line.seconds for line in self.lines], np.int32),
            "alone": np.array([beat.person is None for beat in owner], np.int32),
            "watched": np.minimum(self.bystanders.sum(axis=0, dtype=np.int32), 1),
            "resistance": np.array(
                [
                    _resistance(line, beat, whose, person)
                    for line, beat, person in zip(self.lines, owner, self.person, strict=True)
                ],
                np.int32,
            ),
        }
        self.row_of = tactic_rows(scenario)
        self._compile_tactics(scenario.psychology)
        self._even = {name for name, column in self._columns.items() if len(np.unique(column)) == 1}
        self._one: dict[int, Said] = {}

    def _where(self, places: dict[str, int], of: object) -> Ints:
        """The index each line refers to, -1 where it refers to nothing."""
        assert callable(of)
        names = [of(line) for line in self.lines]
        return np.array([NONE if name is None else places[name] for name in names], np.int32)

    def _compile_tactics(self, psychology: Psychology) -> None:
        """Tactic columns, doses and deliveries of every line."""
        table, number = psychology.tactics, psychology.number
        count, empty = len(self.lines), len(psychology.tactics.ids)
        self._tactics = np.full((SLOTS, count), empty, np.int32)
        self._doses = np.zeros((SLOTS, count), np.int32)
        self._harms = np.zeros((SLOTS, count), np.int32)
        self._delivery = np.zeros((4, count), np.int32)
        self._roles = np.zeros(count, np.int32)
        for at, line in enumerate(self.lines):
            craft = number[f"craft.{line.craft.name.lower()}"]
            for slot, use in enumerate(line.does[:SLOTS]):
                column = table.index(use.tactic)
                self._tactics[slot, at] = column
                dose, backed = number[f"dose.{use.dose.name.lower()}"], MILLE
                if table.roles[column] & Role.BACKED and line.claims is None:
                    backed = number["claim.unbacked"]
                self._doses[slot, at] = dose * craft // MILLE * backed // MILLE
                self._harms[slot, at] = dose * max(craft, MILLE) // MILLE  # without proof it presses as hard
                self._roles[at] |= table.roles[column]
            d = line.delivery
            self._delivery[:, at] = d.pace, d.warmth, d.detail, d.directness
        rows = [self.row_of.get(tactic, len(self.row_of)) for tactic in (*table.ids, "")]
        self._rows = np.array(rows, np.int32)[self._tactics]

    def said(self, line: int | Ints) -> Said:
        """What is said, for one line (an index) or for a line per play (an array of indices)."""
        if isinstance(line, np.ndarray) and line.ndim:
            return self._gathered(line.astype(np.int32, copy=False), SLOTS)
        one = int(line)
        if one not in self._one:
            slots = max(1, len(self.lines[one].does[:SLOTS]))
            self._one[one] = self._gathered(np.array(one, np.int32), slots)
        return self._one[one]

    def _gathered(self, at: Ints, slots: int) -> Said:
        """The columns of lines; a column that is the same everywhere is not gathered."""
        columns = {
            name: column[at] if at.ndim == 0 or name not in self._even else column[0]
            for name, column in self._columns.items()
        }
        return Said(
            line=at,
            tactics=self._tactics[:slots, at],
            rows=self._rows[:slots, at],
            doses=self._doses[:slots, at],
            harms=self._harms[:slots, at],
            delivery=self._delivery[:, at],
            roles=self._roles[at],
            **columns,
        )

    def tactics_of(self, line: int) -> tuple[int, ...]:
        """Columns of the tactics of a line, the empty one included."""
        return tuple(int(column) for column in self._tactics[:, line])

    def has_role(self, role: Role) -> Ints:
        """1 for every line with a tactic of that role."""
        return (self._roles & role > 0).astype(np.int32)


def tactic_rows(scenario: Scenario) -> dict[str, int]:
    """The row of `State.used` of every tactic that a scenario uses."""
    used = {use.tactic for beat in scenario.beats for line in beat.lines for use in line.does}
    order = [tactic for tactic in scenario.psychology.tactics.ids if tactic in used]
    return {tactic: row for row, tactic in enumerate(order)}


def _resistance(line: Line, beat: Beat, whose: Ints, person: int) -> int:
    """The objection a line speaks to: its own, or its beat's; none when it is not the hearer's."""
    resistance = line.about if line.about is not None else beat.objection
    return NONE if resistance is None or whose[resistance, 0] != person else int(resistance)


def owners(scenario: Scenario) -> Ints:
    """Index of the person whose objection each resistance is, (5, 1); the customer's unless it says so."""
    people = {person.id: at for at, person in enumerate(scenario.people)}
    whose = np.zeros((len(Resistance), 1), np.int32)
    for objection in scenario.objections:
        whose[objection.resistance] = people[objection.person] if objection.person else 0
    return whose


def _places(scenario: Scenario) -> dict[str, dict[str, int]]:
    """Index of every named thing."""
    return {
        "fact": {fact.id: at for at, fact in enumerate(scenario.facts)},
        "promise": {promise.id: at for at, promise in enumerate(scenario.promises)},
        "secret": {secret.id: at for at, secret in enumerate(scenario.secrets)},
        "ask": {ask.id: at for at, ask in enumerate(scenario.asks)},
    }
