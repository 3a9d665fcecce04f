"""A line into which words are typed: input methods, selection, copy and paste, as the system has them."""

from __future__ import annotations

import pygame
import pygame_gui
from pygame_gui.elements import UITextEntryLine

from game.desk.layout import Rect
from game.desk.scene import Desk
from game.desk.widgets import make_manager

LONGEST = 160
"""Characters that may be typed."""


class TextField:
    """One line with the keys on it as long as it is open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._manager: pygame_gui.UIManager | None = None
        self._line: UITextEntryLine | None = None

    @property
    def text(self) -> str:
        """What stands in it."""
        return str(self._line.get_text()).strip() if self._line is not None else ""

    def open(self, rect: Rect, text: str) -> None:
        """Show the line with a text in it, which the first key replaces."""
        self._manager = make_manager(self._desk)
        self._line = UITextEntryLine(pygame.Rect(rect), self._manager, initial_text=text)
        self._line.set_text_length_limit(LONGEST)
        self._line.focus()  # type: ignore[no-untyped-call]
        self._line.select_range = [0, len(text)]
        pygame.key.start_text_input()
        pygame.key.set_text_input_rect(pygame.Rect(rect))

    def close(self) -> None:
        """Take the line away; keys are keys again."""
        self._manager = self._line = None
        pygame.key.stop_text_input()

    def handle(self, event: pygame.event.Event) -> None:
        """Take letters, arrows, copy and paste."""
        if self._manager is not None:
            self._manager.process_events(event)

    def update(self, ms: int) -> None:
        """Let the cursor blink."""
        if self._manager is not None:
            self._manager.update(ms / 1000)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the line."""
        if self._manager is not None:
            self._manager.draw_ui(surface)
