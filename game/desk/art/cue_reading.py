"""From what the engine says can be seen to a face and a posture.

The names of moods and signs belong to the psychology file; here stands only how each is drawn. A name
that is not known here changes nothing, so that a new sign never breaks a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from game.desk.art.expression import FACES, MICRO, Expression, limited, with_values

STRENGTHS = (0.0, 0.55, 0.8, 1.0)
"""How much of a sign is drawn at strength 0..3."""
KEEPS_ARMS = frozenset({"neutral", "amused", "let-down", "decided"})
"""Moods that leave the arms as they were."""


@dataclass(frozen=True, slots=True)
class Sign:
    """How one visible sign is drawn.

    Args:
        to: parameters it draws towards these values, by its strength.
        arms: what the arms do.
        gesture: a passing movement, `nod` or `shake`.
        phone_down: whether it puts the telephone on the table, or takes it up again.
        rank: of several signs equally strong that want the arms, the highest has them.
    """

    to: Mapping[str, float] = field(default_factory=dict)
    arms: str | None = None
    gesture: str | None = None
    phone_down: bool | None = None
    rank: int = 0


SIGNS: Mapping[str, Sign] = MappingProxyType(
    {
        "arms-crossed": Sign({"shoulders": 0.35}, arms="crossed", rank=4),
        "leans-in": Sign({"lean": 0.9, "drop": 0.1}),
        "leans-back": Sign({"lean": -0.8, "drop": -0.3}),
        "looks-away": Sign({"gaze_x": -0.9, "gaze_y": 0.15, "turn": -0.3}),
        "looks-at-watch": Sign(
            {"gaze_x": 0.7, "gaze_y": 1.0, "drop": 0.45, "tilt": 2.0, "lid": 0.8}, arms="crossed", rank=3
        ),
        "phone-out": Sign(
            {"gaze_x": 0.45, "gaze_y": 0.85, "drop": 0.3}, arms="phone", phone_down=False, rank=3
        ),
        "phone-down": Sign({"gaze_x": 0.25, "gaze_y": 0.0}, arms="open", phone_down=True, rank=1),
        "lips-pressed": Sign({"press": 0.85, "open": 0.0}),
        "touches-face": Sign({"gaze_y": 0.25}, arms="chin", rank=5),
        "polite-smile": Sign({"smile": 0.5, "squint": 0.0, "open": 0.0}),
        "real-smile": Sign({"smile": 0.75, "squint": 0.75, "open": 0.3, "brow": 0.2}),
        "nods": Sign({"drop": 0.1}, gesture="nod"),
        "shakes-head": Sign({}, gesture="shake"),
        "frowns": Sign({"pinch": 0.85, "brow": -0.35}),
        "brow-raised": Sign({"brow": 0.7, "lid": 1.1}),
        "eyes-on-page": Sign({"gaze_x": 0.05, "gaze_y": 0.95, "drop": 0.35}, arms="paper", rank=6),
        "open-hands": Sign({"shoulders": -0.2}, arms="palms", rank=2),
        "shoulders-up": Sign({"shoulders": 0.9}),
        "shoulders-drop": Sign({"shoulders": -0.7}),
        "voice-flat": Sign({"brow": -0.05, "smile": -0.12}),
        "voice-warm": Sign({"smile": 0.3, "squint": 0.25}),
        "voice-fast": Sign({"open": 0.12, "brow": 0.12}),
        "short-answer": Sign({"press": 0.25}),
        "long-answer": Sign({"open": 0.12}),
        # further signs that an author's cue may call for
        "holds-cup": Sign({}, arms="cup", rank=3),
        "squares-up": Sign({"turn": 0.0, "tilt": 0.0, "shoulders": 0.1}),
        "side-on": Sign({"turn": 0.8}),
        "eyes-down": Sign({"gaze_y": 0.85, "drop": 0.25}),
        "eye-contact": Sign({"gaze_x": 0.3, "gaze_y": 0.0}),
        "head-tilt": Sign({"tilt": -4.5}),
        "eyes-wide": Sign({"lid": 1.25, "brow": 0.4}),
        "eyes-narrow": Sign({"squint": 0.7, "lid": 0.75}),
        "sighs": Sign({"shoulders": -0.5, "lid": 0.75, "open": 0.12}),
        "flush": Sign({"flush": 0.8}),
    }
)
"""By the sign's name in the psychology file."""
_SIMILAR: Mapping[str, str] = MappingProxyType(
    {
        "gaze-away": "looks-away",
        "avoids-eyes": "looks-away",
        "gaze-down": "eyes-down",
        "takes-page": "eyes-on-page",
        "arms-open": "open-hands",
        "frown": "frowns",
        "smile": "voice-warm",
    }
)
"""Other words for the same sign."""
_MICRO_WORDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("nose",), "nose-wrinkle"),
    (("corner", "mouth"), "corners-drop"),
    (("frown",), "brief-frown"),
    (("eye", "wide"), "eyes-widen"),
    (("brow",), "brow-lift"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is to be drawn."""

    expression: Expression
    gesture: str | None = None
    phone_down: bool | None = None  # None leaves the telephone where it is


def sign(name: str) -> Sign | None:
    """How a sign is drawn; None when it is not known."""
    return SIGNS.get(name) or SIGNS.get(_SIMILAR.get(name, ""))


def micro(name: str | None) -> Mapping[str, float] | None:
    """The parameters of a passing expression, also under a similar name; None when there is none."""
    if not name:
        return None
    if name in MICRO:
        return MICRO[name]
    for words, known in _MICRO_WORDS:
        if any(word in name for word in words):
            return MICRO[known]
    return None


def reading(mood: str, signs: Iterable[tuple[str, int]] = (), arms: str = "open") -> Reading:
    """Face and posture for a mood with its signs.

    Args:
        mood: a mood's name; an unknown one is drawn as neutral.
        signs: names with strengths 1..3, as in the engine's `Cues`.
        arms: what the arms did before, for moods that leave them so.
    """
    name = mood if mood in FACES else mood.replace(" ", "-").replace("_", "-")
    face = FACES.get(name, FACES["neutral"])
    pose = arms if name in KEEPS_ARMS or name not in FACES else face.arms
    values: dict[str, float] = {}
    gesture: str | None = None
    phone_down: bool | None = None
    best = (0, -1)
    for word, strength in signs:
        seen = sign(word)
        if seen is None or strength <= 0:
            continue
        weight = STRENGTHS[min(strength, 3)]
        for parameter, target in seen.to.items():
            base = values.get(parameter, getattr(face, parameter))
            values[parameter] = base + (target - base) * weight
        gesture = seen.gesture or gesture
        phone_down = seen.phone_down if seen.phone_down is not None else phone_down
        if seen.arms is not None and (strength, seen.rank) > best:
            pose, best = seen.arms, (strength, seen.rank)
    return Reading(limited(with_values(face, values, pose)), gesture, phone_down)
