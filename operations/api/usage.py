"""What tokens are used for, as the journal tells it: each question once a day."""

from dataclasses import dataclass, field
from datetime import date, datetime

from operations.api.reading import ReadAsked
from operations.api.tokens import Bearer
from storage import UnitOfWork
from storage.directory import chapters
from storage.maintenance import audit
from storage.people import api_tokens


@dataclass(slots=True)
class Usage:
    """Remembers what was asked on a day, so that reading is not a write each time."""

    _day: date = date.min
    _asked: set[tuple[object, ...]] = field(default_factory=set)

    def is_new(self, bearer: Bearer, asked: ReadAsked, *, today: date) -> bool:
        """True for what a token has not asked for on this day."""
        if today != self._day:
            self._day, self._asked = today, set()
        question = (
            *(bearer.token_id, asked.resource, asked.area_id, asked.span),
            *(asked.kind_id, asked.association),
        )
        if question in self._asked:
            return False
        self._asked.add(question)
        return True


async def note_use(unit: UnitOfWork, bearer: Bearer, *, now: datetime) -> None:
    """Notes when a token was used last."""
    await api_tokens.note_use(unit, bearer.token_id, now=now)


async def note_read(
    unit: UnitOfWork, bearer: Bearer, asked: ReadAsked, *, rows: int, now: datetime
) -> None:
    """Writes in the journal which system read what, and of how many rows its first part was."""
    kinds = await chapters.kind_names(unit, [asked.kind_id] if asked.kind_id else [])
    limited = {"kind": kinds.get(asked.kind_id or 0), "association": asked.association}
    entry = audit.Entry(
        person_id=None,
        action="token.used",
        subject=f"area:{asked.area_id or bearer.place.id}",
        after={
            "system": bearer.name,
            "sheet": asked.resource,
            "span": str(asked.span),
            **{name: value for name, value in limited.items() if value},
            "rows": rows,
        },
    )
    audit.add_later(unit, entry, now=now)
