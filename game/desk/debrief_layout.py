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

LEFT_CARD = 0.36
LEFT_CARD_LARGE = 0.44
"""Share of the width for what was said and thought; the causes have the rest."""


@dataclass(frozen=True, slots=True)
class ReviewLayout:
    """The page of faces, curves and causes.

    `edges` are where the columns of the turns begin and end, shares of the chart's width; columns count
    from 1.
    """

    strip: Rect
    chart: Rect
    numbers: Rect
    said: Rect
    causes: Rect
    legend: Rect
    edges: tuple[float, ...]

    @property
    def columns(self) -> range:
        """The numbers of the columns."""
        return range(1, len(self.edges))

    def slot(self, column: int) -> Rect:
        """The column of a turn, from the faces down to the numbers."""
        left = self.chart.x + round(self.chart.width * self.edges[column - 1])
        right = self.chart.x + round(self.chart.width * self.edges[column])
        return Rect(left, self.strip.y, right - left, self.numbers.bottom - self.strip.y)

    def face(self, column: int) -> Rect:
        """The frame of a turn's face: as wide as its column allows, never wider than it is high."""
        slot = self.slot(column)
        width = min(slot.width - max(2, self.strip.height // 14), round(self.strip.height * SHAPE))
        return Rect(slot.x + (slot.width - width) // 2, self.strip.y, width, self.strip.height)


def body(frame: Frame, header: int, bar: int) -> Rect:
    """The part of the page between the header and the bar at the foot, inside the margins."""
    page, margin = frame.page, frame.px(MARGIN)
    return Rect(page.x + margin, header, page.width - 2 * margin, frame.height - header - bar)


def review_layout(frame: Frame, room: Rect, small: int, shares: tuple[float, ...]) -> ReviewLayout:
    """Lay out the page of faces, curves and causes.

    Args:
        frame: the window.
        room: from `body`.
        small: height of a line of labels.
        shares: how wide each turn's column is against the others; many turns make small faces.
    """
    px = frame.px
    strip_high, chart_high = (80, 150) if frame.text < 1.2 else (66, 128) if frame.text < 1.4 else (52, 112)
    left, right = room.x + px(AXIS), room.right - px(RIGHT)
    top = room.y + px(14 if frame.text < 1.4 else 8)
    edges = tuple(sum(shares[:column]) / sum(shares) for column in range(len(shares) + 1))
    widest = round((right - left) * max(shares) / sum(shares)) - px(6)
    high = min(px(strip_high), max(px(40), round(widest / SHAPE)))
    strip = Rect(left, top, right - left, high)
    chart = Rect(left, strip.bottom + px(12), right - left, px(chart_high))
    numbers = Rect(left, chart.bottom + px(2), right - left, small)
    legend = Rect(room.x, room.bottom - small - px(7), room.width, small)
    top = numbers.bottom + px(6)
    high = legend.y - px(9) - top
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
        edges=edges,
    )
