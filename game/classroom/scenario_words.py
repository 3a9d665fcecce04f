"""What a scenario calls its criteria and endings, read from the packages that a class was played with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.classroom.scenario_shelf import NoScenario, ScenarioShelf
from game.content.wording import Wording
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.records.class_database import Connection
from game.records.class_rounds import package_by_sha


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one scenario in one language; an id that nobody has named stands for itself.

    Attributes:
        wording: of the scenario; None where this Rapport cannot read it any more.
    """

    wording: Wording | None
    locale: Locale

    def criterion(self, name: str) -> str:
        """A criterion of the scorecard."""
        return self._said({} if self.wording is None else self.wording.criteria, name)

    def ending(self, name: str) -> str:
        """An ending."""
        return self._said({} if self.wording is None else self.wording.endings, name)

    def line(self, name: str) -> str:
        """Something that can be said."""
        return self._said({} if self.wording is None else self.wording.lines, name)

    def _said(self, texts: Mapping[str, LocalisedText], name: str) -> str:
        text = texts.get(name)
        return text.said(self.locale) or name if text is not None else name


@dataclass(slots=True)
class ScenarioWords:
    """The words of the packages in a database, each read once."""

    shelf: ScenarioShelf = field(default_factory=ScenarioShelf)
    _known: dict[str, Wording | None] = field(default_factory=dict)

    def names(self, connection: Connection, package: str, locale: Locale) -> Names:
        """The names of a package (by its hash) in a language."""
        if package not in self._known:
            self._known[package] = self._read(connection, package)
        return Names(self._known[package], locale)

    def _read(self, connection: Connection, package: str) -> Wording | None:
        found = package_by_sha(connection, package)
        if found is None:
            return None
        try:
            return self.shelf.opened(found).wording
        except (NoScenario, OSError):
            return None  # made by another Rapport, or there is no room to unpack it: ids will do
