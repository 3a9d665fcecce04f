"""The palette keeps the contrast that the guide promises, by light and by night."""

from __future__ import annotations

import pytest

from game.desk.art.palette import BORDER, LIGHT, NIGHT, PAIRS, PALETTES, TEXT, blend, contrast

PROMISED = [
    ("light", "ink", 13.0, 14.7),
    ("light", "ink_soft", 5.6, 6.3),
    ("light", "vermilion", 5.8, 6.5),
    ("light", "jade", 5.5, 6.2),
    ("light", "sky", 6.2, 7.0),
    ("light", "amber", 5.1, 5.8),
    ("light", "plum", 7.1, 8.0),
    ("light", "edge", 3.3, 3.7),
    ("night", "ink", 15.5, 13.3),
    ("night", "ink_soft", 8.7, 7.4),
    ("night", "vermilion", 6.9, 5.9),
    ("night", "jade", 8.9, 7.7),
    ("night", "sky", 9.0, 7.8),
    ("night", "amber", 9.8, 8.4),
    ("night", "plum", 8.3, 7.2),
    ("night", "edge", 4.1, 3.5),
]
JUDGED = {
    "light": {"best": 6.2, "good": 7.0, "inaccuracy": 5.8, "mistake": 5.3, "blunder": 8.7},
    "night": {"best": 7.7, "good": 7.8, "inaccuracy": 8.4, "mistake": 7.1, "blunder": 6.1},
}


def close(measured: float, promised: float) -> bool:
    return abs(measured - promised) <= 0.06


@pytest.mark.parametrize(("name", "colour", "on_paper", "on_card"), PROMISED)
def test_contrast_is_as_promised(name: str, colour: str, on_paper: float, on_card: float) -> None:
    palette = PALETTES[name]

    assert close(contrast(palette.colour(colour), palette.paper), on_paper)
    assert close(contrast(palette.colour(colour), palette.card), on_card)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("judgement", JUDGED["light"])
def test_judgements_stand_out_on_the_card(name: str, judgement: str) -> None:
    palette = PALETTES[name]

    assert close(contrast(palette.colour(judgement), palette.card), JUDGED[name][judgement])


def test_what_stands_on_the_dark_wall_and_in_the_header() -> None:
    assert close(contrast(LIGHT.ink, LIGHT.resting), 12.1)
    assert contrast(LIGHT.edge, LIGHT.resting) >= BORDER
    assert close(contrast(LIGHT.resting, LIGHT.wall), 10.4)
    assert close(contrast(LIGHT.header_text, LIGHT.header), 17.2)
    assert close(contrast(LIGHT.header_dim, LIGHT.header), 8.5)
    assert close(contrast(LIGHT.header_mark, LIGHT.header), 6.8)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_every_pair_can_be_read(name: str, front: str, ground: str, least: float) -> None:
    palette = PALETTES[name]

    assert contrast(palette.colour(front), palette.colour(ground)) >= least
    assert least in {TEXT, BORDER}


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#3A464C", "#3A464C") == 1


def test_blending_goes_from_the_first_to_the_second() -> None:
    assert blend("#102030", "#FFFFFF", 0) == "#102030"
    assert blend("#102030", "#FFFFFF", 1) == "#FFFFFF"
    assert blend("#000000", "#FFFFFF", 0.5) in {"#7F7F7F", "#808080"}


def test_an_unknown_colour_is_an_error() -> None:
    with pytest.raises(KeyError):
        NIGHT.colour("mauve")
    with pytest.raises(KeyError):
        NIGHT.colour("judgements")
