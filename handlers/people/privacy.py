"""The person's own data: seen, sent as a file, corrected, erased; and who decides on that."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from dialogue.inputs import Input, Say
from domain.buttons import read_button
from domain.message import Choice
from domain.reading import clean_text
from domain.talks import TaskState
from handlers.screen import phone_words, show, unfit_key
from handlers.steps import CANCEL, ask_words, typed
from operations.people.buttons import (
    PRIVACY_BUTTONS,
    AskErasure,
    ConfirmErasure,
    CorrectName,
    CorrectPhone,
    ErasePerson,
    KeepOldName,
    OpenErasure,
    OpenNewName,
    RefuseErasure,
    SendOwnData,
    TakeNewName,
)
from operations.people.erasing import erase_person
from operations.people.privacy import (
    ask_erasure,
    enqueue_own_data,
    get_own_data,
    get_review,
    parse_name,
    parse_own_phone,
    refuse_erasure,
)
from operations.people.renaming import ask_name, correct_phone, review_name, settle_name
from operations.turn import Turn
from operations.wording import day_words


class OwnField(StrEnum):
    """What a person may correct of their own data."""

    NAME = "name"
    PHONE = "phone"


class Correction(TaskState):
    """The field that is typed anew."""

    field: OwnField


class Refusal(TaskState):
    """The request that is refused, for a reason that is asked for."""

    refused: int


class PrivacyHandler:
    """Shows one's data, sends, corrects and erases them; and what others ask to who may decide."""

    name = "privacy"
    command = "dulieu|mydata"
    words = "command-privacy-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what the button or the command says."""
        match read_button(argument, *PRIVACY_BUTTONS):
            case CorrectName():
                self._ask_field(turn, OwnField.NAME)
            case CorrectPhone():
                self._ask_field(turn, OwnField.PHONE)
            case SendOwnData():
                await enqueue_own_data(turn)
                turn.say("privacy-file-comes")
                show(turn)
            case AskErasure():
                _ask_sure(turn)
            case ConfirmErasure():
                await _ask_erasure(turn)
            case OpenNewName() | TakeNewName() | KeepOldName() as button:
                await _decide_name(turn, button)
            case OpenErasure() | ErasePerson() | RefuseErasure() as button:
                await _decide(turn, button)
            case _:
                await _show_data(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the name or the phone number typed anew, or why an erasure is refused."""
        state = turn.state(Correction, Refusal)
        if isinstance(state, Refusal):
            await _refuse(turn, state.refused, given)
        elif given == CANCEL:
            turn.leave()
            await _show_data(turn)
        elif isinstance(given, Say):
            holds = True
            if state.field is OwnField.NAME:
                holds = await ask_name(turn, parse_name(given.text))
            else:
                await correct_phone(turn, parse_own_phone(given.text))
            turn.leave()
            turn.say("privacy-corrected" if holds else "privacy-name-waits")
            await _show_data(turn)
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()

    def _ask_field(self, turn: Turn, field: OwnField) -> None:
        turn.require_person()
        turn.start(self.name, Correction(field=field))
        turn.say(f"privacy-ask-{field}")
        ask_words(turn)


async def _show_data(turn: Turn) -> None:
    person = turn.require_person()
    found = await get_own_data(turn.unit, person.id, language=turn.language)
    name = person.name
    for wanted in found["wanted_name"]:
        name = turn.label("privacy-name-wanted", name=name, new=wanted["name"])
    turn.say(
        "privacy-data",
        name=name,
        phone=phone_words(turn, person.phone),
        posts=", ".join(post["title"] for post in found["posts"]) or "–",
        accounts=_channels(turn, found["accounts"]),
        consents=len(found["consents"]),
        reports=len(found["reports"]),
        attendance=len(found["attendance"]),
        files=len(found["files"]),
        messages=len(found["messages"]) + len(found["answers"]),
        changes=len(found["changes"]),
    )
    turn.say("privacy-rights")
    show(
        turn,
        Choice(SendOwnData().key, turn.label("privacy-button-file")),
        Choice(CorrectName().key, turn.label("privacy-button-name")),
        Choice(CorrectPhone().key, turn.label("privacy-button-phone")),
        Choice("withdrawal", turn.label("privacy-button-withdraw")),
        Choice(AskErasure().key, turn.label("privacy-button-erase")),
    )


def _channels(turn: Turn, accounts: Sequence[Mapping[str, Any]]) -> str:
    names = sorted({str(account["channel"]) for account in accounts})
    return ", ".join(turn.label("privacy-channel", channel=name) for name in names) or "–"


def _ask_sure(turn: Turn) -> None:
    turn.require_person()
    turn.say("privacy-erase-ask")
    show(
        turn,
        Choice(ConfirmErasure().key, turn.label("privacy-button-erase-yes")),
        Choice("privacy", turn.label("button-back")),
    )


async def _ask_erasure(turn: Turn) -> None:
    due_on, told = await ask_erasure(
        turn.unit, turn.require_person(), policy=turn.policy, now=turn.now
    )
    turn.say("privacy-erase-asked", day=day_words(due_on))
    if not told:
        turn.say("privacy-erase-nobody")
    show(turn)


async def _decide(turn: Turn, button: OpenErasure | ErasePerson | RefuseErasure) -> None:
    by = turn.require_person()
    review = await get_review(turn.unit, by, button.request, day=turn.today)
    match button:
        case ErasePerson():
            erased = await erase_person(
                turn.unit, review.person.id, by=by, policy=turn.policy, now=turn.now
            )
            turn.say("privacy-erased", title=erased.title)
            show(turn)
        case RefuseErasure(request):
            turn.start(PrivacyHandler.name, Refusal(refused=request))
            turn.say("privacy-ask-reason", name=review.person.name)
            ask_words(turn)
        case OpenErasure(request):
            turn.say(
                "privacy-review",
                name=review.person.name,
                titles=review.titles or "–",
                day=day_words(review.request.due_on),
            )
            show(
                turn,
                Choice(ErasePerson(request).key, turn.label("privacy-button-erase-now")),
                Choice(RefuseErasure(request).key, turn.label("privacy-button-refuse")),
            )


async def _refuse(turn: Turn, request_id: int, given: Input) -> None:
    """Takes the reason why a person's data are not erased; without one nothing is decided."""
    if given == CANCEL:
        turn.leave()
        await _decide(turn, OpenErasure(request_id))
        return
    review = await get_review(turn.unit, turn.require_person(), request_id, day=turn.today)
    text = typed(given)
    if text is None:
        turn.say("privacy-ask-reason", name=review.person.name)
        turn.repeat_prompt()
        return
    by = turn.require_person()
    await refuse_erasure(turn.unit, by, review, reason=clean_text(text), now=turn.now)
    turn.say("privacy-refused")
    show(turn)


async def _decide_name(turn: Turn, button: OpenNewName | TakeNewName | KeepOldName) -> None:
    by = turn.require_person()
    review = await review_name(turn.unit, by, button.person, day=turn.today)
    if isinstance(button, OpenNewName):
        turn.say(
            "privacy-name-review",
            name=review.person.name,
            titles=review.titles or "–",
            new=review.wanted,
        )
        show(
            turn,
            Choice(TakeNewName(button.person).key, turn.label("privacy-button-name-take")),
            Choice(KeepOldName(button.person).key, turn.label("privacy-button-name-keep")),
        )
        return
    accepted = isinstance(button, TakeNewName)
    await settle_name(turn.unit, by, review, accepted=accepted, now=turn.now)
    turn.say("privacy-name-taken" if accepted else "privacy-name-kept", name=review.wanted)
    show(turn)
