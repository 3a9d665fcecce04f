"""How much the best line owes to chosen numbers: the design coefficients moved within their ranges.

    python tools/sensitivity.py                             two scenarios, in Markdown
    python tools/sensitivity.py --plays 54 --json           more positions, in JSON
    python tools/sensitivity.py --scenarios seven-seconds   one scenario
    python tools/sensitivity.py --all                       all scenarios; takes its time

Positions are taken out of the middle of human-like conversations; in each the best line is the one after
which a listener comes to the best score. Every coefficient that `psychology.yaml` marks as design is moved to
both ends of its range, alone: which flip the best line, and how far do outcomes move? Then all are drawn at
once: which share of the draws agrees with the best line? Then those that matter most are moved wherever the
others stand (Morris' elementary effects; needs SALib, `pip install -e ".[evidence]"`, and is left out
without it).

Written as Markdown and as JSON into `tools/evidence/reports/`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

from tools.evidence import morris  # noqa: E402
from tools.evidence.reporting import Report, chosen, shown, told, words  # noqa: E402
from tools.evidence.sensitivity_tables import parts  # noqa: E402
from tools.evidence.uncertainty import (  # noqa: E402
    Alone,
    Ensemble,
    Ground,
    alone,
    design_numbers,
    ensemble,
)
from tools.shipped import scenario  # noqa: E402

USUAL = ("seven-seconds", "too-complicated")
"""How it begins; more would take more than three minutes."""

WIDTHS = (0.1, 0.25, 1.0)
"""How far of the way to the ends of the ranges the coefficients are drawn."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is looked at: draws of every width; coefficients and trajectories of elementary effects."""

    draws: int = 20
    strongest: int = 20
    trajectories: int = 4


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: by scenario, by coefficient, and the elementary effects (None without SALib)."""

    grounds: Mapping[str, Ground]
    alone: Mapping[str, Mapping[str, Alone]]  # coefficient, scenario
    ensembles: Mapping[str, Mapping[float, Ensemble]]  # scenario, width
    effects: Mapping[str, morris.Effect] | None


def examined(names: Sequence[str], plays: int, seed: int, effort: Effort, only: Sequence[str] = ()) -> Found:
    """Look at some scenarios.

    Args:
        names: of the scenarios.
        plays: positions in each.
        seed: of all chance.
        effort: how much is looked at.
        only: coefficients to look at; all design coefficients without any.
    """
    grounds = {name: Ground.of(scenario(name), plays, seed) for name in names}
    numbers = [name for name in only or design_numbers() if any(name in g.read for g in grounds.values())]
    single = {
        number: {name: alone(ground, number) for name, ground in grounds.items() if number in ground.read}
        for number in shown(numbers, len(numbers), "coefficients")
    }
    drawn = {
        name: {width: ensemble(ground, effort.draws, width, seed, only) for width in WIDTHS}
        for name, ground in shown(grounds.items(), len(grounds), "ensembles")
    }
    strongest = sorted(single, key=lambda number: weight(single[number]), reverse=True)[: effort.strongest]
    effects = None
    if morris.at_hand() and len(strongest) > 1:
        looks = effort.trajectories * len(grounds) * (len(strongest) + 1)
        progress = shown(count(), looks, "elementary effects")
        effects = morris.effects(
            list(grounds.values()), strongest, effort.trajectories, seed, lambda: next(progress)
        )
    return Found(grounds, single, drawn, effects)


def weight(found: Mapping[str, Alone]) -> tuple[float, float]:
    """How much a coefficient matters: first by flips, then by points."""
    each = list(found.values())
    return (
        float(np.concatenate([one.flipped.any(axis=0) for one in each]).mean()),
        float(np.concatenate([np.abs(one.change).max(axis=0) for one in each]).mean()),
    )


def report(
    names: Sequence[str], plays: int, seed: int, effort: Effort | None = None, only: Sequence[str] = ()
) -> Report:
    """Look at scenarios and say what was found."""
    effort = effort or Effort()
    found = examined(names, plays, seed, effort, only)
    order = sorted(found.alone, key=lambda number: weight(found.alone[number]), reverse=True)
    text, figures = parts(found.grounds, {n: found.alone[n] for n in order}, found.ensembles, found.effects)
    figures["effort"] = asdict(effort)
    return Report("sensitivity", "\n\n".join(text), figures)


def main(arguments: list[str]) -> int:
    """Write the report; the exit code."""
    picked = words(__doc__ or "", plays=36, scenarios=USUAL).parse_args(arguments)
    if not morris.at_hand():
        print('without SALib (pip install -e ".[evidence]") one table is left out', file=sys.stderr)
    names = chosen(picked.scenarios or (None if picked.all else USUAL))
    told(report(names, picked.plays, picked.seed), arguments, picked.json, picked.into)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
