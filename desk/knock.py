"""The door's other way: the desk shows a code, and its person opens it from the chat."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from desk.devices import browser_of
from desk.door import find_home, find_root, give_cookie
from desk.frames import draw
from desk.settings import DeskSettings
from domain.codes import format_code
from domain.refusals import Closed
from operations.people.desk_requests import LASTS, Waiting, ask_for_desk, is_waiting, take_answer
from texts import label

# Holds the secret of the browser, and what it shows; nobody else can have the first.
_COOKIE = "sinhhoat_desk_wait"
_LOOKS_EVERY = 3
_GROUP = 3
_PARTS = 4


class Knock:
    """Shows a code and waits until its person has opened the desk, or two minutes are over."""

    def __init__(self, settings: DeskSettings) -> None:
        self._settings = settings
        self.routes = [
            Route("/ask", self.ask, methods=["POST"]),
            Route("/wait", self.wait, methods=["GET"]),
        ]

    async def ask(self, request: Request) -> Response:
        """Gives the browser a code to show."""
        async with request.form(max_files=0, max_fields=4) as form:
            is_shared = "shared" in form
        settings = self._settings
        try:
            async with settings.database.write() as unit:
                waiting = await ask_for_desk(
                    unit,
                    browser_of(request),
                    random_bytes=settings.random_bytes,
                    now=settings.clock(),
                )
        except Closed as refusal:
            return self._tell(request, label(refusal.code, settings.policy.language), status=429)
        response = RedirectResponse("./wait", 303)
        shown = (waiting.secret, waiting.code, str(waiting.number), "s" if is_shared else "o")
        response.set_cookie(
            _COOKIE,
            ".".join(shown),
            max_age=int(2 * LASTS.total_seconds()),
            path=find_home(request),
            secure=settings.is_secure,
            httponly=True,
            samesite="strict",
        )
        return response

    async def wait(self, request: Request) -> Response:
        """Shows the code and looks again by itself; goes in once the desk is opened."""
        settings = self._settings
        shown = request.cookies.get(_COOKIE, "").split(".")
        if len(shown) != _PARTS or not shown[2].isdecimal():
            return RedirectResponse("./enter", 303)
        waiting = Waiting(shown[0], shown[1], int(shown[2]))
        async with settings.database.read() as unit:
            waits = await is_waiting(unit, waiting.secret, now=settings.clock())
        if waits:
            return self._show(request, waiting)
        async with settings.database.write() as unit:
            token = await take_answer(
                unit, waiting.secret, random_bytes=settings.random_bytes, now=settings.clock()
            )
        path = find_home(request)
        if token:
            response: Response = RedirectResponse("./", 303)
            is_shared, is_secure = shown[3] == "s", settings.is_secure
            give_cookie(response, token, path=path, is_shared=is_shared, is_secure=is_secure)
        else:
            response = self._tell(request, label("desk-wait-over", settings.policy.language))
        response.delete_cookie(_COOKIE, path=path)
        return response

    def _show(self, request: Request, waiting: Waiting) -> Response:
        page = draw(
            "wait.html",
            self._settings.policy.language,
            find_root(request),
            code=format_code(waiting.code, group=_GROUP),
            number=waiting.number,
        )
        return HTMLResponse(page, headers={"Refresh": str(_LOOKS_EVERY)})

    def _tell(self, request: Request, words: str, *, status: int = 200) -> Response:
        language = self._settings.policy.language
        page = draw("lost.html", language, find_root(request), problem=words, again=())
        return HTMLResponse(page, status)
