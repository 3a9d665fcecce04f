"""Reads the screen aloud with whatever speech the system has; silent where it has none.

Text always travels through standard input, never through a shell or as an argument: a line that begins
with a dash is a line, not an option.
"""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Callable, Mapping
from shutil import which

from game.language.locale import Locale

_SAPI = (
    "[Console]::InputEncoding=[Text.Encoding]::UTF8;"
    "Add-Type -AssemblyName System.Speech;"
    "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "try{{$s.SelectVoiceByHints(0,0,0,[Globalization.CultureInfo]'{culture}')}}catch{{}};"
    "$s.Speak([Console]::In.ReadToEnd())"
)
_CODES: Mapping[str, Mapping[Locale, str]] = {
    "espeak-ng": {Locale.EN: "en-gb", Locale.ZH: "cmn"},
    "say": {Locale.EN: "Daniel", Locale.ZH: "Tingting"},
    "powershell": {Locale.EN: "en-GB", Locale.ZH: "zh-CN"},
    "spd-say": {Locale.EN: "en", Locale.ZH: "zh"},
}


def find_speaker(find: Callable[[str], str | None] = which, platform: str = sys.platform) -> str | None:
    """The name of the program that can speak here, None where nothing can."""
    wanted = {"darwin": ("say",), "win32": ("powershell",)}.get(platform, ("espeak-ng", "spd-say"))
    return next((name for name in wanted if find(name)), None)


def command(speaker: str, locale: Locale) -> list[str]:
    """The program and its arguments; what is to be said comes through standard input as UTF-8."""
    code = _CODES[speaker][locale]
    match speaker:
        case "espeak-ng":
            return ["espeak-ng", "-b", "1", "-v", code, "--stdin"]
        case "say":
            return ["say", "-v", code, "-f", "-"]
        case "powershell":
            return ["powershell", "-NoProfile", "-NonInteractive", "-Command", _SAPI.format(culture=code)]
        case _:
            return ["spd-say", "-w", "-e", "-l", code]


class Voice:
    """Says one thing after another; a new screen cancels what is still waiting.

    Args:
        on: off by default; the player turns it on with V or in the settings.
        speaker: name of a program of `command`, None for silence.
        start: begins a process, `subprocess.Popen` unless a test brings its own.
    """

    def __init__(
        self,
        on: bool = False,
        speaker: str | None = None,
        start: Callable[..., subprocess.Popen[bytes]] = subprocess.Popen,
    ) -> None:
        self.on = on
        self.speaker = speaker
        self._start = start
        self._waiting: deque[tuple[str, Locale]] = deque()
        self._speaking: subprocess.Popen[bytes] | None = None

    @property
    def able(self) -> bool:
        """Whether the system can speak at all."""
        return self.speaker is not None

    def say(self, text: str, locale: Locale) -> None:
        """Say this after what is being said."""
        if self.on and self.able and text.strip():
            self._waiting.append((text.strip(), locale))

    def instead(self, text: str, locale: Locale) -> None:
        """Say this now, and drop everything else."""
        self.hush()
        self.say(text, locale)

    def hush(self) -> None:
        """Fall silent at once."""
        self._waiting.clear()
        if self._speaking is not None and self._speaking.poll() is None:
            self._speaking.terminate()
        self._reap()

    def toggle(self) -> bool:
        """On or off; returns which. Stays off where nothing can speak."""
        self.on = not self.on and self.able
        if not self.on:
            self.hush()
        return self.on

    def update(self) -> None:
        """Begin the next thing when the last one is over; called once a frame."""
        if self._speaking is not None and self._speaking.poll() is None:
            return
        self._reap()
        if self._waiting and self.speaker is not None:
            text, locale = self._waiting.popleft()
            self._begin(self.speaker, text, locale)

    def _begin(self, speaker: str, text: str, locale: Locale) -> None:
        try:
            process = self._start(
                command(speaker, locale),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            if process.stdin is not None:
                process.stdin.write(text.encode())
                process.stdin.close()
            self._speaking = process
        except OSError:  # the program has gone, or closed its ears: silence from now on
            self.speaker, self.on = None, False
            self._waiting.clear()

    def _reap(self) -> None:
        if self._speaking is not None:
            try:
                self._speaking.wait(timeout=1)
            except subprocess.TimeoutExpired:
                self._speaking.kill()
            self._speaking = None

    def close(self) -> None:
        """Fall silent for good."""
        self.hush()
