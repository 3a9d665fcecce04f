"""The short line of best play from a line on: the best by what could be known then, not by what came out.

After every answer the line is chosen that is worth most in expectation over the customers it could still be
(`appraising`), as a judgement would choose it; so best play never knows more than the player could. Only the
answers are those of the customer as she is, for that is how it would have gone on.
"""

from __future__ import annotations

from game.analysis.appraising import Position, worth
from game.analysis.knowledge import learned
from game.analysis.valuation import Valuation
from game.engine.conversation import Step


def way_on(valuation: Valuation, before: Position, first: str, count: int) -> tuple[str, ...]:
    """A line and those that follow it in best play, at most `count` in all; fewer where the talk ends.

    Args:
        valuation: values what is not known yet.
        before: where the first line is said.
        first: a line on offer there.
        count: lines, at least 1.
    """
    now, lines = after(before, first), [first]
    while len(lines) < count and not now.over:
        best = most_expected(valuation, now)
        lines.append(best)
        now = after(now, best)
    return tuple(lines)


def after(before: Position, line: str) -> Position:
    """Where a line on offer leads with the customer as she is, and what is known then."""
    conversation = before.conversation
    step = conversation.say(line)
    assert isinstance(step, Step)
    path = (*before.path, conversation.rules.lines.index[line])
    return Position.of(step.conversation, learned(before.known, step.conversation), path)


def most_expected(valuation: Valuation, position: Position) -> str:
    """The line that is worth most in expectation; the first of equals."""
    rules, known, offers = position.conversation.rules, position.known, position.offers
    if len(offers) == 1:
        return rules.lines.lines[offers[0]].id
    paths = {index: (*position.path, index) for index in offers}
    valuation.value(list(paths.values()), [rules.advance(known.state, index).state for index in offers])
    best = max(offers, key=lambda index: worth(valuation, known, paths[index], 0.0).value)
    return rules.lines.lines[best].id
