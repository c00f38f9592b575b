"""The checker finds nothing in our own files, and each thing that is made wrong."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from documents.official.check import check_word
from documents.official.opened import Unopened
from documents.official.paper import Paragraph, Sentence, Signature
from documents.official.profiles import PARTY, STATE, Style
from domain.official import ProfileName
from tests.documents.official.papers import word_in

LAID_OUT = (ProfileName.PARTY, ProfileName.STATE, ProfileName.YOUTH)
BASIS = Paragraph((Sentence("- Căn cứ Quy định số 784-QĐ/TU;"),))
LAST = Paragraph((Sentence("Hết."),))


def found_in(content: bytes) -> list[str]:
    return [finding.what for finding in check_word(content).findings]


@pytest.mark.parametrize("name", LAID_OUT)
def test_nothing_is_wrong_with_our_own_files(name: ProfileName) -> None:
    checked = check_word(word_in(name))
    assert checked.findings == ()
    assert checked.profile is name


@pytest.mark.parametrize(
    ("layout", "what"),
    [
        ({"top": 30}, "margin-top"),
        ({"bottom": 12}, "margin-bottom"),
        ({"left": 20}, "margin-left"),
        ({"right": 20}, "margin-right"),
        ({"number_from_edge": 15}, "page-number-edge"),
        ({"page_number": Style(11)}, "page-number-size"),
        ({"motto": (("ĐẢNG CỘNG SẢN VIỆT NAM", Style(13, bold=True)),)}, "motto-size"),
        ({"motto": (("ĐẢNG CỘNG SẢN VIỆT NAM", Style(15)),)}, "motto-bold"),
        ({"superior": Style(13)}, "superior-size"),
        ({"superior": Style(14, bold=True)}, "superior-bold"),
        ({"issuer": Style(12, bold=True)}, "issuer-size"),
        ({"issuer": Style(14)}, "issuer-bold"),
        ({"number_style": Style(13)}, "number-size"),
        ({"place_date": Style(14)}, "place-date-italic"),
        ({"place_date": Style(12, italic=True)}, "place-date-size"),
        ({"title": Style(14, bold=True)}, "title-size"),
        ({"title": Style(16)}, "title-bold"),
        ({"subject": Style(12, bold=True)}, "subject-size"),
        ({"subject": Style(14)}, "subject-bold"),
        ({"body": Style(12)}, "body-size"),
        ({"first_line": 20}, "body-first-line"),
        ({"space_after": 2}, "body-gap"),
        ({"line_pitch": 30}, "body-pitch"),
        ({"authority": Style(14)}, "authority-bold"),
        ({"signer_name": Style(14)}, "signer-name-bold"),
        ({"signer_name": Style(11, bold=True)}, "signer-name-size"),
        # The eight signs.
        ({"motto": (("ĐẢNG CỘNG SẢN", Style(15, bold=True)),)}, "sign-motto"),
        ({"under_issuer": "line"}, "sign-issuer"),
        ({"under_subject": "line"}, "sign-subject"),
        ({"signer_title": Style(14, bold=True)}, "sign-signer-title"),
        ({"recipients_label": Style(12, bold=True, italic=True)}, "sign-recipients"),
        ({"recipients": Style(11)}, "sign-recipients"),
    ],
)
def test_each_wrong_measure_is_found_once(layout: dict[str, Any], what: str) -> None:
    content = word_in(ProfileName.PARTY, replace(PARTY, **layout))
    assert found_in(content) == [what]


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"number": "Số: 05/BC-ĐU"}, "sign-number"),
        ({"signature": Signature("TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "An")}, "sign-authority"),
        ({"body": (Paragraph((Sentence("Hết./."),)),)}, "sign-ending"),
        ({"body": (BASIS, LAST)}, ""),
        ({"place_date": "Long Vĩnh"}, "place-date-missing"),
        ({"title": "Báo cáo"}, "title-missing"),
    ],
)
def test_each_wrong_word_of_a_party_paper_is_found(values: dict[str, Any], what: str) -> None:
    found = found_in(word_in(ProfileName.PARTY, **values))
    assert (what in found) if what else not found


def test_legal_bases_of_the_state_are_slanted_and_have_no_dash() -> None:
    assert "sign-basis" in found_in(word_in(ProfileName.STATE, body=(BASIS, LAST)))


def test_a_state_paper_in_party_letters_is_measured_as_the_states() -> None:
    content = word_in(ProfileName.STATE, replace(STATE, ending=".", signer_title=Style(14)))
    assert found_in(content) == ["sign-signer-title"]


def edited(change: Callable[[WordFile], None]) -> bytes:
    file = Document(BytesIO(word_in(ProfileName.PARTY)))
    change(file)
    written = BytesIO()
    file.save(written)
    return written.getvalue()


def letter_paper(file: WordFile) -> None:
    file.sections[0].page_width, file.sections[0].page_height = Mm(216), Mm(279)


def other_font(file: WordFile) -> None:
    run = next(
        run for paragraph in file.paragraphs for run in paragraph.runs if "buổi" in run.text
    )
    run.font.name = "Arial"


def numbered_first_page(file: WordFile) -> None:
    file.sections[0].different_first_page_header_footer = False


def number_at_the_side(file: WordFile) -> None:
    file.sections[0].header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def no_number(file: WordFile) -> None:
    header = file.sections[0].header.paragraphs[0]._p
    for run in list(header.r_lst):
        header.remove(run)


def ragged(file: WordFile) -> None:
    paragraph = next(paragraph for paragraph in file.paragraphs if "buổi" in paragraph.text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def no_line(file: WordFile) -> None:
    cell = file.tables[0].rows[0].cells[1]
    for paragraph in cell.paragraphs:
        if not paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (letter_paper, "paper"),
        (other_font, "font"),
        (numbered_first_page, "page-number-first"),
        (number_at_the_side, "page-number-centred"),
        (no_number, "page-number"),
        (ragged, "body-justified"),
        (no_line, "motto-line"),
    ],
)
def test_what_somebody_changed_by_hand_is_found(
    change: Callable[[WordFile], None], what: str
) -> None:
    assert found_in(edited(change)) == [what]


def test_a_file_that_somebody_else_wrote_is_measured_too() -> None:
    file = Document()
    file.add_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").runs[0].font.size = Pt(20)
    file.add_paragraph("Tôi làm đơn này.")
    written = BytesIO()
    file.save(written)
    found = found_in(written.getvalue())
    assert {"paper", "motto-size", "title-missing", "sign-recipients"} <= set(found)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04broken"])
def test_no_word_file_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(Unopened):
        check_word(content)
