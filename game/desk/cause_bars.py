"""Why one thing changed, or would have changed otherwise: named causes as bars that add up to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desk.layout import Rect
from game.desk.scene import Desk
from game.engine.reaction import Reaction
from game.engine.traits import Trait
from game.telling.causes import Teller
from game.telling.depth import Depth
from game.telling.reaction import causes_of, change
from game.telling.score_gap import signed
from game.telling.tenths import said_tenths, tenths
from game.telling.trait_names import favour

TINY = 25
"""Causes below this many basis points are told together with the rest."""

MOST = 5
"""So many causes are named; what is left of them is told together."""

WORDS = 0.56
POINTS = 0.64
"""Share of the width for the sentences; more of it where bars are points, whose numbers are shorter."""


@dataclass(frozen=True, slots=True)
class CauseRow:
    """One bar: its sentence in lines, its size, and whether it did good (1, 0, -1).

    `amount` is tenths of a percent, or points.
    """

    lines: tuple[str, ...]
    amount: int
    good: int


Told = Callable[[Depth], Sequence[tuple[str, int]]]
"""Tells every cause at a depth: its sentence and its size in basis points, the biggest first."""


class CauseBars:
    """Lays out and draws causes of one trait."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rows(self, told: Told, trait: Trait | None, room: Rect) -> tuple[float, tuple[CauseRow, ...]]:
        """The size of the letters and the rows that fit into a room.

        The sentences name the moves where there is room for three of them, otherwise everyday words do.
        Of points all rows are shown in smaller letters, in everyday words, rather than some in large ones.
        """
        sizes = (17, 16, 15, 14, 13) if self._desk.frame.text < 1.2 else (15, 14, 13, 12, 11)
        tries = [(Depth.COACH, 3), (Depth.CUE, 3), (Depth.CUE, 2), (Depth.CUE, 1)]
        if trait is None:
            tries = [(Depth.COACH, MOST - 1), (Depth.CUE, MOST - 1), *tries]
        for depth, least in tries:
            causes = told(depth)
            for size in sizes:
                for most in range(MOST, least - 1, -1):
                    rows = self._kept(causes, trait, most, size, room)
                    if sum(self._height(row, size, trait) for row in rows) <= room.height:
                        return size, rows
        return 12, self._kept(told(Depth.CUE), trait, 1, 12, room)

    def _height(self, row: CauseRow, size: float, trait: Trait | None) -> int:
        return len(row.lines) * self._desk.lettering.leading(size) + self._space(trait)

    def _space(self, trait: Trait | None) -> int:
        """Room below a row; rows of points, which are many, stand closer."""
        return self._desk.frame.px(2 if trait is None else 6)

    def _kept(
        self, causes: Sequence[tuple[str, int]], trait: Trait | None, most: int, size: float, room: Rect
    ) -> tuple[CauseRow, ...]:
        """The biggest causes by name and the rest together, with sizes that add up."""
        tiny = TINY if trait is not None else 1
        kept = ([each for each in causes if abs(each[1]) >= tiny] or list(causes))[:most]
        if len(causes) == len(kept) + 1:  # one that is left is told by its own name
            kept = list(causes)
        rest = causes[len(kept) :]
        if rest:
            kept = [*kept, (self._desk.words("All the rest together"), sum(amount for _, amount in rest))]
        wide = round(room.width * _words(trait))
        amounts = [amount for _, amount in kept]
        parts = tenths(amounts) if trait is not None else amounts
        return tuple(
            CauseRow(self._desk.lettering.wrap(sentence, size, wide), part, _good(trait, amount))
            for (sentence, amount), part in zip(kept, parts, strict=True)
        )

    def draw(
        self, surface: pygame.Surface, told: Told, trait: Trait | None, room: Rect, nothing: str
    ) -> None:
        """Draw the rows from the top down, with one line at nothing from which the bars grow.

        Args:
            surface: what to draw on.
            told: the causes.
            trait: what they are causes of; None for points of the score.
            room: where.
            nothing: what is said where there is no cause.
        """
        text, px, palette = self._desk.lettering, self._desk.frame.px, self._desk.palette
        size, rows = self.rows(told, trait, room)
        if not rows:
            text.say(surface, nothing, room.x, room.y, size, palette.ink_soft, width=room.width)
            return
        zero, per_tenth = self._scale(rows, room, size, trait)
        bar, y = min(px(19), text.leading(size) - px(4)), room.y
        for row in rows:
            high = self._height(row, size, trait)
            top = y
            for line in row.lines:
                top = text.say(surface, line, room.x, top, size, palette.ink)
            middle = y + (high - self._space(trait)) // 2
            long = max(px(2), round(abs(row.amount) * per_tenth)) if row.amount else 0
            colour = {1: palette.jade, -1: palette.colour("mistake"), 0: palette.edge}[row.good]
            left = zero - long if row.amount < 0 else zero
            if long:
                rect = pygame.Rect(left, middle - bar // 2, long, bar)
                pygame.draw.rect(surface, colour, rect, border_radius=px(3))
            words = said_tenths(row.amount) if trait is not None else signed(row.amount)
            number = text.line(words, 16 if size > 14 else size, palette.ink, bold=True)
            x = left - px(8) - number.get_width() if row.amount < 0 else zero + long + px(8)
            surface.blit(number, (x, middle - number.get_height() // 2))
            y += high
        pygame.draw.rect(surface, palette.ink, (zero - px(1), room.y, px(2), y - room.y - px(4)))

    def _scale(
        self, rows: tuple[CauseRow, ...], room: Rect, size: float, trait: Trait | None
    ) -> tuple[int, float]:
        """Where nothing stands, and how long a tenth of a percent or a point is, in real pixels."""
        text, px = self._desk.lettering, self._desk.frame.px
        down = max((-row.amount for row in rows), default=0)
        up = max((row.amount for row in rows), default=0)
        down, up = max(down, 0), max(up, 0)
        number = text.width(
            "−88.8" if trait is not None else "−888", 16 if size > 14 else size, bold=True
        ) + px(14)
        left, right = room.x + round(room.width * _words(trait)) + px(8), room.right
        before = number if down else px(4)
        after = number if up else px(4)
        room_for_bars = max(px(40), right - left - before - after)
        per_tenth = min(room_for_bars / max(down + up, 1), px(3.2))
        zero = round(left + before + down * per_tenth) if up else right - px(4)
        return zero, per_tenth


def _words(trait: Trait | None) -> float:
    return WORDS if trait is not None else POINTS


def _good(trait: Trait | None, amount: int) -> int:
    """Whether a change did good (1, 0, -1); more points are always better."""
    return (amount > 0) - (amount < 0) if trait is None else favour(trait, amount)


def told_of(reaction: Reaction, trait: Trait, teller: Teller) -> Told:
    """The causes of a trait's change in a turn."""
    causes = causes_of(reaction, trait)
    return lambda depth: [(teller.tell(reaction, cause, depth), cause.amount) for cause in causes]


def together(reaction: Reaction, trait: Trait) -> str:
    """The whole change of a trait, as the rows add up to it."""
    return said_tenths(sum(tenths([change(reaction, trait)])))
