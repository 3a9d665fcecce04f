"""The grammars of single values."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import grammar
from game.content.grammar import GrammarFault
from game.engine.scenario import Dose, Span, TacticUse


@pytest.mark.parametrize(
    ("read", "text", "expected"),
    [
        (grammar.whole, "-12", -12),
        (grammar.percent, "35", 3_500),
        (grammar.span, "30", Span(3_000, 3_000)),
        (grammar.span, "20..35", Span(2_000, 3_500)),
        (grammar.span, "20 .. 35", Span(2_000, 3_500)),
        (grammar.disc, "D55 C30 S10 I5", (550, 50, 100, 300)),
        (grammar.disc, "S100", (0, 0, 1000, 0)),
        (grammar.tactic_use, "praise", TacticUse("praise")),
        (grammar.tactic_use, "strong praise", TacticUse("praise", Dose.STRONG)),
        (grammar.tactic_use, "light  praise", TacticUse("praise", Dose.LIGHT)),
        (grammar.identifier, "seven-seconds", "seven-seconds"),
        (grammar.duration, "14m", 840),
        (grammar.duration, "90s", 90),
        (grammar.daytime, "10:00", 36_000),
        (grammar.daytime, "9:05", 32_700),
        (grammar.flag, "true", True),
        (grammar.flag, "false", False),
        (grammar.version, "1", 1),
    ],
)
def test_a_text_becomes_a_value(read: Callable[[str], object], text: str, expected: object) -> None:
    assert expected == read(text)


@pytest.mark.parametrize(
    ("read", "text", "code", "offset"),
    [
        (grammar.whole, "1_000", "SC206", 0),
        (grammar.whole, "３", "SC206", 0),
        (grammar.whole, "3.5", "SC206", 0),
        (grammar.percent, "101", "SC207", 0),
        (grammar.span, "20..", "SC210", 0),
        (grammar.span, "20..101", "SC207", 4),
        (grammar.span, "30..20", "SC211", 0),
        (grammar.disc, "", "SC208", 0),
        (grammar.disc, "D50 X50", "SC208", 4),
        (grammar.disc, "D50 D50", "SC208", 4),
        (grammar.disc, "D50 I40", "SC209", 0),
        (grammar.tactic_use, "very praise", "SC205", 0),
        (grammar.tactic_use, "strong Praise", "SC214", 7),
        (grammar.tactic_use, "a b c", "SC214", 4),
        (grammar.identifier, "Seven", "SC214", 0),
        (grammar.identifier, "seven_seconds", "SC214", 0),
        (grammar.identifier, "7-seconds", "SC214", 0),
        (grammar.duration, "14", "SC212", 0),
        (grammar.daytime, "24:00", "SC213", 0),
        (grammar.flag, "yes", "SC222", 0),
        (grammar.version, "2", "SC215", 0),
    ],
)
def test_a_fault_has_its_code_and_its_offset(
    read: Callable[[str], object], text: str, code: str, offset: int
) -> None:
    with pytest.raises(GrammarFault) as caught:
        read(text)
    assert (caught.value.code, caught.value.offset) == (code, offset)


READERS = (
    grammar.whole,
    grammar.percent,
    grammar.span,
    grammar.disc,
    grammar.tactic_use,
    grammar.identifier,
    grammar.duration,
    grammar.daytime,
    grammar.flag,
    grammar.version,
)


@given(st.sampled_from(READERS), st.text(alphabet="DISC0123456789.-: mstrongabc \n%", max_size=20))
def test_any_text_is_a_value_or_a_grammar_fault(read: Callable[[str], object], text: str) -> None:
    try:
        read(text)
    except GrammarFault as fault:
        assert fault.code.startswith("SC2")
        assert 0 <= fault.offset <= len(text)
