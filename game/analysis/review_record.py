"""A review as plain data and back: for the process that makes it, and for what programs read.

Values are points as they were computed, not rounded, so that skill and news still sum to the score.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.analysis.judgement import Judgement
from game.analysis.review import Alternative, Difference, Part, Review, TurnReview, Why, Worth
from game.engine.reaction import CauseName
from game.engine.traits import Trait

_TRAITS = {trait.word: trait for trait in Trait}

_PLAIN = (
    "scenario",
    "fingerprint",
    "seed",
    "customer",
    "length",
    "score",
    "pass_mark",
    "accuracy",
    "best_attainable",
    "percentile",
    "class_percentile",
    "no_return",
    "finished",
    "ended",
)
_LISTS = ("turning", "ceilings", "others")


def review_to_json(review: Review) -> dict[str, Any]:
    """A review as plain data, ready for json.dumps."""
    return {
        **{name: getattr(review, name) for name in _PLAIN},
        **{name: list(getattr(review, name)) for name in _LISTS},
        "turns": [turn_to_json(turn) for turn in review.turns],
    }


def review_from_json(data: Mapping[str, Any]) -> Review:
    """A review from plain data.

    Raises:
        KeyError, TypeError, ValueError: it is not what `review_to_json` made.
    """
    parts: dict[str, Any] = {name: data[name] for name in _PLAIN}
    parts |= {name: tuple(data[name]) for name in _LISTS}
    return Review(**parts, turns=tuple(_turn(turn) for turn in data["turns"]))


def turn_to_json(turn: TurnReview) -> dict[str, Any]:
    """One turn as plain data."""
    return {
        "turn": turn.turn,
        "line": turn.line,
        "before": worth_to_json(turn.before),
        "said": worth_to_json(turn.said),
        "after": worth_to_json(turn.after),
        "alternatives": [
            {
                "line": each.line,
                "worth": worth_to_json(each.worth),
                "loss": each.loss,
                "judgement": each.judgement.value,
            }
            for each in turn.alternatives
        ],
        "judgement": turn.judgement.value,
        "loss": turn.loss,
        "skill": turn.skill,
        "news": turn.news,
        "margin": turn.margin,
        "belief": list(turn.belief),
        "why": None if turn.why is None else why_to_json(turn.why),
    }


def worth_to_json(worth: Worth) -> dict[str, Any]:
    """What a position is worth as plain data."""
    return {
        "value": worth.value,
        "ceiling": worth.ceiling,
        "exact": worth.exact,
        "margin": worth.margin,
    }


def why_to_json(why: Why) -> dict[str, Any]:
    """The reasons of a fault as plain data; amounts are basis points."""
    return {
        "better": why.better,
        "differences": [
            {
                "name": each.name.value,
                "trait": each.trait.word,
                "amount": each.amount,
                "person": each.person,
            }
            for each in why.differences
        ],
        "guide": list(why.guide),
        "continuation": list(why.continuation),
        "parts": [
            {"name": None if part.name is None else part.name.value, "points": part.points}
            for part in why.parts
        ],
    }


def _turn(data: Mapping[str, Any]) -> TurnReview:
    return TurnReview(
        turn=data["turn"],
        line=data["line"],
        before=Worth(**data["before"]),
        said=Worth(**data["said"]),
        after=Worth(**data["after"]),
        alternatives=tuple(
            Alternative(each["line"], Worth(**each["worth"]), each["loss"], Judgement(each["judgement"]))
            for each in data["alternatives"]
        ),
        judgement=Judgement(data["judgement"]),
        loss=data["loss"],
        skill=data["skill"],
        news=data["news"],
        margin=data["margin"],
        belief=tuple(data["belief"]),
        why=None if data["why"] is None else _why(data["why"]),
    )


def _why(data: Mapping[str, Any]) -> Why:
    return Why(
        better=data["better"],
        differences=tuple(
            Difference(CauseName(each["name"]), _TRAITS[each["trait"]], each["amount"], each["person"])
            for each in data["differences"]
        ),
        guide=tuple(data["guide"]),
        continuation=tuple(data["continuation"]),
        parts=tuple(
            Part(None if each["name"] is None else CauseName(each["name"]), each["points"])
            for each in data["parts"]
        ),
    )
