"""Many conversations at once, by the same rules as one (a law keeps them bit-equal)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State
from game.engine.traits import Ints, Places


class Seller(Protocol):
    """A way of playing."""

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play.

        Args:
            rules: of the scenario.
            state: the plays.
            offered: (4, play) indices of lines on offer, -1 for none.
            chance: (play,) a hash of play and turn, the only luck a seller may use.
        """


@dataclass(frozen=True, slots=True)
class Plays:
    """Conversations played to the end, in the order in which they began.

    `moves` is (turn, play) with -1 after the end; `replies` likewise, -2 after the end and -1 for the phrase
    bank; `offers` is (turn, 4, play), -1 where nothing was on offer.
    """

    state: State
    score: Ints
    moves: Ints
    replies: Ints
    offers: Ints


def play(rules: Rules, seller: Seller, customers: Ints, seed: int = 0, start: State | None = None) -> Plays:
    """Play one conversation for each entry of `customers` (indices 0..K-1) to its end.

    Args:
        rules: of the scenario.
        seller: who chooses.
        customers: (play,) which hidden customer each play meets.
        seed: of the sellers' luck.
        start: plays to begin with instead of fresh ones, one for each entry of `customers`.
    """
    whole = rules.fresh(customers) if start is None else start.only(np.arange(start.plays))
    going = np.arange(len(customers))
    state = whole
    moves: list[Ints] = []
    replies: list[Ints] = []
    offers: list[Ints] = []
    chance = _mixed(_mixed(np.uint64(seed)) ^ going.astype(np.uint64))
    while len(going):
        offered = rules.course.choices(state)
        lines = seller.choose(rules, state, offered, _mixed(chance[going] ^ np.uint64(len(moves) + 1)))
        advance = rules.advance(state, lines)
        said, answered = np.full((2, len(customers)), (OPEN,), np.int32)
        answered = answered - 1
        said[going], answered[going] = lines, advance.reply
        on_offer = np.full((len(offered), len(customers)), OPEN, np.int32)
        on_offer[:, going] = offered
        offers.append(on_offer)
        moves.append(said)
        replies.append(answered)
        over = advance.state.close != OPEN
        _written(whole, advance.state, going)
        going, state = going[~over], advance.state.only(~over)
    return Plays(whole, Marks(rules).total(whole), np.array(moves), np.array(replies), np.array(offers))


def _written(whole: State, part: State, plays: Places) -> None:
    """Write plays back into the whole; in place."""
    for f in fields(State):
        getattr(whole, f.name)[..., plays] = getattr(part, f.name)


def _mixed(value: NDArray[np.uint64] | np.uint64) -> NDArray[np.uint64]:
    """The finaliser of splitmix64 over arrays (the engine's `luck` is the same for single numbers)."""
    with np.errstate(over="ignore"):
        mixed = np.asarray(value, np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
