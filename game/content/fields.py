"""The strict reading of mappings in our own data files, with every fault at its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.content.diagnostics import Findings, shown, suggestion
from game.content.forms import kind_of
from game.content.grammar import GrammarFault, limits, whole
from game.content.yaml_tree import ListNode, MapNode, Node, TextNode, plain
from game.language.locale import Locale
from game.language.text import LocalisedText

FIELDS = LocalisedText({Locale.EN: "fields", Locale.ZH: "一组字段"})
LIST = LocalisedText({Locale.EN: "a list", Locale.ZH: "列表"})
TEXT = LocalisedText({Locale.EN: "a single text", Locale.ZH: "一段文字"})


@dataclass(frozen=True, slots=True)
class Codes:
    """Under which codes a family tells faults of shape; texts of grammars keep their own when None."""

    unknown: str
    missing: str
    kind: str
    words: str
    number: str = "SC206"
    bounds: str = "SC207"
    choice: str = "SC205"


PSYCHOLOGY = Codes("SC701", "SC702", "SC703", "SC714", "SC704", "SC705", "SC706")
PHRASES = Codes("SC203", "SC202", "SC204", "SC301")

_LANGUAGES = {
    Locale.EN: LocalisedText({Locale.EN: "English", Locale.ZH: "英文"}),
    Locale.ZH: LocalisedText({Locale.EN: "Chinese", Locale.ZH: "中文"}),
}


class Fields:
    """One mapping of a data file; every question that goes wrong is noted and answered with a default."""

    def __init__(self, node: Node | None, at: Node, findings: Findings, codes: Codes) -> None:
        self.findings = findings
        self.codes = codes
        self.place = at
        self.node = node if isinstance(node, MapNode) else MapNode(at.line, at.column, True)
        if node is not None and not isinstance(node, MapNode):
            self._tell_kind(node, at, FIELDS)

    def tell(self, code: str, node: Node, **values: str | int | LocalisedText) -> None:
        """Notes a fault at a node."""
        self.findings.add(code, node.line, node.column, **values)

    def _tell_kind(self, node: Node, place: Node, expected: LocalisedText) -> None:
        value = plain(node)
        where = place if value == "" else node
        self.tell(self.codes.kind, where, expected=expected, found=kind_of(value), hint=LocalisedText())

    def only(self, required: Iterable[str], optional: Iterable[str] = ()) -> None:
        """Notes fields that are missing and fields that nobody reads."""
        wanted = list(required)
        known = [*wanted, *optional]
        for name, key in self.node.keys.items():
            if name not in known:
                hint = suggestion(name, known)
                self.tell(self.codes.unknown, key, field=shown(name), hint=hint)
        for name in wanted:
            if name not in self.node.keys:
                self.tell(self.codes.missing, self.place, field=name)

    @property
    def names(self) -> list[str]:
        """The keys in the order of the file."""
        return list(self.node.keys)

    def key(self, name: str) -> Node:
        """Where a field begins."""
        return self.node.keys.get(name, self.place)

    def below(self, name: str) -> Fields:
        """The mapping in a field; an empty one when there is none."""
        return Fields(self.node.values.get(name), self.key(name), self.findings, self.codes)

    def text(self, name: str) -> TextNode | None:
        """The text in a field; None when there is none."""
        node = self.node.values.get(name)
        if node is None:
            return None
        if isinstance(node, TextNode) and node.text.strip():
            return node
        self._tell_kind(node, self.key(name), TEXT)
        return None

    def texts(self, name: str) -> list[TextNode]:
        """The texts in a list."""
        node = self.node.values.get(name)
        if node is None:
            return []
        if not isinstance(node, ListNode):
            self._tell_kind(node, self.key(name), LIST)
            return []
        for item in node.items:
            if not isinstance(item, TextNode):
                self._tell_kind(item, item, TEXT)
        return [item for item in node.items if isinstance(item, TextNode)]

    def number(self, name: str, low: int, high: int, usual: int = 0) -> int:
        """The whole number in a field, within its bounds."""
        node = self.text(name)
        return usual if node is None else self.read(node, low, high, usual)

    def read(self, node: TextNode, low: int, high: int, usual: int = 0) -> int:
        """A text as a whole number within its bounds."""
        try:
            return whole(node.text, low, high)
        except GrammarFault as fault:
            code = self.codes.number if fault.code == "SC206" else self.codes.bounds
            self.tell(code, node, **fault.values)
            return usual

    def numbers(self, name: str, count: int, low: int, high: int) -> list[int]:
        """A list of exactly so many whole numbers (SC715)."""
        items = self.texts(name)
        if name in self.node.keys and items and len(items) != count:
            self.tell("SC715", self.node.values[name], count=len(items), wanted=count)
        numbers = [self.read(item, low, high) for item in items][:count]
        return [*numbers, *([0] * (count - len(numbers)))]

    def limits(self, name: str) -> tuple[int, int] | None:
        """A span such as `200..500` in a field."""
        node = self.text(name)
        if node is None:
            return None
        try:
            return limits(node.text, -(10**6), 10**6)
        except GrammarFault as fault:
            self.tell(fault.code, node, **fault.values)
            return None

    def chosen(self, node: TextNode, table: Sequence[str] | Mapping[str, object]) -> str | None:
        """A text that must be a word of a closed list."""
        if node.text in table:
            return node.text
        self.tell(
            self.codes.choice,
            node,
            word=shown(node.text),
            words=", ".join(table),
            hint=suggestion(node.text, table),
        )
        return None

    def words(self) -> LocalisedText:
        """The `en:` and `zh:` of this mapping; both must be there."""
        words: dict[Locale, str] = {}
        for locale in Locale:
            node = self.node.values.get(locale.value)
            if isinstance(node, TextNode) and node.text.strip():
                words[locale] = node.text.strip()
            elif node is not None and not isinstance(node, TextNode):
                self._tell_kind(node, node, TEXT)
            else:
                self.tell(
                    self.codes.words,
                    self.key(locale.value),
                    locale=locale.value,
                    language=_LANGUAGES[locale],
                )
        return LocalisedText(words)
