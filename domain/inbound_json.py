"""Inbound messages as stored: JSON text and back."""

from dataclasses import fields
from datetime import datetime
from typing import Any

import orjson

from domain.inbound import Address, FileRef, Inbound, InboundKind

_NAMES = tuple(field.name for field in fields(Inbound))


def inbound_to_json(inbound: Inbound) -> str:
    """Returns the inbound as JSON text without its empty fields."""
    values = ((name, getattr(inbound, name)) for name in _NAMES)
    return orjson.dumps(
        {name: value for name, value in values if value not in ("", None)}
    ).decode()


def inbound_from_json(stored: str) -> Inbound:
    """Returns the inbound that `inbound_to_json` stored."""
    found: dict[str, Any] = orjson.loads(stored)
    found["address"] = Address(**found["address"])
    found["kind"] = InboundKind(found["kind"])
    found["sent_at"] = datetime.fromisoformat(found["sent_at"])
    if "file" in found:
        found["file"] = FileRef(**found["file"])
    return Inbound(**found)
