"""The first screen: a morning somewhere, the name of the game, and one lit row."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game import __version__
from game.desk.art.counter import Counter
from game.desk.art.portrait import Portrait
from game.desk.intents import Intent, Target, Want, intent_of
from game.desk.key_line import draw_keys
from game.desk.layout import GUIDE_HEIGHT, GUIDE_WIDTH, Rect
from game.desk.menu import Menu, MenuRow
from game.desk.ports import Book, Entry
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.talk_column import TOLD
from game.language.locale import Locale

MORNING = 36_000
"""Story time of the title: ten o'clock."""

BEHIND = 518
"""Height of the box of somebody at the window, in units; from head to hem."""
FLOOR, MIDDLE = 662, 313
"""Where that box ends, and its middle, in units."""
COMING = 250
"""Milliseconds in which she comes to the window."""


class TitleScene:
    """Opens into the place of the scenario that one would play next."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._listing: Sequence[Entry] | None = None
        self._menu = Menu(desk, ())
        self._place = "reception"
        self._counter = Counter(desk.size)
        self._languages: tuple[Target, ...] = ()
        self._drawn = False
        self._behind: tuple[int, pygame.Surface] | None = None  # for a height
        self._seen = 0
        self._saved = desk.saves.resume()

    def _next_entry(self) -> Entry | None:
        """What to play next: the first that has not been played, otherwise the first."""
        listing = self._listing or ()
        return next((entry for entry in listing if entry.best is None), listing[0] if listing else None)

    def _shown_entry(self) -> Entry | None:
        """The scenario one would continue, otherwise the next one: its place is the scene of the title."""
        saved = self._saved.scenario if self._saved is not None else None
        return next((entry for entry in self._listing or () if entry.id == saved), self._next_entry())

    def _rows(self) -> list[MenuRow]:
        desk, words, rows = self._desk, self._desk.words, []
        entries = {entry.id: entry for entry in self._listing or ()}
        if self._saved is not None and self._saved.scenario in entries:
            title = entries[self._saved.scenario].title.said(desk.locale)
            rows.append(MenuRow(words("Continue"), self._continue, title))
        entry = self._next_entry()
        if entry is not None:
            title, head = entry.title.said(desk.locale), entry.tagline.said(desk.locale)
            minutes = words.count("{n} minute", "{n} minutes", entry.minutes[0])
            detail = f"{title} · {minutes}" if head else minutes
            rows.append(MenuRow(head or title, lambda: self._open(entry.id), detail))
        if len(entries) > 1:
            rows.append(MenuRow(words("All doors"), self._path))
        if desk.door is not None:
            rows.append(MenuRow(words("Class"), self._class, desk.seat.look().title if desk.seat else ""))
        if desk.workbench is not None:
            rows.append(MenuRow(words("Workshop"), self._workshop))
        rows.append(MenuRow(words("Settings"), self._settings))
        return rows

    def _continue(self) -> None:
        from game.desk.doors import resume

        if self._saved is not None:
            resume(self._desk, self._saved)

    def _open(self, scenario_id: str) -> None:
        from game.desk.doors import knock

        knock(self._desk, scenario_id)

    def _path(self) -> None:
        from game.desk.path_scene import PathScene

        self._desk.go(PathScene(self._desk))

    def _workshop(self) -> None:
        from game.desk.workshop_scene import WorkshopScene

        if self._desk.workbench is not None:
            self._desk.go(WorkshopScene(self._desk, self._desk.workbench))

    def _class(self) -> None:
        from game.desk.class_door_scene import ClassDoorScene
        from game.desk.doors import home

        if self._desk.seat is not None:
            home(self._desk)
        elif self._desk.door is not None:
            self._desk.go(ClassDoorScene(self._desk, self._desk.door))

    def _settings(self) -> None:
        from game.desk.settings_scene import SettingsScene

        self._desk.over(SettingsScene(self._desk))

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key or a click."""
        intent = intent_of(event, (*self._languages, *self._menu.targets()))
        if intent is None:
            return
        if intent.want is Want.LANGUAGE:
            self._desk.speak(Locale.ZH if intent.number == 0 else Locale.EN)
        elif intent.want is Want.BACK:
            self._desk.close()
        else:
            self._menu.handle(intent)

    def update(self, ms: int) -> None:
        """After the first picture, ask for the scenarios."""
        self._desk.backdrops.show(self._place, MORNING, self._desk.size).update(ms)
        self._counter.still = self._desk.settings.reduced_motion
        self._counter.update(ms)
        self._seen += ms if self._behind is not None else 0
        if self._drawn and self._listing is None:
            self._listing = self._desk.reader.listing()
            if self._listing is not None:
                self._fill()
                self._desk.sounds.play(Sound.PAPER)

    def _fill(self) -> None:
        entry = self._shown_entry()
        if entry is not None:
            self._place = entry.place
            self._desk.reader.ask(entry.id)
        self.resize(self._desk.size)
        self._menu.read()

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out anew."""
        self._counter.resize(size)
        self._menu = Menu(self._desk, self._rows() if self._listing is not None else (), self._menu.focus)
        column = self._column()
        self._menu.lay_out(column.x, column.y, column.width)

    def relanguage(self, locale: Locale) -> None:
        """Rows are written anew by `resize`, which follows."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw scenery with somebody at the window, name, rows, and the strip along the counter."""
        desk, frame, text, palette = self._desk, self._desk.frame, self._desk.lettering, self._desk.palette
        backdrop = desk.backdrops.show(self._place, MORNING, desk.size)
        backdrop.draw(surface)
        person = self._person()
        if person is not None:
            come = 1.0 if desk.settings.reduced_motion else min(1.0, self._seen / COMING)
            person.set_alpha(round(255 * come))
            middle = frame.px(MIDDLE) + (frame.width - frame.px(GUIDE_WIDTH)) // 3
            surface.blit(
                person,
                (
                    middle - person.get_width() // 2,
                    frame.height - frame.px(GUIDE_HEIGHT - FLOOR) - person.get_height(),
                ),
            )
        self._counter.table = backdrop.table
        self._counter.draw(surface, plate=False)
        column = self._column()
        size = 96 if not frame.large else 76
        name = text.line("知心", size, palette.header_text, bold=True, locale=Locale.ZH)
        top = column.y - name.get_height() - frame.px(28 if not frame.large else 10)
        surface.blit(name, (column.x - frame.px(4), top))
        subtitle = text.line("Rapport", 28, "#E8DFCD", locale=Locale.EN)
        surface.blit(subtitle, (column.x + name.get_width() + frame.px(22), top + name.get_height() * 3 // 5))
        self._menu.draw(surface, dark=True)
        self._strip(surface)
        self._drawn = True

    def _person(self) -> pygame.Surface | None:
        """The customer one would meet next, from behind, as soon as her scenario has been read."""
        entry = self._shown_entry()
        if entry is None or entry.id not in self._desk.reader.opened:
            return None
        height = self._desk.frame.px(BEHIND)
        if self._behind is None or self._behind[0] != height:
            book = self._desk.reader.book(entry.id)
            if not isinstance(book, Book):
                return None
            customer = book.scenario.people[0].id
            self._behind = height, Portrait(book.wording.people[customer].looks, height).behind()
        return self._behind[1]

    def _column(self) -> Rect:
        """Where the rows stand, on the quiet wall."""
        frame = self._desk.frame
        width = frame.px(480 if not frame.large else 560)
        top = frame.height // 2 - frame.px(60 if not frame.large else 112)
        return Rect(frame.width - frame.px(72) - width, top, width, frame.height)

    def _strip(self, surface: pygame.Surface) -> None:
        """Language, version and keys, along the front of the counter."""
        desk, frame, palette = self._desk, self._desk.frame, self._desk.palette
        middle, x, targets = frame.height - frame.px(18), frame.px(40), []
        for number, locale in enumerate((Locale.ZH, Locale.EN)):
            here = locale is desk.locale
            colour = palette.header_text if here else TOLD
            image = desk.lettering.line(locale.own_name, 16, colour, bold=here, locale=locale)
            surface.blit(image, (x, middle - image.get_height() // 2))
            rect = Rect(
                x - frame.px(8), middle - frame.px(18), image.get_width() + frame.px(16), frame.px(36)
            )
            targets.append(Target(rect, Intent(Want.LANGUAGE, number)))
            if here:
                line = (x, middle + frame.px(11), image.get_width(), frame.px(2))
                pygame.draw.rect(surface, palette.header_mark, line)
            x += image.get_width()
            if number == 0:
                dot = desk.lettering.line("·", 16, TOLD, locale=Locale.EN)
                surface.blit(dot, (x + frame.px(8), middle - dot.get_height() // 2))
                x += frame.px(16) + dot.get_width()
        self._languages = tuple(targets)
        version = desk.lettering.line(__version__, 15, TOLD, locale=Locale.EN)
        surface.blit(version, (x + frame.px(28), middle - version.get_height() // 2))
        other = Locale.ZH if desk.locale is Locale.EN else Locale.EN
        hints = (
            desk.words("↑ ↓ choose"),
            desk.words("Enter open"),
            f"F2 {other.own_name}",
            desk.words("Esc quit"),
        )
        draw_keys(desk, surface, hints, frame.width - frame.px(40), middle, TOLD)
