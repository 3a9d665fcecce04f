"""The left half of a conversation: scenery, the person, the counter with name plate and cup."""

from __future__ import annotations

import pygame

from game.desk.art import svg
from game.desk.art.counter import CUP_X, Counter
from game.desk.art.palette import LIGHT
from game.desk.art.place import TALK
from game.desk.art.portrait import Portrait
from game.desk.devices import FACELESS, Exchange, draw_device, draw_screen_frame
from game.desk.layout import GUIDE_WIDTH, Rect
from game.desk.name_plate import plate_line
from game.desk.panels import drawn
from game.desk.playing import HERE, Playing
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.stage_layout import COUNTER, column_of, scenery_of
from game.engine.reaction import Reaction
from game.engine.scenario import Close
from game.engine.traits import Trait
from game.language.words import Words

HEAT = (1_500, 3_500, 6_000)
"""Patience (basis points) from which one, two, three strands of steam rise."""


CHAIR = 3
"""The rung of trust from which a second chair stands at the counter."""


def warmth(patience: int) -> int:
    """Strands of steam over the cup, 0..3: all of her patience that can be seen."""
    return sum(patience >= level for level in HEAT)


class Stage:
    """Shows a moment of a conversation, and moves to the next when it is told to."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.place, self._clock = "reception", 36_000
        self._counter = Counter(desk.size)
        self._portraits: dict[str, Portrait] = {}
        self._playing: Playing | None = None
        self.scene = HERE
        self._reaction: Reaction | None = None
        self.person: str | None = None
        self._front = True
        self._strands = 3
        self._chair = False  # a second one, pulled up by somebody who trusts one enough
        self._waiting = False
        self._time = 0

    @property
    def _faceless(self) -> bool:
        """Whether the person is only heard or read."""
        return self.person is not None and self.scene.channel in FACELESS

    @property
    def _thing(self) -> str:
        """What the person keeps on the counter, if anything."""
        if self.person is None or self._playing is None:
            return "none"
        return self._playing.person(self.person).looks.thing

    def answer(self) -> None:
        """The words of the answer begin."""
        self._waiting = False

    def set(self, playing: Playing, *, front: bool = True) -> None:
        """Show how things stand, without any movement."""
        self._playing, self._reaction, self._front = playing, None, front
        conversation = playing.conversation
        self.person = conversation.person
        if conversation.outcome is not None:
            self.person = playing.counterpart
        self.scene = playing.scene
        self.place, self._clock = self.scene.place, conversation.clock
        self._waiting = False
        if self.person is None:
            self._chair = False
            return
        cues = conversation.cues(self.person)
        signs = self._signs(cues.signs)
        if conversation.outcome is not None:  # the verdict shows in her hands: the page is kept, or it is not
            agreed = conversation.outcome.close is Close.AGREED
            signs = (*signs, ("takes-page", 3) if agreed else ("arms-crossed", 3))
        self._portrait(self.person).show(cues.face, signs, at_once=True)
        self._strands, self._chair = self._warmth(), playing.rung(self.person) >= CHAIR

    def _portrait(self, person: str) -> Portrait:
        if person not in self._portraits:
            assert self._playing is not None
            looks = self._playing.person(person).looks
            quiet = self._desk.settings.reduced_motion
            self._portraits[person] = Portrait(looks, self._height(), reduced_motion=quiet)
        return self._portraits[person]

    def _height(self) -> int:
        return self._desk.frame.px(668)

    def _signs(self, signs: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
        """What can be seen, with what trust has changed for good: the phone lies down, the hands open."""
        assert self._playing is not None
        rung = self._playing.rung(self.person)
        names = {name for name, _ in signs}
        lasting: list[tuple[str, int]] = []
        if rung >= 2 and "phone-out" not in names:
            lasting.append(("phone-down", 1))
        if rung >= 3 and not names & {"arms-crossed", "leans-back"}:
            lasting += [("open-hands", 1), ("leans-in", 1)]
        return (*lasting, *signs)

    def _warmth(self) -> int:
        assert self._playing is not None and self.person is not None
        return warmth(int(self._playing.conversation.mind(self.person)[Trait.PATIENCE]))

    def hear(self, playing: Playing, reaction: Reaction) -> None:
        """A line has been said; its effect is shown by `react` and `move`, when their time comes."""
        self._playing, self._reaction, self._waiting = playing, reaction, True
        self.person = reaction.person
        if self.person is not None:
            self._portrait(self.person).held = True

    def react(self) -> None:
        """The face answers, after what crosses it, if something does."""
        if self._reaction is None or self._reaction.person is None:
            return
        portrait, cues = self._portrait(self._reaction.person), self._reaction.cues
        portrait.held = False
        portrait.show(cues.face, self._signs(cues.signs), micro=cues.micro)
        self._reaction = None

    def move(self) -> None:
        """The cup and what else stands around follow."""
        if self.person is None or self._playing is None:
            return
        self._chair = self._playing.rung(self.person) >= CHAIR
        strands = self._warmth()
        if strands != self._strands:
            self._strands = strands
            self._desk.sounds.play(Sound.CUP)

    def foresee(self) -> None:
        """Draw one thing that will be needed later; called while nothing moves, so that nobody waits then."""
        assert self._playing is not None
        wording, size = self._playing.book.wording, self._desk.size
        for scene in wording.scenes.values():
            if not self._desk.backdrops.has(scene.place, self._clock):
                self._desk.backdrops.show(scene.place, self._clock, size)
                return
        for person in self._playing.book.scenario.people:
            if person.id not in self._portraits:
                unseen = pygame.Surface((1, 1))
                self._portrait(person.id).draw(unseen, 0, 0)
                return

    def hold(self, still: bool) -> None:
        """While something lies over the stage, nobody blinks."""
        if self.person is not None:
            self._portrait(self.person).held = still

    def settle(self) -> None:
        """Arrive at once."""
        self.react()
        self.answer()
        if self.person is not None and self._playing is not None:
            self._strands, self._chair = self._warmth(), self._playing.rung(self.person) >= CHAIR
            self._portrait(self.person).finish()

    def update(self, ms: int) -> None:
        """Breathing, blinking, steam, and whatever is on its way."""
        self._time += ms
        self._counter.still = self._desk.settings.reduced_motion
        self._counter.update(ms)
        self._desk.backdrops.show(self.place, self._clock, self._desk.size).update(ms)
        if self.person is not None:
            portrait = self._portrait(self.person)
            portrait.reduced_motion = self._desk.settings.reduced_motion
            portrait.update(ms)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out anew."""
        self._counter.resize(size)
        for portrait in self._portraits.values():
            portrait.resize(self._height())

    def draw(self, surface: pygame.Surface) -> None:
        """Scenery, person, counter with plate and cup."""
        frame = self._desk.frame
        backdrop = self._desk.backdrops.show(self.place, self._clock, self._desk.size)
        backdrop.draw(surface)
        if self._faceless and self._playing is not None:
            scenery = scenery_of(frame)
            room = Rect(scenery.x, scenery.y, scenery.width, scenery.height - frame.px(COUNTER))
            waiting = self._reaction is not None or self._waiting
            talk = Exchange(self._playing, self.scene.channel, self.person or "")
            draw_device(self._desk, surface, room, talk, waiting=waiting, time=self._time)
        elif self.person is not None:
            portrait = self._portrait(self.person)
            portrait.draw(surface, self._left(portrait), frame.height - portrait.size[1] + frame.px(8))
            if self.scene.channel == "video":
                scenery = scenery_of(frame)
                place = Rect(scenery.x, scenery.y, scenery.width, scenery.height - frame.px(COUNTER))
                draw_screen_frame(self._desk, surface, place)
        if self._front:
            counter = self._counter
            counter.table = backdrop.table
            counter.thing = self._thing
            counter.strands = self._strands
            counter.second_chair = self._chair and not self._faceless
            counter.phone_down = self.person is not None and self._portrait(self.person).phone_down
            counter.cup_x = min(CUP_X, column_of(frame).x / frame.u - 72)
            counter.draw(surface, plate=self.person is not None)
            self._plate(surface)
            self._ground(surface)

    def _left(self, portrait: Portrait) -> int:
        """Left edge of the portrait's box: beside the cup, and in the middle where there is little room."""
        frame, scenery = self._desk.frame, scenery_of(self._desk.frame)
        if frame.large:
            return scenery.x + (scenery.width - portrait.size[0]) // 2 - frame.px(12)
        extra = frame.width - frame.px(GUIDE_WIDTH)
        return frame.px(36) + extra // 4

    def _ground(self, surface: pygame.Surface) -> None:
        """Where larger letters need more than the quiet wall, the wall reaches further over the scenery."""
        frame, column = self._desk.frame, column_of(self._desk.frame)
        wall = frame.width - frame.px(TALK)
        left = column.x - frame.px(64)
        if frame.text <= 1.0 or left >= wall:
            return
        width = wall + frame.px(300) - left
        top = frame.px(64)
        height = frame.height - top - frame.px(COUNTER)
        full = "#1B363A", 0.93
        shades = svg.linear(
            "wall",
            (0, 0),
            (width, 0),
            (0, "#1B363A", 0),
            (frame.px(56) / width, *full),
            ((wall + frame.px(10) - left) / width, *full),
            (1, "#1B363A", 0),
        )
        body = svg.rect(0, 0, width, height, svg.url("wall"))
        surface.blit(drawn(body, (width, height), (0, 0, width, height), shades), (left, top))

    def _plate(self, surface: pygame.Surface) -> None:
        """Name, post and firm on the plate, and the tea in words."""
        if self.person is None or self._playing is None:
            return
        desk, px, text, palette = self._desk, self._desk.frame.px, self._desk.lettering, LIGHT
        person = self._playing.person(self.person)
        x, y, width, height = self._counter.plate
        room = width - px(46)
        name, shrink = person.name.said(desk.locale), desk.settings.text_scale
        line, size = plate_line(desk, person, room)
        big = text.fit(
            [name], room, 1, (23 if shrink <= 1 else 26 / shrink, 20 / shrink, 17 / shrink), bold=True
        )
        heading = text.line(name, big, palette.ink, bold=True)
        small = text.line(line, size, palette.ink_soft)
        air = max(0, height - px(8) - heading.get_height() * 4 // 5 - small.get_height() * 4 // 5)
        top = y + air // 3 - heading.get_height() // 10
        surface.blit(heading, (x + px(26), top))
        surface.blit(small, (x + px(26), top + heading.get_height() * 9 // 10))
        if self.person is not None:
            words = tea_words(self._strands, desk.words)
            middle, top = self._counter.cup
            room = 2 * (middle - x - width - px(10))
            size = text.fit([words], room, 1, (15, 15 / shrink))
            text.say(surface, words, middle, top, size, "#F3E4CF", align="centre")


def tea_words(strands: int, words: Words) -> str:
    """The text twin of the steam."""
    if strands >= 3:
        return words("The tea is hot")
    if strands == 2:
        return words("The tea is warm")
    return words("The tea is nearly cold") if strands == 1 else words("The tea is cold")
