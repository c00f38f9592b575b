from datetime import UTC, datetime
from typing import Any

import pytest

from channels.zalo.parse import Reader, find_events
from domain.inbound import Inbound, InboundKind

NOW = datetime(2026, 11, 5, 12, tzinfo=UTC)
READER = Reader(account="main", bot_id="1459232241454765289")


def event(name: Any = "message.text.received", **message: Any) -> dict[str, Any]:
    usual = {
        "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Ted", "is_bot": False},
        "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
        "message_id": "2d758cb5e222177a4e35",
        "date": 1750316131602,
    }
    return {"event_name": name, "message": usual | message}


def read(found: object) -> Inbound:
    inbound = READER.read(found, now=NOW)
    assert inbound is not None
    return inbound


@pytest.mark.parametrize(
    "body",
    [
        event(text="28"),
        {"ok": True, "result": event(text="28")},
        {"ok": True, "result": [event(text="28")]},
        [event(text="28")],
        {"ok": True, "error_code": 0, "result": event(text="28")},
    ],
)
def test_an_event_is_found_bare_wrapped_or_in_a_list(body: object) -> None:
    (found,) = [read(found_event) for found_event in find_events(body)]
    assert (found.kind, found.text) == (InboundKind.TEXT, "28")
    assert found.external_id == "2d758cb5e222177a4e35"
    assert found.sent_at == datetime(2025, 6, 19, 6, 55, 31, 602000, tzinfo=UTC)
    assert (found.address.chat, found.in_group) == ("6ede9afa66b88fe6d6a9", False)


@pytest.mark.parametrize("field", ["photo", "photo_url"])
def test_a_picture_has_its_address_under_either_name(field: str) -> None:
    url = "https://photo.example.vn/1.jpg"
    found = read(event("message.image.received", caption="biên bản", **{field: url}))
    assert found.file is not None
    assert (found.kind, found.file.file_id, found.text) == (InboundKind.PHOTO, url, "biên bản")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("message.sticker.received", InboundKind.UNSUPPORTED),
        ("message.voice.received", InboundKind.UNSUPPORTED),
        ("message.unsupported.received", InboundKind.UNREADABLE),
    ],
)
def test_what_cannot_be_read_is_still_somebody_to_answer(name: str, kind: InboundKind) -> None:
    assert read(event(name)).kind is kind


@pytest.mark.parametrize(
    "nobody",
    [
        event(**{"from": {"id": READER.bot_id, "is_bot": False}, "text": "28"}),
        event(**{"from": {"id": "1", "is_bot": True}, "text": "28"}),
        event("message.reaction.received"),
        event("user.follow"),
        {"event_name": "message.unsupported.received"},
        {"event_name": 7, "message": []},
        {"event_name": "message.text.received", "message": {"from": [], "text": "28"}},
        {},
        None,
        "28",
    ],
)
def test_an_own_echo_or_an_unknown_event_is_nobody_to_answer(nobody: object) -> None:
    assert READER.read(nobody, now=NOW) is None


def test_content_of_no_use_does_no_harm() -> None:
    assert read(event(text="a\0b")).text == "ab"
    for no_date in ("soon", -5, 0, 10**18, None, True):
        assert read(event(text="28", date=no_date)).sent_at.replace(microsecond=0) == NOW
    assert read(event(text=["28"])).kind is InboundKind.UNSUPPORTED
    without = event(text="28")
    del without["message"]["message_id"]
    assert read(without).external_id.startswith("raw-")
    assert list(find_events([])) == list(find_events(None)) == []
