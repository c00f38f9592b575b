"""What a messenger can show and take, as its channel declares it."""

from dataclasses import dataclass

from domain.quota import Quota


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How quickly a messenger takes what the bot starts by itself.

    `per_second` counts the messages to everybody; one chat takes one in `chat_seconds`, and a
    group `per_group` a minute of everything.
    """

    per_second: int = 1
    chat_seconds: float = 1.0
    per_group: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelAbilities:
    """What is asked of a messenger anywhere; it cannot do what its channel does not declare.

    `buttons` are drawn under a message; where there are none, choices are a list to be answered
    by typing. `edits` says that a message shown can be changed, `files` that stored photos and
    documents can be shown, `takes_files` that people can send photos, documents and recordings,
    `deletes` that what a person sent can be removed. `text_limit` is the
    longest text in displayed UTF-16 units. `in_house` is true for a page of the program's own:
    files sent there lie here already, and no other company sees what is written. `quota` is what
    the plan of this account allows in a month, None where nothing bounds it. What is shown
    `one_way` cannot be answered there, so no choices are shown. Where it is `brief` what is too
    long is cut, and nothing unasked has choices: the rest stands on the page. Each place may have
    `place_messages` in a month, None where messages cost nothing.
    """

    buttons: bool = False
    edits: bool = False
    files: bool = False
    takes_files: bool = False
    deletes: bool = False
    in_house: bool = False
    one_way: bool = False
    brief: bool = False
    text_limit: int = 1000
    pace: Pace = Pace()
    quota: Quota | None = None
    place_messages: int | None = None
    together: int = 1
