"""The colours of charts by their purpose, for light and dark ground."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Tones = Mapping[str, str]
"""Colours `#RRGGBB` by purpose; both sets have the same keys."""

LIGHT: Tones = MappingProxyType(
    {
        "ground": "#F4EEE2",
        "plate": "#FFFCF5",
        "ink": "#23272B",
        "ink-soft": "#5A5F63",
        "edge": "#8C8371",
        "line": "#D8CDB9",
        "focus": "#A83227",
        "trust": "#2A5B87",
        "emotion": "#1E6B57",
        "pressure": "#6B3F6E",
        "good": "#1E6B57",
        "bad": "#B4481A",
        "pass": "#2A5B87",
        "gone": "#8E1F1F",
        "empty": "#E4D9C3",
        "band": "#EFE7D6",
        "band-other": "#E9EFE6",
    }
)
NIGHT: Tones = MappingProxyType(
    {
        "ground": "#12181B",
        "plate": "#1D262B",
        "ink": "#F3EEE3",
        "ink-soft": "#B9B4A8",
        "edge": "#6E7B82",
        "line": "#3A464C",
        "focus": "#F2806F",
        "trust": "#8CBDEB",
        "emotion": "#63C9AC",
        "pressure": "#D3A0D6",
        "good": "#63C9AC",
        "bad": "#F59A6B",
        "pass": "#8CBDEB",
        "gone": "#FF7A7A",
        "empty": "#313D43",
        "band": "#171F23",
        "band-other": "#1B2726",
    }
)
