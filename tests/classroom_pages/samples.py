"""What a server would say: boards, questions, seats and pictures in the shapes of the contract."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

Json = dict[str, Any]

NAMES = (
    "Brisk Heron", "Quiet Maple", "陈默", "Copper Finch", "林间的风", "Amber Otter", "Misty Crane", "小满",
    "Early Lark", "Velvet Moth", "Northern Pine", "Silver Carp", "Patient Snail", "Paper Boat", "River Stone",
    "Green Kettle", "Late Train", "Warm Brick", "Tall Reed", "Plain Bread", "Blue Ladder", "Honest Crow",
    "Second Violin", "Open Umbrella", "Slow Bicycle", "Old Compass", "Bright Button", "Loose Thread",
    "Ninth Wave", "Even Keel",
)  # fmt: skip
"""Thirty nicknames."""

TEAMS = ("East Window", "Second Floor", "茶水间", "The Back Row")

HOSTILE = (
    "<img src=x onerror=window.__broken=1>",
    "</script><script>window.__broken=1</script>",
    "<svg/onload=window.__broken=1>",
    "<iframe srcdoc='<script>parent.__broken=1</script>'>",
    '"><script>window.__broken=1</script>',
    "'-window.__broken=1-'",
    "javascript:window.__broken=1",
    "{{constructor.constructor('window.__broken=1')()}}",
    "${window.__broken=1}",
    "<style>*{display:none!important}</style>",
    "<base href=//evil.example/>",
    "<a href=javascript:window.__broken=1>x</a>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=window.__broken=1>",
    "<!--<img src='--><img src=x onerror=window.__broken=1>'>",
    "&lt;script&gt;window.__broken=1&lt;/script&gt;",
    "\u202e\u202dgnilpmurc\u202e live",
    "\u2066abc\u2067def\u2068ghi",
    "مرحبا بالعالم 123",
    "שלום עולם (456)",
    "Z" + "\u0300\u0316\u0341\u035c\u0489" * 600,
    "a" + "\u0336\u0334\u0338" * 2_000 + "b",
    "👩‍👩‍👧‍👦👨🏿‍🚀🏳️‍🌈🇩🇪🧑🏽‍❤️‍💋‍🧑🏻",
    "𝕱𝖗𝖆𝖐𝖙𝖚𝖗 𝓼𝓬𝓻𝓲𝓹𝓽 𠜎𠜱𠝹𠱓",
    "\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd",
    "꧁꧁꧁꧁꧁꧁꧁꧁꧁꧁꧁꧁𒐫𒐫𒐫𒐫𒐫",
    "W" * 500,
    "\u200b\u200b\u200b\u200b",
    "a\nb\r\nc\td\0e",
    "__proto__",
    "constructor",
)
"""Thirty names that nobody should be able to hurt a page with."""


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


def seat_row(place: int, **changes: Any) -> Json:
    """A seat as the trainer sees it; every third one is playing, the others have handed something in."""
    finished = 0 if place % 3 == 0 else 1 + place % 2
    score = 842 - 17 * place if finished else None
    told: Json = {
        "id": f"seat-{place}",
        "nickname": NAMES[place % len(NAMES)],
        "team": TEAMS[place % len(TEAMS)],
        "members": [],
        "roster": None,
        "state": "seated",
        "online": place % 7 != 5,
        "playing": place % 3 == 0,
        "turns": 3 + place % 8 if place % 3 == 0 else 0,
        "finished": finished,
        "score": score,
        "flags": ["too-fast"] if place == 4 else [],
        "attempts": [
            {
                "id": f"attempt-{place}-{number}",
                "round": "r1",
                "number": number,
                "state": "scored",
                "reason": None,
                "flags": [],
                "score": score,
                "stage": 3,
            }
            for number in range(1, finished + 1)
        ],
    }
    return {**told, **changes}


def session_row(**changes: Any) -> Json:
    """A class in the trainer's list."""
    told: Json = {
        "id": "s1",
        "title": "Qingfan Office · new consultants",
        "code": "K7MWXR",
        "language": "en",
        "state": "open",
        "settings": {"approve": False, "late": True, "capacity": 200},
        "run_sheet": [
            {"scenario": "seven-seconds", "mode": "vote"},
            {"scenario": "seven-seconds", "mode": "race", "minutes": 25},
            {"scenario": "price-on-the-table", "mode": "tables", "minutes": 30},
            {"scenario": "sixth-day", "mode": "exam", "minutes": 20},
        ],
        "step": 2,
        "frozen": False,
        "view": "score",
        "theme": "night",
        "motion": True,
        "dimmed": False,
        "locked": False,
        "notice": "",
        "join_url": "http://192.168.1.20:8000/j/K7MWXR",
        "board_url": "/board/tok",
        "created_at": 1_800_000_000_000,
        "over_at": None,
    }
    return {**told, **changes}


def lobby_of(seats: int = 30, **changes: Any) -> Json:
    """A class as the trainer's page is told."""
    told: Json = {
        "seq": 12,
        "at": 1_800_000_000_000,
        "session": session_row(),
        "seats": [seat_row(place) for place in range(seats)],
        "rounds": [{**ROUND, "settings": {"minutes": 25}, "finished": 20}],
        "current": "r1",
        "pictures": ["r1"],
        "discussion": None,
        "vote": None,
    }
    return deepcopy({**told, **changes})


SHELF: Json = {
    "scenarios": [
        {"id": name, "titles": text(en, zh), "taglines": {}, "difficulty": 1, "minutes": [6, 9]}
        for name, en, zh in (
            ("seven-seconds", "Seven Seconds at Reception", "前台的七秒"),
            ("price-on-the-table", "Price on the Table", "桌上的价格"),
            ("sixth-day", "The Sixth Day", "第六天"),
        )
    ],
    "run_sheets": [
        {
            "id": "half-day",
            "titles": text("Half a day", "半天"),
            "hours": 4,
            "rows": [{"scenario": "seven-seconds", "mode": "vote"}, {"scenario": "sixth-day", "minutes": 20}],
        }
    ],
}


def picture() -> Json:
    """What a whole class said in a round."""
    says = (
        text("You're Qingfan? I'm in a meeting at quarter past.", "青帆的是吧？我十点一刻还有个会。"),
        text("Mine to keep? And what do you people get?", "留给我？……那你们图什么？"),
        text("On average. Which studios?", "平均？哪几家？"),
    )
    lines = vote("value")["lines"]
    return {
        "round": "r1",
        "attempts": 27,
        "median": 655,
        "passed": 63,
        "nps": 22,
        "stages": [27, 25, 19, 12, 5],
        "beats": [
            {
                "beat": f"beat-{place}",
                "says": said,
                "visits": 27 - place,
                "regret": 84 - 20 * place,
                "disagreement": 0.8,
                "lines": [
                    {
                        "id": line["id"],
                        "text": line["text"],
                        "count": line["votes"],
                        "value": line["value"],
                        "judgement": line["judgement"],
                        "seats": [{"attempt": "attempt-1-1", "nickname": "Quiet Maple"}],
                    }
                    for line in lines
                ],
            }
            for place, said in enumerate(says)
        ],
        "discuss": ["beat-0", "beat-1"],
    }
