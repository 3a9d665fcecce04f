"""The HTTP interface as an OpenAPI document, made from the models that check requests (nothing is written
twice)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game import __version__
from game.classroom import requests
from game.classroom.doorkeeper import as_json
from game.classroom.refusals import SENTENCES

BODIES: Mapping[str, type[BaseModel]] = {
    "/api/v1/join": requests.Join,
    "/api/v1/begin": requests.Begin,
    "/api/v1/attempts": requests.HandIn,
    "/api/v1/votes": requests.Vote,
    "/api/v1/trainer/login": requests.Login,
    "/api/v1/trainer/sessions": requests.NewSession,
    "{session}": requests.ChangedSession,
    "{session}/notice": requests.Notice,
    "{session}/view": requests.View,
    "{session}/discussion": requests.Discussion,
    "{session}/run-sheet": requests.RunSheet,
    "{session}/roster": requests.Roster,
    "{session}/rounds": requests.NewRound,
    "extend": requests.Extend,
    "rename": requests.Rename,
    "team": requests.Team,
    "hands": requests.Hands,
    "say": requests.Say,
}
"""Which model a body has, by the end of its address; bodies of all others are empty objects."""

BARE = frozenset({"/api/v1/leave", "/api/v1/trainer/logout"})
"""Addresses that want no body."""

VERBS = {
    "rounds/{round}": ("open", "pause", "close", "extend", "next"),
    "rounds/{round}/vote": ("close", "reopen", "distribution", "value", "why", "thought", "say", "hands"),
    "seats/{seat}": ("kick", "ban", "restore", "approve", "rename", "team", "handover"),
    "attempts/{attempt}": ("withdraw", "restore"),
}
"""What `{verb}` may be, by what stands before it."""

ABOUT = (
    "Version 1 of the interface. Every answer carries `X-Rapport: 1`; what is refused is answered by "
    '`{"error": code, "message": sentence}` in the language of `?lang=` or Accept-Language.'
)
SEATS = tuple(f"/api/v1/{name}" for name in ("state", "begin", "attempts", "votes", "leave"))
"""Beginnings of addresses that want the token of a seat."""

KINDS = ("csv", "xlsx", "jsonl", "moodle.csv", "html")


async def document(_: Request) -> Response:
    """GET /api/v1/openapi.json."""
    return Response(_written(), media_type="application/json")


@cache
def _written() -> bytes:
    return as_json(described())


def described() -> dict[str, Any]:
    """The document."""
    from game.classroom.application import routes

    schemas: dict[str, Any] = {"Refusal": _refusal()}
    paths: dict[str, dict[str, Any]] = {}
    for route in routes():
        if not isinstance(route, Route) or not route.path.startswith(("/api/", "/board/")):
            continue
        for path in _spelt(route.path):
            for method in sorted((route.methods or {"GET"}) - {"HEAD"}):
                operation = _operation(route, path, method, schemas)
                paths.setdefault(path, {})[method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rapport classroom",
            "version": __version__,
            "description": ABOUT,
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "seat": {"type": "http", "scheme": "bearer", "description": "the token of a seat"},
                "trainer": {"type": "http", "scheme": "bearer", "description": "the trainer's key"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "rapport-trainer"},
            },
        },
    }


def _spelt(path: str) -> list[str]:
    """The address with every value that its last part may have."""
    if path.endswith("{kind}"):
        return [path.replace("{kind}", kind) for kind in KINDS]
    if not path.endswith("/{verb}"):
        return [path]
    before = path.removesuffix("/{verb}")
    key = next(key for key in sorted(VERBS, key=len, reverse=True) if before.endswith(key))
    return [f"{before}/{verb}" for verb in VERBS[key]]


def _operation(route: Route, path: str, method: str, schemas: dict[str, Any]) -> dict[str, Any]:
    """One thing that may be asked."""
    said = (route.endpoint.__doc__ or route.name).strip().partition("\n")[0]
    told: dict[str, Any] = {
        "operationId": f"{method.lower()}_{re.sub(r'[^a-z0-9]+', '_', path.lower()).strip('_')}",
        "summary": said.partition(": ")[2] or said,
        "responses": {
            "2XX": {"description": "done"},
            "4XX": _answer("refused"),
            "5XX": _answer("not at present"),
        },
    }
    names = re.findall(r"{(\w+)}", path)
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "maxLength": 80}}
        for name in names
    ]
    if path == "/api/v1/state":
        parameters.append({"name": "after", "in": "query", "schema": {"type": "string", "maxLength": 20}})
    if path == "/api/v1/attempts" and method == "POST":
        key = {"type": "string", "minLength": 8, "maxLength": 80, "pattern": "^[A-Za-z0-9_-]+$"}
        parameters.append({"name": "Idempotency-Key", "in": "header", "required": True, "schema": key})
    if parameters:
        told["parameters"] = parameters
    if "/trainer/" in path and not path.endswith("/login"):
        told["security"] = [{"trainer": []}, {"cookie": []}]
    elif path.startswith(SEATS):
        told["security"] = [{"seat": []}]
    elif "/packages/" in path:
        told["security"] = [{"seat": []}, {"trainer": []}]
    if method == "POST":
        told |= _body(path, schemas)
    return told


def _body(path: str, schemas: dict[str, Any]) -> dict[str, Any]:
    """What has to be sent along."""
    if path in BARE:
        return {}
    if path.endswith("/roster-file"):
        content = {"schema": {"type": "string", "contentMediaType": "application/octet-stream"}}
        return {"requestBody": {"required": True, "content": {"application/octet-stream": content}}}
    found = (model for end, model in BODIES.items() if path.endswith(end))
    model = next(found, requests.Nothing)
    if path.endswith(("/seats/approve", "/rounds/{round}/vote/close")):
        model = requests.Nothing
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(schema.pop("$defs", {}))
    schemas[model.__name__] = schema
    reference = {"$ref": f"#/components/schemas/{model.__name__}"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": reference}}}}


def _answer(description: str) -> dict[str, Any]:
    reference = {"$ref": "#/components/schemas/Refusal"}
    return {"description": description, "content": {"application/json": {"schema": reference}}}


def _refusal() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["error", "message"],
        "properties": {
            "error": {"type": "string", "enum": sorted(SENTENCES)},
            "message": {"type": "string"},
            "reason": {"type": "string"},
        },
    }
