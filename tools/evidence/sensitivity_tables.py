"""What moving the design coefficients does, as tables and figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from tools.evidence.intervals import of_share
from tools.evidence.intervals import told as interval
from tools.evidence.morris import Effect
from tools.evidence.positions import MARGIN
from tools.evidence.reporting import table
from tools.evidence.uncertainty import Alone, Ensemble, Ground, design_numbers

LISTED = 25
"""Coefficients that are listed, those that matter most."""

SURE = 0.8
"""Share of draws that has to agree before a best line counts as sure."""


def parts(
    grounds: Mapping[str, Ground],
    single: Mapping[str, Mapping[str, Alone]],
    drawn: Mapping[str, Mapping[float, Ensemble]],
    effects: Mapping[str, Effect] | None,
) -> tuple[list[str], dict[str, Any]]:
    """Paragraphs and figures.

    Args:
        grounds: scenarios with their positions.
        single: by coefficient and scenario, those that matter most first.
        drawn: by scenario and width.
        effects: by coefficient; None where they were left out.
    """
    positions = sum(ground.at.count for ground in grounds.values())
    rows = {number: _single(found) for number, found in single.items()}
    by_one = {name: _by_one(single, name, ground) for name, ground in grounds.items()}
    uncertain = float(np.concatenate(list(by_one.values())).mean())
    counts = {
        "design": len(design_numbers()),
        "read": len(rows),
        "move": sum(row["points"] > 0 for row in rows.values()),
        "flip": sum(row["flips"] > 0 for row in rows.values()),
    }
    ensembles = _ensembles(drawn)
    paragraphs = [
        "# Which chosen numbers flip the best line",
        f"Scenarios: {', '.join(grounds)}; {positions} positions out of the middle of human-like "
        "conversations. In each the best line is the one after which a listener comes to the best score. It "
        f"is *flipped* where, with other coefficients, it loses more than {MARGIN} points against the best "
        "one there. Intervals are of 95 %.",
        "## One coefficient at a time, at both ends of its range",
        f"`psychology.yaml` marks {counts['design']} numbers as design. {counts['read']} of them are read in "
        f"these positions, {counts['move']} move what the best line comes to, and {counts['flip']} flip a "
        f"best line somewhere. **{uncertain:.0%}** of the positions "
        f"({interval(of_share(uncertain, positions), '.0%')}) have a best line that some single one "
        "of them flips at an end of its range: *model uncertain*.",
        table(
            ("coefficient", "value", "range", "flips", "low end", "high end", "points, low", "points, high"),
            [_row(number, row, grounds) for number, row in list(rows.items())[:LISTED]],
        ),
        f"The {min(LISTED, len(rows))} that matter most. *Flips*: share of positions that one of the ends "
        "flips. *Points*: mean change of what the best line comes to, of 1000.",
        "## All of them drawn at once",
        "Every design coefficient is drawn evenly, from a part of the way to the ends of its range or from "
        "all of it. *Agreement*: share of draws in which a position keeps its best line. *At stake*: share "
        "of positions and draws in which the lines differ by more than the margin at all.",
        table(
            ("scenario", "of the range", "draws", "agreement", f"sure (≥ {SURE:.0%})", "at stake"),
            [
                (
                    name,
                    f"{width:.0%}",
                    row["draws"],
                    f"{row['agreement']:.0%}",
                    f"{row['sure']:.0%} ({interval(of_share(row['sure'], row['positions']), '.0%')})",
                    f"{row['matters']:.0%}",
                )
                for name, each in ensembles.items()
                for width, row in each.items()
            ],
        ),
        "## Elementary effects (Morris)",
        *_effects(effects),
    ]
    figures = {
        "positions": positions, "counts": counts, "uncertain": uncertain,
        "uncertain_by_scenario": {name: float(share.mean()) for name, share in by_one.items()},
        "coefficients": rows, "ensembles": ensembles,
        "effects": None if effects is None else {name: asdict(effect) for name, effect in effects.items()},
    }  # fmt: skip
    return paragraphs, figures


def _single(found: Mapping[str, Alone]) -> dict[str, Any]:
    """One coefficient over all scenarios that read it."""
    flips = np.concatenate([one.flipped for one in found.values()], axis=1)
    change = np.concatenate([one.change for one in found.values()], axis=1)
    return {
        "flips": float(flips.any(axis=0).mean()),
        "flips_low": float(flips[0].mean()),
        "flips_high": float(flips[1].mean()),
        "points": float(np.abs(change).max(axis=0).mean()),
        "points_low": float(change[0].mean()),
        "points_high": float(change[1].mean()),
        "positions": flips.shape[1],
        "scenarios": {name: one.share for name, one in found.items()},
    }


def _row(number: str, row: Mapping[str, Any], grounds: Mapping[str, Ground]) -> tuple[object, ...]:
    model = next(iter(grounds.values())).scenario.psychology
    low, high = model.limits[number]
    return (
        number,
        model.number[number],
        f"{low} to {high}",
        f"{row['flips']:.0%} ({interval(of_share(row['flips'], row['positions']), '.0%')})",
        f"{row['flips_low']:.0%}",
        f"{row['flips_high']:.0%}",
        f"{row['points_low']:+.0f}",
        f"{row['points_high']:+.0f}",
    )


def _by_one(single: Mapping[str, Mapping[str, Alone]], name: str, ground: Ground) -> np.ndarray[Any, Any]:
    """The positions of a scenario that some single coefficient flips, (position,)."""
    each = [found[name].flipped.any(axis=0) for found in single.values() if name in found]
    return np.any(each, axis=0) if each else np.zeros(ground.at.count, bool)


def _ensembles(drawn: Mapping[str, Mapping[float, Ensemble]]) -> dict[str, dict[float, dict[str, Any]]]:
    """The figures of the draws."""
    return {
        name: {
            width: {
                "draws": len(found.kept),
                "positions": found.kept.shape[1],
                "agreement": float(found.kept.mean()),
                "sure": float((found.agreement >= SURE).mean()),
                "matters": float(found.matters.mean()),
            }
            for width, found in each.items()
        }
        for name, each in drawn.items()
    }


def _effects(effects: Mapping[str, Effect] | None) -> list[str]:
    if effects is None:
        return ['Left out: SALib was not installed (`pip install -e ".[evidence]"`).']
    order = sorted(effects.items(), key=lambda item: -item[1].points)
    return [
        f"The {len(effects)} coefficients that flip most, each moved through its range wherever the others "
        "of them stand. *Points*: mean absolute change of what the best line comes to. *Spread*: the "
        "standard deviation of that change; where it is as large as the mean, the effect depends on the "
        "other coefficients. *Flips*: mean absolute change of the share of flipped positions.",
        table(
            ("coefficient", "points", "spread", "flips"),
            [
                (
                    name,
                    f"{effect.points:.0f} ± {effect.points_reach:.0f}",
                    f"{effect.spread:.0f}",
                    f"{effect.flips:.0%}",
                )
                for name, effect in order
            ],
        ),
    ]
