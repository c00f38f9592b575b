"""Steps that many talks share: words, a day or a yes asked for, one of many chosen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, Self, TypeVar

from dialogue.inputs import Input, Late, Press, Say
from documents.official.wording import span_words
from domain.buttons import Button, View, read_button
from domain.calendar import period_of
from domain.message import Choice, Expects
from domain.reading import ReadDate, Towards, parse_date
from domain.refusals import BadInput, Refusal
from domain.reporting_span import LENGTHS, Span, span_of
from handlers.screen import Page, page_buttons, say_page, show, take_page, unfit_key
from operations.desks import list_desks
from operations.turn import Turn
from operations.wording import day_words

CANCEL, YES = Press("cancel"), Press("yes")
_TOWARDS: tuple[Towards, ...] = ("past", "future")
# So many spans are offered at once.
_SPANS = 4

B = TypeVar("B", bound=Button)
V = TypeVar("V", bound=View)
T = TypeVar("T")


class Stretch(Protocol):
    """A period or a span: some months with others before and after."""

    @property
    def last_day(self) -> date:
        """The last day of the last month."""
        ...

    def previous(self) -> Self:
        """The one right before."""
        ...

    def next(self) -> Self:
        """The one right after."""
        ...


P = TypeVar("P", bound=Stretch)


@dataclass(frozen=True)
class OfferedDay(Button, letter="d"):
    """A day that an open question offers."""

    day: date


@dataclass(frozen=True)
class OfferedReason(Button, letter="r"):
    """A reason that an open question offers, by the end of its text key."""

    name: str


def typed(given: Input) -> str | None:
    """Returns what was typed, None for any other answer."""
    return given.text if isinstance(given, Say | Late) else None


def pressed(given: Input, *kinds: type[B]) -> B | None:
    """Returns the button of these kinds that was pressed, None for any other answer."""
    return read_button(given.key, *kinds) if isinstance(given, Press) else None


def unfit(turn: Turn) -> BadInput:
    """Returns the refusal of an answer that the open question does not take."""
    return BadInput(unfit_key(turn))


def typed_words(turn: Turn, given: Input) -> str:
    """Returns what was typed; raises BadInput for any other answer."""
    text = typed(given)
    if text is None:
        raise unfit(turn)
    return text


def read_day(turn: Turn, text: str, *, towards: Towards, refusal: str) -> date:
    """Returns the day that words name, raises BadInput of this code for others."""
    found = parse_date(text, today=turn.today, towards=towards)
    if not isinstance(found, ReadDate):
        raise BadInput(refusal, example=day_words(turn.today))
    return found.day


def say_refusal(turn: Turn, refusal: Refusal) -> None:
    """Says why something was not done."""
    turn.say(refusal.code, **refusal.facts)


def ask_again(turn: Turn) -> None:
    """Says what the open question takes, and asks it again."""
    turn.say(unfit_key(turn))
    turn.repeat_prompt()


def choice(turn: Turn, key: str | Button | Press, text: str, /, **args: str | int) -> Choice:
    """Returns a button with this text in the person's language."""
    return Choice(key if isinstance(key, str) else key.key, turn.label(text, **args))


def cancel_button(turn: Turn) -> Choice:
    """Returns the button that leaves everything as it is."""
    return choice(turn, CANCEL, "button-cancel")


def back_button(turn: Turn) -> Choice:
    """Returns the button that leads to the question before."""
    return choice(turn, "back", "button-back")


def ask_words(
    turn: Turn,
    *choices: Choice,
    expects: Expects = Expects.TEXT,
    navigation: Sequence[Choice] = (),
) -> None:
    """Ends the answer with a question for words, which can be cancelled."""
    turn.ask(choices, expects=expects, navigation=(*navigation, cancel_button(turn)))


def ask_yes(turn: Turn, words: str = "edit-button-yes") -> None:
    """Ends the answer with a question for a yes to what was shown, which can be cancelled."""
    turn.ask((choice(turn, YES, words),), navigation=(cancel_button(turn),))


def day_choices(days: Mapping[str, date]) -> tuple[Choice, ...]:
    """Returns the buttons of days that a question offers, by their words."""
    return tuple(Choice(OfferedDay(day).key, words) for words, day in days.items())


def take_day(turn: Turn, given: Input, *, not_before: date) -> date | None:
    """Returns the day that was pressed, or typed and is the next one from `not_before` on.

    None for an answer of another kind; raises BadInput, with an example, for words that are no
    such day.
    """
    if offered := pressed(given, OfferedDay):
        return offered.day
    text = typed(given)
    if text is None:
        return None
    for towards in _TOWARDS:
        found = parse_date(text, today=turn.today, towards=towards)
        if found is None:
            continue
        days = (found.day,) if isinstance(found, ReadDate) else found.candidates
        if fits := [day for day in days if day >= not_before]:
            return fits[0]
    raise BadInput("pause-bad-day", example=day_words(not_before))


def reason_choices(turn: Turn, texts: str, names: Iterable[str]) -> tuple[Choice, ...]:
    """Returns the buttons of offered reasons; their text keys begin with `texts`."""
    return tuple(choice(turn, OfferedReason(name), f"{texts}{name}") for name in names)


def take_reason(turn: Turn, given: Input, texts: str, names: Iterable[str]) -> str:
    """Returns the reason that was pressed or typed, "" for an answer of another kind."""
    offered = pressed(given, OfferedReason)
    if offered and offered.name in names:
        return turn.label(f"{texts}{offered.name}")
    return typed(given) or ""


async def choose_desk(
    turn: Turn, area_id: int, *, key: str, button: Callable[[int], Button]
) -> int | None:
    """Returns the place that is named, or the only one that somebody looks after.

    Else asks by the text `key` which it is to be, and returns None. Raises NotAllowed for
    somebody who looks after none.
    """
    desks = await list_desks(turn.unit, turn.posts, today=turn.today)
    if area_id or len(desks) == 1:
        return area_id or desks[0].id
    turn.say(key)
    show(turn, *(Choice(button(desk.id).key, desk.name) for desk in desks))
    return None


def show_list(
    turn: Turn,
    choices: Sequence[Choice],
    number: int,
    there: Callable[[int], Button],
    *,
    navigation: Sequence[Choice] = (),
) -> None:
    """Ends the answer with one page of choices; `there` leads to the page of a number."""
    page = take_page(choices, number)
    say_page(turn, page)
    show(turn, *page.items, navigation=(*page_buttons(turn, page, there), *navigation))


def show_page(
    turn: Turn,
    page: Page[T],
    there: Callable[[int], Button],
    *choices: Choice,
    navigation: Sequence[Choice] = (),
    columns: int = 1,
) -> None:
    """Ends the answer with what one page of a list leads to; `there` leads to another page."""
    say_page(turn, page)
    pages = page_buttons(turn, page, there)
    show(turn, *choices, navigation=(*pages, *navigation), columns=columns)


def task_button(turn: Turn, name: str) -> Choice:
    """Returns the button that opens a task, called as in the menu."""
    return choice(turn, name, f"menu-{name}")


def read_view(argument: str, *kinds: type[V], today: date, lengths: tuple[int, ...] = (1,)) -> V:
    """Returns the view that an argument names, in no period to come.

    Anything else, or a period of none of these lengths in months, is the first kind now.
    """
    view = read_button(argument, *kinds)
    if view is None or view.period.months not in lengths:
        return kinds[0](period=period_of(today, lengths[0]))
    return replace(view, period=min(view.period, period_of(today, view.period.months)))


def _spans_back(today: date, months: int) -> list[Span]:
    """Returns the newest spans of so many months, this one first."""
    spans = [span_of(today, months)]
    while len(spans) < _SPANS:
        spans.append(spans[-1].previous())
    return spans


def choose_span(
    turn: Turn, months: int, there: Callable[[Span], Button], others: Callable[[int], Button]
) -> None:
    """Ends the answer with the newest spans of so many months, and the other lengths."""
    if months not in LENGTHS:
        months = LENGTHS[0]
    show(
        turn,
        *(
            Choice(there(span).key, span_words(span, turn.language))
            for span in _spans_back(turn.today, months)
        ),
        navigation=tuple(
            choice(turn, others(length), f"targets-button-{length}")
            for length in LENGTHS
            if length != months
        ),
    )


def period_buttons(
    turn: Turn, period: P, there: Callable[[P], Button], *, texts: str = "button-month"
) -> tuple[Choice, ...]:
    """Returns the buttons to the period before, and to the one after unless it is to come."""
    wanted = [(f"{texts}-before", period.previous())]
    if period.last_day < turn.today:
        wanted.append((f"{texts}-after", period.next()))
    return tuple(choice(turn, there(other), text) for text, other in wanted)
