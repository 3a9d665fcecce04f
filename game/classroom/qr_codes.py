"""Addresses as codes for cameras: on the wall and in a terminal."""

from __future__ import annotations

import io

import segno


def svg(text: str) -> bytes:
    """Dark on light, with the quiet zone that cameras need."""
    page = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        page, kind="svg", border=4, dark="#12181B", light="#FFFCF5", xmldecl=False, omitsize=True
    )
    return page.getvalue()


def blocks(text: str) -> str:
    """Made of block characters, for a terminal with a dark ground."""
    page = io.StringIO()
    segno.make(text, error="l", micro=False).terminal(page, border=2, compact=True)
    return page.getvalue().rstrip("\n")
