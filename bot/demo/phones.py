"""A phone of the demo: the chat page of whoever holds it, without a code to enter."""

import secrets
from collections.abc import Callable
from datetime import datetime

from bot.app import App
from bot.web_backend import DatabaseWebBackend
from channels.web import Session
from domain.policy import Policy
from operations.people.web_entry import sends_files
from operations.titles import post_places
from storage import UnitOfWork
from storage.messages import addresses
from storage.people import people


class PhoneBackend(DatabaseWebBackend):
    """The page's other side for one phone; `holder` says whose page it shows just now."""

    def __init__(self, app: App, *, holder: Callable[[], int]) -> None:
        super().__init__(
            app.database,
            policy=app.policy,
            clock=app.clock,
            random_bytes=secrets.token_bytes,
            folder=app.settings.files_dir,
            listeners=app.listeners,
        )
        self._app = app
        self._holder = holder

    async def session(self, token: str) -> Session | None:  # noqa: ARG002 - none is asked for
        """Returns the session of the phone's holder."""
        async with self._app.database.read() as unit:
            return await open_session(unit, self._holder(), self._app.policy, self._app.clock())

    async def is_open(self, token: str) -> bool:  # noqa: ARG002 - as above
        """Says that a phone is never locked."""
        return True


async def open_session(
    unit: UnitOfWork, address_id: int, policy: Policy, now: datetime
) -> Session:
    """Returns a session on a page; a channel can only be read."""
    here = (await addresses.by_ids(unit, [address_id]))[address_id]
    if here.person_id is None:
        return Session(
            address=here.address,
            language=policy.language,
            name=here.title,
            can_write=False,
        )
    person = (await people.persons(unit, [here.person_id]))[here.person_id]
    today = policy.day_of(now)
    posts = (await people.posts_of(unit, [person.id])).get(person.id, ())
    held = [post for post in posts if post.holds_on(today)]
    return Session(
        address=here.address,
        language=person.language,
        name=person.name,
        title=await post_places(unit, held),
        sends_files=sends_files(held, today),
    )
