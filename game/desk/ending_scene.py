"""The end of a talk: a glass door and a verdict before any number, then what was told days later."""

from __future__ import annotations

import pygame

from game.desk.art import svg
from game.desk.doors import home
from game.desk.intents import Want, intent_of
from game.desk.key_line import draw_keys
from game.desk.layout import Rect
from game.desk.panels import drawn, fading, lay, panel
from game.desk.playing import Playing
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.stage import Stage
from game.desk.staging import FADE, ease_out
from game.engine.reaction import EventKind
from game.engine.scenario import Close
from game.engine.scoring import Scorecard, score
from game.language.locale import Locale
from game.telling.scorecard import Answer, scorecard_told

WALK_OUT = 1_200
"""Milliseconds in which one steps back from the door: one of the two movements of the camera."""

STILL = 700
"""Milliseconds of nothing before the verdict."""


class EndingScene:
    """Two pages, each waiting for a key; then the debrief."""

    def __init__(self, desk: Desk, playing: Playing) -> None:
        self._desk = desk
        self.playing = playing
        self._page = 0
        self._ms = 0
        self._stage = Stage(desk)
        self._stage.set(playing, front=False)
        outcome = playing.conversation.outcome
        assert outcome is not None
        self._outcome = outcome
        self._score: Scorecard = score(playing.conversation)
        desk.sounds.play(Sound.DOOR)
        self._settle_accounts()

    def _settle_accounts(self) -> None:
        """The conversation is over: it goes into the record, and nothing is left to resume."""
        desk = self._desk
        attempt = self.playing.attempt
        try:
            if attempt is not None:
                attempt.hand_in(self.playing.conversation)
            else:
                if desk.record is not None:
                    desk.record.finished(self.playing.conversation)
                desk.saves.forget()
        except OSError:
            desk.tell_once(desk.words("This conversation cannot be written down here; playing goes on."))
        desk.reader.refresh()

    @property
    def _pages(self) -> int:
        return 2

    def _words(self) -> tuple[str, str]:
        """Verdict and epilogue."""
        wording, locale = self.playing.book.wording, self._desk.locale
        ending = wording.endings[self._outcome.ending].said(locale)
        epilogue = wording.epilogues.get(self._outcome.epilogue or "")
        return ending, epilogue.said(locale) if epilogue else ""

    def _ready(self) -> bool:
        return self._ms >= (STILL + WALK_OUT if self._page == 0 else FADE)

    def handle(self, event: pygame.event.Event) -> None:
        """Any key reads on."""
        intent = intent_of(event)
        if intent is None or intent.want is Want.POINT:
            return
        if not self._ready():
            self._ms = STILL + WALK_OUT
            return
        self._desk.sounds.play(Sound.PAPER)
        if self._page + 1 < self._pages:
            self._page, self._ms = self._page + 1, 0
            self._read_aloud()
        elif self.playing.attempt is not None and not self.playing.attempt.hints:
            home(self._desk)
        else:
            from game.desk.debrief_scene import DebriefScene

            self._desk.go(DebriefScene(self._desk, self.playing))

    def _read_aloud(self) -> None:
        ending, epilogue = self._words()
        answer = self._recommendation()
        said = ending if self._page == 0 else f"{epilogue} {answer.label} {answer.value}. {answer.reason}"
        self._desk.voice.instead(said, self._desk.locale)

    def update(self, ms: int) -> None:
        """Step back from the door."""
        before, self._ms = self._ms, self._ms + ms
        self._stage.update(ms)
        if self._page == 0 and before < STILL <= self._ms:
            agreed = self._outcome.close is Close.AGREED
            self._desk.sounds.play(Sound.NOTES if agreed else Sound.THUD)
            self._read_aloud()

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out anew."""
        self._stage.resize(size)

    def relanguage(self, locale: Locale) -> None:
        """Words are asked for when they are drawn."""

    def draw(self, surface: pygame.Surface) -> None:
        """The room beyond the glass, then the words."""
        desk, frame = self._desk, self._desk.frame
        self._stage.draw(surface)
        self._glass(surface)
        part = 1.0 if self._page else max(0.0, min(1.0, (self._ms - STILL) / WALK_OUT))
        if desk.settings.reduced_motion:
            part = 0.0 if part <= 0 else 1.0
        column = self._column(surface.get_size())
        if self._page == 0:
            with fading(surface, column, ease_out(part)):
                self._verdict(surface, column)
        else:
            with fading(surface, column, min(1.0, self._ms / FADE)):
                self._epilogue(surface, column)
        if self._ready():
            hints = (desk.words("any key: read on"),)
            draw_keys(
                desk, surface, hints, frame.width - frame.px(40), frame.height - frame.px(24), "#E8DFCD"
            )

    def _column(self, size: tuple[int, int]) -> Rect:
        frame = self._desk.frame
        width = frame.px(600 if not frame.large else 740)
        return Rect(size[0] - width - frame.px(56), frame.px(96), width, size[1] - frame.px(150))

    def _glass(self, surface: pygame.Surface) -> None:
        """The door has fallen shut: a frame, two streaks of light, and the room one shade cooler."""
        frame = self._desk.frame
        width, height = frame.width / frame.u, frame.height / frame.u
        edge = self._column(surface.get_size()).x / frame.u - 44
        streaks = "".join(
            svg.path(
                f"M{x} 0 L{x + wide} 0 L{x + wide - 240} {height} L{x - 240} {height}Z",
                "#FFFFFF",
                opacity=ink,
            )
            for x, wide, ink in ((120, 210, 0.07), (400, 40, 0.06))
        )
        body = (
            svg.rect(0, 0, width, height, "#0D1B1E", 0.34)
            + streaks
            + svg.rect(edge, 0, width - edge, height, "#0D1B1E", 0.8)
            + svg.rect(edge - 12, 0, 14, height, "#2B3A3C")
            + svg.rect(edge - 12, 0, 3, height, "#6B9590", 0.5)
            + svg.rect(edge - 44, height / 2 - 90, 12, 180, "#C9BCA2", radius=6)
            + svg.rect(0, 0, width, 12, "#2B3A3C")
        )
        surface.blit(drawn(body, (frame.width, frame.height), (0, 0, width, height)), (0, 0))

    def _verdict(self, surface: pygame.Surface, column: Rect) -> None:
        px, text, palette = self._desk.frame.px, self._desk.lettering, self._desk.palette
        ending, _ = self._words()
        kept = self._outcome.close is Close.AGREED
        surface.blit(
            drawn(_page_kept() if kept else _page_dropped(), (px(150), px(130)), (0, 0, 150, 130)),
            (column.x, column.y + px(30)),
        )
        size = text.fit([ending], column.width, 4, (48, 44, 40, 36, 32, 28, 24))
        y = column.y + px(190)
        for line in text.wrap(ending, size, column.width, bold=True):
            y = text.say(
                surface,
                line,
                column.x,
                y,
                size,
                palette.header_text,
                bold=True,
                leading=round(text.real(size) * 1.35),
            )

    def _recommendation(self) -> Answer:
        """Whether she would recommend the player: the question, her 0 to 10, and why."""
        conversation = self.playing.conversation
        counterpart = self.playing.counterpart
        agreed = any(
            event.kind is EventKind.AGREED for each in conversation.reactions for event in each.events
        )
        told = scorecard_told(
            self._score,
            conversation.scenario,
            conversation.mind(counterpart),
            self.playing.book.wording.criteria,
            self._desk.locale,
            self.playing.person(counterpart).pronoun,
            agreed,
        )
        return told.answers[0]

    def _epilogue(self, surface: pygame.Surface, column: Rect) -> None:
        desk, px, text, palette = self._desk, self._desk.frame.px, self._desk.lettering, self._desk.palette
        _, epilogue = self._words()
        y = column.y + px(20)
        if epilogue:
            heading = desk.words("Afterwards")  # the story itself says how long
            y = text.say(surface, heading, column.x, y, 32, palette.header_mark, bold=True) + px(8)
            size = text.fit([epilogue], column.width, 6, (26, 24, 22, 20, 18))
            y = text.say(surface, epilogue, column.x, y, size, palette.header_text, width=column.width) + px(
                28
            )
        answer = self._recommendation()
        reason_lines = text.wrap(answer.reason, 18, column.width - px(150)) if answer.reason else ()
        height = max(px(112), text.leading(16) + len(reason_lines) * text.leading(18) + px(36))
        card = Rect(column.x, y, column.width, height)
        lay(surface, panel((card.width, card.height), desk.u, palette.card, radius=16, shadow=6), card)
        number = text.line(str(self._score.nps), 56, palette.ink, bold=True)
        surface.blit(
            number,
            (card.x + px(62) - number.get_width() // 2, card.centre[1] - number.get_height() // 2 - px(6)),
        )
        of = text.line("0–10", 15, palette.ink_soft)
        surface.blit(of, (card.x + px(62) - of.get_width() // 2, card.bottom - of.get_height() - px(8)))
        x = card.x + px(124)
        top = card.y + (card.height - text.leading(16) - len(reason_lines) * text.leading(18)) // 2
        top = text.say(surface, answer.label, x, top, 16, palette.ink_soft)
        for line in reason_lines:
            top = text.say(surface, line, x, top, 18, palette.ink)


def _page_kept() -> str:
    """The page in a hand: it was kept."""
    return (
        svg.path("M38 12 L104 4 L116 104 L50 112Z", "#FFFCF5")
        + svg.stroke("M52 28 L94 23 M54 40 L88 36", "#8C8371", 4)
        + svg.path(
            "M60 94 L70 93 L67 66 L57 67Z M78 92 L88 91 L83 52 L73 53Z M96 90 L106 88 L102 74 L92 75Z",
            "#2A5B87",
        )
        + svg.path(
            "M30 130 C26 108 34 92 48 88 C60 86 66 94 60 102 L92 96 C102 96 102 108 92 110 L70 116"
            " C64 126 52 130 44 130Z",
            "#F3CDAE",
        )
    )


def _page_dropped() -> str:
    """The page in a tray, on top of others: it was not kept."""
    return (
        svg.path("M10 84 L140 84 L128 118 L22 118Z", "#2B3A3C")
        + svg.path("M22 82 L120 72 L130 86 L28 96Z", "#D8CDB9")
        + svg.path("M30 74 L126 58 L138 74 L42 92Z", "#FFFCF5")
        + svg.stroke("M50 78 L108 68 M56 84 L96 77", "#8C8371", 3)
        + svg.stroke("M10 84 H140", "#6B9590", 4)
    )
