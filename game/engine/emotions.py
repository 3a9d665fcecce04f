"""Emotion by appraisal of what has just changed (OCC: Ortony, Clore & Collins 1988).

The customer's goals are to solve the problem, avoid loss, keep freedom, be respected and not waste time.
Gratitude and anger need the seller as their cause and take the smaller of how welcome a change is and how
praiseworthy the act, of the same sign: a pleasant lie is no reason for gratitude. Who has reason for anger
is the less grateful for what was before.
"""

from __future__ import annotations

import numpy as np

from game.engine.exchange import Changes, Exchange
from game.engine.psychology import Channel
from game.engine.reaction import CauseName
from game.engine.rounding import MILLE, faded, grown, negative, positive, scaled
from game.engine.traits import Attribute, Ints, Trait

FELT = (
    Trait.JOY,
    Trait.DISTRESS,
    Trait.HOPE,
    Trait.FEAR,
    Trait.GRATITUDE,
    Trait.ANGER,
    Trait.RELIEF,
    Trait.DISAPPOINTMENT,
)


def emotions(exchange: Exchange, so_far: Changes) -> Changes:
    """Changes of the eight intensities, decay included."""
    number, levels, happened = exchange.number, exchange.levels, exchange.happened
    impulse = exchange.impulses.on
    pushed = impulse(Channel.PUSH) + scaled(exchange.impulses.blocked, number["pressure.presumption"])
    respect = (
        impulse(Channel.FACE)
        - levels.on(CauseName.ADDRESS, positive(happened.nearness)) * number["address.face"]
    )
    respect = respect - scaled(negative(respect) * exchange.said.watched, number["company.face"])
    warmth = positive(impulse(Channel.WARMTH))
    colder = np.minimum(negative(happened.nearness) * number["address.colder"], MILLE)
    wasted = levels.on(CauseName.ADDRESS, scaled(warmth[-1], colder))
    welcome = (
        scaled(so_far[Trait.NEED] + so_far[Trait.BENEFIT] * 2, number["appraisal.solve"])
        - scaled(so_far[Trait.RISK], number["appraisal.safety"])
        - scaled(pushed, number["appraisal.freedom"])
        + scaled(respect, scaled(exchange.attribute(Attribute.FACE) + 5_000, 100))
        + levels.on(CauseName.DISCOVERY, happened.told) * number["secret.relief"]
        - levels.on(CauseName.DISCOVERY, happened.asked_early) * number["secret.early"]
        + levels.on(CauseName.OBJECTION, happened.solved + happened.confirmed)
        * number["resistance.solved-joy"]
        - levels.on(CauseName.PROMISE, happened.broken) * number["promise.broken-distress"]
        - levels.on(CauseName.TIME, _wasted(exchange))
    )
    praise = scaled(
        so_far[Trait.BENEVOLENCE_FOR]
        + so_far[Trait.INTEGRITY_FOR]
        - so_far[Trait.BENEVOLENCE_AGAINST]
        - so_far[Trait.INTEGRITY_AGAINST],
        number["appraisal.praise"],
    )
    blame = negative(praise) + positive(pushed) + negative(respect)
    wronged = np.minimum(negative(welcome), blame)
    calm = positive(impulse(Channel.CALM))
    temper = scaled(exchange.attribute(Attribute.TEMPER) + 5_000, 100)
    told, broken = (
        levels.on(CauseName.DISCOVERY, happened.told),
        levels.on(CauseName.PROMISE, happened.broken),
    )
    grieved = scaled(negative(welcome), number["appraisal.distress"]) + negative(impulse(Channel.WARMTH))
    drive = (
        scaled(positive(welcome), number["appraisal.joy"]) + warmth - wasted,
        grieved - calm,
        scaled(positive(so_far[Trait.BENEFIT]), number["appraisal.hope"]),
        scaled(so_far[Trait.RISK], number["appraisal.fear"]) - calm,
        np.minimum(positive(welcome), positive(praise)) - wronged,
        scaled(wronged, temper)
        + levels.on(CauseName.CLAIM, exchange.attended(happened.detected * number["detection.anger"]))
        - calm,
        scaled(negative(so_far[Trait.RISK]), number["appraisal.relief"])
        + told * number["secret.relief"]
        + scaled(calm, 500),
        broken * number["promise.broken-distress"]
        + scaled(negative(so_far[Trait.BENEFIT]), number["appraisal.hope"])
        + levels.on(CauseName.OBJECTION, happened.out_of_order) * number["resistance.disappointment"],
    )
    driven = np.zeros((*welcome.shape[:1], len(FELT), *welcome.shape[1:]), welcome.dtype)
    for at, part in enumerate(drive):
        driven[:, at] = part
    change = _felt(exchange, driven)
    return {trait: change[:, at] for at, trait in enumerate(FELT)}


def _felt(exchange: Exchange, drive: Ints) -> Ints:
    """What is left of the feelings after a turn and what the line adds, (level, feeling, play)."""
    was = exchange.before[FELT[0] : FELT[-1] + 1]
    left: Ints = np.where(exchange.present > 0, faded(was, exchange.number["emotion.keep"]), was)
    begun: Ints = exchange.levels.on(CauseName.TIME)[:, :, None]
    change: Ints = begun * (left - was) + grown(left, drive)
    return change


def _wasted(exchange: Exchange) -> Ints:
    """Time as a cost: story seconds beyond the free ones, dearer to the hurried and to high agency."""
    number = exchange.number
    over = positive(exchange.said.seconds - number["time.free"])
    wasted = scaled(over * number["time.cost"], exchange.haste) * exchange.present
    return exchange.attended(wasted)
