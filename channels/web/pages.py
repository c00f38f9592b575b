"""The two pages a person sees: the chat, and the door to it."""

from hashlib import sha256
from html import escape
from urllib.parse import parse_qs

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from channels.web.backend import Session
from channels.web.guard import read_body
from channels.web.site import COOKIE, Site
from channels.web.static_files import list_modules, load_template
from domain.inbound import Address
from domain.refusals import Refusal
from texts import LANGUAGES, label

PAGE_WORDS = (
    *("cancel", "file", "files", "leave", "leave-ask", "leave-yes"),
    *("day-today", "day-yesterday", "edit", "edited", "editing", "from-bot", "from-me"),
    *("large", "offline", "older", "only-read", "photo", "photos", "pick-date", "refused"),
    *("send", "send-date", "sending", "sent", "session-unkept"),
    *("unkept", "unread", "unsent", "write"),
)
_HALF_YEAR = 183 * 24 * 3600
_LONGEST_FORM = 4096


class Pages:
    """The chat page, and the page on which a link or code is spent."""

    def __init__(self, site: Site, version: str) -> None:
        self._site = site
        self._version = version
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
        return HTMLResponse(self._chat.substitute(self._chat_fields(session)))

    async def show_door(self, request: Request) -> Response:
        """Shows a button and spends nothing: messengers fetch links to show a preview."""
        return self._door(request, code=request.query_params.get("c", "")[:100])

    async def enter(self, request: Request) -> Response:
        """Spends the code and gives the browser its session."""
        form = await read_body(request, limit=_LONGEST_FORM)
        try:
            code = parse_qs(form.decode()).get("code", [""])[0].strip()[:100]
        except ValueError as error:
            raise HTTPException(400) from error
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
            secure=self._site.secure,
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
        ahead = self._site.now().astimezone(self._site.zone).utcoffset()
        return int(ahead.total_seconds()) // 60 if ahead else 0

    def _chat_fields(self, session: Session) -> dict[str, str]:
        words = {name: label(f"web-{name}", session.language) for name in PAGE_WORDS}
        # "<" would end the data block early.
        data = orjson.dumps({"words": words}).decode().replace("<", "\\u003c")
        return {
            **{name.replace("-", "_"): escape(word) for name, word in words.items()},
            **self._frame_fields(session.language),
            "modules": "".join(
                f'<link rel="modulepreload" href="static/{self._version}/{name}">'
                for name in list_modules()
            ),
            "offset": str(self._offset()),
            "name": escape(session.name),
            "person_title": escape(session.title),
            "user": _name_user(session.address),
            "can_write": "yes" if session.can_write else "no",
            "file_hidden": "" if session.sends_files else "hidden",
            "data": data,
        }

    def _door(
        self, request: Request, *, code: str = "", problem: str = "", status: int = 200
    ) -> Response:
        language = self._language(request)
        names = ("door-hello", "door-code", "door-enter", "door-help")
        fields = {name.replace("-", "_"): escape(label(f"web-{name}", language)) for name in names}
        why = label("web-door-link" if code else "web-door-typed", language)
        fields |= self._frame_fields(language) | {
            "why": escape(why),
            "problem": escape(problem),
            "code": escape(code),
            "linked": "yes" if code and not problem else "no",
            "ways": self._draw_ways(code, language) if code and not problem else "",
        }
        return HTMLResponse(self._enter.substitute(fields), status)

    def _draw_ways(self, code: str, language: str) -> str:
        """Returns the links to the messengers where the same code works."""
        return "".join(
            f'<a class="way" href="{escape(way.link)}" rel="noreferrer">'
            f"{escape(label('web-door-way', language, name=way.name))}</a>"
            for way in self._site.ways(code)
        )

    def _frame_fields(self, language: str) -> dict[str, str]:
        return {
            "language": language,
            "static": f"static/{self._version}",
            "page_title": escape(label("web-title", language)),
        }

    def _language(self, request: Request) -> str:
        wanted = request.query_params.get("lang", "")
        return wanted if wanted in LANGUAGES else self._site.language


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def _name_user(address: Address) -> str:
    """Returns a name under which the browser keeps what this person has not sent yet."""
    parts = (address.channel, address.account, address.chat, address.user)
    return sha256("\n".join(parts).encode()).hexdigest()[:16]
