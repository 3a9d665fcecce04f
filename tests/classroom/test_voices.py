"""What people say in a class is said as on a desk: with what they call the player filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.classroom.pictures import says
from game.classroom.voices import last_words, retold, spoken
from game.content.loading import Loaded, load_scenario
from game.content.wording import ADDRESS
from game.engine.conversation import Conversation, Step
from game.language.locale import Locale
from game.language.text import LocalisedText

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
PLAYS = 24


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """A scenario in which people call the player something else as they get to know them."""
    return load_scenario(SCENARIOS / "seven-seconds.yaml")


def test_nobody_reads_a_place_that_was_not_filled(loaded: Loaded) -> None:
    assert loaded.scenario is not None
    met = 0
    for seed in range(PLAYS):
        conversation = Conversation.begin(loaded.scenario, seed)
        while conversation.outcome is None:
            assert ADDRESS not in "".join(last_words(loaded, conversation)["text"].values())
            offers = conversation.offers()
            step = conversation.say(offers[(seed + conversation.turn) % len(offers)].id)
            assert isinstance(step, Step)
            conversation = step.conversation
            raw = spoken(loaded, step.reaction.reply or "")
            met += raw is not None and ADDRESS in raw.text.said(Locale.EN)
    assert met > 0, "none of these plays came to such a reply"


def test_nor_in_the_picture_of_a_class(loaded: Loaded) -> None:
    assert loaded.scenario is not None
    for beat in loaded.scenario.beats:
        assert ADDRESS not in str(says(loaded, beat))


def test_she_calls_one_what_the_rung_allows(loaded: Loaded) -> None:
    wording = loaded.wording
    assert wording is not None
    person, forms = next((name, one.address) for name, one in wording.people.items() if len(one.address) > 2)
    text = LocalisedText({Locale.ZH: f"{ADDRESS}，请坐。", Locale.EN: "Sit down."})
    for rung, form in forms.items():
        assert wording.addressed(text, person, rung).said(Locale.ZH) == f"{form.said(Locale.ZH)}，请坐。"
    assert wording.addressed(text, None).said(Locale.ZH) == f"{wording.player.name.said(Locale.ZH)}，请坐。"
    assert wording.addressed(text, person).said(Locale.EN) == "Sit down."


def test_a_talk_is_told_again_as_far_as_it_can_be_lived(loaded: Loaded) -> None:
    assert loaded.scenario is not None
    conversation = Conversation.begin(loaded.scenario, 7)
    while conversation.outcome is None:
        step = conversation.say(conversation.offers()[0].id)
        assert isinstance(step, Step)
        conversation = step.conversation
    transcript = conversation.transcript().to_json()
    told = retold(loaded, transcript)
    said = [move["say"] for move in transcript["moves"] if "say" in move]
    assert [line["line"] for line in told] == said
    assert sum(bool(line["answer"]) for line in told) > len(told) // 2
    assert all(line["text"] and ADDRESS not in str(line["answer"]) for line in told)

    transcript["moves"].insert(3, {"say": "no-such-line"})
    broken = retold(loaded, transcript)
    assert broken[:3] == told[:3]
    assert broken[3] == {"line": "no-such-line", "text": {}}
    assert [line["text"] for line in broken[4:]] == [line["text"] for line in told[3:]]
    assert not any("answer" in line for line in broken[3:])
