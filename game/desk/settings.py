"""What the player has set, kept as JSON in the user's configuration folder.

A damaged file gives the defaults and a sentence about it; a folder that cannot be written gives a
sentence too, and the settings hold until the window closes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import Enum, unique
from pathlib import Path
from tempfile import NamedTemporaryFile

from platformdirs import user_config_path

from game.desk.layout import TEXT_SCALES
from game.language.locale import Locale


@unique
class TextSpeed(Enum):
    """How fast a customer's words appear; the value is letters per second against the normal, per cent."""

    SLOW = 60
    NORMAL = 100
    FAST = 180
    AT_ONCE = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the player can set.

    Attributes:
        language: None follows the system.
        text_scale: 1.0, 1.25 or 1.5.
        text_speed: how fast words appear.
        reduced_motion: fades only, no typing, small signs in a face told in words.
        sounds: whether the small sounds are made.
        volume: of the sounds, 0..100.
        self_voicing: whether what stands on the screen is read aloud.
        night: the dark palette for papers and cards.
        full_screen: without a window's frame.
        hinted: whether the one hint of the game has been given; nobody sets this by hand.
    """

    language: Locale | None = None
    text_scale: float = 1.0
    text_speed: TextSpeed = TextSpeed.NORMAL
    reduced_motion: bool = False
    sounds: bool = True
    volume: int = 60
    self_voicing: bool = False
    night: bool = False
    full_screen: bool = False
    hinted: bool = False

    @property
    def at_once(self) -> bool:
        """Whether words appear whole."""
        return self.reduced_motion or self.text_speed is TextSpeed.AT_ONCE


_SWITCHES = ("reduced_motion", "sounds", "self_voicing", "night", "full_screen", "hinted")


class DamagedSettings(ValueError):
    """The file is there and is not what was written; `args[0]` is its path."""


def _as_json(settings: Settings) -> str:
    values = asdict(settings)
    values["language"] = settings.language.value if settings.language else None
    values["text_speed"] = settings.text_speed.name.lower()
    return json.dumps(values, indent=2) + "\n"


def _from_json(values: Mapping[str, object]) -> Settings:
    """Settings from a parsed file.

    Unknown keys are left alone: a newer version may have written them.

    Raises:
        ValueError: a value is not one of those that can be set.
    """
    known = {field.name: values[field.name] for field in fields(Settings) if field.name in values}
    start = Settings()
    for name, value in known.items():
        match name:
            case "language":
                start = replace(start, language=None if value is None else Locale(value))
            case "text_speed":
                start = replace(start, text_speed=_text_speed(value))
            case "text_scale" if value in TEXT_SCALES:
                start = replace(start, text_scale=float(str(value)))
            case "volume" if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100:
                start = replace(start, volume=value)
            case _ if name in _SWITCHES and isinstance(value, bool):
                start = replace(start, **{name: value})  # type: ignore[arg-type]
            case _:
                raise ValueError(f"{name}: {value!r}")
    return start


def _text_speed(value: object) -> TextSpeed:
    found = next((speed for speed in TextSpeed if speed.name.lower() == value), None)
    if found is None:
        raise ValueError(f"text_speed: {value!r}")
    return found


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """Where settings are kept."""

    path: Path

    @classmethod
    def usual(cls) -> SettingsFile:
        """The file in the user's configuration folder; nothing is created yet."""
        return cls(user_config_path("rapport", appauthor=False) / "settings.json")

    def read(self) -> Settings:
        """The settings; the defaults where there is no file, or none that may be read.

        Raises:
            DamagedSettings: the file does not say what a settings file says.
        """
        try:
            text = self.path.read_text(encoding="utf-8")
        except OSError:
            return Settings()
        except UnicodeDecodeError as fault:
            raise DamagedSettings(self.path) from fault
        try:
            values = json.loads(text)
            if not isinstance(values, dict):
                raise ValueError("not an object")
            return _from_json(values)
        except (ValueError, RecursionError) as fault:
            raise DamagedSettings(self.path) from fault

    def write(self, settings: Settings) -> None:
        """Write all at once: a cut in the power leaves the old file or the new one.

        Raises:
            OSError: the folder cannot be written.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=self.path.parent, prefix=".settings-", suffix=".json", delete=False
        ) as file:
            try:
                file.write(_as_json(settings))
                file.flush()
                os.fsync(file.fileno())
                file.close()
                os.replace(file.name, self.path)  # noqa: PTH105
            except OSError:
                file.close()
                Path(file.name).unlink(missing_ok=True)
                raise
