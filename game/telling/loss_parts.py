"""What the causes of a fault cost in points, in sentences: parts that sum to the loss as it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from types import MappingProxyType

from game.analysis.review import Difference, Part
from game.engine.conversation import Conversation
from game.engine.reaction import CauseName, Reaction
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.telling.causes import Teller
from game.telling.depth import Depth
from game.telling.difference import told_difference
from game.telling.score_gap import ScoreGap, signed
from game.telling.trait_names import favour, text

EVERYTHING_ELSE = text("what it leads to, and the rest", "往后的走向，和其余的")
"""What is no step of a mind: her answer, the lines on offer then, what was told or agreed."""

LATER = text(
    "It shows only later: in the lines that it opens or closes",
    "当下看不出来：影响的是往后能说什么、能走到哪儿",
)
LEADS_TO = text("what it leads to ({row})", "往后的走向（{row}）")

NAMES: Mapping[CauseName, LocalisedText] = MappingProxyType(
    {
        CauseName.TIME: text("how long it takes", "占用的时间"),
        CauseName.CLAIM: text("what it claims", "说法的真假虚实"),
        CauseName.PRICE: text("the figure it names", "报出的数字"),
        CauseName.PROMISE: text("promises", "承诺"),
        CauseName.ADDRESS: text("the form of address", "称呼的分寸"),
        CauseName.DISCOVERY: text("what it asks after", "问到的心事"),
        CauseName.OBJECTION: text("the step with the objection", "处理异议的步骤"),
        CauseName.ASK: text("what it asks for", "请对方答应的事"),
        CauseName.BASE: text("the moves themselves", "招式本身"),
        CauseName.REPETITION: text("repetition", "重复"),
        CauseName.FIT: text("what suits this customer", "合不合这位客户"),
        CauseName.STAGE: text("whether it is time for it", "时候到没到"),
        CauseName.GATE: text("whether trust carries it", "信任够不够"),
        CauseName.DELIVERY: text("how it is said", "说话的方式"),
        CauseName.ELABORATION: text("how closely it is weighed", "对方想得细不细"),
        CauseName.REACTANCE: text("feeling pushed", "被催着走的感觉"),
    }
)
"""What in the two lines makes the difference; in the order of the model's levels (`CauseName`)."""


def part_name(part: Part, locale: Locale) -> str:
    """What a part is called."""
    return (EVERYTHING_ELSE if part.name is None else NAMES[part.name]).said(locale)


def whole_points(parts: Sequence[Part]) -> tuple[int, ...]:
    """The points of parts as whole numbers whose sum is that of the parts, rounded.

    >>> whole_points([Part(None, 24.4), Part(None, 4.4), Part(None, -0.5)])
    (24, 4, 0)
    """
    low = [floor(part.points) for part in parts]
    missing = round(sum(part.points for part in parts)) - sum(low)
    order = sorted(range(len(parts)), key=lambda at: (low[at] - parts[at].points, at))
    for at in order[:missing]:
        low[at] += 1
    return tuple(low)


@dataclass(frozen=True, slots=True)
class PartTold:
    """One part of a loss: why, and the points it took away (below 0) or gave."""

    words: str
    points: int

    @property
    def signed(self) -> str:
        """The points with their sign."""
        return signed(self.points)


@dataclass(frozen=True, slots=True)
class LossTeller:
    """Tells the parts of a loss: for each cause the reason that weighed most, not only its name.

    Attributes:
        differences: of the causes, better less said, the weightiest first.
        said: what the line did.
        better: what the better line would have done; None leaves it at the names.
        teller: tells causes; its locale is the language.
        gaps: rows of the scorecard right after both lines (`score_gaps`).
    """

    differences: Sequence[Difference]
    said: Reaction
    better: Reaction | None
    teller: Teller
    gaps: Sequence[ScoreGap] = ()

    def told(self, parts: Sequence[Part], loss: float, depth: Depth = Depth.COACH) -> tuple[PartTold, ...]:
        """The parts in words, with whole points that sum to the loss as it is told, below 0.

        Those that round to nothing are left out. A single part is what no step of a mind accounts for: it
        shows only later.

        Args:
            parts: of the loss.
            loss: points, for the case that the parts' own sum would round to another number.
            depth: how the reasons are told.
        """
        if len(parts) == 1:
            return (PartTold(LATER.said(self.teller.locale), -round(loss)),)
        if not parts:
            return ()
        amounts = list(whole_points(parts))
        amounts[-1] += round(loss) - sum(amounts)
        return tuple(
            PartTold(self._words(part, depth, heavy=2 * amount > loss), -amount)
            for part, amount in zip(parts, amounts, strict=True)
            if amount
        )

    def _words(self, part: Part, depth: Depth, *, heavy: bool) -> str:
        """The weightiest reason of a cause that speaks on the side on which its points are.

        What is no step of a mind is told by the widest row of the scorecard where it is most of the loss.
        """
        side = 1 if part.points > 0 else -1
        person = self.said.person or self.teller.scenario.people[0].id
        for each in self.differences if self.better is not None else ():
            hers = each.person == person  # a pronoun would not tell whoever else heard it
            if hers and each.name is part.name and favour(each.trait, each.amount) == side:
                assert self.better is not None
                return told_difference(each, self.said, self.better, self.teller, depth)
        name = part_name(part, self.teller.locale)
        if part.name is None and heavy and depth is Depth.COACH and self.gaps and self.gaps[0][1] < 0:
            row = f"“{self.gaps[0][0]}” {signed(self.gaps[0][1])}"
            name = LEADS_TO.said(self.teller.locale).format(row=row)
        return name[:1].upper() + name[1:]


def parts_at_the_end(
    said: Conversation, better: Conversation, gaps: Sequence[ScoreGap], loss: float
) -> tuple[PartTold, ...]:
    """What a loss is made of where both lines end the talk: rows of the scorecard, nothing else is left.

    Empty where one of them goes on, or where who she is was still open: the loss is then no difference of
    two scores.
    """
    over = said.outcome is not None and better.outcome is not None
    if not over or sum(points for _, points in gaps) != -round(loss):
        return ()
    return tuple(PartTold(name, points) for name, points in gaps)
