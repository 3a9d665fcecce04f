"""Ways of reading that the tests of this package share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.content.diagnostics import Diagnostic
from game.content.loading import psychology
from game.content.scenario_reader import Reading, read_source_text
from game.content.source import Source
from game.engine.psychology import Psychology

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
GUIDE = ("tac-reciprocity", "tac-empathy", "tac-first-impression", "obj-four-steps")

SMALL = """\
rapport: 1
id: visit
languages: [en]
title: {en: A Visit}
customer: {en: Lin Yue, disc: D55 C30 S10 I5}
beats:
  hello:
    lines:
      ask-leave: {en: I ask for two minutes., does: [ask-permission]}
    replies:
      - {en: Go on.}
endings:
  done: {stage: interest, en: The door closes.}
"""
"""A scenario without a fault, to put one into."""


def model() -> Psychology:
    """The shipped customer model."""
    reading = psychology()
    assert reading.psychology is not None, [found.rendered() for found in reading.diagnostics]
    return reading.psychology


def read(text: str, file: str = "visit.yaml") -> Reading:
    """The reading of a text."""
    return read_source_text(Source(file, text), model(), GUIDE)


def small(*changes: tuple[str, str]) -> Reading:
    """The reading of the small scenario after some changes: what stands there, what shall stand there."""
    text = SMALL
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return read(text)


def told(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, int, int]]:
    """Codes with line and column, never wording."""
    return [(found.code, found.place.line, found.place.column) for found in diagnostics]
