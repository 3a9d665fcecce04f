"""Every fault that `rapport prove` knows has a file that shows it, at its place and with its evidence."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from game.authoring.prove_evidence import Claim
from game.command_line.proving_run import GLANCE, tried
from game.content.diagnostics import Diagnostic
from game.content.loading import load_scenario
from game.engine.conversation import Conversation, Step
from game.engine.customers import customer_of
from game.language.locale import Locale
from tests.content.readings import ROOT, told
from tests.content.test_broken import expected_in

BROKEN = [
    path for path in sorted((ROOT / "tests" / "broken").glob("SC6*.yaml")) if not path.name.startswith("SC60")
]


@cache
def found(path: Path) -> tuple[Claim, ...]:
    return tried(str(path), GLANCE)


def of_its_code(path: Path) -> list[Diagnostic]:
    return [one.diagnostic for one in found(path) if one.diagnostic.code == path.name[:5]]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_fault_is_found_where_it_stands(path: Path) -> None:
    assert expected_in(path) == sorted(set(told(of_its_code(path))))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_it_is_told_in_both_languages(path: Path) -> None:
    for one in of_its_code(path):
        for locale in Locale:
            assert "{" not in one.message.said(locale)
        assert re.search(r"[一-鿿]", one.message.said(Locale.ZH))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_plays_that_show_faults_can_be_lived_again(path: Path) -> None:
    scenario = load_scenario(path).scenario
    assert scenario is not None
    for one in found(path):
        if one.play is None:
            continue
        assert customer_of(scenario, one.play.seed) == one.play.customer == one.evidence["customer"] - 1
        conversation = Conversation.begin(scenario, one.play.seed)
        for line in one.play.said:
            step = conversation.say(line)
            assert isinstance(step, Step), (one.diagnostic.code, line)
            conversation = step.conversation


def test_what_is_proved_is_an_error_and_what_is_sampled_is_not() -> None:
    severities = {path.name[:5]: {one.severity.value for one in of_its_code(path)} for path in BROKEN}
    for code in ("SC610", "SC611", "SC612", "SC616", "SC625"):
        assert severities[code] == {"error"}
    for code in ("SC613", "SC614", "SC615", "SC618", "SC620"):
        assert severities[code] == {"warning"}
