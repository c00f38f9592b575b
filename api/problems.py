"""Answers that say what is wrong, as RFC 9457 has them."""

from collections.abc import Mapping

import orjson
from starlette.responses import Response

MIME = "application/problem+json"
_CHALLENGE = {"WWW-Authenticate": 'Basic realm="sinhhoat", charset="UTF-8", Bearer'}


class Problem(Exception):
    """What keeps a request from being answered; `api-problem-NAME` says it in words."""

    def __init__(
        self,
        name: str,
        status: int,
        *,
        headers: Mapping[str, str] | None = None,
        **facts: str | int,
    ) -> None:
        super().__init__(name)
        self.name = name
        self.status = status
        self.headers = headers
        self.facts = facts


def say_problem(
    name: str, status: int, words: str, *, headers: Mapping[str, str] | None = None
) -> Response:
    """Returns an answer that says what is wrong."""
    content = {"type": f"urn:sinhhoat:problem:{name}", "title": words, "status": status}
    return Response(orjson.dumps(content), status, headers=headers, media_type=MIME)


def unknown_token() -> Problem:
    """Returns that a token is missing or does not work."""
    return Problem("token", 401, headers=_CHALLENGE)


def too_many(seconds: int) -> Problem:
    """Returns that somebody is to wait."""
    return Problem("too-many", 429, headers={"Retry-After": str(seconds)}, seconds=seconds)


def bad_parameter(name: str, value: str) -> Problem:
    """Returns that a parameter has a value that it cannot have."""
    return Problem("parameter", 400, parameter=name, value=value[:80])


def unknown_parameter(name: str) -> Problem:
    """Returns that there is no such parameter here."""
    return Problem("no-parameter", 400, parameter=name[:80])
