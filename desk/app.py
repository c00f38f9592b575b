"""Puts the desk together: each request is somebody's visit to a page, in one transaction."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from desk.door import Door, find_root, read_token
from desk.frames import STATIC, VERSION, draw
from desk.knock import Knock
from desk.page import Drawn, Given, Page, Upload, Visit
from desk.pages import PAGES
from desk.settings import DeskSettings
from desk.view import Unknown, View, read_view
from domain.chapters import ChapterKind
from domain.files import LARGEST_FILE
from domain.refusals import NotAllowed, NotFound, Refusal
from operations.context import ActorContext
from operations.desks import find_standpoint, list_kinds_in_sight
from operations.people.desk_entry import DeskSession, find_desk_session, prolong_desk_session
from operations.reactions import REACTIONS
from storage import Unavailable, UnitOfWork
from storage.people import desk_forms
from texts import label
from web.guard import add_headers, guard
from web.static_files import mount_static

_MOST_FIELDS = 1000
# A file with what else a form holds.
_LONGEST_BODY = LARGEST_FILE + 1024 * 1024
_CHUNK = 256 * 1024
Admit = Callable[[ActorContext, str], Awaitable[str]]
# Seconds after which a page that could not be made is asked for again.
_TRY_AGAIN = 5
_LOST, _WRONG = 404, 422
_FORM_BYTES, _LONGEST_ID = 16, 40


class Desk:
    """The staff's desk as an ASGI application; it can be mounted at several places."""

    def __init__(self, settings: DeskSettings, pages: Sequence[Page] = PAGES) -> None:
        self.settings = settings
        self._pages = pages
        self._door = Door(settings)
        self._app = Starlette(
            routes=[
                *(self._route(page) for page in pages),
                *self._door.routes,
                *Knock(settings).routes,
                mount_static(STATIC, VERSION),
            ],
            middleware=[
                *guard(settings.hosts, public_url=settings.public_url),
                Middleware(GZipMiddleware),
            ],
            exception_handlers={
                HTTPException: self._answer_failure,
                Refusal: self._answer_refusal,
                Unavailable: self._answer_unavailable,
                Exception: self._answer_fault,
            },
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    def _route(self, page: Page) -> Route:
        async def answer(request: Request) -> Response:
            if request.method != "POST":
                return await self._answer(request, page, FormData())
            most = 1 if page.admit and await self._may_send(request, page) else 0
            async with request.form(max_files=most, max_fields=_MOST_FIELDS) as form:
                request.state.form = form
                if page.admit and isinstance(form.get("file"), UploadFile):
                    request.state.upload = await self._take_in(request, page, page.admit, form)
                return await self._answer(request, page, form)

        return Route(page.path, answer, methods=["GET", "POST"] if page.act else ["GET"])

    async def _may_send(self, request: Request, page: Page) -> bool:
        """True for somebody at a desk who may see a page; raises for a body that is too long."""
        length = request.headers.get("content-length", "")
        if not length.isdecimal() or int(length[:20]) > _LONGEST_BODY:
            raise HTTPException(413)
        async with self.settings.database.read() as unit:
            context = await self._recognise(unit, request)
        return context is not None and page.is_for(context)

    async def _take_in(self, request: Request, page: Page, admit: Admit, form: FormData) -> Upload:
        """Writes a file to disk before the page's transaction begins."""
        file = form["file"]
        name = (file.filename or "") if isinstance(file, UploadFile) else ""
        try:
            async with self.settings.database.read() as unit:
                context = await self._recognise(unit, request)
                if context is None or not page.is_for(context):
                    return Upload(name=name)
                kind = await admit(context, name)
            return Upload(name=name, stored=await self.settings.keep(_read(file), kind=kind))
        except Refusal as refusal:
            return Upload(name=name, refusal=refusal)

    async def _recognise(self, unit: UnitOfWork, request: Request) -> ActorContext | None:
        settings, token = self.settings, read_token(request)
        now = settings.clock()
        session = await find_desk_session(unit, token, now=now) if token else None
        if session is None:
            return None
        return ActorContext(unit, session.person, session.posts, settings.policy, now, REACTIONS)

    async def _answer(self, request: Request, page: Page, form: FormData) -> Response:
        database, token = self.settings.database, read_token(request)
        now = self.settings.clock()
        acts = request.method == "POST" and page.act is not None
        writes = acts or page.is_noted
        async with database.write() if writes else database.read() as unit:
            session = await find_desk_session(unit, token, now=now) if token else None
            if session is None:
                return self._door.turn_to(request)
            request.state.language = session.person.language
            visit = await self._begin(unit, session, page, request, form)
            done = await _take(visit) if acts else await page.show(visit)
        if session.is_ageing:
            async with database.write() as unit:
                await prolong_desk_session(unit, token, now=now)
        if isinstance(done, str):
            return RedirectResponse(done, 303)
        if isinstance(done, Given):
            return await _give(done)
        drawn = draw_page(visit, done, captions=self.settings.captions)
        return HTMLResponse(drawn, headers={"Refresh": str(done.again)} if done.again else None)

    async def _begin(
        self,
        unit: UnitOfWork,
        session: DeskSession,
        page: Page,
        request: Request,
        form: FormData,
    ) -> Visit:
        """Reads the address, finds the place, and refuses what is out of sight."""
        settings = self.settings
        context = ActorContext(
            unit, session.person, session.posts, settings.policy, settings.clock(), REACTIONS
        )
        view, unknown = read_view(request.query_params, page.asking, today=context.today)
        stand = await find_standpoint(context, page.right, view.area)
        kinds = await list_kinds_in_sight(context, page.right)
        view, wrong = _narrow(view, kinds)
        return Visit(
            context=context,
            page=page,
            pages={one.name: one for one in self._pages if one.is_for(context)},
            view=replace(view, area=stand.place.id if stand.place else None),
            stand=stand,
            kinds=kinds,
            unknown=(*unknown, *wrong),
            given=request.path_params,
            form=form,
            upload=getattr(request.state, "upload", Upload(name="")),
            session_id=session.id,
            form_id=settings.random_bytes(_FORM_BYTES).hex(),
            root=find_root(request),
            settings=settings,
        )

    def _answer_failure(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        key = "desk-lost" if status in (_LOST, 405) else "desk-bad-request"
        return self._tell(request, label(key, self._language(request)), status)

    def _answer_refusal(self, request: Request, refusal: Exception) -> Response:
        """Answers what may not be as if it were not there, any other refusal by its sentence."""
        if isinstance(refusal, NotFound | NotAllowed):
            return self._tell(request, label("desk-lost", self._language(request)), _LOST)
        if not isinstance(refusal, Refusal):
            raise refusal
        words = label(refusal.code, self._language(request), **refusal.facts)
        return self._tell(request, words, _WRONG)

    def _answer_unavailable(self, request: Request, error: Exception) -> Response:  # noqa: ARG002 - whatever it was
        """Answers with a page that comes again by itself; what was typed waits in it."""
        form = getattr(request.state, "form", None)
        response = self._tell(
            request,
            label("desk-unavailable", self._language(request)),
            503,
            again=[(name, str(value)) for name, value in form.multi_items()] if form else (),
        )
        if form is None:
            response.headers["Refresh"] = str(_TRY_AGAIN)
        return response

    def _answer_fault(self, request: Request, error: Exception) -> Response:  # noqa: ARG002 - the server logs it
        response = self._tell(request, label("desk-fault", self._language(request)), 500)
        # It is made outside of the guard.
        add_headers(response.headers)
        return response

    def _tell(
        self,
        request: Request,
        words: str,
        status: int,
        *,
        again: Sequence[tuple[str, str]] = (),
    ) -> Response:
        page = draw(
            "lost.html",
            self._language(request),
            find_root(request),
            problem=words,
            again=again,
        )
        return HTMLResponse(page, status)

    def _language(self, request: Request) -> str:
        return getattr(request.state, "language", self.settings.policy.language)


async def _read(file: UploadFile | str) -> AsyncIterator[bytes]:
    while isinstance(file, UploadFile) and (chunk := await file.read(_CHUNK)):
        yield chunk


async def _give(file: Given) -> Response:
    way = "inline" if file.is_shown else "attachment"
    return Response(
        await file.make(),
        media_type=file.mime,
        headers={"Content-Disposition": f"{way}; filename*=UTF-8''{quote(file.name)}"},
    )


async def _take(visit: Visit) -> str | Drawn:
    """Does what a form asks for; a form that bears an id has its effect once."""
    if visit.page.act is None:
        raise NotFound("not-in-sight")
    form_id = str(visit.form.get("id", ""))[:_LONGEST_ID]
    unit, person_id = visit.context.unit, visit.context.actor.id
    if not form_id:
        return await visit.page.act(visit)
    if not await desk_forms.take(unit, form_id, person_id=person_id, now=visit.context.now):
        return await desk_forms.find_way(unit, form_id, person_id=person_id) or visit.link()
    done = await visit.page.act(visit)
    if isinstance(done, str):
        await desk_forms.settle(unit, form_id, done)
    return done


def draw_page(visit: Visit, drawn: Drawn, *, captions: str) -> str:
    """Returns a page as HTML inside the frame of the desk."""
    caption = label(f"desk-about-{visit.page.name}", captions) if captions else ""
    return draw(
        drawn.frame,
        visit.language,
        visit.root,
        visit=visit,
        view=visit.view,
        link=visit.link,
        moment=visit.moment_in_words,
        caption=caption,
        captions=captions,
        **drawn.values,
    )


def _narrow(view: View, kinds: Sequence[ChapterKind]) -> tuple[View, tuple[Unknown, ...]]:
    """Returns a view without a kind or association that is not in sight, and what that was."""
    unknown: tuple[Unknown, ...] = ()
    if view.kind is not None and view.kind not in {one.id for one in kinds}:
        unknown = (Unknown("kind", str(view.kind)),)
        view = replace(view, kind=None)
    if view.association and view.association not in {one.association for one in kinds}:
        unknown = (*unknown, Unknown("association", view.association))
        view = replace(view, association=None)
    return view, unknown
