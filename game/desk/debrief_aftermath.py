"""Afterwards, as one block: five steps of loyalty, three chances, a regret, what the account is worth."""

from __future__ import annotations

import pygame

from game.desk.aftermaths import Fate, aftermaths
from game.desk.afterwards import Afterwards
from game.desk.layout import Rect
from game.desk.scene import Desk

STEPS = (7, 11, 15, 19, 23)
"""Heights of the five steps, pixels of the guide."""


class AftermathBlock:
    """What became of the customer, and of others in a line below."""

    def __init__(self, desk: Desk, afterwards: Afterwards) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._fates: tuple[Fate, ...] = aftermaths(afterwards.playing, desk.locale)
        self.bottom = 0  # where it ended when it was drawn last, real pixels

    def retell(self) -> None:
        """The same in the language of the moment."""
        self._fates = aftermaths(self._afterwards.playing, self._desk.locale)

    @property
    def first(self) -> Fate:
        """The customer's."""
        return self._fates[0]

    @property
    def _sizes(self) -> tuple[float, float, float]:
        """Sizes of heading, values and labels; large text leaves room for the rows below."""
        return (17, 15, 13) if self._desk.frame.text < 1.4 else (14, 13, 12)

    def draw(self, surface: pygame.Surface, rect: Rect) -> int:
        """Draw it from the top of a place; returns where it ends."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        large, middle, _ = self._sizes
        told = self.first.told
        text.say(surface, told.title, rect.x, rect.y, large, palette.ink, bold=True)
        left = rect.x + text.width(told.title, large, bold=True) + px(14)
        down = (text.leading(large) - text.leading(middle)) // 2
        y = text.say(
            surface, told.headline, left, rect.y + down, middle, palette.ink, width=rect.right - left
        )
        y = self._stairs(surface, Rect(rect.x, y + px(6), rect.width, 0)) + px(8)
        y = self._chances(surface, Rect(rect.x, y, rect.width, 0)) + px(6)
        y = self._row(surface, Rect(rect.x, y, rect.width, 0), told.labels[3], told.regret.value)
        if told.worth is not None:
            roomy = desk.frame.text < 1.4 or len(self._fates) == 1
            reason = told.worth.reason if roomy else ""
            y = self._row(surface, Rect(rect.x, y, rect.width, 0), told.worth.label, told.worth.value, reason)
        self.bottom = self._others(surface, Rect(rect.x, y, rect.width, 0))
        return self.bottom

    def _stairs(self, surface: pygame.Surface, rect: Rect) -> int:
        """Five steps, those reached in full colour, each with its name below."""
        text, px, palette = self._desk.lettering, self._desk.frame.px, self._desk.palette
        small = self._sizes[2]
        foot = rect.y + px(STEPS[-1])
        steps = self.first.told.steps
        for step, place, high in zip(steps, rect.columns((1.0,) * len(steps), px(6)), STEPS, strict=True):
            bar = pygame.Rect(place.x, foot - px(high), place.width, px(high))
            pygame.draw.rect(
                surface, palette.jade if step.reached else palette.line, bar, border_radius=px(2)
            )
            colour = palette.ink if step.reached else palette.ink_soft
            text.say(surface, step.label, place.centre[0], foot + px(2), small, colour, align="centre")
        return foot + px(2) + text.leading(small)

    def _chances(self, surface: pygame.Surface, rect: Rect) -> int:
        """Coming back, leaving, recommending: side by side, the label above its word and number."""
        text, palette, px = self._desk.lettering, self._desk.palette, self._desk.frame.px
        _, middle, small = self._sizes
        told, foot = self.first.told, rect.y
        columns = rect.columns((1.0,) * len(told.chances), px(10))
        for label, chance, place in zip(told.labels, told.chances, columns, strict=False):
            y = text.say(surface, label, place.x, rect.y, small, palette.ink_soft, width=place.width)
            y = text.say(surface, chance.value, place.x, y, middle, palette.ink, bold=True, width=place.width)
            foot = max(foot, y)
        return foot

    def _row(self, surface: pygame.Surface, rect: Rect, label: str, value: str, reason: str = "") -> int:
        """A label with its value behind it, and a reason below."""
        text, palette, px = self._desk.lettering, self._desk.palette, self._desk.frame.px
        _, middle, small = self._sizes
        down = (text.leading(middle) - text.leading(small)) // 2
        text.say(surface, label, rect.x, rect.y + down, small, palette.ink_soft)
        left = rect.x + text.width(label, small) + px(10)
        y = text.say(surface, value, left, rect.y, middle, palette.ink, bold=True, width=rect.right - left)
        return (
            text.say(surface, reason, rect.x, y, small, palette.ink_soft, width=rect.width) if reason else y
        )

    def _others(self, surface: pygame.Surface, rect: Rect) -> int:
        """The steps of everybody else one spoke to."""
        words = " · ".join(f"{fate.name} {fate.loyalty}/{len(STEPS)}" for fate in self._fates[1:])
        if not words:
            return rect.y
        text, palette = self._desk.lettering, self._desk.palette
        return text.say(surface, words, rect.x, rect.y, self._sizes[2], palette.ink_soft, width=rect.width)

    def said(self) -> str:
        """All of it, for the voice."""
        told = self.first.told
        answers = [f"{each.label} {each.value}. {each.reason}" for each in told.answers]
        others = [f"{fate.name}: {fate.told.headline}" for fate in self._fates[1:]]
        return "\n".join([f"{told.title}: {told.headline}", told.advice, *answers, *others])
