"""The counter on the screen: name plate, cup with its steam, telephone, chair, small things.

The cup is the customer's patience: three strands of steam, two, one, none.
"""

from __future__ import annotations

import pygame

from game.desk.art.place import Room
from game.desk.art.raster import raster
from game.desk.art.steam import STEAM_BOX, cup, steam
from game.desk.art.svg import document, group, placed
from game.desk.art.svg import number as n
from game.desk.art.table import CHAIR, PHONE_DOWN, PLATE, TABLES, TOP, plate, table_defs, table_top, things

CUP_X, CUP_Y = 540.0, 658.0
"""The middle of the saucer, in units."""
CHAIR_X, PHONE_X = 556.0, 392.0
FRAMES_A_SECOND = 12
LOOP = 48
"""Pictures of steam in one loop."""
_ABOVE = 180.0
"""How far things may rise above the counter, in units."""


class Counter:
    """The counter with what stands on it.

    Args:
        size: of the window, in pixels.
        table: a name of `table.TABLES`; an unknown one is the wooden counter.
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
    def room(self) -> Room:
        """What the window shows, in units."""
        return Room(self._size[0] / self.unit, self._size[1] / self.unit)

    @property
    def top(self) -> int:
        """Where the counter begins, in pixels from the upper edge of the window."""
        return self._pixel(0, TOP)[1]

    @property
    def plate(self) -> tuple[int, int, int, int]:
        """The name plate in pixels: x, y, width, height."""
        x, y = self._pixel(PLATE[0] + self.room.shift, PLATE[1])
        return x, y, round(PLATE[2] * self.unit), round(PLATE[3] * self.unit)

    @property
    def cup(self) -> tuple[int, int]:
        """Under the saucer, in pixels: where words about the tea are centred."""
        return self._pixel(self.cup_x + self.room.shift, CUP_Y + 28)

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
            box = (0.0, TOP - _ABOVE, self.room.width, 720 - TOP + _ABOVE)
            table = TABLES.get(self.table, TABLES["counter"])
            picture = document(self._body(plate), box, table_defs(table))
            self._kept = (key, raster(picture, (self._size[0], round(box[3] * self.unit))))
        surface.blit(self._kept[1], (0, self._size[1] - self._kept[1].get_height()))
        self._blit_steam(surface, *self._pixel(self.cup_x + self.room.shift, CUP_Y))

    def draw_corner_cup(self, surface: pygame.Surface, x: int, y: int) -> None:
        """The cup by itself, for channels without a table; (x, y) is the middle of its foot in pixels."""
        size = (round(120 * self.unit), round(80 * self.unit))
        picture = raster(document(cup(60, 66), (0, 0, 120, 80)), size)
        surface.blit(picture, (x - size[0] // 2, y - round(66 * self.unit)))
        self._blit_steam(surface, x, y)

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        return round(x * self.unit), self._size[1] - round((720 - y) * self.unit)

    def _body(self, named: bool) -> str:
        table = TABLES.get(self.table, TABLES["counter"])
        things_on_it = "".join(
            (
                things(self.thing),
                placed(PHONE_DOWN, PHONE_X, 656) if self.phone_down else "",
                cup(self.cup_x, CUP_Y),
                plate() if named else "",
            )
        )
        shift = f"translate({n(self.room.shift)} 0)" if self.room.shift else ""
        chair = group(placed(CHAIR, CHAIR_X, TOP), shift) if self.second_chair else ""
        return chair + table_top(table, self.room.width) + group(things_on_it, shift)

    def _blit_steam(self, surface: pygame.Surface, x: int, y: int) -> None:
        if self.strands <= 0:
            return
        frame = 0 if self.still else int(self._time * FRAMES_A_SECOND / 1000) % LOOP
        key = (min(3, self.strands), frame)
        left, top, width, height = STEAM_BOX
        if key not in self._steam:
            size = (round(width * self.unit), round(height * self.unit))
            self._steam[key] = raster(document(steam(key[0], frame / LOOP), STEAM_BOX), size)
        surface.blit(self._steam[key], (x + round(left * self.unit), y + round(top * self.unit)))
