"""One's telephone number for text messages: given, confirmed by a code that went there."""

from datetime import datetime

from dialogue.inputs import Input
from domain.buttons import read_button
from domain.message import Choice
from domain.refusals import BadInput, Conflict, NotFound
from domain.talks import TaskState
from handlers.screen import show
from handlers.steps import ask_words, choice, say_refusal, typed_words
from operations.messaging.phone_lines import (
    CODE_LASTS,
    SentCode,
    SmsRules,
    confirm_line,
    find_own_line,
    forget_line,
    phone_of,
    send_sms_code,
)
from operations.people.buttons import SMS_BUTTONS, ForgetPhone, GivePhone, UseOwnPhone
from operations.turn import Turn


class AskPhone(TaskState):
    """A number is asked for."""


class AskSmsCode(TaskState):
    """A code was sent to a number, and is asked for."""

    phone: str
    code_hash: str
    until: datetime
    wrong: int = 0


class SmsHandler:
    """Keeps the number to which text messages go; without rules there are none."""

    name = "sms"
    command = "tinsms|sms"
    words = "command-sms-words"
    takes_files = False

    def __init__(self, rules: SmsRules | None) -> None:
        self._rules = rules

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the number, or asks for one."""
        if self._rules is None:
            raise NotFound("sms-off")
        line = await find_own_line(turn.context)
        match read_button(argument, *SMS_BUTTONS):
            case GivePhone():
                self._ask_phone(turn)
            case UseOwnPhone():
                await self._take_phone(turn, turn.require_person().phone or "")
            case ForgetPhone():
                await forget_line(turn.context)
                turn.say("sms-forgotten")
                show(turn, _settings(turn))
            case _ if line is None:
                _offer(turn)
            case _:
                await _show(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the number, then the code."""
        state = turn.state(AskPhone, AskSmsCode)
        if isinstance(state, AskPhone):
            await self._take_phone(turn, typed_words(turn, given))
        else:
            await self._take_code(turn, state, typed_words(turn, given))

    def _ask_phone(self, turn: Turn) -> None:
        turn.start(self.name, AskPhone())
        turn.say("sms-ask")
        ask_words(turn)

    async def _take_phone(self, turn: Turn, text: str) -> None:
        if self._rules is None:
            raise NotFound("sms-off")
        try:
            sent = await send_sms_code(turn.context, text, self._rules)
        except BadInput as refusal:
            say_refusal(turn, refusal)
            self._ask_phone(turn)
            return
        except Conflict as refusal:
            turn.leave()
            say_refusal(turn, refusal)
            show(turn, _settings(turn))
            return
        state = AskSmsCode(phone=sent.phone, code_hash=sent.code_hash, until=sent.until)
        self._ask_code(turn, "sms-code-sent", state)

    def _ask_code(self, turn: Turn, key: str, state: AskSmsCode) -> None:
        turn.start(self.name, state)
        turn.say(key, phone=state.phone, minutes=int(CODE_LASTS.total_seconds()) // 60)
        ask_words(turn, navigation=(choice(turn, GivePhone(), "sms-button-other"),))

    async def _take_code(self, turn: Turn, state: AskSmsCode, text: str) -> None:
        sent = SentCode(
            phone=state.phone, code_hash=state.code_hash, until=state.until, wrong=state.wrong
        )
        try:
            is_right = await confirm_line(turn.context, sent, text)
        except Conflict as refusal:
            say_refusal(turn, refusal)
            self._ask_phone(turn)
            return
        if not is_right:
            wrong = state.model_copy(update={"wrong": state.wrong + 1})
            self._ask_code(turn, "sms-code-wrong", wrong)
            return
        turn.leave()
        turn.say("sms-confirmed")
        await _show(turn)


def _offer(turn: Turn) -> None:
    """Says what text messages are for, and offers the number that the office has."""
    phone = turn.require_person().phone
    own = (choice(turn, UseOwnPhone(), "sms-button-own", phone=phone),) if phone else ()
    turn.say("sms-offer")
    show(
        turn,
        *own,
        choice(turn, GivePhone(), "sms-button-give"),
        navigation=(_settings(turn),),
    )


async def _show(turn: Turn) -> None:
    line = await find_own_line(turn.context)
    if line is None:
        raise NotFound("sms-none")
    turn.say("sms-works" if line.reachable else "sms-lost", phone=phone_of(line))
    show(
        turn,
        choice(turn, GivePhone(), "sms-button-change"),
        choice(turn, ForgetPhone(), "sms-button-forget"),
        navigation=(_settings(turn),),
    )


def _settings(turn: Turn) -> Choice:
    return choice(turn, "settings", "button-back")
