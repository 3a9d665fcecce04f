"""What a place is: sheets of scenery from far to near, a clock, lamps, and the light of the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

GUIDE_WIDTH, GUIDE_HEIGHT = 1280.0, 720.0
TALK = 684.0
"""Width of the quiet part on the right, where bubble and choices stand."""


@dataclass(frozen=True, slots=True)
class Room:
    """The part of the world that a window shows, in units.

    A wider window shows more of the scenery on the left, a taller one more of the ceiling: y = 720 is always
    its lower edge, x = 0 its left one.
    """

    width: float = GUIDE_WIDTH
    height: float = GUIDE_HEIGHT

    @property
    def split(self) -> float:
        """Where the scenery ends and the quiet wall begins."""
        return self.width - TALK

    @property
    def extra(self) -> float:
        """By how much the scenery is wider than in the guide."""
        return self.width - GUIDE_WIDTH

    @property
    def shift(self) -> float:
        """How far person, plate and cup stand to the right of their places in the guide."""
        return max(0.0, self.extra) / 4

    @property
    def top(self) -> float:
        """The upper edge; 0 in the guide, less in a taller window."""
        return GUIDE_HEIGHT - self.height


@dataclass(frozen=True, slots=True)
class Light:
    """The light of a time of day."""

    sky: tuple[str, str, str]  # top, middle, horizon
    beam: str  # what a sunbeam adds to what it falls on; black adds nothing
    haze: str  # far houses
    window: str  # their windows
    dusk: float = 0.0  # 0 day .. 1 night: how much the room is darkened
    lamps: bool = False  # whether lamps are lit


LIGHTS: Mapping[str, Light] = MappingProxyType(
    {
        "morning": Light(("#9FC3D2", "#CFE2E4", "#F1E6CC"), "#3B331F", "#9DB9C2", "#E9F0E6"),
        "noon": Light(("#8FBCD3", "#C4DFE8", "#E6EFEA"), "#232116", "#97B6C3", "#EEF4F0"),
        "afternoon": Light(("#A3BFCB", "#D9DECF", "#F2D9AE"), "#40311A", "#A3B4B4", "#F3EAD2", 0.06),
        "evening": Light(("#4C6380", "#8D8799", "#E3A886"), "#1E140C", "#6B7488", "#FFD99A", 0.24, True),
        "night": Light(("#16253A", "#24364B", "#3C4A5C"), "#000000", "#2C3B4F", "#FFD08A", 0.42, True),
    }
)
"""By name; every name but `night` suits a story that is played by day."""


def time_of_day(seconds: int) -> str:
    """The light at so many seconds after midnight."""
    hour = seconds / 3600 % 24
    for name, end in (
        ("night", 6.0),
        ("morning", 11.0),
        ("noon", 14.5),
        ("afternoon", 17.5),
        ("evening", 19.5),
    ):
        if hour < end:
            return name
    return "night"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of scenery: SVG in units, out of focus by `blur` units; `adds` makes it light."""

    body: str
    defs: str = ""
    blur: float = 0.0
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Lamp:
    """A small light that blinks: on for half of every `period` milliseconds."""

    x: float
    y: float
    r: float
    colour: str = "#E8432D"
    period: float = 1600.0


@dataclass(frozen=True, slots=True)
class Glow:
    """The light around a lamp: faint by day, full when lamps are lit."""

    x: float
    y: float
    r: float
    colour: str = "#FFDFA0"


@dataclass(frozen=True, slots=True)
class Place:
    """A painted place, for one room and one light."""

    sheets: tuple[Sheet, ...]
    clock: tuple[float, float, float] | None = None  # x, y, radius
    lamps: tuple[Lamp, ...] = ()
    glows: tuple[Glow, ...] = ()
    table: str = "counter"  # what stands in front; a name of `counter.TABLES`
