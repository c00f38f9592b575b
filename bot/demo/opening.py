"""What the phones begin with: what their holders type first, and a difficulty just answered."""

from datetime import datetime

import orjson

from bot.demo.cast import CADRE, LEADER, OFFICER, Cast
from bot.sample import words
from channels.delivery import ReceivedUpdate
from domain.cases import WORKED_ON
from domain.inbound import Address, Inbound, InboundKind
from domain.policy import Policy
from domain.records import DifficultyState
from operations.cases.case_results import list_own_cases
from operations.cases.desk_actions import answer
from operations.context import ActorContext
from operations.reactions import REACTIONS
from storage import UnitOfWork
from storage.people import people

MENU, OVERVIEW = "/menu", "/tonghop"


def typed(address: Address, text: str, at: datetime) -> ReceivedUpdate:
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
    return ReceivedUpdate(orjson.dumps({"kind": "text", "text": text}).decode(), inbound)


async def answer_a_case(unit: UnitOfWork, cast: Cast, *, policy: Policy, now: datetime) -> None:
    """What the leader of the first phone told of has just been answered; her word is awaited."""
    leader = cast.slots[LEADER][0].person_id or 0
    told = await list_own_cases(
        unit, (await people.posts_of(unit, [leader]))[leader], today=policy.day_of(now)
    )
    for case in [case for case in told if case.state in WORKED_ON][-1:]:
        slot = OFFICER if case.state is DifficultyState.PASSED_UP else CADRE
        person = cast.slots[slot][0].person_id or 0
        context = ActorContext(
            unit=unit,
            actor=(await people.persons(unit, [person]))[person],
            posts=(await people.posts_of(unit, [person]))[person],
            policy=policy,
            now=now,
            reactions=REACTIONS,
        )
        await answer(context, case.id, version=case.version, note=words.SOLUTIONS[case.text])
