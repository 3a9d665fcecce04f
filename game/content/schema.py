"""The shape of a scenario file: strict pydantic models, one shape per field.

A model holds what stands in the file, already as values of the engine; names are not looked up here. Field
names are the file's with hyphens turned into underscores (`from_` and `with_` for reserved words).
"""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict

from game.content import forms
from game.content.people_schema import EMPTY_LIST, EMPTY_TABLE, Name, Note, Part, Person, Player, Words
from game.engine.scenario import CUSTOMERS, Craft
from game.engine.traits import Stage
from game.language.locale import Locale

_LANGUAGES = list(Locale)
_MINUTES = [8, 5]


class Message(Words):
    """One message of the briefing."""

    from_: Name


class Scene(Words):
    """A place and a channel; days may have passed before it."""

    place: forms.PlaceWord = "reception"
    channel: forms.Channel = "face"
    cast: list[forms.Id] = EMPTY_LIST
    days: forms.Days = 0
    hours: forms.Hours = 0


NO_SCENE = Scene.model_construct()
"""Where a scenario names no scene."""


class Fact(Words):
    """A fact card and the truth of it."""

    truth: forms.TruthWord


class Promise(Words):
    """Something to be kept by a turn, and perhaps within some time of the story."""

    by: forms.Turns
    within: forms.WithinOrNone = None


class Objection(Words):
    """A resistance the customer will voice."""

    strength: forms.Strength
    person: forms.IdOrNone = None
    root: forms.IdOrNone = None
    pretext: forms.Flag = False


class Secret(Words):
    """What the customer does not say at once."""

    depth: forms.Percent = 3_000
    of: forms.IdOrNone = None


class Ask(Words):
    """A commitment one can ask for."""

    needed = False
    size: forms.Percent = 3_500
    of: list[forms.Id] = EMPTY_LIST


class Reply(Words):
    """What the customer says, guarded."""

    when: list[forms.Condition] = EMPTY_LIST
    cue: Name | None = None
    then: forms.IdOrNone = None


class Greeting(Words):
    """What the customer says first when a beat begins, guarded."""

    when: list[forms.Condition] = EMPTY_LIST
    cue: Name | None = None


class Guarded(Words):
    """A thought, guarded."""

    when: list[forms.Condition] = EMPTY_LIST


class Epilogue(Words):
    """A story of the days afterwards, guarded; it may ask what became of her."""

    when: list[forms.EpilogueCondition] = EMPTY_LIST


class Line(Words):
    """What the player can say."""

    does: list[forms.Doing] = EMPTY_LIST
    delivery: list[forms.DeliveryWord] = EMPTY_LIST
    craft: forms.CraftWord = Craft.PLAIN
    when: list[forms.Condition] = EMPTY_LIST
    claims: forms.IdOrNone = None
    stretched: forms.Flag = False
    promises: forms.IdOrNone = None
    keeps: forms.IdOrNone = None
    asks_about: forms.IdOrNone = None
    asks: forms.IdOrNone = None
    about: forms.ResistanceOrNone = None
    solves: forms.IdOrNone = None
    need: forms.NeedOrNone = None
    motive: forms.MotiveOrNone = None
    worry: forms.WorryOrNone = None
    quotes: forms.Figure = None
    anchors: forms.Figure = None
    nearness: forms.Rung = None
    seconds: forms.Seconds = 25
    then: forms.IdOrNone = None
    note: Note | None = None
    replies: list[Reply] = EMPTY_LIST
    thoughts: list[Guarded] = EMPTY_LIST


class Beat(Words):
    """An authored moment with its lines and replies."""

    needed = False
    with_: forms.IdOrNone = None
    alone: forms.Flag = False
    scene: forms.IdOrNone = None
    objection: forms.ResistanceOrNone = None
    when: list[forms.Condition] = EMPTY_LIST
    then: forms.IdOrNone = None
    says: list[Greeting] = EMPTY_LIST
    lines: dict[forms.Id, Line] = EMPTY_TABLE
    replies: list[Reply] = EMPTY_LIST
    thoughts: list[Guarded] = EMPTY_LIST


class Ending(Words):
    """Where a conversation can end."""

    stage: forms.StageWord
    on: list[forms.CloseWord] = EMPTY_LIST
    when: list[forms.Condition] = EMPTY_LIST


class Criterion(Words):
    """Points for a condition."""

    points: forms.Points
    stage: forms.StageWord = Stage.COGNITION
    when: list[forms.CriterionCondition]


class Grade(Part):
    """Points in proportion to a trait."""

    points: forms.Points
    from_: forms.Percent = -1
    to: forms.Percent = -1


class Rubric(Part):
    """What the score is made of."""

    pass_: forms.Points = 600
    criteria: dict[forms.Id, Criterion] | None = None
    grades: dict[str, Grade] | None = None
    honesty: forms.Points = -1


class Override(Part):
    """One coefficient of the customer model that this scenario bends, and why."""

    cell: forms.CellName
    times: forms.Times = None
    by: forms.By = None
    because: Name


class Clock(Part):
    """Story time."""

    start: forms.Daytime = 36_000
    limit: forms.Duration = 1_800


class Target(Part):
    """What the trainer wants of a class; the score does not depend on it."""

    pass_rate: forms.RateOrNone = None


class Scenario(Part):
    """A whole scenario file."""

    model_config = ConfigDict(defer_build=False)

    rapport: forms.Version
    id: forms.Id
    languages: list[forms.LocaleWord] = _LANGUAGES
    title: Name
    tagline: Name | None = None
    difficulty: forms.Difficulty = 1
    minutes: list[forms.Minutes] = _MINUTES
    headline: list[forms.Id] = EMPTY_LIST
    teaches: list[forms.Id] = EMPTY_LIST
    turns: forms.Turns = 12
    customers: forms.Customers = CUSTOMERS
    clock: Clock = Clock.model_construct()
    player: Player | None = None
    briefing: list[Message] = EMPTY_LIST
    aims: list[Name] = EMPTY_LIST
    customer: Person
    people: dict[forms.Id, Person] = EMPTY_TABLE
    scenes: dict[forms.Id, Scene] = EMPTY_TABLE
    facts: dict[forms.Id, Fact] = EMPTY_TABLE
    promises: dict[forms.Id, Promise] = EMPTY_TABLE
    objections: dict[forms.ResistanceWord, Objection] = EMPTY_TABLE
    secrets: dict[forms.Id, Secret] = EMPTY_TABLE
    asks: dict[forms.Id, Ask] = EMPTY_TABLE
    beats: dict[forms.Id, Beat]
    endings: dict[forms.Id, Ending]
    epilogue: list[Epilogue] = EMPTY_LIST
    rubric: Rubric = Rubric.model_construct()
    target: Target = Target.model_construct()
    overrides: list[Override] = EMPTY_LIST
    questions: list[Name] = EMPTY_LIST


def json_schema() -> dict[str, Any]:
    """The JSON Schema of scenario files, for editors; the short forms are in it."""
    from game.content.schema_notes import explained

    schema = Scenario.model_json_schema(by_alias=True)
    parts = schema["$defs"]
    for name, short in (("Grade", {"type": "integer"}), ("Note", {"type": "string"})):
        parts[name] = {"anyOf": [short, parts[name]]}
    of = parts["Ask"]["properties"]["of"]
    parts["Ask"]["properties"]["of"] = {"anyOf": [of["items"], of]}
    explained(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rapport scenario",
        **{key: value for key, value in schema.items() if key != "title"},
    }
