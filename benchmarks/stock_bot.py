"""The ten-step talk as a python-telegram-bot tutorial would have it, to compare ours with."""
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
    PicklePersistence,
)

from benchmarks.questions import DONE, OPTIONS, QUESTIONS, REVIEW, SEND

Context = ContextTypes.DEFAULT_TYPE


def draw(number: int) -> InlineKeyboardMarkup:
    """Draws the buttons of a question, or of the review behind the last."""
    options = OPTIONS if number < len(QUESTIONS) else {SEND: "Gửi"}
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=key)] for key, text in options.items()]
    )


def words(number: int, answers: dict[int, str]) -> str:
    """Returns the text of a question, or of the review behind the last."""
    if number < len(QUESTIONS):
        return f"Câu {number + 1}/{len(QUESTIONS)}\n{QUESTIONS[number]}"
    lines = [f"{QUESTIONS[n]}: {OPTIONS[key]}" for n, key in answers.items()]
    return "\n".join([REVIEW, *lines])


async def begin(update: Update, context: Context) -> int:
    """Asks the first question."""
    assert update.message is not None
    assert context.user_data is not None
    context.user_data.clear()
    await update.message.reply_text(words(0, {}), reply_markup=draw(0))
    return 0


def answer_of(number: int) -> Any:  # noqa: ANN401 - a handler's callback
    """Returns what takes the answer of one question and asks the next in its place."""

    async def answer(update: Update, context: Context) -> int:
        query, data = update.callback_query, context.user_data
        assert query is not None
        assert data is not None
        data[number] = query.data
        await query.answer()
        await query.edit_message_text(words(number + 1, data), reply_markup=draw(number + 1))
        return number + 1

    return answer


async def finish(update: Update, context: Context) -> int:
    """Thanks and ends the talk."""
    query = update.callback_query
    assert query is not None
    assert context.user_data is not None
    context.user_data.clear()
    await query.answer()
    await query.edit_message_text(DONE)
    return ConversationHandler.END


def main() -> None:
    """Runs the bot until it is stopped."""
    url = os.environ["API_URL"]
    app = (
        Application.builder()
        .token(os.environ["TOKEN"])
        .base_url(f"{url}/bot")
        .persistence(PicklePersistence(os.environ["PICKLE"]))
        .build()
    )
    states: dict[object, list[Any]] = {
        number: [CallbackQueryHandler(answer_of(number))] for number in range(len(QUESTIONS))
    }
    states[len(QUESTIONS)] = [CallbackQueryHandler(finish)]
    talk: ConversationHandler[Any] = ConversationHandler(
        entry_points=[CommandHandler("bench", begin)],
        states=states,
        fallbacks=[CommandHandler("bench", begin)],
        name="bench",
        persistent=True,
    )
    app.add_handler(talk)
    app.run_polling()


if __name__ == "__main__":
    main()
