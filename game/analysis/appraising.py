"""One turn from the values of its positions: what was expected, what every line was worth, its judgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from game.analysis.judgement import judged, margin_of
from game.analysis.knowledge import Known
from game.analysis.review import Alternative, TurnReview, Why, Worth
from game.analysis.valuation import Path, Valuation
from game.engine.conversation import Conversation
from game.engine.state import OPEN


@dataclass(frozen=True, slots=True, eq=False)
class Position:
    """One position of the conversation that is reviewed.

    Attributes:
        conversation: as it stood.
        known: what was known then.
        path: the lines said until then, as indices.
        offers: the lines on offer, as indices.
    """

    conversation: Conversation
    known: Known
    path: Path
    offers: tuple[int, ...]

    @classmethod
    def of(cls, conversation: Conversation, known: Known, path: Path) -> Position:
        """The position at which a conversation stands."""
        return cls(conversation, known, path, conversation.rules.course.offers(conversation.state))

    @property
    def over(self) -> bool:
        """Whether nothing more can be said."""
        return int(self.conversation.state.close[0]) != OPEN


def appraised(
    valuation: Valuation,
    before: Position,
    after: Position,
    ceilings: tuple[float, float],
    why: Why | None = None,
) -> TurnReview:
    """A line said, judged by what was known when it was said.

    Args:
        valuation: knows the position, and what every line on offer leads to.
        before: where the line was said.
        after: where it led.
        ceilings: the most attainable before and after the line.
        why: the reasons, where it is a fault and they are known.
    """
    conversation, known, path = before.conversation, before.known, before.path
    said, lines = after.conversation.reactions[-1].line, conversation.rules.lines
    customer = conversation.customer
    worths = {
        index: worth(valuation, known, (*path, index), _top(valuation, customer, (*path, index)))
        for index in before.offers
    }
    index = lines.index[said]
    worths[index] = _raised(worths[index], ceilings[1])
    here = worth(valuation, known, path, ceilings[0])
    there = worth(valuation, after.known, (*path, index), ceilings[1])
    best = max(each.value for each in worths.values())
    margin = margin_of([(each.value, each.margin) for each in worths.values()])
    alternatives = tuple(
        Alternative(lines.lines[at].id, each, best - each.value, judged(best - each.value, margin))
        for at, each in worths.items()
    )
    own = next(each for each in alternatives if each.line == said)
    return TurnReview(
        turn=after.conversation.turn,
        line=said,
        before=here,
        said=own.worth,
        after=there,
        alternatives=alternatives,
        judgement=own.judgement,
        loss=own.loss,
        skill=own.worth.value - here.value,
        news=there.value - own.worth.value,
        belief=tuple(known.belief.tolist()),
        why=why,
        margin=margin,
    )


def worth(valuation: Valuation, known: Known, path: Path, ceiling: float) -> Worth:
    """What a position is worth, expected over the customers it could be.

    Args:
        valuation: knows the position with all of them.
        known: who it could be; also before the last line of `path`, where its answer is not counted.
        path: the lines said until then.
        ceiling: the most attainable with the customer as she is.
    """
    value, variance, exact = 0.0, 0.0, True
    for customer in known.state.customer.tolist():
        found = valuation.know(customer, path)
        assert found is not None, "every possible customer has been looked at"
        share = float(known.belief[customer])
        value += share * found.steady
        variance += (share * found.margin) ** 2
        exact &= found.exact
    return Worth(value, ceiling, exact, sqrt(variance))


def ceilings_of(valuation: Valuation, positions: Sequence[Position]) -> list[float | None]:
    """The most attainable at successive positions of one conversation; None where nothing is known.

    A ceiling that was found by sampling is the best way that was found, so whatever is found further on
    counts before as well: the ceilings of a conversation can only fall.
    """
    tops: list[float | None] = []
    later: float | None = None
    for position in reversed(positions):
        customer, path = position.conversation.customer, position.path
        own = valuation.ceiling(customer, path)
        if own is None:
            tops.append(None)
            later = None
            continue
        children = (valuation.ceiling(customer, (*path, index)) for index in position.offers)
        found = [float(each) for each in (own, *children) if each is not None]
        later = max(found) if later is None else max(later, *found)
        tops.append(later)
    return tops[::-1]


def _top(valuation: Valuation, customer: int, path: Path) -> float:
    """The ceiling of a position that has been looked at."""
    found = valuation.ceiling(customer, path)
    assert found is not None, "the true customer is always possible"
    return float(found)


def _raised(each: Worth, ceiling: float) -> Worth:
    """The same with the ceiling that is known from further on."""
    return Worth(each.value, max(each.ceiling, ceiling), each.exact, each.margin)
