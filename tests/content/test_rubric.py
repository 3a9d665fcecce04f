"""The rubric: what is written stays, what is left out is filled to 1000 points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.rubric import FULL, GRADED, default_rubric, scaled, scoring
from game.content.schema import Criterion, Grade, Rubric
from game.engine.terms import Term, Told
from game.engine.traits import Stage
from tests.content.readings import read, small

WHEN = [Term(Told("blamed"))]


def rubric(criteria: dict[str, int] | None, grades: dict[str, int] | None, honesty: int | None) -> Rubric:
    """A rubric as a file writes it; None is left out."""
    return Rubric.model_construct(
        criteria=None
        if criteria is None
        else {
            name: Criterion.model_construct(points=points, when=WHEN, en="x", zh="x")
            for name, points in criteria.items()
        },
        grades=None
        if grades is None
        else {name: Grade.model_construct(points=points) for name, points in grades.items()},
        honesty=-1 if honesty is None else honesty,
    )


def total(written: Rubric) -> int:
    """The points of a filled rubric."""
    filled = scoring(written).rubric
    return (
        sum(criterion.points for criterion in filled.criteria)
        + sum(grade.points for grade in filled.grades)
        + filled.honesty
    )


def test_the_default_sums_to_a_thousand_and_grades_enough() -> None:
    usual = default_rubric()
    assert total(Rubric.model_construct()) == FULL
    filled = scoring(Rubric.model_construct()).rubric
    assert sum(grade.points for grade in filled.grades) >= GRADED
    assert {criterion.stage for criterion in filled.criteria} == set(Stage)
    assert len(usual.criteria or {}) == len(filled.criteria)


@given(
    st.none() | st.dictionaries(st.sampled_from(["a", "b", "calm-start"]), st.integers(0, 200), max_size=3),
    st.none() | st.dictionaries(st.sampled_from(["trust", "patience"]), st.integers(0, 150), max_size=2),
    st.none() | st.integers(0, 100),
)
def test_any_rubric_is_filled_to_a_thousand(
    criteria: dict[str, int] | None, grades: dict[str, int] | None, honesty: int | None
) -> None:
    written = rubric(criteria, grades, honesty)
    filled = scoring(written).rubric
    if grades and criteria and {"calm-start"} >= set(criteria):
        return
    assert total(written) == FULL
    points = {criterion.id: criterion.points for criterion in filled.criteria}
    assert all(points.get(name, 0) == worth for name, worth in (criteria or {}).items())
    if honesty is not None:
        assert filled.honesty == honesty


def test_what_is_written_replaces_its_part_of_the_default() -> None:
    filled = scoring(rubric({"mine": 540}, None, None)).rubric
    assert [criterion.id for criterion in filled.criteria] == ["mine"]
    assert (sum(grade.points for grade in filled.grades), filled.honesty) == (360, 100)
    filled = scoring(rubric({"mine": 80}, None, None)).rubric
    assert [criterion.id for criterion in filled.criteria][:2] == ["mine", "calm-start"]
    assert (sum(grade.points for grade in filled.grades), filled.honesty) == (360, 100)
    filled = scoring(rubric({"mine": 770}, None, None)).rubric
    assert (sum(grade.points for grade in filled.grades), filled.honesty) == (180, 50)


def test_a_grade_without_bounds_takes_the_usual_ones() -> None:
    grades = scoring(rubric({"mine": 500}, {"trust": 300, "need": 100}, 100)).rubric.grades
    assert [(grade.id, grade.low, grade.high) for grade in grades] == [
        ("trust", 2_000, 7_000),
        ("need", 0, 10_000),
    ]


@given(st.lists(st.integers(0, 500), max_size=8), st.integers(0, 2_000))
def test_scaling_is_exact_and_keeps_the_order(points: list[int], whole: int) -> None:
    parts = scaled(points, whole)
    assert sum(parts) == (whole if sum(points) else 0)
    for one, other in zip(points, parts, strict=True):
        assert one > 0 or other == 0
        assert abs(other - one * whole / max(1, sum(points))) <= 1


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{criteria: {a: {points: 1000, when: [told x], en: A.}}, honesty: 100}", ["SC221"]),
        ("{grades: {trust: 900}, honesty: 101}", ["SC221"]),
        ("{grades: {trust: 900}, honesty: 100}", []),
        ("{grades: {trust: 900, trsut: 50}}", ["SC420"]),
        ("{honesty: 1001}", ["SC207"]),
        ("{pass: 700}", []),
    ],
)
def test_points_must_sum_to_a_thousand(text: str, codes: list[str]) -> None:
    reading = small(
        ("beats:\n", f"secrets:\n  x: {{en: A secret.}}\nrubric: {text}\nbeats:\n"),
        ("does: [ask-permission]", "does: [ask-permission], asks-about: x"),
    )
    assert codes == [found.code for found in reading.diagnostics]


def test_the_words_of_the_default_come_along() -> None:
    reading = small()
    assert reading.scenario is not None
    assert reading.wording is not None
    assert set(reading.wording.criteria) == {criterion.id for criterion in reading.scenario.rubric.criteria}
    assert read("").scenario is None
