"""Who issues the documents of a place where nobody has said so: read from the directory."""

from collections.abc import Sequence

from domain.chapters import Area
from domain.levels import is_commune
from domain.official import Issuer, ProfileName
from domain.reading import key
from texts import label

_PROVINCES = frozenset({"tinh", "thanh pho"})
_HAMLETS = frozenset({"ap", "khom", "thon", "ban", "buon", "lang", "khu pho", "to dan pho"})


def default_issuer(chain: Sequence[Area], association: str, language: str) -> Issuer:
    """Returns the body of a place, or of one association there; `chain` has the root first.

    It is the Party's unless an association issues: what stands in its head and above is to be
    looked over by the office, which can say otherwise.
    """
    place, above = chain[-1], _above(chain)
    profile = profile_of(association)
    args = {
        "level": _level(place),
        "place": place.name,
        "seat": _seat(place),
        "above_level": _level(above) if above else "none",
        "above": above.name if above else "",
        "above_seat": _seat(above) if above else "",
        "association": association,
    }

    def say(what: str) -> str:
        return label(f"doc-issuer-{profile}-{what}", language, **args).strip()

    return Issuer(
        profile=profile,
        superior=say("above").upper() if above else "",
        name=say("name").upper(),
        code=say("code"),
        seat=_seat(place),
        authority=say("authority"),
        title=say("title"),
        recipients=tuple(filter(None, map(str.strip, say("recipients").split("|")))),
        filed=say("filed"),
    )


def profile_of(association: str) -> ProfileName:
    """Returns by which rules an association writes; "" is a place as a whole."""
    words = key(association).split()
    if not words or words[0] == "dang":
        return ProfileName.PARTY
    return ProfileName.YOUTH if words[0] == "doan" else ProfileName.OTHER


def _above(chain: Sequence[Area]) -> Area | None:
    """Returns the place whose body is above: regions between commune and province have none."""
    higher = [area for area in chain[:-1] if _level(area) != "region"]
    return higher[-1] if higher else None


def _level(area: Area) -> str:
    level = key(area.level)
    if level in _PROVINCES:
        return "province"
    if level in _HAMLETS:
        return "hamlet"
    return "commune" if is_commune(area.level) else "region"


def _seat(place: Area) -> str:
    """Returns a place's name without its level: "xã Long Vĩnh" is written "Long Vĩnh"."""
    first, _, rest = place.name.partition(" ")
    named = rest if rest and key(first) == key(place.level) else place.name
    return named[:1].upper() + named[1:]
