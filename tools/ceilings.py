"""Does any conversation played at random score more than its ceiling? Does the ceiling keep its promise?

    python tools/ceilings.py                            a million random plays in every shipped scenario
    python tools/ceilings.py seven-seconds --plays 8000
    python tools/ceilings.py seven-seconds --lines 8    the scenario over after eight lines said to somebody

The ceiling of each hidden customer is that of the solver before the first line: exact where the tree is small
enough (so `--lines`), otherwise the best play that its search finds, of which nothing but this is certain:
that it is a real play. So the play behind every ceiling is said again, line by line, in a conversation with
that customer: it must end with exactly the score that was promised. Prints for each customer the ceiling,
the best of the random plays and how many came up to it. Exit code 0 when no ceiling is beaten and every
promise is kept, 1 otherwise, 2 for a scenario that there is not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
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
from game.engine.conversation import Conversation, Step  # noqa: E402
from game.engine.customers import seed_for  # noqa: E402
from game.engine.rules import Rules  # noqa: E402
from game.engine.scoring import FULL, score  # noqa: E402
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
    replayed: int  # score of the line of play behind the ceiling, said again

    @property
    def beaten(self) -> bool:
        """Whether a play scored more."""
        return self.best > self.ceiling

    @property
    def kept(self) -> bool:
        """Whether the line of play behind the ceiling scores what was promised."""
        return self.replayed == self.ceiling

    @property
    def told(self) -> str:
        """A line for people."""
        how = "exact" if self.exact else "best found"
        faults = ("  BEATEN" if self.beaten else "") + ("" if self.kept else "  PROMISE BROKEN")
        return (
            f"  customer {self.customer}: ceiling {self.ceiling} ({how}), replays to {self.replayed}, "
            f"best at random {self.best}, reached by {self.reached:,}{faults}"
        )


def compared(rules: Rules, plays: int, seed: int = 1, exactly: bool = False) -> list[Comparison]:
    """Play at random and compare.

    Args:
        rules: of the scenario.
        plays: conversations, shared alike among the hidden customers.
        seed: of their luck.
        exactly: solve the whole tree, however long that takes up to the most that anybody should wait for.
    """
    known = rules.scenario.customers
    solver, begun = Solver(rules, budget=MOST if exactly else AT_ONCE), everybody(rules)
    values = solver.values(begun)
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
            replayed=said_again(rules, at, solver.best_line(begun.only(slice(at, at + 1)))[0]),
        )
        for at, row in enumerate(scores)
    ]


def said_again(rules: Rules, customer: int, lines: Iterable[int]) -> int:
    """The score of a conversation with a hidden customer (0..K-1) in which these lines are said to its end.

    Raises:
        ValueError: a line is not on offer, or nothing is over at the end.
    """
    conversation = Conversation.begin(rules.scenario, seed_for(rules.scenario, customer), rules=rules)
    for line in lines:
        step = conversation.say(rules.lines.lines[line].id)
        if not isinstance(step, Step):
            raise ValueError(f"{rules.lines.lines[line].id} is not on offer")
        conversation = step.conversation
    if conversation.outcome is None:
        raise ValueError("the conversation goes on")
    return score(conversation).total


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
    fine = True
    for name in chosen.scenarios or scenario_ids():
        story, begun = scenario(name), process_time()
        rules = Rules(story if chosen.lines is None else cut(story, chosen.lines))
        found = compared(rules, chosen.plays, exactly=chosen.lines is not None)
        fine &= all(each.kept and not each.beaten for each in found)
        worked = process_time() - begun
        say(f"{name}: {sum(each.plays for each in found):,} plays, {worked:.0f} s of one processor")
        for each in found:
            say(each.told)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
