"""The shell of the command line's tests, for the verbs of authors."""

from __future__ import annotations

from tests.command_line.conftest import shell

__all__ = ["shell"]
