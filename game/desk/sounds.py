"""Six small sounds, made from numbers when the desk opens; no file, and no device is no error."""

from __future__ import annotations

from enum import Enum, unique
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pygame

RATE = 44_100
"""Samples per second."""

Wave = NDArray[np.float64]
"""Samples between -1 and 1, shape (samples,)."""


@unique
class Sound(Enum):
    """What can be heard. Never the only sign of anything."""

    KEY = "key"
    PAPER = "paper"
    CUP = "cup"
    DOOR = "door"
    NOTES = "notes"
    THUD = "thud"


def _time(seconds: float) -> Wave:
    return np.arange(int(RATE * seconds)) / RATE


def _fade(wave: Wave, rise: float, fall: float) -> Wave:
    """Comes in over `rise` seconds and dies away with a half-life of `fall` seconds."""
    time = np.arange(wave.size) / RATE
    end = np.minimum(1.0, (wave.size - np.arange(wave.size)) / (0.005 * RATE))
    envelope: Wave = np.minimum(1.0, time / rise) * 0.5 ** (time / fall) * end
    return wave * envelope


def _noise(seconds: float, softness: int, seed: int) -> Wave:
    """Noise whose edges are rounded over so many samples."""
    raw = np.random.default_rng(seed).uniform(-1, 1, int(RATE * seconds) + softness)
    smooth = np.convolve(raw, np.ones(softness) / softness, mode="valid")[: int(RATE * seconds)]
    loudest: Wave = smooth / np.abs(smooth).max()
    return loudest


def _tone(seconds: float, *partials: tuple[float, float]) -> Wave:
    """Sines added up: (hertz, loudness) each."""
    time = _time(seconds)
    wave = sum((loud * np.sin(2 * np.pi * hertz * time) for hertz, loud in partials), np.zeros_like(time))
    return wave / sum(loud for _, loud in partials)


def _wave(sound: Sound) -> Wave:
    match sound:
        case Sound.KEY:
            return 0.30 * _fade(_noise(0.05, 6, 1), 0.001, 0.006) + 0.12 * _fade(
                _tone(0.05, (1_900, 1.0)), 0.001, 0.008
            )
        case Sound.PAPER:
            rustle = _noise(0.26, 3, 2) * (0.4 + 0.6 * np.abs(_noise(0.26, 900, 3)))
            return 0.22 * _fade(rustle, 0.05, 0.09)
        case Sound.CUP:
            return 0.28 * _fade(_tone(0.45, (2_310, 1.0), (3_820, 0.5), (5_470, 0.25)), 0.001, 0.05)
        case Sound.DOOR:
            wave = 0.40 * _fade(_noise(0.6, 160, 4), 0.12, 0.14)
            wave[int(0.33 * RATE) :] += 0.35 * _fade(_tone(0.27, (118, 1.0), (171, 0.4)), 0.002, 0.04)
            return wave
        case Sound.NOTES:
            wave = np.zeros(int(RATE * 0.9))
            for start, hertz in ((0.0, 523.25), (0.16, 659.25)):
                note = 0.26 * _fade(
                    _tone(0.7, (hertz, 1.0), (2 * hertz, 0.25), (3 * hertz, 0.08)), 0.01, 0.14
                )
                begin = int(RATE * start)
                wave[begin : begin + note.size] += note
            return wave
        case Sound.THUD:
            return 0.55 * _fade(_tone(0.35, (82, 1.0), (61, 0.6)), 0.004, 0.06)


def samples(sound: Sound) -> NDArray[np.int16]:
    """One sound as signed 16-bit samples at `RATE`, shape (samples, 2), left and right alike."""
    mono = (np.clip(_wave(sound), -1, 1) * 32_767).astype(np.int16)
    return np.repeat(mono[:, np.newaxis], 2, axis=1)


class Sounds:
    """Plays the small sounds once `open` has found a device; silent until then, and where there is none."""

    def __init__(self, on: bool = True, volume: int = 60) -> None:
        self.on = on
        self._volume = volume
        self._made: dict[Sound, pygame.mixer.Sound] = {}

    @property
    def audible(self) -> bool:
        """Whether anything could be heard."""
        return bool(self._made) and self.on

    def open(self) -> bool:
        """Find a device and make the sounds; False where there is no device."""
        import pygame

        try:
            pygame.mixer.init(RATE, -16, 2, 512)
        except pygame.error:
            return False
        if pygame.mixer.get_init() != (RATE, -16, 2):  # a device that insists on something else
            pygame.mixer.quit()
            return False
        self._made = {sound: pygame.mixer.Sound(buffer=samples(sound).tobytes()) for sound in Sound}
        self.volume = self._volume
        return True

    @property
    def volume(self) -> int:
        """Loudness, 0..100."""
        return self._volume

    @volume.setter
    def volume(self, value: int) -> None:
        self._volume = value
        for made in self._made.values():
            made.set_volume(value / 100)

    def play(self, sound: Sound) -> None:
        """Let one sound be heard, if sounds are on."""
        if self.on and sound in self._made:
            self._made[sound].play()

    def mute(self) -> bool:
        """Turn all sounds off, or on again; returns whether they are on now."""
        self.on = not self.on
        if not self.on:
            for made in self._made.values():
                made.stop()
        return self.on
