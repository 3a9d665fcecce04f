"""Luck as a hash of (seed, channel, place), never a stream: one more use of luck shifts no other.

Luck picks the hidden customer and otherwise only cosmetics; no score depends on anything else of it.
"""

from __future__ import annotations

MOST_SEED = 2**32 - 1
_MASK = 2**64 - 1


def _mixed(value: int) -> int:
    """The finaliser of splitmix64 (Steele, Lea & Flood 2014), on 64 bits."""
    value = (value + 0x9E3779B97F4A7C15) & _MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)


def drawn(seed: int, channel: str, *places: int) -> int:
    """A whole number 0..2**64-1 for one seed, one named use and its place (turn, position)."""
    value = _mixed(seed)
    for byte in channel.encode():
        value = _mixed(value ^ byte)
    for place in places:
        value = _mixed(value ^ (place & _MASK))
    return value


def one_of(count: int, seed: int, channel: str, *places: int) -> int:
    """An index 0..count-1."""
    return drawn(seed, channel, *places) % count


def shuffled(count: int, seed: int, channel: str, *places: int) -> tuple[int, ...]:
    """An order of the indices 0..count-1."""
    return tuple(sorted(range(count), key=lambda index: drawn(seed, channel, *places, index)))
