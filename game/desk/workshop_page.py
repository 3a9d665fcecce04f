"""A page of the workshop: a list, a sheet beside it, and what can be done with scenarios."""

from __future__ import annotations

from game.desk.list_page import ListPage
from game.desk.scene import Desk
from game.desk.workshop_ports import Workbench


class WorkshopPage(ListPage):
    """A page; those that derive from this say what is in the list and on the sheet.

    Args:
        desk: everything a scene may use.
        bench: what can be done with scenarios.
    """

    def __init__(self, desk: Desk, bench: Workbench) -> None:
        super().__init__(desk)
        self._bench = bench

    def title(self) -> str:
        """What stands in the strip."""
        return self._desk.words("Workshop")
