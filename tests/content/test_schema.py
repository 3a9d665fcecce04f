"""The JSON Schema for editors knows every field and every closed word."""

from __future__ import annotations

import json
from typing import Any

import yaml

from game.authoring.respelling import in_language
from game.content import looks
from game.content.aliases import translated
from game.content.chinese_schema import chinese_schema
from game.content.conditions import condition
from game.content.schema import json_schema
from game.content.schema_notes import WHOLE, field_notes
from game.content.source import Source
from game.language.locale import Locale
from tests.content.readings import HERE, ROOT
from tests.content.test_scenario_reader import FULL


def test_it_is_plain_json_and_names_every_field() -> None:
    schema = json.loads(json.dumps(json_schema()))
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == {"rapport", "id", "title", "customer", "beats", "endings"}
    line = schema["$defs"]["Line"]["properties"]
    assert {"asks-about", "does", "delivery", "note", "thoughts"} <= set(line)
    assert set(schema["$defs"]["Message"]["properties"]) == {"from", "en", "zh"}
    assert schema["$defs"]["Looks"]["properties"]["hair"]["enum"] == list(looks.HAIRS)


def fits(schema: dict[str, Any], whole: dict[str, Any], value: object) -> list[str]:
    """What of a value its schema does not know; only what this test needs of JSON Schema."""
    if "$ref" in schema:
        return fits(whole["$defs"][schema["$ref"].rpartition("/")[2]], whole, value)
    if "anyOf" in schema:
        return min((fits(one, whole, value) for one in schema["anyOf"]), key=len)
    if isinstance(value, dict):
        if schema.get("type") != "object":
            return ["fields"]
        known = schema.get("properties", {})
        patterns = schema.get("patternProperties", {})
        rest = next(iter(patterns.values()), schema.get("additionalProperties", False))
        faults = [f"missing {name}" for name in schema.get("required", ()) if name not in value]
        for name, item in value.items():
            if name in known:
                faults += fits(known[name], whole, item)
            elif isinstance(rest, dict):
                faults += fits(rest, whole, item)
            elif not rest:
                faults.append(f"unknown {name}")
        return faults
    if isinstance(value, list):
        if schema.get("type") != "array":
            return ["a list"]
        return [fault for item in value for fault in fits(schema["items"], whole, item)]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{value} is none of {schema['enum']}"]
    if "const" in schema:
        return [] if value == schema["const"] else ["another constant"]
    kinds = {"integer": int, "boolean": bool, "string": str}
    wanted = kinds.get(schema.get("type", ""), object)
    return (
        []
        if isinstance(value, wanted) and "properties" not in schema
        else [f"{value!r} is no {schema.get('type')}"]
    )


def test_what_the_reader_takes_fits_it_as_editors_read_it() -> None:
    schema = json_schema()
    small = (ROOT / "scenarios" / "examples" / "smallest.yaml").read_text(encoding="utf-8")
    for text in ((HERE / "ten-minutes.yaml").read_text(encoding="utf-8"), small, FULL):
        newer = text.replace("start: 9:40", "start: '9:40'").replace(
            " on: ", " 'on': "
        )  # as YAML 1.2 reads it
        assert fits(schema, schema, yaml.safe_load(newer)) == []


def test_the_chinese_schema_takes_what_the_formatter_writes() -> None:
    schema = json.loads(json.dumps(chinese_schema()))
    assert {"节拍", "客户", "标题"} <= set(schema["required"])
    assert "浅色" in schema["$defs"]["Looks"]["properties"]["肤色"]["enum"]
    line = schema["$defs"]["Line"]["properties"]
    assert "倾听" in line["战术"]["items"]["anyOf"][0]["enum"]
    for example in line["当"]["items"]["examples"]:
        condition(translated(example))
    files = [HERE / "ten-minutes.yaml", *(ROOT / "scenarios").rglob("*.yaml")]
    for path in files:
        text = path.read_text(encoding="utf-8")
        if ".paths" in path.name:
            continue
        newer = in_language(Source("a.yaml", text), Locale.ZH).text
        value = yaml.load(newer, yaml.BaseLoader)
        faults = fits(schema, schema, numbered(value))
        assert faults == [], (path.name, faults[:3])


def numbered(value: object) -> object:
    """Plain data with whole numbers as an editor reads them."""
    if isinstance(value, dict):
        return {key: numbered(item) for key, item in value.items()}
    if isinstance(value, list):
        return [numbered(item) for item in value]
    return int(value) if isinstance(value, str) and value.lstrip("-").isdecimal() else value


def parts_of(schema: dict[str, Any]) -> dict[str, list[str]]:
    """The fields of every part."""
    found = {}
    for name, part in {WHOLE: schema, **schema["$defs"]}.items():
        model = part if "properties" in part else part["anyOf"][1]
        found[name] = list(model["properties"])
    return found


def test_every_field_is_explained_in_both_languages_and_nothing_else_is() -> None:
    notes = field_notes()
    parts = parts_of(json_schema())
    for part, fields in parts.items():
        for field in fields:
            note = notes.get(part, {}).get(field) or notes["words"].get(field)
            assert note and note["en"] and note["zh"], (part, field)
    for part, told in notes.items():
        if part != "words":
            assert set(told) <= set(parts[part]), part


def test_editors_are_offered_tactics_and_conditions_with_their_meaning() -> None:
    schema = json_schema()
    line = schema["$defs"]["Line"]["properties"]
    tactics = line["does"]["items"]["anyOf"][0]
    assert dict(zip(tactics["enum"], tactics["enumDescriptions"], strict=True))["listen"].endswith("倾听")
    hovers = dict(zip(tactics["enum"], tactics["enumDescriptions"], strict=True))
    assert "counts as an offer" in hovers["trial"]
    assert "算提请求" in hovers["ask-commitment"]
    for example in line["when"]["items"]["examples"]:
        condition(example)
    for example in schema["$defs"]["Criterion"]["properties"]["when"]["items"]["examples"]:
        condition(example, criterion=True)
    for example in schema["$defs"]["Epilogue"]["properties"]["when"]["items"]["examples"]:
        condition(example, epilogue=True)
    delivery = line["delivery"]["items"]
    assert len(delivery["enumDescriptions"]) == len(delivery["enum"])
    assert line["craft"]["description"].splitlines()[0].startswith("How well")
