"""What a review adds to the account of a conversation, for programs (`game/README.md`)."""

from __future__ import annotations

from typing import Any

from game.analysis.review import Review, TurnReview
from game.analysis.review_record import why_to_json, worth_to_json
from game.engine.traits import WHOLE


def evaluated(account: dict[str, Any], review: Review) -> dict[str, Any]:
    """The account with the values, judgements and reasons of its turns; nothing in it is changed.

    Turns that have not been looked at, because the review was interrupted, stay as they are.
    """
    turns = []
    for turn in account["turns"]:
        judged = review.turn(turn["turn"])
        turns.append(turn if judged is None else turn | turn_keys(judged))
    return account | {"turns": turns} | whole_keys(review)


def whole_keys(review: Review) -> dict[str, Any]:
    """What is said of the whole conversation."""
    random_plays, class_plays = review.others
    return {
        "accuracy": round(review.accuracy * WHOLE),
        "best_attainable": round(review.best_attainable),
        "percentile": {"random": review.percentile, "class": review.class_percentile},
        "compared": {"random": random_plays, "class": class_plays},
        "exact": review.exact,
        "interval": None if review.exact else round(2 * review.margin, 1),
        "expected": review.turns[0].before.value if review.turns else None,
        "skill": review.skill,
        "news": review.news,
        "no_return": review.no_return,
        "turning": list(review.turning),
        "finished": review.finished,
    }


def turn_keys(turn: TurnReview) -> dict[str, Any]:
    """What is said of one turn."""
    return {
        "judgement": turn.judgement.value,
        "loss": turn.loss,
        "skill": turn.skill,
        "news": turn.news,
        "interval": 2 * turn.margin,
        "before": worth_to_json(turn.before),
        "after": worth_to_json(turn.after),
        "lines": [
            {
                "line": each.line,
                **worth_to_json(each.worth),
                "loss": each.loss,
                "judgement": each.judgement.value,
            }
            for each in turn.alternatives
        ],
        "belief": [round(share * WHOLE) for share in turn.belief],
        "why": None if turn.why is None else why_to_json(turn.why),
    }
