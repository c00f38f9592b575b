"""What a browser says of itself, in the words that people know it by."""

from starlette.requests import Request

from operations.people.desk_entry import Browser

_SYSTEMS = {
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Mac OS X": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}
# Each browser also names those that it descends from: the most particular first.
_BROWSERS = {
    "coc_coc_browser": "Cốc Cốc",
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}


def name_device(user_agent: str) -> str:
    """Returns "Windows, Chrome"; "" for a browser that does not say."""
    named = (
        next((name for sign, name in signs.items() if sign in user_agent), "")
        for signs in (_SYSTEMS, _BROWSERS)
    )
    return ", ".join(filter(None, named))


def browser_of(request: Request) -> Browser:
    """Returns where a request comes from, and what its browser says it is."""
    return Browser(
        network=request.client.host if request.client else "",
        device=name_device(request.headers.get("user-agent", "")),
    )
