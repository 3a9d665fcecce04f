"""What one line did, told in a few sentences: trust, mood and pressure with their biggest causes."""

from __future__ import annotations

from game.engine.reaction import Cause, CauseName, Reaction
from game.engine.traits import Trait
from game.language.locale import Locale
from game.telling.causes import Teller
from game.telling.depth import Depth
from game.telling.trait_names import STILL, moved, signed

TOLD_TRAITS = (Trait.TRUST, Trait.VALENCE, Trait.PRESSURE)
"""What a turn is told by: trust, emotion, pressure."""


def change(reaction: Reaction, trait: Trait) -> int:
    """How much a trait changed in a turn, in its own units."""
    return int(reaction.after[trait]) - int(reaction.before[trait])


def causes_of(reaction: Reaction, trait: Trait, person: str | None = None) -> tuple[Cause, ...]:
    """The causes of one trait's change that are not nothing, the biggest first.

    Args:
        reaction: the turn.
        trait: the trait.
        person: whose; the person spoken to when None.
    """
    found = [
        cause
        for cause in reaction.causes
        if cause.trait is trait
        and cause.amount
        and cause.person == (person or reaction.person or cause.person)
    ]
    order = list(CauseName)
    return tuple(sorted(found, key=lambda cause: (-abs(cause.amount), order.index(cause.name))))


def told(reaction: Reaction, teller: Teller, depth: Depth = Depth.COACH, most: int = 2) -> tuple[str, ...]:
    """A turn in words: one sentence for each of trust, mood and pressure that something happened to.

    Args:
        reaction: the turn.
        teller: the conversation's teller; its locale is the language.
        depth: everyday words, moves by name, or the numbers as well.
        most: how many causes a sentence names in the direction of the change, and at most one against it.

    Returns:
        Sentences, the largest change first; one sentence that nothing moved when nothing did; then why the
        scenario bends what the line does, where it does.
    """
    changes = sorted(
        ((change(reaction, trait), trait) for trait in TOLD_TRAITS), key=lambda pair: (-abs(pair[0]), pair[1])
    )
    sentences = [
        _sentence(reaction, trait, amount, teller, depth, most)
        for amount, trait in changes
        if abs(amount) >= STILL
    ]
    if not sentences:
        still = "这一句，什么也没动。" if teller.locale is Locale.ZH else "Nothing moved with this line."
        sentences = [still]
    return (*sentences, *teller.bent(reaction, depth))


def _sentence(reaction: Reaction, trait: Trait, amount: int, teller: Teller, depth: Depth, most: int) -> str:
    """One change with the causes that carried it, and the biggest one that worked against it."""
    causes = causes_of(reaction, trait)
    along = [cause for cause in causes if (cause.amount > 0) == (amount > 0)][:most]
    against = [cause for cause in causes if (cause.amount > 0) != (amount > 0)][:1]
    against = [cause for cause in against if abs(cause.amount) >= STILL and depth is not Depth.CUE]
    chinese = teller.locale is Locale.ZH
    head = moved(trait, amount, teller.locale)
    if depth is Depth.LAB:
        head = f"{head}（{signed(amount)}）" if chinese else f"{head} ({signed(amount)})"
    told_along = [teller.tell(reaction, cause, depth) for cause in along]
    told_against = [teller.tell(reaction, cause, depth) for cause in against]
    if chinese:
        parts = [f"{head}：{'；'.join(told_along)}。" if told_along else f"{head}。"]
        parts += [f"另一头：{words}。" for words in told_against]
        return "".join(parts)
    parts = [f"{head}. {'; '.join(told_along)}." if told_along else f"{head}."]
    parts += [f"On the other side: {words}." for words in told_against]
    return " ".join(parts)
