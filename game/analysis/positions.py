"""What makes a position the one it is: its digest, and the lines that led to it."""

from __future__ import annotations

from dataclasses import fields
from hashlib import blake2b

import numpy as np

from game.analysis.points import Whole
from game.engine.state import State
from game.engine.traits import Ints

LARGEST = np.int64(1) << 40
"""Trees are not counted further than this."""


def identities(state: State) -> list[bytes]:
    """A digest of every position, the same whatever batch it stands in.

    It covers the whole state: two positions with the same digest have the same future.
    """
    rows = [state.profiles if f.name == "profile" else getattr(state, f.name) for f in fields(State)]
    columns = np.concatenate([row.reshape(-1, state.plays) for row in rows])
    whole = np.ascontiguousarray(columns.T, np.int32)
    return [blake2b(row.tobytes(), digest_size=16).digest() for row in whole]


def history(said: Ints) -> tuple[int, ...]:
    """The lines of a play in the order in which they were said.

    Args:
        said: (line,) the turn of each, 0 for none.
    """
    lines = np.flatnonzero(said)
    return tuple(int(line) for line in lines[np.argsort(said[lines])])


def mixed(value: np.typing.NDArray[np.uint64]) -> np.typing.NDArray[np.uint64]:
    """The finaliser of splitmix64 over an array (the engine's `luck` is the same for single numbers)."""
    with np.errstate(over="ignore"):
        out = value + np.uint64(0x9E3779B97F4A7C15)
        out = (out ^ (out >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        out = (out ^ (out >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return out ^ (out >> np.uint64(31))


def chances(rows: Whole, turn: int, channel: int) -> np.typing.NDArray[np.uint64]:
    """Luck of rollouts: a hash of the number of each, the turn and the use it is put to, never a stream.

    Args:
        rows: (play,) numbers of the rollouts; the same number has the same luck from every position.
        turn: turns since the position.
        channel: what it is for.
    """
    seed = mixed(np.array([channel * 1_000 + turn], np.uint64))
    return mixed(seed ^ rows.astype(np.uint64))
