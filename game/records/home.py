"""The folder in which everything about a trainee is kept."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

HOME_VARIABLE = "RAPPORT_HOME"
"""Environment variable that names another folder than the system's usual one."""


def home(environment: Mapping[str, str] | None = None) -> Path:
    """The folder for saves, transcripts and records; it need not exist yet.

    Args:
        environment: the environment variables; those of this process when None.
    """
    variables = os.environ if environment is None else environment
    named = variables.get(HOME_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_data_path("rapport", appauthor=False)
