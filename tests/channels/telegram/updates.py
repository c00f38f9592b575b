"""Updates in the shape that Telegram sends."""

from typing import Any

PERSON = {"id": 1001, "is_bot": False, "first_name": "Lan", "language_code": "vi"}
PRIVATE = {"id": 1001, "type": "private", "first_name": "Lan"}
GROUP = {"id": -1005, "type": "supergroup", "title": "Xã Long Vĩnh"}
CHANNEL = {"id": -1007, "type": "channel", "title": "Kênh tổng hợp"}
BOT = {"id": 77, "is_bot": True, "first_name": "Bot", "username": "sinhhoat_bot"}
DATE = 1_763_800_000

Json = dict[str, Any]


def message(chat: Json = PRIVATE, update_id: int = 5, **content: object) -> Json:
    return {
        "update_id": update_id,
        "message": {"message_id": 9, "from": PERSON, "chat": chat, "date": DATE, **content},
    }


def press(data: str | None, chat: Json = PRIVATE, **shown: object) -> Json:
    query: Json = {
        "id": "4382bfdwdsb323b2d9",
        "from": PERSON,
        "chat_instance": "-3",
        "message": {
            "message_id": 8,
            "from": BOT,
            "chat": chat,
            "date": DATE,
            "text": "?",
            **shown,
        },
    }
    return {"update_id": 6, "callback_query": query if data is None else {**query, "data": data}}


def edited(**content: object) -> Json:
    body = message()["message"] | {"edit_date": DATE + 60} | content
    return {"update_id": 7, "edited_message": body}


def post(**content: object) -> Json:
    body = {"message_id": 3, "sender_chat": CHANNEL, "chat": CHANNEL, "date": DATE, **content}
    return {"update_id": 8, "channel_post": body}


def membership(status: str, chat: Json = GROUP, **extra: object) -> Json:
    return {
        "update_id": 9,
        "my_chat_member": {
            "chat": chat,
            "from": PERSON,
            "date": DATE,
            "old_chat_member": {"user": BOT, "status": "left"},
            "new_chat_member": {"user": BOT, "status": status, **extra},
        },
    }


def file(**more: object) -> Json:
    return {"file_id": "F1", "file_unique_id": "U1", **more}


def photo(*sizes: tuple[str, int]) -> list[Json]:
    return [
        {"file_id": name, "file_unique_id": name, "width": w, "height": w, "file_size": w * 10}
        for name, w in sizes
    ]
