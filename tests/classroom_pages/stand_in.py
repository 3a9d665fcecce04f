"""A small server that says what the contract says, and whose words a test decides.

It serves the real pages with the real headers of the classroom; only what stands behind the interface is
made up. Faults can be switched on: silence in the stream, no answer at all.
"""

from __future__ import annotations

import hashlib
import io
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import segno

from game.classroom.page_words import page_words
from game.language.locale import Locale

PAGES = Path(__file__).resolve().parents[2] / "game" / "classroom" / "pages"
POLICY = (
    "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
Json = dict[str, Any]


class StandIn(ThreadingHTTPServer):
    """The server and everything that a test may change about it."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.changed = threading.Condition()
        self.board: Json = {}
        self.seat: Json = {}
        self.token = "good"
        self.lobby: Json = {"seq": 1}
        self.answers: dict[str, Any] = {}
        self.posted: list[tuple[str, Any]] = []
        self.asked: list[str] = []
        self.streams = 0
        self.most_streams = 0
        self.silent = False
        self.down = False
        self.stopping = False
        self.logged_in = False
        self._thread = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def say(self, board: Json) -> None:
        """The next snapshot of the board, with the next number."""
        with self.changed:
            self.board = {**board, "seq": self.board.get("seq", 0) + 1}
            self.changed.notify_all()

    def tell(self, seat: Json) -> None:
        """The next state of the seat, with the next version."""
        with self.changed:
            self.seat = {**seat, "version": self.seat.get("version", 0) + 1}
            self.changed.notify_all()

    def heard(self, path: str, body: Json) -> bool:
        """Whether somebody posts just this before a minute is over."""
        end = time.monotonic() + 60
        while (path, body) not in self.posted:
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True

    def wake(self) -> None:
        """Let every waiting answer look again."""
        with self.changed:
            self.changed.notify_all()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is no fault."""

    def close(self) -> None:
        """Stop for good."""
        self.stopping = True
        self.wake()
        self.shutdown()
        self.server_close()


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: StandIn

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def send(
        self, status: int, body: bytes | Json | list[Any], kind: str = "application/json", **more: str
    ) -> None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self._headers(kind)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _headers(self, kind: str) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Rapport", "1")

    def refuse(self, status: int, error: str, message: str = "", **more: Any) -> None:
        self.send(status, {"error": error, "message": message or error, **more})

    def do_GET(self) -> None:
        """Pages, words, boards, states, and whatever a test has laid out."""
        path, _, query = self.path.partition("?")
        self.server.asked.append(path)
        if self.server.down:
            self.close_connection = True
            return
        parts = path.strip("/").split("/")
        if path in ("/", "/teach", "/check") or parts[0] == "j" or (parts[0] == "board" and len(parts) == 2):
            page = {"": "join", "j": "join", "teach": "teach", "check": "check", "board": "board"}[parts[0]]
            self.send(200, (PAGES / f"{page}.html").read_bytes(), KINDS[".html"])
        elif parts[0] == "pages":
            self._file(parts[-1])
        elif parts[0] == "board":
            self._board(parts[2])
        elif path == "/api/v1/state":
            self._state(query)
        elif path in self.server.answers:
            answer = self.server.answers[path]
            self.send(*(answer if isinstance(answer, tuple) else (200, answer)))
        elif path.endswith("/events"):
            self._stream("trainer", lambda: self.server.lobby)
        else:
            self.refuse(404, "not-found")

    def _file(self, name: str) -> None:
        if name.startswith("words."):
            locale = Locale.ZH if ".zh." in name else Locale.EN
            self.send(200, dict(page_words(locale)))
        elif (PAGES / name).is_file():
            self.send(200, (PAGES / name).read_bytes(), KINDS[Path(name).suffix], Cache_Control="no-cache")
        else:
            self.refuse(404, "not-found")

    def _board(self, what: str) -> None:
        if what == "code.svg":
            drawn = io.BytesIO()
            code = self.server.board.get("session", {}).get("join_url", "http://example.invalid/")
            segno.make(code).save(drawn, kind="svg", border=2, svgclass=None, lineclass=None)
            self.send(200, drawn.getvalue(), KINDS[".svg"])
        elif what == "board.json":
            data = json.dumps(self.server.board).encode()
            tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
            if self.headers.get("If-None-Match") == tag:
                self.send(304, b"", ETag=tag)
            else:
                self.send(200, data, ETag=tag)
        else:
            self._stream("board", lambda: self.server.board)

    def _stream(self, name: str, said: Any) -> None:
        server = self.server
        self.send_response(200)
        self._headers("text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        server.streams += 1
        server.most_streams = max(server.most_streams, server.streams)
        try:
            last: Json | None = None
            while not (server.stopping or server.down):
                snapshot = said()
                if server.silent:
                    pass
                elif snapshot is not last:
                    last = snapshot
                    text = f"id: {snapshot.get('seq', 0)}\nevent: {name}\ndata: {json.dumps(snapshot)}\n\n"
                    self.wfile.write(text.encode())
                else:
                    self.wfile.write(b": still here\n\n")
                self.wfile.flush()
                with server.changed:
                    server.changed.wait(0.5)
        except OSError:
            pass
        finally:
            server.streams -= 1

    def _state(self, query: str) -> None:
        if not self.headers.get("Authorization", "").startswith(f"Bearer {self.server.token}"):
            self.refuse(401, "no-seat", "This seat is not known here.")
            return
        after = int(dict(part.split("=") for part in query.split("&") if part).get("after", "0") or 0)
        until = time.monotonic() + 5
        with self.server.changed:
            while self.server.seat.get("version", 0) <= after and time.monotonic() < until:
                if self.server.stopping or self.server.down:
                    self.close_connection = True
                    return
                self.server.changed.wait(0.2)
        self.send(200, self.server.seat)

    def do_POST(self) -> None:
        """Joining, votes, and everything that a trainer does; each is written down."""
        path = self.path.partition("?")[0]
        length = int(self.headers.get("Content-Length") or 0)
        raw = self.rfile.read(length)
        try:
            body = json.loads(raw) if raw else None
        except ValueError:
            body = raw.decode()
        self.server.posted.append((path, body))
        if self.server.down:
            self.close_connection = True
        elif path in self.server.answers:
            answer = self.server.answers[path]
            answer = answer() if callable(answer) else answer
            self.send(*(answer if isinstance(answer, tuple) else (200, answer)))
        elif path == "/api/v1/join":
            self._join(body or {})
        elif path == "/api/v1/votes":
            self.send(200, body or {})
        elif path.startswith("/api/v1/trainer/") or path == "/api/v1/leave":
            self.send(200, {})
        else:
            self.refuse(404, "not-found")

    def _join(self, body: Json) -> None:
        if body.get("code") != "K7MWXR":
            self.refuse(403, "no-such-class", "There is no open class with this code.")
        elif body.get("nickname") == "taken":
            self.refuse(
                409, "name-taken", "Somebody here has this name.", suggestions=["Taken Twice", "Taken Too"]
            )
        else:
            self.send(
                201,
                {
                    "seat": "seat-1",
                    "token": "good-token",
                    "nickname": body.get("nickname") or "Brisk Heron",
                    "session": self.server.seat,
                },
            )
