"""The web page as a messenger: a phone-sized chat served by the bot itself."""

from channels.web.app import WebChat
from channels.web.backend import (
    Attachment,
    PlannedMeeting,
    Session,
    StoredFile,
    WebBackend,
    WebEvent,
)
from channels.web.channel import WebChannel
from channels.web.site import PageSettings, Way

__all__ = [
    "Attachment",
    "PageSettings",
    "PlannedMeeting",
    "Session",
    "StoredFile",
    "Way",
    "WebBackend",
    "WebChannel",
    "WebChat",
    "WebEvent",
]
