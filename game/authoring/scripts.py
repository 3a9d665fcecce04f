"""The dialogue of a scenario as a script to read aloud: beats, lines and replies, in the file's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.authoring.letters import Letter, Section
from game.content.wording import Wording
from game.engine.scenario import Beat, Line, Reply, Scenario
from game.language.text import LocalisedText
from game.language.words import Words


def script(scenario: Scenario, wording: Wording, words: Words) -> Letter:
    """The script: a section for each beat, then the endings and what came after."""
    writer = _Writer(scenario, wording, words)
    sections = [writer.beat(beat) for beat in scenario.beats]
    sections.append(writer.texts(words("Endings"), wording.endings.values()))
    sections.append(writer.texts(words("Afterwards"), wording.epilogues.values()))
    under = words.count("{n} line", "{n} lines", sum(len(beat.lines) for beat in scenario.beats))
    kept = tuple(section for section in sections if section.paragraphs or section.points)
    return Letter(wording.title.said(words.locale), under, kept)


class _Writer:
    """Takes sentences from a scenario in one language."""

    def __init__(self, scenario: Scenario, wording: Wording, words: Words) -> None:
        self._scenario, self._wording, self._words = scenario, wording, words

    def said(self, text: LocalisedText) -> str:
        return text.said(self._words.locale)

    def texts(self, heading: str, texts: Iterable[LocalisedText]) -> Section:
        """A section with one point for each text."""
        points = tuple(self.said(text) for text in texts)
        return Section(heading, (), points)

    def beat(self, beat: Beat) -> Section:
        """Narration, first words, and every line with what may be answered."""
        narration = self._wording.beats.get(beat.id)
        paragraphs = [self.said(narration)] if narration else []
        paragraphs += [self._speech(beat.person, reply) for reply in beat.says]
        points = [point for line in beat.lines for point in self._line(beat, line)]
        points += [self._speech(beat.person, reply) for reply in beat.replies]
        return Section(beat.id, tuple(paragraphs), tuple(points))

    def _line(self, beat: Beat, line: Line) -> Iterator[str]:
        words = self._words
        player = self.said(self._wording.player.name) or words("You")
        yield words("{name}: {text}", name=player, text=self.said(self._wording.lines[line.id]))
        for reply in beat.answers.get(line.id, ()):
            yield self._speech(beat.person, reply)

    def _speech(self, person: str | None, reply: Reply) -> str:
        words = self._words
        spoken = self._wording.says[reply.id]
        name = self.said(self._wording.people[person].name) if person else ""
        said = (
            words("{name}: {text}", name=name, text=self.said(spoken.text))
            if name
            else self.said(spoken.text)
        )
        return words("{text} ({more})", text=said, more=self.said(spoken.cue)) if spoken.cue else said
