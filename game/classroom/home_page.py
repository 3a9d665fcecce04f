"""The page that a trainee takes home: what each conversation came to, where it turned, what to train next.

It stands by itself: no script, nothing fetched, nobody else in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from game.analysis.judgement import Judgement
from game.classroom.cells import moment
from game.classroom.home_facts import HomeFacts, PlayedRound
from game.classroom.report_style import HOME_STYLE, STYLE
from game.content.field_guide import FieldGuide
from game.engine.traits import Stage
from game.language.words import Words, marked
from game.telling.charts import Room
from game.telling.judgements import NAMES, TONES, sign
from game.telling.phrasing import STAGE_NAMES
from game.telling.score_chart import stage_bars
from game.telling.scorecard import Row
from game.telling.svg_painter import svg
from game.telling.tones import LIGHT

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What the page may load: its own style and nothing else."""

AGAIN = 8
"""Seconds after which a page that is not complete asks anew."""

MOST_LESSONS = 3
ROOMS = (("wide", Room(900, 200)), ("narrow", Room(320, 210, 0.95)))
MODES: Mapping[str, str] = {
    "race": marked("Race"),
    "set": marked("Set"),
    "exam": marked("Exam"),
    "vote": marked("Vote"),
    "tables": marked("Tables"),
}


def page(facts: HomeFacts, words: Words, guide: FieldGuide, renewing: bool = False) -> bytes:
    """The page of one seat.

    Args:
        facts: what was achieved.
        words: of the language.
        guide: the field guide, for the lessons.
        renewing: have the browser ask anew while something is still being worked out.
    """
    return "".join(_whole(facts, words, guide, renewing)).encode()


def _whole(facts: HomeFacts, words: Words, guide: FieldGuide, renewing: bool) -> Iterator[str]:
    code = "zh-CN" if words.locale.value == "zh" else "en"
    name = facts.seat.nickname
    yield f'<!doctype html><html lang="{code}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    if renewing and facts.pending:
        yield f'<meta http-equiv="refresh" content="{AGAIN}">'
    yield f"<title>{escape(name)} · {escape(facts.session.title)}</title>"
    yield f"<style>{STYLE}{HOME_STYLE}</style></head><body><main>"
    yield f'<p class="soft">{escape(facts.session.title)} · {moment(facts.session.created_at)[:10]}</p>'
    yield f"<h1><bdi>{escape(name)}</bdi></h1>"
    others = [*facts.seat.members, *([facts.seat.team] if facts.seat.team else [])]
    if others:
        yield f'<p class="soft"><bdi>{escape(" · ".join(others))}</bdi></p>'
    if not facts.rounds:
        yield f"<p>{escape(words(marked('Nothing was played from this seat.')))}</p>"
    for one in facts.rounds:
        yield from _round(one, words)
    if facts.rounds:
        yield from _lessons(facts, words, guide)
    last = words(marked("This page is about you alone. Keep it or throw it away."))
    yield f'<footer class="soft"><p>{escape(last)}</p></footer></main></body></html>\n'


def _round(one: PlayedRound, words: Words) -> Iterator[str]:
    mode = words(MODES.get(one.round.mode, one.round.mode))
    yield f"<section><h2>{escape(f'{one.round.number}. {one.title}')} <small>{escape(mode)}</small></h2>"
    counted = one.counted
    if counted is None or counted.mark is None:
        told = words(marked("No conversation of yours was marked in this round."))
        yield f"<p>{escape(told)}</p></section>"
        return
    mark, details = counted.mark, counted.mark.details
    facts = [
        (words(marked("of 1000 points")), str(mark.score)),
        (words(marked("pass mark {n}"), n=details.get("pass_mark", 600)), words(_passed(mark.passed))),
        (words(marked("furthest stage")), STAGE_NAMES[Stage(mark.stage)].said(words.locale)),
    ]
    if one.round.mode != "vote":
        facts.append((words(marked("would recommend you (0–10)")), str(mark.nps)))
    yield '<div class="facts">'
    for name, value in facts:
        yield f"<div><b>{escape(value)}</b><span>{escape(name)}</span></div>"
    yield "</div>"
    if details.get("ending"):
        told = words(marked("It ended: {ending}"), ending=one.names.ending(str(details["ending"])))
        yield f"<p>{escape(told)}</p>"
    if len(one.scores) > 1:
        row = " · ".join(f"{number}: {score}" for number, score in one.scores)
        yield f'<p class="soft">{escape(words(marked("Your attempts: {scores}"), scores=row))}</p>'
    yield from _stages(one, words)
    yield from _criteria(one, words)
    yield from _turns(one, words)
    yield "</section>"


def _passed(passed: bool) -> str:
    return marked("reached") if passed else marked("not reached")


def _stages(one: PlayedRound, words: Words) -> Iterator[str]:
    """The points of each stage as bars, once for wide windows and once for narrow ones."""
    assert one.counted is not None
    assert one.counted.mark is not None
    points: Mapping[str, Any] = one.counted.mark.details.get("stages", {})
    rows = [
        Row(STAGE_NAMES[stage].said(words.locale), int(found[0]), int(found[1]), "", (), stage)
        for stage in Stage
        if (found := points.get(stage.word)) and found[1]
    ]
    if not rows:
        return
    title = (
        marked("Points by stage")
        if one.round.mode != "vote"
        else marked("Points of the conversation by stage")
    )
    yield f'<h3>{escape(words(title))}</h3><div class="plate">'
    for name, room in ROOMS:
        chart = stage_bars(rows, words.locale, room)
        yield f'<div class="{name}">{svg(chart, room.width, room.height, LIGHT, margin=6)}</div>'
    yield "</div>"


def _criteria(one: PlayedRound, words: Words) -> Iterator[str]:
    """What was looked for and how much of it was earned; what is still to be had comes first."""
    assert one.counted is not None
    assert one.counted.mark is not None
    points: Mapping[str, Any] = one.counted.mark.details.get("points", {})
    rows = sorted(points.items(), key=lambda row: row[1][0] - row[1][1])
    if not rows or one.round.mode == "vote":
        return
    yield f"<details><summary>{escape(words(marked('What counted, one by one')))}</summary><table>"
    for name, (earned, possible) in rows:
        sure = "★" if earned >= possible else "·"
        yield f"<tr><td>{sure} {escape(one.names.criterion(name))}</td>"
        yield f'<td class="n">{earned} / {possible}</td></tr>'
    yield "</table></details>"


def _turns(one: PlayedRound, words: Words) -> Iterator[str]:
    """Where the conversation turned."""
    yield f"<h3>{escape(words(marked('Where it turned')))}</h3>"
    looked = one.known.looked
    if looked is None:
        waiting = marked("This is still being worked out.")
        absent = marked("This was not worked out for this page.")
        yield f'<p class="soft">{escape(words(waiting if one.known.pending else absent))}</p>'
        return
    if looked.get("failed"):
        yield f'<p class="soft">{escape(words(marked("This conversation cannot be played again here.")))}</p>'
        return
    if not looked["turns"]:
        yield f"<p>{escape(words(marked('No line was a fault. Well done.')))}</p>"
    for turn in looked["turns"]:
        yield from _turn(turn, words)
    if looked["no_return"]:
        told = words(marked("After turn {n} the pass mark was out of reach."), n=looked["no_return"])
        yield f"<p>{escape(told)}</p>"
    if not looked["exact"]:
        told = words(marked("Costs are sampled, up to ±{n} points."), n=looked["margin"])
        yield f'<p class="soft">{escape(told)}</p>'


def _turn(turn: Mapping[str, Any], words: Words) -> Iterator[str]:
    code, judgement = words.locale.value, Judgement(turn["judgement"])

    def said(texts: Mapping[str, str]) -> str:
        return escape(texts.get(code) or next(iter(texts.values()), ""))

    head = words(
        marked("Turn {n}: {judgement}, {cost} points lost"),
        n=turn["turn"],
        judgement=NAMES[judgement].said(words.locale),
        cost=turn["cost"],
    )
    picture = f'<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">{sign(judgement)}</svg>'
    yield f'<article class="turn" style="border-left-color:{TONES[judgement]}">'
    yield f"<h4>{picture} {escape(head)}</h4>"
    yield f"<p><b>{escape(words(marked('You said:')))}</b> {said(turn['said'])}</p>"
    if turn["thought"]:
        thinker = escape(words(marked("The customer thought:")))
        yield f'<p class="thought"><b>{thinker}</b> {said(turn["thought"])}</p>'
    reasons = turn["reasons"].get(code, ())
    if reasons:
        yield f"<p><b>{escape(words(marked('Why')))}</b></p><ul>"
        yield "".join(f"<li>{escape(reason)}</li>" for reason in reasons) + "</ul>"
    yield f'<div class="better"><p><b>{escape(words(marked("Better:")))}</b> {said(turn["better"])}</p>'
    if turn["onward"]:
        yield f"<p>{escape(words(marked('and then')))}</p><ol>"
        yield "".join(f"<li>{said(line)}</li>" for line in turn["onward"]) + "</ol>"
    yield "</div></article>"


def _lessons(facts: HomeFacts, words: Words, guide: FieldGuide) -> Iterator[str]:
    """What to train next: the lessons behind the costliest turns of the whole class."""
    turns = [
        turn for one in facts.rounds if one.known.looked is not None for turn in one.known.looked["turns"]
    ]
    found: dict[str, tuple[str, str]] = {}
    for turn in sorted(turns, key=lambda each: -int(each["cost"])):
        item = guide.nearest(turn["guide"])
        if item is None or len(found) >= MOST_LESSONS:
            continue
        lesson = guide.lesson(item.id)
        title, text = (lesson.title, lesson.words) if lesson is not None else (item.title, item.words)
        found.setdefault(item.id, (title.said(words.locale), text.said(words.locale)))
    weak = _weakest(facts)
    if not found and weak is None:
        return
    yield f"<section><h2>{escape(words(marked('What to train next')))}</h2>"
    if weak is not None:
        stage, missing = weak
        told = words(
            marked("Most is still to be had in the stage “{stage}”: {n} points."),
            stage=STAGE_NAMES[stage].said(words.locale),
            n=missing,
        )
        yield f"<p>{escape(told)}</p>"
    for name, (heading, content) in found.items():
        yield f'<article class="lesson"><h4>{escape(heading)}</h4><p>{escape(content)}</p>'
        yield f'<p class="soft">rapport guide {escape(name)}</p></article>'
    yield "</section>"


def _weakest(facts: HomeFacts) -> tuple[Stage, int] | None:
    """The stage in which most points were left, over every round that was played alone."""
    left = dict.fromkeys(Stage, 0)
    for one in facts.rounds:
        if one.counted is None or one.counted.mark is None or one.round.mode == "vote":
            continue
        points = one.counted.mark.details.get("stages", {})
        for stage in Stage:
            earned, possible = points.get(stage.word, (0, 0))
            left[stage] += possible - earned
    stage = max(left, key=lambda each: left[each])
    return (stage, left[stage]) if left[stage] > 0 else None
