"""Over every screen of a class: the time that is left, whether anybody answers, the trainer's curtain."""

from __future__ import annotations

import pygame

from game.desk.art.palette import NIGHT
from game.desk.class_ports import ClassSeat
from game.desk.class_scene import ClassScene
from game.desk.class_words import lasting
from game.desk.conversation_scene import ConversationScene
from game.desk.layout import Rect
from game.desk.panels import lay, panel, veil
from game.desk.scene import Desk

EVERY = 250
LAST = 120
"""Seconds before the end from which the clock is shown in colour."""


class ClassOverlay:
    """Lies over every screen as long as a seat is kept."""

    def __init__(self, desk: Desk, seat: ClassSeat) -> None:
        self._desk, self._seat = desk, seat
        self.seen = seat.look()
        self._since = self._left = 0

    @property
    def busy(self) -> bool:
        """Whether the curtain is down."""
        return self.seen.dimmed

    def handle(self, event: pygame.event.Event) -> bool:
        """While the curtain is down nothing else is heard."""
        return self.seen.dimmed and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN)

    def update(self, ms: int) -> None:
        """Look at the class; tell the trainer how far one has come."""
        self._since += ms
        self._left += ms
        if self._since < EVERY:
            return
        self._since = 0
        scene = self._desk.scenes[0] if self._desk.scenes else None
        if isinstance(scene, ConversationScene) and scene.playing.attempt is not None:
            self._seat.at_turn(scene.playing.conversation.turn)
        now = self._seat.look()
        if now != self.seen:
            self._told(now.round is not None and now.round.state == "closed")
            self.seen, self._left = now, 0

    def _told(self, closed: bool) -> None:
        """Say in passing that a round is over while one plays in it."""
        before = self.seen.round
        if closed and before is not None and before.state == "open" and self._in_attempt():
            self._desk.tell(
                self._desk.words("The round is over. What you finish in the next two minutes still counts.")
            )

    def _in_attempt(self) -> bool:
        scene = self._desk.scenes[0] if self._desk.scenes else None
        return isinstance(scene, ConversationScene) and scene.playing.attempt is not None

    def close(self) -> None:
        """Lie over nothing any more."""
        if self._desk.overlay is self:
            self._desk.overlay = None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the chip while one plays, and the curtain."""
        if self.seen.dimmed:
            self._curtain(surface)
        elif not isinstance(self._desk.scenes[0], ClassScene):
            self._chip(surface)

    def _chip(self, surface: pygame.Surface) -> None:
        desk, px, text, words = self._desk, self._desk.frame.px, self._desk.lettering, self._desk.words
        seen, parts = self.seen, []
        one = seen.round
        if one is not None and one.state == "open" and one.seconds is not None and self._in_attempt():
            left = max(0, one.seconds - self._left // 1000)
            parts.append((lasting(left), NIGHT.amber if left <= LAST else NIGHT.header_text))
        if one is not None and (one.state == "paused" or seen.state == "paused"):
            parts.append((words("pause"), NIGHT.amber))
        if seen.stored:
            parts.append((words("kept here: {n}", n=seen.stored), NIGHT.amber))
        if seen.state and not seen.connected:
            parts.append((words("no network"), NIGHT.amber))
        if not parts:
            return
        images = [text.line(said, 15, colour, bold=True) for said, colour in parts]
        gap = px(14)
        width = sum(image.get_width() for image in images) + gap * (len(images) - 1) + px(28)
        height = max(px(28), text.leading(15) + px(8))
        # Over the scenery, where no scene of a conversation writes anything.
        place = Rect(desk.frame.page.x + px(40), px(78), width, height)
        lay(surface, panel((width, height), desk.u, NIGHT.header, radius=14, shadow=3, opacity=0.9), place)
        x = place.x + px(14)
        for image in images:
            surface.blit(image, (x, place.y + (height - image.get_height()) // 2))
            x += image.get_width() + gap

    def _curtain(self, surface: pygame.Surface) -> None:
        text, words = self._desk.lettering, self._desk.words
        surface.blit(veil(surface.get_size(), "#0B1113", 244), (0, 0))
        said = words("Please look at the board")
        size = text.fit([said], surface.get_width() * 3 // 4, 2, (48, 40, 32, 26))
        image = text.line(said, size, NIGHT.header_text, bold=True)
        width, height = surface.get_size()
        surface.blit(image, ((width - image.get_width()) // 2, (height - image.get_height()) // 2))
