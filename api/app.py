"""Puts the API together: each request is a token's, in one transaction for reading."""

import asyncio
from datetime import datetime

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from api.answers import give, write_part
from api.asking import read_query, write_cursor
from api.gate import Gate, read_token
from api.openapi import write_description
from api.problems import Problem, say_problem
from api.settings import ApiSettings
from documents.tables.columns import SheetName
from domain.refusals import NotAllowed, NotFound, Refusal
from operations.api.reading import RESOURCES, Part, ReadAsked, read_part
from operations.api.tokens import Bearer
from operations.api.usage import Usage, note_read, note_use
from storage import Unavailable
from texts import label
from web.guard import add_headers, guard

# At a time, so that the talks have their turn.
_AT_ONCE = 2
_TRY_AGAIN = "5"
_CSV, _JSON = ".csv", ".json"


class Api:
    """The API as an ASGI application, to be mounted where its version is."""

    def __init__(self, settings: ApiSettings) -> None:
        self._settings = settings
        self._language = settings.policy.language
        self._gate = Gate()
        self._usage = Usage()
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._app = Starlette(
            routes=[Route("/openapi.json", _describe), Route("/{name}", self._read)],
            middleware=[
                *guard(settings.hosts, public_url=settings.public_url),
                Middleware(GZipMiddleware),
            ],
            exception_handlers={
                HTTPException: self._answer_failure,
                Problem: self._answer_problem,
                Refusal: self._answer_refusal,
                Unavailable: self._answer_unavailable,
                Exception: self._answer_fault,
            },
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    async def _read(self, request: Request) -> Response:
        name, as_csv = _split(request)
        now = self._settings.clock()
        token = read_token(request)
        self._gate.check(request, token, now)
        if name not in RESOURCES:
            raise HTTPException(404)
        resource = SheetName(name)
        policy, database = self._settings.policy, self._settings.database
        async with self._turns, database.read() as unit:
            bearer = await self._gate.let_in(unit, token, policy=policy, now=now)
            asked = read_query(request.query_params, resource, today=policy.day_of(now))
            part = await read_part(unit, bearer, asked, policy=policy, now=now)
        await self._note(bearer, asked, part, now)
        return write_part(request, part, as_csv=as_csv, next_url=_next(request, part))

    async def _note(self, bearer: Bearer, asked: ReadAsked, part: Part, now: datetime) -> None:
        policy, database = self._settings.policy, self._settings.database
        is_new = self._usage.is_new(bearer, asked, today=policy.day_of(now))
        if not is_new and not bearer.is_ageing:
            return
        async with database.write() as unit:
            await note_use(unit, bearer, now=now)
            if is_new:
                await note_read(unit, bearer, asked, rows=len(part.rows), now=now)

    def _answer_failure(self, request: Request, error: Exception) -> Response:  # noqa: ARG002 - whatever was asked
        status = error.status_code if isinstance(error, HTTPException) else 500
        headers = error.headers if isinstance(error, HTTPException) else None
        name = {404: "not-found", 405: "method"}.get(status, "request")
        words = label(f"api-problem-{name}", self._language)
        return say_problem(name, status, words, headers=headers)

    def _answer_problem(self, request: Request, problem: Exception) -> Response:  # noqa: ARG002 - whatever was asked
        if not isinstance(problem, Problem):
            raise problem
        words = label(f"api-problem-{problem.name}", self._language, **problem.facts)
        return say_problem(problem.name, problem.status, words, headers=problem.headers)

    def _answer_refusal(self, request: Request, refusal: Exception) -> Response:  # noqa: ARG002 - whatever was asked
        """Answers what is out of sight as if it were not there, the rest by its sentence."""
        if isinstance(refusal, NotFound):
            return say_problem("not-found", 404, label("api-problem-not-found", self._language))
        if not isinstance(refusal, Refusal):
            raise refusal
        words = label(refusal.code, self._language, **refusal.facts)
        return say_problem(refusal.code, 403 if isinstance(refusal, NotAllowed) else 400, words)

    def _answer_unavailable(self, request: Request, error: Exception) -> Response:  # noqa: ARG002 - whatever it was
        words = label("api-problem-unavailable", self._language)
        return say_problem("unavailable", 503, words, headers={"Retry-After": _TRY_AGAIN})

    def _answer_fault(self, request: Request, error: Exception) -> Response:  # noqa: ARG002 - the server logs it
        response = say_problem("fault", 500, label("api-problem-fault", self._language))
        # It is made outside of the guard.
        add_headers(response.headers)
        return response


async def _describe(request: Request) -> Response:
    """Returns the description of the API, which anybody may read."""
    return give(request, write_description(), "application/json", {})


def _split(request: Request) -> tuple[str, bool]:
    """Returns which resource is asked for, and whether as CSV."""
    name = request.path_params["name"]
    if name.endswith(_CSV):
        return name.removesuffix(_CSV), True
    wanted = request.headers.get("accept", "").partition(",")[0].partition(";")[0].strip()
    return name.removesuffix(_JSON), wanted == "text/csv" and not name.endswith(_JSON)


def _next(request: Request, part: Part) -> str | None:
    if part.next is None:
        return None
    return str(request.url.include_query_params(cursor=write_cursor(part.next)))
