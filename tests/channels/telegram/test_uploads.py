from pathlib import Path

from channels.telegram.uploads import load_uploads


async def test_a_document_goes_out_under_its_name_not_that_of_its_file(tmp_path: Path) -> None:
    stored = [tmp_path / "ab12", tmp_path / "cd34"]
    for path in stored:
        path.write_bytes(b"PK\x03\x04")
    first, second = await load_uploads(stored, ["Phiếu mời Xã Long Vĩnh.docx", ""])
    assert (first.name, second.name) == ("Phiếu mời Xã Long Vĩnh.docx", "cd34")
    assert first.method == "sendDocument"


async def test_more_names_than_files_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"PK")
    assert len(await load_uploads([tmp_path / "one"], ["a.docx", "b.docx"])) == 1
    assert await load_uploads([], ["a.docx"]) == ()
