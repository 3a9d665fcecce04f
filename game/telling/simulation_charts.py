"""Charts of many conversations: shares with intervals, scores, the course of levels.

Every chart takes its words from outside, and says in words what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.findings import Moment
from game.analysis.intervals import Counts, Estimate
from game.engine.traits import WHOLE, Trait
from game.telling.charts import Area, Bar, Chart, Dot, Label, Line, Mark, Room

SIZE = 15
"""Size of every label, pixels of the guide."""

GAP = 0.02
FULL = 1_000
BAR = 20
"""Points of the score in a bar of the histogram."""


@dataclass(frozen=True, slots=True)
class Named:
    """An estimate with what it is called, how it is written, and the tone of its bar."""

    name: str
    estimate: Estimate
    told: str
    tone: str = "trust"


def share_bars(rows: Sequence[Named]) -> Chart:
    """One bar for each share (0..1) from the top down, its interval as a whisker, the name above it.

    The ground on which a bar stands is all conversations.
    """
    marks: list[Mark] = []
    tall = 1 / max(len(rows), 1)
    for at, row in enumerate(rows):
        top = 1 - at * tall
        bar, middle = top - 0.9 * tall, top - 0.73 * tall
        marks.append(Label(0, top - 0.3 * tall, row.name, "ink", SIZE))
        marks.append(Bar(0, bar, 1, 0.34 * tall, "empty"))
        if row.estimate.value:
            marks.append(Bar(0, bar, row.estimate.value, 0.34 * tall, row.tone))
        marks += _whisker(row.estimate.low, row.estimate.high, middle, 0.1 * tall)
        marks.append(Label(1, top - 0.3 * tall, row.told, "ink", SIZE, "right", bold=True))
    return Chart(tuple(marks), "; ".join(f"{row.name}: {row.told}" for row in rows))


def score_histogram(
    score: Counts, passing: int, mark: str, median: tuple[int, str], room: Room, said: str
) -> Chart:
    """How often which score was reached, in bars of 20 points; those that pass stand in another tone.

    Args:
        score: (0..1000) how often each was reached.
        passing: the pass mark.
        mark: its name.
        median: the middle score and its name.
        room: how large the chart will be.
        said: the chart in words.
    """
    counts = [int(score[low : low + BAR].sum()) for low in range(0, FULL, BAR)]
    counts[-1] += int(score[FULL])
    most = max(counts) or 1
    marks: list[Mark] = []
    for at, count in enumerate(counts):
        if count:
            tone = "good" if at * BAR >= passing else "trust"
            marks.append(Bar(at * BAR / FULL + 0.001, 0, BAR / FULL - 0.002, 0.84 * count / most, tone, 0.85))
    marks.append(Line(((0, 0), (1, 0)), "edge"))
    ticks = range(0, FULL + 1, 200 if room.width < 500 else 100)
    marks += [Label(tick / FULL, 0, str(tick), "ink-soft", SIZE - 1, "centre", lift=-14) for tick in ticks]
    mark_at, middle = passing / FULL, median[0] / FULL
    marks.append(Line(((mark_at, 0), (mark_at, 0.9)), "good", 1.6, "dashed"))
    marks.append(Line(((middle, 0), (middle, 1)), "focus", 1.6))
    # The two names stand one above the other, so that they never meet.
    marks.append(_flag(middle, 1.0, median[1], "focus", room))
    marks.append(_flag(mark_at, 0.9, mark, "good", room))
    return Chart(tuple(marks), said)


def envelope(trait: Trait, moments: Sequence[Moment], tone: str, name: str, said: str) -> Chart:
    """A trait after each turn: the middle one of a hundred plays as a line, 80 of a hundred as a band.

    Turns that fewer than one play in fifty reached are left out: nothing can be told of them.
    """
    whole = moments[0].plays if moments else 0
    shown = [moment for moment in moments if moment.plays * 50 >= whole]
    if len(shown) < 2:
        return Chart((), said)
    last = shown[-1].turn

    def place(moment: Moment, part: int) -> tuple[float, float]:
        return moment.turn / last, (moment.levels[part] - trait.low) / (WHOLE - trait.low)

    above = tuple(place(moment, 90) for moment in shown)
    below = tuple(place(moment, 10) for moment in reversed(shown))
    marks: list[Mark] = [
        Line(((0, 0), (1, 0)), "edge", 1.2),
        Line(((0, 0.5), (1, 0.5)), "edge", 1.2, "dashed", 0.4),
        Line(((0, 1), (1, 1)), "edge", 1.2, "dashed", 0.4),
        Area((*above, *below), tone, 0.22),
        Line(tuple(place(moment, 50) for moment in shown), tone, 2.6),
        Label(0, 1, name, tone, SIZE, bold=True, lift=12),
        Label(-0.02, 0, str(trait.low // 100).replace("-", "−"), "ink-soft", SIZE - 2, "right"),
        Label(-0.02, 1, "100", "ink-soft", SIZE - 2, "right"),
    ]
    step = 5 if last > 8 else 2
    marks += [
        Label(turn / last, 0, str(turn), "ink-soft", SIZE - 2, "centre", lift=-12)
        for turn in range(0, last + 1, step)
    ]
    return Chart(tuple(marks), said)


def point_whiskers(rows: Sequence[Named], low: float, high: float, middle: float | None = None) -> Chart:
    """Dots with whiskers on one scale, from the top down, the name above each.

    Args:
        rows: estimates in the units of the scale.
        low: the left end of the scale.
        high: its right end.
        middle: where a dashed line stands, for example 0 or a pass mark; None for nowhere.
    """
    width = max(high - low, 1e-9)

    def across(value: float) -> float:
        return min(max((value - low) / width, 0.0), 1.0)

    tall = 1 / max(len(rows), 1)
    marks: list[Mark] = []
    if middle is not None:
        marks.append(Line(((across(middle), 0), (across(middle), 1)), "edge", 1.2, "dashed", 0.7))
    for at, row in enumerate(rows):
        top = 1 - at * tall
        y = top - 0.72 * tall
        marks.append(Line(((0, y), (1, y)), "line", 1.0))
        marks += _whisker(across(row.estimate.low), across(row.estimate.high), y, 0.1 * tall)
        marks.append(Dot(across(row.estimate.value), y, 5, row.tone))
        marks.append(Label(0, top - 0.3 * tall, row.name, "ink", SIZE, plate=True))
        marks.append(Label(1, top - 0.3 * tall, row.told, "ink", SIZE, "right", bold=True, plate=True))
    return Chart(tuple(marks), "; ".join(f"{row.name}: {row.told}" for row in rows))


@dataclass(frozen=True, slots=True)
class Spread:
    """Five quantiles of a seller's scores with a name: 10, 25, 50, 75 and 90 percent."""

    name: str
    parts: tuple[int, int, int, int, int]
    told: str


def score_spreads(rows: Sequence[Spread], passing: int | None, room: Room) -> Chart:
    """Sellers side by side: thin for 80 of a hundred, thick for the middle half, a dot for the middle."""
    tall = 1 / max(len(rows), 1)
    marks: list[Mark] = []
    if passing is not None:
        marks.append(Line(((passing / FULL, 0), (passing / FULL, 1)), "good", 1.4, "dashed"))
    for at, row in enumerate(rows):
        top = 1 - at * tall
        y = top - 0.72 * tall
        ten, quarter, half, three, ninety = (part / FULL for part in row.parts)
        marks.append(Line(((0, y), (1, y)), "line", 1.0))
        marks.append(Bar(ten, y - 0.04 * tall, max(ninety - ten, 0.002), 0.08 * tall, "trust", 0.7))
        marks.append(Bar(quarter, y - 0.14 * tall, max(three - quarter, 0.004), 0.28 * tall, "trust"))
        marks.append(Dot(half, y, 5, "focus"))
        marks.append(Label(0, top - 0.3 * tall, row.name, "ink", SIZE, plate=True))
        marks.append(Label(1, top - 0.3 * tall, row.told, "ink", SIZE, "right", bold=True, plate=True))
    ticks = (0, 500, FULL) if room.width < 500 else (0, 250, 500, 750, FULL)
    marks += [Label(tick / FULL, 0, str(tick), "ink-soft", SIZE - 1, "centre", lift=-14) for tick in ticks]
    return Chart(tuple(marks), "; ".join(f"{row.name}: {row.told}" for row in rows))


def _whisker(low: float, high: float, y: float, half: float) -> list[Mark]:
    """A line from end to end of an interval with a small stroke at either end."""
    low, high = min(max(low, 0.0), 1.0), min(max(high, 0.0), 1.0)
    return [
        Line(((low, y), (high, y)), "ink", 1.4),
        Line(((low, y - half), (low, y + half)), "ink", 1.4),
        Line(((high, y - half), (high, y + half)), "ink", 1.4),
    ]


def _flag(x: float, y: float, name: str, tone: str, room: Room) -> Label:
    """A name at the head of an upright line, on the side where there is room for it."""
    left = x + room.breadth(name, SIZE) + GAP > 1
    return Label(
        x - 0.008 if left else x + 0.008, y, name, tone, SIZE, "right" if left else "left", bold=True
    )
