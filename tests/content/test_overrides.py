"""A scenario bends the customer model for itself alone, within bounds, and says why."""

from __future__ import annotations

import numpy as np
import pytest

from game.content.cells import CHANNELS, cell
from game.content.scenario_reader import Reading
from game.content.sign_locks import SIGN_LOCKS
from game.engine.conversation import Conversation, Step
from game.engine.scenario import Scenario
from game.engine.traits import Trait
from game.language.locale import Locale
from tests.content.readings import model, read, small, told

PRAISE = ("does: [ask-permission]", "does: [praise]")
TABLE = model().tactics


def bending(*entries: str) -> Reading:
    """The small scenario, whose one line praises, with these overrides."""
    listed = "\n".join(f"  - {{{entry}, because: {{en: She hears it all day.}}}}" for entry in entries)
    return small(PRAISE, ("endings:\n", f"overrides:\n{listed}\nendings:\n"))


def bent(*entries: str) -> Scenario:
    """The scenario of a sound reading."""
    reading = bending(*entries)
    assert [found.rendered() for found in reading.diagnostics] == []
    assert reading.scenario is not None
    return reading.scenario


def effect(scenario: Scenario, tactic: str, channel: str) -> int:
    """One effect of a tactic, basis points."""
    table = scenario.psychology.tactics
    return int(table.effects[CHANNELS[channel], table.index(tactic)])


def test_only_the_cells_that_are_named_change() -> None:
    scenario = bent("cell: tactic praise warmth, times: 1.5", "cell: tactic praise gate, by: -10")
    table, shared = scenario.psychology.tactics, model().tactics
    assert effect(scenario, "praise", "warmth") == 450 * 3 // 2
    assert int(table.gate[table.index("praise")]) == 2_200 - 1_000
    assert table.effects.dtype == shared.effects.dtype
    assert int((table.effects != shared.effects).sum()) == 1
    assert int((table.gate != shared.gate).sum()) == 1


def test_the_model_that_everybody_shares_stays_as_it_is() -> None:
    before = model().tactics.effects.copy(), dict(model().number)
    bent("cell: tactic praise warmth, times: 2", "cell: number patience.turn, times: 2")
    assert np.array_equal(before[0], model().tactics.effects)
    assert before[1] == dict(model().number)


def test_a_number_is_multiplied_and_rounded_to_the_nearest() -> None:
    before = model().number["patience.turn"]
    scenario = bent("cell: number patience.turn, times: 1.333")
    assert scenario.psychology.number["patience.turn"] == (before * 1_333 + 500) // 1_000


def test_what_is_bent_is_felt() -> None:
    plain, warmer = small(PRAISE).scenario, bent("cell: tactic praise warmth, times: 2")
    assert plain is not None
    joys = []
    for scenario in (plain, warmer):
        step = Conversation.begin(scenario, 1).say("ask-leave")
        assert isinstance(step, Step)
        joys.append(int(step.reaction.after[Trait.VALENCE]))
    assert joys[0] < joys[1]


def test_the_fingerprint_knows_what_is_bent_and_not_why() -> None:
    plain = small(PRAISE).scenario
    assert plain is not None
    one, other = (bent(f"cell: tactic praise warmth, times: {times}") for times in ("1.5", "1.6"))
    assert len({scenario.fingerprint for scenario in (plain, one, other)}) == 3
    entry = "cell: tactic praise warmth, times: 1.5"
    again = read(
        "\n".join(
            [
                "rapport: 1\nid: visit\nlanguages: [en]\ntitle: {en: A Visit}",
                "customer: {en: Lin Yue, disc: D55 C30 S10 I5}\nbeats:\n  hello:\n    lines:",
                "      ask-leave: {en: I ask for two minutes., does: [praise]}",
                "    replies:\n      - {en: Go on.}",
                f"overrides:\n  - {{{entry}, because: {{en: For another reason.}}}}",
                "endings:\n  done: {stage: interest, en: The door closes.}",
            ]
        )
    ).scenario
    assert again is not None
    assert again.fingerprint == one.fingerprint


def test_the_order_of_overrides_does_not_count() -> None:
    entries = ("cell: tactic praise warmth, times: 1.5", "cell: number patience.turn, times: 1.2")
    assert bent(*entries).fingerprint == bent(*reversed(entries)).fingerprint


def test_the_reason_is_kept_under_the_name_of_the_cell() -> None:
    wording = bending("cell: tactic praise warmth, times: 1.5").wording
    assert wording is not None
    assert wording.overrides["tactic praise warmth"].said(Locale.EN) == "She hears it all day."


def test_a_reason_is_needed_in_every_language() -> None:
    reasonless = small(
        PRAISE, ("endings:\n", "overrides:\n  - {cell: tactic praise warmth, times: 2}\nendings:\n")
    )
    assert told(reasonless.diagnostics) == [("SC202", 13, 5)]
    two = small(
        PRAISE,
        ("languages: [en]", "languages: [en, zh]"),
        (
            "endings:\n",
            "overrides:\n  - {cell: number patience.turn, times: 2, because: {en: She.}}\nendings:\n",
        ),
    )
    assert ("SC301", 13, 44) in told(two.diagnostics)


@pytest.mark.parametrize("times", ["0.5", "2", "2.000"])
def test_both_ends_of_the_band_are_allowed(times: str) -> None:
    bent(f"cell: tactic praise warmth, times: {times}")


@pytest.mark.parametrize("by", ["15", "+15", "-15"])
def test_a_gate_moves_by_fifteen_points(by: str) -> None:
    bent(f"cell: tactic praise gate, by: {by}")


def test_a_gate_is_never_taken_away() -> None:
    low = small(
        ("does: [ask-permission]", "does: [evidence]"),
        (
            "endings:\n",
            "overrides:\n  - {cell: tactic evidence gate, by: -15, because: {en: She.}}\nendings:\n",
        ),
    )
    assert [code for code, _, _ in told(low.diagnostics)] == ["SC723"]
    assert "-14" in low.diagnostics[0].message.said(Locale.EN)


def test_a_number_stays_in_the_range_of_its_source() -> None:
    low, high = model().limits["value.loss"]
    assert low <= model().number["value.loss"] * 2 and high < model().number["value.loss"] * 2
    found = bending("cell: number value.loss, times: 2").diagnostics
    assert [one.code for one in found] == ["SC723"]
    assert "1.278" in found[0].message.said(Locale.ZH)


@pytest.mark.parametrize("lock", SIGN_LOCKS, ids=lambda lock: str(lock.cell))
def test_no_override_crosses_a_sign_lock(lock: object) -> None:
    named = next(one for one in SIGN_LOCKS if one is lock)
    tried = [*("0.5", "2"), *("0", "-0.5", "-2")]
    for times in tried:
        reading = bending(f"cell: {named.cell}, times: {times}")
        value = named.cell.value(reading.scenario.psychology) if reading.scenario else None
        assert value is None or named.holds(value), (str(named.cell), times)


def test_the_shipped_model_keeps_every_lock() -> None:
    for lock in SIGN_LOCKS:
        value = lock.cell.value(model())
        assert value is not None
        assert lock.holds(value), str(lock.cell)


def test_a_cell_is_told_as_it_is_written() -> None:
    for text in ("tactic praise warmth", "tactic praise gate", "number patience.turn"):
        assert str(cell(text)) == text


def test_a_scenario_in_chinese_words_bends_the_same_cell() -> None:
    entry = "  - {参数: 招式 赞美 亲近, 倍数: 1.5, 理由: {en: She hears it all day.}}"
    chinese = small(PRAISE, ("endings:\n", f"调整:\n{entry}\nendings:\n")).scenario
    assert chinese is not None
    assert chinese.fingerprint == bent("cell: tactic praise warmth, times: 1.5").fingerprint
