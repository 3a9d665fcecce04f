"""Whether there is a screen to open a window on."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def has_screen(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> bool:
    """Whether a window can be expected to open; where it fails all the same, the terminal takes over.

    Args:
        environment: the environment variables; those of this process when None.
        platform: the system, as `sys.platform` names it.
    """
    variables = os.environ if environment is None else environment
    if variables.get("SDL_VIDEODRIVER"):
        return True
    if platform in {"win32", "darwin", "cygwin"}:
        return not variables.get("SSH_CONNECTION")
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))
