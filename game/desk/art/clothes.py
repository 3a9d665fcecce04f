"""Every garment by its word."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.desk.art.clothes_casual import CARDIGAN, JACKET, KNIT, VEST, WORKWEAR
from game.desk.art.clothes_office import BLAZER, COAT, SHIRT, SUIT
from game.desk.art.garment import Garment

GARMENTS: Mapping[str, Garment] = MappingProxyType(
    {
        "suit": SUIT,
        "blazer": BLAZER,
        "shirt": SHIRT,
        "cardigan": CARDIGAN,
        "jacket": JACKET,
        "vest": VEST,
        "knit": KNIT,
        "coat": COAT,
        "workwear": WORKWEAR,
    }
)
"""By the words of `looks.CLOTHES`."""
