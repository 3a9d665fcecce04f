"""What is told of a vote: each part from its phase on."""

from __future__ import annotations

from typing import Any

from game.classroom import voices
from game.classroom.house import ClassHouse
from game.classroom.room import Room
from game.classroom.scenario_shelf import both
from game.classroom.vote_tables import counted, favourite, reached
from game.engine.conversation import Step
from game.records.class_rounds import Round
from game.records.class_seats import Seat


def vote_json(
    house: ClassHouse, room: Room, one: Round, seat: Seat | None, whole: bool = False
) -> dict[str, Any] | None:
    """The present turn of a vote; None where there is none.

    Args:
        house: what requests share.
        room: the class.
        one: the round that everybody looks at.
        seat: who asks; None for the board.
        whole: for the trainer, who sees votes as they come in.
    """
    talk, table = room.talks.get(one.id), house.tables.get(one.id)
    if one.mode != "vote" or talk is None or table is None or not talk.turns:
        return None
    turn, loaded = talk.turns[-1], table.loaded
    assert loaded.wording is not None
    over = talk.phase == "over" or one.state == "closed"
    count = counted(room, one, turn)
    shown = whole or (reached(talk.phase, "distribution") and not over)
    valued = reached(talk.phase, "value") and not over and bool(turn.get("values"))
    lines: list[dict[str, Any]] = []
    for line in [] if over else turn["lines"]:
        told: dict[str, Any] = {"id": line, "text": both(loaded.wording.lines[line])}
        if shown:
            told["votes"] = count[line]
        if valued:
            told |= {"value": turn["values"][line], "judgement": turn["judgements"][line]}
        lines.append(told)
    hidden = room.frozen and seat is None and not whole and not shown
    told = {
        "round": one.id,
        "turn": turn["turn"],
        "phase": "over" if over else talk.phase,
        "says": voices.last_words(loaded, table.conversation),
        "lines": lines,
        "count": None if hidden else sum(count.values()),
        "cues": voices.signs(loaded, table.conversation),
    }
    if whole:
        told["ready"] = bool(turn.get("values"))
    if seat is not None:
        told["mine"] = room.votes.get((one.id, turn["turn"]), {}).get(seat.id)
    if over:
        outcome = table.conversation.outcome
        if outcome is not None:
            told["ending"] = both(loaded.wording.endings[outcome.ending])
        return told
    if reached(talk.phase, "why") and turn.get("why"):
        told["why"] = turn["why"]
    if reached(talk.phase, "thought"):
        chosen = turn.get("chosen") or favourite(room, one, turn)
        step = table.conversation.say(chosen)
        if isinstance(step, Step):
            told["chosen"] = chosen
            told["thought"] = voices.thought(loaded, step.reaction.thought)
            told["answer"] = voices.heard(
                loaded, step.conversation, voices.answered(step.reaction, step.conversation)
            )
    return told
