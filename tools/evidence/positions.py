"""Conversations as people lead them, positions in the middle of them, and what each line is worth there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import Plays, Seller
from game.analysis.sellers import HUMANS, LISTENER, LeaningSeller, RandomSeller
from game.analysis.sequences import ScriptSeller
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State, together
from game.engine.traits import Bools, Ints

Index = NDArray[np.int64]
"""Places in arrays."""

MARGIN = 5
"""Points by which another line has to be better before the best one counts as another (the judgement table
calls a loss of so much still the best).
"""

SOME_SELLERS = (RandomSeller(), LISTENER, LeaningSeller(LISTENER.weights, noise=500))
"""Sellers for comparing worlds: saying anything, listening, and something between."""


@dataclass(frozen=True, slots=True)
class Talks:
    """Conversations: whom they meet (play,), what was said (turn, play), on offer (turn, 4, play), and the
    beats (turn, play) in which it was said, with those to return to.
    """

    customer: Ints
    moves: Ints
    offers: Ints
    beat: Ints
    back: Ints


@dataclass(frozen=True, slots=True)
class Positions:
    """Moments of conversations in which there is something to choose, ordered by turn: `turn` and `play`
    (position,), `offered` (4, position).
    """

    talks: Talks
    turn: Index
    play: Index
    offered: Ints

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.turn)


def played(rules: Rules, sellers: Sequence[Seller], plays: int, seed: int) -> Plays:
    """Conversations of several sellers in turn, with all hidden customers in turn, as one batch.

    The luck is of the play and the turn alone, so that it is the same under another model.
    """
    chance = np.random.default_rng(seed)
    whose = np.arange(plays) % len(sellers)
    whole = rules.fresh((np.arange(plays) // len(sellers) % rules.scenario.customers).astype(np.int32))
    whole = whole.only(np.arange(plays))
    said: list[tuple[Ints, Ints, Ints]] = []
    while (going := np.flatnonzero(whole.close == OPEN)).size:
        state = whole.only(going)
        offered = rules.course.choices(state)
        luck = chance.integers(0, 2**63, plays).astype(np.uint64)[going]
        lines = np.empty(len(going), np.int32)
        for number, seller in enumerate(sellers):
            his = np.flatnonzero(whose[going] == number)
            if len(his):
                lines[his] = seller.choose(rules, state.only(his), offered[:, his], luck[his])
        after = rules.advance(state, lines)
        moves, replies, offers = (np.full((rows, plays), OPEN, np.int32) for rows in (1, 1, len(offered)))
        replies -= 1
        moves[0, going], replies[0, going], offers[:, going] = lines, after.reply, offered
        said.append((moves[0], replies[0], offers))
        _written(whole, after.state, going)
    moves, replies, offers = (np.array(rows) for rows in zip(*said, strict=True))
    return Plays(whole, Marks(rules).total(whole), moves, replies, offers)


def _written(whole: State, part: State, plays: Index) -> None:
    """Write plays back into the whole; in place."""
    for f in fields(State):
        getattr(whole, f.name)[..., plays] = getattr(part, f.name)


def talks(rules: Rules, plays: int, seed: int) -> Talks:
    """Conversations as people with three leanings and three degrees of insight lead them."""
    done = played(rules, HUMANS, plays, seed)
    told = Talks(done.state.customer, done.moves, done.offers, done.moves, done.moves)
    states = list(walked(rules, told, forced=False))
    beat, back = (np.array([getattr(state, name) for state in states]) for name in ("beat", "back"))
    return replace(told, beat=beat, back=back)


def walked(rules: Rules, told: Talks, forced: bool = True) -> Iterator[State]:
    """All conversations before each turn, as these rules would have them.

    Args:
        rules: of the same scenario, perhaps with another psychology.
        told: what was said.
        forced: keep to the beats of the conversations, whatever the beats of another model would be; nobody
            leaves before the conversation as it was is over.
    """
    state = rules.fresh(told.customer).only(np.arange(len(told.customer)))
    for turn, lines in enumerate(told.moves):
        going = np.flatnonzero(lines != OPEN)
        if forced:
            state.beat[going], state.back[going] = told.beat[turn, going], told.back[turn, going]
            state.close[going] = state.ending[going] = OPEN
        yield state
        after = rules.advance(state.only(going), lines[going]).state
        state = state.only(np.arange(state.plays))  # what was handed out stays as it was
        _written(state, after, going)


def everywhere(told: Talks) -> Positions:
    """Every position in which there was a choice."""
    choice = (told.offers != OPEN).sum(axis=1) > 1
    turn, at = np.nonzero(choice)
    return Positions(told, turn, at, told.offers[turn, :, at].T)


def positions(rules: Rules, count: int, seed: int) -> Positions:
    """One position out of each of so many conversations, at any turn with a choice.

    Args:
        rules: of the scenario.
        count: how many; the people come in turn, so it is best a multiple of nine.
        seed: of the people's luck and of the turns.
    """
    every = everywhere(talks(rules, count, seed))
    order = np.random.default_rng(seed).permutation(every.count)
    _, first = np.unique(every.play[order], return_index=True)
    chosen = np.sort(order[first])
    return Positions(every.talks, every.turn[chosen], every.play[chosen], every.offered[:, chosen])


def states(rules: Rules, at: Positions) -> State:
    """The positions under rules: what was said is as it was, what it did is as these rules would have it."""
    parts = []
    for turn, state in enumerate(walked(rules, at.talks)):
        here = at.play[at.turn == turn]
        if len(here):
            parts.append(state.only(here))
    return together(parts)


def values(rules: Rules, at: Positions) -> Ints:
    """The score that a listener comes to after each line on offer, (4, position), -1 where there is none."""
    rows, places = np.nonzero(at.offered != OPEN)
    score = np.full(at.offered.shape, OPEN, np.int32)
    after = rules.advance(states(rules, at).only(places), at.offered[rows, places]).state
    score[rows, places] = ended(rules, after)
    return score


def ended(rules: Rules, state: State) -> Ints:
    """The scores that a listener without luck of his own comes to from here, (play,)."""
    marks, total = Marks(rules), np.zeros(state.plays, np.int32)
    liking = LISTENER.liking(rules)
    listener = ScriptSeller(np.append(liking - liking.min(), 0).astype(np.int32))
    going = np.arange(state.plays)
    still = state
    while True:
        over = still.close != OPEN
        if over.any():
            total[going[over]] = marks.total(still.only(over))
            going, still = going[~over], still.only(~over)
        if not len(going):
            return total
        offered = rules.course.choices(still)
        lines = listener.choose(rules, still, offered, np.zeros(len(going), np.uint64))
        still = rules.advance(still, lines).state


def flipped(usual: Ints, other: Ints) -> Bools:
    """Positions in which the best line of one world loses more than `MARGIN` in another, (position,).

    Args:
        usual: values of the lines (4, position) in the one.
        other: the same in the other.
    """
    best = usual.argmax(axis=0)
    lost: Bools = other.max(axis=0) - np.take_along_axis(other, best[None], axis=0)[0] > MARGIN
    return lost
