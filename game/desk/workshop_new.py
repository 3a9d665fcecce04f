"""A new scenario from a few plain questions."""

from __future__ import annotations

from game.desk.scene import Desk
from game.desk.workshop_ports import Workbench


def begin_new(desk: Desk, bench: Workbench) -> None:
    """Ask the questions."""
    del desk, bench
