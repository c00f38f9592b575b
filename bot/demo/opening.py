"""What the phones begin with: what their holders type first, and a difficulty just answered."""

from datetime import datetime

import orjson

from bot.demo.cast import CADRE, LEADER, Cast
from bot.sample import words
from channels.delivery import Received
from domain.inbound import Address, Inbound, InboundKind
from domain.policy import Policy
from domain.records import DifficultyState
from operations.cases.caseload import Doing
from operations.cases.homecoming import list_own_cases
from operations.cases.working import answer
from storage import Unit
from storage.people import people

MENU, OVERVIEW = "/menu", "/tonghop"


def typed(address: Address, text: str, at: datetime) -> Received:
    """Returns a first text on a page, the same however often it is made."""
    key = f"opening-{address.chat}"
    inbound = Inbound(
        address=address,
        external_id=key,
        kind=InboundKind.TEXT,
        sent_at=at,
        text=text,
        message_id=key,
    )
    return Received(orjson.dumps({"kind": "text", "text": text}).decode(), inbound)


async def answer_a_case(unit: Unit, cast: Cast, *, policy: Policy, now: datetime) -> None:
    """The cadre has answered what the leader of the first phone told of; her word is awaited."""
    leader, cadre = (cast.slots[slot][0].person_id or 0 for slot in (LEADER, CADRE))
    posts = await people.posts_of(unit, [leader, cadre])
    by = (await people.persons(unit, [cadre]))[cadre]
    doing = Doing(unit=unit, by=by, posts=posts[cadre], policy=policy, now=now)
    told = await list_own_cases(unit, posts[leader], today=doing.today)
    for case in [one for one in told if one.state is DifficultyState.OPEN][-1:]:
        await answer(doing, case.id, version=case.version, note=words.ANSWER)
