"""The Bot API's methods on the bot itself: commands, files, members, the webhook."""

import re
from collections.abc import Callable
from typing import Any

from tests.botapi import methods
from tests.botapi.errors import conflict, malformed, refused
from tests.botapi.members import member_json
from tests.botapi.world import BOT, World

Parameters = dict[str, Any]
DOWNLOAD_BYTES = 20_000_000


def get_me(_world: World, _parameters: Parameters) -> Parameters:
    flags = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return BOT | flags


def set_my_commands(world: World, parameters: Parameters) -> bool:
    commands = parameters["commands"]
    if len(commands) > 100:
        raise malformed("too many commands specified")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise malformed("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise malformed("BOT_COMMAND_DESCRIPTION_INVALID")
    _check_scope(world, parameters)
    world.commands[_scope(parameters)] = commands
    return True


def delete_my_commands(world: World, parameters: Parameters) -> bool:
    _check_scope(world, parameters)
    world.commands.pop(_scope(parameters), None)
    return True


def _check_scope(world: World, parameters: Parameters) -> None:
    scope = parameters.get("scope") or {}
    if "chat_id" in scope:
        world.known_chat(scope["chat_id"])
    language = parameters.get("language_code", "")
    if not re.fullmatch(r"([a-z]{2})?", language):
        raise malformed("invalid language code specified")


def get_my_commands(world: World, parameters: Parameters) -> list[Parameters]:
    return world.commands.get(_scope(parameters), [])


def _scope(parameters: Parameters) -> str:
    scope = parameters.get("scope") or {"type": "default"}
    parts = [*map(str, scope.values()), parameters.get("language_code", "")]
    return ":".join(parts)


def get_file(world: World, parameters: Parameters) -> Parameters:
    file = world.files.get(parameters["file_id"])
    if file is None:
        raise refused("wrong file_id or the file is temporarily unavailable")
    if file.size > DOWNLOAD_BYTES:
        raise refused("file is too big")
    file_id = parameters["file_id"]
    return {
        "file_id": file_id,
        "file_unique_id": f"AQAD{file_id[-8:]}",
        "file_size": file.size,
        "file_path": file.path,
    }


def get_chat_member(world: World, parameters: Parameters) -> Parameters:
    chat = world.known_chat(parameters["chat_id"])
    person = world.people.get(parameters["user_id"])
    if person is None:
        raise refused("PARTICIPANT_ID_INVALID")
    own = person["id"] == BOT["id"]
    status = chat.bot_status if own else chat.members.get(person["id"], "left")
    return member_json(person, status)


def get_webhook_info(world: World, _parameters: Parameters) -> Parameters:
    hook = world.webhook
    info: Parameters = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
        "max_connections": hook.max_connections,
        "allowed_updates": sorted(world.updates.allowed),
    }
    if hook.last_error:
        info |= {"last_error_message": hook.last_error, "last_error_date": world.now()}
    return info


async def get_updates(world: World, parameters: Parameters) -> list[Parameters]:
    if world.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    world.updates.allow(parameters.get("allowed_updates"))
    limit = parameters.get("limit", 100)
    timeout = min(max(parameters.get("timeout", 0), 0), 50)
    batch = await world.updates.poll(parameters.get("offset", 0), min(max(limit, 1), 100), timeout)
    world.stats.updates += len(batch)
    return batch


async def set_webhook(world: World, parameters: Parameters) -> bool:
    url = parameters["url"]
    if not url:
        return await delete_webhook(world, parameters)
    if not re.match(r"https?://[^/\s]+", url):
        raise malformed("bad webhook: invalid webhook URL specified")
    secret = parameters.get("secret_token", "")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
        raise malformed("secret token contains unallowed characters")
    connections = parameters.get("max_connections", 40)
    if not 1 <= connections <= 100:
        raise malformed("max_connections must be between 1 and 100")
    world.updates.allow(parameters.get("allowed_updates"))
    world.updates.end_poll("terminated by setWebhook request")
    await delete_webhook(world, parameters)
    hook = world.webhook
    hook.url, hook.secret_token, hook.max_connections = url, secret, connections
    hook.start()
    return True


async def delete_webhook(world: World, parameters: Parameters) -> bool:
    await world.webhook.stop()
    if parameters.get("drop_pending_updates"):
        world.updates.drop()
    return True


METHODS: dict[str, Callable[[World, Parameters], object]] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": methods.send_message,
    "editMessageText": methods.edit_message_text,
    "editMessageCaption": methods.edit_message_caption,
    "editMessageReplyMarkup": methods.edit_message_reply_markup,
    "deleteMessage": methods.delete_message,
    "answerCallbackQuery": methods.answer_callback_query,
    "sendPhoto": methods.send_photo,
    "sendVoice": methods.send_voice,
    "sendDocument": methods.send_document,
    "sendMediaGroup": methods.send_media_group,
    "setMyCommands": set_my_commands,
    "deleteMyCommands": delete_my_commands,
    "getMyCommands": get_my_commands,
    "getFile": get_file,
    "getChat": methods.get_chat,
    "getChatMember": get_chat_member,
    "leaveChat": methods.leave_chat,
    "sendChatAction": methods.send_chat_action,
}
