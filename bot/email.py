"""E-mail of the installation: the channel made from the settings, the link that stops letters."""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.settings import Settings
from operations.codes import RandomBytes
from operations.maintenance.health import Finding, Light
from operations.people.mailboxes import MailRules, find_by_link, stop_letters
from storage import Database
from texts import label

# What talks to a mail server is loaded where there is one.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from channels.email.channel import EmailChannel, MailServer

# The address is the key: it is to be kept nowhere on the way, and passed on to nobody.
_PRIVATE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
}
_LONGEST_TOKEN = 64
_PAGE = (
    '<!doctype html><html lang="{language}"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{title}</title>'
    "<h1>{title}</h1><p>{words}</p>{form}</html>"
)
_FORM = '<form method="post"><button>{button}</button></form>'


def mail_server(settings: Settings) -> "MailServer | None":
    """Returns the server that takes letters, None where e-mail is off."""
    if not settings.smtp_host:
        return None
    from channels.email.channel import MailServer

    return MailServer(
        host=settings.smtp_host,
        port=settings.smtp_port,
        security=settings.smtp_security,
        sender=settings.smtp_from,
        user=settings.smtp_user,
        password=settings.smtp_password.get_secret_value(),
        ca_file=settings.smtp_ca_file,
        back=settings.smtp_return,
    )


def mail_rules(settings: Settings, random_bytes: RandomBytes) -> MailRules | None:
    """Returns to where letters may go, None where e-mail is off."""
    if not settings.smtp_host:
        return None
    return MailRules(domains=settings.smtp_domains, random_bytes=random_bytes)


def open_email(settings: Settings, *, clock: Callable[[], datetime]) -> "list[EmailChannel]":
    """Returns the channel of letters; none where e-mail is off."""
    server = mail_server(settings)
    if server is None:
        return []
    from channels.email.channel import EmailChannel

    url = settings.public_url

    def stop_url(token: str) -> str:
        return f"{url}/mail/stop/{token}" if url else ""

    return [EmailChannel(server, stop_url=stop_url, language=settings.language, clock=clock)]


def stop_routes(
    database: Database, *, language: str, clock: Callable[[], datetime]
) -> list[BaseRoute]:
    """Returns where letters are stopped by one press: in a mail program, or on a page."""

    async def look(request: Request) -> Response:
        async with database.read() as unit:
            box = await find_by_link(unit, _token(request))
        if box is None:
            return _page("gone", language, HTTPStatus.NOT_FOUND)
        return _page("stopped" if box.stopped_at else "ask", language)

    async def stop(request: Request) -> Response:
        # RFC 8058: the press comes without a session, from whatever server carries the mail.
        async with database.write() as unit:
            is_known = await stop_letters(unit, _token(request), now=clock())
        if not is_known:
            return PlainTextResponse("", HTTPStatus.NOT_FOUND)
        return _page("stopped", language)

    return [
        Route("/mail/stop/{token}", look, methods=["GET"]),
        Route("/mail/stop/{token}", stop, methods=["POST"]),
    ]


def _token(request: Request) -> str:
    return str(request.path_params["token"])[:_LONGEST_TOKEN]


def _page(name: str, language: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    form = _FORM.format(button=label("email-stop-button", language)) if name == "ask" else ""
    page = _PAGE.format(
        language=language,
        title=label("email-stop-title", language),
        words=label(f"email-stop-{name}", language),
        form=form,
    )
    return HTMLResponse(page, status, headers=_PRIVATE)


async def examine_email(settings: Settings) -> list[Finding]:
    """Returns what was found of the mail server; nothing where e-mail is off."""
    server = mail_server(settings)
    if server is None:
        return []
    from channels.email.checkup import check_up

    error, language = await check_up(server), settings.language
    light = Light.RED if error else Light.GREEN
    fact = error or label("doctor-answers", language)
    found = [Finding(name=f"email {server.host}", light=light, fact=fact)]
    if not settings.public_url:
        fact = label("doctor-no-stop-link", language)
        found.append(Finding(name="emailstop", light=Light.YELLOW, fact=fact))
    return found
