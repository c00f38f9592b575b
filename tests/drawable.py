from channels.telegram.draw import draw_text
from domain.message import Message
from tests.botapi.content import check_markup, text_content


def check_message(message: Message) -> None:
    """Raises what Telegram would answer to a message that it does not take."""
    drawn = draw_text(message)
    if not message.attachments:
        text_content(drawn)
    check_markup(drawn.get("reply_markup"))
