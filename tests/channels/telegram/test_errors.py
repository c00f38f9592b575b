import pytest
from telegram.error import NetworkError, TelegramError, TimedOut

from channels.delivery import Migrated, Rejected, TargetLost, TryLater, Unreachable
from channels.telegram.errors import ApiRefusal, FileTooLarge, delivery_error, rejects_token


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (ApiRefusal(400, "Bad Request: message to edit not found"), TargetLost),
        (ApiRefusal(400, "Bad Request: message can't be edited"), TargetLost),
        (ApiRefusal(400, "Bad Request: MESSAGE_ID_INVALID"), TargetLost),
        (ApiRefusal(400, "Bad Request: there is no text in the message to edit"), TargetLost),
        (ApiRefusal(403, "Forbidden: bot was blocked by the user"), Unreachable),
        (ApiRefusal(400, "Bad Request: chat not found"), Unreachable),
        (ApiRefusal(400, "Bad Request: not enough rights to send text messages"), Unreachable),
        (ApiRefusal(400, "Bad Request: can't parse entities"), Rejected),
        (ApiRefusal(400, "Bad Request: file is too big"), FileTooLarge),
        (ApiRefusal(413, "Request Entity Too Large"), Rejected),
        (ApiRefusal(400, "Bad Request: file is temporarily unavailable"), TryLater),
        (ApiRefusal(401, "Unauthorized"), TryLater),
        (ApiRefusal(500, "Internal Server Error"), TryLater),
        (ApiRefusal(502, "answered without JSON"), TryLater),
        (NetworkError("gone"), TryLater),
        (TimedOut(), TryLater),
        (TelegramError("Invalid server response"), TryLater),
    ],
)
def test_each_failure_has_one_meaning(error: TelegramError, meaning: type[Exception]) -> None:
    assert type(delivery_error(error)) is meaning


def test_a_pause_that_is_asked_for_is_told_apart_from_a_lost_connection() -> None:
    pause = delivery_error(ApiRefusal(429, "Too Many Requests", retry_after=12))
    lost = delivery_error(NetworkError("gone"))
    assert isinstance(pause, TryLater)
    assert isinstance(lost, TryLater)
    assert (pause.limited, pause.seconds) == (True, 12)
    assert (lost.limited, lost.seconds) == (False, 0)


def test_a_migrated_group_tells_its_new_id() -> None:
    moved = delivery_error(ApiRefusal(400, "upgraded to a supergroup", migrate_to="-1005"))
    assert isinstance(moved, Migrated)
    assert moved.chat == "-1005"


@pytest.mark.parametrize(
    ("error", "rejected"),
    [
        (ApiRefusal(401, "Unauthorized"), True),
        (ApiRefusal(404, "Not Found"), True),
        (ApiRefusal(404, "answered without JSON"), False),
        (ApiRefusal(403, "Forbidden"), False),
        (NetworkError("Unauthorized"), False),
    ],
)
def test_only_telegram_itself_can_reject_a_token(error: TelegramError, rejected: bool) -> None:
    assert rejects_token(error) is rejected
