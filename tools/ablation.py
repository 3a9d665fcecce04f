"""What each mechanism of the customer model does: every one switched off in turn over the shipped scenarios.

    python tools/ablation.py                     five scenarios, in Markdown
    python tools/ablation.py --plays 60 --json   more conversations, in JSON
    python tools/ablation.py --all               all scenarios that load

For every mechanism: how far the mean score moves, how often another line is best, how many conversations in a
hundred end otherwise, and in how many of the scenarios it changes anything at all. Both are also written to
`tools/evidence/reports/`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

from game.analysis.batch import play  # noqa: E402
from game.analysis.mechanisms import MECHANISMS  # noqa: E402
from game.engine.psychology import Psychology  # noqa: E402
from game.engine.rules import Rules  # noqa: E402
from game.engine.scenario import Scenario  # noqa: E402
from game.engine.state import State  # noqa: E402
from game.engine.traits import Ints  # noqa: E402
from tools.evidence.positions import SOME_SELLERS, best_lines, positions  # noqa: E402
from tools.evidence.reporting import chosen, shown, table, told, words  # noqa: E402
from tools.shipped import psychology, scenario  # noqa: E402


@dataclass(frozen=True, slots=True)
class Played:
    """What a world came to: scores and endings of every play, the best line of every position."""

    score: Ints
    ending: Ints
    close: Ints
    best: Ints


@dataclass(frozen=True, slots=True)
class Difference:
    """What a mechanism does in one scenario."""

    score: float  # points by which the mean score moves when it is off
    moved: float  # mean absolute change of a play's score
    best: float  # share of positions where another line is best
    endings: float  # share of plays that end otherwise
    agreed: float  # change of the share of plays that end in a yes


def world(base: Scenario, model: Psychology, plays: int, seed: int, at: State) -> Played:
    """Play a scenario under a model; the same luck in every world."""
    rules = Rules(replace(base, psychology=model))
    customers = np.arange(max(plays // len(SOME_SELLERS), 1), dtype=np.int32) % base.customers
    done = [play(rules, seller, customers, seed) for seller in SOME_SELLERS]
    return Played(
        np.concatenate([plays.score for plays in done]),
        np.concatenate([plays.state.ending for plays in done]),
        np.concatenate([plays.state.close for plays in done]),
        best_lines(rules, at),
    )


def compared(usual: Played, other: Played) -> Difference:
    """What became different."""
    return Difference(
        score=float(other.score.mean() - usual.score.mean()),
        moved=float(np.abs(other.score - usual.score).mean()),
        best=float((other.best != usual.best).mean()),
        endings=float((other.ending != usual.ending).mean()),
        agreed=float((other.close == 0).mean() - (usual.close == 0).mean()),
    )


def examined(name: str, plays: int, seed: int) -> dict[str, Difference]:
    """Every mechanism off in turn in one scenario."""
    base = scenario(name)
    model = base.psychology
    at = positions(Rules(base), max(plays // 2, 8), seed)
    usual = world(base, model, plays, seed, at)
    return {
        mechanism: compared(usual, world(base, switch.off(model), plays, seed, at))
        for mechanism, switch in MECHANISMS.items()
    }


def markdown(found: dict[str, dict[str, Difference]]) -> str:
    """The report for people, the mechanisms that do most first."""
    rows = []
    for mechanism in MECHANISMS:
        per = [found[name][mechanism] for name in found]
        rows.append(
            (
                mechanism,
                f"{np.mean([d.score for d in per]):+.1f}",
                f"{np.mean([d.moved for d in per]):.1f}",
                f"{np.mean([d.best for d in per]):.0%}",
                f"{np.mean([d.endings for d in per]):.0%}",
                f"{np.mean([d.agreed for d in per]) * 100:+.1f}",
                f"{sum(d.moved > 0 for d in per)}/{len(per)}",
            )
        )
    rows.sort(key=lambda row: -float(row[2]))
    idle = [row[0] for row in rows if row[-1].startswith("0/")]
    head = ("off", "mean score", "moved", "best line", "ending", "yes, points", "scenarios")
    return "\n\n".join(
        [
            "# What each mechanism does",
            f"{len(found)} scenarios: {', '.join(found)}. Change when the mechanism is off: of the mean "
            "score, of a single play’s score (mean of absolute values), share of positions with another best "
            "line, share of plays with another ending, change of the share that ends in a yes.",
            table(head, rows),
            f"Idle in these scenarios: {', '.join(idle) or 'none'}.",
        ]
    )


def main(arguments: list[str]) -> int:
    """Write the report; the exit code."""
    parser = words(__doc__ or "", plays=45)
    picked = parser.parse_args(arguments)
    names = chosen(picked.scenarios, picked.all)
    psychology()
    found = {
        name: examined(name, picked.plays, picked.seed) for name in shown(names, len(names), "scenarios")
    }
    figures = {
        name: {
            mechanism: {
                "score": round(d.score, 2), "moved": round(d.moved, 2), "best": round(d.best, 4),
                "endings": round(d.endings, 4), "agreed": round(d.agreed, 4),
            }
            for mechanism, d in each.items()
        }
        for name, each in found.items()
    }  # fmt: skip
    command = " ".join(["python", "tools/ablation.py", *arguments])
    told("ablation", markdown(found), figures, picked.json, command)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
