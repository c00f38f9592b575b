from datetime import UTC, datetime
from typing import Any

import pytest
import telegram
from hypothesis import given
from hypothesis import strategies as st

from channels.telegram.parse import ALLOWED_UPDATES, Reader
from channels.values import render_raw
from domain.inbound import Address, FileRef, Inbound, InboundKind
from tests.channels.telegram.updates import (
    CHANNEL,
    DATE,
    GROUP,
    Json,
    edited,
    file,
    membership,
    message,
    photo,
    post,
    press,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
READER = Reader(account="main", username="Sinhhoat_Bot")
LAN = Address("telegram", "main", "1001", "1001")
ODD_CHAT = {"id": 4, "type": "private"}


def read(update: object) -> Inbound:
    return READER.read(update, now=NOW)


def test_a_text_carries_its_words_sender_and_time() -> None:
    inbound = read(message(text="28/32"))
    assert inbound == Inbound(
        address=LAN,
        external_id="5",
        kind=InboundKind.TEXT,
        sent_at=datetime.fromtimestamp(DATE, UTC),
        text="28/32",
        message_id="9",
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("/start AB12", "/start AB12"),
        ("/baocao@sinhhoat_bot", "/baocao"),
        ("/start@SINHHOAT_BOT AB12", "/start AB12"),
        ("/baocao@other_bot", "/baocao@other_bot"),
        ("xin /baocao@sinhhoat_bot", "xin /baocao@sinhhoat_bot"),
        ("a\0b\ud800c", "ab?c"),
    ],
)
def test_a_command_loses_the_name_of_our_bot_and_a_text_its_unstorable_parts(
    typed: str, text: str
) -> None:
    assert read(message(GROUP, text=typed)).text == text


def test_in_a_group_the_chat_and_the_sender_are_kept_apart() -> None:
    inbound = read(message(GROUP, text="Xin chào"))
    assert inbound.address == Address("telegram", "main", "-1005", "1001")
    assert (inbound.in_group, inbound.title) == (True, "Xã Long Vĩnh")


def test_a_press_carries_prompt_choice_and_id_and_the_time_of_arrival() -> None:
    inbound = read(press("42:held"))
    assert inbound.kind is InboundKind.CHOICE
    assert (inbound.prompt_id, inbound.choice) == ("42", "held")
    assert (inbound.press_id, inbound.message_id) == ("4382bfdwdsb323b2d9", "8")
    assert (inbound.address, inbound.sent_at) == (LAN, NOW)


def test_a_press_in_a_group_belongs_to_who_pressed() -> None:
    assert read(press("42:a", GROUP)).address == Address("telegram", "main", "-1005", "1001")


def test_forged_or_foreign_data_is_read_as_far_as_it_goes() -> None:
    assert (read(press("nonsense")).prompt_id, read(press("nonsense")).choice) == (
        None,
        "nonsense",
    )
    assert (read(press(":x")).prompt_id, read(press("1:a:b")).choice) == (None, "a:b")
    nothing = read(press(None))
    assert (nothing.kind, nothing.press_id) == (InboundKind.UNSUPPORTED, "4382bfdwdsb323b2d9")


def test_a_press_on_a_message_out_of_reach_still_counts() -> None:
    assert read(press("42:a", date=0)).choice == "a"


def test_of_a_photo_the_largest_size_is_taken_with_album_and_caption() -> None:
    sizes = photo(("small", 90), ("large", 1280), ("middle", 320))
    inbound = read(message(photo=sizes, media_group_id="135", caption="Biên bản"))
    assert inbound.kind is InboundKind.PHOTO
    assert inbound.file == FileRef(file_id="large", mime="image/jpeg", size=12800)
    assert (inbound.album, inbound.text) == ("135", "Biên bản")


@pytest.mark.parametrize(
    ("content", "kind", "name"),
    [
        ({"voice": file(duration=3, mime_type="audio/ogg", file_size=9)}, InboundKind.VOICE, ""),
        ({"audio": file(duration=3, file_name="a.mp3")}, InboundKind.VOICE, "a.mp3"),
        ({"video": file(duration=3, width=1, height=1)}, InboundKind.FILE, ""),
        ({"document": file(file_name="biên bản.pdf")}, InboundKind.FILE, "biên bản.pdf"),
    ],
)
def test_recordings_and_files_are_kept(content: Json, kind: InboundKind, name: str) -> None:
    inbound = read(message(**content))
    assert (inbound.kind, inbound.file and inbound.file.name) == (kind, name)


def test_a_place_is_written_as_latitude_and_longitude() -> None:
    inbound = read(message(location={"latitude": 9.65, "longitude": 106.4}))
    assert (inbound.kind, inbound.text) == (InboundKind.LOCATION, "9.65,106.4")


def test_an_edited_message_carries_the_id_it_edits_and_the_time_of_the_edit() -> None:
    inbound = read(edited(text="29/32"))
    assert (inbound.kind, inbound.text, inbound.message_id) == (InboundKind.EDITED, "29/32", "9")
    assert inbound.sent_at.timestamp() == DATE + 60


def test_a_live_place_that_moves_is_no_edit_of_an_answer() -> None:
    assert read(edited(location={"latitude": 1, "longitude": 2})).kind is InboundKind.UNSUPPORTED


@pytest.mark.parametrize(
    ("update", "active"),
    [
        (membership("administrator"), True),
        (membership("member"), True),
        (membership("restricted", is_member=True), True),
        (membership("restricted", is_member=False), False),
        (membership("restricted", is_member=True, can_send_messages=False), False),
        (membership("administrator", can_post_messages=True), True),
        (membership("administrator", can_post_messages=False), False),
        (membership("kicked"), False),
        (membership("left"), False),
    ],
)
def test_membership_says_whether_the_bot_is_in(update: Json, active: bool) -> None:
    inbound = read(update)
    assert (inbound.kind, inbound.active) == (InboundKind.MEMBERSHIP, active)
    assert (inbound.title, inbound.in_group) == ("Xã Long Vĩnh", True)


def test_both_notices_of_a_migration_name_the_old_and_the_new_id() -> None:
    for update in (
        message({"id": -5, "type": "group"}, migrate_to_chat_id=-1005),
        message(GROUP, migrate_from_chat_id=-5),
    ):
        inbound = read(update)
        assert inbound.kind is InboundKind.MIGRATION
        assert (inbound.address.chat, inbound.migrated_to) == ("-5", "-1005")


def test_a_channel_post_has_no_sender() -> None:
    inbound = read(post(text="MA-12"))
    assert inbound.address == Address("telegram", "main", "-1007", "")
    assert (inbound.kind, inbound.in_group, inbound.title) == ("text", True, CHANNEL["title"])


@pytest.mark.parametrize(
    "update",
    [
        message(sticker=file(width=1, height=1, is_animated=False, is_video=False)),
        message(new_chat_title="Tên mới"),
        message(text=["not", "text"]),
        message(photo=[1, {"file_id": 3}]),
        {"update_id": 5, "message": {"chat": ODD_CHAT, "from": 3, "date": "today"}},
        {"update_id": 5, "poll": {}},
        {},
        [],
        None,
    ],
)
def test_what_cannot_be_used_is_unsupported(update: object) -> None:
    assert read(update).kind is InboundKind.UNSUPPORTED


def test_a_malformed_message_keeps_the_address_that_can_be_found() -> None:
    inbound = read({"update_id": 5, "message": {"chat": ODD_CHAT, "text": 7}})
    assert (inbound.address.chat, inbound.external_id) == ("4", "5")


def test_an_update_without_id_is_the_same_one_when_it_comes_again() -> None:
    first, again, other = read({"a": 1}), read({"a": 1}), read({"a": 2})
    assert first.external_id == again.external_id != other.external_id


NAMES = (
    *(
        "id",
        "chat",
        "from",
        "date",
        "text",
        "photo",
        "file_id",
        "data",
        "message",
        "type",
        "voice",
    ),
    *("location", "width", "latitude", "longitude", "new_chat_member", "status"),
    *("file_size", "migrate_to_chat_id", "title", "media_group_id"),
)
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5)
    ),
    max_leaves=20,
)


@given(
    st.dictionaries(st.sampled_from(["update_id", *ALLOWED_UPDATES]), json_values) | json_values
)
def test_no_json_at_all_makes_reading_fail(update: object) -> None:
    inbound = read(update)
    assert inbound.external_id
    assert inbound.sent_at.tzinfo is not None
    for text in (inbound.text, inbound.address.chat, inbound.choice or "", inbound.title):
        text.encode()
        assert "\0" not in text
    assert isinstance(render_raw(update), str)


@pytest.mark.parametrize("number", [10**30, -(10**30), True, 1e300, float("nan")])
def test_numbers_out_of_reach_are_no_ids_and_no_times(number: float) -> None:
    inbound = read({"update_id": number, "message": {"date": number, "chat": {"id": number}}})
    assert (inbound.address.chat, inbound.sent_at) == ("", NOW)


AGREED = [
    message(text="Xin chào"),
    message(GROUP, text="/baocao"),
    message(photo=photo(("a", 90), ("b", 800)), caption="x", media_group_id="7"),
    message(voice=file(duration=1, mime_type="audio/ogg", file_size=5)),
    message(document=file(file_name="a.pdf", mime_type="application/pdf", file_size=5)),
    message(location={"latitude": 9.5, "longitude": 106.25}),
    edited(text="sửa"),
    post(text="MA"),
    press("42:held"),
    membership("administrator", can_be_edited=False, is_anonymous=False,
               can_manage_chat=True, can_delete_messages=True, can_manage_video_chats=True,
               can_restrict_members=True, can_promote_members=True, can_change_info=True,
               can_invite_users=True, can_post_stories=True, can_edit_stories=True,
               can_delete_stories=True),
]  # fmt: skip


@pytest.mark.parametrize("update", AGREED)
def test_the_reading_agrees_with_the_library(update: Json) -> None:
    theirs, ours = telegram.Update.de_json(update, None), read(update)
    assert ours.external_id == str(theirs.update_id)
    assert theirs.effective_chat
    assert ours.address.chat == str(theirs.effective_chat.id)
    assert ours.address.user == (str(theirs.effective_user.id) if theirs.effective_user else "")
    assert ours.title == (theirs.effective_chat.title or "")
    if query := theirs.callback_query:
        assert (ours.press_id, f"{ours.prompt_id}:{ours.choice}") == (query.id, query.data)
    elif shown := theirs.effective_message:
        assert ours.sent_at == (shown.edit_date or shown.date)
        assert ours.text == (shown.text or shown.caption or ours.text)
        assert ours.album == shown.media_group_id
        media = shown.effective_attachment
        if isinstance(media, tuple):
            media = media[-1]
        if isinstance(media, telegram.PhotoSize | telegram.Voice | telegram.Document):
            assert ours.file
            assert (ours.file.file_id, ours.file.size) == (media.file_id, media.file_size)
