"""Judgements in words and as signs that can be told apart without colour."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.analysis.judgement import Judgement
from game.language.text import LocalisedText
from game.telling.trait_names import text

NAMES: Mapping[Judgement, LocalisedText] = MappingProxyType(
    {
        Judgement.BEST: text("Best", "最佳"),
        Judgement.GOOD: text("Good", "不错"),
        Judgement.INACCURACY: text("Inaccuracy", "欠准"),
        Judgement.MISTAKE: text("Mistake", "失误"),
        Judgement.BLUNDER: text("Blunder", "大错"),
    }
)

SIGNS: Mapping[Judgement, str] = MappingProxyType(
    {
        Judgement.BEST: "★",
        Judgement.GOOD: "✓",
        Judgement.INACCURACY: "~",
        Judgement.MISTAKE: "!",
        Judgement.BLUNDER: "✗",
    }
)
"""One character each, for the terminal."""

TONES: Mapping[Judgement, str] = MappingProxyType(
    {
        Judgement.BEST: "#1E6B57",
        Judgement.GOOD: "#2A5B87",
        Judgement.INACCURACY: "#8A5A12",
        Judgement.MISTAKE: "#B4481A",
        Judgement.BLUNDER: "#8E1F1F",
    }
)
"""Colours on light ground; the shape alone says the same."""

_SHAPES: Mapping[Judgement, str] = MappingProxyType(
    {
        Judgement.BEST: (
            "<circle r='10' fill='{tone}'/><polygon fill='#FFF' points='0,-6.6 1.9,-2 6.3,-2 2.8,1.1 4.1,5.8 "
            "0,3.1 -4.1,5.8 -2.8,1.1 -6.3,-2 -1.9,-2'/>"
        ),
        Judgement.GOOD: (
            "<circle r='10' fill='{tone}'/><path d='M-4.5 .4 L-1.4 3.6 L4.7 -3.4' fill='none' stroke='#FFF' "
            "stroke-width='2.4' stroke-linecap='round' stroke-linejoin='round'/>"
        ),
        Judgement.INACCURACY: (
            "<circle r='9' fill='#FFF' stroke='{tone}' stroke-width='2'/><path d='M-5 1.2 C-3 -3 -1.4 -2 0 0 "
            "S3 3 5 -1.2' fill='none' stroke='{tone}' stroke-width='2.2' stroke-linecap='round'/>"
        ),
        Judgement.MISTAKE: (
            "<path d='M0 -10.5 L10.5 8.5 L-10.5 8.5 Z' fill='{tone}' stroke='{tone}' stroke-width='1.6' "
            "stroke-linejoin='round'/><path d='M0 -4.4 L0 2' stroke='#FFF' stroke-width='2.4' "
            "stroke-linecap='round'/><circle cy='5.6' r='1.5' fill='#FFF'/>"
        ),
        Judgement.BLUNDER: (
            "<path d='M0 -11 L11 0 L0 11 L-11 0 Z' fill='{tone}'/><path d='M-3.6 -3.6 L3.6 3.6 M3.6 -3.6 "
            "L-3.6 3.6' stroke='#FFF' stroke-width='2.4' stroke-linecap='round'/>"
        ),
    }
)


def sign(judgement: Judgement, x: float = 12, y: float = 12) -> str:
    """The sign of a judgement as a part of an SVG picture, 22 wide, its middle at a place."""
    shape = _SHAPES[judgement].format(tone=TONES[judgement])
    return f"<g transform='translate({x:.1f} {y:.1f})'>{shape}</g>"
