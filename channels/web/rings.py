"""The browser's side of rings: whether to offer them, and the subscription it got."""

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from channels.web.backend import Rings
from channels.web.site import Site
from domain.devices import LONGEST_ENDPOINT, Subscription
from web.guard import read_body

_LONGEST = 4096


class _Keys(BaseModel):
    model_config = ConfigDict(extra="ignore")

    p256dh: str = Field(max_length=100)
    auth: str = Field(max_length=100)


class _Subscribed(BaseModel):
    """What `PushSubscription.toJSON` gives."""

    model_config = ConfigDict(extra="ignore")

    endpoint: str = Field(max_length=LONGEST_ENDPOINT)
    keys: _Keys


class RingRequests:
    """The requests of one page about rings."""

    def __init__(self, site: Site, rings: Rings) -> None:
        self._site = site
        self._rings = rings
        self.routes = [
            Route("/rings", self.look, methods=["GET"]),
            Route("/rings", self.start, methods=["POST"]),
            Route("/rings", self.stop, methods=["DELETE"]),
        ]

    async def look(self, request: Request) -> Response:
        """Says how this browser rings."""
        await self._site.get_writer(request)
        found = await self._rings.look(self._site.read_token(request))
        if found is None:
            raise HTTPException(404)
        return Response(orjson.dumps(found), media_type="application/json")

    async def start(self, request: Request) -> Response:
        """Takes the subscription of this browser."""
        await self._site.get_writer(request)
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            raise HTTPException(415)
        try:
            given = _Subscribed.model_validate_json(await read_body(request, limit=_LONGEST))
        except ValidationError as error:
            raise HTTPException(400) from error
        subscription = Subscription(
            endpoint=given.endpoint, p256dh=given.keys.p256dh, auth=given.keys.auth
        )
        await self._rings.start(self._site.read_token(request), subscription)
        return JSONResponse({"rings": True})

    async def stop(self, request: Request) -> Response:
        """Has this browser ring no more."""
        await self._site.get_writer(request)
        await self._rings.stop(self._site.read_token(request))
        return JSONResponse({"rings": False})
