"""Does any conversation played at random score more than its ceiling? It must not.

    python tools/ceilings.py                            a million random plays in every shipped scenario
    python tools/ceilings.py seven-seconds --plays 8000
    python tools/ceilings.py seven-seconds --lines 8    the scenario over after eight lines said to somebody

The ceiling of each hidden customer is that of the solver before the first line: exact where the tree is small
enough (so `--lines`), otherwise the best play that its search finds, of which nothing but this is certain:
that it is a real play. Prints for each customer the ceiling, the best of the random plays and how many came
up to it. Exit code 0 when none is beaten, 1 when one is, 2 for a scenario that there is not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

from game.analysis.batch import followed  # noqa: E402
from game.analysis.census import cut, everybody  # noqa: E402
from game.analysis.sellers import RandomSeller  # noqa: E402
from game.analysis.solver import AT_ONCE, MOST, Solver  # noqa: E402
from game.engine.rules import Rules  # noqa: E402
from game.engine.scoring import FULL  # noqa: E402
from tools.shipped import scenario, scenario_ids  # noqa: E402

PLAYS = 1_000_000
AT_A_TIME = 131_072
"""Plays in a batch."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The plays with one hidden customer against her ceiling."""

    customer: int
    ceiling: int
    exact: bool
    plays: int
    best: int  # score of a random play
    reached: int  # plays that scored the ceiling or more

    @property
    def beaten(self) -> bool:
        """Whether a play scored more."""
        return self.best > self.ceiling


def compared(rules: Rules, plays: int, seed: int = 1, exactly: bool = False) -> list[Comparison]:
    """Play at random and compare.

    Args:
        rules: of the scenario.
        plays: conversations, shared alike among the hidden customers.
        seed: of their luck.
        exactly: solve the whole tree, however long that takes up to the most that anybody should wait for.
    """
    known = rules.scenario.customers
    values = Solver(rules, budget=MOST if exactly else AT_ONCE).values(everybody(rules))
    scores = np.zeros((known, FULL + 1), np.int64)
    for first in range(0, plays, AT_A_TIME):
        numbers = np.arange(first, min(first + AT_A_TIME, plays))
        met = (numbers % known).astype(np.int32)
        courses = followed(rules, RandomSeller(), met, numbers, seed)
        np.add.at(scores, (courses.customer, courses.score), 1)
    return [
        Comparison(
            customer=at + 1,
            ceiling=int(values.ceiling[at]),
            exact=bool(values.exact[at]),
            plays=int(row.sum()),
            best=int(np.flatnonzero(row).max(initial=0)),
            reached=int(row[values.ceiling[at] :].sum()),
        )
        for at, row in enumerate(scores)
    ]


def main(words: list[str], say: Callable[[str], object] = print) -> int:
    """Compare what the words name; the exit code."""
    parser = argparse.ArgumentParser(
        prog="python tools/ceilings.py", description="Random conversations against their ceilings."
    )
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help="all shipped ones if none is named")
    parser.add_argument("--plays", type=int, default=PLAYS, metavar="N", help="conversations of a scenario")
    parser.add_argument("--lines", type=int, metavar="N", help="over after so many lines, solved exactly")
    chosen = parser.parse_args(words)
    unknown = [name for name in chosen.scenarios if name not in scenario_ids()]
    if unknown:
        say(f"there is no scenario {', '.join(unknown)}; there are {', '.join(scenario_ids())}")
        return 2
    beaten = 0
    for name in chosen.scenarios or scenario_ids():
        story, begun = scenario(name), process_time()
        rules = Rules(story if chosen.lines is None else cut(story, chosen.lines))
        found = compared(rules, chosen.plays, exactly=chosen.lines is not None)
        beaten += sum(each.beaten for each in found)
        worked = process_time() - begun
        say(f"{name}: {sum(each.plays for each in found):,} plays, {worked:.0f} s of one processor")
        for each in found:
            how = "exact" if each.exact else "best found"
            say(
                f"  customer {each.customer}: ceiling {each.ceiling} ({how}), best at random {each.best}, "
                f"reached by {each.reached:,}{'  BEATEN' if each.beaten else ''}"
            )
    return 1 if beaten else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
