"""What a server would say: boards, questions, seats and pictures in the shapes of the contract."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.classroom_pages.names import NAMES, TEAMS

Json = dict[str, Any]


def text(en: str, zh: str) -> Json:
    """A text in two languages."""
    return {"en": en, "zh": zh}


ROUND: Json = {
    "id": "r1",
    "number": 2,
    "scenario": "seven-seconds",
    "titles": text("Seven Seconds at Reception", "前台的七秒"),
    "package": "0" * 64,
    "fingerprint": "f" * 16,
    "mode": "race",
    "state": "open",
    "remaining_ms": 8 * 60_000 + 24_000,
    "goals": [],
    "attempts_allowed": 3,
    "hints": True,
}

LINES = (
    text(
        "That copier jammed twice while I was signing in. You must be the one everybody calls. "
        "Shall I take a look first?",
        "林经理，刚进门就听见那台机器卡了两回，您一上午没少操心吧？要不我先帮您看一眼？",
    ),
    text(
        "Sorry, I've caught you on a busy morning. Please finish what you're doing. "
        "I'm happy to wait as long as it takes.",
        "不好意思，赶上您忙的时候了。您先忙正事，我在这儿等，多久都行，咱们不着急。",
    ),
    text(
        "Chen Mo, Qingfan Office. We look after forty-one studios like yours, "
        "and their print bills are down a fifth on average.",
        "林经理好，青帆办公陈默。像您这样的设计公司，我们服务四十一家，打印费平均降了两成。",
    ),
    text(
        "Chen Mo, Qingfan. Ten minutes, as agreed. One page on what studios your size spend; it's yours. "
        "Where shall we start?",
        "林经理好，青帆陈默。约的是十分钟，带了一页同行的打印账，留给您。先看哪块，您定。",
    ),
)
PHASES = ("voting", "closed", "distribution", "value", "why", "thought", "over")


def vote(phase: str) -> Json:
    """A question in one of the steps of its reveal; parts appear from their step on."""
    step = PHASES.index(phase)
    told: Json = {
        "turn": 3,
        "phase": phase,
        "says": {
            "who": text("Lin Yue", "林悦"),
            "text": text(
                "You're Qingfan? Before you start: I'm in a meeting at quarter past.",
                "青帆的是吧？先说好，我十点一刻还有个会。",
            ),
        },
        "cues": [text("She looks at her watch. The arms stay crossed.", "她看了一眼表，胳膊没有放下来。")],
        "lines": [{"id": f"line-{place}", "text": line} for place, line in enumerate(LINES)],
        "count": 27,
    }
    if step >= 2:
        for line, votes in zip(told["lines"], (11, 2, 9, 5), strict=True):
            line["votes"] = votes
    if step >= 3:
        judged = ((412, "mistake"), (295, "blunder"), (530, "inaccuracy"), (596, "best"))
        for line, (value, judgement) in zip(told["lines"], judged, strict=True):
            line.update(value=value, judgement=judgement)
    if step >= 4:
        told["why"] = text(
            "She is guarded, and her staff are listening. Your name, the time you agreed and a page "
            "without strings give her back the choice; help with the copier touches "
            "the very thing she is blamed for.",
            "她有戒心，下属又都在听。报上名字、守住约好的时间、留一页不求回报的账，主动权就还给了她；"
            "提那台机器，正碰到别人怪她的那件事。",
        )
    if step >= 5:
        told["thought"] = text("I'll look. Looking is free.", "先看看，不看白不看。")
    return told


LONG = text(
    "Right. Before we go on: my partner wants to know who repairs the thing at seven in the evening, when "
    "the proofs are due, the courier is downstairs and nobody from your firm picks up the telephone.",
    "行。往下谈之前，我合伙人想知道：晚上七点，样稿等着要，快递员在楼下，你们公司电话没人接，这时候谁来修这台机器？",
)


def long_vote(phase: str) -> Json:
    """The same question with the longest words that authors are allowed."""
    told = vote(phase)
    told["says"]["text"] = LONG
    for line in told["lines"]:
        line["text"] = {code: said.ljust(125 if code == "en" else 44, "话" if code == "zh" else "e")
                        for code, said in line["text"].items()}  # fmt: skip
    return told


def rows(count: int = 8, names: tuple[str, ...] = NAMES) -> list[Json]:
    """The first rows of the standings."""
    scores = (842, 815, 815, 774, 702, 655, 610, 588)
    ranks = (1, 2, 2, 4, 5, 6, 7, 8)
    stages = ("loyalty", "action", "action", "action", "desire", "desire", "interest", "interest")
    return [
        {
            "rank": ranks[place],
            "name": names[place],
            "team": TEAMS[place % len(TEAMS)],
            "score": scores[place],
            "stage": stages[place],
            "insight": 90 - place * 7,
            "seals": (3, 2, 2, 2, 1, 1, 0, 1)[place],
            "finished": True,
        }
        for place in range(count)
    ]


def board(**changes: Any) -> Json:
    """A board in the middle of a round."""
    told: Json = {
        "seq": 40,
        "at": 1_800_000_000_000,
        "language": "en",
        "theme": "night",
        "motion": True,
        "session": {
            "title": "Qingfan Office · new consultants",
            "code": "K7MWXR",
            "state": "open",
            "join_url": "http://192.168.1.20:8000/j/K7MWXR",
        },
        "round": ROUND,
        "frozen": False,
        "view": "score",
        "rows": rows(),
        "teams": [
            {"rank": place + 1, "name": name, "score": 771 - 48 * place, "count": 8 - place % 2}
            for place, name in enumerate(TEAMS)
        ],
        "counts": {"seats": 30, "playing": 12, "finished": 18},
        "remaining_ms": 8 * 60_000 + 24_000,
        "dimmed": False,
        "vote": None,
        "discussion": None,
    }
    return deepcopy({**told, **changes})


def session(told: Json, **changes: Any) -> Json:
    """A board (or a phone's state) whose session says something else."""
    return {**told, "session": {**told["session"], **changes}}


def lobby(names: int = 0, **changes: Any) -> Json:
    """A board before the first round."""
    told = board(
        round=None, rows=[], teams=[], remaining_ms=None,
        counts={"seats": names, "playing": 0, "finished": 0}, arrivals=list(NAMES[:names]), **changes,
    )  # fmt: skip
    return session(told, state="lobby")


def phone(**changes: Any) -> Json:
    """What a seat is told by `state`."""
    told: Json = {
        "id": "s1",
        "title": "Qingfan Office · new consultants",
        "language": "en",
        "state": "open",
        "version": 7,
        "notice": None,
        "dimmed": False,
        "seat": {"id": "seat-1", "nickname": "Brisk Heron", "team": "East Window", "state": "seated"},
        "round": {**ROUND, "mode": "vote"},
        "rounds": [{**ROUND, "mode": "vote"}],
        "attempts": [],
        "vote": None,
        "standing": None,
    }
    return deepcopy({**told, **changes})
