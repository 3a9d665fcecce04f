"""From an advance of the arrays to the reaction people are shown: causes, events, reply, thought, cues."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from game.engine.company import Overheard
from game.engine.doses import Doses
from game.engine.reaction import (
    Bystander,
    Cause,
    CauseName,
    Child,
    Cues,
    DoseReading,
    Event,
    EventKind,
    Reaction,
    StageChange,
)
from game.engine.rules import Advance
from game.engine.scenario import Close, Line, Scenario
from game.engine.state import OPEN, State
from game.engine.terms import ObjectionStep
from game.engine.traits import Ints, Resistance, Stage, Trait
from game.engine.turn import Change

if TYPE_CHECKING:
    from game.engine.conversation import Conversation

_TRAITS = tuple(Trait)
_STEPS = {
    ObjectionStep.ACKNOWLEDGED: "acknowledged",
    ObjectionStep.PROBED: "probed",
    ObjectionStep.SOLVED: "solved",
    ObjectionStep.CONFIRMED: "confirmed",
}


def told(conversation: Conversation, index: int, advance: Advance) -> Reaction:
    """The reaction to a line.

    Args:
        conversation: before the line.
        index: of the line.
        advance: what it led to, with causes.
    """
    rules, scenario = conversation.rules, conversation.scenario
    line, beat = rules.lines.lines[index], scenario.beats[int(rules.lines.beat_of[index])]
    person = int(advance.person[0])
    before = conversation.state.mind[:, person]
    unrested = advance.state.mind if advance.unrested is None else advance.unrested
    after = unrested[:, person]
    profile = conversation.state.profile[:, person]
    cues, *theirs = _seen(conversation, advance, before, after, profile)
    thoughts = (*beat.line_thoughts.get(line.id, ()), *beat.thoughts)
    thought = next((t.id for t in thoughts if bool(rules.readings.holds(t.when, advance.state)[0])), None)
    reply: str | None = None
    at = int(advance.reply[0])
    if at >= 0:
        reply = rules.course.replies[at].id
    elif beat.person is not None:
        reply = conversation.phrase(cues.face, conversation.turn + 1, person)
    return Reaction(
        turn=conversation.turn + 1,
        line=line.id,
        beat=beat.id,
        person=beat.person,
        before=before[:, 0],
        after=after[:, 0],
        causes=_causes(before[:, 0], advance.impression, scenario.people[person].id),
        doses=_readings(line, advance.impression.doses),
        change=_change(conversation.state, advance.state),
        reply=reply,
        thought=thought,
        cues=cues,
        events=_events(conversation.state, advance, scenario, line),
        clock=scenario.clock.start + int(advance.state.clock[0] + conversation.state.away[0]),
        others=tuple(map(_bystander, repeat(conversation), advance.others, theirs)),
        passed=_passed(advance, scenario),
    )


def _seen(
    conversation: Conversation, advance: Advance, before: Ints, after: Ints, profile: Ints
) -> tuple[Cues, ...]:
    """What can be seen of the person spoken to, whose mind is handed over, and of all who overheard."""
    if advance.others:
        people = [overheard.person for overheard in advance.others]
        before = np.concatenate([before, *(overheard.before for overheard in advance.others)], axis=1)
        after = np.concatenate([after, *(overheard.change.mind for overheard in advance.others)], axis=1)
        profile = np.concatenate([profile, conversation.state.profile[:, people, 0]], axis=1)
    return conversation.rules.countenance.cues(before, after, profile)


def _causes(before: Ints, impression: Change, person: str) -> tuple[Cause, ...]:
    """Differences between neighbouring levels, then what the ends of the scales took away; trait by trait."""
    rows = np.concatenate([before[None], impression.levels[:, :, 0]])
    steps = np.concatenate([rows[1:] - rows[:-1], impression.limits[None, :, 0]])
    names = (*impression.names, CauseName.LIMIT)
    traits, levels = np.nonzero(steps.T)
    parts = (
        map(names.__getitem__, levels.tolist()),
        map(_TRAITS.__getitem__, traits.tolist()),
        steps[levels, traits].tolist(),
        repeat(person),
    )
    return tuple(map(Cause, *parts))


def _bystander(conversation: Conversation, overheard: Overheard, cues: Cues) -> Bystander:
    """What one who overheard the line made of it."""
    name = conversation.scenario.people[overheard.person].id
    before, after = overheard.before[:, 0], overheard.change.mind[:, 0]
    return Bystander(name, before, after, _causes(before, overheard.change, name), cues)


def _passed(advance: Advance, scenario: Scenario) -> tuple[Cause, ...]:
    """What days between scenes changed, in everybody, or a promise that broke with the end."""
    if advance.unrested is None:
        return ()
    name = CauseName.DAYS if advance.state.close[0] == OPEN else CauseName.PROMISE
    change = advance.state.mind[:, :, 0] - advance.unrested[:, :, 0]
    return tuple(
        Cause(name, _TRAITS[trait], int(change[trait, person]), scenario.people[person].id)
        for person in range(change.shape[1])
        for trait in np.flatnonzero(change[:, person]).tolist()
    )


def _readings(line: Line, doses: Doses) -> tuple[DoseReading, ...]:
    """Each tactic with its dose and six multipliers."""
    return tuple(
        DoseReading(
            use.tactic,
            int(doses.favourable[0, slot, 0]),
            *(int(factor[slot if len(factor) > 1 else 0, 0]) for factor in doses.multipliers),
        )
        for slot, use in enumerate(line.does)
    )


def _change(before: State, after: State) -> StageChange:
    close = int(after.close[0])
    return StageChange(
        Stage(int(before.stage[0])),
        Child(int(before.child[0])),
        Stage(int(after.stage[0])),
        Child(int(after.child[0])),
        None if close == OPEN else Close(close),
    )


def _events(before: State, advance: Advance, scenario: Scenario, line: Line) -> tuple[Event, ...]:
    """What happened, in the order in which it is told."""
    after, happened, events = advance.state, advance.impression.happened, []
    if happened.told[0] and line.asks_about:
        events.append(Event(EventKind.TOLD, line.asks_about))
    for row, resistance in enumerate(Resistance):
        gained = int(after.objection[row, 0]) & ~int(before.objection[row, 0])
        events += [
            Event(EventKind.STEP, f"{word} {resistance.word}")
            for step, word in _STEPS.items()
            if gained & step
        ]
    voiced = int(advance.voiced[0])
    if voiced != OPEN:
        again = int(before.objection[voiced, 0]) & ObjectionStep.VOICED
        events.append(Event(EventKind.RETURNED if again else EventKind.VOICED, Resistance(voiced).word))
    if happened.detected[0] and line.claims:
        events.append(Event(EventKind.DETECTED, line.claims))
    if happened.promised[0] and line.promises:
        events.append(Event(EventKind.PROMISED, line.promises))
    for row, promise in enumerate(scenario.promises):
        now, was = int(after.promise[row, 0]), int(before.promise[row, 0])
        if now != was and now >= 2:
            events.append(Event(EventKind.KEPT if now == 2 else EventKind.BROKEN, promise.id))
    if happened.asked[0] and line.asks:
        kind = EventKind.AGREED if advance.impression.agreed[0] else EventKind.REFUSED
        events.append(Event(kind, line.asks))
    person = int(advance.person[0])
    rung_before, rung = int(before.mind[Trait.RUNG, person, 0]), int(after.mind[Trait.RUNG, person, 0])
    if rung != rung_before:
        events.append(Event(EventKind.NEARER if rung > rung_before else EventKind.FARTHER, str(rung)))
    return tuple(events)
