"""What people write of themselves: a phone number holds, a name waits for the office."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.message import Message
from domain.people import Person
from domain.refusals import NotFound
from operations.people.buttons import OpenNewName
from operations.people.privacy import StaffWord, may_decide, tell_responsible
from operations.replies import enqueue_notices, notice
from operations.titles import post_words
from operations.turn import Turn
from storage import UnitOfWork
from storage.maintenance import audit
from storage.messages import addresses
from storage.people import people
from texts import render


async def correct_phone(turn: Turn, phone: str) -> None:
    """Writes a person's phone number as they say it; the office above is told."""
    person = turn.require_person()
    if phone == person.phone:
        return
    await _correct(turn.unit, person, replace(person, phone=phone), by=person.id, now=turn.now)
    word = StaffWord("privacy-staff-phone", {"phone": phone})
    await tell_responsible(turn.unit, person, word, policy=turn.policy, now=turn.now)
    turn.person = replace(person, phone=phone)


async def ask_name(turn: Turn, name: str) -> bool:
    """Takes the name that a person gives themselves; True if it holds at once.

    It holds for those who decide on people's names at their own place. Anybody else's waits
    for the office: a name is what others know somebody by.
    """
    person = turn.require_person()
    if name == person.name:
        await people.drop_wanted_name(turn.unit, person.id)
        return True
    if not await may_decide(turn.unit, person, turn.posts, day=turn.today):
        await people.want_name(turn.unit, person.id, name, now=turn.now)
        word = StaffWord("privacy-staff-name", {"new": name}, OpenNewName(person.id))
        await tell_responsible(turn.unit, person, word, policy=turn.policy, now=turn.now)
        return False
    turn.person = replace(person, name=name)
    await _correct(turn.unit, person, turn.person, by=person.id, now=turn.now)
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class NameReview:
    """A name that waits, as those see it who decide on it."""

    person: Person
    wanted: str
    titles: str


async def review_name(unit: UnitOfWork, by: Person, person_id: int, *, day: date) -> NameReview:
    """Returns a name that somebody may decide on; raises NotFound if there is none for them."""
    wanted = await people.find_wanted_name(unit, person_id)
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    if wanted is None or not await may_decide(unit, by, posts, day=day):
        raise NotFound("privacy-request-over")
    person = (await people.persons(unit, [person_id]))[person_id]
    return NameReview(
        person=person, wanted=wanted, titles=await post_words(unit, posts, by.language)
    )


async def settle_name(
    unit: UnitOfWork, by: Person, review: NameReview, *, accepted: bool, now: datetime
) -> None:
    """Writes a name that waited, or lets it go, and tells the person."""
    person = review.person
    await people.drop_wanted_name(unit, person.id)
    if accepted:
        await _correct(unit, person, replace(person, name=review.wanted), by=by.id, now=now)
    reached = await addresses.preferred(unit, [person.id])
    key = "privacy-name-accepted" if accepted else "privacy-name-refused"
    rows = [
        notice(
            unit,
            here,
            Message(text=render(key, person.language, who=by.name, name=review.wanted)),
            dedupe_key=f"{key}:{person.id}:{int(now.timestamp())}",
        )
        for here in reached.values()
    ]
    await enqueue_notices(unit, rows, now=now)


async def _correct(
    unit: UnitOfWork, person: Person, changed: Person, *, by: int, now: datetime
) -> None:
    await people.correct(unit, person.id, name=changed.name, phone=changed.phone)
    old = {"name": person.name, "phone": person.phone}
    new = {"name": changed.name, "phone": changed.phone}
    names = [key for key, value in new.items() if old[key] != value]
    audit.add_later(
        unit,
        audit.Entry(
            person_id=by,
            action="person.changed",
            subject=f"person:{person.id}",
            before={key: old[key] for key in names},
            after={key: new[key] for key in names},
        ),
        now=now,
    )
