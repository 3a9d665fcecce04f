"""Lines whose tactics and words disagree: a question that asks nothing, an apology that says no sorry."""

from __future__ import annotations

import re

from game.content import schema
from game.language.locale import Locale

QUESTIONS = frozenset({"ask-open", "ask-situation", "ask-problem", "ask-implication", "ask-payoff", "probe"})
"""Tactics that ask; `ask-closed` is left out, for an order can be one."""

PRICES = frozenset({"price", "anchor", "daily-cost", "concede"})
APOLOGY = "apologise"

_ASKED = {
    Locale.EN: re.compile(
        r"\?|\b(?:tell|show|walk|take|talk|help|give) (?:me|us)|\b(?:describe|explain|say more|go on|"
        r"let me (?:hear|see|ask|understand)|"
        r"(?:like|want|love|need|curious) to (?:know|hear|understand|see|learn)|"
        r"i wonder|i am curious|i’m curious)",
        re.IGNORECASE,
    ),
    Locale.ZH: re.compile(
        "[？?]|[说讲聊谈](?:一)?[说讲聊谈]|您[说讲]|你[说讲]|告诉我|想[知听请问了]|请教|给我[看讲说]|听听|好奇|不知道"
    ),
}
_APOLOGIES = {
    Locale.EN: re.compile(
        r"\b(?:sorry|apolog\w+|forgive|(?:my|our) (?:fault|mistake)|pardon|regret|ashamed|(?:was|were) wrong|"
        r"wrong of (?:me|us)|take (?:it|that|this) back|should(?:n[’']t| not| never) have)",
        re.IGNORECASE,
    ),
    Locale.ZH: re.compile(
        "对不起|抱歉|道歉|不好意思|对不住|赔.{0,3}不是|赔礼|原谅|过意不去|见谅|惭愧|包涵|不该|收回|[怪怨]我|我的错"
        "|我们的错|是我们?(?:不对|错)|失误|疏忽|我认错"
    ),
}
_FIGURES = {
    Locale.EN: re.compile(
        r"\d|\b(?:pric|cost|yuan|dollar|euro|pound|cents?\b|percent|discount|rebate|cheap|dear|expens|fee|pay|paid|"
        r"money|free|half|third|quarter|tenth|hundred|thousand|million|two|three|four|five|six|seven|eight|"
        r"nine|ten|eleven|twelve|twenty|thirty|fifty|list|off\b|rent|sum|figure|budget|bill|quot|offer|charge|worth)",
        re.IGNORECASE,
    ),
    Locale.ZH: re.compile(
        "[0-9〇零一二两三四五六七八九十百千万半]|价|钱|元|块|折|费|付|便宜|贵|免|成本|预算|租|账|报价|数|多少|返|个点|[再能可]让|让[价利]"
    ),
}


def mismatch(line: schema.Line, text: str, locale: Locale) -> tuple[str, str] | None:
    """The code and the tactic of a line that its words do not bear out; None where they do."""
    tactics = {use.tactic for use in line.does}
    for code, marked, words in (
        ("SC835", QUESTIONS, _ASKED),
        ("SC836", frozenset({APOLOGY}), _APOLOGIES),
        ("SC837", PRICES, _FIGURES),
    ):
        tactic = next((use.tactic for use in line.does if use.tactic in marked), None)
        if tactics & marked and tactic is not None and not words[locale].search(text):
            return code, tactic
    return None
