"""What a scenario bends in the customer model: within bounds, by name, and never across a sign lock (SC7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.content import schema
from game.content.cells import CHANNELS, EFFECT, GATE, Cell, decimal
from game.content.diagnostics import suggestion
from game.content.document import Document
from game.content.fingerprint import digest
from game.content.sign_locks import lock_of
from game.content.yaml_tree import Path
from game.engine.psychology import Psychology
from game.engine.rounding import MILLE
from game.language.locale import Locale
from game.language.text import LocalisedText

TIMES = (500, 2_000)
"""Multipliers of an effect or a number, per mille."""

THRESHOLD_TIMES = (850, 1_150)
"""Multipliers of a threshold, per mille."""

POINTS = 1_500
"""Basis points by which a gate may move."""

_LOWEST_GATE, _HIGHEST_GATE = 100, 10_000
_UNSAID = LocalisedText({Locale.EN: "no line does it", Locale.ZH: "没有台词用到它"})
_SAME = LocalisedText({Locale.EN: "the value stays the same", Locale.ZH: "数值没有变"})


def tell_overrides(document: Document, psychology: Psychology | None) -> None:
    """Notes overrides of what there is not, beyond their bounds, across a lock, twice or in vain."""
    if psychology is None or not document.sound("overrides", "cell", "times", "by"):
        return
    seen: set[Cell] = set()
    used = {
        use.tactic
        for beat in document.model.beats.values()
        for line in beat.lines.values()
        for use in line.does
    }
    for index, override in enumerate(document.model.overrides):
        path: Path = ("overrides", index)
        here = override.cell
        if not _known(document, (*path, "cell"), here, psychology):
            continue
        if here in seen:
            document.tell("SC728", (*path, "cell"), cell=str(here))
            continue
        seen.add(here)
        if _sound(document, path, override, psychology):
            same = bent_value(override, psychology) == here.value(psychology)
            unsaid = bool(here.tactic) and here.tactic not in used and document.sound("does")
            if same or unsaid:
                why = _SAME if same else _UNSAID
                document.tell_key("SC729", path, cell=str(here), why=why)


def _known(document: Document, path: Path, cell: Cell, psychology: Psychology) -> bool:
    """Whether there is such a cell (SC722)."""
    if not cell.tactic:
        kind, name, known = ("number", "系数"), cell.part, tuple(psychology.number)
    elif cell.tactic not in psychology.tactics.ids:
        kind, name, known = ("tactic", "招式"), cell.tactic, psychology.tactics.ids
    else:
        kind, name, known = ("channel", "方面"), cell.part, (*CHANNELS, GATE)
    if name in known:
        return True
    words = LocalisedText(dict(zip(Locale, kind, strict=True)))
    document.tell("SC722", path, name, kind=words, name=name, hint=suggestion(name, known))
    return False


def _sound(document: Document, path: Path, override: schema.Override, psychology: Psychology) -> bool:
    """Whether a known cell may be bent like that (SC723, SC725, SC726, SC727)."""
    here = override.cell
    value = here.value(psychology) or 0
    wanted, other = ("by", "times") if here.gate else ("times", "by")
    amount = override.by if here.gate else override.times
    if amount is None or getattr(override, other) is not None:
        where = (*path, other) if getattr(override, other) is not None else path
        document.tell_key("SC727", where, cell=str(here), wanted=wanted, other=other)
        return False
    lock = lock_of(here)
    if lock is not None and (value == 0 or not lock.holds(_product(value, amount))):
        document.tell("SC726", (*path, "cell"), cell=str(here), lock=lock.words)
        return False
    if value == 0:
        document.tell("SC725", (*path, "cell"), cell=str(here))
        return False
    low, high = _bounds(here, value, psychology)
    if not low <= amount <= high:
        said = _points if here.gate else decimal
        document.tell(
            "SC723", (*path, wanted), cell=str(here), amount=said(amount), low=said(low), high=said(high)
        )
        return False
    return True


def _bounds(cell: Cell, value: int, psychology: Psychology) -> tuple[int, int]:
    """How far a cell may be bent: the band of its kind, and no further than the coefficient itself may go."""
    if cell.gate:
        return max(-POINTS, _LOWEST_GATE - value), min(POINTS, _HIGHEST_GATE - value)
    low, high = THRESHOLD_TIMES if cell.threshold else TIMES
    least, most = (-EFFECT, EFFECT) if cell.tactic else psychology.limits.get(cell.part, (-(10**9), 10**9))
    near, far = (least, most) if value > 0 else (-most, -least)
    size = abs(value)
    return max(low, -(-near * MILLE // size)), min(high, far * MILLE // size)


def _points(amount: int) -> str:
    return f"{amount // 100:+d}"


def _product(value: int, per_mille: int) -> int:
    """Rounded to the nearest whole number, halves up, like everything in the engine."""
    return (value * per_mille + MILLE // 2) // MILLE


def bent_value(override: schema.Override, psychology: Psychology) -> int:
    """What stands in a cell under an override."""
    value = override.cell.value(psychology) or 0
    if override.cell.gate:
        return value + (override.by or 0)
    return _product(value, MILLE if override.times is None else override.times)


def bent(psychology: Psychology, overrides: Iterable[schema.Override]) -> Psychology:
    """The customer model of one scenario: a copy with its overrides in it and a fingerprint of its own.

    Args:
        psychology: The model that everybody shares; it is left as it is.
        overrides: Sound ones.

    Returns:
        The model itself when nothing changes.
    """
    changes = {
        override.cell: value
        for override in overrides
        if (value := bent_value(override, psychology)) != override.cell.value(psychology)
    }
    if not changes:
        return psychology
    table = psychology.tactics
    number, effects, gate = dict(psychology.number), table.effects.copy(), table.gate.copy()
    for cell, value in changes.items():
        if not cell.tactic:
            number[cell.part] = value
        elif cell.gate:
            gate[table.index(cell.tactic)] = value
        else:
            effects[CHANNELS[cell.part], table.index(cell.tactic)] = value
    named = sorted([str(cell), value] for cell, value in changes.items())
    return replace(
        psychology,
        tactics=replace(table, effects=effects, gate=gate),
        number=number,
        fingerprint=digest([psychology.fingerprint, named]),
    )
