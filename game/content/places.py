"""Where things stand in files, kept beside the scenario so that the engine carries no file names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, unique

from game.language.locale import Locale
from game.language.text import LocalisedText


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; line and column count from 1, columns in characters.

    In a workbook line and column are those of its sheet, and `cell` is the address of the cell: `Lines!C14`.
    """

    file: str
    line: int
    column: int
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.file} {self.cell}" if self.cell else f"{self.file}:{self.line}:{self.column}"


@unique
class Kind(Enum):
    """What an id names."""

    PERSON = "person"
    SCENE = "scene"
    FACT = "fact"
    PROMISE = "promise"
    OBJECTION = "objection"
    SECRET = "secret"  # noqa: S105  (what a customer keeps back)
    ASK = "ask"
    BEAT = "beat"
    LINE = "line"
    REPLY = "reply"
    THOUGHT = "thought"
    ENDING = "ending"
    EPILOGUE = "epilogue"
    CRITERION = "criterion"
    FIELD = "field"  # of the file's outermost level

    @property
    def words(self) -> LocalisedText:
        """What people call it."""
        return LocalisedText({Locale.EN: self.value, Locale.ZH: _CHINESE[self]})


_CHINESE = {
    Kind.PERSON: "人物",
    Kind.SCENE: "场景",
    Kind.FACT: "事实",
    Kind.PROMISE: "承诺",
    Kind.OBJECTION: "异议",
    Kind.SECRET: "心事",
    Kind.ASK: "请求",
    Kind.BEAT: "节拍",
    Kind.LINE: "台词",
    Kind.REPLY: "回应",
    Kind.THOUGHT: "心声",
    Kind.ENDING: "结局",
    Kind.EPILOGUE: "尾声",
    Kind.CRITERION: "评分项",
    Kind.FIELD: "字段",
}


@dataclass(frozen=True, slots=True)
class Places:
    """The side table of places: what stands where, by kind and id.

    `simulate` can so say "fleet.yaml:88: never chosen in 100 000 plays" though the engine knows no files.
    """

    table: Mapping[tuple[Kind, str], Place] = field(default_factory=dict)

    def of(self, kind: Kind, name: str) -> Place | None:
        """Where this id is defined; None when the file does not define it."""
        return self.table.get((kind, name))
