"""What stands in front of a person: counter or table, name plate, cup with its steam, telephone, small things.

The cup is the customer's patience: three strands of steam, two, one, none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pygame

from game.desk.art.place import Room
from game.desk.art.raster import raster
from game.desk.art.steam import STEAM_BOX, cup, steam
from game.desk.art.svg import circle, document, ellipse, linear, path, placed, rect, stroke, url
from game.desk.art.svg import number as n

TOP = 644.0
"""Where the upper edge of the counter is, in units; the person stands behind it."""
CUP_X, CUP_Y = 540.0, 658.0
PLATE = (28.0, 634.0, 296.0, 70.0)
"""x, y, width and height of the name plate; text stands 26 units inside its left edge."""
FRAMES_A_SECOND = 12
_LOOP = 48


@dataclass(frozen=True, slots=True)
class Table:
    """The colours of a counter: its top in light and shade, edge, front in light and shade, grain."""

    light: str
    shade: str
    edge: str
    front: str
    foot: str
    grain: str


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "counter": Table("#C9945F", "#9A663E", "#EBC08F", "#67402A", "#3F2618", "#8A5934"),
        "desk": Table("#B9A58A", "#8F7B61", "#DCCBB1", "#574B3E", "#332C26", "#7F6D55"),
        "stone": Table("#A9B4B4", "#7F8C8E", "#D2DADA", "#445256", "#273236", "#75838A"),
        "bench": Table("#8D8474", "#675F52", "#B9AF9C", "#3D3932", "#24221E", "#554E43"),
        "dark": Table("#6B5140", "#493527", "#8E705A", "#2E211A", "#1A1310", "#3B2B20"),
    }
)


class Counter:
    """The counter with what stands on it.

    Args:
        size: of the window, in pixels.
        table: a name of `TABLES`.
        thing: a personal thing of the person that stands here: paper-birds, thermos, or nothing.

    `cup_x` (units) may be set where cards would cover the cup's usual place.
    """

    def __init__(self, size: tuple[int, int], table: str = "counter", thing: str = "none") -> None:
        self.table = table
        self.thing = thing
        self.strands = 3
        self.phone_down = False
        self.second_chair = False
        self.still = False  # motion reduced: steam stands still
        self.cup_x = CUP_X
        self._time = 0.0
        self._size = (0, 0)
        self._steam: dict[tuple[int, int], pygame.Surface] = {}
        self._kept: tuple[tuple[object, ...], pygame.Surface] | None = None
        self.resize(size)

    @property
    def unit(self) -> float:
        """Pixels per unit."""
        return min(self._size[0] / 1280, self._size[1] / 720)

    @property
    def top(self) -> int:
        """Where the counter begins, in pixels from the upper edge of the window."""
        return self._pixel(0, TOP - 14)[1]

    @property
    def plate(self) -> tuple[int, int, int, int]:
        """The name plate in pixels: x, y, width, height."""
        x, y = self._pixel(PLATE[0], PLATE[1])
        return x, y, round(PLATE[2] * self.unit), round(PLATE[3] * self.unit)

    @property
    def cup(self) -> tuple[int, int]:
        """Under the saucer, in pixels: where words about the tea are centred."""
        return self._pixel(self.cup_x, CUP_Y + 28)

    def resize(self, size: tuple[int, int]) -> None:
        """Fit another window."""
        if size != self._size:
            self._size = size
            self._steam.clear()
            self._kept = None

    def update(self, milliseconds: float) -> None:
        """Let the steam rise."""
        self._time += milliseconds

    def draw(self, surface: pygame.Surface, plate: bool = True) -> None:
        """Draw counter, things, cup and steam; `plate` leaves the name plate out when there is no name."""
        key = (self.table, self.thing, self.phone_down, self.second_chair, plate, self.cup_x)
        if self._kept is None or self._kept[0] != key:
            room = Room(self._size[0] / self.unit, self._size[1] / self.unit)
            box = (0.0, TOP - 120, room.width, 720 - TOP + 120)
            picture = document(self._body(room, plate), box, _defs(TABLES.get(self.table, TABLES["counter"])))
            self._kept = (key, raster(picture, (self._size[0], round(box[3] * self.unit))))
        surface.blit(self._kept[1], (0, self._size[1] - self._kept[1].get_height()))
        self._draw_steam(surface, self.cup_x, CUP_Y)

    def draw_corner_cup(self, surface: pygame.Surface, x: int, y: int) -> None:
        """The same cup by itself, for channels without a table; (x, y) is the middle of its foot in pixels."""
        size = (round(120 * self.unit), round(80 * self.unit))
        picture = raster(document(cup(60, 66), (0, 0, 120, 80)), size)
        surface.blit(picture, (x - size[0] // 2, y - round(66 * self.unit)))
        self._blit_steam(surface, x, y)

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        return round(x * self.unit), self._size[1] - round((720 - y) * self.unit)

    def _body(self, room: Room, plate: bool) -> str:
        w = room.width
        parts = [
            rect(0, TOP, w, 38, url("top")),
            rect(0, TOP, w, 3, url("rim")),
            rect(0, 682, w, 38, url("front")),
            rect(0, 682, w, 3, "#0C0705", 0.45),
            stroke(
                f"M120 654 L470 654 M660 664 L{n(w - 100)} 664 M40 672 L300 672",
                TABLES.get(self.table, TABLES["counter"]).grain,
                2,
                0.35,
            ),
        ]
        parts.append(things(self.thing))
        if self.phone_down:
            parts.append(placed(PHONE_DOWN, 392, 656))
        parts.append(cup(self.cup_x, CUP_Y))
        if plate:
            parts.append(_plate())
        return "".join(parts)

    def _draw_steam(self, surface: pygame.Surface, x: float, y: float) -> None:
        self._blit_steam(surface, *self._pixel(x, y))

    def _blit_steam(self, surface: pygame.Surface, x: int, y: int) -> None:
        if self.strands <= 0:
            return
        frame = 0 if self.still else int(self._time * FRAMES_A_SECOND / 1000) % _LOOP
        key = (min(3, self.strands), frame)
        left, top, width, height = STEAM_BOX
        if key not in self._steam:
            size = (round(width * self.unit), round(height * self.unit))
            self._steam[key] = raster(document(steam(key[0], frame / _LOOP), STEAM_BOX), size)
        surface.blit(self._steam[key], (x + round(left * self.unit), y + round(top * self.unit)))


PHONE_DOWN = (
    path("M-46 10 L46 10 L40 16 L-40 16Z", "#2A190F", opacity=0.4)
    + path("M-40 -2 L34 -2 L46 10 L-46 10Z", "#20262C")
    + rect(-46, 10, 92, 3, "#3A434A")
    + circle(-26, 2, 2.6, "#54616B")
)
"""A telephone lying on its face."""


def things(name: str) -> str:
    """What somebody keeps on the counter."""
    if name == "paper-birds":
        return "".join(
            placed(_bird(colour), 348 + 42 * i, 655 - (i % 2) * 3, (-6, 4, -3, 6)[i % 4], 1.25)
            for i, colour in enumerate(("#E8DFC9", "#C9DAD9", "#DDB8A6", "#D8D2B4"))
        )
    if name == "thermos":
        return placed(
            ellipse(0, 3, 28, 5, "#2A190F", 0.4)
            + rect(-19, -78, 38, 80, "#4D6B62", radius=6)
            + path("M6 -78 L19 -72 L19 0 L6 2Z", "#2F473F", opacity=0.7)
            + rect(-15, -96, 30, 20, "#C9CDC8", radius=4)
            + stroke("M-11 -66 L-11 -10", "#8FB0A4", 4, 0.6)
            + path("M-4 -40 Q4 -44 12 -36 Q6 -30 -2 -32Z", "#2F473F", opacity=0.8),
            432,
            660,
        )
    return ""


def _bird(colour: str) -> str:
    return (
        ellipse(0, 4, 22, 3.5, "#2A190F", 0.35)
        + path("M-22 -12 L-4 -4 L2 2 L-10 2Z", colour)
        + path("M-4 -4 L20 -20 L10 2 L2 2Z", "#FFFDF7")
        + path("M-2 -4 L8 -28 L14 -8Z", colour)
        + path("M-2 -4 L8 -28 L2 2Z", "#10191B", opacity=0.14)
        + path("M20 -20 L28 -17 L18 -13Z", colour)
        + stroke("M-4 -4 L10 2", "#8C8371", 0.9, 0.6)
    )


def _plate() -> str:
    return (
        path("M33 709 L41 645 L321 645 L329 709Z", "#10181A", opacity=0.4)
        + path("M28 696 L37 634 L315 634 L324 696Z", "#FFFCF5")
        + path("M28 696 L324 696 L325 703 L27 703Z", "#C9BCA2")
        + path("M37 634 L41 634 L32 696 L28 696Z", "#A83227")
    )


def _defs(table: Table) -> str:
    return (
        linear("top", (0, TOP), (0, 682), (0, table.light), (1, table.shade))
        + linear("front", (0, 682), (0, 720), (0, table.front), (1, table.foot))
        + linear("rim", (0, 0), (1280, 0), (0, table.edge), (0.45, table.edge), (1, table.light))
    )
