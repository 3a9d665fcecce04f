"""What every request passes and every answer carries: allowed host names, safe headers, errors as
sentences."""

from __future__ import annotations

import json
import logging
from collections.abc import Collection
from typing import Any

from starlette.datastructures import Headers
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


def language_of(headers: Headers, query: str, usual: Locale) -> Locale:
    """The language in which a request wants to be answered: `lang=` in the address, else Accept-Language."""
    for part in query.split("&"):
        name, _, value = part.partition("=")
        if name == "lang" and (asked := Locale.from_code(value)) is not None:
            return asked
    for part in headers.get("accept-language", "").split(","):
        accepted = Locale.from_code(part.partition(";")[0])
        if accepted is not None:
            return accepted
    return usual


class Doorkeeper:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], usual: Locale = Locale.EN) -> None:
        """Guard an application.

        Args:
            app: what is guarded.
            hosts: names under which it answers, in small letters; with `*` among them under any.
            usual: the language of those who ask for none.
        """
        self._app, self._hosts, self._usual = app, hosts, usual

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

        headers = Headers(scope=scope)
        locale = language_of(headers, scope["query_string"].decode("latin-1"), self._usual)
        scope.setdefault("state", {})["locale"] = locale
        try:
            self._check(scope["method"], headers)
            await self._app(scope, receive, with_headers)
        except Refused as refused:
            await _tell(refused, locale, with_headers)
        except Exception:
            log.exception("a request could not be served: %s", scope["path"])
            if not begun:
                await _tell(Refused("broken"), locale, with_headers)

    def _check(self, method: str, headers: Headers) -> None:
        """Whether a request is meant for us and comes from our own pages (T19).

        Raises:
            Refused: it is not.
        """
        if host_of(headers) not in self._hosts and "*" not in self._hosts:
            raise Refused("other-host")
        origin = headers.get("origin")
        if origin is not None and method not in SAFE_METHODS:
            _, _, there = origin.partition("://")
            if there.lower() != headers.get("host", "").lower():
                raise Refused("other-origin")


def host_of(headers: Headers) -> str:
    """The name in the Host line, without its port."""
    host = headers.get("host", "").lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


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
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
