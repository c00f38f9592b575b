"""Letters, as a real mail server gets them."""

from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from channels.delivery import Rejected, Sending, TryLater, Unreachable
from channels.drawing import draw
from channels.email.bounce import Bounce, read_bounce
from channels.email.channel import EmailChannel
from channels.email.channel import MailServer as Server
from channels.email.checkup import check_up
from channels.email.letter import Letter, compose
from domain.inbound import Address
from domain.message import Choice, Expects, Message, Prompt
from tests.pictures import picture
from tests.smtp import PASSWORD, USER, MailServer, mail_server

AT = datetime(2026, 11, 30, 2, tzinfo=UTC)
NGAN = "ngan@xa.gov.vn"
STOP = "https://sinhhoat.example.vn/mail/stop/"


def server_of(mail: MailServer, **changes: object) -> Server:
    server = Server(
        host="localhost",
        port=mail.port,
        security="starttls",
        sender=f"Xã Long Vĩnh <{USER}>",
        user=USER,
        password=PASSWORD,
        ca_file=mail.ca_file,
    )
    return replace(server, **changes)  # type: ignore[arg-type]


def channel(server: Server) -> EmailChannel:
    return EmailChannel(server, stop_url=lambda token: f"{STOP}{token}", clock=lambda: AT)


def sending(text: str = "<b>Tổng hợp</b>\n\nXã &lt;Long Vĩnh&gt;", to: str = NGAN) -> Sending:
    address = Address("email", "main", to, "abc")
    return Sending(outbox_id=7, address=address, message=Message(text=text))


def plain(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_a_letter_goes_by_tls_with_its_files_and_the_way_to_stop_it(
    tmp_path: Path, security: str
) -> None:
    image, sheet = tmp_path / "a", tmp_path / "b"
    image.write_bytes(picture("PNG"))
    sheet.write_bytes(b"PK\x03\x04 rows")
    async with mail_server(tmp_path, security) as mail:
        to = channel(server_of(mail, security=security))
        shown = await to.send(
            replace(sending(), files=(image, sheet), names=("", "tong-hop.xlsx"))
        )
    (letter,) = mail.to(NGAN)
    assert mail.is_secure == [True]
    assert (letter["Subject"], letter["To"]) == ("Tổng hợp", NGAN)
    assert letter["From"].addresses[0].addr_spec == USER
    assert letter["Message-ID"] == shown.message_id == "<7.1@xa.gov.vn>"
    assert letter["List-Unsubscribe"] == f"<{STOP}abc>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert plain(letter).startswith("Tổng hợp\n\nXã <Long Vĩnh>")
    html = letter.get_body(("html",))
    assert html is not None
    assert "<b>Tổng hợp</b></p><p>Xã &lt;Long Vĩnh&gt;" in html.get_content()
    kinds = [part.get_content_type() for part in letter.iter_attachments()]
    assert kinds == [
        "image/png",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("550 5.1.1 no such mailbox", Unreachable),
        ("452 4.2.2 mailbox full", TryLater),
        ("451 4.7.1 greylisted, try again", TryLater),
    ],
)
async def test_what_the_server_says_of_a_mailbox_is_understood(
    tmp_path: Path, answer: str, expected: type[Exception]
) -> None:
    async with mail_server(tmp_path) as mail:
        mail.answers[NGAN] = answer
        with pytest.raises(expected, match=answer[:3]):
            await channel(server_of(mail)).send(sending())
    assert mail.letters == []


async def test_a_server_that_is_away_or_not_ours_is_tried_again_later(tmp_path: Path) -> None:
    async with mail_server(tmp_path) as mail:
        wrong = server_of(mail, password="khác")
        with pytest.raises(TryLater):
            await channel(wrong).send(sending())
        assert await check_up(wrong)
        # Whoever cannot prove who they are gets neither the password nor the letter.
        with pytest.raises(TryLater):
            await channel(server_of(mail, ca_file=None)).send(sending())
        assert await check_up(server_of(mail)) == ""
    with pytest.raises(TryLater):
        await channel(server_of(mail)).send(sending())
    assert await check_up(server_of(mail))
    assert mail.letters == []


async def test_nothing_can_be_smuggled_into_the_headers() -> None:
    letter = Letter(
        sender=USER,
        recipient=NGAN,
        number="1.1",
        text="Chủ đề\rBcc: ai@khac.vn\n\nBcc: ai@khac.vn",
        at=AT,
        footer="",
    )
    mail = compose(letter)
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Chủ đề"
    assert mail.get_all("To") == [NGAN]
    with pytest.raises(ValueError, match=r"(?i)cr|linefeed|invalid"):
        compose(replace(letter, recipient=f"{NGAN}\r\nBcc: ai@khac.vn"))


async def test_what_cannot_be_answered_shows_no_choices() -> None:
    prompt = Prompt(id="do.1", expects=Expects.CHOICE, choices=(Choice("a", "Chi tiết"),))
    (shown,) = draw(Message(text="Tổng hợp", prompt=prompt), EmailChannel.abilities, "vi")
    assert shown == Message(text="Tổng hợp")


async def test_a_server_that_offers_no_tls_gets_nothing(tmp_path: Path) -> None:
    async with mail_server(tmp_path, "none") as mail:
        with pytest.raises((TryLater, Rejected)):
            await channel(server_of(mail)).send(sending())
    assert mail.letters == []


RETURN = "sinhhoat+{token}@xa.gov.vn"
SECRET = "0123456789abcdef0123456789abcdef"


def report(to: str, *, action: str = "failed", status: str = "5.1.1", kind: str = "") -> bytes:
    """What a server sends back of a letter (RFC 3464), with the header of the letter."""
    return (
        f"From: MAILER-DAEMON@mx.example.vn\r\nTo: {to}\r\nSubject: Undelivered\r\n"
        f"Content-Type: {kind or 'multipart/report; report-type=delivery-status'}; "
        'boundary="b"\r\nMIME-Version: 1.0\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt did not work.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mx.example.vn\r\n\r\n"
        f"Final-Recipient: rfc822; {NGAN}\r\nAction: {action}\r\nStatus: {status}\r\n\r\n"
        "--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
        "Message-ID: <7.1@xa.gov.vn>\r\nSubject: x\r\n\r\n--b--\r\n"
    ).encode()


def test_only_a_report_of_what_was_given_up_is_a_bounce() -> None:
    here = f"sinhhoat+{SECRET}@xa.gov.vn"
    found = Bounce(token=SECRET, status="5.1.1", outbox_id=7)
    assert read_bounce(report(here), RETURN) == found
    assert read_bounce(report(f"Someone <{here.upper()}>"), RETURN) == found
    for wrong in (
        report(here, action="delayed", status="4.4.1"),
        report(here, action="delivered", status="2.0.0"),
        report(here, status="4.2.2"),
        report(here, kind="multipart/mixed"),
        report("sinhhoat@xa.gov.vn"),
        report(f"sinhhoat+{SECRET}@xa.gov.vn.khac.vn"),
        report("sinhhoat+ab@xa.gov.vn"),
        b"",
        b"\xff\xfe\0" * 100,
        b"Content-Type: multipart/report\r\n\r\nnothing",
    ):
        assert read_bounce(wrong, RETURN) is None


async def test_letters_leave_from_where_they_come_back_to(tmp_path: Path) -> None:
    async with mail_server(tmp_path) as mail:
        await channel(server_of(mail, back=RETURN)).send(sending())
        await channel(server_of(mail)).send(sending())
    assert mail.senders == ["sinhhoat+abc@xa.gov.vn", USER]
