"""Groups and channels, played by a test."""

from typing import TYPE_CHECKING, Any

from tests.botapi.chats import Chat, Kind, Seen
from tests.botapi.html import found_entities
from tests.botapi.members import set_bot_status
from tests.botapi.world import BOT, World
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from tests.botapi.people import Person, Said


class Group:
    """A group, supergroup or channel."""

    def __init__(self, world: World, title: str, kind: Kind, *, username: str = "") -> None:
        self.world = world
        self.title = title
        names = {"title": title} | ({"username": username} if username else {})
        self.chat: Chat = world.add_chat(kind, names)

    @property
    def id(self) -> int:
        """The chat's id."""
        return self.chat.id

    @property
    def seen(self) -> list[Seen]:
        """The messages as members see them now."""
        return self.chat.seen()

    def join(self, person: "Person", status: str = "member") -> None:
        """Makes a person "creator", "administrator", "member" or, with "left", nothing."""
        self.chat.members[person.id] = status

    async def add_bot(self, by: "Person", *, admin: bool = False) -> int | None:
        """Adds the bot; in groups a service message says so too."""
        status = "administrator" if admin else "member"
        update_id = set_bot_status(self.world, self.chat, by.json, status)
        if self.chat.kind != "channel":
            message = self.world.show(self.chat, by.json, {"new_chat_members": [BOT]})
            self.world.updates.push("message", message)
        return update_id

    async def promote_bot(self, by: "Person") -> int | None:
        """Makes the bot an administrator."""
        return set_bot_status(self.world, self.chat, by.json, "administrator")

    async def demote_bot(self, by: "Person") -> int | None:
        """Makes the bot an ordinary member."""
        return set_bot_status(self.world, self.chat, by.json, "member")

    async def remove_bot(self, by: "Person") -> int | None:
        """Throws the bot out."""
        return set_bot_status(self.world, self.chat, by.json, "kicked")

    async def post(self, text: str, *, by: "Person | None" = None) -> "Said":
        """A member's message, or a channel's post."""
        from tests.botapi.people import Said  # noqa: PLC0415

        if self.chat.kind != "channel":
            if by is None:
                raise ValueError("somebody must write in a group")
            return await by.send(text, chat=self)
        content: dict[str, Any] = {"text": text}
        if entities := found_entities(text):
            content["entities"] = entities
        message = self.world.show(self.chat, None, content)
        heard = self.chat.bot_status == "administrator"
        update_id = self.world.updates.push("channel_post", message) if heard else None
        return Said(message["message_id"], update_id)

    async def migrate_to_supergroup(self, by: "Person") -> "Group":
        """The group lives on under a new id; both chats are told."""
        new = Group(self.world, self.title, "supergroup")
        new.chat.bot_status = self.chat.bot_status
        new.chat.members = dict(self.chat.members)
        for chat, content in (
            (self.chat, {"migrate_to_chat_id": new.id}),
            (new.chat, {"migrate_from_chat_id": self.id}),
        ):
            self.world.updates.push("message", self.world.show(chat, by.json, content))
        self.chat.migrated_to = new.id
        return new

    async def wait_for(self, substring: str, *, timeout: float = PATIENCE) -> Seen:  # noqa: ASYNC109
        """The message with this text that is not a member's, as soon as it is there."""
        return await self.chat.find(
            lambda seen: substring in seen.text and (seen.from_bot or self.chat.kind == "channel"),
            since=0,
            timeout=timeout,
        )
