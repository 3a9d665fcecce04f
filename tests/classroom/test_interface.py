"""The interface as a document, the self-check, and what a trainer takes home."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest

from game.classroom.openapi import described
from game.classroom.roster_files import BadRoster, roster_from
from tests.classroom.conftest import Class


def test_the_document_describes_every_address(room: Class) -> None:
    told = room.http.get("/api/v1/openapi.json").json()
    assert told == json.loads(json.dumps(described()))
    assert told["openapi"].startswith("3.1")
    paths = told["paths"]
    extend = "/api/v1/trainer/sessions/{session}/rounds/{round}/extend"
    for path in ("/api/v1/join", "/api/v1/attempts", extend):
        body = paths[path]["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        schema = told["components"]["schemas"][body.rpartition("/")[2]]
        assert schema["additionalProperties"] is False
    identifiers = [op["operationId"] for path in paths.values() for op in path.values()]
    assert len(identifiers) == len(set(identifiers))
    references = set(_references(told))
    assert references <= {f"#/components/schemas/{name}" for name in told["components"]["schemas"]}


def _references(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [str(node["$ref"])] if "$ref" in node else []
        return own + [each for value in node.values() for each in _references(value)]
    if isinstance(node, list):
        return [each for value in node for each in _references(value)]
    return []


def test_U10_the_self_check_says_what_it_knows_in_both_languages(room: Class) -> None:
    told = room.http.get("/api/v1/check").json()
    assert told["addresses"][0]["url"] == "http://10.0.0.5:8765"
    for finding in told["findings"]:
        assert isinstance(finding["ok"], bool)
        assert finding["message"]["en"]
        assert finding["message"]["zh"]


def test_exports_in_both_editions(room: Class) -> None:
    one, anna = room.round()["id"], room.join("Anna")
    anna.play(one)
    for kind in ("csv", "jsonl", "moodle.csv", "xlsx"):
        for edition in ("public", "full"):
            found = room.http.get(f"{room.base}/export.{kind}?board={edition}", headers=room.head)
            assert found.status_code == 200, (kind, found.text)
            assert edition in found.headers["content-disposition"]
            if kind == "xlsx":
                assert openpyxl.load_workbook(io.BytesIO(found.content)).sheetnames
            else:
                assert b"Anna" in found.content
    assert room.http.get(f"{room.base}/export.exe", headers=room.head).status_code == 404


def test_T24_one_person_is_told_what_is_known_and_then_forgotten(room: Class) -> None:
    room.done("roster", {"entries": [{"key": "E-17", "name": "Anna Schmidt"}]})
    one, anna = room.round()["id"], room.join("Kestrel", roster="E-17")
    mark = anna.play(one)
    assert room.get(f"seats/{anna.seat}/person")["name"] == "Kestrel"
    room.done(f"seats/{anna.seat}/erase")
    assert room.http.get("/api/v1/state", headers=anna.head).status_code == 401
    assert "Kestrel" not in json.dumps(room.get())
    assert "Kestrel" not in json.dumps(room.board())
    assert mark["score"] is not None
    assert room.get("roster")["entries"] == []
    for file in room.folder.glob("classes.sqlite*"):
        kept = file.read_bytes()
        assert b"Kestrel" not in kept
        assert b"Schmidt" not in kept
        assert anna.token.encode() not in kept


def test_the_outbox_is_shown(room: Class) -> None:
    assert room.get("statements") == {"sent": 0, "waiting": 0, "dead": [], "stopped": None}
    assert room.done("statements/retry") == {"again": 0}


CSV = "Team;Name;Employee\nNorth;Anna Schmidt;E-17\nSouth;李娜;E-18\n"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_class_lists_in_the_dialects_of_spreadsheets(coding: str) -> None:
    found = roster_from(CSV.encode(coding))
    assert found == {
        "E-17": {"name": "Anna Schmidt", "team": "North"},
        "E-18": {"name": "李娜", "team": "South"},
    }


def test_a_class_list_without_heads_and_as_a_workbook(room: Class) -> None:
    assert roster_from(b"17,Anna\n18,Berta\n")["17"] == {"name": "Anna"}
    book, page = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["工号", "姓名"])
    sheet.append([17, "李娜"])
    book.save(page)
    told = room.http.post(f"{room.base}/roster-file", content=page.getvalue(), headers=room.head)
    assert told.json()["entries"] == 1
    assert room.join("Kestrel", roster="17").name == "Kestrel"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rubbish", b"key,name\n,Anna\n", b"a,1\na,2\n"])
def test_what_is_no_class_list_is_refused(data: bytes) -> None:
    with pytest.raises(BadRoster):
        roster_from(data)


def test_a_trainer_takes_back_what_was_done_last(room: Class) -> None:
    one, anna = room.round()["id"], room.join("Anna")
    mark = anna.play(one)
    room.done(f"attempts/{mark['id']}/withdraw")
    room.done(f"seats/{anna.seat}/ban")
    room.done("dim")
    room.done(f"rounds/{one}/close")
    room.done("close")
    told = [room.done("undo") for _ in range(5)]
    assert [each["said"] for each in told][:1] == ["The class was closed."]
    assert told[3]["said"] == "Anna was banned."
    undone = [each["undone"] for each in told]
    assert undone == ["class-closed", "round-closed", "dimmed", "seat-ban", "attempt-withdrawn"]
    shown = room.get()
    assert shown["session"]["state"] == "open"
    assert shown["session"]["dimmed"] is False
    assert shown["rounds"][0]["state"] == "open"
    assert shown["seats"][0]["state"] == "seated"
    assert room.board()["rows"][0]["score"] == mark["score"]
    assert room.post("undo").status_code == 409


def test_nothing_is_begun_in_a_break(room: Class) -> None:
    one, anna = room.round()["id"], room.join("Anna")
    room.done("pause")
    assert anna.begin(one).status_code == 409
    room.done("resume")
    assert anna.begin(one).status_code == 200
