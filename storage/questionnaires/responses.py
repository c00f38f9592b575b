"""What chapters have answered, and the answers that were begun."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, delete, or_, select, update

from domain.questionnaires.answers import PARTS, GivenAnswer
from storage.tables.questionnaires import questionnaire_answer as answers
from storage.tables.questionnaires import questionnaire_draft as drafts
from storage.tables.questionnaires import questionnaire_response as table
from storage.unit import UnitOfWork, Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a chapter answered, to which version, and by whom; `edition` counts corrections."""

    id: int
    questionnaire_id: int
    chapter_id: int
    meeting_id: int | None
    version: int
    edition: int
    person_id: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """Whose answers: of a chapter, perhaps with the report of a meeting."""

    questionnaire_id: int
    chapter_id: int
    meeting_id: int | None = None


async def find(unit: UnitOfWork, key: AnswerKey) -> Response | None:
    """Returns what a chapter has answered."""
    is_it = (
        table.c.meeting_id.is_(None)
        if key.meeting_id is None
        else table.c.meeting_id == key.meeting_id
    )
    row = await unit.first(
        select(table).where(
            table.c.questionnaire_id == key.questionnaire_id,
            table.c.chapter_id == key.chapter_id,
            is_it,
        )
    )
    return Response(**row._mapping) if row else None


async def list_of(unit: UnitOfWork, questionnaire_id: int) -> list[Response]:
    """Returns what every chapter has answered to a questionnaire, in the order of the answers."""
    mine = select(table).where(table.c.questionnaire_id == questionnaire_id).order_by(table.c.id)
    return [Response(**row._mapping) for row in await unit.all(mine)]


async def list_earlier(unit: UnitOfWork, key: AnswerKey, *, limit: int) -> list[Response]:
    """Returns what the same chapter has answered before, the newest first.

    Of the same questionnaire only what came with other reports.
    """
    others = (
        table.c.chapter_id == key.chapter_id,
        or_(
            table.c.questionnaire_id != key.questionnaire_id,
            table.c.meeting_id != key.meeting_id,
        ),
    )
    rows = await unit.all(select(table).where(*others).order_by(table.c.id.desc()).limit(limit))
    return [Response(**row._mapping) for row in rows]


async def add(
    unit: UnitOfWork,
    key: AnswerKey,
    given: Sequence[GivenAnswer],
    *,
    version: int,
    by: int,
    now: datetime,
) -> bool:
    """Keeps the answers of a chapter; False if somebody else's are there already."""
    insert = unit.insert(table).values(
        questionnaire_id=key.questionnaire_id,
        chapter_id=key.chapter_id,
        meeting_id=key.meeting_id,
        version=version,
        person_id=by,
        at=now,
    )
    if not await unit.run(insert.on_conflict_do_nothing()):
        return False
    added = await find(unit, key)
    if added is not None:
        await unit.add_many(answers, _rows(added, given))
    return True


async def correct(
    unit: UnitOfWork,
    before: Response,
    given: Sequence[GivenAnswer],
    *,
    version: int,
    by: int,
    now: datetime,
) -> bool:
    """Keeps other answers instead of those that were seen; False if somebody was quicker."""
    seen = (table.c.id == before.id, table.c.edition == before.edition)
    values = {"version": version, "edition": before.edition + 1, "person_id": by, "at": now}
    if not await unit.run(update(table).where(*seen).values(**values)):
        return False
    await unit.run(delete(answers).where(answers.c.response_id == before.id))
    await unit.add_many(answers, _rows(before, given))
    return True


def _rows(of: Response, given: Iterable[GivenAnswer]) -> Iterator[Values]:
    empty = dict.fromkeys(("amount", "day", "clock", "choice", "words", "attachment_id"))
    for answer in given:
        for value in _values(answer):
            yield {
                **empty,
                "response_id": of.id,
                "questionnaire_id": of.questionnaire_id,
                "chapter_id": of.chapter_id,
                "question": answer.question,
                "round": answer.round,
                **value,
            }


def _values(answer: GivenAnswer) -> Iterator[dict[str, Any]]:
    """Yields the columns of each row of an answer: one for each choice and file."""
    if answer.number is not None:
        yield {"amount": int(answer.number * PARTS)}
    if answer.day or answer.clock or answer.words:
        clock = f"{answer.clock:%H:%M}" if answer.clock else None
        yield {"day": answer.day, "clock": clock, "words": answer.words or None}
    yield from ({"choice": name} for name in answer.choices)
    yield from ({"attachment_id": number} for number in answer.files)


async def list_given(
    unit: UnitOfWork, response_ids: Iterable[int]
) -> dict[int, list[GivenAnswer]]:
    """Returns the answers of some responses, by response, in the order of their questions."""
    wanted = answers.c.response_id.in_(sorted(response_ids))
    rows = await unit.all(select(answers).where(wanted).order_by(answers.c.id))
    found: dict[tuple[int, str, int], list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.response_id, row.question, row.round].append(row)
    given: dict[int, list[GivenAnswer]] = defaultdict(list)
    for (response_id, *_), some in found.items():
        given[response_id].append(_given(some))
    return given


def _given(rows: Sequence[Row[Any]]) -> GivenAnswer:
    first = rows[0]
    return GivenAnswer(
        question=first.question,
        round=first.round,
        number=None if first.amount is None else Decimal(first.amount) / PARTS,
        day=first.day,
        clock=time.fromisoformat(first.clock) if first.clock else None,
        choices=tuple(row.choice for row in rows if row.choice is not None),
        words=first.words or "",
        files=tuple(row.attachment_id for row in rows if row.attachment_id is not None),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunAnswers:
    """The talk of somebody who has begun to answer a version, or to correct an edition."""

    version: int
    edition: int
    talk: Mapping[str, Any]


def _mine(key: AnswerKey, person_id: int) -> tuple[Any, ...]:
    return (
        drafts.c.questionnaire_id == key.questionnaire_id,
        drafts.c.chapter_id == key.chapter_id,
        drafts.c.person_id == person_id,
    )


async def find_begun(unit: UnitOfWork, key: AnswerKey, person_id: int) -> BegunAnswers | None:
    """Returns what somebody has begun to answer for a chapter."""
    row = await unit.first(select(drafts).where(*_mine(key, person_id)))
    if row is None:
        return None
    return BegunAnswers(version=row.version, edition=row.state["edition"], talk=row.state["talk"])


async def list_begun(unit: UnitOfWork, person_id: int) -> list[tuple[AnswerKey, BegunAnswers]]:
    """Returns everything that somebody has begun to answer."""
    rows = await unit.all(select(drafts).where(drafts.c.person_id == person_id))
    return [
        (
            AnswerKey(row.questionnaire_id, row.chapter_id),
            BegunAnswers(
                version=row.version, edition=row.state["edition"], talk=row.state["talk"]
            ),
        )
        for row in rows
    ]


async def keep_begun(
    unit: UnitOfWork, key: AnswerKey, person_id: int, begun: BegunAnswers, *, now: datetime
) -> None:
    """Keeps what somebody has begun to answer."""
    state = {"edition": begun.edition, "talk": dict(begun.talk)}
    values = {"version": begun.version, "state": state, "updated_at": now}
    insert = unit.insert(drafts).values(
        questionnaire_id=key.questionnaire_id,
        chapter_id=key.chapter_id,
        person_id=person_id,
        **values,
    )
    keys = ["questionnaire_id", "chapter_id", "person_id"]
    await unit.run(insert.on_conflict_do_update(index_elements=keys, set_=values))


async def drop_begun(unit: UnitOfWork, key: AnswerKey, person_id: int) -> None:
    """Deletes what somebody has begun to answer for a chapter."""
    await unit.run(delete(drafts).where(*_mine(key, person_id)))
