"""Paints charts as SVG: for pages of the classroom, for reports, and (without letters) for the desk."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from game.telling.charts import Anchor, Area, Bar, Chart, Dash, Dot, Label, Line, Mark
from game.telling.tones import LIGHT, Tones

_DASHES: dict[Dash, str] = {"solid": "", "dashed": "9 5", "dotted": "2 5"}
_ANCHORS: dict[Anchor, str] = {"left": "start", "centre": "middle", "right": "end"}
FACES = "'Noto Sans', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
"""Families in which a browser is to set the labels."""


def svg(
    chart: Chart,
    width: float,
    height: float,
    tones: Tones = LIGHT,
    *,
    letters: bool = True,
    margin: float = 0,
    unit: float = 1.0,
) -> str:
    """A chart as the text of an SVG picture.

    Args:
        chart: what to paint.
        width: of the chart's room in pixels; the picture is larger by the margin on every side.
        height: of the chart's room in pixels.
        tones: colours by purpose.
        letters: paint the labels; without them the words of the chart are its title only.
        margin: room around the chart for labels and strokes that reach over its edge.
        unit: pixels of the picture per pixel of the guide, for strokes, dots and letters.
    """
    brush = _Brush(width, height, tones, margin, unit)
    body = "".join(brush.paint(mark) for mark in chart.marks if letters or not isinstance(mark, Label))
    whole, tall = width + 2 * margin, height + 2 * margin
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {whole:g} {tall:g}' width='{whole:g}' "
        f"height='{tall:g}' role='img' aria-label={quoteattr(chart.said)}>"
        f"<title>{escape(chart.said)}</title>{body}</svg>"
    )


class _Brush:
    """Writes marks at real places."""

    def __init__(self, width: float, height: float, tones: Tones, margin: float, unit: float) -> None:
        self._width, self._height, self._tones = width, height, tones
        self._margin, self._unit = margin, unit

    def paint(self, mark: Mark) -> str:
        """One mark as SVG."""
        match mark:
            case Line():
                return self._line(mark)
            case Area():
                path = " ".join(self._place(*point) for point in mark.points)
                fill = self._tones[mark.tone]
                return f"<polygon points='{path}' fill='{fill}' fill-opacity='{mark.opacity:g}'/>"
            case Bar():
                x, y = self._at(mark.x, mark.y + mark.height)
                wide, tall = mark.width * self._width, mark.height * self._height
                return (
                    f"<rect x='{x:.2f}' y='{y:.2f}' width='{wide:.2f}' height='{tall:.2f}' "
                    f"fill='{self._tones[mark.tone]}' fill-opacity='{mark.opacity:g}'/>"
                )
            case Dot():
                x, y = self._at(mark.x, mark.y)
                rim, ground = 2.2 * self._unit, self._tones["ground"]
                return (
                    f"<circle cx='{x:.2f}' cy='{y:.2f}' r='{mark.radius * self._unit:.2f}' "
                    f"fill='{self._tones[mark.tone]}' stroke='{ground}' stroke-width='{rim:.2f}'/>"
                )
            case Label():
                return self._label(mark)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._margin + x * self._width, self._margin + (1 - y) * self._height

    def _place(self, x: float, y: float) -> str:
        left, top = self._at(x, y)
        return f"{left:.2f},{top:.2f}"

    def _line(self, mark: Line) -> str:
        dash = _DASHES[mark.dash]
        scaled = " ".join(f"{float(part) * self._unit:g}" for part in dash.split())
        dashes = f" stroke-dasharray='{scaled}'" if dash else ""
        path = "M" + " L".join(self._place(*point) for point in mark.points)
        stroke = self._tones[mark.tone]
        return (
            f"<path d='{path}' fill='none' stroke='{stroke}' stroke-opacity='{mark.opacity:g}' "
            f"stroke-width='{mark.width * self._unit:.2f}' stroke-linejoin='round' stroke-linecap='"
            f"{'butt' if dash else 'round'}'{dashes}/>"
        )

    def _label(self, mark: Label) -> str:
        x, y = self._at(mark.x, mark.y)
        y -= mark.lift * self._unit
        size = mark.size * self._unit
        halo = (
            f" paint-order='stroke' stroke='{self._tones['plate']}' stroke-width='{size / 3:.2f}' "
            f"stroke-linejoin='round'"
            if mark.plate
            else ""
        )
        return (
            f"<text x='{x:.2f}' y='{y + size * 0.36:.2f}' font-family=\"{FACES}\" font-size='{size:.2f}' "
            f"font-weight='{'700' if mark.bold else '400'}' text-anchor='{_ANCHORS[mark.anchor]}' "
            f"fill='{self._tones[mark.tone]}'{halo}>{escape(mark.text)}</text>"
        )
