"""Lines end where both languages let them, and nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.language.line_breaks import ALONE, CLOSING, OPENING, break_lines, units

CHINESE = "林经理，刚进门就听见那台机器卡了两回，您一上午没少操心吧？要不我先帮您看一眼？"
ENGLISH = "A third above the middle. Before I blame the machine: what does an ordinary Monday look like?"


def cells(text: str) -> int:
    """A stand-in for a font: Chinese characters are two cells wide, others one."""
    return sum(2 if ord(character) >= 0x2E80 else 1 for character in text)


texts = st.lists(
    st.one_of(
        st.sampled_from(
            ["林经理", "，", "。", "“云间”", "（十四家）", "……", "——", "HP 4000i", "九百", "您", "？"]
        ),
        st.sampled_from(["copier", " ", "it’s", "a", ", ", "well-known", "(fourteen)", "“yes”", "."]),
    ),
    min_size=1,
    max_size=40,
).map("".join)


@given(texts)
def test_nothing_is_lost(text: str) -> None:
    assert "".join(units(text)) == text


@given(texts, st.integers(12, 60))
def test_lines_fit_and_say_the_same(text: str, width: int) -> None:
    lines = break_lines(text, width, cells)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert cells(line) <= width or len(list(units(line))) == 1


@given(
    st.lists(st.sampled_from(list("林经理刚进门听见那台机器")), min_size=6, max_size=80), st.integers(12, 40)
)
def test_one_or_two_characters_never_stand_alone(characters: list[str], width: int) -> None:
    lines = break_lines("".join(characters), width, cells)
    assert len(lines) == 1 or len(lines[-1]) > ALONE


@pytest.mark.parametrize("width", range(14, 80))
@pytest.mark.parametrize("text", [CHINESE, CHINESE.replace("，", "——"), f"“{CHINESE}”", f"（{CHINESE}）"])
def test_no_line_begins_or_ends_with_the_wrong_mark(text: str, width: int) -> None:
    lines = break_lines(text, width, cells)
    assert all(line[0] not in CLOSING for line in lines[1:])
    assert all(line[-1] not in OPENING for line in lines[:-1])


def test_english_breaks_between_words_and_after_a_hyphen() -> None:
    assert break_lines("mid-sentence", 8, cells) == ("mid-", "sentence")
    for width in range(20, 60):
        for line in break_lines(ENGLISH, width, cells):
            assert all(word in ENGLISH.split() for word in line.split())


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert break_lines("x" * 25, 10, cells) == ("x" * 10, "x" * 10, "x" * 5)


def test_a_short_last_word_gets_company() -> None:
    lines = break_lines("Somewhere behind the door a copier crunches on it", 47, cells)
    assert len(lines) == 2
    assert len(lines[1].split()) > 1


def test_a_written_break_stays() -> None:
    assert break_lines("one\ntwo", 40, cells) == ("one", "two")
