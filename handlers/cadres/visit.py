"""The meetings one is to attend: seen with what clashes, answered by one press each."""

from domain.message import Choice
from domain.refusals import NotFound
from domain.visits import Intent, Visit, clashes_of, double_booked
from handlers.cadres.days import list_days
from handlers.cadres.visit_sheet import say_sheet
from handlers.screen import (
    Page,
    ScreenHandler,
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
)
from operations.cadres.visits import answer_visit, get_visit, list_candidates, list_visits
from operations.directory.directory_look import find_troubles
from operations.notifications.ahead import placed, visit_notes
from operations.turn import Turn
from operations.wording import clock_words, day_words, weekday_words

_ANSWERS = {"d": Intent.COMING, "n": Intent.DECLINED}


class VisitHandler(ScreenHandler):
    """Shows the list ("" or "2", its page), one meeting ("m12"), or what is before it ("b12").

    "y12" says that one will attend, "n12" that one cannot; "d12" that one will although another
    meeting is at the same time, "o12-14" instead of that; "s12-2" asks who is sent, "t12-5" sends
    person 5.
    """

    name = "visits"
    command = "lichdu|visits"
    words = "command-visits-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows or answers."""
        key, (first, second) = argument[:1], _numbers(argument[1:])
        if key == "m" and first:
            await _show_one(turn, first)
        elif key == "y" and first:
            await _agree(turn, first)
        elif key in _ANSWERS and first:
            await _answer(turn, first, _ANSWERS[key])
        elif key == "o" and first and second:
            await _decline(turn, second)
            await _answer(turn, first, Intent.COMING)
        elif key == "s" and first:
            await _ask_whom(turn, first, second)
        elif key == "t" and first:
            await _answer(turn, first, Intent.SENDING, substitute=second)
        elif key == "b" and first:
            await say_sheet(turn, first)
        else:
            await _show_list(turn, parse_number(argument))


def _numbers(text: str) -> tuple[int, int]:
    first, _, second = text.partition("-")
    return parse_number(first), parse_number(second)


async def _show_list(turn: Turn, number: int) -> None:
    person_id = turn.require_person().id
    found = await list_visits(turn.unit, person_id, today=turn.today)
    page = take_page(found, number)
    turn.say("visits-list" if found else "visits-empty")
    turn.say_rich(*_days(turn, page, found))
    say_page(turn, page)
    show(
        turn,
        *(Choice(f"visits.m{one.meeting_id}", _label(turn, one)) for one in page.items),
        navigation=(
            *page_buttons(turn, page, "visits."),
            Choice("visitplan", turn.label("menu-visitplan")),
        ),
    )


def _days(turn: Turn, page: Page[Visit], found: list[Visit]) -> list[str]:
    person_id = turn.require_person().id
    clashes = clashes_of(person_id, found)
    names = {one.meeting_id: one.chapter_name for one in found}
    return list_days(
        turn,
        page.items,
        clashes,
        chapter=placed,
        notes=lambda one, elsewhere: visit_notes(one, person_id, elsewhere, names, turn.language),
    )


def _label(turn: Turn, one: Visit) -> str:
    return turn.label(
        "visits-button",
        day=f"{one.day:%d/%m}",
        time=clock_words(one.start_time),
        chapter=one.chapter_name,
        said=str(one.intent or "none"),
    )


async def _show_one(turn: Turn, meeting_id: int) -> None:
    visit = await get_visit(turn.unit, turn.require_person().id, meeting_id)
    await _say_visit(turn, visit)
    _offer(turn, visit)


async def _say_visit(turn: Turn, visit: Visit) -> None:
    """Says which meeting it is, with what there is to say of it."""
    person_id = turn.require_person().id
    found = await list_visits(turn.unit, person_id, today=turn.today)
    clashes = clashes_of(person_id, found)
    names = {one.meeting_id: one.chapter_name for one in found}
    meeting = turn.text(
        "visit-one",
        chapter=placed(visit),
        day=weekday_words(visit.day, turn.language),
        time=clock_words(visit.start_time),
        place=visit.place,
    )
    notes = visit_notes(visit, person_id, clashes, names, turn.language)
    turn.say_rich("; ".join([meeting, *notes]))


def _offer(turn: Turn, visit: Visit) -> None:
    """Ends with the answers that are left, what is to know before, and the way back."""
    number = visit.meeting_id
    if visit.person_id == turn.require_person().id:
        answers = [("y", Intent.COMING), ("n", Intent.DECLINED), ("s", Intent.SENDING)]
    else:
        answers = [("n", Intent.DECLINED)]
    choices = [
        Choice(f"visits.{key}{number}", turn.label(f"visit-say-{intent}"))
        for key, intent in answers
        if intent is not visit.intent or intent is Intent.SENDING
    ]
    show(
        turn,
        *choices,
        Choice(f"visits.b{number}", turn.label("visit-button-sheet")),
        navigation=(Choice("visits", turn.label("menu-visits")),),
    )


async def _ask_whom(turn: Turn, meeting_id: int, number: int) -> None:
    visit = await get_visit(turn.unit, turn.require_person().id, meeting_id)
    found = await list_candidates(turn.unit, visit)
    if not found or visit.person_id != turn.require_person().id:
        raise NotFound("visit-nobody-to-send")
    page = take_page(found, number)
    turn.say("visit-whom", chapter=visit.chapter_name, day=day_words(visit.day))
    say_page(turn, page)
    show(
        turn,
        *(Choice(f"visits.t{meeting_id}-{one.id}", shorten(one.name)) for one in page.items),
        navigation=(
            *page_buttons(turn, page, f"visits.s{meeting_id}-"),
            Choice(f"visits.m{meeting_id}", turn.label("button-back")),
        ),
    )


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
    show(
        turn,
        Choice(f"visits.o{meeting_id}-{first.meeting_id}", turn.label("visit-button-instead")),
        Choice(f"visits.d{meeting_id}", turn.label("visit-button-both")),
        navigation=(Choice(f"visits.m{meeting_id}", turn.label("button-back")),),
    )


async def _decline(turn: Turn, meeting_id: int) -> None:
    """Says of a meeting that one cannot attend it."""
    await answer_visit(
        turn.unit,
        meeting_id,
        Intent.DECLINED,
        by=turn.require_person(),
        policy=turn.policy,
        now=turn.now,
    )


async def _answer(turn: Turn, meeting_id: int, intent: Intent, *, substitute: int = 0) -> None:
    person = turn.require_person()
    visit = await answer_visit(
        turn.unit,
        meeting_id,
        intent,
        by=person,
        substitute_id=substitute or None,
        policy=turn.policy,
        now=turn.now,
    )
    if person.id not in visit.people:
        turn.say("visit-handed-back", chapter=visit.chapter_name, name=visit.person_name)
        show(turn, Choice("visits", turn.label("menu-visits")))
        return
    turn.say(f"visit-noted-{intent}", sent=visit.substitute_name or "–")
    sent = visit.substitute_id
    if sent and await find_troubles(turn.unit, {sent}):
        turn.say("visit-sent-unreached", sent=visit.substitute_name or "–")
    await _say_visit(turn, visit)
    _offer(turn, visit)
