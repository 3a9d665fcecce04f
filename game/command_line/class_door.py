"""Hands the classroom over to the desk: seats, scenarios by their hash, attempts on their way."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.command_line.class_look import look_of
from game.command_line.class_sentences import pictures_of, sentence_of
from game.command_line.complaints import Complaint
from game.command_line.shelf import Shelf
from game.desk.class_ports import Begun, ClassLook, Hurdle, NearbyCard, SeatCard
from game.engine.conversation import Conversation
from game.engine.transcript import Transcript, TranscriptError
from game.language.words import Words
from game.records.durable import read_text, write_durably
from game.records.home import home

if TYPE_CHECKING:
    from game.classroom.attendance import Attendance
    from game.classroom.client import ClassClient, Seated
    from game.classroom.lookout import Lookout
    from game.classroom.membership import Membership

BEGUN = "begun"
"""Folder of the attempts that were begun and are not over."""


@dataclass(frozen=True, slots=True)
class Joining:
    """A class that was named, by its link as it was given; what is empty is asked for."""

    address: str
    code: str = ""
    nickname: str = ""


def folder_of_classes() -> Path:
    """Where seats and what waits to be sent are kept."""
    return home() / "classes"


@dataclass(frozen=True, slots=True)
class DeskDoor:
    """The way into a class; see `game.desk.class_ports.ClassDoor`."""

    shelf: Shelf
    folder: Path
    _lookouts: list[Lookout] = field(default_factory=list)

    def nearby(self) -> Sequence[NearbyCard]:
        """Classes that announce themselves in this network."""
        from game.classroom.lookout import Lookout

        if not self._lookouts:
            self._lookouts.append(Lookout())
        return tuple(NearbyCard(one.title, one.address, one.reached) for one in self._lookouts[0].found())

    def look_away(self) -> None:
        """Stop listening."""
        while self._lookouts:
            self._lookouts.pop().close()

    def remembered(self) -> Sequence[SeatCard]:
        """Seats that can be come back to, the newest first."""
        return tuple(
            SeatCard(seated.session, seated.title, seated.nickname, seated.origin.partition("//")[2])
            for seated in self._membership().remembered()
        )

    def names(self, address: str, code: str, words: Words) -> tuple[str, ...] | Hurdle:
        """Names to choose from; tells at once where there is no such class or nobody answers."""
        from game.classroom.client import ClassTrouble

        client = None
        try:
            client = self._client(address, words)
            client.hello()
            return tuple(client.names(code))
        except ClassTrouble as trouble:
            return Hurdle(sentence_of(trouble, words))
        finally:
            if client is not None:
                client.close()

    def join(
        self, address: str, code: str, nickname: str, words: Words, pictures: Sequence[str] = ()
    ) -> DeskSeat | Hurdle:
        """Take a seat."""
        from game.classroom.client import ClassTrouble
        from game.classroom.links import address_of

        client = None
        try:
            client = self._client(address, words)
            shown = {"emblems": list(pictures)} if pictures else {}
            seated = client.join(code, nickname, address_of(address).invite, **shown)
            self._membership().remember(seated)
        except ClassTrouble as trouble:
            if client is not None:
                client.close()
            found = tuple(str(name) for name in trouble.details.get("suggestions", ()))
            return Hurdle(sentence_of(trouble, words), found, pictures_of(trouble, words))
        except OSError as error:
            return Hurdle(
                words("Nothing can be written in {folder}: {reason}", folder=self.folder, reason=error)
            )
        return self._seat(seated, client)

    def come_back(self, card: SeatCard) -> DeskSeat | Hurdle:
        """Sit down again."""
        from game.classroom.client import ClassClient

        for seated in self._membership().remembered():
            if seated.session == card.session:
                client = ClassClient(seated.origin, seated.token, self.shelf.words.locale, pin=seated.pin)
                return self._seat(seated, client)
        return Hurdle(self.shelf.words("This seat is not kept here any more."))

    def _client(self, address: str, words: Words) -> ClassClient:
        """Whom to ask, known by its certificate where the address names one.

        Raises:
            ClassTrouble: this is no address.
        """
        from game.classroom.client import ClassClient
        from game.classroom.links import address_of

        there = address_of(address)
        return ClassClient(there.origin, locale=words.locale, pin=there.pin)

    def _membership(self) -> Membership:
        from game.classroom.membership import Membership

        return Membership(self.folder)

    def _seat(self, seated: Seated, client: Any) -> DeskSeat:
        from game.classroom.attendance import Attendance

        attendance = Attendance(seated, self._membership(), client)
        attendance.start()
        return DeskSeat(attendance, self.shelf, self.folder)


@dataclass(frozen=True, slots=True)
class DeskSeat:
    """A seat that is taken; see `game.desk.class_ports.ClassSeat`."""

    attendance: Attendance
    shelf: Shelf
    folder: Path

    def look(self) -> ClassLook:
        """How the class stands."""
        return look_of(self.attendance.look())

    def at_turn(self, turn: int) -> None:
        """How far one has come."""
        self.attendance.at_turn(turn)

    def begin(self, round_id: str, words: Words) -> Begun | Hurdle:
        """Fetch scenario and luck of the next attempt; one that was left goes on where it stood."""
        from game.classroom.client import ClassTrouble

        try:
            begun = self.attendance.begin(round_id)
            book = self.shelf.open(str(self.attendance.opened(begun["package"]))).book
        except ClassTrouble as trouble:
            return Hurdle(sentence_of(trouble, words))
        except Complaint as complaint:
            return Hurdle(complaint.sentence)
        except OSError as error:
            return Hurdle(
                words("Nothing can be written in {folder}: {reason}", folder=self.folder, reason=error)
            )
        if book.scenario.fingerprint != begun["fingerprint"]:
            return Hurdle(words("This Rapport and that of the trainer differ; both need the same version."))
        attempt = DeskAttempt(self, round_id, begun["number"], self._hints(round_id))
        fresh = Conversation.begin(book.scenario, begun["seed"])
        return Begun(book, attempt.resumed(fresh), attempt)

    def vote(self, round_id: str, turn: int, line: str, words: Words) -> Hurdle | None:
        """Vote."""
        from game.classroom.client import ClassTrouble

        try:
            self.attendance.vote(round_id, turn, line)
        except ClassTrouble as trouble:
            return Hurdle(sentence_of(trouble, words))
        return None

    def take_home(self, words: Words) -> Hurdle | None:
        """Open the page with one's own results in the browser."""
        import webbrowser

        from game.classroom.client import ClassTrouble

        try:
            address = self.attendance.take_home()
        except ClassTrouble as trouble:
            return Hurdle(sentence_of(trouble, words))
        address = f"{address}?lang={words.locale.value}"
        if webbrowser.open(address):
            return None
        return Hurdle(words("No browser opens here. The address of your page: {address}", address=address))

    def close(self) -> None:
        """Get up."""
        self.attendance.close()

    def _hints(self, round_id: str) -> bool:
        rounds: Sequence[Mapping[str, Any]] = self.attendance.look().session.get("rounds", ())
        return all(one.get("hints", True) for one in rounds if one.get("id") == round_id)


@dataclass(frozen=True, slots=True)
class DeskAttempt:
    """One conversation of a class; see `game.desk.class_ports.Attempt`."""

    seat: DeskSeat
    round_id: str
    number: int
    hints: bool

    @property
    def _path(self) -> Path:
        name = f"{self.seat.attendance.seated.seat}-{self.round_id}-{self.number}.json"
        return self.seat.folder / BEGUN / name.replace("/", "")

    def keep(self, conversation: Conversation) -> None:
        """Write down how far it has come.

        Raises:
            OSError: the place cannot be written.
        """
        write_durably(self._path, json.dumps(conversation.transcript().to_json()))

    def resumed(self, fresh: Conversation) -> Conversation:
        """The conversation as far as it had come when the program was left; otherwise `fresh`."""
        try:
            transcript = Transcript.from_json(json.loads(read_text(self._path)))
        except (OSError, ValueError, RecursionError, TranscriptError):
            return fresh
        if (transcript.seed, transcript.fingerprint) != (fresh.seed, fresh.scenario.fingerprint):
            return fresh
        lived = transcript.replay(fresh.scenario)
        return lived if isinstance(lived, Conversation) else fresh

    def hand_in(self, conversation: Conversation) -> None:
        """Put it into the outbox.

        Raises:
            OSError: the place cannot be written.
        """
        self.seat.attendance.hand_in(self.round_id, self.number, conversation.transcript().to_json())
        self._path.unlink(missing_ok=True)


def not_written(words: Words, folder: Path, error: OSError) -> Hurdle:
    """Why a disk does not take something."""
    return Hurdle(words("Nothing can be written in {folder}: {reason}", folder=folder, reason=error))
