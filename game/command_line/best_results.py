"""What a trainee has reached in each scenario, for the doors of the desk."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game import __version__
from game.analysis.seals import seals
from game.command_line.shelf import Shelf
from game.content.library import Card
from game.content.psychology_file import shipped_psychology
from game.engine.conversation import Conversation
from game.engine.scoring import score
from game.records.results import Result, Results


@dataclass(frozen=True, slots=True)
class BestResults:
    """The results of conversations with the scenarios of a shelf, as they are shipped: no pure types."""

    results: Results
    shelf: Shelf

    def shown(self) -> Mapping[str, Result]:
        """The best result of every scenario whose files have not changed since."""
        kept = self.results.best()
        cards = [card for card in self.shelf.listing() if card.id in kept]
        return {card.id: kept[card.id] for card in cards if kept[card.id].stamp == self._stamp(card)}

    def note(self, conversation: Conversation) -> None:
        """Keep what a finished conversation was worth, where it counts and the place can be written."""
        card = next((card for card in self.shelf.listing() if card.id == conversation.scenario.id), None)
        if card is None or self.shelf.psychology is not None or conversation.outcome is None:
            return
        worth = score(conversation)
        with contextlib.suppress(OSError):  # the transcript is kept; this is only its shadow
            self.results.note(card.id, Result(self._stamp(card), worth.total, seals(worth)))

    def _stamp(self, card: Card) -> str:
        """Says by which files a result came about."""
        digest = hashlib.sha256(__version__.encode())
        for path in (card.path, self.shelf.psychology or shipped_psychology()):
            digest.update(_bytes(path))
        return digest.hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
