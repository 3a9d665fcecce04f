"""The trainer's key: made once on the machine of the server, before any class has a code (T4)."""

from __future__ import annotations

import os
from pathlib import Path

from game.classroom.tokens import new_token

VARIABLE = "RAPPORT_HOST_KEY"
"""Environment variable for the key, for several servers that share one database."""

NAME = "host.key"
SHORTEST = 24


class BadKey(ValueError):
    """The key is too short to keep anybody out."""


def host_key(folder: Path) -> str:
    """The key of this machine, made where there is none; only its owner may read the file.

    Args:
        folder: in which it is kept.

    Raises:
        OSError: it can be neither read nor written.
        BadKey: somebody has chosen one that is too short.
    """
    key = os.environ.get(VARIABLE, "").strip()
    if not key:
        path = folder / NAME
        folder.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            key = path.read_text("ascii").strip()
        else:
            key = new_token()
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(key + "\n")
    if len(key) < SHORTEST:
        raise BadKey(key and "short")
    return key
