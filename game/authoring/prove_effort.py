"""How much is done to prove a scenario."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is done.

    Attributes:
        plays: conversations of each seller.
        trained: conversations of the mixed class.
        most: positions of a tree that is still played as a whole.
        places: positions in which lines are compared, where they are sampled.
        rounds: of the search for what nobody met.
        bred: plays of scripts that are bred towards what that did not find.
    """

    plays: int = 1_000
    trained: int = 900
    most: int = 300_000
    places: int = 2_500
    rounds: int = 4
    bred: int = 3_000

    def fully(self) -> Effort:
        """Everything that can be had while one has a cup of tea."""
        return replace(
            self,
            plays=3 * self.plays,
            trained=3 * self.trained,
            most=6_000_000,
            places=8_000,
            rounds=24,
            bred=15_000,
        )


QUICK = Effort()
