"""The description of the HTTP interface, put to the proof: schemathesis asks a running server everything that
it promises to understand, and much that it does not, and compares the answers with what was promised."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from game.classroom.openapi import described
from tests.classroom.server import Running, running

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

from schemathesis import checks  # noqa: E402
from schemathesis.specs.openapi.checks import (  # noqa: E402
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

EXAMPLES = 3
"""Requests for each of some ninety operations, with right and with wrong values among them."""

CHECKS = [
    checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
TOLD = described()
SCHEMA = schemathesis.openapi.from_dict(TOLD)
OPERATIONS = {f"{one.ok().method.upper()} {one.ok().path}": one.ok() for one in SCHEMA.get_all_operations()}
STREAMS = ("/events",)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A class with a round and a seat."""
    with running(tmp_path_factory.mktemp("contract")) as found:
        yield found


@pytest.fixture(scope="module")
def known(server: Running) -> dict[str, str]:
    """Ids that are right, and the token of the seat."""
    import httpx2

    one = server.round(attempts=0)
    with httpx2.Client(base_url=server.origin, trust_env=False) as http:
        joined = http.post("/api/v1/join", json={"code": server.ready.code}).json()
        seat = {"authorization": f"Bearer {joined['token']}"}
        sha = http.post("/api/v1/begin", json={"round": one}, headers=seat).json()["package"]
    return {
        "session": server.ready.session,
        "round": one,
        "seat": joined["seat"],
        "seat-token": joined["token"],
        "sha": sha,
        "token": server.ready.board.rpartition("/")[2],
    }


def test_every_address_is_described() -> None:
    assert set(OPERATIONS) == {
        f"{method.upper()} {path}" for path, methods in TOLD["paths"].items() for method in methods
    }
    assert len(OPERATIONS) > 80


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_answers_are_what_was_promised(name: str, server: Running, known: dict[str, str]) -> None:
    operation, asked = OPERATIONS[name], []

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), data=st.data())
    def ask(case: Any, data: st.DataObject) -> None:
        for part in dict(case.path_parameters or {}):
            if part in known and data.draw(st.integers(0, 3)):
                case.path_parameters[part] = known[part]
        likely = server.host.key if "/trainer/" in name else known["seat-token"]
        who = data.draw(st.sampled_from([likely, likely, likely, server.host.key, known["seat-token"], ""]))
        if isinstance(case.body, dict) and "code" in case.body and data.draw(st.booleans()):
            case.body["code"] = server.ready.code
        if isinstance(case.body, dict) and "round" in case.body and data.draw(st.booleans()):
            case.body["round"] = known["round"]
        headers = {"Authorization": f"Bearer {who}"} if who else {}
        if name == "GET /api/v1/state":
            case.query.pop("after", None)  # it would wait for news
        if name.endswith(STREAMS):
            case.path_parameters = dict.fromkeys(case.path_parameters, "nobody")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            answer = case.call(base_url=server.origin, headers=headers, timeout=30)
            case.validate_response(answer, checks=CHECKS)
        asked.append(answer.status_code)
        server.trainer("/open")  # whatever was closed

    ask()
    assert asked
