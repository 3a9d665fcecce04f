"""The hidden values of a person: which trait or attribute each key means, and its span."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.content import people_schema
from game.content.conditions import TRAITS, bounds
from game.content.diagnostics import suggestion
from game.content.grammar import GrammarFault, span
from game.content.yaml_tree import Path, TextNode, at
from game.engine.scenario import Span
from game.engine.traits import DERIVED, UNWRITTEN, Attribute, Trait

if TYPE_CHECKING:
    from game.content.document import Document

ATTRIBUTES = {attribute.word: attribute for attribute in Attribute if attribute not in UNWRITTEN}
SETTABLE = {word: trait for word, trait in TRAITS.items() if trait not in DERIVED}
_INSTEAD = {
    Trait.ABILITY: "ability-for",
    Trait.BENEVOLENCE: "benevolence-for",
    Trait.INTEGRITY: "integrity-for",
    Trait.VALUE: "benefit",
    Trait.EMOTIONAL_VALUE: "emotional-gain",
    Trait.RUNG: "propensity",
}


@dataclass(frozen=True, slots=True)
class Hidden:
    """What nobody can see of a person at the beginning (basis points)."""

    traits: dict[Trait, Span] = field(default_factory=dict)
    profile: dict[Attribute, Span] = field(default_factory=dict)


def hidden_of(document: Document, person: people_schema.Person, path: Path) -> Hidden:
    """The hidden spans of a person, in the order of the engine's rows; faults are noted.

    `trust` is written for convenience: it is where the beliefs start, the propensity to trust.
    """
    traits: dict[Trait, Span] = {}
    profile: dict[Attribute, Span] = {}
    for word, text in person.hidden.items():
        here = (*path, "hidden", word)
        trait = SETTABLE.get(word)
        low, high = bounds(trait) if trait is not None else (0, 100)
        if not isinstance(at(document.root, here), TextNode):
            continue
        try:
            value = span(text, low, high)
        except GrammarFault as fault:
            part = text[fault.offset :].strip() if fault.offset else None
            document.tell(fault.code, here, part, **fault.values)
            continue
        if trait is not None:
            traits[trait] = value
        elif word == Trait.TRUST.word:
            profile[Attribute.PROPENSITY] = value
        elif word in ATTRIBUTES:
            profile[ATTRIBUTES[word]] = value
        elif word in TRAITS:
            known = _INSTEAD.get(TRAITS[word])
            document.tell_key(
                "SC227", here, trait=word, hint=suggestion(known or "", [known] if known else [])
            )
        else:
            known_words = [*SETTABLE, *ATTRIBUTES, Trait.TRUST.word]
            document.tell_key("SC420", here, name=word, hint=suggestion(word, known_words))
    return Hidden(dict(sorted(traits.items())), dict(sorted(profile.items())))
