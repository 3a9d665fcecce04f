"""New scenarios of one's own, with the schema beside them that lets an editor complete what is typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

from game.records.durable import write_durably

ENGLISH, CHINESE = "rapport-scenario.schema.json", "rapport-scenario.zh.schema.json"
_MODELINE = re.compile(
    rf"^# yaml-language-server: \$schema=({re.escape(ENGLISH)}|{re.escape(CHINESE)})[ \t]*\r?$", re.MULTILINE
)


def schema(name: str) -> str:
    """The JSON Schema of scenarios with English or Chinese fields, by the name of its file."""
    from game.content.chinese_schema import chinese_schema
    from game.content.schema import json_schema

    told = chinese_schema() if name == CHINESE else json_schema()
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def author(file: Path, text: str) -> Path | None:
    """Write a scenario for its author, as an editor would, and beside it the schema that its modeline names.

    Returns:
        the schema; None where there was one already, or where the text names none.

    Raises:
        OSError: it cannot be written.
    """
    write_durably(file, text, shared=True)
    return lay_beside(file, text)


def lay_beside(file: Path, text: str) -> Path | None:
    """Write the schema that a scenario names, unless it is there.

    Raises:
        OSError: it cannot be written.
    """
    named = _MODELINE.search(text)
    beside = file.with_name(named[1]) if named else None
    if beside is None or beside.exists():
        return None
    write_durably(beside, schema(beside.name), shared=True)
    return beside


def others_have_one(file: Path) -> bool:
    """Whether a schema of either language lies beside a file."""
    return any(file.with_name(name).is_file() for name in (ENGLISH, CHINESE))
