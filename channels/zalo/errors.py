"""What Zalo's refusals mean for a delivery.

ZaloError           no answer that can be used
└── ZaloRefusal     the Bot Platform answered, but not with a result
TokenRejected       the token is wrong: nothing will ever work
"""

from http import HTTPStatus

from channels.delivery import AccountRejected, DeliveryError, QuotaSpent, Rejected, TryLater

_PAUSE = 5.0
_LATER = (
    # The Bot Platform's own words for 403 are "Internal server error".
    HTTPStatus.FORBIDDEN,
    HTTPStatus.REQUEST_TIMEOUT,
)


class ZaloError(Exception):
    """A call got no answer, or none that can be read."""


class ZaloRefusal(ZaloError):
    """An answer that is no result; `by_platform` is false for a server on the way to it."""

    def __init__(self, code: int, description: str, *, by_platform: bool = True) -> None:
        super().__init__(f"{code} {description}".strip())
        self.code = code
        self.by_platform = by_platform


class TokenRejected(AccountRejected):
    """Zalo does not know the token."""


def is_idle(error: ZaloError) -> bool:
    """Tells whether a poll merely ended without anything new."""
    return isinstance(error, ZaloRefusal) and error.code == HTTPStatus.REQUEST_TIMEOUT


def is_unset(error: ZaloError) -> bool:
    """Tells whether a question about the webhook failed because there never was one."""
    codes = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND)
    return isinstance(error, ZaloRefusal) and error.code in codes


def raise_if_rejected(error: ZaloError) -> None:
    """Raises `TokenRejected` if the error says that the token is wrong."""
    if isinstance(error, ZaloRefusal) and error.code == HTTPStatus.UNAUTHORIZED:
        raise TokenRejected("Zalo rejects the bot token") from None


def delivery_error(error: ZaloError) -> DeliveryError:
    """Translates any failure of a call into how a delivery ends."""
    if not isinstance(error, ZaloRefusal):
        return TryLater(str(error))
    if error.code == HTTPStatus.TOO_MANY_REQUESTS:
        if error.by_platform:
            return QuotaSpent(str(error))
        return TryLater(str(error), seconds=_PAUSE, limited=True)
    if error.code in _LATER or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return TryLater(str(error))
    return Rejected(str(error))
