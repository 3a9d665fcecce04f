"""How a class stands: from the shapes of the HTTP interface to those of the desk; gaps are left open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from game.desk.class_ports import ClassLook, ResultLook, RoundLook, VoteLine, VoteLook
from game.language.locale import Locale
from game.language.text import LocalisedText

if TYPE_CHECKING:
    from game.classroom.attendance import View

Plain = Mapping[str, Any]


def look_of(view: View) -> ClassLook:
    """A class as the desk shows it."""
    session = view.session
    seat: Plain = session.get("seat") or {}
    standing = session.get("standing")
    rounds: dict[str, Plain] = {one["id"]: one for one in session.get("rounds", ())}
    attempts: list[Plain] = list(session.get("attempts", ()))
    return ClassLook(
        title=session.get("title", view.seated.title),
        nickname=seat.get("nickname", view.seated.nickname),
        team=seat.get("team") or "",
        state=session.get("state", ""),
        waiting=seat.get("state") == "waiting",
        notice=session.get("notice") or "",
        dimmed=bool(session.get("dimmed")),
        connected=view.connected,
        stored=view.stored,
        lost=view.lost,
        ended=view.ended,
        round=_round(session.get("round"), attempts),
        results=tuple(_result(one, rounds[one["round"]]) for one in attempts if one["round"] in rounds),
        standing=(standing["rank"], standing["of"]) if standing else None,
        vote=_vote(session.get("vote")),
    )


def _round(one: Plain | None, attempts: list[Plain]) -> RoundLook | None:
    if one is None:
        return None
    left = one.get("remaining_ms")
    return RoundLook(
        id=one["id"],
        number=one["number"],
        title=_text(one.get("titles"), one["scenario"]),
        mode=one["mode"],
        state=one["state"],
        seconds=None if left is None else left // 1000,
        attempts=one.get("attempts_allowed", 0),
        tried=sum(each["round"] == one["id"] for each in attempts),
        hints=one.get("hints", True),
        scenario=one["scenario"],
    )


def _result(one: Plain, of: Plain) -> ResultLook:
    return ResultLook(
        number=of["number"],
        title=_text(of.get("titles"), of["scenario"]),
        attempt=one["number"],
        state=one["state"],
        score=one.get("score"),
        passed=bool(one.get("passed")),
        stage=one.get("stage"),
        recommends=one.get("nps"),
    )


def _vote(one: Plain | None) -> VoteLook | None:
    if one is None:
        return None
    says: Plain = one.get("says") or {}
    who = says.get("who")
    return VoteLook(
        turn=one["turn"],
        phase=one["phase"],
        speaker=_text(who) if isinstance(who, Mapping) else _text(None, who or ""),
        says=_text(says.get("text")),
        lines=tuple(
            VoteLine(line["id"], _text(line.get("text"), line["id"]), line.get("votes"), line.get("value"))
            for line in one.get("lines", ())
        ),
        mine=one.get("mine") or "",
        why=_text(one["why"]) if one.get("why") else None,
        thought=_text(one["thought"]) if one.get("thought") else None,
    )


def _text(plain: Plain | None, otherwise: str = "") -> LocalisedText:
    """Words in the languages that came, the other one where one is missing."""
    words = {locale: (plain or {}).get(locale.value) or "" for locale in Locale}
    known = next((text for text in words.values() if text), otherwise)
    return LocalisedText({locale: text or known for locale, text in words.items()})
