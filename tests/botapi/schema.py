"""Parameters of a call, held against the Bot API's own description (schema.json)."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from tests.botapi.errors import malformed

_SPEC: dict[str, Any] = json.loads((Path(__file__).parent / "schema.json").read_text("utf-8"))
UPDATE_KINDS = frozenset[str](_SPEC["updates"])
METHODS: dict[str, dict[str, Any]] = _SPEC["methods"]
_TYPES: dict[str, dict[str, Any]] = _SPEC["types"]
_BOOLEANS = {"true": True, "false": False, "1": True, "0": False}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file part of a multipart call."""

    name: str
    mime: str
    data: bytes


class _WrongError(Exception):
    pass


def read_parameters(method: str, raw: dict[str, Any], *, form: bool) -> dict[str, Any]:
    """The typed parameters of a call; anything unknown, missing or of a wrong type is refused."""
    attached = _attached(raw)
    own = {name: value for name, value in raw.items() if name not in attached}
    try:
        parameters = _fields(METHODS[method], own, method, form=form)
    except _WrongError as wrong:
        raise malformed(str(wrong)) from wrong
    return parameters | {"_files": {name: raw[name] for name in attached}}


def _attached(raw: dict[str, Any]) -> set[str]:
    named = {
        name
        for value in raw.values()
        if isinstance(value, str) and "attach://" in value
        for name in re.findall(r'attach://([^"\s]+)', value)
    }
    return {name for name in named if isinstance(raw.get(name), Upload)}


def _fields(
    spec: dict[str, Any], raw: dict[str, Any], where: str, *, form: bool
) -> dict[str, Any]:
    if unknown := raw.keys() - spec.keys():
        raise _WrongError(f"{where} has no parameter {', '.join(sorted(unknown))}")
    for name, rule in spec.items():
        if rule.get("required") and name not in raw:
            raise _WrongError(f"{where} needs parameter {name}")
    return {
        name: _value(spec[name], value, f"{where}.{name}", form=form)
        for name, value in raw.items()
    }


def _value(rule: dict[str, Any], value: object, where: str, *, form: bool) -> object:
    complaints = []
    for kind in rule["types"]:
        try:
            found = _one(kind, value, where, form=form)
        except _WrongError as wrong:
            complaints.append(str(wrong))
        else:
            if "enum" in rule and found not in rule["enum"]:
                raise _WrongError(f"{where} must be one of {rule['enum']}, not {found!r}")
            return found
    raise _WrongError("; or ".join(complaints))


def _one(kind: str, value: object, where: str, *, form: bool) -> object:
    if kind in _SCALARS:
        return _scalar(kind, value, where, form=form)
    if form and isinstance(value, str):
        value = _json(value, where)
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            raise _WrongError(f"{where} must be an array")
        inner = {"types": [kind.removeprefix("Array of ")]}
        return [_value(inner, item, f"{where}[{i}]", form=False) for i, item in enumerate(value)]
    spec = _TYPES[kind]
    if "one_of" in spec:
        return _value({"types": spec["one_of"]}, value, where, form=False)
    if not isinstance(value, dict):
        raise _WrongError(f"{where} must be an object ({kind})")
    return _fields(spec["fields"], value, f"{where}({kind})", form=False)


def _json(text: str, where: str) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as wrong:
        raise _WrongError(f"{where} is no JSON: {wrong}") from wrong


_SCALARS: dict[str, type] = {
    "Integer": int,
    "Float": float,
    "Boolean": bool,
    "String": str,
    "InputFile": Upload,
}


def _scalar(kind: str, value: object, where: str, *, form: bool) -> object:
    if form and isinstance(value, str):
        if kind == "Integer" and re.fullmatch(r"-?\d{1,19}", value):
            return int(value)
        if kind == "Float" and re.fullmatch(r"-?\d+(\.\d+)?", value):
            return float(value)
        if kind == "Boolean" and value.lower() in _BOOLEANS:
            return _BOOLEANS[value.lower()]
    wanted = _SCALARS[kind]
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise _WrongError(f"{where} must be {kind}, not {str(value)[:60]!r}")
    return value
