"""What is deleted because nobody needs it any more, beyond what each table's module purges."""

from datetime import datetime

from sqlalchemy import delete, or_

from storage.tables.mail import web_session
from storage.unit import Unit


async def purge_sessions(unit: Unit, *, before: datetime) -> int:
    """Deletes sessions of the web page that ended or ran out before a moment."""
    return await unit.run(
        delete(web_session).where(
            or_(web_session.c.ended_at < before, web_session.c.expires_at < before)
        )
    )
