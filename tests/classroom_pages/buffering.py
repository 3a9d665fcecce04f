"""A proxy as some firms have one: what does not end is kept back until it has all of it, or enough."""

from __future__ import annotations

import contextlib
import socket
import threading


class BufferingProxy:
    """Passes everything on at once but streams of events, which it keeps back until it lets go."""

    def __init__(self, port: int) -> None:
        """Stand before a server.

        Args:
            port: of the server, on this machine.
        """
        self._port, self.letting_go, self.kept = port, threading.Event(), 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """Stop; what is kept back is let go."""
        self.letting_go.set()
        self._listener.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._port))
                kept = threading.Event()
                threading.Thread(target=self._requests, args=(client, server, kept), daemon=True).start()
                threading.Thread(target=self._answers, args=(server, client, kept), daemon=True).start()

    def _requests(self, client: socket.socket, server: socket.socket, kept: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := client.recv(65_536):
                if b"/events " in data.split(b"\r\n")[0]:
                    self.kept += 1
                    kept.set()
                server.sendall(data)
        for end in (client, server):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _answers(self, server: socket.socket, client: socket.socket, kept: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(65_536):
                if kept.is_set():
                    self.letting_go.wait(60)
                client.sendall(data)
        for end in (client, server):
            with contextlib.suppress(OSError):
                end.close()
