"""The Bot API's methods that speak in chats."""

from typing import Any

from tests.botapi.chats import Chat
from tests.botapi.content import (
    caption_content,
    check_markup,
    inline_markup,
    media_content,
    text_content,
)
from tests.botapi.errors import forbidden, malformed, refused
from tests.botapi.world import BOT, World

Parameters = dict[str, Any]
TWO_DAYS = 172_800
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def _show(world: World, chat: Chat, parameters: Parameters, content: Parameters) -> Parameters:
    markup = parameters.get("reply_markup") or {}
    sender = None if chat.kind == "channel" else BOT
    message = world.show(chat, sender, content | inline_markup(markup))
    if "keyboard" in markup:
        chat.keyboard = [[button["text"] for button in row] for row in markup["keyboard"]]
        chat.unchangeable.add(message["message_id"])
    elif markup.get("remove_keyboard"):
        chat.keyboard = []
    return message


def _reply(chat: Chat, parameters: Parameters) -> Parameters:
    wanted = parameters.get("reply_parameters")
    if not wanted:
        return {}
    found = chat.messages.get(wanted.get("message_id", 0))
    if found is None and not wanted.get("allow_sending_without_reply"):
        raise refused("message to be replied not found")
    kept = ("message_id", "from", "sender_chat", "chat", "date", "text")
    return {"reply_to_message": {k: found[k] for k in kept if k in found}} if found else {}


def send_message(world: World, parameters: Parameters) -> Parameters:
    content = text_content(parameters)
    check_markup(parameters.get("reply_markup"))
    chat = world.reachable_chat(parameters["chat_id"])
    return _sent(world, chat, parameters, content)


def _sent(world: World, chat: Chat, parameters: Parameters, content: Parameters) -> Parameters:
    reply = _reply(chat, parameters)
    world.limits.spend(chat.id)
    message = _show(world, chat, parameters, content | reply)
    world.stats.sent()
    return message


def send_photo(world: World, parameters: Parameters) -> Parameters:
    return _send_media(world, parameters, "photo")


def send_document(world: World, parameters: Parameters) -> Parameters:
    return _send_media(world, parameters, "document")


def send_voice(world: World, parameters: Parameters) -> Parameters:
    return _send_media(world, parameters, "voice")


def _send_media(world: World, parameters: Parameters, kind: str) -> Parameters:
    caption = caption_content(parameters)
    check_markup(parameters.get("reply_markup"))
    chat = world.reachable_chat(parameters["chat_id"])
    source = _source(parameters, parameters[kind])
    return _sent(world, chat, parameters, media_content(world, kind, source) | caption)


def _source(parameters: Parameters, source: object) -> object:
    if isinstance(source, str) and source.startswith("attach://"):
        name = source.removeprefix("attach://")
        if name not in parameters["_files"]:
            raise malformed(f"file {name} is not attached")
        return parameters["_files"][name]
    return source


def send_media_group(world: World, parameters: Parameters) -> list[Parameters]:
    items = parameters["media"]
    if not 2 <= len(items) <= 10:
        raise malformed("media group must have 2 to 10 items")
    captions = [caption_content(item) for item in items]
    chat = world.reachable_chat(parameters["chat_id"])
    contents = [
        media_content(world, item["type"], _source(parameters, item["media"])) | caption
        for item, caption in zip(items, captions, strict=True)
    ]
    reply = _reply(chat, parameters)
    world.limits.spend(chat.id, len(items))
    world.stats.sent(len(items))
    album = {"media_group_id": str(13_000_000_000 + world.number("press"))}
    return [_show(world, chat, parameters, content | album | reply) for content in contents]


def _editable(world: World, parameters: Parameters) -> tuple[Chat, Parameters]:
    if "chat_id" not in parameters or "message_id" not in parameters:
        raise malformed("message identifier is not specified")
    chat = world.reachable_chat(parameters["chat_id"])
    message = chat.messages.get(parameters["message_id"])
    if message is None:
        raise refused("message to edit not found")
    own = chat.kind == "channel" or message.get("from") == BOT
    if not own or message["message_id"] in chat.unchangeable:
        raise refused("message can't be edited")
    return chat, message


def _change(world: World, chat: Chat, old: Parameters, new: Parameters) -> Parameters:
    content = ("text", "entities", "caption", "caption_entities", "reply_markup")
    if all(old.get(key) == new.get(key) for key in content):
        raise refused(NOT_MODIFIED)
    world.limits.spend(chat.id, new=False)
    edited = new | {"edit_date": world.now()}
    chat.put(edited)
    return edited


def edit_message_text(world: World, parameters: Parameters) -> Parameters:
    content = text_content(parameters)
    check_markup(parameters.get("reply_markup"))
    chat, message = _editable(world, parameters)
    if "text" not in message:
        raise refused("there is no text in the message to edit")
    kept = _without(message, "text", "entities", "reply_markup")
    markup = inline_markup(parameters.get("reply_markup"))
    return _change(world, chat, message, kept | content | markup)


def edit_message_caption(world: World, parameters: Parameters) -> Parameters:
    caption = caption_content(parameters)
    check_markup(parameters.get("reply_markup"))
    chat, message = _editable(world, parameters)
    if not any(kind in message for kind in ("photo", "document", "voice")):
        raise refused("there is no caption in the message to edit")
    kept = _without(message, "caption", "caption_entities", "reply_markup")
    markup = inline_markup(parameters.get("reply_markup"))
    return _change(world, chat, message, kept | caption | markup)


def edit_message_reply_markup(world: World, parameters: Parameters) -> Parameters:
    check_markup(parameters.get("reply_markup"))
    chat, message = _editable(world, parameters)
    markup = inline_markup(parameters.get("reply_markup"))
    return _change(world, chat, message, _without(message, "reply_markup") | markup)


def _without(message: Parameters, *keys: str) -> Parameters:
    return {key: value for key, value in message.items() if key not in keys}


def delete_message(world: World, parameters: Parameters) -> bool:
    chat = world.reachable_chat(parameters["chat_id"])
    message = chat.messages.get(parameters["message_id"])
    if message is None:
        raise refused("message to delete not found")
    own = message.get("from") == BOT
    rights = chat.kind == "private" or chat.bot_status == "administrator"
    if not own and not rights:
        raise refused("message can't be deleted")
    if world.now() - message["date"] > TWO_DAYS and chat.bot_status != "administrator":
        raise refused("message can't be deleted for everyone")
    chat.remove(message["message_id"])
    return True


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    if len(parameters.get("text", "")) > 200:
        raise malformed("MESSAGE_TOO_LONG")
    press = world.presses.pop(parameters["callback_query_id"], None)
    if press is None or world.clock() - press.at > world.callback_lifetime:
        raise refused("query is too old and response timeout expired or query ID is invalid")
    press.text = parameters.get("text")
    press.alert = parameters.get("show_alert", False)
    press.answered_at = world.clock()
    press.answered.set()
    return True


def send_chat_action(world: World, parameters: Parameters) -> bool:
    chat = world.reachable_chat(parameters["chat_id"])
    chat.actions.append(parameters["action"])
    return True


def get_chat(world: World, parameters: Parameters) -> Parameters:
    chat = world.known_chat(parameters["chat_id"])
    if chat.kind != "private" and chat.bot_status in ("left", "kicked"):
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    extra = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    return chat.as_json() | extra


def leave_chat(world: World, parameters: Parameters) -> bool:
    chat = world.reachable_chat(parameters["chat_id"])
    if chat.kind == "private":
        raise refused("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    return True
