"""Sounds are small and harmless; the voice says things in turn, and silence is never an error."""

from __future__ import annotations

import io
import subprocess
from typing import Any

import numpy as np
import pytest

from game.desk.sounds import RATE, Sound, Sounds, samples
from game.desk.voice import Voice, command, find_speaker
from game.language.locale import Locale


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_short_quiet_and_ends_in_silence(sound: Sound) -> None:
    wave = samples(sound)
    assert wave.dtype == np.int16
    assert wave.shape[1] == 2
    assert 0.03 * RATE < len(wave) < 1.0 * RATE
    assert 500 < np.abs(wave.astype(int)).max() < 24_000
    assert np.abs(wave[-20:].astype(int)).max() < 600, "no click at the end"
    assert (samples(sound) == wave).all(), "the same every time"


def test_no_device_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    import pygame

    def refuse(*_: object) -> None:
        raise pygame.error("no audio device")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    sounds = Sounds()
    assert not sounds.open()
    sounds.play(Sound.KEY)
    assert not sounds.audible
    assert sounds.mute() is False


class Process:
    """Speaks until it is told to stop."""

    def __init__(self, arguments: list[str], **_: Any) -> None:
        self.arguments, self.stdin, self.running = arguments, io.BytesIO(), True
        self.said = b""
        close = self.stdin.close

        def keep() -> None:
            self.said = self.stdin.getvalue()
            close()

        self.stdin.close = keep  # type: ignore[method-assign]

    def poll(self) -> int | None:
        return None if self.running else 0

    def terminate(self) -> None:
        self.running = False

    def kill(self) -> None:
        self.running = False

    def wait(self, timeout: float) -> int:
        self.running = False
        return 0


class Stage:
    """Remembers every process that was begun."""

    def __init__(self) -> None:
        self.begun: list[Process] = []

    def __call__(self, arguments: list[str], **rest: Any) -> Any:
        self.begun.append(Process(arguments, **rest))
        return self.begun[-1]


def test_one_thing_after_another() -> None:
    stage = Stage()
    voice = Voice(on=True, speaker="espeak-ng", start=stage)
    voice.say("-- hello", Locale.EN)
    voice.say("您好", Locale.ZH)
    voice.update()
    voice.update()
    assert [process.said for process in stage.begun] == [b"-- hello"]
    assert "-- hello" not in stage.begun[0].arguments
    stage.begun[0].running = False
    voice.update()
    assert stage.begun[1].said.decode() == "您好"
    assert "cmn" in stage.begun[1].arguments


def test_something_new_silences_the_old() -> None:
    stage = Stage()
    voice = Voice(on=True, speaker="say", start=stage)
    voice.say("one", Locale.EN)
    voice.say("two", Locale.EN)
    voice.update()
    voice.instead("three", Locale.EN)
    voice.update()
    assert not stage.begun[0].running
    assert [process.said for process in stage.begun] == [b"one", b"three"]


def test_off_by_default_and_silent_where_nothing_speaks() -> None:
    stage = Stage()
    quiet = Voice(speaker="espeak-ng", start=stage)
    quiet.say("hello", Locale.EN)
    quiet.update()
    dumb = Voice(on=True, speaker=None, start=stage)
    dumb.say("hello", Locale.EN)
    dumb.update()
    assert not dumb.toggle()
    assert stage.begun == []


def test_a_program_that_has_gone_is_silence() -> None:
    def gone(*_: Any, **__: Any) -> Any:
        raise FileNotFoundError("espeak-ng")

    voice = Voice(on=True, speaker="espeak-ng", start=gone)
    voice.say("hello", Locale.EN)
    voice.update()
    assert not voice.able
    assert not voice.on


@pytest.mark.parametrize("speaker", ["espeak-ng", "say", "powershell", "spd-say"])
@pytest.mark.parametrize("locale", Locale)
def test_commands_are_lists_without_a_shell(speaker: str, locale: Locale) -> None:
    arguments = command(speaker, locale)
    assert arguments[0] == speaker
    assert all(isinstance(argument, str) for argument in arguments)


def test_the_systems_own_speech_is_found() -> None:
    there = {"espeak-ng": "/usr/bin/espeak-ng"}.get
    assert find_speaker(there, "linux") == "espeak-ng"
    assert find_speaker(lambda _: None, "linux") is None
    assert find_speaker(lambda name: name, "darwin") == "say"
    assert find_speaker(lambda name: name, "win32") == "powershell"


def test_the_real_popen_is_used_by_default() -> None:
    assert Voice.__init__.__defaults__ is not None
    assert subprocess.Popen in Voice.__init__.__defaults__
