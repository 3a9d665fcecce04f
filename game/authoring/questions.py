"""The plain questions from whose answers a first draft is written, with the usual answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.authoring.drafts import OBJECTIONS, PLACES, Answers, draft
from game.language.words import Words


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        key: the field of `Answers` that it fills.
        label: the question in words.
        usual: the answer of somebody who has none.
        choices: the answers there are with their words; empty where anything may be answered.
    """

    key: str
    label: str
    usual: str
    choices: Mapping[str, str] = field(default_factory=dict)


def questions(words: Words) -> tuple[Question, ...]:
    """Every question but that for the id, in the order in which they are asked."""
    labels = {
        "reception": words("at the reception"),
        "office": words("in an office"),
        "meeting-room": words("in a meeting room"),
        "shop": words("in a shop"),
        "home": words("at home"),
        "factory": words("on the factory floor"),
        "phone": words("on the telephone"),
    }
    objections = {
        "price": words("too dear"),
        "trust": words("I don’t trust it"),
        "need": words("no need"),
        "timing": words("not now"),
        "change": words("no change, please"),
    }
    types = {
        "D": words("wants results, quickly"),
        "I": words("likes people and stories"),
        "S": words("wants peace and no surprises"),
        "C": words("wants proof and details"),
    }
    pronouns = {"she": words("she"), "he": words("he"), "they": words("they")}
    return (
        Question("title", words("What is it called?"), words("A First Visit")),
        Question("player", words("Who is the trainee in it?"), words("Chen Mo")),
        Question("firm", words("Of which firm? (an invented one)"), words("Qingfan")),
        Question("thing", words("What is to be sold, in three words?"), words("the new system")),
        Question("customer", words("Whom does one meet? (an invented name)"), words("Ms Wei")),
        Question("post", words("What is this person’s work?"), words("office manager")),
        Question("pronoun", words("She, he, or they?"), "she", pronouns),
        Question("letter", words("What kind of person?"), "S", types),
        Question(
            "place", words("Where does one meet?"), "office", {place: labels[place] for place in PLACES}
        ),
        Question(
            "objection",
            words("What is said against it?"),
            "change",
            {objection: objections[objection] for objection in OBJECTIONS},
        ),
        Question(
            "objection_words",
            words("In this person’s own words?"),
            words("We have no time for a change this year."),
        ),
        Question(
            "worry",
            words("And what is it really? (told only to who asks well)"),
            words("The last change cost us two days. I had to tell everybody myself."),
        ),
        Question(
            "ask",
            words("What small step do you want agreed? As a question."),
            words("Shall we try it for two weeks, in one room?"),
        ),
    )


def drafted(name: str, answers: Mapping[str, str], words: Words) -> str:
    """The text of a scenario from answers by the questions' keys; what is empty takes the usual answer."""
    said = {
        question.key: answers.get(question.key, "").strip() or question.usual for question in questions(words)
    }
    return draft(Answers(id=name, **said), words.locale)
