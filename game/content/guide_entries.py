"""What the field guide is made of: items, lessons, and the cards of figures that are not science."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, unique

from game.language.locale import Locale
from game.language.text import LocalisedText


def _pair(english: str, chinese: str) -> LocalisedText:
    return LocalisedText({Locale.EN: english, Locale.ZH: chinese})


@unique
class Priority(Enum):
    """How much an item matters; every core item has a lesson."""

    CORE = "core"
    IMPORTANT = "important"
    NICE = "nice"

    @property
    def words(self) -> LocalisedText:
        """What people call it."""
        chinese = {Priority.CORE: "核心", Priority.IMPORTANT: "重要", Priority.NICE: "可选"}[self]
        return _pair({Priority.NICE: "nice to have"}.get(self, self.value), chinese)


@unique
class Standing(Enum):
    """Why a figure that courses quote is not established science; the classes of the myth cards."""

    UNSOURCED = "U"
    STRETCHED = "M"
    TRACEABLE = "T"
    ANECDOTE = "C"
    CONVENTION = "D"

    @property
    def words(self) -> LocalisedText:
        """The class in a few words."""
        return {
            Standing.UNSOURCED: _pair("no source is named", "没有出处"),
            Standing.STRETCHED: _pair("a real study or idea, stretched too far", "真有其说，被用过了头"),
            Standing.TRACEABLE: _pair(
                "a survey or consultants' figure, tied to its context", "离不开原场合的调查数字"
            ),
            Standing.ANECDOTE: _pair("one firm's story", "一家公司的故事"),
            Standing.CONVENTION: _pair("a rule of thumb or a definition", "经验规矩或定义"),
        }[self]


@dataclass(frozen=True, slots=True)
class GuideItem:
    """One item of the field guide.

    Attributes:
        id: stable; scenarios and the psychology file refer to it.
        group: a letter, A to H.
        priority: core, important or nice.
        seeds: keys of the sources it comes from.
        title: its name.
        words: one sentence.
        myths: keys of the myth cards that belong to it; its lesson may name more.
    """

    id: str
    group: str
    priority: Priority
    seeds: tuple[str, ...]
    title: LocalisedText
    words: LocalisedText
    myths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a trainer says about an item: 60 to 90 English words, 110 to 170 Chinese characters."""

    id: str
    title: LocalisedText
    seeds: tuple[str, ...]
    words: LocalisedText
    myths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Myth:
    """A figure as a course claims it, why it is not science, and what to say instead."""

    key: str
    standing: Standing
    claim: LocalisedText
    caution: LocalisedText


@dataclass(frozen=True, slots=True)
class GuideIndex:
    """Everything but the lessons: sources, groups and items by their ids, in the order of the file."""

    sources: Mapping[str, LocalisedText] = field(default_factory=dict)
    groups: Mapping[str, LocalisedText] = field(default_factory=dict)
    items: Mapping[str, GuideItem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LessonBook:
    """Lessons by item, myth cards by key."""

    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    myths: Mapping[str, Myth] = field(default_factory=dict)
