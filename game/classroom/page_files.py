"""Pages as files: served from one folder, with an ETag of their content, never from anywhere else (T18)."""

from __future__ import annotations

import hashlib
import json
import mimetypes
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from game.classroom.callers import house_of
from game.classroom.refusals import Refused
from game.classroom.tokens import hashed
from game.language.locale import Locale
from game.language.words import Words

FOLDER = Path(__file__).with_name("pages")
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}
JOIN, TEACH, BOARD, CHECK = "join.html", "teach.html", "board.html", "check.html"


def served(request: Request, name: str) -> Response:
    """One file of the folder.

    Raises:
        Refused: there is none of this name.
    """
    path = FOLDER / name
    if len(name) > 80 or "/" in name or "\\" in name or name.startswith(".") or not path.is_file():
        raise Refused("not-found")
    data = path.read_bytes()
    tag = f'"{hashlib.sha256(data).hexdigest()[:24]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(data, headers=headers, media_type=kind)


async def file(request: Request) -> Response:
    """GET /pages/{name}."""
    name = request.path_params["name"]
    for locale in Locale:
        if name == f"words.{locale.value}.json":
            return words(request, locale)
    return served(request, name)


async def join(request: Request) -> Response:
    """GET / and /j/{code}: the page for phones. It reads the code from the address, so that any code gives
    it."""
    return served(request, JOIN)


async def teach(request: Request) -> Response:
    """GET /teach: the trainer's page; it asks for the key by itself."""
    return served(request, TEACH)


async def board(request: Request) -> Response:
    """GET /board/{token}."""
    if hashed(request.path_params["token"]) not in house_of(request).boards:
        raise Refused("not-found")
    return served(request, BOARD)


async def check(request: Request) -> Response:
    """GET /check: why others cannot reach this server."""
    return served(request, CHECK)


def words(request: Request, locale: Locale) -> Response:
    """The sentences of the pages in one language."""
    data = _words(locale)
    tag = f'"{hashlib.sha256(data).hexdigest()[:24]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(data, headers=headers, media_type="application/json")


@cache
def _words(locale: Locale) -> bytes:
    try:
        from game.classroom.page_words import PAGE_WORDS
    except ImportError:
        return b"{}"
    say = Words(locale)
    return json.dumps({text: say(text) for text in PAGE_WORDS}, ensure_ascii=False).encode()
