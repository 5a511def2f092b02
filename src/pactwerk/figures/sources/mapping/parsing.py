"""From the text of a mapping file (TOML) to a mapping, checked key by key."""

import re
from pathlib import Path
from typing import cast, get_args

from pactwerk.figures.sources.contract import plain
from pactwerk.figures.sources.mapping.checking import Keys
from pactwerk.figures.sources.mapping.declaration import (
    DIMENSIONS,
    FIELDS,
    PLACES,
    AmountColumn,
    Decimal,
    Mapping,
    Marks,
    PeriodKind,
    TextColumn,
    Visibility,
)
from pactwerk.figures.sources.mapping.opening import keys_of, text_of
from pactwerk.figures.sources.tidy.shape import Concept, Status


def load_mapping(path: Path) -> Mapping:
    """The mapping in a file. Raises MappingError, which names the file and the key."""
    return parse_mapping(text_of(path), path.name)


def parse_mapping(text: str, name: str) -> Mapping:
    """The mapping in a text. Raises MappingError."""
    top = keys_of(text, name)
    file, period, rows, definition = (top.table(key) for key in ("file", "period", "rows", "definition"))
    texts = tuple(_text_column(keys) for keys in top.tables("columns"))
    amounts = tuple(_amount_column(keys) for keys in top.tables("amounts"))
    made = Mapping(
        name=top.text("name"),
        title_nl=top.text("title_nl"),
        title_en=top.text("title_en"),
        publisher=top.text("publisher"),
        licence=top.text("licence"),
        reference=top.text("reference"),
        url=top.text("url", ""),
        owner=top.text("owner", ""),
        visibility=cast("Visibility", top.word("visibility", get_args(Visibility), "office")),
        concept=cast("Concept", top.word("concept", get_args(Concept))),
        status=cast("Status", top.word("status", get_args(Status), "definitief")),
        example=top.flag("example", False),
        definition_nl=definition.text("nl"),
        definition_en=definition.text("en"),
        period=cast("PeriodKind", period.word("kind", get_args(PeriodKind))),
        texts=texts,
        amounts=amounts,
        marks=_marks(top.table("marks")),
        rows=(rows.number("lowest", 1), rows.number("highest", 1_000_000)),
        sheet=file.text("sheet", ""),
        header_row=file.number("header_row", 1),
    )
    for keys in (file, period, rows, definition, top):
        keys.finish()
    _check(top, made)
    return made


def _headers(keys: Keys) -> tuple[str, ...]:
    found = (keys.text("header"), *keys.words("also"))
    if not all(plain(header) for header in found):
        raise keys.wrong("header", "heeft geen letters of cijfers", "has no letters or digits")
    return found


def _text_column(keys: Keys) -> TextColumn:
    made = TextColumn(
        _headers(keys), keys.word("field", (*FIELDS, "ignore")), keys.flag("required", True), keys.codes("codes")
    )
    keys.finish()
    return made


def _amount_column(keys: Keys) -> AmountColumn:
    says = keys.codes("says")
    for key in says:
        if key not in DIMENSIONS:
            raise keys.wrong(f"says.{key}", f"kies uit {', '.join(DIMENSIONS)}", f"choose from {', '.join(DIMENSIONS)}")
    decimal = cast("Decimal", keys.word("decimal", get_args(Decimal), "none"))
    made = AmountColumn(
        _headers(keys), keys.text("measure", ""), keys.text("unit"), decimal, keys.text("weight", ""), says
    )
    keys.finish()
    return made


def _marks(keys: Keys) -> Marks:
    suppressed = keys.text("suppressed", "")
    covers = (keys.number("lowest", 0), keys.number("highest", 0)) if suppressed else None
    blank = keys.word("blank", ("", "zero", "unknown"), "")
    made = Marks(suppressed, covers, keys.words("unknown"), "zero" if blank == "zero" else "unknown" if blank else None)
    keys.finish()
    if covers and covers[1] <= covers[0]:
        raise keys.wrong(
            "highest", "wat het teken verbergt is een interval van lowest tot highest", "must be above lowest"
        )
    return made


def _check(top: Keys, made: Mapping) -> None:
    """What single keys do not tell: that rows have a place and a measure, and that no header is there twice."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,40}", made.name):
        raise top.wrong("name", "alleen kleine letters, cijfers en _", "only small letters, digits and _")
    fields = [column.field for column in made.texts if column.field != "ignore"]
    says_area = made.amounts and all("area" in amount.says for amount in made.amounts)
    if not made.amounts:
        raise top.wrong("amounts", "er is geen kolom met aantallen", "there is no column with amounts")
    if not says_area and not any(place in fields for place in PLACES):
        listed = ", ".join(PLACES)
        raise top.wrong("columns", f"geen kolom noemt een plaats ({listed})", f"no column names a place ({listed})")
    if "measure" not in fields and not all(amount.measure for amount in made.amounts):
        raise top.wrong("amounts", "measure ontbreekt", "measure is missing")
    for name in fields:
        if fields.count(name) > 1:
            raise top.wrong("columns", f"twee kolommen vullen '{name}'", f"two columns fill '{name}'")
    declared = [*(column.headers for column in made.texts), *(amount.headers for amount in made.amounts)]
    headers = [plain(header) for spellings in declared for header in spellings]
    for header in headers:
        if headers.count(header) > 1:
            raise top.wrong("columns", f"kop '{header}' staat er twee keer", f"header '{header}' is there twice")
