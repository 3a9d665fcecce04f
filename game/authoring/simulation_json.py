"""A simulation for programs: the object that `rapport simulate --json` prints (`game/README.md`).

Shares and levels are in basis points, scores in points; every estimate stands with the ends of its 95 %
interval.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from game.analysis.findings import Findings, LineFinding
from game.analysis.intervals import Estimate, Moments
from game.analysis.proofs_figures import pass_mark
from game.analysis.roster import CLASS
from game.authoring.simulate import Simulated, Simulation
from game.engine.scenario import Close
from game.engine.traits import WHOLE

NO_TARGETS: Mapping[str, int | None] = MappingProxyType({})
"""Nobody says how much of a class should pass."""

BAR = 20
"""Points of the score in a bar of the histogram; the last bar holds 1000 alone."""


def simulation_to_json(
    simulation: Simulation, seed: int, targets: Mapping[str, int | None] = NO_TARGETS
) -> dict[str, Any]:
    """The whole object.

    Args:
        simulation: what was played.
        seed: of all luck.
        targets: by scenario, the share of a class that its trainer wants to pass, basis points.
    """
    return {
        "seed": seed,
        "plays": simulation.plays,
        "partial": simulation.partial,
        "processes": simulation.processes,
        "seconds": round(simulation.seconds, 3),
        "plays_per_second": _rate(simulation.plays, simulation.seconds),
        "runs": [run_to_json(run, targets.get(run.job.scenario.id)) for run in simulation.runs],
    }


def run_to_json(run: Simulated, target: int | None = None) -> dict[str, Any]:
    """One seller in one scenario, with the share of a class that should pass (basis points)."""
    scenario, plan, found = run.job.scenario, run.job.plan, Findings(run.rules, run.tally)
    lengths, quantiles = found.lengths()
    count, bank = found.bank()
    return {
        "scenario": scenario.id,
        "fingerprint": scenario.fingerprint,
        "seller": plan.casting.name,
        "noise": plan.casting.slips * 10,
        "customer": None if plan.customer is None else plan.customer + 1,
        "type": run.job.pure or None,
        "seed": plan.seed,
        "plays": found.plays,
        "asked": plan.plays,
        "partial": run.partial,
        "outcomes": {
            close_word(close): _counted(int(run.tally.close[:, close].sum()), share)
            for close, share in found.closes().items()
        },
        "endings": {ending: _counted(*counted) for ending, counted in found.endings().items()},
        "passed": _share(found.passed()),
        "target": _target(run, found, target),
        "score": _spread(found.scores())
        | {
            "quantiles": {str(part): value for part, value in found.quantiles().items()},
            "histogram": [int(found.score[low : low + BAR].sum()) for low in range(0, len(found.score), BAR)],
        },
        "turns": _spread(lengths) | {"quantiles": {str(part): value for part, value in quantiles.items()}},
        "customers": [
            {
                "customer": at,
                "plays": one.plays,
                "score": _points(one.mean),
                "passed": _share(one.passed),
                "agreed": _share(one.agreed),
            }
            for at, one in enumerate(found.customers(), start=1)
        ],
        "lines": {line.line: _line(line) for line in found.lines()},
        "replies": found.replies(),
        "bank": _counted(count, bank),
        "alone": int(run.tally.alone[0]),
        "envelopes": {
            "plays": found.plays,
            **{
                trait.word: [
                    {"turn": moment.turn, "plays": moment.plays}
                    | {str(part): level for part, level in moment.levels.items()}
                    for moment in moments
                ]
                for trait, moments in found.envelopes().items()
            },
        },
        "beats": [
            {"beat": meeting.beat, "times": meeting.times}
            | {
                trait.word: {str(part): level for part, level in levels.items()}
                for trait, levels in meeting.levels.items()
            }
            for meeting in found.meetings()
        ],
        "seconds": round(run.seconds, 3),
        "plays_per_second": _rate(found.plays, run.seconds),
    }


def _target(run: Simulated, found: Findings, target: int | None) -> dict[str, Any] | None:
    """The pass mark that gives the wanted rate; null where none is wanted, or others than a class played."""
    if target is None or run.job.plan.casting.name != CLASS or not found.plays:
        return None
    mark = pass_mark(found.score, target / WHOLE, run.job.scenario.rubric.passing)
    return {"rate": target, "mark": mark.mark, "low": mark.low, "high": mark.high, "near": mark.near}


def close_word(close: Close) -> str:
    """`agreed`, `left` or `out-of-time`."""
    return close.name.lower().replace("_", "-")


def _line(line: LineFinding) -> dict[str, Any]:
    return {
        "beat": line.beat,
        "said": line.said,
        "offered": line.offered,
        "helped": _helped(line.helped),
        "helped_whom": [_helped(one) for one in line.helped_whom],
    }


def _helped(estimate: Estimate | None) -> dict[str, float] | None:
    return None if estimate is None else _points(estimate)


def _counted(count: int, share: Estimate) -> dict[str, int]:
    return {"count": count} | _share(share)


def _share(share: Estimate) -> dict[str, int]:
    return {
        "share": round(share.value * WHOLE),
        "low": round(share.low * WHOLE),
        "high": round(share.high * WHOLE),
    }


def _points(estimate: Estimate) -> dict[str, float]:
    return {
        "points": round(estimate.value, 1),
        "low": round(estimate.low, 1),
        "high": round(estimate.high, 1),
    }


def _spread(moments: Moments) -> dict[str, Any]:
    mean = moments.estimate()
    return {
        "mean": round(mean.value, 2),
        "low": round(mean.low, 2),
        "high": round(mean.high, 2),
        "deviation": round(moments.variance**0.5, 2),
    }


def _rate(plays: int, seconds: float) -> float:
    return round(plays / seconds, 1) if seconds > 0 else 0.0
