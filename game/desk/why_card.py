"""The card at the right of the review: why a line was worth less, what is better, and what was on offer."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.analysis.review import Alternative, TurnReview
from game.desk.afterwards import Afterwards
from game.desk.better_line import BetterLine
from game.desk.buttons import draw_default
from game.desk.cause_bars import CauseBars, together, told_of
from game.desk.debrief_page import TABS
from game.desk.debrief_values import Values
from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.offered_lines import LINES, OfferedLines
from game.desk.panels import lay, panel
from game.desk.scene import Desk
from game.desk.turn_card import TurnCard
from game.desk.why_rows import WhyRows
from game.telling.conversation_chart import SERIES
from game.telling.depth import Depth
from game.telling.reaction import told


class WhyCard:
    """Draws the card; Tab goes from trait to trait, up and down through the lines on offer.

    Args:
        desk: the desk.
        afterwards: the conversation.
        values: what the reviewer says of it.
        card: knows the lesson of a turn.
    """

    def __init__(self, desk: Desk, afterwards: Afterwards, values: Values, card: TurnCard) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._values = values
        self._card = card
        self._bars = CauseBars(desk)
        self._rows = WhyRows(desk, afterwards)
        self._list = OfferedLines(desk, afterwards)
        self._better = BetterLine(desk, afterwards)
        self._tabs: list[Target] = []
        self._action = self._link = Rect(0, 0, 0, 0)
        self.turn = 1
        self.trait = 0
        self.pick: int | None = None

    # ------------------------------------------------------------------ what is looked at

    @property
    def judged(self) -> TurnReview | None:
        """The review of the chosen turn."""
        return self._values.turn(self.turn)

    @property
    def lines(self) -> tuple[Alternative, ...]:
        """What was on offer, the line worth most first."""
        judged = self.judged
        return tuple(sorted(judged.alternatives, key=lambda each: each.loss)) if judged is not None else ()

    @property
    def picked(self) -> Alternative | None:
        """The line that is picked among those on offer."""
        return self.lines[self.pick] if self.pick is not None and self.pick < len(self.lines) else None

    @property
    def other(self) -> str | None:
        """The picked line, where it is not the one that was said: it can be said now."""
        picked, judged = self.picked, self.judged
        return picked.line if picked is not None and judged and picked.line != judged.line else None

    def choose(self, turn: int) -> None:
        """Look at another turn."""
        self.turn, self.trait, self.pick = turn, 0, None

    def move(self, step: int) -> None:
        """Go on through the lines on offer, and round again by the reasons."""
        places = [None, *range(len(self.lines))]
        self.pick = places[(places.index(self.pick) + step) % len(places)]

    def next_trait(self) -> None:
        """Show the causes of the next trait."""
        self.trait += 1

    def handle(self, intent: Intent) -> None:
        """A line or a trait was clicked; a line that is picked already is picked no more."""
        if LINES <= intent.number < LINES + len(self.lines):
            number = intent.number - LINES
            self.pick = None if self.pick == number else number
        elif TABS <= intent.number < LINES:
            self.trait = intent.number - TABS

    def targets(self) -> Iterator[Target]:
        """Everything on the card that can be clicked."""
        yield from self._tabs
        yield from self._list.targets()
        yield from self._better.targets()
        yield Target(self._link, Intent(Want.LESSON))
        yield Target(self._action, Intent(Want.CONFIRM))

    # ------------------------------------------------------------------ words

    def headline(self) -> str:
        """How much the line fell short of the best one on offer."""
        words, judged = self._desk.words, self.judged
        if judged is None:
            return words("Not looked at yet")
        short = round(judged.loss)
        if short == 0:
            return words("The best line on offer")
        if not judged.judgement.fault:
            return words("As good as the best: {n} short", n=short)
        return words("{n} short of the best line", n=short)

    def _gap_labels(self, judged: TurnReview | None) -> list[tuple[str, str]]:
        """Names and sizes of the traits whose causes can be shown."""
        if judged is not None:
            return [(gap.name, gap.told_amount) for gap in self._rows.gaps(judged)]
        reaction = self._afterwards.reactions[self.turn - 1]
        return [(each.name.said(self._desk.locale), together(reaction, each.trait)) for each in SERIES]

    # ------------------------------------------------------------------ drawing

    def draw(self, surface: pygame.Surface, room: Rect) -> None:
        """Draw the card."""
        desk, px, palette = self._desk, self._desk.frame.px, self._desk.palette
        lay(surface, panel((room.width, room.height), desk.u, palette.card, radius=16), room)
        inner = room.inset(px(26), px(13))
        self._tabs, self._action, self._link = [], Rect(0, 0, 0, 0), Rect(0, 0, 0, 0)
        self._list.clear()
        self._better.clear()
        judged = self.judged
        if judged is not None and (self.pick is not None or judged.why is None):
            self._offered(surface, inner, judged)
        elif judged is not None:
            self._why(surface, inner, judged)
        else:
            self._waiting(surface, inner)

    def _why(self, surface: pygame.Surface, room: Rect, judged: TurnReview) -> None:
        """The reasons as bars, and the better line."""
        px = self._desk.frame.px
        bottom = self._head(surface, room)
        box_high = self._better.height(judged, room.width + px(16))
        box = Rect(room.x - px(8), room.bottom - box_high + px(3), room.width + px(16), box_high)
        self._better.draw(surface, judged, box)
        gaps = self._rows.gaps(judged)
        person = self._afterwards.reactions[self.turn - 1].person
        pronouns = self._afterwards.pronouns(person, self._desk.locale)
        same = self._desk.words("{She} would feel much the same; the score would not.")
        nothing = same.format(**pronouns)
        below = self._draw_tabs(surface, Rect(room.x, bottom, room.width, 0)) if gaps else bottom
        bars = Rect(room.x, below + px(7), room.width, box.y - px(4) - below - px(7))
        if gaps:
            gap = gaps[self.trait % len(gaps)]
            self._bars.draw(surface, self._rows.told(judged, gap), gap.trait, bars, nothing)
        else:
            self._desk.lettering.say(
                surface, nothing, bars.x, bars.y, 17, self._desk.palette.ink_soft, width=bars.width
            )

    def _waiting(self, surface: pygame.Surface, room: Rect) -> None:
        """What the line did to her, as long as nobody has looked at what else could have been said."""
        desk, px = self._desk, self._desk.frame.px
        bottom = self._head(surface, room)
        bottom = self._draw_tabs(surface, Rect(room.x, bottom, room.width, 0))
        high = self._button_high
        below = Rect(room.x, room.bottom - high, room.width, high)
        self._action = draw_default(desk, surface, desk.words("R  Retry from here"), below)
        reaction = self._afterwards.reactions[self.turn - 1]
        trait = SERIES[self.trait % len(SERIES)].trait
        bars = Rect(room.x, bottom + px(7), room.width, below.y - px(6) - bottom - px(7))
        told = told_of(reaction, trait, self._afterwards.teller(desk.locale))
        self._bars.draw(surface, told, trait, bars, desk.words("This line moved nothing here."))

    def _offered(self, surface: pygame.Surface, room: Rect, judged: TurnReview) -> None:
        """All that was on offer, and the way to say one of them."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        other = self.other is not None
        label = desk.words("Enter  Say this and go on") if other else desk.words("R  Retry from here")
        high = self._button_high
        row = Rect(room.x, room.y - px(2), room.width, high)
        widest = 14 if desk.frame.text > 1.4 else 17
        self._action = draw_default(desk, surface, label, row, widest)
        headline = self.headline()
        left = room.width - self._action.width - px(20)
        size = text.fit([headline], left, 1, (20, 18, 16, 15, 14, 13, 12, 11), bold=True)
        text.say(surface, headline, room.x, row.y, size, palette.ink, bold=True, leading=high)
        top = row.bottom + px(2)
        below = Rect(room.x - px(8), top, room.width + px(16), room.bottom - top)
        link = "" if self._card.links else self._card.lesson_words(self.turn)
        self._link = self._list.draw(surface, below, self.lines, judged.line, self.pick, link)
        self._foretold(surface, Rect(room.x, self._list.bottom, room.width, room.bottom - self._list.bottom))

    def _foretold(self, surface: pygame.Surface, room: Rect) -> None:
        """What the picked line would have done to her, where there is room for it below the list."""
        other = self._afterwards.instead(self.turn, self.other) if self.other is not None else None
        if other is None:
            return
        text, px = self._desk.lettering, self._desk.frame.px
        sentence = told(other, self._afterwards.teller(self._desk.locale), Depth.COACH, 1)[0]
        size = text.fit([sentence], room.width, 2, (16, 15, 14, 13, 12, 11))
        high = len(text.wrap(sentence, size, room.width)) * text.leading(size)
        if high + px(10) <= room.height:
            y = room.y + px(10)
            text.say(surface, sentence, room.x, y, size, self._desk.palette.ink_soft, width=room.width)

    @property
    def _button_high(self) -> int:
        return max(self._desk.frame.px(38), self._desk.lettering.leading(17) + self._desk.frame.px(4))

    def _head(self, surface: pygame.Surface, room: Rect) -> int:
        """The headline, and the way to the lesson beside it; where it ends."""
        text, px, palette = self._desk.lettering, self._desk.frame.px, self._desk.palette
        headline = self.headline()
        link = "" if self._card.links else self._card.lesson_words(self.turn)
        sizes = (20, 18, 17, 16, 15, 14) if self._desk.frame.text < 1.4 else (16, 15, 14, 13)
        size = text.fit([headline], room.width, 1, sizes, bold=True)
        high = text.leading(size)
        text.say(surface, headline, room.x, room.y, size, palette.ink, bold=True)
        if link:
            left = room.width - text.width(headline, size, bold=True) - px(24)
            small = text.fit([link], left, 1, (16, 15, 14, 13, 12, 11, 10))
            wide = text.width(link, small)
            self._link = Rect(room.right - wide, room.y, wide, high)
            text.say(surface, link, self._link.x, room.y, small, palette.sky, leading=high)
        return room.y + high

    def _draw_tabs(self, surface: pygame.Surface, room: Rect) -> int:
        """The traits with their changes, the chosen one underlined; returns where the tabs end."""
        text, px, palette = self._desk.lettering, self._desk.frame.px, self._desk.palette
        labels = self._gap_labels(self.judged)
        size, lead, shown = self._tab_size(labels, room.width)
        x, high = room.x, text.leading(size) + px(2)
        if lead:
            text.say(surface, lead, x, room.y, size, palette.ink_soft, leading=high)
            x += text.width(lead, size) + px(18)
        chosen = self.trait % len(labels)
        first = max(0, chosen - shown + 1)  # tabs that have no room come in when Tab goes on to them
        for number, (name, amount) in list(enumerate(labels))[first : first + shown]:
            lit = number == chosen
            words = f"{name}  {amount}"
            image = text.line(words, size, palette.ink if lit else palette.ink_soft, bold=lit)
            surface.blit(image, (x, room.y + (high - image.get_height()) // 2))
            if lit:
                pygame.draw.rect(surface, palette.vermilion, (x, room.y + high, image.get_width(), px(2.5)))
            rect = Rect(x - px(8), room.y, image.get_width() + px(16), high + px(4))
            self._tabs.append(Target(rect, Intent(Want.CHOOSE, TABS + number)))
            x += image.get_width() + px(24)
        return room.y + high + px(2)

    def _tab_size(self, labels: list[tuple[str, str]], width: int) -> tuple[float, str, int]:
        """Letters of the tabs, the words before them where there is room, and how many stand in the row."""
        desk, text, px = self._desk, self._desk.lettering, self._desk.frame.px
        words = desk.words("Against the better line:") if self.judged is not None else ""
        sizes = (16, 15, 14, 13) if desk.frame.text < 1.4 else (13, 12)
        wide = {
            size: [text.width(f"{n}  {a}", size, bold=True) + px(24) for n, a in labels] for size in sizes
        }
        for shown in range(len(labels), 0, -1):
            for lead in (words, ""):
                for size in sizes:
                    before = text.width(lead, size) + px(18) if lead else 0
                    if before + max(_runs(wide[size], shown)) - px(24) <= width:
                        return size, lead, shown
        return sizes[-1], "", 1

    def said(self) -> str:
        """The card in words."""
        judged = self.judged
        parts = [self.headline()]
        if judged is None:
            return parts[0]
        if self.pick is not None:
            return "\n".join([*parts, self._list.said(self.lines, judged.line, self.pick)])
        for gap in self._rows.gaps(judged):
            told = self._rows.told(judged, gap)(Depth.COACH)[:2]
            parts.append(f"{gap.name} {gap.told_amount}: " + "; ".join(sentence for sentence, _ in told))
        if judged.why is not None:
            parts.append(self._better.label(judged))
            parts.append(self._afterwards.playing.line(judged.why.better, self._desk.locale))
        return "\n".join(parts)


def _runs(widths: list[int], many: int) -> list[int]:
    """How wide any so many neighbours are together."""
    return [sum(widths[first : first + many]) for first in range(len(widths) - many + 1)]
