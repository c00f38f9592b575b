"""Câu hỏi: what leaders ask, the oldest first, answered from here once."""

from desk.acting import read_field, read_words, try_out
from desk.listing import ROWS, Rows, read_key
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from operations.rights import Right
from operations.topics.answering import answer_enquiry, count_enquiries, list_enquiries


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows what waits or what was answered."""
    context, tab = visit.context, visit.view.chosen["tab"]
    is_open = tab == "open"
    waiting, settled = await count_enquiries(context)
    number = max(read_key(visit), 1)
    page = await list_enquiries(
        context.unit,
        context.posts,
        open_ones=is_open,
        page=number,
        size=ROWS,
        today=context.today,
    )
    ways = (("open", waiting), ("settled", settled))
    return Drawn(
        frame="questions.html",
        values={
            "tab_ways": [
                (
                    visit.word(f"questions-{name}"),
                    visit.link(tab=name),
                    many,
                    name == tab,
                )
                for name, many in ways
            ],
            "page": Rows(
                rows=page.views,
                total=waiting if is_open else settled,
                first=(number - 1) * ROWS + 1 if page.views else 0,
                more=visit.link(after=number + 1) if page.has_more else "",
                start=visit.link() if number > 1 else "",
                every="",
            ),
            "is_open": is_open,
            "problem": problem,
            "typed": {read_words(visit, "question"): read_words(visit, "answer")},
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Answers a question; what could not be done is said, with what was typed."""
    work = answer_enquiry(
        visit.context,
        read_field(visit, "question"),
        read_words(visit, "answer"),
        version=read_field(visit, "version"),
    )
    problem = await try_out(visit, work)
    return await show(visit, problem) if problem else visit.link()


QUESTIONS = Page(
    name="questions",
    path="/questions",
    right=Right.ANSWER_ENQUIRY,
    show=show,
    act=act,
    asking=Asking(choices={"tab": ("open", "settled")}),
)
