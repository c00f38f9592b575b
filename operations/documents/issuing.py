"""The body that issues the documents of a place: as the office set it, else by the directory."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from domain.chapters import Area
from domain.official import LONGEST_LINE, MOST_RECIPIENTS, Issuer, ProfileName
from domain.policy import Policy
from domain.reading import clean_text
from domain.refusals import BadInput
from operations.documents.default_issuers import default_issuer
from storage import UnitOfWork
from storage.directory import areas
from storage.documents import issuers
from storage.maintenance import audit

# What the office can set, in the order in which it is shown.
SETTINGS = (
    *("profile", "superior", "name", "code", "seat", "authority", "title", "signer"),
    *("recipients", "filed", "term_from"),
)
_EMPTY_ALLOWED = frozenset({"superior", "authority", "title", "signer", "filed"})
_LONGEST_CODE = 40


@dataclass(frozen=True, slots=True)
class Body:
    """Whose documents they are: those of a place, or of one association there."""

    place: Area
    association: str = ""


async def find_issuer(unit: UnitOfWork, body: Body, policy: Policy) -> Issuer:
    """Returns who issues for a body, as set, else as the directory lets guess."""
    found = await issuers.find(unit, body.place.id, body.association)
    if found is not None:
        return found
    chain = await areas.chain(unit, body.place.path)
    return default_issuer(chain, body.association, policy.language)


async def set_issuer(
    unit: UnitOfWork,
    body: Body,
    changes: Mapping[str, str],
    *,
    policy: Policy,
    now: datetime,
    by: int | None,
) -> Issuer:
    """Changes what is said of a body, setting by setting; raises BadInput and changes nothing."""
    before = await find_issuer(unit, body, policy)
    values: dict[str, Any] = {name: read_setting(name, text) for name, text in changes.items()}
    after = replace(before, **values)
    place = (body.place.id, body.association)
    await issuers.put(unit, after, place, person_id=by, now=now)
    audit.add_later(
        unit,
        audit.Entry(
            person_id=by,
            action="document.issuer",
            subject=f"area:{body.place.id}",
            before={name: setting_words(before, name) for name in changes},
            after={name: setting_words(after, name) for name in changes},
        ),
        now=now,
    )
    return after


def read_setting(name: str, text: str) -> object:
    """Returns a setting as it was typed; raises BadInput for one that cannot be."""
    words = clean_text(text)
    if name not in SETTINGS:
        raise BadInput("doc-setting-unknown", names=", ".join(SETTINGS))
    if name == "profile":
        if words not in list(ProfileName):
            raise BadInput("doc-setting-profile", names=", ".join(ProfileName))
        return ProfileName(words)
    if name == "recipients":
        return _recipients(text)
    if name == "term_from":
        return _day(words)
    longest = _LONGEST_CODE if name == "code" else LONGEST_LINE
    if len(words) > longest:
        raise BadInput("doc-setting-long", most=longest)
    if not words and name not in _EMPTY_ALLOWED:
        raise BadInput("doc-setting-empty")
    return words


def _recipients(text: str) -> tuple[str, ...]:
    lines = tuple(filter(None, (clean_text(word) for word in text.replace("|", ";").split(";"))))
    if len(lines) > MOST_RECIPIENTS or any(len(line) > LONGEST_LINE for line in lines):
        raise BadInput("doc-setting-long", most=LONGEST_LINE)
    return lines


def _day(words: str) -> date | None:
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise BadInput("doc-setting-day", example="2025-09-01") from None


def setting_words(issuer: Issuer, name: str) -> str:
    """Returns a setting as it is typed."""
    value = asdict(issuer)[name]
    if isinstance(value, tuple):
        return "; ".join(value)
    return value.isoformat() if isinstance(value, date) else str(value or "")
