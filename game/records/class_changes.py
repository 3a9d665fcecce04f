"""What has changed in a class, small enough to be told to other servers: kinds and ids, never contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

KINDS = {"s": "seats", "r": "rounds", "t": "talks", "a": "attempts", "b": "begun"}
"""One letter for each kind, and the attribute of `Changes` that holds its ids, in their order there."""

WHOLE, BETWEEN = "*", "/"
LARGEST = 7_500
"""Bytes of one piece of news; PostgreSQL takes no 8,000."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows that are otherwise than before. The row of the class itself is always read again.

    Attributes:
        whole: anything may be otherwise.
        seats, rounds, talks, attempts: ids; of talks the rounds that they belong to, with the votes in them.
        begun: a round and a seat, with `BETWEEN` between them, that was given the luck of another attempt.
    """

    whole: bool = False
    seats: frozenset[str] = frozenset()
    rounds: frozenset[str] = frozenset()
    talks: frozenset[str] = frozenset()
    attempts: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        """Both."""
        return Changes(
            self.whole or other.whole,
            self.seats | other.seats,
            self.rounds | other.rounds,
            self.talks | other.talks,
            self.attempts | other.attempts,
            self.begun | other.begun,
        )

    def beginnings(self) -> list[tuple[str, str]]:
        """Rounds and seats of `begun`."""
        pairs = (one.partition(BETWEEN) for one in sorted(self.begun))
        return [(one, seat) for one, _, seat in pairs]

    def written(self) -> Iterator[str]:
        """The changes as texts of at most `LARGEST` bytes, for `read`; one at least.

        >>> list(Changes(seats=frozenset({"p1"}), attempts=frozenset({"a1"})).written())
        ['sp1,aa1']
        """
        if self.whole:
            yield WHOLE
            return
        words = [letter + one for letter, name in KINDS.items() for one in sorted(getattr(self, name))]
        some: list[str] = []
        size = 0
        for word in words:
            if some and size + len(word.encode()) + 1 > LARGEST:
                yield ",".join(some)
                some, size = [], 0
            some.append(word)
            size += len(word.encode()) + 1
        yield ",".join(some)

    @classmethod
    def read(cls, text: str) -> Changes:
        """What `written` wrote; whatever it did not write means that anything may have changed.

        >>> Changes.read("sp1,aa1").attempts
        frozenset({'a1'})
        """
        words = [word for word in text.split(",") if word]
        if any(word[0] not in KINDS for word in words):
            return cls(whole=True)
        found = {letter: frozenset(word[1:] for word in words if word[0] == letter) for letter in KINDS}
        return cls(False, *(found[letter] for letter in KINDS))


def of_seats(ids: Iterable[str]) -> Changes:
    """Some seats."""
    return Changes(seats=frozenset(ids))


def of_rounds(*ids: str) -> Changes:
    """Some rounds."""
    return Changes(rounds=frozenset(ids))


def of_talk(one: str) -> Changes:
    """The conversation of a vote, and the votes."""
    return Changes(talks=frozenset({one}))


def of_attempts(ids: Iterable[str]) -> Changes:
    """Some attempts."""
    return Changes(attempts=frozenset(ids))


def of_beginning(one: str, seat: str) -> Changes:
    """Luck that a seat was handed in a round."""
    return Changes(begun=frozenset({f"{one}{BETWEEN}{seat}"}))


NONE = Changes()
"""Nothing but the row of the class."""

ALL = Changes(whole=True)
"""Anything."""
