"""The language that a person's system speaks."""

from __future__ import annotations

import locale as system_locale
import os
import sys
from collections.abc import Mapping

from game.language.locale import Locale

OWN_VARIABLE = "RAPPORT_LANG"
"""Environment variable that decides for Rapport alone: `en` or `zh`."""

VARIABLES = (OWN_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")
"""Environment variables that are asked, in this order."""


def default_locale(environment: Mapping[str, str] | None = None) -> Locale:
    """The language to speak where nobody chose one.

    The first variable that names a language decides; where none is set, the operating system is asked.
    A language that Rapport does not speak becomes English.

    Args:
        environment: the environment variables; those of this process when None.
    """
    variables = os.environ if environment is None else environment
    own = Locale.from_code(variables.get(OWN_VARIABLE, ""))
    if own is not None:
        return own
    for name in VARIABLES[1:]:
        code = variables.get(name, "").strip()
        if code and code.split(".")[0] not in {"C", "POSIX"}:
            return Locale.from_code(code) or Locale.EN
    return Locale.from_code(_system_code()) or Locale.EN


def _system_code() -> str:
    """The code of the operating system's interface language, empty where it does not tell."""
    if sys.platform == "win32":
        import ctypes

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return system_locale.windows_locale.get(number, "")
    try:
        return system_locale.getlocale()[0] or ""
    except ValueError:
        return ""
