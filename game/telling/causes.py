"""One cause told in words, at three depths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.engine.reaction import Cause, CauseName, DoseReading, Reaction
from game.engine.scenario import Scenario
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.telling.cases import Case, case_of
from game.telling.depth import Depth
from game.telling.occasion import Occasion
from game.telling.phrasing import MANNERS, PHRASES, STAGES, WORRIES
from game.telling.pronouns import forms
from game.telling.trait_names import TRAIT_NAMES

_READINGS = ("repetition", "fit", "stage", "gate", "delivery", "elaboration")


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the causes of one conversation in one language.

    Attributes:
        scenario: the one that was played.
        tactics: names of the moves by their ids, as the psychology file gives them; an id without a name is
            said as it is.
        locale: the language.
        pronouns: she, he or they by the person's id; she where a person is not listed.
        marks: evidence, practice or design by tactic id, for the lab depth.
        overrides: why the scenario bends a coefficient, by its cell (`tactic praise warmth`).
    """

    scenario: Scenario
    tactics: Mapping[str, LocalisedText]
    locale: Locale = Locale.EN
    pronouns: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    overrides: Mapping[str, LocalisedText] = field(default_factory=dict)

    def tell(self, reaction: Reaction, cause: Cause, depth: Depth = Depth.COACH) -> str:
        """Why one trait changed, as a sentence without a full stop.

        Args:
            reaction: the turn.
            cause: one of its causes.
            depth: everyday words, moves by name, or the numbers as well.
        """
        occasion = Occasion(self.scenario, reaction)
        case = case_of(occasion, cause)
        phrase = PHRASES[case.key]
        words = (phrase.cue if depth is Depth.CUE else phrase.coach).said(self.locale)
        told = words.format(**self._values(occasion, case, cause))
        told = told[:1].upper() + told[1:]
        return f"{told} {self._numbers(reaction, cause)}" if depth is Depth.LAB else told

    def direction(self, reaction: Reaction, cause: Cause) -> int:
        """The direction of the sentence `tell` chooses: 1, -1, or 0 when it takes no side."""
        return PHRASES[case_of(Occasion(self.scenario, reaction), cause).key].direction

    def moves(self, reaction: Reaction) -> str:
        """The names of all moves of the line of a turn, unquoted; empty where it has none."""
        uses = Occasion(self.scenario, reaction).line.does
        names = [self.tactic(use.tactic)[1:-1] for use in uses]
        return ("、" if self.locale is Locale.ZH else ", ").join(names)

    def bent(self, reaction: Reaction, depth: Depth = Depth.COACH) -> tuple[str, ...]:
        """Why moves of a turn's line count otherwise in this scenario, one sentence for each reason.

        Args:
            reaction: the turn.
            depth: nothing in everyday words; the names of the cells as well at the lab depth.
        """
        if depth is Depth.CUE:
            return ()
        told: dict[str, str] = {}
        for use in Occasion(self.scenario, reaction).line.does:
            for cell, because in self.overrides.items():
                if cell.split(" ")[:2] == ["tactic", use.tactic]:
                    told[cell] = self._bent(use.tactic, because)
        if depth is Depth.LAB:
            return tuple(f"{sentence} [{cell}]" for cell, sentence in told.items())
        return tuple(dict.fromkeys(told.values()))

    def _bent(self, tactic: str, because: LocalisedText) -> str:
        name, reason = self.tactic(tactic), because.said(self.locale)
        if self.locale is Locale.ZH:
            return f"{name}在这里分量不同：{reason}"
        return f"{name} counts differently here: {reason}"

    def tactic(self, tactic: str) -> str:
        """The name of a move, quoted."""
        name = self.tactics.get(tactic)
        return f"“{name.said(self.locale) if name else tactic}”"

    def pronoun(self, person: str | None) -> Mapping[str, str]:
        """The forms of a person's pronoun; the customer's where nobody is there."""
        return forms(self.pronouns.get(person or self.scenario.people[0].id, "she"), self.locale)

    def _values(self, occasion: Occasion, case: Case, cause: Cause) -> dict[str, str]:
        chinese = self.locale is Locale.ZH
        moves = [self.tactic(use.tactic) for use in occasion.line.does]
        manner = [
            (MANNERS[what].disliked if case.key == "delivery.bad" else MANNERS[what].liked).said(self.locale)
            for what in case.manner
        ]
        worry = occasion.worry
        return {
            **self.pronoun(cause.person),
            "tactic": self.tactic(case.tactic) if case.tactic else "",
            "tactics": ("、" if chinese else ", ").join(moves) or ("这句话" if chinese else "The line"),
            "stage": STAGES[occasion.stage].said(self.locale),
            "manner": ("又" if chinese else " and ").join(manner),
            "worry": WORRIES[worry].said(self.locale) if worry is not None else "",
        }

    def _numbers(self, reaction: Reaction, cause: Cause) -> str:
        """The cause's name, the trait and its change in hundredths of a percent, the readings behind it."""
        sign = "+" if cause.amount > 0 else "−" if cause.amount < 0 else ""
        size = f"{sign}{abs(cause.amount) // 100}.{abs(cause.amount) % 100:02d}"
        parts = [f"{cause.name.value} {TRAIT_NAMES[cause.trait].said(self.locale)} {size}"]
        if cause.name.value in _READINGS:
            parts += [self._reading(dose, cause.name) for dose in reaction.doses]
        elif cause.name is CauseName.BASE:
            parts += [f"{dose.tactic} ×{_factor(dose.dose)}{self._mark(dose)}" for dose in reaction.doses]
        return f"[{'; '.join(parts)}]"

    def _reading(self, dose: DoseReading, name: CauseName) -> str:
        return f"{dose.tactic}.{name.value} ×{_factor(getattr(dose, name.value))}{self._mark(dose)}"

    def _mark(self, dose: DoseReading) -> str:
        return f" ({self.marks[dose.tactic]})" if dose.tactic in self.marks else ""


def _factor(per_mille: int) -> str:
    """A multiplier per mille as a decimal number."""
    sign = "−" if per_mille < 0 else ""
    return f"{sign}{abs(per_mille) // 1000}.{abs(per_mille) % 1000:03d}"
