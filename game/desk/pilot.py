"""Drives the real desk without a hand on the keyboard: keys, clicks, a clock of its own, pictures.

    pilot = Pilot(window)
    pilot.press("return").wait(4_000).press("3")
    pilot.picture("stage.png")

Used by the tests and by `tools/screens.py`; it only ever does what a player can do.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pygame

from game.desk.scene import Scene
from game.desk.window import Window

STEP = 16
"""Milliseconds of one frame."""


class AtOnce(Executor):
    """Runs whatever it is given before it returns: nothing happens beside the picture."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run it now."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as fault:
            future.set_exception(fault)
        return future


class Pilot:
    """Plays at a window that is open."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.going = True

    @property
    def scene(self) -> Scene:
        """The screen that gets the events."""
        return self.window.desk.scene

    def frame(self, *events: pygame.event.Event) -> Pilot:
        """One frame with these events."""
        if self.going:
            self.going = self.window.frame(STEP, events)
        return self

    def press(self, *keys: str) -> Pilot:
        """Press keys one after another, by pygame's names: `1`, `return`, `f2`, `space`."""
        for name in keys:
            key = pygame.key.key_code(name)
            self.frame(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        return self

    def point(self, x: int, y: int) -> Pilot:
        """Move the pointer."""
        return self.frame(pygame.event.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0)))

    def click(self, x: int, y: int) -> Pilot:
        """Press and release the left button."""
        self.frame(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1))
        return self.frame(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=1))

    def wait(self, ms: int) -> Pilot:
        """Let time pass."""
        for _ in range(0, ms, STEP):
            self.frame()
        return self

    def until(self, done: Callable[[], bool], limit: int = 20_000) -> Pilot:
        """Let time pass until something is so.

        Raises:
            TimeoutError: it was not so after `limit` milliseconds.
        """
        for _ in range(0, limit, STEP):
            if done():
                return self
            self.frame()
        raise TimeoutError(f"still waiting on {type(self.scene).__name__} after {limit} ms")

    def resize(self, width: int, height: int) -> Pilot:
        """Give the window another size, as if it had been dragged."""
        pygame.display.set_mode((width, height), pygame.RESIZABLE)
        self.frame(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=width, y=height))
        return self.wait(200)

    def picture(self, path: Path) -> Path:
        """Save what can be seen as PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(self.window.surface, path)
        return path
