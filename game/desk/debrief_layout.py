"""Where things stand in the debrief. Pure; heights that depend on letters come in from outside."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.layout import MARGIN, Frame, Rect

AXIS = 56
"""Units left of the chart for the numbers of its scale."""

RIGHT = 32
"""Units right of the chart within the margin."""

SHAPE = 0.93
"""Width through height of a face in the strip."""

LEFT_CARD = 0.365
LEFT_CARD_LARGE = 0.47
"""Share of the width for what was said and thought; the causes have the rest."""


@dataclass(frozen=True, slots=True)
class ReviewLayout:
    """The page of faces, curves and causes."""

    strip: Rect
    chart: Rect
    numbers: Rect
    said: Rect
    causes: Rect
    legend: Rect

    def slot(self, turn: int, slots: int) -> Rect:
        """The column of a turn, from the faces down to the numbers."""
        left = self.chart.x + self.chart.width * (turn - 1) // slots
        right = self.chart.x + self.chart.width * turn // slots
        return Rect(left, self.strip.y, right - left, self.numbers.bottom - self.strip.y)

    def face(self, turn: int, slots: int) -> Rect:
        """The frame of a turn's face: as wide as its column allows, never wider than it is high."""
        slot = self.slot(turn, slots)
        width = min(slot.width - max(2, self.strip.height // 14), round(self.strip.height * SHAPE))
        return Rect(slot.x + (slot.width - width) // 2, self.strip.y, width, self.strip.height)


def body(frame: Frame, header: int, bar: int) -> Rect:
    """The part of the page between the header and the bar at the foot, inside the margins."""
    page, margin = frame.page, frame.px(MARGIN)
    return Rect(page.x + margin, header, page.width - 2 * margin, frame.height - header - bar)


def review_layout(frame: Frame, room: Rect, small: int, slots: int) -> ReviewLayout:
    """Lay out the page of faces, curves and causes.

    Args:
        frame: the window.
        room: from `body`.
        small: height of a line of labels.
        slots: turns that the strip and the chart have room for; many turns make small faces.
    """
    px = frame.px
    strip_high, chart_high = (84, 166) if frame.text < 1.2 else (70, 138) if frame.text < 1.4 else (58, 108)
    left, right = room.x + px(AXIS), room.right - px(RIGHT)
    top = room.y + px(16 if frame.text < 1.4 else 10)
    widest = (right - left) // slots - px(6)
    high = min(px(strip_high), max(px(40), round(widest / SHAPE)))
    strip = Rect(left, top, right - left, high)
    chart = Rect(left, strip.bottom + px(14), right - left, px(chart_high))
    numbers = Rect(left, chart.bottom + px(2), right - left, small)
    legend = Rect(room.x, room.bottom - small - px(8), room.width, small)
    top = numbers.bottom + px(8)
    high = legend.y - px(10) - top
    share = LEFT_CARD if frame.text < 1.4 else LEFT_CARD_LARGE
    wide = round(room.width * share)
    gap = px(20)
    return ReviewLayout(
        strip=strip,
        chart=chart,
        numbers=numbers,
        said=Rect(room.x, top, wide, high),
        causes=Rect(room.x + wide + gap, top, room.width - wide - gap, high),
        legend=legend,
    )
