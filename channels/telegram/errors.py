"""What Telegram's refusals mean for a delivery.

TelegramError (of the library)
└── ApiRefusal      the Bot API answered, but not with a result

DeliveryError
├── Rejected
│   └── FileTooLarge    the Bot API hands out no file over 20 MB
└── ...
TokenRejected           the token is wrong: nothing will ever work
"""

from http import HTTPStatus

from telegram.error import TelegramError

from channels.delivery import (
    AccountRejected,
    DeliveryError,
    Migrated,
    Rejected,
    TargetLost,
    TryLater,
    Unreachable,
)

_NO_TEXT = ("there is no text in the message to edit",)
_LOST = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    *_NO_TEXT,
    "there is no caption in the message to edit",
)
_GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was deactivated",
    "chat_write_forbidden",
    "not enough rights to send",
    "have no rights to send",
    "need administrator rights in the channel chat",
)
_STALE = ("query is too old", "query id is invalid", "query_id_invalid")
_FINAL = (HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
_TEMPORARY = ("temporarily unavailable", "try again later")


class TokenRejected(AccountRejected):
    """Telegram does not know the token."""


class FileTooLarge(Rejected):
    """The file is larger than the Bot API hands out."""


class ApiRefusal(TelegramError):
    """An answer of the Bot API that is no result: HTTP code, its words, its parameters."""

    def __init__(
        self, code: int, description: str, *, retry_after: float = 0.0, migrate_to: str = ""
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description.lower()
        self.retry_after = retry_after
        self.migrate_to = migrate_to


def rejects_token(error: TelegramError) -> bool:
    """Tells whether the token is wrong (401) or not even shaped like one (404)."""
    return isinstance(error, ApiRefusal) and (
        error.code == HTTPStatus.UNAUTHORIZED
        or (error.code == HTTPStatus.NOT_FOUND and error.description == "not found")
    )


def is_unmodified(error: TelegramError) -> bool:
    """Tells whether an edit changed nothing because the message already looks so."""
    return _says(error, ("message is not modified",))


def has_no_text(error: TelegramError) -> bool:
    """Tells whether the message to change shows a file, with words under it at most."""
    return _says(error, _NO_TEXT)


def is_stale_press(error: TelegramError) -> bool:
    """Tells whether a press was answered too late to matter."""
    return _says(error, _STALE)


def is_deleted(error: TelegramError) -> bool:
    """Tells whether the message to delete is no longer there."""
    return _says(error, ("message to delete not found",))


def is_missing(error: TelegramError) -> bool:
    """Tells whether Telegram has no such file any more."""
    return isinstance(error, ApiRefusal) and error.code == HTTPStatus.NOT_FOUND


def delivery_error(error: TelegramError) -> DeliveryError:
    """Translates any failure of a call into how a delivery ends."""
    if not isinstance(error, ApiRefusal):
        return TryLater(str(error))
    if error.migrate_to:
        return Migrated(error.migrate_to)
    if error.code == HTTPStatus.TOO_MANY_REQUESTS:
        return TryLater(str(error), seconds=max(error.retry_after, 1.0), limited=True)
    if error.code == HTTPStatus.FORBIDDEN:
        return Unreachable(str(error))
    if error.code in _FINAL and not _says(error, _TEMPORARY):
        return _refused(error)
    return TryLater(str(error))


def _refused(error: ApiRefusal) -> DeliveryError:
    if _says(error, _LOST):
        return TargetLost(str(error))
    if _says(error, _GONE):
        return Unreachable(str(error))
    if _says(error, ("file is too big",)):
        return FileTooLarge(str(error))
    return Rejected(str(error))


def _says(error: TelegramError, phrases: tuple[str, ...]) -> bool:
    return isinstance(error, ApiRefusal) and any(p in error.description for p in phrases)
