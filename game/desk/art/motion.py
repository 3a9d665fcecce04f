"""The timing of a portrait: easing, blinking, breathing, passing expressions and nods, as pure functions.

All times are milliseconds of the portrait's own life; nothing here reads a clock or rolls a die.
"""

from __future__ import annotations

from math import pi, sin

FACE = 220.0
"""How long a face takes to settle."""
POSTURE = 300.0
"""How long a posture takes to change."""
REDUCED = 120.0
"""How long anything takes where motion is reduced."""
MICRO_IN, MICRO_OUT = 80.0, 120.0
MICRO_HOLD = (160.0, 300.0)
"""The least and the most time that a passing expression is held."""
BLINK = 120.0
BREATH = 4000.0
"""One breath: a quarter of a hertz."""
NOD = 760.0
SHAKE = 900.0
_MASK = (1 << 64) - 1


def chance(seed: int, index: int) -> float:
    """A number 0..1 that belongs to (seed, index): luck without a stream."""
    value = (seed * 0x9E3779B97F4A7C15 + index * 0xD1B54A32D192ED03 + 0x632BE59BD9B4E019) & _MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return ((value ^ (value >> 31)) >> 11) / (1 << 53)


def eased(share: float) -> float:
    """Ease out: quick at first, gentle at the end, no bounce; 0..1 to 0..1."""
    share = min(1.0, max(0.0, share))
    return 1 - (1 - share) ** 3


def breath(time: float) -> float:
    """How full the chest is, 0..1."""
    return 0.5 - 0.5 * sin(2 * pi * (time / BREATH) + pi / 2)


def next_blink(time: float, seed: int, index: int) -> float:
    """When blink number `index` begins, 3 to 6 seconds after `time`."""
    return time + 3000 + 3000 * chance(seed, index)


def blink(since: float) -> float:
    """What is left of the lids' opening (0 shut .. 1) so long after a blink began."""
    if since < 0 or since >= BLINK:
        return 1.0
    if since < 45:
        return 1 - since / 45
    return 0.0 if since < 75 else (since - 75) / 45


def micro_hold(seed: int, index: int) -> float:
    """How long passing expression number `index` is held."""
    low, high = MICRO_HOLD
    return low + (high - low) * chance(seed ^ 0x5EED, index)


def micro_weight(since: float, hold: float) -> float:
    """How strongly a passing expression shows so long after it began."""
    if since < 0:
        return 0.0
    if since < MICRO_IN:
        return eased(since / MICRO_IN)
    if since < MICRO_IN + hold:
        return 1.0
    return max(0.0, 1 - (since - MICRO_IN - hold) / MICRO_OUT)


def nod(since: float) -> float:
    """How far the chin is down, 0..1, in two nods."""
    return abs(sin(2 * pi * since / NOD)) * (1 - 0.35 * since / NOD) if 0 <= since < NOD else 0.0


def shake(since: float) -> float:
    """How far the head is turned, -1..1, in a shaking of the head."""
    return sin(4 * pi * since / SHAKE) * (1 - since / SHAKE) if 0 <= since < SHAKE else 0.0
