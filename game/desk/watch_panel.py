"""The panel over the left half of a scenario that is being written: what is hidden in a mind, or faults."""

from __future__ import annotations

from enum import Enum, unique

import pygame

from game.desk.art.palette import NIGHT
from game.desk.art.portrait import Portrait
from game.desk.fault_rows import counted, errors_in, fault_rows
from game.desk.layout import Rect
from game.desk.mind_rows import mind_rows, whereabouts
from game.desk.panels import lay, panel
from game.desk.playing import Playing
from game.desk.row_column import Row, RowColumn
from game.desk.scene import Desk
from game.desk.stage_layout import scenery_of
from game.desk.workshop_ports import Edition

FACE = 72
"""Side of the face in the head of the panel, pixels of the guide."""


@unique
class Panel(Enum):
    """What lies over the left half."""

    NONE = "none"
    MIND = "mind"
    FAULTS = "faults"


class WatchPanel:
    """Draws the panel; its rows are written anew only when something about them has changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.column = RowColumn(desk)
        self._shown: object = None
        self._portraits: dict[str, Portrait] = {}

    def forget(self) -> None:
        """Write and draw everything anew, from the top."""
        self._shown = None
        self.column.scrolled = 0
        self._portraits.clear()

    def draw(
        self, surface: pygame.Surface, kind: Panel, edition: Edition, playing: Playing | None, top: int
    ) -> None:
        """Draw the panel from `top` down to the lower edge."""
        desk, px = self._desk, self._desk.frame.px
        scenery = scenery_of(desk.frame)
        rect = Rect(px(12), top, scenery.width - px(36), desk.frame.height - top - px(12))
        size = (rect.width, rect.height)
        lay(surface, panel(size, desk.u, NIGHT.header, radius=12, shadow=6, opacity=0.95), rect)
        inner = rect.inset(px(20), px(14))
        inner = Rect(inner.x, inner.y, inner.width - px(6), inner.height)
        if kind is Panel.MIND:
            below = self._mind_head(surface, inner, playing)
        else:
            below = self._faults_head(surface, inner, edition, playing)
        room = Rect(inner.x, below, inner.width, inner.bottom - below)
        key = (kind, edition, playing, desk.locale, desk.size, desk.frame.text)
        if key != self._shown:
            self._shown = key
            self.column.lay_out(self._rows(kind, edition, playing), room)
        self.column.draw(surface, NIGHT)

    def _rows(self, kind: Panel, edition: Edition, playing: Playing | None) -> list[Row]:
        desk = self._desk
        if kind is Panel.MIND:
            return list(mind_rows(playing, desk.words)) if playing is not None else []
        rows = list(fault_rows(edition.faults, desk.locale))
        return rows or [Row(desk.words("Nothing to mend."), 17)]

    def _mind_head(self, surface: pygame.Surface, room: Rect, playing: Playing | None) -> int:
        """Her face, who she is, and how far things have come; returns where the rows begin."""
        desk, px, text = self._desk, self._desk.frame.px, self._desk.lettering
        if playing is None:
            return room.y
        person = playing.person(playing.counterpart)
        portrait = self._portraits.setdefault(
            playing.counterpart, Portrait(person.looks, 100, reduced_motion=True)
        )
        cues = playing.conversation.cues(playing.counterpart)
        side = px(FACE)
        surface.blit(portrait.thumbnail(cues.face, (side, side), cues.signs), (room.x, room.y))
        x, width = room.x + side + px(16), room.width - side - px(16)
        first, second = whereabouts(playing, desk.words)
        name = person.name.said(desk.locale)
        y = text.say(surface, name, x, room.y - px(4), 18, NIGHT.header_text, bold=True)
        for words in (first, second):
            for line in text.wrap(words, 15, width):
                y = text.say(surface, line, x, y, 15, NIGHT.header_dim)
        return max(y, room.y + side) + px(8)

    def _faults_head(
        self, surface: pygame.Surface, room: Rect, edition: Edition, playing: Playing | None
    ) -> int:
        desk, text = self._desk, self._desk.lettering
        faults = edition.faults
        title = counted(faults, desk.words) or desk.words("No faults")
        y = text.say(surface, title, room.x, room.y, 20, NIGHT.header_text, bold=True)
        if errors_in(faults):
            told = (
                desk.words("Mend them and save; the last good version stays playable meanwhile.")
                if playing is not None
                else desk.words("Mend them and save; then it begins by itself.")
            )
            for line in text.wrap(told, 15, room.width):
                y = text.say(surface, line, room.x, y, 15, NIGHT.header_dim)
        return y + desk.frame.px(10)
