"""The questions of a version, read from what is kept."""

from dataclasses import dataclass

from dialogue.asked_form import build_form
from dialogue.form import Form
from domain.questionnaires.definition import Definition
from domain.questionnaires.questionnaire import Questionnaire
from domain.questionnaires.reading import read_form
from domain.questionnaires.sheets import Sheets
from domain.questionnaires.versions import form_id_of
from storage import UnitOfWork
from storage.questionnaires import questionnaires


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedVersion:
    """One version of a questionnaire: its questions, and the form that asks them."""

    number: int
    sheets: Sheets
    definition: Definition
    form: Form

    @property
    def form_id(self) -> str:
        """What the form calls itself, "" for one that came as no file."""
        return form_id_of(self.sheets)


async def load_version(
    unit: UnitOfWork, questionnaire: Questionnaire, number: int = 0
) -> AskedVersion:
    """Returns a version of a questionnaire, the newest if none is named."""
    wanted = number or questionnaire.version
    sheets = await questionnaires.find_sheets(unit, questionnaire.id, wanted)
    definition = read_form(sheets).definition
    return AskedVersion(
        number=wanted,
        sheets=sheets,
        definition=definition,
        form=build_form(definition, wanted),
    )
