"""What a conversation is written on: a terminal with colours and lines, or plain text, one thing per line.

Plain paper moves no cursor, draws no box and says nothing by colour alone, so a screen reader, a braille
line, a file and a pipe all get the whole conversation.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol, TextIO

from game.language.words import Words

FULL_STOPS = ".。"
QUESTION = ("?", "？")


class Paper(Protocol):
    """Everything that can be written down in the course of a conversation."""

    def heading(self, text: str) -> None:
        """The title of a part."""

    def header(self, parts: Sequence[str]) -> None:
        """Clock, stage and the like, above a turn."""

    def text(self, text: str) -> None:
        """A paragraph."""

    def aside(self, text: str) -> None:
        """A stage direction: what can be seen or heard."""

    def speech(self, name: str, text: str) -> None:
        """What somebody says."""

    def choice(self, key: str, text: str, mark: str = "") -> None:
        """One thing that can be chosen, with the key that chooses it."""

    def row(self, name: str, value: str, reason: str = "") -> None:
        """One line of an account: a name, a value, and what it rests on."""

    def gap(self) -> None:
        """A little room."""

    def prompt(self, text: str) -> None:
        """Ask for an answer; the answer is typed behind it."""

    def echo(self, text: str) -> None:
        """Write an answer down that came through a pipe and was not seen being typed."""


class PlainPaper:
    """One thing per line, nothing but characters."""

    def __init__(self, words: Words, stream: TextIO | None = None) -> None:
        """Write to a stream, the standard output when None; the words bring the language's punctuation."""
        self.words = words
        self._stream = stream or sys.stdout
        self._empty = True

    def _line(self, text: str = "") -> None:
        if text or not self._empty:
            print(text, file=self._stream, flush=True)
        self._empty = not text

    def heading(self, text: str) -> None:
        """See `Paper`."""
        self._line()
        self._line(text)
        self._line()

    def header(self, parts: Sequence[str]) -> None:
        """See `Paper`."""
        self._line()
        self._line(" · ".join(part for part in parts if part))

    def text(self, text: str) -> None:
        """See `Paper`."""
        self._line(text)

    def aside(self, text: str) -> None:
        """See `Paper`."""
        self._line(self.words("({text})", text=text))

    def speech(self, name: str, text: str) -> None:
        """See `Paper`."""
        self._line(self.words("{name}: {text}", name=name, text=text) if name else text)

    def choice(self, key: str, text: str, mark: str = "") -> None:
        """See `Paper`."""
        self._line(self._with(f"{key}. {text}", mark))

    def row(self, name: str, value: str, reason: str = "") -> None:
        """See `Paper`."""
        said = f"{name} {value}" if name.endswith(QUESTION) else ""
        said = said or self.words("{name}: {text}", name=name.rstrip(FULL_STOPS), text=value)
        self._line(self._with(said, reason))

    def _with(self, text: str, more: str) -> str:
        return self.words("{text} ({more})", text=text, more=more) if more else text

    def gap(self) -> None:
        """See `Paper`."""
        self._line()

    def prompt(self, text: str) -> None:
        """See `Paper`."""
        print(f"{text} ", end="", file=self._stream, flush=True)
        self._empty = False

    def echo(self, text: str) -> None:
        """See `Paper`."""
        print(text, file=self._stream, flush=True)


def wants_plain(environment: Mapping[str, str] | None = None, stream: TextIO | None = None) -> bool:
    """Whether colours and boxes would be in the way: a pipe, a simple terminal, or `NO_COLOR`."""
    variables = os.environ if environment is None else environment
    out = stream or sys.stdout
    return bool(variables.get("NO_COLOR")) or variables.get("TERM") == "dumb" or not out.isatty()


def paper(words: Words, *, plain: bool) -> Paper:
    """The paper for this terminal; plain where it was asked for or where nothing else would do."""
    if plain or wants_plain():
        return PlainPaper(words)
    from game.command_line.terminal.coloured import ColouredPaper

    return ColouredPaper()
