"""The parser of the command line: what was typed wrong is said in the user's language, and never repeated."""

import argparse
import re
from typing import NoReturn

from pactwerk.cli.figures_home import say

_NUMBERS = {"int": ("geen heel getal", "no whole number"), "float": ("geen getal", "no number")}


class Parser(argparse.ArgumentParser):
    """Subparsers are made of the same class. A path or an id that stands in the wrong place is not printed."""

    def error(self, message: str) -> NoReturn:
        """Print usage and what is wrong; exit code 2."""
        super().error(told(message))


def told(message: str) -> str:
    """What argparse says, in words; a message that it does not make itself stands as it is."""
    argument = re.match(r"argument (\S+): (.*)", message, re.DOTALL)
    name, wrong = (argument[1], argument[2]) if argument else ("", message)
    said = _value(wrong)
    return f"{name}: {said}" if name else said


def _value(wrong: str) -> str:
    if found := re.match(r"invalid (\w+) value: ", wrong):
        return say(*(f"{words}." for words in _wrong_type(found[1])))
    if found := re.match(r"invalid choice: .* \(choose from (.*)\)$", wrong, re.DOTALL):
        choices = found[1].replace("'", "")
        return say(f"kies uit {choices}.", f"choose from {choices}.")
    if found := re.match(r"the following arguments are required: (.*)", wrong):
        return say(f"nodig is nog {found[1]}.", f"still needed: {found[1]}.")
    if found := re.match(r"unrecognized arguments: (.*)", wrong, re.DOTALL):
        options = ", ".join(re.findall(r"(?<!\S)--?[a-z][a-z-]*", found[1]))
        nl, en = "er staat te veel in de opdracht", "there is too much in the command"
        return say(f"{nl}{f' ({options})' if options else ''}.", f"{en}{f' ({options})' if options else ''}.")
    if wrong.startswith("expected "):
        return say("hier hoort een waarde achter.", "a value must follow.")
    return wrong


def _wrong_type(kind: str) -> tuple[str, str]:
    return _NUMBERS.get(kind.strip("_"), ("geen goede waarde", "no good value"))
