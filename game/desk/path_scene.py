"""The street of doors: every scenario is a door, the ajar one is next, nothing is locked."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.content.looks import PLACES
from game.desk.art.door import COLOURS, door
from game.desk.art.street_front import PAVEMENT, lamp, lamp_defs, street, street_defs
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

HIGHEST, LEAST = 520, 300
"""A row may be so high where few doors stand in it, and need not be lower than this for their sake."""

LAMP = 84
"""Room that a street lamp needs between two doors, in units."""


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
        self._picture: pygame.Surface | None = None  # the street as it stands

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
        self._picture = None
        frame = self._desk.frame
        share = 0.28 if not frame.large else 0.38
        width = min(round(size[0] * share), frame.px(360 if not frame.large else 520))
        self._card = Rect(frame.px(28), frame.px(24), width, size[1] - frame.px(24 + 52))
        left = self._card.right + frame.px(28)
        street = Rect(left, 0, size[0] - left, size[1] - frame.px(40))
        count = len([row for row in self._street.rows if row]) if self._street is not None else 3
        height = min(street.height // max(1, count), self._row_height(street.width))
        top = Rect(left, (street.height - height * count) * 3 // 5, street.width, street.height)
        self._rows = tuple(top.rows((height,) * count, 0))
        self._lay_doors()

    def _row_height(self, width: int) -> int:
        """As high as the doors of the fullest row can be with lamps between them: few doors are large."""
        frame = self._desk.frame
        doors = max((len(row) for row in self._street.rows), default=1) if self._street is not None else 1
        wide = width // max(1, doors) - frame.px(LAMP)
        height = round(wide * BOX[3] / BOX[2]) + frame.px(PAVEMENT) + self._title_height()
        return max(frame.px(LEAST), min(height, frame.px(HIGHEST)))

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
        self._picture = None

    def _pitch(self) -> int:
        """From door to door: as wide as a title needs, and with room for a lamp where doors are few."""
        frame, text = self._desk.frame, self._desk.settings.text_scale
        least = max(self._door_size()[0] + frame.px(20), frame.px(112 + 40 * text))
        doors = max((len(row) for row in self._street.rows), default=1) if self._street is not None else 1
        room = (self._rows[0].width - frame.px(28)) // max(1, doors)
        return max(least, min(room, self._door_size()[0] + frame.px(LAMP)))

    def _door_size(self) -> tuple[int, int]:
        """A door is as high as its row allows: below the title over its lintel, above the pavement."""
        frame = self._desk.frame
        height = self._rows[0].height - frame.px(PAVEMENT) - self._title_height()
        return round(height * BOX[2] / BOX[3]), height

    def _title_height(self) -> int:
        return 2 * round(self._desk.lettering.real(18) * 1.3)

    def relanguage(self, locale: Locale) -> None:
        """Everything is written when it is drawn."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw street, doors and card."""
        desk, frame = self._desk, self._desk.frame
        if self._picture is None:
            self._picture = pygame.Surface(surface.get_size())
            self._draw_street(self._picture)
        surface.blit(self._picture, (0, 0))
        if self._street is not None:
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

    def _draw_street(self, surface: pygame.Surface) -> None:
        """Everything that stands still as long as nobody walks."""
        desk, frame = self._desk, self._desk.frame
        surface.fill("#12262A")
        for number, row in enumerate(self._rows):
            self._draw_wall(surface, row, number)
        words = (desk.words("First steps"), desk.words("In the field"), desk.words("Master"))
        names = (
            [word for word, row in zip(words, self._street.rows, strict=True) if row] if self._street else []
        )
        for row, word in zip(self._rows, names, strict=False):
            image = desk.lettering.line(word, 15 / max(1.0, frame.text / 1.15), TOLD)
            middle = row.bottom - frame.px(PAVEMENT / 2) + 1
            surface.blit(
                image, (frame.width - frame.px(28) - image.get_width(), middle - image.get_height() // 2)
            )
        if self._street is not None:
            for place, rect in self._doors:
                self._draw_door(surface, place, rect)

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
        largest = (18,) if rect.height > px(240) else ()
        size = text.fit([title], room, 2, (*largest, 15, 15 / desk.settings.text_scale), bold=True)
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

    def _draw_wall(self, surface: pygame.Surface, row: Rect, number: int) -> None:
        """One row of the street; above the first there is sky, below the last the road."""
        frame = self._desk.frame
        first, last = number == 0, number == len(self._rows) - 1
        top = 0 if first else row.y
        bottom = frame.height - frame.px(40) if last else row.bottom
        width, height = frame.width / frame.u, (bottom - top) / frame.u
        wall, foot = (row.y - top) / frame.u, (row.bottom - top) / frame.u
        body = street(width, height, wall, foot)
        defs = street_defs(height, wall, foot)
        for name, x in self._lamps(row):
            body += lamp(name, x, wall + 96, foot - PAVEMENT)
            defs += lamp_defs(name, x, wall + 96)
        surface.blit(drawn(body, (frame.width, bottom - top), (0, 0, width, height), defs), (0, top))

    def _lamps(self, row: Rect) -> Iterator[tuple[str, float]]:
        """Where there is room beside a door of a high row, a lamp stands to the right of it, in units."""
        frame = self._desk.frame
        room = self._pitch() - self._door_size()[0]
        if row.height < frame.px(LEAST) or room < frame.px(LAMP * 0.8):
            return
        for _, door_rect in self._doors:
            x = door_rect.right + room // 2
            if row.y < door_rect.y < row.bottom and x < frame.width - frame.px(40):
                yield f"lamp-{x}", x / frame.u
