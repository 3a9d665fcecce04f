"""Lessons for what was done: from the items that a line practises to one card of the field guide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.content.field_guide import FieldGuide
from game.desk.ports import LessonCard


@dataclass(frozen=True, slots=True)
class GuideLessons:
    """The field guide as the looking back needs it; see `game.desk.ports.Lessons`."""

    guide: FieldGuide = field(default_factory=FieldGuide.load)

    def card(self, items: Sequence[str]) -> LessonCard | None:
        """The card of the first item with a lesson; of the first item at all where none has one."""
        item = self.guide.nearest(items)
        if item is None:
            return None
        lesson = self.guide.lesson(item.id)
        return LessonCard(
            item.id,
            lesson.title if lesson is not None else item.title,
            lesson.words if lesson is not None else item.words,
            self.guide.myths_of(item.id),
            lesson=lesson is not None,
        )
