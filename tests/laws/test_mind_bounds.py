"""Laws 1 and 2: nothing leaves its bounds or depends on how plays are batched; causes sum to changes."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
from hypothesis import given as tried
from hypothesis import strategies as st

from game.engine.causation import LEVELS
from game.engine.scenario import Dose
from game.engine.state import BRIEF, State, together
from game.engine.traits import DERIVED, EVIDENCE, Ints, Resistance, Trait
from game.engine.turn import Change
from tests.laws.laboratory import FEW, after, crowd, crowds, laboratory, line, mind
from tests.laws.playing import same
from tools.shipped import psychology

LOW = np.array([[[trait.low]] for trait in Trait])
HIGH = np.array([[[trait.high]] for trait in Trait])
RULES = laboratory(
    [
        *(line(tactic, tactic, dose=Dose.STRONG) for tactic in psychology().tactics.ids),
        line("lie", "evidence", claims="untrue", stretched=True),
        line("fact", "scarcity", "urgency", claims="sound"),
        line("ask", "ask-commitment", asks="order"),
        line("secret", "ask-problem", asks_about="secret"),
        line("give-word", promises="word"),
        line("keep-it", keeps="word"),
        line("dear", "price", quotes=130),
        line("yardstick", "anchor", anchors=180),
        line("close", "praise", nearness=5),
        *(line(f"answer-{kind.word}", "trial", "confirm-solved", about=kind) for kind in Resistance),
    ],
    cast=True,
)
PICKS = st.lists(st.integers(0, len(RULES.lines.lines) - 1), min_size=40, max_size=40)


def each(state: State, chance: np.random.Generator) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    """A line per play, any of them."""
    return chance.integers(0, len(RULES.lines.lines), state.plays).astype(np.int32)


def moved(state: State, lines: np.ndarray[tuple[int], np.dtype[np.int32]]) -> State:
    """Plays after a line each; nothing ends."""
    found = RULES.advance(state, lines).state
    return replace(found, beat=state.beat, back=state.back, close=state.close, ending=state.ending)


@tried(crowds)
@FEW
def test_law_01_everything_is_bounded_after_any_forty_turns(seed: int) -> None:
    chance = np.random.default_rng(seed)
    state = crowd(RULES, seed, 100)
    for _ in range(40):
        state = moved(state, each(state, chance))

        assert ((state.mind >= LOW) & (state.mind <= HIGH)).all()
        assert ((state.composure >= 0) & (state.composure <= 10_000)).all()


@tried(crowds)
@FEW
def test_law_01_a_line_that_does_nothing_changes_no_belief(seed: int) -> None:
    state = crowd(RULES, seed)
    then = after(RULES, state, "pause")

    for trait in (*sorted(EVIDENCE), Trait.ABILITY, Trait.BENEVOLENCE, Trait.INTEGRITY, Trait.TRUST):
        assert np.array_equal(mind(then)[trait], mind(state)[trait]), trait.word


@tried(crowds, st.integers(1, 199))
@FEW
def test_law_01_size_order_and_splitting_of_a_batch_change_nothing(seed: int, cut: int) -> None:
    chance = np.random.default_rng(seed)
    state = crowd(RULES, seed, 200)
    lines, order = each(state, chance), chance.permutation(200)
    whole = moved(state, lines)

    parts = [moved(state.only(part), lines[part]) for part in (slice(0, cut), slice(cut, 200))]
    assert same(together(parts), whole) == []
    assert same(moved(state.only(order), lines[order]), whole.only(order)) == []
    for play in range(0, 200, 40):
        alone = moved(state.only(slice(play, play + 1)), lines[play : play + 1])
        assert same(alone, whole.only(slice(play, play + 1))) == []


@tried(crowds)
@FEW
def test_law_01_wider_integers_give_the_same(seed: int) -> None:
    chance = np.random.default_rng(seed)
    narrow = crowd(RULES, seed, 200)
    wide = narrow.cast(np.int64)
    for _ in range(6):
        lines = each(narrow, chance)
        narrow, wide = moved(narrow, lines), moved(wide, lines.astype(np.int64))

        assert same(narrow, wide) == []
        kinds = {f.name: getattr(narrow, f.name).dtype for f in fields(State)}
        assert kinds.pop("said") == np.dtype(BRIEF)  # turns of lines: compared, never added
        assert set(kinds.values()) == {np.dtype(np.int32)}


@tried(crowds)
@FEW
def test_law_01_the_same_seed_gives_the_same_bytes(seed: int) -> None:
    one, other = (
        moved(crowd(RULES, seed), each(crowd(RULES, seed), np.random.default_rng(seed))) for _ in "ab"
    )

    assert [getattr(one, f.name).tobytes() for f in fields(State)] == [
        getattr(other, f.name).tobytes() for f in fields(State)
    ]


@tried(crowds)
@FEW
def test_law_02_causes_sum_to_changes(seed: int) -> None:
    """For every trait of everybody who hears a line, bit for bit, whether causes are asked for or not."""
    state = crowd(RULES, seed)
    lines = each(state, np.random.default_rng(seed))
    plain, told = RULES.advance(state, lines), RULES.advance(state, lines, causes=True)

    assert same(plain.state, told.state) == []
    heard: list[tuple[Ints, Change]] = [(state.mind[:, 0], told.impression)]
    heard += [(other.before, other.change) for other in told.others]
    for before, impression in heard:
        assert impression.levels.shape[:2] == (len(LEVELS), len(Trait))
        steps = np.diff(np.concatenate([before[None], impression.levels]), axis=0)
        assert np.array_equal(before + steps.sum(axis=0) + impression.limits, impression.mind)
        for trait in DERIVED:
            assert not impression.limits[trait].any(), trait.word
        inside = (impression.levels[-1] >= LOW[:, 0]) & (impression.levels[-1] <= HIGH[:, 0])
        assert not impression.limits[inside].any()
