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

PAVEMENT = 28
"""Height of the pavement, in units."""


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
                self.resize(self._desk.size)
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
        count = len([row for row in self._street.rows if row]) if self._street is not None else 3
        height = min(street.height // max(1, count), frame.px(300))
        top = Rect(left, (street.height - height * count) // 2, street.width, street.height)
        self._rows = tuple(top.rows((height,) * count, 0))
        self._lay_doors()

    def _lay_doors(self) -> None:
        """Doors side by side; each row is moved so far that the door in focus can be seen."""
        if self._street is None:
            return
        frame, doors = self._desk.frame, []
        width, height = self._door_size()
        step = self._pitch()
        filled = [row for row, entries in enumerate(self._street.rows) if entries]
        for row, rect in zip(filled, self._rows, strict=False):
            entries = self._street.rows[row]
            fits = max(1, (rect.width - frame.px(28)) // step)
            number = self.place[1] if row == self.place[0] else 0
            first = max(0, min(number - fits // 2, len(entries) - fits))
            for at in range(first, min(len(entries), first + fits)):
                x = rect.x + frame.px(14) + (at - first) * step + (step - width) // 2
                doors.append(
                    ((row, at), Rect(x, rect.bottom - height - frame.px(PAVEMENT - 14), width, height))
                )
        self._doors = tuple(doors)

    def _pitch(self) -> int:
        """From door to door: as wide as a title needs."""
        text = self._desk.settings.text_scale
        return max(self._door_size()[0] + self._desk.frame.px(20), self._desk.frame.px(112 + 40 * text))

    def _door_size(self) -> tuple[int, int]:
        """A door is as high as its row allows: below the title over its lintel, above the pavement."""
        frame = self._desk.frame
        height = self._rows[0].height - frame.px(PAVEMENT - 8) - self._title_height()
        return round(height * BOX[2] / BOX[3]), height

    def _title_height(self) -> int:
        return 2 * round(self._desk.lettering.real(15) * 1.3)

    def relanguage(self, locale: Locale) -> None:
        """Everything is written when it is drawn."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw street, doors and card."""
        desk, frame = self._desk, self._desk.frame
        surface.fill("#12262A")
        for row in self._rows:
            self._draw_wall(surface, row)
        words = (desk.words("First steps"), desk.words("In the field"), desk.words("Master"))
        names = (
            [word for word, row in zip(words, self._street.rows, strict=True) if row] if self._street else []
        )
        for row, word in zip(self._rows, names, strict=False):
            image = desk.lettering.line(word, 15, TOLD)
            middle = row.bottom - frame.px(PAVEMENT / 2) + 1
            surface.blit(
                image, (frame.width - frame.px(28) - image.get_width(), middle - image.get_height() // 2)
            )
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
        title = entry.title.said(desk.locale)
        room = self._pitch() - px(12)
        size = text.fit([title], room, 2, (15, 15 / desk.settings.text_scale), bold=True)
        lines = text.wrap(title, size, room, bold=here)
        step = round(text.real(size) * 1.3)
        y = rect.y - px(2) - step * len(lines)
        if not seals:
            y += round(rect.height * 0.09)
        ink = palette.header_text if here else TOLD
        for line in lines:
            y = text.say(surface, line, rect.centre[0], y, size, ink, bold=here, leading=step, align="centre")
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
            + svg.rect(0, height - PAVEMENT, width, PAVEMENT, "#46525A")
            + svg.rect(0, height - PAVEMENT, width, 2, "#71808A")
            + "".join(
                svg.stroke(f"M{x} {height - PAVEMENT + 2} L{x - 12} {height}", "#333D43", 1.6)
                for x in range(20, int(width), 86)
            )
        )
        wall = svg.linear("wall", (0, 0), (0, height), (0, "#16292D"), (0.75, "#23474A"), (1, "#2C5552"))
        surface.blit(drawn(body, (frame.width, row.height), (0, 0, width, height), wall), (0, row.y))
