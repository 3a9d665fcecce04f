"""What stands on a name plate below the name: post and firm, in as many words as there is room for."""

from __future__ import annotations

from game.content.wording import PersonWording
from game.desk.scene import Desk
from game.language.locale import Locale


def plate_line(desk: Desk, person: PersonWording, room: int) -> tuple[str, float]:
    """What fits of post and firm, and the size of its letters; without room for both the post."""
    sizes = (16, 15, 15 / desk.settings.text_scale)
    both, post = position(person, desk.locale), person.post.said(desk.locale)
    size = desk.lettering.fit([both], room, 1, sizes)
    if desk.lettering.width(both, size) <= room or not post:
        return both, size
    post = post[:1].upper() + post[1:]
    return post, desk.lettering.fit([post], room, 1, sizes)


def position(person: PersonWording, locale: Locale) -> str:
    """Post and firm in one line, in the order in which each language says them."""
    post, firm = person.post.said(locale), person.firm.said(locale)
    post = post[:1].upper() + post[1:]
    if not post or not firm:
        return post or firm
    return f"{firm} · {post}" if locale is Locale.ZH else f"{post}, {firm}"
