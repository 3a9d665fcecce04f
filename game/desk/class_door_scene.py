"""The way into a class: back to a seat one had, or by the address and the code on the board."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future

from game.desk.class_page import ClassPage, failed
from game.desk.class_ports import ClassDoor, ClassSeat, Hurdle, NearbyCard, SeatCard
from game.desk.menu import MenuRow
from game.desk.question_scene import OneQuestion, QuestionScene
from game.desk.row_column import Row
from game.desk.scene import Desk
from game.desk.sounds import Sound

LISTENING = 500
"""Milliseconds between two looks at what was heard of in the network."""

ADDRESS, CODE, NAME = "address", "code", "name"
PICTURES = ("first", "second", "third")

NAMES = 5
"""Names on offer at once: with the rows below them the list needs no scrolling."""


class ClassDoorScene(ClassPage):
    """Seats that were had, and a new one."""

    def __init__(self, desk: Desk, door: ClassDoor, trouble: str = "") -> None:
        super().__init__(desk)
        self._door, self._trouble = door, trouble
        self.cards = tuple(door.remembered())
        self.nearby = tuple(door.nearby())
        self._since = 0

    def title(self) -> str:
        """What stands in the strip."""
        return self._desk.words("Class")

    def rows(self) -> Sequence[MenuRow]:
        """The ways in."""
        words = self._desk.words
        back = [
            MenuRow(
                words("Back to {title}", title=card.title),
                lambda card=card: self._back_to(card),  # type: ignore[misc]
                f"{card.nickname} · {card.address}",
            )
            for card in self.cards
        ]
        near = [
            MenuRow(
                words("Join {title}", title=card.title),
                lambda card=card: self._join_nearby(card),  # type: ignore[misc]
                card.address
                if card.reached
                else words("{address} · does not answer; a firewall may be in the way", address=card.address),
            )
            for card in self.nearby
        ]
        join = MenuRow(
            words("Join a class"), self._join, words("With the address and the code on the board.")
        )
        return [*back, *near, join, MenuRow(words("To the title"), self.back)]

    def written(self) -> Sequence[Row]:
        """What one needs."""
        words = self._desk.words
        rows: list[Row] = []
        if self._trouble:
            rows += failed(self._desk, self._trouble)
        rows += [
            Row(words("A class on the same network"), 24, bold=True, space=20 if rows else 0),
            Row(words("The board shows an address and a code of six signs. You need both."), 18, space=8),
            Row(words("No account and no e-mail: a name for the board is enough."), 18, space=8),
            Row(
                words("What you played stays on this computer until it has arrived."),
                18,
                space=8,
            ),
        ]
        return rows

    def update(self, ms: int) -> None:
        """Show what was heard of meanwhile; the row one was on stays the row one is on."""
        self._since += ms
        if self._since < LISTENING:
            return
        self._since = 0
        heard = tuple(self._door.nearby())
        if heard == self.nearby:
            return
        focused = self.list.rows[self.list.focus].label if self.list.rows else ""
        self.nearby = heard
        self.renew()
        labels = [row.label for row in self.list.rows]
        self.list.focus = labels.index(focused) if focused in labels else 0

    def _back_to(self, card: SeatCard) -> None:
        self._door.look_away()
        found = self._door.come_back(card)
        if isinstance(found, Hurdle):
            self._trouble = found.sentence
            self.renew()
        else:
            seated(self._desk, found)

    def _join_nearby(self, card: NearbyCard) -> None:
        self._door.look_away()
        ask_the_way(self._desk, self._door, card.address, heard=True)

    def _join(self) -> None:
        self._door.look_away()
        ask_the_way(self._desk, self._door, self.cards[0].address if self.cards else "")

    def back(self) -> None:
        """To the title."""
        from game.desk.title_scene import TitleScene

        self._door.look_away()
        self._desk.go(TitleScene(self._desk))


class ClassNameScene(ClassPage):
    """Names to choose from, while the server is asked for them and for a seat."""

    def __init__(self, desk: Desk, door: ClassDoor, address: str, code: str) -> None:
        super().__init__(desk)
        self._door, self._address, self._code = door, address, code
        self.names: tuple[str, ...] = ()
        self._trouble = self._wanted = ""
        self._asking: Future[tuple[str, ...] | Hurdle] | None = None
        self._joining: Future[ClassSeat | Hurdle] | None = None
        self._more()

    def title(self) -> str:
        """What stands in the strip."""
        return self._desk.words("Your name on the board")

    def subtitle(self) -> str:
        """Where one is about to go."""
        return f"{self._code} · {self._address}"

    def rows(self) -> Sequence[MenuRow]:
        """The names."""
        words = self._desk.words
        if not self.names or self._joining is not None:
            return [MenuRow(words("Back"), self.back)]
        names = [MenuRow(name, lambda name=name: self.join(name)) for name in self.names[:NAMES]]  # type: ignore[misc]
        own = MenuRow(words("A name of your own"), self._own)
        return [*names, MenuRow(words("Other names"), self._more), own, MenuRow(words("Back"), self.back)]

    def written(self) -> Sequence[Row]:
        """What there is to say."""
        words = self._desk.words
        if self._trouble:
            return failed(self._desk, self._trouble)
        if self._joining is not None:
            return (Row(words("Taking a seat …"), 24, bold=True),)
        if not self.names:
            return (Row(words("Looking for the class …"), 24, bold=True),)
        return (
            Row(words("Choose a name"), 24, bold=True),
            Row(words("It stands on the board for everybody. Nobody is told who you are."), 18, space=8),
        )

    def _more(self) -> None:
        words = self._desk.words
        self._trouble = ""
        self._asking = self._desk.reader.run(lambda: self._door.names(self._address, self._code, words))

    def join(self, name: str, pictures: Sequence[str] = ()) -> None:
        """Take a seat under a name."""
        words = self._desk.words
        self._trouble, self._wanted = "", name
        self._joining = self._desk.reader.run(
            lambda: self._door.join(self._address, self._code, name, words, pictures)
        )
        if self.sheet.width:
            self.renew()

    def _own(self) -> None:
        desk = self._desk

        def asked() -> Sequence[OneQuestion]:
            return (OneQuestion(NAME, desk.words("What shall you be called on the board?"), self.names[0]),)

        def done(answers: Mapping[str, str]) -> None:
            desk.go(self)
            self.join(answers[NAME])

        desk.go(QuestionScene(desk, self.title(), asked, done, lambda: desk.go(self)))

    def _look_at_the_board(self, pictures: Mapping[str, str]) -> None:
        """Ask for the three pictures beside the code."""
        desk = self._desk

        def asked() -> Sequence[OneQuestion]:
            words, usual = desk.words, next(iter(pictures))
            labels = (
                words("The first picture beside the code"),
                words("The second picture"),
                words("The third picture"),
            )
            pairs = zip(PICTURES, labels, strict=True)
            return tuple(OneQuestion(key, label, usual, pictures) for key, label in pairs)

        def done(answers: Mapping[str, str]) -> None:
            desk.go(self)
            self.join(self._wanted, tuple(answers[key] for key in PICTURES))

        desk.go(QuestionScene(desk, self._trouble, asked, done, lambda: desk.go(self)))

    def update(self, ms: int) -> None:  # noqa: ARG002
        """Take in what the network brought."""
        if self._asking is not None and self._asking.done():
            found, self._asking = self._asking.result(), None
            if isinstance(found, Hurdle):
                self._trouble = found.sentence
            else:
                self.names = found
            self.list.focus = 0
            self.renew()
        if self._joining is not None and self._joining.done():
            seat, self._joining = self._joining.result(), None
            if isinstance(seat, Hurdle):
                self._trouble = seat.sentence
                self.names = seat.suggestions or self.names
                self.list.focus = 0
                self.renew()
                if seat.pictures:
                    self._look_at_the_board(seat.pictures)
            else:
                seated(self._desk, seat)

    def back(self) -> None:
        """To the door."""
        self._desk.go(ClassDoorScene(self._desk, self._door))


def ask_the_way(desk: Desk, door: ClassDoor, address: str = "", code: str = "", heard: bool = False) -> None:
    """Ask for address and code, then for a name; what is known is not asked.

    Args:
        desk: everything a scene may use.
        door: the way into classes.
        address: what is proposed, or what was heard.
        code: what is proposed.
        heard: the address was heard in the network: only the code is asked for.
    """

    def asked() -> Sequence[OneQuestion]:
        words = desk.words
        known = {ADDRESS: address, CODE: code}
        questions = (
            OneQuestion(ADDRESS, words("Which address stands on the board?"), address or "192.168.1."),
            OneQuestion(CODE, words("Which code stands on the board?"), code),
        )
        if heard:
            return questions[1:]
        return questions if not (known[ADDRESS] and known[CODE]) else questions[:1]

    def done(answers: Mapping[str, str]) -> None:
        there, wanted = answers.get(ADDRESS, address), answers.get(CODE, code).upper()
        desk.go(ClassNameScene(desk, door, there, wanted))

    def away() -> None:
        desk.go(ClassDoorScene(desk, door))

    desk.sounds.play(Sound.PAPER)
    desk.go(QuestionScene(desk, desk.words("Join a class"), asked, done, away))


def go_to_class(desk: Desk, door: ClassDoor, address: str, code: str = "", nickname: str = "") -> None:
    """Go to a class that was named; what is not known is asked for. A link to a seat needs no name."""
    handed_over = "invite=" in address
    if not handed_over and not (address and code):
        ask_the_way(desk, door, address, code)
        return
    scene = ClassNameScene(desk, door, address, code)
    desk.go(scene)
    if nickname or handed_over:
        scene.join(nickname)


def seated(desk: Desk, seat: ClassSeat) -> None:
    """Show the class from a seat that was just taken."""
    from game.desk.class_overlay import ClassOverlay
    from game.desk.class_scene import ClassScene

    desk.leave_class()
    desk.sounds.play(Sound.DOOR)
    desk.seat = seat
    desk.overlay = ClassOverlay(desk, seat)
    desk.go(ClassScene(desk, seat))
