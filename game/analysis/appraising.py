"""One turn from the values of its positions: what was expected, what every line was worth, its judgement."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from game.analysis.judgement import judged, margin_of
from game.analysis.knowledge import Known
from game.analysis.review import Alternative, TurnReview, Why, Worth
from game.analysis.valuation import Path, Valuation
from game.engine.conversation import Conversation


def appraised(
    valuation: Valuation,
    before: Conversation,
    known: Known,
    path: Path,
    after: Conversation,
    learnt: Known,
    ceilings: tuple[float, float],
    why: Why | None = None,
) -> TurnReview:
    """A line said, judged by what was known when it was said.

    Args:
        valuation: knows the position, and what every line on offer leads to.
        before: the conversation before the line.
        known: what was known then.
        path: the lines said until then.
        after: the conversation after the line.
        learnt: what was known after it.
        ceilings: the most attainable before and after the line.
        why: the reasons, where it is a fault and they are known.
    """
    said, lines = after.reactions[-1].line, before.rules.lines
    on_offer = before.rules.course.offers(before.state)
    worths = {
        index: worth(valuation, known, (*path, index), _top(valuation, before.customer, (*path, index)))
        for index in on_offer
    }
    index = lines.index[said]
    worths[index] = _raised(worths[index], ceilings[1])
    here = worth(valuation, known, path, ceilings[0])
    there = worth(valuation, learnt, (*path, index), ceilings[1])
    best = max(each.value for each in worths.values())
    margin = margin_of([(each.value, each.margin) for each in worths.values()])
    alternatives = tuple(
        Alternative(lines.lines[at].id, each, best - each.value, judged(best - each.value, margin))
        for at, each in worths.items()
    )
    own = next(each for each in alternatives if each.line == said)
    return TurnReview(
        turn=after.turn,
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


def ceilings_of(valuation: Valuation, positions: Sequence[tuple[Conversation, Path]]) -> list[float | None]:
    """The most attainable at successive positions of one conversation; None where nothing is known.

    A ceiling that was found by sampling is the best way that was found, so whatever is found further on
    counts before as well: the ceilings of a conversation can only fall.
    """
    tops: list[float | None] = []
    later: float | None = None
    for conversation, path in reversed(positions):
        own = valuation.know(conversation.customer, path)
        if own is None:
            tops.append(None)
            later = None
            continue
        found = [float(own.ceiling)] if later is None else [float(own.ceiling), later]
        for index in conversation.rules.course.offers(conversation.state):
            child = valuation.know(conversation.customer, (*path, index))
            if child is not None:
                found.append(float(child.ceiling))
        later = max(found)
        tops.append(later)
    return tops[::-1]


def _top(valuation: Valuation, customer: int, path: Path) -> float:
    """The ceiling of a position that has been looked at."""
    found = valuation.know(customer, path)
    assert found is not None, "the true customer is always possible"
    return float(found.ceiling)


def _raised(each: Worth, ceiling: float) -> Worth:
    """The same with the ceiling that is known from further on."""
    return Worth(each.value, max(each.ceiling, ceiling), each.exact, each.margin)
