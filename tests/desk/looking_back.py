"""A short scenario, played to its end, and a desk on which to look back on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from game.content.loading import load_scenario
from game.desk.application import Context, lay_desk, open_window
from game.desk.debrief_scene import DebriefScene
from game.desk.pilot import AtOnce, Pilot
from game.desk.playing import Playing
from game.desk.ports import Book, Entry, Reviews, ShelfFault
from game.desk.settings import Settings, SettingsFile
from game.engine.conversation import Conversation
from game.engine.transcript import Transcript
from game.language.locale import Locale

SCENARIO = """
rapport: 1
id: short-visit
languages: [en, zh]
title: {en: A Short Visit, zh: 短短一面}
turns: 8
customer:
  en: Lin Yue
  zh: 林悦
  disc: D55 C30 S10 I5
  hidden: {trust: 30, patience: 60..80}
  address:
    first: {en: you people, zh: 你们}
facts:
  last-slot:
    truth: untrue
    en: Only one date is left this month.
    zh: 这个月只剩一个档期。
secrets:
  blamed:
    depth: 95
    en: If the next one fails too, it is on me.
    zh: 下一台要是再坏，责任全在我。
  leaving:
    depth: 95
    en: I may not be here in spring.
    zh: 开春我也许就不在这儿了。
beats:
  corridor:
    alone: true
    en: A long corridor.
    zh: 长长的走廊。
    lines:
      straighten: {en: One breath before the door., zh: 进门前先喘口气。, does: [prepare]}
      run: {en: Straight in at a run., zh: 一路小跑冲进去。, does: [be-late]}
  hello:
    en: She stays on her feet.
    zh: 她站着，没有坐下。
    lines:
      ask-leave: {en: May I have two minutes?, zh: 占用您两分钟，行吗？, does: [introduce, ask-permission]}
      admire:
        en: What a beautiful studio!
        zh: 您这儿真漂亮！
        does: [strong praise]
        note:
          en: Praise is pleasant, and she has heard it all before.
          zh: 好话谁都爱听，可她听得太多了。
    replies:
      - en: So {address} came after all.
        zh: "{address}还真来了。"
        cue: {en: Arms crossed., zh: 胳膊抱着。}
    thoughts:
      - {en: Another one., zh: 又来一个。}
  trouble:
    lines:
      ask-trouble: {en: What does it do to your mornings?, zh: 它一坏，您一上午怎么过？, does: [ask-problem]}
      one-date-left:
        en: There is one date left this month.
        zh: 这个月就剩一个档期了。
        does: [scarcity, strong urgency]
        claims: last-slot
    replies:
      - {en: It stops twice a day., zh: 一天停两回。}
  next-step:
    lines:
      name-a-day:
        en: Tuesday, Thursday, or not at all?
        zh: 周二，周四，还是算了？
        does: [real-choice, ask-commitment]
        asks: a-visit
      leave-card: {en: I will leave you my card., zh: 名片给您留下。, does: [give-time]}
    replies:
      - {when: [agreed a-visit], en: Thursday at nine., zh: 周四九点。, then: dated}
      - {en: Leave it at the desk., zh: 放前台吧。, then: not-today}
endings:
  dated: {stage: interest, en: A time in her diary., zh: 她的日程上有了一个时间。}
  not-today: {stage: cognition, en: A card in a bowl of cards., zh: 一碗名片里又多了一张。}
"""
BAD = ("run", "admire", "one-date-left", "leave-card")
GOOD = ("straighten", "ask-leave", "ask-trouble", "name-a-day")


def book(folder: Path) -> Book:
    """The scenario above, read as any other."""
    path = folder / "short-visit.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    loaded = load_scenario(path)
    assert loaded.scenario is not None and loaded.wording is not None, loaded.errors
    names = {name: note.words for name, note in loaded.notes.tactics.items()}
    return Book(loaded.scenario, loaded.wording, loaded.bank, names)


def played(of: Book, lines: Sequence[str], seed: int = 3) -> Playing:
    """A conversation with these lines."""
    playing = Playing.begin(of, seed)
    for line in lines:
        said = playing.say(line, 20)
        assert said is not None, f"{line} is not on offer"
        playing = said[0]
    return playing


class _Shelf:
    def __init__(self, held: Book) -> None:
        self._held = held

    def listing(self) -> Sequence[Entry]:
        wording = self._held.wording
        return (Entry(wording.id, wording.title, wording.tagline),)

    def load(self, scenario_id: str) -> Book | ShelfFault:
        return self._held if scenario_id == self._held.wording.id else ShelfFault("no such scenario")


class _Saves:
    def keep(self, conversation: Conversation) -> None: ...

    def resume(self) -> Transcript | None:
        return None

    def forget(self) -> None: ...


def opened(
    playing: Playing,
    folder: Path,
    *,
    locale: Locale = Locale.EN,
    size: tuple[int, int] = (1280, 720),
    settings: Settings | None = None,
    seeds: Sequence[int] = (11, 12, 13, 14, 15, 16, 17, 18),
    reviews: Reviews | None = None,
) -> tuple[Pilot, DebriefScene]:
    """A window with the debrief of a conversation."""
    luck = iter(seeds)
    context = Context(
        _Shelf(playing.book),
        _Saves(),
        locale=locale,
        settings_file=SettingsFile(folder / "settings.json"),
        seed=lambda: next(luck),
        speaker="",
        reviews=reviews,
    )
    desk = lay_desk(context, AtOnce())
    desk.settings = replace(settings or Settings(), sounds=False)
    window = open_window(context, desk, size)
    scene = DebriefScene(desk, playing)
    desk.go(scene)
    return Pilot(window).frame(), scene
