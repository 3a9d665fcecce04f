"""A job of the workshop on the sheet: how far it has come, and what came of it in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame

from game.desk.fault_rows import counted, fault_rows
from game.desk.job_ports import Job, Kind, Results, Sentence
from game.desk.layout import Rect
from game.desk.row_column import Row
from game.desk.scene import Desk
from game.desk.sounds import Sound

BAR = 10
"""Height of the bar, pixels of the guide."""

PLAY = 8
"""Lines that are named of a play that shows a fault."""


class WorkJob:
    """Asks a job how it goes, and writes its rows.

    Args:
        desk: everything a scene may use.
        job: what is being done.
        heading: what is being done, in words.
        sound: what is said where no fault came of it; empty where none was looked for.
    """

    def __init__(self, desk: Desk, job: Job, heading: str, sound: str = "") -> None:
        self._desk, self._job, self._heading, self._sound = desk, job, heading, sound
        self._percent = 0
        self._seen = False

    @property
    def over(self) -> bool:
        """Whether it has come to its end."""
        return self._job.over

    def close(self) -> None:
        """End it."""
        self._job.close()

    def moved(self) -> bool:
        """Whether there is something new to be shown."""
        if self._job.over:
            new, self._seen = not self._seen, True
            if new:
                self._desk.sounds.play(Sound.NOTES if self._job.results() is not None else Sound.THUD)
            return new
        before, self._percent = self._percent, round(100 * self._job.share)
        return before != self._percent

    def rows(self) -> Sequence[Row]:
        """How far it has come, or what came of it."""
        words, results = self._desk.words, self._job.results()
        if results is not None:
            return list(self._told(results))
        if self._job.over:
            return [
                Row(words("It broke off"), 24, "vermilion", bold=True),
                Row(words("Nothing came of it. Check the scenario, and try again."), 17, space=6),
            ]
        return [
            Row(f"{self._heading} {self._percent} %", 24, bold=True),
            Row(words("You can go on writing; Esc stops it."), 16, "ink_soft", space=26),
        ]

    def _told(self, results: Results) -> Iterator[Row]:
        """Faults first, then sentences."""
        words, locale = self._desk.words, self._desk.locale
        faults = [finding.fault for finding in results.findings]
        sentences = results.sentences.get(locale, ())
        if faults:
            yield Row(counted(faults, words), 24, bold=True)
        elif self._sound:
            yield Row(self._sound, 24, "jade", bold=True)
        for finding in results.findings:
            yield from fault_rows([finding.fault], locale)
            if finding.play:
                shown = " → ".join(finding.play[-PLAY:])
                shown = f"… → {shown}" if len(finding.play) > PLAY else shown
                yield Row(words("A play that shows it: {lines}", lines=shown), 15, "ink_soft", indent=24)
            yield Row("", 8)
        for number, sentence in enumerate(sentences):
            yield _row(sentence, first=number == 0 and not faults)

    def draw(self, surface: pygame.Surface, room: Rect) -> None:
        """Draw the bar under the heading, while it goes on."""
        if self._job.over:
            return
        desk, px, palette = self._desk, self._desk.frame.px, self._desk.palette
        y = room.y + desk.lettering.leading(24) + px(10)
        whole = pygame.Rect(room.x, y, room.width, px(BAR))
        pygame.draw.rect(surface, palette.resting, whole, border_radius=px(BAR) // 2)
        whole.width = max(px(BAR), round(room.width * self._job.share))
        pygame.draw.rect(surface, palette.sky, whole, border_radius=px(BAR) // 2)


def _row(sentence: Sentence, *, first: bool) -> Row:
    tone = {1: "jade", -1: "amber", 0: "ink"}[sentence.good]
    if sentence.kind is Kind.HEAD:
        return Row(sentence.text, 20, bold=True, space=6 if first else 18)
    if sentence.kind is Kind.TEXT:
        return Row(sentence.text, 16, "ink_soft", space=4)
    return Row(sentence.text, 17, cells=((sentence.value, tone),), space=2)
