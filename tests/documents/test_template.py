import zipfile
from pathlib import Path

from openpyxl import load_workbook

from bot.sample.kinds import KINDS
from documents.reading import read_directory
from documents.template import write_template
from documents.usual_kinds import USUAL_KINDS
from documents.writing import write_workbook
from tests.documents.books import faults


def test_the_template_holds_the_usual_kinds_and_no_other_row_or_fault(tmp_path: Path) -> None:
    file = tmp_path / "mau.xlsx"
    for language in ("vi", "en"):
        write_template(file, language=language)
        book = read_directory(file)
        assert faults(book) == []
        assert len(book.tables) == 15
        kinds = {row["code"]: row for row in book.tables["kinds"].rows}
        assert book.row_count == len(kinds) == 12
        assert kinds["cuu_chien_binh"]["name"] == "Chi hội Cựu chiến binh"


def test_the_usual_kinds_are_called_as_in_the_sample() -> None:
    usual = {row["code"]: row for row in USUAL_KINDS}
    for kind in KINDS:
        row = usual[kind.code]
        assert (kind.name, kind.association) == (row["name"], row["association"])
        assert kind.words == {word: row[word] for word in kind.words}
        assert (kind.frequency, kind.shift) == (row["frequency"], row["shift"])


def test_the_template_explains_itself_and_offers_choices(tmp_path: Path) -> None:
    file = tmp_path / "mau.xlsx"
    write_template(file)
    workbook = load_workbook(file)
    assert workbook.sheetnames[0] == "Hướng dẫn"
    offered = {
        value.formula1
        for sheet in workbook.worksheets
        for value in sheet.data_validations.dataValidation
    }
    assert "='Địa bàn'!$B$2:$B$5000".lstrip("=") in {text.lstrip("=") for text in offered}
    assert any("cán bộ phụ trách" in text for text in offered)


def test_what_people_wrote_never_becomes_a_formula(tmp_path: Path) -> None:
    file = tmp_path / "danh-ba.xlsx"
    names = ["=1+1", "+84900", "-2", "@SUM(A1)", "http://example.vn"]
    write_workbook(file, {"people": ({"id": n, "name": name} for n, name in enumerate(names))})
    with zipfile.ZipFile(file) as archive:
        sheets = [text for text in archive.namelist() if text.startswith("xl/worksheets/sheet")]
        assert not any(b"<f>" in archive.read(sheet) for sheet in sheets)
        assert b'quotePrefix="1"' in archive.read("xl/styles.xml")
    rows = read_directory(file).tables["people"].rows
    assert [row["name"] for row in rows] == names
