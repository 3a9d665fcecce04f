"""Why the better line would have been better: one trait of hers after the other, cause by cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from game.analysis.review import Difference, TurnReview
from game.desk.afterwards import Afterwards
from game.desk.cause_bars import Told
from game.desk.scene import Desk
from game.engine.traits import Trait
from game.telling.depth import Depth
from game.telling.difference import told_difference
from game.telling.loss_parts import LossTeller, parts_at_the_end
from game.telling.score_gap import score_gaps, signed
from game.telling.tenths import said_tenths, tenths
from game.telling.trait_names import STILL, TRAIT_NAMES, favour

MOST = 3
"""So many traits are shown, those that differ most."""

Rows = tuple[tuple[str, int], ...]
"""Sentences with what each accounts for."""


@dataclass(frozen=True, slots=True)
class Gap:
    """By how much one trait of somebody stands elsewhere than after the better line, and why.

    `amount` is what the line said did to it, less what the better line would have done: basis points, the
    sum of the differences with the other sign. A gap in points has no trait but `rows` at both depths that
    sum to it, and whole points in place of basis points.
    """

    person: str
    trait: Trait | None
    name: str
    amount: int
    differences: tuple[Difference, ...] = ()
    rows: Mapping[Depth, Rows] = field(default_factory=dict)

    @property
    def told_amount(self) -> str:
        """The amount with its sign: percent with one decimal, or whole points."""
        return signed(self.amount) if self.trait is None else said_tenths(sum(tenths([self.amount])))


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
        """The loss, where it is known what it is made of, and the scorecard right after the line."""
        words, locale, afterwards = self._desk.words, self._desk.locale, self._afterwards
        why, moment = turn.why, afterwards.moments[turn.turn - 1]
        step = moment.say(why.better, 0) if why is not None else None
        if why is None or step is None:
            return ()
        said, (better, reaction) = afterwards.moments[turn.turn].conversation, step
        gaps = score_gaps(said, better.conversation, moment.book.wording.criteria, locale)
        end = parts_at_the_end(said, better.conversation, gaps, turn.loss)
        teller = afterwards.teller(locale)
        loss = LossTeller(why.differences, afterwards.reactions[turn.turn - 1], reaction, teller, gaps)
        parts = {depth: end or loss.told(why.parts, turn.loss, depth) for depth in (Depth.COACH, Depth.CUE)}
        found = []
        if parts[Depth.COACH]:
            told = {depth: tuple((each.words, each.points) for each in of) for depth, of in parts.items()}
            found.append(Gap("", None, words("Points"), -round(turn.loss), rows=told))
        if gaps and not end:
            rows = dict.fromkeys((Depth.COACH, Depth.CUE), gaps)
            short = sum(points for _, points in gaps)
            found.append(Gap("", None, words("Scorecard by then"), short, rows=rows))
        return tuple(found)

    def _name(self, turn: TurnReview, person: str, trait: Trait) -> str:
        """What the trait is called; with whose it is where it is not hers who was spoken to."""
        locale, wording = self._desk.locale, self._afterwards.playing.book.wording
        name = TRAIT_NAMES[trait].said(locale)
        spoken_to = self._afterwards.reactions[turn.turn - 1].person or self._afterwards.customer
        if person != spoken_to and person in wording.people:
            whose = wording.people[person].name.said(locale)
            return self._desk.words("{name}: {trait}", name=whose, trait=name)
        return name[:1].upper() + name[1:]

    def told(self, turn: TurnReview, gap: Gap) -> Told:
        """The causes of a gap, for the bars."""
        if gap.rows:
            return lambda depth: gap.rows[depth]
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


def _order(gap: Gap) -> tuple[bool, float]:
    """What was worse than after the better line comes first, the widest gap of all at the front."""
    assert gap.trait is not None
    return favour(gap.trait, gap.amount) >= 0, -abs(gap.amount) * _scale(gap.trait)


def _scale(trait: Trait) -> float:
    """How much a basis point of a trait weighs: those that go below nothing have twice the room."""
    return 0.5 if trait.low < 0 else 1.0
