"""Her faces, one for each turn from the first meeting on: what the whole conversation looked like."""

from __future__ import annotations

import pygame

from game.desk.afterwards import Afterwards
from game.desk.art.portrait import Portrait
from game.desk.debrief_layout import ReviewLayout
from game.desk.panels import lay, panel
from game.desk.scene import Desk
from game.engine.reaction import Reaction

GROUND = {False: "#D7E3E2", True: "#2A3A3C"}
"""Behind a face, by day and by night."""


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
        wording = afterwards.playing.book.wording
        self._portraits = {
            person: Portrait(known.looks, 100, reduced_motion=True)
            for person, known in wording.people.items()
        }

    def resize(self) -> None:
        """Draw every face anew at its next size."""
        for portrait in self._portraits.values():
            portrait.resize(portrait.size[1] + 1)

    def face(self, reaction: Reaction, size: tuple[int, int]) -> pygame.Surface | None:
        """The face of a turn; None where nobody was there to see."""
        portrait = self._portraits.get(reaction.person or "")
        return portrait.thumbnail(reaction.cues.face, size, reaction.cues.signs) if portrait else None

    def draw(
        self, surface: pygame.Surface, layout: ReviewLayout, chosen: int | None, shown: float, dim: bool
    ) -> None:
        """Draw the strip.

        Args:
            surface: what to draw on.
            layout: where the faces go.
            chosen: the turn that is framed.
            shown: how much of the strip can be seen by now, 0..1.
            dim: whether all but the chosen turn step back.
        """
        desk, palette = self._desk, self._desk.palette
        alone = alone_before(self._afterwards)
        slots = self._afterwards.slots - alone
        for reaction in self._afterwards.reactions[alone:]:
            if reaction.turn - alone > shown * slots + 0.001:
                break
            frame = layout.face(reaction.turn - alone, slots)
            lit = reaction.turn == chosen
            inner = frame.inset(max(1, desk.frame.px(2)))
            face = self.face(reaction, (inner.width, inner.height))
            if face is None:  # nobody was there: no picture, only a step on the way
                colour = palette.vermilion if lit else palette.edge
                pygame.draw.circle(surface, colour, frame.centre, desk.frame.px(5 if lit else 4))
                continue
            ground = GROUND[desk.settings.night]
            lay(surface, panel((frame.width, frame.height), desk.u, ground, radius=10, shadow=0), frame)
            surface.blit(face, (inner.x, inner.y))
            if dim and not lit:
                veil = pygame.Surface((frame.width, frame.height), pygame.SRCALPHA)
                veil.fill((*pygame.Color(palette.paper)[:3], 105))
                surface.blit(veil, (frame.x, frame.y))
            edge = palette.vermilion if lit else palette.edge
            width = desk.frame.px(3.5) if lit else max(1, desk.frame.px(1.2))
            pygame.draw.rect(surface, edge, pygame.Rect(frame), width, border_radius=desk.frame.px(10))
