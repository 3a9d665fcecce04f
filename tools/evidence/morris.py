"""Morris' elementary effects of some coefficients, by SALib: what each does wherever the others stand.

SALib is a library of methods for sensitivity analysis that is kept up; it is needed for this one table only
and brings SciPy, pandas and Matplotlib along, so that it is an extra of its own (`.[evidence]`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np

from tools.evidence.positions import flipped
from tools.evidence.uncertainty import Ground

LEVELS = 4
"""Values of each coefficient: both ends of its range and two between."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What moving a coefficient through its range does on average over the ranges of the others.

    Attributes:
        points: mean absolute change of what the best line comes to, of 1000 points.
        points_reach: how far that may be off (95 %, bootstrap over the trajectories).
        spread: standard deviation of the change: large where it depends on the others.
        flips: mean absolute change of the share of positions whose best line is flipped.
    """

    points: float
    points_reach: float
    spread: float
    flips: float


def at_hand() -> bool:
    """Whether SALib is installed."""
    return find_spec("SALib") is not None


def effects(
    grounds: Sequence[Ground],
    names: Sequence[str],
    trajectories: int,
    seed: int,
    step: Callable[[], object] = lambda: None,
) -> dict[str, Effect]:
    """Elementary effects over several scenarios; every trajectory is walked in one of them.

    Args:
        grounds: scenarios with positions.
        names: of coefficients; at least two.
        trajectories: in each scenario; at least two. Each costs one look at all positions more than there
            are coefficients.
        seed: of the trajectories.
        step: called after each look.
    """
    from SALib.analyze import morris as analysis
    from SALib.sample import morris as sampling

    problem = {
        "num_vars": len(names),
        "names": list(names),
        "bounds": [list(map(float, grounds[0].limits(name))) for name in names],
    }
    count = trajectories * len(grounds)
    points = sampling.sample(problem, count, num_levels=LEVELS, seed=seed)
    outcome, share = np.zeros((2, len(points)))
    for at, point in enumerate(points):
        # Rows of one trajectory stand together; an effect is a difference within one of them.
        ground = grounds[at // (len(names) + 1) % len(grounds)]
        other = ground.moved({name: round(value) for name, value in zip(names, point, strict=True)})
        outcome[at] = ground.change(other).mean()
        share[at] = flipped(ground.usual, other).mean()
        step()
    of_outcome, of_share = (
        analysis.analyze(problem, points, each, num_levels=LEVELS, seed=seed) for each in (outcome, share)
    )
    return {
        name: Effect(
            float(of_outcome["mu_star"][at]),
            float(of_outcome["mu_star_conf"][at]),
            float(of_outcome["sigma"][at]),
            float(of_share["mu_star"][at]),
        )
        for at, name in enumerate(names)
    }
