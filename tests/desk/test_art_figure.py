"""Everybody can be drawn, each as somebody of her own."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import game.desk.art
from game.content import looks as words
from game.content.looks import Looks
from game.desk.art.behind import behind_svg
from game.desk.art.build import body_bend, build, head_bend, variation
from game.desk.art.expression import ARMS, FACES, Expression
from game.desk.art.figure import BOXES, arms_svg, body_svg, head_svg, thumbnail_svg
from game.desk.art.svg import bent, mirrored, number
from game.desk.art.worn import belongings

ON_SCREEN = {"backdrop.py", "counter.py", "layer.py", "portrait.py", "raster.py"}
"""The only modules of the art that may know pygame."""
ANYBODY = st.builds(
    Looks,
    age=st.sampled_from(words.AGES),
    build=st.sampled_from(words.BUILDS),
    skin=st.sampled_from(words.SKINS),
    hair=st.sampled_from(words.HAIRS),
    hair_colour=st.sampled_from(words.HAIR_COLOURS),
    clothes=st.sampled_from(words.CLOTHES),
    clothes_colour=st.sampled_from(words.CLOTHES_COLOURS),
    glasses=st.sampled_from(words.GLASSES),
    thing=st.sampled_from(words.THINGS),
    feminine=st.booleans(),
)
LIN_YUE = Looks(hair="bob", clothes="suit", thing="hair-clip")


def check(svg: str) -> None:
    """A picture that can be parsed, with every filling it names and no broken number."""
    tree = ElementTree.fromstring(svg)
    names = {element.get("id") for element in tree.iter() if element.get("id")}
    for element in tree.iter():
        for value in element.attrib.values():
            assert "nan" not in value
            assert "None" not in value
            assert "inf" not in value.replace("infinity", "inf") or value.isalpha()
            if value.startswith("url(#"):
                assert value[5:-1] in names, f"{value} is not defined"


@settings(max_examples=40)
@given(ANYBODY, st.sampled_from(list(FACES)), st.sampled_from(ARMS))
def test_anybody_can_be_drawn(looks: Looks, mood: str, arms: str) -> None:
    for svg in (head_svg(looks, FACES[mood]), body_svg(looks), arms_svg(looks, arms), behind_svg(looks)):
        check(svg)


@pytest.mark.parametrize("hair", words.HAIRS)
@pytest.mark.parametrize("feminine", [True, False])
def test_every_hairstyle_is_different(hair: str, feminine: bool) -> None:
    own = head_svg(Looks(hair=hair, feminine=feminine), FACES["neutral"])

    check(own)
    for other in words.HAIRS:
        if other != hair:
            assert head_svg(Looks(hair=other, feminine=feminine), FACES["neutral"]) != own


@pytest.mark.parametrize("clothes", words.CLOTHES)
@pytest.mark.parametrize("feminine", [True, False])
def test_every_garment_has_a_body_and_arms(clothes: str, feminine: bool) -> None:
    looks = Looks(clothes=clothes, feminine=feminine)

    check(body_svg(looks))
    assert len({arms_svg(looks, pose) for pose in ARMS}) == len(ARMS)


@pytest.mark.parametrize("thing", words.THINGS)
def test_every_thing_is_drawn_somewhere(thing: str) -> None:
    plain = Looks(clothes="shirt")
    owner = replace(plain, thing=thing)
    on_the_counter = {"none", "paper-birds", "thermos"}

    # measures differ a little from person to person, so compare what is painted, not where
    def tags(looks: Looks) -> int:
        return sum(
            len(list(ElementTree.fromstring(svg).iter()))
            for svg in (head_svg(looks, FACES["neutral"]), body_svg(looks), arms_svg(looks, "open"))
        )

    assert (tags(owner) > tags(plain)) == (thing not in on_the_counter)


def test_words_that_nobody_knows_are_drawn_as_something() -> None:
    stranger = Looks(
        age="ageless", build="tall", skin="green", hair="mohawk", hair_colour="blue", clothes="toga",
        clothes_colour="gold", glasses="monocle", thing="trumpet", accent="puce",
    )  # fmt: skip

    for svg in (head_svg(stranger, FACES["warm"]), body_svg(stranger), arms_svg(stranger, "juggling")):
        check(svg)


def test_lin_yue_wears_what_the_story_says() -> None:
    assert set(belongings(LIN_YUE)) >= {"hair-clip", "lanyard"}
    assert belongings(Looks(thing="pencil", also="lanyard")) == ("pencil", "lanyard")


def test_features_are_somebodys_own_and_stay() -> None:
    other = replace(LIN_YUE, hair="bun")

    assert variation(LIN_YUE, "nose") == variation(replace(LIN_YUE), "nose")
    assert build(LIN_YUE) != build(other)
    assert -1 <= variation(LIN_YUE, "nose") <= 1


def test_masculine_and_feminine_years_and_builds_differ() -> None:
    broad, slight = build(replace(LIN_YUE, build="broad")), build(replace(LIN_YUE, build="slight"))
    masculine = build(replace(LIN_YUE, feminine=False))

    assert broad.shoulder > slight.shoulder
    assert masculine.neck > build(LIN_YUE).neck
    assert build(replace(LIN_YUE, age="senior")).lines > build(replace(LIN_YUE, age="young")).lines


@pytest.mark.parametrize(
    "parameter", ["brow", "pinch", "lid", "smile", "open", "press", "gaze_x", "tilt", "turn", "drop"]
)
def test_every_parameter_of_the_face_shows(parameter: str) -> None:
    moved = replace(Expression(), **{parameter: 0.6})  # type: ignore[arg-type]

    assert head_svg(LIN_YUE, moved) != head_svg(LIN_YUE, Expression())


@given(st.floats(0, 1.3), st.floats(0, 1), st.floats(-1, 1), st.floats(-1, 1))
@settings(max_examples=25)
def test_eyes_are_whole_however_they_look(lid: float, squint: float, gaze_x: float, gaze_y: float) -> None:
    check(head_svg(LIN_YUE, Expression(lid=lid, squint=squint, gaze_x=gaze_x, gaze_y=gaze_y)))


def test_a_thumbnail_shows_the_face_alone() -> None:
    box = ElementTree.fromstring(thumbnail_svg(LIN_YUE, FACES["warm"], 0.8)).get("viewBox", "").split()

    assert float(box[2]) / float(box[3]) == pytest.approx(0.8)
    assert float(box[3]) < BOXES["head"][3]


def test_bending_keeps_the_middle_and_widens_the_rest() -> None:
    broad = build(Looks(build="broad", feminine=False))
    body, head = body_bend(broad), head_bend(broad)

    assert body(280, 400) == (280, 400)
    assert body(484, 600)[0] == pytest.approx(280 + broad.shoulder)
    assert head(366, 200)[0] == pytest.approx(280 + broad.temple)
    assert mirrored("M200 10 L260 20Z", 280) == "M 360 10 L 300 20 Z"
    assert bent("M1 2 C3 4 5 6 7 8Z", lambda x, y: (x + 1, y)) == "M 2 2 C 4 4 6 6 8 8 Z"
    assert number(-0.001) == "0"


def test_only_a_few_modules_know_the_screen() -> None:
    folder = Path(game.desk.art.__file__).parent
    knowing = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.split(".")[0] == "pygame" for name in names):
                knowing.add(path.name)

    assert knowing == ON_SCREEN
