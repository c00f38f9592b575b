"""A local Bot API server, strict as the real one, with people to play."""

from tests.botapi.chats import Button, Seen
from tests.botapi.control import Remote
from tests.botapi.groups import Group
from tests.botapi.people import Person, Said, some_picture
from tests.botapi.server import BotApi, Fault
from tests.botapi.troubles import Trouble
from tests.botapi.world import Press, World

__all__ = [
    "BotApi",
    "Button",
    "Fault",
    "Group",
    "Person",
    "Press",
    "Remote",
    "Said",
    "Seen",
    "Trouble",
    "World",
    "some_picture",
]
