"""Keeps a running conversation on disk and finds it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.command_line.house import House
from game.command_line.opened import Opened
from game.engine.conversation import Conversation
from game.engine.scenario import Scenario
from game.engine.transcript import Fault, ReplayFault, Transcript, TranscriptError
from game.records.faults import SaveFault, SaveTrouble
from game.records.saves import Saved

Hearer = Callable[[SaveFault], None]
"""Is told of every trouble with a save; the conversation goes on."""


@dataclass(slots=True)
class Keeper:
    """Writes one conversation down, turn by turn.

    Attributes:
        house: its saves keep, its witness sees.
        saved: what is on disk; without a name until it is kept for the first time.
        warn: is told, once, when nothing can be written.
    """

    house: House
    saved: Saved
    warn: Hearer
    _warned: bool = field(default=False)

    def keep(self, conversation: Conversation) -> None:
        """Have the conversation on disk when this returns; where that cannot be, warn once and go on."""
        transcript = conversation.transcript().to_json()
        self.house.witness.saw(self.saved.scenario, transcript)
        answer = self.house.saves.keep(replace(self.saved, transcript=transcript))
        if isinstance(answer, Saved):
            self.saved = answer
        else:
            self._trouble(answer)

    def finish(self, conversation: Conversation) -> Path | None:
        """Archive a conversation that is over; the next one kept will be another.

        Returns:
            the transcript's file, or None where none could be written.
        """
        over = replace(self.saved, transcript=conversation.transcript().to_json())
        answer = self.house.saves.archive(over)
        self.saved = replace(self.saved, name="")
        if isinstance(answer, SaveFault):
            self._trouble(answer)
            return None
        return answer

    @property
    def kept(self) -> bool:
        """Whether everything said so far is on disk."""
        return bool(self.saved.name) and not self._warned

    def _trouble(self, fault: SaveFault) -> None:
        if not self._warned:
            self.warn(fault)
        self._warned = True


def resumed(
    house: House, opened: Opened, open_again: Callable[[Saved], Opened], tell: Hearer
) -> tuple[Opened, Saved, Conversation] | None:
    """The running conversation of a scenario, lived again up to where it stood.

    Damaged saves are moved aside and told, and the next one is tried; one that was made by other rules is
    told and left where it is.

    Args:
        house: whose saves.
        opened: the scenario, as it was asked for.
        open_again: opens what a save names: perhaps another psychology, perhaps a pure type.
        tell: is told of every trouble.

    Returns:
        what was opened, its save and the conversation; None where there is nothing to go on with.
    """
    scenario = opened.scenario.id
    while (found := house.saves.resume(scenario, opened.source)) is not None:
        if isinstance(found, SaveFault):
            tell(found)
            if found.trouble is not SaveTrouble.DAMAGED:
                return None
            continue
        again = open_again(found)
        conversation = replayed(found, again.scenario)
        if isinstance(conversation, Conversation):
            if conversation.outcome is None:
                return again, found, conversation
            if isinstance(house.saves.archive(found), SaveFault):
                return None
            continue
        if conversation is not None and conversation.fault in {Fault.OTHER_SCENARIO, Fault.OTHER_ENGINE}:
            file = house.saves.running / found.name
            tell(SaveFault(SaveTrouble.OTHER_RULES, file, scenario=scenario))
            return None
        aside = house.saves.set_aside(found)
        tell(aside)
        if aside.trouble is not SaveTrouble.DAMAGED:
            return None
    return None


def replayed(saved: Saved, scenario: Scenario) -> Conversation | ReplayFault | None:
    """A saved conversation lived again; None when its transcript is none."""
    try:
        return Transcript.from_json(saved.transcript).replay(scenario)
    except TranscriptError:
        return None


def shelved(house: House, opened: Opened) -> None:
    """End every running conversation of a scenario; each stays among the transcripts."""
    while isinstance(found := house.saves.resume(opened.scenario.id, opened.source), Saved):
        if isinstance(house.saves.archive(found), SaveFault):
            return
