"""Her faces, one for each turn: what the whole conversation looked like."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.desk.afterwards import Afterwards
from game.desk.art import icons
from game.desk.art.portrait import Portrait
from game.desk.layout import Rect
from game.desk.panels import drawn, lay, panel
from game.desk.scene import Desk
from game.engine.reaction import Reaction

GROUND = {False: "#D7E3E2", True: "#2A3A3C"}
"""Behind a face, by day and by night."""

DIMMED = 150
"""How much of a face is seen that steps back, of 255."""


def alone_before(afterwards: Afterwards) -> int:
    """How many turns went by before anybody was met, in this go and in the one before it.

    Packing and arriving have no faces and move no curve: strip and chart begin behind them, and every turn
    keeps the number that it has in the transcript and on the scorecard.
    """
    goes = [afterwards.reactions]
    if afterwards.earlier is not None:
        goes.append(afterwards.earlier.reactions)
    firsts = [next((n for n, each in enumerate(go) if each.person is not None), 0) for go in goes]
    return min(firsts)


class FilmStrip:
    """Draws the faces of a conversation; each is drawn once and kept."""

    def __init__(self, desk: Desk, afterwards: Afterwards) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._tiles: dict[tuple[int, int, int, bool, bool], pygame.Surface] = {}
        wording = afterwards.playing.book.wording
        self._portraits = {
            person: Portrait(known.looks, 100, reduced_motion=True)
            for person, known in wording.people.items()
        }

    def resize(self) -> None:
        """Draw every face anew at its next size."""
        self._tiles.clear()
        for portrait in self._portraits.values():
            portrait.resize(portrait.size[1] + 1)

    def face(self, reaction: Reaction, size: tuple[int, int]) -> pygame.Surface | None:
        """The face of a turn; None where nobody was there to see."""
        portrait = self._portraits.get(reaction.person or "")
        return portrait.thumbnail(reaction.cues.face, size, reaction.cues.signs) if portrait else None

    def draw(
        self, surface: pygame.Surface, frames: Mapping[int, Rect], chosen: int | None, dim: bool
    ) -> None:
        """Draw the strip.

        Args:
            surface: what to draw on.
            frames: where the faces go, by turn.
            chosen: the turn that is framed.
            dim: whether all but the chosen turn step back.
        """
        for turn, frame in frames.items():
            self._draw_one(surface, self._afterwards.reactions[turn - 1], frame, turn == chosen, dim)

    def _draw_one(
        self, surface: pygame.Surface, reaction: Reaction, frame: Rect, lit: bool, dim: bool
    ) -> None:
        """Show one face; with its ground and its frame it is put together once and kept."""
        key = (reaction.turn, frame.width, frame.height, lit, self._desk.settings.night)
        if key not in self._tiles:
            tile = pygame.Surface((frame.width, frame.height), pygame.SRCALPHA)
            self._compose(tile, reaction, Rect(0, 0, frame.width, frame.height), lit)
            self._tiles[key] = tile
        self._tiles[key].set_alpha(DIMMED if dim and not lit else 255)
        surface.blit(self._tiles[key], (frame.x, frame.y))

    def _compose(self, surface: pygame.Surface, reaction: Reaction, frame: Rect, lit: bool) -> None:
        desk, palette, px = self._desk, self._desk.palette, self._desk.frame.px
        inner = frame.inset(max(1, px(2)))
        ground = GROUND[desk.settings.night]
        face = self.face(reaction, (inner.width, inner.height))
        lay(surface, panel((frame.width, frame.height), desk.u, ground, radius=10, shadow=0), frame)
        if face is not None:
            surface.blit(face, (inner.x, inner.y))
        else:  # nobody was there: something was made ready on the way
            side = min(frame.width, frame.height) * 3 // 4
            sign = drawn(icons.notebook(10, 10, 7, palette.ink_soft), (side, side), (0, 0, 20, 20))
            surface.blit(sign, (frame.centre[0] - side // 2, frame.centre[1] - side // 2))
        edge = palette.vermilion if lit else palette.edge
        width = px(3.5) if lit else max(1, px(1.2))
        pygame.draw.rect(surface, edge, pygame.Rect(frame), width, border_radius=px(10))
