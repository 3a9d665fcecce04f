"""The customer's hidden variables, all integers.

Unless a trait says otherwise it is in basis points, 0..10 000; valence, arousal and dominance are
-10 000..10 000. People see and write percent (customer-model.md, section 3).
"""

from __future__ import annotations

from enum import IntEnum, unique
from typing import Any

import numpy as np
from numpy.typing import NDArray

WHOLE = 10_000
"""A full trait, in basis points."""

Ints = NDArray[np.int32]
"""Whole numbers of the engine; every array of it is int32 (int64 gives the same values, by law)."""

Places = NDArray[np.integer[Any]]
"""Indices, of whatever integer type numpy gives them."""

Bools = NDArray[np.bool_]
"""Masks over plays."""


@unique
class Trait(IntEnum):
    """One row of a mind; the order is the order of rows."""

    ABILITY_FOR = 0
    ABILITY_AGAINST = 1
    BENEVOLENCE_FOR = 2
    BENEVOLENCE_AGAINST = 3
    INTEGRITY_FOR = 4
    INTEGRITY_AGAINST = 5
    SCAR = 6
    ABILITY = 7
    BENEVOLENCE = 8
    INTEGRITY = 9
    TRUST = 10
    RUNG = 11
    JOY = 12
    DISTRESS = 13
    HOPE = 14
    FEAR = 15
    GRATITUDE = 16
    ANGER = 17
    RELIEF = 18
    DISAPPOINTMENT = 19
    VALENCE = 20
    AROUSAL = 21
    DOMINANCE = 22
    NEED = 23
    BENEFIT = 24
    COST = 25
    REFERENCE = 26
    PRICE = 27
    RISK = 28
    PERSONAL_RISK = 29
    VALUE = 30
    EMOTIONAL_GAIN = 31
    EMOTIONAL_COST = 32
    EMOTIONAL_VALUE = 33
    PRICE_RESISTANCE = 34
    TRUST_RESISTANCE = 35
    NEED_RESISTANCE = 36
    TIMING_RESISTANCE = 37
    CHANGE_RESISTANCE = 38
    PRESSURE = 39
    REACTANCE = 40
    YES_UNDER_PRESSURE = 41
    PATIENCE = 42
    ATTENTION = 43
    DISCLOSURE = 44
    TRUTH_DEBT = 45
    PEAK = 46
    MEAN = 47
    SATISFACTION = 48
    FOLLOW_THROUGH = 49

    @property
    def word(self) -> str:
        """The trait's name as scenarios write it, for example `price-resistance`."""
        return self.name.lower().replace("_", "-")

    @property
    def low(self) -> int:
        """The least value it can take."""
        return -WHOLE if self in SIGNED else (1 if self is Trait.RUNG else 0)

    @property
    def high(self) -> int:
        """The greatest value it can take."""
        return RUNGS if self is Trait.RUNG else EVIDENCE_CAP if self in EVIDENCE else WHOLE


RUNGS = 5
"""Rungs of the trust ladder (`var-trust`)."""

EVIDENCE_CAP = 20_000
"""Counters of evidence stop here, so that a long friendship can still be disappointed."""

EVIDENCE = frozenset(
    {
        Trait.ABILITY_FOR,
        Trait.ABILITY_AGAINST,
        Trait.BENEVOLENCE_FOR,
        Trait.BENEVOLENCE_AGAINST,
        Trait.INTEGRITY_FOR,
        Trait.INTEGRITY_AGAINST,
    }
)
SIGNED = frozenset(
    {
        Trait.VALENCE,
        Trait.AROUSAL,
        Trait.DOMINANCE,
        Trait.VALUE,
        Trait.EMOTIONAL_VALUE,
        Trait.MEAN,
        Trait.PEAK,
    }
)
DERIVED = (
    Trait.ABILITY,
    Trait.BENEVOLENCE,
    Trait.INTEGRITY,
    Trait.TRUST,
    Trait.RUNG,
    Trait.VALUE,
    Trait.EMOTIONAL_VALUE,
    Trait.SATISFACTION,
    Trait.FOLLOW_THROUGH,
)
"""Rows that follow from the others; nobody sets them."""


@unique
class Resistance(IntEnum):
    """The five kinds of resistance (`obj-five-resistances`)."""

    PRICE = 0
    TRUST = 1
    NEED = 2
    TIMING = 3
    CHANGE = 4

    @property
    def word(self) -> str:
        """Its name in scenarios."""
        return self.name.lower()

    @property
    def trait(self) -> Trait:
        """The row of the mind that holds its strength."""
        return Trait(Trait.PRICE_RESISTANCE + self)


STRENGTHS = slice(Resistance.PRICE.trait, Resistance.CHANGE.trait + 1)
"""The rows of the five resistances, in the order of `Resistance`."""


@unique
class Attribute(IntEnum):
    """What a customer is and stays during a play; rows of a profile, basis points unless said otherwise."""

    AGENCY = 0  # -1000..1000 per mille, from the DISC mixture
    COMMUNION = 1  # -1000..1000 per mille, from the DISC mixture
    ANALYTIC = 2  # the C share, 0..1000 per mille
    PROPENSITY = 3  # to trust strangers
    TRAIT_REACTANCE = 4
    PERSUASION_KNOWLEDGE = 5
    COGNITION = 6  # need for cognition
    STAKES = 7  # involvement
    VALUE_ORIENTATION = 8  # 0 price-oriented .. 10 000 value-oriented
    FACE = 9
    FAIRNESS = 10
    THRESHOLD = 11  # for a yes, the same at every ask
    LEAK = 12  # how much of a feeling shows
    POSSESSIVENESS = 13
    REJECTION = 14
    CONFORMITY = 15
    URGENCY = 16
    DISTINCTIVENESS = 17
    TEMPER = 18
    REASON = 19
    INFLUENCE = 20  # weight in a decision of several
    CALIBRE = 21  # knowledge and ability to decide (`quad-quality-willingness`)
    NEED = 22  # index of the dominant need
    NEEDS = 23  # bits of all needs felt
    MOTIVES = 24  # bits of motives
    WORRIES = 25  # bits of what the role worries about
    LACKS_HEALING = 26  # how much each kind of emotional value is worth to her, per mille
    LACKS_GUIDING = 27
    LACKS_SHARING = 28
    LACKS_COMPANION = 29
    LACKS_SELF_REALISATION = 30

    @property
    def word(self) -> str:
        """Its name in scenarios."""
        return self.name.lower().replace("_", "-")


UNWRITTEN = frozenset(
    {
        Attribute.AGENCY,
        Attribute.COMMUNION,
        Attribute.ANALYTIC,
        Attribute.NEED,
        Attribute.NEEDS,
        Attribute.MOTIVES,
        Attribute.WORRIES,
        Attribute.LACKS_HEALING,
        Attribute.LACKS_GUIDING,
        Attribute.LACKS_SHARING,
        Attribute.LACKS_COMPANION,
        Attribute.LACKS_SELF_REALISATION,
    }
)
"""Attributes that follow from the mixture, the needs, motives and worries of a person; no span gives them."""


@unique
class Need(IntEnum):
    """Maslow's five needs (`need-maslow`)."""

    BODY = 0
    SAFETY = 1
    BELONGING = 2
    ESTEEM = 3
    GROWTH = 4

    @property
    def word(self) -> str:
        """Its name in scenarios."""
        return self.name.lower()


@unique
class Motive(IntEnum):
    """Six emotional and six rational motives (`motive-emotional-six`, `motive-rational-six`)."""

    FAME = 0
    RIVALRY = 1
    CROWD = 2
    RESPECT = 3
    HOBBY = 4
    NOVELTY = 5
    USE = 6
    CHEAPNESS = 7
    BEAUTY = 8
    SAFETY = 9
    CONVENIENCE = 10
    GUARANTEE = 11

    @property
    def word(self) -> str:
        """Its name in scenarios."""
        return self.name.lower()


@unique
class Worry(IntEnum):
    """What a role in a firm worries about (`role-c-suite-cares`, `var-personal-risk`)."""

    RETURN = 0
    STRATEGY = 1
    INTEGRATION = 2
    TECHNOLOGY = 3
    TOTAL_COST = 4
    HABITS = 5
    SAVINGS = 6
    EXPERIENCE = 7
    POSITION = 8

    @property
    def word(self) -> str:
        """Its name in scenarios."""
        return self.name.lower().replace("_", "-")


@unique
class Stage(IntEnum):
    """The five stages of a decision (`flow-five-stage`)."""

    COGNITION = 0
    INTEREST = 1
    DESIRE = 2
    ACTION = 3
    LOYALTY = 4

    @property
    def word(self) -> str:
        """Its name in scenarios."""
        return self.name.lower()
