"""What can be set, on a sheet over the screen beneath; every change holds at once and is written down.

The widgets are pygame_gui's, for the pointer; arrows and Enter change the row in focus, so that no pointer
is needed.
"""

from __future__ import annotations

import pygame
import pygame_gui
from pygame_gui.elements import UIButton, UIDropDownMenu, UIHorizontalSlider

from game.desk.intents import Intent, Target, Want, intent_of
from game.desk.key_line import draw_keys
from game.desk.layout import Rect
from game.desk.panels import lay, panel, veil
from game.desk.scene import Desk
from game.desk.setting_rows import SettingRow, setting_rows
from game.desk.sounds import Sound
from game.desk.widgets import make_manager
from game.language.locale import Locale

Widget = UIDropDownMenu | UIHorizontalSlider | UIButton
BACK = 99
"""Number of the button at the foot, among the things to click."""


class SettingsScene:
    """The sheet of settings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._focus = 0
        self._made_for: object = None
        self._manager: pygame_gui.UIManager | None = None
        self._widgets: dict[str, Widget] = {}
        self._rows: tuple[SettingRow, ...] = ()
        self._rects: tuple[Rect, ...] = ()
        self._sheet = Rect(0, 0, 0, 0)
        self._back = Rect(0, 0, 0, 0)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay the sheet out; widgets are made anew only where something about them has changed."""
        desk, frame = self._desk, self._desk.frame
        self._rows = setting_rows(desk.settings, desk.words, voice=desk.voice.able)
        height = max(frame.px(46), desk.lettering.leading(18) + frame.px(8))
        gap = frame.px(8)
        head = desk.lettering.leading(30) + frame.px(24)
        foot = height + frame.px(36)
        whole = head + len(self._rows) * (height + gap) + foot
        if whole > frame.height - frame.px(24):
            gap = frame.px(2)
            height = (frame.height - frame.px(24) - head - foot) // len(self._rows) - gap
            whole = head + len(self._rows) * (height + gap) + foot
        width = min(frame.px(720 * (1 + 0.5 * (frame.text - 1))), frame.width - frame.px(48))
        self._sheet = Rect((frame.width - width) // 2, (frame.height - whole) // 2, width, whole)
        inner = Rect(self._sheet.x + frame.px(28), self._sheet.y + head, width - frame.px(56), whole - head)
        self._rects = tuple(inner.rows((height,) * len(self._rows), gap))
        bottom = self._rects[-1].bottom + frame.px(14)
        self._back = Rect(inner.right - frame.px(220), bottom, frame.px(220), height)
        made_for = (size, frame.text, desk.locale, desk.settings.night)
        if made_for != self._made_for:
            self._made_for = made_for
            self._make_widgets()
        self._show_values()

    def relanguage(self, locale: Locale) -> None:
        """Rows and widgets are made anew by `resize`, which follows."""

    def _make_widgets(self) -> None:
        frame = self._desk.frame
        self._manager = make_manager(self._desk)
        self._widgets = {}
        for row, rect in zip(self._rows, self._rects, strict=True):
            place = pygame.Rect(self._widget_rect(rect))
            if not row.options:
                self._widgets[row.id] = UIHorizontalSlider(
                    place.inflate(0, -frame.px(14)), row.now, (0, 100), self._manager, click_increment=5
                )
            elif len(row.options) == 2 and row.id != "language":
                self._widgets[row.id] = UIButton(place, row.options[row.now], self._manager)
                if not row.able:
                    self._widgets[row.id].disable()  # type: ignore[no-untyped-call]
            else:
                self._widgets[row.id] = UIDropDownMenu(
                    list(row.options), row.options[row.now], place, self._manager
                )

    def _show_values(self) -> None:
        for row in self._rows:
            widget = self._widgets[row.id]
            if isinstance(widget, UIButton):
                widget.set_text(row.options[row.now])

    def _widget_rect(self, rect: Rect) -> Rect:
        width = round(rect.width * 0.46)
        return Rect(rect.right - width - self._desk.frame.px(8), rect.y, width, rect.height).inset(
            0, self._desk.frame.px(3)
        )

    def handle(self, event: pygame.event.Event) -> None:
        """Answer keys, clicks and widgets."""
        if self._manager is not None:
            self._manager.process_events(event)
        for row in self._rows:
            if getattr(event, "ui_element", None) is self._widgets.get(row.id):
                self._widget_changed(row, event)
                return
        targets = [Target(rect, Intent(Want.POINT, number)) for number, rect in enumerate(self._rects)]
        intent = intent_of(event, (*targets, Target(self._back, Intent(Want.BACK))))
        if intent is not None:
            self._answer(intent)

    def _widget_changed(self, row: SettingRow, event: pygame.event.Event) -> None:
        if event.type == pygame_gui.UI_DROP_DOWN_MENU_CHANGED:
            self._desk.change(row.put(row.options.index(event.text)))
        elif event.type == pygame_gui.UI_HORIZONTAL_SLIDER_MOVED:
            self._desk.change(row.put(int(event.value)))
        elif event.type == pygame_gui.UI_BUTTON_PRESSED and row.able:
            self._desk.change(row.stepped(1))

    def _answer(self, intent: Intent) -> None:
        match intent.want:
            case Want.UP | Want.DOWN:
                self._focus = (self._focus + (1 if intent.want is Want.DOWN else -1)) % (len(self._rows) + 1)
                self._desk.sounds.play(Sound.KEY)
                self._read()
            case Want.POINT if intent.number < len(self._rows):
                self._focus = intent.number
            case Want.LEFT | Want.RIGHT | Want.CONFIRM | Want.SKIP if self._focus < len(self._rows):
                row = self._rows[self._focus]
                if row.able:
                    self._desk.change(row.stepped(-1 if intent.want is Want.LEFT else 1))
                    self._desk.sounds.play(Sound.KEY)
                    self._read()
            case Want.BACK | Want.CONFIRM | Want.SKIP:
                self._desk.sounds.play(Sound.PAPER)
                self._desk.back()

    def _read(self) -> None:
        if self._focus == len(self._rows):
            self._desk.voice.instead(self._desk.words("Close"), self._desk.locale)
            return
        row = self._rows[self._focus]
        value = row.options[row.now] if row.options else str(row.now)
        self._desk.voice.instead(f"{row.label}: {value}", self._desk.locale)

    def update(self, ms: int) -> None:
        """Let the widgets live."""
        if self._manager is not None:
            self._manager.update(ms / 1000)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the sheet over whatever lies beneath."""
        desk, px, palette, text = self._desk, self._desk.frame.px, self._desk.palette, self._desk.lettering
        surface.blit(veil(surface.get_size(), palette.header, 150), (0, 0))
        size = (self._sheet.width, self._sheet.height)
        lay(surface, panel(size, desk.u, palette.card, radius=18, shadow=6), self._sheet)
        text.say(
            surface,
            desk.words("Settings"),
            self._sheet.x + px(40),
            self._sheet.y + px(12),
            30,
            palette.ink,
            bold=True,
        )
        for number, (row, rect) in enumerate(zip(self._rows, self._rects, strict=True)):
            focused = number == self._focus
            if focused:
                place = Rect(rect.x, rect.y, rect.width, rect.height)
                image = panel(
                    (place.width, place.height),
                    desk.u,
                    palette.paper,
                    radius=10,
                    border=palette.vermilion,
                    border_width=2.5,
                    shadow=0,
                )
                lay(surface, image, place)
            label = row.label if row.able else f"{row.label} · {desk.words('no voice here')}"
            ink = palette.ink if row.able else palette.ink_soft
            room = self._widget_rect(rect).x - rect.x - px(24)
            size_of_label = text.fit([label], room, 1, (18, 17, 16, 15))
            image = text.line(label, size_of_label, ink)
            surface.blit(image, (rect.x + px(14), rect.y + (rect.height - image.get_height()) // 2))
        if self._manager is not None:
            self._manager.draw_ui(surface)
        self._done(surface)

    def _done(self, surface: pygame.Surface) -> None:
        desk, palette = self._desk, self._desk.palette
        lit = self._focus == len(self._rows)
        image = panel(
            (self._back.width, self._back.height),
            desk.u,
            palette.vermilion if lit else palette.resting,
            radius=10,
            border=palette.vermilion if lit else palette.edge,
            border_width=2.5 if lit else 1.5,
            shadow=0,
        )
        lay(surface, image, self._back)
        label = desk.lettering.line(desk.words("Close"), 18, palette.card if lit else palette.ink, bold=True)
        x, y = self._back.centre
        surface.blit(label, (x - label.get_width() // 2, y - label.get_height() // 2))
        hints = (desk.words("↑ ↓ row"), desk.words("← → change"), desk.words("Esc back"))
        width = sum(desk.lettering.width(hint, 15) for hint in hints) + 2 * desk.frame.px(24)
        if width < self._back.x - self._sheet.x - desk.frame.px(60):
            x = self._sheet.x + desk.frame.px(42) + width
            draw_keys(desk, surface, hints, x, y, palette.ink_soft)
