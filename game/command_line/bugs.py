"""What is shown when Rapport itself is at fault: no traceback, but everything that makes it happen again."""

from __future__ import annotations

import json
import platform
import traceback
from pathlib import Path

from game import __version__
from game.command_line.house import Witness
from game.language.words import Words


def report(words: Words, error: Exception, witness: Witness) -> str:
    """A bug as a text that can be sent to the people who make Rapport.

    Args:
        words: the language for the person; the facts stand as they are.
        error: what was raised.
        witness: the conversation that was going on, if any.
    """
    lines = [
        words("Something went wrong inside Rapport. This is our fault, not yours."),
        words("Please report it with the lines below; they are all we need to see it ourselves."),
        "",
        f"Rapport {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"{type(error).__name__}: {error} ({_place(error)})",
    ]
    if witness.transcript is not None:
        seen = {"scenario": witness.scenario, "transcript": dict(witness.transcript)}
        lines.append(json.dumps(seen, ensure_ascii=False))
    lines += ["", words("The whole traceback: run the command again with RAPPORT_DEBUG=1.")]
    return "\n".join(lines)


def _place(error: Exception) -> str:
    """File and line in which it was raised, without folders of this machine."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "?"
    path = Path(frames[-1].filename)
    parts = path.parts[path.parts.index("game") :] if "game" in path.parts else path.parts[-1:]
    return f"{'/'.join(parts)}:{frames[-1].lineno}"
