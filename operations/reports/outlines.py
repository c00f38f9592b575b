"""The reports that somebody can write on a phone without a network: their forms as data."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dialogue import Talk, answers_to_dict
from dialogue.outline import outline
from dialogue.report_asked import report_form, with_facts
from dialogue.report_form import REPORT
from domain.inbound import Address
from domain.policy import Policy
from operations.reports.opening import list_reportable, open_report
from operations.wording import period_words
from storage import UnitOfWork
from storage.messages import addresses, talks
from storage.people import people
from texts import label

# More meetings than that do not wait for one person at a time.
_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOutline:
    """A meeting with the form of its report, and what was answered of it so far."""

    meeting: int
    name: str
    today: str
    form: dict[str, Any]
    answers: dict[str, Any]


async def list_outlines(
    unit: UnitOfWork, address: Address, *, policy: Policy, now: datetime
) -> list[ReportOutline]:
    """Returns the reports that are still to be sent, those of the week to come too."""
    known = (await addresses.find_many(unit, [address])).get(address)
    person_id = known.person_id if known else None
    if person_id is None:
        return []
    today = policy.day_of(now)
    person = (await people.persons(unit, [person_id]))[person_id]
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    found = await list_reportable(unit, posts, today=today)
    begun = {
        draft.meeting_id: Talk.from_dict(draft.state["talk"])
        for draft in await talks.list_drafts(unit, person_id)
        if draft.form == REPORT.name
    }
    outlines = []
    for reportable in [each for each in found if each.awaits(today) and each.report is None][
        :_MOST
    ]:
        meeting_id = reportable.meeting.id
        opened = await open_report(unit, posts, meeting_id, today=today, language=person.language)
        facts = opened.facts.to_facts()
        if talk := begun.get(meeting_id):
            facts = with_facts(talk, facts).facts
        outlines.append(
            ReportOutline(
                meeting=meeting_id,
                name=label(
                    "report-choice",
                    person.language,
                    chapter=reportable.chapter.name,
                    period=period_words(reportable.meeting.period, person.language),
                ),
                today=today.isoformat(),
                form=outline(report_form(facts), facts, today=today, language=person.language),
                answers=answers_to_dict(talk.answers) if talk else {},
            )
        )
    return outlines
