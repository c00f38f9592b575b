"""`sinhhoat token` gives, lists and cuts off tokens of other systems."""

import re

from typer.testing import CliRunner, Result

from bot.cli import app
from tests.directory import Commune


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["token", *words])


def test_a_token_is_given_listed_and_cut_off(commune: Commune, url_of_commands: str) -> None:
    given = run("give", "Kho số liệu", "--area", "xa long vinh", "--words", "--days", "30")
    assert given.exit_code == 0, given.output
    token = given.output.strip()
    assert re.fullmatch(r"sh_[0-9a-f]{46}", token)
    listed = run("list").output
    assert re.search(r"1  works +Kho số liệu, Xã Long Vĩnh, figures\+words, until ", listed)
    assert listed.strip().endswith("never used")
    assert token not in listed
    assert "Kho số liệu: cut off." in run("cut-off", "1").output
    assert "1  cut off" in run("list").output


def test_what_cannot_be_given_is_one_line(commune: Commune, url_of_commands: str) -> None:
    for wrong in (
        ("give", " ", "--area", "xa long vinh"),
        ("give", "Kho", "--area", "xa long vinh", "--days", "366"),
        ("give", "Kho", "--area", "nowhere"),
        ("cut-off", "7"),
    ):
        assert run(*wrong).exit_code == 1, wrong
    assert run("list").output == ""
