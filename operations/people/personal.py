"""What belongs to one person: the report they have begun, the language they are spoken to in."""

from dataclasses import replace

from operations.turn import Turn
from storage.maintenance import audit
from storage.people import people


async def change_language(turn: Turn, language: str) -> None:
    """Speaks to the person in another language from here on."""
    person = turn.require_person()
    if person.language == language:
        return
    await people.set_language(turn.unit, person.id, language)
    audit.add_later(
        turn.unit,
        audit.Entry(
            person_id=person.id,
            action="person.language",
            subject=f"person:{person.id}",
            before={"language": person.language},
            after={"language": language},
        ),
        now=turn.now,
    )
    turn.person = replace(person, language=language)
