"""What a hairstyle is made of."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.art.patch import Patch


@dataclass(frozen=True, slots=True)
class Hairstyle:
    """A style, drawn for the reference head.

    Args:
        front: over the face.
        back: behind neck and face.
        shadow: what falls on the forehead.
        over: over the shoulders, painted with the clothes.
        ears: whether the left and the right ear (of the viewer) can be seen.
    """

    front: tuple[Patch, ...]
    back: tuple[Patch, ...] = ()
    shadow: tuple[str, ...] = ()
    over: tuple[Patch, ...] = ()
    ears: tuple[bool, bool] = (True, True)
