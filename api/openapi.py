"""Describes the API as OpenAPI has it, from the same columns and parameters that it works by."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import orjson

from api.asking import list_parameters
from documents.tables.columns import TABLES, SheetName, TableColumn, ValueKind
from operations.api.reading import MOST_ROWS, RESOURCES
from texts import label

_LANGUAGE = "en"
_TYPES: Mapping[ValueKind, Mapping[str, Any]] = {
    ValueKind.TEXT: {"type": ["string", "null"]},
    ValueKind.CODE: {"type": ["string", "null"]},
    ValueKind.COUNT: {"type": ["integer", "null"]},
    ValueKind.NUMBER: {"type": ["number", "null"]},
    ValueKind.DAY: {"type": ["string", "null"], "format": "date"},
    ValueKind.MOMENT: {"type": ["string", "null"], "format": "date-time"},
    ValueKind.FLAG: {"type": ["boolean", "null"]},
}
_PROBLEMS = {
    "400": "api-problem-request",
    "401": "api-problem-token",
    "403": "api-one-by-one",
    "404": "api-problem-not-found",
    "429": "api-openapi-too-many",
    "503": "api-problem-unavailable",
}
_PROBLEM = {"$ref": "#/components/schemas/problem"}


@cache
def write_description() -> bytes:
    """Returns the description as JSON: it is the same for everybody, and anybody may ask."""
    return orjson.dumps(describe_api())


def describe_api() -> dict[str, Any]:
    """Returns the description of the API; its addresses lie beside it."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _words("title"),
            "version": "1",
            "description": _words("about"),
        },
        "servers": [{"url": "."}],
        "security": [{"bearer": []}, {"basic": []}],
        "paths": {f"/{name}": _describe_path(name) for name in RESOURCES},
        "components": {
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "basic": {"type": "http", "scheme": "basic", "description": _words("basic")},
            },
            "schemas": {
                "problem": _describe_problem(),
                **{str(name): _describe_row(TABLES[name]) for name in RESOURCES},
            },
        },
    }


def _words(key: str) -> str:
    return label(f"api-openapi-{key}", _LANGUAGE)


def _describe_path(name: SheetName) -> dict[str, Any]:
    problems = {
        status: {
            "description": label(key, _LANGUAGE),
            "content": {"application/problem+json": {"schema": _PROBLEM}},
        }
        for status, key in _PROBLEMS.items()
    }
    return {
        "get": {
            "operationId": f"read_{name}",
            "summary": label(f"sheet-name-{name}", _LANGUAGE),
            "parameters": [
                {
                    "name": parameter.name,
                    "in": "query",
                    "description": _words(parameter.name),
                    "schema": dict(parameter.schema),
                }
                for parameter in list_parameters(name)
            ],
            "responses": {
                "200": {
                    "description": _words("rows"),
                    "headers": {"ETag": {"schema": {"type": "string"}}},
                    "content": {
                        "application/json": {"schema": _describe_answer(name)},
                        "text/csv": {"schema": {"type": "string"}},
                    },
                },
                "304": {"description": _words("same")},
                **problems,
            },
        }
    }


def _describe_answer(name: SheetName) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}
    return {
        "type": "object",
        "required": ["data", "next", "as_of", "version"],
        "properties": {
            "data": {**rows, "maxItems": MOST_ROWS},
            "next": {"type": ["string", "null"], "format": "uri", "description": _words("next")},
            "as_of": {"type": "string", "format": "date", "description": _words("as_of")},
            "version": {"type": ["integer", "null"], "description": _words("figures-version")},
        },
    }


def _describe_row(columns: tuple[TableColumn, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": [column.id for column in columns],
        "properties": {
            column.id: {
                **_TYPES[column.kind],
                "description": label(f"sheet-note-{column.named or column.id}", _LANGUAGE),
                "x-class": column.shown.value,
            }
            for column in columns
        },
    }


def _describe_problem() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["type", "title", "status"],
        "properties": {
            "type": {"type": "string", "format": "uri"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
        },
    }
