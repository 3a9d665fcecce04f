"""Work of the workshop that takes its time, as the desk sees it; filled by the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, unique
from typing import Protocol

from game.content.diagnostics import Diagnostic
from game.language.locale import Locale


@unique
class Kind(Enum):
    """What a sentence of a result is."""

    HEAD = "head"
    TEXT = "text"
    ROW = "row"  # a name with a value beside it


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a result; `value` stands at its end, `good` is 1 for good news, -1 for bad, else 0."""

    kind: Kind
    text: str
    value: str = ""
    good: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault that was proved or is suspected, with the lines of a play that shows it, if there is one."""

    fault: Diagnostic
    play: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """What came of a job: faults, and sentences in every language."""

    findings: tuple[Finding, ...]
    sentences: Mapping[Locale, tuple[Sentence, ...]]


class Job(Protocol):
    """Work that takes its time, in a process of its own. Nothing here waits."""

    @property
    def share(self) -> float:
        """How much of it is done, 0..1."""
        ...

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        ...

    def results(self) -> Results | None:
        """What came of it; None as long as it goes on, and where it broke down."""
        ...

    def close(self) -> None:
        """End it; safe to be called twice."""
        ...
