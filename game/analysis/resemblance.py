"""How plays resemble what was seen: the one comparison of cues and replies that every observer uses."""

from __future__ import annotations

import numpy as np

from game.engine.cues import MICROS
from game.engine.reaction import Cues
from game.engine.rules import Rules
from game.engine.state import OPEN
from game.engine.traits import Bools, Ints

LAPSE = 0.05
"""Chance that a sign was read wrongly or did not follow."""

BANK = "bank/"
"""What the ids of the phrase bank's replies begin with."""


def differing(rules: Rules, before: Ints, after: Ints, profile: Ints, seen: Cues) -> Ints:
    """How many of the things seen each play would have shown otherwise, (play,).

    Args:
        rules: of the scenario.
        before: minds before the line, (trait, play).
        after: minds after it, (trait, play); the same as `before` where nothing was said, so that nothing
            can have flashed.
        profile: who they are, (attribute, play).
        seen: face, flash and signs that were seen.
    """
    look, psychology = rules.countenance, rules.scenario.psychology
    face = look.face(after, profile)
    micro = MICROS.index(seen.micro) if seen.micro else OPEN
    strengths = np.array([dict(seen.signs).get(sign, 0) for sign in psychology.signs])
    count: Ints = (
        (face != tuple(psychology.moods).index(seen.face)).astype(np.int32)
        + (look.micro(before, after, face) != micro)
        + (look.signs(after, profile) != strengths[:, None]).sum(axis=0)
    )
    return count


def answering(rules: Rules, reply: Ints, seen: str | None) -> Bools:
    """Plays that answered with the authored reply that was seen, (play,); none where the bank answered.

    Args:
        rules: of the scenario.
        reply: (play,) indices into `Course.replies`, -1 for the phrase bank.
        seen: id of the reply that was seen.
    """
    return np.array([at >= 0 and rules.course.replies[at].id == seen for at in reply], bool)


def replying(rules: Rules, reply: Ints, after: Ints, profile: Ints, seen: str | None) -> Bools:
    """Plays whose reply has the id that was seen, (play,); the bank's ids differ by face and type.

    Args:
        rules: of the scenario.
        reply: (play,) as for `answering`.
        after: minds after the line, (trait, play).
        profile: who they are, (attribute, play); all of one type, as the hidden customers of a scenario are.
        seen: id of the reply that was seen.
    """
    if seen is None or not seen.startswith(BANK):
        return answering(rules, reply, seen)
    face = rules.countenance.face(after, profile)
    same: Bools = (reply < 0) & (face == tuple(rules.scenario.psychology.moods).index(seen.split("/")[1]))
    return same
