"""The outbox pump, over both databases, with a messenger that does as it is told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.pacing import Pacer
from channels.delivery import Migrated, Rejected, TargetLost, TryLater, Unreachable
from domain.abilities import ChannelAbilities
from domain.inbound import Address
from domain.outbox import Priority
from operations import replies
from storage import Database, Unavailable, UnitOfWork
from storage.messages import addresses, outbox, talks
from tests.bot.house import House, choice_prompt
from tests.patience import PATIENCE

LATE_EVENING = datetime(2026, 11, 4, 15, tzinfo=UTC)


async def test_each_chat_is_served_in_order_one_message_at_a_time(house: House) -> None:
    lan, be = await house.person("Lan"), await house.person("Bé")
    for words in ("một", "hai", "ba"):
        await house.queue(lan, words)
        await house.queue(be, words)
    house.messenger.gate.clear()
    async with house.sending():
        await house.messenger.until(lambda: house.messenger.under_way == 2)
        house.messenger.gate.set()
        await house.messenger.until(lambda: len(house.messenger.shown) == 6)
        await asyncio.sleep(0.05)
    assert house.messenger.texts("Lan") == house.messenger.texts("Bé") == ["một", "hai", "ba"]
    assert house.messenger.most_under_way == 2
    assert await house.states() == ["sent"] * 6


async def test_a_message_that_has_to_wait_holds_back_what_comes_after_it(house: House) -> None:
    lan = await house.person("Lan")
    for words in ("một", "hai", "ba"):
        await house.queue(lan, words)
    house.messenger.fail(TryLater("away", seconds=5))
    async with house.sending() as pump:
        await house.messenger.until(lambda: not house.messenger.failures)
        for _ in range(3):
            pump.wake()
            await asyncio.sleep(0.02)
        assert house.messenger.shown == []
        house.clock.forward(seconds=6)
        pump.wake()
        await house.messenger.until(lambda: len(house.messenger.shown) == 3)
    assert house.messenger.texts("Lan") == ["một", "hai", "ba"]


async def test_a_question_that_has_to_wait_is_not_overtaken_by_its_own_closing(
    house: House,
) -> None:
    lan = await house.person("Lan")
    asked = await house.queue(lan, "Có họp không?", prompt=choice_prompt("1.1", "yes"))
    house.messenger.fail(TryLater("away", seconds=5))
    async with house.sending() as pump:
        await house.messenger.until(lambda: not house.messenger.failures)
        await house.queue(lan, "Có họp không? Có", edits=asked.id)
        await house.queue(lan, "Ngày nào?", prompt=choice_prompt("1.2", "today"))
        pump.wake()
        await asyncio.sleep(0.05)
        assert house.messenger.shown == []
        house.clock.forward(seconds=6)
        pump.wake()
        await house.messenger.until(lambda: len(house.messenger.shown) == 2)
    assert house.messenger.texts("Lan") == ["Có họp không? Có", "Ngày nào?"]


async def test_changes_are_merged_into_what_was_not_shown_yet(house: House) -> None:
    lan = await house.person("Lan")
    first = await house.queue(lan, "một", prompt=choice_prompt("1.1", "yes"))
    await house.queue(lan, "một, đã xong", edits=first.id)
    await house.queue(lan, "hai")
    await house.send_all()
    assert [sending.message.text for sending in house.messenger.shown] == ["một, đã xong", "hai"]
    assert await house.states() == ["sent"] * 3


async def test_changes_wait_for_their_target_and_go_to_its_message(house: House) -> None:
    lan = await house.person("Lan")
    first = await house.queue(lan, "một", prompt=choice_prompt("1.1", "yes"))
    await house.send_all()
    await house.queue(lan, "một, đã xong", edits=first.id)
    await house.queue(lan, "một, xong hẳn", edits=first.id)
    await house.send_all()
    assert house.messenger.texts("Lan") == ["một, xong hẳn"]
    assert house.messenger.shown[-1].edits == "1"


async def test_a_change_whose_message_is_gone_becomes_a_new_message_and_the_new_target(
    house: House,
) -> None:
    lan = await house.person("Lan")
    first = await house.queue(lan, "một", prompt=choice_prompt("1.1", "yes"))
    await house.send_all()
    house.messenger.fail(TargetLost("gone"))
    await house.queue(lan, "hai", edits=first.id, prompt=choice_prompt("1.2", "yes"))
    await house.send_all()
    await house.queue(lan, "ba", edits=first.id, prompt=choice_prompt("1.3", "yes"))
    await house.send_all()
    assert [sending.edits for sending in house.messenger.shown] == [None, None, "2"]
    assert house.messenger.texts("Lan") == ["một", "ba"]


async def test_the_closed_look_of_a_message_that_is_gone_is_not_said_anew(house: House) -> None:
    lan = await house.person("Lan")
    first = await house.queue(lan, "một", prompt=choice_prompt("1.1", "yes"))
    await house.send_all()
    house.messenger.fail(TargetLost("gone"))
    await house.queue(lan, "một, đã xong", edits=first.id)
    await house.queue(lan, "hai")
    await house.send_all()
    assert house.messenger.texts("Lan") == ["một", "hai"]
    # The closed look leaves no row of its own.
    assert await house.states() == ["sent"] * 2


async def test_of_a_question_that_was_shown_stays_when_and_not_what(house: House) -> None:
    lan = await house.person("Lan")
    asked = await house.queue(lan, "một", prompt=choice_prompt("1.1", "yes"))
    told = await house.queue(lan, "hai")
    await house.send_all()
    await house.queue(lan, "một, đã xong", edits=asked.id)
    await house.send_all()
    async with house.database.read() as unit:
        kept = await outbox.by_ids(unit, [asked.id, told.id])
        seen = await outbox.prompt_deliveries(unit, ["1.1"])
    assert await house.states() == ["sent"] * 2
    assert (kept[asked.id].message.text, kept[asked.id].message.prompt) == ("", None)
    assert kept[told.id].message.text == "hai"
    assert seen["1.1", lan.id].shown_at is not None


async def test_a_refusal_for_good_ends_that_message_only(house: House) -> None:
    lan = await house.person("Lan")
    house.messenger.fail(Rejected("malformed"))
    first = await house.queue(lan, "một", prompt=choice_prompt("1.1", "yes"))
    await house.queue(lan, "một, đã xong", edits=first.id)
    await house.queue(lan, "hai")
    await house.send_all()
    assert house.messenger.texts("Lan") == ["hai"]
    assert await house.states() == ["failed", "failed", "sent"]


async def test_an_error_nobody_foresaw_holds_back_its_own_chat_only(house: House) -> None:
    lan, be = await house.person("Lan"), await house.person("Bé")
    await house.queue(lan, "một")
    house.messenger.fail(RuntimeError("nobody foresaw this"))
    async with house.sending() as pump:
        await house.messenger.until(lambda: not house.messenger.failures)
        await house.queue(lan, "hai")
        await house.queue(be, "một")
        pump.wake()
        await house.messenger.until(lambda: house.messenger.texts("Bé") == ["một"])
        assert house.messenger.texts("Lan") == []
        house.clock.forward(seconds=90)
        pump.wake()
        await house.messenger.until(lambda: house.messenger.texts("Lan") == ["một", "hai"])


async def test_who_blocked_the_bot_is_marked_and_gets_nothing_more(house: House) -> None:
    lan = await house.person("Lan")
    await house.queue(lan, "một")
    first = await house.queue(lan, "hai", prompt=choice_prompt("1.1", "yes"))
    await house.queue(lan, "hai, đã xong", edits=first.id)
    house.messenger.fail(*[Unreachable("blocked")] * 2)
    await house.send_all()
    assert house.messenger.shown == []
    async with house.database.read() as unit:
        assert not (await addresses.by_ids(unit, [lan.id]))[lan.id].reachable
    assert await house.states() == ["failed"] * 3


@asynccontextmanager
async def group_of(house: House, *known: str) -> AsyncIterator[None]:
    async with house.database.write() as unit:
        wanted = {Address("telegram", "main", chat, ""): (True, "Kênh") for chat in known}
        await addresses.ensure(unit, wanted, now=house.clock())
    yield


@pytest.mark.parametrize("known", [["-5"], ["-5", "-1005"]])
async def test_a_group_that_moved_is_followed_even_if_its_new_id_was_heard_of(
    house: House, known: list[str]
) -> None:
    async with group_of(house, *known), house.database.read() as unit:
        old = Address("telegram", "main", "-5", "")
        group = (await addresses.find_many(unit, [old]))[old]
    house.messenger.fail(Migrated("-1005"))
    await house.queue(group, "Bản tổng hợp")
    async with house.sending() as pump:
        await house.messenger.until(lambda: not house.messenger.failures)
        await asyncio.sleep(0.05)
        house.clock.forward(seconds=2)
        pump.wake()
        await house.messenger.until(lambda: house.messenger.texts("-1005") == ["Bản tổng hợp"])


async def test_what_has_expired_is_not_sent(house: House) -> None:
    lan = await house.person("Lan")
    await house.queue(lan, "một", expires_at=house.clock())
    await house.queue(lan, "hai")
    await house.send_all()
    assert house.messenger.texts("Lan") == ["hai"]
    assert await house.states() == ["expired", "sent"]


async def test_the_bot_keeps_quiet_at_night_but_answers(house: House) -> None:
    house.clock.now = LATE_EVENING
    lan, be = await house.person("Lan"), await house.person("Bé")
    await house.queue(lan, "nhắc", started_by_bot=True, priority=Priority.REMINDER)
    await house.queue(be, "nhắc", started_by_bot=True, priority=Priority.REMINDER)
    await house.queue(lan, "trả lời")
    await house.send_all()
    assert house.messenger.texts("Lan") == ["trả lời"]
    house.clock.forward(hours=8, minutes=29)
    async with house.sending() as pump:
        pump.wake()
        await asyncio.sleep(0.05)
        assert house.messenger.texts("Bé") == []
        house.clock.forward(minutes=2)
        pump.wake()
        await house.messenger.until(lambda: len(house.messenger.shown) == 3)


async def test_nobody_is_disturbed_in_the_middle_of_a_report(house: House) -> None:
    lan = await house.person("Lan")
    async with house.database.write() as unit:
        talk = (await talks.load(unit, [lan.conversation_id]))[lan.conversation_id]
        talk.handler, talk.active_at = "report", house.clock()
        talks.save_later(unit, talk)
    await house.queue(lan, "nhắc", started_by_bot=True, priority=Priority.REMINDER)
    await house.send_all()
    assert house.messenger.shown == []
    house.clock.forward(minutes=31)
    async with house.sending() as pump:
        pump.wake()
        await house.messenger.until(lambda: house.messenger.texts("Lan") == ["nhắc"])


async def test_a_key_is_said_once(house: House) -> None:
    lan = await house.person("Lan")
    for words in ("một", "hai"):
        async with house.database.write() as unit:
            row = house.row(unit, lan, words, dedupe_key="remind:1")
            await replies.enqueue_notices(unit, [row], now=house.clock())
        await house.send_all()
    assert house.messenger.texts("Lan") == ["một"]


async def test_what_is_withdrawn_before_it_went_is_not_sent(house: House) -> None:
    lan = await house.person("Lan")
    await house.queue(lan, "nhắc", subject="meeting:1")
    async with house.database.write() as unit:
        assert await outbox.cancel(unit, ["meeting:1"], now=house.clock()) == 1
    await house.send_all()
    assert house.messenger.shown == []


async def test_a_long_text_goes_in_parts_with_the_buttons_under_the_last(house: House) -> None:
    lan = await house.person("Lan")
    async with house.database.write() as unit:
        whole = house.row(unit, lan, "Bài dài. " * 1200, prompt=choice_prompt("1.1", "yes"))
        outbox.add_later(unit, whole, now=house.clock())
    await house.send_all()
    shown = [sending.message for sending in house.messenger.shown]
    assert len(shown) == 3
    assert all(len(message.text) <= house.messenger.abilities.text_limit for message in shown)
    assert [message.prompt is not None for message in shown] == [False, False, True]
    assert "".join(message.text for message in shown).count("Bài dài.") == 1200


async def test_a_long_text_goes_on_where_it_was_stopped(house: House) -> None:
    lan = await house.person("Lan")
    words = "\n".join(f"Dòng thứ {number}." for number in range(700))
    await house.queue(lan, words, prompt=choice_prompt("1.1", "yes"))
    house.messenger.fail(None, TryLater("away", seconds=5))
    async with house.sending():
        await house.messenger.until(lambda: not house.messenger.failures)
    assert len(house.messenger.shown) == 1
    house.clock.forward(seconds=6)
    async with house.sending():
        await house.messenger.until(lambda: len(house.messenger.shown) == 3)
    shown = [sending.message for sending in house.messenger.shown]
    assert "".join(message.text for message in shown) == words
    assert [message.prompt is not None for message in shown] == [False, False, True]


async def test_where_nothing_can_be_changed_a_question_is_asked_anew(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.messenger, "abilities", ChannelAbilities(text_limit=100))
    lan = await house.person("Lan")
    asked = await house.queue(lan, "Có họp không?", prompt=choice_prompt("1.1", "yes"))
    await house.send_all()
    await house.queue(lan, "Ngày nào?", prompt=choice_prompt("1.2", "today"), edits=asked.id)
    await house.send_all()
    await house.queue(lan, "Ngày nào?", edits=asked.id)
    await house.send_all()
    assert [(sending.edits, sending.message.text) for sending in house.messenger.shown] == [
        (None, "Có họp không?\n\n1. yes\n\nGõ số để chọn."),
        (None, "Ngày nào?\n\n1. today\n\nGõ số để chọn."),
    ]
    # The closed look, which is not said there, leaves no row of its own.
    assert await house.states() == ["sent"] * 2


async def test_a_kill_between_sending_and_noting_shows_one_message_a_chat_twice_at_most(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan, be = await house.person("Lan"), await house.person("Bé")
    for words in ("một", "hai", "ba"):
        await house.queue(lan, words)
        await house.queue(be, words)
    real, away = house.database.write, True

    def write() -> object:
        if away:
            raise Unavailable("the process ends here")
        return real()

    monkeypatch.setattr(house.database, "write", write)
    async with house.sending():
        await house.messenger.until(lambda: len(house.messenger.shown) == 2)
    away = False
    await house.send_all()
    for chat in ("Lan", "Bé"):
        assert house.messenger.texts(chat) == ["một", "một", "hai", "ba"]


async def test_a_database_that_is_away_while_sending_loses_and_doubles_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan = await house.person("Lan")
    for words in ("một", "hai"):
        await house.queue(lan, words)
    real, refused = Database.write, 0

    def write(database: Database) -> object:
        nonlocal refused
        refused += 1
        if refused <= 2:
            raise Unavailable("locked")
        return real(database)

    monkeypatch.setattr(Database, "write", write)
    monkeypatch.setattr("bot.outbox_results._LOOK_AGAIN", 0.02)
    await house.send_all()
    assert house.messenger.texts("Lan") == ["một", "hai"]


async def test_a_lease_that_moves_away_and_back_doubles_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pump is stopped while a sent message could not be noted, and started again."""
    lan = await house.person("Lan")
    await house.queue(lan, "một")
    real, away = Database.write, True

    def write(database: Database) -> object:
        if away:
            raise Unavailable("locked")
        return real(database)

    monkeypatch.setattr(Database, "write", write)
    async with house.sending() as pump:
        await house.messenger.until(lambda: len(house.messenger.shown) == 1)
        await asyncio.sleep(0.05)
    away = False
    running = asyncio.create_task(pump.run())
    await house.until_none("outbox", "state = 'pending'")
    running.cancel()
    assert house.messenger.texts("Lan") == ["một"]


async def test_a_failure_in_what_follows_from_a_result_does_not_undo_the_result(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_given: object, **_named: object) -> None:
        raise RuntimeError("nobody foresaw this")

    monkeypatch.setattr("operations.messaging.sending.tell_unreachable", fail)
    monkeypatch.setattr("bot.outbox_results._LOOK_AGAIN", 0.02)
    lan, be = await house.person("Lan"), await house.person("Bé")
    await house.queue(lan, "một")
    await house.queue(be, "một")
    house.messenger.fail(Unreachable("blocked"))
    await house.send_all()
    assert sorted(await house.states()) == ["failed", "sent"]


async def test_a_reply_does_not_wait_behind_a_reminder_that_is_held_back(house: House) -> None:
    lan = await house.person("Lan")
    async with house.sending() as pump:
        pump._pacer.pause(3600)
        await house.queue(lan, "nhắc", started_by_bot=True)
        pump.wake()
        await asyncio.sleep(0.1)
        await house.queue(lan, "trả lời")
        pump.wake()
        await house.messenger.until(lambda: house.messenger.texts("Lan") == ["trả lời"])


async def test_a_chat_that_has_had_enough_holds_up_its_own_messages_only(house: House) -> None:
    stranger, lan = await house.person("Lạ"), await house.person("Lan")
    await house.queue(stranger, "trả lời")
    house.messenger.fail(TryLater("Too Many Requests", seconds=600, limited=True))
    await house.send_all()
    await house.queue(lan, "nhắc", started_by_bot=True)
    await house.send_all()
    assert house.messenger.texts("Lan") == ["nhắc"]
    assert house.messenger.texts("Lạ") == []


async def test_what_the_bot_starts_reaches_a_chat_one_a_second(house: House) -> None:
    lan, be = await house.person("Lan"), await house.person("Bé")
    for words in ("một", "hai"):
        await house.queue(lan, words, started_by_bot=True)
    await house.queue(be, "một", started_by_bot=True)
    async with house.sending() as pump:
        await house.messenger.until(lambda: len(house.messenger.shown) == 2)
        assert (house.messenger.texts("Lan"), house.messenger.texts("Bé")) == (["một"], ["một"])
        await house.until_none("outbox", "state = 'pending' and not_before is null")
        await asyncio.sleep(1.1)
        house.clock.forward(seconds=2)
        pump.wake()
        await house.messenger.until(lambda: house.messenger.texts("Lan") == ["một", "hai"])


async def test_what_changes_a_message_takes_no_place_of_a_reminder(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []
    monkeypatch.setattr(Pacer, "count", lambda _pacer, messages=1: counted.append(messages))
    lan = await house.person("Lan")
    first = await house.queue(lan, "một", prompt=choice_prompt("1.1", "yes"))
    await house.send_all()
    for number in range(3):
        await house.queue(lan, f"một, sửa {number}", edits=first.id)
        await house.send_all()
    assert house.messenger.texts("Lan") == ["một, sửa 2"]
    assert counted == [1]


async def test_a_change_of_what_waits_keeps_its_photos(house: House) -> None:
    lan = await house.person("Lan")
    async with house.database.write() as unit:
        row = house.row(unit, lan, "Ảnh", prompt=choice_prompt("1.1", "yes"))
        row = replace(row, message=replace(row.message, attachments=(7,)))
        outbox.add_later(unit, row, now=house.clock())
    await house.queue(lan, "Ảnh, đã xem", edits=row.id)
    await house.send_all()
    [shown] = house.messenger.shown
    assert (shown.message.text, shown.message.attachments) == ("Ảnh, đã xem", (7,))


class SlowReader:
    """A database whose answers arrive late: meanwhile others write."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.write = database.write
        self.slow = False
        self.read_once = asyncio.Event()
        self.goes_on = asyncio.Event()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[UnitOfWork]:
        async with self._database.read() as unit:
            yield unit
        if self.slow:
            self.slow = False
            self.read_once.set()
            await self.goes_on.wait()


async def test_a_question_is_closed_though_it_was_noted_as_shown_after_the_look(
    house: House,
) -> None:
    lan, reader = await house.person("Lan"), SlowReader(house.database)
    asked = await house.queue(lan, "Câu 1", prompt=choice_prompt("1", "a"))
    house.messenger.gate.clear()
    async with house.sending(reader) as pump:
        await house.messenger.until(lambda: house.messenger.under_way == 1)
        await house.queue(lan, "Câu 1, đã trả lời", edits=asked.id)
        reader.slow = True
        pump.wake()
        await asyncio.wait_for(reader.read_once.wait(), PATIENCE)
        house.messenger.gate.set()
        await house.until_none("outbox", f"id = {asked.id} and state = 'pending'")
        reader.goes_on.set()
        await house.until_none("outbox", "state = 'pending'")
    assert house.messenger.texts("Lan") == ["Câu 1, đã trả lời"]


async def test_a_closed_question_is_noted_together_with_the_next(house: House) -> None:
    lan = await house.person("Lan")
    asked = await house.queue(lan, "Có họp không?", prompt=choice_prompt("1.1", "yes"))
    await house.send_all()
    await house.queue(lan, "Có họp không? Có", edits=asked.id)
    await house.queue(lan, "Ngày nào?", prompt=choice_prompt("1.2", "today"))
    notings = 0

    class Noting:
        read = house.database.read

        def write(self) -> object:
            nonlocal notings
            notings += 1
            return house.database.write()

    async with house.sending(Noting()):
        await house.until_none("outbox", "state = 'pending'")
    assert house.messenger.texts("Lan")[-2:] == ["Có họp không? Có", "Ngày nào?"]
    assert notings == 1
