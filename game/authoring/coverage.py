"""Which items of the field guide scenarios teach, and which no scenario teaches yet.

An item is taught where a scenario names it under `teaches` or `headline`, and where one of its lines uses a
tactic that practises it (the psychology file says which).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.content.field_guide import FieldGuide
from game.content.guide_entries import Priority
from game.content.library import Card
from game.content.psychology_notes import PsychologyNotes
from game.engine.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Teaching:
    """What one scenario teaches; ids of the field guide.

    Attributes:
        card: the head of the scenario.
        named: what its author names, in the author's order.
        practised: what its lines practise besides, sorted.
    """

    card: Card
    named: tuple[str, ...]
    practised: tuple[str, ...]

    @property
    def goals(self) -> tuple[str, ...]:
        """All of it, what is named first."""
        return self.named + self.practised


@dataclass(frozen=True, slots=True)
class Coverage:
    """What some scenarios teach together."""

    teachings: tuple[Teaching, ...]
    wanted: Mapping[Priority, tuple[str, ...]]

    def taught(self, priority: Priority) -> tuple[str, ...]:
        """Items of a priority that at least one scenario teaches, in the order of the guide."""
        covered = {goal for teaching in self.teachings for goal in teaching.goals}
        return tuple(item for item in self.wanted[priority] if item in covered)

    def missing(self, priority: Priority) -> tuple[str, ...]:
        """Items of a priority that no scenario teaches, in the order of the guide."""
        taught = set(self.taught(priority))
        return tuple(item for item in self.wanted[priority] if item not in taught)

    def teachers(self, item: str) -> tuple[str, ...]:
        """Ids of the scenarios that teach an item."""
        return tuple(teaching.card.id for teaching in self.teachings if item in teaching.goals)

    def record(self) -> dict[str, Any]:
        """The object of the contract (`game/README.md`)."""
        return {
            "scenarios": [
                {
                    "id": teaching.card.id,
                    "languages": [locale.value for locale in teaching.card.locales],
                    "difficulty": teaching.card.difficulty,
                    "goals": list(teaching.goals),
                    "named": list(teaching.named),
                }
                for teaching in self.teachings
            ],
            **{
                priority.value: {
                    "taught": list(self.taught(priority)),
                    "missing": list(self.missing(priority)),
                }
                for priority in self.wanted
            },
        }


def teaching(card: Card, scenario: Scenario, notes: PsychologyNotes) -> Teaching:
    """What one scenario teaches."""
    named = tuple(dict.fromkeys((*card.headline, *card.teaches)))
    tactics = {use.tactic for beat in scenario.beats for line in beat.lines for use in line.does}
    practised = {item for tactic in tactics for item in _practised(notes, tactic)}
    return Teaching(card, named, tuple(sorted(practised - set(named))))


def coverage(
    scenarios: Iterable[tuple[Card, Scenario]], notes: PsychologyNotes, guide: FieldGuide
) -> Coverage:
    """What scenarios teach together, held against the core and important items of the guide."""
    wanted = {priority: guide.ids(priority) for priority in (Priority.CORE, Priority.IMPORTANT)}
    return Coverage(tuple(teaching(card, scenario, notes) for card, scenario in scenarios), wanted)


def _practised(notes: PsychologyNotes, tactic: str) -> Sequence[str]:
    note = notes.tactics.get(tactic)
    return note.practises if note else ()
