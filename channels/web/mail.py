"""Messages, presses, edits and files from the browser; older bubbles and files to it."""

import re

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from channels.delivery import ReceivedUpdate
from channels.web.drawing import draw_page
from channels.web.sent import FileSent, build_file_inbound, build_inbound, parse_sent
from channels.web.site import Site, parse_place
from web.guard import read_body, read_chunks

MAX_FILE = 20 * 1024 * 1024
MAX_MESSAGE = 256 * 1024
_FILE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
# A browser shows these itself; everything else is saved, so that no file can act as a page.
_SHOWN = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})


class Mail:
    """The JSON and file requests of one page."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.routes = [
            Route("/send", self.send, methods=["POST"]),
            Route("/upload", self.upload, methods=["POST"]),
            Route("/history", self.history),
            Route("/plan", self.plan),
            Route("/files/{file_id}", self.file),
        ]

    async def send(self, request: Request) -> Response:
        """Stores one message before it says so."""
        session = await self._site.get_writer(request)
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            raise HTTPException(415)
        raw = await read_body(request, limit=MAX_MESSAGE)
        try:
            sent = parse_sent(raw)
        except ValueError as error:
            raise HTTPException(400) from error
        inbound = build_inbound(sent, session.address, now=self._site.settings.now())
        await self._site.backend.store([ReceivedUpdate(raw.decode(), inbound)])
        return JSONResponse({"stored": sent.id})

    async def upload(self, request: Request) -> Response:
        """Stores one file; its particulars stand in the query, its bytes are the body."""
        session = await self._site.get_writer(request)
        try:
            sent = FileSent.model_validate(dict(request.query_params))
        except ValueError as error:
            raise HTTPException(400) from error
        file = await self._site.backend.upload(
            session.address,
            name=_safe_name(sent.name),
            mime=request.headers.get("content-type", "").partition(";")[0][:100],
            chunks=read_chunks(request, limit=MAX_FILE),
        )
        inbound = build_file_inbound(sent, file, session.address, now=self._site.settings.now())
        await self._site.backend.store([ReceivedUpdate(sent.model_dump_json(), inbound)])
        return JSONResponse({"stored": sent.id})

    async def history(self, request: Request) -> Response:
        """Returns the page of bubbles before a place."""
        session = await self._site.get_session(request)
        before = parse_place(request.query_params.get("before", ""))
        page = await draw_page(self._site, session.address, before=before)
        return Response(page.data, media_type="application/json")

    async def plan(self, request: Request) -> Response:
        """Returns the person's meetings ahead and forms of reports, for the phone to keep."""
        session = await self._site.get_writer(request)
        settings = self._site.settings
        body = {
            "as_of": f"{settings.now().astimezone(settings.zone):%H:%M, %d/%m/%Y}",
            "meetings": await self._site.backend.plan(session.address, session.language),
            "forms": await self._site.backend.forms(session.address),
        }
        return Response(orjson.dumps(body), media_type="application/json")

    async def file(self, request: Request) -> Response:
        """Returns a file that belongs to the person's conversation."""
        session = await self._site.get_session(request)
        file_id = request.path_params["file_id"]
        if _FILE_ID.fullmatch(file_id) is None:
            raise HTTPException(404)
        file = await self._site.backend.attachment(session.address, file_id)
        if file is None or not file.path.is_file():
            raise HTTPException(404)
        shown = file.mime in _SHOWN
        return FileResponse(
            file.path,
            media_type=file.mime if shown else "application/octet-stream",
            filename=file.name,
            content_disposition_type="inline" if shown else "attachment",
            headers={"Cache-Control": "private, max-age=3600"},
        )


def _safe_name(name: str) -> str:
    """Returns the last part of a file name without characters that mean something."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r'[\x00-\x1f\x7f"<>:|?*]', "", last).strip(". ")[:120]
