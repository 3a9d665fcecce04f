"""How pages with a list are laid out, in the workshop and in a class: strip, list, and a sheet beside it."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desk.intents import Intent, Want, intent_of
from game.desk.key_line import draw_keys
from game.desk.layout import MARGIN, Rect
from game.desk.menu import MenuRow
from game.desk.panels import lay, panel
from game.desk.pick_list import PickList
from game.desk.row_column import Row, RowColumn
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.language.locale import Locale

STRIP = 72
"""Height of the strip, pixels of the guide."""

LIST = 372
"""Width of the list, pixels of the guide; a part more where letters are large."""


class ListPage:
    """A page; those that derive from this say what is in the list and on the sheet.

    Args:
        desk: everything a scene may use.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.list = PickList(desk, ())
        self.column = RowColumn(desk)
        self.sheet = Rect(0, 0, 0, 0)

    # ------------------------------------------------------------------ what a page says of itself

    def title(self) -> str:
        """What stands in the strip."""
        return ""

    def subtitle(self) -> str:
        """What stands small beside it."""
        return ""

    def rows(self) -> Sequence[MenuRow]:
        """What can be chosen."""
        return ()

    def written(self) -> Sequence[Row]:
        """What stands on the sheet."""
        return ()

    def wide(self) -> float:
        """Width of the list, pixels of the guide."""
        return LIST

    def keys(self) -> tuple[str, ...]:
        """The keys of the page."""
        words = self._desk.words
        return words("↑ ↓ choose"), words("Enter open"), words("Esc back")

    def back(self) -> None:
        """One page back."""

    def chosen(self) -> None:
        """Another row has come into focus."""

    # ------------------------------------------------------------------ events and time

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key, a click or the wheel."""
        if event.type == pygame.MOUSEWHEEL and event.y:
            over = self.sheet.contains(pygame.mouse.get_pos())
            if over or not self.list.roll(-event.y):
                self.column.scroll(-event.y)
            return
        if event.type == pygame.KEYDOWN and event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self.column.scroll(2 if event.key == pygame.K_PAGEDOWN else -2)
            return
        intent = intent_of(event, self.list.targets())
        if intent is not None:
            self.answer(intent)

    def answer(self, intent: Intent) -> None:
        """Do what is meant."""
        if intent.want is Want.BACK:
            self._desk.sounds.play(Sound.PAPER)
            self.back()
            return
        before = self.list.focus
        self.list.handle(intent)
        if self.list.focus != before and self._desk.scene is self:
            self.chosen()

    def update(self, ms: int) -> None:
        """Let time pass."""

    def renew(self) -> None:
        """Write list and sheet anew."""
        self.resize(self._desk.size)

    def relanguage(self, locale: Locale) -> None:
        """Everything is written anew by `resize`, which follows."""

    def resize(self, size: tuple[int, int]) -> None:  # noqa: ARG002
        """Lay out anew."""
        frame = self._desk.frame
        page, px = frame.page, frame.px
        top = self._strip_height() + px(24)
        bottom = frame.height - px(44)
        wide = px(self.wide() * (1 + 0.4 * (frame.text - 1)))
        room = Rect(page.x + px(MARGIN), top, wide, bottom - top)
        self.list = PickList(self._desk, self.rows(), self.list.focus)
        self.list.lay_in(room)
        left = room.right + px(28)
        self.sheet = Rect(left, top, page.right - px(MARGIN) - left, bottom - top)
        self._write()

    def _write(self) -> None:
        """Write the sheet anew."""
        self.column.lay_out(self.written(), self.inner())

    def inner(self) -> Rect:
        """The room for words on the sheet."""
        px = self._desk.frame.px
        return Rect(
            self.sheet.x + px(26),
            self.sheet.y + px(18),
            self.sheet.width - px(26 + 34),
            self.sheet.height - px(36),
        )

    # ------------------------------------------------------------------ what is seen

    def _strip_height(self) -> int:
        text, px = self._desk.lettering, self._desk.frame.px
        return max(px(STRIP), text.leading(26) + px(12))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw strip, list, sheet and keys."""
        desk, frame, palette = self._desk, self._desk.frame, self._desk.palette
        surface.fill(palette.paper)
        self._strip(surface)
        self.list.draw(surface)
        size = (self.sheet.width, self.sheet.height)
        lay(surface, panel(size, desk.u, palette.card, radius=16, shadow=5), self.sheet)
        self.draw_sheet(surface)
        right, middle = frame.page.right - frame.px(MARGIN), frame.height - frame.px(20)
        draw_keys(desk, surface, self.keys(), right, middle, palette.ink_soft)

    def draw_sheet(self, surface: pygame.Surface) -> None:
        """Draw what stands on the sheet."""
        self.column.draw(surface, self._desk.palette)

    def _strip(self, surface: pygame.Surface) -> None:
        frame, text, palette = self._desk.frame, self._desk.lettering, self._desk.palette
        px, height, page = frame.px, self._strip_height(), frame.page
        pygame.draw.rect(surface, palette.header, (0, 0, frame.width, height))
        pygame.draw.rect(surface, palette.header_mark, (0, height, frame.width, px(2)))
        x = page.x + px(MARGIN)
        title = text.line(self.title(), 26, palette.header_text, bold=True)
        surface.blit(title, (x, (height - title.get_height()) // 2))
        x += title.get_width() + px(24)
        said = self.subtitle()
        room = page.right - px(MARGIN) - x
        if said and room > px(120):
            size = text.fit([said], room, 1, (16, 15))
            lines = text.wrap(said, size, room)
            step = min(text.leading(size), height // max(1, len(lines)))
            y = (height - step * len(lines[:2])) // 2
            for line in lines[:2]:
                y = text.say(surface, line, x, y, size, palette.header_dim, leading=step)
