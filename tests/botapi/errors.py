"""How a call is refused, with Telegram's own words."""

from typing import Any


class ApiError(Exception):
    """A refusal; `fault` marks a call that no well-made client ever sends."""

    def __init__(
        self,
        code: int,
        description: str,
        *,
        fault: bool = False,
        parameters: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.fault = fault
        self.parameters = parameters


def refused(reason: str, **parameters: int) -> ApiError:
    """A 400 that depends on the state of the chat."""
    return ApiError(400, f"Bad Request: {reason}", parameters=parameters or None)


def malformed(reason: str) -> ApiError:
    """A 400 that the client brought upon itself, in any state."""
    return ApiError(400, f"Bad Request: {reason}", fault=True)


def forbidden(reason: str) -> ApiError:
    """A 403."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """A 409."""
    return ApiError(409, f"Conflict: {reason}")


def too_many(seconds: int) -> ApiError:
    """A 429 that asks for a pause."""
    return ApiError(
        429,
        f"Too Many Requests: retry after {seconds}",
        parameters={"retry_after": seconds},
    )
