"""A turn in a few sentences."""

from __future__ import annotations

from game.engine.reaction import CauseName
from game.engine.traits import Trait
from game.language.locale import Locale
from game.telling.causes import Teller
from game.telling.depth import Depth
from game.telling.reaction import causes_of, told
from game.telling.trait_names import text
from tests.telling.samples import NAMES, cause, dose, reaction, scenario

PUSHED = reaction(
    (
        cause(CauseName.BASE, Trait.TRUST, 200),
        cause(CauseName.STAGE, Trait.TRUST, -500),
        cause(CauseName.GATE, Trait.PRESSURE, 900),
        cause(CauseName.TIME, Trait.VALENCE, -20),
    ),
    doses=(dose("ask-commitment", stage=200, gate=0), dose("humour")),
)


def told_in(locale: Locale, depth: Depth = Depth.COACH) -> tuple[str, ...]:
    return told(PUSHED, Teller(scenario(), NAMES, locale), depth)


def test_the_largest_change_comes_first_and_what_hardly_moved_is_left_out() -> None:
    assert told_in(Locale.EN) == (
        "Pressure grew sharply. Little trust yet, so “Ask for a commitment” became pressure.",
        "Trust fell clearly. Too early: “Ask for a commitment” while she's still sizing you up. "
        "On the other side: “Ask for a commitment”, “Joke”: good with anybody.",
    )


def test_the_same_turn_in_chinese() -> None:
    assert told_in(Locale.ZH) == (
        "压力大幅增加：信任没到，“请人拍板”变成了压力。",
        "信任明显下降：时机太早：还在认知，就“请人拍板”。另一头：“请人拍板”、“开玩笑”：对谁说都有用。",
    )


def test_everyday_words_have_no_moves_and_no_numbers() -> None:
    for locale in Locale:
        for sentence in told_in(locale, Depth.CUE):
            assert "“" not in sentence and not any(character.isdigit() for character in sentence)


def test_the_lab_has_the_numbers() -> None:
    assert told_in(Locale.EN, Depth.LAB)[0].startswith("Pressure grew sharply (+9.0). ")


def test_nothing_moved() -> None:
    still = reaction((cause(CauseName.TIME, Trait.TRUST, 3),))
    assert told(still, Teller(scenario(), NAMES)) == ("Nothing moved with this line.",)


def test_causes_come_by_size() -> None:
    assert [one.name for one in causes_of(PUSHED, Trait.TRUST)] == [CauseName.STAGE, CauseName.BASE]


BECAUSE = {
    "tactic humour warmth": text("She laughs at nothing before noon.", "中午以前，什么都逗不笑她。"),
    "tactic evidence ability": text("She checks every figure.", "每个数她都要核。"),
    "number patience.turn": text("The oven does not wait.", "烤炉不等人。"),
}


def test_a_move_that_the_scenario_bends_is_told_with_the_reason() -> None:
    *_, last = told(PUSHED, Teller(scenario(), NAMES, overrides=BECAUSE))
    assert last == "“Joke” counts differently here: She laughs at nothing before noon."
    *_, last = told(PUSHED, Teller(scenario(), NAMES, Locale.ZH, overrides=BECAUSE))
    assert last == "“开玩笑”在这里分量不同：中午以前，什么都逗不笑她。"


def test_the_lab_names_the_cell_and_everyday_words_keep_quiet() -> None:
    teller = Teller(scenario(), NAMES, overrides=BECAUSE)
    assert told(PUSHED, teller, Depth.LAB)[-1].endswith("noon. [tactic humour warmth]")
    assert told(PUSHED, teller, Depth.CUE) == told_in(Locale.EN, Depth.CUE)
