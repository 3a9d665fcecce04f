"""Rules between the fields of one mapping, which no single field can see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from game.content import forms, people_schema, schema
from game.content.diagnostics import shown
from game.content.document import Document
from game.content.yaml_tree import ListNode, MapNode, Path, TextNode, at
from game.engine.accounts import Lifecycle

MOST_TACTICS = 3
MOST_GOALS = 3
_SCALES = (forms.PACE, forms.WARMTH, forms.DETAIL, forms.DIRECTNESS)


def tell_rules(document: Document) -> None:
    """Notes what contradicts itself, is too much or says nothing (SC216 to SC229)."""
    model = document.model
    for field in ("beats", "endings"):
        node = at(document.root, (field,))
        if isinstance(node, MapNode) and not node.keys:
            document.tell_key("SC228", (field,), field=field)
    for field in ("headline", "aims"):
        _at_most(document, (field,), MOST_GOALS)
    _at_most(document, ("minutes",), 2)
    _no_doubles(document, ("languages",))
    for field in ("needs", "motives", "worries"):
        _no_doubles(document, ("customer", field))
        for name in model.people:
            _no_doubles(document, ("people", name, field))
    _tell_account(document, ("customer",), model.customer.account)
    for name, person in model.people.items():
        _tell_account(document, ("people", name), person.account)
    for field in ("headline", "teaches"):
        _no_doubles(document, (field,))
    for name, beat in model.beats.items():
        _tell_beat(document, ("beats", name), name, beat)
    for name, grade in (model.rubric.grades or {}).items():
        if grade.from_ >= 0 and 0 <= grade.to <= grade.from_:
            path = ("rubric", "grades", name, "from")
            document.tell("SC229", path, low=grade.from_ // 100, high=grade.to // 100)


def _tell_account(document: Document, path: Path, account: people_schema.Account | None) -> None:
    """Facts of an account that cannot all be so (SC231)."""
    if account is None or not document.sound(
        "account", "orders", "last-order", "spent", "yearly", "potential"
    ):
        return
    new = account.lifecycle is Lifecycle.PROSPECT
    for first, second, clash in (
        ("last-order", "orders", account.last_order is not None and not account.orders),
        ("spent", "orders", account.spent > 0 and not account.orders),
        ("lifecycle", "orders", new == (account.orders > 0)),
        ("yearly", "potential", account.yearly > account.potential > 0),
    ):
        if clash:
            here = at(document.root, (*path, "account", first))
            document.tell_key(
                "SC231", (*path, "account", first if here is not None else second), first=first, second=second
            )


def _tell_beat(document: Document, path: Path, name: str, beat: schema.Beat) -> None:
    if not beat.lines and document.sound("lines", name):
        document.tell_key("SC218", path, beat=name)
    if beat.alone:
        for field, present in (("with", beat.with_), ("objection", beat.objection)):
            if present is not None:
                document.tell_key("SC225", (*path, field), first="alone", second=field)
    for line_id, line in beat.lines.items():
        _tell_line(document, (*path, "lines", line_id), line, beat.alone)


def _tell_line(document: Document, path: Path, line: schema.Line, alone: bool) -> None:
    does = at(document.root, (*path, "does"))
    if not alone and not line.does and (does is None or isinstance(does, ListNode)):
        document.tell_key("SC217", path)
    _at_most(document, (*path, "does"), MOST_TACTICS)
    _no_doubles(document, (*path, "does"), last_word=True)
    _no_doubles(document, (*path, "delivery"))
    for scale in _SCALES:
        both = [(index, word) for index, word in enumerate(line.delivery) if word in scale]
        if len({word for _, word in both}) > 1:
            (_, first), (index, second) = both[0], both[1]
            document.tell("SC224", (*path, "delivery", index), first=first, second=second)


def _at_most(document: Document, path: Path, most: int) -> None:
    node = at(document.root, path)
    if isinstance(node, ListNode) and len(node.items) > most:
        surplus = node.items[most]
        document.findings.add("SC216", surplus.line, surplus.column, count=len(node.items), most=most)


def _no_doubles(document: Document, path: Path, last_word: bool = False) -> None:
    node = at(document.root, path)
    items = node.items if isinstance(node, ListNode) else []
    words: Sequence[str] = [item.text for item in items if isinstance(item, TextNode)]
    if last_word:
        words = [word.split()[-1] if word.split() else "" for word in words]
    if len(set(words)) == len(words) or len(words) != len(items):
        return
    for word, count in Counter(words).items():
        if count > 1 and word:
            second = [index for index, other in enumerate(words) if other == word][1]
            document.tell("SC223", (*path, second), word=shown(word))
