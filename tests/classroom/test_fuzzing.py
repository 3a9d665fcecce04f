"""Whatever is sent to any address, the answer is a sentence and never a fault of the server."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.classroom.openapi import described
from tests.classroom.conftest import Class
from tests.engines import ON_SQLITE

TOLD = described()
SCHEMAS = TOLD["components"]["schemas"]
JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
WORDS = st.sampled_from(
    ["", "x", "seven-seconds", "A", "\u202e", "../..", "'; --", "\ud83e\udd8a", "0" * 300]
)
ADDRESSES = [
    (path, method)
    for path, methods in TOLD["paths"].items()
    for method in methods
    if not path.endswith(("/events", "/state"))
]


def fitting(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Bodies of the right shape, or nearly."""
    if "$ref" in schema:
        return fitting(SCHEMAS[schema["$ref"].rpartition("/")[2]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "const" in schema:
        return st.just(schema["const"])
    if "anyOf" in schema:
        return st.one_of([fitting(each) for each in schema["anyOf"]])
    match schema.get("type"):
        case "object":
            own = {name: fitting(each) for name, each in schema.get("properties", {}).items()}
            wanted = {name: own.pop(name) for name in schema.get("required", ()) if name in own}
            if not wanted and not own:
                return st.dictionaries(st.text(max_size=6), st.integers(-5, 5000), max_size=3)
            return st.fixed_dictionaries(wanted, optional=own)
        case "array":
            return st.lists(fitting(schema.get("items", {})), max_size=3)
        case "integer":
            return st.integers(schema.get("minimum", -10) - 1, schema.get("maximum", 10_000) + 1)
        case "boolean":
            return st.booleans()
        case "string":
            return WORDS | st.text(max_size=schema.get("maxLength", 30) + 1)
        case "null":
            return st.none()
    return JUNK


@ON_SQLITE
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)
@given(st.data())
def test_nothing_that_is_sent_is_a_fault_of_the_server(room: Class, data: st.DataObject) -> None:
    known = _known(room)
    path, method = data.draw(st.sampled_from(ADDRESSES))
    operation = TOLD["paths"][path][method]
    address = path
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path":
            right = known.get(parameter["name"], "x")
            value = data.draw(st.sampled_from([right, right, right, "x", "%00", "..%2f", "\u202e"]))
            address = address.replace(f"{{{parameter['name']}}}", value)
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    body = data.draw(st.one_of(fitting(content.get("schema", {})), JUNK))
    if isinstance(body, dict) and "round" in body and data.draw(st.booleans()):
        body["round"] = known["round"]
    if address.endswith(("/close", "/erase", "/ban", "/kick")) and "/seats/" not in address:
        return  # the class shall go on
    token = data.draw(
        st.sampled_from([room.head, room.head, {"authorization": f"Bearer {known['token']}"}, {}])
    )
    head = {**token, "idempotency-key": data.draw(st.sampled_from(["12345678", "x", "k" * 40]))}
    sent = json.dumps(body).encode() if method == "post" else b""
    found = room.http.request(method.upper(), address, content=sent, headers=head)
    assert found.status_code < 500, (method, address, body, found.text)
    if found.status_code >= 400:
        told = found.json()
        assert told["error"]
        assert told["message"]


def _known(room: Class) -> dict[str, str]:
    """Ids that are right, made when they are first needed."""
    there = room.house.room(room.id)
    if not there.rounds:
        room.round()
    present = [seat for seat in there.seats.values() if seat.state == "seated"]
    token = getattr(room, "token", "")
    if not present or not token:
        room.http.post(
            room.base, json={"capacity": 5000, "approve": False, "roster": "off"}, headers=room.head
        )
        room.done("unlock")
        seat = room.join()
        token, room.token = seat.token, seat.token  # type: ignore[attr-defined]
        present = [there.seats[seat.seat]]
    return {
        "session": room.id,
        "round": next(iter(there.rounds)),
        "seat": present[0].id,
        "token": token,
        "attempt": next(iter(there.ledger.attempts), "x"),
        "sha": next(iter(there.packages)),
    }
