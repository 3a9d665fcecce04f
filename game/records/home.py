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
    named = _named(environment)
    if named is not None:
        return named
    import platformdirs

    return platformdirs.user_data_path("rapport", appauthor=False)


def cache_home(environment: Mapping[str, str] | None = None) -> Path:
    """The folder for what can be worked out again at any time; it need not exist yet.

    Args:
        environment: the environment variables; those of this process when None.
    """
    named = _named(environment)
    if named is not None:
        return named / "cache"
    import platformdirs

    return platformdirs.user_cache_path("rapport", appauthor=False)


def scenarios_home(environment: Mapping[str, str] | None = None) -> Path:
    """The folder for scenarios of one's own, where people look for their documents; it need not exist yet.

    Args:
        environment: the environment variables; those of this process when None.
    """
    named = _named(environment)
    if named is not None:
        return named / "scenarios"
    import platformdirs

    return platformdirs.user_documents_path() / "Rapport"


def _named(environment: Mapping[str, str] | None) -> Path | None:
    """The folder that `RAPPORT_HOME` names; None where it names none."""
    variables = os.environ if environment is None else environment
    named = variables.get(HOME_VARIABLE, "").strip()
    return Path(named).expanduser() if named else None
