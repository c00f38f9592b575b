"""An evening as its cadre tells of it: there, sent somebody, or away with a reason."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from domain.records import EveningMeeting, Presence
from domain.refusals import NotAllowed
from operations.cadres.attendance import confirm_attendance, list_evening, require_begun
from operations.context import ActorContext
from storage import UnitOfWork
from storage.cadres import evenings
from storage.cadres.evenings import Evening

_BACK = timedelta(days=45)


async def list_evenings(unit: UnitOfWork, person_id: int, *, clock: datetime) -> list[Evening]:
    """Returns the days with meetings that a cadre can confirm now, the newest first."""
    return await evenings.list_evenings(unit, person_id, first=clock.date() - _BACK, clock=clock)


async def record_evening(
    context: ActorContext, *, ticked: Collection[int], others: Mapping[int, Presence], day: date
) -> list[EveningMeeting]:
    """Writes a cadre's word on all meetings of a day; `others` are those not ticked.

    Raises BadInput, NotAllowed and Closed as `confirm_attendance` does.
    """
    unit, person_id, policy, now = context.unit, context.actor.id, context.policy, context.now
    evening = await list_evening(unit, person_id, day=day)
    if not set(others) <= {meeting.meeting_id for meeting in evening}:
        raise NotAllowed("attendance-not-assigned")
    sent = {mid for mid, state in others.items() if state is Presence.SUBSTITUTE}
    there = [meeting for meeting in evening if meeting.meeting_id in sent - set(ticked)]
    require_begun(there, policy=policy, now=now)
    await confirm_attendance(
        unit, person_id=person_id, ticked=ticked, day=day, policy=policy, now=now
    )
    unticked = {mid: state for mid, state in others.items() if mid not in ticked}
    await evenings.mark(unit, person_id, unticked, now=now)
    return await list_evening(unit, person_id, day=day)
