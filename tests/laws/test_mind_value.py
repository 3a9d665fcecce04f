"""Law 15: dearer than expected hurts about twice what cheaper pleases; a price as expected costs nothing."""

from __future__ import annotations

import numpy as np
from hypothesis import given as tried
from hypothesis import strategies as st

from game.engine.traits import WHOLE, Attribute, Ints, Trait
from game.engine.worth import value_of
from tests.laws.laboratory import FEW, after, crowd, crowds, given, laboratory, line, mind
from tools.shipped import psychology

MODEL = psychology()
EXPECTED = 5_000
RULES = laboratory([line(f"quote-{percent}", quotes=percent) for percent in (90, 100, 110)])


def unbounded(price: Ints | int, seed: int) -> Ints:
    """Perceived value at a price, before the ends of the scale, (play,)."""
    state = given(RULES, crowd(RULES, seed), {Trait.REFERENCE: EXPECTED, Trait.PRICE: price})
    return value_of(mind(state), state.profile[:, 0], MODEL)


@tried(crowds, st.integers(100, 4_000))
@FEW
def test_law_15_above_the_reference_hurts_about_twice_what_below_helps(seed: int, gap: int) -> None:
    """1.955 times (Brown et al. 2024), at every distance from what she expects."""
    at = unbounded(EXPECTED, seed)
    lost, won = at - unbounded(EXPECTED + gap, seed), unbounded(EXPECTED - gap, seed) - at

    assert (won > 0).all()
    ratio = lost / won
    assert (np.abs(ratio - 1.955) < 0.05).all()


@tried(crowds)
@FEW
def test_law_15_so_it_is_when_the_price_is_said(seed: int) -> None:
    """1.0 to 1.1 against 1.0 to .9 of the reference, through a line that names the price and nothing else."""
    state = crowd(RULES, seed)
    # In the middle of the scale, so that its ends take nothing away.
    even = {
        Trait.REFERENCE: EXPECTED, Trait.PRICE: 0, Trait.BENEFIT: 5_000, Trait.NEED: 5_000, Trait.COST: 0,
        Trait.RISK: 0, Trait.PERSONAL_RISK: 0, Trait.REACTANCE: 0,
    }  # fmt: skip
    state = given(RULES, state, even)
    cheap, fair, dear = (mind(after(RULES, state, f"quote-{at}"))[Trait.VALUE] for at in (90, 100, 110))
    ratio = (fair - dear) / (cheap - fair)

    assert (np.abs(ratio - 1.955) < 0.05).all()


@tried(crowds)
@FEW
def test_law_15_a_budgeted_price_costs_no_loss_aversion(seed: int) -> None:
    """At the reference the price is worth what it was worth unsaid; below it, gains are not doubled."""
    assert np.array_equal(unbounded(EXPECTED, seed), unbounded(0, seed))

    half, whole = unbounded(EXPECTED - 1_000, seed), unbounded(EXPECTED - 2_000, seed)
    at = unbounded(EXPECTED, seed)
    assert (np.abs((whole - at) - 2 * (half - at)) <= 2).all()
    assert (whole - at <= 2 * 2_000 * MODEL.number["value.gain"] // 1_000 + 2).all()


@tried(crowds)
@FEW
def test_law_15_a_price_as_expected_raises_no_price_resistance_and_a_dearer_one_does(seed: int) -> None:
    state = given(
        RULES,
        crowd(RULES, seed),
        {Trait.REFERENCE: EXPECTED, Trait.PRICE: 0, Trait.PRICE_RESISTANCE: 2_000, Trait.NEED: 3_000},
    )
    silent, fair, dear = (
        mind(after(RULES, state, name))[Trait.PRICE_RESISTANCE]
        for name in ("pause", "quote-100", "quote-110")
    )

    assert np.array_equal(silent, fair)
    assert (dear > fair).all()
    assert (dear < WHOLE).all()


@tried(crowds)
@FEW
def test_what_a_peer_pays_makes_the_same_price_unfair_to_who_minds(seed: int) -> None:
    """A peer's price is a figure to compare with: named low, the same quote hurts, the fair-minded most."""
    rules = laboratory([line("peer-pays", anchors=80), line("quote", quotes=110)])
    rows = {Trait.REFERENCE: EXPECTED, Trait.PRICE: 0, Trait.PRICE_RESISTANCE: 1_000, Trait.NEED: 5_000}
    state = given(rules, crowd(rules, seed), rows)

    def resisted(fairness: int, *said: str) -> Ints:
        plays = given(rules, state, {Attribute.FAIRNESS: fairness})
        felt: Ints = mind(after(rules, plays, *said))[Trait.PRICE_RESISTANCE]
        return felt

    unknown, known = ([resisted(fair, *said) for fair in (0, WHOLE)] for said in (
        ("pause", "quote"), ("peer-pays", "quote"),
    ))  # fmt: skip
    assert (known[0] > unknown[0]).all()
    assert (known[1] - known[0] > unknown[1] - unknown[0]).all()
