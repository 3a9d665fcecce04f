"""Why something changed, in sentences: every phrase, and the words that fill its places.

The places are those of `pronouns` and: `tactic` (one move, quoted), `tactics` (all of a line), `stage`
(where the talk stands), `manner` (how the line was said), `worry` (a kind of resistance).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.traits import Resistance, Stage
from game.language.text import LocalisedText
from game.telling.dose_phrases import DOSE_PHRASES
from game.telling.event_phrases import EVENT_PHRASES
from game.telling.phrase import Phrase
from game.telling.trait_names import text

PHRASES: Mapping[str, Phrase] = MappingProxyType({**EVENT_PHRASES, **DOSE_PHRASES})
"""By cause name, and by cause name and case (`stage.early`); the bare name has direction 0."""

STAGES: Mapping[Stage, LocalisedText] = MappingProxyType(
    {
        Stage.COGNITION: text("sizing you up", "认知"),
        Stage.INTEREST: text("finding out what is in it", "产生兴趣"),
        Stage.DESIRE: text("beginning to want it", "动心"),
        Stage.ACTION: text("deciding", "拿主意"),
        Stage.LOYALTY: text("judging how it went", "看您守不守信"),
    }
)
"""What a customer does at a stage; in English after "she's", in Chinese after 正在, 还在 or 已经."""

STAGE_NAMES: Mapping[Stage, LocalisedText] = MappingProxyType(
    {
        Stage.COGNITION: text("Cognition", "认知"),
        Stage.INTEREST: text("Interest", "兴趣"),
        Stage.DESIRE: text("Desire", "欲望"),
        Stage.ACTION: text("Action", "行动"),
        Stage.LOYALTY: text("Loyalty", "忠诚"),
    }
)

WORRIES: Mapping[Resistance, LocalisedText] = MappingProxyType(
    {
        Resistance.PRICE: text("the price", "价格"),
        Resistance.TRUST: text("whether to trust you", "可不可信"),
        Resistance.NEED: text("whether it is needed", "需不需要"),
        Resistance.TIMING: text("the timing", "时机"),
        Resistance.CHANGE: text("changing things", "改变现状"),
    }
)


@dataclass(frozen=True, slots=True)
class Manner:
    """A way of speaking, as somebody says who likes it and somebody who does not."""

    liked: LocalisedText
    disliked: LocalisedText


MANNERS: Mapping[tuple[str, int], Manner] = MappingProxyType(
    {
        ("pace", 1): Manner(text("brisk", "利落"), text("hurried", "太急")),
        ("pace", -1): Manner(text("unhurried", "从容"), text("slow", "太慢")),
        ("warmth", 1): Manner(text("warm", "亲切"), text("gushing", "太热络")),
        ("warmth", -1): Manner(text("matter-of-fact", "就事论事"), text("cool", "太冷")),
        ("detail", 1): Manner(text("thorough", "仔细"), text("long-winded", "太啰唆")),
        ("detail", -1): Manner(text("short", "简短"), text("sketchy", "太简略")),
        ("directness", 1): Manner(text("plain", "干脆"), text("blunt", "太直")),
        ("directness", -1): Manner(text("gentle", "委婉"), text("roundabout", "太绕")),
    }
)
"""By the dimension of the delivery and its sign."""
