"""The points of a scorecard as bars, stage by stage."""

from __future__ import annotations

from collections.abc import Sequence

from game.language.locale import Locale
from game.telling.charts import Bar, Chart, Label, Mark, Room
from game.telling.scorecard import Row

GAP = 0.03
"""Share of the width between a name, its bar and its number."""


def stage_bars(rows: Sequence[Row], locale: Locale, room: Room, size: float = 16) -> Chart:
    """One bar for each row, from the top down: earned in full colour, the possible behind it.

    Args:
        rows: stages (or anything with points); those with nothing possible have been left out.
        locale: the language of the words.
        room: how large the chart will be.
        size: of the letters, pixels of the guide.
    """
    if not rows:
        return Chart((), "")
    most = max(row.possible for row in rows)
    left = max(room.breadth(row.label, size) for row in rows) * 1.08 + GAP
    number = max(room.breadth(f"{row.earned} / {row.possible}", size) for row in rows) * 1.12 + GAP
    whole = max(0.1, 1 - left - number)
    marks: list[Mark] = []
    for at, row in enumerate(rows):
        middle = 1 - (at + 0.5) / len(rows)
        tall = 0.5 / len(rows)
        earned = whole * row.earned / most
        marks.append(Label(0, middle, row.label, "ink", size))
        marks.append(Bar(left, middle - tall / 2, whole * row.possible / most, tall, "empty"))
        if row.earned:
            marks.append(Bar(left, middle - tall / 2, earned, tall, "good"))
        marks.append(Label(1, middle, f"{row.earned} / {row.possible}", "ink", size, "right", bold=True))
    said = [
        f"{row.label}：{row.possible} 分里拿到 {row.earned} 分"
        if locale is Locale.ZH
        else f"{row.label}: {row.earned} of {row.possible} points"
        for row in rows
    ]
    return Chart(tuple(marks), ("；".join(said) + "。") if locale is Locale.ZH else ("; ".join(said) + "."))
