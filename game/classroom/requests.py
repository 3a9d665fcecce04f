"""What may be asked of the server, checked to the last field; the OpenAPI document is made from the same
models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from game.classroom.wall_texts import cleaned

Id = Annotated[str, Field(min_length=1, max_length=48, pattern=r"^[A-Za-z0-9_-]+$")]
Name = Annotated[str, Field(max_length=65_536)]
"""Whatever is chosen; the sentence that refuses it is that for names."""

Short = Annotated[str, Field(max_length=60)]
TeamName = Annotated[str, Field(min_length=1, max_length=60), BeforeValidator(cleaned)]
LineId = Annotated[str, Field(min_length=1, max_length=80)]
Title = Annotated[str, Field(min_length=1, max_length=120), BeforeValidator(cleaned)]
Sentence = Annotated[str, Field(max_length=200), BeforeValidator(cleaned)]
Key = Annotated[str, Field(min_length=8, max_length=80, pattern=r"^[A-Za-z0-9_-]+$")]
Mode = Literal["race", "set", "exam", "vote", "tables"]
Language = Literal["en", "zh"]
Minutes = Annotated[int, Field(ge=1, le=480)]


class Asked(BaseModel):
    """A body; what it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Asked):
    """A body without anything in it."""


class Join(Asked):
    """Take a seat: with a code, or with a signed link to a seat that is there already."""

    code: Annotated[str, Field(max_length=16)] = ""
    nickname: Name | None = None
    team: Short | None = None
    members: Annotated[list[Name], Field(max_length=12)] = []
    roster: Annotated[str, Field(max_length=120)] | None = None
    emblems: Annotated[list[Annotated[str, Field(max_length=12)]], Field(max_length=3)] = []
    invite: Annotated[str, Field(max_length=600)] | None = None


class Begin(Asked):
    """Ask for the luck of the next attempt."""

    round: Id


class HandIn(Asked):
    """An attempt: nothing but what was said."""

    round: Id
    number: Annotated[int, Field(ge=1, le=1_000_000)]
    transcript: dict[str, Any]


class Vote(Asked):
    """What a seat would say next."""

    round: Id
    turn: Annotated[int, Field(ge=1, le=1000)]
    line: LineId


class Login(Asked):
    """Sign in as the trainer."""

    key: Annotated[str, Field(max_length=200)]


class Goal(Asked):
    """What a round is about, in words."""

    en: Sentence = ""
    zh: Sentence = ""


class Planned(Asked):
    """One row of a run sheet, or a new round.

    `attempts` is how often each seat may try (0: as often as it likes), `grace` the seconds after the end
    in which what was played may still arrive. `part` makes two rounds of a scenario a comparison: `before`
    chooses two hidden customers that a simulated class finds equally hard (or takes those of `customers`,
    counted from 1, and refuses them when they are not, unless `anyway`), and plays the first; `after` plays
    the second.
    """

    scenario: Annotated[str, Field(min_length=1, max_length=80)]
    mode: Mode = "race"
    minutes: Minutes | None = None
    attempts: Annotated[int, Field(ge=0, le=100)] | None = None
    counts: Literal["best", "last", "first"] | None = None
    hints: bool | None = None
    goals: Annotated[list[Sentence | Goal], Field(max_length=8)] = []
    grace: Annotated[int, Field(ge=0, le=3600)] | None = None
    unfinished: Literal["refuse", "count"] | None = None
    part: Literal["before", "after"] | None = None
    customers: (
        Annotated[list[Annotated[int, Field(ge=1, le=16)]], Field(min_length=2, max_length=2)] | None
    ) = None
    anyway: bool | None = None
    note: Annotated[str, Field(max_length=400), BeforeValidator(cleaned)] = ""


class NewRound(Planned):
    """A new round, at once open where that is said."""

    open: bool = False


class NewSession(Asked):
    """A new class."""

    title: Title
    language: Language = "en"
    capacity: Annotated[int, Field(ge=1, le=5000)] = 200
    late: bool = True
    approve: bool = False
    roster: Literal["off", "asked", "required"] = "off"
    emblems: bool = False
    teams: Annotated[list[TeamName], Field(max_length=24)] = []
    theme: Literal["night", "paper"] = "night"
    motion: bool = True
    run_sheet: Annotated[str | list[Planned], Field(max_length=60)] | None = None


class ChangedSession(Asked):
    """Settings of a class that change; what is left out stays."""

    title: Title | None = None
    language: Language | None = None
    capacity: Annotated[int, Field(ge=1, le=5000)] | None = None
    late: bool | None = None
    approve: bool | None = None
    roster: Literal["off", "asked", "required"] | None = None
    emblems: bool | None = None
    teams: Annotated[list[TeamName], Field(max_length=24)] | None = None
    theme: Literal["night", "paper"] | None = None
    motion: bool | None = None
    board: Literal["round", "all"] | None = None


class Notice(Asked):
    """A sentence for every screen; empty takes it away."""

    text: Annotated[str, Field(max_length=300), BeforeValidator(cleaned)] = ""


class View(Asked):
    """What the board is ordered by, and its looks."""

    view: Literal["score", "stage", "insight", "team"] | None = None
    theme: Literal["night", "paper"] | None = None
    motion: bool | None = None


class Extend(Asked):
    """More minutes, or fewer."""

    minutes: Annotated[int, Field(ge=-480, le=480)]


class Rename(Asked):
    """Another name for a seat."""

    nickname: Name


class Team(Asked):
    """Another team for a seat; none takes it out."""

    team: Short | None = None


class Hands(Asked):
    """Hands counted in the room: by the letter of the line on the wall, or by its id."""

    hands: dict[LineId, Annotated[int, Field(ge=0, le=5000)]]


class Say(Asked):
    """The line that is said; the one with most votes where none is named."""

    line: LineId | None = None


class RosterEntry(Asked):
    """One person of the class list; nothing of it is ever shown on the board."""

    key: Annotated[str, Field(min_length=1, max_length=120), BeforeValidator(cleaned)]
    name: Annotated[str, Field(max_length=120), BeforeValidator(cleaned)] = ""
    team: Annotated[str, Field(max_length=60), BeforeValidator(cleaned)] | None = None


class Roster(Asked):
    """The class list."""

    entries: Annotated[list[RosterEntry], Field(max_length=5000)]


class Discussion(Asked):
    """Show one moment on the board, or nothing."""

    beat: Annotated[str, Field(max_length=80)] | None = None
    round: Id | None = None
    values: bool = False


class RunSheet(Asked):
    """A plan: rows of our own, or the id of one that comes with Rapport; `step` rows of it are done."""

    rows: Annotated[str | list[Planned], Field(max_length=60)]
    step: Annotated[int, Field(ge=0, le=60)] = 0
