"""Before the door: messages to read, cards to know, things to pack; the beats in which one is alone."""

from __future__ import annotations

import pygame

from game.desk.briefing_layout import Step, panels
from game.desk.briefing_panels import (
    draw_bag,
    draw_decided,
    draw_facts,
    draw_phone,
    draw_plan,
    draw_table,
    facts_fit,
)
from game.desk.intents import Intent, Target, Want, intent_of
from game.desk.key_line import draw_keys
from game.desk.layout import Frame, Rect
from game.desk.pages import Page, opening_pages, reaction_pages
from game.desk.panels import lay, panel
from game.desk.playing import Playing
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.staging import Picture
from game.desk.talk_column import TOLD, Card, TalkColumn
from game.language.locale import Locale

BUZZ = 900
"""Milliseconds from one message to the next."""

FIRST_BUZZ = 350


class BriefingScene:
    """From the first message to the door."""

    def __init__(self, desk: Desk, playing: Playing) -> None:
        self._desk = desk
        self.playing = playing
        self._ms = 0
        self._heard = 0
        self._scroll = self._most_scroll = 0
        self._thinking = 0
        self._read = not playing.book.wording.briefing or bool(playing.conversation.reactions)
        self._seen_facts = self._read and not desk.frame.large
        self._pages: tuple[Page, ...] = opening_pages(playing, desk.locale)
        self.focus = 0
        self.column: TalkColumn | None = None
        self._lay_cards()

    @property
    def step(self) -> Step:
        """What one is doing."""
        if not self._read:
            return Step.READ
        if self._desk.frame.large and not self._seen_facts:
            return Step.FACTS
        return Step.CHOOSE if self.playing.conversation.person is None else Step.GO

    @property
    def shown(self) -> int:
        """Messages that have come in."""
        count = len(self.playing.book.wording.briefing)
        if self._read or self._desk.settings.at_once:
            return count
        return min(count, max(0, (self._ms - FIRST_BUZZ) // BUZZ + 1))

    def _lay_cards(self) -> None:
        """Lay what can be chosen now on the table."""
        if self.step is not Step.CHOOSE:
            self.column = None
            return
        page = self._pages[0]
        offers = self.playing.conversation.offers() if page.last else ()
        cards = [Card(line.id, self.playing.line(line.id, self._desk.locale)) for line in offers]
        self.column = TalkColumn(self._desk, page, cards, _choices)
        self.focus = min(self.focus, max(0, len(cards) - 1))

    def _read_aloud(self) -> None:
        desk, voice = self._desk, self._desk.voice
        voice.hush()
        if self.step is Step.READ:
            for message in self.playing.book.wording.briefing:
                voice.say(
                    f"{message.sender.said(desk.locale)}: {message.text.said(desk.locale)}", desk.locale
                )
        elif self.column is not None:
            voice.say(f"{self.column.page.before} {self.column.page.speech}", desk.locale)
            for number, card in enumerate(self.column.cards, start=1):
                voice.say(f"{number}. {card.text}", desk.locale)
        else:
            for aim in self.playing.book.wording.aims:
                voice.say(aim.said(desk.locale), desk.locale)

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key, a click or the wheel."""
        if event.type == pygame.MOUSEWHEEL:
            self._roll(-event.y)
            return
        targets = list(self.column.targets()) if self.column is not None else []
        intent = intent_of(event, [*targets, Target(self._button, Intent(Want.CONFIRM))])
        if intent is None:
            return
        if intent.want is Want.BACK:
            self._pause()
        elif self.column is not None and self.column.cards:
            self._choose(intent)
        elif intent.want in (Want.UP, Want.DOWN) and self._most_scroll:
            self._roll(1 if intent.want is Want.DOWN else -1)
        elif intent.want is not Want.POINT:
            self._go_on()

    def _roll(self, rows: int) -> None:
        step = self._desk.lettering.leading(18)
        self._scroll = max(0, min(self._most_scroll, self._scroll + rows * step))

    def _choose(self, intent: Intent) -> None:
        assert self.column is not None
        count = len(self.column.cards)
        match intent.want:
            case Want.UP | Want.DOWN:
                self.focus = (self.focus + (1 if intent.want is Want.DOWN else -1)) % count
                self._desk.sounds.play(Sound.KEY)
                self._desk.voice.instead(self.column.cards[self.focus].text, self._desk.locale)
            case Want.POINT if intent.number < count:
                self.focus = intent.number
            case Want.CHOOSE if intent.number < count:
                self._take(intent.number)
            case Want.CONFIRM:
                self._take(self.focus)

    def _take(self, number: int) -> None:
        """Pack it, or decide it: a line said to nobody."""
        assert self.column is not None
        said = self.playing.say(self.column.cards[number].line, self._thinking // 100)
        if said is None:
            return
        self._desk.sounds.play(Sound.PAPER)
        self.playing, reaction = said
        self.focus = self._thinking = 0
        self._desk.keep(self.playing)
        if reaction.reply is not None:
            self._pages = reaction_pages(self.playing, reaction, self._desk.locale)
        else:
            self._pages = opening_pages(self.playing, self._desk.locale)
        self._lay_cards()
        self._read_aloud()

    def _go_on(self) -> None:
        """Read on, or open the door."""
        if self.step is Step.READ and self.shown < len(self.playing.book.wording.briefing):
            self._ms = FIRST_BUZZ + BUZZ * len(self.playing.book.wording.briefing)
            return
        self._desk.sounds.play(Sound.PAPER)
        if self.step is Step.READ:
            self._read = True
        elif self.step is Step.FACTS:
            self._seen_facts = True
        elif self.step is Step.CHOOSE:
            self._pages = self._pages[1:] or opening_pages(self.playing, self._desk.locale)
        else:
            from game.desk.conversation_scene import ConversationScene

            self._desk.sounds.play(Sound.DOOR)
            self._desk.go(ConversationScene(self._desk, self.playing))
            return
        self._lay_cards()
        self._read_aloud()

    def catch_up(self, earlier: BriefingScene) -> None:
        """Stand where another briefing stood: what was read there has been read here."""
        self._ms, self._heard = earlier._ms, earlier._heard
        self._read, self._seen_facts = earlier._read, earlier._seen_facts
        self._lay_cards()

    def _pause(self) -> None:
        from game.desk.doors import enter
        from game.desk.pause_scene import PauseScene

        self._desk.sounds.play(Sound.PAPER)
        anew = None if self.playing.attempt else lambda: enter(self._desk, self.playing.going_back(1))
        self._desk.over(PauseScene(self._desk, anew))

    def update(self, ms: int) -> None:
        """Messages come in; thinking takes time."""
        self._ms += ms
        self._thinking += ms
        if self.shown > self._heard:
            self._heard = self.shown
            self._desk.sounds.play(Sound.KEY)
            if self._heard == 1:
                self._read_aloud()

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out anew."""
        self._lay_cards()
        if self.column is not None:
            self.column.resize()
        self._scroll = min(self._scroll, size[1])

    @property
    def _button(self) -> Rect:
        """The one thing to press where nothing is to be chosen, at the foot of the plan."""
        px, plan = self._desk.frame.px, panels(self._desk.frame, self.step)["plan"]
        height = max(px(52), self._desk.lettering.leading(18) + px(14))
        return Rect(plan.x + px(18), plan.bottom - height - px(18), plan.width - px(36), height)

    def relanguage(self, locale: Locale) -> None:
        """The same table in the other language."""
        self._pages = opening_pages(self.playing, locale)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the table with everything on it."""
        desk, frame, palette = self._desk, self._desk.frame, self._desk.palette
        draw_table(desk, surface)
        places = panels(frame, self.step)
        self._most_scroll = 0
        if "phone" in places:
            self._most_scroll = draw_phone(
                desk, surface, places["phone"], self.playing, self.shown, self._scroll
            )
        if "table" in places:
            if self.column is not None:
                cards = (1.0,) * len(self.column.cards)
                still = Picture(1.0, 0.0, 1.0, 1.0, 1.0, self.column.letters, cards, True)
                self.column.draw(surface, still, self.focus)
                self._draw_facts_below(surface, places["table"])
            else:
                self._most_scroll = max(self._most_scroll, self._draw_cards(surface, places["table"]))
        asking = self.column is None or not self.column.cards
        below = self._button.height + frame.px(28) if asking else frame.px(16)
        asked = self._decided if self.step is not Step.GO else ()
        draw_plan(desk, surface, places["plan"], self.playing, asked, below)
        if asking:
            self._draw_button(surface)
        hints = [desk.words("1–4 choose")] if not asking else [desk.words("Enter go on")]
        if self._most_scroll:
            hints.insert(0, desk.words("↑ ↓ more"))
        hints += [desk.words("F2 language"), desk.words("Esc pause")]
        draw_keys(desk, surface, hints, places["plan"].right, frame.height - frame.px(24), TOLD)
        if self.playing.conversation.clock and not frame.large:
            title = self.playing.book.wording.title.said(desk.locale)
            image = desk.lettering.line(title, 16, palette.header_text)
            left = min(rect.x for rect in places.values())
            surface.blit(image, (left, frame.height - frame.px(24) - image.get_height() // 2))

    @property
    def _decided(self) -> list[str]:
        """What was packed and decided so far, in words."""
        reactions = self.playing.conversation.reactions
        return [self.playing.line(each.line, self._desk.locale) for each in reactions if each.person is None]

    def _draw_cards(self, surface: pygame.Surface, table: Rect) -> int:
        """What one knows, or before the door what one has decided; returns how much could be scrolled."""
        if self.step is Step.GO and self._decided:
            return draw_decided(self._desk, surface, table, self._decided, self._scroll)
        return draw_facts(self._desk, surface, table, self.playing, self._scroll)

    def _draw_facts_below(self, surface: pygame.Surface, table: Rect) -> None:
        """What one knows stays on the table where the choices leave room for it."""
        assert self.column is not None
        if not self.column.cards:
            return
        top = self.column.layout.cards[-1].bottom + self._desk.frame.px(28)
        rest = Rect(table.x, top, table.width, table.bottom - top)
        if rest.height > self._desk.frame.px(160) and facts_fit(self._desk, rest, self.playing):
            draw_facts(self._desk, surface, rest, self.playing)
        else:
            draw_bag(self._desk, surface, rest)

    def _draw_button(self, surface: pygame.Surface) -> None:
        desk, palette = self._desk, self._desk.palette
        size = (self._button.width, self._button.height)
        lay(surface, panel(size, desk.u, palette.vermilion, radius=10, shadow=3), self._button)
        word = desk.words("Go in") if self.step is Step.GO else desk.words("Next")
        image = desk.lettering.line(word, 18, palette.card, bold=True)
        x, y = self._button.centre
        surface.blit(image, (x - image.get_width() // 2, y - image.get_height() // 2))


def _choices(frame: Frame) -> Rect:
    """Where the choices lie: on the table, a little below its upper edge."""
    table = panels(frame, Step.CHOOSE)["table"]
    return Rect(
        table.x + frame.px(16),
        table.y + frame.px(12),
        table.width - frame.px(16),
        table.height - frame.px(12),
    )
