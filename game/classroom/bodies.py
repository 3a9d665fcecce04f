"""Bodies of requests: counted while they arrive, shallow, and checked before anything is done with them
(T17)."""

from __future__ import annotations

import asyncio
import json
from codecs import BOM_UTF8
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from game.classroom.doorkeeper import PLAIN, as_json, head
from game.classroom.patient_protocol import WHOLE
from game.classroom.refusals import Refused

LIMIT = 64 * 1024
"""Bytes of an ordinary body."""

PATIENCE = 20.0
"""Seconds in which a body has to arrive."""

Model = TypeVar("Model", bound=BaseModel)


async def read(request: Request, limit: int = LIMIT) -> bytes:
    """The bytes of a body.

    Raises:
        Refused: it is larger than the limit (known after so many bytes), compressed, or too slow.
    """
    if head(request, b"content-encoding") not in {"", "identity"}:
        raise Refused("encoded")
    length = head(request, b"content-length")
    if length.isdigit() and int(length) > limit:
        raise Refused("too-large", limit=limit // 1024)
    if request.scope.get(WHOLE):  # nothing to wait for
        data: bytes = (await request.receive()).get("body", b"")
        if len(data) > limit:
            raise Refused("too-large", limit=limit // 1024)
        return data
    parts, size = [], 0
    try:
        async with asyncio.timeout(PATIENCE):
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    raise Refused("too-large", limit=limit // 1024)
                parts.append(part)
    except TimeoutError:
        raise Refused("too-slow") from None
    except ClientDisconnect:
        raise Refused("bad-request", detail="disconnected") from None
    return b"".join(parts)


def parsed(data: bytes) -> Any:
    """JSON as plain data; how deep it may be follows from the models that it is checked against.

    Raises:
        Refused: it is none, or deeper than anything that the reader follows.
    """
    try:
        text = data.removeprefix(BOM_UTF8).decode()
        content = _DECODER.decode(text)
        if "\\u" in text:
            json.dumps(content, ensure_ascii=False).encode()  # halves of a character are no text
        return content
    except RecursionError:
        raise Refused("too-deep") from None
    except ValueError as error:
        raise Refused("bad-request", detail=str(error)[:120]) from None


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


async def asked(request: Request, model: type[Model], limit: int = LIMIT) -> Model:
    """A body as one of our models.

    Raises:
        Refused: it is none.
    """
    data = await read(request, limit)
    return checked(parsed(data or b"{}"), model)


def checked(content: Any, model: type[Model]) -> Model:
    """Plain data as one of our models.

    Raises:
        Refused: it is none; the sentence names the first place that is wrong.
    """
    try:
        return model.model_validate(content, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])[:80]
        raise Refused("invalid", detail=f"{place}: {first['msg']}"[:200]) from None


def answer(content: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A JSON answer."""
    return Response(as_json(content), status, headers, media_type=PLAIN)
