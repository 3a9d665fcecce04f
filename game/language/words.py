"""The words of the interface: English sentences in the code, Chinese ones in a gettext catalogue.

The English text is its own key: `words("Settings")`. What a program needs to translate is found by
reading the sources (`python tools/catalogue.py extract`), so a sentence handed to `words` must be a
literal, or come from a table whose literals are `marked`. Scenario text never passes through here; it is
`LocalisedText`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from game.language.locale import Locale

DOMAIN = "rapport"
"""Name of the catalogue's files, without their endings."""

CATALOGUES = Path(__file__).parent / "catalogues"
"""Where the catalogues lie: `<code>/LC_MESSAGES/rapport.po` and the compiled `.mo` beside it."""


def catalogue_path(locale: Locale, ending: str = "mo") -> Path:
    """The file of a language's catalogue, `mo` (read by the program) or `po` (written by people)."""
    return CATALOGUES / locale.value / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def marked(text: str) -> str:
    """The same text, marked for translation: for tables of labels that are said later with `words(label)`."""
    return text


@cache
def _catalogue(locale: Locale) -> NullTranslations:
    """The compiled catalogue; an empty one, in which English speaks for itself, where there is none."""
    try:
        with catalogue_path(locale).open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, UnicodeDecodeError):
        return NullTranslations()


@dataclass(frozen=True, slots=True)
class Words:
    """Says the sentences of the interface in one language.

    A sentence may hold named places such as `{n}`, which are filled from the keyword arguments; a
    sentence said without arguments keeps its braces as they are. What the catalogue lacks is said in
    English.

    Attributes:
        locale: the language that is spoken.
    """

    locale: Locale = Locale.EN

    def __call__(self, text: str, /, **values: object) -> str:
        """A sentence, for example `words("Settings")` or `words("Turn {n}", n=3)`."""
        said = _catalogue(self.locale).gettext(text)
        return said.format(**values) if values else said

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """A sentence about `n` things: `words.count("{n} turn", "{n} turns", 3)` says "3 turns"."""
        return _catalogue(self.locale).ngettext(one, many, n).format(n=n, **values)
