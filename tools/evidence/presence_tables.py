"""What the presence of tactics tells, as tables and figures (law 17)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from tools.evidence.intervals import of_median, of_share
from tools.evidence.intervals import told as interval
from tools.evidence.presence import Presence, Tells
from tools.evidence.reporting import table

MOST = 0.20
"""The correlation that no tactic should exceed."""

AREA = 0.65
"""The area under the curve that tactics alone should not exceed."""

LINES = 3
"""Lines that are named for a tactic that tells too much."""


def presence_parts(
    found: Mapping[str, Presence], silly: Mapping[str, str] | None = None
) -> tuple[list[str], dict[str, Any]]:
    """Paragraphs and figures about some conversations in each scenario.

    Args:
        found: by scenario.
        silly: how many lines are dominated, in words, by scenario; None where all lines were played.
    """
    every = [tells for one in found.values() for tells in one.tactics.values()]
    sizes = [abs(tells.r) for tells in every] or [0.0]
    apart = [
        abs(tells.r) for one in found.values() for name, tells in one.tactics.items() if _apart(one, name)
    ]
    beyond = [tells for tells in every if abs(tells.r) > MOST]
    plain = [tells for tells in every if certainly(tells) > MOST]
    areas = [one.area for one in found.values()]
    figures = {
        "median": float(np.median(sizes)),
        "median_interval": of_median(sizes),
        "greatest": max(sizes),
        "greatest_apart_from_asking": max(apart, default=0.0),
        "beyond": len(beyond),
        "plainly_beyond": len(plain),
        "pairs": len(every),
        "area": float(np.mean(areas)),
        "area_greatest": max(areas),
        "area_elsewhere": float(np.mean([one.area_elsewhere for one in found.values()])),
        "median_alike": float(np.median([abs(tells.alike) for tells in every] or [0.0])),
        "median_probability": float(np.median([abs(tells.with_probability) for tells in every] or [0.0])),
    }
    share = of_share(len(beyond) / max(len(every), 1), len(every))
    summary = (
        f"Over {len(every)} pairs of tactic and scenario: median |r| **{figures['median']:.2f}** "
        f"({interval(of_median(sizes))}), greatest {figures['greatest']:.2f} "
        f"(of tactics without a line beside an ask {figures['greatest_apart_from_asking']:.2f}); "
        f"{len(beyond)} ({interval(share, '.0%')}) above .20, {len(plain)} of them plainly (the whole "
        "interval). With the probability of following through itself the median is "
        f"{figures['median_probability']:.2f}, among conversations of like sellers with the same customer "
        f"{figures['median_alike']:.2f}. Area under the curve of tactics alone: mean "
        f"**{figures['area']:.2f}**, greatest {figures['area_greatest']:.2f}; "
        f"without the lines beside an ask mean {figures['area_elsewhere']:.2f}."
    )
    parts = [summary, _by_scenario(found, silly)]
    if silly is not None:
        parts += [_strongest(found), *_broken(found)]
    return parts, figures


def certainly(tells: Tells) -> float:
    """The end of the interval of |r| that is nearer to 0; 0 where the sign is not sure."""
    low, high = tells.interval
    return max(low, -high, 0.0)


def _apart(one: Presence, tactic: str) -> bool:
    """Whether no line of a tactic stands beside an ask."""
    return not set(one.made_of[tactic]) & set(one.beside)


def _by_scenario(found: Mapping[str, Presence], silly: Mapping[str, str] | None) -> str:
    head = [
        "scenario",
        "plays",
        "score",
        "follows through",
        "tactics",
        "median r",
        "greatest",
        "> .20",
        "AUC",
        "elsewhere",
    ]
    rows: list[list[object]] = []
    for name, one in found.items():
        sizes = [abs(tells.r) for tells in one.tactics.values()] or [0.0]
        rows.append(
            [
                name,
                one.plays,
                f"{one.score:.0f}",
                f"{one.follow_through:.0%}",
                len(one.tactics),
                f"{np.median(sizes):.2f}",
                f"{max(sizes):.2f}",
                sum(size > MOST for size in sizes),
                f"{one.area:.2f} ({interval(one.area_interval)})",
                f"{one.area_elsewhere:.2f}",
            ]
        )
    if silly is not None:
        head.append("dominated lines")
        rows = [[*row, silly[str(row[0])]] for row in rows]
    return table(head, rows)


def _strongest(found: Mapping[str, Presence]) -> str:
    """The ten tactics that tell most, mean r over the scenarios."""
    rows = []
    for tactic in sorted({tactic for one in found.values() for tactic in one.tactics}):
        values = [one.tactics[tactic].r for one in found.values() if tactic in one.tactics]
        mean = float(np.mean(values))
        rows.append((abs(mean), tactic, f"{mean:+.2f}", ", ".join(f"{value:+.2f}" for value in values)))
    rows.sort(reverse=True)
    return table(("tactics that tell most", "mean r", "in the scenarios"), [row[1:] for row in rows[:10]])


def _broken(found: Mapping[str, Presence]) -> list[str]:
    """Where the law is broken, and by which lines."""
    rows = []
    for name, one in found.items():
        for tactic, tells in sorted(one.tactics.items(), key=lambda item: -abs(item[1].r)):
            if abs(tells.r) > MOST:
                rows.append(
                    (
                        name,
                        tactic,
                        f"{tells.r:+.2f} ({interval(tells.interval)})",
                        f"{tells.alike:+.2f}",
                        f"{tells.used:.0%}",
                        _lines(one, tactic),
                    )
                )
    wide = [f"{name} ({one.area:.2f})" for name, one in found.items() if one.area > AREA]
    parts = []
    if rows:
        parts.append(
            "Above .20, with the lines of that tactic that tell most; *alike* is r among conversations of "
            "the same seller with the same hidden customer. A star marks a line of a beat in "
            "which one may also ask: a part of what it tells may be that nobody was asked there."
        )
        parts.append(table(("scenario", "tactic", "r", "alike", "used", "lines"), rows))
    if wide:
        parts.append(f"Area above .65: {', '.join(wide)}.")
    return parts or ["No tactic is above .20 and no area above .65."]


def _lines(one: Presence, tactic: str) -> str:
    """The lines of a tactic that tell most."""
    lines = [(abs(one.lines[name].r), name) for name in one.made_of.get(tactic, ()) if name in one.lines]
    lines.sort(reverse=True)
    return ", ".join(
        f"{name} {one.lines[name].r:+.2f}{'*' if name in one.beside else ''}" for _, name in lines[:LINES]
    )
