"""A desk with the shipped scenario on it, for tests that travel from the title to the debrief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from game.command_line.shelf import Shelf
from game.desk.application import Context, Joining, lay_desk, open_window
from game.desk.briefing_scene import BriefingScene
from game.desk.class_ports import ClassDoor
from game.desk.conversation_scene import ConversationScene
from game.desk.pilot import AtOnce, Pilot
from game.desk.ports import Book, Entry, ShelfFault
from game.desk.settings import Settings, SettingsFile
from game.engine.conversation import Conversation
from game.engine.transcript import Transcript
from game.language.locale import Locale
from game.language.words import Words

SCENARIO = "seven-seconds"


@cache
def shipped_book() -> Book:
    """The shipped scenario, read once."""
    return Shelf(Words()).open(SCENARIO).book


@dataclass(slots=True)
class ShelfOfTwo:
    """The shipped scenario, and one that cannot be opened."""

    def listing(self) -> Sequence[Entry]:
        """Both."""
        wording = shipped_book().wording
        return (
            Entry(SCENARIO, wording.title, wording.tagline, 1, wording.minutes),
            Entry("broken", wording.title, wording.tagline, 3, best=480),
        )

    def load(self, scenario_id: str) -> Book | ShelfFault:
        """The one, or why not the other."""
        return shipped_book() if scenario_id == SCENARIO else ShelfFault("broken.yaml:7:5: error SC203")


@dataclass(slots=True)
class Keeper:
    """Keeps conversations in memory and counts."""

    kept: list[Transcript] = field(default_factory=list)
    finished_ones: list[Conversation] = field(default_factory=list)
    waiting: Transcript | None = None
    full: bool = False

    def keep(self, conversation: Conversation) -> None:
        """Write it down, unless the disk is full."""
        if self.full:
            raise OSError("disk full")
        self.waiting = conversation.transcript()
        self.kept.append(self.waiting)

    def resume(self) -> Transcript | None:
        """The one that is going on."""
        return self.waiting

    def forget(self) -> None:
        """Drop it."""
        self.waiting = None

    def finished(self, conversation: Conversation) -> None:
        """Remember that it is over."""
        self.finished_ones.append(conversation)


def sit_down(
    folder: Path,
    *,
    locale: Locale = Locale.EN,
    size: tuple[int, int] = (1280, 720),
    settings: Settings | None = None,
    keeper: Keeper | None = None,
    scenario: str | None = None,
    door: ClassDoor | None = None,
    joining: Joining | None = None,
) -> Pilot:
    """A pilot before a desk at its title."""
    keeper = keeper or Keeper()
    context = Context(
        ShelfOfTwo(),
        keeper,
        keeper,
        locale=locale,
        settings_file=SettingsFile(folder / "settings.json"),
        scenario=scenario,
        seed=lambda: 7,
        speaker="",
        door=door,
        joining=joining,
    )
    desk = lay_desk(context, AtOnce())
    desk.settings = replace(settings or Settings(), sounds=False)
    return Pilot(open_window(context, desk, size)).frame().frame()


Kind = TypeVar("Kind")


def at(pilot: Pilot, kind: type[Kind]) -> Kind:
    """The screen that is shown, which has to be of this kind."""
    shown: object = pilot.scene
    assert isinstance(shown, kind), type(shown).__name__
    return shown


def to_the_door(pilot: Pilot) -> Pilot:
    """From the title through the briefing, always taking the first choice."""
    pilot.press("return")
    while isinstance(scene := pilot.scene, BriefingScene):
        pilot.press("1" if scene.column is not None and scene.column.cards else "return")
    return pilot


def talking(pilot: Pilot) -> bool:
    """Whether the conversation still goes on."""
    return isinstance(pilot.scene, ConversationScene)


def to_a_choice(pilot: Pilot) -> ConversationScene:
    """On to the next choice, or to the end of the talk (then the last scene of the conversation)."""
    scene = pilot.scene
    assert isinstance(scene, ConversationScene)
    while isinstance(now := pilot.scene, ConversationScene) and not (now.settled and now.column.cards):
        pilot.press("space")
    return scene
