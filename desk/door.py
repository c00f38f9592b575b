"""The door to the desk: a code is spent, a session begins; and the way out."""

import re

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from desk.devices import browser_of
from desk.frames import draw
from desk.settings import DeskSettings
from domain.refusals import Refusal
from operations.people.desk_entry import enter_desk
from operations.people.web_entry import end_session
from texts import LANGUAGES, label

COOKIE = "sinhhoat_desk"
# The session ends long before where nobody sits there.
_WEEK = 7 * 24 * 3600
_LONGEST_TOKEN = 200
_LONGEST_CODE = 100
_LONGEST_FIELD = 4096
# Only what lies below the desk: no other site, no address that begins anew.
_BELOW = re.compile(r"(?:[a-z]+(?:/[\w.-]+)*)?(?:\?[^\s\\#]*)?")


def read_token(request: Request) -> str:
    """Returns the session token of the browser that asks, empty where it has none."""
    return request.cookies.get(COOKIE, "")[:_LONGEST_TOKEN]


def find_root(request: Request) -> str:
    """Returns the way from the address asked for to the first page of the desk."""
    return "../" * (_below(request).count("/") - 1) or "./"


def find_home(request: Request) -> str:
    """Returns the path at which the desk lies, for the cookies that are sent to it alone."""
    return f"{request.scope.get('root_path', '')}/"


def _below(request: Request) -> str:
    return str(request.scope["path"]).removeprefix(request.scope.get("root_path", ""))


def give_cookie(
    response: Response, token: str, *, path: str, is_shared: bool, is_secure: bool
) -> None:
    """Gives a browser its session at the desk that lies at `path`; a shared one forgets it."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=None if is_shared else _WEEK,
        path=path,
        secure=is_secure,
        httponly=True,
        samesite="lax",
    )


class Door:
    """Shows the door, spends codes, and lets people out."""

    def __init__(self, settings: DeskSettings) -> None:
        self._settings = settings
        self.routes = [
            Route("/enter", self.show, methods=["GET"]),
            Route("/enter", self.enter, methods=["POST"]),
            Route("/leave", self.leave, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """Shows a button and spends nothing: messengers fetch links to show a preview."""
        return self.draw(request, code=request.query_params.get("c", "")[:_LONGEST_CODE])

    async def enter(self, request: Request) -> Response:
        """Spends the code and gives the browser its session."""
        async with request.form(max_files=0, max_fields=4, max_part_size=_LONGEST_FIELD) as form:
            code = str(form.get("code", "")).strip()[:_LONGEST_CODE]
            is_shared = "shared" in form
            way = str(form.get("next", ""))
        settings = self._settings
        async with settings.database.write() as unit:
            entered = await enter_desk(
                unit,
                code,
                browser=browser_of(request),
                now=settings.clock(),
                policy=settings.policy,
                random_bytes=settings.random_bytes,
            )
        try:
            token = entered.unwrap()
        except Refusal as refusal:
            words = label(refusal.code, self._language(request), **refusal.facts)
            return self.draw(request, problem=words, way=way, status=403)
        response = RedirectResponse(f"./{way if _BELOW.fullmatch(way) else ''}", 303)
        give_cookie(
            response,
            token,
            path=find_home(request),
            is_shared=is_shared,
            is_secure=settings.is_secure,
        )
        return response

    async def leave(self, request: Request) -> Response:
        """Ends the browser's session."""
        async with self._settings.database.write() as unit:
            await end_session(unit, read_token(request), now=self._settings.clock())
        response = RedirectResponse("./enter", 303)
        response.delete_cookie(COOKIE, path=find_home(request))
        return response

    def draw(
        self,
        request: Request,
        *,
        code: str = "",
        problem: str = "",
        way: str = "",
        status: int = 200,
    ) -> Response:
        """Returns the door; who has come in goes on to where `way` leads."""
        page = draw(
            "enter.html",
            self._language(request),
            find_root(request),
            code=code,
            problem=problem,
            way=way,
        )
        return HTMLResponse(page, status)

    def turn_to(self, request: Request) -> Response:
        """Returns the door in place of a page, which is shown after it."""
        query = f"?{request.url.query}" if request.url.query else ""
        return self.draw(request, way=_below(request).removeprefix("/") + query, status=401)

    def _language(self, request: Request) -> str:
        wanted = request.query_params.get("lang", "")
        return wanted if wanted in LANGUAGES else self._settings.policy.language
