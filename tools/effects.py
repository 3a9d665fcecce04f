"""How much single tactics and adaptation are worth: effect sizes over simulated human-like play.

    python tools/effects.py                             all scenarios, in Markdown
    python tools/effects.py --plays 3600 --json         more conversations, in JSON
    python tools/effects.py --scenarios seven-seconds   one scenario

In each scenario a class of simulated people plays (three leanings, each with little, some and good insight),
once with all lines and once without those that another line beats nearly always. For every tactic: the
correlation between having used it and the customer's following through, among the conversations in which it
could have been used; a logistic regression that knows nothing but which tactics were used; and what the good
script for one pure type comes to with another. Law 17 expects, over lines that are not dominated, a median
|r| of about .10 and none above .20, an area under the curve of at most .65; it warns and never fails. Law 16
is the part on scripts. Written as Markdown and as JSON into `tools/evidence/reports/`.
"""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

from game.analysis.sellers import HUMANS  # noqa: E402
from game.engine.rules import Rules  # noqa: E402
from tools.evidence.crossplay_tables import script_parts  # noqa: E402
from tools.evidence.dominance import Sensible, dominated  # noqa: E402
from tools.evidence.positions import played  # noqa: E402
from tools.evidence.presence import Presence, presence  # noqa: E402
from tools.evidence.presence_tables import presence_parts  # noqa: E402
from tools.evidence.reporting import Report, chosen, shown, told, words  # noqa: E402
from tools.evidence.scripts import Crossplay, crossplay  # noqa: E402
from tools.shipped import scenario  # noqa: E402

GENERATIONS, CUSTOMERS = 16, 2
"""Of each search for a script, and hidden customers of each type for whom it is made."""

JUDGING = 360
"""Conversations from which it is judged which lines are dominated."""


@dataclass(frozen=True, slots=True)
class Effects:
    """What was found in one scenario: with all lines, without the dominated ones, and for scripts."""

    everything: Presence
    sensible: Presence
    dominated: tuple[str, ...]
    lines: int
    scripts: Crossplay


def examined(name: str, plays: int, seed: int, generations: int) -> Effects:
    """Everything about one scenario."""
    rules = Rules(scenario(name))
    silly = dominated(rules, min(plays, JUDGING), seed)
    sensible = [Sensible(human, silly) for human in HUMANS]
    return Effects(
        presence(rules, played(rules, HUMANS, plays, seed), len(HUMANS), seed),
        presence(rules, played(rules, sensible, plays, seed + 1), len(HUMANS), seed),
        tuple(line.id for line, bad in zip(rules.lines.lines, silly, strict=False) if bad),
        len(rules.lines.lines),
        crossplay(rules, generations, seed, CUSTOMERS),
    )


def report(names: list[str], plays: int, seed: int, generations: int = GENERATIONS) -> Report:
    """Look at scenarios and say what was found."""
    found = {name: examined(name, plays, seed, generations) for name in shown(names, len(names), "scenarios")}
    sensible = {name: effects.sensible for name, effects in found.items()}
    everything = {name: effects.everything for name, effects in found.items()}
    scripts = {name: effects.scripts for name, effects in found.items()}
    silly = {name: f"{len(effects.dominated)} of {effects.lines}" for name, effects in found.items()}
    law, law_figures = presence_parts(sensible, silly)
    all_lines, all_figures = presence_parts(everything)
    cross, cross_figures = script_parts(scripts)
    parts = [
        "# Effect sizes",
        f"Scenarios: {', '.join(names)}; in each {plays} conversations of simulated people (a pusher, a "
        "pleaser and a listener, each with little, some and good insight) with all hidden customers in turn, "
        "twice. The outcome is whether she *follows through*: drawn from her probability, as it would be "
        "observed, 0 without a yes. Intervals are of 95 %.",
        "## Law 17: tactics, over lines that are not dominated",
        *law,
        "## The same over all lines",
        "What bad lines do is large, and should be: they are in a scenario to be recognised.",
        *all_lines[:2],
        "## Law 16: scripts and adaptation",
        *cross,
    ]
    figures: dict[str, Any] = {
        "plays": plays,
        "law_17": law_figures,
        "all_lines": all_figures,
        "law_16": cross_figures,
        "scenarios": {
            name: {
                "dominated": list(effects.dominated),
                "lines": effects.lines,
                "sensible": asdict(effects.sensible),
                "all": asdict(effects.everything),
            }
            for name, effects in found.items()
        },
    }
    return Report("effects", "\n\n".join(parts), figures)


def main(arguments: list[str]) -> int:
    """Write the report; the exit code (law 17 warns, it does not fail)."""
    picked = words(__doc__ or "", plays=1800).parse_args(arguments)
    found = report(chosen(picked.scenarios), picked.plays, picked.seed)
    told(found, arguments, picked.json, picked.into)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
