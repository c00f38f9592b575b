"""The language a person is spoken to in."""

from domain.message import Choice
from domain.reading import fold
from handlers.handler import Handler
from handlers.screen import ScreenHandler, show
from operations.people.buttons import ChooseLanguage
from operations.people.personal import change_language
from operations.turn import Turn
from texts import LANGUAGES, label

_TYPED = {
    "tieng viet": "vi",
    "vietnamese": "vi",
    "tieng anh": "en",
    "english": "en",
}


class LanguageHandler(ScreenHandler):
    """Changes the language, then shows the menu in it."""

    name = "language"
    command = "ngonngu|language"
    words = "command-language-words"

    def __init__(self, home: Handler) -> None:
        self._home = home

    async def begin(self, turn: Turn, argument: str) -> None:
        """Takes the language from the button or the words, or asks which."""
        typed = fold(argument or turn.inbound.text)
        wanted = _TYPED.get(typed, typed)
        if wanted in LANGUAGES:
            await change_language(turn, wanted)
            turn.say("language-changed")
            await self._home.begin(turn, "")
        else:
            turn.say("language-ask")
            show(
                turn,
                *(
                    Choice(ChooseLanguage(language).key, label("language-name", language))
                    for language in LANGUAGES
                ),
            )
