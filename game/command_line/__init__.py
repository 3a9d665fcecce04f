"""The composition root: the only place that knows everyone."""

from game.command_line.program import main

__all__ = ["main"]
