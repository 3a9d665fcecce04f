"""How a person looks and where a scene stands: closed lists of words, so that an author needs no artist."""

from __future__ import annotations

from dataclasses import dataclass

AGES = ("young", "middle", "senior")
BUILDS = ("slight", "medium", "broad")
SKINS = ("fair", "light", "tan", "brown")
HAIRS = ("bob", "long", "bun", "ponytail", "short", "crop", "side-part", "curly", "bald", "cap")
HAIR_COLOURS = ("black", "brown", "grey", "white")
CLOTHES = ("suit", "blazer", "shirt", "cardigan", "jacket", "vest", "knit", "coat", "workwear")
CLOTHES_COLOURS = ("navy", "charcoal", "teal", "olive", "plum", "rust", "cream", "sky", "forest")
GLASSES = ("none", "round", "square", "half", "cord", "pushed-up")
THINGS = (
    "none",
    "hair-clip",
    "lanyard",
    "pencil",
    "calculator",
    "watch",
    "pen",
    "earring",
    "scarf",
    "badge",
    "thermos",
    "paper-birds",
)
PLACES = (
    "reception",
    "office",
    "meeting-room",
    "hall",
    "shop",
    "cafe",
    "home",
    "workshop",
    "factory",
    "street",
    "car",
    "desk",
    "showroom",
)
CHANNELS = ("face", "phone", "chat", "letter", "video")


@dataclass(frozen=True, slots=True)
class Looks:
    """One person's looks, each word from the list of the same name above."""

    age: str = "middle"
    build: str = "medium"
    skin: str = "light"
    hair: str = "short"
    hair_colour: str = "black"
    clothes: str = "shirt"
    clothes_colour: str = "navy"
    glasses: str = "none"
    thing: str = "none"
    accent: str = "vermilion"
    feminine: bool = True
    also: str = "none"  # a second thing, from THINGS
