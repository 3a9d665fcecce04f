"""Finding conversations that end in a wanted way: wandering at random, then looking one line ahead.

Nothing here is clever: it exists so that every ending of a scenario can have a golden playthrough. It is
the same every time, since all chance comes from a generator that starts at a fixed number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from game.engine.conversation import Conversation, Step
from game.engine.rules import Rules
from game.engine.scenario import Close, Scenario
from game.engine.scoring import score

WANDERINGS = 400
"""Conversations at random before anything is looked for."""

TRIES = 40
"""Searches for one target, each with another seed, before it is given up."""

Worth = Callable[[Conversation], float]
"""How near a finished conversation comes to what is wanted; 1 and above is there."""


def manner(conversation: Conversation) -> str:
    """How a finished conversation went: `left` when the customer walked out, else `won` or `lost`."""
    outcome = conversation.outcome
    if outcome is None:
        raise ValueError("the conversation is not over")
    if outcome.close is Close.LEFT:
        return "left"
    return "won" if score(conversation).total >= conversation.scenario.rubric.passing else "lost"


def label(conversation: Conversation) -> str:
    """`ending.manner`, for example `dated.won`: the middle of a golden file's name."""
    outcome = conversation.outcome
    if outcome is None:
        raise ValueError("the conversation is not over")
    return f"{outcome.ending}.{manner(conversation)}"


def wander(conversation: Conversation, choice: Random) -> Conversation:
    """The conversation with lines chosen at random until it is over."""
    while conversation.outcome is None:
        conversation = said(conversation, choice.choice(conversation.offers()).id)
    return conversation


def said(conversation: Conversation, line: str) -> Conversation:
    """The conversation after a line on offer."""
    step = conversation.say(line)
    if not isinstance(step, Step):
        raise ValueError(f"{line} is not on offer: {step}")
    return step.conversation


def seek(rules: Rules, seed: int, worth: Worth, choice: Random) -> Conversation:
    """One search: at every turn each line on offer is tried once with a random rest, the best is followed."""
    conversation = Conversation.begin(rules.scenario, seed, rules=rules)
    best = wander(conversation, choice)
    while conversation.outcome is None:
        for line in conversation.offers():
            end = wander(said(conversation, line.id), choice)
            if worth(end) > worth(best):
                best = end
        conversation = said(conversation, best.reactions[len(conversation.reactions)].line)
    return conversation


def missing(scenario: Scenario, have: Iterable[str]) -> tuple[set[str], set[str]]:
    """Endings and manners that none of the labels in `have` shows."""
    labels = [name.rpartition(".") for name in have]
    endings = {ending.id for ending in scenario.endings} - {ending for ending, _, _ in labels}
    return endings, {"won", "lost", "left"} - {way for _, _, way in labels}


def find(scenario: Scenario, have: Iterable[str]) -> tuple[list[Conversation], list[str]]:
    """Finished conversations for whatever `have` lacks, and what could not be found."""
    choice, rules = Random(scenario.id), Rules(scenario)
    endings, manners = missing(scenario, have)
    pool = [wander(Conversation.begin(scenario, seed, rules=rules), choice) for seed in range(WANDERINGS)]
    found: list[Conversation] = []
    # The best-played ones first: a golden of a win should be one that somebody would want to read.
    wants: list[tuple[str, Worth]] = [
        (way, in_manner(way)) for way in ("won", "lost", "left") if way in manners
    ]
    wants += [(ending, at_ending(ending)) for ending in sorted(endings)]
    lacking = []
    for name, worth in wants:
        if any(worth(end) >= 1 for end in found):
            continue
        best = max(pool, key=worth)
        for seed in range(TRIES):
            if worth(best) >= 1 and name != "won":
                break
            best = max(best, seek(rules, seed, worth, choice), key=worth)
            if worth(best) >= 1:
                break
        if worth(best) >= 1:
            found.append(best)
        else:
            lacking.append(name)
    return found, lacking


def in_manner(way: str) -> Worth:
    """Worth 1 to 2 in that manner; more the further the score is on the right side."""

    def worth(conversation: Conversation) -> float:
        share = score(conversation).total / 1000
        right = share if way == "won" else 1 - share
        return right + (manner(conversation) == way)

    return worth


def at_ending(ending: str) -> Worth:
    """Worth 1 at that ending, and a little for its stage, so that a search has a direction."""

    def worth(conversation: Conversation) -> float:
        outcome = conversation.outcome
        if outcome is not None and outcome.ending == ending:
            return 1 + score(conversation).total / 1000
        aim = next(each for each in conversation.scenario.endings if each.id == ending)
        return 0.5 - 0.1 * abs(int(conversation.stage) - int(aim.stage))

    return worth
