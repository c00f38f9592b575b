"""What a desk does with a case: advice, due days, the way up, the way down and the answer."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.cases import Action, Case
from domain.chapters import Area
from domain.refusals import BadInput, Conflict
from operations.cases.caseload import Doing, checked_note, get_tended, record
from operations.cases.desks import desk_above, first_desk, people_at
from operations.cases.telling import tell_chapters, tell_people
from operations.wording import day_words
from storage.directory import areas, chapters

_LONGEST_TERM = timedelta(days=366)


async def advise(doing: Doing, case_id: int, *, version: int, note: str) -> None:
    """Says what would help; the chapters concerned are told."""
    opened = await get_tended(doing, case_id)
    words = checked_note(note)
    await record(doing, opened, Action.ADVISED, version=version, note=words)
    await tell_chapters(
        doing.unit,
        opened.voices,
        "case-news-advised",
        note=words,
        who=doing.by.name,
        day=doing.today,
        now=doing.now,
    )


async def set_due(doing: Doing, case_id: int, *, version: int, day: date) -> None:
    """Sets by when a case is to be answered; raises BadInput for a day past or far away."""
    opened = await get_tended(doing, case_id)
    if not doing.today <= day <= doing.today + _LONGEST_TERM:
        raise BadInput("case-due-wrong", day=day_words(day))
    await record(
        doing, opened, Action.DUE_SET, version=version, values={"due_on": day}, note=day_words(day)
    )


async def pass_up(doing: Doing, case_id: int, *, version: int, note: str) -> Area:
    """Passes a case to the next place above that has staff; they and the chapters are told.

    Raises Conflict where nobody is above.
    """
    opened = await get_tended(doing, case_id)
    above = await desk_above(
        doing.unit, opened.chapter, opened.desk, today=doing.today, policy=doing.policy
    )
    if above is None:
        raise Conflict("case-nobody-above")
    words = checked_note(note)
    values = {"area_id": above.place.id, "owner_id": above.owner_id, "due_on": above.due_on}
    await record(
        doing,
        opened,
        Action.PASSED_UP,
        version=version,
        values=values,
        note=words,
        desk=above.place,
    )
    told = {"note": words, "who": doing.by.name, "desk": above.place.name}
    await tell_people(
        doing.unit, above.people, opened.case, "case-news-came-up", args=told, now=doing.now
    )
    await tell_chapters(
        doing.unit,
        opened.voices,
        "case-news-passed-up",
        desk=above.place.name,
        due=day_words(above.due_on),
        day=doing.today,
        now=doing.now,
    )
    return above.place


async def send_down(doing: Doing, case_id: int, *, version: int, note: str) -> None:
    """Gives a case back to its chapter's own desk with an instruction; those there are told.

    Raises BadInput for one that several places tell: each would need its own desk.
    """
    opened = await get_tended(doing, case_id)
    if any(one.area_path != opened.case.area_path for one in opened.voices):
        raise BadInput("case-several-places")
    words = checked_note(note)
    home = await first_desk(doing.unit, opened.chapter, today=doing.today, policy=doing.policy)
    values = {"area_id": home.place.id, "owner_id": home.owner_id, "due_on": home.due_on}
    await record(
        doing,
        opened,
        Action.SENT_DOWN,
        version=version,
        values=values,
        note=words,
        desk=home.place,
    )
    told = {"note": words, "who": doing.by.name}
    await tell_people(
        doing.unit, home.people, opened.case, "case-news-sent-down", args=told, now=doing.now
    )


async def answer(doing: Doing, case_id: int, *, version: int, note: str) -> None:
    """Says how a case was dealt with; its chapters say whether it is, and are told.

    So are those on the desks below from which it, or one joined to it, came up.
    """
    opened = await get_tended(doing, case_id)
    words = checked_note(note)
    values = {"answered_at": doing.now}
    await record(doing, opened, Action.ANSWERED, version=version, values=values, note=words)
    await tell_chapters(
        doing.unit,
        opened.voices,
        "case-news-answered",
        note=words,
        who=doing.by.name,
        asks=True,
        day=doing.today,
        now=doing.now,
    )
    await _tell_below(doing, opened.voices[1:] if opened.is_at_home else opened.voices, words)


async def _tell_below(doing: Doing, voices: Sequence[Case], words: str) -> None:
    """Tells everybody below once, of the first case that is theirs."""
    told, heard = {"note": words, "who": doing.by.name}, {doing.by.id}
    theirs = await chapters.by_ids(doing.unit, {one.chapter_id for one in voices})
    for one in voices:
        chapter = theirs[one.chapter_id]
        home = await areas.get(doing.unit, chapter.area_id)
        below = await people_at(doing.unit, chapter, home, today=doing.today)
        anew = [person for person in below if person.id not in heard]
        heard |= {person.id for person in anew}
        await tell_people(
            doing.unit, anew, one, "case-news-answered-above", args=told, now=doing.now
        )
