"""The two curves of a review: what most people would still reach, and the most that was still attainable.

The first rises and falls; the second only falls, and alone it would make every talk a staircase down. Both
stand over the turns from the first that has been looked at; a turn's own part of the curve ends at its right
edge, where whoever paints the chart sets the sign of its judgement.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from game.analysis.review import Review
from game.engine.reaction import Reaction
from game.language.locale import Locale
from game.telling.charts import Area, Bar, Chart, Label, Line, Mark, Place, Room
from game.telling.clearing import Clearing
from game.telling.phrasing import STAGE_NAMES
from game.telling.trait_names import text

LABEL = 15
"""Size of every label, pixels of the guide."""

WHOLE = 1000
"""The most points there are."""

NEAR = (0.9, -0.9)
"""Labels stand right above or beneath what they name, in heights of a line."""

UPON = (0.0, 0.2, -0.2, 0.4, -0.4)
"""Where nothing is free beside it, a label stands upon its curve."""

FEW = 24
"""Places along a curve at which a label is tried; more would take too long for one frame."""

SIGN = 13
"""Labels keep so far from the signs of judgements, pixels of the guide."""

CEILING = text("Most still attainable", "最多还能到")
EXPECTED = text("Expected score, played on as most would", "预期得分：普通水平接着谈")
PASS = text("Pass {points}", "达标 {points}")
LAST_TIME = text("Last time", "上次")
GONE = text("After this line, {points} was gone", "这句之后，{points} 分回不来了")


def value_chart(
    review: Review,
    reactions: Sequence[Reaction],
    edges: Sequence[float],
    locale: Locale,
    room: Room,
    earlier: Review | None = None,
) -> Chart:
    """The curves of a conversation, as far as it has been looked at.

    Args:
        review: the values.
        reactions: every turn of the conversation, for its stages.
        edges: where the turns begin and end, shares of the width that rise from 0; one more than turns.
            There may be more of them than turns were played.
        locale: the language of the labels.
        room: how large the chart will be.
        earlier: the review of another go at the same morning, drawn faintly beneath.
    """
    pass_mark = review.pass_mark / WHOLE
    marks: list[Mark] = [*_bands(reactions, edges, locale, room), *_grid()]
    marks.append(Line(((0, pass_mark), (1, pass_mark)), "pass", 2.0, "dotted"))
    expected, ceiling = expected_places(review, edges), _ceiling(review, edges)
    if earlier is not None:
        marks.append(Line(expected_places(earlier, edges), "edge", 2.4, opacity=0.8))
    if ceiling:
        marks.append(Line(ceiling, "good", 2.2, "dashed"))
    if expected:
        ground = ((expected[-1][0], 0.0), (expected[0][0], 0.0))
        marks.append(Area((*expected, *ground), "ink", 0.07))
        marks.append(Line(expected, "ink", 3.0))
    gone = gone_at(review, edges)
    if gone is not None:
        marks.append(Line(((gone, 0), (gone, 0.86)), "gone", 1.8, "dotted"))
    names = [mark for mark in marks if isinstance(mark, Label)]
    before = expected_places(earlier, edges) if earlier is not None else ()
    marks += _labels(review, expected, ceiling, before, gone, names, locale, room)
    return Chart(tuple(marks), said(review, locale))


def expected_places(review: Review, edges: Sequence[float]) -> tuple[Place, ...]:
    """The solid curve: before the first turn looked at and after each; empty where none has been."""
    turns = [turn for turn in review.turns if turn.turn < len(edges)]
    if not turns:
        return ()
    first = (edges[turns[0].turn - 1], _high(turns[0].before.value))
    return (first, *((edges[turn.turn], _high(turn.after.value)) for turn in turns))


def gone_at(review: Review, edges: Sequence[float]) -> float | None:
    """Where the pass mark went out of reach; None where it never did, or was so from the beginning."""
    turn, known = review.no_return, _ceilings(review)
    if turn is None or turn >= len(edges):
        return None
    before = known[turn - 1]
    return edges[turn] if before is not None and before >= review.pass_mark else None


def _ceilings(review: Review) -> tuple[float | None, ...]:
    """The most attainable before the first line and after each; None as long as nobody knows."""
    if review.ceilings:
        return review.ceilings
    known: list[float | None] = [None] * (review.length + 1)
    for turn in review.turns:
        known[turn.turn - 1], known[turn.turn] = turn.before.ceiling, turn.after.ceiling
    return tuple(known)


def _ceiling(review: Review, edges: Sequence[float]) -> tuple[Place, ...]:
    """The dashed stairs: level through a turn, falling where it ends; from the first turn that is known."""
    places: list[Place] = []
    for turn, (before, after) in enumerate(pairwise(_ceilings(review)[: len(edges)]), start=1):
        if before is None or after is None:
            places.clear()
            continue
        start, end = edges[turn - 1], edges[turn]
        places += [(start, _high(before)), (end, _high(before)), (end, _high(after))]
    return tuple(places)


def _high(points: float) -> float:
    return min(max(points / WHOLE, 0.0), 1.0)


def _bands(reactions: Sequence[Reaction], edges: Sequence[float], locale: Locale, room: Room) -> list[Mark]:
    """One band for every stage stayed in, with its name where there is room for it."""
    marks: list[Mark] = []
    at = 0
    stages = groupby(reactions[: len(edges) - 1], lambda reaction: reaction.change.stage_before)
    for number, (stage, turns) in enumerate(stages):
        end = at + len(list(turns))
        left, wide = edges[at], edges[end] - edges[at]
        marks.append(Bar(left, 0, wide, 1, "band-other" if number % 2 else "band"))
        name = STAGE_NAMES[stage].said(locale)
        size = _size(room)
        if room.breadth(name, size) + 0.02 < wide:
            marks.append(Label(left + 0.009, 0, name, "ink-soft", size, lift=size * room.text * 0.8))
        at = end
    return marks


def _size(room: Room) -> float:
    """Letters of the labels: large text would leave no room for the curves."""
    return LABEL if room.text < 1.4 else LABEL * 0.7


def _grid() -> list[Mark]:
    """The ground line, half and the top."""
    return [
        Line(((0, 0), (1, 0)), "edge", 1.4),
        Line(((0, 0.5), (1, 0.5)), "edge", 1.4, "dashed", 0.4),
        Line(((0, 1), (1, 1)), "edge", 1.4, "dashed", 0.4),
    ]


def _labels(
    review: Review,
    expected: Sequence[Place],
    ceiling: Sequence[Place],
    before: Sequence[Place],
    gone: float | None,
    taken: Sequence[Label],
    locale: Locale,
    room: Room,
) -> list[Mark]:
    """The names of the curves, the pass mark and the flag.

    One that finds no free place above or beneath its curve stands upon it, on a small ground of its own.
    """
    size = _size(room)
    pole = _along(((gone, 0.0), (gone, 1.0)), 40) if gone is not None else []
    level = review.pass_mark / WHOLE
    mark = _along(((0.0, level), (1.0, level)), 60)
    spots = [*_along(expected), *_along(ceiling), *_along(before), *mark, *_signs(expected, room), *pole]
    clearing = Clearing(room, size, (), spots=spots)
    marks: list[Mark] = []

    def name(words: str, tone: str, tries: Sequence[Place], own: Sequence[Place] = ()) -> None:
        few = tries[:: 1 + len(tries) // FEW]
        place = clearing.first(words, few, NEAR, 0) or clearing.first(words, few, NEAR, 4)
        plate = place is None and bool(own)
        if plate:
            place = clearing.first(words, few, UPON, 0, own) or clearing.first(words, few, UPON, 9, own)
        if place is not None:
            marks.append(Label(*place, words, tone, size, "centre", bold=True, plate=plate))

    points = {"points": review.pass_mark}
    if gone is not None:
        words = GONE.said(locale).format(**points)
        half = room.breadth(words, size) / 2 + 0.02
        sides = [(gone + side * half, high) for high in (0.74, 0.5, 0.3) for side in (1, -1)]
        name(words, "gone", [(x, high) for x, high in sides if half <= x <= 1 - half])
    words = PASS.said(locale).format(**points)
    half = room.breadth(words, size) / 2 + 0.008
    name(words, "pass", [(half + (1 - 2 * half) * (1 - step / 12), level) for step in range(13)], mark)
    if ceiling:
        words = CEILING.said(locale)
        half, stairs = room.breadth(words, size) / 2 + 0.008, _along(ceiling)
        name(words, "good", [(x, y) for x, y in stairs if half <= x <= 1 - half], stairs)
    if before:
        name(LAST_TIME.said(locale), "ink-soft", before[-1:0:-2])
    if expected:
        marks += _below(EXPECTED.said(locale), expected, taken, size, room)
    return marks


def _below(words: str, curve: Sequence[Place], taken: Sequence[Label], size: float, room: Room) -> list[Mark]:
    """The name of the solid curve in the row of the stages, where none of them stands; none where all do."""
    half = room.breadth(words, size) / 2
    rows = [(mark.x - 0.01, mark.x + room.breadth(mark.text, mark.size) + 0.01) for mark in taken]
    for part in (0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2):
        x = curve[0][0] + (curve[-1][0] - curve[0][0]) * part
        free = all(x + half < left or right < x - half for left, right in rows)
        if free and half <= x <= 1 - half:
            return [Label(x, 0, words, "ink", size, "centre", lift=size * room.text * 0.8)]
    return []


def _along(places: Sequence[Place], steps: int = 6) -> list[Place]:
    """Places on a curve, close to one another."""
    return [
        (x + (ahead - x) * step / steps, y + (high - y) * step / steps)
        for (x, y), (ahead, high) in pairwise(places)
        for step in range(steps)
    ]


def _signs(places: Sequence[Place], room: Room) -> list[Place]:
    """Places around the signs of judgements, many of them: a label must not hide one."""
    wide, tall = SIGN / room.width, SIGN / room.height
    around = [(across, up) for across in (-1, -0.5, 0, 0.5, 1) for up in (-1, -0.5, 0, 0.5, 1)]
    return [(x + across * wide, y + up * tall) for x, y in places[1:] for across, up in around]


def said(review: Review, locale: Locale) -> str:
    """The curves in words: where the expected score began and ended, and when the pass mark was gone."""
    if not review.turns:
        return ""
    chinese = locale is Locale.ZH
    first, last = round(review.turns[0].before.value), round(review.turns[-1].after.value)
    most = round(review.best_attainable)
    parts = (
        [f"预期得分从 {first} 到 {last}", f"最多能到 {most}"]
        if chinese
        else [f"the expected score went from {first} to {last}", f"the most attainable was {most}"]
    )
    if review.no_return is not None and gone_at(review, range(review.length + 1)) is not None:
        pass_mark = review.pass_mark
        parts.append(
            f"第 {review.no_return} 回合之后，{pass_mark} 分回不来了"
            if chinese
            else f"after turn {review.no_return}, {pass_mark} was out of reach"
        )
    words = "；".join(parts) + "。" if chinese else "; ".join(parts) + "."
    return words[:1].upper() + words[1:]
