"""Zalo in the demo: its plain text and typed numbers, on a page instead of at Zalo."""

from dataclasses import replace
from datetime import datetime

from channels.delivery import DeliveryResult, Sending
from channels.web import WebChannel
from channels.zalo.channel import PACE, TEXT_LIMIT, TOGETHER
from domain.abilities import ChannelAbilities
from domain.inbound import Address
from domain.message import Message
from domain.people import Person
from domain.quota import Quota
from domain.rich import plain_text
from operations.messaging import web_page
from operations.notifications.preferring import choose_way
from operations.people.enrolling import note_consent
from operations.people.web_entry import CHANNEL as WEB
from storage import UnitOfWork
from storage.messages import addresses, talks
from texts import escape_rich, render

NAME, ACCOUNT = "zalo", "demo"


class ZaloPhone(WebChannel):
    """Shows on a page what Zalo would show: text alone, nothing changed afterwards."""

    name = NAME
    abilities = ChannelAbilities(
        files=True,
        takes_files=True,
        text_limit=TEXT_LIMIT,
        pace=PACE,
        quota=Quota(messages=3000, people=50),
        together=TOGETHER,
    )

    async def send(self, sending: Sending) -> DeliveryResult:
        """Stores the words as a new bubble, without what only a page can draw."""
        words = escape_rich(plain_text(sending.message.text))
        plain = Message(text=words, attachments=sending.message.attachments)
        return await super().send(replace(sending, message=plain, edits=None))


async def give_phone(unit: UnitOfWork, person: Person, *, now: datetime) -> None:
    """Gives somebody an account on Zalo, with the greeting they once got there.

    They chose the page for what the bot starts by itself, so Zalo answers what is typed on it.
    """
    address = Address(NAME, ACCOUNT, f"zalo-{person.id}", f"zalo-{person.id}")
    here = (await addresses.ensure(unit, {address: (False, "")}, now=now))[address]
    talk = await talks.of_person(unit, person.id)
    await addresses.bind(unit, here.id, person_id=person.id, conversation_id=talk)
    await note_consent(unit, person, here.id, now=now)
    await choose_way(unit, person, WEB, now=now)
    greeting = render("menu-greeting-plain", "vi", form=person.form, name=person.name)
    words = f"{greeting}\n{render('help-report', 'vi')}"
    message = Message(text=escape_rich(plain_text(words)))
    await web_page.show_bubble(unit, address, key="greeting", message=message, now=now)
