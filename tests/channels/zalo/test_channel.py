"""The channel against the strict platform: what each answer means, and what is never said."""

import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from channels.delivery import (
    AccountRejected,
    DeliveryError,
    QuotaSpent,
    ReceivedUpdate,
    Rejected,
    Sending,
    TryLater,
)
from channels.zalo.channel import ZaloChannel
from channels.zalo.client import ZaloClient
from domain.inbound import Address, FileRef
from domain.message import Message
from tests.botapi import some_picture
from tests.zaloapi import Shown, ZaloApi, ZaloPhone


@pytest.fixture(params=[False, True], ids=["200", "own status"])
async def api(request: pytest.FixtureRequest) -> AsyncIterator[ZaloApi]:
    async with ZaloApi(plain_errors=request.param) as server:
        yield server
        assert server.faults == []


@pytest.fixture
async def zalo(api: ZaloApi) -> AsyncIterator[ZaloChannel]:
    client = ZaloClient(api.token, api_url=api.url)
    channel = ZaloChannel(account="main", client=client, longest_pause=0.01)
    yield channel
    await channel.close()


@pytest.fixture
def lan(api: ZaloApi) -> ZaloPhone:
    return api.phone("Lan")


def to(phone: ZaloPhone, text: str) -> Sending:
    here = Address("zalo", "main", phone.id, phone.id)
    return Sending(outbox_id=1, address=here, message=Message(text=text))


async def test_words_stand_there_as_they_were_written(
    api: ZaloApi, zalo: ZaloChannel, lan: ZaloPhone
) -> None:
    shown = await zalo.send(to(lan, "<b>Có</b> &lt;28&gt; &amp; <i>hết</i>"))
    assert lan.last == "Có <28> & hết"
    assert shown.message_id
    assert abs(shown.at.timestamp() - api.world.clock()) < 60


@pytest.mark.parametrize(
    ("code", "means"),
    [
        (400, Rejected),
        (403, TryLater),
        (408, TryLater),
        (429, QuotaSpent),
        (500, TryLater),
        (502, TryLater),
        (401, AccountRejected),
        (0, TryLater),
    ],
)
async def test_each_refusal_has_its_meaning(
    api: ZaloApi,
    zalo: ZaloChannel,
    lan: ZaloPhone,
    code: int,
    means: type[DeliveryError | AccountRejected],
) -> None:
    api.fail("sendMessage", code=code)
    with pytest.raises(means) as failed:
        await zalo.send(to(lan, "Chào"))
    assert api.token not in f"{failed.value!r} {failed.value.__cause__!r}"
    assert lan.chat == []


async def test_the_page_of_a_server_on_the_way_is_no_spent_quota_and_is_not_quoted(
    api: ZaloApi, zalo: ZaloChannel, lan: ZaloPhone, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api.fail("sendMessage", code=429, page="<html>too many</html>")
    with pytest.raises(TryLater) as failed:
        await zalo.send(to(lan, "Chào"))
    assert failed.value.limited
    assert api.token not in f"{failed.value!r} {failed.value.__cause__!r} {caplog.text}"


async def test_a_picture_is_fetched_until_it_has_expired(
    api: ZaloApi, zalo: ZaloChannel, lan: ZaloPhone
) -> None:
    name = lan.send_picture(b"picture")
    file = FileRef(file_id=f"{api.url}/media/{name}")
    assert b"".join([chunk async for chunk in zalo.fetch(file)]) == b"picture"
    api.world.media.clear()
    for gone in (file, FileRef(file_id="file:///etc/passwd"), FileRef(file_id="")):
        with pytest.raises(Rejected):
            _ = [chunk async for chunk in zalo.fetch(gone)]


async def test_pictures_are_shown_and_other_files_linked(
    api: ZaloApi, lan: ZaloPhone, tmp_path: Path
) -> None:
    def link_to(file: Path, name: str) -> str:
        api.world.media[name] = file.read_bytes()
        return f"{api.url}/media/{name}"

    picture, document = tmp_path / "a1", tmp_path / "b2"
    picture.write_bytes(some_picture())
    document.write_bytes(b"%PDF-1.7 ")
    client = ZaloClient(api.token, api_url=api.url)
    channel = ZaloChannel(account="main", client=client, link_to=link_to)
    assert channel.abilities.files
    shown = await channel.send(replace(to(lan, "Biên bản"), files=(picture,)))
    assert (lan.chat[-1], shown.messages) == (Shown("Biên bản", some_picture()), 1)
    both = replace(
        to(lan, "Xin xem"),
        files=(picture, document, tmp_path / "gone"),
        names=("", "Báo cáo", "c"),
    )
    assert (await channel.send(both)).messages == 2
    assert lan.last == f"Xin xem\n\nBáo cáo.pdf:\n{api.url}/media/Báo cáo.pdf"
    # What Zalo cannot fetch is linked, and long words stand alone.
    api.world.media.clear()
    api.fail("sendPhoto", code=400)
    long = replace(to(lan, "x" * 1990), files=(picture, document), names=("Ảnh", "Báo cáo"))
    assert (await channel.send(long)).messages == 2
    assert [shown.text[:9] for shown in lan.chat[-2:]] == ["Báo cáo.p", "x" * 9]
    assert "Ảnh.jpg:" in lan.chat[-2].text
    await channel.close()


async def test_polling_stores_what_it_has_read_before_it_asks_for_more(
    api: ZaloApi, zalo: ZaloChannel, lan: ZaloPhone
) -> None:
    stored: list[str] = []
    fails = [1, 1]

    class Enough(BaseException):
        pass

    async def store(batch: Sequence[ReceivedUpdate]) -> None:
        if fails:
            fails.pop()
            raise ConnectionError("the database is away")
        stored.extend(update.inbound.text for update in batch)
        if len(stored) == 3:
            raise Enough

    api.fail("deleteWebhook", code=502)
    api.fail("getUpdates", code=504, page="<html>outage</html>")
    lan.say("một")
    api.world.bring({"event_name": "message.unsupported.received"})
    lan.say("hai")
    lan.say("ba")
    with pytest.raises(Enough):
        await zalo.receive(store)
    assert stored == ["một", "hai", "ba"]
