"""A learning record store in memory that keeps the rules of the specification, and misbehaves on demand."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import httpx2


@dataclass
class MemoryStore:
    """Answers what a store answers.

    Attributes:
        kept: statements by id.
        refuse: ids that are refused with 400, alone or in a batch.
        answers: status codes given before anything is looked at, in order.
        posts: how many statements each post had.
    """

    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    refuse: set[str] = field(default_factory=set)
    answers: list[int] = field(default_factory=list)
    posts: list[int] = field(default_factory=list)
    lose_answers: int = 0

    def client(self) -> httpx2.Client:
        """A client that speaks to it."""
        return httpx2.Client(transport=httpx2.MockTransport(self.answer))

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        """One request."""
        assert request.headers["X-Experience-API-Version"] == "1.0.3"
        if request.method == "GET":
            found = self.kept.get(request.url.params["statementId"])
            return httpx2.Response(200, json=found) if found else httpx2.Response(404)
        read = json.loads(request.content)
        batch = read if isinstance(read, list) else [read]
        self.posts.append(len(batch))
        if self.answers:
            code = self.answers.pop(0)
            if code == 0:
                raise httpx2.ConnectTimeout("nobody answers")
            return httpx2.Response(code, text="said so")
        if any(one["id"] in self.refuse for one in batch):
            return httpx2.Response(400, text="a statement is not valid")
        if any(one["id"] in self.kept and self.kept[one["id"]] != one for one in batch):
            return httpx2.Response(409, text="another statement has this id")
        self.kept |= {one["id"]: one for one in batch}
        if self.lose_answers:
            self.lose_answers -= 1
            raise httpx2.ReadTimeout("the answer was lost")
        return httpx2.Response(200, json=[one["id"] for one in batch])
