"""p(customer | what was shown): which of the hidden customers it could still be, after every line.

The prior is even. Every customer lives through the lines that were said; one who would have answered with
another reply, opened a moment with other words or put other lines on offer is excluded; every face, flash or
sign that differs counts as one lapse of 5 % (`resemblance`). Nothing else is looked at, so that nobody is
blamed for not knowing what could not be known. At an end everything comes out: only the true one is left.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.resemblance import LAPSE, differing, replying
from game.engine.conversation import Conversation
from game.engine.rules import Rules
from game.engine.scenario import Reply
from game.engine.state import State
from game.engine.traits import Bools

NEGLIGIBLE = 1e-4
"""Customers less likely than this are not counted: they could move an expected score by a tenth of a point.

It cannot wrong anybody: the true customer shows what was shown, so no other can become likelier than it.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What could be known at one position.

    Attributes:
        state: one play for every customer that is still possible, in the order of the customers.
        belief: (K,) probability of every hidden customer; sums to 1, 0 where one is excluded.
    """

    state: State
    belief: NDArray[np.float64]

    @property
    def shares(self) -> NDArray[np.float64]:
        """Probabilities of the plays of `state`, (play,)."""
        return self.belief[self.state.customer]


def before_a_word(begun: Conversation) -> Known:
    """What the first sight tells.

    Args:
        begun: a conversation in which nothing has been said.
    """
    count = begun.scenario.customers
    state = begun.rules.fresh(np.arange(count, dtype=np.int32))
    shares = np.ones(count) / count
    if begun.person is not None:
        shares = shares * LAPSE ** _at_first_sight(begun, state)
    return _weighed(state, shares, _same_moment(begun, state), count)


def learned(known: Known, after: Conversation) -> Known:
    """What is known after one more line.

    Args:
        known: at the position before the line.
        after: the conversation after it, whose last reaction is what was shown.
    """
    rules, seen = after.rules, after.reactions[-1]
    shares = known.shares
    if after.outcome is not None:
        only = np.flatnonzero(known.state.customer == after.customer)
        ended = rules.advance(known.state.only(only), rules.lines.index[seen.line]).state
        truth = np.zeros(len(known.belief))
        truth[after.customer] = 1.0
        return Known(ended, truth)
    advance = rules.advance(known.state, rules.lines.index[seen.line])
    possible = _same_moment(after, advance.state)
    if seen.person is not None:
        who = rules.readings.person(seen.person)
        mind = (advance.state.mind if advance.unrested is None else advance.unrested)[:, who]
        profile = advance.state.profile[:, who]
        possible &= replying(rules, advance.reply, mind, profile, seen.reply)
        shares = shares * LAPSE ** differing(rules, known.state.mind[:, who], mind, profile, seen.cues)
    if after.person is not None and (after.person != seen.person or advance.unrested is not None):
        shares = shares * LAPSE ** _at_first_sight(after, advance.state)
    return _weighed(advance.state, shares, possible, len(known.belief))


def knowledge(conversation: Conversation) -> tuple[Known, ...]:
    """What was known before the first line and after every line."""
    now = Conversation.begin(conversation.scenario, conversation.seed, conversation.start, conversation.rules)
    found = [before_a_word(now)]
    for reaction in conversation.reactions:
        step = now.say(reaction.line)
        now = step.conversation  # type: ignore[union-attr]  # it was said before
        found.append(learned(found[-1], now))
    return tuple(found)


def _weighed(state: State, shares: NDArray[np.float64], possible: Bools, count: int) -> Known:
    """The plays that are still possible, with their shares of the whole, of `count` customers."""
    shares = np.where(possible, shares, 0.0)
    shares = shares / shares.sum()
    shares = np.where(shares < NEGLIGIBLE, 0.0, shares)
    belief = np.zeros(count)
    belief[state.customer] = shares / shares.sum()
    return Known(state.only(np.flatnonzero(shares)), belief)


def _at_first_sight(conversation: Conversation, state: State) -> NDArray[np.int32]:
    """How much of what is seen of the person one now speaks to each play would show otherwise, (play,)."""
    rules = conversation.rules
    who = rules.readings.person(conversation.person)
    mind = state.mind[:, who]
    return differing(rules, mind, mind, state.profile[:, who], conversation.cues(conversation.person))


def _same_moment(conversation: Conversation, state: State) -> Bools:
    """Plays that are in the moment that was shown: the same lines on offer, the same first words, (play,)."""
    rules = conversation.rules
    shown = set(rules.course.offers(conversation.state))
    offered = rules.course.choices(state)
    same = np.array([set(row[row >= 0].tolist()) == shown for row in offered.T], bool)
    beat = conversation.beat
    if beat is not None and conversation.arrived and beat.says:
        same &= _greeting(rules, beat.says, state, conversation.greeting)
    return same


def _greeting(rules: Rules, says: tuple[Reply, ...], state: State, shown: str | None) -> Bools:
    """Plays whose first words in a beat are those that were shown, (play,)."""
    same, open_ = np.full(state.plays, shown is None), np.ones(state.plays, bool)
    for reply in says:
        hit = open_ & rules.readings.holds(reply.when, state)
        same[hit] = reply.id == shown
        open_ &= ~hit
    return same
