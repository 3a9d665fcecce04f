"""Everything that can be set, as rows of choices: name, options, and how each is changed. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.desk.layout import TEXT_SCALES
from game.desk.settings import Settings, TextSpeed
from game.language.locale import Locale
from game.language.words import Words

VOLUMES = range(0, 101, 5)


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One thing that can be set.

    Attributes:
        id: for the widget.
        label: what it is called.
        options: what it can be, in words; empty for a slider.
        now: number of the option that holds, or the slider's value.
        put: the settings with another option (or value).
        able: whether it can be changed on this computer.
    """

    id: str
    label: str
    options: tuple[str, ...]
    now: int
    put: Callable[[int], Settings]
    able: bool = True

    def stepped(self, by: int) -> Settings:
        """The settings with the option next to this one; on and off change into each other."""
        if not self.options:
            return self.put(max(VOLUMES[0], min(VOLUMES[-1], self.now + by * VOLUMES.step)))
        if len(self.options) == 2:
            return self.put(1 - self.now)
        return self.put(max(0, min(len(self.options) - 1, self.now + by)))


def setting_rows(settings: Settings, words: Words, *, voice: bool) -> tuple[SettingRow, ...]:
    """The rows, in the order in which they stand.

    Args:
        settings: as they are.
        words: the language of the labels, and the one marked as spoken.
        voice: whether this computer can read aloud.
    """
    locales = (Locale.ZH, Locale.EN)
    speeds = tuple(TextSpeed)
    off_on = (words("Off"), words("On"))

    def switch(field: str) -> tuple[tuple[str, ...], int, Callable[[int], Settings]]:
        return off_on, int(getattr(settings, field)), lambda n: replace(settings, **{field: bool(n)})  # type: ignore[arg-type]

    return (
        SettingRow(
            "language",
            words("Language"),
            tuple(locale.own_name for locale in locales),
            locales.index(words.locale),
            lambda n: replace(settings, language=locales[n]),
        ),
        SettingRow(
            "text-size",
            words("Size of text"),
            (words("Normal"), words("Large"), words("Very large")),
            TEXT_SCALES.index(settings.text_scale),
            lambda n: replace(settings, text_scale=TEXT_SCALES[n]),
        ),
        SettingRow(
            "text-speed",
            words("Words appear"),
            (words("Slowly"), words("At normal speed"), words("Fast"), words("At once")),
            speeds.index(settings.text_speed),
            lambda n: replace(settings, text_speed=speeds[n]),
        ),
        SettingRow("reduced-motion", words("Less motion"), *switch("reduced_motion")),
        SettingRow("sounds", words("Sounds"), *switch("sounds")),
        SettingRow("volume", words("Volume"), (), settings.volume, lambda n: replace(settings, volume=n)),
        SettingRow("self-voicing", words("Read the screen aloud"), *switch("self_voicing"), able=voice),
        SettingRow("night", words("Night colours"), *switch("night")),
        SettingRow("full-screen", words("Full screen"), *switch("full_screen")),
    )
