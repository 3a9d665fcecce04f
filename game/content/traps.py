"""The traps of YAML that are no faults to YAML: sentences cut at commas or at ` #`, curly quotes."""

from __future__ import annotations

import re

from game.content.diagnostics import NOTHING, Findings, shown
from game.content.source import Source
from game.content.yaml_faults import proposal
from game.content.yaml_tree import ListNode, MapNode, Node, TextNode
from game.language.locale import Locale

_LOCALES = frozenset(locale.value for locale in Locale)
_CUT_BY_HASH = re.compile(r"\s+#(?!\s*allow\b)\S")
_JOINED_WORDS = re.compile(r"[\w -]+(?:[，、][\w -]+)+\Z")
_WIDE_COLON = re.compile(r"([\w-]+)：")
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_OPENING = "“‘„”"
_CLOSING = "”’“"


def tell_traps(root: Node, source: Source, findings: Findings) -> None:
    """Notes every trap in a tree; pieces of sentences cut at commas are taken out of their mapping."""
    _Walk(source, findings).visit(root)


class _Walk:
    def __init__(self, source: Source, findings: Findings) -> None:
        self.source = source
        self.findings = findings

    def visit(self, node: Node) -> None:
        if type(node) is MapNode:
            if node.flow:
                self._join_pieces(node)
            self._wide_colons(node)
            for key, value in node.values.items():
                prose = key in _LOCALES
                name = node.keys[key]
                if key[0] in _OPENING and name.plain:
                    self._curly(name, prose=False)
                if type(value) is TextNode:
                    if value.plain and value.text:
                        self._text(value, key, prose)
                elif prose and isinstance(value, MapNode | ListNode) and value.flow:
                    self._bracketed(value, key)
                else:
                    self.visit(value)
        elif isinstance(node, ListNode):
            for item in node.items:
                if type(item) is not TextNode:
                    self.visit(item)
                elif item.plain and item.text:
                    self._item(item, node.flow)

    def _text(self, node: TextNode, key: str, prose: bool) -> None:
        if node.text[0] in _OPENING:
            self._curly(node, prose)
        if not prose:
            return
        if node.text[-1] == '"' and node.text.count('"') == 1:
            quoted = proposal(f"{key}: ", node.text[:-1])
            self.findings.add("SC126", node.end_line, node.end_column - 1, quoted=quoted)
        rest = self.source.line(node.end_line)[node.end_column - 1 :]
        if _CUT_BY_HASH.match(rest):
            whole = node.text + " " + rest.strip()
            self.findings.add("SC117", node.end_line, node.end_column, quoted=proposal(f"{key}: ", whole))

    def _item(self, node: TextNode, flow: bool) -> None:
        if node.text[0] in _OPENING:
            self._curly(node, prose=False)
        elif flow and _JOINED_WORDS.match(node.text):
            self.findings.add("SC122", node.line, node.column)

    def _curly(self, node: TextNode, prose: bool) -> None:
        text = node.text
        if len(text) < 2 or text[-1] not in _CLOSING:
            return
        inside = text[1:-1]
        if not prose:
            self.findings.add("SC118", node.line, node.column, text=shown(inside))
        elif _closes_at_last(text):
            self.findings.add("SC119", node.line, node.column, text=shown(inside))

    def _wide_colons(self, node: MapNode) -> None:
        """A full-width colon behind a key, and an ordinary one further on, which ends the key too late."""
        for key in [name for name, sign in node.keys.items() if "：" in name and sign.plain]:
            found, sign = _WIDE_COLON.match(key), node.keys[key]
            if found is None or sign.line != sign.end_line:
                continue
            self.findings.add("SC120", sign.line, sign.column + found.end() - 1)
            value = node.values.pop(key)
            del node.keys[key]
            if type(value) is TextNode:
                value.plain = False  # the beginning of the text is in the key: its end alone says nothing
            if found[1] not in node.values:
                node.keys[found[1]], node.values[found[1]] = sign, value

    def _bracketed(self, node: MapNode | ListNode, key: str) -> None:
        """A text that begins with a bracket, as in `en: {address}, come in`."""
        sign = "{" if isinstance(node, MapNode) else "["
        line = self.source.line(node.line)
        text = line[node.column - 1 :].rstrip()
        whole = NOTHING if line.lstrip(" -")[:1] in "{[" else proposal(f"{key}: ", text)
        self.findings.add("SC109", node.line, node.column, character=sign, quoted=whole)

    def _join_pieces(self, node: MapNode) -> None:
        """Entries without a colon, as the rest of a sentence that a comma cut: `{en: Yes, come in}`."""
        before: str | None = None
        told = False
        for key in list(node.values):
            name, value = node.keys[key], node.values[key]
            piece = (
                type(value) is TextNode
                and not value.text
                and (value.line, value.column) == (name.end_line, name.end_column)
            )
            if not piece or before is None:
                before, told = key, False
                continue
            if not told:
                self._cut(node.values[before], before, name)
                told = True
            del node.keys[key], node.values[key]

    def _cut(self, value: Node, key: str, piece: TextNode) -> None:
        quoted = NOTHING
        if value.line == piece.line:
            line = self.source.line(value.line)[value.column - 1 :]
            end = re.search(r"(?:,\s*[\w-]+:\s|\})", line)
            quoted = proposal(f"{key}: ", line[: end.start()] if end else line)
        self.findings.add("SC116", piece.line, piece.column, quoted=quoted)


def _closes_at_last(text: str) -> bool:
    """Whether the curly quote that begins a text is closed by the one that ends it, and not before."""
    if text[0] not in "“‘":
        return False
    opening, closing = ("“", "”") if text[0] == "“" else ("‘", "’")
    depth = 0
    signs = _APOSTROPHE.sub("", text)
    for place, sign in enumerate(signs):
        depth += (sign == opening) - (sign == closing)
        if depth == 0:
            return place == len(signs) - 1
    return False
