"""The words of a scorecard: what was met or missed, what she would say of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.language.text import LocalisedText
from game.telling.trait_names import text

PASSED = text(
    "{total} of 1000 points, and {passing} were enough to pass", "{total} 分，过了达标的 {passing} 分"
)
MISSED = text(
    "{total} of 1000 points, {short} short of the pass mark of {passing}",
    "{total} 分，离达标的 {passing} 分还差 {short} 分",
)

HELD = text("Held from first to last", "从头到尾都做到了")
MET = text("Met at turn {turn}", "第 {turn} 回合做到")
LOST = text("Lost at turn {turn}", "第 {turn} 回合丢掉")
NEVER = text("Not at any turn", "始终没有做到")
"""How a criterion was decided."""

FULL = text("{name} ended at {value}, enough for all points", "{name}最后是 {value}，拿满了")
PART = text("{name} ended at {value}; all points from {high} on", "{name}最后是 {value}，到 {high} 拿满")
NONE = text("{name} ended at {value}; points begin at {low}", "{name}最后是 {value}，{low} 起才有分")
NO_YES = text("No yes was given, so nothing can be followed through", "没有点头，也就谈不上真去做")
"""How a grade came about."""

HONEST = text("Nothing said that was not so, no word broken", "没说过不实的话，也没失过约")
STAINED = text("What was not so, or not kept, costs points", "不实的话、没兑现的话，要扣分")
HONESTY = text("Honesty", "诚信")

RECOMMEND = text("Would {she} recommend you?", "{she}会推荐您吗？")
CONTENT = text("{Hers} satisfaction", "{hers}满意度")
EFFORT = text("Effort it cost {her}", "{she}费了多少劲")
CHANCE = text("Chance that {she} will really do it", "{she}真去做的可能")
TURNS = text("turns {turns}", "第 {turns} 回合")
TURN = text("turn {turns}", "第 {turns} 回合")

NPS_LOW: Mapping[str, LocalisedText] = MappingProxyType(
    {
        "trust": text("I'd have to know them better first.", "还不够熟，我不好开口。"),
        "emotional-value": text("That talk did nothing for me.", "聊完跟没聊一样。"),
        "worth": text("I don't see what it would be worth to me.", "我看不出值在哪儿。"),
        "pressure": text("They pushed.", "催得太紧。"),
        "honesty": text("Not everything they said was so.", "有的话，对不上。"),
    }
)
NPS_HIGH: Mapping[str, LocalisedText] = MappingProxyType(
    {
        "trust": text("You can rely on what they say.", "说话算数，靠得住。"),
        "emotional-value": text("They're good to talk to.", "跟他们聊着舒服。"),
        "worth": text("It's worth what it costs.", "这钱花得值。"),
        "pressure": text("Nobody pushed me.", "没人催我。"),
        "honesty": text("They say what is so, and no more.", "有一说一，不吹。"),
    }
)
"""Why she would or would not recommend the player, in her own words, by the word of what decided it."""

PROMOTER, DETRACTOR = 9, 6
"""From 9 on one recommends; up to 6 one warns (`metric-nps`)."""

SATISFIED: tuple[LocalisedText, ...] = (
    text("not satisfied at all", "很不满意"),
    text("not very satisfied", "不太满意"),
    text("neither one way nor the other", "一般"),
    text("satisfied", "满意"),
    text("very satisfied", "很满意"),
)
"""By CSAT 1..5."""

EFFORTS: tuple[tuple[int, LocalisedText], ...] = (
    (3_500, text("little", "不太费劲")),
    (6_500, text("some", "有点费劲")),
    (10_001, text("a great deal", "很费劲")),
)
"""Words for effort, each below its number of basis points."""
