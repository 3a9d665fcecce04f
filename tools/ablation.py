"""What each mechanism of the customer model does: every one switched off in turn over the shipped scenarios.

    python tools/ablation.py                            all scenarios, in Markdown
    python tools/ablation.py --plays 90 --json          more conversations, in JSON
    python tools/ablation.py --scenarios seven-seconds  one scenario

For every mechanism: how far the mean score moves, how often another line is best, how many conversations in a
hundred end otherwise, and in how many of the scenarios it changes anything at all. Written as Markdown and as
JSON into `tools/evidence/reports/`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

from game.analysis.mechanisms import MECHANISMS  # noqa: E402
from game.engine.psychology import Psychology  # noqa: E402
from game.engine.rules import Rules  # noqa: E402
from game.engine.scenario import Scenario  # noqa: E402
from game.engine.traits import Bools, Ints  # noqa: E402
from tools.evidence.intervals import of_share, reach_of_mean  # noqa: E402
from tools.evidence.intervals import told as interval  # noqa: E402
from tools.evidence.positions import (  # noqa: E402
    MARGIN,
    SOME_SELLERS,
    Positions,
    flipped,
    played,
    positions,
    values,
)
from tools.evidence.reporting import Report, chosen, shown, table, told, words  # noqa: E402
from tools.shipped import scenario  # noqa: E402


@dataclass(frozen=True, slots=True)
class World:
    """What a model came to in a scenario: scores and endings of every play, values of the lines."""

    score: Ints
    ending: Ints
    agreed: Bools
    values: Ints


@dataclass(frozen=True, slots=True)
class Difference:
    """What became different without a mechanism, play by play and position by position."""

    score: Ints
    ending: Bools
    agreed: Ints
    flipped: Bools

    @property
    def anything(self) -> bool:
        """Whether anything did."""
        return bool(self.score.any() or self.ending.any() or self.flipped.any())


def world(base: Scenario, model: Psychology, plays: int, seed: int, at: Positions) -> World:
    """Play a scenario under a model; the same luck in every world."""
    rules = Rules(replace(base, psychology=model))
    done = played(rules, SOME_SELLERS, plays, seed)
    agreed: Bools = np.asarray((done.state.agreed > 0).any(axis=0))
    return World(done.score, done.state.ending, agreed, values(rules, at))


def compared(usual: World, other: World) -> Difference:
    """What became different."""
    return Difference(
        other.score - usual.score,
        other.ending != usual.ending,
        other.agreed.astype(np.int32) - usual.agreed,
        flipped(usual.values, other.values),
    )


def examined(name: str, plays: int, seed: int, mechanisms: Sequence[str]) -> dict[str, Difference]:
    """Each mechanism off in turn in one scenario."""
    base = scenario(name)
    model = base.psychology
    at = positions(Rules(base), plays, seed)
    usual = world(base, model, plays, seed, at)
    return {
        mechanism: compared(usual, world(base, MECHANISMS[mechanism].off(model), plays, seed, at))
        for mechanism in mechanisms
    }


def together(found: Mapping[str, Mapping[str, Difference]]) -> dict[str, dict[str, float | int]]:
    """The figures of every mechanism over all scenarios, those that do most first."""
    rows: dict[str, dict[str, float | int]] = {}
    for mechanism in next(iter(found.values())):
        each = [differences[mechanism] for differences in found.values()]
        score, ending, agreed, flips = (
            np.concatenate([getattr(one, name) for one in each])
            for name in ("score", "ending", "agreed", "flipped")
        )
        low, high = of_share(float(flips.mean()), len(flips))
        rows[mechanism] = {
            "score": round(float(score.mean()), 1),
            "score_reach": round(reach_of_mean(score.astype(float)), 1),
            "moved": round(float(np.abs(score).mean()), 1),
            "best": round(float(flips.mean()), 3),
            "best_low": round(low, 3),
            "best_high": round(high, 3),
            "endings": round(float(ending.mean()), 3),
            "agreed": round(float(agreed.mean()), 3),
            "scenarios": sum(one.anything for one in each),
        }
    return dict(sorted(rows.items(), key=lambda item: -item[1]["moved"]))


def report(names: list[str], plays: int, seed: int, mechanisms: Sequence[str] = tuple(MECHANISMS)) -> Report:
    """Look at scenarios and say what was found."""
    found = {name: examined(name, plays, seed, mechanisms) for name in shown(names, len(names), "scenarios")}
    rows = together(found)
    first = [next(iter(differences.values())) for differences in found.values()]
    counts = {
        "scenarios": len(found),
        "plays": sum(len(one.score) for one in first),
        "positions": sum(len(one.flipped) for one in first),
    }
    return Report("ablation", markdown(names, counts, rows), {"counts": counts, "mechanisms": rows})


def markdown(names: list[str], counts: dict[str, int], rows: dict[str, dict[str, float | int]]) -> str:
    """The report for people."""
    idle = [name for name, row in rows.items() if not row["scenarios"]]
    head = ("switched off", "mean score", "one score", "best line", "ending", "a yes", "scenarios")
    cells = [
        (
            name,
            f"{row['score']:+.1f} ± {row['score_reach']:.1f}",
            f"{row['moved']:.1f}",
            f"{row['best']:.0%} ({interval((row['best_low'], row['best_high']), '.0%')})",
            f"{row['endings']:.0%}",
            f"{row['agreed'] * 100:+.0f}",
            f"{row['scenarios']}/{counts['scenarios']}",
        )
        for name, row in rows.items()
    ]
    return "\n\n".join(
        [
            "# What each mechanism does",
            f"Scenarios: {', '.join(names)}. Each mechanism of the customer model is switched off alone, and "
            f"the same {counts['plays']} conversations (a seller who says anything, one who listens, one in "
            f"between; the same luck) are played again, and the same {counts['positions']} positions out of "
            "the middle of human-like conversations are looked at again.",
            "*Mean score*: how many of the 1000 points it moves, with the 95 % interval. *One score*: mean "
            "absolute change of a single conversation. *Best line*: share of positions in which the line "
            f"that was best loses more than {MARGIN} points (95 % interval). *Ending*: share of "
            "conversations that end otherwise. *A yes*: change of the share that gets one, in points of a "
            "hundred. "
            "*Scenarios*: in how many it changes anything.",
            table(head, cells),
            "Without effect here (law 18 shows that each matters somewhere, in the laboratory of "
            f"`tests/laws`): {', '.join(idle) or 'none'}.",
        ]
    )


def main(arguments: list[str]) -> int:
    """Write the report; the exit code."""
    picked = words(__doc__ or "", plays=45).parse_args(arguments)
    found = report(chosen(picked.scenarios), picked.plays, picked.seed)
    told(found, arguments, picked.json, picked.into)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
