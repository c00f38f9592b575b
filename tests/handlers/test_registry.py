import re

import pytest

from domain.reading import fold
from handlers.handler import Handler
from handlers.registry import build_handlers, list_commands
from tests.codes import counting_bytes
from texts import LANGUAGES, label, render

REGISTRY = build_handlers(public_url="https://sinhhoat.example.vn", random_bytes=counting_bytes())
# Late files and whole reports come by themselves, newcomers by a code: none has a command.
UNCALLED = (REGISTRY.enrolment, *map(REGISTRY.named, ("latefile", "told", "filled")))
TASKS = [task for task in REGISTRY.handlers if task not in UNCALLED]


def name(handler: Handler) -> str:
    return handler.name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("handler", TASKS, ids=name)
def test_every_task_has_a_command_words_and_a_description(handler: Handler, language: str) -> None:
    assert re.fullmatch(r"[a-z]{1,32}(\|[a-z]{1,32})*", handler.command)
    assert all(fold(word) for word in label(handler.words, language).split("|"))
    assert 3 <= len(label(f"command-{handler.name}-description", language)) <= 256


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("handler", TASKS, ids=name)
def test_every_task_is_in_the_help(handler: Handler, language: str) -> None:
    """By the words that call it, and without a command."""
    if handler.name in ("menu", "help"):
        return
    line = render(f"help-{handler.name}", language)
    (asked, *_) = re.findall("<b>(.*?)</b>", line)
    assert spell(asked) in map(spell, label(handler.words, language).split("|"))
    assert "/" not in line.replace("</b>", "")


def spell(words: str) -> str:
    """Words as they are compared: small letters."""
    return words.casefold()


@pytest.mark.parametrize("handler", TASKS, ids=name)
def test_every_task_has_an_english_command(handler: Handler) -> None:
    names = handler.command.split("|")
    assert len(names) > 1 or names[0] in ("menu", "start", "web")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_tasks_share_a_command_or_words(language: str) -> None:
    called = [handler for handler in REGISTRY.handlers if handler.command]
    commands = [word for handler in called for word in handler.command.split("|")]
    words = [
        fold(word) for handler in TASKS for word in set(label(handler.words, language).split("|"))
    ]
    assert len(commands) == len(set(commands))
    others = {word for word in words if words.count(word) > 1}
    assert {word for word in others if not _of_one_task(word, language)} == set()


def _of_one_task(word: str, language: str) -> bool:
    having = [
        handler
        for handler in TASKS
        if word in map(fold, label(handler.words, language).split("|"))
    ]
    return len(having) == 1


def test_the_command_menu_is_vietnamese_unless_english_is_asked_for() -> None:
    menu = list_commands(REGISTRY)
    assert list(menu) == ["", "en"]
    assert [command for command, _ in menu[""]] == ["menu", "trogiup"]
    assert [command for command, _ in menu["en"]] == ["menu", "help"]
    assert menu[""] != menu["en"]
