"""Who leads a chapter, helps to lead it, or looks after it: replaced, added, taken away, lent."""

from datetime import date
from typing import Any

from dialogue.inputs import Input, Late, Press, Say
from domain.chapter_changes import What
from domain.message import Choice, Expects
from domain.people import Role
from domain.reading import ReadDate, clean_text, parse_date, parse_phone
from domain.refusals import BadInput, Conflict
from handlers.directory.editing import (
    back_to,
    cancel_button,
    say_made,
    say_overtaken,
    stop,
    take_charge,
    yes_button,
)
from handlers.screen import parse_number, shorten, show, unfit_key
from operations.access import APPOINTED_ROLES
from operations.directory.appointments import (
    SeatChange,
    SeatProposal,
    list_seats,
    make_seat_change,
    propose_seat,
)
from operations.directory.change_words import seat_words
from operations.directory.directory_look import search
from operations.titles import role_words
from operations.turn import Turn
from operations.wording import day_words

_LISTED = 6
_LONGEST_NAME = 100
_TYPED = frozenset({"who", "phone", "first", "last"})


class AppointHandler:
    """Changes who holds a role of a chapter ("12-leader").

    The state holds the chapter, the role, what is to be done and how far the questions are.
    """

    name = "appoint"
    command = "bonhiem|appoint"
    words = "command-appoint-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows who holds the role, and what can be done about it."""
        number, _, role = argument.partition("-")
        if role not in APPOINTED_ROLES:
            turn.say("appoint-where")
            show(turn, Choice("directory", turn.label("menu-directory")))
            return
        chapter = await take_charge(turn, self.name, parse_number(number), phase="seat", role=role)
        seats = await list_seats(turn.unit, chapter.id, Role(role), day=turn.today)
        turn.say(
            "appoint-now",
            role=role_words(role, chapter, turn.language),
            chapter=chapter.name,
            names=", ".join(one.person.name for one in seats) or turn.label("seat-nobody"),
        )
        choices = [
            Choice(
                f"{key}{one.post.id}",
                shorten(turn.label(f"appoint-button-{name}", name=one.person.name)),
            )
            for one in seats
            for key, name in (("r", "replace"), ("t", "stand-in"), ("d", "dismiss"))
        ]
        if not seats or Role(role) is not Role.LEADER:
            choices.append(Choice("n", turn.label("appoint-button-add")))
        turn.ask(tuple(choices), navigation=(cancel_button(turn),))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the next answer of the questions."""
        state = turn.talk.state
        phase = state["phase"]
        if isinstance(given, Press):
            await self._pressed(turn, given.key, phase)
        elif isinstance(given, Say | Late) and phase in _TYPED:
            try:
                await self._typed(turn, given.text, phase)
            except BadInput as refusal:
                turn.say(refusal.code, **refusal.facts)
                turn.repeat_prompt()
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()

    async def _pressed(self, turn: Turn, key: str, phase: str) -> None:
        state = turn.talk.state
        if key == "cancel":
            stop(turn)
        elif phase == "seat":
            await self._chosen(turn, key)
        elif phase == "who" and key == "new":
            state |= {"phase": "phone", "newcomer": state["typed"]}
            turn.say("appoint-phone", name=state["typed"])
            turn.ask(
                expects=Expects.TEXT,
                navigation=(Choice("skip", turn.label("appoint-skip")), cancel_button(turn)),
            )
        elif phase == "who":
            state["person"] = parse_number(key[1:])
            await self._go_on(turn)
        elif phase == "phone":
            await self._go_on(turn)
        elif phase == "confirm" and key == "yes":
            await self._make(turn)

    async def _chosen(self, turn: Turn, key: str) -> None:
        whats = {"r": What.APPOINTED, "n": What.APPOINTED, "t": What.STAND_IN}
        turn.talk.state |= {
            "what": whats.get(key[:1], What.DISMISSED),
            "old": parse_number(key[1:]) or None,
        }
        if key[:1] == "d":
            await self._preview(turn)
            return
        turn.talk.state["phase"] = "who"
        turn.say("appoint-who")
        turn.ask(expects=Expects.TEXT, navigation=(cancel_button(turn),))

    async def _typed(self, turn: Turn, text: str, phase: str) -> None:
        state = turn.talk.state
        if phase == "who":
            await self._find(turn, text)
        elif phase == "phone":
            phone = parse_phone(text)
            if phone is None:
                raise BadInput("appoint-bad-phone")
            state["phone"] = phone
            await self._go_on(turn)
        else:
            state[phase] = _read_day(turn, text).isoformat()
            await self._go_on(turn)

    async def _find(self, turn: Turn, text: str) -> None:
        typed = " ".join(clean_text(text).split())
        if not 1 < len(typed) <= _LONGEST_NAME:
            raise BadInput("appoint-bad-name")
        found = await search(turn.unit, turn.posts, typed, today=turn.today)
        is_name = not any(map(str.isdigit, typed))
        if not found.people and not is_name:
            raise BadInput("appoint-unknown-phone", phone=typed)
        turn.talk.state["typed"] = typed
        turn.say("appoint-which" if found.people else "appoint-unknown", name=typed)
        choices = [
            Choice(f"p{one.id}", shorten(f"{one.name} {one.phone or ''}"))
            for one in found.people[:_LISTED]
        ]
        if is_name:
            choices.append(Choice("new", shorten(turn.label("appoint-button-new", name=typed))))
        turn.ask(tuple(choices), expects=Expects.TEXT, navigation=(cancel_button(turn),))

    async def _go_on(self, turn: Turn) -> None:
        """Asks for the days of a stand-in, else shows what will be done."""
        state = turn.talk.state
        missing = [one for one in ("first", "last") if one not in state]
        if state["what"] == What.STAND_IN and missing:
            state["phase"] = missing[0]
            turn.say(f"appoint-{missing[0]}")
            turn.ask(expects=Expects.TEXT, navigation=(cancel_button(turn),))
        else:
            await self._preview(turn)

    async def _preview(self, turn: Turn) -> None:
        state = turn.talk.state
        try:
            proposal = await self._propose(turn)
        except BadInput as refusal:
            turn.say(refusal.code, **refusal.facts)
            show(turn, back_to(turn, state["chapter"]))
            return
        state |= {"phase": "confirm", "seen": proposal.seen}
        before, after = seat_words(proposal, turn.language)
        turn.say(
            "edit-preview",
            thing=role_words(state["role"], proposal.chapter, turn.language),
            chapter=proposal.place or proposal.chapter.name,
            before=before,
            after=after,
        )
        if proposal.place:
            turn.say("appoint-whole-place", place=proposal.place)
        turn.ask((yes_button(turn),), navigation=(cancel_button(turn),))

    async def _propose(self, turn: Turn) -> SeatProposal:
        change = _change(turn.talk.state)
        return await propose_seat(turn.unit, turn.posts, change, today=turn.today)

    async def _make(self, turn: Turn) -> None:
        state = turn.talk.state
        try:
            number = await make_seat_change(
                turn.unit,
                await self._propose(turn),
                seen=state["seen"],
                by=turn.require_person(),
                policy=turn.policy,
                now=turn.now,
            )
        except (BadInput, Conflict) as refusal:
            say_overtaken(turn, refusal)
        else:
            say_made(turn, number, to_trash=state["what"] == What.DISMISSED)


def _change(state: dict[str, Any]) -> SeatChange:
    days = {one: date.fromisoformat(state[one]) for one in ("first", "last") if one in state}
    return SeatChange(
        what=What(state["what"]),
        chapter_id=state["chapter"],
        role=Role(state["role"]),
        person_id=state.get("person"),
        old_post=state["old"],
        first_day=days.get("first"),
        last_day=days.get("last"),
        newcomer=state.get("newcomer", ""),
        phone=state.get("phone"),
    )


def _read_day(turn: Turn, text: str) -> date:
    found = parse_date(text, today=turn.today, towards="future")
    if not isinstance(found, ReadDate):
        raise BadInput("appoint-bad-day", example=day_words(turn.today))
    if found.day < turn.today:
        raise BadInput("seat-bad-days")
    return found.day
