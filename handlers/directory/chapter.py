"""A chapter as those who answer for it see it, with what can be changed."""

from domain.calendar import rule_words
from domain.chapter_changes import TYPED, What
from domain.message import Choice
from handlers.screen import phone_words
from operations.access import APPOINTED_ROLES, may
from operations.directory.buttons import Appoint, ChangeChapter
from operations.directory.directory_look import ChapterCard, ReachableHolder, get_chapter_card
from operations.exemplars.buttons import NewExemplar
from operations.figures.buttons import EventsOfChapter
from operations.meetings.buttons import PauseChapter
from operations.people.buttons import OpenPerson
from operations.rights import Right
from operations.titles import role_words
from operations.turn import Turn
from operations.wording import clock_words, day_words, kind_word, placed_name


async def say_chapter(turn: Turn, chapter_id: int) -> tuple[Choice, ...]:
    """Says what is known of a chapter; returns what can be done."""
    card = await get_chapter_card(turn.unit, turn.posts, chapter_id, today=turn.today)
    chapter = card.chapter
    turn.say(
        "chapter-card",
        chapter=placed_name(chapter),
        members=chapter.member_count,
        unit=kind_word(chapter, "members", turn.language),
        exempt=chapter.exempt_count,
        day=rule_words(chapter.rule, turn.language),
        time=clock_words(chapter.start_time),
        where=chapter.place,
    )
    if card.came_from:
        turn.say("chapter-came-from", names=", ".join(card.came_from))
    lines = [_line(turn, card, reached) for reached in card.holders]
    turn.say_rich("\n".join(lines) if lines else turn.text("chapter-nobody"))
    holders = [reached.holder.person for reached in card.holders]
    people = {person.id: person.name for person in holders}
    return (
        *(Choice(OpenPerson(person_id).key, name) for person_id, name in people.items()),
        *(_changes(turn, chapter_id) if card.may_manage else ()),
        *_new_exemplar(turn, card),
        Choice(EventsOfChapter(chapter_id).key, turn.label("event-button-chapter")),
    )


def _new_exemplar(turn: Turn, card: ChapterCard) -> tuple[Choice, ...]:
    if not may(Right.KEEP_EXEMPLAR, turn.posts, card.chapter, turn.today):
        return ()
    return (Choice(NewExemplar(card.chapter.id).key, turn.label("exemplar-button-new")),)


def _line(turn: Turn, card: ChapterCard, reached: ReachableHolder) -> str:
    person, post = reached.holder.person, reached.holder.post
    role = role_words(post.role, card.chapter, turn.language)
    line = turn.text(
        "chapter-holder",
        role=f"{role[:1].upper()}{role[1:]}",
        name=person.name,
        phone=phone_words(turn, person.phone),
    )
    notes = [turn.text(f"reach-{reached.trouble}")] if reached.trouble else []
    if post.stands_in_for is not None and post.valid_to is not None:
        notes.append(turn.text("chapter-stands-in", last=day_words(post.valid_to)))
    return "; ".join([line, *notes])


def _changes(turn: Turn, chapter_id: int) -> tuple[Choice, ...]:
    return (
        *(
            Choice(Appoint(chapter_id, role).key, turn.label(f"chapter-button-{role}"))
            for role in APPOINTED_ROLES
        ),
        *(
            Choice(ChangeChapter(chapter_id, what).key, turn.label(f"chapter-button-{what}"))
            for what in TYPED
        ),
        Choice(PauseChapter(chapter_id).key, turn.label("pause-button-card")),
        Choice(ChangeChapter(chapter_id, What.CLOSED).key, turn.label("chapter-button-closed")),
    )
