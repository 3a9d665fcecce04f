"""Finding conversations that end in a wanted way, so that every ending can have a golden playthrough.

Many sellers' conversations are played in batches first; what none of them shows is looked for one line at a
time. It is the same every time: all chance starts at fixed numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import product
from random import Random

import numpy as np

from game.analysis.batch import Seller, play
from game.analysis.sellers import LISTENER, PLEASER, PUSHER, GreedySeller, RandomSeller
from game.engine.conversation import Conversation, Step
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.scenario import Close, Scenario
from game.engine.scoring import score

MANNERS = ("won", "lost", "left")
"""How a conversation can go: over the pass mark, below it, or without a yes at all."""

SELLERS: tuple[tuple[Seller, int], ...] = (
    (GreedySeller(noise=50), 400),
    (LISTENER, 2_000),
    (replace(LISTENER, noise=300), 8_000),
    (PLEASER, 2_000),
    (PUSHER, 2_000),
    (RandomSeller(), 8_000),
)
"""Who plays the batches, and how many conversations."""

TRIES = 12
"""Searches for one ending, each with another seed, before it is given up."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One conversation of a batch: whom it meets, what is said, and how well it would do as a golden."""

    customer: int
    moves: tuple[str, ...]
    worth: int


def manner(conversation: Conversation) -> str:
    """How a finished conversation went, one of `MANNERS`."""
    outcome = conversation.outcome
    if outcome is None:
        raise ValueError("the conversation is not over")
    if outcome.close is Close.LEFT:
        return "left"
    return "won" if score(conversation).passed else "lost"


def label(conversation: Conversation) -> str:
    """`ending.manner`, for example `dated.won`: the middle of a golden file's name."""
    outcome = conversation.outcome
    if outcome is None:
        raise ValueError("the conversation is not over")
    return f"{outcome.ending}.{manner(conversation)}"


def missing(scenario: Scenario, have: Iterable[str]) -> tuple[set[str], set[str]]:
    """Endings and manners that none of the labels in `have` shows."""
    labels = [name.rpartition(".") for name in have]
    endings = {ending.id for ending in scenario.endings} - {ending for ending, _, _ in labels}
    return endings, set(MANNERS) - {way for _, _, way in labels}


def find(scenario: Scenario, have: Iterable[str]) -> tuple[list[Conversation], list[str]]:
    """Finished conversations for whatever `have` lacks, and what could not be found."""
    endings, manners = missing(scenario, have)
    if not endings and not manners:
        return [], []
    rules = Rules(scenario)
    pool = candidates(rules)
    chosen: list[str] = []
    # Manners first: the best win there is may show an ending as well.
    for way in (way for way in MANNERS if way in manners):
        fitting = [name for name in pool if name.endswith(f".{way}")]
        chosen += [max(fitting, key=lambda name: pool[name].worth)] if fitting else []
    for ending in sorted(endings - {name.rpartition(".")[0] for name in chosen}):
        fitting = [name for name in pool if name.startswith(f"{ending}.")]
        chosen += [max(fitting, key=lambda name: pool[name].worth)] if fitting else []
    found = [spoken(rules, pool[name]) for name in chosen]
    for ending in sorted(missing(scenario, [*have, *chosen])[0]):
        end = sought(rules, ending)
        found += [] if end is None else [end]
    endings, manners = missing(scenario, [*have, *(label(end) for end in found)])
    return found, sorted(endings | manners)


def candidates(rules: Rules) -> dict[str, Candidate]:
    """The best of all wins and the worst of everything else, by label, out of all batches."""
    scenario, found = rules.scenario, dict[str, Candidate]()
    for number, (seller, count) in enumerate(SELLERS):
        customers = np.arange(count, dtype=np.int32) % scenario.customers
        plays = play(rules, seller, customers, number)
        left, passed = plays.state.close == Close.LEFT, plays.score >= scenario.rubric.passing
        fits = {"won": ~left & passed, "lost": ~left & ~passed, "left": left}
        for (at, ending), way in product(enumerate(scenario.endings), MANNERS):
            rows = np.flatnonzero(fits[way] & (plays.state.ending == at))
            if not len(rows):
                continue
            sign = 1 if way == "won" else -1
            row = rows[np.argmax(sign * plays.score[rows])]
            moves = tuple(rules.lines.lines[line].id for line in plays.moves[:, row] if line >= 0)
            one = Candidate(int(customers[row]), moves, sign * int(plays.score[row]))
            name = f"{ending.id}.{way}"
            if name not in found or one.worth > found[name].worth:
                found[name] = one
    return found


def spoken(rules: Rules, candidate: Candidate) -> Conversation:
    """The conversation of a candidate, said line by line."""
    seed = seed_for(rules.scenario, candidate.customer)
    conversation = Conversation.begin(rules.scenario, seed, rules=rules)
    for line in candidate.moves:
        conversation = said(conversation, line)
    return conversation


def said(conversation: Conversation, line: str) -> Conversation:
    """The conversation after a line on offer."""
    step = conversation.say(line)
    if not isinstance(step, Step):
        raise ValueError(f"{line} is not on offer: {step}")
    return step.conversation


def sought(rules: Rules, ending: str) -> Conversation | None:
    """A conversation with that ending, looked for one line at a time; None after all tries."""
    choice, worth = Random(ending), nearness(ending)
    for seed in range(TRIES):
        end = seek(rules, seed, worth, choice)
        if worth(end) >= 1:
            return end
    return None


def seek(rules: Rules, seed: int, worth: Callable[[Conversation], float], choice: Random) -> Conversation:
    """One search: at every turn each line on offer is tried once with a random rest, the best is followed."""
    conversation = Conversation.begin(rules.scenario, seed, rules=rules)
    best = wander(conversation, choice)
    while conversation.outcome is None and worth(best) < 1:
        for line in conversation.offers():
            end = wander(said(conversation, line.id), choice)
            if worth(end) > worth(best):
                best = end
        conversation = said(conversation, best.reactions[len(conversation.reactions)].line)
    return best


def wander(conversation: Conversation, choice: Random) -> Conversation:
    """The conversation with lines chosen at random until it is over."""
    while conversation.outcome is None:
        conversation = said(conversation, choice.choice(conversation.offers()).id)
    return conversation


def nearness(ending: str) -> Callable[[Conversation], float]:
    """1 at that ending, less the further the stage is from its own, so that a search has a direction."""

    def worth(conversation: Conversation) -> float:
        outcome = conversation.outcome
        if outcome is not None and outcome.ending == ending:
            return 1
        aim = next(each for each in conversation.scenario.endings if each.id == ending)
        return 0.5 - 0.1 * abs(int(conversation.stage) - int(aim.stage))

    return worth
