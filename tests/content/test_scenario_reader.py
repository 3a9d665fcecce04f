"""A scenario file becomes a scenario, its words and its places."""

from __future__ import annotations

import pytest

from game.content.places import Kind, Place
from game.content.scenario_reader import Reading
from game.engine.conversation import Conversation
from game.engine.scenario import (
    Ask,
    Clock,
    Close,
    Craft,
    Delivery,
    Dose,
    Promise,
    Scenario,
    Span,
    TacticUse,
    Truth,
)
from game.engine.terms import AtStage, Comparison, Said, Sign, Term
from game.engine.traits import Attribute, Motive, Need, Resistance, Stage, Trait, Worry
from game.language.locale import Locale
from tests.content.readings import HERE, ROOT, SMALL, read, small, told

SAMPLE = (HERE / "ten-minutes.yaml").read_text(encoding="utf-8")


def sample() -> tuple[Scenario, Reading]:
    """The sample with its reading."""
    reading = read(SAMPLE, "ten-minutes.yaml")
    assert reading.scenario is not None, [found.rendered() for found in reading.diagnostics]
    return reading.scenario, reading


def test_the_sample_is_read_without_a_word_of_complaint() -> None:
    assert sample()[1].diagnostics == ()


def test_percent_become_basis_points() -> None:
    scenario, _ = sample()
    customer = scenario.people[0]
    assert (customer.id, customer.disc, customer.needs) == (
        "customer",
        (550, 50, 100, 300),
        (Need.SAFETY, Need.ESTEEM),
    )
    assert customer.hidden == {Trait.NEED: Span(2_000, 3_500), Trait.PATIENCE: Span(5_500, 7_000)}
    assert customer.profile == {Attribute.PROPENSITY: Span(3_000, 3_000)}
    assert [fact.truth for fact in scenario.facts] == [Truth.SOUND, Truth.UNTRUE]
    assert scenario.promises == (Promise("ten-minutes", 6),)
    assert scenario.asks == (Ask("needs-talk"),)
    (objection,) = scenario.objections
    assert (objection.resistance, objection.strength, objection.secret, objection.root) == (
        Resistance.TIMING,
        Span(4_000, 5_000),
        "blamed",
        None,
    )


def test_lines_carry_what_they_do() -> None:
    scenario, _ = sample()
    reception, not_now, next_step = scenario.beats
    ask_leave, give_figures, admire = reception.lines
    assert ask_leave.does == (TacticUse("introduce"), TacticUse("ask-permission"))
    assert ask_leave.delivery == Delivery(pace=1, directness=1)
    assert ask_leave.promises == "ten-minutes"
    assert give_figures.claims == "benchmark"
    assert admire.does == (TacticUse("praise", Dose.STRONG),)
    assert not_now.objection is Resistance.TIMING
    assert not_now.lines[1].asks_about == "blamed"
    assert next_step.lines[0].asks == "needs-talk"
    assert {beat.person for beat in scenario.beats} == {"customer"}


def test_replies_keep_their_order_and_get_their_ids() -> None:
    scenario, reading = sample()
    reception = scenario.beats[0]
    assert [reply.id for reply in reception.replies] == ["reception/1", "reception/2", "reception/3"]
    assert [reply.then for reply in reception.replies] == ["brushed-off", None, None]
    assert reception.replies[1].when == (
        Term(Said("give-figures")),
        Term(Comparison(Trait.TRUST, Sign.AT_LEAST, 3_500)),
    )
    assert reading.wording is not None
    assert reading.wording.says["reception/3"].text.said(Locale.ZH) == "十分钟，您说。"


def test_places_lead_back_to_the_file() -> None:
    _, reading = sample()
    assert reading.places.of(Kind.BEAT, "not-now") == Place("ten-minutes.yaml", 63, 3)
    assert reading.places.of(Kind.LINE, "admire") == Place("ten-minutes.yaml", 52, 7)
    assert reading.places.of(Kind.REPLY, "reception/1") == Place("ten-minutes.yaml", 58, 9)
    assert reading.places.of(Kind.LINE, "nobody") is None


def test_the_words_stand_beside_the_scenario() -> None:
    wording = sample()[1].wording
    assert wording is not None
    assert wording.title.said(Locale.ZH) == "十分钟"
    assert wording.locales == (Locale.EN, Locale.ZH)
    assert wording.people["customer"].known.said(Locale.EN).startswith("Admin manager")
    assert wording.objections["timing"].said(Locale.EN) == "This is not a good month."
    assert wording.endings["dated"].said(Locale.ZH) == "她的日程上有了一个时间。"
    assert wording.teaches == ("tac-first-impression", "tac-reciprocity", "obj-four-steps")
    assert wording.criteria["leave-first"].said(Locale.EN) == "No pressure in the first three lines."


@pytest.mark.parametrize("path", ["tests/content/ten-minutes.yaml", "scenarios/examples/smallest.yaml"])
def test_it_can_be_played_to_an_end(path: str) -> None:
    scenario = read((ROOT / path).read_text(encoding="utf-8")).scenario
    assert scenario is not None
    conversation = Conversation.begin(scenario, 1)
    for _ in range(40):
        if conversation.outcome is not None:
            break
        step = conversation.say(conversation.offers()[0].id)
        conversation = step.conversation  # type: ignore[union-attr]
    assert conversation.outcome is not None


def test_the_smallest_complete_scenario_fits_in_25_lines() -> None:
    text = (ROOT / "scenarios" / "examples" / "smallest.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 25
    reading = read(text)
    assert reading.diagnostics == ()
    assert reading.scenario is not None


FULL = """\
rapport: 1
id: full
languages: [en]
title: {en: Everything}
tagline: {en: "Ten o'clock, reception"}
difficulty: 3
minutes: [12, 8]
headline: [tac-empathy]
teaches: [tac-empathy, tac-reciprocity]
turns: 20
customers: 4
clock: {start: 9:40, limit: 20m}
player: {en: Chen Mo, post: {en: Consultant}, firm: {en: Qingfan}}
briefing:
  - {from: {en: Manager}, en: She gave you ten minutes.}
aims: [{en: A date.}]
questions: [{en: Where did she lean in.}]
customer:
  en: Lin Yue
  post: {en: Admin manager}
  pronoun: she
  disc: S60 C40
  motives: [safety, novelty]
  worries: [position]
  address:
    first: {en: you people}
    bond: {en: Chen Mo}
  looks: {age: senior, hair: bun, glasses: round}
  hidden: {trust: 10..20, ability-for: 120, face: 70, valence: -20..20}
people:
  zhou: {en: Zhou Ping, pronoun: he, address: {first: {en: you}}}
scenes:
  lobby: {en: The lobby, place: hall, cast: [customer, zhou]}
  call: {en: A call, place: desk, channel: phone, days: 3}
facts:
  pages: {truth: shaky, en: Nine hundred pages.}
promises:
  short: {by: 6, en: It takes ten minutes.}
objections:
  price: {strength: 30, root: change, pretext: true, en: Too dear.}
secrets:
  fear: {depth: 45, of: zhou, en: He fears for his post.}
asks:
  visit: {size: 50, of: [customer, zhou], en: A visit}
  card: {of: zhou}
beats:
  bag:
    alone: true
    scene: lobby
    en: Six things on the table.
    lines:
      pack-page: {en: The page., does: [prepare], seconds: 5}
  hello:
    with: zhou
    then: open
    says:
      - {when: [trust < 20 of zhou], en: Well., cue: {en: He looks up.}}
      - {en: Good morning.}
    lines:
      greet:
        en: Good morning.
        does: [light small-talk]
        delivery: [slow, warm, detailed, soft]
        craft: good
        when: [said pack-page]
        claims: pages
        stretched: true
        promises: short
        keeps: short
        asks-about: fear
        solves: fear
        asks: visit
        need: belonging
        motive: respect
        worry: total-cost
        quotes: 110
        anchors: 150
        nearness: 2
        seconds: 40
        then: open
        note: Too familiar for him.
        replies:
          - {when: [mood warm of zhou], en: "Sit down, {address}.", cue: {en: He moves a chair.}}
        thoughts:
          - {when: [rung >= 2 of zhou], en: Polite.}
    replies:
      - {en: Go on.}
    thoughts:
      - {en: "Who is this?"}
  dear:
    objection: price
    scene: call
    when: [not voiced price]
    lines:
      listen: {en: "What would be fair?", does: [listen], about: price, asks: card}
endings:
  yes: {stage: action, on: [agreed], en: A signature.}
  no: {stage: cognition, on: [left, time], when: [stage interest], en: A door.}
  open: {stage: interest, en: Nothing yet.}
epilogue:
  - {when: [trust >= 50], en: She rang.}
  - {en: Nobody rang.}
rubric:
  pass: 550
  criteria:
    calm: {points: 380, stage: interest, when: [pressure < 25 by 3], en: Calm.}
  grades: {trust: 300, patience: {points: 200, from: 5, to: 65}}
  honesty: 120
"""


def test_every_field_is_understood() -> None:
    reading = read(FULL)
    assert told(reading.diagnostics) == []
    scenario, wording = reading.scenario, reading.wording
    assert scenario is not None
    assert wording is not None
    assert (scenario.turns, scenario.customers, scenario.clock) == (20, 4, Clock(34_800, 1_200))
    assert scenario.people[0].hidden == {
        Trait.ABILITY_FOR: Span(12_000, 12_000),
        Trait.VALENCE: Span(-2_000, 2_000),
    }
    assert scenario.people[0].profile == {
        Attribute.PROPENSITY: Span(1_000, 2_000),
        Attribute.FACE: Span(7_000, 7_000),
    }
    assert [person.id for person in scenario.people] == ["customer", "zhou"]
    bag, hello, dear = scenario.beats
    assert (bag.person, bag.scene, hello.person, dear.scene) == (None, "lobby", "zhou", "call")
    assert [reply.id for reply in hello.says] == ["hello/says/1", "hello/says/2"]
    assert [reply.id for reply in hello.answers["greet"]] == ["greet/1"]
    assert [reply.id for reply in hello.line_thoughts["greet"]] == ["greet/thought/1"]
    assert [reply.id for reply in hello.thoughts] == ["hello/thought/1"]
    (greet,) = hello.lines
    assert greet.delivery == Delivery(-1, 1, 1, -1)
    assert (greet.craft, greet.need, greet.nearness, greet.seconds) == (Craft.GOOD, Need.BELONGING, 2, 40)
    assert (greet.stretched, greet.solves, greet.then) == (True, "fear", "open")
    (objection,) = scenario.objections
    assert (objection.secret, objection.root, objection.pretext) == (None, Resistance.CHANGE, True)
    assert scenario.asks == (Ask("card", people=("zhou",)), Ask("visit", 5_000, ("customer", "zhou")))
    assert (greet.motive, greet.worry, greet.quotes, greet.anchors) == (
        Motive.RESPECT,
        Worry.TOTAL_COST,
        110,
        150,
    )
    assert scenario.people[0].motives == (Motive.SAFETY, Motive.NOVELTY)
    assert scenario.people[0].worries == (Worry.POSITION,)
    assert [beat.cast for beat in scenario.beats] == [(), ("customer",), ()]
    assert [beat.days for beat in scenario.beats] == [0, 0, 3]
    assert [ending.on for ending in scenario.endings] == [
        (Close.AGREED,),
        (Close.LEFT, Close.OUT_OF_TIME),
        (),
    ]
    assert scenario.endings[1].when == (Term(AtStage(Stage.INTEREST)),)
    assert [epilogue.id for epilogue in scenario.epilogues] == ["epilogue/1", "epilogue/2"]
    assert wording.scenes["call"].days == 3
    assert wording.people["zhou"].looks.feminine is False
    assert wording.people["customer"].looks.glasses == "round"
    assert wording.people["customer"].address[5].said(Locale.EN) == "Chen Mo"
    assert wording.notes["greet"].said(Locale.EN) == "Too familiar for him."
    assert wording.says["greet/1"].cue.said(Locale.EN) == "He moves a chair."
    assert (wording.minutes, wording.difficulty, wording.player.firm.said(Locale.EN)) == (
        (12, 8),
        3,
        "Qingfan",
    )


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    reading = small(
        ("id: visit", "id: Visit\nturns: many"),
        ("D55", "D60"),
        ("[ask-permission]", "[ask-permision]"),
        ("- {en: Go on.}", "- {when: [mood iritated], en: Go on., then: nowhere}"),
    )
    assert [code for code, _, _ in told(reading.diagnostics)] == [
        "SC214",
        "SC206",
        "SC209",
        "SC409",
        "SC219",
        "SC410",
        "SC401",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # A misspelt field is the cause; that the promise is never kept follows from it.
        (
            [
                ("beats:\n", "promises:\n  short: {by: 6, en: Ten minutes.}\nbeats:\n"),
                ("does: [ask-permission]", "does: [ask-permission], promises: short, keep: short"),
            ],
            ["SC203"],
        ),
        # A faulty condition does not make its reply unguarded.
        ([("- {en: Go on.}", "- {when: [trsut > 3], en: No.}\n      - {en: Go on.}")], ["SC502"]),
        ([("- {en: Go on.}", "- {when: trust > 3, en: No.}\n      - {en: Go on.}")], ["SC204"]),
        # A fact whose truth is misspelt is still a fact.
        (
            [
                ("beats:\n", "facts:\n  pages: {truth: true, en: Nine hundred.}\nbeats:\n"),
                ("does: [ask-permission]", "does: [ask-permission], claims: pages"),
            ],
            ["SC205"],
        ),
        # An ending that a misspelt `then` should have reached.
        (
            [
                ("- {en: Go on.}", "- {en: Go on., then: agred}"),
                ("  done:", "  agreed: {stage: action, en: Yes.}\n  done:"),
            ],
            ["SC401"],
        ),
        # A beat whose lines are not fields is not told to have none.
        (
            [
                (
                    "    lines:\n      ask-leave: {en: I ask for two minutes., does: [ask-permission]}",
                    "    lines: none",
                )
            ],
            ["SC204"],
        ),
        ([("does: [ask-permission]", "does: ask-permission")], ["SC204"]),
        # A misspelt field is not missing as well.
        ([("stage: interest", "stge: interest")], ["SC203"]),
        # No title, no customer: everything else is still looked at.
        ([("title: {en: A Visit}\n", ""), ("stage: interest", "stage: intrest")], ["SC202", "SC205"]),
        ([("customer: {en: Lin Yue, disc: D55 C30 S10 I5}\n", "")], ["SC202"]),
    ],
)
def test_consequences_are_not_told(changes: list[tuple[str, str]], expected: list[str]) -> None:
    assert expected == [code for code, _, _ in told(small(*changes).diagnostics)]


def test_a_smell_can_be_silenced_with_a_reason() -> None:
    fact = ("beats:\n", "facts:\n  pages: {truth: sound, en: Nine hundred.}\nbeats:\n")
    assert [code for code, _, _ in told(small(fact).diagnostics)] == ["SC415"]
    silent = (fact[0], fact[1].replace("hundred.}", "hundred.}  # allow SC415: kept for the next episode"))
    reading = small(silent)
    assert reading.diagnostics == ()
    assert reading.scenario is not None


def test_an_error_cannot_be_silenced() -> None:
    assert [
        code for code, _, _ in told(small(("D55", "D60"), ("I5}", "I5}  # allow SC209: because")).diagnostics)
    ] == ["SC209"]


def test_smells_leave_the_scenario_playable() -> None:
    reading = small(("beats:\n", "facts:\n  pages: {truth: sound, en: Nine hundred.}\nbeats:\n"))
    assert reading.scenario is not None
    assert reading.wording is not None


def test_carriage_returns_do_not_shift_places() -> None:
    broken = SMALL.replace("D55", "D60")
    assert told(read(broken).diagnostics) == told(read(broken.replace("\n", "\r\n")).diagnostics)
