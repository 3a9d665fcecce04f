"""Everything that a sentence about one turn may need to know, looked up once."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.customers import axes
from game.engine.psychology import Role, Route
from game.engine.reaction import Cause, DoseReading, EventKind, Reaction
from game.engine.rounding import MILLE
from game.engine.scenario import Beat, Line, Scenario, Truth
from game.engine.terms import ObjectionStep
from game.engine.traits import Resistance, Stage, Trait

_DIMENSIONS = ("pace", "warmth", "detail", "directness")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One turn of a conversation with the line that was said in it."""

    scenario: Scenario
    reaction: Reaction

    @property
    def beat(self) -> Beat:
        """The beat in which the line was said."""
        return next(beat for beat in self.scenario.beats if beat.id == self.reaction.beat)

    @property
    def line(self) -> Line:
        """The line that was said."""
        return next(line for line in self.beat.lines if line.id == self.reaction.line)

    @property
    def stage(self) -> Stage:
        """The stage in which it was said."""
        return self.reaction.change.stage_before

    def happened(self, kind: EventKind) -> bool:
        """Whether something of this kind happened in the turn."""
        return any(event.kind is kind for event in self.reaction.events)

    @property
    def steps(self) -> tuple[tuple[ObjectionStep, Resistance], ...]:
        """The steps taken with objections in this turn."""
        taken = []
        for event in self.reaction.events:
            if event.kind is EventKind.STEP:
                step, resistance = event.name.split(" ")
                taken.append((ObjectionStep[step.upper()], Resistance[resistance.upper()]))
        return tuple(taken)

    @property
    def worry(self) -> Resistance | None:
        """The resistance that the line speaks to, if any."""
        if self.steps:
            return self.steps[-1][1]
        return self.line.about if self.line.about is not None else self.beat.objection

    @property
    def sound(self) -> bool:
        """Whether what the line claims is true and not stretched; a line without a claim is sound."""
        truths = {fact.id: fact.truth for fact in self.scenario.facts}
        return not self.line.stretched and truths.get(self.line.claims or "", Truth.SOUND) is Truth.SOUND

    @property
    def nearness(self) -> int:
        """Form of address minus rung: above 0 too near, below 0 too far, 0 where none was used."""
        rung = int(self.reaction.before[Trait.RUNG])
        return 0 if self.line.nearness is None else self.line.nearness - rung

    def has_role(self, role: Role) -> bool:
        """Whether one of the line's moves has a role."""
        tactics = self.scenario.psychology.tactics
        return any(int(tactics.roles[tactics.index(use.tactic)]) & role for use in self.line.does)

    def route(self, tactic: str) -> Route:
        """By which way a move persuades."""
        tactics = self.scenario.psychology.tactics
        return Route(int(tactics.route[tactics.index(tactic)]))

    def extreme(self, multiplier: str, direction: int) -> DoseReading | None:
        """The move that a multiplier helped most (direction 1) or cost most (-1).

        Args:
            multiplier: a field of `DoseReading`.
            direction: the side of 1000 per mille to look on.

        Returns:
            None when the multiplier helped (or cost) no move of the line.
        """
        weighed = [
            (direction * (getattr(dose, multiplier) - 1_000) * max(dose.dose, 1), at)
            for at, dose in enumerate(self.reaction.doses)
        ]
        best, at = max(weighed, key=lambda pair: (pair[0], -pair[1]), default=(0, 0))
        return self.reaction.doses[at] if best > 0 else None

    def timeliness(self, tactic: str) -> int:
        """Whether a move would count more at a later stage (1: too early) or at an earlier one (-1)."""
        tactics = self.scenario.psychology.tactics
        column = [int(value) for value in tactics.stage[:, tactics.index(tactic)]]
        now, before, after = column[self.stage], column[: self.stage], column[self.stage + 1 :]
        earlier, later = max(before, default=now), max(after, default=now)
        if max(earlier, later) <= now or earlier == later:
            return 0
        return 1 if later > earlier else -1

    def lasting(self, cause: Cause) -> bool:
        """Whether a mood moved by itself mainly because of what was felt before, and not to come to rest."""
        if cause.person not in (None, self.reaction.person):
            return False
        was = int(self.reaction.before[cause.trait])
        rest = was * self.scenario.psychology.number["mood.keep"] // MILLE - was
        return abs(cause.amount - rest) > abs(rest)

    def manner(self, direction: int) -> tuple[tuple[str, int], ...]:
        """What about the delivery pleased (1) or displeased (-1): at most two of (dimension, sign)."""
        person = next(
            (person for person in self.scenario.people if person.id == self.reaction.person),
            self.scenario.people[0],
        )
        agency, communion = axes(person.disc)
        number, delivery = self.scenario.psychology.number, self.line.delivery
        felt = []
        for at, name in enumerate(_DIMENSIONS):
            liking = agency * number.get(f"delivery.{name}-agency", 0) + communion * number.get(
                f"delivery.{name}-communion", 0
            )
            spoken: int = getattr(delivery, name)
            if direction * liking * spoken > 0:
                felt.append((-abs(liking), at, (name, spoken)))
        felt.sort()
        return tuple(what for weight, _, what in felt if weight * 2 <= felt[0][0])[:2]
