"""Inbound messages as stored: JSON text and back."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

import orjson

from domain.inbound import Address, FileRef, Inbound, InboundKind


def inbound_to_json(inbound: Inbound) -> str:
    """Returns the inbound as JSON text without its empty fields."""
    fields = {name: value for name, value in asdict(inbound).items() if value not in ("", None)}
    return orjson.dumps(fields).decode()


def inbound_from_json(stored: str) -> Inbound:
    """Returns the inbound that `inbound_to_json` stored."""
    fields: dict[str, Any] = orjson.loads(stored)
    fields["address"] = Address(**fields["address"])
    fields["kind"] = InboundKind(fields["kind"])
    fields["sent_at"] = datetime.fromisoformat(fields["sent_at"])
    if "file" in fields:
        fields["file"] = FileRef(**fields["file"])
    return Inbound(**fields)
