"""Files that the bot made: sent to the account that asked for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.files import StoredFile
from domain.mailboxes import Wish
from domain.message import Message
from domain.people import Person, Post
from domain.refusals import BadInput
from domain.talks import KnownAddress
from operations.context import ActorContext
from operations.letters import letter_addresses
from operations.replies import enqueue_reply
from storage import UnitOfWork
from storage.messages import addresses, attachments
from storage.people import people
from texts import Rich


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked for a file, from where, with which posts."""

    person: Person
    here: KnownAddress
    posts: Sequence[Post]


async def find_asker(unit: UnitOfWork, *, person_id: int, address_id: int) -> Asker | None:
    """Returns who asked, None if the account was cut off since."""
    here = (await addresses.by_ids(unit, [address_id])).get(address_id)
    if here is None or here.person_id != person_id:
        return None
    person = (await people.persons(unit, [person_id]))[person_id]
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    return Asker(person, here, posts)


async def asker_of(unit: UnitOfWork, payload: Mapping[str, Any]) -> Asker | None:
    """Returns who had a task queued, by its payload; as `find_asker` does."""
    return await find_asker(unit, person_id=payload["person_id"], address_id=payload["address_id"])


async def require_here(context: ActorContext) -> KnownAddress:
    """Returns the account to which files go that somebody asks for at the desk.

    Raises BadInput where there is none.
    """
    me = context.actor.id
    here = (await addresses.preferred(context.unit, [me])).get(me)
    if here is None:
        raise BadInput("sheet-nowhere")
    return here


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """A file of ours on disk, what it is called and what is said about it.

    One that goes `by_email` as well is sent to who wants such letters.
    """

    stored: StoredFile
    name: str
    text: Rich
    by_email: bool = False


async def hand_over(
    unit: UnitOfWork, here: KnownAddress, made: MadeFile, *, key: str, now: datetime
) -> int:
    """Sends a file that is on disk, with what is said about it; once for each `key`.

    Returns the number under which it is kept.
    """
    file_id = await _attach(unit, here, made, now=now)
    message = Message(text=made.text, attachments=(file_id,))
    await enqueue_reply(unit, here, message, dedupe_key=key, now=now)
    if made.by_email and here.person_id is not None:
        letters = await letter_addresses(unit, [here.person_id], Wish.FILES)
        for there in letters.values():
            enclosed = replace(message, attachments=(await _attach(unit, there, made, now=now),))
            await enqueue_reply(unit, there, enclosed, dedupe_key=f"{key}:email", now=now)
    return file_id


async def _attach(unit: UnitOfWork, here: KnownAddress, made: MadeFile, *, now: datetime) -> int:
    stored = made.stored
    file_id = await attachments.add(
        unit,
        attachments.NewFile(
            kind="document", source=None, name=made.name, mime=stored.mime, size=stored.size
        ),
        address_id=here.id,
        now=now,
    )
    await attachments.mark_ready(
        unit, file_id, StoredFile(sha256=stored.sha256, mime=stored.mime, size=stored.size)
    )
    return file_id
