"""The report as a python-telegram-bot tutorial would have it, to compare ours with."""
# ruff: noqa: S101

import os
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from benchmarks.questions import STEPS, Kept, answer, rows, words

Context = ContextTypes.DEFAULT_TYPE


def draw(name: str, kept: Kept) -> dict[str, Any]:
    """Returns the words and buttons of a step as python-telegram-bot takes them."""
    keyboard = [
        [InlineKeyboardButton(text, callback_data=key) for key, text in row.items()]
        for row in rows(name, kept)
    ]
    return {"text": words(name, kept), "reply_markup": InlineKeyboardMarkup(keyboard)}


async def begin(update: Update, context: Context) -> str:
    """Asks the first question."""
    assert update.message is not None
    assert context.user_data is not None
    context.user_data.clear()
    await update.message.reply_text(**draw("opening", {}))
    return "opening"


def on_press(name: str) -> Any:  # noqa: ANN401 - a handler's callback
    """Returns what takes a press at a step and asks the next in its place."""

    async def press(update: Update, context: Context) -> str | int:
        query, kept = update.callback_query, context.user_data
        assert query is not None
        assert kept is not None
        after = answer(name, query.data or "", kept)
        await query.answer()
        await query.edit_message_text(**draw(after, kept))
        return ConversationHandler.END if after == "receipt" else after

    return press


def on_words(name: str) -> Any:  # noqa: ANN401 - a handler's callback
    """Returns what takes typed words at a step and asks the next."""

    async def typed(update: Update, context: Context) -> str:
        message, kept = update.message, context.user_data
        assert message is not None
        assert kept is not None
        after = answer(name, message.text or "", kept)
        await message.reply_text(**draw(after, kept))
        return after

    return typed


def main() -> None:
    """Runs the bot until it is stopped."""
    app = (
        Application.builder()
        .token(os.environ["TOKEN"])
        .base_url(f"{os.environ['API_URL']}/bot")
        .persistence(PicklePersistence(os.environ["STATES"]))
        .build()
    )
    states: dict[object, list[Any]] = {
        name: [
            CallbackQueryHandler(on_press(name)),
            MessageHandler(filters.TEXT & ~filters.COMMAND, on_words(name)),
        ]
        for name in STEPS
    }
    talk: ConversationHandler[Any] = ConversationHandler(
        entry_points=[CommandHandler("baocao", begin)],
        states=states,
        fallbacks=[CommandHandler("baocao", begin)],
        name="report",
        persistent=True,
    )
    app.add_handler(talk)
    app.run_polling()


if __name__ == "__main__":
    main()
