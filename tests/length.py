"""How many examples the laws try: a few for everybody, many times as many at length.

`tools/laws_at_length.py` sets the environment variable; nobody else needs to.
"""

from __future__ import annotations

import os

TIMES = "RAPPORT_LAWS_TIMES"
"""The environment variable that says how many times as many examples are tried."""


def examples(few: int) -> int:
    """So many examples, or as many times more as was asked for."""
    return few * int(os.environ.get(TIMES, "1"))
