"""What the words of `looks` are painted with: skin, hair and cloth in their light and their shade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.content.looks import Looks
from game.desk.art.palette import LIGHT, blend


@dataclass(frozen=True, slots=True)
class Skin:
    """A complexion."""

    base: str
    shade: str  # away from the window
    deep: str  # lines and gaps
    light: str  # towards the window
    lip: str
    blush: str


@dataclass(frozen=True, slots=True)
class Dye:
    """Hair or cloth: its colour, its shade, its light, and the rim that the window draws on it."""

    base: str
    dark: str
    light: str
    rim: str


@dataclass(frozen=True, slots=True)
class Pigment:
    """Everything one person is painted with."""

    skin: Skin
    hair: Dye
    brow: str
    cloth: Dye
    inner: Dye  # the shirt or blouse beneath
    accent: str
    iris: str
    iris_light: str


SKINS: Mapping[str, Skin] = MappingProxyType(
    {
        "fair": Skin("#F8DCC4", "#E5B797", "#C38D70", "#FFEEDF", "#C2635B", "#E58A76"),
        "light": Skin("#F3CDAE", "#DDA582", "#B87C5B", "#FCE3CB", "#B75549", "#DE6B52"),
        "tan": Skin("#E2B48C", "#C48E64", "#996542", "#F1CFA9", "#A65A45", "#CC6646"),
        "brown": Skin("#B9835A", "#96633F", "#6C432A", "#D29E75", "#8E4C3C", "#B0573B"),
    }
)
HAIRS: Mapping[str, Dye] = MappingProxyType(
    {
        "black": Dye("#26242C", "#17161C", "#4B4757", "#C9D8E2"),
        "brown": Dye("#4B342B", "#32211B", "#7A5744", "#E3CDB8"),
        "grey": Dye("#77787D", "#55565C", "#A4A6A9", "#E9EEF0"),
        "white": Dye("#D4D2CB", "#ABA9A3", "#F2F0EA", "#FFFFFF"),
    }
)
BROWS: Mapping[str, str] = MappingProxyType(
    {"black": "#26242C", "brown": "#4B342B", "grey": "#5C5B60", "white": "#9A978F"}
)
CLOTHS: Mapping[str, Dye] = MappingProxyType(
    {
        "navy": Dye("#2B3A55", "#1D2940", "#3F5377", "#B9CBE2"),
        "charcoal": Dye("#3D434A", "#292E34", "#59616A", "#C6D0D6"),
        "teal": Dye("#2E6468", "#1E484D", "#458488", "#B8DBDA"),
        "olive": Dye("#646B47", "#494F32", "#848B62", "#DADEBE"),
        "plum": Dye("#643F61", "#472B46", "#865C82", "#E0C4DC"),
        "rust": Dye("#9A5439", "#733B27", "#BC7352", "#F0CDB6"),
        "cream": Dye("#E6DAC2", "#C9BA9C", "#F6EFE0", "#FFFFFF"),
        "sky": Dye("#7398B4", "#567B98", "#9ABBD2", "#E4F0F6"),
        "forest": Dye("#315B43", "#213F2E", "#4B7B5E", "#BFDCC8"),
    }
)
LINEN = Dye("#F6EEDD", "#DCCFB6", "#FFFBF2", "#FFFFFF")
INK_SHIRT = Dye("#3B444C", "#2A3138", "#55606A", "#B8C4CC")
PALE_BLUE = Dye("#D5E2EA", "#B2C6D3", "#EAF2F6", "#FFFFFF")
SAND = Dye("#CDB591", "#AC9370", "#E2CFB0", "#FFF6E4")
INNERS: Mapping[str, Dye] = MappingProxyType(
    {
        "cream": INK_SHIRT,
        "sky": LINEN,
        "charcoal": PALE_BLUE,
        "forest": SAND,
        "olive": SAND,
    }
)
"""The shirt beneath, by the colour of what is worn over it; linen unless named here."""
ACCENTS: Mapping[str, str] = MappingProxyType(
    {name: LIGHT.colour(name) for name in ("vermilion", "jade", "sky", "amber", "plum")}
)


def pigment(looks: Looks) -> Pigment:
    """The paints of a person; a word that no table knows falls back on the commonest."""
    hair = HAIRS.get(looks.hair_colour, HAIRS["black"])
    skin = SKINS.get(looks.skin, SKINS["light"])
    if not looks.feminine:
        skin = Skin(
            skin.base, skin.shade, skin.deep, skin.light, blend(skin.lip, skin.shade, 0.42), skin.blush
        )
    elif looks.age == "senior":
        skin = Skin(
            skin.base, skin.shade, skin.deep, skin.light, blend(skin.lip, skin.shade, 0.3), skin.blush
        )
    return Pigment(
        skin=skin,
        hair=hair,
        brow=BROWS.get(looks.hair_colour, BROWS["black"]),
        cloth=CLOTHS.get(looks.clothes_colour, CLOTHS["navy"]),
        inner=INNERS.get(looks.clothes_colour, LINEN),
        accent=ACCENTS.get(looks.accent, LIGHT.vermilion),
        iris="#4A2D20",
        iris_light="#7A4E36",
    )
