"""Why others cannot reach this server: what it can find out about itself, in sentences (U9, U10)."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from game.classroom.addresses import kind, own_addresses
from game.classroom.bodies import answer
from game.classroom.callers import house_of
from game.classroom.house import ClassHouse
from game.language.locale import Locale
from game.language.words import Words, marked

PATIENCE = 1.0
LEAST_ROOM = 500_000_000

NOTES = {
    "home": marked("the usual address in a classroom or an office"),
    "carrier": marked("an address of a mobile or VPN network; others in the room can seldom reach it"),
    "public": marked("an address on the internet; be sure that you want that"),
    "name": marked("a name that you gave with --host-name"),
    "self": marked("only this machine itself can use this one"),
}

NETWORK, ADDRESSES, OTHERS = marked("Network"), marked("Addresses"), marked("Others")
DISK, SEVERAL = marked("Disk"), marked("Several networks")
IN_A_NETWORK = marked("This machine is in a network.")
IN_NO_NETWORK = marked(
    "This machine is in no network. Connect it to the Wi-Fi of the room, or open a hotspot."
)
ANSWERS = marked("The server answers under every address above.")
SILENT = marked(
    "The server does not answer under {addresses}: it may listen on another address only (--bind), or a "
    "firewall stands in between."
)
SOMEBODY = marked("Somebody has reached the server from another device, or has joined a class.")
NOBODY = marked(
    "Nobody has come in from another device yet. Open one of the addresses above on a phone: if it loads for "
    "long and fails, a firewall or the Wi-Fi itself keeps devices apart."
)
ROOM = marked("{n} GB are free for results.")
SEVERAL_NETWORKS = marked(
    "This machine is in several networks (a cable and the Wi-Fi, a VPN, virtual machines). Trainees have to "
    "use the address of the network that they are in."
)


async def check(request: Request) -> Response:
    """GET /api/v1/check: addresses of this server and what stands in the way of reaching it."""
    house = house_of(request)
    scheme, _, rest = house.origin.partition("://")
    name, _, port = rest.rpartition(":")
    names = list(dict.fromkeys([name, *own_addresses()]))
    reached = await asyncio.gather(*(_reached(one, int(port or 80)) for one in names))
    findings = list(_findings(house, names, dict(zip(names, reached, strict=True)), request))
    return answer(
        {
            "addresses": [
                {"url": f"{scheme}://{one}:{port}", "kind": kind(one), "note": said(NOTES[kind(one)])}
                for one in names
            ],
            "port": int(port or 80),
            "findings": findings,
        }
    )


def said(text: str, **values: Any) -> dict[str, str]:
    """A sentence in every language."""
    return {locale.value: Words(locale)(text, **values) for locale in Locale}


async def _reached(name: str, port: int) -> bool:
    """Whether this machine reaches itself under an address; a firewall often lets that pass, a wrong
    address not."""
    try:
        async with asyncio.timeout(PATIENCE):
            _, writer = await asyncio.open_connection(name, port)
    except (OSError, TimeoutError):
        return False
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
    return True


def _findings(
    house: ClassHouse, names: list[str], reached: dict[str, bool], request: Request
) -> Iterator[dict[str, Any]]:
    """What there is to say, good and bad."""
    usable = any(kind(one) in {"home", "public", "name"} for one in names)
    yield _finding(usable, NETWORK, IN_A_NETWORK if usable else IN_NO_NETWORK)
    silent = [one for one in names if not reached[one]]
    heard = ANSWERS if not silent else SILENT
    yield _finding(not silent, ADDRESSES, heard, addresses=", ".join(silent))
    here = request.client.host if request.client else ""
    others = here not in {"127.0.0.1", "::1", *names} or any(room.seen for room in house.rooms.values())
    yield _finding(others, OTHERS, SOMEBODY if others else NOBODY)
    if house.database.path is not None:
        free = shutil.disk_usage(house.database.path.parent).free
        yield _finding(free > LEAST_ROOM, DISK, ROOM, n=round(free / 1e9, 1))
    if sum(kind(one) == "home" for one in names) > 1:
        yield _finding(False, SEVERAL, SEVERAL_NETWORKS)


def _finding(good: bool, title: str, message: str, **values: Any) -> dict[str, Any]:
    return {"ok": good, "title": said(title), "message": said(message, **values)}
