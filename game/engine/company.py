"""Several people: who overhears a line, and how they decide together (`role-b2b-seven`)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.engine.beliefs import readiness
from game.engine.lines import NONE, LineTable, Said
from game.engine.rounding import anything, scaled
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.traits import WHOLE, Attribute, Bools, Ints, Places, Trait
from game.engine.turn import Change, Impression, Psyche


@dataclass(frozen=True, slots=True)
class Overheard:
    """What one bystander made of a line; `plays` are the indices of the plays in which they were there."""

    person: int
    plays: Ints
    before: Ints  # (trait, those plays)
    change: Change


FEW = 64
"""Hearers that are taken together: with more of them a call costs less than copying what they share."""


class Company:
    """The people of a scenario beside the one spoken to."""

    def __init__(self, scenario: Scenario, lines: LineTable, psyche: Psyche) -> None:
        """Index casts and joint asks."""
        self._lines, self._psyche = lines, psyche
        self._number = scenario.psychology.number
        self._psychology = scenario.psychology
        self._overheard = self._number["company.overheard"]
        people = {person.id: p for p, person in enumerate(scenario.people)}
        self._voters = np.zeros((len(scenario.asks) + 1, len(people)), np.int32)
        self._size = np.array([ask.size for ask in scenario.asks] + [0], np.int32)
        for at, ask in enumerate(scenario.asks):
            if len(ask.people) > 1:
                self._voters[at, [people[name] for name in ask.people]] = 1
        self._joint = bool(self._voters.any())

    def overhear(self, state: State, line: Ints, mind: Ints, causes: bool) -> tuple[Overheard, ...]:
        """Let bystanders take the line less strongly and in their own way; writes their minds in place.

        It takes no more of their patience than of anything else. Only what is said in the open reaches
        them: promises, asks, secrets, objections and forms of address stay between the
        seller and the person spoken to. A fact is claimed before all; a lie that the person spoken to sees
        through is seen through by everybody there, and a sharper ear may catch one that she believes.

        Args:
            state: before the line.
            line: one index for all, or (play,) indices.
            mind: (trait, person, play) with the hearer's already written.
            causes: take the changes apart.
        """
        there = self._lines.bystanders[:, line]
        exposed = (mind[Trait.SCAR] > state.mind[Trait.SCAR]).any(axis=0)
        if line.ndim == 0:
            people = np.flatnonzero(there)
            if 1 < len(people) * state.plays <= FEW:
                return self._together(state, line, mind, people, exposed, causes)
        else:
            people = np.flatnonzero(there.any(axis=1))
        heard = []
        for person in people.tolist():
            plays = np.arange(state.plays) if line.ndim == 0 else np.flatnonzero(there[person])
            everywhere = len(plays) == state.plays
            part = state if everywhere else state.only(plays)
            open_ = self._open(self._lines.said(line if line.ndim == 0 else line[plays]))
            before, told = part.mind[:, person], exposed if everywhere else exposed[plays]
            change = self._reacted(part, open_, person, before, part.profile[:, person], told, causes)
            mind[:, person, slice(None) if everywhere else plays] = change.mind
            heard.append(Overheard(person, plays.astype(np.int32), before, change))
        return tuple(heard)

    def _together(
        self, state: State, line: Ints, mind: Ints, people: Places, exposed: Bools, causes: bool
    ) -> tuple[Overheard, ...]:
        """The same with all who overhear one line as rows of one batch: what few plays need is few calls."""
        count, plays = len(people), np.arange(state.plays)
        rows, person = np.tile(plays, count), np.repeat(people, state.plays).astype(np.int32)
        part = state.only(rows)
        before, profile = part.mind[:, person, np.arange(len(rows))], state.profiles[:, person, rows]
        open_ = self._open(self._lines.said(line))
        change = self._reacted(part, open_, person, before, profile, exposed[rows], causes)
        heard = []
        for at, one in enumerate(people.tolist()):
            own = slice(at * state.plays, (at + 1) * state.plays)
            mind[:, one] = change.mind[:, own]
            heard.append(Overheard(one, plays.astype(np.int32), before[:, own], change.only(own)))
        return tuple(heard)

    def _reacted(
        self,
        state: State,
        said: Said,
        person: int | Ints,
        mind: Ints,
        profile: Ints,
        exposed: Bools,
        causes: bool,
    ) -> Change:
        """What who overhears makes of it; what has come out needs nobody's cunning any more."""
        if exposed.any():
            profile = np.broadcast_to(profile, (len(profile), state.plays)).copy()  # one may stand for all
            knowing = profile[Attribute.PERSUASION_KNOWLEDGE]
            profile[Attribute.PERSUASION_KNOWLEDGE] = np.where(exposed, WHOLE, knowing)
        return self._psyche.react(state, said, person, mind, profile, causes, self._overheard)

    def _open(self, said: Said) -> Said:
        """What a bystander hears of lines."""
        nothing = np.full_like(said.line, NONE)
        return replace(
            said,
            doses=scaled(said.doses, self._overheard),
            harms=scaled(said.harms, self._overheard),
            promise=nothing,
            keeps=nothing,
            secret=nothing,
            ask=nothing,
            resistance=nothing,
            nearness=np.zeros_like(said.line),
            watched=np.zeros_like(said.line),
        )

    def decided(self, said: Said, mind: Ints, profile: Ints, impression: Impression) -> Impression:
        """The answer to an ask that several decide: a majority of influence of those who are ready."""
        if not self._joint or not anything(said.ask >= 0):
            return impression
        votes = self._voters[said.ask].reshape(-1, self._voters.shape[1]).T * np.ones_like(impression.agreed)
        size = scaled(self._size[said.ask] - self._number["ask.usual-size"], self._number["ask.size"])
        ayes, whole = np.zeros_like(impression.agreed), np.zeros_like(impression.agreed)
        for person in range(mind.shape[1]):
            weight = votes[person] * profile[Attribute.INFLUENCE, person]
            bar = profile[Attribute.THRESHOLD, person] + size
            ready = readiness(mind[:, person], self._psychology) >= bar
            ayes, whole = ayes + weight * ready, whole + weight
        joint = whole > 0
        agreed = np.where(joint, 2 * ayes > whole, impression.agreed > 0)
        return replace(impression, agreed=agreed.astype(impression.agreed.dtype) * impression.happened.asked)
