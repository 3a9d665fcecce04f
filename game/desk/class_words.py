"""What modes, phases and ends of a class are called on a seat."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.language.words import marked

MODES: Mapping[str, str] = MappingProxyType(
    {
        "race": marked("Everybody meets the same customer."),
        "set": marked("Several conversations; together they count."),
        "exam": marked("One try, without hints."),
        "vote": marked("One conversation on the wall; everybody votes."),
        "tables": marked("One conversation for your table."),
    }
)
PHASES: Mapping[str, str] = MappingProxyType(
    {
        "voting": marked("What would you say? Choose on the left; you may change your mind."),
        "closed": marked("The vote is closed."),
        "distribution": marked("So the class has voted."),
        "value": marked("What each line is worth here."),
        "why": marked("Why it is so."),
        "thought": marked("What she thought."),
        "over": marked("The conversation is over."),
    }
)
ENDED: Mapping[str, str] = MappingProxyType(
    {
        "kicked": marked("The trainer has taken your seat. You may join again with the code."),
        "banned": marked("The trainer has closed this class for you."),
        "": marked("It was given to another device, or forgotten as you asked."),
    }
)


def lasting(seconds: int) -> str:
    """Seconds as a clock shows them.

    >>> lasting(0), lasting(75), lasting(3_700)
    ('0:00', '1:15', '61:40')
    """
    return f"{seconds // 60}:{seconds % 60:02}"
