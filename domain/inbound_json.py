"""Inbound messages as stored: JSON text and back."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from typing import Any

import orjson

from domain.inbound import Address, FileRef, Inbound, InboundKind

_USUAL = {field.name: field.default for field in fields(Inbound)}


def inbound_to_json(inbound: Inbound, *, but: Collection[str] = ()) -> str:
    """Returns the inbound as JSON text, without what is as usual and the fields in `but`."""
    values = ((name, getattr(inbound, name)) for name in _USUAL if name not in but)
    return orjson.dumps({name: value for name, value in values if value != _USUAL[name]}).decode()


def inbound_from_json(stored: str, **known: Any) -> Inbound:  # noqa: ANN401 - any field's value
    """Returns the inbound that `inbound_to_json` stored, with what is `known` from elsewhere."""
    found: dict[str, Any] = orjson.loads(stored) | known
    if isinstance(found["address"], dict):
        found["address"] = Address(**found["address"])
    found["kind"] = InboundKind(found["kind"])
    found["sent_at"] = datetime.fromisoformat(found["sent_at"])
    if "file" in found:
        found["file"] = FileRef(**found["file"])
    return Inbound(**found)
