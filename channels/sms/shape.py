"""The shape of an SMS gateway: where it is called, with which fields, what its answers mean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from web.hosts import LOOPBACK

_BLANK = re.compile(r"\{(\w+)\}")
# What a field may name; `phone` is 0912345678, `dialled` 84912345678, `id` the same when a
# message is sent again.
BLANKS = frozenset(("key", "secret", "sender", "phone", "dialled", "text", "id", "callback"))
_CONDITION = re.compile(r"(>=|=)")
_LONGEST_NUMBER = 10


def _check(condition: str) -> str:
    path, sign, value = (*_CONDITION.split(condition, maxsplit=1), "", "")[:3]
    if not (path.strip() and sign) or (sign == ">=" and not value.strip().isdecimal()):
        raise ValueError(f"{condition!r} is not written as path=value or path>=number")
    return condition


Conditions = list[Annotated[str, AfterValidator(_check)]]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SendShape(_Part):
    """The call that sends one message."""

    url: str
    method: Literal["POST", "GET"] = "POST"
    body: Literal["json", "form", "query"] = "json"
    fields: dict[str, Any]
    headers: dict[str, str] = {}
    user: str = ""
    password: str = ""

    @field_validator("url")
    @classmethod
    def _check_url(cls, value: str) -> str:
        parts = urlsplit(value)
        is_safe = parts.scheme == "https" or parts.hostname in LOOPBACK
        if parts.scheme not in ("http", "https") or not parts.hostname or not is_safe:
            raise ValueError("must begin with https://")
        return value

    @field_validator("fields", "headers", "user", "password")
    @classmethod
    def _check_blanks(cls, value: object) -> object:
        if unknown := sorted(set(_blanks(value)) - BLANKS):
            raise ValueError(f"unknown {{{unknown[0]}}}; known are {', '.join(sorted(BLANKS))}")
        return value


class AnswerShape(_Part):
    """What the gateway answers to a call, as conditions of which any is enough.

    `gone` says that no such number exists, `spent` that nothing is left to pay with; `id` and
    `cost` are where the message's number and its price in đồng stand, "" for nowhere.
    """

    taken: Conditions = Field(min_length=1)
    gone: Conditions = []
    spent: Conditions = []
    id: str = ""
    cost: str = ""


class ReportShape(_Part):
    """What the gateway calls back with once it knows whether a message arrived."""

    id: str
    delivered: Conditions = Field(min_length=1)
    failed: Conditions = []
    cost: str = ""


class InboundShape(_Part):
    """What the gateway calls back with when somebody has sent a message."""

    phone: str
    text: str
    id: str = ""
    only: Conditions = []


class GatewayShape(_Part):
    """A whole gateway; without `inbound` nothing can be sent to the bot."""

    send: SendShape
    answer: AnswerShape
    report: ReportShape | None = None
    inbound: InboundShape | None = None


def fill(value: object, blanks: Mapping[str, str]) -> Any:  # noqa: ANN401 - JSON
    """Returns a value of the shape with its blanks filled in, however deep they stand."""
    if isinstance(value, str):
        return _BLANK.sub(lambda found: blanks[found[1]], value)
    if isinstance(value, Mapping):
        return {name: fill(part, blanks) for name, part in value.items()}
    if isinstance(value, list):
        return [fill(part, blanks) for part in value]
    return value


def look_up(answer: object, path: str) -> str:
    """Returns what stands in an answer at a path such as "data.tranId"; "" for nothing."""
    for name in path.split("."):
        if isinstance(answer, list):
            answer = answer[0] if answer else None
        answer = answer.get(name) if isinstance(answer, Mapping) else None
    return "" if answer is None or isinstance(answer, Mapping | list) else str(answer)


def is_any(answer: object, conditions: Sequence[str]) -> bool:
    """True when an answer meets one of the conditions."""
    return any(_meets(answer, condition) for condition in conditions)


def _meets(answer: object, condition: str) -> bool:
    path, sign, value = _CONDITION.split(condition, maxsplit=1)
    found, wanted = look_up(answer, path.strip()), value.strip()
    if sign == ">=":
        return found.isdecimal() and len(found) < _LONGEST_NUMBER and int(found) >= int(wanted)
    return found == wanted


def read_cost(answer: object, path: str) -> int:
    """Returns a price in đồng, 0 where none stands; "470.0000" is 470."""
    whole = look_up(answer, path).partition(".")[0] if path else ""
    return int(whole) if whole.isdecimal() and len(whole) < _LONGEST_NUMBER else 0


def _blanks(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _BLANK.findall(value)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _blanks(part)
    elif isinstance(value, list):
        for part in value:
            yield from _blanks(part)
