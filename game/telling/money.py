"""Sums of money as people say them."""

from __future__ import annotations

from game.engine.accounts import Currency
from game.language.locale import Locale

_SIGNS = {Currency.YUAN: "¥", Currency.DOLLAR: "$", Currency.EURO: "€", Currency.POUND: "£"}
_CHINESE = {Currency.YUAN: "元", Currency.DOLLAR: "美元", Currency.EURO: "欧元", Currency.POUND: "英镑"}
_FIGURES = 3


def about(amount: int) -> int:
    """An estimate rounded to three figures, so that it claims no more than it knows.

    >>> about(59_128), about(912), about(1_160_499)
    (59100, 912, 1160000)
    """
    unit = int(10 ** max(len(str(abs(amount))) - _FIGURES, 0))
    return (amount + unit // 2) // unit * unit


def money(amount: int, currency: Currency, locale: Locale) -> str:
    """A sum in one language; Chinese counts in ten thousands from there on.

    >>> money(36_000, Currency.YUAN, Locale.EN), money(36_000, Currency.YUAN, Locale.ZH)
    ('¥36,000', '3.6 万元')
    >>> money(9_900, Currency.EURO, Locale.ZH), money(10_000, Currency.YUAN, Locale.ZH)
    ('9900 欧元', '1 万元')
    """
    if locale is Locale.EN:
        return f"{_SIGNS[currency]}{amount:,}"
    word = _CHINESE[currency]
    if amount < 10_000:
        return f"{amount} {word}"
    whole, rest = divmod((amount + 50) // 100, 100)
    return f"{whole}{f'.{rest:02d}'.rstrip('0') if rest else ''} 万{word}"
