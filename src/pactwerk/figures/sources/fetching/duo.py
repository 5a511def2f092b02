"""DUO's open data: the catalogue at onderwijsdata.duo.nl, a CKAN with the action API (docs.ckan.org, API guide)."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from pactwerk.figures.sources.fetching.client import Client
from pactwerk.figures.sources.fetching.known import expected_table, known, readable
from pactwerk.figures.sources.fetching.plan import Plan, PlanLine, apart, holding
from pactwerk.figures.sources.fetching.policy import DUO_HOST
from pactwerk.figures.sources.fetching.refusals import FetchFailed, Forbidden, Moved
from pactwerk.figures.texts import Text

API = f"https://{DUO_HOST}/api/3/action"
INSIDE = "beheer-ggm-ckan-prd.apps.prd.duo.rijksapps.nl"
"""DUO's catalogue names this host, of its own network, in the address of some files: what the outside reaches is the
same path at DUO_HOST, as other public software does."""

_NO_DATA = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".gif", ".docx", ".doc", ".html", ".htm", ".md"})
_ROWS = 100


class Duo:
    """The catalogue as a client reaches it."""

    def __init__(self, client: Client) -> None:
        """Nothing is asked before it is needed."""
        self._client = client

    def plan(self, datasets: Iterable[str], match: str, folder: Path) -> Plan:
        """The files of the named data sets, or of those that a text is about; of neither, those we expect to read.

        Raises FetchFailed: an unknown data set is told with the names that resemble it.
        """
        names = list(datasets)
        if match and not names:
            packages = list(self._search(match))
        else:
            packages = [self._package(name) for name in names or [one.dataset for one in readable("DUO")]]
        lines: list[PlanLine] = []
        remarks: list[Text] = []
        left_out = 0
        for package, resource in ((one, _mapping(entry)) for one in packages for entry in _list(one.get("resources"))):
            try:
                line = self._line(package, resource, folder)
            except Forbidden as error:
                remarks.append(Text(error.message_nl, error.message_en))
                continue
            fits = not (match and names) or match.lower() in f"{line.title} {line.address}".lower()
            if _no_data(resource, line.target):
                left_out += 1
            elif fits and (names or match or line.table):
                lines.append(line)
        if left_out:
            nl = f"{left_out} bestanden zijn geen gegevens (PDF, plaatje) en blijven weg"
            remarks.append(Text(nl, f"{left_out} files are no data (PDF, picture) and are left out"))
        if not lines:
            nl = "er is niets gevonden; bekijk de namen met fetch --list"
            remarks.append(Text(nl, "nothing was found; see the names with fetch --list"))
        return Plan(tuple(map(self._with_holding, apart(lines))), tuple(remarks))

    def names(self) -> list[str]:
        """The names of all data sets in the catalogue, as it is now."""
        return [name for name in _list(self._result("package_list")) if isinstance(name, str)]

    def _package(self, name: str) -> Mapping[str, Any]:
        try:
            return _mapping(self._result(f"package_show?id={quote(name, safe='')}"))
        except Moved:
            near = nearest(name, self.names(), {one.dataset: one.title for one in known() if one.publisher == "DUO"})
            raise unknown(name, "DUO", near) from None

    def _search(self, text: str) -> Iterator[Mapping[str, Any]]:
        start = 0
        while True:
            found = _mapping(self._result(f"package_search?q={quote(text, safe='')}&rows={_ROWS}&start={start}"))
            packages = _list(found.get("results"))
            yield from map(_mapping, packages)
            start += len(packages)
            if not packages or start >= int(found.get("count") or 0):
                return

    def _result(self, action: str) -> Any:
        answer = _mapping(self._client.json(f"{API}/{action}"))
        if answer.get("success") is not True or "result" not in answer:
            raise FetchFailed(
                "De catalogus van DUO antwoordt anders dan verwacht. Probeer het later; blijft het zo, dan is Pactwerk"
                " aan een nieuwe versie toe.",
                "DUO's catalogue answers otherwise than expected. Try later; if it stays so, Pactwerk needs an update.",
            )
        return answer["result"]

    def _line(self, package: Mapping[str, Any], resource: Mapping[str, Any], folder: Path) -> PlanLine:
        dataset = _text(package, "name") or _text(package, "id")
        address = public_address(_text(resource, "url"))
        self._client.policy.judge(address)
        target = folder / "duo" / _safe(dataset) / _file_name(address, resource)
        size = resource.get("size")
        return PlanLine(
            publisher="DUO",
            dataset=dataset,
            title=_text(resource, "name") or _text(package, "title"),
            address=address,
            target=target,
            bytes=int(size) if isinstance(size, int | str) and str(size).isdigit() else None,
            modified=_text(resource, "last_modified") or _text(package, "metadata_modified"),
            stated_hash=_text(resource, "hash"),
            licence=_text(package, "license_title"),
            table=expected_table("DUO", dataset, target.name),
        )

    def _with_holding(self, line: PlanLine) -> PlanLine:
        return replace(line, held=holding(self._client, line.address, line.target, line.stated_hash))


def public_address(address: str) -> str:
    """A file's address at the host that the outside reaches."""
    start = f"https://{INSIDE}/"
    return f"https://{DUO_HOST}/{address[len(start) :]}" if address.startswith(start) else address


def nearest(name: str, names: Iterable[str], titles: Mapping[str, str]) -> list[str]:
    """The names that resemble a mistyped one, or whose title is about it; at most five."""
    all_names = list(names)
    lowered = {one.lower(): one for one in all_names}
    near = [lowered[one] for one in difflib.get_close_matches(name.lower(), lowered, 5, 0.5)]
    about = [one for one in all_names if name.lower() in f"{one} {titles.get(one, '')}".lower()]
    return list(dict.fromkeys([*near, *about]))[:5]


def unknown(name: str, publisher: str, near: list[str]) -> FetchFailed:
    """The error of a name that the catalogue does not know."""
    nl = f"Bedoelt u {', '.join(near)}?" if near else "Bekijk de namen met fetch --list, of zoek met --match."
    en = f"Did you mean {', '.join(near)}?" if near else "See the names with fetch --list, or search with --match."
    return FetchFailed(f"{publisher} kent geen dataset {name!r}. {nl}", f"{publisher} knows no data set {name!r}. {en}")


def _file_name(address: str, resource: Mapping[str, Any]) -> str:
    """The file's name, from the last part of its address; from the title where that is no name of a file."""
    last = _safe(unquote(urlsplit(address).path.rpartition("/")[2]))
    if re.search(r"[a-zA-Z0-9-]\.[a-zA-Z0-9]{2,7}$", last):
        return last
    suffix = re.sub(r"[^a-z0-9]", "", _text(resource, "format").lower())[:7] or "csv"
    return f"{_safe(_text(resource, 'name'))[:80] or _safe(_text(resource, 'id'))}.{suffix}"


def _safe(name: str) -> str:
    """A name that is a name on every disk, and no path."""
    return re.sub(r"-{2,}", "-", re.sub(r"[^a-zA-Z0-9._-]", "-", name)).strip(".-")[:160] or "x"


def _no_data(resource: Mapping[str, Any], target: Path) -> bool:
    return target.suffix.lower() in _NO_DATA or f".{_text(resource, 'format').lower()}" in _NO_DATA


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", value).strip() if isinstance(value, str) else ""


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
