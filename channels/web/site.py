"""What all parts of the page share: the backend, the settings, who is asking."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from channels.web.backend import Rings, Session, WebBackend
from channels.web.sent import SENT_ID
from channels.web.static_files import frame_fields, load_template
from domain.refusals import Refusal
from texts import label
from web.hosts import LOOPBACK

COOKIE: Final = "sinhhoat_session"
LOOKS_ANEW: Final = 600.0
# Any longer would not fit a database's 64 bits.
_LONGEST_NUMBER = 18
_LONGEST_TOKEN = 200
_STATUS_WORDS = {
    400: "web-error-bad",
    401: "web-error-session",
    403: "web-error-reader",
    404: "web-error-missing",
    405: "web-error-missing",
    413: "web-error-large",
    415: "web-error-bad",
}


def parse_place(text: str) -> int:
    """Reads the number of a bubble or event, or answers 400."""
    if not text.isdecimal() or len(text) > _LONGEST_NUMBER:
        raise HTTPException(400)
    return int(text)


def read_clock() -> datetime:
    """Returns the present moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A messenger by which a code can be used as well, and the link that does it there."""

    name: str
    link: str


Ways = Callable[[str], Sequence[Way]]


def no_other_way(code: str) -> Sequence[Way]:  # noqa: ARG001 - the same for every code
    """Offers nothing but the page itself."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """How a page is mounted; `beat` is the seconds after which a silent stream says it is alive.

    At each beat it looks whether its session is open, every `looks_anew` seconds whose it is.

    Moments are shown as they are in `zone`, whatever the phone thinks.
    """

    hosts: Sequence[str] = LOOPBACK
    public_url: str = ""
    language: str = "vi"
    now: Callable[[], datetime] = read_clock
    beat: float = 20.0
    looks_anew: float = LOOKS_ANEW
    # The messengers that the sign-in page offers for a code.
    ways: Ways = no_other_way
    zone: tzinfo = UTC
    # The body that asks people in, named on the sign-in page; "" for none.
    body: str = ""
    # A style sheet of `static/` that is laid over the usual one; "" for none.
    style: str = ""
    # What stands behind the rings of browsers; None where nothing rings.
    rings: Rings | None = None

    @property
    def secure(self) -> bool:
        """True where the page is reached by https."""
        return self.public_url.startswith("https://")


USUAL = PageSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One mounted page: what it shows, how, and the `version` of its own files."""

    backend: WebBackend
    settings: PageSettings
    version: str

    @staticmethod
    def read_token(request: Request) -> str:
        """Returns the session token of the browser that asks, empty where it has none."""
        return request.cookies.get(COOKIE, "")[:_LONGEST_TOKEN]

    async def find_session(self, request: Request) -> Session | None:
        """Returns the session of the browser that asks, if it has one."""
        session = await self.backend.session(self.read_token(request))
        if session is not None:
            request.state.language = session.language
        return session

    async def get_session(self, request: Request) -> Session:
        """Returns the session of the browser that asks, or answers 401."""
        session = await self.find_session(request)
        if session is None:
            raise HTTPException(401)
        return session

    async def get_writer(self, request: Request) -> Session:
        """Returns a session that may write, or answers 401 or 403."""
        session = await self.get_session(request)
        if not session.can_write:
            raise HTTPException(403)
        return session

    def answer_failure(self, request: Request, error: Exception) -> Response:
        """Answers an HTTP error with a sentence in the person's language."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        key = _STATUS_WORDS.get(status, "web-error-bad")
        words = label(key, self._language(request))
        if "text/html" in request.headers.get("accept", ""):
            return self.draw_problem(request, words, status)
        return JSONResponse({"code": key, "error": words} | _name_refused(request), status)

    def answer_refusal(self, request: Request, refusal: Exception) -> Response:
        """Answers a refusal with its own sentence."""
        if not isinstance(refusal, Refusal):
            raise refusal
        words = self.word_refusal(refusal, self._language(request))
        body = {"code": refusal.code, "error": words} | _name_refused(request)
        return JSONResponse(body, 422)

    def draw_problem(self, request: Request, words: str, status: int) -> Response:
        """Returns a page that says what is wrong and leads back to the chat."""
        root = request.scope.get("root_path", "")
        fields = frame_fields(self._language(request), self.version, root=root)
        page = load_template("lost.html").render(**fields, problem=words, root=root)
        return HTMLResponse(page, status)

    @staticmethod
    def word_refusal(refusal: Refusal, language: str) -> str:
        """Returns the sentence of a refusal as plain text."""
        return label(refusal.code, language, **refusal.facts)

    def _language(self, request: Request) -> str:
        return getattr(request.state, "language", self.settings.language)


def _name_refused(request: Request) -> dict[str, str]:
    """Repeats the id of what was sent: anybody on the way can answer with an error, too."""
    sent = request.query_params.get("id", "")
    return {"refused": sent} if re.fullmatch(SENT_ID, sent) else {}
