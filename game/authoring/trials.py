"""Plays the golden paths of a scenario and says where one comes out otherwise than its trainer expects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.diagnostics import Findings, Value
from game.content.golden_paths import Expectation, GoldenPath, PathsReading
from game.content.yaml_tree import Node
from game.engine.conversation import Conversation, Refusal
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import score
from game.engine.terms import Comparison, InMood, Term
from game.engine.traits import WHOLE, Trait
from game.language.locale import Locale
from game.language.text import LocalisedText


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one path: how many faults it has, and the conversation as far as it came."""

    path: str
    faults: int
    conversation: Conversation


def tried(reading: PathsReading, scenario: Scenario, rules: Rules | None = None) -> tuple[Trial, ...]:
    """Play every path; what differs is noted in the reading's findings, at its place in the file."""
    rules = rules or Rules(scenario)
    return tuple(_tried(path, rules, reading.findings) for path in reading.paths)


def _tried(path: GoldenPath, rules: Rules, findings: Findings) -> Trial:
    notes = _Notes(findings)
    conversation = Conversation.begin(rules.scenario, seed_for(rules.scenario, path.customer, 0), rules=rules)
    for wanted in path.say:
        step = conversation.say(wanted.text) if wanted.text in rules.lines.index else Refusal.NOT_OFFERED
        if isinstance(step, Refusal):
            _refused(notes, wanted.node, wanted.text, conversation)
            return Trial(path.id, notes.count, conversation)
        conversation = step.conversation
        for expectation in path.expect:
            if expectation.after.text == wanted.text:
                _compare(notes, expectation, conversation)
    _ended(notes, path, conversation)
    return Trial(path.id, notes.count, conversation)


@dataclass(slots=True)
class _Notes:
    """Notes faults and counts them."""

    findings: Findings
    count: int = 0

    def tell(self, code: str, node: Node, **values: Value) -> None:
        self.count += 1
        self.findings.add(code, node.line, node.column, **values)


def _refused(notes: _Notes, node: Node, line: str, conversation: Conversation) -> None:
    outcome = conversation.outcome
    if outcome is not None:
        notes.tell("SC602", node, line=line, ending=outcome.ending)
    else:
        notes.tell("SC601", node, line=line, offers=_offers(conversation))


def _compare(notes: _Notes, wanted: Expectation, conversation: Conversation) -> None:
    """Hold an expectation against the conversation right after its line."""
    reaction = conversation.reactions[-1]
    if wanted.stage is not None and wanted.stage[0] is not conversation.stage:
        _differs(notes, wanted.stage[1], wanted.stage[0].word, conversation.stage.word)
    if wanted.reply is not None and wanted.reply.text != reaction.reply:
        _differs(notes, wanted.reply.node, wanted.reply.text, reaction.reply or "—")
    seen = [
        name
        for name in (reaction.cues.face, reaction.cues.micro, *(sign for sign, _ in reaction.cues.signs))
        if name
    ]
    if wanted.cue is not None and wanted.cue.text not in seen:
        _differs(notes, wanted.cue.node, wanted.cue.text, ", ".join(seen))
    for term, text in wanted.when:
        if not bool(conversation.rules.readings.holds((term,), conversation.state)[0]):
            notes.tell("SC605", text.node, condition=text.text, found=_found(term, conversation))


def _ended(notes: _Notes, path: GoldenPath, conversation: Conversation) -> None:
    """Hold ending and score against the expected ones."""
    if path.ending is None and path.score is None:
        return
    outcome = conversation.outcome
    if outcome is None:
        place = path.ending.node if path.ending else path.node
        notes.tell("SC603", place, offers=_offers(conversation))
        return
    if path.ending is not None and outcome.ending != path.ending.text:
        _differs(notes, path.ending.node, path.ending.text, outcome.ending)
    if path.score is not None:
        low, high, node = path.score
        total = score(conversation).total
        if not low <= total <= high:
            _differs(notes, node, f"{low}..{high}", str(total))


def _differs(notes: _Notes, node: Node, expected: str, found: str) -> None:
    notes.tell("SC604", node, expected=expected, found=found)


def _offers(conversation: Conversation) -> str:
    return ", ".join(line.id for line in conversation.offers()) or "—"


def _found(term: Term, conversation: Conversation) -> LocalisedText:
    """What is so instead, where that can be said in a word."""
    match term.test:
        case Comparison(trait, person=person):
            unit = 1 if trait is Trait.RUNG else WHOLE // 100
            level = int(conversation.mind(person)[trait]) / unit
            shown = f"{level:g}"
        case InMood(person=person):
            shown = conversation.cues(person).face
        case _:
            return LocalisedText()
    return LocalisedText({Locale.EN: f"; it is {shown}", Locale.ZH: f"，现在是 {shown}"})


def failed(trials: Sequence[Trial]) -> int:
    """How many paths came out otherwise."""
    return sum(trial.faults > 0 for trial in trials)
