"""Letters: which face draws which character, where lines break, and rendered lines kept for reuse.

Chinese stands in Noto Sans SC and English in Noto Sans, both of which come with pygame_gui: a ’ is five
times too wide in the Chinese face, and Noto Sans has no arrows. Sizes are those of the guide.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Literal

import pygame

from game.language.line_breaks import break_lines
from game.language.locale import Locale

Align = Literal["left", "centre", "right"]
Colour = str | tuple[int, int, int]

FLOOR = 15
"""No letter is set smaller than this, in pixels of the guide."""

LARGE = 28
"""From this size on the player's text scale counts less and less: a title is large enough."""

KEPT_LINES = 600
"""Rendered lines kept for reuse."""

_ARROWS = frozenset("←→↑↓↵")


@cache
def _faces() -> Path:
    """The folder with the fonts; finding it imports nothing."""
    spec = find_spec("pygame_gui")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pygame_gui, which carries the fonts, is not installed", name="pygame_gui")
    return Path(spec.origin).parent / "data"


def face_path(locale: Locale, bold: bool = False) -> Path:
    """The font file in which a language is set."""
    weight = "Bold" if bold else "Regular"
    return _faces() / (f"NotoSansSC-{weight}.otf" if locale is Locale.ZH else f"NotoSans-{weight}.ttf")


def face_of(character: str, locale: Locale) -> Locale:
    """The language in whose face a character of a text in `locale` is drawn.

    >>> face_of("→", Locale.EN), face_of("’", Locale.EN), face_of("林", Locale.EN)
    (<Locale.ZH: 'zh'>, <Locale.EN: 'en'>, <Locale.ZH: 'zh'>)
    """
    if locale is Locale.ZH or ord(character) >= 0x2E80 or character in _ARROWS:
        return Locale.ZH
    return Locale.EN


class Lettering:
    """Sets text at the window's unit and the player's text scale.

    Args:
        locale: the language that text is in unless a call says otherwise.
        unit: real pixels per pixel of the guide.
        text_scale: 1.0, 1.25 or 1.5.
    """

    def __init__(self, locale: Locale, unit: float = 1.0, text_scale: float = 1.0) -> None:
        self.locale = locale
        self.unit = unit
        self.text_scale = text_scale
        self._fonts: dict[tuple[int, bool, Locale], pygame.font.Font] = {}
        self._lines: OrderedDict[tuple[str, int, str, bool, Locale], pygame.Surface] = OrderedDict()
        self._breaks: dict[tuple[str, int, int, bool, Locale], tuple[str, ...]] = {}
        self._widths: dict[tuple[str, int, bool, Locale], int] = {}

    def relanguage(self, locale: Locale) -> None:
        """Set in another language from now on."""
        self.locale = locale

    def resize(self, unit: float, text_scale: float) -> None:
        """Set at another size from now on; what was rendered is dropped."""
        if (unit, text_scale) != (self.unit, self.text_scale):
            self.unit, self.text_scale = unit, text_scale
            self._lines.clear()
            self._breaks.clear()
            self._widths.clear()
            self._fonts.clear()

    def real(self, px: float) -> int:
        """The size of the guide in real pixels, never below the floor."""
        grown = px * self.text_scale if px <= LARGE else px + (self.text_scale - 1) * LARGE
        return max(round(FLOOR * self.unit), round(grown * self.unit), 8)

    def open(self, sizes: Iterable[float], bold: bool = False) -> None:
        """Open faces before they are needed: opening one costs some nine milliseconds."""
        for px in sizes:
            self._font(self.real(px), bold, self.locale)

    def _font(self, real: int, bold: bool, face: Locale) -> pygame.font.Font:
        key = (real, bold, face)
        if key not in self._fonts:
            self._fonts[key] = pygame.font.Font(face_path(face, bold), real)
        return self._fonts[key]

    def _runs(self, text: str, locale: Locale) -> Iterator[tuple[Locale, str]]:
        for face, characters in groupby(text, lambda character: face_of(character, locale)):
            yield face, "".join(characters)

    def width(self, text: str, px: float, bold: bool = False, locale: Locale | None = None) -> int:
        """How wide a line is, in real pixels."""
        real = self.real(px)
        return sum(
            self._font(real, bold, face).size(run)[0] for face, run in self._runs(text, locale or self.locale)
        )

    def _unit_width(self, unit: str, real: int, bold: bool, locale: Locale) -> int:
        """The width of a word or character; the same few come again and again."""
        key = (unit, real, bold, locale)
        if key not in self._widths:
            runs = self._runs(unit, locale)
            self._widths[key] = sum(self._font(real, bold, face).size(run)[0] for face, run in runs)
        return self._widths[key]

    def leading(self, px: float, locale: Locale | None = None) -> int:
        """From one line to the next, in real pixels: 1.5 in Chinese, 1.45 in English."""
        return round(self.real(px) * (1.5 if (locale or self.locale) is Locale.ZH else 1.45))

    def wrap(
        self, text: str, px: float, width: int, bold: bool = False, locale: Locale | None = None
    ) -> tuple[str, ...]:
        """The text in lines no wider than `width` real pixels."""
        spoken = locale or self.locale
        key = (text, self.real(px), width, bold, spoken)
        if key not in self._breaks:
            real = key[1]
            self._breaks[key] = break_lines(
                text, width, lambda unit: self._unit_width(unit, real, bold, spoken)
            )
        return self._breaks[key]

    def fit(
        self, texts: Sequence[str], width: int, lines: int, sizes: Sequence[float], bold: bool = False
    ) -> float:
        """The largest of the sizes (falling) at which no text needs more than so many lines."""
        for px in sizes:
            if all(len(self.wrap(text, px, width, bold)) <= lines for text in texts):
                return px
        return sizes[-1]

    def line(
        self, text: str, px: float, colour: Colour, bold: bool = False, locale: Locale | None = None
    ) -> pygame.Surface:
        """One rendered line; do not draw on it, it is kept."""
        spoken = locale or self.locale
        key = (text, self.real(px), str(colour), bold, spoken)
        if key in self._lines:
            self._lines.move_to_end(key)
            return self._lines[key]
        image = self._render(text, self.real(px), colour, bold, spoken)
        self._lines[key] = image
        if len(self._lines) > KEPT_LINES:
            self._lines.popitem(last=False)
        return image

    def _render(self, text: str, real: int, colour: Colour, bold: bool, locale: Locale) -> pygame.Surface:
        runs = [(self._font(real, bold, face), run) for face, run in self._runs(text, locale)]
        if len(runs) == 1:
            return runs[0][0].render(runs[0][1], True, colour)
        base = self._font(real, bold, locale)
        images = [(font.render(run, True, colour), font.get_ascent()) for font, run in runs]
        whole = pygame.Surface(
            (sum(image.get_width() for image, _ in images), base.get_height()), pygame.SRCALPHA
        )
        x = 0
        for image, ascent in images:  # all runs stand on one baseline
            whole.blit(image, (x, base.get_ascent() - ascent))
            x += image.get_width()
        return whole

    def say(
        self,
        surface: pygame.Surface,
        text: str,
        x: int,
        y: int,
        px: float,
        colour: Colour,
        *,
        bold: bool = False,
        width: int | None = None,
        leading: int | None = None,
        align: Align = "left",
        locale: Locale | None = None,
    ) -> int:
        """Write text and return the y below its last line.

        Args:
            surface: what to write on.
            text: the words; with `width` they are broken into lines.
            x: the left edge, the middle or the right edge, as `align` says; real pixels.
            y: the top of the first line's box; letters stand in its middle.
            px: size of the guide.
            colour: a hex string or red, green, blue.
            bold: for names, numbers and the current stage only.
            width: real pixels.
            leading: real pixels from line to line; the language's own when None.
            align: which point of the line `x` is.
            locale: the language of the text, when it is not that of the moment.
        """
        step = leading or self.leading(px, locale)
        for row in self.wrap(text, px, width, bold, locale) if width else (text,):
            image = self.line(row, px, colour, bold, locale)
            left = {"left": 0, "centre": image.get_width() // 2, "right": image.get_width()}[align]
            surface.blit(image, (x - left, y + (step - image.get_height()) // 2))
            y += step
        return y
