"""Photos, recordings, files and places found in a Telegram message."""

from typing import Any

from channels.values import clean, mapping, whole
from domain.inbound import FileRef, InboundKind

_HALF_TURN = 180
_FILES = {
    "voice": InboundKind.VOICE,
    "audio": InboundKind.VOICE,
    "video": InboundKind.FILE,
    "video_note": InboundKind.FILE,
    "animation": InboundKind.FILE,
    "document": InboundKind.FILE,
}


def find_media(content: dict[str, Any]) -> tuple[InboundKind, FileRef] | None:
    """Finds the photo (its largest size), recording or file of a message."""
    if photo := _largest(content.get("photo")):
        return InboundKind.PHOTO, _reference(photo, mime="image/jpeg")
    for name, kind in _FILES.items():
        file = mapping(content.get(name))
        if clean(file.get("file_id")):
            return kind, _reference(file)
    return None


def find_place(content: dict[str, Any]) -> str:
    """Finds a place and writes it as "latitude,longitude"; empty without one."""
    place = mapping(content.get("location"))
    latitude, longitude = place.get("latitude"), place.get("longitude")
    if not _is_degree(latitude) or not _is_degree(longitude):
        return ""
    return f"{latitude},{longitude}"


def _largest(sizes: object) -> dict[str, Any]:
    if not isinstance(sizes, list):
        return {}
    usable = [size for size in map(mapping, sizes) if clean(size.get("file_id"))]
    return max(usable, key=_area, default={})


def _area(size: dict[str, Any]) -> int:
    return (whole(size.get("width")) or 0) * (whole(size.get("height")) or 0)


def _reference(file: dict[str, Any], *, mime: str = "") -> FileRef:
    return FileRef(
        file_id=clean(file.get("file_id")),
        name=clean(file.get("file_name")),
        mime=clean(file.get("mime_type")) or mime,
        size=max(0, whole(file.get("file_size")) or 0),
        seconds=whole(file.get("duration")),
    )


def _is_degree(value: object) -> bool:
    return isinstance(value, int | float) and -_HALF_TURN <= value <= _HALF_TURN
