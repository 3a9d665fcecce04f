"""Reviews of small conversations as texts, for the golden files `tests/golden/*.review`.

The first line of a file names the scenario's file and the seed, the second the lines that are said; what
follows is the exact review: every line on offer with its value, what the line said was judged, and why.
"""

from __future__ import annotations

from pathlib import Path

from game.analysis.crowd import Crowd
from game.analysis.review import Review, TurnReview
from game.analysis.reviewing import Reviewing, reviews
from game.analysis.solver import MOST, Solver
from game.content.loading import load_scenario
from game.engine.conversation import Conversation, Step

ROOT = Path(__file__).resolve().parent.parent


class Unreviewable(Exception):
    """The lines cannot be said any more; the message says which."""


def again(text: str) -> str:
    """The text as it is now, from the first two lines of the text as it was.

    Raises:
        Unreviewable: a line is no longer on offer, or the scenario cannot be read.
    """
    head, lines, *_ = text.splitlines()
    source, _, seed = head.partition(" seed ")
    return "\n".join([head, lines, *_told(_reviewed(source, int(seed), lines.split()))]) + "\n"


def _reviewed(source: str, seed: int, lines: list[str]) -> Review:
    """The exact review, with nobody to compare with."""
    found = load_scenario(str(ROOT / source)).scenario
    if found is None:
        raise Unreviewable(f"{source} has errors")
    talk = Conversation.begin(found, seed)
    for line in lines:
        step = talk.say(line)
        if not isinstance(step, Step):
            raise Unreviewable(f"{line} is not on offer at turn {talk.turn + 1}")
        talk = step.conversation
    reviewing = Reviewing(talk, Solver(talk.rules, budget=MOST))
    reviewing.crowd = Crowd((), ())
    *_, review = reviews(reviewing)
    return review


def _told(review: Review) -> list[str]:
    """The whole, then turn by turn."""
    told = [
        f"score {review.score} of {review.best_attainable:g}, pass mark {review.pass_mark},"
        f" gone after {review.no_return or '-'}, {'exact' if review.exact else 'sampled'}",
        f"expected {review.turns[0].before.value:.3f} skill {review.skill:+.3f} news {review.news:+.3f}"
        f" accuracy {review.accuracy:.4f} turning {' '.join(map(str, review.turning)) or '-'}",
    ]
    for turn in review.turns:
        told += _turn(turn)
    return told


def _turn(turn: TurnReview) -> list[str]:
    """One turn; an arrow marks the line that was said."""
    belief = " ".join(f"{share:.4f}" for share in turn.belief)
    told = [
        "",
        f"turn {turn.turn} {turn.judgement.value} {turn.before.value:.3f} -> {turn.after.value:.3f}"
        f" skill {turn.skill:+.3f} news {turn.news:+.3f} ceiling {turn.after.ceiling:g} belief {belief}",
    ]
    for each in turn.alternatives:
        mark = ">" if each.line == turn.line else " "
        told.append(
            f"{mark} {each.line} {each.worth.value:.3f} ceiling {each.worth.ceiling:g}"
            f" loss {each.loss:.3f} {each.judgement.value}"
        )
    if turn.why is not None:
        weighty = turn.why.differences[:6]
        told.append(f"  better {' '.join(turn.why.continuation)}")
        told += [f"  {each.name.value} {each.trait.word} {each.amount:+d} {each.person}" for each in weighty]
        parts = (f"{part.name.value if part.name else 'rest'} {part.points:.3f}" for part in turn.why.parts)
        told.append(f"  points {' '.join(parts)}")
        told.append(f"  guide {' '.join(turn.why.guide)}")
    return told
