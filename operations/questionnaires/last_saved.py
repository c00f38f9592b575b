"""What a chapter answered the time before, to be offered as the answer."""

from collections.abc import Mapping

from domain.questionnaires.answers import GivenAnswer
from domain.questionnaires.definition import Definition
from domain.questionnaires.sheets import Sheets
from domain.questionnaires.versions import form_id_of
from storage import UnitOfWork
from storage.questionnaires import questionnaires, responses
from storage.questionnaires.responses import AnswerKey

# A chapter answers few forms between two sendings of the same.
_LOOKED_BACK = 12


async def find_last_saved(
    unit: UnitOfWork, key: AnswerKey, sheets: Sheets, definition: Definition
) -> Mapping[str, GivenAnswer]:
    """Returns by question what a chapter answered when this form was last asked of it."""
    if not any(question.last_saved for question in definition.questions):
        return {}
    form_id = form_id_of(sheets)
    for earlier in await responses.list_earlier(unit, key, limit=_LOOKED_BACK):
        asked, version = earlier.questionnaire_id, earlier.version
        is_same = asked == key.questionnaire_id or (
            form_id_of(await questionnaires.find_sheets(unit, asked, version)) == form_id
        )
        if is_same:
            given = (await responses.list_given(unit, [earlier.id]))[earlier.id]
            return {answer.question: answer for answer in given}
    return {}
