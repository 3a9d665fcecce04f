"""Conversations as people lead them, positions in the middle of them, and what each line is worth there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import Plays, Seller
from game.analysis.points import POINT
from game.analysis.proofs_choices import Choices
from game.analysis.sellers import HUMANS, LISTENER
from game.analysis.sequences import ScriptSeller
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State
from game.engine.traits import Bools, Ints

Index = NDArray[np.int64]
"""Places in arrays."""


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
    return Plays.of(whole, Marks(rules).total(whole), moves, replies, offers)


def _written(whole: State, part: State, plays: Index) -> None:
    """Write plays back into the whole; in place."""
    for f in fields(State):
        getattr(whole, f.name)[..., plays] = getattr(part, f.name)


def talks(rules: Rules, plays: int, seed: int) -> Talks:
    """Conversations as people with three leanings and three degrees of insight lead them."""
    return talked(rules, played(rules, HUMANS, plays, seed))


def talked(rules: Rules, done: Plays) -> Talks:
    """Conversations that were played by the very rules under which they will be looked at."""
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
            state = _led(state, lines != OPEN, told.beat[turn], told.back[turn])
        yield state
        after = rules.advance(state.only(going), lines[going]).state
        state = state.only(np.arange(state.plays))  # what was handed out stays as it was
        _written(state, after, going)


def everywhere(told: Talks) -> Positions:
    """Every position in which there was a choice."""
    choice = (told.offers != OPEN).sum(axis=1) > 1
    turn, at = np.nonzero(choice)
    return Positions(told, turn, at, told.offers[turn, :, at].T)


def some(at: Positions, count: int, seed: int) -> Positions:
    """At most so many of the positions, each as likely."""
    if at.count <= count:
        return at
    chosen = np.sort(np.random.default_rng(seed).permutation(at.count)[:count])
    return Positions(at.talks, at.turn[chosen], at.play[chosen], at.offered[:, chosen])


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


def values(rules: Rules, at: Positions) -> Ints:
    """The score that a listener comes to after each line on offer, (4, position), -1 where there is none.

    Every line of every position is a play of its own from the beginning: led by what was said up to the
    position, under these rules, then by the line, then by a listener without luck of his own.
    """
    rows, places = np.nonzero(at.offered != OPEN)
    told, play, stop, first = at.talks, at.play[places], at.turn[places], at.offered[rows, places]
    marks, listener = Marks(rules), _listener(rules)
    total = np.zeros(len(places), np.int32)
    going, turn = np.arange(len(places)), 0
    state = rules.fresh(told.customer[play])
    while True:
        led = stop[going] >= turn
        if led.any():
            state = _led(state, led, told.beat[turn, play[going]], told.back[turn, play[going]])
        over = state.close != OPEN
        if over.any():
            total[going[over]] = marks.total(state.only(over))
            going, led, state = going[~over], led[~over], state.only(~over)
        if not len(going):
            break
        lines = np.where(
            stop[going] == turn, first[going], told.moves[min(turn, len(told.moves) - 1), play[going]]
        )
        if not led.all():
            free = state.only(~led)
            offered = rules.course.choices(free)
            lines[~led] = listener.choose(rules, free, offered, np.zeros(free.plays, np.uint64))
        state, turn = rules.advance(state, lines).state, turn + 1
    score = np.full(at.offered.shape, OPEN, np.int32)
    score[rows, places] = total
    return score


def _listener(rules: Rules) -> ScriptSeller:
    """Somebody who always says what listens best."""
    liking = LISTENER.liking(rules)
    return ScriptSeller(np.append(liking - liking.min(), 0).astype(np.int32))


def _led(state: State, led: Bools, beat: Ints, back: Ints) -> State:
    """The state with the plays of a mask in the beats where they were, and not over."""
    return replace(
        state,
        beat=np.where(led, beat, state.beat),
        back=np.where(led, back, state.back),
        close=np.where(led, OPEN, state.close),
        ending=np.where(led, OPEN, state.ending),
    )


def played_on(rules: Rules, at: Positions) -> Choices:
    """What every line is worth in positions if a listener plays on from there: an estimate."""
    score = values(rules, at)
    worth = np.where(score == OPEN, OPEN, score.astype(np.int64) * POINT)

    def way(place: int) -> tuple[int, ...]:
        return tuple(at.talks.moves[: int(at.turn[place]), int(at.play[place])].tolist())

    return Choices(at.talks.customer[at.play], at.offered, worth, False, way)
