"""What a garment is made of."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.art.patch import Patch


@dataclass(frozen=True, slots=True)
class Garment:
    """What somebody wears.

    Args:
        soft: its patches on a feminine body.
        sharp: on a masculine one.
        sleeve: `cloth` or `inner`, the dye of the arms.
        cuff: shirt, rib, rolled or plain.
        neckwear: whether the neck is covered, so that nothing hangs on it.
    """

    soft: tuple[Patch, ...]
    sharp: tuple[Patch, ...]
    sleeve: str = "cloth"
    cuff: str = "plain"
    neckwear: bool = False
