"""Codes for people without an account: one by one, or a sheet of slips to hand out."""

from dialogue.inputs import Input
from domain.buttons import Button, read_button
from domain.codes import format_code
from domain.message import Choice
from handlers.screen import ScreenHandler, show
from operations.codes import RandomBytes
from operations.desks import list_desks
from operations.directory.buttons import OpenArea
from operations.people.buttons import (
    INVITE_BUTTONS,
    ChooseSheet,
    InvitePerson,
    MakeSheet,
    OpenPerson,
    RevokeCode,
    RevokeCodesOf,
)
from operations.people.invitations import (
    goes_to_account,
    invite_person,
    list_own_invitations,
    revoke_codes_of,
    revoke_invitation,
    send_code,
)
from operations.people.slip_sheets import ask_for_sheet, count_uninvited
from operations.turn import Turn
from operations.wording import day_words

_LISTED = 8


class InviteHandler(ScreenHandler):
    """Makes a code, takes codes back, makes a sheet of codes.

    `public_url` is where the web page is, "" if there is none.
    """

    name = "invite"
    command = "moi|invite"
    words = "command-invite-words"

    def __init__(self, public_url: str, random_bytes: RandomBytes) -> None:
        self._public_url = public_url.rstrip("/")
        self._random_bytes = random_bytes

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what the button names, else lists the codes that are open."""
        match read_button(argument, *INVITE_BUTTONS):
            case InvitePerson(person):
                await self._invite(turn, person)
            case RevokeCodesOf(person):
                await revoke_codes_of(turn.context, person)
                turn.say("invite-revoked")
                show(turn, _back(turn, OpenPerson(person)))
            case RevokeCode(invitation):
                await revoke_invitation(
                    turn.unit,
                    invitation,
                    by=turn.require_person(),
                    now=turn.now,
                    policy=turn.policy,
                )
                turn.say("invite-revoked")
                show(turn, Choice(self.name, turn.label("button-back")))
            case MakeSheet(area):
                await _make_sheet(turn, area)
            case ChooseSheet():
                await _choose_sheet(turn)
            case _:
                await _show_open(turn)

    async def answer(self, turn: Turn, given: Input) -> None:  # noqa: ARG002 - nothing to answer
        """Lists the open codes again."""
        await _show_open(turn)

    async def _invite(self, turn: Turn, person_id: int) -> None:
        by = turn.require_person()
        if await goes_to_account(turn.unit, by, person_id, day=turn.today):
            await self._send(turn, person_id)
            return
        code = format_code(
            await invite_person(
                turn.unit,
                by=by,
                person_id=person_id,
                random_bytes=self._random_bytes,
                now=turn.now,
                policy=turn.policy,
            )
        )
        turn.say("invite-code", code=code, days=turn.policy.invitation_days)
        if self._public_url:
            turn.say("invite-link", link=f"{self._public_url}/enter?c={code}")
        turn.say("invite-secret")
        show(
            turn,
            Choice(RevokeCodesOf(person_id).key, turn.label("person-button-revoke")),
            _back(turn, OpenPerson(person_id)),
        )

    async def _send(self, turn: Turn, person_id: int) -> None:
        person = await send_code(
            turn.context, person_id=person_id, random_bytes=self._random_bytes
        )
        turn.say("invite-sent-to-account", name=person.name)
        show(turn, _back(turn, OpenPerson(person_id)))


async def _show_open(turn: Turn) -> None:
    found = await list_own_invitations(turn.unit, turn.require_person(), now=turn.now)
    turn.say("invite-open" if found else "invite-none-open", count=len(found))
    choices = [
        Choice(
            RevokeCode(invited.invitation.id).key,
            turn.label(
                "invite-button-revoke",
                name=invited.name,
                until=day_words(turn.policy.day_of(invited.invitation.expires_at)),
            ),
        )
        for invited in found[:_LISTED]
    ]
    show(turn, *choices, navigation=(Choice("directory", turn.label("menu-directory")),))


def _back(turn: Turn, button: Button) -> Choice:
    return Choice(button.key, turn.label("button-back"))


async def _choose_sheet(turn: Turn) -> None:
    desks = await list_desks(turn.unit, turn.posts, today=turn.today)
    turn.say("invite-sheet-where")
    show(turn, *(Choice(MakeSheet(desk.id).key, desk.name) for desk in desks))


async def _make_sheet(turn: Turn, area_id: int) -> None:
    count = await count_uninvited(turn.unit, turn.posts, area_id, today=turn.today)
    if count:
        await ask_for_sheet(
            turn.unit,
            area_id,
            by=turn.require_person(),
            here=turn.here,
            now=turn.now,
        )
    turn.say("invite-sheet-begun" if count else "invite-sheet-nobody", count=count)
    show(turn, _back(turn, OpenArea(area_id)))
