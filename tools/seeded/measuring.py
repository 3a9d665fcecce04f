"""Plants every kind of fault into the shipped scenarios and looks at what `lint` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from random import Random

from game.content.diagnostics import Diagnostic
from game.content.field_guide import FieldGuide
from game.content.scenario_reader import read_source_text
from game.content.source import decode
from tools.seeded.harmless import HARMLESS
from tools.seeded.kinds import KINDS, Kind
from tools.seeded.page import Page, Planted
from tools.shipped import psychology, scenario_paths

for _room in ("files", "yaml", "shapes", "words", "names", "conditions", "wording"):
    import_module(f"tools.seeded.in_{_room}")


@dataclass(frozen=True, slots=True)
class Trial:
    """One planted fault and what was said of it.

    Attributes:
        kind: the name of the kind.
        scenario: where it was planted.
        planted: the page.
        told: what `lint` said, in its order.
    """

    kind: str
    scenario: str
    planted: Planted
    told: tuple[tuple[str, int], ...]

    @property
    def found(self) -> bool:
        """Anything was said at all."""
        return bool(self.told)

    @property
    def placed(self) -> bool:
        """Something was said at the right line."""
        return any(line in self.planted.lines for _, line in self.told)

    @property
    def named(self) -> bool:
        """The right thing was said at the right line."""
        codes = KINDS[self.kind].codes
        return any(line in self.planted.lines and code in codes for code, line in self.told)

    @property
    def elsewhere(self) -> int:
        """How much was said about other lines."""
        return sum(line not in self.planted.lines for _, line in self.told)


def pages() -> list[Page]:
    """The shipped scenarios as pages."""
    return [Page(path.stem, path.read_text("utf-8").splitlines()) for path in scenario_paths()]


@cache
def _guide() -> frozenset[str]:
    return frozenset(FieldGuide.load().ids())


def linted(data: bytes) -> tuple[Diagnostic, ...]:
    """What `lint` says of the bytes of a scenario."""
    source, about = decode(data, "page.yaml")
    if source is None:
        return about
    return read_source_text(source, psychology(), _guide(), about).diagnostics


def trials(count: int, seed: int, kinds: Iterable[str] = (), into: Sequence[Page] = ()) -> Iterator[Trial]:
    """Trials of every kind, `count` of each where the scenarios have room for so many; the shipped ones."""
    shipped = into or pages()
    for name in kinds or KINDS:
        yield from of_kind(KINDS[name], shipped, count, seed)


def of_kind(kind: Kind, shipped: Sequence[Page], count: int, seed: int) -> Iterator[Trial]:
    """Different faults of one kind, in the scenarios in turn."""
    seen: set[bytes] = set()
    for number in range(count):
        chance = Random(f"{seed} {kind.name} {number}")
        planted = None
        for attempt in range(40):
            page = shipped[(number + attempt) % len(shipped)]
            planted = kind.plant(page, chance)
            if planted is not None and planted.data not in seen:
                break
            planted = None
        if planted is None:
            return
        seen.add(planted.data)
        told = tuple((found.code, found.place.line) for found in linted(planted.data))
        yield Trial(kind.name, page.name, planted, told)


def false_alarms(count: int, seed: int, into: Sequence[Page] = ()) -> Mapping[str, int]:
    """Findings in the shipped scenarios as they are, and after each harmless change, `count` times."""
    shipped = into or pages()
    alarms = {"as shipped": sum(len(linted(path.read_bytes())) for path in scenario_paths())}
    for name, change in HARMLESS.items():
        alarms[name] = 0
        for number in range(count):
            page = shipped[number % len(shipped)]
            chance = Random(f"{seed} {name} {number}")
            alarms[name] += len(linted(change(page, chance)))
    return alarms
