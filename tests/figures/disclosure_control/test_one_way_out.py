"""No figure leaves but through the gate: a scan of the whole source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pactwerk

SOURCE = Path(pactwerk.__file__).parent
GATE = "figures/disclosure_control/"
OUTSIDE = ("web/", "api/", "cli/", "progress/", "domain/")
OPEN = (
    *("release", "query", "asking", "reports", "manifest", "home", "states", "due", "managing"),
    *("areas_csv", "corrections", "entering", "own_series", "school_history", "schools_over_time"),
    *("school_figures", "delivery", "delivery_texts", "differences"),
)
"""Modules of releases that others may use: what they give has passed the gate or holds no figure.

`differences` compares figures that are published anyway and writes them with the gate's own numbers.
"""
GEOMETRY = "web/public/figures/map_borders.py"
"""The one place outside that reads borders: where municipalities lie is no figure."""
LOADERS = ("cli/",)
"""Who may start a load; what a load reports are counts of lines of a file."""
OPENERS = {
    "figures/disclosure_control/gate.py",
    "figures/flows/passages/flows.py",
    "figures/flows/pseudo/cohort.py",
    "figures/indicators/published/tables.py",
    "figures/reach/rows.py",
    "figures/releases/explaining.py",
    "figures/releases/own_series.py",
    "figures/releases/release.py",
    "figures/releases/school_figures.py",
    "progress/figure_refs/resolving.py",
    "progress/verdicts/judging.py",
    "web/design/style/flow_sample.py",
    "web/design/style/samples.py",
}
"""Who may let figures through the gate: the engine, own figures of a pact, and the invented ones of the style page."""


def raw() -> set[str]:
    """Every module of releases that handles rows or files without the gate: all that are not named open."""
    names = {path.stem for path in (SOURCE / "figures/releases").glob("*.py")} - {"__init__", *OPEN}
    return {f"pactwerk.figures.releases.{name}" for name in names}


def may_import(name: str, imported: str) -> bool:
    module = imported.removeprefix("pactwerk.figures.releases.").split(".")[0]
    return (module == "borders" and name == GEOMETRY) or (module == "loading" and name.startswith(LOADERS))


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
    forbidden = raw()
    engines = {"duckdb", "_duckdb", "ibis", "pandas", "pyarrow"}
    found = [
        (name, imported)
        for name, tree in modules()
        if name.startswith(OUTSIDE)
        for imported in imports(tree)
        if imported in forbidden or imported.split(".")[0] in engines
        if not may_import(name, imported)
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
    assert {name for name, kind in given.items() if kind == "PublishableTable"} == {
        *("figures", "known", "explain", "estimated", "published")
    }
    assert not [name for name, kind in given.items() if "Row" in kind or "tuple[Any" in kind or "list" in kind]


def test_only_named_modules_open_the_gate() -> None:
    gates = {"open_own_figures", "open_published_figures", "open_computed_figures"}
    openers = {name for name, tree in modules() if gates & set(calls(tree))}
    assert openers == OPENERS


PROTECTING = "pactwerk.figures.disclosure_control.protecting"
EXACT = ("pactwerk.figures.flows.records", "pactwerk.figures.flows.transition")
"""What counts persons exactly; pages and operations never meet it, commands hand it to what protects."""


def test_protected_counts_are_made_where_they_are_protected() -> None:
    """Only `protecting` makes one; only the store of flow sets makes one again from what it kept."""
    inside = {
        name
        for name, tree in modules()
        for found in imports(tree)
        if found in {f"{PROTECTING}.protected.shown", f"{PROTECTING}.protected._MAKER", f"{PROTECTING}.stored"}
    }
    assert inside == {f"{GATE}protecting/counts.py", "figures/flows/kept/storing.py"}
    openers = {name for name, tree in modules() if "protected_figures" in set(calls(tree))}
    assert openers
    assert all(name.startswith("figures/flows/") for name in openers)


def test_no_page_and_no_operation_meets_an_exact_count_of_persons() -> None:
    found = [
        (name, imported)
        for name, tree in modules()
        if name.startswith(("web/", "api/", "progress/", "domain/"))
        for imported in imports(tree)
        if imported.startswith(EXACT)
    ]
    assert found == []


def test_no_template_prints_the_value_of_a_figure_itself() -> None:
    """A template shows a figure through the tags, which take a publishable row and nothing else."""
    printed = re.compile(r"\.(value|low|high|numerator|denominator|baseline_value)\b")
    found = [
        (path.relative_to(SOURCE).as_posix(), tag)
        for path in sorted(SOURCE.rglob("*.html"))
        for tag in re.findall(r"\{\{.*?\}\}", path.read_text(encoding="utf-8"))
        if printed.search(tag) and "attrs." not in tag
    ]
    assert found == []
