"""A small scenario and reactions made by hand, for tests of what is told of them."""

from __future__ import annotations

import numpy as np

from game.engine.psychology import Channel, Psychology, Role, Route, Tactics
from game.engine.reaction import (
    Cause,
    CauseName,
    Child,
    Cues,
    DoseReading,
    Event,
    Reaction,
    StageChange,
)
from game.engine.scenario import (
    Beat,
    Criterion,
    Delivery,
    Ending,
    Fact,
    Grade,
    Line,
    Person,
    Rubric,
    Scenario,
    TacticUse,
    Truth,
)
from game.engine.traits import Attribute, Resistance, Stage, Trait
from game.language.text import LocalisedText
from game.telling.trait_names import text

TACTICS = ("ask-situation", "ask-commitment", "evidence", "humour")
NAMES: dict[str, LocalisedText] = {
    "ask-situation": text("Ask how things stand", "问现状"),
    "ask-commitment": text("Ask for a commitment", "请人拍板"),
    "evidence": text("Give evidence", "摆证据"),
    "humour": text("Joke", "开玩笑"),
}
LINES = (
    Line("ask", does=(TacticUse("ask-situation"),), delivery=Delivery(pace=1, detail=-1, directness=1)),
    Line("push", does=(TacticUse("ask-commitment"), TacticUse("humour")), delivery=Delivery(warmth=1)),
    Line("prove", does=(TacticUse("evidence"),), claims="figures", about=Resistance.TIMING),
    Line("boast", does=(TacticUse("evidence"),), claims="rumour", nearness=3, delivery=Delivery(detail=1)),
)


def psychology() -> Psychology:
    """Four moves, with nothing in the tables but what sentences read."""
    count = len(TACTICS)
    zero = np.zeros(count, np.int32)
    tactics = Tactics(
        ids=TACTICS,
        effects=np.zeros((len(Channel), count), np.int32),
        agency=zero,
        communion=zero,
        locked=zero,
        stage=np.array(
            [
                [1000, 200, 700, 1000],
                [1000, 400, 1100, 1000],
                [500, 700, 1100, 1000],
                [300, 1000, 900, 1000],
                [300, 500, 500, 1000],
            ],
            np.int32,
        ),
        gate=zero,
        route=np.array([Route.NEUTRAL, Route.NEUTRAL, Route.CENTRAL, Route.PERIPHERAL], np.int32),
        roles=np.array([Role.QUESTION, Role.ASK, Role.SOLVE, Role.WARM], np.int32),
        solves=np.zeros((len(Resistance), count), np.int32),
        appeal=np.zeros((len(Attribute), count), np.int32),
        gives=zero - 1,
        steadies=np.zeros(count, np.int32),
        practises={},
    )
    number = {
        "mood.keep": 917,
        "delivery.pace-agency": 600,
        "delivery.directness-agency": 500,
        "delivery.detail-agency": -400,
        "delivery.warmth-communion": 700,
    }
    return Psychology(
        tactics=tactics,
        number=number,
        curves={},
        moods={"irritated": (), "neutral": ()},
        signs=("arms-crossed", "nods"),
        sign_constants=np.zeros(2, np.int32),
        sign_weights=np.zeros((2, len(Trait)), np.int32),
        sign_steps=np.zeros((2, 3), np.int32),
        masks=np.zeros((2, 3), np.int32),
        fingerprint="sample",
    )


def scenario(objection: Resistance | None = None) -> Scenario:
    """One person, one beat, four lines."""
    return Scenario(
        id="sample",
        people=(Person("customer", (700, 100, 100, 100)),),
        beats=(Beat("hall", LINES, person="customer", objection=objection),),
        endings=(Ending("shown-out", Stage.COGNITION),),
        rubric=Rubric(
            criteria=(
                Criterion("no-push", 300, Stage.COGNITION, ()),
                Criterion("heard", 260, Stage.INTEREST, ()),
            ),
            grades=(
                Grade("trust", 200, Trait.TRUST, 2_000, 7_000),
                Grade("follow-through", 140, Trait.FOLLOW_THROUGH, 1_000, 8_000),
            ),
            honesty=100,
            passing=600,
        ),
        psychology=psychology(),
        turns=12,
        facts=(Fact("figures", Truth.SOUND), Fact("rumour", Truth.UNTRUE)),
    )


def reaction(
    causes: tuple[Cause, ...],
    *,
    turn: int = 1,
    line: str = "push",
    stage: Stage = Stage.COGNITION,
    events: tuple[Event, ...] = (),
    doses: tuple[DoseReading, ...] = (),
    before: dict[Trait, int] | None = None,
) -> Reaction:
    """A turn whose mind moves by exactly the given causes."""
    start = np.zeros(len(Trait), np.int32)
    start[Trait.RUNG] = 1
    for trait, value in (before or {Trait.TRUST: 3_000, Trait.PRESSURE: 2_000}).items():
        start[trait] = value
    after = start.copy()
    for cause in causes:
        after[cause.trait] += cause.amount
    return Reaction(
        turn=turn,
        line=line,
        beat="hall",
        person="customer",
        before=start,
        after=after,
        causes=causes,
        doses=doses,
        change=StageChange(stage, Child.TALKING, stage, Child.TALKING),
        reply="hm",
        thought=None,
        cues=Cues("neutral", None, ()),
        events=events,
        clock=36_000 + 25 * turn,
    )


def cause(name: CauseName, trait: Trait, amount: int) -> Cause:
    """A cause of the customer's."""
    return Cause(name, trait, amount, "customer")


def dose(tactic: str, **multipliers: int) -> DoseReading:
    """A move whose multipliers are 1 unless given."""
    values = {"repetition": 1_000, "fit": 1_000, "stage": 1_000, "gate": 1_000, "delivery": 1_000}
    values |= {"elaboration": 1_000, "dose": 1_000} | multipliers
    return DoseReading(tactic=tactic, **values)
