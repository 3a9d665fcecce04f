"""Twelve textbook moments: what the field guide says should happen is what happens, for every type."""

from __future__ import annotations

import pytest

from tests.reactions import PAUSE, Expectation, Moment, judged, moments, rules_of

CASES = [
    pytest.param(moment, expectation, id=f"{moment.id}: {expectation.path} than {expectation.than}")
    for moment in moments()
    for expectation in moment.expectations
]


@pytest.mark.parametrize(("moment", "expectation"), CASES)
def test_it_goes_as_the_field_guide_says(moment: Moment, expectation: Expectation) -> None:
    wrong = judged(moment, expectation)

    assert not wrong, f"{expectation.because}:\n" + "\n".join(wrong)


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
