"""A person's data goes: consent withdrawn, or everything erased; the meetings stay."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.people import Person, Post
from domain.policy import Policy
from domain.refusals import NotAllowed, NotFound
from domain.talks import KnownAddress
from domain.traces import Traces, longer_than
from operations.access import held
from operations.letters import drop_outlets
from operations.maintenance.retention import enqueue_removal
from operations.people.inviting import require_may_invite
from operations.people.redeeming import source_of
from operations.rights import Right, roles_with
from operations.titles import post_words
from storage import UnitOfWork
from storage.cadres import calendar_links
from storage.maintenance import audit, tasks
from storage.messages import addresses
from storage.people import erasure, erasure_of_words, erasures, people, privacy_requests, replacing
from texts import label

# The list of erasures is written beside the database, for it outlives any backup of it.
LIST_ERASURES = "list_erasures"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedPerson:
    """What an erasure left: the words that stand for the person, and how many rows changed."""

    person_id: int
    title: str
    rows: int


async def withdraw_consent(
    unit: UnitOfWork, person: Person, *, now: datetime
) -> list[KnownAddress]:
    """Unbinds every account of a person and ends consents, sessions, invitations and drafts.

    Posts and what was reported stay. Returns the accounts as they were.
    """
    own = await addresses.of_person(unit, person.id)
    # Whose account it was must be found before it is nobody's.
    audit.add_later(
        unit,
        audit.Entry(
            person_id=person.id,
            action="consent.withdrawn",
            subject=f"person:{person.id}",
            before={"accounts": len(own)},
            after={"accounts": 0},
        ),
        now=now,
    )
    await unit.flush()
    await erasure.withdraw_consents(unit, person.id, now=now)
    await erasure.end_addresses(unit, [address.id for address in own])
    await erasure.forget_talk(unit, person.id)
    await calendar_links.remove(unit, person.id)
    gone = await drop_outlets(unit, person.id, now=now)
    await erasure.forget_addresses(unit, gone, sources=())
    return own


async def erase_person(
    unit: UnitOfWork, person_id: int, *, by: Person | None, policy: Policy, now: datetime
) -> ErasedPerson:
    """Erases a person for good: the name becomes the role, all that is only theirs goes.

    `by` is None for the command line. Raises NotFound or NotAllowed.
    """
    today = policy.day_of(now)
    person = (await people.persons(unit, [person_id])).get(person_id)
    if person is None:
        raise NotFound("person-missing")
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    if by is not None:
        await require_may_erase(unit, by, posts, day=today)
    await unit.flush()
    title = await _title(unit, posts, policy.language)
    own = await addresses.of_person(unit, person_id)
    await erasure.withdraw_consents(unit, person_id, now=now)
    await erasure.forget_talk(unit, person_id)
    await erasure.forget_reasons(unit, person_id)
    await people.drop_wanted_name(unit, person_id)
    await calendar_links.remove(unit, person_id)
    await erasure_of_words.empty_enquiries(unit, person_id)
    await erasure_of_words.empty_case_notes(unit, person_id)
    await erasure_of_words.drop_topic_drafts(unit, person_id)
    await erasure_of_words.drop_unsent_questionnaires(unit, person_id)
    letters = await drop_outlets(unit, person_id, now=now)
    await _forget_addresses(unit, own, letters, now=now)
    rows = await _replace(unit, person, title)
    await erasure.rename_person(unit, person_id, title)
    await erasures.note(unit, person_id, now=now)
    await tasks.add(unit, kind=LIST_ERASURES, payload={}, now=now)
    await privacy_requests.close(
        unit, person_id, state="done", closed_by=by.id if by else None, now=now
    )
    audit.add_later(
        unit,
        audit.Entry(
            person_id=by.id if by else None, action="person.erased", subject=f"person:{person_id}"
        ),
        now=now,
    )
    await unit.flush()
    await erasure.end_posts(unit, person_id, last_day=today - timedelta(days=1))
    return ErasedPerson(person_id=person_id, title=title, rows=rows)


async def list_erasures(unit: UnitOfWork) -> list[str]:
    """Returns who was erased, as hashes."""
    return await erasures.list_hashes(unit)


async def repeat_erasures(
    unit: UnitOfWork, hashes: Collection[str], *, policy: Policy, now: datetime
) -> int:
    """Erases again whom an older backup brought back; returns how many."""
    found = await erasures.find_people(unit, hashes)
    for person_id in found:
        await erase_person(unit, person_id, by=None, policy=policy, now=now)
    return len(found)


async def require_may_erase(
    unit: UnitOfWork, by: Person, posts: Collection[Post], *, day: date
) -> None:
    """Raises NotAllowed unless every place of the person lies within the other's reach."""
    own = (await people.posts_of(unit, [by.id])).get(by.id, ())
    try:
        await require_may_invite(
            unit, held(own, roles_with(Right.ERASE_PERSON), day), posts, day=day
        )
    except NotAllowed:
        raise NotAllowed("erase-not-allowed") from None


async def _title(unit: UnitOfWork, posts: Sequence[Post], language: str) -> str:
    words = await post_words(unit, posts[-1:], language)
    return words or label("erase-somebody", language)


async def _forget_addresses(
    unit: UnitOfWork, own: Sequence[KnownAddress], others: Collection[int], *, now: datetime
) -> None:
    users = {
        (address.address.channel, address.address.account, address.address.user) for address in own
    }
    everywhere = {address.id for address in own} | set(others)
    everywhere |= set(await erasure.addresses_of(unit, [user for user in users if user[2]]))
    sources = [source_of(address.address) for address in own]
    files = await erasure.forget_addresses(unit, everywhere, sources=sources)
    await enqueue_removal(unit, files, now=now)


async def _replace(unit: UnitOfWork, person: Person, title: str) -> int:
    """Replaces names and phones, those of before too; a namesake's only where they worked."""
    former = await erasure.list_former(unit, person.id)
    names = _distinct([person.name, *(str(each.get("name") or "") for each in former)])
    phones = _distinct([person.phone or "", *(str(each.get("phone") or "") for each in former)])
    known = await erasure.list_names_like(unit, person.id, names)
    chapters = await erasure.list_chapters(unit, person.id)
    wide = await replacing.wide_scope(unit, person.id, chapters)
    narrow = replacing.narrow_scope(person.id, chapters)
    rows = 0
    for name in names:
        traces = Traces(title, names=(name,), others=longer_than([name], known))
        scope = narrow if name in known else wide
        rows += await replacing.replace_traces(unit, traces, scope)
    if phones:
        rows += await replacing.replace_traces(unit, Traces(title, phones=phones), wide)
    return rows


def _distinct(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
