"""What the causes of a fault cost in points, in words: parts that sum to the loss as it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor
from types import MappingProxyType

from game.analysis.review import Part
from game.engine.reaction import CauseName
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.telling.trait_names import text

OF_THESE = text("Of these: {parts}.", "其中：{parts}。")
EVERYTHING_ELSE = text("everything else", "其他")

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


def told_parts(parts: Sequence[Part], loss: float, locale: Locale) -> str:
    """The parts of a loss in one sentence, those that round to nothing left out; empty where none is known.

    Args:
        parts: of the loss.
        loss: points, for the case that the parts' own sum would round to another number.
        locale: the language.
    """
    if not parts or len(parts) == 1:
        return ""
    amounts = list(whole_points(parts))
    amounts[-1] += round(loss) - sum(amounts)
    rows = [
        f"{part_name(part, locale)} {_signed(amount)}"
        for part, amount in zip(parts, amounts, strict=True)
        if amount or part.name is None
    ]
    return OF_THESE.said(locale).format(parts=("，" if locale is Locale.ZH else ", ").join(rows))


def _signed(amount: int) -> str:
    return str(amount) if amount >= 0 else f"−{-amount}"
