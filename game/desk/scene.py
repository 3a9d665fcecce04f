"""What a screen is, and the desk it stands on.

A scene draws itself onto the window's surface in real pixels. Lengths of the guide are written for
1280x720 and multiplied by `desk.u`; `desk.lettering` takes sizes of the guide and does that itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from game.desk.art.palette import LIGHT, NIGHT, Palette
from game.desk.backdrops import Backdrops
from game.desk.layout import GUIDE_HEIGHT, GUIDE_WIDTH, Frame
from game.desk.reviewing import Reviewing
from game.desk.settings import Settings, SettingsFile
from game.language.locale import Locale
from game.language.words import Words

if TYPE_CHECKING:
    import pygame

    from game.desk.class_ports import ClassDoor, ClassSeat
    from game.desk.lettering import Lettering
    from game.desk.playing import Playing
    from game.desk.ports import Lessons, SaveKeeper, TraineeRecord
    from game.desk.reader import Reader
    from game.desk.sounds import Sounds
    from game.desk.voice import Voice
    from game.desk.workshop_ports import Workbench


class Scene(Protocol):
    """One screen. The window calls `resize` before the first `draw`; after that events, `update`, `draw`.

    A screen on which words are typed has an attribute `typing` that is true; letters then mean nothing else.
    """

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key, a click or a movement of the pointer (positions in real pixels)."""
        ...

    def update(self, ms: int) -> None:
        """Let `ms` milliseconds pass; the only way in which time reaches a scene."""
        ...

    def draw(self, surface: pygame.Surface) -> None:
        """Draw everything onto the whole window."""
        ...

    def resize(self, size: tuple[int, int]) -> None:
        """The window or the text size has changed: lay everything out anew."""
        ...

    def relanguage(self, locale: Locale) -> None:
        """The language has changed; `desk.words` and `desk.lettering` already speak it."""
        ...


class Overlay(Protocol):
    """Lies over whatever screen is shown: hears events first and is drawn last."""

    @property
    def busy(self) -> bool:
        """Whether it has something to show that the screen beneath need not say as well."""
        ...

    def handle(self, event: pygame.event.Event) -> bool:
        """Answer an event; False leaves it to the screen."""
        ...

    def update(self, ms: int) -> None:
        """Let `ms` milliseconds pass."""
        ...

    def draw(self, surface: pygame.Surface) -> None:
        """Draw over the screen."""
        ...

    def close(self) -> None:
        """Lie over nothing any more; safe to be called twice."""
        ...


@dataclass(slots=True)
class Desk:
    """Everything a scene may use. There is one, made by `application.run`.

    Attributes:
        settings: what the player has set; change them with `change`.
        words: says the interface's sentences in the language of the moment.
        reader: opens scenarios.
        new_seed: luck for a new conversation, 0..2**32-1.
        lessons: what there is to learn about what was done; None teaches nothing.
        reviewing: who looks at the conversation while it goes on.
        system: the system's language, spoken until the player sets another.
        size: of the window in real pixels.
        backdrops: painted places.
        scenes: the stack of screens; only the topmost gets events, all are drawn from the bottom up.
        overlay: lies over every screen; None where nothing does.
        workbench: what a trainer does with scenarios; None where there is no workshop.
        door: the way into a class; None where there is none.
        seat: the seat in a class that is taken; None outside of a class.
        sentences: what the player is to be told in passing; the window shows and removes them.
        closing: set when the application is to end.
    """

    settings: Settings
    words: Words
    lettering: Lettering
    sounds: Sounds
    voice: Voice
    reader: Reader
    saves: SaveKeeper
    settings_file: SettingsFile
    new_seed: Callable[[], int]
    record: TraineeRecord | None = None
    lessons: Lessons | None = None
    reviewing: Reviewing = field(default_factory=Reviewing)
    system: Locale = Locale.EN
    size: tuple[int, int] = (GUIDE_WIDTH, GUIDE_HEIGHT)
    backdrops: Backdrops = field(default_factory=Backdrops)
    scenes: list[Scene] = field(default_factory=list)
    overlay: Overlay | None = None
    workbench: Workbench | None = None
    door: ClassDoor | None = None
    seat: ClassSeat | None = None
    sentences: list[str] = field(default_factory=list)
    closing: bool = False
    _told: set[str] = field(default_factory=set)

    @property
    def locale(self) -> Locale:
        """The language of the moment."""
        return self.words.locale

    @property
    def frame(self) -> Frame:
        """The window's geometry."""
        return Frame(*self.size, self.settings.text_scale)

    @property
    def u(self) -> float:
        """How many real pixels one pixel of the guide is."""
        return self.frame.u

    @property
    def palette(self) -> Palette:
        """The colours of papers and cards."""
        return NIGHT if self.settings.night else LIGHT

    @property
    def scene(self) -> Scene:
        """The screen that gets the events."""
        return self.scenes[-1]

    def go(self, scene: Scene) -> None:
        """Leave every screen and show this one."""
        self.voice.hush()
        self.scenes[:] = [scene]
        scene.resize(self.size)

    def over(self, scene: Scene) -> None:
        """Show a screen over the present one, which stands still beneath it."""
        self.scenes.append(scene)
        scene.resize(self.size)

    def back(self) -> None:
        """Close the topmost screen; what lies beneath goes on."""
        self.voice.hush()
        self.scenes.pop()
        self.scene.resize(self.size)

    def keep(self, playing: Playing) -> None:
        """Write down how far a conversation has come; where that is not possible say so once."""
        try:
            (playing.attempt or self.saves).keep(playing.conversation)
        except OSError:
            self.tell_once(self.words("This conversation cannot be written down here; playing goes on."))

    def leave_class(self) -> None:
        """Get up; the seat stays ours on the server and on this disk."""
        if self.seat is not None:
            self.seat.close()
            self.seat = None
            if self.overlay is not None:
                self.overlay.close()

    def speak(self, locale: Locale) -> None:
        """Change the language at once, everywhere, and remember it."""
        self.change(replace(self.settings, language=locale))

    def change(self, settings: Settings) -> None:
        """Take on other settings at once and write them down; a folder that cannot be written is no error."""
        before, self.settings = self.settings, settings
        self.sounds.on, self.sounds.volume = settings.sounds, settings.volume
        if self.voice.on is not settings.self_voicing:
            self.voice.toggle()
        locale = settings.language or self.system
        if locale is not self.locale:
            self.words = Words(locale)
            self.lettering.relanguage(locale)
            for scene in self.scenes:
                scene.relanguage(locale)
        self.lettering.resize(self.u, settings.text_scale)
        if settings != before:
            for scene in self.scenes:
                scene.resize(self.size)
            self._remember()

    def _remember(self) -> None:
        try:
            self.settings_file.write(self.settings)
        except OSError:
            self.tell_once(
                self.words("Your settings cannot be written down; they hold until you close the window.")
            )

    def tell(self, sentence: str) -> None:
        """Say something in passing, in the language of the moment."""
        self.sentences.append(sentence)

    def tell_once(self, sentence: str) -> None:
        """Like `tell`, but the same sentence never twice."""
        if sentence not in self._told:
            self._told.add(sentence)
            self.tell(sentence)

    def close(self) -> None:
        """End the application after this frame."""
        self.closing = True
