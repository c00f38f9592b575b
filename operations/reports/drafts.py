"""Drafts of a turn's person: found, begun, given up; saved with the turn itself."""

from dataclasses import dataclass
from typing import Any

from dialogue import Form
from dialogue.report_form import REPORT
from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.talks import Draft
from operations.access import reporting_role
from operations.turn import Turn
from storage.directory import chapters
from storage.meetings import meetings
from storage.messages import talks
from storage.people import people

# Former leaders' drafts beside the one that the new leader has begun: the forms they are kept as.
BESIDE = tuple(f"{REPORT.name}.beside{number}" for number in ("", *range(2, 6)))
# Every form in which a report is kept before it is sent.
KEPT_AS = (REPORT.name, *BESIDE)


async def find(turn: Turn, *, form: str, meeting_id: int) -> Draft | None:
    """Returns the person's draft for a meeting."""
    if turn.draft and (turn.draft.form, turn.draft.meeting_id) == (form, meeting_id):
        return turn.draft
    person = turn.require_person()
    return await talks.find_draft(turn.unit, person_id=person.id, form=form, meeting_id=meeting_id)


async def list_meetings(turn: Turn, *, form: str) -> frozenset[int]:
    """Returns the meetings for which the person has a draft."""
    drafts = await talks.list_drafts(turn.unit, turn.require_person().id)
    return frozenset(draft.meeting_id for draft in drafts if draft.form == form)


async def start(turn: Turn, form: Form, meeting_id: int, state: dict[str, Any]) -> Draft:
    """Begins a draft, or begins the one there is anew."""
    known = await find(turn, form=form.name, meeting_id=meeting_id)
    if known is None:
        return await talks.add_draft(
            turn.unit,
            talks.NewDraft(
                person_id=turn.require_person().id,
                form=form.name,
                form_version=form.version,
                meeting_id=meeting_id,
                state=state,
            ),
            now=turn.now,
        )
    known.state, known.form_version = state, form.version
    return known


async def keep(turn: Turn, form: Form, meeting_id: int, state: dict[str, Any]) -> None:
    """Keeps a draft for later; the talk goes on with what is open in it."""
    draft = await start(turn, form, meeting_id, state)
    talks.save_draft_later(turn.unit, draft, now=turn.now)


async def delete(turn: Turn, draft: Draft) -> None:
    """Throws a draft away."""
    turn.draft = None
    turn.talk.draft_id = None
    await talks.delete_draft(turn.unit, draft.id)


@dataclass(frozen=True, slots=True)
class ReportDrafts:
    """A person's drafts of one report: their own, and former leaders', those to ask of first."""

    own: Draft | None
    beside: tuple[Draft, ...]


async def list_of_report(turn: Turn, meeting_id: int) -> ReportDrafts:
    """Returns the person's drafts of a meeting's report."""
    found = await talks.list_drafts(turn.unit, turn.require_person().id)
    by_form = {draft.form: draft for draft in found if draft.meeting_id == meeting_id}
    own = by_form.get(REPORT.name)
    if own and turn.draft and turn.draft.id == own.id:
        own = turn.draft
    beside = [by_form[form] for form in BESIDE if form in by_form]
    return ReportDrafts(own, tuple(sorted(beside, key=is_chosen_against)))


async def name_of_writer(turn: Turn, draft: Draft) -> str:
    """Returns the name of who had begun a draft."""
    by = int(draft.state.get("by", draft.person_id))
    known = await people.persons(turn.unit, [by])
    return known[by].name


async def take_as_own(turn: Turn, beside: Draft) -> Draft:
    """Returns a draft kept for a person who has none of their own: it is theirs from now on."""
    await talks.delete_draft(turn.unit, beside.id)
    return await start(turn, REPORT, beside.meeting_id, beside.state)


def exchange(turn: Turn, own: Draft, other: Draft) -> None:
    """Goes on with the other of two drafts; neither is lost before the report is sent."""
    own.state, other.state = other.state, {"by": own.person_id, **own.state}
    own.form_version, other.form_version = other.form_version, own.form_version
    choose(turn, other)
    turn.draft = own


def is_chosen_against(draft: Draft) -> bool:
    """True for a draft beside one's own that the person has decided not to go on with."""
    return bool(draft.state.get("chosen"))


def choose(turn: Turn, other: Draft) -> None:
    """Notes that the person has chosen another draft than this one, which is kept."""
    other.state = {**other.state, "chosen": True}
    talks.save_draft_later(turn.unit, other, now=turn.now)


@dataclass(frozen=True, slots=True)
class BegunReport:
    """A report that was begun and not sent, and can still be."""

    meeting: Meeting
    chapter: Chapter


async def find_begun_report(turn: Turn) -> BegunReport | None:
    """Returns the report the person worked on last, if its period still takes it."""
    found = await talks.list_drafts(turn.unit, turn.require_person().id)
    begun = [draft.meeting_id for draft in found if draft.form == REPORT.name]
    by_id = await meetings.by_ids(turn.unit, begun)
    open_ones = [
        by_id[meeting_id]
        for meeting_id in begun
        if meeting_id in by_id and not by_id[meeting_id].is_closed(turn.today)
    ]
    of = await chapters.by_ids(turn.unit, {meeting.chapter_id for meeting in open_ones})
    mine = (
        BegunReport(meeting, of[meeting.chapter_id])
        for meeting in open_ones
        if reporting_role(turn.posts, of[meeting.chapter_id], turn.today)
    )
    return next(mine, None)
