"""The fingerprint of a scenario: everything that can change a score, nothing that is only wording."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from game.engine.psychology import Psychology
from game.engine.scenario import Scenario
from game.engine.terms import CUSTOMER, Comparison, InMood, Later, Term

_COSMETIC = frozenset({"fingerprint", "epilogues", "thoughts", "line_thoughts", "account"})


def fingerprint(scenario: Scenario) -> str:
    """64 hexadecimal digits; the psychology counts by its own fingerprint.

    Thoughts, epilogues and the facts of accounts stand beside the score and do not count; neither does the
    order of conditions in one `when`, of criteria or of grades, nor whether `of customer` is written out.
    """
    return digest(_canonical(scenario))


def digest(value: object) -> str:
    """The SHA-256 of plain data, the same on every system."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _canonical(value: object) -> Any:
    if isinstance(value, Psychology):
        return value.fingerprint
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, Comparison | InMood | Later) and value.person == CUSTOMER:
        value = replace(value, person=None)
    if is_dataclass(value) and not isinstance(value, type):
        entries = {
            field.name: _canonical(getattr(value, field.name))
            for field in fields(value)
            if field.name not in _COSMETIC
        }
        for unordered in ("criteria", "grades"):
            if unordered in entries:
                entries[unordered] = _sorted(entries[unordered])
        return [type(value).__name__, entries]
    if isinstance(value, Mapping):
        return {
            key.name if isinstance(key, Enum) else str(key): _canonical(part) for key, part in value.items()
        }
    if isinstance(value, tuple | list):
        parts = [_canonical(part) for part in value]
        return _sorted(parts) if value and isinstance(value[0], Term) else parts
    return value


def _sorted(parts: list[Any]) -> list[Any]:
    return sorted(parts, key=lambda part: json.dumps(part, sort_keys=True))
