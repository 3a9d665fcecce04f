"""Laws 8 and 9: types differ in what suits them, and underneath there are two axes that are treated alike."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given as tried
from hypothesis import strategies as st

from game.engine.coefficients import NUMBERS
from game.engine.psychology import Psychology
from game.engine.rules import Rules
from game.engine.scenario import Delivery, Dose
from game.engine.state import State
from game.engine.traits import EVIDENCE, WHOLE, Attribute, Ints, Trait
from tests.laws.laboratory import (
    FEW,
    TYPES,
    Bent,
    after,
    composed,
    crowd,
    crowds,
    everybody,
    given,
    laboratory,
    line,
    mind,
    typed,
)
from tools.shipped import psychology

MODEL = psychology()
SHORT = Delivery(pace=1, detail=-1, directness=1)
LONG = Delivery(pace=-1, warmth=1, detail=1, directness=-1)
COLD_DETAIL = Delivery(warmth=-1, detail=1)
WARM_BRIEF = Delivery(warmth=1, detail=-1)
LINES = [
    line("results", "state-benefit", delivery=SHORT, seconds=12),
    line("chat", "small-talk", delivery=LONG, seconds=60),
    line("figures", "evidence", delivery=Delivery(detail=1), claims="sound"),
    line("tale", "story", delivery=Delivery(warmth=1)),
    *(line(f"fast-{tactic}", tactic, delivery=Delivery(pace=1)) for tactic in MODEL.tactics.ids),
    *(line(f"slow-{tactic}", tactic, delivery=Delivery(pace=-1)) for tactic in MODEL.tactics.ids),
    *(line(f"cold-{tactic}", tactic, delivery=COLD_DETAIL) for tactic in MODEL.tactics.ids),
    *(line(f"warm-{tactic}", tactic, delivery=WARM_BRIEF) for tactic in MODEL.tactics.ids),
    *(line(tactic, tactic) for tactic in MODEL.tactics.ids),
    *(
        line(f"{name}-{tactic}", tactic, delivery=Delivery(directness=side))
        for tactic in ("state-benefit", "advise", "ask-small-step")
        for name, side in (("direct", 1), ("soft", -1))
    ),
    line("silence"),
    line("long", seconds=90),
    line("strong-push", "scarcity", "urgency", dose=Dose.STRONG, claims="shaky"),
    line("near", "praise", nearness=4),
    line("close", "ask-commitment", asks="order", delivery=SHORT, seconds=40),
    line("secret", "ask-problem", asks_about="secret"),
]
RULES = laboratory(LINES)
WELCOME = (Trait.FOLLOW_THROUGH, Trait.SATISFACTION, Trait.PATIENCE, Trait.TRUST)
"""What a line is worth: she is the more likely to do it, the happier, the more patient and trusting."""


def worth(state: State, letter: str, *said: str) -> Ints:
    """What lines are worth to a pure type in every context, (play,)."""
    plays = everybody(RULES, state, letter)
    worth: Ints = mind(after(RULES, plays, *said))[list(WELCOME)].sum(axis=0)
    return worth


def talking(seed: int) -> State:
    """A crowd in the middle of an ordinary talk."""
    chance = np.random.default_rng(seed)
    state = crowd(RULES, seed)
    middling = {
        trait: chance.integers(low, high, state.plays)
        for trait, low, high in (
            (Trait.TRUST, 4_000, 6_000), (Trait.NEED, 3_000, 6_000), (Trait.BENEFIT, 3_000, 6_000),
            (Trait.COST, 0, 2_000), (Trait.RISK, 1_000, 3_000), (Trait.PERSONAL_RISK, 0, 2_000),
            (Trait.PRESSURE, 500, 2_000), (Trait.PATIENCE, 4_000, 7_000), (Trait.VALENCE, -1_000, 3_000),
        )
    }  # fmt: skip
    rows = dict.fromkeys(
        (Trait.REACTANCE, Trait.ANGER, Trait.FEAR, Trait.DISTRESS, Trait.TRUTH_DEBT,
         Trait.YES_UNDER_PRESSURE, Trait.PRICE), 500,
    )  # fmt: skip
    # A peak in the past that no single line reaches, or the one line that does would decide everything.
    return given(RULES, composed(state), {**rows, **middling, Trait.PRICE: 0, Trait.PEAK: 6_000})


@tried(crowds)
@FEW
def test_law_08_d_prefers_the_short_results_line_to_long_small_talk(seed: int) -> None:
    """Better for D in itself, and more so than for S."""
    state = talking(seed)
    prefers = {letter: worth(state, letter, "results") - worth(state, letter, "chat") for letter in TYPES}

    assert (prefers["D"] > 0).all()
    assert (prefers["D"] > prefers["S"]).all()


@tried(crowds)
@FEW
def test_law_08_c_prefers_detailed_evidence_to_a_story(seed: int) -> None:
    state = talking(seed)
    prefers = {letter: worth(state, letter, "figures") - worth(state, letter, "tale") for letter in TYPES}

    assert (prefers["C"] > 0).all()
    assert (prefers["C"] > prefers["I"]).all()


@tried(crowds, st.sampled_from(["listen", "restate", "support-plan", "advise", "ask-open", "acknowledge"]))
@FEW
def test_law_08_s_loses_most_from_a_fast_pace(seed: int, tactic: str) -> None:
    state = talking(seed)
    loses = {t: worth(state, t, f"slow-{tactic}") - worth(state, t, f"fast-{tactic}") for t in TYPES}

    assert (loses["S"] > 0).all()
    for other in "DI":
        assert (loses["S"] > loses[other]).all(), other
    # C is slow as well: S loses more of what the line itself does, whatever its fit.
    assert loses["S"].sum() > loses["C"].sum()


@tried(crowds, st.sampled_from(["story", "praise", "uniqueness", "state-benefit", "advise", "listen"]))
@FEW
def test_law_08_i_loses_most_from_cold_detail(seed: int, tactic: str) -> None:
    state = talking(seed)
    loses = {t: worth(state, t, f"warm-{tactic}") - worth(state, t, f"cold-{tactic}") for t in TYPES}

    assert (loses["I"] > 0).all()
    for other in "SC":
        assert (loses["I"] > loses[other]).all(), other
    assert loses["I"].sum() > loses["D"].sum()


AXES = [name[: -len("agency")] for name in NUMBERS if name.endswith("agency")]
"""Coefficients that come in pairs, one for each axis."""


def reflected(model: Psychology) -> Psychology:
    """A world in which agency counts the other way round."""
    numbers = {f"{stem}agency": -model.number[f"{stem}agency"] for stem in AXES}
    masks = model.masks * np.array([1, -1, 1], np.int32)
    return Bent(numbers=numbers, tables={"agency": -model.tactics.agency}, masks=masks).of(model)


def exchanged(model: Psychology) -> Psychology:
    """A world in which agency and communion have changed places."""
    numbers = {f"{stem}agency": model.number[f"{stem}communion"] for stem in AXES}
    numbers |= {f"{stem}communion": model.number[f"{stem}agency"] for stem in AXES}
    tables = {"agency": model.tactics.communion, "communion": model.tactics.agency}
    return Bent(numbers=numbers, tables=tables, masks=model.masks[:, [0, 2, 1]]).of(model)


def turned_reflected(state: State) -> State:
    """The same customers in the reflected world."""
    return given(RULES, state, {Attribute.AGENCY: -state.profile[Attribute.AGENCY, 0]})


def turned_exchanged(state: State) -> State:
    """The same customers in the exchanged world."""
    agency, communion = state.profile[Attribute.AGENCY, 0], state.profile[Attribute.COMMUNION, 0]
    return given(RULES, state, {Attribute.AGENCY: communion, Attribute.COMMUNION: agency})


MIRRORS: dict[str, tuple[Rules, Callable[[State], State]]] = {
    "reflected": (laboratory(LINES, reflected(MODEL)), turned_reflected),
    "exchanged": (laboratory(LINES, exchanged(MODEL)), turned_exchanged),
}
PER_TURN = 12
"""Basis points by which a turn may differ: 1 for each rounding on the way of an axis into a trait."""


@pytest.mark.parametrize("mirror", MIRRORS)
@tried(crowds, st.lists(st.sampled_from([each.id for each in LINES]), min_size=1, max_size=4))
@FEW
def test_law_09_a_mirrored_world_has_the_same_outcomes(mirror: str, seed: int, said: list[str]) -> None:
    """Reflecting or exchanging an axis together with its coefficients; plays at a threshold may part."""
    rules, turned = MIRRORS[mirror]
    state = crowd(RULES, seed)
    one, other = after(RULES, state, *said), after(rules, turned(state), *said)
    gap = np.abs(one.mind[:, 0] - other.mind[:, 0]).max(axis=0)

    assert (gap <= PER_TURN * len(said)).mean() >= 0.99
    assert np.median(gap) <= 2
    if mirror == "exchanged":  # nothing is negated, so nothing is rounded the other way
        assert np.array_equal(one.mind, other.mind)


def linear(state: State, tactic: str, disc: tuple[int, ...]) -> Ints:
    """What a tactic in a neutral delivery adds to the counters of a mixture, (counter, play)."""
    plays = given(RULES, state, {})
    typed(plays, np.array(disc, np.int32)[:, None] * np.ones(plays.plays, np.int32))
    rows = sorted(EVIDENCE)
    change: Ints = mind(after(RULES, plays, tactic))[rows] - mind(plays)[rows]
    return change


@st.composite
def mixtures(draw: st.DrawFn) -> tuple[int, ...]:
    """A DISC mixture in per mille."""
    cuts = sorted(draw(st.lists(st.integers(0, 1_000), min_size=3, max_size=3)))
    return cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 1_000 - cuts[2]


@tried(crowds, st.sampled_from(MODEL.tactics.ids), mixtures())
@FEW
def test_law_09_a_mixture_lies_between_its_pure_types(seed: int, tactic: str, disc: tuple[int, ...]) -> None:
    """On the linear channels: what is counted for and against."""
    state = given(RULES, composed(crowd(RULES, seed)), {Trait.TRUST: 6_000})
    pure = np.stack([linear(state, tactic, each) for each in TYPES.values()])
    mixed = linear(state, tactic, disc)

    assert (mixed >= pure.min(axis=0) - 2).all()
    assert (mixed <= pure.max(axis=0) + 2).all()


@tried(crowds, mixtures(), st.sampled_from([each.id for each in LINES]))
@FEW
def test_law_09_a_small_change_of_mixture_makes_a_small_change(
    seed: int, disc: tuple[int, ...], said: str
) -> None:
    """One percent of the mixture moved from one letter to another, one line: no trait moves by more than one
    percent, but for what has a threshold (a rung, an answer, a lie seen through; whether the strongest moment
    was a good or a bad one, where both were as strong).
    """
    most = disc.index(max(disc))
    other = list(disc)
    other[most] -= 10
    other[(most + 1) % 4] += 10
    state = crowd(RULES, seed)
    ends = []
    for each in (disc, tuple(other)):
        plays = given(RULES, state, {})
        typed(plays, np.array(each, np.int32)[:, None] * np.ones(plays.plays, np.int32))
        ends.append(after(RULES, plays, said))
    one, two = ends
    crossed = (one.mind[Trait.RUNG] != two.mind[Trait.RUNG])[0]
    crossed |= (np.sign(one.mind[Trait.PEAK]) != np.sign(two.mind[Trait.PEAK]))[0]
    for field in ("agreed", "detected", "told"):
        crossed |= (getattr(one, field) != getattr(two, field)).any(axis=0)
    gap = np.abs(one.mind[:, 0] - two.mind[:, 0])[[t for t in Trait if t is not Trait.RUNG]]

    assert (gap.max(axis=0) <= WHOLE // 100)[~crossed].all()
    assert crossed.mean() < 0.05


def test_law_09_fit_is_never_a_hidden_main_effect() -> None:
    """The mean over the four corners is 1 for every tactic: no type is an easier customer by fit alone."""
    agency, communion = MODEL.tactics.agency, MODEL.tactics.communion
    corners = np.stack([1_000 + a * agency + c * communion for a in (-1, 1) for c in (-1, 1)])

    assert (corners.sum(axis=0) == 4_000).all()
    assert (corners >= MODEL.number["fit.least"]).all()
    assert (corners <= MODEL.number["fit.most"]).all(), [
        MODEL.tactics.ids[at] for at in np.flatnonzero((corners > MODEL.number["fit.most"]).any(axis=0))
    ]
