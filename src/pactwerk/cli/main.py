"""The command `pactwerk`: finds the group of commands and leaves everything else, imports too, to it."""

import importlib
import os
import sys
from pathlib import Path

GROUPS = {
    "figures": ("cijfers laden, tonen en uitleggen", "load, show and explain figures"),
    "demo": ("het voorbeeld opzetten", "set up the example"),
    "serve": ("de website starten", "start the web site"),
    "manage": ("beheer van het platform (Django)", "administration of the platform (Django)"),
}


def dutch() -> bool:
    """Whether texts are in Dutch, the default; `PACTWERK_LANGUAGE=en` asks for English."""
    return not os.environ.get("PACTWERK_LANGUAGE", "nl").lower().startswith("en")


def usage() -> str:
    """The groups of commands, one a line."""
    side = 0 if dutch() else 1
    head = ("Gebruik: pactwerk <groep> ...", "Usage: pactwerk <group> ...")[side]
    return "\n".join([head, "", *(f"  {name:<10}{texts[side]}" for name, texts in GROUPS.items())])


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code. Each group is a module with `run(argv) -> int`."""
    arguments = sys.argv[1:] if argv is None else argv
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0 if arguments else 2
    name, rest = arguments[0], arguments[1:]
    if name not in GROUPS or not any(Path(__file__).parent.glob(f"{name}*")):
        text = "Onbekende opdracht" if dutch() else "Unknown command"
        print(f"{text}: {name}\n\n{usage()}", file=sys.stderr)
        return 2
    try:
        return int(importlib.import_module(f"pactwerk.cli.{name}").run(rest))
    except BrokenPipeError:  # `pactwerk ... | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
