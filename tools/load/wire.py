"""The least HTTP/1.1 that thousands of seats in one process need: keep-alive requests and event streams."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any

LIMIT = 1 << 22


class Lost(ConnectionError):
    """The server went away."""


@dataclass(slots=True)
class Wire:
    """One connection, opened when it is needed and again after it broke.

    Attributes:
        host, port: of the server.
        token: of a seat or of the trainer.
    """

    host: str
    port: int
    token: str = ""
    _reader: asyncio.StreamReader | None = field(default=None)
    _writer: asyncio.StreamWriter | None = field(default=None)

    async def opened(self) -> None:
        """Connect, where it is not."""
        if self._writer is None or self._writer.is_closing():
            try:
                self._reader, self._writer = await asyncio.open_connection(self.host, self.port, limit=LIMIT)
            except OSError as error:
                raise Lost(str(error)) from error

    async def asked(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> tuple[int, Any]:
        """One request; status and what the answer's JSON says.

        Raises:
            Lost: no answer came.
        """
        await self.opened()
        assert self._reader is not None
        assert self._writer is not None
        data = b"" if body is None else json.dumps(body, separators=(",", ":")).encode()
        self._writer.write(self._head(method, path, len(data), headers or {}) + data)
        try:
            status, told, rest = await self._answer(self._reader)
        except (OSError, asyncio.IncompleteReadError, ValueError) as error:
            self.close()
            raise Lost(str(error)) from error
        if told.get("connection", "").lower() == "close":
            self.close()
        return status, json.loads(rest) if rest else None

    async def events(self, path: str) -> AsyncIterator[tuple[int, bytes]]:
        """The events of a stream: id and data, until it ends."""
        await self.opened()
        assert self._reader is not None
        assert self._writer is not None
        self._writer.write(self._head("GET", path, 0, {"Accept": "text/event-stream"}))
        await self._reader.readuntil(b"\r\n\r\n")
        number, data = 0, b""
        try:
            while line := await self._reader.readline():
                line = line.rstrip(b"\r\n")
                if line.startswith(b"id:"):
                    number = int(line[3:].strip() or 0)
                elif line.startswith(b"data:"):
                    data += line[5:].strip()
                elif not line and data:
                    yield number, data
                    data = b""
        except (OSError, ValueError):
            return

    def cut(self) -> None:
        """Break the connection in the middle of whatever is on its way."""
        if self._writer is not None:
            self._writer.transport.abort()

    def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None

    def _head(self, method: str, path: str, length: int, headers: Mapping[str, str]) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}", f"Content-Length: {length}"]
        if length:
            lines.append("Content-Type: application/json")
        if self.token:
            lines.append(f"Authorization: Bearer {self.token}")
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    @staticmethod
    async def _answer(reader: asyncio.StreamReader) -> tuple[int, dict[str, str], bytes]:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        told = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head[1:] if line)
        }
        status = int(head[0].split()[1])
        length = int(told.get("content-length", 0))
        return status, told, await reader.readexactly(length) if length else b""
