"""A mapping that was written as JSON where it was made: whoever keeps it need neither read nor write it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any


class WrittenJson(Mapping[str, Any]):
    """A text with some of its values beside it; it is read when others are asked for.

    Attributes:
        text: the JSON of the whole.
    """

    __slots__ = ("_beside", "_plain", "text")

    def __init__(self, plain: Mapping[str, Any], beside: Collection[str] = ()) -> None:
        """Write a mapping.

        Args:
            plain: what JSON can say.
            beside: names that will be asked for; they may be missing.
        """
        self.text = json.dumps(dict(plain))
        self._beside = {name: plain.get(name, _MISSING) for name in beside}
        self._plain: dict[str, Any] | None = None

    def __getitem__(self, name: str) -> Any:
        """A value."""
        if self._plain is None and name in self._beside:
            value = self._beside[name]
            if isinstance(value, _Missing):
                raise KeyError(name)
            return value
        return self._whole()[name]

    def __iter__(self) -> Iterator[str]:
        """All names."""
        return iter(self._whole())

    def __len__(self) -> int:
        """How many there are."""
        return len(self._whole())

    def _whole(self) -> dict[str, Any]:
        if self._plain is None:
            self._plain = json.loads(self.text)
        return self._plain


class _Missing:
    """Stands for a value that is not there; another process has another one."""


_MISSING = _Missing()
