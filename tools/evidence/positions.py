"""Conversations and the positions in them, and what flips there under another model."""

from __future__ import annotations

import numpy as np

from game.analysis.proofs_choices import MARGIN
from game.analysis.proofs_places import Positions, Talks, played, positions, talks, values, walked
from game.analysis.sellers import LISTENER, LeaningSeller, RandomSeller
from game.engine.traits import Bools, Ints

__all__ = [
    "MARGIN",
    "SOME_SELLERS",
    "Positions",
    "Talks",
    "flipped",
    "played",
    "positions",
    "talks",
    "values",
    "walked",
]

SOME_SELLERS = (RandomSeller(), LISTENER, LeaningSeller(LISTENER.weights, noise=500))
"""Sellers for comparing worlds: saying anything, listening, and something between."""


def flipped(usual: Ints, other: Ints) -> Bools:
    """Positions in which the best line of one world loses more than `MARGIN` in another, (position,).

    Args:
        usual: values of the lines (4, position) in the one.
        other: the same in the other.
    """
    best = usual.argmax(axis=0)
    lost: Bools = other.max(axis=0) - np.take_along_axis(other, best[None], axis=0)[0] > MARGIN
    return lost
