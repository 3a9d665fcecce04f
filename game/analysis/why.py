"""Why a line was a fault: the better line said in its place, under the same luck, cause by cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from game.analysis.review import Difference, Why
from game.engine.conversation import Conversation, Step
from game.engine.reaction import Cause, CauseName, Reaction
from game.engine.traits import Resistance, Trait

WEIGHED = (
    Trait.TRUST,
    Trait.VALENCE,
    Trait.PRESSURE,
    Trait.REACTANCE,
    Trait.NEED,
    Trait.VALUE,
    Trait.PATIENCE,
    Trait.DISCLOSURE,
    *(resistance.trait for resistance in Resistance),
    Trait.TRUTH_DEBT,
    Trait.FOLLOW_THROUGH,
)
"""What a difference is told of: what people can follow, not the counters beneath it."""

LEAST = 50
"""Basis points below which nobody would notice."""


def reasons(before: Conversation, said: str, better: str) -> Why:
    """The reasons of a fault as far as no value is needed for them: no parts, and no way on.

    Args:
        before: the conversation in which the line was said.
        said: the line.
        better: the best line on offer.
    """
    step, other = before.say(said), before.say(better)
    assert isinstance(step, Step)
    assert isinstance(other, Step)
    return Why(
        better=better,
        differences=differences(other.reaction, step.reaction),
        guide=guide(before, better, said),
        continuation=(better,),
    )


def differences(better: Reaction, said: Reaction) -> tuple[Difference, ...]:
    """What the causes of one reaction amount to beyond those of another, the weightiest first.

    For every trait and person they sum to the difference of the minds after both lines; traits that no cause
    moved by `LEAST` are left out.
    """
    amounts: Counter[tuple[CauseName, Trait, str]] = Counter()
    for cause in causes(better):
        amounts[cause.name, cause.trait, cause.person] += cause.amount
    for cause in causes(said):
        amounts[cause.name, cause.trait, cause.person] -= cause.amount
    order = list(CauseName)
    moved = {
        (trait, person)
        for (_, trait, person), amount in amounts.items()
        if trait in WEIGHED and abs(amount) >= LEAST
    }
    found = [
        Difference(name, trait, amount, person)
        for (name, trait, person), amount in amounts.items()
        if amount and (trait, person) in moved
    ]
    return tuple(sorted(found, key=lambda d: (-abs(d.amount), order.index(d.name), d.trait, d.person)))


def causes(reaction: Reaction) -> Iterable[Cause]:
    """Every cause of a turn: in her who was spoken to, in those who overheard, and of days that passed."""
    yield from reaction.causes
    for other in reaction.others:
        yield from other.causes
    yield from reaction.passed


def guide(conversation: Conversation, better: str, said: str) -> tuple[str, ...]:
    """Field-guide ids that both lines practise: what only the better one does first, then the others."""
    wanted, done = practised(conversation, better), practised(conversation, said)
    return tuple(dict.fromkeys([*(item for item in wanted if item not in done), *wanted, *done]))


def practised(conversation: Conversation, line: str) -> tuple[str, ...]:
    """Field-guide ids that the moves of a line practise, in its order."""
    lines = conversation.rules.lines
    practises = conversation.scenario.psychology.tactics.practises
    uses = lines.lines[lines.index[line]].does
    return tuple(dict.fromkeys(item for use in uses for item in practises.get(use.tactic, ())))
