"""A screen on which nothing moves: painted when something has changed, and only shown in between."""

from __future__ import annotations

from collections.abc import Callable

import pygame


class StillPicture:
    """Keeps what was painted last."""

    def __init__(self) -> None:
        self._painted: pygame.Surface | None = None
        self._stale = True

    def change(self) -> None:
        """Something has changed: paint anew when it is next shown."""
        self._stale = True

    def drop(self) -> None:
        """Forget what was painted: it takes as much memory as the window."""
        self._painted = None

    def show(self, surface: pygame.Surface, paint: Callable[[pygame.Surface], None]) -> None:
        """Show the picture.

        Args:
            surface: the whole window.
            paint: paints everything onto a surface of that size.
        """
        size = surface.get_size()
        if self._painted is None or self._painted.get_size() != size:
            self._painted, self._stale = pygame.Surface(size), True
        if self._stale:
            paint(self._painted)
            self._stale = False
        surface.blit(self._painted, (0, 0))
