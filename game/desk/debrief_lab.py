"""The lab of the debrief: her faces, curves of three traits, and one turn with the causes of its changes."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.desk.afterwards import Afterwards
from game.desk.buttons import draw_default
from game.desk.cause_bars import CauseBars, together, told_of
from game.desk.debrief_layout import ReviewLayout, review_layout
from game.desk.debrief_page import TABS, TURNS
from game.desk.debrief_values import Values
from game.desk.envelopes import draw_envelopes, untold_words
from game.desk.film_strip import FilmStrip, alone_before
from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.ports import LessonCard
from game.desk.scene import Desk
from game.desk.turn_card import TurnCard
from game.telling.charts import Chart, Room
from game.telling.conversation_chart import SERIES, conversation_chart
from game.telling.pygame_painter import MARGIN, paint, shapes
from game.telling.reaction import change, told
from game.telling.tones import LIGHT, NIGHT, Tones

UNFOLDING = 1_800
"""Milliseconds in which the strip fills and the curves draw themselves."""


class LabPage:
    """Faces over curves over the chosen turn."""

    def __init__(
        self,
        desk: Desk,
        afterwards: Afterwards,
        values: Values,
        strip: FilmStrip,
        turn: int,
        *,
        still: bool,
    ) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._values = values
        self.first = alone_before(afterwards) + 1
        self.turn = turn
        self.trait = 0  # place in `SERIES`
        self._kept = False  # whether the player has chosen what the causes are of
        self._age = UNFOLDING if still or desk.settings.reduced_motion else 0
        self._strip = strip
        self._card = TurnCard(desk, afterwards, values, self._strip)
        self._bars = CauseBars(desk)
        self._layout: ReviewLayout | None = None
        self._picture: tuple[int, Chart, pygame.Surface] | None = None
        self._tabs: list[Target] = []
        self._retry = Rect(0, 0, 0, 0)
        self.choose(turn)

    @property
    def unfolded(self) -> bool:
        """Whether everything stands still."""
        return self._age >= UNFOLDING

    @property
    def lesson(self) -> LessonCard | None:
        """What the chosen turn practises."""
        return self._card.lesson(self.turn) if self._afterwards.reactions else None

    def unfold(self) -> None:
        """Show everything at once."""
        self._age = UNFOLDING

    def resize(self, room: Rect) -> None:
        """Lay out anew; faces and curves are drawn again when they are next seen."""
        small = self._desk.lettering.leading(15)
        self._layout = review_layout(self._desk.frame, room, small, (1.0,) * self._slots)
        self._picture = None

    def choose(self, turn: int) -> None:
        """Look at another turn: at what it changed most, unless the player has asked for one thing."""
        self.turn = turn
        if not self._kept and turn <= len(self._afterwards.reactions):
            reaction = self._afterwards.reactions[turn - 1]
            changes = [abs(change(reaction, series.trait)) for series in SERIES]
            self.trait = changes.index(max(changes))

    def update(self, ms: int) -> None:
        """Let the strip fill."""
        self._age = min(UNFOLDING, self._age + ms)

    def handle(self, intent: Intent) -> int | None:
        """Choose what the causes are shown of, or a turn."""
        match intent.want:
            case Want.UP | Want.DOWN:
                self.trait = (self.trait + (1 if intent.want is Want.DOWN else -1)) % len(SERIES)
                self._kept = True
            case Want.CHOOSE if TABS <= intent.number < TABS + len(SERIES):
                self.trait, self._kept = intent.number - TABS, True
            case Want.CHOOSE if intent.number > TURNS:
                return intent.number - TURNS
        return None

    def targets(self) -> Iterator[Target]:
        """Turns, what the causes are of, and the way back to this turn."""
        if self._layout is None:
            return
        for reaction in self._afterwards.reactions[self.first - 1 :]:
            slot = self._slot(self._layout, reaction.turn)
            yield Target(slot, Intent(Want.CHOOSE, TURNS + reaction.turn))
        yield from self._tabs
        yield Target(self._retry, Intent(Want.RETRY))
        yield Target(self._card.link, Intent(Want.LESSON))

    @property
    def _slots(self) -> int:
        """Columns of the strip and the chart."""
        return self._afterwards.slots - self.first + 1

    def _slot(self, layout: ReviewLayout, turn: int) -> Rect:
        """The column of a turn."""
        return layout.slot(turn - self.first + 1)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the page."""
        layout, afterwards = self._layout, self._afterwards
        if layout is None or not afterwards.reactions:
            return
        part = self._age / UNFOLDING
        chosen = self.turn if self.unfolded else None
        shown = self.first + part * self._slots - 0.999
        turns = range(self.first, len(afterwards.reactions) + 1)
        frames = {turn: layout.face(turn - self.first + 1) for turn in turns if turn <= shown}
        self._strip.draw(surface, frames, chosen, dim=chosen is not None and chosen == self._values.turning)
        self._curves(surface, layout, part)
        self._legend(surface, layout.legend)
        if self.unfolded:
            self._card.draw(surface, layout.said, self.turn)
            self._causes(surface, layout.causes)

    def _tones(self) -> Tones:
        return NIGHT if self._desk.settings.night else LIGHT

    def _chart(self, layout: ReviewLayout) -> tuple[Chart, pygame.Surface]:
        """The chart with the chosen turn, drawn once for each turn."""
        if self._picture is None or self._picture[0] != self.turn:
            desk, afterwards = self._desk, self._afterwards
            size = (layout.chart.width, layout.chart.height)
            room = Room(size[0] / desk.u, size[1] / desk.u, desk.frame.text)
            earlier = afterwards.earlier.reactions if afterwards.earlier is not None else ()
            chart = conversation_chart(
                afterwards.reactions,
                afterwards.teller(desk.locale),
                room,
                selected=self.turn,
                earlier=earlier,
                skip=self.first - 1,
            )
            self._picture = (self.turn, chart, shapes(chart, size, desk.u, self._tones()))
        return self._picture[1], self._picture[2]

    def _curves(self, surface: pygame.Surface, layout: ReviewLayout, part: float) -> None:
        desk, text, palette = self._desk, self._desk.lettering, self._desk.palette
        chart, picture = self._chart(layout)
        margin = round(MARGIN * desk.u)
        clip = surface.get_clip()
        shown = layout.chart.inset(-margin)
        surface.set_clip(pygame.Rect(shown.x, shown.y, round(shown.width * part), shown.height).clip(clip))
        paint(chart, surface, layout.chart, text, desk.u, self._tones(), picture)
        surface.set_clip(clip)
        for value in (0, 50, 100):
            y = layout.chart.bottom - layout.chart.height * value // 100 - layout.numbers.height // 2
            x = layout.chart.x - desk.frame.px(12)
            text.say(surface, str(value), x, y, 15, palette.ink_soft, align="right")
        for reaction in self._afterwards.reactions[self.first - 1 :]:
            slot = self._slot(layout, reaction.turn)
            lit = self.unfolded and reaction.turn == self.turn
            colour = palette.vermilion if lit else palette.ink_soft
            number, x = str(reaction.turn), slot.x + slot.width // 2
            text.say(surface, number, x, layout.numbers.y, 15, colour, bold=lit, align="centre")

    def _legend(self, surface: pygame.Surface, room: Rect) -> None:
        """Which stroke is which, and the envelopes."""
        desk, text, px, tones = self._desk, self._desk.lettering, self._desk.frame.px, self._tones()
        x, middle = room.x, room.y + room.height // 2
        for series in SERIES:
            pieces = {"solid": [(0, 34)], "dashed": [(0, 9), (13, 22), (26, 34)], "dotted": []}[series.dash]
            pieces = pieces or [(at, at + 3) for at in range(0, 34, 7)]
            for start, end in pieces:
                line = (x + px(start), middle - px(1.5), px(end - start), px(3))
                pygame.draw.rect(surface, tones[series.tone], line)
            name = text.line(series.name.said(desk.locale), 15, desk.palette.ink_soft)
            surface.blit(name, (x + px(42), middle - name.get_height() // 2))
            x += px(42 + 24) + name.get_width()
        account = self._values.account()
        if account:
            sizes = (15, 14, 13, 12, 11, 10)
            size = text.fit([account], room.right - x, 1, sizes)
            ink = desk.palette.ink
            text.say(surface, account, room.right, room.y, size, ink, align="right", leading=room.height)
            return
        pronouns = self._afterwards.pronouns(None, desk.locale)
        draw_envelopes(desk, surface, room.right, middle, self._afterwards.untold, pronouns)

    def _causes(self, surface: pygame.Surface, room: Rect) -> None:
        """The card at the right: three changes as tabs, the causes of one, and the way back to this turn."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        lay(surface, panel((room.width, room.height), desk.u, palette.card, radius=16), room)
        inner = room.inset(px(28), px(14))
        reaction = self._afterwards.reactions[self.turn - 1]
        bottom = self._draw_tabs(surface, inner)
        high = max(px(44), text.leading(17) + px(8))
        below = Rect(inner.x, inner.bottom - high, inner.width, high)
        self._retry = draw_default(desk, surface, desk.words("R  Retry from here"), below)
        top = self._note(
            surface, Rect(inner.x, bottom, self._retry.x - px(20) - inner.x, inner.bottom - bottom)
        )
        rows = Rect(inner.x, bottom + px(10), inner.width, min(top, self._retry.y) - px(8) - bottom - px(10))
        trait = SERIES[self.trait].trait
        told = told_of(reaction, trait, self._afterwards.teller(desk.locale))
        self._bars.draw(surface, told, trait, rows, desk.words("This line moved nothing here."))

    def _note(self, surface: pygame.Surface, room: Rect) -> int:
        """Why the line tempts, where its author says so, beside the button; returns where that begins."""
        desk, text, palette = self._desk, self._desk.lettering, self._desk.palette
        note = self._afterwards.note(self.turn, desk.locale)
        if not note:
            return room.bottom
        size = text.fit([note], room.width, 2, (16, 15, 14, 13, 12, 11))
        lines = text.wrap(note, size, room.width)
        high = text.leading(15) + len(lines) * text.leading(size)
        if high > room.height // 2:
            return room.bottom
        y = text.say(surface, desk.words("Why it tempts"), room.x, room.bottom - high, 15, palette.ink_soft)
        for line in lines:
            y = text.say(surface, line, room.x, y, size, palette.ink)
        return room.bottom - high

    def _draw_tabs(self, surface: pygame.Surface, room: Rect) -> int:
        """Trust, emotion and pressure with their changes; returns where the tabs end."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        reaction = self._afterwards.reactions[self.turn - 1]
        labels = [(s.name.said(desk.locale), together(reaction, s.trait)) for s in SERIES]
        sizes = (19, 17, 16, 15, 14, 13, 12)
        whole = "    ".join(f"{name}  {amount}" for name, amount in labels)
        size = text.fit([whole], room.width - px(64), 1, sizes, bold=True)
        x, high, self._tabs = room.x, text.leading(size) + px(6), []
        for number, (name, amount) in enumerate(labels):
            lit = number == self.trait
            word = text.line(name, size, palette.ink if lit else palette.ink_soft, bold=lit)
            change = text.line(amount, size, palette.ink if lit else palette.ink_soft, bold=True)
            wide = word.get_width() + px(10) + change.get_width()
            surface.blit(word, (x, room.y + (high - word.get_height()) // 2))
            surface.blit(change, (x + word.get_width() + px(10), room.y + (high - change.get_height()) // 2))
            if lit:
                pygame.draw.rect(surface, palette.vermilion, (x, room.y + high, wide, px(3)))
            rect = Rect(x - px(10), room.y, wide + px(20), high + px(4))
            self._tabs.append(Target(rect, Intent(Want.CHOOSE, TABS + number)))
            x += wide + px(32)
        return room.y + high + px(3)

    def said(self) -> str:
        """The chosen turn in words."""
        afterwards, locale = self._afterwards, self._desk.locale
        if not afterwards.reactions:
            return ""
        reaction = afterwards.reactions[self.turn - 1]
        parts = [self._card.heading(self.turn)]
        parts += [f"{part.label}: {part.words}" for part in self._card.parts(self.turn)]
        parts += told(reaction, afterwards.teller(locale))
        parts.append(afterwards.note(self.turn, locale))
        parts.append(self._values.account())
        parts.append(untold_words(self._desk, afterwards.untold, afterwards.pronouns(None, locale)))
        return "\n".join(part for part in parts if part)
