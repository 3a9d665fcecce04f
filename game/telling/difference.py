"""What a better line would have made different, cause by cause, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.review import Difference
from game.engine.reaction import Cause, Reaction
from game.language.locale import Locale
from game.telling.causes import Teller
from game.telling.depth import Depth


def told_difference(
    difference: Difference, said: Reaction, better: Reaction, teller: Teller, depth: Depth = Depth.COACH
) -> str:
    """One difference as a sentence without a full stop.

    A cause weighs in both lines, in one more than in the other; the sentence is that of the line in which it
    weighs more, and says so where that is the better line.

    Args:
        difference: better less said.
        said: what the line did that was said.
        better: what the better line would have done.
        teller: the conversation's teller; its locale is the language.
        depth: everyday words or moves by name.
    """
    here, there = _amount(said, difference), _amount(better, difference)
    mine = here != 0 and (here < 0) == (difference.amount > 0)
    theirs = there != 0 and (there < 0) == (difference.amount < 0)
    if mine and (not theirs or abs(here) >= abs(there)):
        return teller.tell(said, _cause(difference, here), depth)
    if theirs:
        sentence = teller.tell(better, _cause(difference, there), depth)
        sentence = sentence[:1].lower() + sentence[1:]
        return f"更好的那句：{sentence}" if teller.locale is Locale.ZH else f"Better line: {sentence}"
    return teller.tell(said, _cause(difference, -difference.amount), depth)


def _amount(reaction: Reaction, difference: Difference) -> int:
    """How much of a difference's kind a line brought about."""
    wanted = (difference.name, difference.trait, difference.person)
    return sum(each.amount for each in _all(reaction) if (each.name, each.trait, each.person) == wanted)


def _all(reaction: Reaction) -> Iterator[Cause]:
    """Every cause of a turn, of those who overheard and of days that passed as well."""
    yield from reaction.causes
    for other in reaction.others:
        yield from other.causes
    yield from reaction.passed


def _cause(difference: Difference, amount: int) -> Cause:
    return Cause(difference.name, difference.trait, amount, difference.person)
