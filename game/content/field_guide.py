"""The field guide: every item that scenarios teach, the lessons of the core ones, and the myth cards.

Nothing is read before somebody asks: the items when one is looked up, the lessons when one is wanted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path

from game.content.diagnostics import Diagnostic
from game.content.guide_entries import GuideIndex, GuideItem, Lesson, LessonBook, Myth, Priority
from game.content.guide_reader import IndexReading, LessonReading, read_index, read_lessons
from game.language.locale import Locale

_TITLE, _SENTENCE, _LESSON = 0, 1, 2


@dataclass(frozen=True)
class FieldGuide:
    """The items of one file and the lessons of another.

    A file with faults gives what is right in it; `diagnostics` tells the rest.
    """

    items_file: Path
    lessons_file: Path

    @classmethod
    def load(cls, folder: Path | None = None) -> FieldGuide:
        """The guide of a folder with `field_guide.yaml` and `lessons.yaml`; the shipped one when None."""
        if folder is None:
            return _shipped()
        return cls(folder / "field_guide.yaml", folder / "lessons.yaml")

    @cached_property
    def _items(self) -> IndexReading:
        return read_index(self.items_file)

    @cached_property
    def _lessons(self) -> LessonReading:
        index = self.index
        return read_lessons(self.lessons_file, index.items, self.ids(Priority.CORE), index.sources)

    @property
    def index(self) -> GuideIndex:
        """Sources, groups and items, in the order of the file."""
        return self._items.index

    @property
    def book(self) -> LessonBook:
        """Lessons and myth cards, in the order of the file."""
        return self._lessons.book

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with either file; reads both."""
        return (*self._items.diagnostics, *self._lessons.diagnostics)

    def item(self, name: str) -> GuideItem | None:
        """The item with an id; None when there is none."""
        return self.index.items.get(name)

    def lesson(self, name: str) -> Lesson | None:
        """The lesson of an item; None when it has none."""
        return self.book.lessons.get(name)

    def myth(self, key: str) -> Myth | None:
        """The myth card of a claim, for example `F14`; None when there is none."""
        return self.book.myths.get(key)

    def myths_of(self, name: str) -> tuple[Myth, ...]:
        """The myth cards that belong to an item or to its lesson."""
        item, lesson = self.item(name), self.lesson(name)
        keys = (*(item.myths if item else ()), *(lesson.myths if lesson else ()))
        cards = (self.myth(key) for key in dict.fromkeys(keys))
        return tuple(card for card in cards if card is not None)

    def nearest(self, items: Iterable[str]) -> GuideItem | None:
        """The first of some items that has a lesson; the first that is known where none has one."""
        known = [item for name in items if (item := self.item(name)) is not None]
        return next((item for item in known if self.lesson(item.id) is not None), known[0] if known else None)

    def ids(self, priority: Priority | None = None) -> tuple[str, ...]:
        """The ids of one priority, or all, in the order of the file."""
        items = self.index.items.values()
        return tuple(item.id for item in items if priority is None or item.priority is priority)

    def search(self, text: str, locale: Locale) -> tuple[GuideItem, ...]:
        """The items that mention every word of a text, whatever its case.

        Args:
            text: Words with spaces between them; a Chinese phrase counts as one word.
            locale: The language in which titles, sentences and lessons are searched; ids always are.

        Returns:
            First those whose id or titles hold all words, then those whose sentence does, then lessons.
        """
        words = text.casefold().split()
        if not words:
            return ()
        ranked = [(self._rank(item, words, locale), item) for item in self.index.items.values()]
        found = [(rank, item) for rank, item in ranked if rank is not None]
        return tuple(item for _, item in sorted(found, key=lambda pair: pair[0]))

    def _rank(self, item: GuideItem, words: list[str], locale: Locale) -> int | None:
        lesson = self.lesson(item.id)
        heads = [item.id, item.title.said(locale), lesson.title.said(locale) if lesson else ""]
        texts = {
            _TITLE: " ".join(heads),
            _SENTENCE: " ".join([*heads, item.words.said(locale)]),
            _LESSON: " ".join([*heads, item.words.said(locale), lesson.words.said(locale) if lesson else ""]),
        }
        return next((rank for rank, held in texts.items() if _holds(held.casefold(), words)), None)


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


@lru_cache(maxsize=1)
def _shipped() -> FieldGuide:
    folder = Path(str(files("game.content")))
    return FieldGuide(folder / "field_guide.yaml", folder / "lessons.yaml")
