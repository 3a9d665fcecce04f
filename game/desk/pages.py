"""What there is to read at a moment of a conversation, in the order in which it is read. Pure.

A reply and the first words of the next beat can follow each other without a choice between them; they are
pages: every page but the last waits for a key, and the cards rise on the last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.content.wording import Spoken
from game.desk.playing import Playing
from game.engine.reaction import Reaction
from game.language.locale import Locale


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
        heard: whether the cue is something heard, on the telephone, and not seen.
    """

    person: str | None
    before: str = ""
    speech: str = ""
    cue: str = ""
    after: str = ""
    after_line: bool = False
    last: bool = True
    heard: bool = False


def spoken_words(playing: Playing, spoken: Spoken, person: str | None, locale: Locale) -> tuple[str, str]:
    """Words and cue of something said, with the form of address of the moment."""
    wording, rung = playing.book.wording, playing.rung(person)
    return (
        wording.addressed(spoken.text, person, rung).said(locale),
        wording.addressed(spoken.cue, person, rung).said(locale),
    )


def opening_pages(playing: Playing, locale: Locale) -> tuple[Page, ...]:
    """What is read before the first choice of the beat that stands now."""
    conversation = playing.conversation
    beat = conversation.beat
    if beat is None:
        return ()
    wording = playing.book.wording
    told = wording.beats.get(beat.id) if conversation.arrived else None
    speech, cue = "", ""
    if conversation.greeting is not None:
        spoken = playing.spoken(conversation.greeting)
        speech, cue = spoken_words(playing, spoken, conversation.person, locale)
    elif beat.objection is not None and conversation.arrived and beat.objection.word in wording.objections:
        objection = Spoken(wording.objections[beat.objection.word])
        speech, _ = spoken_words(playing, objection, conversation.person, locale)
    before = told.said(locale) if told else ""
    return (Page(conversation.person, before, speech, cue, heard=playing.scene.channel == "phone"),)


def visible_cue(playing: Playing, reaction: Reaction, locale: Locale) -> str:
    """What could be seen, where the author wrote nothing: what crossed the face, or a sign that grew."""
    bank, cues = playing.book.bank, reaction.cues
    if cues.micro is not None and (crossed := bank.micro(cues.micro)):
        return crossed.said(locale)
    earlier = [before for before in playing.conversation.reactions[:-1] if before.person == reaction.person]
    before = dict(earlier[-1].cues.signs) if earlier else {}
    grown = [(strength, name) for name, strength in cues.signs if strength > before.get(name, 0)]
    if not grown:
        return ""
    strength, name = max(grown, key=lambda sign: sign[0])
    seen = bank.sign(name, strength)
    return seen.said(locale) if seen else ""


def reaction_pages(
    playing: Playing, reaction: Reaction, locale: Locale, *, micro_in_words: bool = False
) -> tuple[Page, ...]:
    """What is read after a line: the answer, then the beginning of the next beat.

    Args:
        playing: where things stand after the line.
        reaction: what the line did.
        locale: the language.
        micro_in_words: tell what crossed the face even where the author wrote a cue (motion is reduced).
    """
    speech, cue = "", ""
    if reaction.reply is not None:
        speech, cue = spoken_words(playing, playing.spoken(reaction.reply), reaction.person, locale)
    if reaction.person is not None:
        seen = visible_cue(playing, reaction, locale)
        if micro_in_words and cue and reaction.cues.micro is not None and seen:
            cue = f"{seen} {cue}" if locale is Locale.EN else seen + cue
        cue = cue or seen
    scene = playing.scene_of(len(playing.conversation.reactions))
    heard = scene.channel == "phone"
    following = opening_pages(playing, locale) if playing.conversation.arrived else ()
    if not speech:
        return following or (Page(reaction.person, cue=cue, after_line=True, heard=heard),)
    answer = Page(reaction.person, speech=speech, cue=cue, after_line=True, heard=heard)
    if not following:
        return (answer,)
    opening = following[0]
    stayed = opening.person == reaction.person and playing.scene == scene
    if not opening.speech and stayed:  # told below her answer: one page
        return (replace(answer, after=opening.before),)
    return (replace(answer, last=False), opening)
