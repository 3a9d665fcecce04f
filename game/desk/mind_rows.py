"""What is hidden in a customer, for those who write scenarios: values, their last change, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.desk.playing import Playing
from game.desk.row_column import Row
from game.engine.promises import BROKEN, KEPT
from game.engine.reaction import Child, Reaction
from game.engine.terms import ObjectionStep
from game.engine.traits import Resistance, Trait
from game.language.locale import Locale
from game.language.words import Words, marked
from game.telling.causes import Teller
from game.telling.depth import Depth
from game.telling.phrasing import STAGE_NAMES, WORRIES
from game.telling.reaction import causes_of, change
from game.telling.trait_names import STILL, TRAIT_NAMES, favour, signed

ALWAYS = (
    Trait.TRUST,
    Trait.RUNG,
    Trait.VALENCE,
    Trait.NEED,
    Trait.VALUE,
    Trait.EMOTIONAL_VALUE,
    Trait.PRESSURE,
    Trait.REACTANCE,
    Trait.PATIENCE,
    Trait.ATTENTION,
    Trait.DISCLOSURE,
)
"""Shown in every turn, in this order."""

RESISTANCES = (
    Trait.PRICE_RESISTANCE,
    Trait.TRUST_RESISTANCE,
    Trait.NEED_RESISTANCE,
    Trait.TIMING_RESISTANCE,
    Trait.CHANGE_RESISTANCE,
)

CAUSES = 2
"""So many causes of a change are told."""

CHILDREN = {
    Child.TALKING: marked("talking"),
    Child.HESITATING: marked("hesitating"),
    Child.OBJECTING: marked("objecting"),
}
STEPS = {
    ObjectionStep.VOICED: marked("voiced"),
    ObjectionStep.ACKNOWLEDGED: marked("acknowledged"),
    ObjectionStep.PROBED: marked("probed"),
    ObjectionStep.SOLVED: marked("solved"),
    ObjectionStep.CONFIRMED: marked("confirmed"),
}
PROMISES = (marked("not made"), marked("made"), marked("kept"), marked("broken"))


def mind_rows(playing: Playing, words: Words) -> Iterator[Row]:
    """Everything about the person spoken to, as rows with two cells: the value, and its last change."""
    conversation = playing.conversation
    person = playing.counterpart
    reaction = _last(playing, person)
    yield from _values(playing, person, reaction, words)
    yield from _steps(playing, words)
    known = [conversation.scenario.secrets, conversation.scenario.promises]
    if any(known):
        yield Row(words("Secrets and promises"), 15, "header_dim", bold=True, space=10)
    for at, secret in enumerate(conversation.scenario.secrets):
        turn = int(conversation.state.told[at, 0])
        said = words("told in turn {n}", n=turn) if turn else words("not told")
        yield Row(secret.id, 15, cells=((said, "jade" if turn else "ink_soft"),), indent=4)
    for at, promise in enumerate(conversation.scenario.promises):
        state = int(conversation.state.promise[at, 0])
        tone = {KEPT: "jade", BROKEN: "vermilion"}.get(state, "ink_soft")
        yield Row(promise.id, 15, cells=((words(PROMISES[state]), tone),), indent=4)


def whereabouts(playing: Playing, words: Words) -> tuple[str, str]:
    """Two lines for the head: which customer and how she is mixed; stage, child and turn."""
    conversation = playing.conversation
    scenario = conversation.scenario
    person = next(each for each in scenario.people if each.id == playing.counterpart)
    mixture = " ".join(
        f"{letter}{share // 10}" for letter, share in zip("DISC", person.disc, strict=True) if share
    )
    number, whole = conversation.customer + 1, scenario.customers
    stage = STAGE_NAMES[conversation.stage].said(words.locale)
    child = words(CHILDREN[conversation.child])
    turn = words("turn {n} of {all}", n=conversation.turn, all=scenario.turns)
    return words(
        "customer {n} of {all}", n=number, all=whole
    ) + f" · {mixture}", f"{stage} · {child} · {turn}"


def _last(playing: Playing, person: str) -> Reaction | None:
    """The last turn, where it was said to this person."""
    reactions = playing.conversation.reactions
    return reactions[-1] if reactions and reactions[-1].person == person else None


def _values(playing: Playing, person: str, reaction: Reaction | None, words: Words) -> Iterator[Row]:
    """Traits: those always of use, the resistances, and whatever else is moved or felt."""
    mind = playing.conversation.mind(person)
    moved = {trait for trait in Trait if reaction is not None and abs(change(reaction, trait)) >= STILL}
    felt = {trait for trait in range(Trait.JOY, Trait.DISAPPOINTMENT + 1) if mind[trait] >= STILL * 2}
    rest = [
        trait for trait in Trait if trait not in (*ALWAYS, *RESISTANCES) and (trait in moved or trait in felt)
    ]
    wording = playing.book.wording
    pronouns = {name: each.pronoun for name, each in wording.people.items()}
    teller = Teller(playing.book.scenario, playing.book.tactics, words.locale, pronouns)
    groups: Sequence[tuple[str, Sequence[Trait]]] = (
        ("", ALWAYS),
        (words("Resistances"), RESISTANCES),
        (words("What else moved or is felt"), rest),
    )
    for head, traits in groups:
        if head and traits:
            yield Row(head, 15, "header_dim", bold=True, space=10)
        for trait in traits:
            yield _value(trait, int(mind[trait]), reaction, words.locale)
            if reaction is not None and trait in moved:
                yield from _why(reaction, trait, teller)


def _value(trait: Trait, value: int, reaction: Reaction | None, locale: Locale) -> Row:
    name = TRAIT_NAMES[trait].said(locale)
    shown = str(value) if trait is Trait.RUNG else f"{value / 100:.0f}".replace("-", "−")
    amount = change(reaction, trait) if reaction is not None else 0
    tone = {1: "jade", -1: "vermilion", 0: "ink_soft"}[favour(trait, amount)]
    told = (f"{amount:+d}".replace("-", "−") if trait is Trait.RUNG else signed(amount)) if amount else ""
    bold = abs(amount) >= STILL or (trait is Trait.RUNG and amount != 0)
    return Row(name[:1].upper() + name[1:], 16, bold=bold, cells=((shown, "ink"), (told, tone)), indent=4)


def _why(reaction: Reaction, trait: Trait, teller: Teller) -> Iterator[Row]:
    """The largest causes of a change, each with its size."""
    for cause in causes_of(reaction, trait)[:CAUSES]:
        if abs(cause.amount) >= STILL // 2:
            words = teller.tell(reaction, cause, Depth.COACH)
            yield Row(f"{signed(cause.amount)}  {words}", 15, "ink_soft", indent=18)


def _steps(playing: Playing, words: Words) -> Iterator[Row]:
    """Objections that this scenario knows, and what has happened to them."""
    scenario, state = playing.conversation.scenario, playing.conversation.state
    resistances = dict.fromkeys(objection.resistance for objection in scenario.objections)
    if resistances:
        yield Row(words("Objections"), 15, "header_dim", bold=True, space=10)
    for resistance in resistances:
        bits = int(state.objection[resistance, 0])
        done = [words(STEPS[step]) for step in ObjectionStep if bits & step]
        said = ("、" if words.locale is Locale.ZH else ", ").join(done) or words("not voiced")
        name = WORRIES[Resistance(resistance)].said(words.locale)
        yield Row(f"{name[:1].upper()}{name[1:]}: {said}", 15, "ink" if done else "ink_soft", indent=4)
