"""The JSON Schema of scenarios written in Chinese fields and words, for editors.

It is a schema of its own: one that took both would offer every field twice. What `rapport format --keys zh`
writes fits it; where both languages are mixed the program reads the file all the same, but no schema fits.
"""

from __future__ import annotations

from typing import Any

from game.content.aliases import FIELDS, TACTICS, WORDS, chinese
from game.content.schema import json_schema
from game.language.locale import Locale

_ROOT = "scenario"
_LANGUAGES = frozenset(locale.value for locale in Locale)
"""Fields that many write by their code all the same: `zh: …`."""

_HAN = "\\u4e00-\\u9fff"
_PATTERNS = {
    "does": (f"^((轻微|正常|强烈) )?[{_HAN}]+$", "赞美"),
    "cell": (f"^(招式 [{_HAN}]+ [{_HAN}]+|系数 [a-z0-9.-]+)$", "招式 赞美 亲近"),
    "last-order": ("^[0-9]{1,4} +(天|周|月|年)$", "40 天"),
    "root": (f"^([a-z][a-z0-9]*(-[a-z0-9]+)*|[{_HAN}]+)$", "改变"),
}
"""Forms whose words are Chinese too, by field, with an example."""

_CONDITIONS = [
    *("信任 >= 35", "心情 恼火", "阶段 兴趣", "说过 ask-leave", "不 说过 ask-leave", "透露 blamed"),
    *("答应 needs-talk", "认可 时机", "解决 时机", "践诺 ten-minutes"),
]


def chinese_schema() -> dict[str, Any]:
    """The JSON Schema with Chinese names of fields and Chinese closed words."""
    whole = json_schema()
    parts = whole["$defs"]
    return {
        **_part(whole, _ROOT),
        "$defs": {name: _part(part, name.lower()) for name, part in parts.items()},
        "title": "知心剧本",
    }


def _part(schema: dict[str, Any], section: str) -> dict[str, Any]:
    """A mapping with its fields, and what may stand in them, in Chinese."""
    if "anyOf" in schema:
        return {"anyOf": [_part(one, section) for one in schema["anyOf"]]}
    if "properties" not in schema:
        return schema

    def named(field: str) -> str:
        return chinese(field, section, FIELDS)

    told = {
        **schema,
        "properties": {named(field): _value(of, field) for field, of in schema["properties"].items()},
    }
    told["properties"] |= {code: of for code, of in schema["properties"].items() if code in _LANGUAGES}
    if "required" in schema:
        told["required"] = [named(field) for field in schema["required"]]
    return told


def _value(schema: Any, field: str) -> Any:
    """What may stand in a field; defaults are values of the program and left out."""
    if isinstance(schema, list):
        return [_value(one, field) for one in schema]
    if not isinstance(schema, dict):
        return schema
    told = {key: _value(value, field) for key, value in schema.items() if key not in {"default", "title"}}
    if "enum" in told:
        told["enum"] = [chinese(word, field, WORDS, FIELDS, TACTICS) for word in told["enum"]]
    if told.get("type") == "boolean":
        return {"enum": [chinese(word, WORDS) for word in ("true", "false")]}
    if field in _PATTERNS and told.get("type") == "string":
        pattern, shown = _PATTERNS[field]
        told |= {"pattern": pattern, "examples": [shown]}
    elif field == "when" and told.get("type") == "string":
        told["examples"] = _CONDITIONS
    return told
