"""The doorway of the desk: what the command line hands over becomes a window.

The order matters to whoever waits: window, first picture, then sounds, scenarios and everything else.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from secrets import randbelow

from game.desk.class_ports import ClassDoor
from game.desk.lettering import Lettering
from game.desk.ports import Lessons, Reviews, SaveKeeper, ScenarioShelf, TraineeRecord
from game.desk.reader import Reader
from game.desk.reviewing import Reviewing
from game.desk.scene import Desk
from game.desk.settings import DamagedSettings, Settings, SettingsFile
from game.desk.sounds import Sounds
from game.desk.title_scene import TitleScene
from game.desk.voice import Voice, find_speaker
from game.desk.window import Window
from game.desk.workshop_ports import Watched, Workbench
from game.language.locale import Locale
from game.language.words import Words

FIRST_SIZES = ((96, True), (28, False), (20, True), (20, False), (16, False), (16, True), (15, False))
"""Faces of the first picture, opened before it is drawn: sizes of the guide, and whether bold."""


def any_seed() -> int:
    """Luck for a new conversation."""
    return randbelow(2**32)


@dataclass(frozen=True, slots=True)
class Joining:
    """A class that was named on the command line; what is empty is asked for."""

    address: str
    code: str = ""
    nickname: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything the desk needs from the rest of the house.

    Attributes:
        shelf: the scenarios.
        saves: keeps the conversation that is going on.
        record: remembers finished conversations; None remembers nothing.
        lessons: what there is to learn about what was done; None teaches nothing.
        locale: the system's language, or the one asked for on the command line.
        locale_asked: whether that language was asked for; it then goes before the player's setting.
        settings_file: where settings are kept.
        scenario: a scenario to open at once.
        seed: where luck comes from.
        door: the way into a class; None where there is none.
        joining: a class to go to at once.
        workbench: what a trainer does with scenarios; None has no workshop.
        watched: a scenario file that is read again whenever it is saved; it is opened at once.
        speaker: a program that reads aloud; None is looked for on this computer, empty is silence.
    """

    shelf: ScenarioShelf
    saves: SaveKeeper
    record: TraineeRecord | None = None
    locale: Locale = Locale.EN
    locale_asked: bool = False
    settings_file: SettingsFile = field(default_factory=SettingsFile.usual)
    scenario: str | None = None
    seed: Callable[[], int] = any_seed
    speaker: str | None = None
    lessons: Lessons | None = None
    reviews: Reviews | None = None
    watched: Watched | None = None
    workbench: Workbench | None = None
    door: ClassDoor | None = None
    joining: Joining | None = None


def _read_settings(context: Context) -> tuple[Settings, bool]:
    """The settings, and whether the file was damaged."""
    try:
        settings, damaged = context.settings_file.read(), False
    except DamagedSettings:
        settings, damaged = Settings(), True
    if context.locale_asked:
        settings = replace(settings, language=None)
    return settings, damaged


def lay_desk(context: Context, executor: Executor | None = None) -> Desk:
    """A desk without a window.

    Args:
        context: what the house hands over.
        executor: what reads scenarios; a thread unless a pilot brings its own.
    """
    settings, damaged = _read_settings(context)
    words = Words(settings.language or context.locale)
    speaker = find_speaker() if context.speaker is None else context.speaker or None
    desk = Desk(
        settings=settings,
        words=words,
        lettering=Lettering(words.locale, 1.0, settings.text_scale),
        sounds=Sounds(settings.sounds, settings.volume),
        voice=Voice(settings.self_voicing and speaker is not None, speaker),
        reader=Reader(context.shelf, executor),
        saves=context.saves,
        settings_file=context.settings_file,
        new_seed=context.seed,
        record=context.record,
        lessons=context.lessons,
        reviewing=Reviewing(context.reviews),
        system=context.locale,
        workbench=context.workbench,
        door=context.door,
    )
    if damaged:
        desk.tell(words("Your settings could not be read; everything is as at first."))
    return desk


def open_window(context: Context, desk: Desk, size: tuple[int, int] | None = None) -> Window:
    """Open the window with its first screen."""
    window = Window(desk, size)
    window.open()
    for px, bold in FIRST_SIZES:
        desk.lettering.open((px,), bold)
    if context.watched is not None:
        from game.desk.watch_overlay import watch

        watch(desk, context.watched)
    elif context.joining is not None and desk.door is not None:
        from game.desk.class_door_scene import go_to_class

        joining = context.joining
        go_to_class(desk, desk.door, joining.address, joining.code, joining.nickname)
    elif context.scenario is None:
        desk.go(TitleScene(desk))
    else:
        from game.desk.doors import knock

        knock(desk, context.scenario)
    return window


def run(context: Context) -> int:
    """Play until the window is closed.

    Returns:
        the exit code of the command: 0.
    """
    desk = lay_desk(context)
    window = open_window(context, desk)
    try:
        if window.frame(0):
            desk.sounds.open()
            window.run()
    finally:
        desk.reviewing.close()
        desk.leave_class()
        if desk.overlay is not None:
            desk.overlay.close()
        desk.reader.close()
        window.close()
    return 0
