"""The page of a review, with faces and lessons, written to a file."""

from __future__ import annotations

from pathlib import Path

from game.analysis.review import Review
from game.command_line.complaints import Complaint
from game.command_line.handiwork import set_aside
from game.command_line.lessons import GuideLessons
from game.desk.afterwards import Afterwards
from game.desk.art.cue_reading import reading
from game.desk.art.expression import amplify, quantise
from game.desk.art.figure import thumbnail_svg
from game.desk.playing import Playing
from game.engine.reaction import Reaction
from game.language.words import Words
from game.telling.lesson import learnt_instead
from game.telling.review import ReviewTeller
from game.telling.review_page import Lesson, Moment, review_page


def written(words: Words, playing: Playing, review: Review, file: Path) -> None:
    """Write the page.

    Raises:
        Complaint: the file cannot be written.
    """
    page = page_of(words, playing, review)
    try:
        set_aside(file, page.encode())
        file.write_text(page, "utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        sentence = words("{file} cannot be written: {reason}", file=file, reason=reason)
        raise Complaint(sentence, "not-written") from None


def page_of(words: Words, playing: Playing, review: Review) -> str:
    """The page as a text."""
    afterwards, locale = Afterwards.of(playing), words.locale
    wording = playing.book.wording
    teller = ReviewTeller(review, playing.conversation, wording, afterwards.teller(locale))
    lessons = GuideLessons()
    moments = {}
    for turn in review.turns:
        reaction = afterwards.reactions[turn.turn - 1]
        answer = afterwards.answer(turn.turn, locale)
        known = wording.people.get(reaction.person or "")
        items = learnt_instead(turn.why, reaction, playing.conversation.scenario) if turn.why else ()
        moments[turn.turn] = Moment(
            face=_face(playing, reaction),
            name=known.name.said(locale) if known is not None else "",
            answer=answer.speech if answer is not None else "",
            cue=answer.cue if answer is not None else "",
            lesson=_lesson(lessons, items, words) if items else None,
        )
    return review_page(teller, wording.title.said(locale), afterwards.ending(locale), moments)


def _face(playing: Playing, reaction: Reaction) -> str:
    """Her face after a line; empty where nobody was there."""
    known = playing.book.wording.people.get(reaction.person or "")
    if known is None:
        return ""
    seen = reading(reaction.cues.face, reaction.cues.signs).expression
    return thumbnail_svg(known.looks, quantise(amplify(seen)))


def _lesson(lessons: GuideLessons, items: tuple[str, ...], words: Words) -> Lesson | None:
    """The lesson that speaks to a fault."""
    card = lessons.card(items)
    if card is None:
        return None
    return Lesson(card.id, card.title.said(words.locale), card.text.said(words.locale))
