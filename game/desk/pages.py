"""What there is to read at a moment of a conversation, in the order in which it is read. Pure.

A reply and the first words of the next beat can follow each other without a choice between them; they are
pages: every page but the last waits for a key, and the cards rise on the last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.content.wording import Spoken
from game.desk.playing import Playing
from game.language.locale import Locale

if TYPE_CHECKING:
    from game.engine.reaction import Reaction


@dataclass(frozen=True, slots=True)
class Page:
    """One thing to read.

    Attributes:
        person: who speaks; None where only a voice tells.
        before: what is told first, above the bubble.
        speech: what is said, in the bubble.
        cue: what a camera could see meanwhile.
        after: what is told then, below the bubble.
        after_line: whether this is the answer to a line, with the face changing.
        last: whether the choices stand below it.
    """

    person: str | None
    before: str = ""
    speech: str = ""
    cue: str = ""
    after: str = ""
    after_line: bool = False
    last: bool = True


def _addressed(text: str, playing: Playing, person: str | None, rung: int, locale: Locale) -> str:
    """`{address}` becomes what she calls the player at this rung, or the nearest one below it."""
    if "{address}" not in text:
        return text
    wording = playing.book.wording
    forms = wording.people[person].address if person is not None and person in wording.people else {}
    known = [forms[step] for step in range(rung, 0, -1) if step in forms]
    return text.replace("{address}", (known[0] if known else wording.player.name).said(locale))


def spoken_words(playing: Playing, spoken: Spoken, person: str | None, locale: Locale) -> tuple[str, str]:
    """Words and cue of something said, with the form of address of the moment."""
    rung = playing.rung(person)
    return (
        _addressed(spoken.text.said(locale), playing, person, rung, locale),
        _addressed(spoken.cue.said(locale), playing, person, rung, locale),
    )


def opening_pages(playing: Playing, locale: Locale) -> tuple[Page, ...]:
    """What is read before the first choice of the beat that stands now."""
    conversation = playing.conversation
    if conversation.outcome is not None:
        return ()
    narration = playing.book.wording.beats.get(conversation.beat)
    told = narration.said(locale) if narration else ""
    speech, cue = "", ""
    if conversation.greeting is not None:
        speech, cue = spoken_words(
            playing, playing.spoken(conversation.greeting), conversation.person, locale
        )
    return (Page(conversation.person, told, speech, cue),)


def reaction_pages(
    playing: Playing, reaction: Reaction, locale: Locale, *, new_beat: bool, computed_cue: str = ""
) -> tuple[Page, ...]:
    """What is read after a line: the answer, then the beginning of the next beat.

    Args:
        playing: where things stand after the line.
        reaction: what the line did.
        locale: the language.
        new_beat: whether another beat has begun, whose first words are to be heard too.
        computed_cue: what could be seen, for answers whose author wrote no cue.
    """
    speech, cue = "", ""
    if reaction.reply is not None:
        speech, cue = spoken_words(playing, playing.spoken(reaction.reply), reaction.person, locale)
    cue = cue or computed_cue
    following = opening_pages(playing, locale) if new_beat else ()
    if not speech:
        return following or (Page(reaction.person, cue=cue, after_line=True),)
    answer = Page(reaction.person, speech=speech, cue=cue, after_line=True)
    if not following:
        return (answer,)
    opening = following[0]
    if not opening.speech and opening.person == reaction.person:  # told below her answer: one page
        return (replace(answer, after=opening.before),)
    return (replace(answer, last=False), opening)
