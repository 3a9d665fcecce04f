"""A keeper for plays of which nothing is to be kept: those of a scenario that is still being written."""

from __future__ import annotations

from game.engine.conversation import Conversation
from game.engine.transcript import Transcript


class KeepsNothing:
    """See `game.desk.ports.SaveKeeper`."""

    def keep(self, conversation: Conversation) -> None:
        """Nothing is written down."""

    def resume(self) -> Transcript | None:
        """There is nothing to go on with."""
        return None

    def forget(self) -> None:
        """There is nothing to forget."""
