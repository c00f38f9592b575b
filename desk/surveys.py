"""Phiếu hỏi: what was asked of chapters, the answers as they come, and a new question."""

from datetime import date

from desk.acting import go_on, read_chosen, read_fields, read_words, require_number, try_out
from desk.listing import take_rows
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.questionnaires.urgent import Sort
from domain.refusals import BadInput
from operations.questionnaires.at_desk import check_form_file, find_form_look, look_at_form
from operations.questionnaires.desk import (
    DraftSheet,
    find_scope_key,
    open_questionnaire,
)
from operations.questionnaires.drafting import (
    drop_draft,
    read_options,
    set_term,
    start_question,
)
from operations.questionnaires.following import list_followed
from operations.questionnaires.narrowing import narrow_to_kinds, narrow_to_programme
from operations.questionnaires.publishing import ask_with_reports, publish
from operations.questionnaires.reaching import may_ask
from operations.questionnaires.sending import (
    close_questionnaire,
    remind_once,
    send_questionnaire,
)
from operations.rights import Right
from texts import label

# Seconds after which a page that waits for a form asks again.
_AGAIN = 3
_TYPED = ("question", "sort", "options", "day")


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows what was asked, and the form of a new question."""
    found = await list_followed(visit.context)
    chosen = read_chosen(visit, "look")
    look = None if chosen is None else await find_form_look(visit.context, chosen)
    waits = look is not None and look.state == "pending"
    return Drawn(
        frame="surveys.html",
        again=_AGAIN if waits and not problem else 0,
        values={
            "look": look,
            "waits": waits,
            "page": take_rows(visit, found, key=lambda line: str(line.questionnaire.id)),
            "may_ask": may_ask(visit.context) and visit.stand.place is not None,
            "sorts": tuple(Sort),
            "problem": problem,
            "typed": {name: read_words(visit, name) for name in _TYPED},
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Begins a question, looked at with its cost before it goes out; or takes a form."""
    work = _take_form(visit) if visit.form.get("do") == "send" else _begin(visit)
    return await go_on(visit, work, lambda problem: show(visit, problem))


async def _take_form(visit: Visit) -> str:
    context, upload, of = visit.context, visit.upload, read_words(visit, "of")
    stored = upload.require()
    number, key = require_number(of) if of else 0, ""
    if not number:
        key = await find_scope_key(context, visit.require_place(), visit.view.only)
    look = await look_at_form(context, upload.name, stored, scope=key, questionnaire_id=number)
    return visit.link(look=look)


async def _begin(visit: Visit) -> str:
    context = visit.context
    try:
        sort, day = Sort(read_words(visit, "sort")), date.fromisoformat(read_words(visit, "day"))
    except ValueError as error:
        raise BadInput("survey-form") from error
    options: tuple[str, ...] = ()
    if sort is Sort.CHOICE:
        options = read_options(read_words(visit, "options"))
    elif sort is Sort.YES_NO:
        options = (label("survey-yes", visit.language), label("survey-no", visit.language))
    key = await find_scope_key(context, visit.require_place(), visit.view.only)
    begun = await start_question(context, key, read_words(visit, "question"), sort, options)
    await set_term(context, begun, day)
    return visit.link("survey", survey=begun)


async def show_survey(visit: Visit, problem: str = "") -> Drawn:
    """Shows a draft with its cost, or how many have answered and what."""
    found = await open_questionnaire(visit.context, visit.number("survey"), visit.view.period)
    is_draft = isinstance(found, DraftSheet)
    return Drawn(
        frame="survey_draft.html" if is_draft else "survey.html",
        values={
            "found": found,
            "problem": problem,
            "today": visit.context.today,
            "typed": {name: read_words(visit, name) if problem else "" for name in ("from", "to")},
        },
    )


async def act_on_survey(visit: Visit) -> str | Drawn:
    """Sends, drops, reminds or closes."""
    number, context = visit.number("survey"), visit.context
    match visit.form.get("do"):
        case "send":
            problem = await try_out(visit, send_questionnaire(context, number))
        case "drop":
            problem = await try_out(visit, drop_draft(context, number))
            return visit.link("surveys") if not problem else await show_survey(visit, problem)
        case "days":
            problem = await try_out(visit, _set_days(visit, number))
        case "narrow":
            problem = await try_out(visit, _narrow(visit, number))
        case "publish":
            problem = await try_out(visit, publish(context, number))
        case "remind":
            problem = await try_out(visit, remind_once(context, number))
        case "close":
            problem = await try_out(visit, close_questionnaire(context, number))
        case _:
            raise BadInput("desk-bad-request")
    return await show_survey(visit, problem) if problem else visit.link()


async def _set_days(visit: Visit, number: int) -> None:
    begins, ends = read_words(visit, "from"), read_words(visit, "to")
    try:
        first, last = date.fromisoformat(begins), date.fromisoformat(ends) if ends else None
    except ValueError as error:
        raise BadInput("survey-form") from error
    await ask_with_reports(visit.context, number, first, last)


async def _narrow(visit: Visit, number: int) -> None:
    programme = read_words(visit, "programme")
    await narrow_to_kinds(visit.context, number, read_fields(visit, "kind"))
    await narrow_to_programme(
        visit.context, number, require_number(programme) if programme else None
    )


SURVEYS = Page(
    name="surveys",
    path="/surveys",
    right=Right.SEE_OVERVIEW,
    show=show,
    act=act,
    asking=Asking(choices={"look": ()}),
    admit=check_form_file,
)
SURVEY = Page(
    name="survey",
    path="/surveys/{survey}",
    right=Right.SEE_OVERVIEW,
    show=show_survey,
    act=act_on_survey,
    in_menu=False,
)
