"""The points of a scorecard as bars, stage by stage."""

from __future__ import annotations

from collections.abc import Sequence

from game.language.locale import Locale
from game.telling.charts import Bar, Chart, Label, Mark
from game.telling.scorecard import Row

NAMES = 0.2
"""Share of the width for the names at the left; as much again, less a little, for the numbers."""

NUMBERS = 0.16


def stage_bars(rows: Sequence[Row], locale: Locale, size: float = 16) -> Chart:
    """One bar for each row, from the top down: earned in full colour, the possible behind it.

    Args:
        rows: stages (or anything with points); those with nothing possible have been left out.
        locale: the language of the words.
        size: of the letters, pixels of the guide.
    """
    if not rows:
        return Chart((), "")
    most = max(row.possible for row in rows)
    whole = 1 - NAMES - NUMBERS
    marks: list[Mark] = []
    for at, row in enumerate(rows):
        middle = 1 - (at + 0.5) / len(rows)
        tall = 0.5 / len(rows)
        earned = whole * row.earned / most
        marks.append(Label(0, middle, row.label, "ink", size))
        marks.append(Bar(NAMES, middle - tall / 2, whole * row.possible / most, tall, "empty"))
        if row.earned:
            marks.append(Bar(NAMES, middle - tall / 2, earned, tall, "good"))
        marks.append(Label(1, middle, f"{row.earned} / {row.possible}", "ink", size, "right", bold=True))
    said = [
        f"{row.label}：{row.possible} 分里拿到 {row.earned} 分"
        if locale is Locale.ZH
        else f"{row.label}: {row.earned} of {row.possible} points"
        for row in rows
    ]
    return Chart(tuple(marks), ("；".join(said) + "。") if locale is Locale.ZH else ("; ".join(said) + "."))
