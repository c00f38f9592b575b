"""The stranger's talk: a code, then consent, then the account is theirs."""

import re
from datetime import datetime, timedelta

from pydantic import Field

from dialogue.inputs import Input, Press
from dialogue.plain import resolve_typed
from domain.codes import normalise_code
from domain.inbound import InboundKind
from domain.invitations import Invitation
from domain.message import Choice
from domain.people import Person
from domain.reading import fold
from domain.refusals import Conflict
from domain.talks import TaskState
from handlers.dispatch import is_late
from handlers.handler import Handler
from operations.people.enrolling import (
    WELCOME,
    Newcomer,
    count_people,
    find_controller,
    find_pending,
    get_invitee,
    has_consented,
    join,
)
from operations.people.redeeming import CodesBlocked, CodeSource, look_up, source_of
from operations.titles import post_words
from operations.turn import Turn
from texts import label, render

# A stranger who keeps writing is answered a few times an hour.
_ANSWERS, _WITHIN = 3, timedelta(hours=1)
_STILL_SEEN = timedelta(minutes=1)
_BETWEEN = re.compile(r"[\s=:]+")
# Letters and digits, but no word: a code with a slip of the finger.
_NEARLY = re.compile(r"(?=.*\d)(?=.*[a-z])[b-df-hj-np-tv-xzi0-9]{9,15}")
_SEPARATORS = re.compile(r"[\s-]")
# As long as a code, letters and digits mixed: one that was read wrongly off its slip.
_CODE_MISREAD = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z0-9]{9,15}")


def find_code(text: str) -> str:
    """Returns what in a text is, or is meant to be, a code; "" if nothing is.

    The text may hold more, such as a link or a forwarded invitation.
    """
    for part in (text, *_BETWEEN.split(text)):
        if normalise_code(part):
            return part
    return text if _NEARLY.fullmatch(_SEPARATORS.sub("", fold(text))) else ""


class StrangerState(TaskState):
    """When a stranger was answered lately, and the code that waits for consent, "" for none."""

    told: list[datetime] = Field(default_factory=list)
    invitation: str = ""


class EnrolmentHandler:
    """Lets an account join its person; `home` is where everybody goes from here."""

    name = "enrolment"
    command = "start"
    words = ""
    takes_files = False

    def __init__(self, home: Handler, *, public_url: str = "") -> None:
        self._home = home
        self._public_url = public_url

    async def begin(self, turn: Turn, argument: str) -> None:
        """Takes "/start", a code in any spelling, or whatever else a stranger writes."""
        if turn.person is not None:
            await self._known(turn, turn.person, argument)
        elif code := find_code(argument):
            await self._take_code(turn, code)
        elif turn.state(StrangerState).invitation:
            await self._take_words(turn, argument)
        else:
            _say_rarely(turn, _words_for_stranger(turn, argument))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the answer to the consent question."""
        state = turn.state(StrangerState)
        pending = await find_pending(turn.unit, state.invitation, now=turn.now)
        if pending is None:
            _leave(turn, "code-wrong")
        elif given == Press("yes"):
            await _agree(turn, pending)
        elif given == Press("no"):
            turn.answered = render("enrolment-no", turn.language)
            _leave(turn, "enrolment-declined")
        elif given == Press("full"):
            await self._ask(turn, pending, "enrolment-consent-full")
        else:
            await self._ask(turn, pending, "enrolment-consent")

    async def _known(self, turn: Turn, person: Person, argument: str) -> None:
        if argument == WELCOME:
            await _welcome(turn, person)
        elif code := find_code(argument):
            invitation = await _look_up(turn, code)
            if invitation.used_by != turn.here.id:
                invitee = await get_invitee(turn.unit, invitation)
                is_same = invitee.id == person.id
                raise Conflict("enrolment-already" if is_same else "enrolment-other-person")
        await self._home.begin(turn, "")

    async def _take_code(self, turn: Turn, code: str) -> None:
        try:
            invitation = await _look_up(turn, code)
        except CodesBlocked as refusal:
            _say_rarely(turn, refusal.code, **refusal.facts)
            return
        quota, here = turn.abilities.quota, turn.here.address
        if quota and quota.is_full(await count_people(turn.unit, (here.channel, here.account))):
            page = f"{self._public_url}/enter".partition("://")[2] if self._public_url else "none"
            _say_rarely(turn, "enrolment-account-full", people=quota.people, page=page)
            return
        person = await get_invitee(turn.unit, invitation)
        agreed = await has_consented(
            turn.unit,
            person.id,
            channel=turn.here.address.channel,
            in_house=turn.abilities.in_house,
        )
        if agreed:
            await _join(turn, invitation, person, consents_now=False)
        else:
            await self._ask(turn, invitation, "enrolment-consent")

    async def _take_words(self, turn: Turn, text: str) -> None:
        prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
        key = None
        if prompt and text and not is_late(turn):
            key = resolve_typed(prompt, text)
        if key or prompt is None:
            await self.answer(turn, Press(key or ""))
        elif text or not _was_here_lately(turn):
            turn.repeat_prompt()

    async def _ask(self, turn: Turn, invitation: Invitation, key: str) -> None:
        person = await get_invitee(turn.unit, invitation)
        controller = await find_controller(
            turn.unit, person, body=turn.policy.controller, day=turn.today
        )
        turn.talk.handler = self.name
        turn.keep(StrangerState(invitation=invitation.code_hash))
        turn.say_rich(
            render(
                key,
                person.language,
                name=person.name,
                controller=controller or label("enrolment-office", person.language),
                channel=turn.here.address.channel,
            )
        )
        full = key == "enrolment-consent-full"
        keys = ("yes", "no") if full else ("yes", "no", "full")
        turn.ask(tuple(Choice(way, label(f"enrolment-{way}", person.language)) for way in keys))


def _was_here_lately(turn: Turn) -> bool:
    """True while the consent still stands on the screen: photos do not bring it again."""
    before = turn.talk.active_at
    return before is not None and turn.now - before < _STILL_SEEN


def _leave(turn: Turn, key: str) -> None:
    turn.say(key)
    turn.leave()


def _words_for_stranger(turn: Turn, text: str) -> str:
    """Returns what is said to a stranger: a greeting first, then what is missing."""
    if _CODE_MISREAD.fullmatch(_SEPARATORS.sub("", fold(text))):
        return "enrolment-code-misread"
    says_nothing = not text and turn.inbound.kind is InboundKind.TEXT
    if says_nothing or not turn.state(StrangerState).told:
        return "enrolment-stranger"
    return "enrolment-code-first" if text else "enrolment-no-words"


def _say_rarely(turn: Turn, key: str, /, **facts: str | int) -> None:
    """Says something to a stranger, a few times an hour."""
    state = turn.state(StrangerState)
    state.told = [at for at in state.told if at > turn.now - _WITHIN]
    if len(state.told) < _ANSWERS:
        turn.say(key, **facts)
        state.told.append(turn.now)
    turn.keep(state)


async def _welcome(turn: Turn, person: Person) -> None:
    titles = await post_words(turn.unit, turn.posts, turn.language)
    turn.say(
        "enrolment-welcome" if titles else "enrolment-welcome-plain",
        form=person.form,
        name=person.name,
        titles=titles,
    )


async def _look_up(turn: Turn, code: str) -> Invitation:
    return await look_up(
        turn.unit,
        code,
        source=CodeSource(source_of(turn.here.address), turn.here.id),
        now=turn.now,
        policy=turn.policy,
    )


async def _agree(turn: Turn, invitation: Invitation) -> None:
    person = await get_invitee(turn.unit, invitation)
    turn.answered = render("enrolment-yes", person.language)
    await _join(turn, invitation, person, consents_now=True)


async def _join(turn: Turn, invitation: Invitation, person: Person, *, consents_now: bool) -> None:
    """Hands the address over; the person's own talk says the welcome in its next turn."""
    try:
        newcomer = Newcomer(person, invitation, consents_now)
        await join(turn.unit, turn.here, newcomer, day=turn.today, now=turn.now)
    except Conflict as refusal:
        _leave(turn, refusal.code)
        return
    turn.leave()
    turn.rebound = True
