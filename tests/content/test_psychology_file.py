"""The psychology file: tables for the engine, notes for people, every fault at once."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from game.content.loading import psychology
from game.content.psychology_file import (
    MOST_SIGNS,
    read_psychology,
    read_psychology_text,
    shipped_psychology,
)
from game.content.psychology_notes import Mark
from game.content.source import Source
from game.engine.coefficients import CURVES, NUMBERS
from game.engine.psychology import Channel, Role
from game.engine.traits import Resistance, Stage, Trait
from game.language.locale import Locale
from tests.content.readings import model, told

TEXT = shipped_psychology().read_text(encoding="utf-8")


def test_the_shipped_file_is_in_order() -> None:
    assert told(psychology().diagnostics) == []


def test_the_tables_have_their_shapes_and_are_int32() -> None:
    shipped = model()
    table, count = shipped.tactics, len(shipped.tactics.ids)
    assert table.effects.shape == (len(Channel), count)
    assert table.stage.shape == (len(Stage), count)
    assert table.solves.shape == (len(Resistance), count)
    for column in (table.agency, table.communion, table.locked, table.gate, table.route, table.roles):
        assert column.shape == (count,)
        assert column.dtype == np.int32
    signs = len(shipped.signs)
    assert signs <= MOST_SIGNS
    assert shipped.sign_weights.shape == (signs, len(Trait))
    assert shipped.sign_steps.shape == shipped.masks.shape == (signs, 3)
    assert shipped.sign_constants.shape == (signs,)
    for array in (
        table.effects,
        table.stage,
        table.solves,
        shipped.sign_weights,
        shipped.sign_steps,
        shipped.masks,
    ):
        assert array.dtype == np.int32


def test_every_coefficient_the_engine_reads_is_there() -> None:
    assert set(NUMBERS) == set(model().number)
    assert set(CURVES) == set(model().curves)
    for points in model().curves.values():
        assert [x for x, _ in points] == sorted({x for x, _ in points})


def test_what_is_marked_as_evidence_names_a_study_and_everything_names_items() -> None:
    notes = psychology().notes
    tables = (notes.numbers, notes.curves, notes.tactics, notes.moods, notes.kinds, notes.signs)
    entries = [note for table in tables for note in table.values()]
    year_or_pair = re.compile(r"\b(19|20)\d\d\b|[A-Z][a-z]+ & [A-Z][a-z]+")

    assert [note.id for note in entries if not note.practises] == []
    assert [
        note.id for note in entries if note.mark is Mark.EVIDENCE and not year_or_pair.search(note.source)
    ] == []


def test_a_file_of_ones_own_cannot_widen_a_range(tmp_path: Path) -> None:
    """At 0 a customer without a history would have no beliefs at all."""
    written = "trust.prior: {value: 6000, range: 2000..15000,"
    assert written in TEXT
    for value, low, codes in (("0", "0", ["SC705"]), ("3000", "2500", [])):
        file = tmp_path / f"{value}.yaml"
        text = TEXT.replace(written, f"trust.prior: {{value: {value}, range: {low}..15000,")
        file.write_text(text, encoding="utf-8")

        assert [fault.code for fault in read_psychology(file).diagnostics] == codes


def test_moods_are_guarded_except_for_the_last() -> None:
    *guarded, last = model().moods.values()
    assert all(guarded)
    assert last == ()


def test_percent_become_basis_points() -> None:
    shipped = model()
    assert set(shipped.sign_steps.flatten() % 100) == {0}
    ask = shipped.tactics.index("ask-commitment")
    assert shipped.tactics.gate[ask] % 100 == 0
    assert shipped.tactics.roles[ask] & Role.ASK


def test_every_entry_keeps_its_note() -> None:
    notes = psychology().notes
    assert set(notes.tactics) == set(model().tactics.ids)
    assert set(notes.signs) == set(model().signs)
    assert set(notes.moods) == set(model().moods)
    parts = (notes.numbers, notes.curves, notes.tactics, notes.kinds, notes.moods, notes.signs)
    for note in (note for part in parts for note in part.values()):
        assert note.mark in Mark
        assert note.source
    for number in notes.numbers.values():
        assert number.low is not None
        assert number.high is not None
        assert number.low <= model().number[number.id] <= number.high
    for entry in (*notes.tactics.values(), *notes.moods.values()):
        assert all(entry.words.words[locale] for locale in Locale)
    assert "introduce" in notes.practising("tac-first-impression")


def reading(text: str) -> object:
    """The fingerprint of a changed file."""
    found = read_psychology_text(Source("psychology.yaml", text))
    assert found.psychology is not None, [one.rendered() for one in found.diagnostics]
    return found.psychology.fingerprint


def test_the_fingerprint_is_of_the_values_alone() -> None:
    assert reading(TEXT) == reading(TEXT.replace("zh: 自我介绍", "zh: 介绍自己"))
    assert reading(TEXT) == reading(TEXT.replace("set by play-testing", "set by hand"))
    assert reading(TEXT) != reading(TEXT.replace("start.need: {value: 1500", "start.need: {value: 1501"))


def test_everything_wrong_is_told_at_once() -> None:
    text = TEXT.replace("start.need: {value: 1500", "start.need: {value: lots", 1)
    text = text.replace("start.risk:", "start.risks:", 1).replace("route: neutral", "route: netural", 1)
    codes = [code for code, _, _ in told(read_psychology_text(Source("x.yaml", text)).diagnostics)]
    assert sorted(codes) == ["SC704", "SC706", "SC707", "SC708"]
