"""What every request passes and every answer carries: allowed host names, safe headers, errors as
sentences."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from game.classroom.refusals import Refused
from game.language.locale import Locale
from game.language.words import Words

SAFE_HEADERS = (
    (
        "content-security-policy",
        "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; "
        "form-action 'self'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-rapport", "1"),
)

ALWAYS = tuple(
    (name.encode(), value.encode()) for name, value in (*SAFE_HEADERS, ("cache-control", "no-store"))
)
"""What every answer carries that says nothing else, ready to be sent."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
PLAIN = "application/json"
log = logging.getLogger("rapport.classroom")


Heads = Mapping[bytes, bytes]
"""Lines of a head by their names in small letters, the first of each."""

Ways = Mapping[tuple[str, str], Callable[[Request], Awaitable[Response]]]
"""What answers a method and a path."""


def head(request: Request, name: bytes) -> str:
    """A line of the head of a request; empty where it has none of this name."""
    heads: Heads | None = request.scope.get("state", {}).get("heads")
    if heads is None:  # nobody stood at the door
        heads = dict(reversed(request.scope["headers"]))
    return heads.get(name, b"").decode("latin-1")


def language_of(heads: Heads, query: str, usual: Locale) -> Locale:
    """The language in which a request wants to be answered: `lang=` in the address, else Accept-Language."""
    for part in query.split("&") if query else ():
        name, _, value = part.partition("=")
        if name == "lang" and (asked := Locale.from_code(value)) is not None:
            return asked
    accepts = heads.get(b"accept-language")
    for part in accepts.decode("latin-1").split(",") if accepts else ():
        accepted = Locale.from_code(part.partition(";")[0])
        if accepted is not None:
            return accepted
    return usual


class Doorkeeper:
    """Stands before the application."""

    def __init__(
        self,
        app: ASGIApp,
        hosts: Collection[str],
        usual: Locale = Locale.EN,
        ways: Ways = MappingProxyType({}),
    ) -> None:
        """Guard an application.

        Args:
            app: what is guarded.
            hosts: names under which it answers, in small letters; with `*` among them under any.
            usual: the language of those who ask for none.
            ways: what is asked for most often; it is led straight there, past the router.
        """
        self._app, self._hosts, self._usual, self._ways = app, hosts, usual, ways

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = message.setdefault("headers", [])
                told = {name.lower() for name, _ in headers}
                headers += [header for header in ALWAYS if header[0] not in told]
            await send(message)

        heads = dict(reversed(scope["headers"]))
        locale = language_of(heads, scope["query_string"].decode("latin-1"), self._usual)
        scope.setdefault("state", {}).update(locale=locale, heads=heads)
        try:
            self._check(scope["method"], heads)
            way = self._ways.get((scope["method"], scope["path"]))
            if way is None:
                await self._app(scope, receive, with_headers)
            else:
                scope["app"] = self._app
                response = await way(Request(scope, receive, with_headers))
                await response(scope, receive, with_headers)
        except Refused as refused:
            await _tell(refused, locale, with_headers)
        except Exception:
            log.exception("a request could not be served: %s", scope["path"])
            if not begun:
                await _tell(Refused("broken"), locale, with_headers)

    def _check(self, method: str, heads: Heads) -> None:
        """Whether a request is meant for us and comes from our own pages (T19).

        Raises:
            Refused: it is not.
        """
        host = heads.get(b"host", b"").decode("latin-1").lower()
        if host_of(host) not in self._hosts and "*" not in self._hosts:
            raise Refused("other-host")
        origin = heads.get(b"origin")
        if origin is not None and method not in SAFE_METHODS:
            _, _, there = origin.decode("latin-1").partition("://")
            if there.lower() != host:
                raise Refused("other-origin")


def host_of(line: str) -> str:
    """The name in a Host line, without its port."""
    if line.startswith("["):
        return line[1:].partition("]")[0]
    return line.partition(":")[0]


def refusal(refused: Refused, locale: Locale) -> tuple[bytes, dict[str, str]]:
    """Body and headers of an answer that refuses something."""
    headers = {"content-type": PLAIN}
    if refused.wait:
        headers["retry-after"] = str(int(refused.wait) + 1)
    if refused.status in {408, 413}:
        headers["connection"] = "close"
    return as_json(refused.told(Words(locale))), headers


async def _tell(refused: Refused, locale: Locale, send: Send) -> None:
    """Answer with a refusal."""
    body, named = refusal(refused, locale)
    headers = [(name.encode(), value.encode()) for name, value in named.items()]
    headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def as_json(content: Any) -> bytes:
    """Compact JSON in UTF-8."""
    return _ENCODER.encode(content).encode("utf-8", "backslashreplace")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
