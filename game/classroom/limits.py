"""How often something may be tried: failures are limited, not people (thirty may share one address)."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

Clock = Callable[[], float]

WINDOW = 60.0
"""Seconds over which wrong codes are counted."""

MOST_BY_KNOWN = 10
"""Wrong codes within the window after which only addresses without one are heard: with fifty attackers at
once no more than sixty guesses a minute are looked at (T1)."""

MOST_ADDRESSES = 5_000
"""Addresses remembered; the one not seen for longest is forgotten first."""


@dataclass(slots=True)
class Bucket:
    """So many at once, refilled evenly; `take` says how many seconds to wait, 0 for none."""

    most: float
    per_second: float
    clock: Clock = monotonic
    _left: float = field(init=False)
    _at: float = field(init=False)

    def __post_init__(self) -> None:
        self._left, self._at = self.most, self.clock()

    def take(self) -> float:
        """Take one, or say how long until there is one."""
        now = self.clock()
        self._left = min(self.most, self._left + (now - self._at) * self.per_second)
        self._at = now
        if self._left >= 1:
            self._left -= 1
            return 0.0
        return (1 - self._left) / self.per_second


class Buckets:
    """A bucket for everybody who comes along, in bounded memory."""

    def __init__(self, most: float, per_second: float, clock: Clock = monotonic) -> None:
        """Args as for `Bucket`."""
        self._most, self._per_second, self._clock = most, per_second, clock
        self._known: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, who: str) -> float:
        """As `Bucket.take`, for one of them."""
        bucket = self._known.setdefault(who, Bucket(self._most, self._per_second, self._clock))
        self._known.move_to_end(who)
        while len(self._known) > MOST_ADDRESSES:
            self._known.popitem(last=False)
        return bucket.take()


class Guesses:
    """Wrong codes, by address and altogether.

    Who has not yet been wrong is always heard, so that a flood of guesses keeps nobody out who knows the
    code; who has been is heard while few wrong codes come in. A right one costs nothing and speaks for its
    address, which may be that of a whole class.
    """

    def __init__(self, clock: Clock = monotonic) -> None:
        """Nothing has been guessed yet."""
        self._clock = clock
        self._wrong: deque[tuple[float, str]] = deque()
        self._by: OrderedDict[str, int] = OrderedDict()
        self._trusted: OrderedDict[str, int] = OrderedDict()

    def wait(self, address: str) -> float:
        """Seconds until this address may try a code; 0 when it may now."""
        now = self._clock()
        while self._wrong and self._wrong[0][0] <= now - WINDOW:
            _, whose = self._wrong.popleft()
            self._by[whose] -= 1
            if not self._by[whose]:
                del self._by[whose]
        mine = self._by.get(address, 0)
        if not mine or mine < self._trusted.get(address, 0) or len(self._wrong) < MOST_BY_KNOWN:
            return 0.0
        return max(self._wrong[len(self._wrong) - MOST_BY_KNOWN][0] + WINDOW - now, 0.1)

    def failed(self, address: str) -> None:
        """A wrong code came from there."""
        self._wrong.append((self._clock(), address))
        self._by[address] = self._by.get(address, 0) + 1

    def succeeded(self, address: str) -> None:
        """A right code came from there."""
        self._trusted[address] = self._trusted.get(address, 0) + 1
        self._trusted.move_to_end(address)
        while len(self._trusted) > MOST_ADDRESSES:
            self._trusted.popitem(last=False)

    def lifted(self) -> None:
        """The trainer forgives everybody."""
        self._wrong.clear()
        self._by.clear()
