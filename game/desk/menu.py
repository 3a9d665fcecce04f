"""Rows of which one is lit: the way through title, pause and the end of a talk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.scene import Desk
from game.desk.sounds import Sound

ROW = 56
GAP = 10


@dataclass(frozen=True, slots=True)
class MenuRow:
    """One row: what it says, what stands small beside or below it, and what it does."""

    label: str
    run: Callable[[], None]
    detail: str = ""


class Menu:
    """A list of rows with one in focus; the first is the default."""

    def __init__(self, desk: Desk, rows: Sequence[MenuRow], focus: int = 0) -> None:
        self._desk = desk
        self.rows = tuple(rows)
        self.focus = min(focus, max(0, len(self.rows) - 1))
        self._rects: tuple[Rect, ...] = ()

    def lay_out(self, x: int, y: int, width: int) -> int:
        """Stack the rows from (x, y) down; returns where they end."""
        rects = []
        for row in self.rows:
            height = self._height(row, width)
            rects.append(Rect(x, y, width, height))
            y += height + self._desk.frame.px(GAP)
        self._rects = tuple(rects)
        return y

    def _lines(self, row: MenuRow, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        text, px = self._desk.lettering, self._desk.frame.px
        room = width - px(44)
        detail = text.wrap(row.detail, 16, room) if row.detail else ()
        return text.wrap(row.label, 20, room, bold=True), detail

    def _height(self, row: MenuRow, width: int) -> int:
        text, px = self._desk.lettering, self._desk.frame.px
        label, detail = self._lines(row, width)
        needed = len(label) * text.leading(20) + len(detail) * text.leading(16) + px(18)
        return max(px(ROW), needed)

    def targets(self) -> Iterator[Target]:
        """What can be clicked."""
        for number, rect in enumerate(self._rects):
            yield Target(rect, Intent(Want.CHOOSE, number))

    def handle(self, intent: Intent) -> bool:
        """Move the focus or run a row; False when the intent is not about rows."""
        match intent.want:
            case Want.UP | Want.DOWN if self.rows:
                self.focus = (self.focus + (1 if intent.want is Want.DOWN else -1)) % len(self.rows)
                self._desk.sounds.play(Sound.KEY)
                self.read()
            case Want.POINT if intent.number < len(self.rows):
                self.focus = intent.number
            case Want.CHOOSE if intent.number < len(self.rows):
                self.focus = intent.number
                self._run()
            case Want.CONFIRM | Want.SKIP if self.rows:
                self._run()
            case _:
                return False
        return True

    def _run(self) -> None:
        self._desk.sounds.play(Sound.KEY)
        self.rows[self.focus].run()

    def read(self) -> None:
        """Say the row in focus aloud."""
        row = self.rows[self.focus]
        self._desk.voice.instead(f"{row.label} {row.detail}".strip(), self._desk.locale)

    def draw(self, surface: pygame.Surface, *, dark: bool = False) -> None:
        """Draw the rows; `dark` where they stand on scenery instead of paper."""
        desk, px, palette = self._desk, self._desk.frame.px, self._desk.palette
        for number, (row, rect) in enumerate(zip(self.rows, self._rects, strict=True)):
            lit = number == self.focus
            fill = palette.card if lit else palette.header if dark else palette.resting
            image = panel(
                (rect.width, rect.height),
                desk.u,
                fill,
                border=palette.vermilion if lit else "",
                border_width=3,
                shadow=5 if lit else 0 if dark else 3,
                opacity=0.62 if dark and not lit else 1.0,
            )
            lay(surface, image, rect)
            label, detail = self._lines(row, rect.width)
            ink = palette.ink if lit or not dark else palette.header_text
            soft = palette.ink_soft if lit or not dark else "#D9D2C4"
            text = desk.lettering
            height = len(label) * text.leading(20) + len(detail) * text.leading(16)
            y = rect.y + (rect.height - height) // 2
            for line in label:
                y = text.say(surface, line, rect.x + px(22), y, 20, ink, bold=True)
            for line in detail:
                y = text.say(surface, line, rect.x + px(22), y, 16, soft)
