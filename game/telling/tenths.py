"""Parts of a sum, rounded so that what is shown still adds up."""

from __future__ import annotations

from collections.abc import Sequence


def tenths(amounts: Sequence[int]) -> tuple[int, ...]:
    """Basis points as tenths of a percent whose sum is the sum of the amounts, rounded.

    Each part is rounded down or up; those that lose most by rounding down are rounded up.

    >>> tenths([-646, 34, 4]), sum(tenths([-646, 34, 4]))
    ((-64, 3, 0), -61)
    """
    low = [amount // 10 for amount in amounts]
    whole = sum(amounts)
    wanted = (abs(whole) + 5) // 10 * (1 if whole >= 0 else -1)
    order = sorted(range(len(amounts)), key=lambda at: (-(amounts[at] % 10), at))
    for at in order[: wanted - sum(low)]:
        low[at] += 1
    return tuple(low)


def said_tenths(amount: int) -> str:
    """Tenths of a percent with one decimal and a sign.

    >>> said_tenths(-64), said_tenths(2), said_tenths(0)
    ('−6.4', '+0.2', '0')
    """
    if amount == 0:
        return "0"
    return f"{'+' if amount > 0 else '−'}{abs(amount) // 10}.{abs(amount) % 10}"
