"""What an entry of the catalogue of diagnostics is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique

from game.language.locale import Locale
from game.language.text import LocalisedText


@unique
class Severity(Enum):
    """An error is proved; a warning is a smell: a suspicion that its line may silence with a reason."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def words(self) -> LocalisedText:
        """What people call it."""
        return LocalisedText({Locale.EN: self.value, Locale.ZH: "错误" if self is Severity.ERROR else "提醒"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One code: it never changes meaning.

    `message` is a template with `{names}`; `why` says in one line why this is worth telling.
    """

    code: str
    severity: Severity
    message: LocalisedText
    why: LocalisedText


def _pair(english: str, chinese: str) -> LocalisedText:
    return LocalisedText({Locale.EN: english, Locale.ZH: chinese})


def error(code: str, english: str, chinese: str, why: str, why_chinese: str) -> Entry:
    """An entry for something proved wrong."""
    return Entry(code, Severity.ERROR, _pair(english, chinese), _pair(why, why_chinese))


def smell(code: str, english: str, chinese: str, why: str, why_chinese: str) -> Entry:
    """An entry for a suspicion."""
    return Entry(code, Severity.WARNING, _pair(english, chinese), _pair(why, why_chinese))
