"""What a desk does with a case: advice, due days, the way up, the way down and the answer."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.cases import Action, Case
from domain.chapters import Area
from domain.refusals import BadInput, Conflict
from operations.cases.caseload import DeskStep, checked_note, get_tended, record
from operations.cases.desks import desk_above, first_desk, people_at
from operations.cases.telling import CaseWord, tell_chapters, tell_people
from operations.context import ActorContext
from operations.wording import day_words
from storage.directory import areas, chapters

_LONGEST_TERM = timedelta(days=366)


async def advise(context: ActorContext, case_id: int, *, version: int, note: str) -> None:
    """Says what would help; the chapters concerned are told."""
    opened = await get_tended(context, case_id)
    words = checked_note(note)
    await record(context, opened, DeskStep(Action.ADVISED, words), version=version)
    await tell_chapters(
        context.unit,
        opened.voices,
        "case-news-advised",
        note=words,
        who=context.actor.name,
        day=context.today,
        now=context.now,
    )


async def set_due(context: ActorContext, case_id: int, *, version: int, day: date) -> None:
    """Sets by when a case is to be answered; raises BadInput for a day past or far away."""
    opened = await get_tended(context, case_id)
    if not context.today <= day <= context.today + _LONGEST_TERM:
        raise BadInput("case-due-wrong", day=day_words(day))
    step = DeskStep(Action.DUE_SET, day_words(day), {"due_on": day})
    await record(context, opened, step, version=version)


async def pass_up(context: ActorContext, case_id: int, *, version: int, note: str) -> Area:
    """Passes a case to the next place above that has staff; they and the chapters are told.

    Raises Conflict where nobody is above.
    """
    opened = await get_tended(context, case_id)
    above = await desk_above(
        context.unit, opened.chapter, opened.desk, today=context.today, policy=context.policy
    )
    if above is None:
        raise Conflict("case-nobody-above")
    words = checked_note(note)
    values = {"area_id": above.place.id, "owner_id": above.owner_id, "due_on": above.due_on}
    step = DeskStep(Action.PASSED_UP, words, values, above.place)
    await record(context, opened, step, version=version)
    told = {"note": words, "who": context.actor.name, "desk": above.place.name}
    word = CaseWord("case-news-came-up", told)
    await tell_people(context.unit, above.people, opened.case, word, now=context.now)
    await tell_chapters(
        context.unit,
        opened.voices,
        "case-news-passed-up",
        desk=above.place.name,
        due=day_words(above.due_on),
        day=context.today,
        now=context.now,
    )
    return above.place


async def send_down(context: ActorContext, case_id: int, *, version: int, note: str) -> None:
    """Gives a case back to its chapter's own desk with an instruction; those there are told.

    Raises BadInput for one that several places tell: each would need its own desk.
    """
    opened = await get_tended(context, case_id)
    if any(case.area_path != opened.case.area_path for case in opened.voices):
        raise BadInput("case-several-places")
    words = checked_note(note)
    home = await first_desk(
        context.unit, opened.chapter, today=context.today, policy=context.policy
    )
    values = {"area_id": home.place.id, "owner_id": home.owner_id, "due_on": home.due_on}
    step = DeskStep(Action.SENT_DOWN, words, values, home.place)
    await record(context, opened, step, version=version)
    told = {"note": words, "who": context.actor.name}
    word = CaseWord("case-news-sent-down", told)
    await tell_people(context.unit, home.people, opened.case, word, now=context.now)


async def answer(context: ActorContext, case_id: int, *, version: int, note: str) -> None:
    """Says how a case was dealt with; its chapters say whether it is, and are told.

    So are those on the desks below from which it, or one joined to it, came up.
    """
    opened = await get_tended(context, case_id)
    words = checked_note(note)
    values = {"answered_at": context.now}
    step = DeskStep(Action.ANSWERED, words, values)
    await record(context, opened, step, version=version)
    await tell_chapters(
        context.unit,
        opened.voices,
        "case-news-answered",
        note=words,
        who=context.actor.name,
        asks=True,
        day=context.today,
        now=context.now,
    )
    await _tell_below(context, opened.voices[1:] if opened.is_at_home else opened.voices, words)


async def _tell_below(context: ActorContext, voices: Sequence[Case], words: str) -> None:
    """Tells everybody below once, of the first case that is theirs."""
    told, heard = {"note": words, "who": context.actor.name}, {context.actor.id}
    theirs = await chapters.by_ids(context.unit, {case.chapter_id for case in voices})
    for voice in voices:
        chapter = theirs[voice.chapter_id]
        home = await areas.get(context.unit, chapter.area_id)
        below = await people_at(context.unit, chapter, home, today=context.today)
        anew = [person for person in below if person.id not in heard]
        heard |= {person.id for person in anew}
        word = CaseWord("case-news-answered-above", told)
        await tell_people(context.unit, anew, voice, word, now=context.now)
