"""A shipped scenario in other clothes: structure and numbers stay, every word comes out as a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.authoring.words import Row, rows, said_in
from game.content.diagnostics import Diagnostic, Findings
from game.content.source import Source
from game.content.yaml_tree import TextNode
from game.language.locale import Locale

_ID = re.compile(r"^(id|标识):[ \t]*([^\s#]*).*$", re.MULTILINE)
_MARK = "# redressed-from: "
_FROM = re.compile(rf"^{_MARK}([a-z0-9-]+)[ \t]*\r?$", re.MULTILINE)
MOST = 20
"""Texts of the old trade that are told one by one."""

_SHORTEST = {Locale.EN: 16, Locale.ZH: 8}
"""Characters of a text that belongs to a trade; shorter ones are names, or what everybody says."""


def redressed(source: Source, name: str, remark: str) -> str:
    """The file of a scenario under another id, with a remark above it that says where it is from."""
    text = _ID.sub(lambda found: f"{found[1]}: {name}", source.text, count=1)
    old = _ID.search(source.text)
    pattern = f"{_MARK}{old[2].strip()}\n" if old is not None else ""
    return f"# {remark}\n{pattern}{text}"


def dressed_before(source: Source) -> str:
    """The id of the scenario that a file was re-dressed from; empty where it was not."""
    found = _FROM.search(source.text)
    return found[1] if found else ""


def old_trade(new: Source, old: Source, name: str) -> tuple[Diagnostic, ...]:
    """Texts that still say what the old scenario says in the same place (SC838); names are too short.

    Where they are many their number is told (SC839), at the remark that says where the file is from.
    """
    findings = Findings(new.file, new)
    before = {row.id: row.texts for row in rows(old)}
    texts = [
        (text, before.get(row, {}).get(locale) == text.text.strip())
        for row, node in said_in(new).items()
        for locale in Locale
        if isinstance(text := node.values.get(locale.value), TextNode) and len(text.text) >= _SHORTEST[locale]
    ]
    same = sorted((text for text, kept in texts if kept), key=lambda text: (text.line, text.column))
    mark = _FROM.search(new.text)
    if len(same) > MOST and mark is not None:
        line = new.text.count("\n", 0, mark.start()) + 1
        first = same[0].line
        findings.add("SC839", line, 1, count=len(same), all=len(texts), scenario=name, line=first)
        return findings.told()
    for text in same:
        findings.add("SC838", text.line, text.column, scenario=name)
    return findings.told()


def unchanged(old: Source, new: Source) -> Sequence[Row]:
    """Rows of the new scenario that still say, in some language, what the old one says in the same place."""
    before = {row.id: row.texts for row in rows(old)}
    return [
        row
        for row in rows(new)
        if any(before.get(row.id, {}).get(locale) == text for locale, text in row.texts.items())
    ]
