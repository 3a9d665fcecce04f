"""Guarded lists: somebody always has something to say, and nothing written is out of reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.content import schema
from game.content.conditions import bounds
from game.content.document import Document
from game.content.forms import ALWAYS
from game.content.yaml_tree import ListNode, MapNode, Path, at
from game.engine.terms import Aspect, Comparison, Later, Sign, Term
from game.engine.traits import Trait

Guarded = schema.Reply | schema.Greeting | schema.Guarded | schema.Epilogue

_UPPER = (Sign.LESS, Sign.AT_MOST)


def tell_guards(document: Document) -> None:
    """Notes lists without a last resort (SC219), entries out of reach (SC220) and odd guards (SC513, SC515,
    SC516).
    """
    for beat_id, beat in document.model.beats.items():
        here: Path = ("beats", beat_id)
        _tell_list(document, (*here, "says"), beat.says, last_resort=True)
        _tell_list(document, (*here, "replies"), beat.replies, last_resort=True)
        _tell_list(document, (*here, "thoughts"), beat.thoughts)
        for line_id, line in beat.lines.items():
            there: Path = (*here, "lines", line_id)
            _tell_list(document, (*there, "replies"), line.replies, last_resort=not beat.replies)
            _tell_list(document, (*there, "thoughts"), line.thoughts)
    epilogue = document.model.epilogue
    if epilogue and _guard(document, epilogue[-1], ("epilogue", len(epilogue) - 1)):
        document.tell_key("SC219", ("epilogue", len(epilogue) - 1))
    for path, when in all_guards(document.model):
        _tell_impossible(document, path, when)


def _guard(document: Document, entry: Guarded, path: Path) -> frozenset[Term] | None:
    """The terms of an entry; None when a fault in them leaves them unknown."""
    if not entry.when:
        node = at(document.root, path)
        written = node.values.get("when") if isinstance(node, MapNode) else None
        return frozenset() if written is None or isinstance(written, ListNode) else None
    return None if any(term is ALWAYS for term in entry.when) else frozenset(entry.when)


def _tell_list(document: Document, path: Path, entries: Sequence[Guarded], last_resort: bool = False) -> None:
    """One list that is tried from top to bottom."""
    guards = [_guard(document, entry, (*path, index)) for index, entry in enumerate(entries)]
    for index, guard in enumerate(guards):
        if guard is None:
            continue
        for earlier, other in enumerate(guards[:index]):
            if other is not None and other <= guard:
                document.tell_key("SC220", (*path, index), number=earlier + 1)
                break
    if last_resort and guards and guards[-1] and frozenset() not in guards:
        document.tell_key("SC219", (*path, len(guards) - 1))


def all_guards(model: schema.Scenario) -> Iterator[tuple[Path, Sequence[Term]]]:
    """Every `when` of a scenario with its path."""
    for beat_id, beat in model.beats.items():
        here: Path = ("beats", beat_id)
        yield (*here, "when"), beat.when
        for field, entries in (("says", beat.says), ("replies", beat.replies), ("thoughts", beat.thoughts)):
            yield from _guards_of((*here, field), entries)
        for line_id, line in beat.lines.items():
            there: Path = (*here, "lines", line_id)
            yield (*there, "when"), line.when
            yield from _guards_of((*there, "replies"), line.replies)
            yield from _guards_of((*there, "thoughts"), line.thoughts)
    for ending_id, ending in model.endings.items():
        yield ("endings", ending_id, "when"), ending.when
    yield from _guards_of(("epilogue",), model.epilogue)
    for criterion_id, criterion in (model.rubric.criteria or {}).items():
        yield ("rubric", "criteria", criterion_id, "when"), criterion.when


def _guards_of(path: Path, entries: Sequence[Guarded]) -> Iterator[tuple[Path, Sequence[Term]]]:
    for index, entry in enumerate(entries):
        yield (*path, index, "when"), entry.when


def _tell_impossible(document: Document, path: Path, when: Sequence[Term]) -> None:
    """Two conditions of one guard that exclude each other."""
    for index, term in enumerate(when):
        _tell_alone(document, (*path, index), term)
        for earlier, other in enumerate(when[:index]):
            if term.by or term.before or other.by or other.before:
                continue
            if _exclude(term, other):
                node = at(document.root, (*path, earlier))
                document.tell("SC513", (*path, index), other=getattr(node, "text", ""))


def _tell_alone(document: Document, path: Path, term: Term) -> None:
    """A comparison that no value of its trait can meet, or that every one does."""
    test = term.test
    if not isinstance(test, Comparison) or term is ALWAYS:
        return
    upper, last = _bound(test, term.negated)
    low, high = test.trait.low, test.trait.high
    never, always = (last < low, last >= high) if upper else (last > high, last <= low)
    if never or always:
        ends = bounds(test.trait)
        code = "SC515" if never else "SC516"
        document.tell(code, path, trait=test.trait.word, low=ends[0], high=ends[1])


def _exclude(one: Term, other: Term) -> bool:
    if one.test == other.test:
        return one.negated != other.negated and one is not ALWAYS and other is not ALWAYS
    if not isinstance(one.test, Comparison | Later) or not isinstance(other.test, Comparison | Later):
        return False
    if (_compared(one.test), one.test.person) != (_compared(other.test), other.test.person):
        return False
    first, second = _bound(one.test, one.negated), _bound(other.test, other.negated)
    if first[0] == second[0]:
        return False
    (_, top), (_, bottom) = (first, second) if first[0] else (second, first)
    return top < bottom


def _compared(test: Comparison | Later) -> Trait | Aspect:
    """What a comparison looks at."""
    return test.trait if isinstance(test, Comparison) else test.aspect


def _bound(test: Comparison | Later, negated: bool) -> tuple[bool, int]:
    """Whether this is an upper bound, and the last value that it allows."""
    upper = (test.sign in _UPPER) != negated
    inclusive = (test.sign in {Sign.AT_MOST, Sign.AT_LEAST}) != negated
    return upper, test.level if inclusive else test.level + (-1 if upper else 1)
