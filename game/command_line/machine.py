"""A conversation for programs: played from a list of line ids, told as one JSON object.

The keys are a contract (`game/README.md`). Traits and causes are in basis points, `seed` and `fingerprint`
are those of the transcript, `customer` counts from 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.engine.conversation import Conversation, Refusal
from game.engine.reaction import Cues, Reaction
from game.engine.relationship import Relationship, relationship, relationships
from game.engine.scoring import Points, Scorecard, score
from game.engine.traits import WHOLE, Ints, Trait


@dataclass(frozen=True, slots=True)
class Stopped:
    """A play that could not go to its end.

    Attributes:
        error: `unavailable` where a line is not on offer, `unfinished` where the choices ran out.
        conversation: as far as it came.
    """

    error: str
    conversation: Conversation

    def to_json(self) -> dict[str, Any]:
        """The object that the contract asks for; `turn` is the one that could not be played, from 1."""
        return {
            "error": self.error,
            "turn": self.conversation.turn + 1,
            "said": [reaction.line for reaction in self.conversation.reactions],
            "offers": [line.id for line in self.conversation.offers()],
        }


def played(conversation: Conversation, choices: Sequence[str]) -> Conversation | Stopped:
    """Say the lines in their order, from a conversation that has just begun up to its end."""
    for choice in choices:
        if choice not in conversation.rules.lines.index:
            return Stopped("unavailable", conversation)
        step = conversation.say(choice)
        if isinstance(step, Refusal):
            return Stopped("unavailable", conversation)
        conversation = step.conversation
    return conversation if conversation.outcome else Stopped("unfinished", conversation)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A choice that could not be said: in which turn, and what was on offer instead."""

    turn: int
    line: str
    offers: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The row of the contract."""
        return {"turn": self.turn, "line": self.line, "offers": list(self.offers)}


def played_on(
    conversation: Conversation, choices: Sequence[str]
) -> tuple[Conversation | Stopped, tuple[LeftOut, ...]]:
    """Say the lines in their order and leave out those that are not on offer; which these are."""
    left_out = []
    for choice in choices:
        known = choice in conversation.rules.lines.index
        step = conversation.say(choice) if known else None
        if step is None or isinstance(step, Refusal):
            offers = tuple(line.id for line in conversation.offers())
            left_out.append(LeftOut(conversation.turn + 1, choice, offers))
        else:
            conversation = step.conversation
    ended = conversation if conversation.outcome else Stopped("unfinished", conversation)
    return ended, tuple(left_out)


def account(conversation: Conversation) -> dict[str, Any]:
    """A finished conversation as the object of the contract."""
    outcome = conversation.outcome
    begun = Conversation.begin(
        conversation.scenario, conversation.seed, conversation.start, conversation.rules
    )
    several = len(conversation.scenario.people) > 1
    told: dict[str, Any] = {
        "scenario": conversation.scenario.id,
        "fingerprint": conversation.scenario.fingerprint,
        "seed": conversation.seed,
        "customer": conversation.customer + 1,
        "start": mind_to_json(begun.mind()),
    }
    if several:
        told["people"] = _people(begun)
    told["turns"] = turns_to_json(conversation)
    told["outcome"] = outcome.ending if outcome else None
    told["close"] = outcome.close.name.lower().replace("_", "-") if outcome else None
    told["epilogue"] = outcome.epilogue if outcome else None
    told["scorecard"] = scorecard_to_json(score(conversation))
    told["aftermath"] = aftermath_to_json(relationship(conversation))
    if several:
        told["aftermath"]["people"] = {
            each.person: aftermath_to_json(each) for each in relationships(conversation)
        }
    guess = conversation.guess
    if any((guess.type, guess.need, guess.worry)):
        told["guess"] = guess_to_json(conversation)
    told["transcript"] = conversation.transcript().to_json()
    return told


def turns_to_json(conversation: Conversation) -> list[dict[str, Any]]:
    """The turns of a conversation so far, each with what had been on offer."""
    now = Conversation.begin(conversation.scenario, conversation.seed, conversation.start, conversation.rules)
    turns = []
    for reaction in conversation.reactions:
        offers = [line.id for line in now.offers()]
        step = now.say(reaction.line)
        assert not isinstance(step, Refusal)
        now = step.conversation
        turns.append(turn_to_json(reaction, now) | {"offers": offers})
    return turns


def turn_to_json(reaction: Reaction, after: Conversation) -> dict[str, Any]:
    """One turn: the line, where the decision stands, the mind after it and every cause of its changes.

    The causes are those of everybody who heard the line, and of days that passed before the next beat, so
    that the amounts of a person's trait sum to its change from turn to turn.

    Args:
        reaction: what the line did.
        after: the conversation after it.
    """
    several = len(after.scenario.people) > 1
    heard = (cause for other in reaction.others for cause in other.causes)
    causes = []
    for cause in (*reaction.causes, *heard, *reaction.passed):
        row: dict[str, Any] = {"name": cause.name.value, "trait": cause.trait.word, "amount": cause.amount}
        causes.append(row | {"person": cause.person} if several else row)
    turn = {
        "turn": reaction.turn,
        "line": reaction.line,
        "beat": reaction.beat,
        "person": reaction.person,
        "stage": reaction.change.stage.word,
        "mind": mind_to_json(after.mind(reaction.person)),
        "causes": causes,
        "reply": reaction.reply,
        "thought": reaction.thought,
        "cues": cues_to_json(reaction.cues),
        "events": [{"kind": event.kind.value, "name": event.name} for event in reaction.events],
        "clock": reaction.clock,
    }
    return turn | {"people": _people(after)} if several else turn


def mind_to_json(mind: Ints) -> dict[str, int]:
    """Every trait by its word, basis points (the rung is 1..5)."""
    return {trait.word: int(mind[trait]) for trait in Trait}


def cues_to_json(cues: Cues) -> list[dict[str, Any]]:
    """What can be seen: the face, what flashed over it, and the signs in strengths 1..3."""
    seen: list[dict[str, Any]] = [{"kind": "face", "name": cues.face}]
    if cues.micro is not None:
        seen.append({"kind": "micro", "name": cues.micro})
    seen += [{"kind": "sign", "name": name, "strength": strength} for name, strength in cues.signs]
    return seen


def scorecard_to_json(card: Scorecard) -> dict[str, Any]:
    """The whole scorecard; every part says what was earned of what, and at which turns."""
    return {
        "total": card.total,
        "passed": card.passed,
        "stages": {stage.word: _points(points) for stage, points in card.stages.items()},
        "criteria": _all_points(card.criteria),
        "grades": _all_points(card.grades),
        "honesty": _points(card.honesty),
        "nps": card.nps,
        "nps_reason": card.nps_reason,
        "csat": card.csat,
        "effort": card.effort,
        "follow_through": card.follow_through,
        "satisfaction": card.satisfaction,
    }


def aftermath_to_json(found: Relationship) -> dict[str, Any]:
    """What became of one person; the account, its classes and its worth are null where no books speak."""
    told: dict[str, Any] = {
        name: getattr(found, name)
        for name in (
            "loyalty",
            "rung",
            "attachment",
            "regret",
            "habit",
            "switching",
            "again",
            "leaving",
            "referral",
            "historic",
            "current",
            "potential",
            "polite_leaver",
        )
    }
    told["regrets"] = {reason.value: amount for reason, amount in found.regrets.items()}
    account, classes, worth = found.account, found.classes, found.worth
    told["account"] = account and {
        "tier": account.tier.value,
        "lifecycle": account.lifecycle.value,
        "orders": account.orders,
        "last_order": account.last_order,
        "spent": account.spent,
        "yearly": account.yearly,
        "potential": account.potential,
        "ties": account.ties,
        "currency": account.currency.value,
    }
    told["rfm"] = classes and {
        "recency": classes.recency.word,
        "frequency": classes.frequency.word,
        "money": classes.money.word,
    }
    told["worth"] = worth and {
        "historic": worth.historic,
        "current": worth.current,
        "potential": worth.potential,
        "lifetime": worth.lifetime,
        "currency": worth.currency.value,
    }
    return told


def guess_to_json(conversation: Conversation) -> dict[str, Any]:
    """The last guess noted: what was noted, what was so, and how likely the cues made it, basis points."""
    from game.analysis.observer import guess_score  # only where something was noted

    score = guess_score(conversation)
    named = {"type": score.type, "need": score.need, "worry": score.worry}
    return {
        name: {"guessed": part.guessed, "hidden": part.hidden, "observer": round(part.observer * WHOLE)}
        for name, part in named.items()
    }


def _people(conversation: Conversation) -> dict[str, dict[str, int]]:
    """The mind of everybody, by id."""
    return {person.id: mind_to_json(conversation.mind(person.id)) for person in conversation.scenario.people}


def _points(points: Points) -> dict[str, Any]:
    return {"earned": points.earned, "possible": points.possible, "turns": list(points.turns)}


def _all_points(points: Mapping[str, Points]) -> dict[str, Any]:
    return {name: _points(each) for name, each in points.items()}
