"""Where phone, table and plan lie before a visit. Pure."""

from __future__ import annotations

from enum import Enum, unique

from game.desk.layout import Frame, Rect


@unique
class Step(Enum):
    """What one is doing before the door."""

    READ = "read"  # the messages
    FACTS = "facts"  # the cards on the table
    CHOOSE = "choose"  # what to pack, when to arrive
    GO = "go"  # nothing is left to do but to go in


def panels(frame: Frame, step: Step) -> dict[str, Rect]:
    """The panels that are seen: phone, table and plan side by side, only two of them in large text.

    >>> {name: rect.width for name, rect in panels(Frame(1280, 720), Step.READ).items()}
    {'phone': 323, 'table': 530, 'plan': 299}
    """
    margin, gap = frame.px(40), frame.px(24)
    page = frame.page
    whole = Rect(page.x + margin, frame.px(36), page.width - 2 * margin, frame.height - frame.px(36 + 52))
    names: tuple[str, ...]
    shares: tuple[float, ...]
    if not frame.large:
        names, shares = ("phone", "table", "plan"), (28.0, 46.0, 26.0)
    elif step is Step.READ:
        names, shares = ("phone", "plan"), (54.0, 46.0)
    else:
        names, shares = ("table", "plan"), (60.0, 40.0)
    return dict(zip(names, whole.columns(shares, gap), strict=True))
