"""Codes for people without an account: one by one, or a sheet of slips to hand out."""

from dialogue.inputs import Input
from domain.codes import format_code
from domain.message import Choice
from handlers.screen import ScreenHandler, parse_number, shorten, show
from operations.codes import RandomBytes
from operations.desks import list_desks
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
    """Makes a code ("p12"), takes codes back ("v12", "x7"), makes a sheet ("s3").

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
        number = parse_number(argument[1:])
        match argument[:1]:
            case "p":
                await self._invite(turn, number)
            case "v":
                await revoke_codes_of(
                    turn.unit,
                    number,
                    by=turn.require_person(),
                    by_posts=turn.posts,
                    now=turn.now,
                    today=turn.today,
                )
                turn.say("invite-revoked")
                show(turn, Choice(f"directory.p{number}", turn.label("button-back")))
            case "x":
                await revoke_invitation(
                    turn.unit, number, by=turn.require_person(), now=turn.now, policy=turn.policy
                )
                turn.say("invite-revoked")
                show(turn, Choice(self.name, turn.label("button-back")))
            case "s":
                await _make_sheet(turn, number)
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
            Choice(f"invite.v{person_id}", turn.label("person-button-revoke")),
            Choice(f"directory.p{person_id}", turn.label("button-back")),
        )

    async def _send(self, turn: Turn, person_id: int) -> None:
        person = await send_code(
            turn.unit,
            by=turn.require_person(),
            person_id=person_id,
            random_bytes=self._random_bytes,
            now=turn.now,
            policy=turn.policy,
        )
        turn.say("invite-sent-to-account", name=person.name)
        show(turn, Choice(f"directory.p{person_id}", turn.label("button-back")))


async def _show_open(turn: Turn) -> None:
    found = await list_own_invitations(turn.unit, turn.require_person(), now=turn.now)
    turn.say("invite-open" if found else "invite-none-open", count=len(found))
    choices = [
        Choice(
            f"invite.x{one.invitation.id}",
            shorten(
                turn.label(
                    "invite-button-revoke",
                    name=one.name,
                    until=day_words(turn.policy.local(one.invitation.expires_at).date()),
                )
            ),
        )
        for one in found[:_LISTED]
    ]
    show(turn, *choices, navigation=(Choice("directory", turn.label("menu-directory")),))


async def _make_sheet(turn: Turn, area_id: int) -> None:
    if not area_id:
        desks = await list_desks(turn.unit, turn.posts, today=turn.today)
        turn.say("invite-sheet-where")
        show(turn, *(Choice(f"invite.s{one.id}", one.name) for one in desks))
        return
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
    show(turn, Choice(f"directory.a{area_id}", turn.label("button-back")))
