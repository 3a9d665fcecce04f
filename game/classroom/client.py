"""A seat's side of the HTTP interface: questions and answers, nothing kept and nothing repeated.

It never goes through a proxy of the surroundings, which on a machine of a firm or a school would take the
trainer's laptop for a page of the internet. What answers without our header is not a Rapport server but, for
example, the sign-in page of a guest network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from game.classroom.open_lines import OpenLines
from game.classroom.pinned import is_other, is_unknown, pinned
from game.classroom.troubles import ClassTrouble, NotReached, Refusal
from game.language.locale import Locale

__all__ = ["ClassClient", "ClassTrouble", "NotReached", "Refusal", "Seated"]

PROTOCOL = 1
REACH = 2.0
"""Seconds in which a machine of the same network answers at all."""

ANSWER = 10.0
NEWS = 35.0
"""Seconds for an answer, and for one that the server keeps back until there are news (25 there)."""

API = "/api/v1"


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat that was taken: what is needed to come back to it.

    Attributes:
        pin: the fingerprint of the server's certificate; empty where it came without one.
    """

    origin: str
    installation: str
    session: str
    title: str
    seat: str
    token: str
    nickname: str
    pin: str = ""


class ClassClient:
    """Speaks to one server; may be used by several threads."""

    def __init__(
        self,
        origin: str,
        token: str = "",
        locale: Locale = Locale.EN,
        client: httpx2.Client | None = None,
        pin: str = "",
    ) -> None:
        """Prepare; nothing is sent yet.

        Args:
            origin: as in `Address`.
            token: of the seat; empty before one is taken.
            locale: of the sentences in refusals.
            client: to speak through instead of a new one.
            pin: the only certificate that is spoken to, as in `Address`; empty for any that
                somebody vouches for.
        """
        self.origin, self.token, self._locale, self.pin = origin, token, locale, pin
        self._lines = OpenLines()
        self._client = client or httpx2.Client(
            trust_env=False,
            timeout=httpx2.Timeout(ANSWER, connect=REACH),
            follow_redirects=False,
            verify=pinned(pin) if pin else origin.startswith("https:"),
        )

    def close(self) -> None:
        """Give the connections back; who waits for an answer in another thread is told that none comes."""
        self._lines.cut()
        self._client.close()

    def hello(self, code: str = "") -> dict[str, Any]:
        """What the server is and, with a code, the name of the class.

        Raises:
            NotReached: nobody there, another program, or a version we cannot speak to.
        """
        answer = self._asked("GET", "/hello", params={"code": code} if code else {})
        if answer.get("protocol") != PROTOCOL:
            raise NotReached("other-version", str(answer.get("rapport", "")))
        return answer

    def names(self, code: str) -> list[str]:
        """Names to choose from."""
        return list(self._asked("GET", "/names", params={"code": code})["names"])

    def join(self, code: str, nickname: str = "", invite: str = "", **more: Any) -> Seated:
        """Take a seat; from now on this client speaks for it.

        Args:
            code: of the class.
            nickname: empty for a made-up one.
            invite: a signed link to a seat that is there already.
            **more: `team`, `members`, `roster`.

        Raises:
            Refusal: for example `no-such-class`, `name-taken` (with `suggestions`), `name-refused`.
        """
        installation = str(self.hello()["installation"])
        body = {"code": code, **({"nickname": nickname} if nickname else {}), **more}
        if invite:
            body = {"invite": invite}
        answer = self._asked("POST", "/join", json=body)
        self.token = answer["token"]
        session = answer["session"]
        return Seated(
            self.origin,
            installation,
            session["id"],
            session["title"],
            answer["seat"],
            answer["token"],
            answer["nickname"],
            self.pin,
        )

    def state(self, after: int | None = None, turn: int | None = None) -> dict[str, Any]:
        """The class as this seat sees it; with `after`, when it has changed since that version."""
        params = {name: str(value) for name, value in (("after", after), ("turn", turn)) if value is not None}
        return self._asked("GET", "/state", params=params, timeout=httpx2.Timeout(NEWS, connect=REACH))

    def package(self, sha: str) -> bytes:
        """A scenario by the hash of its bytes; the caller compares."""
        return self._answered("GET", f"/packages/{sha}").content

    def begin(self, round_id: str) -> dict[str, Any]:
        """The luck of the next attempt."""
        return self._asked("POST", "/begin", json={"round": round_id})

    def hand_in(self, key: str, round_id: str, number: int, transcript: Mapping[str, Any]) -> str:
        """Hand in a conversation; the id of the attempt, which is on the server's disk then."""
        body = {"round": round_id, "number": number, "transcript": transcript}
        return str(self._asked("POST", "/attempts", json=body, headers={"Idempotency-Key": key})["attempt"])

    def vote(self, round_id: str, turn: int, line: str) -> None:
        """Vote, or vote otherwise."""
        self._asked("POST", "/votes", json={"round": round_id, "turn": turn, "line": line})

    def take_home(self) -> str:
        """The address of the page with one's own results; there is none before the class is over."""
        path = str(self._asked("POST", "/take-home", json={}).get("url", ""))
        if not path.startswith("/home/"):  # what stands behind an origin decides whose address it is
            raise NotReached("other-program", self.origin)
        return f"{self.origin}{path}"

    def leave(self) -> None:
        """Get up; the seat stays and the token opens it again."""
        self._asked("POST", "/leave", json={})

    def _asked(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        answer = self._answered(method, path, **more)
        try:
            plain = answer.json()
        except ValueError:
            raise NotReached("other-program", self.origin) from None
        if not isinstance(plain, dict):
            raise NotReached("other-program", self.origin)
        return plain

    def _answered(self, method: str, path: str, **more: Any) -> httpx2.Response:
        headers = {"Accept-Language": self._locale.value, **more.pop("headers", {})}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        more["extensions"] = {"trace": self._lines.trace}
        try:
            answer = self._client.request(method, f"{self.origin}{API}{path}", headers=headers, **more)
        except (httpx2.ConnectTimeout, httpx2.ReadTimeout, httpx2.WriteTimeout, httpx2.PoolTimeout) as error:
            raise NotReached("silent", self.origin) from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise NotReached(_why(error), self.origin) from error
        if "x-rapport" not in answer.headers:
            raise NotReached("other-program", self.origin)
        if answer.is_success:
            return answer
        raise _refusal(answer)


def _why(error: Exception) -> str:
    """What kept us out, as a code."""
    if is_other(error):
        return "other-certificate"
    return "unknown-certificate" if is_unknown(error) else "refused"


def _refusal(answer: httpx2.Response) -> Refusal:
    try:
        plain = answer.json()
    except ValueError:
        plain = {}
    plain = plain if isinstance(plain, dict) else {}
    wait = answer.headers.get("retry-after", "")
    details = {name: value for name, value in plain.items() if name not in {"error", "message"}}
    return Refusal(
        str(plain.get("error", "broken")),
        str(plain.get("message", "")),
        answer.status_code,
        float(wait) if wait.isdigit() else None,
        details,
    )
