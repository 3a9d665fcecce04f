"""The kinds of fault: a name, what the author did, the codes that say so, and how it is planted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tools.seeded.page import Page, Planted

Plant = Callable[[Page, Random], Planted | None]
"""Puts the fault somewhere on a page; None where the page has no place for it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault.

    Attributes:
        name: its name in the report.
        family: to what it belongs.
        about: what the author did.
        codes: each of them says what is wrong.
        plant: puts it on a page.
    """

    name: str
    family: str
    about: str
    codes: frozenset[str]
    plant: Plant


KINDS: dict[str, Kind] = {}
"""Every kind by its name, in the order of the report."""


def kind(family: str, name: str, codes: str) -> Callable[[Plant], Plant]:
    """Takes a function into the table; its docstring says what the author did."""

    def taken(plant: Plant) -> Plant:
        about = (plant.__doc__ or "").strip().rstrip(".")
        KINDS[name] = Kind(name, family, about, frozenset(codes.split()), plant)
        return plant

    return taken
