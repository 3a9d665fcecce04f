"""Several people: who overhears a line, and how they decide together (`role-b2b-seven`)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.engine.beliefs import readiness
from game.engine.lines import NONE, LineTable, Said
from game.engine.rounding import MILLE, anything, scaled
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


_CLOSE = ("doses", "harms", "nearness", "watched", "promise", "keeps", "secret", "ask", "resistance")
"""What of a line is not the same for who overhears it: the last five do not reach them at all."""


class Company:
    """The people of a scenario beside the one spoken to."""

    def __init__(self, scenario: Scenario, lines: LineTable, psyche: Psyche) -> None:
        """Index casts and joint asks."""
        self._lines, self._psyche = lines, psyche
        self._number = scenario.psychology.number
        self._psychology = scenario.psychology
        self._share = self._number["company.overheard"]
        people = {person.id: p for p, person in enumerate(scenario.people)}
        self._voters = np.zeros((len(scenario.asks) + 1, len(people)), np.int32)
        self._size = np.array([ask.size for ask in scenario.asks] + [0], np.int32)
        for at, ask in enumerate(scenario.asks):
            if len(ask.people) > 1:
                self._voters[at, [people[name] for name in ask.people]] = 1
        self._joint = bool(self._voters.any())

    def heard(
        self, state: State, said: Said, person: int | Ints, causes: bool
    ) -> tuple[Impression, Ints, tuple[Overheard, ...]]:
        """How everybody there takes the lines: the person spoken to, all minds after, and who overheard.

        Args:
            state: before the lines.
            said: one line for all, or a line per play.
            person: index of the person spoken to, one for all or (play,).
            causes: take the changes apart.
        """
        if said.line.ndim == 0:
            people = np.flatnonzero(self._lines.bystanders[:, said.line])
            if len(people) and (1 + len(people)) * state.plays <= FEW:
                together = self._together(state, said, np.append(person, people), causes)
                if together is not None:
                    return together
        before, profile = _of(state.mind, person), _of(state.profile, person)
        impression = self._psyche.react(state, said, person, before, profile, causes)
        mind = _written(state.mind, person, impression.mind)
        return impression, mind, self._overheard_by(state, said.line, mind, causes)

    def _together(
        self, state: State, said: Said, people: Places, causes: bool
    ) -> tuple[Impression, Ints, tuple[Overheard, ...]] | None:
        """All who hear one line as rows of one batch: what few plays need is few calls.

        None where something comes out: then those who overhear it hear more than was said.
        """
        plays = state.plays
        rows, person = np.tile(np.arange(plays), len(people)), np.repeat(people, plays).astype(np.int32)
        part = state.only(rows)
        before, profile = part.mind[:, person, np.arange(len(rows))], state.profiles[:, person, rows]
        heed = np.where(np.arange(len(rows)) < plays, MILLE, self._share).astype(before.dtype)
        everybody = self._psyche.react(
            part, self._in_turn(said, plays, len(rows)), person, before, profile, causes, heed
        )
        impression = everybody.first(plays)
        if (impression.mind[Trait.SCAR] > before[Trait.SCAR, :plays]).any():
            return None
        mind = _written(state.mind, int(people[0]), impression.mind)
        overheard = []
        for at, one in enumerate(people.tolist()[1:], start=1):
            own = slice(at * plays, (at + 1) * plays)
            mind[:, one] = everybody.mind[:, own]
            overheard.append(
                Overheard(one, np.arange(plays, dtype=np.int32), before[:, own], everybody.only(own))
            )
        return impression, mind, tuple(overheard)

    def _in_turn(self, said: Said, first: int, count: int) -> Said:
        """One line for `count` hearers in a row: as said for the first, as overheard for the rest."""
        open_, near = self._open(said), np.arange(count) < first

        def side_by_side(name: str) -> Ints:
            whole: Ints = getattr(said, name)
            part: Ints = getattr(open_, name)
            if whole.ndim:  # by slots
                return np.where(near, whole[:, None], part[:, None])
            return whole if whole == part else np.where(near, whole, part)

        return replace(said, **{name: side_by_side(name) for name in _CLOSE})

    def _overheard_by(self, state: State, line: Ints, mind: Ints, causes: bool) -> tuple[Overheard, ...]:
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

    def _reacted(
        self,
        state: State,
        said: Said,
        person: int,
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
        return self._psyche.react(state, said, person, mind, profile, causes, self._share)

    def _open(self, said: Said) -> Said:
        """What a bystander hears of lines."""
        nothing, none = np.full_like(said.line, NONE), np.zeros_like(said.line)
        doses, harms = scaled(said.doses, self._share), scaled(said.harms, self._share)
        close = dict.fromkeys(_CLOSE[4:], nothing)
        return replace(said, doses=doses, harms=harms, nearness=none, watched=none, **close)

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


def _of(rows: Ints, person: int | Ints) -> Ints:
    """The rows (row, play) of the person spoken to."""
    if isinstance(person, int):
        return rows[:, person]
    return rows[:, person, np.arange(len(person)) if rows.shape[-1] > 1 else 0]


def _written(mind: Ints, person: int | Ints, heard: Ints) -> Ints:
    """Minds (trait, person, play) in which the hearer's is replaced."""
    if mind.shape[1] == 1:
        return heard[:, None]
    if isinstance(person, int):
        written = np.empty_like(mind)
        written[:, :person], written[:, person + 1 :] = mind[:, :person], mind[:, person + 1 :]
        written[:, person] = heard
        return written
    written = mind.copy()
    written[:, person, np.arange(len(person))] = heard
    return written
