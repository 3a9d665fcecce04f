"""`rapport host` as a process of its own: it says where it is, answers, and stops with streams open (U19)."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.classroom.conftest import played


def started(folder: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "game", "host", "--no-browser", "--json", "--database"]
    return subprocess.Popen(
        [*command, str(folder / "c.sqlite"), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "RAPPORT_HOME": str(folder)},
        cwd=Path(__file__).parents[2],
    )


@pytest.fixture
def host(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    process = started(tmp_path, "--port", "0", "--name", "Onboarding", "--processes", "1")
    assert process.stdout is not None
    try:
        yield process, json.loads(process.stdout.readline())
    finally:
        process.kill()
        process.communicate()


def test_U19_a_server_stops_with_streams_open(host: tuple[subprocess.Popen[str], dict[str, Any]]) -> None:
    process, told = host
    base = f"http://127.0.0.1:{told['port']}"
    key = told["teach"].partition("#key=")[2]
    with httpx2.Client(base_url=base, trust_env=False) as http:
        assert http.get("/api/v1/hello").json()["protocol"] == 1
        joined = http.post("/api/v1/join", json={"code": told["code"], "nickname": "Anna"}).json()
        head = {"authorization": f"Bearer {key}"}
        base_path = f"/api/v1/trainer/sessions/{told['session']}"
        made = {"scenario": "seven-seconds", "open": True}
        one = http.post(f"{base_path}/rounds", json=made, headers=head).json()
        seat = {"authorization": f"Bearer {joined['token']}"}
        begun = http.post("/api/v1/begin", json={"round": one["id"]}, headers=seat).json()
        body = {
            "round": one["id"],
            "number": begun["number"],
            "transcript": played(begun["seed"]).transcript().to_json(),
        }
        handed = http.post("/api/v1/attempts", json=body, headers={**seat, "idempotency-key": "12345678"})
        assert handed.status_code == 201
    board = told["board"].partition("/board/")[2]
    paths = [f"/board/{board}/events"] * 20
    streams = []
    for path in paths:
        stream = socket.create_connection(("127.0.0.1", told["port"]))
        stream.settimeout(30)
        stream.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        received = b""
        while b"event: board" not in received:
            received += stream.recv(65_536)
        streams.append(stream)
    assert b"retry:" in received
    process.send_signal(signal.SIGINT)
    for stream in streams:
        ended = b""
        while part := stream.recv(65_536):
            ended += part
        assert ended.endswith(b"0\r\n\r\n"), "the stream was ended, not cut"
        stream.close()
    assert process.wait(60) == 0
    assert process.stderr is not None
    assert "Traceback" not in process.stderr.read()


def test_T27_a_second_host_on_the_same_file_ends_with_2(
    host: tuple[subprocess.Popen[str], dict[str, Any]], tmp_path: Path
) -> None:
    second = started(tmp_path, "--port", "0")
    _, complaint = second.communicate(timeout=60)
    assert second.returncode == 2
    assert "another server" in complaint


def test_a_port_that_is_taken_is_said_to_be_so(
    host: tuple[subprocess.Popen[str], dict[str, Any]], tmp_path: Path
) -> None:
    _, told = host
    (tmp_path / "other").mkdir()
    second = started(tmp_path / "other", "--port", str(told["port"]))
    _, complaint = second.communicate(timeout=60)
    assert second.returncode == 2
    assert "--port" in complaint


def test_a_class_goes_on_with_the_same_code_and_key(tmp_path: Path) -> None:
    told = []
    for _ in range(2):
        process = started(tmp_path, "--port", "0")
        assert process.stdout is not None
        told.append(json.loads(process.stdout.readline()))
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert told[0]["code"] == told[1]["code"]
    assert told[0]["teach"].partition("#")[2] == told[1]["teach"].partition("#")[2]
    assert told[0]["board"].rpartition("/")[2] == told[1]["board"].rpartition("/")[2]
    assert (tmp_path / "host.key").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_T20_a_certificate_is_known_by_the_fingerprint_in_the_code(tmp_path: Path) -> None:
    prints = []
    for _ in range(2):
        process = started(tmp_path, "--port", "0", "--tls")
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        pem = ssl.get_server_certificate(("127.0.0.1", told["port"]))
        shown = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
        assert shown == told["fingerprint"]
        assert told["join"].endswith(f"#sha256={shown}")
        pinned = ssl.create_default_context(cadata=pem)
        with httpx2.Client(verify=pinned, trust_env=False) as http:
            answer = http.get(f"https://127.0.0.1:{told['port']}/api/v1/hello")
            assert answer.json()["protocol"] == 1
        prints.append(shown)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert prints[0] == prints[1], "the same certificate after a restart"
    assert (tmp_path / "class.key").stat().st_mode & 0o077 == 0


def test_U9_an_announcement_that_fails_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    import zeroconf

    from game.classroom.discovery import Announcement

    def broken(*_: object, **__: object) -> None:
        raise OSError("no such device")

    monkeypatch.setattr(zeroconf, "Zeroconf", broken)
    told = Announcement("Onboarding. Week 2", 8765, ("10.0.0.5",), secure=False)
    assert not told.heard
    told.close()


def test_T17_endless_heads_are_cut(
    host: tuple[subprocess.Popen[str], dict[str, Any]],
) -> None:
    _, told = host
    port = told["port"]
    endless = socket.create_connection(("127.0.0.1", port))
    endless.settimeout(30)
    endless.sendall(b"GET / HTTP/1.1\r\n")
    with pytest.raises(OSError):
        for _ in range(20_000):
            endless.sendall(b"X-More: " + b"x" * 1_000 + b"\r\n")
    with httpx2.Client(trust_env=False) as http:
        assert http.get(f"http://127.0.0.1:{port}/api/v1/hello").status_code == 200
    endless.close()


def test_a_folder_is_handed_out_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "wheels"
    (folder / "below").mkdir(parents=True)
    (folder / "rapport-1.0-py3-none-any.whl").write_bytes(b"wheel")
    (folder / "below" / "secret.txt").write_bytes(b"secret")
    (tmp_path / "outside.txt").write_bytes(b"secret")
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    process = started(tmp_path, "--port", "0", "--hand-out", str(folder))
    assert process.stdout is not None
    told = json.loads(process.stdout.readline())
    base = f"http://127.0.0.1:{told['port']}/files/"
    with httpx2.Client(trust_env=False) as http:
        assert 'href="rapport-1.0-py3-none-any.whl"' in http.get(base).text
        assert http.get(base + "rapport-1.0-py3-none-any.whl").content == b"wheel"
        for name in ("below/secret.txt", "..%2Foutside.txt", "link.txt", "below", "%2e%2e/outside.txt"):
            assert http.get(base + name).status_code == 404, name
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)


def test_U17_the_trainer_is_sent_whole_pictures(host: tuple[subprocess.Popen[str], dict[str, Any]]) -> None:
    _, told = host
    base, key = f"http://127.0.0.1:{told['port']}", told["teach"].partition("#key=")[2]
    head = {"authorization": f"Bearer {key}"}
    address = f"{base}/api/v1/trainer/sessions/{told['session']}"
    with (
        httpx2.Client(trust_env=False, timeout=30) as http,
        http.stream("GET", f"{address}/events", headers=head) as stream,
    ):
        assert stream.headers["content-type"].startswith("text/event-stream")
        assert stream.headers["x-accel-buffering"] == "no"
        lines = stream.iter_lines()
        first = next(json.loads(line[6:]) for line in lines if line.startswith("data: "))
        assert first["seats"] == []
        joined = httpx2.post(f"{base}/api/v1/join", json={"code": told["code"]}, trust_env=False)
        assert joined.status_code == 201
        seated = next(
            found for line in lines if line.startswith("data: ") and (found := json.loads(line[6:]))["seats"]
        )
        assert seated["seats"][0]["id"] == joined.json()["seat"]
        assert seated["seq"] > first["seq"]
