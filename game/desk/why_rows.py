"""Why the better line would have been better: one trait of hers after the other, cause by cause."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from game.analysis.review import Difference, Part, TurnReview
from game.desk.afterwards import Afterwards
from game.desk.cause_bars import Told
from game.desk.scene import Desk
from game.engine.traits import Trait
from game.telling.depth import Depth
from game.telling.difference import told_difference
from game.telling.loss_parts import part_name
from game.telling.tenths import said_tenths, tenths
from game.telling.trait_names import STILL, TRAIT_NAMES, favour

MOST = 3
"""So many traits are shown, those that differ most."""


@dataclass(frozen=True, slots=True)
class Gap:
    """By how much one trait of somebody stands elsewhere than after the better line, and why.

    `amount` is what the line said did to it, less what the better line would have done: basis points, the
    sum of the differences with the other sign. The gap in points has no trait but `parts` of the loss, and
    hundredths of a point in place of basis points.
    """

    person: str
    trait: Trait | None
    name: str
    amount: int
    differences: tuple[Difference, ...]
    parts: tuple[Part, ...] = ()

    @property
    def told_amount(self) -> str:
        """The amount with sign and one decimal, in percent or points."""
        return said_tenths(sum(tenths([self.amount])))


class WhyRows:
    """Finds the gaps of a turn and tells their causes."""

    def __init__(self, desk: Desk, afterwards: Afterwards) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._kept: tuple[TurnReview, str, tuple[Gap, ...]] | None = None
        self._sentences: dict[tuple[str, Trait | None, Depth], list[tuple[str, int]]] = {}

    def gaps(self, turn: TurnReview) -> tuple[Gap, ...]:
        """The loss in points, then the traits that differ most, those that were worse first.

        The loss is left out while its parts are not known, traits where nobody feels a difference.
        """
        locale = self._desk.locale
        if self._kept is None or self._kept[0] is not turn or self._kept[1] != locale.value:
            self._kept = (turn, locale.value, self._found(turn))
            self._sentences.clear()
        return self._kept[2]

    def _found(self, turn: TurnReview) -> tuple[Gap, ...]:
        parts: defaultdict[tuple[str, Trait], list[Difference]] = defaultdict(list)
        for difference in turn.why.differences if turn.why is not None else ():
            parts[difference.person, difference.trait].append(difference)
        gaps = [
            Gap(person, trait, self._name(turn, person, trait), -sum(d.amount for d in each), tuple(each))
            for (person, trait), each in parts.items()
        ]
        felt = [gap for gap in gaps if abs(gap.amount) >= STILL]
        return (*self._points(turn), *sorted(felt, key=_order)[:MOST])

    def _points(self, turn: TurnReview) -> tuple[Gap, ...]:
        """The loss, where it is known what it is made of."""
        parts = turn.why.parts if turn.why is not None else ()
        if len(parts) < 2:
            return ()
        return (Gap("", None, self._desk.words("Points"), sum(map(_hundredths, parts)), (), parts),)

    def _name(self, turn: TurnReview, person: str, trait: Trait) -> str:
        """What the trait is called; with whose it is where it is not hers who was spoken to."""
        locale, wording = self._desk.locale, self._afterwards.playing.book.wording
        name = TRAIT_NAMES[trait].said(locale)
        spoken_to = self._afterwards.reactions[turn.turn - 1].person or self._afterwards.customer
        if person != spoken_to and person in wording.people:
            whose = wording.people[person].name.said(locale)
            return self._desk.words("{name}: {trait}", name=whose, trait=name)
        return name[:1].upper() + name[1:]

    def _part(self, part: Part) -> str:
        name = part_name(part, self._desk.locale)
        return name[:1].upper() + name[1:]

    def told(self, turn: TurnReview, gap: Gap) -> Told:
        """The causes of a gap, for the bars."""
        if gap.parts:
            return lambda _: [(self._part(part), _hundredths(part)) for part in gap.parts]
        afterwards = self._afterwards
        better = afterwards.instead(turn.turn, turn.why.better) if turn.why is not None else None
        said = afterwards.reactions[turn.turn - 1]
        teller = afterwards.teller(self._desk.locale)

        def sentences(depth: Depth) -> list[tuple[str, int]]:
            key = (gap.person, gap.trait, depth)
            if better is None:
                return []
            if key not in self._sentences:
                self._sentences[key] = [
                    (told_difference(each, said, better, teller, depth), -each.amount)
                    for each in gap.differences
                ]
            return self._sentences[key]

        return sentences


def _hundredths(part: Part) -> int:
    """What a part of a loss took away, hundredths of a point, below 0."""
    return -round(100 * part.points)


def _order(gap: Gap) -> tuple[bool, float]:
    """What was worse than after the better line comes first, the widest gap of all at the front."""
    assert gap.trait is not None
    return favour(gap.trait, gap.amount) >= 0, -abs(gap.amount) * _scale(gap.trait)


def _scale(trait: Trait) -> float:
    """How much a basis point of a trait weighs: those that go below nothing have twice the room."""
    return 0.5 if trait.low < 0 else 1.0
