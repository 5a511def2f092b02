"""No figure leaves but through the gate: a scan of the whole source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pactwerk

SOURCE = Path(pactwerk.__file__).parent
GATE = "figures/disclosure_control/"
OUTSIDE = ("web/", "api/", "cli/", "progress/", "domain/")
RAW = ("engine", "building", "quality", "assembling", "explaining", "copying", "judging", "reading_files", "home")
"""Modules of releases that handle rows or files without the gate."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            target = node.func
            yield target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_only_disclosure_control_constructs_a_publishable_table() -> None:
    makers = {name for name, tree in modules() if "PublishableTable" in set(calls(tree))}
    assert makers == {f"{GATE}table.py"}


def test_only_disclosure_control_knows_the_maker_and_its_token() -> None:
    known = {
        name
        for name, tree in modules()
        for found in imports(tree)
        if found
        in {"pactwerk.figures.disclosure_control.table.make", "pactwerk.figures.disclosure_control.table._GATE"}
    }
    assert known <= {f"{GATE}gate.py"}


def test_nothing_outside_the_engine_touches_an_engine_or_its_raw_rows() -> None:
    forbidden = {f"pactwerk.figures.releases.{name}" for name in RAW}
    engines = {"duckdb", "_duckdb", "ibis", "pandas", "pyarrow"}
    found = [
        (name, imported)
        for name, tree in modules()
        if name.startswith(OUTSIDE)
        for imported in imports(tree)
        if imported in forbidden or imported.split(".")[0] in engines
    ]
    assert found == []


def test_nothing_outside_the_engine_opens_a_parquet_file() -> None:
    found = [
        name
        for name, tree in modules()
        if name.startswith(OUTSIDE)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ".parquet" in node.value
    ]
    assert found == []


def test_every_public_answer_of_a_release_is_a_publishable_table() -> None:
    """The methods that give figures are annotated so, and mypy holds them to it."""
    tree = ast.parse((SOURCE / "figures/releases/release.py").read_text(encoding="utf-8"))
    given = {
        node.name: ast.unparse(node.returns)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.returns and not node.name.startswith("_")
    }
    assert {name for name, kind in given.items() if kind == "PublishableTable"} == {"figures", "explain", "published"}
    assert not [name for name, kind in given.items() if "Row" in kind or "tuple[Any" in kind or "list" in kind]
