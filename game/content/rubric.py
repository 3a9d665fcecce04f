"""What a score is made of: the scenario's own rubric, filled from the default to 1000 points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from game.content import schema
from game.content.conditions import TRAITS
from game.content.diagnostics import Findings, suggestion
from game.content.document import Document, normal_rubric
from game.content.source import Source
from game.content.yaml_tree import plain, read_tree
from game.engine import scenario as engine
from game.language.text import LocalisedText

FULL = 1_000
"""Points of every rubric."""

GRADED = 350
"""Points that should be given in degrees rather than steps."""


@dataclass(frozen=True, slots=True)
class Scoring:
    """A rubric with the words of its criteria."""

    rubric: engine.Rubric
    wording: dict[str, LocalisedText]


@lru_cache(maxsize=1)
def default_rubric() -> schema.Rubric:
    """The rubric that fills what scenarios leave out; its parts sum to 1000."""
    text = files("game.content").joinpath("default_rubric.yaml").read_text("utf-8")
    source = Source("default_rubric.yaml", text)
    findings = Findings(source.file)
    root = read_tree(source, findings)
    assert root is not None, findings.told()
    return schema.Rubric.model_validate(normal_rubric(plain(root)))


def tell_rubric(document: Document) -> None:
    """Notes points that do not sum to 1000 (SC221), unknown graded traits (SC420), too few grades (SC226)."""
    rubric = document.model.rubric
    unknown = [name for name in rubric.grades or {} if name not in TRAITS]
    for name in unknown:
        hint = suggestion(name, TRAITS)
        document.tell_key("SC420", ("rubric", "grades", name), name=name, hint=hint)
    if unknown or not document.sound("rubric", "criteria", "grades", "honesty", "points"):
        return
    written = _written(rubric)
    complete = None not in (rubric.criteria, rubric.grades) and rubric.honesty >= 0
    if written > FULL or (complete and written != FULL):
        document.tell_key("SC221", ("rubric",), sum=written)
        return
    graded = sum(grade.points for grade in scoring(rubric).rubric.grades)
    if graded < GRADED:
        path = ("rubric", "grades") if rubric.grades is not None else ("rubric",)
        document.tell_key("SC226", path, points=graded)


def _written(rubric: schema.Rubric) -> int:
    criteria = sum(criterion.points for criterion in (rubric.criteria or {}).values())
    grades = sum(grade.points for grade in (rubric.grades or {}).values())
    return criteria + grades + max(0, rubric.honesty)


def scoring(rubric: schema.Rubric) -> Scoring:
    """The whole rubric.

    What is written keeps its points. Grades and honesty that are left out come with their default points,
    or share what is left; what then still lacks to 1000 is filled with the default criteria, scaled.
    """
    usual = default_rubric()
    rest = FULL - _written(rubric)
    criteria = [_criterion(name, part) for name, part in (rubric.criteria or {}).items()]
    grades = [_grade(name, part) for name, part in (rubric.grades or {}).items()]
    honesty = max(0, rubric.honesty)

    spare_grades = [_grade(name, part) for name, part in (usual.grades or {}).items()]
    if rubric.grades is not None:
        spare_grades = []
    spare_honesty = usual.honesty if rubric.honesty < 0 else 0
    share = min(rest, sum(grade.points for grade in spare_grades) + spare_honesty)
    *graded, honest = scaled([*(grade.points for grade in spare_grades), spare_honesty], share)
    grades += [replace(grade, points=points) for grade, points in zip(spare_grades, graded, strict=True)]

    taken = rubric.criteria or {}
    spare = {name: part for name, part in (usual.criteria or {}).items() if name not in taken}
    filled = scaled([part.points for part in spare.values()], rest - share)
    criteria += [
        replace(_criterion(name, part), points=points)
        for (name, part), points in zip(spare.items(), filled, strict=True)
    ]
    words = {name: part.text() for name, part in {**spare, **taken}.items()}
    kept = tuple(criterion for criterion in criteria if criterion.points > 0)
    return Scoring(
        engine.Rubric(
            criteria=kept,
            grades=tuple(grade for grade in grades if grade.points > 0),
            honesty=honesty + honest,
            passing=rubric.pass_,
        ),
        {criterion.id: words[criterion.id] for criterion in kept},
    )


def scaled(points: Sequence[int], total: int) -> list[int]:
    """The points in proportion so that they sum to `total` exactly; the largest remainders get the rest."""
    before = sum(points)
    if before == 0:
        return [0 for _ in points]
    floors = [point * total // before for point in points]
    order = sorted(range(len(points)), key=lambda index: (-(points[index] * total % before), index))
    for index in order[: total - sum(floors)]:
        floors[index] += 1
    return floors


def _criterion(name: str, part: schema.Criterion) -> engine.Criterion:
    return engine.Criterion(name, part.points, part.stage, tuple(part.when))


def _grade(name: str, part: schema.Grade) -> engine.Grade:
    usual = (default_rubric().grades or {}).get(name)
    low = part.from_ if part.from_ >= 0 else usual.from_ if usual else 0
    high = part.to if part.to >= 0 else usual.to if usual else 10_000
    return engine.Grade(name, part.points, TRAITS[name], low, high)
