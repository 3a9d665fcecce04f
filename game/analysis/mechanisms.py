"""Every mechanism of the customer model with the way to switch it off: what it does shows when it is gone.

A mechanism is switched off in a copy of the psychology: numbers set so that it does nothing, a curve made
flat, a table made even. Code holds no other switch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from game.engine.psychology import Psychology
from game.engine.rounding import MILLE
from game.engine.traits import WHOLE, Ints

NEVER = 3 * WHOLE
"""A level that nothing reaches."""


@dataclass(frozen=True, slots=True)
class Switch:
    """How one mechanism is switched off.

    Attributes:
        numbers: coefficients and what they are set to.
        curves: curves that become flat, and the height.
        tables: fields of the tactic table that become even, and their value.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    curves: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, int] = field(default_factory=dict)

    def off(self, model: Psychology) -> Psychology:
        """The model without the mechanism.

        Raises:
            KeyError: the model has no such number, curve or table.
        """
        for name in self.numbers:
            model.number[name]
        curves = {
            name: tuple((x, height) for x, _ in model.curves[name]) for name, height in self.curves.items()
        }
        table: dict[str, Ints] = {
            name: np.full_like(getattr(model.tactics, name), value) for name, value in self.tables.items()
        }
        return replace(
            model,
            tactics=replace(model.tactics, **table),  # type: ignore[arg-type]
            number={**model.number, **self.numbers},
            curves={**model.curves, **curves},
        )


def _none(*names: str) -> Switch:
    """Numbers set to nothing."""
    return Switch(dict.fromkeys(names, 0))


MECHANISMS: Mapping[str, Switch] = {
    # the six multipliers
    "repetition": Switch(curves={"repetition": MILLE}),
    "recovery": _none("repetition.recovery"),
    "weariness": _none("weary.pressure", "weary.patience"),
    "fit": Switch(tables={"agency": 0, "communion": 0}),
    "fit-to-character": Switch(tables={"appeal": 0}),
    "fit-to-need": _none("fit.need-match", "fit.need-felt", "fit.need-miss"),
    "fit-to-motive": _none("fit.motive-match", "fit.motive-miss"),
    "fit-to-worry": _none("fit.worry-match", "fit.worry-miss"),
    "stage": Switch(tables={"stage": MILLE}),
    "gate": Switch(tables={"gate": 0}),
    "delivery": _none("delivery.strength"),
    "composure": _none("self.strain"),
    "elaboration": _none("elaboration.swing"),
    "elaboration-by-calibre": _none("elaboration.calibre"),
    "elaboration-by-mood": _none("elaboration.mood"),
    "mood-on-warmth": _none("elaboration.warmth"),
    "heat": Switch({"heat.level": NEVER}),
    "mockery": _none("heat.mockery"),
    # pressure
    "presumption": _none("pressure.presumption"),
    "stacking": _none("pressure.stacking"),
    "reactance": _none("reactance.gain"),
    "damping": Switch(curves={"damping": MILLE}),
    "easing": _none("reactance.eased"),
    "yes-under-pressure": _none("ask.pressed"),
    "pressure-wins-a-word": _none("ask.pressure"),
    # trust
    "loss-weights": Switch(
        dict.fromkeys(
            ("evidence.loss-ability", "evidence.loss-benevolence", "evidence.loss-integrity"), MILLE
        )
    ),
    "rung-slack": _none("rung.slack"),
    "promises": _none("promise.kept", "promise.broken", "promise.broken-distress", "patience.kept"),
    "truth-debt": _none("claim.debt"),
    "detection": Switch({"detection.level": NEVER}),
    "scar": _none("detection.scar"),
    "acts-mend": _none("trust.mended"),
    "backing": Switch({"claim.unbacked": MILLE}),
    "apology": _none("apology.mends-ability", "apology.mends-benevolence", "apology.mends-integrity"),
    "address": _none("address.too-near", "address.pressure", "address.face", "address.colder"),
    # value
    "loss-aversion": Switch({"value.loss": MILLE}),
    "risk": _none("value.risk", "value.personal-risk"),
    "mood-on-risk": _none("value.mood", "value.control"),
    "anchoring": _none("price.anchor"),
    "price-resistance": _none("price.resistance"),
    "cheapening": _none("price.cheapened"),
    "unfair-price": _none("price.unfair"),
    "fairness": _none("fairness.price", "fairness.broken"),
    # resistances and secrets
    "four-steps": _none("resistance.solved", "resistance.confirmed", "resistance.acknowledged"),
    "out-of-order": _none(
        "resistance.out-of-order",
        "resistance.early-pressure",
        "resistance.disappointment",
        "patience.unheard",
    ),
    "returning": _none("resistance.creep"),
    "need-coupling": _none("resistance.need-coupling"),
    "trust-coupling": _none("resistance.trust-coupling"),
    "price-before-value": _none("resistance.price-coupling"),
    "discovery": _none("secret.need", "secret.relief", "disclosure.told", "patience.told"),
    "prying": _none("secret.early", "secret.early-pressure", "patience.pried"),
    "silent-types": _none("resistance.agency"),
    # feeling
    "praise-and-blame": _none("appraisal.praise"),
    "respect": Switch({"address.face": 0, "company.face": 0}),
    "mood": _none(*(f"mood.{felt}" for felt in ("joy", "distress", "hope", "fear", "gratitude", "anger"))),
    "relief-and-disappointment": _none("mood.relief", "mood.disappointment"),
    "emotions-last": Switch({"emotion.keep": 400}),
    "kinds-of-comfort": _none("kind.gain"),
    "comfort-for-the-hurt": _none("kind.hurt"),
    "kinds-wear-out": Switch(curves={"kind": MILLE}),
    "peak-and-end": Switch({"satisfaction.peak": 0, "satisfaction.end": 0, "satisfaction.mean": MILLE}),
    # patience and attention
    "length": _none("patience.length", "time.cost"),
    "haste": Switch({"haste.agency": 0}),
    "being-heard": _none("patience.heard"),
    "boredom": _none("patience.bored"),
    "mismatch": _none("patience.delivery"),
    "worth-waiting": _none("patience.worth"),
    # company and days
    "overhearing": _none("company.overheard"),
    "face-before-others": _none("company.face"),
    "days": Switch({"days.keep": 990, "days.return": 0}),
    "silence-after-a-complaint": _none("complaint.silence", "complaint.day"),
    # following through
    "debt-on-following": _none("follow.debt"),
    "resistance-on-following": _none("follow.resistance"),
    "reactance-on-following": _none("follow.reactance", "ask.reactance"),
}
"""Mechanisms by name, in the order of the turn."""
