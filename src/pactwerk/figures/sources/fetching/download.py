"""One file from a publisher to this disk: wholly, checked, or not at all; what came in before a failure is kept."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx

from pactwerk.figures.sources.fetching.client import Client
from pactwerk.figures.sources.fetching.disk import alone_in, hash_of, put_in_place, write_whole
from pactwerk.figures.sources.fetching.hashes import agrees
from pactwerk.figures.sources.fetching.refusals import FetchFailed, Passing
from pactwerk.figures.sources.fetching.state import Held, held, remember

Told = Callable[[int, int | None], None]
"""Called while bytes come in: how many there are, and of how many when the server says so."""

_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head)[\s>]", re.IGNORECASE)


@dataclass(frozen=True)
class Wanted:
    """A file to fetch: from where to where; what its publisher says of it, which is checked."""

    address: str
    target: Path
    stated_hash: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Fetched:
    """What became of it. `new` is False when the publisher says that what is held is still the newest."""

    path: Path
    state: Held
    new: bool


def fetch(client: Client, wanted: Wanted, told: Told = lambda _have, _of: None) -> Fetched:
    """Fetch a file, or go on where the last attempt stopped, or learn that it is held already.

    Raises Forbidden, Moved, Passing or FetchFailed: then the file that was held, if any, is as it was, and a half file
    stays beside it, hidden, only when it can be gone on with.
    """
    try:
        wanted.target.parent.mkdir(parents=True, exist_ok=True)
        deadline = client.clock() + client.limits.seconds
        with alone_in(wanted.target.parent):
            return client.again(lambda: _attempt(client, wanted, told, deadline))
    except OSError as error:
        raise FetchFailed(
            f"{wanted.target.name} is niet te schrijven ({error.strerror}). Maak ruimte of kies een andere map met"
            " --to; wat er stond is niet veranderd.",
            f"{wanted.target.name} cannot be written ({error.strerror}). Make room or choose another folder with --to;"
            " what was there is unchanged.",
        ) from error


@dataclass(frozen=True)
class _Half:
    """The beginning of a file, with what it is the beginning of."""

    path: Path

    @property
    def note(self) -> Path:
        return self.path.with_suffix(self.path.suffix + ".json")

    def begun(self, address: str) -> tuple[int, str]:
        """How many bytes there are of which version (its strong ETag); 0 when there is nothing to go on with."""
        try:
            note = json.loads(self.note.read_text(encoding="utf-8"))
            if note["address"] == address and _strong(note["etag"]):
                return self.path.stat().st_size, note["etag"]
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return 0, ""

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)
        self.note.unlink(missing_ok=True)


def _attempt(client: Client, wanted: Wanted, told: Told, deadline: float) -> Fetched:
    half = _Half(wanted.target.with_name(f".{wanted.target.name}.part"))
    known = held(wanted.target)
    if known and known.address != wanted.address:
        known = None
    have, etag = half.begun(wanted.address)
    headers = {"Range": f"bytes={have}-", "If-Range": etag} if have else _conditions(known)
    with client.open(wanted.address, headers) as response:
        if response.status_code == 304 and known:
            half.drop()
            return Fetched(wanted.target, known, new=False)
        begin = _begin(response, have, etag)
        if begin is None:
            half.drop()
            raise Passing(
                f"{wanted.address} heeft een ander bestand dan waarvan een begin op schijf stond; opnieuw beginnen.",
                f"{wanted.address} has another file than the one of which a beginning was on disk; starting anew.",
            )
        whole = _whole(response, begin)
        _check_size(whole or 0, client, half, wanted)
        if not begin:
            half.drop()  # before the note: bytes of another version must never stand beside the note of this one
            write_whole(half.note, json.dumps({"address": wanted.address, "etag": response.headers.get("ETag", "")}))
        _write(response, half, begin, lambda have: _judge(client, wanted, half, have, whole, told, deadline))
        state = _state(wanted, response, half)
    _check(half, wanted, state, whole)
    put_in_place(half.path, wanted.target)
    half.note.unlink(missing_ok=True)
    remember(wanted.target, state)
    return Fetched(wanted.target, state, new=True)


def _conditions(known: Held | None) -> dict[str, str]:
    """What makes the server answer 304 when the file is what is held."""
    if known is None:
        return {}
    if known.etag:
        return {"If-None-Match": known.etag}
    return {"If-Modified-Since": known.modified} if known.modified else {}


def _begin(response: httpx.Response, have: int, etag: str) -> int | None:
    """At which byte the answer begins; None when it does not go on with what is on disk."""
    if response.status_code == 200:
        return 0
    span = re.fullmatch(r"bytes (\d+)-\d+/(?:\d+|\*)", response.headers.get("Content-Range", ""))
    same = response.headers.get("ETag", etag) == etag
    return have if response.status_code == 206 and have and same and span and int(span[1]) == have else None


def _whole(response: httpx.Response, begin: int) -> int | None:
    """How many bytes the whole file has, when the server says so."""
    length = response.headers.get("Content-Length", "")
    return begin + int(length) if length.isascii() and length.isdigit() else None


def _write(response: httpx.Response, half: _Half, begin: int, judge: Callable[[int], None]) -> None:
    """Write the body behind what is there. What came in before a lost connection is on the disk afterwards."""
    with half.path.open("ab" if begin else "wb") as stream:
        have = begin
        try:
            # as they come: bytes that wait to fill a chunk are lost with the connection
            for chunk in response.iter_raw():
                if not have:
                    _no_html(response, chunk, half)
                stream.write(chunk)
                have += len(chunk)
                judge(have)
        finally:
            stream.flush()
            os.fsync(stream.fileno())


def _no_html(response: httpx.Response, start: bytes, half: _Half) -> None:
    if _HTML.match(start):
        half.drop()
        raise FetchFailed(
            f"{response.request.url} geeft een webpagina in plaats van het bestand. De uitgever kan het hebben"
            " verplaatst: kijk op zijn website.",
            f"{response.request.url} gives a web page instead of the file. The publisher may have moved it: look at"
            " the web site.",
        )


def _judge(  # noqa: PLR0913, PLR0917 -- one place that knows every bound
    client: Client, wanted: Wanted, half: _Half, have: int, whole: int | None, told: Told, deadline: float
) -> None:
    told(have, whole)
    _check_size(have, client, half, wanted)
    if client.clock() > deadline:
        raise FetchFailed(
            f"{wanted.address} duurt te lang. Probeer het later opnieuw: er wordt verder gegaan waar het bleef.",
            f"{wanted.address} takes too long. Try again later: it goes on where it stopped.",
        )


def _check_size(size: int, client: Client, half: _Half, wanted: Wanted) -> None:
    if size > client.limits.file_bytes:
        half.drop()
        raise FetchFailed(
            f"{wanted.address} is groter dan {client.limits.file_bytes >> 20} MB en wordt niet opgehaald.",
            f"{wanted.address} is larger than {client.limits.file_bytes >> 20} MB and is not fetched.",
        )


def _state(wanted: Wanted, response: httpx.Response, half: _Half) -> Held:
    return Held(
        address=wanted.address,
        sha256=hash_of(half.path),
        bytes=half.path.stat().st_size,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        etag=response.headers.get("ETag", ""),
        modified=response.headers.get("Last-Modified", ""),
        licence=wanted.licence,
    )


def _check(half: _Half, wanted: Wanted, state: Held, whole: int | None) -> None:
    """Refuse what is not the whole file, or not the file that the publisher states."""
    if whole is not None and state.bytes != whole:
        raise Passing(
            f"{wanted.address} kwam niet heel aan: {state.bytes} van {whole} bytes.",
            f"{wanted.address} did not arrive whole: {state.bytes} of {whole} bytes.",
        )
    if agrees(half.path, wanted.stated_hash) is False:
        half.drop()
        raise FetchFailed(
            f"{wanted.address} heeft niet de vingerafdruk die de catalogus noemt ({wanted.stated_hash}) en is niet"
            " bewaard. Probeer het later opnieuw; blijft het zo, meld het de uitgever.",
            f"{wanted.address} has not the fingerprint that the catalogue states ({wanted.stated_hash}) and was not"
            " kept. Try again later; if it stays so, tell the publisher.",
        )


def _strong(etag: object) -> bool:
    """Whether an ETag says that the bytes are the same: a weak one does not (RFC 9110, 8.8.1)."""
    return isinstance(etag, str) and etag.startswith('"')
