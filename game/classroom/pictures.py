"""The picture of a whole class: which line at which moment, how far conversations came, what to discuss
first.

Nobody is named in it; whom a line belongs to is for the trainer to look up, one attempt at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from statistics import median
from typing import Any

from game.analysis.judgement import judged
from game.classroom.house import ClassHouse
from game.classroom.room import Room
from game.classroom.scenario_shelf import both
from game.classroom.voices import spoken
from game.content.loading import Loaded
from game.engine.scenario import Beat
from game.engine.traits import Stage
from game.records.class_attempts import Mark
from game.records.class_attempts import marks as marks_written
from game.records.class_rounds import Round

MOST_DISCUSSED = 3
PROMOTER, DETRACTOR = 9, 6

Where = tuple[int, tuple[str, ...]]
"""A position: which of the hidden customers, and the lines said so far."""

Worths = Mapping[Where, Mapping[str, Mapping[str, Any]]]
"""Of positions that have been looked at, for every line on offer its value and loss."""


@dataclass(slots=True)
class Moment:
    """One beat as the class lived through it."""

    beat: str
    said: Counter[str] = field(default_factory=Counter)
    attempts: dict[str, list[str]] = field(default_factory=dict)
    value: dict[str, list[float]] = field(default_factory=dict)
    loss: dict[str, list[float]] = field(default_factory=dict)
    lost: list[float] = field(default_factory=list)

    @property
    def visits(self) -> int:
        """How often something was said here."""
        return sum(self.said.values())

    @property
    def regret(self) -> float | None:
        """Points that the class lost here on average; None while no position has been looked at."""
        return sum(self.lost) / len(self.lost) if self.lost else None

    @property
    def disagreement(self) -> float:
        """0 where everybody said the same, 1 where the lines said were equally frequent (Shannon's
        evenness)."""
        if len(self.said) < 2:
            return 0.0
        shares = [count / self.visits for count in self.said.values()]
        return -sum(share * log(share) for share in shares) / log(len(shares))

    @property
    def worth_discussing(self) -> float:
        """Regret times disagreement."""
        return (self.regret or 0.0) * self.disagreement


def marks_of(house: ClassHouse, one: Round) -> list[Mark]:
    """The marks of a round that count, in their order, with all their details."""
    with house.database.reading() as connection:
        return list(marks_written(connection, round_id=one.id))


def positions(marks: Sequence[Mark]) -> Counter[Where]:
    """Where lines were said, with how often."""
    found: Counter[Where] = Counter()
    for mark in marks:
        moves = tuple(mark.details["moves"])
        customer = int(mark.details["customer"])
        found.update((customer, moves[:turn]) for turn in range(len(moves)))
    return found


def moments(marks: Sequence[Mark], worths: Worths) -> dict[str, Moment]:
    """Every beat at which something was said."""
    found: dict[str, Moment] = {}
    for mark in marks:
        moves, customer = tuple(mark.details["moves"]), int(mark.details["customer"])
        for turn, (line, beat) in enumerate(zip(moves, mark.details["beats"], strict=True)):
            moment = found.setdefault(beat, Moment(beat))
            moment.said[line] += 1
            moment.attempts.setdefault(line, []).append(mark.attempt_id)
            worth = worths.get((customer, moves[:turn]))
            if worth is None:
                continue
            for each, known in worth.items():
                moment.value.setdefault(each, []).append(known["value"])
                moment.loss.setdefault(each, []).append(known["loss"])
            if line in worth:
                moment.lost.append(worth[line]["loss"])
    return found


def voted(room: Room, one: Round) -> dict[str, Moment]:
    """The beats of a vote, from its turns; hands count as well."""
    found: dict[str, Moment] = {}
    talk = room.talks.get(one.id)
    for turn in talk.turns if talk is not None else ():
        if not turn.get("said"):
            continue
        moment = found.setdefault(turn["beat"], Moment(turn["beat"]))
        values: dict[str, int] = turn.get("values", {})
        best = max(values.values(), default=0)
        for line, count in turn.get("votes", {}).items():
            moment.said[line] += count
            if line in values:
                moment.lost += [float(best - values[line])] * count
        for line, value in values.items():
            moment.value.setdefault(line, []).append(value)
            moment.loss.setdefault(line, []).append(float(best - value))
    return found


def figures(marks: Sequence[Mark]) -> dict[str, Any]:
    """How the class did as a whole."""
    count = len(marks)
    promoters = sum(mark.nps >= PROMOTER for mark in marks)
    detractors = sum(mark.nps <= DETRACTOR for mark in marks)
    stages = [sum(mark.stage >= stage for mark in marks) for stage in Stage]
    return {
        "attempts": count,
        "median": median(mark.score for mark in marks) if marks else None,
        "passed": round(100 * sum(bool(mark.passed) for mark in marks) / count) if marks else None,
        "nps": round(100 * (promoters - detractors) / count) if marks else None,
        "stages": stages,
        "funnel": [
            {"stage": stage.word, "count": reached} for stage, reached in zip(Stage, stages, strict=True)
        ],
    }


def told(loaded: Loaded, moment: Moment) -> dict[str, Any]:
    """A beat for the trainer's page."""
    assert loaded.wording is not None
    beat = beat_of(loaded, moment.beat)
    lines = [line.id for line in beat.lines] if beat is not None else list(moment.said)
    shown = [line for line in lines if line in moment.said or line in moment.value]
    return {
        "beat": moment.beat,
        "title": both(loaded.wording.beats[moment.beat]) if moment.beat in loaded.wording.beats else {},
        "says": says(loaded, beat),
        "visits": moment.visits,
        "regret": None if moment.regret is None else round(moment.regret, 1),
        "disagreement": round(moment.disagreement, 3),
        "lines": [_line(loaded, moment, line) for line in shown],
    }


def _line(loaded: Loaded, moment: Moment, line: str) -> dict[str, Any]:
    assert loaded.wording is not None
    found: dict[str, Any] = {
        "id": line,
        "text": both(loaded.wording.lines[line]) if line in loaded.wording.lines else {},
        "count": moment.said[line],
        "attempts": moment.attempts.get(line, []),
    }
    values, losses = moment.value.get(line), moment.loss.get(line)
    if values and losses:
        found["value"] = round(sum(values) / len(values))
        found["judgement"] = judged(sum(losses) / len(losses)).value
    return found


def beat_of(loaded: Loaded, name: str) -> Beat | None:
    """A beat of a scenario by its id."""
    assert loaded.scenario is not None
    return next((beat for beat in loaded.scenario.beats if beat.id == name), None)


def says(loaded: Loaded, beat: Beat | None) -> dict[str, Any]:
    """Who speaks at the beginning of a beat, and the first words."""
    assert loaded.wording is not None
    if beat is None:
        return {"who": {}, "text": {}}
    known = loaded.wording.people.get(beat.person or "")
    first = spoken(loaded, beat.says[0].id) if beat.says else None
    text = first.text if first is not None else loaded.wording.beats.get(beat.id)
    text = loaded.wording.addressed(text, beat.person) if text is not None else None
    return {"who": both(known.name) if known is not None else {}, "text": both(text) if text else {}}


def picture(loaded: Loaded, marks: Sequence[Mark], found: Mapping[str, Moment]) -> dict[str, Any]:
    """The whole picture, in the order of the scenario's beats."""
    assert loaded.scenario is not None
    order = {beat.id: place for place, beat in enumerate(loaded.scenario.beats)}
    shown = sorted(found.values(), key=lambda moment: order.get(moment.beat, len(order)))
    first = sorted(shown, key=lambda moment: -moment.worth_discussing)[:MOST_DISCUSSED]
    return {
        **figures(marks),
        "beats": [told(loaded, moment) for moment in shown],
        "discuss": [moment.beat for moment in first if moment.worth_discussing > 0],
    }


def on_the_board(loaded: Loaded, moment: Moment, values: bool) -> dict[str, Any]:
    """A beat for the wall: no attempt, no name; values only where they are asked for."""
    trainer = told(loaded, moment)
    kept = ("id", "text", "value", "judgement") if values else ("id", "text")
    return {
        "beat": moment.beat,
        "says": trainer["says"],
        "phase": "value" if values else "distribution",
        "count": moment.visits,
        "lines": [
            {**{name: line[name] for name in kept if name in line}, "votes": line["count"]}
            for line in trainer["lines"]
        ],
    }
