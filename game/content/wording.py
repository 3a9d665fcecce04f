"""The words of a scenario, found by id; the engine never sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.content.looks import Looks
from game.language.locale import Locale
from game.language.text import LocalisedText

NO_WORDS = LocalisedText()
"""Nothing to say or to show."""

ADDRESS = "{address}"
"""Stands in words of people for what they call the player."""

USUAL_LOOKS = Looks()
"""How somebody looks of whom the scenario says nothing."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something said, with the one thing a camera could see while it is said (empty: computed cues)."""

    text: LocalisedText
    cue: LocalisedText = NO_WORDS


@dataclass(frozen=True, slots=True)
class PersonWording:
    """Who a person is, in words and looks."""

    name: LocalisedText
    post: LocalisedText = NO_WORDS
    firm: LocalisedText = NO_WORDS
    known: LocalisedText = NO_WORDS  # what the briefing tells
    looks: Looks = USUAL_LOOKS
    pronoun: str = "she"  # she | he | they: for `She thought …` / 她心里
    address: Mapping[int, LocalisedText] = field(default_factory=dict)  # what she calls the player, by rung


@dataclass(frozen=True, slots=True)
class SceneWording:
    """A place and a channel."""

    title: LocalisedText
    place: str = "reception"
    channel: str = "face"  # face | phone | chat | letter | video
    text: LocalisedText = NO_WORDS
    days: int = 0  # that have passed since the scene before


@dataclass(frozen=True, slots=True)
class Message:
    """One of the short messages of a briefing."""

    sender: LocalisedText
    text: LocalisedText


@dataclass(frozen=True, slots=True)
class Wording:
    """Every word of a scenario. Keys are the ids of `game.engine.scenario`."""

    id: str
    locales: tuple[Locale, ...]
    title: LocalisedText
    tagline: LocalisedText  # the lit row of the title screen
    player: PersonWording
    people: Mapping[str, PersonWording]
    scenes: Mapping[str, SceneWording]
    briefing: tuple[Message, ...]
    aims: tuple[LocalisedText, ...]  # at most three goals in words
    lines: Mapping[str, LocalisedText]
    notes: Mapping[str, LocalisedText]  # why a wrong line tempts, by line id
    says: Mapping[str, Spoken]  # first words of beats and replies, by reply id
    thoughts: Mapping[str, LocalisedText]
    beats: Mapping[str, LocalisedText]
    facts: Mapping[str, LocalisedText]
    promises: Mapping[str, LocalisedText]
    objections: Mapping[str, LocalisedText]  # by resistance word
    secrets: Mapping[str, LocalisedText]
    asks: Mapping[str, LocalisedText]
    endings: Mapping[str, LocalisedText]
    epilogues: Mapping[str, LocalisedText]
    criteria: Mapping[str, LocalisedText]
    teaches: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    minutes: tuple[int, int] = (8, 5)
    difficulty: int = 1
    target: int | None = None  # share of a class that the trainer wants to pass, basis points
    questions: tuple[LocalisedText, ...] = ()  # for the class
    starts: Mapping[str, LocalisedText] = field(default_factory=dict)
    overrides: Mapping[str, LocalisedText] = field(default_factory=dict)  # why a cell is bent, by its name

    def addressed(self, text: LocalisedText, person: str | None, rung: int = 1) -> LocalisedText:
        """Words of somebody with `{address}` filled in.

        Args:
            text: what is said.
            person: who says it; None where nobody is there.
            rung: of trust on which that person stands, 1..5. It becomes what they call the player there, or
                on the nearest rung below; the player's name where they have no word.
        """
        if not any(ADDRESS in words for words in text.words.values()):
            return text
        forms = self.people[person].address if person is not None and person in self.people else {}
        known = next((forms[step] for step in range(rung, 0, -1) if step in forms), self.player.name)
        return LocalisedText(
            {locale: words.replace(ADDRESS, known.said(locale)) for locale, words in text.words.items()}
        )
