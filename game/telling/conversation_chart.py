"""Trust, emotion and pressure over the turns of a conversation, the biggest causes named at the kinks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from game.engine.reaction import Cause, CauseName, Reaction
from game.engine.traits import WHOLE, Ints, Trait
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.telling.causes import Teller
from game.telling.charts import Bar, Chart, Dash, Dot, Label, Line, Mark, Room
from game.telling.clearing import Clearing
from game.telling.depth import Depth
from game.telling.phrasing import STAGE_NAMES
from game.telling.reaction import causes_of, change
from game.telling.trait_names import STILL, text

LABEL = 15
"""Size of every label, pixels of the guide."""

KINKS = 4
"""At most so many kinks are named."""


UNTOLD = frozenset({CauseName.TIME, CauseName.LIMIT})
"""Causes that explain nothing a player did; a bend that they carry most of has no name."""


@dataclass(frozen=True, slots=True)
class Series:
    """One curve: its trait, its tone and its stroke, so that it can be told apart without colour."""

    trait: Trait
    name: LocalisedText
    tone: str
    dash: Dash


SERIES = (
    Series(Trait.TRUST, text("Trust", "信任"), "trust", "solid"),
    Series(Trait.VALENCE, text("Emotion", "情绪"), "emotion", "dashed"),
    Series(Trait.PRESSURE, text("Pressure", "压力"), "pressure", "dotted"),
)


@dataclass(frozen=True, slots=True)
class Kink:
    """A turn at which a curve bends, and the cause that bent it most."""

    turn: int
    series: Series
    amount: int
    cause: Cause


def height(trait: Trait, value: int) -> float:
    """Where a value stands between the lowest (0) and the highest (1) that the trait can take."""
    return min(max((value - trait.low) / (WHOLE - trait.low), 0.0), 1.0)


def kinks(reactions: Sequence[Reaction], person: str | None = None) -> tuple[Kink, ...]:
    """The bends worth naming, the largest first: at most one for each turn and `KINKS` in all."""
    found = []
    for reaction in reactions:
        if person is not None and reaction.person not in {person, None}:
            continue
        for series in SERIES:
            amount = change(reaction, series.trait)
            causes = causes_of(reaction, series.trait)[:1]
            along = [c for c in causes if (c.amount > 0) == (amount > 0) and c.name not in UNTOLD]
            if abs(amount) >= 4 * STILL and along:
                found.append(Kink(reaction.turn, series, amount, along[0]))
    found.sort(key=lambda kink: (-abs(kink.amount) * WHOLE // (WHOLE - kink.series.trait.low), kink.turn))
    chosen: dict[int, Kink] = {}
    for kink in found:
        chosen.setdefault(kink.turn, kink)
    return tuple(list(chosen.values())[:KINKS])


def conversation_chart(
    reactions: Sequence[Reaction],
    teller: Teller,
    room: Room,
    person: str | None = None,
    selected: int | None = None,
    earlier: Sequence[Reaction] = (),
    skip: int = 0,
) -> Chart:
    """The curves of one person over a conversation.

    Args:
        reactions: every turn so far, in order.
        teller: names the causes; its locale is the language.
        room: how large the chart will be, so that labels can keep clear of one another.
        person: whose curves; turns spoken to others leave them level. The first person's when None.
        selected: a turn to stand out.
        earlier: the turns of another go at the same morning, whose trust is drawn faintly beneath.
        skip: so many turns at the beginning, in which nobody was there, are left out; the others keep
            their numbers.
    """
    person = person or teller.scenario.people[0].id
    if not reactions:
        return Chart((), "")
    turns = max(1, max(len(reactions), len(earlier)) - skip)
    values = {series.trait: _values(reactions, series.trait, person)[skip:] for series in SERIES}
    marks: list[Mark] = [*_bands(reactions[skip:], turns, teller.locale, room), *_grid()]
    if selected is not None and selected > skip:
        marks.append(Bar((selected - skip - 1) / turns, 0, 1 / turns, 1, "focus", 0.1))
    if earlier:
        before = _values(earlier, Trait.TRUST, person)[skip:]
        points = tuple((at / turns, y) for at, y in enumerate(before))
        marks.append(Line(points, "trust", 2.4, opacity=0.4))
    for series in SERIES:
        heights = values[series.trait]
        points = tuple((at / turns, y) for at, y in enumerate(heights))
        marks.append(Line(points, series.tone, 3.0, series.dash))
    named = [kink for kink in kinks(reactions, person) if kink.turn > skip]
    spots = [((kink.turn - skip) / turns, values[kink.series.trait][kink.turn - skip]) for kink in named]
    marks += [Dot(*spot, 5, kink.series.tone) for kink, spot in zip(named, spots, strict=True)]
    drawn = (len(reactions) - skip) / turns
    marks += _names(named, spots, reactions, drawn, values, teller, room)
    return Chart(tuple(marks), _said(reactions, named, values, teller))


def _values(reactions: Sequence[Reaction], trait: Trait, person: str) -> list[float]:
    """Heights of one curve: before the first turn and after each."""
    heights: list[float] = []
    for reaction in reactions:
        hers = reaction.person in {person, None}
        mind: Ints = reaction.before
        if not heights:
            heights.append(height(trait, int(mind[trait])) if hers else height(trait, 0))
        heights.append(height(trait, int(reaction.after[trait])) if hers else heights[-1])
    return heights


def _bands(reactions: Sequence[Reaction], all_turns: int, locale: Locale, room: Room) -> list[Mark]:
    """One band for every stage stayed in, with its name where there is room for it."""
    marks: list[Mark] = []
    start = 0
    for number, (stage, turns) in enumerate(
        groupby(reactions, lambda reaction: reaction.change.stage_before)
    ):
        length = len(list(turns))
        left, width = start / all_turns, length / all_turns
        marks.append(Bar(left, 0, width, 1, "band-other" if number % 2 else "band"))
        name = STAGE_NAMES[stage].said(locale)
        if room.breadth(name, LABEL) + 0.02 < width:
            marks.append(Label(left + 0.008, 0, name, "ink-soft", LABEL, lift=LABEL * room.text * 0.8))
        start += length
    return marks


def _grid() -> list[Mark]:
    """The ground line, half and the top."""
    return [
        Line(((0, 0), (1, 0)), "edge", 1.4),
        Line(((0, 0.5), (1, 0.5)), "edge", 1.4, "dashed", 0.4),
        Line(((0, 1), (1, 1)), "edge", 1.4, "dashed", 0.4),
    ]


def _names(
    named: Sequence[Kink],
    spots: Sequence[tuple[float, float]],
    reactions: Sequence[Reaction],
    drawn: float,
    values: dict[Trait, list[float]],
    teller: Teller,
    room: Room,
) -> list[Mark]:
    """Labels at the kinks, the largest first; one that finds no free place is left out."""
    size = LABEL if room.text < 1.4 else LABEL * 0.8
    clearing = Clearing(room, size, tuple(values.values()), drawn)
    marks: list[Mark] = []
    for kink, spot in zip(named, spots, strict=True):
        words = _named(kink, reactions, teller)
        place = clearing.place(words, *spot)
        if place is not None:
            marks.append(Label(*place, words, kink.series.tone, size, "centre", bold=True, plate=True))
    return marks


def _named(kink: Kink, reactions: Sequence[Reaction], teller: Teller) -> str:
    """The cause in everyday words; what a line does by itself is named by its moves."""
    reaction = reactions[kink.turn - 1]
    moves = teller.moves(reaction) if kink.cause.name is CauseName.BASE else ""
    return moves or teller.tell(reaction, kink.cause, Depth.CUE)


def _said(
    reactions: Sequence[Reaction],
    named: Sequence[Kink],
    values: dict[Trait, list[float]],
    teller: Teller,
) -> str:
    """The chart in words: where each curve began and ended, and what bent it."""
    chinese = teller.locale is Locale.ZH
    parts = []
    for series in SERIES:
        name, heights = series.name.said(teller.locale), values[series.trait]
        low = series.trait.low
        first, last = (round((low + share * (WHOLE - low)) / 100) for share in (heights[0], heights[-1]))
        parts.append(f"{name}从 {first} 到 {last}" if chinese else f"{name} went from {first} to {last}")
    for kink in sorted(named, key=lambda kink: kink.turn):
        words = _named(kink, reactions, teller)
        parts.append(f"第 {kink.turn} 回合：{words}" if chinese else f"turn {kink.turn}: {words}")
    return ("；".join(parts) + "。") if chinese else ("; ".join(parts) + ".")
