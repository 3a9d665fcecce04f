"""The strip at the top of a conversation: story clock, title, the five stages, notebook and pause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from game.desk.art import icons, svg
from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.panels import drawn
from game.desk.scene import Desk
from game.engine.traits import Stage
from game.language.locale import Locale
from game.telling.phrasing import STAGE_NAMES

HEIGHT = 64
STEPS = {Locale.ZH: (590, 104), Locale.EN: (608, 112)}
"""Distance of the first stage from the right edge, and from stage to stage, in units."""

PARTLY = 0.25
"""How much of the way to the next stage is drawn; how near it really is, nobody can see."""


def clock_face(seconds: int) -> str:
    """Story seconds after midnight as people read them.

    >>> clock_face(36_060), clock_face(86_400 + 300)
    ('10:01', '00:05')
    """
    return f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}"


@dataclass(frozen=True, slots=True)
class HeaderState:
    """What the strip says. `clock` is None as long as story time has not begun; `reminder` puts a red dot on
    the notebook, None leaves the notebook away.
    """

    title: str
    clock: int | None
    stage: Stage | None
    reminder: bool | None = False


class StageHeader:
    """Draws the strip; it stands still, so it is drawn anew only when what it says has changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: tuple[HeaderState, Locale, pygame.Surface] | None = None

    def resize(self) -> None:
        """Forget what was drawn."""
        self._kept = None

    def targets(self) -> Iterator[Target]:
        """What can be clicked: notebook and pause."""
        frame = self._desk.frame
        for units, want in ((116, Want.NOTEBOOK), (62, Want.BACK)):
            rect = Rect(frame.width - frame.px(units), 0, frame.px(52), frame.px(HEIGHT))
            yield Target(rect, Intent(want))

    def draw(self, surface: pygame.Surface, state: HeaderState) -> None:
        """Draw the strip along the upper edge."""
        if self._kept is None or self._kept[:2] != (state, self._desk.locale):
            self._kept = (state, self._desk.locale, self._picture(state))
        surface.blit(self._kept[2], (0, 0))

    def _picture(self, state: HeaderState) -> pygame.Surface:
        frame, palette = self._desk.frame, self._desk.palette
        sheet = pygame.Surface((frame.width, frame.px(HEIGHT + 2)), pygame.SRCALPHA)
        sheet.fill((*pygame.Color(palette.header)[:3], 240), (0, 0, frame.width, frame.px(HEIGHT)))
        sheet.fill(
            (*pygame.Color(palette.header_mark)[:3], 140),
            (0, frame.px(HEIGHT), frame.width, frame.px(2)),
        )
        left = frame.width - frame.px(STEPS[self._desk.locale][0] + 70)
        self._titles(sheet, state, left)
        if state.stage is not None:
            self._stages(sheet, state.stage)
        self._signs(sheet, state.reminder)
        return sheet

    def _titles(self, sheet: pygame.Surface, state: HeaderState, right: int) -> None:
        frame, text, palette = self._desk.frame, self._desk.lettering, self._desk.palette
        middle = frame.px(HEIGHT) // 2
        x = frame.px(40)
        if state.clock is not None:
            clock = text.line(clock_face(state.clock), 24, palette.header_text, bold=True)
            sheet.blit(clock, (x, middle - clock.get_height() // 2))
            x += clock.get_width() + frame.px(18)
        size = text.fit([state.title], right - x, 1, (20, 18, 16))
        lines = text.wrap(state.title, size, right - x)
        step = text.leading(size) if len(lines) == 1 else round(text.real(size) * 1.2)
        y = middle - step * len(lines) // 2
        for line in lines:
            y = text.say(sheet, line, x, y, size, "#E8DFCD", leading=step)

    def _stages(self, sheet: pygame.Surface, now: Stage) -> None:
        frame, text, palette = self._desk.frame, self._desk.lettering, self._desk.palette
        first, step = STEPS[self._desk.locale]
        body = []
        for stage in Stage:
            x = 40 + stage * step
            if stage is not Stage.LOYALTY:
                body.append(svg.stroke(f"M{x + 14} 24 H{x + step - 14}", "#F3EEE3", 4, 0.28))
                done = 1.0 if stage < now else PARTLY if stage == now else 0.0
                if done:
                    end = x + 14 + (step - 28) * done
                    body.append(svg.stroke(f"M{x + 14} 24 H{end}", palette.header_mark, 4))
            state = "done" if stage < now else "now" if stage is now else "ahead"
            body.append(icons.stage_dot(x, 24, state, palette.header_mark, palette.header, "#8B9293"))
        width = 80 + step * 4
        sheet.blit(
            drawn("".join(body), (frame.px(width), frame.px(48)), (0, 0, width, 48)),
            (frame.width - frame.px(first + 40), 0),
        )
        for stage in Stage:
            if frame.text > 1.0 and stage is not now:
                continue  # larger names would touch: the other stages become dots
            x = frame.width - frame.px(first - stage * step)
            current = stage is now
            text.say(
                sheet,
                STAGE_NAMES[stage].said(self._desk.locale),
                x,
                frame.px(37 if not frame.large else 33),
                15,
                palette.header_text if current else palette.header_dim,
                bold=current,
                leading=round(text.real(15) * 1.5),
                align="centre",
            )

    def _signs(self, sheet: pygame.Surface, reminder: bool | None) -> None:
        frame, palette = self._desk.frame, self._desk.palette
        body = icons.pause(63, 32, 14, palette.header_text)
        if reminder is not None:
            dot = palette.header_mark if reminder else ""
            body += icons.notebook(15, 32, 13, palette.header_text, dot)
        sheet.blit(
            drawn(body, (frame.px(76), frame.px(64)), (0, 0, 76, 64)), (frame.width - frame.px(108), 0)
        )
