"""The street of doors: every scenario is a door, the ajar one is next, nothing is locked."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.content.looks import PLACES
from game.desk.art import svg
from game.desk.art.door import COLOURS, door
from game.desk.intents import Intent, Target, Want, intent_of
from game.desk.key_line import draw_keys
from game.desk.layout import Rect
from game.desk.panels import drawn
from game.desk.ports import Entry
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.street import Street
from game.desk.street_card import draw_card
from game.desk.talk_column import TOLD
from game.language.locale import Locale

REST = 350
"""Milliseconds that the focus rests on a door before its book is opened for the card."""

SEALS = ("relationship", "honesty", "craft")
"""What can be earned, over the lintel."""

BOX = (-12.0, -2.0, 174.0, 212.0)
"""A door with its step, in units of its drawing."""


class PathScene:
    """Walk along the doors and open one."""

    def __init__(self, desk: Desk, at: str | None = None) -> None:
        self._desk = desk
        self._wanted = at
        self._street: Street | None = None
        self.place = (0, 0)
        self._rested = 0
        self._rows: tuple[Rect, ...] = ()
        self._card = Rect(0, 0, 0, 0)
        self._doors: tuple[tuple[tuple[int, int], Rect], ...] = ()

    @property
    def entry(self) -> Entry | None:
        """The door in focus."""
        return self._street.at(self.place) if self._street is not None else None

    def _targets(self) -> Iterator[Target]:
        for number, (_, rect) in enumerate(self._doors):
            yield Target(rect, Intent(Want.CHOOSE, number))
        yield Target(self._card, Intent(Want.CONFIRM))

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key, a click or the pointer."""
        clicked = event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION)
        intent = intent_of(event, self._targets())
        if intent is None or self._street is None:
            return
        steps = {Want.LEFT: (-1, 0), Want.RIGHT: (1, 0), Want.UP: (0, -1), Want.DOWN: (0, 1)}
        if intent.want in steps:
            self._walk(self._street.step(self.place, *steps[intent.want]))
            self._desk.sounds.play(Sound.KEY)
        elif intent.want is Want.BACK:
            from game.desk.title_scene import TitleScene

            self._desk.go(TitleScene(self._desk))
        elif intent.want in (Want.CONFIRM, Want.SKIP):
            self._open()
        elif clicked and intent.want in (Want.CHOOSE, Want.POINT) and intent.number < len(self._doors):
            place = self._doors[intent.number][0]
            again = place == self.place
            self._walk(place)
            if intent.want is Want.CHOOSE and again:
                self._open()

    def _walk(self, place: tuple[int, int]) -> None:
        if place != self.place:
            self.place, self._rested = place, 0
            self._lay_doors()
            self._read_aloud()

    def _open(self) -> None:
        from game.desk.doors import knock

        if self.entry is not None:
            knock(self._desk, self.entry.id)

    def _read_aloud(self) -> None:
        if self.entry is not None:
            locale = self._desk.locale
            said = f"{self.entry.title.said(locale)}. {self.entry.tagline.said(locale)}"
            self._desk.voice.instead(said, locale)

    def update(self, ms: int) -> None:
        """Read the listing; open the book of a door on which the focus rests."""
        if self._street is None:
            listing = self._desk.reader.listing()
            if listing is not None:
                self._street = Street.of(listing)
                found = self._street.find(self._wanted) if self._wanted else None
                self.place = found or self._street.recommended or (0, 0)
                self._lay_doors()
                self._read_aloud()
            return
        self._rested += ms
        if self._rested >= REST and self.entry is not None:
            self._desk.reader.ask(self.entry.id)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay card and rows out."""
        frame = self._desk.frame
        share = 0.28 if not frame.large else 0.38
        width = min(round(size[0] * share), frame.px(360 if not frame.large else 520))
        self._card = Rect(frame.px(28), frame.px(24), width, size[1] - frame.px(24 + 52))
        left = self._card.right + frame.px(28)
        street = Rect(left, 0, size[0] - left, size[1] - frame.px(40))
        self._rows = tuple(street.rows((street.height // 3,) * 3, 0))
        self._lay_doors()

    def _lay_doors(self) -> None:
        """Doors side by side; each row is moved so far that the door in focus can be seen."""
        if self._street is None:
            return
        frame, doors = self._desk.frame, []
        step = self._door_size()[0] + frame.px(22)
        for row, rect in enumerate(self._rows):
            entries = self._street.rows[row]
            room = rect.width - frame.px(40)
            fits = max(1, room // step)
            number = self.place[1] if row == self.place[0] else 0
            first = max(0, min(number - fits // 2, len(entries) - fits))
            for at in range(first, min(len(entries), first + fits)):
                width, height = self._door_size()
                x = rect.x + frame.px(20) + (at - first) * step
                doors.append(((row, at), Rect(x, rect.bottom - height - frame.px(4), width, height)))
        self._doors = tuple(doors)

    def _door_size(self) -> tuple[int, int]:
        """A door is as high as its row allows: below the row's name and the titles over the lintels."""
        frame, text = self._desk.frame, self._desk.lettering
        height = self._rows[0].height - frame.px(20) - text.leading(15) - self._sign_height()
        return round(height * BOX[2] / BOX[3]), height

    def _sign_height(self) -> int:
        return 2 * round(self._desk.lettering.real(15) * 1.3) + self._desk.frame.px(6)

    def relanguage(self, locale: Locale) -> None:
        """Everything is written when it is drawn."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw street, doors and card."""
        desk, frame = self._desk, self._desk.frame
        surface.fill("#12262A")
        for row in self._rows:
            self._draw_wall(surface, row)
        words = (desk.words("First steps"), desk.words("In the field"), desk.words("Master"))
        for row, word in zip(self._rows, words, strict=True):
            desk.lettering.say(surface, word, row.x + frame.px(20), row.y + frame.px(4), 15, TOLD)
        if self._street is not None:
            for place, rect in self._doors:
                self._draw_door(surface, place, rect)
            draw_card(desk, surface, self._card, self.entry, self._recommended(self.place))
        pygame.draw.rect(
            surface, desk.palette.header, (0, frame.height - frame.px(40), frame.width, frame.px(40))
        )
        hints = (
            desk.words("arrows: walk"),
            desk.words("Enter open"),
            desk.words("F2 language"),
            desk.words("Esc back"),
        )
        draw_keys(desk, surface, hints, frame.width - frame.px(40), frame.height - frame.px(20), TOLD)

    def _recommended(self, place: tuple[int, int]) -> bool:
        return self._street is not None and self._street.recommended == place

    def _draw_door(self, surface: pygame.Surface, place: tuple[int, int], rect: Rect) -> None:
        desk, px, text, palette = self._desk, self._desk.frame.px, self._desk.lettering, self._desk.palette
        entry = self._street.at(place) if self._street else None
        if entry is None:
            return
        here = place == self.place
        colour = COLOURS[PLACES.index(entry.place) % len(COLOURS)] if entry.place in PLACES else COLOURS[0]
        seals = tuple((seal, True) for seal in SEALS if seal in entry.seals)
        body = door(colour, self._recommended(place), here, seals)
        surface.blit(drawn(body, (rect.width, rect.height), BOX), (rect.x, rect.y))
        lines = text.wrap(entry.title.said(desk.locale), 15, rect.width + px(8), bold=here)[:3]
        step = round(text.real(15) * 1.3)
        y = rect.y - px(2) - step * len(lines)
        if not seals:
            y += round(rect.height * 0.09)
        ink = palette.header_text if here else TOLD
        for line in lines:
            y = text.say(surface, line, rect.centre[0], y, 15, ink, bold=here, leading=step, align="centre")
        if entry.best is not None:
            number = text.line(str(entry.best), 15, palette.card, bold=True)
            plate = Rect(0, 0, number.get_width() + px(12), number.get_height()).moved(
                rect.centre[0] - number.get_width() // 2 - px(6), rect.y + round(rect.height * 0.24)
            )
            pygame.draw.rect(surface, palette.header, plate, border_radius=px(4))
            surface.blit(number, (plate.x + px(6), plate.y))

    def _draw_wall(self, surface: pygame.Surface, row: Rect) -> None:
        """One row of the street: a wall with a band of evening light, and the pavement."""
        frame = self._desk.frame
        width, height = frame.width / frame.u, row.height / frame.u
        body = (
            svg.rect(0, 0, width, height, svg.url("wall"))
            + svg.rect(0, 0, width, 4, "#0D1B1E", 0.7)
            + svg.rect(0, height - 18, width, 18, "#46525A")
            + svg.rect(0, height - 18, width, 2, "#71808A")
            + "".join(
                svg.stroke(f"M{x} {height - 16} L{x - 8} {height}", "#333D43", 1.6)
                for x in range(20, int(width), 86)
            )
        )
        wall = svg.linear("wall", (0, 0), (0, height), (0, "#16292D"), (0.75, "#23474A"), (1, "#2C5552"))
        surface.blit(drawn(body, (frame.width, row.height), (0, 0, width, height), wall), (0, row.y))
