"""From a sound document to the scenario that the engine plays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.content import forms, schema
from game.content.document import Document
from game.content.names import CUSTOMER
from game.content.people import hidden_of
from game.content.people_schema import Account, Person
from game.engine import accounts as engine_accounts
from game.engine import scenario as engine
from game.engine.psychology import Psychology
from game.engine.traits import Resistance


def people_of(document: Document) -> tuple[engine.Person, ...]:
    """Everybody with their hidden values, the customer first; faults of `hidden` are noted."""
    model = document.model
    customer = _person(document, CUSTOMER, model.customer, (CUSTOMER,))
    others = (_person(document, name, part, ("people", name)) for name, part in model.people.items())
    return (customer, *others)


def _person(document: Document, name: str, part: Person, path: tuple[str, ...]) -> engine.Person:
    hidden = hidden_of(document, part, path)
    return engine.Person(
        id=name,
        disc=part.disc,
        needs=tuple(part.needs),
        motives=tuple(part.motives),
        worries=tuple(part.worries),
        hidden=hidden.traits,
        profile=hidden.profile,
        account=None if part.account is None else _account(part.account),
    )


def _account(part: Account) -> engine_accounts.Account:
    return engine_accounts.Account(
        tier=part.tier,
        lifecycle=part.lifecycle,
        orders=part.orders,
        last_order=part.last_order,
        spent=part.spent,
        yearly=part.yearly,
        potential=part.potential,
        ties=part.ties,
        currency=part.currency,
    )


def assembled(
    model: schema.Scenario,
    people: tuple[engine.Person, ...],
    rubric: engine.Rubric,
    psychology: Psychology,
) -> engine.Scenario:
    """The scenario, without its fingerprint; what has no order in the file is in the order of its ids."""
    return engine.Scenario(
        id=model.id,
        people=people,
        beats=tuple(_beats(model)),
        endings=tuple(
            engine.Ending(name, part.stage, tuple(part.on), tuple(part.when))
            for name, part in model.endings.items()
        ),
        rubric=rubric,
        psychology=psychology,
        turns=model.turns,
        facts=tuple(engine.Fact(name, part.truth) for name, part in sorted(model.facts.items())),
        promises=tuple(
            engine.Promise(name, part.by, part.within and part.within * 3_600)
            for name, part in sorted(model.promises.items())
        ),
        objections=tuple(
            _objection(resistance, part, model.secrets)
            for resistance, part in sorted(model.objections.items())
        ),
        secrets=tuple(
            engine.Secret(name, part.depth, part.of) for name, part in sorted(model.secrets.items())
        ),
        asks=_asks(model),
        epilogues=tuple(
            engine.Epilogue(f"epilogue/{number}", tuple(part.when))
            for number, part in enumerate(model.epilogue, start=1)
        ),
        clock=engine.Clock(model.clock.start, model.clock.limit),
        customers=model.customers,
    )


def _objection(
    resistance: Resistance, part: schema.Objection, secrets: Mapping[str, object]
) -> engine.Objection:
    secret = part.root if part.root in secrets else None
    root = None if secret or part.root is None else Resistance[part.root.upper()]
    return engine.Objection(resistance, part.strength, secret, root, part.pretext, part.person)


def _asks(model: schema.Scenario) -> tuple[engine.Ask, ...]:
    """The asks that are described, and with the usual size those that a line merely names."""
    asks = {name: engine.Ask(name, part.size, tuple(part.of)) for name, part in model.asks.items()}
    for beat in model.beats.values():
        for line in beat.lines.values():
            if line.asks is not None:
                asks.setdefault(line.asks, engine.Ask(line.asks))
    return tuple(ask for _, ask in sorted(asks.items()))


def _beats(model: schema.Scenario) -> Iterator[engine.Beat]:
    """The beats; a scene stays, with its cast, until another one is named."""
    present: str | None = None
    for name, part in model.beats.items():
        changed = part.scene is not None and part.scene != present
        present = part.scene or present
        scene = model.scenes[present] if present is not None else schema.NO_SCENE
        raised = model.objections.get(part.objection) if part.objection is not None else None
        spoken_to = part.with_ or (raised.person if raised else None) or CUSTOMER
        cast = () if part.alone else tuple(person for person in scene.cast if person != spoken_to)
        yield _beat(name, part, spoken_to, cast, scene if changed else schema.NO_SCENE)


def _beat(
    name: str, part: schema.Beat, person: str, cast: tuple[str, ...], scene: schema.Scene
) -> engine.Beat:
    return engine.Beat(
        id=name,
        lines=tuple(_line(line, body) for line, body in part.lines.items()),
        person=None if part.alone else person,
        objection=part.objection,
        when=tuple(part.when),
        says=tuple(
            engine.Reply(f"{name}/says/{number}", tuple(entry.when))
            for number, entry in enumerate(part.says, start=1)
        ),
        replies=_replies(name, part.replies),
        answers={line: _replies(line, body.replies) for line, body in part.lines.items() if body.replies},
        thoughts=_thoughts(name, part.thoughts),
        line_thoughts={
            line: _thoughts(line, body.thoughts) for line, body in part.lines.items() if body.thoughts
        },
        then=part.then,
        scene=part.scene,
        cast=cast,
        days=scene.days,
        hours=scene.hours,
    )


def _replies(stem: str, parts: Sequence[schema.Reply]) -> tuple[engine.Reply, ...]:
    return tuple(
        engine.Reply(f"{stem}/{number}", tuple(part.when), part.then)
        for number, part in enumerate(parts, start=1)
    )


def _thoughts(stem: str, parts: Sequence[schema.Guarded]) -> tuple[engine.Reply, ...]:
    return tuple(
        engine.Reply(f"{stem}/thought/{number}", tuple(part.when))
        for number, part in enumerate(parts, start=1)
    )


def _line(name: str, part: schema.Line) -> engine.Line:
    return engine.Line(
        id=name,
        does=tuple(part.does),
        delivery=delivery(part.delivery),
        craft=part.craft,
        when=tuple(part.when),
        claims=part.claims,
        stretched=part.stretched,
        promises=part.promises,
        keeps=part.keeps,
        asks_about=part.asks_about,
        asks=part.asks,
        about=part.about,
        solves=part.solves,
        need=part.need,
        motive=part.motive,
        worry=part.worry,
        quotes=part.quotes,
        anchors=part.anchors,
        nearness=part.nearness,
        seconds=part.seconds,
        then=part.then,
    )


def delivery(words: Sequence[str]) -> engine.Delivery:
    """`[brisk, direct]` on the four scales."""

    def on(scale: Mapping[str, int]) -> int:
        return sum(scale.get(word, 0) for word in words)

    return engine.Delivery(on(forms.PACE), on(forms.WARMTH), on(forms.DETAIL), on(forms.DIRECTNESS))
