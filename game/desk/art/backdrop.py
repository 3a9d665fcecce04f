"""Scenery on the screen: painted once for a window's size, with a clock that tells story time and lamps."""

from __future__ import annotations

import pygame

from game.desk.art import fittings
from game.desk.art.place import LIGHTS, Lamp, Light, Place, Room, Sheet, time_of_day
from game.desk.art.places import paint
from game.desk.art.raster import blurred, raster
from game.desk.art.svg import circle, document, radial, rect, url


class Backdrop:
    """A place, filling a window.

    Args:
        place: a word of `looks.PLACES`; an unknown one is the reception.
        size: of the window, in pixels.
        light: a name of `place.LIGHTS`; by default that of the story's clock.
        seconds: story time, after midnight.
    """

    def __init__(
        self, place: str, size: tuple[int, int], light: str | None = None, seconds: int = 36_000
    ) -> None:
        self.place = place
        self._light = light or time_of_day(seconds)
        self._seconds = seconds
        self._time = 0.0
        self._size = (0, 0)
        self._clock: tuple[int, pygame.Surface] | None = None
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
    def table(self) -> str:
        """What stands in front of the person here; a name of `counter.TABLES`."""
        return self._painted.table

    def resize(self, size: tuple[int, int]) -> None:
        """Paint the place for another window."""
        if size == self._size:
            return
        self._size = size
        room = self.room
        self._painted: Place = paint(self.place, room, self._light)
        self._surface = _paint(self._painted, room, size, LIGHTS.get(self._light, LIGHTS["morning"]))
        self._clock = None

    def tell(self, seconds: int) -> None:
        """Set the story's clock."""
        self._seconds = seconds

    def update(self, milliseconds: float) -> None:
        """Let time pass for the lamps."""
        self._time += milliseconds

    def draw(self, surface: pygame.Surface) -> None:
        """Fill the surface with the place."""
        surface.blit(self._surface, (0, 0))
        if self._painted.clock is not None:
            self._draw_clock(surface, self._painted.clock)
        for lamp in self._painted.lamps:
            self._draw_lamp(surface, lamp)

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        return round(x * self.unit), round((y - self.room.top) * self.unit)

    def _draw_clock(self, surface: pygame.Surface, clock: tuple[float, float, float]) -> None:
        x, y, r = clock
        minute = self._seconds // 60
        if self._clock is None or self._clock[0] != minute:
            side = max(8, round(2 * r * self.unit))
            hands = document(fittings.clock_hands(x, y, r, minute * 60), (x - r, y - r, 2 * r, 2 * r))
            self._clock = (minute, raster(hands, (side, side)))
        surface.blit(self._clock[1], self._pixel(x - r, y - r))

    def _draw_lamp(self, surface: pygame.Surface, lamp: Lamp) -> None:
        on = self._time % lamp.period < lamp.period / 2
        size = max(6, round(lamp.r * 6 * self.unit))
        reach = lamp.r * 3
        body = (
            circle(lamp.x, lamp.y, reach, url("halo"))
            + circle(lamp.x, lamp.y, lamp.r, lamp.colour)
            + circle(lamp.x - lamp.r * 0.3, lamp.y - lamp.r * 0.3, lamp.r * 0.32, "#FFD5CC")
            if on
            else circle(lamp.x, lamp.y, lamp.r, "#6E2A22")
            + circle(lamp.x - 2, lamp.y - 2, lamp.r * 0.3, "#A8675E")
        )
        halo = radial("halo", (lamp.x, lamp.y), reach, (0.2, lamp.colour, 0.55), (1, lamp.colour, 0))
        picture = raster(
            document(body, (lamp.x - reach, lamp.y - reach, 2 * reach, 2 * reach), halo), (size, size)
        )
        surface.blit(picture, self._pixel(lamp.x - reach, lamp.y - reach))


def _paint(place: Place, room: Room, size: tuple[int, int], light: Light) -> pygame.Surface:
    unit = size[0] / room.width
    box = (0.0, room.top, room.width, room.height)
    surface = pygame.Surface(size)
    for sheet in (*place.sheets, *_shadows(room, light), *_glows(place, light), _vignette(room)):
        _lay(surface, sheet, box, size, unit)
    return surface.convert() if pygame.display.get_surface() is not None else surface


def _lay(
    surface: pygame.Surface,
    sheet: Sheet,
    box: tuple[float, float, float, float],
    size: tuple[int, int],
    unit: float,
) -> None:
    """Paint one sheet. What is far out of focus is painted smaller: nobody can tell, and it is quicker."""
    radius = sheet.blur * unit
    share = 4 if radius >= 8 else 2 if radius >= 3 else 1
    small = (max(1, size[0] // share), max(1, size[1] // share))
    picture = raster(document(sheet.body, box, sheet.defs), small)
    if sheet.adds:
        black = pygame.Surface(small)
        black.blit(picture, (0, 0))
        picture = black
    picture = blurred(picture, radius / share)
    if share > 1:
        picture = pygame.transform.smoothscale(picture, size)
    surface.blit(picture, (0, 0), special_flags=pygame.BLEND_RGB_ADD if sheet.adds else 0)


def _shadows(room: Room, light: Light) -> tuple[Sheet, ...]:
    if light.dusk <= 0:
        return ()
    return (Sheet(rect(0, room.top, room.width, room.height, "#0B1626", light.dusk)),)


def _glows(place: Place, light: Light) -> tuple[Sheet, ...]:
    if not place.glows:
        return ()
    strength = 0.5 if light.lamps else 0.14
    body, defs = "", ""
    for index, glow in enumerate(place.glows):
        name = f"glow{index}"
        fading = ((0.0, 1.0), (0.25, 0.58), (0.5, 0.26), (0.75, 0.07), (1.0, 0.0))
        stops = tuple((at, glow.colour, strength * share) for at, share in fading)
        defs += radial(name, (glow.x, glow.y), glow.r, *stops)
        body += circle(glow.x, glow.y, glow.r, url(name))
    return (Sheet(body, defs, adds=True),)


def _vignette(room: Room) -> Sheet:
    body = rect(0, room.top, room.width, room.height, url("edge"))
    edge = radial(
        "edge", (room.split * 0.72, 300), room.width * 0.77, (0.45, "#0C1A1C", 0), (1, "#0C1A1C", 0.5)
    )
    return Sheet(body, edge)
