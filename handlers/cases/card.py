"""A case in words: where it stands and what happened to it."""

from collections.abc import Iterator

from domain.cases import Action, Case, CaseEvent
from domain.message import Choice
from domain.records import DifficultyState
from handlers.cases.photos import CaseTask
from handlers.screen import LONGEST_LABEL, shorten
from operations.cases.case_results import CaseNews
from operations.cases.caseload import OpenedCase
from operations.turn import Turn
from operations.wording import day_words
from texts import Rich

_EVENTS_SHOWN = 8
_VOICES_SHOWN = 6
_LONGEST_NOTE = 300
_SHORTEST_TEXT = 12
# By the talk that lists them: as it is, and overdue.
_LINES = {
    "case": ("case-line", "case-line-overdue"),
    "owncase": ("owncase-line", "owncase-line-overdue"),
}
_WITHOUT_NOTE = frozenset({Action.RAISED, Action.CHANGED})


def say_case(turn: Turn, opened: OpenedCase) -> None:
    """Says what a case is about, where it lies, and its history, newest last."""
    turn.say_rich("\n".join(_head(turn, opened)))
    shown = opened.events[-_EVENTS_SHOWN:]
    turn.say_rich("\n".join(_event(turn, event) for event in shown))


def _head(turn: Turn, opened: OpenedCase) -> Iterator[Rich]:
    case = opened.case
    yield turn.text(
        "case-card-first" if opened.is_seen_first else "case-card",
        category=turn.label(f"case-category-{case.category}"),
        text=case.text,
        chapter=case.chapter_name,
        level=_level(turn, opened),
        day=day_words(turn.policy.day_of(case.raised_at)),
        state=turn.label(f"case-state-{case.state.replace('_', '-')}"),
        sign=_sign(turn, case),
        desk=opened.desk.name,
    )
    if opened.owner and case.is_living:
        yield turn.text("case-card-owner", name=opened.owner.name)
    if case.due_on and case.is_living:
        late = "case-card-overdue" if case.is_overdue(turn.today) else "case-card-due"
        yield turn.text(late, day=day_words(case.due_on))
    if opened.joined:
        named = dict.fromkeys(joined.chapter_name for joined in opened.joined)
        names = ", ".join(list(named)[:_VOICES_SHOWN])
        yield turn.text("case-card-voices", count=case.voices, names=names)
    elif case.joined_to:
        yield turn.text("case-card-joined")


def _sign(turn: Turn, case: Case) -> str:
    if case.state is DifficultyState.SOLVED:
        return "✓"
    return "▲" if case.is_overdue(turn.today) else "●"


def _level(turn: Turn, opened: OpenedCase) -> str:
    known = opened.levels.within_sentence()
    words = {
        name: known[name] or turn.label(f"level-{name}").lower() for name in ("hamlet", "commune")
    }
    return turn.label(f"case-level-{opened.case.level}", **words)


def _event(turn: Turn, event: CaseEvent) -> Rich:
    noted = bool(event.note) and event.action not in _WITHOUT_NOTE
    return turn.text(
        "case-event-note" if noted else "case-event",
        day=day_words(turn.policy.day_of(event.at)),
        what=turn.label(f"case-action-{event.action.replace('_', '-')}", desk=event.desk or ""),
        who=event.who or turn.label("case-by-itself"),
        note=shorten(event.note or "", _LONGEST_NOTE),
    )


def case_button(turn: Turn, case: Case, task: CaseTask) -> Choice:
    """Returns the button of a talk's list that opens a case; one overdue is marked."""
    key = _LINES[task.name][case.is_overdue(turn.today)]
    known = {
        "chapter": case.chapter_name,
        "place": case.area_name,
        "state": turn.label(f"case-brief-{case.state.replace('_', '-')}"),
    }

    def line(text: str) -> str:
        words = turn.label(key, text=text, **known)
        if case.voices > 1:
            return turn.label("case-line-voices", line=words, count=case.voices)
        return words

    # The words are cut, never how far it is.
    room = max(LONGEST_LABEL - len(line("")), _SHORTEST_TEXT)
    return Choice(task.open(case.id).key, shorten(line(shorten(case.text.rstrip("."), room))))


def news_line(turn: Turn, news: CaseNews) -> Rich:
    """Returns one line on what became of a case since the last report."""
    return turn.text(
        f"case-home-{news.event.action.replace('_', '-')}",
        text=shorten(news.case.text),
        day=day_words(turn.policy.day_of(news.event.at)),
        desk=news.event.desk or "",
        due=day_words(news.case.due_on) if news.case.due_on else "–",
        note=shorten(news.event.note or "", _LONGEST_NOTE),
    )
