from pathlib import Path

import pytest

from bot.demo.settings import demo_settings
from bot.office import OfficeError, opened
from bot.trying import find_command, prepare
from storage.messages import talks


def test_a_talk_is_named_by_its_handler_or_its_command() -> None:
    assert find_command("report") == find_command("baocao") == "baocao"
    with pytest.raises(OfficeError, match="no talk is called 'poem'"):
        find_command("poem")


async def test_the_talk_waits_as_practice_for_whoever_opens_the_link(tmp_path: Path) -> None:
    settings = demo_settings(tmp_path)
    person, code = await prepare(settings, "baocao", "leader")
    assert code
    async with opened(settings) as database, database.read() as unit:
        talk_id = await talks.of_person(unit, person.id)
        talk = (await talks.load(unit, [talk_id]))[talk_id]
    assert talk.practice is not None
    assert talk.practice["first"] == "/baocao"
