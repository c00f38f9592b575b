"""Holds the documents to the program: settings, commands, paths, links."""

import re
from pathlib import Path

import pytest
import typer

from bot.cli import app
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
DOCS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
_LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_every_setting_is_in_the_reference_and_no_other() -> None:
    listed = set(re.findall(rf"`({PREFIX}[A-Z_]+)`", read("docs/reference/settings.md")))
    assert listed == {PREFIX + name.upper() for name in Settings.model_fields}


def test_every_command_is_in_the_reference_and_no_other() -> None:
    listed = set(
        re.findall(r"^## `sinhhoat ([a-z]+)", read("docs/reference/commands.md"), re.MULTILINE)
    )
    commands = typer.main.get_command(app)
    assert listed == set(commands.commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(file: Path) -> None:
    targets = [link for link in _LINK.findall(file.read_text("utf-8")) if "://" not in link]
    assert [link for link in targets if not (file.parent / link).exists()] == []


def test_the_readme_names_files_that_exist() -> None:
    named = re.findall(r"`((?:tests|bot|handlers|storage|scheduler)/[\w./]*)`", read("README.md"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_both_commands_stand_within_the_first_25_lines() -> None:
    first = "\n".join(read("README.md").splitlines()[:25])
    assert "make demo" in first
    assert "make test" in first
    assert len(read("README.md").splitlines()) <= 120
