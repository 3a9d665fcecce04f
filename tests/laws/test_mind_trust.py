"""Laws 4, 10, 11 and 12: what is held against whom, what a lie costs, what an apology and a recovery mend."""

from __future__ import annotations

import numpy as np
from hypothesis import given as tried
from hypothesis import strategies as st

from game.engine.aftermath import Aftermath, aftermath
from game.engine.psychology import Channel
from game.engine.rules import Rules
from game.engine.state import State
from game.engine.traits import WHOLE, Attribute, Ints, Trait
from tests.laws.laboratory import (
    FEW,
    Bent,
    after,
    composed,
    crowd,
    crowds,
    expected,
    given,
    laboratory,
    line,
    mind,
)
from tools.shipped import psychology

MODEL = psychology()
AMOUNT = 600
"""Evidence of one telling act, basis points at a normal dose."""

KINDS = {
    Channel.ABILITY: (Trait.ABILITY, Trait.ABILITY_AGAINST),
    Channel.BENEVOLENCE: (Trait.BENEVOLENCE, Trait.BENEVOLENCE_AGAINST),
    Channel.INTEGRITY: (Trait.INTEGRITY, Trait.INTEGRITY_AGAINST),
}


def act(channel: Channel, amount: int) -> Rules:
    """A laboratory in which `prepare` is one piece of evidence, the same for everybody."""
    column = MODEL.tactics.index("prepare")
    effects = MODEL.tactics.effects.copy()
    effects[:, column] = 0
    effects[channel, column] = amount
    bent = Bent(tables={"effects": effects}).of(MODEL)
    return laboratory([line("act", "prepare"), line("sorry", "apologise")], bent)


GAINS = {channel: act(channel, AMOUNT) for channel in KINDS}
LOSSES = {channel: act(channel, -AMOUNT) for channel in KINDS}


def moved(rules: Rules, state: State, trait: Trait) -> Ints:
    """How far the act moves a belief."""
    change: Ints = mind(after(rules, state, "act"))[trait] - mind(state)[trait]
    return change


def calm(rules: Rules, seed: int) -> State:
    """A crowd that is not in the grip of anything, with a seller who is himself: an act is what it is."""
    rows = dict.fromkeys((Trait.REACTANCE, Trait.ANGER, Trait.FEAR, Trait.DISTRESS, Trait.SCAR), 0)
    state = crowd(rules, seed)
    return given(rules, composed(state), rows)


def break_even(state: State, channel: Channel) -> Ints:
    """The belief at which an act and its opposite move it as far; a little above 1 / (1 + weight of a loss),
    since the counters themselves grow by what is done.
    """
    _, against = KINDS[channel]
    weight = MODEL.number[f"evidence.loss-{channel.name.lower()}"] / 1_000
    counted = mind(state)[against] + mind(state)[against - 1] + MODEL.number["trust.prior"]
    after_loss, after_gain = counted + weight * AMOUNT, weight * (counted + AMOUNT)
    even: Ints = (WHOLE * after_loss / (after_gain + after_loss)).astype(np.int32)
    return even


@tried(crowds)
@FEW
def test_law_04_an_integrity_loss_outweighs_an_equal_gain(seed: int) -> None:
    """Once the belief is above the break-even of its weight: about 1 / (1 + 3.0), for benevolence 1 / 3.5."""
    for channel in (Channel.INTEGRITY, Channel.BENEVOLENCE):
        belief, _ = KINDS[channel]
        state = calm(GAINS[channel], seed)
        above = mind(state)[belief] > break_even(state, channel) + 10
        gain, loss = moved(GAINS[channel], state, belief), -moved(LOSSES[channel], state, belief)

        assert (loss > gain)[above].all(), channel
        assert above.mean() > 0.5


@tried(crowds)
@FEW
def test_law_04_an_ability_gain_is_worth_at_least_an_equal_loss(seed: int) -> None:
    """As evidence always; as belief up to its own break-even, which lies above the middle."""
    state = calm(GAINS[Channel.ABILITY], seed)
    gained, lost = (after(rules[Channel.ABILITY], state, "act") for rules in (GAINS, LOSSES))
    room = mind(state)[Trait.ABILITY_FOR] < 15_000
    for_it = mind(gained)[Trait.ABILITY_FOR] - mind(state)[Trait.ABILITY_FOR]
    against = mind(lost)[Trait.ABILITY_AGAINST] - mind(state)[Trait.ABILITY_AGAINST]
    assert (for_it >= against)[room].all()

    even = break_even(state, Channel.ABILITY)
    below = (mind(state)[Trait.ABILITY] <= even) & room
    gain, loss = (abs(moved(rules[Channel.ABILITY], state, Trait.ABILITY)) for rules in (GAINS, LOSSES))
    assert (even > WHOLE // 2).all()
    assert (gain >= loss - 1)[below].all()


@tried(crowds, st.lists(st.sampled_from(["admit", "grant", "punctual", "own", "sorry", "keep"]), max_size=12))
@FEW
def test_law_10_after_a_detected_lie_integrity_does_not_return(seed: int, then: list[str]) -> None:
    """Whatever honest things are said and promises kept: not to where it stood before the lie."""
    state = given(HONEST, crowd(HONEST, seed), {Attribute.PERSUASION_KNOWLEDGE: WHOLE, Trait.TRUTH_DEBT: 0})
    promised = after(HONEST, state, "give-word")
    caught = after(HONEST, promised, "lie")
    assert (caught.detected[2] > 0).all()
    fell = mind(caught)[Trait.INTEGRITY] < mind(promised)[Trait.INTEGRITY]
    assert fell[mind(promised)[Trait.INTEGRITY] > 200].all()

    later = caught
    for name in then:
        later = after(HONEST, later, name)
        assert (mind(later)[Trait.INTEGRITY] <= mind(promised)[Trait.INTEGRITY]).all(), name
        assert (mind(later)[Trait.TRUST] <= WHOLE - mind(later)[Trait.SCAR]).all()


@tried(crowds, st.sampled_from(["evidence", "scarcity", "compare", "state-benefit", "social-proof"]))
@FEW
def test_law_10_an_undetected_lie_is_never_better_than_the_honest_line(seed: int, tactic: str) -> None:
    """In expected follow-through, now and after more talk, at equal craft; neither is a stretched truth."""
    state = given(HONEST, crowd(HONEST, seed), {Attribute.PERSUASION_KNOWLEDGE: 0, Attribute.ANALYTIC: 0})
    for then in ((), ("pause",), ("close",), ("benefit", "close")):
        honest = after(HONEST, state, f"sound-{tactic}", *then)
        for kind in ("untrue", "shaky", "stretched"):
            lied = after(HONEST, state, f"{kind}-{tactic}", *then)
            unseen = (lied.detected == 0).all(axis=0)
            gained = (expected(lied) - expected(honest))[unseen]
            assert (gained > 0).mean() < 0.01, (kind, then)
            assert gained.mean() <= 0, (kind, then)
            # What the answer rests on, also where nobody has been asked, is compared where it is the same.
            same_answer = (honest.agreed == lied.agreed).all(axis=0)
            undetected = unseen & same_answer
            follow = mind(lied)[Trait.FOLLOW_THROUGH] <= mind(honest)[Trait.FOLLOW_THROUGH]

            assert follow[undetected].all(), (kind, then)
            assert undetected.mean() > 0.3
            assert (mind(lied)[Trait.TRUTH_DEBT] >= mind(honest)[Trait.TRUTH_DEBT]).all()


HONEST = laboratory(
    [
        *(line(f"sound-{t}", t, claims="sound") for t in MODEL.tactics.ids),
        *(line(f"shaky-{t}", t, claims="shaky") for t in MODEL.tactics.ids),
        *(line(f"untrue-{t}", t, claims="untrue") for t in MODEL.tactics.ids),
        *(line(f"stretched-{t}", t, claims="sound", stretched=True) for t in MODEL.tactics.ids),
        line("lie", "evidence", claims="untrue"),
        line("give-word", promises="word"),
        line("keep", "keep-word", keeps="word"),
        line("admit", "admit-limit"),
        line("grant", "grant-rival"),
        line("punctual", "be-punctual"),
        line("own", "take-blame"),
        line("sorry", "apologise"),
        line("benefit", "state-benefit"),
        line("close", "ask-commitment", asks="order"),
    ]
)


@tried(crowds)
@FEW
def test_law_11_an_apology_mends_ability_more_than_integrity_and_a_second_one_nothing(seed: int) -> None:
    """The share of the fall that comes back, after an equal failure of each kind."""
    shares: dict[Channel, np.ndarray[tuple[int], np.dtype[np.float64]]] = {}
    for channel, (belief, against) in KINDS.items():
        rules = LOSSES[channel]
        state = given(rules, calm(rules, seed), {against: 0})
        failed = after(rules, state, "act")
        sorry = after(rules, failed, "sorry")
        fall = mind(state)[belief] - mind(failed)[belief]
        felt = fall > 100
        shares[channel] = ((mind(sorry)[belief] - mind(failed)[belief])[felt] / fall[felt]).astype(np.float64)
        assert felt.mean() > 0.5

        again = after(rules, sorry, "act")
        twice = after(rules, again, "sorry")
        assert np.array_equal(mind(twice)[belief], mind(again)[belief]), channel
        assert np.array_equal(mind(twice)[against], mind(again)[against]), channel

    assert shares[Channel.ABILITY].min() > 0.3
    assert shares[Channel.INTEGRITY].max() < 0.15
    assert shares[Channel.ABILITY].min() > shares[Channel.INTEGRITY].max()


FAILURES: dict[tuple[str, ...], tuple[str, ...]] = {
    **{(tactic,): ("pause",) for tactic in ("be-late", "pass-on", "hedge", "interrupt", "argue")},
    ("caught",): ("honest",),
    ("give-word", "pause"): ("pause", "pause"),
}
"""Lines that fail her, and the same without a failure; the promise is broken a turn after it is given."""

REPAIRS = (
    "apologise",
    "take-blame",
    "compensate",
    "keep-word",
    "listen",
    "report-progress",
    "name-next-step",
)
RECOVERY = laboratory(
    [
        *(line(tactic, tactic) for tactic in ("be-late", "pass-on", "hedge", "interrupt", "argue")),
        *(line(tactic, tactic) for tactic in (*REPAIRS, "confirm-choice")),
        line("caught", "evidence", claims="untrue"),
        line("honest", "evidence", claims="sound"),
        line("give-word", promises="word"),
        line("close", "ask-commitment", asks="order"),
    ],
    due=1,
)


def settled_with(state: State, *said: str) -> tuple[State, Aftermath]:
    """The plays after lines, and what becomes of the relationship."""
    end = after(RECOVERY, state, *said)
    return end, aftermath(end, RECOVERY.scenario)


@tried(
    crowds,
    st.sampled_from(sorted(FAILURES)),
    st.lists(st.sampled_from(REPAIRS), min_size=1, max_size=5),
)
@FEW
def test_law_12_recovery_never_beats_the_path_without_a_failure(
    seed: int, failure: tuple[str, ...], repairs: list[str]
) -> None:
    """The same talk with and without the failure: nobody is the more loyal for having been failed."""
    state = given(
        RECOVERY, crowd(RECOVERY, seed), {Trait.TRUTH_DEBT: 0, Attribute.PERSUASION_KNOWLEDGE: WHOLE}
    )
    for end in ((), ("close", "confirm-choice")):
        failed, recovered = settled_with(state, *failure, *repairs, *end)
        plain, without = settled_with(state, *FAILURES[failure], *repairs, *end)
        same_answer = (failed.agreed == plain.agreed).all(axis=0)
        for better in ("loyalty", "attachment", "again", "referral", "potential"):
            gained = getattr(recovered, better) - getattr(without, better)
            assert (gained <= 0).all(), (better, int(gained.max()))
        assert (recovered.leaving >= without.leaving)[same_answer].all()
        assert same_answer.mean() > 0.8


@tried(crowds)
@FEW
def test_law_12_recovery_may_lift_satisfaction(seed: int) -> None:
    """The recovery paradox as far as it goes: it can end above a talk in which nothing happened."""
    state = given(RECOVERY, crowd(RECOVERY, seed), {Trait.TRUTH_DEBT: 0})
    recovered, _ = settled_with(state, "be-late", "apologise", "take-blame", "compensate")
    uneventful, _ = settled_with(state, "pause", "pause", "pause", "pause")
    lifted = mind(recovered)[Trait.SATISFACTION] > mind(uneventful)[Trait.SATISFACTION]

    assert lifted.any()
