"""The customer's traits in words: their names, which way is good, and how one says that they moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.traits import Trait
from game.language.locale import Locale
from game.language.text import LocalisedText


def text(en: str, zh: str) -> LocalisedText:
    """A text in both languages."""
    return LocalisedText(MappingProxyType({Locale.EN: en, Locale.ZH: zh}))


TRAIT_NAMES: Mapping[Trait, LocalisedText] = MappingProxyType(
    {
        Trait.ABILITY_FOR: text("signs of ability", "能力的正面印象"),
        Trait.ABILITY_AGAINST: text("signs against ability", "能力的负面印象"),
        Trait.BENEVOLENCE_FOR: text("signs of good will", "善意的正面印象"),
        Trait.BENEVOLENCE_AGAINST: text("signs against good will", "善意的负面印象"),
        Trait.INTEGRITY_FOR: text("signs of honesty", "诚信的正面印象"),
        Trait.INTEGRITY_AGAINST: text("signs against honesty", "诚信的负面印象"),
        Trait.SCAR: text("scar", "被骗留下的疤"),
        Trait.ABILITY: text("belief in your ability", "对能力的信任"),
        Trait.BENEVOLENCE: text("belief in your good will", "对善意的信任"),
        Trait.INTEGRITY: text("belief in your honesty", "对诚信的信任"),
        Trait.TRUST: text("trust", "信任"),
        Trait.RUNG: text("rung of trust", "信任的台阶"),
        Trait.JOY: text("joy", "喜悦"),
        Trait.DISTRESS: text("distress", "难受"),
        Trait.HOPE: text("hope", "期待"),
        Trait.FEAR: text("fear", "担心"),
        Trait.GRATITUDE: text("gratitude", "感激"),
        Trait.ANGER: text("anger", "恼火"),
        Trait.RELIEF: text("relief", "松了口气"),
        Trait.DISAPPOINTMENT: text("disappointment", "失望"),
        Trait.VALENCE: text("mood", "心情"),
        Trait.AROUSAL: text("agitation", "激动"),
        Trait.DOMINANCE: text("sense of control", "掌控感"),
        Trait.NEED: text("sense of need", "对需要的认识"),
        Trait.BENEFIT: text("benefit seen", "看到的好处"),
        Trait.COST: text("cost seen", "看到的代价"),
        Trait.REFERENCE: text("price expected", "心里的参考价"),
        Trait.PRICE: text("price asked", "开出的价格"),
        Trait.RISK: text("risk seen", "看到的风险"),
        Trait.PERSONAL_RISK: text("personal risk", "个人的风险"),
        Trait.VALUE: text("value", "价值"),
        Trait.EMOTIONAL_GAIN: text("emotional gain", "情绪上的收获"),
        Trait.EMOTIONAL_COST: text("emotional cost", "情绪上的代价"),
        Trait.EMOTIONAL_VALUE: text("emotional value", "情绪价值"),
        Trait.PRICE_RESISTANCE: text("worry about the price", "对价格的顾虑"),
        Trait.TRUST_RESISTANCE: text("worry about trusting you", "对可信的顾虑"),
        Trait.NEED_RESISTANCE: text("worry whether it is needed", "对需要的顾虑"),
        Trait.TIMING_RESISTANCE: text("worry about the timing", "对时机的顾虑"),
        Trait.CHANGE_RESISTANCE: text("worry about changing", "对改变的顾虑"),
        Trait.PRESSURE: text("pressure", "压力"),
        Trait.REACTANCE: text("urge to push back", "逆反"),
        Trait.YES_UNDER_PRESSURE: text("yes under pressure", "被迫的点头"),
        Trait.PATIENCE: text("patience", "耐心"),
        Trait.ATTENTION: text("attention", "注意力"),
        Trait.DISCLOSURE: text("openness", "敞开的程度"),
        Trait.TRUTH_DEBT: text("truth debt", "欠下的真话"),
        Trait.PEAK: text("strongest moment", "最强烈的一刻"),
        Trait.MEAN: text("mood over the talk", "全程的心情"),
        Trait.SATISFACTION: text("satisfaction", "满意"),
        Trait.FOLLOW_THROUGH: text("follow-through", "真去做的可能"),
    }
)

_LESS_IS_BETTER = frozenset(
    {
        Trait.ABILITY_AGAINST,
        Trait.BENEVOLENCE_AGAINST,
        Trait.INTEGRITY_AGAINST,
        Trait.SCAR,
        Trait.DISTRESS,
        Trait.FEAR,
        Trait.ANGER,
        Trait.DISAPPOINTMENT,
        Trait.COST,
        Trait.PRICE,
        Trait.RISK,
        Trait.PERSONAL_RISK,
        Trait.EMOTIONAL_COST,
        Trait.PRICE_RESISTANCE,
        Trait.TRUST_RESISTANCE,
        Trait.NEED_RESISTANCE,
        Trait.TIMING_RESISTANCE,
        Trait.CHANGE_RESISTANCE,
        Trait.PRESSURE,
        Trait.REACTANCE,
        Trait.YES_UNDER_PRESSURE,
        Trait.TRUTH_DEBT,
    }
)
_NEITHER = frozenset({Trait.AROUSAL, Trait.DOMINANCE})


def favour(trait: Trait, amount: int) -> int:
    """Whether a change did good (1), harm (-1) or neither (0) to the conversation."""
    if trait in _NEITHER or amount == 0:
        return 0
    sign = 1 if amount > 0 else -1
    return -sign if trait in _LESS_IS_BETTER else sign


@dataclass(frozen=True, slots=True)
class Movement:
    """How one says that a trait went up, went down or stayed."""

    up: LocalisedText
    down: LocalisedText


PLAIN_MOVEMENT = Movement(text("rose", "上升"), text("fell", "下降"))
MOVEMENTS: Mapping[Trait, Movement] = MappingProxyType(
    {
        Trait.VALENCE: Movement(text("lifted", "变好"), text("sank", "变差")),
        Trait.PRESSURE: Movement(text("grew", "增加"), text("eased", "减轻")),
    }
)

SIZES: tuple[tuple[int, LocalisedText], ...] = (
    (200, text("a little", "略微")),
    (600, text("clearly", "明显")),
    (10**9, text("sharply", "大幅")),
)
"""Words for sizes: each holds for changes below its number of basis points."""

STILL = 50
"""Changes below this many basis points are called none."""


def moved(trait: Trait, amount: int, locale: Locale) -> str:
    """A change in words, without a full stop, sign and size taken from the number.

    >>> moved(Trait.TRUST, -640, Locale.EN), moved(Trait.PRESSURE, 120, Locale.ZH)
    ('Trust fell sharply', '压力略微增加')
    """
    name = TRAIT_NAMES[trait].said(locale)
    if abs(amount) < STILL:
        return f"{name}没有变化" if locale is Locale.ZH else f"{_sentence(name)} held"
    movement = MOVEMENTS.get(trait, PLAIN_MOVEMENT)
    verb = (movement.up if amount > 0 else movement.down).said(locale)
    size = next(word for below, word in SIZES if abs(amount) < below).said(locale)
    return f"{name}{size}{verb}" if locale is Locale.ZH else f"{_sentence(name)} {verb} {size}"


def _sentence(words: str) -> str:
    """Words with a capital at the front and the rest as it is."""
    return words[:1].upper() + words[1:]


def signed(amount: int) -> str:
    """Basis points as people read them, with one decimal and a sign.

    >>> signed(-640), signed(20), signed(0), signed(-4)
    ('−6.4', '+0.2', '0', '0')
    """
    tenths = (abs(amount) + 5) // 10
    if tenths == 0:
        return "0"
    return f"{'+' if amount > 0 else '−'}{tenths // 10}.{tenths % 10}"
