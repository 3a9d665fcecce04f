"""Faults of wording: how somebody who translates, or who has taken the course, would write a talk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tools.seeded.in_words import swapped, text
from tools.seeded.kinds import kind
from tools.seeded.page import ENTRY, QUOTED, Page, Planted, picked

TRANSLATED = (
    "作为一名销售，我很理解这一点。",
    "这是一个非常好的问题。",
    "对我们来说，您的满意是最重要的事情之一。",
    "我很抱歉听到这个消息。",
    "让我来为您解释一下它的用法。",
    "当您使用它的时候，您会看到不同。",
    "对此我感到十分遗憾。",
    "我们将会在明天给您答复。",
    "请允许我做一个简短的介绍。",
    "基于您刚才说的，我想换一个方案。",
    "我完全理解您的感受。",
    "没有什么比客户的信任更重要。",
    "这台机器被设计成不用维护的样子。",
    "它不仅仅是一台机器，更是一位伙伴。",
    "我们对您的决定进行了一次讨论。",
    "我期待着与您下一次见面。",
    "祝您度过一个美好的下午。",
    "它是如此安静，以至于您听不见。",
    "毫无疑问，这是更好的选择。",
    "就价格而言，我们并不贵。",
    "感谢您的耐心等待。",
    "我们拥有丰富的经验。",
    "以一种更简单的方式，您就能省钱。",
    "它在您的工作中扮演着重要的角色。",
    "关于这一点，我想多说两句。",
    "哦，我的上帝，您等了这么久。",
    "我很高兴知道您喜欢它。",
    "我必须承认，您的店很漂亮。",
    "您介意我坐在这里吗？",
    "这听起来像是一个好主意。",
    "您有一个很棒的团队。",
    "您的工作会变得更容易。",
    "多么美好的一天啊！",
    "在使用它的过程中，您会越来越满意。",
)
"""What nobody says unless the sentence was thought in English."""

COURSE = {
    "zh": (
        "你这是在用损失厌恶吧。",
        "我们的痛点就是这个。",
        "你倒是挺有共情的。",
        "你这是在破冰？",
        "你一上来就锚定了我。",
        "我还没有购买动机。",
        "我知道，这叫社会认同。",
        "你的异议处理学得不错。",
        "我的心理账户里没有这笔钱。",
        "我的购买信号你看到了吗？",
        "这是三明治法，我听得出来。",
        "我感觉到了一点情绪价值。",
        "我的逆反心理上来了。",
        "你这是逼单。",
        "这个的感知风险太高。",
        "我们的决策链很长。",
        "你这是典型的价格异议应对。",
        "我是安全需求为主，马斯洛的第二层。",
    ),
    "en": (
        "That is loss aversion, I suppose.",
        "Our pain point is a different one.",
        "I feel your empathic listening.",
        "You are anchoring me.",
        "This reciprocity does not work with me.",
        "I know social proof when I see it.",
        "Your objection handling is good.",
        "My reactance goes up when you say that.",
        "You have not heard my buying signals.",
        "The perceived risk is too high for us.",
        "You are trying a trial close.",
        "I am in another stage of the customer journey.",
        "That would be the sandwich technique.",
        "I see no value proposition in it.",
        "There is cognitive dissonance in what you say.",
        "You have done a needs analysis, then.",
        "Is this your default option?",
        "My lifetime value is not your business.",
    ),
}
"""What only those say who have taken the course."""

_ASKS = re.compile(r" *does: \[(?:ask-open|ask-situation|ask-problem|ask-implication|ask-payoff|probe)\]")
_SORRY = re.compile(r" *does: \[(?:strong |light )?apologise\]")
_NARROW = str.maketrans("，？！：；", ",?!:;")


def under(page: Page, wanted: frozenset[str], barred: frozenset[str]) -> Iterator[int]:
    """Texts on lines of their own inside of certain entries, and outside of others."""
    stack: list[tuple[int, str]] = []
    for at, line in enumerate(page.lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        depth = page.depth(at)
        while stack and stack[-1][0] >= depth + (line.lstrip().startswith("- ")):
            stack.pop()
        keys = {key for _, key in stack}
        if QUOTED.fullmatch(line) and keys & wanted and not keys & barred:
            yield at
        entry = ENTRY.fullmatch(line)
        if entry is not None:
            stack.append((depth + (2 if entry["dash"] else 0), entry["key"]))


def spoken(page: Page, key: str) -> list[int]:
    """What somebody answers, in one language."""
    found = under(page, frozenset({"replies", "says"}), frozenset({"cue", "thoughts", "note"}))
    return [
        at
        for at in found
        if page.lines[at].lstrip(" -").startswith(f"{key}:") and "{" not in text(page.lines[at])
    ]


def own(page: Page) -> list[int]:
    """What the player says in Chinese."""
    found = under(page, frozenset({"lines"}), frozenset({"cue", "thoughts", "note", "replies", "says"}))
    return [at for at in found if page.lines[at].lstrip().startswith("zh:")]


@kind("wording", "translated", "SC832")
def translated(page: Page, chance: Random) -> Planted | None:
    """A Chinese sentence was thought in English."""
    at = picked(chance, own(page))
    return None if at is None else page.planted({at: swapped(page.lines[at], chance.choice(TRANSLATED))})


@kind("wording", "word of the course", "SC833")
def course_word(page: Page, chance: Random) -> Planted | None:
    """A customer speaks as if they had taken the course."""
    key = chance.choice(["zh", "en"])
    at = picked(chance, spoken(page, key))
    return None if at is None else page.planted({at: swapped(page.lines[at], chance.choice(COURSE[key]))})


@kind("wording", "half-width sign", "SC830")
def half_width(page: Page, chance: Random) -> Planted | None:
    """A sign of Latin print stands in a Chinese sentence."""
    sites = [at for at in own(page) if re.search("[一-龥][，？！：；][一-龥]", page.lines[at])]
    at = picked(chance, sites)
    if at is None:
        return None
    line = page.lines[at]
    signs = [found.start() + 1 for found in re.finditer("[一-龥][，？！：；][一-龥]", line)]
    place = chance.choice(signs)
    return page.planted({at: line[:place] + line[place].translate(_NARROW) + line[place + 1 :]})


@kind("wording", "form of address", "SC831")
def form_of_address(page: Page, chance: Random) -> Planted | None:
    """Once 你, where the same person is otherwise 您."""

    def plain(at: int) -> bool:
        start = page.parent(at)
        block = "\n".join(page.lines[start : page.end(start)])
        return "over-familiar" not in block and "nearness" not in block

    sites = [at for at in own(page) if "您" in page.lines[at] and "“" not in page.lines[at] and plain(at)]
    at = picked(chance, sites)
    return None if at is None else page.planted({at: page.lines[at].replace("您", "你")})


def _beside(page: Page, does: re.Pattern[str]) -> list[int]:
    """Chinese texts of lines that do one thing only."""
    found = []
    for at in own(page):
        start = page.parent(at)
        if any(does.fullmatch(line) for line in page.lines[start : page.end(start)]):
            found.append(at)
    return found


@kind("wording", "question that asks nothing", "SC835")
def no_question(page: Page, chance: Random) -> Planted | None:
    """The tactic is a question, and the sentence is none."""
    at = picked(chance, _beside(page, _ASKS))
    said = chance.choice(["我们的机器很安静。", "这条街我常来。", "那台机器有三个抽屉。"])
    return None if at is None else page.planted({at: swapped(page.lines[at], said)})


@kind("wording", "apology without a sorry", "SC836")
def no_apology(page: Page, chance: Random) -> Planted | None:
    """The tactic is an apology, and nobody says sorry."""
    at = picked(chance, _beside(page, _SORRY))
    said = chance.choice(["昨天仓库人手不够。", "路上车多。", "这种事谁家都有。"])
    return None if at is None else page.planted({at: swapped(page.lines[at], said)})
