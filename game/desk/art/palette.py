"""The named colours of the interface, by light and by night, and their contrast.

Scenery and people have their own pigments (`pigment`); what is named here is what text, borders and
signs are drawn in. Every pair that may meet is listed, so that a test can compute its contrast.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of interface colours, each `#RRGGBB`."""

    paper: str  # the ground
    card: str  # what is read
    ink: str  # text
    ink_soft: str  # labels and cues
    vermilion: str  # focus, seal, now; nothing else
    jade: str  # better, attainable
    sky: str  # links, pass mark
    amber: str  # caution
    plum: str  # pressure in charts
    edge: str  # borders that carry meaning
    line: str  # hairlines that carry none
    resting: str  # a choice that is not in focus
    wall: str  # the dark ground behind bubble and choices
    header: str
    header_text: str
    header_dim: str
    header_mark: str
    judgements: Mapping[str, str]  # by judgement: best, good, inaccuracy, mistake, blunder

    def colour(self, name: str) -> str:
        """A colour by its name, the judgements included.

        Raises:
            KeyError: when the palette has no such colour.
        """
        if name in self.judgements:
            return self.judgements[name]
        if name not in self.__slots__ or name == "judgements":
            raise KeyError(name)
        value: str = getattr(self, name)
        return value


LIGHT = Palette(
    paper="#F4EEE2",
    card="#FFFCF5",
    ink="#23272B",
    ink_soft="#5A5F63",
    vermilion="#A83227",
    jade="#1E6B57",
    sky="#2A5B87",
    amber="#8A5A0B",
    plum="#6B3F6E",
    edge="#8C8371",
    line="#D8CDB9",
    resting="#EFE6D3",
    wall="#1B363A",
    header="#0D1B1E",
    header_text="#FFFCF5",
    header_dim="#B9B4A8",
    header_mark="#F2806F",
    judgements=MappingProxyType(
        {
            "best": "#1E6B57",
            "good": "#2A5B87",
            "inaccuracy": "#8A5A0B",
            "mistake": "#B4481A",
            "blunder": "#8E1F1F",
        }
    ),
)
NIGHT = Palette(
    paper="#12181B",
    card="#1D262B",
    ink="#F3EEE3",
    ink_soft="#B9B4A8",
    vermilion="#F2806F",
    jade="#63C9AC",
    sky="#8CBDEB",
    amber="#E9B85C",
    plum="#D3A0D6",
    edge="#6E7B82",
    line="#3A464C",
    resting="#27333A",
    wall="#0F2225",
    header="#0D1B1E",
    header_text="#FFFCF5",
    header_dim="#B9B4A8",
    header_mark="#F2806F",
    judgements=MappingProxyType(
        {
            "best": "#63C9AC",
            "good": "#8CBDEB",
            "inaccuracy": "#E9B85C",
            "mistake": "#F59A6B",
            "blunder": "#FF7A7A",
        }
    ),
)
PALETTES: Mapping[str, Palette] = MappingProxyType({"light": LIGHT, "night": NIGHT})

TEXT = 4.5
"""The least contrast of text (WCAG 2, level AA)."""
BORDER = 3.0
"""The least contrast of a border or sign that carries meaning."""
PAIRS: tuple[tuple[str, str, float], ...] = (
    *(
        (name, ground, TEXT)
        for name in ("ink", "ink_soft", "vermilion", "jade", "sky", "amber", "plum")
        for ground in ("paper", "card")
    ),
    ("edge", "paper", BORDER),
    ("edge", "card", BORDER),
    ("ink", "resting", TEXT),
    ("header_text", "header", TEXT),
    ("header_dim", "header", TEXT),
    ("header_mark", "header", TEXT),
    *((judgement, "card", TEXT) for judgement in ("best", "good", "inaccuracy", "mistake", "blunder")),
)
"""What may stand on what, with the contrast it must reach in both palettes."""


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0..255, of `#RRGGBB`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2, 0..1."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours by WCAG 2, 1..21, whichever comes first."""
    dark, bright = sorted((luminance(first), luminance(second)))
    return (bright + 0.05) / (dark + 0.05)


def blend(first: str, second: str, share: float) -> str:
    """The colour that lies `share` (0..1) of the way from the first to the second."""
    mixed = (round(a + (b - a) * share) for a, b in zip(channels(first), channels(second), strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)
