"""The turn on which a conversation turned: the one that did most harm."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.reaction import Reaction
from game.telling.reaction import TOLD_TRAITS, change
from game.telling.trait_names import favour


def harm(reaction: Reaction) -> int:
    """How much a turn took from trust, emotion and freedom from pressure together; below 0 it gave."""
    changes = [(trait, change(reaction, trait)) for trait in TOLD_TRAITS]
    return -sum(favour(trait, amount) * abs(amount) for trait, amount in changes)


def turning_point(reactions: Sequence[Reaction], person: str | None = None) -> int | None:
    """The turn (1 is the first) that did most harm; None where none of them did any.

    Args:
        reactions: the turns, in order.
        person: look only at turns spoken to this person; at all turns when None.
    """
    return next(iter(turning_points(reactions, person, most=1)), None)


def turning_points(
    reactions: Sequence[Reaction], person: str | None = None, most: int = 2
) -> tuple[int, ...]:
    """The turns (1 is the first) that did most harm, the worst first; fewer where fewer did any.

    Args:
        reactions: the turns, in order.
        person: look only at turns spoken to this person; at all turns when None.
        most: how many at most.
    """
    heard = [each for each in reactions if (person is None or each.person == person) and harm(each) > 0]
    worst = sorted(heard, key=lambda reaction: (-harm(reaction), reaction.turn))
    return tuple(reaction.turn for reaction in worst[:most])
