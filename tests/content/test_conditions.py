"""The eight sentence forms of `when`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.conditions import RESISTANCES, STAGES, STEPS, TRAITS, bounds, condition
from game.content.grammar import GrammarFault
from game.engine.terms import (
    Agreed,
    Aspect,
    AtStage,
    Comparison,
    Handled,
    InMood,
    Later,
    Moment,
    ObjectionStep,
    Said,
    Sign,
    Term,
    Told,
    Word,
)
from game.engine.traits import Resistance, Stage, Trait


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trust >= 35", Term(Comparison(Trait.TRUST, Sign.AT_LEAST, 3_500))),
        ("trust>=35", Term(Comparison(Trait.TRUST, Sign.AT_LEAST, 3_500))),
        ("not pressure < 25", Term(Comparison(Trait.PRESSURE, Sign.LESS, 2_500), negated=True)),
        ("valence < -10", Term(Comparison(Trait.VALENCE, Sign.LESS, -1_000))),
        ("rung >= 2", Term(Comparison(Trait.RUNG, Sign.AT_LEAST, 2))),
        ("need > 20 of colleague", Term(Comparison(Trait.NEED, Sign.MORE, 2_000, "colleague"))),
        ("mood irritated", Term(InMood("irritated"))),
        ("mood let-down of colleague", Term(InMood("let-down", "colleague"))),
        ("stage interest", Term(AtStage(Stage.INTEREST))),
        ("said give-figures", Term(Said("give-figures"))),
        ("not told blamed", Term(Told("blamed"), negated=True)),
        ("agreed needs-talk", Term(Agreed("needs-talk"))),
        ("acknowledged timing", Term(Handled(Resistance.TIMING, ObjectionStep.ACKNOWLEDGED))),
        ("confirmed price", Term(Handled(Resistance.PRICE, ObjectionStep.CONFIRMED))),
        ("kept ten-minutes", Term(Word("ten-minutes", kept=True))),
        ("broken ten-minutes", Term(Word("ten-minutes", kept=False))),
    ],
)
def test_a_sentence_is_a_term(text: str, expected: Term) -> None:
    assert expected == condition(text)
    assert expected == condition(text, criterion=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pressure < 25 by 3", Term(Comparison(Trait.PRESSURE, Sign.LESS, 2_500), by=3)),
        ("need >= 45 before offer", Term(Comparison(Trait.NEED, Sign.AT_LEAST, 4_500), before=Moment.OFFER)),
        ("said a before b", Term(Said("a", before="b"))),
        ("said a before ask", Term(Said("a"), before=Moment.ASK)),
        ("said a before b by 4", Term(Said("a", before="b"), by=4)),
        ("told blamed by 6", Term(Told("blamed"), by=6)),
    ],
)
def test_a_criterion_may_be_bound_to_a_time(text: str, expected: Term) -> None:
    assert expected == condition(text, criterion=True)
    with pytest.raises(GrammarFault) as caught:
        condition(text)
    assert caught.value.code == "SC510"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("loyalty >= 3", Term(Later(Aspect.LOYALTY, Sign.AT_LEAST, 3))),
        ("leaving > 50", Term(Later(Aspect.LEAVING, Sign.MORE, 5_000))),
        (
            "not regret < 20 of colleague",
            Term(Later(Aspect.REGRET, Sign.LESS, 2_000, "colleague"), negated=True),
        ),
        ("polite-leaver", Term(Later(Aspect.POLITE_LEAVER, Sign.AT_LEAST, 1))),
        ("polite-leaver of colleague", Term(Later(Aspect.POLITE_LEAVER, Sign.AT_LEAST, 1, "colleague"))),
        ("trust >= 35", Term(Comparison(Trait.TRUST, Sign.AT_LEAST, 3_500))),
    ],
)
def test_an_epilogue_may_ask_what_became_of_her(text: str, expected: Term) -> None:
    assert expected == condition(text, epilogue=True)


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("loyalty >= 6", "SC505", 11),
        ("regret >= 101", "SC505", 10),
        ("again = 50", "SC503", 6),
        ("referral >= often", "SC504", 12),
        ("leaving", "SC507", 0),
        ("polite-leaver >= 1", "SC508", 14),
    ],
)
def test_what_became_of_her_has_bounds(text: str, code: str, offset: int) -> None:
    with pytest.raises(GrammarFault) as caught:
        condition(text, epilogue=True)
    assert (caught.value.code, caught.value.offset) == (code, offset)


@pytest.mark.parametrize("text", ["loyalty >= 3", "not polite-leaver"])
@pytest.mark.parametrize("criterion", [False, True])
def test_while_they_talk_nobody_knows_what_will_become_of_her(text: str, criterion: bool) -> None:
    with pytest.raises(GrammarFault) as caught:
        condition(text, criterion=criterion)
    assert caught.value.code == "SC514"


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("", "SC501", 0),
        ("not", "SC501", 0),
        ("angry", "SC501", 0),
        ("not angry", "SC501", 4),
        ("moood irritated", "SC501", 0),
        ("trsut >= 35", "SC502", 0),
        ("trust == 35", "SC503", 6),
        ("trust => 35", "SC503", 6),
        ("trust 35", "SC503", 6),
        ("trust >= high", "SC504", 9),
        ("trust >= 101", "SC505", 9),
        ("rung >= 0", "SC505", 8),
        ("stage intrest", "SC506", 6),
        ("told", "SC507", 0),
        ("trust >=", "SC507", 6),
        ("trust >= 35 of", "SC507", 12),
        ("told blamed and said x", "SC508", 12),
        ("told Blamed", "SC214", 5),
        ("probed time", "SC509", 7),
    ],
)
def test_a_fault_points_at_the_faulty_word(text: str, code: str, offset: int) -> None:
    with pytest.raises(GrammarFault) as caught:
        condition(text)
    assert (caught.value.code, caught.value.offset) == (code, offset)


WORDS = [
    *TRAITS,
    *STAGES,
    *STEPS,
    *RESISTANCES,
    "not",
    "mood",
    "said",
    "told",
    "by",
    "before",
    "of",
    "35",
    ">=",
    "x",
]


@given(st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join), st.booleans())
def test_any_words_are_a_term_or_a_grammar_fault(text: str, criterion: bool) -> None:
    try:
        condition(text, criterion)
    except GrammarFault as fault:
        assert 0 <= fault.offset <= len(text)


@given(st.sampled_from(sorted(TRAITS)), st.sampled_from(list(Sign)), st.data())
def test_every_trait_can_be_compared_within_its_bounds(word: str, sign: Sign, data: st.DataObject) -> None:
    low, high = bounds(TRAITS[word])
    level = data.draw(st.integers(low, high))
    test = condition(f"{word} {sign.value} {level}").test
    assert isinstance(test, Comparison)
    assert TRAITS[word].low <= test.level <= TRAITS[word].high
