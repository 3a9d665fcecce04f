"""The entries of the psychology file: a note, a sign, and the table of tactics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from game.content.cells import CHANNELS, EFFECT
from game.content.conditions import RESISTANCES, TRAITS
from game.content.diagnostics import shown, suggestion
from game.content.fields import Fields
from game.content.people import ATTRIBUTES
from game.content.psychology_notes import EntryNote, Mark
from game.content.yaml_tree import ListNode, TextNode
from game.engine.psychology import Channel, Kind, Kinds, Role, Route, Tactics
from game.engine.traits import Attribute, Ints, Motive, Need, Stage, Trait
from game.language.text import LocalisedText

ROUTES = {route.name.lower(): route for route in Route}
ROLES = {role.name.lower(): role for role in Role}

KINDS = {kind.word: kind for kind in Kind}
NEEDS = {need.word: need for need in Need}
MOTIVES = {motive.word: motive for motive in Motive}

_MARKS = {mark.value: mark for mark in Mark}
_FIT = 900
_STAGE_LOW, _STAGE_HIGH = 100, 1_300
_WEIGHT = 5_000
_CONSTANT = 20_000
_MASK = 2_000
_PERCENT = 100


def note(
    name: str,
    entry: Fields,
    low: int | None = None,
    high: int | None = None,
    words: LocalisedText | None = None,
) -> EntryNote:
    """The mark, the source and the items of the field guide of one entry."""
    mark = entry.text("mark")
    chosen = entry.chosen(mark, _MARKS) if mark is not None else None
    source = entry.text("source")
    return EntryNote(
        id=name,
        mark=_MARKS[chosen] if chosen else Mark.DESIGN,
        source=source.text if source is not None else "",
        practises=tuple(item.text for item in entry.texts("practises")),
        low=low,
        high=high,
        words=words or LocalisedText(),
    )


def tell_practised(root: Fields, guide: Iterable[str]) -> None:
    """Notes items that the field guide does not know (SC422); an empty guide knows everything."""
    known = frozenset(guide)
    if not known:
        return
    for part in ("numbers", "curves", "kinds", "tactics", "moods", "signs"):
        entries = root.below(part)
        for name in entries.names:
            entry = entries.below(name)
            items = entry.node.values.get("practises")
            for item in items.items if isinstance(items, ListNode) else ():
                if isinstance(item, TextNode) and item.text not in known:
                    hint = suggestion(item.text, sorted(known))
                    entry.tell("SC422", item, name=shown(item.text), hint=hint)


@dataclass(frozen=True, slots=True)
class SignRow:
    """One visible sign: constant and steps in basis points, weights and mask per mille."""

    constant: int
    weights: tuple[int, ...]
    steps: tuple[int, ...]
    mask: tuple[int, ...]

    def canonical(self) -> list[object]:
        """Plain data for the fingerprint."""
        return [self.constant, list(self.weights), list(self.steps), list(self.mask)]


def sign_row(entry: Fields) -> SignRow:
    """One entry under `signs`."""
    entry.only(("weights", "constant", "steps", "mask", "mark", "source", "practises"))
    weights = [0] * len(Trait)
    below = entry.below("weights")
    for name, node in below.node.keys.items():
        if below.chosen(node, TRAITS) is not None:
            weights[TRAITS[name]] = below.number(name, -_WEIGHT, _WEIGHT)
    steps = [step * _PERCENT for step in entry.numbers("steps", 3, 0, 100)]
    if any(steps) and not steps[0] < steps[1] < steps[2]:
        entry.tell("SC717", entry.node.values["steps"])
    return SignRow(
        entry.number("constant", -_CONSTANT, _CONSTANT),
        tuple(weights),
        tuple(steps),
        tuple(entry.numbers("mask", 3, -_MASK, _MASK)),
    )


@dataclass(frozen=True, slots=True)
class _Tactic:
    """One column of the tactic table."""

    effects: dict[Channel, int]
    agency: int
    communion: int
    locked: bool
    stage: tuple[int, ...]
    gate: int
    route: Route
    roles: int
    solves: dict[int, int]
    appeal: dict[int, int]
    steadies: int
    gives: int

    def canonical(self) -> list[object]:
        return [
            {channel.name: amount for channel, amount in self.effects.items() if amount},
            self.agency,
            self.communion,
            self.locked,
            list(self.stage),
            self.gate,
            self.route.name,
            self.roles,
            {str(resistance): amount for resistance, amount in self.solves.items() if amount},
            {str(attribute): amount for attribute, amount in self.appeal.items() if amount},
            self.steadies,
            self.gives,
        ]


class TacticTable:
    """The entries under `tactics`, on their way into the engine's arrays."""

    def __init__(self, fields: Fields) -> None:
        self.notes: dict[str, EntryNote] = {}
        self._rows: dict[str, _Tactic] = {}
        for name in fields.names:
            entry = fields.below(name)
            entry.only(
                (
                    "en",
                    "zh",
                    "practises",
                    "mark",
                    "source",
                    "route",
                    "roles",
                    "fit",
                    "gate",
                    "stage",
                    "effects",
                ),
                ("locked", "solves", "appeal", "steadies", "gives"),
            )
            self.notes[name] = note(name, entry, words=entry.words())
            self._rows[name] = _row(entry)

    def canonical(self) -> dict[str, object]:
        """Plain data for the fingerprint; the order of the file does not count."""
        return {name: row.canonical() for name, row in self._rows.items()}

    def tactics(self) -> Tactics:
        """The engine's table, one column per tactic in the order of the file."""
        rows = list(self._rows.values())

        def column(values: list[int]) -> Ints:
            return np.array(values, np.int32)

        return Tactics(
            ids=tuple(self._rows),
            effects=np.array(
                [[row.effects.get(channel, 0) for row in rows] for channel in Channel], np.int32
            ),
            agency=column([row.agency for row in rows]),
            communion=column([row.communion for row in rows]),
            locked=column([int(row.locked) for row in rows]),
            stage=np.array([[row.stage[stage] for row in rows] for stage in Stage], np.int32),
            gate=column([row.gate for row in rows]),
            route=column([int(row.route) for row in rows]),
            roles=column([row.roles for row in rows]),
            solves=np.array(
                [[row.solves.get(int(one), 0) for row in rows] for one in RESISTANCES.values()], np.int32
            ),
            appeal=np.array([[row.appeal.get(int(one), 0) for row in rows] for one in Attribute], np.int32),
            steadies=column([row.steadies for row in rows]),
            gives=column([row.gives for row in rows]),
            practises={name: note.practises for name, note in self.notes.items()},
        )


def _row(entry: Fields) -> _Tactic:
    route = entry.text("route")
    chosen = entry.chosen(route, ROUTES) if route is not None else None
    locked = entry.text("locked")
    fit = entry.below("fit")
    if "fit" in entry.node.keys:
        fit.only(("agency", "communion"))
    return _Tactic(
        effects={
            CHANNELS[name]: amount for name, amount in _amounts(entry, "effects", CHANNELS, -EFFECT, EFFECT)
        },
        agency=fit.number("agency", -_FIT, _FIT),
        communion=fit.number("communion", -_FIT, _FIT),
        locked=locked is not None and entry.chosen(locked, ("true", "false")) == "true",
        stage=tuple(entry.numbers("stage", len(Stage), _STAGE_LOW, _STAGE_HIGH)),
        gate=entry.number("gate", 0, 100) * _PERCENT,
        route=ROUTES[chosen] if chosen else Route.NEUTRAL,
        roles=_roles(entry),
        solves={
            int(RESISTANCES[name]): amount
            for name, amount in _amounts(entry, "solves", RESISTANCES, 0, 1_000)
        },
        appeal={
            int(ATTRIBUTES[name]): amount
            for name, amount in _amounts(entry, "appeal", ATTRIBUTES, -_FIT, _FIT)
        },
        steadies=entry.number("steadies", -EFFECT, EFFECT) if "steadies" in entry.node.keys else 0,
        gives=_gives(entry),
    )


def _gives(entry: Fields) -> int:
    """The kind of emotional value, -1 for none."""
    word = entry.text("gives") if "gives" in entry.node.keys else None
    kind = entry.chosen(word, KINDS) if word is not None else None
    return int(KINDS[kind]) if kind is not None else -1


def kinds(fields: Fields) -> tuple[Kinds, dict[str, EntryNote]]:
    """The entries under `kinds`: who lacks which, in the order of `Kind`."""
    notes: dict[str, EntryNote] = {}
    needs = np.zeros((len(Kind), len(Need)), np.int32)
    motives = np.zeros((len(Kind), len(Motive)), np.int32)
    communion = np.zeros(len(Kind), np.int32)
    for name in (each for each in fields.names if each in KINDS):
        entry = fields.below(name)
        entry.only(("en", "zh", "needs", "motives", "communion", "mark", "source", "practises"))
        notes[name] = note(name, entry, words=entry.words())
        for need, amount in _amounts(entry, "needs", NEEDS, 0, 1_000):
            needs[KINDS[name], NEEDS[need]] = amount
        for motive, amount in _amounts(entry, "motives", MOTIVES, 0, 1_000):
            motives[KINDS[name], MOTIVES[motive]] = amount
        communion[KINDS[name]] = entry.number("communion", -_FIT, _FIT)
    return Kinds(needs, motives, communion), notes


def _roles(entry: Fields) -> int:
    """The bits of the roles; one that is written twice is noted (SC718)."""
    bits = 0
    for item in entry.texts("roles"):
        role = entry.chosen(item, ROLES)
        if role is None:
            continue
        if bits & ROLES[role]:
            entry.tell("SC718", item, word=role)
        bits |= ROLES[role]
    return bits


def _amounts(
    entry: Fields, field: str, known: Mapping[str, object], low: int, high: int
) -> list[tuple[str, int]]:
    """`{need: 250, disclosure: 300}` over a closed list of names."""
    below = entry.below(field)
    return [
        (name, below.number(name, low, high))
        for name, node in below.node.keys.items()
        if below.chosen(node, known) is not None
    ]
