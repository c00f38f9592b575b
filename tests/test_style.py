"""Holds the measures of the code base: lengths, docstrings, broad excepts."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = (
    "bot",
    "channels",
    "dialogue",
    "digests",
    "documents",
    "domain",
    "handlers",
    "operations",
    "scheduler",
    "storage",
    "texts",
)
LONGEST_FILE, LONGEST_FUNCTION = 400, 50
# The edges: a fault of one message, task or job must not stop the others.
BROAD = {
    "bot/cli.py",
    "bot/senders.py",
    "bot/tasks.py",
    "bot/turns.py",
    "channels/telegram/polling.py",
    "channels/telegram/webhook.py",
    "scheduler/jobs.py",
}


def product_files() -> list[Path]:
    found = [file for name in PACKAGES for file in sorted((ROOT / name).rglob("*.py"))]
    return [file for file in found if "migrations/versions" not in file.as_posix()]


def short(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for child in ast.walk(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("file", product_files(), ids=short)
def test_files_and_functions_are_short(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST_FILE
    too_long = {one.name: length(one) for one in functions(tree(file))}
    assert {name: lines for name, lines in too_long.items() if lines > LONGEST_FUNCTION} == {}


def test_most_files_and_functions_are_much_shorter() -> None:
    files = [len(file.read_text("utf-8").splitlines()) for file in product_files()]
    lengths = [length(one) for file in product_files() for one in functions(tree(file))]
    assert median(files) <= 100
    assert quantiles(files, n=20)[-1] <= 250
    assert median(lengths) <= 10
    assert quantiles(lengths, n=20)[-1] <= 30


@pytest.mark.parametrize("file", product_files(), ids=short)
def test_every_module_and_public_name_has_a_sentence(file: Path) -> None:
    module = tree(file)
    assert ast.get_docstring(module), "the module says what it is for"
    public = [
        node
        for node in module.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
    ]
    methods = [
        method
        for node in public
        if isinstance(node, ast.ClassDef)
        for method in node.body
        if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef)
        and not method.name.startswith("_")
    ]
    # A method that a base in the same module describes is described.
    described = {node.name for node in methods if ast.get_docstring(node)}
    bare = [node.name for node in [*public, *methods] if not ast.get_docstring(node)]
    assert [name for name in bare if name not in described] == []


def test_broad_excepts_stand_only_at_the_edges() -> None:
    broad = {
        short(file)
        for file in product_files()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node)
    }
    assert broad <= BROAD


def _catches_everything(node: ast.ExceptHandler) -> bool:
    raises_again = any(
        isinstance(child, ast.Raise) and child.exc is None for child in ast.walk(node)
    )
    named = node.type.id if isinstance(node.type, ast.Name) else ""
    return (node.type is None or named in ("Exception", "BaseException")) and not raises_again
