"""A face and posture as numbers, with the calibrated faces and the passing ones as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

STEPS = 12
"""Parameters are rounded to twelfths, so that drawn heads can be kept and found again."""
ARMS = ("open", "palms", "crossed", "paper", "phone", "cup", "chin")
"""What the arms can do."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Everything that moves in a portrait; a resting face is all zeros with the lids at 1."""

    brow: float = 0.0  # -1 lowered .. 1 raised
    pinch: float = 0.0  # 0 .. 1 inner ends down and together: a frown
    worry: float = 0.0  # 0 .. 1 inner ends up
    skew: float = 0.0  # -1 .. 1 one brow higher: doubt
    lid: float = 1.0  # 0 shut .. 1 at rest .. 1.3 wide
    squint: float = 0.0  # 0 .. 1 lower lids up: a real smile, or suspicion
    gaze_x: float = 0.0  # -1 to the viewer's left .. 1 right
    gaze_y: float = 0.0  # -1 up .. 1 down
    smile: float = 0.0  # -1 corners down .. 1 up
    smirk: float = 0.0  # -1 .. 1 one corner
    open: float = 0.0  # 0 .. 1 mouth
    press: float = 0.0  # 0 .. 1 lips pressed
    nose: float = 0.0  # 0 .. 1 wrinkled
    flush: float = 0.0  # 0 .. 1
    tilt: float = 0.0  # degrees, -6 .. 6, the head to one side
    turn: float = 0.0  # -1 .. 1 towards the viewer's left or right
    drop: float = 0.0  # -1 head back .. 1 chin down
    lean: float = 0.0  # -1 back .. 1 forward
    shoulders: float = 0.0  # -1 low .. 1 raised
    arms: str = "open"  # one of ARMS


_NUMBERS = tuple(field.name for field in fields(Expression) if field.name != "arms")
POSTURE = ("tilt", "turn", "drop", "lean", "shoulders")
"""What moves slower than a face (300 ms instead of 220)."""
_LIMITS: Mapping[str, tuple[float, float]] = MappingProxyType(
    dict.fromkeys(("pinch", "worry", "squint", "open", "press", "nose", "flush"), (0.0, 1.0))
    | {"lid": (0.0, 1.3), "tilt": (-6.0, 6.0)}
)
_LOUD = tuple(
    name for name in _NUMBERS if name not in {"lid", "gaze_x", "gaze_y", *POSTURE} or name == "tilt"
)


def with_values(expression: Expression, values: Mapping[str, float], arms: str | None = None) -> Expression:
    """The expression with some parameters replaced, and perhaps with other arms.

    Raises:
        KeyError: when a name is no parameter.
    """
    unknown = set(values) - set(_NUMBERS)
    if unknown:
        raise KeyError(min(unknown))
    merged = {name: values.get(name, getattr(expression, name)) for name in _NUMBERS}
    return Expression(**merged, arms=arms or expression.arms)


def limited(expression: Expression) -> Expression:
    """The same expression with every parameter within its range."""
    values = {}
    for name in _NUMBERS:
        low, high = _LIMITS.get(name, (-1.0, 1.0))
        values[name] = min(high, max(low, getattr(expression, name)))
    return with_values(expression, values)


def mix(first: Expression, second: Expression, share: float) -> Expression:
    """What lies `share` (0..1) of the way between two expressions; the arms change in the middle."""
    values = {
        name: (before := getattr(first, name)) + (getattr(second, name) - before) * share for name in _NUMBERS
    }
    return Expression(**values, arms=first.arms if share < 0.5 else second.arms)


def mix_face(first: Expression, second: Expression, face: float, posture: float) -> Expression:
    """Like `mix`, with one share for the face and another for the posture (each 0..1)."""
    values = {}
    for name in _NUMBERS:
        share = posture if name in POSTURE else face
        before = getattr(first, name)
        values[name] = before + (getattr(second, name) - before) * share
    return Expression(**values, arms=second.arms)


def amplify(expression: Expression, by: float = 1.35) -> Expression:
    """The same face said louder, for small pictures; lids move around their resting place."""
    values = {name: getattr(expression, name) * by for name in _LOUD}
    values["lid"] = 1 + (expression.lid - 1) * by
    return limited(with_values(expression, values))


def quantise(expression: Expression) -> Expression:
    """Every parameter rounded to the nearest twelfth (the tilt to the nearest half degree)."""
    values = {
        name: round(getattr(expression, name) * (2 if name == "tilt" else STEPS))
        / (2 if name == "tilt" else STEPS)
        for name in _NUMBERS
    }
    return with_values(expression, values)


def overlaid(expression: Expression, micro: Mapping[str, float], weight: float) -> Expression:
    """The expression with a passing one over it, `weight` (0..1) strong."""
    if weight <= 0:
        return expression
    values = {}
    for name, value in micro.items():
        base = getattr(expression, name)
        values[name] = base + (value - base) * weight
    return with_values(expression, values)


FACES: Mapping[str, Expression] = MappingProxyType(
    {
        "neutral": Expression(),
        "guarded": Expression(
            brow=-0.1,
            pinch=0.25,
            skew=0.55,
            lid=0.82,
            gaze_x=0.25,
            smile=-0.15,
            press=0.35,
            tilt=-2,
            turn=0.25,
            drop=-0.3,
            shoulders=0.35,
            arms="crossed",
        ),
        "hurried": Expression(
            brow=0.1,
            pinch=0.3,
            lid=0.9,
            gaze_x=0.9,
            gaze_y=0.7,
            smile=-0.15,
            press=0.2,
            tilt=3,
            turn=0.5,
            shoulders=0.5,
            arms="phone",
        ),
        "curious": Expression(
            brow=0.55,
            skew=0.15,
            lid=1.12,
            gaze_x=0.4,
            gaze_y=0.1,
            smile=0.2,
            open=0.1,
            tilt=-4,
            turn=0.35,
            lean=0.5,
        ),
        "warm": Expression(
            brow=0.25,
            lid=0.86,
            squint=0.75,
            gaze_x=0.3,
            gaze_y=0.05,
            smile=0.78,
            open=0.34,
            flush=0.35,
            tilt=-4,
            turn=0.3,
            lean=0.8,
            arms="paper",
        ),
        "doubtful": Expression(
            brow=-0.1,
            pinch=0.35,
            skew=0.8,
            lid=0.8,
            squint=0.35,
            gaze_x=0.4,
            gaze_y=0.1,
            smile=-0.1,
            smirk=0.35,
            tilt=3,
            turn=0.2,
            arms="crossed",
        ),
        "irritated": Expression(
            brow=-0.7,
            pinch=0.95,
            lid=0.74,
            squint=0.3,
            gaze_x=0.3,
            smile=-0.5,
            press=0.6,
            flush=0.25,
            turn=0.2,
            drop=0.3,
            shoulders=0.6,
            arms="crossed",
        ),
        "worried": Expression(
            brow=0.3,
            worry=0.95,
            gaze_x=-0.4,
            gaze_y=0.35,
            smile=-0.35,
            press=0.15,
            tilt=2,
            shoulders=0.4,
        ),
        "let-down": Expression(
            brow=-0.05,
            worry=0.6,
            lid=0.62,
            gaze_x=-0.2,
            gaze_y=0.75,
            smile=-0.55,
            drop=0.5,
            shoulders=-0.5,
        ),
        "amused": Expression(
            brow=0.2,
            skew=0.45,
            lid=0.86,
            squint=0.55,
            gaze_x=0.3,
            smile=0.5,
            smirk=0.5,
            tilt=-3,
            turn=0.25,
        ),
        "relieved": Expression(
            brow=0.25,
            worry=0.3,
            lid=0.55,
            squint=0.3,
            gaze_y=0.2,
            smile=0.45,
            tilt=2,
            shoulders=-0.7,
        ),
        "decided": Expression(brow=-0.15, gaze_x=0.3, smile=0.3, turn=0.2, lean=0.3),
    }
)
"""The twelve calibrated faces, by the mood's name in the psychology file."""

MICRO: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "brow-lift": MappingProxyType({"brow": 1.0, "lid": 1.12}),
        "corners-drop": MappingProxyType({"smile": -0.75}),
        "brief-frown": MappingProxyType({"pinch": 0.95, "brow": -0.4}),
        "eyes-widen": MappingProxyType({"lid": 1.3, "brow": 0.35}),
        "nose-wrinkle": MappingProxyType({"nose": 1.0, "pinch": 0.25, "squint": 0.4, "smile": -0.1}),
    }
)
"""The five passing expressions (`tac-micro-expression`): what each sets over the face beneath."""
