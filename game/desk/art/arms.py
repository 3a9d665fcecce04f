"""Arms painted: the steps of a pose in somebody's sleeves and skin."""

from __future__ import annotations

from game.desk.art.build import Build, body_bend
from game.desk.art.garment import Garment
from game.desk.art.hand import hand
from game.desk.art.palette import blend
from game.desk.art.pigment import Dye, Pigment
from game.desk.art.pose import POSES, HandAt, Held, Sleeve
from game.desk.art.prop import PROPS, WATCH
from game.desk.art.svg import bent, path, placed, stroke, url

_SHADOW = "#0F1420"


def _sleeve(sleeve: Sleeve, garment: Garment, measures: Build, paint: Pigment) -> str:
    bend = body_bend(measures)
    dye = paint.cloth if garment.sleeve == "cloth" else paint.inner
    skin = paint.skin
    rolled = garment.cuff == "rolled"
    parts = []
    if sleeve.shade:
        parts.append(stroke(bent(sleeve.shade, bend), _SHADOW, 12, 0.3))
    cloth = dye.dark if sleeve.dark else url("sleeve")
    if rolled:
        parts.append(path(bent(sleeve.bare, bend), skin.shade if sleeve.dark else skin.base))
        parts.append(path(bent(sleeve.upper, bend), cloth))
    else:
        parts.append(path(bent(sleeve.d, bend), cloth))
    if sleeve.rim and not rolled:
        parts.append(stroke(bent(sleeve.rim, bend), dye.light, 3.6, 0.85))
    if sleeve.folds:
        deep = blend(dye.dark, "#000000", 0.3) if sleeve.dark else dye.dark
        parts.append(stroke(bent(sleeve.folds, bend), deep, 4, 0.7))
    if rolled and sleeve.roll:
        parts.append(stroke(bent(sleeve.roll, bend), dye.dark, 19, cap="butt"))
        parts.append(stroke(bent(sleeve.roll, bend), dye.light, 14, cap="butt"))
    elif sleeve.cuff:
        parts.append(_cuff(bent(sleeve.cuff, bend), garment, dye, paint))
    return "".join(parts)


def _cuff(d: str, garment: Garment, dye: Dye, paint: Pigment) -> str:
    if garment.cuff == "shirt":
        return stroke(d, paint.inner.dark, 17, cap="butt") + stroke(d, paint.inner.light, 13, cap="butt")
    if garment.cuff == "rib":
        return stroke(d, dye.dark, 20, cap="butt") + stroke(d, dye.light, 13, 0.55, cap="butt")
    return stroke(d, dye.dark, 7, cap="butt")


def arms(name: str, garment: Garment, measures: Build, paint: Pigment, watch: bool) -> str:
    """The arms of a pose (an unknown one is `open`), as SVG in the portrait's box."""
    bend = body_bend(measures)
    parts = []
    for step in POSES.get(name, POSES["open"]):
        if isinstance(step, Sleeve):
            parts.append(_sleeve(step, garment, measures, paint))
        elif isinstance(step, HandAt):
            x, y = bend(step.x, step.y)
            parts.append(hand(step.kind, x, y, step.turn, paint.skin, measures.hand, step.flip))
            if watch and step.watch:
                parts.append(placed(WATCH, x, y, step.turn, 0.9 * measures.hand))
        elif isinstance(step, Held):
            x, y = bend(step.x, step.y)
            parts.append(placed(PROPS[step.name], x, y, step.turn))
    return "".join(parts)
