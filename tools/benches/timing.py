"""Taking times: many short ones in a row, or two against each other; and what memory that took."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Sequence
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes, in seconds."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def in_turn(works: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Times of several works taken in turn, A B A B: so that a drift of the machine hits all alike.

    Returns one list of `rounds` seconds for each work. Each is called once before, uncounted.
    """
    for work in works:
        work()
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for times, work in zip(taken, works, strict=True):
            times.append(seconds(work))
    return taken


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0..1) of the values lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """The median of the ratios, pair by pair."""
    return statistics.median(one / other for one, other in zip(above, below, strict=True))


def memory() -> float:
    """The most memory that this process has used, in megabytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # not on Windows
        return 0.0
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 if sys.platform != "darwin" else 1024**2)
