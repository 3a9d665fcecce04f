"""Diagnostics as people and programs see them."""

from __future__ import annotations

from game.content.catalogue import Severity
from game.content.diagnostics import Findings, alternative, shown, suggestion
from game.content.source import Source
from game.language.locale import Locale


def found(text: str, line: int, column: int) -> Findings:
    """One fault in a text."""
    findings = Findings("scenarios/x.yaml", Source("scenarios/x.yaml", text))
    findings.add("SC203", line, column, field="tactik", hint=suggestion("tactik", ["tactics", "title"]))
    return findings


def test_a_fault_is_shown_with_its_line_and_a_caret() -> None:
    (fault,) = found("a: b\n    tactik: x\n", 2, 5).told()
    assert fault.rendered().splitlines() == [
        "scenarios/x.yaml:2:5: error SC203: unknown field 'tactik'; did you mean 'tactics'?",
        "      tactik: x",
        "      ^",
    ]
    assert fault.rendered(Locale.ZH).splitlines()[0] == (
        "scenarios/x.yaml:2:5: 错误 SC203: 没有“tactik”这个字段，是不是想写“tactics”？"
    )


def test_the_caret_stands_under_wide_characters() -> None:
    (fault,) = found("{zh: 拜访, x: y}\n", 1, 10).told()
    assert fault.rendered().splitlines()[2] == "  " + " " * 11 + "^"


def test_a_long_line_is_shown_around_the_fault() -> None:
    (fault,) = found("a" * 500 + "tactik", 1, 501).told()
    _, line, caret = fault.rendered().splitlines()
    assert len(line) < 120
    assert line[len(caret) - 1 :] == "tactik"


def test_a_row_for_programs() -> None:
    (fault,) = found("tactik: x\n", 1, 1).told()
    assert fault.record() == {
        "file": "scenarios/x.yaml",
        "line": 1,
        "column": 1,
        "code": "SC203",
        "severity": "error",
        "message": "unknown field 'tactik'; did you mean 'tactics'?",
    }


def test_faults_are_told_once_and_in_order() -> None:
    findings = found("a\nb\n", 2, 1)
    findings.extend(found("a\nb\n", 2, 1).told())
    findings.extend(found("a\nb\n", 1, 1).told())
    assert [fault.place.line for fault in findings.told()] == [1, 2]


def test_only_near_words_are_suggested() -> None:
    assert alternative("Ask Leave", ["ask-leave"]) == "ask-leave"
    assert alternative("zebra", ["ask-leave"]) is None
    assert not suggestion("zebra", ["ask-leave"])


def test_a_quotation_is_short_and_on_one_line() -> None:
    assert shown("a\n b") == "a b"
    assert len(shown("x" * 1_000)) == 60


def test_smells_are_warnings() -> None:
    findings = Findings("x.yaml")
    findings.add("SC415", 1, 1, name="pages")
    assert [fault.severity for fault in findings.told()] == [Severity.WARNING]
    assert not findings.errors
