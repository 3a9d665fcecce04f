"""A review as one page for a browser: no script, nothing to load, well-formed, every word escaped.

The curves come from `value_chart`, with the signs of the judgements on them; each leads to its turn.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from game.analysis.judgement import Judgement
from game.analysis.review import Review
from game.language.locale import Locale
from game.telling import review_page_words as words
from game.telling.charts import Room
from game.telling.judgements import NAMES, TONES, sign
from game.telling.review import LineTold, ReviewTeller, TurnTold, WhyTold
from game.telling.review_page_style import STYLE
from game.telling.svg_painter import FACES, svg
from game.telling.tones import LIGHT
from game.telling.value_chart import value_chart

WIDE = Room(1048, 190)
NARROW = Room(320, 200, 0.8)
MARGIN = 26
"""Room around the curves for signs and the numbers of the turns."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the field guide says to a fault."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What could be seen and heard after a line.

    Attributes:
        face: a picture as the text of an SVG; empty where nobody was there.
        name: who answered.
        answer: what was said.
        cue: what a camera could see.
        lesson: what there is to learn; None where nothing fits.
    """

    face: str = ""
    name: str = ""
    answer: str = ""
    cue: str = ""
    lesson: Lesson | None = None


def review_page(teller: ReviewTeller, title: str, ending: str, moments: Mapping[int, Moment]) -> str:
    """The page.

    Args:
        teller: tells the review; its locale is the language of the page.
        title: of the scenario.
        ending: how it ended, in a sentence.
        moments: what could be seen, by turn.
    """
    locale, told = teller.locale, teller.whole()
    say = _Speaker(locale)
    turns = [told_turn for turn in teller.review.turns if (told_turn := teller.turn(turn.turn)) is not None]
    figures = "".join(
        f"<div class='figure'><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in told.figures
    )
    return (
        "<!DOCTYPE html>\n"
        f"<html lang='{_language(locale)}' xmlns='http://www.w3.org/1999/xhtml'><head><meta charset='utf-8'/>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'/>"
        "<meta http-equiv='Content-Security-Policy' "
        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"/>"
        f"<title>{escape(say(words.REVIEW))} · {escape(title)}</title><style>{STYLE}</style></head><body>"
        f"<header><div class='room'><div><h1>{escape(say(words.REVIEW))}</h1><p>{escape(title)}</p>"
        f"<p class='soft'>{escape(ending)}</p></div><dl>{figures}</dl></div></header><main class='room'>"
        f"{_curves(teller, locale)}{_legend(say)}"
        f"<section class='summary'>{_paragraphs(told.sentences)}</section>"
        f"{''.join(_turn(turn, moments.get(turn.turn, Moment()), say) for turn in turns)}"
        f"<footer>{_paragraphs(told.sources)}<p>{escape(_origin(teller.review, say))}</p></footer>"
        "</main></body></html>\n"
    )


class _Speaker:
    """Says the words of the page in one language."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def __call__(self, phrase: words.Phrase, **places: object) -> str:
        return phrase.said(self._locale).format(**places)


def _language(locale: Locale) -> str:
    return "zh-CN" if locale is Locale.ZH else "en"


def _curves(teller: ReviewTeller, locale: Locale) -> str:
    """The chart, once for wide windows and once for narrow ones."""
    if not teller.review.turns:
        return ""
    drawn = (
        f"<div class='{name}'>{_chart(teller, locale, room)}</div>"
        for name, room in (("wide", WIDE), ("narrow", NARROW))
    )
    return f"<section class='curves'>{''.join(drawn)}</section>"


def _chart(teller: ReviewTeller, locale: Locale, room: Room) -> str:
    review = teller.review
    count = review.length
    edges = [at / count for at in range(count + 1)]
    chart = value_chart(review, teller.conversation.reactions, edges, locale, room)
    picture = svg(chart, room.width, room.height, LIGHT, margin=MARGIN, unit=room.text)
    marks = []
    for turn in review.turns:
        x = MARGIN + edges[turn.turn] * room.width
        y = MARGIN + (1 - min(max(turn.after.value / 1000, 0), 1)) * room.height
        middle = MARGIN + (edges[turn.turn - 1] + edges[turn.turn]) / 2 * room.width
        low = MARGIN + room.height + 18
        scale = 0.95 if room.width > room.height * 3 else 0.62
        name = escape(NAMES[turn.judgement].said(locale))
        marks.append(
            f"<a href='#turn-{turn.turn}'><title>{turn.turn}: {name}</title>"
            f"<g transform='translate({x:.1f} {y:.1f}) scale({scale})'>"
            f"<circle r='13' fill='{LIGHT['ground']}'/>{sign(turn.judgement, 0, 0)}</g></a>"
            f"<text x='{middle:.1f}' y='{low:.1f}' font-family=\"{FACES}\" font-size='{14 * room.text:.1f}' "
            f"text-anchor='middle' fill='{LIGHT['ink-soft']}'>{turn.turn}</text>"
        )
    for points in (0, 500, 1000):
        y = MARGIN + (1 - points / 1000) * room.height + 4
        marks.append(
            f"<text x='{MARGIN - 4}' y='{y:.1f}' font-family=\"{FACES}\" font-size='10' text-anchor='end' "
            f"fill='{LIGHT['ink-soft']}'>{points}</text>"
        )
    return picture.replace("</svg>", f"{''.join(marks)}</svg>")


def _sign(judgement: Judgement, size: int = 24) -> str:
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' class='sign' width='{size}' height='{size}' "
        f"viewBox='0 0 24 24' aria-hidden='true'>{sign(judgement)}</svg>"
    )


def _legend(say: _Speaker) -> str:
    names = "".join(f"<li>{_sign(each, 18)} {escape(say(NAMES[each]))}</li>" for each in Judgement)
    return f"<ul class='legend'>{names}</ul>"


def _turn(turn: TurnTold, moment: Moment, say: _Speaker) -> str:
    """One turn as a card; a fault takes more room than a good line."""
    kind = "fault" if turn.judgement.fault else "fine"
    face = ""
    if moment.face:
        data = base64.b64encode(moment.face.encode()).decode()
        face = f"<img class='face' alt='' src='data:image/svg+xml;base64,{data}'/>"
    heard = ""
    if moment.answer:
        heard += _spoken(moment.name, moment.answer)
    if moment.cue:
        heard += f"<p class='cue'>{escape(moment.cue)}</p>"
    if turn.thought:
        heard += _spoken(turn.thinker, turn.thought, "thought")
    why = _why(turn.why, moment.lesson, say) if turn.why is not None else ""
    return (
        f"<article id='turn-{turn.turn}' class='{kind}' style='border-color: {TONES[turn.judgement]}'>"
        f"<h2>{_sign(turn.judgement)}<span style='color: {TONES[turn.judgement]}'>"
        f"{escape(say(words.TURN, n=turn.turn))} · {escape(turn.name)}</span>"
        f"<span class='values'>{escape(turn.values)} <span class='soft'>{escape(turn.sampled)}</span></span>"
        "</h2>"
        f"<div class='talk'>{face}<div>{_spoken(say(words.SAID), turn.said, 'said')}{heard}"
        f"<p class='soft'>{escape(turn.luck)}</p></div></div>"
        f"{why}{_lines(turn.lines, say)}</article>"
    )


def _spoken(name: str, text: str, kind: str = "") -> str:
    return f"<p class='{kind}'><span class='name'>{escape(name)}</span> {escape(text)}</p>"


def _why(why: WhyTold, lesson: Lesson | None, say: _Speaker) -> str:
    reasons = "".join(f"<li>{escape(reason)}</li>" for reason in why.reasons)
    told = f"<ul>{reasons}</ul>"
    if why.parts:
        rows = "".join(f"<tr><td>{part.signed}</td><td>{escape(part.words)}</td></tr>" for part in why.parts)
        told = f"<table class='parts'><tbody>{rows}</tbody></table>"
    card = f"<p class='soft'>{escape(why.card)}</p>" if why.card else ""
    onward = "".join(f"<li>{escape(line)}</li>" for line in why.onward)
    then = f"<p class='name'>{escape(say(words.ONWARD))}</p><ol>{onward}</ol>" if onward else ""
    learn = ""
    if lesson is not None:
        learn = (
            f"<details><summary>{escape(say(words.LESSON, title=lesson.title))}</summary>"
            f"<p>{escape(lesson.text)}</p><p class='soft'>rapport guide {escape(lesson.id)}</p></details>"
        )
    return (
        f"<div class='why'><div><h3>{escape(why.cost)}</h3>{told}{card}</div>"
        f"<div class='better'><h3>{_sign(Judgement.BEST, 20)} {escape(say(words.BETTER))} "
        f"<span class='values'>{escape(why.value)}</span></h3><p>{escape(why.better)}</p>"
        f"{then}</div>{learn}</div>"
    )


def _lines(lines: Sequence[LineTold], say: _Speaker) -> str:
    """Every line that was on offer, the best first."""
    heads = (words.LINE, words.VALUE, words.CEILING, words.LOSS)
    head = "".join(f"<th scope='col'>{escape(say(each))}</th>" for each in heads)
    rows = "".join(
        f"<tr{_mine(line)}><td>{_sign(line.judgement, 18)} {escape(line.text)}</td>"
        f"<td>{escape(line.value)}</td><td>{escape(line.ceiling)}</td><td>{line.loss}</td></tr>"
        for line in lines
    )
    return (
        f"<details class='lines'><summary>{escape(say(words.LINES, n=len(lines)))}</summary>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _mine(line: LineTold) -> str:
    return " class='mine'" if line.said else ""


def _paragraphs(sentences: Sequence[str]) -> str:
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)


def _origin(review: Review, say: _Speaker) -> str:
    places = {"scenario": review.scenario, "customer": review.customer + 1, "seed": review.seed}
    return say(words.ORIGIN, **places, fingerprint=review.fingerprint[:12])
