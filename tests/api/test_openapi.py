"""The description is right, every answer is as it says, and things are only added to it."""

import json
from pathlib import Path
from typing import Any

import pytest
from httpx import Response
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from api.openapi import describe_api
from documents.tables.columns import SheetName
from operations.api.reading import RESOURCES
from tests.api.reader import FIGURES_ONLY, Server
from tests.directory import Commune

# What other systems were told; run this file as a module to write it after an addition.
KEPT = Path(__file__).parent / "openapi_v1.json"


async def test_every_answer_is_as_the_description_says(house: Server, commune: Commune) -> None:
    described = (await house.client.get("/api/v1/openapi.json")).json()
    validate(described)
    full = await house.give(commune.staff, commune.commune.id)
    narrow = await house.give(commune.staff, commune.commune.id, classes=FIGURES_ONLY)
    for name in RESOURCES:
        check(described, name, await full.get(f"{name}?period=2026-11"))
    for name in (SheetName.REPORTS, SheetName.ATTENDANCE, SheetName.DIFFICULTIES):
        check(described, name, await narrow.get(f"{name}?period=2026-11"))
    check(described, "reports", await full.get("reports?area=999", status=404))
    check(described, "reports", await full.get("reports?limit=0", status=400))
    check(described, "reports", await house.client.get("/api/v1/reports"))


def check(described: dict[str, Any], name: str, answer: Response) -> None:
    responses = described["paths"][f"/{name}"]["get"]["responses"]
    content = responses[str(answer.status_code)]["content"]
    schema = content[answer.headers["content-type"]]["schema"]
    whole = {**schema, "components": described["components"]}
    errors = list(Draft202012Validator(whole).iter_errors(answer.json()))
    assert errors == [], name


def test_what_others_were_told_still_holds() -> None:
    told, now = json.loads(KEPT.read_text("utf-8")), describe()
    assert list(missing(told, now)) == []
    assert list(missing(now, told)) == [], "add what is new: python -m tests.api.test_openapi"


@pytest.mark.parametrize("lost", ["type", "enum"])
def test_what_is_taken_away_is_found(lost: str) -> None:
    told = {"row": {"type": ["integer", "null"], "enum": [1, 2]}}
    assert list(missing(told, {"row": {"type": ["integer", "null"], "enum": [1, 2, 3]}})) == []
    changed = {"row": {**told["row"], lost: ["string"]}}
    assert list(missing(told, changed))
    assert list(missing(told, {}))


def describe() -> dict[str, Any]:
    """The description without the words, which may be put better at any time."""
    described: dict[str, Any] = without_words(json.loads(json.dumps(describe_api())))
    return described


def without_words(value: Any) -> Any:
    if isinstance(value, list):
        return [without_words(item) for item in value]
    if not isinstance(value, dict):
        return value
    words = {"description", "summary", "title"}
    return {
        name: without_words(item)
        for name, item in value.items()
        if not (name in words and isinstance(item, str))
    }


def missing(told: Any, now: Any, way: str = "") -> Any:
    """What was told and is no more, or is otherwise."""
    if isinstance(told, dict):
        for name, value in told.items():
            if not isinstance(now, dict) or name not in now:
                yield f"{way}/{name}"
            else:
                yield from missing(value, now[name], f"{way}/{name}")
    elif isinstance(told, list):
        known = [json.dumps(item, sort_keys=True) for item in now] if isinstance(now, list) else []
        named = {item["name"]: item for item in now if isinstance(item, dict) and "name" in item}
        for item in told:
            if isinstance(item, dict) and item.get("name") in named:
                yield from missing(item, named[item["name"]], f"{way}/{item['name']}")
            elif json.dumps(item, sort_keys=True) not in known:
                yield f"{way}: {item}"
    elif told != now:
        yield f"{way}: {told} is {now}"


if __name__ == "__main__":
    KEPT.write_text(json.dumps(describe(), indent=1, sort_keys=True) + "\n", "utf-8")
