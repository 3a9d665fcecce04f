"""Facts of an account: what a firm's books say of a customer, and what they say of its worth.

They stand in the briefing and go into what is told of the weeks afterwards. No feeling depends on them: a
customer of the first tier is not easier to talk to (`tier-abc`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum, unique

from game.engine.traits import WHOLE

MOST_MONEY = 10**9
"""No sum of an account is larger."""


@unique
class Tier(Enum):
    """How much of a seller's time a customer is given (`tier-abc`)."""

    A = "A"
    B = "B"
    C = "C"


@unique
class Lifecycle(Enum):
    """Where a customer stands between first sight and goodbye (`flow-lifecycle-course`)."""

    PROSPECT = "prospect"
    NEW = "new"
    GROWING = "growing"
    MATURE = "mature"
    DORMANT = "dormant"
    LEAVING = "leaving"
    WON_BACK = "won-back"


@unique
class Currency(Enum):
    """The money of an account."""

    YUAN = "yuan"
    DOLLAR = "dollar"
    EURO = "euro"
    POUND = "pound"


@dataclass(frozen=True, slots=True)
class Account:
    """What the books say of a customer; sums in whole units of the currency."""

    tier: Tier = Tier.B
    lifecycle: Lifecycle = Lifecycle.PROSPECT
    orders: int = 0
    last_order: int | None = None  # days ago; None: never
    spent: int = 0  # in all, up to now
    yearly: int = 0  # spends in a year, or would after the yes that is asked for
    potential: int = 0  # could spend in a year at best
    ties: int = 0  # to other customers of the firm, basis points (`community-stickiness`)
    currency: Currency = Currency.YUAN


@unique
class Class(IntEnum):
    """One of three classes."""

    LOW = 1
    MIDDLE = 2
    HIGH = 3

    @property
    def word(self) -> str:
        """Its name for programs."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Classes:
    """Recency, frequency and money of an account (`metric-rfm`); money is its share of what it could be."""

    recency: Class
    frequency: Class
    money: Class


@dataclass(frozen=True, slots=True)
class Worth:
    """An account in three tenses and as a whole, in its currency (`value-ltv-three`, `metric-clv`)."""

    historic: int  # earned already
    current: int  # expected from the year to come
    potential: int  # expected on top of it, should the relationship grow
    lifetime: int  # all three, the current one for as many years as the model looks ahead
    currency: Currency


def classes(account: Account, number: Mapping[str, int]) -> Classes:
    """The three classes of an account, by the levels of the psychology file."""
    days = account.last_order
    share = account.yearly * 1_000 // account.potential if account.potential else 0
    return Classes(
        recency=Class.LOW
        if days is None
        else _class(-days, -number["account.lately"], -number["account.recent"]),
        frequency=_class(account.orders, number["account.sometimes"], number["account.often"]),
        money=_class(share, number["account.middling"], number["account.large"]),
    )


def _class(value: int, middle: int, high: int) -> Class:
    return Class.HIGH if value >= high else Class.MIDDLE if value >= middle else Class.LOW


def worth(account: Account, keeping: int, leaving: int, growing: int, number: Mapping[str, int]) -> Worth:
    """What an account is worth after a talk.

    The current value of a year is what is spent in it times the chance that it is; each further year counts
    by the chance that she has stayed. Simple on purpose: no interest, no costs of serving.

    Args:
        account: what the books say.
        keeping: the chance that the coming year's money comes, basis points.
        leaving: the chance of leaving within a year, basis points.
        growing: how much of what could be added is likely to come, basis points.
        number: the coefficients of the psychology file.
    """
    current = _part(account.yearly, keeping)
    potential = _part(max(account.potential - account.yearly, 0), growing)
    years, staying = 0, WHOLE
    for _ in range(number["account.years"]):
        years += staying
        staying = _part(staying, WHOLE - leaving)
    return Worth(
        historic=account.spent,
        current=current,
        potential=potential,
        lifetime=account.spent + _part(current, years) + potential,
        currency=account.currency,
    )


def _part(amount: int, share: int) -> int:
    """A share of an amount, rounded half up; whole numbers without bounds, for money is larger than int32."""
    return (amount * share + WHOLE // 2) // WHOLE
