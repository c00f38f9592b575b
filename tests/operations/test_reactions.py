"""What follows from a fact: the table is whole, and the reference shows it."""

import pytest

from operations.context import ActorContext
from operations.facts import MeetingMoved, PostsChanged
from operations.reactions import REACTIONS
from storage import Database
from storage.directory import chapters
from tests.directory import POLICY, acting, at, settle_commune
from tests.operations.planned import november
from tests.operations.reactions_page import PAGE, list_facts, render_reactions


def test_every_fact_has_something_that_follows() -> None:
    assert {fact for fact, followed in REACTIONS.items() if followed} == list_facts()


def test_the_reference_shows_what_follows_from_what() -> None:
    assert render_reactions() in PAGE.read_text("utf-8")


async def test_reactions_come_in_order_and_a_fact_that_is_not_listed_is_refused(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    done = []

    async def first(context: ActorContext, fact: MeetingMoved) -> None:
        done.append(("first", context.actor.id, fact.meeting.id))

    async def second(context: ActorContext, fact: MeetingMoved) -> None:
        done.append(("second", context.actor.id, fact.meeting.id))

    async with database.read() as unit:
        chapter = (await chapters.by_ids(unit, [commune.chapter]))[commune.chapter]
        whole = await acting(unit, commune.staff, at(2))
        context = ActorContext(
            unit, whole.actor, whole.posts, POLICY, at(2), {MeetingMoved: (first, second)}
        )
        await context.publish(MeetingMoved(meeting=meeting, day=None))
        assert done == [
            ("first", commune.staff, meeting.id),
            ("second", commune.staff, meeting.id),
        ]
        with pytest.raises(KeyError):
            await context.publish(PostsChanged(chapter=chapter))
