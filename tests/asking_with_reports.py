"""An office asks with the reports of meetings."""

from datetime import date, datetime

from domain.questionnaires.sheets import Sheets
from operations.questionnaires.drafting import start_draft
from operations.questionnaires.publishing import ask_with_reports, publish
from storage import Database
from tests.directory import acting

BEGINS = date(2026, 11, 1)


async def ask(
    database: Database,
    person_id: int,
    scope: str,
    sheets: Sheets,
    *,
    now: datetime,
    until: date | None = None,
) -> int:
    """Publishes questions to whoever lies in a scope; returns the questionnaire."""
    async with database.write() as unit:
        context = await acting(unit, person_id, now)
        number = await start_draft(context, scope, sheets, title=sheets["settings"][1][0])
        await ask_with_reports(context, number, BEGINS, until)
        await publish(context, number)
    return number
