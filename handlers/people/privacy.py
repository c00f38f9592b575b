"""The person's own data: seen, sent as a file, corrected, erased; and who decides on that."""

from collections.abc import Mapping, Sequence
from typing import Any

from dialogue.inputs import Input, Late, Press, Say
from domain.message import Choice, Expects
from domain.reading import clean_text
from domain.refusals import BadInput
from handlers.screen import menu_button, parse_number, show
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

_FIELDS = {"n": "name", "p": "phone"}


class PrivacyHandler:
    """Shows what is kept (""), sends it ("f"), corrects it ("n", "p"), has it erased ("e", "E").

    "r12" shows a request to who may decide, "y12" erases, "x12" refuses; "a7" shows the name
    that person 7 gave themselves, "A7" takes it, "k7" keeps the old one.
    """

    name = "privacy"
    command = "dulieu|mydata"
    words = "command-privacy-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what the button or the command says."""
        what, request_id = argument[:1], parse_number(argument[1:])
        if argument in _FIELDS:
            self._ask_field(turn, _FIELDS[argument])
        elif argument == "f":
            await enqueue_own_data(turn)
            turn.say("privacy-file-comes")
            show(turn)
        elif argument == "e":
            _ask_sure(turn)
        elif argument == "E":
            await _ask_erasure(turn)
        elif what in ("r", "y", "x") and request_id:
            await _decide(turn, what, request_id)
        elif what in ("a", "A", "k") and request_id:
            await _decide_name(turn, what, request_id)
        else:
            await _show_data(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the name or the phone number typed anew."""
        field, refused = turn.talk.state.get("field"), turn.talk.state.get("refused")
        if refused is not None:
            await _refuse(turn, refused, given)
        elif given == Press("cancel") or field is None:
            turn.leave()
            await _show_data(turn)
        elif isinstance(given, Say):
            holds = True
            if field == "name":
                holds = await ask_name(turn, parse_name(given.text))
            else:
                await correct_phone(turn, parse_own_phone(given.text))
            turn.leave()
            turn.say("privacy-corrected" if holds else "privacy-name-waits")
            await _show_data(turn)
        else:
            turn.say(f"privacy-ask-{field}")
            turn.repeat_prompt()

    def _ask_field(self, turn: Turn, field: str) -> None:
        turn.require_person()
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"field": field}
        turn.say(f"privacy-ask-{field}")
        cancel = Choice("cancel", turn.label("button-cancel"))
        turn.ask(expects=Expects.TEXT, navigation=(cancel,))


async def _show_data(turn: Turn) -> None:
    person = turn.require_person()
    found = await get_own_data(turn.unit, person.id, language=turn.language)
    name = person.name
    for wanted in found["wanted_name"]:
        name = turn.label("privacy-name-wanted", name=name, new=wanted["name"])
    turn.say(
        "privacy-data",
        name=name,
        phone=person.phone or "–",
        posts=", ".join(one["title"] for one in found["posts"]) or "–",
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
        Choice("privacy.f", turn.label("privacy-button-file")),
        Choice("privacy.n", turn.label("privacy-button-name")),
        Choice("privacy.p", turn.label("privacy-button-phone")),
        Choice("withdrawal", turn.label("privacy-button-withdraw")),
        Choice("privacy.e", turn.label("privacy-button-erase")),
    )


def _channels(turn: Turn, accounts: Sequence[Mapping[str, Any]]) -> str:
    names = sorted({str(one["channel"]) for one in accounts})
    return ", ".join(turn.label("privacy-channel", channel=name) for name in names) or "–"


def _ask_sure(turn: Turn) -> None:
    turn.require_person()
    turn.say("privacy-erase-ask")
    show(
        turn,
        Choice("privacy.E", turn.label("privacy-button-erase-yes")),
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


async def _decide(turn: Turn, what: str, request_id: int) -> None:
    by = turn.require_person()
    review = await get_review(turn.unit, by, request_id, day=turn.today)
    if what == "y":
        erased = await erase_person(
            turn.unit, review.person.id, by=by, policy=turn.policy, now=turn.now
        )
        turn.say("privacy-erased", title=erased.title)
        show(turn)
    elif what == "x":
        turn.leave()
        turn.talk.handler = PrivacyHandler.name
        turn.talk.state = {"refused": request_id}
        turn.say("privacy-ask-reason", name=review.person.name)
        cancel = Choice("cancel", turn.label("button-cancel"))
        turn.ask(expects=Expects.TEXT, navigation=(cancel,))
    else:
        turn.say(
            "privacy-review",
            name=review.person.name,
            titles=review.titles or "–",
            day=day_words(review.request.due_on),
        )
        turn.leave()
        turn.ask(
            (
                Choice(f"privacy.y{request_id}", turn.label("privacy-button-erase-now")),
                Choice(f"privacy.x{request_id}", turn.label("privacy-button-refuse")),
            ),
            navigation=(menu_button(turn),),
            commands=True,
        )


async def _refuse(turn: Turn, request_id: int, given: Input) -> None:
    """Takes the reason why a person's data are not erased; without one nothing is decided."""
    if given == Press("cancel"):
        turn.leave()
        await _decide(turn, "r", request_id)
        return
    by = turn.require_person()
    review = await get_review(turn.unit, by, request_id, day=turn.today)
    if not isinstance(given, Say | Late):
        turn.say("privacy-ask-reason", name=review.person.name)
        turn.repeat_prompt()
        return
    try:
        await refuse_erasure(turn.unit, by, review, reason=clean_text(given.text), now=turn.now)
    except BadInput as refusal:
        turn.say(refusal.code, **refusal.facts)
        turn.repeat_prompt()
        return
    turn.leave()
    turn.say("privacy-refused")
    show(turn)


async def _decide_name(turn: Turn, what: str, person_id: int) -> None:
    by = turn.require_person()
    review = await review_name(turn.unit, by, person_id, day=turn.today)
    if what != "a":
        accepted = what == "A"
        await settle_name(turn.unit, by, review, accepted=accepted, now=turn.now)
        turn.say("privacy-name-taken" if accepted else "privacy-name-kept", name=review.wanted)
        show(turn)
        return
    turn.say(
        "privacy-name-review",
        name=review.person.name,
        titles=review.titles or "–",
        new=review.wanted,
    )
    turn.leave()
    turn.ask(
        (
            Choice(f"privacy.A{person_id}", turn.label("privacy-button-name-take")),
            Choice(f"privacy.k{person_id}", turn.label("privacy-button-name-keep")),
        ),
        navigation=(menu_button(turn),),
        commands=True,
    )
