"""Size and order of the source: `python -m benchmarks.structure [folder]`.

For each package its files and lines, how many pairs of its subject folders import one another,
and how many imports go against the layers that pyproject.toml names.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import grimp

from benchmarks.machine import Row, show

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"

_COUNTS = ("files", "lines", "cycles", "against layers")

Import = tuple[str, str]


def list_rows(folder: Path) -> list[Row]:
    """Returns one row for each package of the source in `folder`, and one for all."""
    contract = tomllib.loads(PYPROJECT.read_text("utf-8"))["tool"]["importlinter"]
    packages = [name for name in contract["root_packages"] if (folder / name).is_dir()]
    sys.path.insert(0, str(folder))
    graph = grimp.build_graph(*packages, cache_dir=None)
    imports = [
        (module, imported)
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
    ]
    upward = set(_against_layers(imports, [c for c in contract["contracts"] if "layers" in c]))
    counted = {name: _count(folder, name, imports, upward) for name in packages}
    columns = zip(*counted.values(), strict=True)
    counted["all"] = tuple(map(sum, columns))
    return [
        {"package": name, **dict(zip(_COUNTS, counts, strict=True))}
        for name, counts in counted.items()
    ]


def _count(
    folder: Path, package: str, imports: Sequence[Import], upward: set[Import]
) -> tuple[int, ...]:
    files = [f for f in (folder / package).rglob("*.py") if "versions" not in f.parts]
    return (
        len(files),
        sum(len(f.read_text("utf-8").splitlines()) for f in files),
        _count_cycles(folder, package, imports),
        sum(module.split(".")[0] == package for module, _ in upward),
    )


def _count_cycles(folder: Path, package: str, imports: Sequence[Import]) -> int:
    """Counts the pairs of subject folders that reach one another by imports."""
    subjects = {f.name for f in (folder / package).iterdir() if (f / "__init__.py").is_file()}
    names = [f"{package}.{subject}" for subject in sorted(subjects)]
    reached: dict[str, set[str]] = {name: set() for name in names}
    for module, imported in imports:
        importer, target = _within(module, names), _within(imported, names)
        if importer and target and importer != target:
            reached[importer].add(target)
    for middle in names:
        for name in names:
            if middle in reached[name]:
                reached[name] |= reached[middle]
    return sum(a in reached[b] and b in reached[a] for a, b in combinations(names, 2))


def _against_layers(
    imports: Sequence[Import], contracts: Sequence[Mapping[str, Sequence[str]]]
) -> Iterator[Import]:
    """Yields the imports of a module by one that stands in a lower layer."""
    for contract in contracts:
        places = {
            part.strip(): number
            for number, layer in enumerate(contract["layers"])
            for part in layer.replace("|", ":").split(":")
        }
        for module, imported in imports:
            importer, target = _within(module, places), _within(imported, places)
            if importer and target and places[importer] > places[target]:
                yield module, imported


def _within(module: str, packages: Sequence[str] | Mapping[str, int]) -> str:
    """Returns the package of the list that a module belongs to, or nothing."""
    parts = module.split(".")
    above = (".".join(parts[:number]) for number in range(len(parts), 0, -1))
    return next((name for name in above if name in packages), "")


def main() -> None:
    """Reads the options, counts and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=PYPROJECT.parent)
    show("structure", list_rows(options.parse_args().folder.resolve()))


if __name__ == "__main__":
    main()
