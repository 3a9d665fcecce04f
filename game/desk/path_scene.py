"""The street of doors: every scenario is a door, the ajar one is next, nothing is locked."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.desk.door_drawing import HEIGHT, WIDTH, door, lights
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

SEALS = {"relationship": "心", "honesty": "信", "craft": "艺"}
"""Over the lintel, each in a small square seal."""


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
                doors.append(((row, at), Rect(x, rect.bottom - height - frame.px(12), width, height)))
        self._doors = tuple(doors)

    def _door_size(self) -> tuple[int, int]:
        """A door is as high as its row allows: below the row's name and the titles over the lintels."""
        frame, text = self._desk.frame, self._desk.lettering
        height = self._rows[0].height - frame.px(20) - text.leading(15) - self._sign_height()
        return round(height * WIDTH / HEIGHT), height

    def _sign_height(self) -> int:
        return 2 * round(self._desk.lettering.real(15) * 1.3) + self._desk.frame.px(6)

    def relanguage(self, locale: Locale) -> None:
        """Everything is written when it is drawn."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw street, doors and card."""
        desk, frame = self._desk, self._desk.frame
        surface.fill("#12262A")
        wall = lights(0, 100, self._rows[0].height / frame.u)
        box = (0.0, 0.0, 100.0, self._rows[0].height / frame.u)
        for row in self._rows:
            picture = drawn(wall, (100, row.height), box)
            surface.blit(pygame.transform.scale(picture, (surface.get_width(), row.height)), (0, row.y))
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
        body = door(entry.place, ajar=self._recommended(place), played=entry.best is not None)
        surface.blit(drawn(body, (rect.width, rect.height), (0, 0, WIDTH, HEIGHT)), (rect.x, rect.y))
        lines = text.wrap(entry.title.said(desk.locale), 15, rect.width + px(14), bold=here)[:2]
        step = round(text.real(15) * 1.3)
        y = rect.y - px(4) - step * len(lines)
        colour = palette.header_text if here else TOLD
        for line in lines:
            y = text.say(
                surface, line, rect.centre[0], y, 15, colour, bold=here, leading=step, align="centre"
            )
        if here:
            leaf = Rect(
                rect.x + round(rect.width * 0.11), rect.y, round(rect.width * 0.78), rect.height
            ).inset(-px(5))
            pygame.draw.rect(surface, palette.header_mark, leaf, px(3), border_radius=px(6))
        if entry.best is not None:
            number = text.line(str(entry.best), 15, palette.header_text, bold=True)
            surface.blit(
                number, (rect.centre[0] - number.get_width() // 2, rect.bottom - px(30) - number.get_height())
            )
        self._draw_seals(surface, entry, rect)

    def _draw_seals(self, surface: pygame.Surface, entry: Entry, rect: Rect) -> None:
        px, text = self._desk.frame.px, self._desk.lettering
        x = rect.x + round(rect.width * 0.8)
        for number, (name, character) in enumerate(SEALS.items()):
            if name in entry.seals:
                side = px(24)
                place = Rect(x, rect.y + px(14) + number * (side + px(5)), side, side)
                pygame.draw.rect(surface, "#A83227", place, border_radius=px(4))
                letter = text.line(
                    character, 15 / self._desk.settings.text_scale, "#FFFCF5", bold=True, locale=Locale.ZH
                )
                cx, cy = place.centre
                surface.blit(letter, (cx - letter.get_width() // 2, cy - letter.get_height() // 2))
