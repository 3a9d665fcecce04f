"""A shipped scenario in other clothes: structure and numbers stay, every word comes out as a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.authoring.words import Row, rows
from game.content.source import Source

_ID = re.compile(r"^(id|标识):[ \t]*.*$", re.MULTILINE)


def redressed(source: Source, name: str, remark: str) -> str:
    """The file of a scenario under another id, with a remark above it that says where it is from."""
    text = _ID.sub(lambda found: f"{found[1]}: {name}", source.text, count=1)
    return f"# {remark}\n{text}"


def unchanged(old: Source, new: Source) -> Sequence[Row]:
    """Rows of the new scenario that still say, in some language, what the old one says in the same place."""
    before = {row.id: row.texts for row in rows(old)}
    return [
        row
        for row in rows(new)
        if any(before.get(row.id, {}).get(locale) == text for locale, text in row.texts.items())
    ]
