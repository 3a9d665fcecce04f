"""Twelve textbook moments: what the field guide says should happen is what happens, for every type."""

from __future__ import annotations

import pytest

from game.engine.traits import Trait
from tests.reactions import PAUSE, SIGNS, Expectation, Moment, judged, moments, rules_of

CASES = [
    pytest.param(moment, expectation, id=f"{moment.id}: {expectation.path} than {expectation.than}")
    for moment in moments()
    for expectation in moment.expectations
]


@pytest.mark.parametrize(("moment", "expectation"), CASES)
def test_it_goes_as_the_field_guide_says(moment: Moment, expectation: Expectation) -> None:
    wrong = judged(moment, expectation)

    assert not wrong, f"{expectation.because}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("moment", moments(), ids=lambda moment: moment.id)
def test_every_variable_has_a_way_or_a_reason_to_have_none(moment: Moment) -> None:
    table = moment.every

    assert sorted(table.words) == sorted(trait.word for trait in Trait)
    assert all(table.free.values())
    ways = {SIGNS[sign]: sign for sign in SIGNS}
    for revision in table.revised:
        assert revision.because
        for word in revision.words:
            now = ways[table.expectation.ways[word]] if word in table.expectation.ways else "free"
            assert now != revision.first, f"{word} is as it was first written"
    for odd in table.odds:
        assert odd.because
        assert odd.first != ways[odd.found]


@pytest.mark.parametrize("moment", moments(), ids=lambda moment: moment.id)
def test_every_variable_goes_its_way(moment: Moment) -> None:
    table, told = moment.every, moment.every.expectation

    wrong = judged(moment, told)
    wrong += [
        f"at odds with the textbook no longer, move it: {found}"
        for odd in table.odds
        for found in judged(moment, Expectation(told.path, told.than, odd.because, {odd.word: odd.found}))
    ]

    assert not wrong, f"{told.path} than {told.than}:\n" + "\n".join(wrong)


def test_there_are_twelve_moments_named_after_the_field_guide() -> None:
    assert len(moments()) == 12
    for moment in moments():
        assert moment.id in moment.guide


@pytest.mark.parametrize("moment", moments(), ids=lambda moment: moment.id)
def test_every_line_and_path_is_used(moment: Moment) -> None:
    said = {line for _, lines in moment.paths.values() for line in lines}
    compared = {name for each in moment.expectations for name in (each.path, each.than)}

    assert {line.id for line in rules_of(moment).lines.lines} == said | {PAUSE}
    assert set(moment.paths) == compared
    assert {context for context, _ in moment.paths.values()} == set(moment.contexts)
