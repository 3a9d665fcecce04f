"""What a screen is, and the desk it stands on.

A scene draws itself onto the window's surface in real pixels. Lengths of the guide are written for
1280x720 and multiplied by `desk.u`; `desk.lettering` takes sizes of the guide and does that itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from game.language.locale import Locale
from game.language.words import Words

if TYPE_CHECKING:
    import pygame

    from game.desk.lettering import Lettering
    from game.desk.ports import SaveKeeper, ScenarioShelf, TraineeRecord
    from game.desk.settings import Settings
    from game.desk.sounds import Sounds
    from game.desk.voice import Voice

WIDTH, HEIGHT = 1280, 720
"""The window for which every length is written."""


class Scene(Protocol):
    """One screen. The window calls `resize` before the first `draw`; after that events, `update`, `draw`."""

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


@dataclass(slots=True)
class Desk:
    """Everything a scene may use. There is one, made by `application.run`.

    Attributes:
        size: of the window in real pixels.
        words: says the interface's sentences in the language of the moment.
        scenes: the stack of screens; only the topmost gets events, all are drawn from the bottom up.
        closing: set when the application is to end.
    """

    settings: Settings
    words: Words
    lettering: Lettering
    sounds: Sounds
    voice: Voice
    shelf: ScenarioShelf
    saves: SaveKeeper
    record: TraineeRecord | None = None
    size: tuple[int, int] = (WIDTH, HEIGHT)
    scenes: list[Scene] = field(default_factory=list)
    closing: bool = False

    @property
    def locale(self) -> Locale:
        """The language of the moment."""
        return self.words.locale

    @property
    def u(self) -> float:
        """How many real pixels one pixel of the guide is."""
        return min(self.size[0] / WIDTH, self.size[1] / HEIGHT)

    @property
    def scene(self) -> Scene:
        """The screen that gets the events."""
        return self.scenes[-1]

    def go(self, scene: Scene) -> None:
        """Leave every screen and show this one."""
        self.scenes[:] = [scene]
        scene.resize(self.size)

    def over(self, scene: Scene) -> None:
        """Show a screen over the present one, which stands still beneath it."""
        self.scenes.append(scene)
        scene.resize(self.size)

    def back(self) -> None:
        """Close the topmost screen; what lies beneath goes on."""
        self.scenes.pop()
        self.scene.resize(self.size)

    def speak(self, locale: Locale) -> None:
        """Change the language at once, everywhere."""
        self.words = Words(locale)
        self.lettering.relanguage(locale)
        for scene in self.scenes:
            scene.relanguage(locale)
            scene.resize(self.size)

    def close(self) -> None:
        """End the application after this frame."""
        self.closing = True
