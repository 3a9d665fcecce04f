"""What every module of the customer reads in one turn, and how changes are added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.causation import Levels
from game.engine.happenings import Happenings
from game.engine.impulses import Impulses
from game.engine.lines import Said
from game.engine.psychology import Psychology
from game.engine.rounding import MILLE, positive, scaled, share
from game.engine.traits import WHOLE, Attribute, Ints, Trait

Changes = dict[Trait, Ints]
"""Change of each trait, (level, play), before any limit."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One line meeting one mind per play. A module is an arrow: (exchange, changes so far) -> changes."""

    psychology: Psychology
    before: Ints  # (trait, play): the mind before the line
    profile: Ints  # (attribute, play)
    said: Said
    happened: Happenings
    impulses: Impulses
    levels: Levels
    manner: Ints  # (play,) delivery multiplier, per mille
    weary: Ints  # (play,) per mille by which the most worn tactic of the line is past bearing
    carried: Ints  # (play,) per mille of the line that trust carries (naming a feeling too soon hears nobody)
    present: Ints  # (play,) 0 when the player is alone
    credited: Ints  # (play,) 0 once she has caught a lie in this talk: honesty earns nothing any more
    later: Ints  # (play,) 1 where a night lies between a lie that was caught and now: acts count again
    kept_any: Ints  # (play,) 1 when a promise has been kept, this line included
    heard: Ints  # (play,) lines heard, this one included
    unconfirmed: Ints  # (5, play) 1 where an objection of this hearer was solved and never confirmed
    heed: int | Ints = MILLE  # per mille of her that a line takes hold of: less where she only overhears it
    comforts: Ints | None = None  # (level, play) emotional gain by the kinds of the line, None for none

    @property
    def number(self) -> Mapping[str, int]:
        """The coefficients by id."""
        return self.psychology.number

    def was(self, trait: Trait) -> Ints:
        """A trait before the line, (play,)."""
        row: Ints = self.before[trait]
        return row

    def attribute(self, attribute: Attribute) -> Ints:
        """An attribute, (play,)."""
        row: Ints = self.profile[attribute]
        return row

    def attended(self, amount: Ints) -> Ints:
        """An amount as far as she attends to it: all of it, or a bystander's part."""
        return amount if isinstance(self.heed, int) and self.heed == MILLE else scaled(amount, self.heed)

    def minding(self, coefficient: str) -> Ints:
        """How much more than others she minds what is unfair, (play,) per mille; 1000 in the middle."""
        lean = self.attribute(Attribute.FAIRNESS) - WHOLE // 2
        return MILLE + share(lean * self.number[coefficient], WHOLE // 2)

    @property
    def haste(self) -> Ints:
        """How dear her time is to her, (play,) per mille: 500 in the middle, more with agency."""
        number = self.number
        return positive(
            number["haste.middle"]
            + scaled(self.attribute(Attribute.AGENCY), number["haste.agency"])
            + scaled(self.attribute(Attribute.COMMUNION), number["haste.communion"])
        )


def merged(so_far: Changes, more: Changes) -> Changes:
    """Changes of two modules, added."""
    total = dict(so_far)
    for trait, change in more.items():
        total[trait] = total[trait] + change if trait in total else change
    return total
