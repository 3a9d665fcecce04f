"""Golden paths: conversations that a trainer expects, written beside a scenario and played by `rapport test`.

rapport-paths: 1
scenario: ten-minutes            # the file beside this one when left out
paths:
  a-good-start:
    customer: 2                  # which of the hidden customers; the first when left out
    say: [ask-leave, give-figures]
    expect:
      - {after: ask-leave, stage: cognition, when: [trust >= 30]}
    ending: dated
    score: 600..800
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.content.aliases import translate
from game.content.conditions import STAGES, condition
from game.content.diagnostics import Diagnostic, Findings, shown, suggestion
from game.content.fields import FIELDS, LIST, PHRASES, Fields
from game.content.forms import kind_of
from game.content.grammar import GrammarFault
from game.content.source import read_source
from game.content.yaml_tree import ListNode, MapNode, Node, TextNode, plain, read_tree
from game.engine.scenario import Scenario
from game.engine.scoring import FULL
from game.engine.terms import Agreed, Comparison, InMood, Said, Term, Told, Word
from game.engine.traits import Stage
from game.language.text import LocalisedText

PATHS_HEAD = "rapport-paths"
ENDING = ".paths.yaml"
"""How the file of a scenario's golden paths ends: `ten-minutes.paths.yaml` beside `ten-minutes.yaml`."""

_PATH = ("customer", "expect", "ending", "score", "note")
_EXPECTATION = ("stage", "reply", "cue", "when")
_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that is expected, with the node it stands in."""

    text: str
    node: Node


@dataclass(frozen=True, slots=True)
class Expectation:
    """What should be so after a line; None or empty where nothing is expected.

    `cue` is the name of a face, a flash or a sign; `when` holds conditions with their nodes.
    """

    after: Wanted
    stage: tuple[Stage, Node] | None = None
    reply: Wanted | None = None
    cue: Wanted | None = None
    when: tuple[tuple[Term, Wanted], ...] = ()


@dataclass(frozen=True, slots=True)
class GoldenPath:
    """One expected conversation. `customer` counts from 0, `score` is a span of points."""

    id: str
    node: Node
    customer: int
    say: tuple[Wanted, ...]
    expect: tuple[Expectation, ...] = ()
    ending: Wanted | None = None
    score: tuple[int, int, Node] | None = None


@dataclass(frozen=True, slots=True)
class PathsReading:
    """The golden paths of one file; what is wrong with the file beside them."""

    paths: tuple[GoldenPath, ...] = ()
    findings: Findings = field(default_factory=lambda: Findings(""))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is to be said so far."""
        return self.findings.told()


def scenario_of(path: Path) -> str | Path:
    """The scenario that a file of golden paths is about: what it names, else the file beside it."""
    source, _ = read_source(path)
    node = read_tree(source, Findings(path.as_posix())) if source is not None else None
    if node is not None:
        translate(node)
    name = plain(node).get("scenario") if isinstance(node, MapNode) else None
    if isinstance(name, str) and name:
        beside = path.parent / name
        return beside if beside.is_file() else name
    return path.with_name(path.name.removesuffix(ENDING) + ".yaml")


def read_golden_paths(path: Path, scenario: Scenario | None) -> PathsReading:
    """Reads a file of golden paths and checks every name in it.

    Args:
        path: The file.
        scenario: What they are about; names are not checked when None.
    """
    source, about_file = read_source(path)
    findings = Findings(path.as_posix(), source)
    findings.extend(about_file)
    node = read_tree(source, findings) if source is not None else None
    if node is None:
        return PathsReading((), findings)
    if not isinstance(node, MapNode) or plain(node).get(PATHS_HEAD) != _VERSION:
        findings.add("SC821", node.line, node.column, head=PATHS_HEAD)
        return PathsReading((), findings)
    translate(node, findings.spelling)
    root = Fields(node, node, findings, PHRASES)
    root.only((PATHS_HEAD, "paths"), ("scenario",))
    entries = root.below("paths")
    reader = _Reader(scenario)
    return PathsReading(
        tuple(reader.path(name, entries.key(name), entries.below(name)) for name in entries.names), findings
    )


class _Reader:
    """Reads paths against the names of a scenario."""

    def __init__(self, scenario: Scenario | None) -> None:
        self._scenario = scenario
        lines = [line.id for beat in scenario.beats for line in beat.lines] if scenario else []
        self._names: Mapping[str, list[str]] = (
            {
                "SC402": lines,
                "SC403": [each.id for each in scenario.secrets],
                "SC405": [each.id for each in scenario.promises],
                "SC407": [each.id for each in scenario.people],
                "SC410": list(scenario.psychology.moods),
                "SC411": [each.id for each in scenario.asks],
                "SC401": [each.id for each in scenario.endings],
            }
            if scenario
            else {}
        )

    def path(self, name: str, node: Node, entry: Fields) -> GoldenPath:
        entry.only(("say",), _PATH)
        most = self._scenario.customers if self._scenario else 16
        say = tuple(Wanted(text.text, text) for text in entry.texts("say"))
        for wanted in say:
            self._known(entry, "SC402", wanted)
        ending = self._wanted(entry, "ending")
        if ending is not None:
            self._known(entry, "SC401", ending)
        return GoldenPath(
            name,
            node,
            entry.number("customer", 1, most, 1) - 1,
            say,
            tuple(self._expectation(part, say) for part in self._parts(entry)),
            ending,
            self._score(entry),
        )

    def _parts(self, entry: Fields) -> list[Fields]:
        node = entry.node.values.get("expect")
        if node is None:
            return []
        if not isinstance(node, ListNode):
            entry.tell("SC204", node, expected=LIST, found=kind_of(plain(node)), hint=LocalisedText())
            return []
        for item in node.items:
            if not isinstance(item, MapNode):
                entry.tell("SC204", item, expected=FIELDS, found=kind_of(plain(item)), hint=LocalisedText())
        return [
            Fields(item, item, entry.findings, entry.codes)
            for item in node.items
            if isinstance(item, MapNode)
        ]

    def _expectation(self, part: Fields, say: tuple[Wanted, ...]) -> Expectation:
        part.only(("after",), _EXPECTATION)
        after = self._wanted(part, "after") or Wanted("", part.place)
        said = [wanted.text for wanted in say]
        if after.text and after.text not in said:
            part.tell("SC606", after.node, line=shown(after.text), hint=suggestion(after.text, said))
        stage = part.text("stage")
        chosen = part.chosen(stage, STAGES) if stage is not None else None
        return Expectation(
            after,
            (STAGES[chosen], stage) if chosen and stage is not None else None,
            self._wanted(part, "reply"),
            self._wanted(part, "cue"),
            tuple(pair for text in part.texts("when") if (pair := self._condition(part, text)) is not None),
        )

    def _condition(self, part: Fields, text: TextNode) -> tuple[Term, Wanted] | None:
        try:
            term = condition(text.text)
        except GrammarFault as fault:
            part.findings.add(fault.code, text.line, text.column + fault.offset, **fault.values)
            return None
        wanted = Wanted(text.text, text)
        return (term, wanted) if all(self._known(part, *name) for name in _names(term, text)) else None

    def _wanted(self, entry: Fields, name: str) -> Wanted | None:
        node = entry.text(name)
        return Wanted(node.text, node) if node is not None else None

    def _known(self, entry: Fields, code: str, wanted: Wanted) -> bool:
        known = self._names.get(code)
        if known is None or wanted.text in known:
            return True
        entry.tell(code, wanted.node, name=shown(wanted.text), hint=suggestion(wanted.text, known))
        return False

    def _score(self, entry: Fields) -> tuple[int, int, Node] | None:
        limits = entry.limits("score")
        if limits is None:
            return None
        node = entry.node.values["score"]
        for number in limits:
            if not 0 <= number <= FULL:
                entry.tell("SC207", node, number=number, low=0, high=FULL)
                return None
        return (*limits, node)


def _names(term: Term, node: Node) -> list[tuple[str, Wanted]]:
    """What a condition names, with the code that says it is unknown."""
    match term.test:
        case Said(line, before):
            return [("SC402", Wanted(name, node)) for name in (line, before) if name]
        case Told(secret):
            return [("SC403", Wanted(secret, node))]
        case Word(promise):
            return [("SC405", Wanted(promise, node))]
        case Agreed(ask):
            return [("SC411", Wanted(ask, node))]
        case InMood(mood, person):
            people = [("SC407", Wanted(person, node))] if person else []
            return [("SC410", Wanted(mood, node)), *people]
        case Comparison(person=person):
            return [("SC407", Wanted(person, node))] if person else []
    return []
