"""What people in a conversation say and show, in words of every language, for a page that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.classroom.scenario_shelf import both
from game.content.loading import Loaded
from game.content.wording import Spoken
from game.engine.conversation import Conversation, Step
from game.engine.reaction import Reaction
from game.engine.traits import Trait
from game.language.locale import Locale
from game.language.text import LocalisedText

BANK = "bank"
"""First part of the ids that the engine gives to replies of the phrase bank: `bank/<face>/<type>/<luck>`."""


def spoken(loaded: Loaded, reply: str) -> Spoken | None:
    """The words of a reply, of the scenario or of the phrase bank."""
    assert loaded.wording is not None
    if reply in loaded.wording.says:
        return loaded.wording.says[reply]
    parts = reply.split("/")
    if len(parts) != 4 or parts[0] != BANK or not (parts[3].isascii() and parts[3].isdigit()):
        return loaded.bank.phrases.get(reply)
    ids = loaded.bank.by_mood.get((parts[1], parts[2]), ())
    return loaded.bank.phrases[ids[int(parts[3]) % len(ids)]] if ids else None


def heard(
    loaded: Loaded, conversation: Conversation, said: Sequence[tuple[str | None, str | None]]
) -> dict[str, str]:
    """Several things said one after another, as one text in each language.

    Args:
        loaded: the scenario.
        conversation: in which they are said; it knows what people call the player by now.
        said: replies, each with who says it.
    """
    assert loaded.wording is not None
    told = []
    for reply, person in said:
        found = spoken(loaded, reply) if reply else None
        if found is not None:
            rung = 1 if person is None else int(conversation.mind(person)[Trait.RUNG])
            told.append(loaded.wording.addressed(found.text, person, rung))
    return joined(told)


def joined(texts: Sequence[LocalisedText]) -> dict[str, str]:
    """Texts one after another, in each language."""
    return {
        locale.value: ("" if locale is Locale.ZH else " ").join(text.said(locale) for text in texts)
        for locale in Locale
        if texts
    }


def answered(
    reaction: Reaction | None, conversation: Conversation
) -> tuple[tuple[str | None, str | None], ...]:
    """The answer to a line and the first words of what comes then, each with who says it."""
    answer = (None, None) if reaction is None else (reaction.reply, reaction.person)
    return answer, (conversation.greeting, conversation.person)


def last_words(loaded: Loaded, conversation: Conversation) -> dict[str, Any]:
    """Who speaks, and what was just said: the answer to the last line, and the first words of a new
    moment."""
    assert loaded.wording is not None
    reaction = conversation.reactions[-1] if conversation.reactions else None
    person = conversation.person or (reaction.person if reaction is not None else None)
    known = loaded.wording.people.get(person or "")
    text = heard(loaded, conversation, answered(reaction, conversation))
    if not text and conversation.beat is not None:
        text = both(loaded.wording.beats.get(conversation.beat.id, LocalisedText()))
    return {"who": both(known.name) if known is not None else {}, "text": text}


def retold(loaded: Loaded, transcript: dict[str, Any]) -> list[dict[str, object]]:
    """A conversation in words, line by line: `{"line", "text", "who", "answer"}`.

    Args:
        loaded: the scenario.
        transcript: as it was handed in. From the first line that cannot be lived again nobody answers.
    """
    wording, told = loaded.wording, []
    assert wording is not None
    assert loaded.scenario is not None
    conversation: Conversation | None = Conversation.begin(
        loaded.scenario, transcript["seed"], transcript.get("start")
    )
    for line in [move["say"] for move in transcript["moves"] if "say" in move]:
        step = conversation.say(line) if conversation is not None and line in wording.lines else None
        conversation = step.conversation if isinstance(step, Step) else None
        found: dict[str, object] = {"line": line, "text": both(wording.lines.get(line, LocalisedText()))}
        if conversation is not None:
            said = last_words(loaded, conversation)
            found |= {"who": said["who"], "answer": said["text"]}
        told.append(found)
    return told


def signs(loaded: Loaded, conversation: Conversation) -> list[dict[str, str]]:
    """What can be seen of whom one speaks to."""
    if conversation.person is None:
        return []
    reactions = conversation.reactions
    seen = reactions[-1].cues if reactions else conversation.cues(conversation.person)
    shown = [loaded.bank.faces.get(seen.face)]
    shown += [loaded.bank.signs.get(sign) for sign in seen.signs]
    return [both(text) for text in shown if text is not None and text]


def thought(loaded: Loaded, name: str | None) -> dict[str, str]:
    """What somebody did not say."""
    assert loaded.wording is not None
    return both(loaded.wording.thoughts.get(name or "", LocalisedText()))
