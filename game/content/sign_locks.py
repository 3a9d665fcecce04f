"""What no file may turn round: whatever the size of a coefficient, some have a side (customer-model.md 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.cells import Cell
from game.content.fields import Fields
from game.content.yaml_tree import Node, TextNode, at
from game.language.locale import Locale
from game.language.text import LocalisedText


@dataclass(frozen=True, slots=True)
class SignLock:
    """One side that is kept.

    Attributes:
        cell: What is kept.
        side: 1 keeps it at or above `least`, -1 at or below `-least`.
        least: 1 where it must not vanish either.
        words: The rule, as people say it.
    """

    cell: Cell
    side: int
    least: int
    words: LocalisedText

    def holds(self, value: int) -> bool:
        """Whether a value is on its side."""
        return self.side * value >= self.least


def _locks(english: str, chinese: str, side: int, least: int, *cells: Cell) -> tuple[SignLock, ...]:
    words = LocalisedText({Locale.EN: english, Locale.ZH: chinese})
    return tuple(SignLock(cell, side, least, words) for cell in cells)


SIGN_LOCKS: tuple[SignLock, ...] = (
    *_locks(
        "pressure never lowers reactance",
        "压力不会减轻逆反",
        1,
        0,
        *(Cell("", name) for name in ("reactance.gain", "pressure.presumption", "pressure.stacking")),
        Cell("", "pressure.touchy"),
    ),
    *_locks(
        "a false claim always adds debt",
        "说假话总要欠下真话债",
        1,
        1,
        *(Cell("", name) for name in ("claim.debt", "claim.untrue", "claim.shaky")),
    ),
    *_locks("empathy never lowers benevolence", "共情不会让善意变少", 1, 0, Cell("empathise", "benevolence")),
    *_locks(
        "listening never costs trust",
        "倾听不会折损信任",
        1,
        0,
        *(Cell("listen", channel) for channel in ("ability", "benevolence", "integrity")),
    ),
    *_locks("loss framing adds no pressure", "讲损失本身不加压", -1, 0, Cell("loss-frame", "push")),
)

_STEADY = {lock.cell.tactic: lock for lock in SIGN_LOCKS if lock.cell.tactic in ("empathise", "listen")}
"""Tactics that must be `locked`: otherwise a poor fit would turn them against the seller."""


def lock_of(cell: Cell) -> SignLock | None:
    """The lock on a cell, if there is one."""
    return next((lock for lock in SIGN_LOCKS if lock.cell == cell), None)


def tell_locks(root: Fields) -> None:
    """Notes every coefficient of a psychology file that stands on the wrong side (SC719)."""
    for lock, node, value in _written(root):
        if not lock.holds(value):
            root.tell("SC719", node, cell=str(lock.cell), value=value, lock=lock.words)
    for tactic, lock in _STEADY.items():
        entry = at(root.node, ("tactics", tactic))
        if entry is None:
            continue
        locked = at(root.node, ("tactics", tactic, "locked"))
        if not isinstance(locked, TextNode) or locked.text == "false":
            place = locked or root.below("tactics").key(tactic)
            root.tell("SC719", place, cell=f"tactic {tactic} locked", value="false", lock=lock.words)


def _written(root: Fields) -> Iterator[tuple[SignLock, Node, int]]:
    """The locked coefficients that the file holds, as far as they are whole numbers."""
    for lock in SIGN_LOCKS:
        cell = lock.cell
        path = (
            ("tactics", cell.tactic, "effects", cell.part) if cell.tactic else ("numbers", cell.part, "value")
        )
        node = at(root.node, path)
        if isinstance(node, TextNode) and node.text.lstrip("-").isdecimal() and node.text.isascii():
            yield lock, node, int(node.text)
