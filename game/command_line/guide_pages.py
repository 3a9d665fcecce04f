"""The pages of the field guide: all items by group, and one item with its lesson and its myth cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.command_line.terminal.paper import Paper
from game.content.field_guide import FieldGuide
from game.content.guide_entries import GuideItem, Lesson, Myth
from game.content.library import Card
from game.content.psychology_notes import PsychologyNotes
from game.language.text import LocalisedText
from game.language.words import Words


@dataclass(frozen=True, slots=True)
class Pages:
    """Tells the field guide in one language, with what else in the game belongs to an item."""

    guide: FieldGuide
    notes: PsychologyNotes
    cards: Sequence[Card]
    words: Words

    def _said(self, text: LocalisedText) -> str:
        return text.said(self.words.locale)

    def _named(self, title: LocalisedText, name: str) -> str:
        return self.words("{title} ({name})", title=self._said(title), name=name)

    def tell_listing(self, page: Paper) -> None:
        """Every item under its group, one in a line."""
        words = self.words
        for group, title in self.guide.index.groups.items():
            page.heading(f"{group} · {self._said(title)}")
            for item in self.guide.index.items.values():
                if item.group == group:
                    named = words("{name}: {text}", name=item.id, text=self._said(item.title))
                    page.text(f"{named} · {self._said(item.priority.words)}")
        page.gap()
        page.text(words("One of them: rapport guide ID"))
        page.text(words("The tactics that practise them: rapport guide tactics"))
        page.text(words("Every coefficient of the customer model: rapport guide model"))
        page.text(words("Where each item lives in it: rapport guide where"))

    def tell_item(self, page: Paper, name: str) -> None:
        """One item: what it is, its lesson, its myth cards, and where it can be practised."""
        item, words = self.guide.index.items[name], self.words
        page.heading(self._said(item.title))
        group = self._said(self.guide.index.groups.get(item.group, LocalisedText()))
        page.header([item.id, f"{item.group} {group}", self._said(item.priority.words)])
        page.text(self._said(item.words))
        lesson = self.guide.lesson(name)
        if lesson is not None:
            page.heading(words("Lesson: {title}", title=self._said(lesson.title)))
            page.text(self._said(lesson.words))
        for myth in self.guide.myths_of(name):
            page.heading(
                words("Myth card {key}: {standing}", key=myth.key, standing=self._said(myth.standing.words))
            )
            page.text(words("What is claimed: {text}", text=self._said(myth.claim)))
            page.text(words("Why to be careful: {text}", text=self._said(myth.caution)))
        page.gap()
        tactics = [self._named(self.notes.tactics[each].words, each) for each in self._tactics(name)]
        scenarios = [self._named(card.title, card.id) for card in self._scenarios(name)]
        sources = [self._said(self.guide.index.sources[seed]) for seed in item.seeds]
        if tactics:
            page.text(words("Practised by: {names}", names=" · ".join(tactics)))
        if scenarios:
            page.text(words("Taught in: {names}", names=" · ".join(scenarios)))
        page.text(words("Taken from: {names}", names=" · ".join(sources)))

    def listing_to_json(self) -> dict[str, Any]:
        """Groups and items for programs."""
        groups = self.guide.index.groups.items()
        return {
            "groups": [{"id": group, "title": self._said(title)} for group, title in groups],
            "items": [
                self._head_to_json(item) | {"lesson": self.guide.lesson(item.id) is not None}
                for item in self.guide.index.items.values()
            ],
        }

    def item_to_json(self, name: str) -> dict[str, Any]:
        """One item for programs."""
        lesson = self.guide.lesson(name)
        return self._head_to_json(self.guide.index.items[name]) | {
            "lesson": self._lesson_to_json(lesson) if lesson is not None else None,
            "myths": [self._myth_to_json(myth) for myth in self.guide.myths_of(name)],
            "tactics": list(self._tactics(name)),
            "scenarios": [card.id for card in self._scenarios(name)],
        }

    def _head_to_json(self, item: GuideItem) -> dict[str, Any]:
        return {
            "id": item.id,
            "group": item.group,
            "priority": item.priority.value,
            "seeds": list(item.seeds),
            "title": self._said(item.title),
            "sentence": self._said(item.words),
        }

    def _lesson_to_json(self, lesson: Lesson) -> dict[str, str]:
        return {"title": self._said(lesson.title), "text": self._said(lesson.words)}

    def _myth_to_json(self, myth: Myth) -> dict[str, str]:
        return {
            "key": myth.key,
            "class": myth.standing.value,
            "claim": self._said(myth.claim),
            "caution": self._said(myth.caution),
        }

    def _tactics(self, name: str) -> tuple[str, ...]:
        return self.notes.practising(name)

    def _scenarios(self, name: str) -> list[Card]:
        return [card for card in self.cards if name in {*card.teaches, *card.headline}]
