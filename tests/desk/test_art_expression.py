"""Faces as numbers, and how what the engine shows becomes one."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desk.art.cue_reading import SIGNS, micro, reading
from game.desk.art.expression import (
    ARMS,
    FACES,
    MICRO,
    STEPS,
    Expression,
    amplify,
    limited,
    mix,
    mix_face,
    overlaid,
    quantise,
    with_values,
)
from game.engine.psychology import Psychology

NUMBERS = [field.name for field in fields(Expression) if field.name != "arms"]
ANY_FACE = st.builds(
    Expression,
    **{name: st.floats(-1, 1) for name in NUMBERS if name != "tilt"},
    tilt=st.floats(-6, 6),
    arms=st.sampled_from(ARMS),
)


def test_twelve_faces_and_five_passing_ones() -> None:
    assert len(FACES) == 12
    assert len(MICRO) == 5
    assert len(set(FACES.values())) == 12
    assert {face.arms for face in FACES.values()} <= set(ARMS)
    for values in MICRO.values():
        assert set(values) <= set(NUMBERS)


def test_every_mood_and_sign_of_the_shipped_psychology_is_drawn(shipped_psychology: Psychology) -> None:
    assert set(shipped_psychology.moods) == set(FACES)
    assert set(shipped_psychology.signs) <= set(SIGNS)


@pytest.mark.parametrize("name", FACES)
def test_the_calibrated_faces_keep_their_ranges(name: str) -> None:
    assert limited(FACES[name]) == FACES[name]


@given(ANY_FACE, ANY_FACE)
def test_a_mixture_begins_with_the_first_and_ends_with_the_second(
    first: Expression, second: Expression
) -> None:
    assert mix(first, second, 0) == first
    end = mix(first, second, 1)
    assert all(getattr(end, name) == pytest.approx(getattr(second, name)) for name in NUMBERS)
    assert end.arms == second.arms
    assert mix(first, second, 0.49).arms == first.arms
    assert mix(first, second, 0.5).arms == second.arms


@given(ANY_FACE)
def test_quantising_is_near_and_settles_at_once(face: Expression) -> None:
    near = quantise(face)

    assert quantise(near) == near
    for name in NUMBERS:
        assert (
            abs(getattr(near, name) - getattr(face, name)) <= (0.25 if name == "tilt" else 0.5 / STEPS) + 1e-9
        )


@given(ANY_FACE)
def test_louder_stays_within_the_ranges(face: Expression) -> None:
    loud = amplify(face)

    assert limited(loud) == loud
    assert (loud.gaze_x, loud.gaze_y) == (limited(face).gaze_x, limited(face).gaze_y)


def test_a_resting_face_is_silent_however_loud() -> None:
    assert amplify(Expression()) == Expression()


def test_posture_and_face_move_apart() -> None:
    first, second = FACES["neutral"], FACES["irritated"]

    half = mix_face(first, second, face=1, posture=0)

    assert half.pinch == second.pinch
    assert half.shoulders == first.shoulders


def test_a_passing_expression_covers_and_uncovers() -> None:
    face = FACES["warm"]

    assert overlaid(face, MICRO["corners-drop"], 0) == face
    assert overlaid(face, MICRO["corners-drop"], 1).smile == -0.75
    assert overlaid(face, MICRO["corners-drop"], 1).squint == face.squint


def test_a_parameter_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        with_values(Expression(), {"ears": 1.0})


def test_signs_change_the_face_by_their_strength() -> None:
    weak = reading("neutral", (("frowns", 1),)).expression
    strong = reading("neutral", (("frowns", 3),)).expression

    assert 0 < weak.pinch < strong.pinch
    assert reading("neutral", (("frowns", 0),)).expression == reading("neutral").expression


def test_unknown_names_change_nothing() -> None:
    known = reading("curious", (("leans-in", 2),))

    assert reading("curious", (("leans-in", 2), ("hums-a-tune", 3))) == known
    assert reading("bewildered").expression == replace(FACES["neutral"], arms="open")
    assert micro("ear-twitch") is None
    assert micro(None) is None


def test_similar_names_of_passing_expressions_are_understood() -> None:
    assert micro("mouth-corner-drop") == MICRO["corners-drop"]
    assert micro("widened-eyes") == MICRO["eyes-widen"]
    assert micro("brief-frown") == MICRO["brief-frown"]


def test_the_strongest_sign_has_the_arms() -> None:
    both = (("arms-crossed", 1), ("eyes-on-page", 3))

    assert reading("neutral", both).expression.arms == "paper"
    assert reading("neutral", tuple(reversed(both))).expression.arms == "paper"
    assert reading("neutral", (("arms-crossed", 2), ("phone-out", 2))).expression.arms == "crossed"


def test_some_moods_leave_the_arms_as_they_were() -> None:
    assert reading("amused", arms="crossed").expression.arms == "crossed"
    assert reading("guarded", arms="cup").expression.arms == "crossed"


def test_the_telephone_goes_down_and_comes_back() -> None:
    assert reading("neutral", (("phone-down", 1),)).phone_down is True
    assert reading("neutral", (("phone-out", 1),)).phone_down is False
    assert reading("neutral").phone_down is None
