"""A register in the engine: its cells are what they should be, its keys occur once, and it is written."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Sequence

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.codes import distinct
from pactwerk.figures.sources.refusal import refuse_many
from pactwerk.figures.sources.registers.fields import Field, Register
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.texts import Text

_MOST = 20


def written(field: Field) -> str:
    """SQL: what is written of a field of `raw`; a blank cell is nothing."""
    text = f"raw.{field.key}"
    cases = [f"WHEN {text} = '' THEN NULL"]
    cases += [f"WHEN {text} = {engine.literal(word)} THEN {engine.literal(ours)}" for word, ours in field.words.items()]
    return f"CASE {' '.join(cases)} ELSE {field.kind.written.format(text)} END"


def check(register: Register, fields: Sequence[Field], headers: dict[str, str]) -> list[Text]:
    """Warnings for words that are new. Raises Refused for cells that are not what they should be, and double keys."""
    problems = [problem for field in fields for problem in _wrong(field, headers[field.key])]
    problems += _doubles(register, fields)
    if problems:
        raise refuse_many(sorted(problems)[:_MOST])
    return [warning for field in fields if field.words for warning in _new_words(field, headers[field.key])]


def _wrong(field: Field, header: str) -> list[RowProblem]:
    right = f"regexp_full_match({field.key}, {engine.literal(field.kind.pattern)})"
    if field.blank:
        right = f"({field.key} = '' OR {right})"
    found = engine.rows(f"SELECT row, {field.key} FROM raw WHERE NOT {right} ORDER BY row LIMIT {_MOST}")
    return [
        RowProblem(row, header, Text(f"'{text}' past niet in deze kolom", f"'{text}' does not fit this column"))
        for row, text in found
    ]


def _doubles(register: Register, fields: Sequence[Field]) -> list[RowProblem]:
    there = {field.key for field in fields}
    keys = [key for key in register.unique if key in there]
    if not keys:
        return []
    names = ", ".join(keys)
    found = engine.rows(
        f"SELECT max(row), min(row), {names} FROM raw GROUP BY ALL HAVING count(*) > 1 ORDER BY 1 LIMIT {_MOST}"
    )
    return [
        RowProblem(row, "", Text(f"{_shown(key)} stond al op regel {first}", f"{_shown(key)} stood on line {first}"))
        for row, first, *key in found
    ]


def _shown(key: Sequence[object]) -> str:
    return "'" + " ".join(str(part) for part in key) + "'"


def _new_words(field: Field, header: str) -> list[Text]:
    return [
        Text(
            f"kolom '{header}': onbekend woord '{word}', blijft zoals het is",
            f"column '{header}': unknown word '{word}', stays as it is",
        )
        for word in distinct(field.key)
        if word and word not in field.words
    ]
