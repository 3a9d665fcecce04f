"""What is said of a cause is true of its number."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.psychology import Kind, Role
from game.engine.reaction import Cause, CauseName, DoseReading, Event, EventKind, Reaction
from game.engine.traits import Resistance, Stage, Trait
from game.language.locale import Locale
from game.telling.causes import Teller
from game.telling.depth import Depth
from game.telling.phrasing import MANNERS, PHRASES, STAGES, WORRIES
from game.telling.pronouns import PLACES, forms
from game.telling.trait_names import SIZES, STILL, TRAIT_NAMES, favour, moved, signed
from tests.telling.samples import LINES, NAMES, cause, dose, reaction, scenario

EVENTS = [Event(kind, "x") for kind in EventKind if kind is not EventKind.STEP] + [
    Event(EventKind.STEP, f"{step} timing") for step in ("acknowledged", "probed", "solved", "confirmed")
]


def teller(locale: Locale = Locale.EN, objection: Resistance | None = None, pronoun: str = "she") -> Teller:
    return Teller(scenario(objection), NAMES, locale, {"customer": pronoun})


def readings(line: str) -> st.SearchStrategy[tuple[DoseReading, ...]]:
    uses = next(each for each in LINES if each.id == line).does
    values = st.integers(0, 2_000)
    return st.tuples(
        *(
            st.builds(
                DoseReading,
                tactic=st.just(use.tactic),
                dose=st.integers(0, 1_800),
                repetition=values,
                fit=st.integers(-300, 1_600),
                stage=values,
                gate=st.integers(0, 1_000),
                delivery=values,
                elaboration=values,
            )
            for use in uses
        )
    )


@st.composite
def turns(draw: st.DrawFn) -> tuple[Reaction, Cause, Resistance | None]:
    """Any turn at all: any line, multipliers, events, stage, and a cause of any size and trait."""
    line = draw(st.sampled_from([each.id for each in LINES]))
    one = cause(
        draw(st.sampled_from(CauseName)), draw(st.sampled_from(Trait)), draw(st.integers(-3_000, 3_000))
    )
    turn = reaction(
        (one,),
        line=line,
        stage=draw(st.sampled_from(Stage)),
        events=tuple(draw(st.lists(st.sampled_from(EVENTS), max_size=3))),
        doses=draw(readings(line)),
    )
    return turn, one, draw(st.sampled_from([None, Resistance.PRICE]))


@settings(max_examples=400)
@given(turns())
def test_no_sentence_contradicts_its_number(told: tuple[Reaction, Cause, Resistance | None]) -> None:
    turn, one, objection = told
    for locale in Locale:
        speaker = teller(locale, objection)
        assert speaker.direction(turn, one) in {0, favour(one.trait, one.amount)}
        for depth in Depth:
            sentence = speaker.tell(turn, one, depth)
            assert sentence and "{" not in sentence and "“”" not in sentence
            assert not re.search(r"worry about\s*$|对的|\s{2}", sentence)


@settings(max_examples=200)
@given(turns())
def test_a_named_move_is_one_of_the_line_and_on_the_right_side(
    told: tuple[Reaction, Cause, Resistance | None],
) -> None:
    turn, one, objection = told
    sentence = teller(Locale.EN, objection).tell(turn, one)
    named = [dose for dose in turn.doses if f"“{NAMES[dose.tactic].said(Locale.EN)}”" in sentence]
    multiplier = {"repetition", "fit", "stage", "gate", "elaboration"} & {one.name.value}
    for reading in named if multiplier else ():
        side = getattr(reading, one.name.value) - 1_000
        assert side * favour(one.trait, one.amount) > 0


@given(st.sampled_from(Trait), st.integers(-10_000, 10_000))
def test_movement_says_the_sign_and_size_of_the_number(trait: Trait, amount: int) -> None:
    said = moved(trait, amount, Locale.EN)
    up = any(word in said for word in ("rose", "lifted", "grew"))
    down = any(word in said for word in ("fell", "sank", "eased"))
    assert (up, down) == (amount >= STILL, amount <= -STILL)
    if up or down:
        below = next(limit for limit, _ in SIZES if abs(amount) < limit)
        assert said.endswith(dict(SIZES)[below].said(Locale.EN))


def test_numbers_are_rounded_and_signed() -> None:
    assert [signed(amount) for amount in (-640, 20, 0, -4, 5, 12_345)] == [
        "−6.4",
        "+0.2",
        "0",
        "0",
        "+0.1",
        "+123.5",
    ]


def test_every_cause_has_a_plain_sentence_that_takes_no_side() -> None:
    for name in CauseName:
        if name is not CauseName.LIMIT:
            assert PHRASES[name.value].direction == 0


def test_directions_follow_from_the_names_of_the_cases() -> None:
    good = {
        "good",
        "made",
        "kept",
        "told",
        "acknowledged",
        "probed",
        "solved",
        "confirmed",
        "agreed",
        "shaky",
        *(kind.word for kind in Kind),
    }
    for key, phrase in PHRASES.items():
        case = key.partition(".")[2]
        if case in {"", "high", "low", "unnamed"}:
            assert phrase.direction == 0
        else:
            assert phrase.direction == (1 if case in good or case.endswith("-good") else -1), key


@pytest.mark.parametrize("locale", Locale)
def test_every_phrase_is_there_and_fills_known_places(locale: Locale) -> None:
    known = {*PLACES, "tactic", "tactics", "stage", "manner", "worry"}
    for key, phrase in PHRASES.items():
        for words in (phrase.cue, phrase.coach):
            said = words.said(locale)
            assert locale in words.words and said
            assert set(re.findall(r"{(\w+)}", said)) <= known, key
            assert said[-1] not in ".。"
        assert "tactic" not in phrase.cue.said(locale), key
    assert set(STAGES) == set(Stage) and set(WORRIES) == set(Resistance) and set(TRAIT_NAMES) == set(Trait)
    assert set(MANNERS) == set(product(("pace", "warmth", "detail", "directness"), (1, -1)))


def test_too_early_names_the_move_that_lost_most() -> None:
    one = cause(CauseName.STAGE, Trait.TRUST, -300)
    turn = reaction((one,), doses=(dose("ask-commitment", stage=200), dose("humour", stage=900)))
    assert teller().tell(turn, one) == "Too early: “Ask for a commitment” while she's still sizing you up"
    assert teller(Locale.ZH).tell(turn, one) == "时机太早：还在认知，就“请人拍板”"
    assert teller().tell(turn, one, Depth.CUE) == "Too soon"
    assert teller().tell(turn, one, Depth.LAB) == (
        "Too early: “Ask for a commitment” while she's still sizing you up "
        "[stage trust −3.00; ask-commitment.stage ×0.200; humour.stage ×0.900]"
    )


def test_too_late_is_told_apart_from_too_early() -> None:
    one = cause(CauseName.STAGE, Trait.TRUST, -200)
    turn = reaction((one,), line="ask", stage=Stage.ACTION, doses=(dose("ask-situation", stage=300),))
    assert (
        teller(pronoun="he").tell(turn, one) == "Too late: “Ask how things stand” when he's already deciding"
    )


def test_what_trust_did_not_carry_became_pressure() -> None:
    one = cause(CauseName.GATE, Trait.PRESSURE, 500)
    turn = reaction((one,), doses=(dose("ask-commitment", gate=100), dose("humour")))
    assert teller().tell(turn, one) == "Little trust yet, so “Ask for a commitment” became pressure"
    assert teller(Locale.ZH).tell(turn, one) == "信任没到，“请人拍板”变成了压力"


def test_delivery_names_what_pleased() -> None:
    one = cause(CauseName.DELIVERY, Trait.TRUST, 120)
    turn = reaction((one,), line="ask", doses=(dose("ask-situation", delivery=1_200),))
    assert teller().tell(turn, one) == "Brisk and plain, which suits her"
    assert teller(Locale.ZH).tell(turn, one) == "说得利落又干脆，合她的脾气"


def test_a_gain_from_an_untrue_claim_is_not_praised() -> None:
    one = cause(CauseName.CLAIM, Trait.TRUST, 120)
    assert "for now" in teller().tell(reaction((one,), line="boast"), one)
    assert "sound one" in teller().tell(reaction((one,), line="prove"), one)


def test_a_skipped_step_is_named_with_its_worry() -> None:
    one = cause(CauseName.OBJECTION, Trait.PRESSURE, 250)
    told = teller(objection=Resistance.PRICE)
    assert told.tell(reaction((one,), line="prove"), one) == (
        "You went ahead of her worry about the timing: a step was skipped"
    )
    assert int(scenario().psychology.tactics.roles[2]) & Role.SOLVE


def test_pronouns_fill_every_place() -> None:
    for pronoun, locale in product(("she", "he", "they", "?"), Locale):
        assert set(forms(pronoun, locale)) == set(PLACES)
    assert forms("he", Locale.ZH)["hers"] == "他的"
