"""The languages that Rapport speaks."""

from __future__ import annotations

from enum import Enum


class Locale(Enum):
    """A language of scenarios and of the interface, by its code."""

    EN = "en"
    ZH = "zh"

    @property
    def own_name(self) -> str:
        """The language's name as its speakers write it."""
        return {Locale.EN: "English", Locale.ZH: "中文"}[self]

    @classmethod
    def from_code(cls, code: str) -> Locale | None:
        """The locale of a code such as `zh`, `zh_CN.UTF-8` or `en-GB`; None when it is neither."""
        head = code.replace("-", "_").split("_")[0].split(".")[0].strip().lower()
        return next((locale for locale in cls if locale.value == head), None)
