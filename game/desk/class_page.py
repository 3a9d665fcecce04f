"""How the pages of a class look: as every page with a list, with the place one comes to below the words."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desk.doors import MORNING, PLACE
from game.desk.list_page import ListPage
from game.desk.row_column import Row
from game.desk.scene import Desk

SHARES = (0.66, 0.5, 0.34)
"""Of the height of the sheet, what the picture may take; the first that the words leave free."""


class ClassPage(ListPage):
    """A page whose sheet ends in a picture wherever the words leave room for one."""

    def place(self) -> str:
        """The place that is shown, as a scenario names it."""
        return PLACE

    def place_of(self, scenario: str) -> str:
        """Where a scenario plays, if it stands on the shelf of this desk."""
        listed = self._desk.reader.listing() or ()
        return next((entry.place for entry in listed if entry.id == scenario), PLACE)

    def draw_sheet(self, surface: pygame.Surface) -> None:
        """Draw the words, and below them the place."""
        super().draw_sheet(surface)
        inner, gap = self.inner(), self._desk.frame.px(20)
        free = inner.height - self.column.high - gap
        for share in SHARES:
            if (height := round(self.sheet.height * share)) <= free:
                break
        else:
            return
        picture = self._desk.backdrops.small(self.place(), MORNING, (inner.width, height))
        box = pygame.Rect(inner.x, inner.bottom - height, inner.width, height)
        surface.blit(picture, box)
        pygame.draw.rect(surface, self._desk.palette.line, box, 1)


def failed(desk: Desk, trouble: str) -> Sequence[Row]:
    """What stands on the sheet where something did not work."""
    return (
        Row(desk.words("That did not work"), 24, "vermilion", bold=True),
        *(Row(line, 18, space=6) for line in trouble.splitlines()),
    )
