"""One's e-mail address: given, confirmed by a code that went there, and what it gets."""

from dialogue.inputs import Input
from domain.buttons import read_button
from domain.mailboxes import Mailbox, Wish
from domain.message import Choice
from domain.refusals import BadInput, Conflict, NotFound
from domain.talks import TaskState
from handlers.screen import show
from handlers.steps import ask_words, choice, say_refusal, typed_words
from operations.people.buttons import (
    EMAIL_BUTTONS,
    ForgetMailbox,
    GiveEmail,
    SendLetters,
    StartLetters,
    StopLettersOf,
)
from operations.people.mailboxes import (
    CODE_LASTS,
    MailRules,
    choose_wish,
    confirm,
    find_own_mailbox,
    forget_mailbox,
    offered_wishes,
    send_code,
    start_again,
)
from operations.turn import Turn


class AskEmail(TaskState):
    """An address is asked for."""


class AskCode(TaskState):
    """A code was sent to an address, and is asked for."""

    email: str


class EmailHandler:
    """Keeps the address to which letters go; without rules there is no e-mail."""

    name = "email"
    command = "thudientu|email"
    words = "command-email-words"
    takes_files = False

    def __init__(self, rules: MailRules | None) -> None:
        self._rules = rules

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the address and what goes there, or asks for one."""
        if self._rules is None:
            raise NotFound("email-off")
        box = await find_own_mailbox(turn.context)
        match read_button(argument, *EMAIL_BUTTONS):
            case GiveEmail():
                self._ask_email(turn)
            case SendLetters(wish):
                await choose_wish(turn.context, wish, wanted=True)
                await _show(turn)
            case StopLettersOf(wish):
                await choose_wish(turn.context, wish, wanted=False)
                await _show(turn)
            case StartLetters():
                await start_again(turn.context)
                await _show(turn)
            case ForgetMailbox():
                await forget_mailbox(turn.context)
                turn.say("email-forgotten")
                show(turn, _settings(turn))
            case _ if box is None or box.confirmed_at is None:
                self._ask_email(turn)
            case _:
                await _show(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the address, then the code."""
        state = turn.state(AskEmail, AskCode)
        if isinstance(state, AskEmail):
            await self._take_email(turn, typed_words(turn, given))
        else:
            await self._take_code(turn, state, typed_words(turn, given))

    def _ask_email(self, turn: Turn) -> None:
        turn.start(self.name, AskEmail())
        turn.say("email-ask")
        ask_words(turn)

    async def _take_email(self, turn: Turn, text: str) -> None:
        if self._rules is None:
            raise NotFound("email-off")
        try:
            email = await send_code(turn.context, text, self._rules)
        except BadInput as refusal:
            say_refusal(turn, refusal)
            ask_words(turn)
            return
        self._ask_code(turn, "email-code-sent", email)

    def _ask_code(self, turn: Turn, key: str, email: str) -> None:
        turn.start(self.name, AskCode(email=email))
        turn.say(key, email=email, minutes=int(CODE_LASTS.total_seconds()) // 60)
        ask_words(turn, navigation=(choice(turn, GiveEmail(), "email-button-other"),))

    async def _take_code(self, turn: Turn, state: AskCode, text: str) -> None:
        try:
            is_right = await confirm(turn.context, text)
        except Conflict as refusal:
            say_refusal(turn, refusal)
            self._ask_email(turn)
            return
        if not is_right:
            self._ask_code(turn, "email-code-wrong", state.email)
            return
        turn.say("email-confirmed")
        await _show(turn)


async def _show(turn: Turn) -> None:
    box = await find_own_mailbox(turn.context)
    if box is None:
        raise NotFound("email-none")
    turn.say(_how(box), email=box.email)
    if box.stopped_at is not None:
        choices = [choice(turn, StartLetters(), "email-button-start")]
    else:
        choices = [_wish_button(turn, box, wish) for wish in offered_wishes(turn.context)]
    show(
        turn,
        *choices,
        choice(turn, GiveEmail(), "email-button-change"),
        choice(turn, ForgetMailbox(), "email-button-forget"),
        navigation=(_settings(turn),),
    )


def _how(box: Mailbox) -> str:
    if box.stopped_at is not None:
        return "email-stopped"
    return "email-works" if box.reachable else "email-returns"


def _wish_button(turn: Turn, box: Mailbox, wish: Wish) -> Choice:
    is_on = wish in box.wishes
    button = StopLettersOf(wish) if is_on else SendLetters(wish)
    return choice(turn, button, f"email-wish-{'on' if is_on else 'off'}-{wish}")


def _settings(turn: Turn) -> Choice:
    return choice(turn, "settings", "button-back")
