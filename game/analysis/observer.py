"""What an ideal observer could have known of a customer from what was shown so far.

A fixed grid of 4 types x 5 needs x 5 true resistances is played through the lines that were said, one row of
a batch each, everything else as it is; a row is as likely as its face, flash, signs and replies agree with
those that were seen, with a lapse of 5 % for each that differs (design.md, "Cues are coarse").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.resemblance import LAPSE, answering, differing
from game.engine.conversation import Conversation
from game.engine.customers import axes
from game.engine.kinds import lacks
from game.engine.rules import Rules
from game.engine.state import OPEN, State
from game.engine.traits import STRENGTHS, Attribute, Need, Resistance
from game.engine.transcript import Guess

TYPES = "DISC"
KNOWABLE = 0.5
"""A hidden value could have been known when the observer gives it at least this much."""

GONE = 5
"""Lapses that a turn counts for a row that would have ended the talk before it."""

_GRID = [(t, n, r) for t in range(len(TYPES)) for n in range(len(Need)) for r in range(len(Resistance))]


@dataclass(frozen=True, slots=True)
class Belief:
    """The observer's probabilities after a turn, by type letter, need word and resistance word."""

    turn: int
    types: Mapping[str, float]
    needs: Mapping[str, float]
    worries: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a guess: what was guessed and what was so, and what the cues could have told."""

    guessed: str | None
    hidden: str
    observer: float  # probability the ideal observer gives to what is so

    @property
    def right(self) -> bool:
        """Whether the guess is what was so."""
        return self.guessed == self.hidden

    @property
    def knowable(self) -> bool:
        """Whether the cues so far could have told."""
        return self.observer >= KNOWABLE


@dataclass(frozen=True, slots=True)
class GuessScore:
    """A guess held against the hidden values and against the ideal observer."""

    type: Part
    need: Part
    worry: Part

    @property
    def parts(self) -> tuple[Part, Part, Part]:
        """Type, need, worry."""
        return self.type, self.need, self.worry


def hidden(conversation: Conversation) -> tuple[str, str, str]:
    """Type letter, need and true resistance of the customer; of several letters as strong, the first."""
    return hidden_in(conversation.rules, conversation.customer)


def hidden_in(rules: Rules, customer: int) -> tuple[str, str, str]:
    """The same of one of the K customers of a scenario."""
    person = rules.scenario.people[0]
    letter = TYPES[person.disc.index(max(person.disc))]
    start = rules.fresh(np.array([customer], np.int32)).mind[STRENGTHS, 0, 0]
    pretexts = {
        objection.resistance
        for objection in rules.scenario.objections
        if objection.pretext and objection.person in (None, person.id)
    }
    true = max((r for r in Resistance if r not in pretexts), key=lambda r: int(start[r]))
    return letter, person.needs[0].word, true.word


def observed(conversation: Conversation) -> tuple[Belief, ...]:
    """The observer's belief before the first line and after every line said to the customer."""
    rules = conversation.rules
    state, weight = _rows(conversation), np.zeros(len(_GRID))
    alive = np.arange(len(_GRID))
    beliefs = [_belief(0, weight)]
    for reaction in conversation.reactions:
        before = state.mind[:, 0]
        advance = rules.advance(state, rules.lines.index[reaction.line])
        if reaction.person == conversation.scenario.people[0].id:
            gone = np.ones(len(_GRID), bool)
            gone[alive] = False
            after, profile = advance.state.mind[:, 0], advance.state.profile[:, 0]
            lapses = differing(rules, before, after, profile, reaction.cues)
            answered = answering(rules, advance.reply, reaction.reply)
            weight[alive] += np.log(LAPSE) * (lapses + ((advance.reply >= 0) & ~answered))
            weight[gone] += GONE * np.log(LAPSE)
            beliefs.append(_belief(reaction.turn, weight))
        going = advance.state.close == OPEN
        if not going.any():
            break
        alive, state = alive[going], advance.state.only(going)
    return tuple(beliefs)


def guess_score(conversation: Conversation, guess: Guess | None = None) -> GuessScore:
    """A guess (the last one noted unless another is given) against what was so and what could be known."""
    guess = guess or conversation.guess
    letter, need, worry = hidden(conversation)
    belief = observed(conversation)[-1]
    return GuessScore(
        Part(guess.type, letter, belief.types[letter]),
        Part(guess.need, need, belief.needs[need]),
        Part(guess.worry, worry, belief.worries[worry]),
    )


def _rows(conversation: Conversation) -> State:
    """The grid as plays: the customer as it is, but for type, need and true resistance."""
    rules = conversation.rules
    state = rules.fresh(np.full(len(_GRID), conversation.customer, np.int32))
    person = conversation.scenario.people[0]
    letter, need, worry = hidden(conversation)
    true_type, true_need = TYPES.index(letter), Need[need.upper()]
    true_worry = Resistance[worry.upper()].trait
    for row, (kind, other_need, other_worry) in enumerate(_GRID):
        disc = _exchanged(list(person.disc), true_type, kind)
        agency, communion = axes((disc[0], disc[1], disc[2], disc[3]))
        state.profile[Attribute.AGENCY, 0, row] = agency
        state.profile[Attribute.COMMUNION, 0, row] = communion
        state.profile[Attribute.ANALYTIC, 0, row] = disc[3]
        felt = _exchanged([int(n in person.needs) for n in Need], true_need, other_need)
        state.profile[Attribute.NEED, 0, row] = other_need
        state.profile[Attribute.NEEDS, 0, row] = sum(1 << n for n in Need if felt[n])
        trait = Resistance(other_worry).trait
        state.mind[[true_worry, trait], 0, row] = state.mind[[trait, true_worry], 0, row]
    state.profile[Attribute.LACKS_HEALING :, 0] = lacks(state.profile[:, 0], conversation.scenario.psychology)
    rules.psyche.first_impression(state)
    return state


def _exchanged(values: list[int], one: int, other: int) -> list[int]:
    """The list with two places exchanged, so that the row of what is so is the customer herself."""
    values[one], values[other] = values[other], values[one]
    return values


def _belief(turn: int, weight: NDArray[np.float64]) -> Belief:
    """Probabilities of the three questions from the weights of the rows."""
    share = np.exp(weight - weight.max())
    share = share / share.sum()
    cube = share.reshape(len(TYPES), len(Need), len(Resistance))
    return Belief(
        turn,
        dict(zip(TYPES, cube.sum(axis=(1, 2)).tolist(), strict=True)),
        dict(zip((need.word for need in Need), cube.sum(axis=(0, 2)).tolist(), strict=True)),
        dict(zip((r.word for r in Resistance), cube.sum(axis=(0, 1)).tolist(), strict=True)),
    )
