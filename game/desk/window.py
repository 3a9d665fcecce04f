"""The window: frames, events that mean the same everywhere, and one edge at which bugs are caught.

Time reaches the screens through `frame(ms)` only, so that a pilot can drive them with a clock of its own.
"""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import Iterable
from dataclasses import replace

import pygame

from game.desk.dropping import dropped
from game.desk.intents import Intent, Want, intent_of
from game.desk.layout import GUIDE_HEIGHT, GUIDE_WIDTH
from game.desk.notices import Notices
from game.desk.scene import Desk
from game.language.locale import Locale

FRAMES = 60
"""Frames a second."""

LONGEST_FRAME = 50
"""Milliseconds; a stutter or a sleeping computer never makes time jump further."""

SETTLING = 120
"""Milliseconds of peace after the window's size changed before everything is laid out anew."""

SMALLEST = (854, 480)
"""The smallest window at which the smallest text can still be read."""


def prepare() -> None:
    """Tell SDL what must be known before a window opens."""
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")


def first_size(desktop: tuple[int, int]) -> tuple[int, int]:
    """The size of a new window: the guide's own, larger in steps of a quarter on a large screen.

    >>> first_size((1920, 1080)), first_size((3840, 2160)), first_size((1366, 768))
    ((1280, 720), (2880, 1620), (1280, 720))
    """
    for quarters in range(12, 4, -1):
        width, height = GUIDE_WIDTH * quarters // 4, GUIDE_HEIGHT * quarters // 4
        if width <= desktop[0] * 0.75 and height <= desktop[1] * 0.75:
            return width, height
    return GUIDE_WIDTH, GUIDE_HEIGHT


def _limit_size() -> None:
    """No smaller than can be read; older and newer pygames may not know how, and then it is left open."""
    with warnings.catch_warnings(), contextlib.suppress(AttributeError, pygame.error):
        warnings.simplefilter("ignore", DeprecationWarning)
        pygame.window.Window.from_display_module().minimum_size = SMALLEST


UNSEEN = frozenset({"offscreen", "dummy", "evdev"})
"""Drivers that show nothing; SDL takes one of them by itself where no screen answers."""


class Window:
    """The window of a desk. `open` it, then call `run`, or `frame` by hand.

    Args:
        desk: what is shown.
        size: None asks the desktop.
    """

    def __init__(self, desk: Desk, size: tuple[int, int] | None = None) -> None:
        self.desk = desk
        self._asked_size = size
        self._windowed_size = (GUIDE_WIDTH, GUIDE_HEIGHT)
        self._full_screen = False
        self._settling: int | None = None
        self._surface: pygame.Surface | None = None
        self.notices = Notices(desk)

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on.

        Raises:
            RuntimeError: the window is not open.
        """
        if self._surface is None:
            raise RuntimeError("the window is not open")
        return self._surface

    def open(self) -> None:
        """Open the window; no sound, no scenario, nothing that takes time."""
        prepare()
        pygame.display.init()
        if pygame.display.get_driver() in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
            pygame.display.quit()  # the screen that was promised is not there: nobody would see this window
            raise pygame.error("no screen")
        pygame.font.init()
        desktops = pygame.display.get_desktop_sizes() or [(GUIDE_WIDTH, GUIDE_HEIGHT)]
        self._windowed_size = self._asked_size or first_size(desktops[0])
        pygame.display.set_caption("Rapport 知心")
        self._surface = pygame.display.set_mode(self._windowed_size, pygame.RESIZABLE)
        _limit_size()
        pygame.key.stop_text_input()  # an input method would swallow the number keys
        pygame.key.set_repeat(400, 120)
        self._full_screen = False
        if self.desk.settings.full_screen:
            self._toggle_full_screen()
        self._fit()

    def close(self) -> None:
        """Close the window and fall silent."""
        self.desk.voice.close()
        pygame.quit()
        self._surface = None

    def _fit(self) -> None:
        """Take on the surface's size and lay everything out for it."""
        self._settling = None
        self._surface = pygame.display.get_surface()
        self.desk.size = self.surface.get_size()
        self.desk.lettering.resize(self.desk.u, self.desk.settings.text_scale)
        for scene in self.desk.scenes:
            scene.resize(self.desk.size)

    def _toggle_full_screen(self) -> None:
        self._full_screen = not self._full_screen
        if self._full_screen:
            self._windowed_size = self.surface.get_size()
            self._surface = pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            self._surface = pygame.display.set_mode(self._windowed_size, pygame.RESIZABLE)
        if self.desk.settings.full_screen is not self._full_screen:
            self.desk.change(replace(self.desk.settings, full_screen=self._full_screen))
        self._fit()

    def _everywhere(self, intent: Intent) -> bool:
        """Do what means the same on every screen; False when it is the screen's own business."""
        if intent.want in (Want.MUTE, Want.VOICE) and getattr(self.desk.scene, "typing", False):
            return False  # on this screen letters are letters
        match intent.want:
            case Want.FULL_SCREEN:
                self._toggle_full_screen()
            case Want.LANGUAGE:
                self.desk.speak(Locale.ZH if self.desk.locale is Locale.EN else Locale.EN)
            case Want.MUTE:
                self.desk.change(replace(self.desk.settings, sounds=not self.desk.settings.sounds))
                self.notices.mention_sounds()
            case Want.VOICE:
                self.desk.change(
                    replace(self.desk.settings, self_voicing=not self.desk.settings.self_voicing)
                )
                self.notices.mention_voice()
            case _:
                return False
        return True

    def handle(self, events: Iterable[pygame.event.Event]) -> None:
        """Answer events in their order."""
        for event in events:
            if event.type == pygame.QUIT:
                self.desk.close()
            elif event.type in (pygame.WINDOWSIZECHANGED, pygame.VIDEORESIZE):
                self._settling = SETTLING
            elif event.type == pygame.DROPFILE:
                dropped(self.desk, event.file)
            elif event.type == pygame.KEYDOWN and (intent := intent_of(event)) and self._everywhere(intent):
                continue
            elif self.desk.overlay is None or not self.desk.overlay.handle(event):
                self.desk.scene.handle(event)
            if self.desk.closing:
                return

    def frame(self, ms: int, events: Iterable[pygame.event.Event] | None = None) -> bool:
        """One frame: events, time, picture.

        Args:
            ms: milliseconds that have passed.
            events: None takes those of the window.

        Returns:
            Whether the application goes on.
        """
        self.handle(pygame.event.get() if events is None else events)
        if self.desk.closing:
            return False
        if self._settling is not None:
            self._settling -= ms
            if self._settling <= 0:
                self._fit()
        self.desk.scene.update(ms)
        if self.desk.overlay is not None:
            self.desk.overlay.update(ms)
        self.notices.update(ms)
        self.desk.voice.update()
        if not self.desk.closing:
            self._draw()
        return not self.desk.closing

    def _draw(self) -> None:
        surface = self.surface
        dragged = surface.get_size() != self.desk.size
        picture = pygame.Surface(self.desk.size) if dragged else surface
        for scene in self.desk.scenes:
            scene.draw(picture)
        if self.desk.overlay is not None:
            self.desk.overlay.draw(picture)
        self.notices.draw(picture)
        if dragged:  # stretched until the size has settled
            pygame.transform.smoothscale(picture, surface.get_size(), surface)
        pygame.display.flip()

    def run(self) -> None:
        """Frames until the player has had enough."""
        clock = pygame.time.Clock()
        ms = 0
        while self.frame(min(ms, LONGEST_FRAME)):
            ms = clock.tick(FRAMES)
