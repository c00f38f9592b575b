"""Holds the words to the code: no key without words, no words without use."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor
from jinja2 import Environment, nodes

from texts import LANGUAGES

ROOT = Path(__file__).parent.parent.parent
CODE = (
    "api",
    "bot",
    "channels",
    "desk",
    "dialogue",
    "digests",
    "documents",
    "domain",
    "handlers",
    "operations",
    "scheduler",
    "storage",
)
CALLS = {"say", "text", "label", "render"}
REFUSALS = {"NotAllowed", "NotFound", "Conflict", "Closed", "BadInput", "CodesBlocked"}
# What the desk puts before the short names of its texts.
DESK = "desk-"
# The dialogue and the web page put the beginning before a short name of their own.
BEGINNINGS = ("dialogue-", "web-")
KEY = re.compile(r"[a-z]+(-[a-z_0-9]+)+")
FORMS = re.compile(r"[a-z]+(-[a-z_0-9]+)*-")


class Variables(Visitor):
    """Collects the names of arguments that a message takes."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 - named by the library
        self.names.add(node.id.name)


@cache
def messages(language: str) -> dict[str, frozenset[str]]:
    """The arguments of every message, by key; a key that stands twice fails."""
    found: dict[str, frozenset[str]] = {}
    for file in sorted((ROOT / "texts" / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{file.name}: {entry.id.name} stands twice"
                variables = Variables()
                variables.visit(entry)
                found[entry.id.name] = frozenset(variables.names)
    return found


@dataclass(frozen=True)
class Use:
    """A text asked for by its whole key, with the names of the arguments given."""

    where: str
    key: str
    given: frozenset[str]
    is_open: bool

    def __str__(self) -> str:
        return f"{self.where} {self.key}"


@cache
def source() -> list[tuple[str, ast.Call | ast.Constant | ast.JoinedStr]]:
    """The calls and literals of the whole source, with their files; walked once."""
    found: list[tuple[str, ast.Call | ast.Constant | ast.JoinedStr]] = []
    for file in (file for name in CODE for file in sorted((ROOT / name).rglob("*.py"))):
        path = file.relative_to(ROOT).as_posix()
        found += (
            (path, node)
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Call | ast.JoinedStr)
            or (isinstance(node, ast.Constant) and isinstance(node.value, str))
        )
    return found


@cache
def words_of_frames() -> tuple[tuple[str, nodes.Call], ...]:
    """Where the frames of the desk ask for a text."""
    frames = sorted((ROOT / "desk" / "templates").glob("*.html"))
    return tuple(
        (f"{frame.name}:{call.lineno}", call)
        for frame in frames
        for call in Environment(autoescape=True)
        .parse(frame.read_text("utf-8"))
        .find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == "word"
    )


def _keys_of(node: nodes.Node) -> Iterator[str]:
    """The keys that a frame may ask for there; one that is put together ends in a dash."""
    match node:
        case nodes.Const(value=str(value)):
            yield DESK + value
        case nodes.CondExpr(expr1=first, expr2=second) if second is not None:
            yield from (*_keys_of(first), *_keys_of(second))
        case nodes.Concat(nodes=[nodes.Const(value=str(value)), *_]):
            yield DESK + value


def uses_of_frames() -> Iterator[Use]:
    for where, call in words_of_frames():
        names = frozenset(word.key for word in call.kwargs)
        for key in _keys_of(call.args[0]):
            if not key.endswith("-"):
                yield Use(where, key, names, call.dyn_kwargs is not None)


def uses() -> Iterator[Use]:
    yield from uses_of_frames()
    for file, node in source():
        if isinstance(node, ast.Call) and node.args and _asks_for_text(node):
            names = {word.arg for word in node.keywords if word.arg}
            is_open = any(word.arg is None for word in node.keywords)
            for key in _literals(node.args[0]):
                if KEY.fullmatch(key) and not file.startswith(("dialogue/", "channels/web")):
                    yield Use(f"{file}:{node.lineno}", key, frozenset(names), is_open)


def _asks_for_text(node: ast.Call) -> bool:
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    return name in CALLS | REFUSALS


def _literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body), *_literals(node.orelse)]
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return [str(ast.literal_eval(node))] if is_text else []


def mentioned() -> tuple[set[str], set[str], set[str]]:
    """Every literal that could be a key, every ending, and every pattern of a key put together.

    What is handed over as the beginning of a key ends in a dash, or is given its ending there.
    """
    literals = {key for _, call in words_of_frames() for key in _keys_of(call.args[0])}
    endings: set[str] = set()
    patterns = {f"{beginning}.+" for beginning in BEGINNINGS}
    patterns |= {f"{key}[a-z_0-9-]+" for key in literals if key.endswith("-")}
    for _, node in source():
        patterns |= _short_forms(node)
        if isinstance(node, ast.Constant):
            value = str(node.value)
            literals.add(value)
            if FORMS.fullmatch(value):
                patterns.add(f"{value}[a-z_0-9-]+")
        elif isinstance(node, ast.JoinedStr):
            first, *rest = node.values
            if isinstance(first, ast.FormattedValue) and len(rest) == 1:
                endings.update(_literals(rest[0]))
            elif isinstance(first, ast.Constant) and FORMS.fullmatch(str(first.value)):
                patterns.add("".join(map(_pattern, node.values)))
    return literals, endings, patterns


def _short_forms(node: ast.AST) -> set[str]:
    """The keys that a short name put together in the desk stands for, without their beginning."""
    match node:
        case ast.Call(func=ast.Attribute(attr="word"), args=[ast.JoinedStr(values=parts), *_]):
            return {DESK + "".join(map(_pattern, parts))}
        case ast.Call(func=ast.Attribute(attr="word"), args=[ast.Constant(value=str(key)), *_]):
            return {re.escape(DESK + key)}
    return set()


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_0-9-]+"


def test_both_languages_have_the_same_keys_with_the_same_arguments() -> None:
    first, second = (messages(language) for language in LANGUAGES)
    assert first.keys() == second.keys()
    assert {key for key in first if first[key] != second[key]} == set()


def test_what_the_code_asks_for_exists_and_gets_its_arguments() -> None:
    # Both languages have the same keys and arguments.
    known, found = messages(LANGUAGES[0]), list(uses())
    assert [str(use) for use in found if use.key not in known] == []
    assert [
        f"{use} lacks {sorted(known[use.key] - use.given)}"
        for use in found
        if not use.is_open and not known[use.key] <= use.given
    ] == []


# Tests of the talks hold the forms to their texts.
OF_FORMS = ("report-", "questionnaire-")


def test_every_text_is_used() -> None:
    literals, endings, patterns = mentioned()
    put_together = re.compile("|".join(patterns))
    unused = {
        key
        for key in messages("vi")
        if key not in literals
        and not key.startswith(OF_FORMS)
        and not put_together.fullmatch(key)
        and not any(key.endswith(end) and key.removesuffix(end) in literals for end in endings)
    }
    assert unused == set()
