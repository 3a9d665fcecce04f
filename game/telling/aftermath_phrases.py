"""The words for what became of a customer: rungs of loyalty, chances, regrets, the facts of an account."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.engine.accounts import Lifecycle
from game.engine.aftermath import Regret
from game.language.text import LocalisedText
from game.telling.trait_names import text

TITLE = text("Afterwards", "后来")

RUNGS: tuple[LocalisedText, ...] = (
    text("Reason", "认知"),
    text("Heart", "情感"),
    text("Will", "意向"),
    text("Habit", "行为"),
    text("Advocate", "倡导"),
)
"""The five steps of loyalty, in short (`rel-loyalty-ladder`)."""

LOYAL: tuple[LocalisedText, ...] = (
    text("Not loyal: any other offer would do as well", "还谈不上忠诚：换哪家都行"),
    text("Loyal by reason: {she} comes while it pays", "认知忠诚：觉得划算就来"),
    text("Loyal by heart: {she} likes dealing with you", "情感忠诚：愿意跟您打交道"),
    text("Loyal by will: {she} means to stay", "意向忠诚：打算一直跟您"),
    text("Loyal by habit: {she} comes without thinking", "行为忠诚：想都不想就来"),
    text("An advocate: {she} brings others", "倡导忠诚：会替您带人来"),
)
"""By rung, 0 to 5."""

NEXT: tuple[LocalisedText, ...] = (
    text("The first step takes a talk {she} was content with.", "第一步，先得谈得满意。"),
    text("The next step takes good will {she} can feel.", "下一步，要{she}觉出您的好意。"),
    text("The next step takes more trust, and a word kept.", "下一步，要再多一点信任，还要守一回约。"),
    text("The next step takes a yes that is carried out.", "下一步，要答应了的真做成。"),
    text("The last step takes a talk that did {her} good.", "最后一步，要{she}聊完心里舒坦。"),
    text("", ""),
)
"""What the next step would have taken, by rung."""

POLITE_LEAVER = text("Satisfied, and would go all the same", "满意归满意，照样会走")

AGAIN = text("Will {she} come back?", "{she}还会再来吗？")
LEAVING = text("Will {she} go elsewhere within the year?", "一年之内，{she}会走吗？")
REFERRAL = text("Will {she} recommend you unasked?", "{she}会主动推荐您吗？")
REGRETS = text("What does {she} regret?", "{she}后悔什么？")
WORTH = text("Worth in {years} years", "{years} 年下来值多少")
TENSES: Mapping[str, LocalisedText] = MappingProxyType(
    {
        "historic": text("{amount} earned", "已经挣到 {amount}"),
        "current": text("{amount} likely in the year to come", "往后一年大约 {amount}"),
        "potential": text("{amount} could be added", "还能添 {amount}"),
    }
)
"""The three tenses of value (`value-ltv-three`)."""

COMMA = text(", ", "，")

SHORT: Mapping[str, LocalisedText] = MappingProxyType(
    {
        "again": text("Comes back", "还会再来"),
        "leaving": text("Goes elsewhere", "一年内会走"),
        "referral": text("Recommends you", "主动推荐"),
        "regret": text("Regrets", "后悔"),
        "worth": text("Worth", "值多少"),
    }
)
"""The same questions as labels, where there is little room."""

CHANCES: tuple[tuple[int, LocalisedText], ...] = (
    (800, text("hardly", "难")),
    (2_000, text("perhaps", "也许")),
    (3_500, text("likely", "多半")),
    (10_001, text("very likely", "十有八九")),
)
"""Words for coming back and recommending, each below its number of basis points: both are products of
chances, so that a third is much."""

LEAVINGS: tuple[tuple[int, LocalisedText], ...] = (
    (1_500, text("hardly", "不太会")),
    (4_000, text("perhaps", "难说")),
    (6_500, text("likely", "多半会")),
    (10_001, text("almost surely", "留不住")),
)
"""Words for leaving."""

SMALL_REGRET = 500
"""Below this many basis points nobody would call it regret."""

REGRETTED: Mapping[Regret, LocalisedText] = MappingProxyType(
    {
        Regret.PRESSED: text("A yes that was pushed", "那一声“行”，是被催出来的"),
        Regret.UNTRUE: text("Having believed what wasn’t so", "信了不实的话"),
        Regret.WORTHLESS: text("It costs more than it brings", "花的比得的多"),
        Regret.UNCONFIRMED: text("Nobody said it was a good choice", "定了以后，没人说一声选得对"),
    }
)
NOTHING = text("Nothing", "没什么可后悔的")
NO_YES = text("Nothing was agreed", "什么都没答应")

TIER = text("Tier {tier}", "{tier} 级客户")
LIFECYCLES: Mapping[Lifecycle, LocalisedText] = MappingProxyType(
    {
        Lifecycle.PROSPECT: text("prospect", "潜客"),
        Lifecycle.NEW: text("new customer", "新客"),
        Lifecycle.GROWING: text("growing", "成长期"),
        Lifecycle.MATURE: text("mature", "成熟期"),
        Lifecycle.DORMANT: text("dormant", "休眠期"),
        Lifecycle.LEAVING: text("about to leave", "流失期"),
        Lifecycle.WON_BACK: text("won back", "唤回"),
    }
)
ORDER = text("1 order, {days} days ago", "下过 1 单，{days} 天前")
ORDERS = text("{count} orders, last {days} days ago", "下过 {count} 单，末单 {days} 天前")
COUNTED = text("orders: {count}", "下过 {count} 单")
A_YEAR = text("{amount} a year", "每年 {amount}")
OF_A_YEAR = text("{amount} of {most} a year", "每年 {amount}，最多 {most}")
TO_A_YEAR = text("{amount} to {most} a year", "每年 {amount}到 {most}")
COULD_BE = text("up to {most} a year", "每年最多 {most}")
"""What is spent in a year: alone, of what could be, and for one who has spent nothing yet."""

RFM = text("RFM {recency}-{frequency}-{money}", "RFM {recency}-{frequency}-{money}")
