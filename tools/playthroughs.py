"""Golden playthroughs: a conversation written down so that any change of behaviour shows as a line.

A file is its own input. Its head says what is played (scenario, seed, start) and its `say:` and `note:`
lines what is done; everything else is computed and compared. Names of files say where the conversation
ends and how: `seven-seconds.dated.won.play`.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from game.engine.conversation import Conversation, Step
from game.engine.reaction import Cues, DoseReading, Reaction
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import Points, score
from game.engine.traits import Ints, Trait
from game.engine.transcript import Move, Note, Say, Transcript

CAUSES = 6
"""How many causes of a turn are written down, the largest first."""

WIDTH = 108
HEAD = "# Its own input: `python tools/golden.py` plays the moves again and writes the rest anew."
AROUND = 4
"""Lines shown before a difference."""


class Unplayable(ValueError):
    """A file without a scenario or seed, or moves that cannot be made any more; the message says which."""


def read(text: str) -> Transcript:
    """The input part of a file: its head and its moves.

    Raises:
        Unplayable: the head is incomplete or a note is none.
    """
    head: dict[str, str] = {}
    moves: list[object] = []
    try:
        for line in text.splitlines():
            key, _, value = line.strip().partition(": ")
            if key == "say":
                moves.append({"say": value})
            elif key == "note":
                moves.append({"note": json.loads(value)})
            elif key in {"scenario", "fingerprint", "seed", "start"}:
                head.setdefault(key, value)
        if not {"scenario", "seed"} <= head.keys():
            raise Unplayable("a playthrough begins with its scenario and its seed")
        empty = Transcript(
            head["scenario"], head.get("fingerprint", ""), int(head["seed"]), (), head.get("start")
        )
        return Transcript.from_json(empty.to_json() | {"moves": moves})
    except ValueError as error:
        raise Unplayable(f"no playthrough: {error}") from error


def replayed(transcript: Transcript, scenario: Scenario) -> Conversation:
    """The conversation of a playthrough, by the scenario's present rules.

    Raises:
        Unplayable: a line is not on offer, or the conversation does not end with the last move.
    """
    conversation = Conversation.begin(scenario, transcript.seed, transcript.start, Rules(scenario))
    for move in transcript.moves:
        conversation = moved(conversation, move)
    if conversation.outcome is None:
        raise Unplayable(
            f"it does not end any more; on offer: {' '.join(line.id for line in conversation.offers())}"
        )
    return conversation


def moved(conversation: Conversation, move: Move) -> Conversation:
    """The conversation after one move; raises Unplayable when it cannot be made."""
    if isinstance(move, Note):
        return conversation.note(move.guess)
    step = conversation.say(move.line) if move.line in conversation.rules.lines.index else None
    if not isinstance(step, Step):
        offers = " ".join(line.id for line in conversation.offers())
        raise Unplayable(
            f"turn {conversation.turn + 1}: `{move.line}` is not on offer any more; on offer: {offers}"
        )
    return step.conversation


def written(conversation: Conversation) -> str:
    """A finished conversation as the text of its golden file."""
    return "\n".join(_lines(conversation)) + "\n"


def _lines(finished: Conversation) -> Iterator[str]:
    scenario, outcome = finished.scenario, finished.outcome
    if outcome is None:
        raise Unplayable("only a conversation that is over is kept")
    yield HEAD
    yield f"scenario: {scenario.id}"
    yield f"fingerprint: {scenario.fingerprint}"
    yield f"seed: {finished.seed}"
    if finished.start is not None:
        yield f"start: {finished.start}"
    yield f"customer: {finished.customer + 1} of {scenario.customers}"
    conversation = Conversation.begin(scenario, finished.seed, finished.start, finished.rules)
    yield from _situation(conversation)
    for move in finished.moves:
        if isinstance(move, Note):
            yield "  note: " + json.dumps(
                replace(finished.transcript(), moves=(move,)).to_json()["moves"][0]["note"]
            )
            conversation = moved(conversation, move)
            continue
        before, conversation = conversation, moved(conversation, Say(move.line))
        yield from _turn(before, conversation)
    yield ""
    close = outcome.close.name.lower().replace("_", " ")
    yield f"outcome: {outcome.ending} ({close}) after {outcome.turn} lines"
    yield f"epilogue: {outcome.epilogue or '-'}"
    yield from _scorecard(finished)


def _situation(conversation: Conversation) -> Iterator[str]:
    """How things stand before the first line."""
    yield ""
    yield f"beginning  {_time(conversation.clock)}  {_place(conversation)}"
    for person in conversation.scenario.people:
        mind = conversation.mind(person.id)
        values = [f"{trait.word} {mind[trait]}" for trait in Trait if mind[trait]]
        yield from _wrapped(f"mind of {person.id}", values)
    yield f"  cues: {_cues(conversation.cues())}"
    yield f"  greeting: {conversation.greeting or '-'}"


def _turn(before: Conversation, after: Conversation) -> Iterator[str]:
    """What one line did."""
    reaction = after.reactions[-1]
    to = reaction.person or "nobody"
    yield ""
    yield f"turn {reaction.turn}  {_time(before.clock)}  beat {reaction.beat}  to {to}"
    yield f"  offers: {' '.join(line.id for line in before.offers())}"
    yield f"  say: {reaction.line}"
    yield from _wrapped("doses", [_dose(dose) for dose in reaction.doses])
    yield from _wrapped("causes", _causes(reaction))
    yield from _wrapped("traits", _changed(reaction.before, reaction.after))
    for other in reaction.others:
        yield from _wrapped(f"overheard by {other.person}", _changed(other.before, other.after))
    if reaction.passed:
        passed = [f"{cause.person} {cause.trait.word} {cause.amount:+}" for cause in reaction.passed]
        yield from _wrapped("days pass", passed)
    change = reaction.change
    was, now = (
        f"{change.stage_before.word} {change.child_before.name.lower()}",
        f"{change.stage.word} {change.child.name.lower()}",
    )
    yield f"  stage: {now}" + (f" (was {was})" if was != now else "")
    yield f"  cues: {_cues(reaction.cues)}"
    yield f"  events: {', '.join(f'{event.kind.value} {event.name}' for event in reaction.events) or '-'}"
    yield f"  reply: {reaction.reply or '-'}"
    yield f"  thought: {reaction.thought or '-'}"
    yield f"  then: {_place(after)}" + (f", greeting {after.greeting}" if after.greeting else "")


def _dose(dose: DoseReading) -> str:
    """A dose and its six multipliers, in the order in which they act."""
    multipliers = (dose.repetition, dose.fit, dose.stage, dose.gate, dose.delivery, dose.elaboration)
    return f"{dose.tactic} {dose.dose} x {' '.join(map(str, multipliers))}"


def _place(conversation: Conversation) -> str:
    return f"beat {conversation.beat.id}" if conversation.beat else "the end"


def _time(clock: int) -> str:
    return f"{clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02}"


def _causes(reaction: Reaction) -> list[str]:
    """The largest causes; traits without causes of their own and ties in a fixed order."""
    ordered = sorted(reaction.causes, key=lambda cause: (-abs(cause.amount), cause.trait, cause.name.value))
    return [f"{cause.name.value} {cause.trait.word} {cause.amount:+}" for cause in ordered[:CAUSES]]


def _changed(before: Ints, after: Ints) -> list[str]:
    """Every trait that has changed, its new value and the change: with the beginning, the whole mind."""
    change = after.astype(int) - before
    return [f"{trait.word} {after[trait]} ({change[trait]:+})" for trait in Trait if change[trait]]


def _cues(cues: Cues) -> str:
    parts = [
        cues.face,
        *([f"flash {cues.micro}"] if cues.micro else []),
        *(f"{name} {n}" for name, n in cues.signs),
    ]
    return ", ".join(parts)


def _scorecard(conversation: Conversation) -> Iterator[str]:
    card = score(conversation)
    yield f"scorecard: {card.total} of 1000, {'passed' if card.passed else 'not passed'}"
    for name, points in (*card.criteria.items(), *card.grades.items(), ("honesty", card.honesty)):
        yield f"  {name}: {_points(points)}"
    for stage, points in card.stages.items():
        yield f"  stage {stage.word}: {_points(points)}"
    yield f"  nps {card.nps} by {card.nps_reason}, csat {card.csat}, effort {card.effort}"
    yield f"  follow-through {card.follow_through}, satisfaction {card.satisfaction}"


def _points(points: Points) -> str:
    turns = f" (turns {', '.join(map(str, points.turns))})" if points.turns else ""
    return f"{points.earned} of {points.possible}{turns}"


def _wrapped(name: str, parts: list[str]) -> list[str]:
    """`name: a, b, c` over as many lines as it takes, each part kept whole."""
    text = ", ".join(part.replace(" ", "\0") for part in parts) or "-"
    lines = textwrap.wrap(
        f"{name}: {text}",
        WIDTH,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace("\0", " ") for line in lines]


def difference(wanted: str, got: str, name: str) -> str | None:
    """The first line in which two texts differ, with what stands before it; None when they are the same.

    A fingerprint differs whenever anything does, so another difference is told before it.
    """
    pairs = list(zip_longest(wanted.splitlines(), got.splitlines(), fillvalue="(nothing)"))
    different = [number for number, (one, other) in enumerate(pairs) if one != other]
    if not different:
        return None
    at = next(
        (number for number in different if not pairs[number][0].startswith("fingerprint:")), different[0]
    )
    turn = next(
        (one for one, _ in reversed(pairs[: at + 1]) if one.startswith(("turn ", "beginning"))), "the head"
    )
    return "\n".join(
        [
            f"{name}:{at + 1}: differs in {turn}, the first of {len(different)} lines",
            *(f"    {one}" for one, _ in pairs[max(0, at - AROUND) : at]),
            f"  - {pairs[at][0]}",
            f"  + {pairs[at][1]}",
            "`python tools/golden.py` writes the files anew; look at what it changes before you keep it.",
        ]
    )
