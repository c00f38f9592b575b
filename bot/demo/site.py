"""The demo as a web site: five phones under `/demo/`, and the page that links lead to."""

import secrets
import socket
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from bot.app import App
from bot.calendars import read_calendar
from bot.demo.cast import OFFICER, ZALO
from bot.demo.director import Director
from bot.demo.phones import PhoneBackend
from bot.web_server import api_routes, build_site, calendar_routes, desk_routes, watch_routes
from channels.web import PageSettings, WebChat
from channels.web.demo import DemoPage
from desk.door import give_cookie
from operations.people.desk_entry import start_desk_session
from web.guard import guard
from web.hosts import list_hosts

_BEAT = 5.0
_PAGE = "/page"


def page_address(listening: socket.socket) -> str:
    """Returns where the links that the bot hands out lead: the page of one person."""
    host, port = listening.getsockname()[:2]
    return f"http://{host}:{port}{_PAGE}"


def build_demo_site(app: App, director: Director) -> tuple[ASGIApp, Callable[[], None]]:
    """Returns the site and what ends its open streams."""
    phones = {
        slot: WebChat(
            PhoneBackend(app, holder=director.holder_of(slot)),
            PageSettings(
                now=app.clock,
                beat=_BEAT,
                # A phone is handed to somebody else while its page is open.
                looks_anew=_BEAT,
                zone=app.policy.timezone,
                style="zalo.css" if slot == ZALO else "",
            ),
        )
        for slot in director.cast.slots
    }

    page = WebChat(app.web, PageSettings(now=app.clock, zone=app.policy.timezone))

    desk, api = app.build_desk(list_hosts(), captions="en"), app.build_api(list_hosts())

    def close() -> None:
        for chat in (*phones.values(), page):
            chat.close()

    calendar = read_calendar(
        app.database, policy=app.policy, public_url=app.settings.public_url, clock=app.clock
    )
    site = Starlette(
        routes=[
            Route("/", lambda _: RedirectResponse("/demo/")),
            Mount("/demo/desk", _desk_door(app, director)),
            Mount("/demo", DemoPage(director, phones).app),
            Mount(
                _PAGE,
                build_site(
                    [*calendar_routes(calendar), *desk_routes(desk), *api_routes(api)], page
                ),
            ),
            *watch_routes(app.health, token=""),
        ]
    )
    return site, close


def _desk_door(app: App, director: Director) -> ASGIApp:
    """Returns what opens the desk of whoever holds the officer's phone, without a code."""
    find_holder = director.holder_of(OFFICER)

    async def enter(request: Request) -> Response:  # noqa: ARG001 - nothing is asked for
        async with app.database.write() as unit:
            token = await start_desk_session(
                unit, find_holder(), "", random_bytes=secrets.token_bytes, now=app.clock()
            )
        response = RedirectResponse(f"{_PAGE}/desk/", 303)
        give_cookie(response, token, path=f"{_PAGE}/desk/", is_shared=True, is_secure=False)
        return response

    return Starlette(routes=[Route("/", enter, methods=["POST"])], middleware=guard(list_hosts()))
