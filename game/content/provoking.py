"""Which tactics make somebody voice an objection: what offers something, and what asks for a yes."""

from __future__ import annotations

from game.engine.psychology import Psychology, Role
from game.language.locale import Locale
from game.language.text import LocalisedText

_TOLD = {
    Role.OFFER: LocalisedText(
        {
            Locale.EN: "counts as an offer: a strong objection may be voiced now",
            Locale.ZH: "算提方案：强烈的异议这时会说出口",
        }
    ),
    Role.ASK: LocalisedText(
        {
            Locale.EN: "counts as asking: a strong objection may be voiced now",
            Locale.ZH: "算提请求：强烈的异议这时会说出口",
        }
    ),
}


def provoking(psychology: Psychology, tactic: str) -> LocalisedText | None:
    """What makes a tactic one that objections answer; None for all others."""
    tactics = psychology.tactics
    roles = int(tactics.roles[tactics.index(tactic)])
    return next((told for role, told in _TOLD.items() if roles & role), None)
