"""From a sound document to the words of its scenario, by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from game.content import people_schema, schema
from game.content.looks import Looks
from game.content.names import CUSTOMER
from game.content.wording import Message, PersonWording, SceneWording, Spoken, Wording
from game.language.locale import Locale
from game.language.text import LocalisedText

_RUNGS = ("first", "proof", "shared", "kept", "bond")
_NOTHING = LocalisedText()


class _Writer:
    """Takes texts in the declared languages, in their order: the first one stands in for a missing one."""

    def __init__(self, locales: tuple[Locale, ...]) -> None:
        self.locales = locales

    def text(self, words: people_schema.Words | None) -> LocalisedText:
        return _NOTHING if words is None else words.text(self.locales)

    def table(self, parts: Mapping[str, people_schema.Words]) -> dict[str, LocalisedText]:
        return {name: text for name, part in parts.items() if (text := self.text(part))}

    def spoken(self, stem: str, parts: Sequence[schema.Reply | schema.Greeting]) -> dict[str, Spoken]:
        return {
            f"{stem}/{number}": Spoken(self.text(part), self.text(part.cue))
            for number, part in enumerate(parts, start=1)
        }

    def numbered(self, stem: str, parts: Iterable[people_schema.Words]) -> dict[str, LocalisedText]:
        return {f"{stem}/{number}": self.text(part) for number, part in enumerate(parts, start=1)}

    def person(self, part: people_schema.Person) -> PersonWording:
        address = {
            rung: self.text(words)
            for rung, name in enumerate(_RUNGS, start=1)
            if (words := getattr(part.address, name)) is not None
        }
        return PersonWording(
            name=self.text(part),
            post=self.text(part.post),
            firm=self.text(part.firm),
            known=self.text(part.known),
            looks=_looks(part),
            pronoun=part.pronoun,
            address=address,
        )

    def player(self, part: people_schema.Player | None) -> PersonWording:
        if part is None:
            return PersonWording(_NOTHING)
        return PersonWording(self.text(part), self.text(part.post), self.text(part.firm))


def _looks(part: people_schema.Person) -> Looks:
    looks = part.looks
    return Looks(
        age=looks.age,
        build=looks.build,
        skin=looks.skin,
        hair=looks.hair,
        hair_colour=looks.hair_colour,
        clothes=looks.clothes,
        clothes_colour=looks.clothes_colour,
        glasses=looks.glasses,
        thing=looks.thing,
        feminine=part.pronoun != "he" if looks.feminine is None else looks.feminine,
    )


def worded(model: schema.Scenario, criteria: Mapping[str, LocalisedText]) -> Wording:
    """Every word of a scenario; `criteria` are the words of the filled rubric."""
    writer = _Writer(tuple(model.languages))
    says: dict[str, Spoken] = {}
    thoughts: dict[str, LocalisedText] = {}
    lines: dict[str, LocalisedText] = {}
    notes: dict[str, LocalisedText] = {}
    for beat_id, beat in model.beats.items():
        says |= writer.spoken(f"{beat_id}/says", beat.says) | writer.spoken(beat_id, beat.replies)
        thoughts |= writer.numbered(f"{beat_id}/thought", beat.thoughts)
        for line_id, line in beat.lines.items():
            lines[line_id] = writer.text(line)
            says |= writer.spoken(line_id, line.replies)
            thoughts |= writer.numbered(f"{line_id}/thought", line.thoughts)
            if line.note is not None:
                notes[line_id] = writer.text(line.note)
    return Wording(
        id=model.id,
        locales=tuple(model.languages),
        title=writer.text(model.title),
        tagline=writer.text(model.tagline),
        player=writer.player(model.player),
        people={
            CUSTOMER: writer.person(model.customer),
            **{name: writer.person(part) for name, part in model.people.items()},
        },
        scenes={
            name: SceneWording(writer.text(part), part.place, part.channel, days=part.days)
            for name, part in model.scenes.items()
        },
        briefing=tuple(Message(writer.text(part.from_), writer.text(part)) for part in model.briefing),
        aims=tuple(writer.text(part) for part in model.aims),
        lines=lines,
        notes=notes,
        says=says,
        thoughts=thoughts,
        beats=writer.table(model.beats),
        facts=writer.table(model.facts),
        promises=writer.table(model.promises),
        objections={resistance.word: writer.text(part) for resistance, part in model.objections.items()},
        secrets=writer.table(model.secrets),
        asks=writer.table(model.asks),
        endings=writer.table(model.endings),
        epilogues=writer.numbered("epilogue", model.epilogue),
        criteria=_chosen(criteria, writer.locales),
        teaches=tuple(model.teaches),
        headline=tuple(model.headline),
        minutes=(model.minutes[0], model.minutes[-1]),
        difficulty=model.difficulty,
        target=model.target.pass_rate,
        overrides={str(part.cell): writer.text(part.because) for part in model.overrides},
        questions=tuple(writer.text(part) for part in model.questions),
    )


def _chosen(texts: Mapping[str, LocalisedText], locales: tuple[Locale, ...]) -> dict[str, LocalisedText]:
    return {
        name: LocalisedText({locale: text.words[locale] for locale in locales if locale in text.words})
        for name, text in texts.items()
    }
