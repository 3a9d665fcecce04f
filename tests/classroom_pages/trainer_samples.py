"""What a server would say to a trainer: seats, classes, the shelf, the picture of a class."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.classroom_pages.names import NAMES, TEAMS
from tests.classroom_pages.samples import ROUND, Json, text, vote


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
