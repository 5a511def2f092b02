"""Local corrections of official data: kept in the home, put over what the files say at every build."""

import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pactwerk.basis.identifiers import InvalidIdentifier, gm_code, location_key
from pactwerk.basis.places import UnknownArea, municipality
from pactwerk.basis.readable import ReadableError
from pactwerk.figures.releases.lock import editing

FILE = "corrections.json"
FIELDS = ("name", "municipality", "postcode4", "closed")


class BadCorrection(ReadableError):
    """A correction that cannot be right; the text says why."""


@dataclass(frozen=True)
class Correction:
    """One fact about a location that the publisher has wrong: what it should be, why, and who said so when.

    `field` is `name`, `municipality` (GM code), `postcode4`, or `closed` (the day, as 2021-08-01, from which it is).
    """

    id: str
    location: str
    field: str
    value: str
    reason: str
    by: str
    at: str
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_reason: str = ""

    @property
    def in_force(self) -> bool:
        """Whether it counts."""
        return self.withdrawn_at is None


def corrections(root: Path) -> tuple[Correction, ...]:
    """Every correction of a figures home, withdrawn ones too, oldest first. Raises ValueError when damaged."""
    try:
        entries = json.loads((root / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    try:
        return tuple(Correction(**entry) for entry in entries)
    except TypeError as error:
        raise ValueError(f"{root / FILE}: {error!r}") from error


def in_force(root: Path) -> tuple[Correction, ...]:
    """The corrections that count: of two about the same fact the later one."""
    last = {(entry.location, entry.field): entry for entry in corrections(root) if entry.in_force}
    return tuple(last.values())


@dataclass(frozen=True)
class Claim:
    """What somebody says is wrong: the location, which fact of it, the right value, and why."""

    location: str
    field: str
    value: str
    reason: str


def correct(root: Path, claim: Claim, *, by: str) -> Correction:
    """Note a correction; it counts from the next build. Raises BadCorrection."""
    entry = Correction(
        id=f"c{secrets.token_hex(4)}",
        location=_location(claim.location),
        field=_field(claim.field),
        value=_value(claim.field, claim.value.strip()),
        reason=_reason(claim.reason),
        by=by,
        at=_now(),
    )
    with editing(root):
        _write(root, (*corrections(root), entry))
    return entry


def withdraw(root: Path, correction_id: str, *, reason: str, by: str) -> Correction:
    """Withdraw a correction; it stays readable and counts no more from the next build. Raises BadCorrection."""
    with editing(root):
        every = corrections(root)
        found = next((entry for entry in every if entry.id == correction_id), None)
        if found is None:
            raise BadCorrection(
                f"Correctie '{correction_id}' bestaat niet.", f"There is no correction '{correction_id}'."
            )
        if not found.in_force:
            raise BadCorrection("Deze correctie is al ingetrokken.", "This correction was withdrawn already.")
        gone = replace(found, withdrawn_at=_now(), withdrawn_by=by, withdrawn_reason=_reason(reason))
        _write(root, [gone if entry is found else entry for entry in every])
        return gone


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _location(text: str) -> str:
    clean = text.strip().upper()
    try:
        return location_key(clean[:4], clean[4:] or "00")
    except InvalidIdentifier as error:
        raise BadCorrection(f"'{text}' is geen vestiging; schrijf bijvoorbeeld 16TF00.",
                            f"'{text}' is no location; write for instance 16TF00.") from error  # fmt: skip


def _field(name: str) -> str:
    if name not in FIELDS:
        listed = ", ".join(FIELDS)
        raise BadCorrection(f"Te corrigeren zijn {listed}; niet '{name}'.", f"One can correct {listed}; not '{name}'.")
    return name


def _value(field: str, value: str) -> str:
    if field == "municipality":
        return _municipality(value)
    if field == "postcode4" and not (value.isascii() and value.isdigit() and len(value) == 4 and value[0] != "0"):
        raise BadCorrection(f"'{value}' is geen postcode van vier cijfers.", f"'{value}' is no four-digit postcode.")
    if field == "closed":
        try:
            return datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=UTC).date().isoformat()
        except ValueError as error:
            raise BadCorrection(f"'{value}' is geen dag; schrijf 2021-08-01.",
                                f"'{value}' is no day; write 2021-08-01.") from error  # fmt: skip
    if not value or len(value) > 200 or not value.isprintable():
        raise BadCorrection("Vul de juiste naam in.", "Give the right name.")
    return value


def _municipality(value: str) -> str:
    try:
        return municipality(gm_code(value.upper().removeprefix("GM"))).code
    except (InvalidIdentifier, UnknownArea) as error:
        raise BadCorrection(f"'{value}' is geen gemeentecode; schrijf bijvoorbeeld GM0361.",
                            f"'{value}' is no municipality code; write for instance GM0361.") from error  # fmt: skip


def _reason(text: str) -> str:
    clean = " ".join(text.split())
    if not clean:
        raise BadCorrection("Schrijf op waarom: zonder reden geen correctie.", "Say why: no correction without reason.")
    return clean


def _write(root: Path, entries: Sequence[Correction]) -> None:
    """Write the whole file in one rename: a reader sees the old or the new one."""
    root.mkdir(parents=True, exist_ok=True)
    half = root / f".{FILE}.half"
    with half.open("w", encoding="utf-8") as stream:
        json.dump([asdict(entry) for entry in entries], stream, ensure_ascii=False, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    half.replace(root / FILE)
