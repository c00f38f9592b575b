"""The two pages a person sees: the chat, and the door to it."""

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from channels.web.backend import Session
from channels.web.site import COOKIE, Site
from channels.web.static_files import frame_fields, list_modules, load_template
from domain.inbound import Address
from domain.refusals import Refusal
from texts import LANGUAGES, label

# The words that scripts put on the page.
PAGE_WORDS = (
    *("choose-date", "day-today", "day-yesterday", "edit", "edited", "from-bot"),
    *("from-me", "large", "more-lines", "other-day", "photo", "pick-date", "refused"),
    *("filling-none", "filling-own", "filling-sent", "filling-which"),
    *("plan-as-of", "plan-none", "plan-off", "plan-unknown"),
    *("ring-denied", "ring-failed", "ring-is-off", "ring-is-on"),
    *("send-date", "sending", "sent", "session-unkept", "unsent", "weekdays"),
)
_HALF_YEAR = 183 * 24 * 3600
_LONGEST_FORM = 4096
# Vietnamese people are called by the last of their names.
_GIVEN = 2


class Pages:
    """The chat page, and the page on which a link or code is spent."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._chat = load_template("chat.html")
        self._enter = load_template("enter.html")
        self.routes = [
            Route("/", self.chat),
            Route("/enter", self.show_door, methods=["GET"]),
            Route("/enter", self.enter, methods=["POST"]),
            Route("/leave", self.leave, methods=["POST"]),
        ]

    async def chat(self, request: Request) -> Response:
        """Shows the chat, or the door to whoever has no session."""
        session = await self._site.find_session(request)
        if session is None:
            return self._door(request, status=401)
        words = {name: label(f"web-{name}", session.language) for name in PAGE_WORDS}
        page = self._chat.render(
            **frame_fields(session.language, self._site.version),
            modules=list_modules(),
            offset=self._offset(),
            rings=self._site.settings.rings is not None,
            style=self._site.settings.style,
            session=session,
            who=_name_shortly(session),
            user=_name_user(session.address),
            data={"words": words},
        )
        return HTMLResponse(page)

    async def show_door(self, request: Request) -> Response:
        """Shows a button and spends nothing: messengers fetch links to show a preview."""
        return self._door(request, code=request.query_params.get("c", "")[:100])

    async def enter(self, request: Request) -> Response:
        """Spends the code and gives the browser its session."""
        async with request.form(max_files=0, max_fields=4, max_part_size=_LONGEST_FORM) as form:
            code = str(form.get("code", "")).strip()[:100]
        try:
            token = await self._site.backend.enter(code, client=_client(request))
        except Refusal as refusal:
            words = self._site.word_refusal(refusal, self._language(request))
            return self._door(request, problem=words, status=403)
        response = RedirectResponse("./", 303)
        response.set_cookie(
            COOKIE,
            token,
            max_age=_HALF_YEAR,
            path=request.scope.get("root_path", "") + "/",
            secure=self._site.settings.secure,
            httponly=True,
            samesite="lax",
        )
        return response

    async def leave(self, request: Request) -> Response:
        """Ends the browser's session: whoever takes the phone next finds the door closed."""
        await self._site.backend.leave(self._site.read_token(request))
        response = RedirectResponse("./enter", 303)
        response.delete_cookie(COOKIE, path=request.scope.get("root_path", "") + "/")
        return response

    def _offset(self) -> int:
        """Minutes that the place is ahead of Greenwich."""
        ahead = self._site.settings.now().astimezone(self._site.settings.zone).utcoffset()
        return int(ahead.total_seconds()) // 60 if ahead else 0

    def _door(
        self, request: Request, *, code: str = "", problem: str = "", status: int = 200
    ) -> Response:
        linked = bool(code and not problem)
        page = self._enter.render(
            **frame_fields(self._language(request), self._site.version),
            body=self._site.settings.body,
            problem=problem,
            code=code,
            linked=linked,
            ways=self._site.settings.ways(code) if linked else (),
        )
        return HTMLResponse(page, status)

    def _language(self, request: Request) -> str:
        wanted = request.query_params.get("lang", "")
        return wanted if wanted in LANGUAGES else self._site.settings.language


def _name_shortly(session: Session) -> str:
    """Returns who it is in one short line, as people are called here."""
    name = " ".join(session.name.split()[-_GIVEN:])
    return f"{name} · {session.title}" if session.title else session.name


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def _name_user(address: Address) -> str:
    """Returns a name under which the browser keeps what this person has not sent yet."""
    parts = (address.channel, address.account, address.chat, address.user)
    return sha256("\n".join(parts).encode()).hexdigest()[:16]
