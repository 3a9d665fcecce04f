"""Digests of many conversations, to be compared between machines, Python and numpy versions.

    python tools/same_bytes.py                 one digest per shipped scenario; equal everywhere
    python tools/same_bytes.py --plays 100000

The same plays are lived as one batch, in sevens and one by one, with causes and without, in int32 and in
int64; where anything differs the command says so and exits 1.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

from game.analysis.batch import Plays, play  # noqa: E402
from game.analysis.sellers import RandomSeller  # noqa: E402
from game.engine.rules import Rules  # noqa: E402
from game.engine.state import OPEN, State, together  # noqa: E402
from tools.shipped import scenario, scenario_ids  # noqa: E402

SMALL = 21
"""Plays that are lived once more in sevens, one by one, with causes, and in int64."""


def digest(state: State) -> str:
    """A digest of every array of a state, whatever its integer type."""
    whole = hashlib.sha256()
    for field in fields(State):
        whole.update(np.ascontiguousarray(getattr(state, field.name), dtype="<i8").tobytes())
    return whole.hexdigest()[:16]


def again(rules: Rules, plays: Plays, size: int, causes: bool, dtype: type[np.signedinteger]) -> str:
    """The first plays lived again in blocks of a size; their digest."""
    blocks = []
    for first in range(0, SMALL, size):
        those = slice(first, min(first + size, SMALL))
        state = rules.fresh(plays.state.customer[those]).cast(dtype)
        done = [state.only([at]) for at in range(state.plays)]
        going = np.arange(state.plays)
        for moves in plays.moves[:, those]:
            going = going[moves[going] != OPEN]
            if not len(going):
                break
            state = rules.advance(
                together([done[at] for at in going]), moves[going].astype(dtype), causes
            ).state
            for place, at in enumerate(going):
                done[at] = state.only([place])
        blocks.append(together(done))
    return digest(together(blocks))


def main(words: list[str]) -> int:
    """Print digests; 1 when two ways of living the same plays differ."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plays", type=int, default=10_000)
    chosen = parser.parse_args(words)
    print(f"numpy {np.__version__}")
    differ = False
    for name in scenario_ids():
        rules = Rules(scenario(name))
        customers = np.arange(chosen.plays) % rules.scenario.customers
        plays = play(rules, RandomSeller(), customers)
        print(f"{name:24} {chosen.plays:>7} plays  {digest(plays.state)}")
        small = digest(plays.state.only(slice(0, SMALL)))
        for size, causes, dtype in ((1, True, np.int32), (7, False, np.int32), (7, True, np.int64)):
            other = again(rules, plays, size, causes, dtype)
            if other != small:
                print(f"  differs: blocks of {size}, causes {causes}, {dtype.__name__}: {other}, not {small}")
                differ = True
    return int(differ)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
