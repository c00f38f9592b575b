"""The meetings one is to attend: seen with what clashes, answered by one press each."""

from domain.buttons import read_button
from domain.message import Choice
from domain.refusals import NotFound
from domain.visits import Intent, Visit, clashes_of, double_booked
from handlers.cadres.days import list_days
from handlers.cadres.visit_sheet import say_sheet
from handlers.screen import Page, ScreenHandler, show, take_page
from handlers.steps import choice, show_page, task_button
from operations.cadres.buttons import (
    VISIT_BUTTONS,
    AttendBoth,
    AttendInstead,
    AttendVisit,
    ChooseSubstitute,
    DeclineVisit,
    SendSubstitute,
    ShowVisit,
    VisitList,
    VisitSheet,
)
from operations.cadres.visits import answer_visit, get_visit, list_candidates, list_visits
from operations.directory.directory_look import find_troubles
from operations.notifications.ahead import placed, visit_notes
from operations.turn import Turn
from operations.wording import clock_words, day_words, weekday_words

_ANSWERS = {
    Intent.COMING: AttendVisit,
    Intent.DECLINED: DeclineVisit,
    Intent.SENDING: ChooseSubstitute,
}


class VisitHandler(ScreenHandler):
    """Shows the list, one meeting or what is to know before it; takes the answers."""

    name = "visits"
    command = "lichdu|visits"
    words = "command-visits-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows or answers."""
        match read_button(argument, *VISIT_BUTTONS):
            case ShowVisit(meeting_id):
                visit = await get_visit(turn.unit, turn.require_person().id, meeting_id)
                await _show(turn, visit)
            case VisitSheet(meeting_id):
                await say_sheet(turn, meeting_id)
            case AttendVisit(meeting_id):
                await _agree(turn, meeting_id)
            case AttendBoth(meeting_id):
                await _answer(turn, meeting_id, Intent.COMING)
            case AttendInstead(meeting_id, other_id):
                await _write(turn, other_id, Intent.DECLINED)
                await _answer(turn, meeting_id, Intent.COMING)
            case DeclineVisit(meeting_id):
                await _answer(turn, meeting_id, Intent.DECLINED)
            case ChooseSubstitute() as asked:
                await _ask_whom(turn, asked)
            case SendSubstitute(meeting_id, person_id):
                await _answer(turn, meeting_id, Intent.SENDING, substitute=person_id)
            case VisitList(number):
                await _show_list(turn, number)
            case _:
                await _show_list(turn, 1)


async def _show_list(turn: Turn, number: int) -> None:
    found = await list_visits(turn.unit, turn.require_person().id, today=turn.today)
    page = take_page(found, number)
    turn.say("visits-list" if found else "visits-empty")
    turn.say_rich(*_days(turn, page, found))
    show_page(
        turn,
        page,
        VisitList,
        *(Choice(ShowVisit(visit.meeting_id).key, _label(turn, visit)) for visit in page.items),
        navigation=(task_button(turn, "visitplan"),),
    )


def _days(turn: Turn, page: Page[Visit], found: list[Visit]) -> list[str]:
    person_id = turn.require_person().id
    clashes = clashes_of(person_id, found)
    names = {visit.meeting_id: visit.chapter_name for visit in found}
    return list_days(
        turn,
        page.items,
        clashes,
        chapter=placed,
        notes=lambda visit, elsewhere: visit_notes(
            visit, person_id, elsewhere, names, turn.language
        ),
    )


def _label(turn: Turn, visit: Visit) -> str:
    return turn.label(
        "visits-button",
        day=f"{visit.day:%d/%m}",
        time=clock_words(visit.start_time),
        chapter=visit.chapter_name,
        said=str(visit.intent or "none"),
    )


async def _show(turn: Turn, visit: Visit) -> None:
    """Shows a meeting with what there is to say of it, and the answers that are left."""
    person_id = turn.require_person().id
    found = await list_visits(turn.unit, person_id, today=turn.today)
    names = {other.meeting_id: other.chapter_name for other in found}
    meeting = turn.text(
        "visit-one",
        chapter=placed(visit),
        day=weekday_words(visit.day, turn.language),
        time=clock_words(visit.start_time),
        place=visit.place,
    )
    notes = visit_notes(visit, person_id, clashes_of(person_id, found), names, turn.language)
    turn.say_rich("; ".join([meeting, *notes]))
    is_own = visit.person_id == person_id
    choices = [
        choice(turn, button(visit.meeting_id), f"visit-say-{intent}")
        for intent, button in _ANSWERS.items()
        if (is_own or intent is Intent.DECLINED)
        and (intent is not visit.intent or intent is Intent.SENDING)
    ]
    sheet = choice(turn, VisitSheet(visit.meeting_id), "visit-button-sheet")
    show(turn, *choices, sheet, navigation=(task_button(turn, "visits"),))


async def _ask_whom(turn: Turn, asked: ChooseSubstitute) -> None:
    meeting_id = asked.meeting
    visit = await get_visit(turn.unit, turn.require_person().id, meeting_id)
    found = await list_candidates(turn.unit, visit)
    if not found or visit.person_id != turn.require_person().id:
        raise NotFound("visit-nobody-to-send")
    page = take_page(found, asked.page)
    turn.say("visit-whom", chapter=visit.chapter_name, day=day_words(visit.day))
    show_page(
        turn,
        page,
        lambda number: ChooseSubstitute(meeting_id, number),
        *(Choice(SendSubstitute(meeting_id, person.id).key, person.name) for person in page.items),
        navigation=(_back(turn, meeting_id),),
    )


def _back(turn: Turn, meeting_id: int) -> Choice:
    return choice(turn, ShowVisit(meeting_id), "button-back")


async def _agree(turn: Turn, meeting_id: int) -> None:
    """Says that one will attend, or asks first where that cannot be together with another."""
    person_id = turn.require_person().id
    visit = await get_visit(turn.unit, person_id, meeting_id)
    doubled = double_booked(visit, await list_visits(turn.unit, person_id, today=turn.today))
    if not doubled:
        await _answer(turn, meeting_id, Intent.COMING)
        return
    first = doubled[0]
    turn.say(
        "visit-ask-double",
        chapter=placed(visit),
        time=clock_words(visit.start_time),
        other=placed(first),
        other_time=clock_words(first.start_time),
        count=len(doubled),
    )
    instead = AttendInstead(meeting_id, first.meeting_id)
    show(
        turn,
        choice(turn, instead, "visit-button-instead"),
        choice(turn, AttendBoth(meeting_id), "visit-button-both"),
        navigation=(_back(turn, meeting_id),),
    )


async def _write(turn: Turn, meeting_id: int, intent: Intent, *, substitute: int = 0) -> Visit:
    return await answer_visit(turn.context, meeting_id, intent, substitute_id=substitute or None)


async def _answer(turn: Turn, meeting_id: int, intent: Intent, *, substitute: int = 0) -> None:
    visit = await _write(turn, meeting_id, intent, substitute=substitute)
    if turn.require_person().id not in visit.people:
        turn.say("visit-handed-back", chapter=visit.chapter_name, name=visit.person_name)
        show(turn, task_button(turn, "visits"))
        return
    turn.say(f"visit-noted-{intent}", sent=visit.substitute_name or "–")
    sent = visit.substitute_id
    if sent and await find_troubles(turn.unit, {sent}):
        turn.say("visit-sent-unreached", sent=visit.substitute_name or "–")
    await _show(turn, visit)
