"""What was achieved, as xAPI statements (shape of 1.0.3, vocabulary of the Serious Games profile).

The id of a statement follows from what happened, and its bytes are frozen in the transaction that writes the
mark: sent again, it is the same statement. The transcript stays here; a statement carries its hash. Nobody is
named: the actor is a seat of this installation, unless the organisation asks for the keys of its roster.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.classroom.cells import moment
from game.classroom.scene_facts import Facts
from game.records.class_attempts import Attempt, Mark
from game.records.class_database import Connection
from game.records.class_statements import Statement, add_statement, known

NAMESPACE = uuid.UUID("7b0f6f6e-7f0e-5c1e-9d55-0d3f1c3b8a21")
ADL, PROFILE = "http://adlnet.gov/expapi", "https://w3id.org/xapi/seriousgames"
SIMULATION, DIALOGUE = f"{ADL}/activities/simulation", f"{PROFILE}/activity-types/dialog-tree"
VERBS = {
    "initialized": (f"{ADL}/verbs/initialized", "initialized", "开始"),
    "completed": (f"{ADL}/verbs/completed", "completed", "完成"),
    "passed": (f"{ADL}/verbs/passed", "passed", "达标"),
    "failed": (f"{ADL}/verbs/failed", "did not pass", "未达标"),
    "selected": ("https://w3id.org/xapi/adb/verbs/selected", "selected", "选择"),
    "voided": (f"{ADL}/verbs/voided", "voided", "作废"),
}
VOIDABLE = ("completed", "passed", "failed")


@dataclass(frozen=True, slots=True)
class Statements:
    """How an installation speaks to a learning record store.

    Attributes:
        installation: its id.
        roster: whether the actor is the roster's key where there is one; otherwise a name that says nothing.
        choices: whether every line said is a statement too.
        home: where ids of this installation begin, an address that need not answer.
    """

    installation: str
    roster: bool = False
    choices: bool = False
    home: str = "https://rapport.example"

    def noted(self, connection: Connection, attempt: Attempt, mark: Mark) -> int:
        """Put the statements of a marked attempt into the outbox, in the transaction that writes the mark.

        Returns:
            how many were new.
        """
        facts = Facts.of(connection, attempt)
        told = {
            "initialized": self._begun(facts, attempt, mark),
            "completed": self._ended(facts, attempt, mark, "completed"),
        }
        verdict = "passed" if mark.passed else "failed"
        told[verdict] = self._ended(facts, attempt, mark, verdict)
        if self.choices:
            moves = mark.details.get("moves", ())
            told |= {
                f"selected/{at}": self._chosen(facts, attempt, mark, at, len(moves))
                for at in range(len(moves))
            }
        return sum(self._put(connection, attempt, name, plain) for name, plain in told.items())

    def withdrawn(self, connection: Connection, attempt: Attempt, at: int) -> int:
        """Void what was said of an attempt that a trainer took back; how many statements were new."""
        ids = {verb: self.id(attempt, verb) for verb in VOIDABLE}
        there = known(connection, list(ids.values()))
        return sum(
            self._put(
                connection,
                attempt,
                f"voided/{verb}",
                {
                    "id": self.id(attempt, f"voided/{verb}"),
                    "actor": self._account("trainer"),
                    "verb": _verb("voided"),
                    "object": {"objectType": "StatementRef", "id": said},
                    "timestamp": moment(at),
                },
            )
            for verb, said in ids.items()
            if said in there
        )

    def id(self, attempt: Attempt, name: str) -> str:
        """The id of the statement that says this of an attempt."""
        return str(uuid.uuid5(NAMESPACE, f"{self.installation}/{attempt.id}/{name}"))

    def _begun(self, facts: Facts, attempt: Attempt, mark: Mark) -> dict[str, Any]:
        took = mark.details.get("took")
        began = attempt.received_at - 100 * took if isinstance(took, int) else attempt.received_at
        return self._statement(facts, attempt, "initialized", began)

    def _ended(self, facts: Facts, attempt: Attempt, mark: Mark, verb: str) -> dict[str, Any]:
        plain = self._statement(facts, attempt, verb, attempt.received_at)
        took = mark.details.get("took")
        stages = mark.details.get("stages", {})
        plain["result"] = {
            "score": {"scaled": mark.score / 1000, "raw": mark.score, "min": 0, "max": 1000},
            "success": mark.passed,
            "completion": True,
            **({"duration": lasted(took)} if isinstance(took, int) else {}),
            "extensions": {
                self._term("ending"): mark.details.get("ending") or "",
                self._term("stage"): mark.stage,
                self._term("insight"): mark.insight,
                self._term("would-recommend"): mark.nps,
                self._term("stages"): {name: share(points) for name, points in stages.items()},
                self._term("replay"): {
                    "fingerprint": facts.package.fingerprint,
                    "package-sha256": facts.package.sha,
                    "transcript-sha256": attempt.sha,
                    "verified": True,
                },
            },
        }
        return plain

    def _chosen(self, facts: Facts, attempt: Attempt, mark: Mark, at: int, count: int) -> dict[str, Any]:
        plain = self._statement(facts, attempt, "selected", attempt.received_at, f"/{at}")
        beat = (list(mark.details.get("beats", ())) + [""] * count)[at]
        plain["object"] = {
            "objectType": "Activity",
            "id": f"{self._activity(facts)}/beats/{beat}",
            "definition": {"type": DIALOGUE},
        }
        plain["result"] = {
            "response": mark.details["moves"][at],
            "extensions": {f"{PROFILE}/extensions/progress": round((at + 1) / count, 4)},
        }
        return plain

    def _statement(
        self, facts: Facts, attempt: Attempt, verb: str, at: int, suffix: str = ""
    ) -> dict[str, Any]:
        """What every statement about an attempt has."""
        names = {
            _LANGUAGES[code]: title for code, title in facts.package.titles.items() if code in _LANGUAGES
        }
        key = facts.seat.roster_key if self.roster else None
        session = facts.session
        registration = uuid.uuid5(
            NAMESPACE, f"{self.installation}/{session.id}/{facts.seat.id}/{facts.round.id}"
        )
        context: dict[str, Any] = {
            "registration": str(registration),
            "platform": "Rapport",
            "language": _LANGUAGES.get(session.language, "en-US"),
            "instructor": self._account("trainer"),
            "contextActivities": {
                "parent": [
                    {
                        "objectType": "Activity",
                        "id": f"{self.home}/xapi/sessions/{session.id}",
                        "definition": {
                            "type": f"{ADL}/activities/meeting",
                            "name": {_LANGUAGES.get(session.language, "en-US"): session.title},
                        },
                    }
                ],
                "category": [
                    {
                        "objectType": "Activity",
                        "id": PROFILE,
                        "definition": {"type": f"{ADL}/activities/profile"},
                    }
                ],
            },
            "extensions": {self._term("attempt"): attempt.number, self._term("mode"): facts.round.mode},
        }
        if facts.seat.team:
            context["team"] = {
                "objectType": "Group",
                "name": facts.seat.team,
                "account": self._account(f"{session.id}/{facts.seat.team}")["account"],
            }
        return {
            "id": self.id(attempt, verb + suffix),
            "actor": self._account(key or f"seat-{facts.seat.id}"),
            "verb": _verb(verb),
            "object": {
                "objectType": "Activity",
                "id": self._activity(facts),
                "definition": {"type": SIMULATION, "name": names},
            },
            "context": context,
            "timestamp": moment(at),
        }

    def _activity(self, facts: Facts) -> str:
        """The scenario in the version that was played."""
        return f"{self.home}/xapi/scenarios/{facts.package.scenario}/versions/{facts.package.fingerprint}"

    def _account(self, name: str) -> dict[str, Any]:
        return {
            "objectType": "Agent",
            "account": {"homePage": f"{self.home}/installations/{self.installation}", "name": name},
        }

    def _term(self, name: str) -> str:
        return f"{self.home}/xapi/ext/{name}"

    def _put(self, connection: Connection, attempt: Attempt, name: str, plain: Mapping[str, Any]) -> bool:
        body = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
        return add_statement(
            connection, Statement(self.id(attempt, name), attempt.session_id, attempt.id, body)
        )


_LANGUAGES = {"en": "en-US", "zh": "zh-CN"}


def lasted(tenths: int) -> str:
    """Tenths of a second as an ISO 8601 duration, for example `PT4M12.5S`."""
    minutes, rest = divmod(tenths, 600)
    seconds = f"{rest // 10}.{rest % 10}S"
    return f"PT{minutes}M{seconds}" if minutes else f"PT{seconds}"


def share(points: tuple[int, int]) -> float:
    """Points earned of those possible, 0..1."""
    earned, possible = points
    return round(earned / possible, 4) if possible else 0.0


def _verb(name: str) -> dict[str, Any]:
    address, english, chinese = VERBS[name]
    return {"id": address, "display": {"en-US": english, "zh-CN": chinese}}
