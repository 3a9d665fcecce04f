"""Suspicions about wording (SC830 to SC837): what a trainer would mark in the margin of a script.

They are few and precise: a rule that is wrong about sound scenarios is worth less than none. Each is silenced
on its line with a reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from game.content import schema
from game.content.document import Document
from game.content.names import CUSTOMER
from game.content.style_smells import course_words, half_width, translated_style, without_quotes
from game.content.tag_smells import mismatch
from game.content.yaml_tree import ListNode, MapNode, Node, Path, TextNode
from game.engine.terms import Comparison, InMood
from game.language.locale import Locale

PUSHING = frozenset(
    {
        "scarcity",
        "urgency",
        "false-choice",
        "claim-debt",
        "compare-rival",
        "argue",
        "over-familiar",
        "interrupt",
        "blame",
    }
)
"""Tactics after which somebody should be able to answer in another mood."""

LEAST_BEATS = 3
"""Beats with somebody before answers are expected to depend on a mood."""

MOST_NEAR = 3
"""A line with a nearer form of address than this says `你` on purpose."""

_POLITE, _PLAIN = "您", "你"
_OTHERS = ("你们", "迷你", "你我")
_LANGUAGES = frozenset(locale.value for locale in Locale)
_SPOKEN = frozenset({"says", "replies"})
_OWN = frozenset({("objections",), ("secrets",)})
"""Parts of a scenario that say in the customer's words what is on this person's mind."""


@dataclass(frozen=True, slots=True)
class _Said:
    """One line of the player: to whom, what it does, and where it stands."""

    person: str
    line: schema.Line
    path: Path


def tell_smells(document: Document) -> None:
    """Notes what sounds wrong in a scenario; faults elsewhere do not matter."""
    said = list(_said(document.model))
    texts = dict(_texts(document.root))
    _tell_texts(document, texts)
    _tell_forms_of_address(document, said, texts)
    _tell_moods(document, said)
    for each in said:
        for locale in Locale:
            text = _text(texts.get(each.path), locale)
            found = mismatch(each.line, text.text, locale) if text is not None else None
            if found is not None:
                code, tactic = found
                document.tell(code, (*each.path, locale.value), tactic=tactic)


def _said(model: schema.Scenario) -> Iterator[_Said]:
    """Every line that is said to somebody."""
    for beat_id, beat in model.beats.items():
        if beat.alone:
            continue
        person = spoken_to(model, beat)
        for line_id, line in beat.lines.items():
            yield _Said(person, line, ("beats", beat_id, "lines", line_id))


def spoken_to(model: schema.Scenario, beat: schema.Beat) -> str:
    """Whom a beat is spoken with."""
    raised = model.objections.get(beat.objection) if beat.objection is not None else None
    return beat.with_ or (raised.person if raised else None) or CUSTOMER


Texts = dict[Path, MapNode]
"""Every mapping with words of its own, by its path."""


def _texts(node: Node, path: Path = ()) -> Iterator[tuple[Path, MapNode]]:
    if isinstance(node, MapNode):
        if not _LANGUAGES.isdisjoint(node.values):
            yield path, node
        for key, value in node.values.items():
            if type(value) is not TextNode:
                yield from _texts(value, (*path, key))
    elif isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            if type(item) is not TextNode:
                yield from _texts(item, (*path, index))


def _text(node: MapNode | None, locale: Locale) -> TextNode | None:
    """What a mapping says in one language; None where it says nothing."""
    value = node.values.get(locale.value) if node is not None else None
    return value if isinstance(value, TextNode) and value.text.strip() else None


def _tell(document: Document, code: str, node: TextNode, start: int, **values: str) -> None:
    """Notes a suspicion at a character of a text; at its beginning where the file writes it otherwise."""
    column = node.column
    if node.line == node.end_line:
        quote = 0 if node.plain else 1
        written = document.findings.lines[node.line - 1][
            node.column - 1 + quote : node.end_column - 1 - quote
        ]
        column += quote + start if written == node.text else 0
    document.findings.add(code, node.line, column, **values)


def _tell_texts(document: Document, texts: Texts) -> None:
    """What can be heard from a text alone."""
    for path, words in texts.items():
        inside = path[-2] if len(path) > 1 and path[0] == "beats" else None
        spoken = inside in _SPOKEN
        own = spoken or inside == "thoughts" or path[:1] in _OWN
        for locale in Locale:
            node = _text(words, locale)
            if node is None:
                continue
            if locale is Locale.ZH:
                for start, sign, wide in half_width(node.text):
                    _tell(document, "SC830", node, start, sign=sign, wide=wide)
                for start, piece in translated_style(node.text):
                    _tell(document, "SC832", node, start, words=piece)
                if spoken:
                    _tell_one_breath(document, node)
            if own:
                for start, word in course_words(node.text, locale):
                    _tell(document, "SC833", node, start, term=word)


def _forms(text: str) -> frozenset[str]:
    """Which forms of address a Chinese text uses, apart from what it quotes."""
    own = without_quotes(text)
    for other in _OTHERS:
        own = own.replace(other, "")
    return frozenset(form for form in (_POLITE, _PLAIN) if form in own)


def _tell_one_breath(document: Document, node: TextNode) -> None:
    """Somebody who says both forms in one breath."""
    if len(_forms(node.text)) > 1:
        _tell(document, "SC831", node, node.text.find(_PLAIN), form=_PLAIN, usual=_POLITE)


def _tell_forms_of_address(document: Document, said: list[_Said], texts: Texts) -> None:
    """Lines to one person that use another form than most lines to this person."""
    used: dict[str, Counter[str]] = {}
    found: list[tuple[str, TextNode, frozenset[str]]] = []
    for each in said:
        near = each.line.nearness is not None and each.line.nearness > MOST_NEAR
        if near or any(use.tactic == "over-familiar" for use in each.line.does):
            continue
        node = _text(texts.get(each.path), Locale.ZH)
        forms = _forms(node.text) if node is not None else frozenset()
        if node is not None and forms:
            used.setdefault(each.person, Counter()).update(forms)
            found.append((each.person, node, forms))
    for person, node, forms in found:
        ranked = used[person].most_common()
        if len(ranked) < 2:
            continue
        usual = _POLITE if used[person][_POLITE] >= used[person][_PLAIN] else _PLAIN
        for form in forms - {usual}:
            _tell(document, "SC831", node, node.text.find(form), form=form, usual=usual)


def _tell_moods(document: Document, said: list[_Said]) -> None:
    """Somebody who is pushed and whose answers never depend on how this person feels."""
    if not document.sound("when", "replies", "says", "beats", "lines", "with", "does"):
        return
    model = document.model
    moved: set[str] = set()
    for beat in model.beats.values():
        answers: list[schema.Reply | schema.Greeting] = [*beat.says, *beat.replies]
        answers += [reply for line in beat.lines.values() for reply in line.replies]
        for term in (term for answer in answers for term in answer.when):
            if isinstance(term.test, InMood | Comparison):
                moved.add(term.test.person or spoken_to(model, beat))
    answered: set[str] = set()
    met = Counter(spoken_to(model, beat) for beat in model.beats.values() if not beat.alone)
    for each in said:
        beat = model.beats[str(each.path[1])]
        pushed = any(use.tactic in PUSHING for use in each.line.does)
        replies = bool(each.line.replies or beat.replies)
        if pushed and replies and met[each.person] >= LEAST_BEATS and each.person not in moved | answered:
            answered.add(each.person)
            document.tell_key("SC834", each.path, person=each.person)
