"""Scenarios that a trainer may choose, and the packages in which they are handed to desktops by content
hash."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.content.diagnostics import Diagnostic
from game.content.golden_paths import ENDING
from game.content.library import Card, Library
from game.content.loading import Loaded, load_scenario
from game.content.package import PATHS, SCENARIO, SUFFIX, is_package, packed
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.records.class_rounds import Package
from game.records.home import cache_home


class NoScenario(ValueError):
    """There is no such scenario, or it has errors; the message says which."""


def both(text: LocalisedText) -> dict[str, str]:
    """A text by the codes of its languages; empty where there is none."""
    return {locale.value: text.words[locale] for locale in Locale if text.words.get(locale)}


@dataclass
class ScenarioShelf:
    """The scenarios of this machine, and those of packages that classes were played with.

    Attributes:
        library: the scenarios known by id.
        folder: where packages lie as files for the processes that mark, named by their hashes.
    """

    library: Library = field(default_factory=Library)
    folder: Path = field(default_factory=lambda: cache_home() / "packages")
    _opened: dict[str, Loaded] = field(default_factory=dict)
    _packed: dict[tuple[Path, int], Package] = field(default_factory=dict)
    _paths: dict[str, Path] = field(default_factory=dict)

    def listing(self) -> Sequence[Card]:
        """What may be chosen, the easiest first."""
        return self.library.listing()

    def package(self, name: str) -> Package:
        """A scenario of the library as a package; the same file gives the same bytes.

        Raises:
            NoScenario: it cannot be played.
        """
        path = None if "/" in name or "\\" in name or "." in name else self.library.find(name)
        if path is None or isinstance(path, Diagnostic):
            raise NoScenario(name)
        key = (path, path.stat().st_mtime_ns)
        if key not in self._packed:
            loaded = load_scenario(path)
            if loaded.scenario is None or loaded.wording is None:
                raise NoScenario("; ".join(f"{e.code}" for e in loaded.errors[:3]) or name)
            data = path.read_bytes()
            if not is_package(data):
                files, beside = {SCENARIO: data}, path.with_name(path.stem + ENDING)
                if beside.is_file():
                    files[PATHS] = beside.read_bytes()
                data = packed(loaded.scenario.id, loaded.scenario.fingerprint, files)
            sha = hashlib.sha256(data).hexdigest()
            titles = both(loaded.wording.title)
            self._packed[key] = Package(sha, loaded.scenario.id, loaded.scenario.fingerprint, titles, data)
            self._opened[sha] = loaded
        return self._packed[key]

    def unpacked(self, package: Package) -> Path:
        """The file of a package, for processes that mark; its name is its hash."""
        path = self.path_of(package.sha)
        if not path.is_file() or path.stat().st_size != len(package.data):
            self.folder.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(f".{os.getpid()}.part")
            part.write_bytes(package.data)
            part.replace(path)
        return path

    def path_of(self, sha: str) -> Path:
        """Where the file of a package lies, or would lie."""
        if sha not in self._paths:
            self._paths[sha] = self.folder / f"{sha}{SUFFIX}"
        return self._paths[sha]

    def opened(self, package: Package) -> Loaded:
        """A package ready to be played.

        Raises:
            NoScenario: this Rapport cannot play it.
        """
        if package.sha not in self._opened:
            loaded = load_scenario(self.unpacked(package))
            if loaded.scenario is None or loaded.wording is None:
                raise NoScenario(package.scenario)
            self._opened[package.sha] = loaded
        return self._opened[package.sha]
