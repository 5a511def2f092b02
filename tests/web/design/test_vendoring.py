"""The vendored files: complete, licensed, unchanged, and fetched once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pactwerk.web.design import vendoring

FREE = {"EUPL-1.2", "OFL-1.1"}
MANIFEST = json.loads((vendoring.TARGET / "vendor.json").read_text("utf-8"))


def test_every_file_of_the_folder_is_in_the_manifest_and_every_entry_is_there() -> None:
    listed = {entry["file"] for entry in MANIFEST["files"]}
    assert listed == {path.name for path in vendoring.TARGET.iterdir()} - {"vendor.json"}


@pytest.mark.parametrize("entry", MANIFEST["files"], ids=lambda entry: entry["file"])
def test_an_entry_says_what_where_from_and_under_which_licence(entry: dict[str, object]) -> None:
    assert vendoring.digest((vendoring.TARGET / str(entry["file"])).read_bytes()) == entry["sha256"]
    packages = entry["packages"]
    assert isinstance(packages, list)
    assert packages
    for package in packages:
        assert package["name"]
        assert package["version"]
        assert package["licence"] in FREE


def test_the_lock_pins_every_package_by_hash_and_names_no_address() -> None:
    packages = json.loads((vendoring.ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = json.loads((vendoring.ROOT / "package.json").read_text("utf-8"))["dependencies"]
    locked = {name.removeprefix("node_modules/"): entry for name, entry in packages.items() if name}
    assert set(wanted) <= set(locked)
    assert all(entry["integrity"].startswith("sha512-") for entry in locked.values())
    assert not [name for name, entry in locked.items() if "resolved" in entry]
    assert {name: locked[name]["version"] for name in wanted} == wanted  # no ranges


def test_a_second_run_needs_neither_node_nor_network() -> None:
    assert vendoring.is_current(), "run `make setup` first"
    before = {path.name: path.stat().st_mtime_ns for path in vendoring.TARGET.iterdir()}
    environment = {**os.environ, "PATH": ""}
    command = [sys.executable, "-m", "pactwerk.web.design.vendoring"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "")
    assert {path.name: path.stat().st_mtime_ns for path in vendoring.TARGET.iterdir()} == before


@pytest.mark.parametrize("damage", ["changed", "missing", "manifest"])
def test_a_damaged_folder_is_not_current(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "vendor"
    shutil.copytree(vendoring.TARGET, folder)
    assert vendoring.is_current(folder)
    if damage == "changed":
        (folder / "tokens.css").write_text("/* other */")
    elif damage == "missing":
        (folder / "components.css").unlink()
    else:
        (folder / "vendor.json").write_text("{")
    assert not vendoring.is_current(folder)


def test_no_source_map_is_asked_for_and_only_used_tokens_are_kept() -> None:
    text = "".join(path.read_text("utf-8") for path in vendoring.TARGET.glob("*.css"))
    assert "sourceMappingURL" not in text
    theme = ".voorbeeld-theme {\n  --a: 1px;\n  --b: var(--c);\n  --c: 2px;\n  --d: 3px;\n}\n"
    assert vendoring.needed_tokens(theme, ".x { top: var(--b); }") == (
        ".pactwerk-theme {\n  --b: var(--c);\n  --c: 2px;\n}\n"
    )
