"""The demo as a web site: four phones under `/demo/`, everything else leads there."""

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.responses import RedirectResponse
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from bot.app import App
from bot.demo.director import Director
from bot.demo.phones import PhoneBackend
from bot.web_server import watch_routes
from channels.web import WebChat
from channels.web.demo import DemoPage

_BEAT = 5.0


def build_demo_site(app: App, director: Director) -> tuple[ASGIApp, Callable[[], None]]:
    """Returns the site and what ends its open streams."""
    phones = {
        slot: WebChat(
            PhoneBackend(app, holder=director.holder_of(slot)),
            now=app.clock,
            beat=_BEAT,
            # A phone is handed to somebody else while its page is open.
            looks_anew=_BEAT,
            zone=app.policy.timezone,
        )
        for slot in director.cast.slots
    }

    def close() -> None:
        for phone in phones.values():
            phone.close()

    site = Starlette(
        routes=[
            Route("/", lambda _: RedirectResponse("/demo/")),
            Mount("/demo", DemoPage(director, phones).app),
            *watch_routes(app.health, token=""),
        ]
    )
    return site, close
