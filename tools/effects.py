"""How much single tactics and adaptation are worth: effect sizes over simulated human-like play.

    python tools/effects.py                      five scenarios, in Markdown
    python tools/effects.py --plays 900 --json   more conversations, in JSON
    python tools/effects.py --all                all scenarios that load

In each scenario a class of simulated people plays (three leanings, each with little, some and good insight),
once with all lines and once without those that another line beats nearly always. For every tactic: the
correlation between having used it and the customer's following through, among the conversations in which it
could have been used; a logistic regression that knows nothing but which tactics were used; and what the best
script for everybody leaves of what adapting to the type attains. Law 17 expects, over lines that are not
dominated, a median |r| of about .10 and none above .20, an area under the curve of at most .65.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

from game.analysis.batch import Plays, Seller, play  # noqa: E402
from game.analysis.sellers import HUMANS  # noqa: E402
from game.analysis.sequences import Crossed, crossed  # noqa: E402
from game.engine.psychology import Role  # noqa: E402
from game.engine.rules import Rules  # noqa: E402
from game.engine.traits import WHOLE, Bools, Trait  # noqa: E402
from tools.evidence.correlations import Numbers, correlation, predicted  # noqa: E402
from tools.evidence.dominance import Sensible, dominated  # noqa: E402
from tools.evidence.reporting import chosen, shown, table, told, words  # noqa: E402
from tools.shipped import scenario  # noqa: E402

LEAST = 0.05
"""A tactic is looked at when at least this share of the plays used it, and as many did not."""

FEWEST = 40
"""It could have been used in at least so many plays."""

MOST = 0.20
"""The correlation that no tactic should reach."""

GENERATIONS, CUSTOMERS = 8, 2
"""Of the searches for scripts, and hidden customers they look at: enough for the shape of things."""


@dataclass(frozen=True, slots=True)
class Presence:
    """What having used a tactic tells of the outcome, over so many plays."""

    correlations: dict[str, float]
    separation: float
    plays: int
    score: float
    follow_through: float

    @property
    def sizes(self) -> NDArray[np.float64]:
        """The absolute correlations; a single 0 where there are none."""
        return np.abs(list(self.correlations.values()) or [0.0])


@dataclass(frozen=True, slots=True)
class Effects:
    """What was found in one scenario: with all lines, without dominated ones, and for scripts."""

    everything: Presence
    sensible: Presence
    silly: int
    lines: int
    scripts: Crossed


def used(rules: Rules, plays: Plays) -> tuple[Bools, Bools]:
    """Which tactics were said, and which were on offer at some time, (tactic, play)."""
    table = rules.scenario.psychology.tactics
    contains = np.zeros((len(rules.lines.lines) + 1, len(table.ids)), bool)
    for at, line in enumerate(rules.lines.lines):
        contains[at, [table.index(use.tactic) for use in line.does]] = True
    said: Bools = np.asarray(contains[plays.moves].any(axis=0)).T
    offered: Bools = np.asarray(contains[plays.offers].any(axis=(0, 1))).T
    return said, offered


def followed(rules: Rules, plays: Plays) -> Numbers:
    """Probability that what she said yes to happens, 0 without a yes, (play,)."""
    yes = (plays.state.agreed > 0).any(axis=0) if rules.scenario.asks else np.ones(len(plays.score), bool)
    chance: Numbers = plays.state.mind[Trait.FOLLOW_THROUGH, 0] * yes / WHOLE
    return chance


def present(rules: Rules, sellers: Sequence[Seller], plays: int, seed: int) -> Presence:
    """Let sellers play and look at what tells of the outcome."""
    chance = np.random.default_rng(seed)
    each = max(plays // len(sellers), 8)
    customers = np.arange(each, dtype=np.int32) % rules.scenario.customers
    done = [play(rules, seller, customers, seed + at) for at, seller in enumerate(sellers)]
    said, offered = (
        np.concatenate(both, axis=1) for both in zip(*(used(rules, one) for one in done), strict=True)
    )
    probability = np.concatenate([followed(rules, one) for one in done])
    happened = chance.random(len(probability)) < probability
    tactics = rules.scenario.psychology.tactics
    found = {}
    for at, tactic in enumerate(tactics.ids):
        could = offered[at]
        share = said[at][could].mean() if could.sum() >= FEWEST else 0.0
        if LEAST <= share <= 1 - LEAST and not tactics.roles[at] & Role.ASK:
            found[tactic] = correlation(said[at][could].astype(float), happened[could].astype(float))
    known = [tactics.index(tactic) for tactic in found]
    return Presence(
        found,
        predicted(said[known].T.astype(float), happened, chance) if known else 0.5,
        len(probability),
        float(np.concatenate([one.score for one in done]).mean()),
        float(probability.mean()),
    )


def examined(name: str, plays: int, seed: int) -> Effects:
    """Everything about one scenario."""
    rules = Rules(scenario(name))
    silly = dominated(rules, max(plays // 8, 12), seed)
    return Effects(
        present(rules, HUMANS, plays, seed),
        present(rules, [Sensible(human, silly) for human in HUMANS], plays, seed),
        int(silly.sum()),
        len(rules.lines.lines),
        crossed(rules, GENERATIONS, seed, CUSTOMERS),
    )


def row(name: str, found: Presence) -> tuple[object, ...]:
    """A line of the table of correlations."""
    return (
        name,
        found.plays,
        f"{found.score:.0f}",
        f"{found.follow_through:.0%}",
        len(found.correlations),
        f"{np.median(found.sizes):.2f}",
        f"{found.sizes.max():.2f}",
        f"{(found.sizes >= MOST).mean():.0%}",
        f"{found.separation:.2f}",
    )


def strongest(found: Sequence[Presence]) -> list[tuple[object, ...]]:
    """The ten tactics that tell most, mean r over the scenarios."""
    tactics = sorted({tactic for each in found for tactic in each.correlations})
    rows = []
    for tactic in tactics:
        values = [each.correlations[tactic] for each in found if tactic in each.correlations]
        rows.append((abs(float(np.mean(values))), tactic, f"{np.mean(values):+.2f}", len(values)))
    return [each[1:] for each in sorted(rows, reverse=True)[:10]]


def markdown(found: dict[str, Effects]) -> str:
    """The report for people."""
    head = (
        "scenario",
        "plays",
        "score",
        "follows through",
        "tactics",
        "median r",
        "greatest",
        "≥ .20",
        "AUC",
    )
    parts = ["# Effect sizes"]
    for title, which in (("Lines that are not dominated (law 17)", "sensible"), ("All lines", "everything")):
        each: dict[str, Presence] = {name: getattr(effects, which) for name, effects in found.items()}
        sizes = np.concatenate([presence.sizes for presence in each.values()])
        parts += [
            f"## {title}",
            f"Median |r| {np.median(sizes):.2f}, greatest {sizes.max():.2f}, {(sizes >= MOST).mean():.0%} at "
            f".20 or above; mean tactic-only AUC {np.mean([p.separation for p in each.values()]):.2f}.",
            table(head, [row(name, presence) for name, presence in each.items()]),
            table(("tactic", "mean r", "scenarios"), strongest(list(each.values()))),
        ]
    scripts = [effects.scripts for effects in found.values()]
    parts += [
        "## Scripts and adaptation (law 16)",
        f"Cross-play loss {np.mean([s.loss for s in scripts]):.0%} (at least 8 %), adaptivity "
        f"{np.mean([s.index for s in scripts]):.0%}.",
        table(
            (
                "scenario",
                "dominated lines",
                "loss with another type",
                "adaptivity",
                "over best script",
                "over any",
            ),
            [
                (
                    name,
                    f"{effects.silly} of {effects.lines}",
                    f"{effects.scripts.loss:.0%}",
                    f"{effects.scripts.index:.0%}",
                    f"{effects.scripts.attainable.mean() / effects.scripts.fixed.mean() - 1:+.0%}",
                    f"{effects.scripts.attainable.mean() / effects.scripts.anything - 1:+.0%}",
                )
                for name, effects in found.items()
            ],
        ),
    ]
    return "\n\n".join(parts)


def figures(found: dict[str, Effects]) -> dict[str, object]:
    """The report for programs."""
    told_of: dict[str, object] = {}
    for name, effects in found.items():
        of: dict[str, object] = {
            which: {
                "correlations": {tactic: round(r, 3) for tactic, r in presence.correlations.items()},
                "auc": round(presence.separation, 3),
                "plays": presence.plays,
                "score": round(presence.score, 1),
                "follow_through": round(presence.follow_through, 3),
            }
            for which, presence in (("sensible", effects.sensible), ("all", effects.everything))
        }
        scripts = effects.scripts
        of |= {
            "dominated": effects.silly, "lines": effects.lines, "cross_play_loss": round(scripts.loss, 3),
            "adaptivity": round(scripts.index, 3), "anything": round(scripts.anything),
            "attainable": [round(float(v)) for v in scripts.attainable],
            "best_script": [round(float(v)) for v in scripts.fixed],
        }  # fmt: skip
        told_of[name] = of
    return told_of


def main(arguments: list[str]) -> int:
    """Write the report; the exit code (law 17 warns, it does not fail)."""
    parser = words(__doc__ or "", plays=540)
    picked = parser.parse_args(arguments)
    names = chosen(picked.scenarios, picked.all)
    found = {
        name: examined(name, picked.plays, picked.seed) for name in shown(names, len(names), "scenarios")
    }
    command = " ".join(["python", "tools/effects.py", *arguments])
    told("effects", markdown(found), figures(found), picked.json, command)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
