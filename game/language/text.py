"""Text that stands in every language of a scenario at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.language.locale import Locale


@dataclass(frozen=True, slots=True)
class LocalisedText:
    """The same words in several languages, as originals of their own.

    `words` may lack a language: `said` then falls back to the first that is there, so that a
    scenario written in one language alone is still playable.
    """

    words: Mapping[Locale, str] = field(default_factory=dict)

    def said(self, locale: Locale) -> str:
        """The text in one language, or in the first language there is."""
        return self.words[locale] if locale in self.words else next(iter(self.words.values()), "")

    def __bool__(self) -> bool:
        return any(self.words.values())
