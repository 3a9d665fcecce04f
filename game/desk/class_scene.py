"""A class from one's own seat: what is going on, what one can do, and what became of one's conversations."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future

from game.desk.class_page import ClassPage
from game.desk.class_ports import Begun, ClassLook, ClassSeat, Hurdle, ResultLook
from game.desk.class_words import ENDED, MODES, PHASES, lasting
from game.desk.menu import MenuRow
from game.desk.playing import Playing
from game.desk.row_column import Row
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.engine.traits import Stage
from game.telling.phrasing import STAGE_NAMES

EVERY = 250
"""Milliseconds between two looks at the class."""


class ClassScene(ClassPage):
    """The page between two conversations of a class.

    Args:
        desk: everything a scene may use.
        seat: the seat that is taken.
    """

    def __init__(self, desk: Desk, seat: ClassSeat) -> None:
        super().__init__(desk)
        self.seat = seat
        self.seen = seat.look()
        self._since = 0
        self._beginning: Future[Begun | Hurdle] | None = None
        self._voting: Future[Hurdle | None] | None = None
        self._trouble = ""

    def place(self) -> str:
        """Where the round plays."""
        one = self.seen.round
        return super().place() if one is None else self.place_of(one.scenario)

    def title(self) -> str:
        """The class."""
        return self.seen.title

    def subtitle(self) -> str:
        """Who one is, and where one stands."""
        words, seen = self._desk.words, self.seen
        parts = [seen.nickname, *([seen.team] if seen.team else [])]
        if seen.standing is not None:
            parts.append(words("rank {rank} of {of}", rank=seen.standing[0], of=seen.standing[1]))
        return " · ".join(parts)

    def rows(self) -> Sequence[MenuRow]:
        """What can be done now."""
        words, seen = self._desk.words, self.seen
        rows = []
        if not seen.ended:
            rows += self._voting_rows() if seen.vote is not None else self._playing_rows()
        if seen.state == "over" and seen.results and not seen.ended:
            about = words("Opens in your browser: where it turned, and what to train next.")
            rows.append(MenuRow(words("Take your results home"), self._take_home, about))
        rows.append(MenuRow(words("Settings"), self._settings))
        leave = words("Your seat stays yours; you can come back.") if not seen.ended else ""
        rows.append(MenuRow(words("To the title"), self.back, leave))
        return rows

    def _playing_rows(self) -> list[MenuRow]:
        words, one = self._desk.words, self.seen.round
        if one is None or one.mode == "vote" or one.state != "open" or self._beginning is not None:
            return []
        left = one.attempts - one.tried
        if one.attempts and left <= 0:
            return []
        detail = words("as often as you like")
        if one.attempts:
            detail = words.count("{n} attempt left", "{n} attempts left", left)
        return [MenuRow(words("Play"), self._play, detail)]

    def _voting_rows(self) -> list[MenuRow]:
        vote, locale = self.seen.vote, self._desk.locale
        assert vote is not None
        if vote.phase != "voting":
            return []
        mine = self._desk.words("your vote")
        return [
            MenuRow(
                line.text.said(locale),
                lambda line=line.id: self._vote(line),  # type: ignore[misc]
                mine if line.id == vote.mine else "",
            )
            for line in vote.lines
        ]

    def written(self) -> Sequence[Row]:
        """How things stand."""
        words, seen = self._desk.words, self.seen
        if seen.ended:
            reason = words(ENDED.get(seen.ended, ENDED[""]))
            return (Row(words("This seat is not yours any more"), 26, bold=True), Row(reason, 18, space=8))
        rows = list(self._head())
        if self._trouble:
            rows.append(Row(self._trouble, 17, "vermilion", space=10))
        if seen.notice:
            rows.append(Row(seen.notice, 20, "indigo", bold=True, space=14))
        rows += self._vote_rows()
        rows += self._result_rows()
        rows += self._line_rows()
        return rows

    def _head(self) -> Sequence[Row]:
        words, seen, one = self._desk.words, self.seen, self.seen.round
        if not seen.state:
            return (Row(words("Looking for the class …"), 26, bold=True),)
        if seen.state == "over":
            return (
                Row(words("The class is over"), 26, bold=True),
                Row(words("Thank you for playing. Your results stay below."), 18, space=6),
            )
        if seen.waiting:
            return (
                Row(words("The trainer will let you in"), 26, bold=True),
                Row(words("Look at the board: your name stands there in a moment."), 18, space=6),
            )
        if one is None:
            return (
                Row(words("You are in"), 26, bold=True),
                Row(words("The trainer begins the first round. Make yourself comfortable."), 18, space=6),
            )
        heading = f"{one.number}. {one.title.said(self._desk.locale)}"
        rows = [Row(heading, 26, bold=True), Row(words(MODES.get(one.mode, one.mode)), 17, "ink_soft")]
        if self._beginning is not None:
            rows.append(Row(words("Opening the door …"), 20, space=10))
        elif seen.state == "paused" or one.state == "paused":
            rows.append(Row(words("Pause: the trainer has stopped the clock."), 20, "amber", space=10))
        elif one.state == "closed":
            rows.append(Row(words("This round is over."), 20, space=10))
        elif one.seconds is not None:
            rows.append(Row(words("{time} left", time=lasting(one.seconds)), 30, bold=True, space=10))
        if one.attempts and one.tried >= one.attempts and one.state == "open":
            rows.append(Row(words("You have used every attempt of this round."), 18, space=6))
        return rows

    def _vote_rows(self) -> list[Row]:
        vote, words, locale = self.seen.vote, self._desk.words, self._desk.locale
        if vote is None:
            return []
        said = vote.says.said(locale)
        speaker = vote.speaker.said(locale)
        rows = [Row(f"{speaker}: {said}" if speaker else said, 20, space=16)] if said else []
        rows.append(Row(words(PHASES.get(vote.phase, vote.phase)), 17, "ink_soft", space=8))
        if vote.phase != "voting":
            for line in vote.lines:
                cells = tuple(
                    (str(number), tone)
                    for number, tone in ((line.votes, "ink"), (line.value, "jade"))
                    if number is not None
                )
                mark = "vermilion" if line.id == vote.mine else ""
                rows.append(Row(line.text.said(locale), 17, cells=cells, mark=mark, indent=20, space=6))
        for text in (vote.why, vote.thought):
            if text is not None and text.said(locale):
                rows.append(Row(text.said(locale), 17, space=8))
        return rows

    def _result_rows(self) -> list[Row]:
        words, results = self._desk.words, self.seen.results
        if not results:
            return []
        rows = [Row(words("Your conversations"), 18, bold=True, space=24)]
        for result in results:
            rows.append(Row(self._named(result), 17, cells=self._worth(result), space=4))
        return rows

    def _named(self, result: ResultLook) -> str:
        words = self._desk.words
        name = f"{result.number}. {result.title.said(self._desk.locale)}"
        if result.attempt > 1:
            name = f"{name} · {words('attempt {n}', n=result.attempt)}"
        if result.stage is not None:
            name = f"{name} · {STAGE_NAMES[Stage(result.stage)].said(self._desk.locale)}"
        return name

    def _worth(self, result: ResultLook) -> tuple[tuple[str, str], ...]:
        words = self._desk.words
        if result.state == "scored" and result.score is not None:
            return ((str(result.score), "jade" if result.passed else "ink"),)
        return (
            ((words("refused"), "vermilion"),)
            if result.state == "refused"
            else ((words("received"), "amber"),)
        )

    def _line_rows(self) -> list[Row]:
        """Whether everything has arrived: what is only here, and whether anybody answers."""
        words, seen = self._desk.words, self.seen
        rows = []
        if seen.stored:
            stored = words.count(
                "{n} conversation is kept here and will be sent.",
                "{n} conversations are kept here and will be sent.",
                seen.stored,
            )
            rows.append(Row(stored, 17, "amber", space=14))
        if seen.lost:
            lost = words.count(
                "{n} conversation was not taken; it is kept for the trainer.",
                "{n} conversations were not taken; they are kept for the trainer.",
                seen.lost,
            )
            rows.append(Row(lost, 17, "vermilion", space=14))
        if seen.state and not seen.connected:
            rows.append(
                Row(
                    words("No answer from the trainer’s computer. Nothing is lost; this page keeps trying."),
                    17,
                    "amber",
                    space=14,
                )
            )
        return rows

    # ------------------------------------------------------------------ what is done

    def _play(self) -> None:
        one = self.seen.round
        if one is None or self._beginning is not None:
            return
        words, number = self._desk.words, one.id
        self._trouble = ""
        self._beginning = self._desk.reader.run(lambda: self.seat.begin(number, words))
        self.renew()

    def _vote(self, line: str) -> None:
        one, vote = self.seen.round, self.seen.vote
        if one is None or vote is None or self._voting is not None:
            return
        words, number, turn = self._desk.words, one.id, vote.turn
        self._voting = self._desk.reader.run(lambda: self.seat.vote(number, turn, line, words))

    def _take_home(self) -> None:
        if self._voting is None:
            words = self._desk.words
            self._voting = self._desk.reader.run(lambda: self.seat.take_home(words))

    def _settings(self) -> None:
        from game.desk.settings_scene import SettingsScene

        self._desk.over(SettingsScene(self._desk))

    def back(self) -> None:
        """To the title; the seat is kept."""
        from game.desk.title_scene import TitleScene

        if self.seen.ended or self.seen.state == "over":
            self._desk.leave_class()
        self._desk.go(TitleScene(self._desk))

    def update(self, ms: int) -> None:
        """Look at the class now and then; open the door as soon as it can be opened."""
        if self._beginning is not None and self._beginning.done():
            begun, self._beginning = self._beginning.result(), None
            if isinstance(begun, Begun):
                self._enter(begun)
                return
            self._trouble = begun.sentence
            self.renew()
        if self._voting is not None and self._voting.done():
            hurdle, self._voting = self._voting.result(), None
            self._trouble = hurdle.sentence if hurdle is not None else ""
            self.renew()
        self._since += ms
        if self._since >= EVERY:
            self._since = 0
            self._look(self.seat.look())

    def _look(self, now: ClassLook) -> None:
        if now == self.seen:
            return
        before, self.seen = self.seen, now
        if (before.round, before.state) != (now.round, now.state) and now.round is not None:
            opened = before.round is None or (before.round.id, before.round.state) != (now.round.id, "open")
            if opened and now.round.state == "open":
                self._desk.sounds.play(Sound.DOOR)
                self.list.focus = 0
        self.renew()

    def _enter(self, begun: Begun) -> None:
        from game.desk.doors import enter

        self._desk.sounds.play(Sound.DOOR)
        enter(self._desk, Playing(begun.book, begun.conversation, attempt=begun.attempt))
