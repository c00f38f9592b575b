"""Members of chats, as the Bot API describes them."""

from typing import Any

from tests.botapi.chats import Chat
from tests.botapi.world import BOT, World

RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_post_messages",
    "can_edit_messages",
)


def member_json(person: dict[str, Any], status: str) -> dict[str, Any]:
    """A ChatMember object; `status` is one of Telegram's, or "none" for a bot never started."""
    status = "left" if status == "none" else status
    member: dict[str, Any] = {"user": person, "status": status}
    if status == "administrator":
        member |= dict.fromkeys(RIGHTS, True) | {"is_anonymous": False}
    elif status == "creator":
        member["is_anonymous"] = False
    elif status == "kicked":
        member["until_date"] = 0
    return member


def set_bot_status(world: World, chat: Chat, by: dict[str, Any], status: str) -> int | None:
    """Changes what the bot is in a chat and tells it; returns the update's id."""
    old, chat.bot_status = chat.bot_status, status
    change = {
        "chat": chat.as_json(),
        "from": by,
        "date": world.now(),
        "old_chat_member": member_json(BOT, old),
        "new_chat_member": member_json(BOT, status),
    }
    return world.updates.push("my_chat_member", change)
