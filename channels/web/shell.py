"""What makes the page an app on a phone: its manifest and its service worker."""

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from channels.web.site import Site
from channels.web.static_files import STATIC, list_modules
from texts import label

# Looked at anew each time: the browser takes an update up by its bytes.
_ANEW = {"Cache-Control": "no-cache"}
_COLOUR, _GROUND = "#0f5257", "#e4ebe7"
_ICONS = (("icon-192.png", "192x192"), ("icon-512.png", "512x512"))


class Shell:
    """The manifest and the service worker of one page."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._worker = (STATIC / "worker.js").read_text("utf-8")
        self.routes = [
            Route("/manifest.webmanifest", self.manifest),
            Route("/worker.js", self.worker),
        ]

    async def manifest(self, request: Request) -> Response:  # noqa: ARG002 - the same for all
        """Says under which name and sign a phone keeps the page."""
        language = self._site.settings.language
        title = label("web-title", language)
        manifest = {
            "id": "./",
            "name": title,
            "short_name": label("web-title-short", language),
            "lang": language,
            "start_url": "./",
            "scope": "./",
            "display": "standalone",
            "theme_color": _COLOUR,
            "background_color": _GROUND,
            "icons": [
                {
                    "src": f"static/{self._site.version}/{name}",
                    "sizes": sizes,
                    "type": "image/png",
                    "purpose": purpose,
                }
                for name, sizes in _ICONS
                for purpose in ("any", "maskable")
            ],
        }
        return Response(
            orjson.dumps(manifest), media_type="application/manifest+json", headers=_ANEW
        )

    async def worker(self, request: Request) -> Response:  # noqa: ARG002 - the same for all
        """Gives the service worker with the version and the files that it keeps."""
        static = f"static/{self._site.version}"
        kept = [f"{static}/{name}" for name in (*list_modules(), "chat.css", "icon.svg")]
        words = {"title": label("web-title", self._site.settings.language)}
        head = (
            f"const VERSION = {orjson.dumps(self._site.version).decode()};\n"
            f"const FILES = {orjson.dumps(kept).decode()};\n"
            f"const WORDS = {orjson.dumps(words).decode()};\n"
        )
        return Response(head + self._worker, media_type="text/javascript", headers=_ANEW)
