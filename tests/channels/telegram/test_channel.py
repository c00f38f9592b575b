import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog

from channels.delivery import Channel, Migrated, Rejected, Sending, TargetLost, TryLater
from channels.telegram.channel import DOWNLOAD_LIMIT, TelegramChannel
from channels.telegram.errors import FileTooLarge
from domain.inbound import Address, FileRef
from domain.message import Choice, Expects, Message, Prompt
from tests.channels.telegram.stub import SHOWN, Stub, refusal
from tests.channels.telegram.updates import DATE

LAN = Address("telegram", "main", "1001", "1001")
PROMPT = Prompt(id="42", expects=Expects.CHOICE, choices=(Choice("a", "Có"),))
JPEG = b"\xff\xd8\xff\xe0" + bytes(100)
UNCHANGED = refusal(400, "Bad Request: message is not modified: specified new message content")


def sending(
    text: str = "Chào",
    *,
    prompt: Prompt | None = None,
    edits: str | None = None,
    files: tuple[Path, ...] = (),
) -> Sending:
    message = Message(text=text, prompt=prompt)
    return Sending(outbox_id=1, address=LAN, message=message, edits=edits, files=files)


@pytest.fixture
def photos(tmp_path: Path) -> tuple[Path, ...]:
    paths = tuple(tmp_path / name for name in ("one", "two", "bien-ban.pdf"))
    for path in paths:
        path.write_bytes(b"%PDF" if path.suffix else JPEG)
    return paths


def test_it_is_a_channel(channel: TelegramChannel) -> None:
    offered: Channel = channel
    assert (offered.name, offered.account) == ("telegram", "main")


async def test_a_message_is_shown_with_buttons_and_the_messengers_own_time(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["sendMessage"] = [SHOWN]
    shown = await channel.send(sending("<b>Chào</b>", prompt=PROMPT))
    assert (shown.message_id, shown.at) == ("77", datetime.fromtimestamp(DATE, UTC))
    asked = stub.asked("sendMessage")[0]
    assert (asked["chat_id"], asked["text"], asked["parse_mode"]) == (1001, "<b>Chào</b>", "HTML")
    assert asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "42:a"


async def test_an_edit_changes_the_message_and_takes_the_time_of_the_edit(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["editMessageText"] = [SHOWN | {"edit_date": DATE + 9}]
    shown = await channel.send(sending(edits="77"))
    assert shown.at.timestamp() == DATE + 9
    assert stub.asked("editMessageText")[0]["message_id"] == 77


async def test_an_edit_that_changes_nothing_is_delivered(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["editMessageText"] = [UNCHANGED]
    assert (await channel.send(sending(edits="77"))).message_id == "77"


async def test_an_edit_of_a_lost_message_says_so(stub: Stub, channel: TelegramChannel) -> None:
    stub.answers["editMessageText"] = [refusal(400, "Bad Request: message to edit not found")]
    for edits in ("77", "no number"):
        with pytest.raises(TargetLost):
            await channel.send(sending(edits=edits))


async def test_a_migrated_group_and_a_pause_are_told(stub: Stub, channel: TelegramChannel) -> None:
    stub.answers["sendMessage"] = [
        refusal(400, "Bad Request: group upgraded", migrate_to_chat_id=-1005),
        refusal(429, "Too Many Requests", retry_after=3),
    ]
    with pytest.raises(Migrated) as moved:
        await channel.send(sending())
    with pytest.raises(TryLater) as pause:
        await channel.send(sending())
    assert (moved.value.chat, pause.value.seconds, pause.value.limited) == ("-1005", 3, True)


async def test_one_photo_carries_its_words_and_buttons(
    stub: Stub, channel: TelegramChannel, photos: tuple[Path, ...]
) -> None:
    stub.answers["sendPhoto"] = [SHOWN]
    await channel.send(sending("Biên bản", prompt=PROMPT, files=photos[:1]))
    asked = stub.asked("sendPhoto")[0]
    assert (asked["caption"], asked["photo"]) == ("Biên bản", "one.jpg")
    assert "42:a" in asked["reply_markup"]
    assert stub.files["photo"] == JPEG


async def test_several_photos_go_as_one_album_with_the_words_under_the_first(
    stub: Stub, channel: TelegramChannel, photos: tuple[Path, ...]
) -> None:
    stub.answers["sendMediaGroup"] = [[SHOWN, SHOWN | {"message_id": 78}]]
    assert (await channel.send(sending("Hai ảnh", files=photos[:2]))).message_id == "77"
    media = json.loads(stub.asked("sendMediaGroup")[0]["media"])
    assert [item.get("caption") for item in media] == ["Hai ảnh", None]
    assert sorted(stub.files.values()) == [JPEG, JPEG]


async def test_buttons_follow_after_photos_and_documents(
    stub: Stub, channel: TelegramChannel, photos: tuple[Path, ...]
) -> None:
    stub.answers["sendMediaGroup"] = [[SHOWN]]
    stub.answers["sendDocument"] = [SHOWN]
    stub.answers["sendMessage"] = [SHOWN | {"message_id": 90}]
    shown = await channel.send(sending("Xem", prompt=PROMPT, files=photos))
    methods = [method for method, _ in stub.calls]
    assert methods == ["sendMediaGroup", "sendDocument", "sendMessage"]
    assert stub.asked("sendDocument")[0]["document"] == "bien-ban.pdf"
    assert shown.message_id == "90"


async def test_words_too_long_for_a_caption_stand_below_the_photo(
    stub: Stub, channel: TelegramChannel, photos: tuple[Path, ...]
) -> None:
    stub.answers["sendPhoto"] = [SHOWN]
    stub.answers["sendMessage"] = [SHOWN]
    await channel.send(sending("x" * 1025, files=photos[:1]))
    assert "caption" not in stub.asked("sendPhoto")[0]
    assert len(stub.asked("sendMessage")[0]["text"]) == 1025


async def test_what_can_never_be_sent_is_rejected(channel: TelegramChannel) -> None:
    forged = Prompt(id="a:b", expects=Expects.CHOICE, choices=(Choice("a", "Có"),))
    with pytest.raises(Rejected):
        await channel.send(sending(prompt=forged))


async def test_a_press_is_answered_and_one_too_old_is_left_be(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["answerCallbackQuery"] = [
        True,
        refusal(400, "Bad Request: query is too old and response timeout expired"),
        refusal(500, "Internal Server Error"),
    ]
    with structlog.testing.capture_logs() as logs:
        await channel.answer_press("p1", "x" * 300)
        await channel.answer_press("p2")
    assert logs == []
    with pytest.raises(TryLater):
        await channel.answer_press("p3")
    first, second, _ = stub.asked("answerCallbackQuery")
    assert (len(first["text"]), "text" in second) == (200, False)


async def test_a_message_is_deleted_and_one_already_gone_is_fine(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["deleteMessage"] = [
        True,
        refusal(400, "Bad Request: message to delete not found"),
        refusal(400, "Bad Request: message can't be deleted for everyone"),
    ]
    await channel.delete(LAN, "9")
    await channel.delete(LAN, "9")
    with pytest.raises(Rejected):
        await channel.delete(LAN, "9")
    assert stub.asked("deleteMessage")[0] == {"chat_id": 1001, "message_id": 9}


async def test_a_file_is_streamed(stub: Stub, channel: TelegramChannel) -> None:
    stub.answers["getFile"] = [{"file_id": "F", "file_path": "photos/1.jpg"}]
    stub.files["photos/1.jpg"] = JPEG * 2000
    chunks = [chunk async for chunk in channel.fetch(FileRef(file_id="F"))]
    assert b"".join(chunks) == JPEG * 2000


async def test_a_file_too_large_is_refused_before_or_after_asking(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["getFile"] = [refusal(400, "Bad Request: file is too big")]
    for size in (DOWNLOAD_LIMIT + 1, 0):
        with pytest.raises(FileTooLarge):
            await anext(aiter(channel.fetch(FileRef(file_id="F", size=size))))
    assert len(stub.asked("getFile")) == 1


async def test_a_file_that_is_gone_is_not_asked_for_for_ever(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["getFile"] = [{"file_id": "F", "file_path": "photos/lost.jpg"}]
    with pytest.raises(Rejected):
        await anext(aiter(channel.fetch(FileRef(file_id="F"))))


async def test_the_menu_is_set_by_language_until_it_works(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["setMyCommands"] = [refusal(502, "Bad Gateway"), True]
    await channel.set_commands({"": [("baocao", "Báo cáo")], "en": [("baocao", "Report")]})
    _, plain, english = stub.asked("setMyCommands")
    assert plain == {"commands": [{"command": "baocao", "description": "Báo cáo"}]}
    assert english["language_code"] == "en"


async def test_the_deep_link_names_the_bot(channel: TelegramChannel) -> None:
    await channel.introduce()
    assert channel.deep_link("AB12") == "https://t.me/sinhhoat_bot?start=AB12"
