"""The second pass: every name leads somewhere, and everything with a name is used (SC4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.content import schema
from game.content.conditions import MOMENTS, RESISTANCES
from game.content.diagnostics import alternative, suggestion
from game.content.document import Document
from game.content.guards import all_guards
from game.content.names import CUSTOMER, Names
from game.content.places import Kind
from game.content.yaml_tree import Path
from game.engine.psychology import Psychology
from game.engine.terms import Agreed, Comparison, Handled, InMood, Later, Said, Term, Told, Word
from game.engine.traits import Resistance

_UNKNOWN = {
    Kind.LINE: "SC402",
    Kind.SECRET: "SC403",
    Kind.FACT: "SC404",
    Kind.PROMISE: "SC405",
    Kind.OBJECTION: "SC406",
    Kind.PERSON: "SC407",
    Kind.SCENE: "SC408",
    Kind.ASK: "SC411",
}


class References:
    """Looks every name of a document up and notes what leads nowhere."""

    def __init__(self, document: Document, names: Names, psychology: Psychology | None) -> None:
        self.document = document
        self.names = names
        self.psychology = psychology

    def tell(self) -> None:
        """Notes every name that leads nowhere."""
        model = self.document.model
        for objection in model.objections:
            root = model.objections[objection].root
            known = [*self.names.of(Kind.SECRET), *RESISTANCES]
            if root and root not in known:
                path: Path = ("objections", objection.word, "root")
                self.document.tell("SC421", path, name=root, hint=suggestion(root, known))
        for objection, part in model.objections.items():
            self._name(Kind.PERSON, part.person, ("objections", objection.word, "person"))
        for name, secret in model.secrets.items():
            self._name(Kind.PERSON, secret.of, ("secrets", name, "of"))
        for name, ask in model.asks.items():
            for index, person in enumerate(ask.of):
                self._name(Kind.PERSON, person, ("asks", name, "of", index))
        for name, scene in model.scenes.items():
            for index, person in enumerate(scene.cast):
                self._name(Kind.PERSON, person, ("scenes", name, "cast", index))
        for beat_id, beat in model.beats.items():
            self._beat(("beats", beat_id), beat)
        for path, when in all_guards(model):
            for index, term in enumerate(when):
                self._term(term, (*path, index))

    def _name(self, kind: Kind, name: str | None, path: Path, word: str | None = None) -> None:
        if name and name not in self.names.of(kind):
            known = self.names.of(kind)
            self.document.tell(_UNKNOWN[kind], path, word, name=name, hint=suggestion(name, known))
            self.document.faulty.update(part for part in path[-2:] if isinstance(part, str))

    def _then(self, name: str | None, path: Path, beat: schema.Beat) -> None:
        known = (*self.names.of(Kind.BEAT), *self.names.of(Kind.ENDING))
        if name and name not in known:
            self.document.tell("SC401", (*path, "then"), name=name, hint=suggestion(name, known))
            self.document.faulty.add("then")
        met = self.document.model.beats.get(name) if name else None
        if met is not None and met.objection is not None and beat.objection is None:
            self.document.tell("SC431", (*path, "then"), name=name or "", objection=met.objection.word)

    def _beat(self, path: Path, beat: schema.Beat) -> None:
        self._name(Kind.PERSON, beat.with_, (*path, "with"))
        self._name(Kind.SCENE, beat.scene, (*path, "scene"))
        if beat.objection is not None:
            self._name(Kind.OBJECTION, beat.objection.word, (*path, "objection"))
            self._whose(path, beat, beat.objection)
        self._then(beat.then, path, beat)
        for index, reply in enumerate(beat.replies):
            self._then(reply.then, (*path, "replies", index), beat)
        for line_id, line in beat.lines.items():
            self._line((*path, "lines", line_id), line, beat)

    def _whose(self, path: Path, beat: schema.Beat, resistance: Resistance) -> None:
        """An objection's beat speaks with the person whose objection it is."""
        raised = self.document.model.objections.get(resistance)
        known = (CUSTOMER, *self.names.of(Kind.PERSON))
        if raised is None or beat.with_ not in known:
            return
        whose = raised.person or CUSTOMER
        if whose in known and beat.with_ != whose:
            values = {"name": resistance.word, "person": whose, "other": beat.with_}
            self.document.tell("SC428", (*path, "with"), **values)

    def _line(self, path: Path, line: schema.Line, beat: schema.Beat) -> None:
        self._then(line.then, path, beat)
        self._name(Kind.FACT, line.claims, (*path, "claims"))
        self._name(Kind.PROMISE, line.promises, (*path, "promises"))
        self._name(Kind.PROMISE, line.keeps, (*path, "keeps"))
        self._name(Kind.SECRET, line.asks_about, (*path, "asks-about"))
        self._name(Kind.SECRET, line.solves, (*path, "solves"))
        self._request(line.asks, path)
        if line.about is not None:
            self._name(Kind.OBJECTION, line.about.word, (*path, "about"))
        for index, reply in enumerate(line.replies):
            self._then(reply.then, (*path, "replies", index), beat)
        tactics = self.psychology.tactics.ids if self.psychology else ()
        for index, use in enumerate(line.does):
            if tactics and use.tactic and use.tactic not in tactics:
                hint = suggestion(use.tactic, tactics)
                self.document.tell("SC409", (*path, "does", index), use.tactic, name=use.tactic, hint=hint)

    def _request(self, name: str | None, path: Path) -> None:
        """A request needs no description; where one is described that is nearly called so, it is a slip."""
        described = self.document.model.asks
        if name and name not in described and alternative(name, described):
            hint = suggestion(name, described)
            self.document.tell("SC430", (*path, "asks"), name, name=name, hint=hint)

    def _term(self, term: Term, path: Path) -> None:
        match term.test:
            case Comparison(person=person) | Later(person=person):
                self._name(Kind.PERSON, person, path, person)
            case InMood(mood=mood, person=person):
                moods = self.psychology.moods if self.psychology else {}
                if moods and mood not in moods:
                    self.document.tell("SC410", path, mood, name=mood, hint=suggestion(mood, moods))
                self._name(Kind.PERSON, person, path, person)
            case Said(line=line, before=before):
                self._name(Kind.LINE, line, path, line)
                if before and before not in self.names.of(Kind.LINE):
                    hint = suggestion(before, [*self.names.of(Kind.LINE), *MOMENTS])
                    self.document.tell("SC402", path, before, name=before, hint=hint)
            case Told(secret=secret):
                self._name(Kind.SECRET, secret, path, secret)
            case Agreed(ask=ask):
                self._name(Kind.ASK, ask, path, ask)
            case Handled(resistance=resistance):
                self._name(Kind.OBJECTION, resistance.word, path, resistance.word)
            case Word(promise=promise):
                self._name(Kind.PROMISE, promise, path, promise)
            case _:
                pass


def tell_guide(document: Document, guide: Iterable[str]) -> None:
    """Notes ids of the field guide that it does not know; an empty guide knows everything."""
    known = frozenset(guide)
    if not known:
        return
    model = document.model
    for field, names in (("headline", model.headline), ("teaches", model.teaches)):
        for index, name in enumerate(names):
            if name and name not in known:
                document.tell("SC422", (field, index), name=name, hint=suggestion(name, known))


def tell_unused(document: Document) -> None:
    """Notes what has a name and is never used; silent about what a fault elsewhere may explain."""
    model = document.model
    lines = [line for beat in model.beats.values() for line in beat.lines.values()]

    def unused(code: str, field: str, names: Iterable[str], used: Iterable[str | None], *by: str) -> None:
        if document.sound(field, "beats", "lines", *by):
            for name in sorted(set(names) - set(used)):
                document.tell_key(code, (field, name), name=name)

    unused("SC413", "promises", model.promises, (line.keeps for line in lines), "keeps")
    unused("SC414", "promises", model.promises, (line.promises for line in lines), "promises")
    unused("SC415", "facts", model.facts, (line.claims for line in lines), "claims")
    unused("SC416", "secrets", model.secrets, (line.asks_about for line in lines), "asks-about")
    unused("SC419", "asks", model.asks, (line.asks for line in lines), "asks")
    beats = list(model.beats.values())
    unused("SC423", "scenes", model.scenes, (beat.scene for beat in beats), "scene")
    cast = (person for scene in model.scenes.values() for person in scene.cast)
    objecting = (part.person for part in model.objections.values())
    unused(
        "SC424", "people", model.people, (*(beat.with_ for beat in beats), *objecting, *cast), "with", "cast"
    )
    voiced = (objection.word for objection in model.objections)
    answered = (beat.objection.word for beat in beats if beat.objection is not None)
    unused("SC417", "objections", voiced, answered, "objection")
    _tell_unreached(document)


def _tell_unreached(document: Document) -> None:
    model = document.model
    if not document.sound("then", "beats", "lines", "replies", "endings", "on"):
        return
    reached = set(_leads(model.beats))
    for name in list(model.endings)[:-1]:
        if name not in reached and not model.endings[name].on:
            document.tell_key("SC418", ("endings", name), name=name)


def _leads(beats: Mapping[str, schema.Beat]) -> Iterator[str | None]:
    for beat in beats.values():
        yield beat.then
        yield from (reply.then for reply in beat.replies)
        for line in beat.lines.values():
            yield line.then
            yield from (reply.then for reply in line.replies)
