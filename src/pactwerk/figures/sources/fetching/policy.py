"""Where may be fetched from: https, the publishers' own hosts, and nothing else (requirement SEC-16)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import httpx

from pactwerk.figures.sources.fetching.refusals import FetchFailed, Forbidden

DUO_HOST = "onderwijsdata.duo.nl"
CBS_HOST = "datasets.cbs.nl"
PUBLISHERS = {DUO_HOST: "DUO", CBS_HOST: "CBS"}
"""The hosts that Pactwerk fetches from: DUO's CKAN catalogue and CBS's OData v4 service."""

_LONGEST = 4096
_HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+")
_ADDRESS = re.compile(r"https://(?P<host>[a-z0-9.-]+)(:443)?(?P<rest>/[\x21-\x7e]*)?", re.ASCII)
_LITERAL = re.compile(r"[0-9.]+|0x[0-9a-f.x]+")
_ODD = re.compile(r'[\s\\<>"^`{|}#]')


@dataclass(frozen=True)
class Policy:
    """The hosts that may be fetched from, by their exact names in lower case; port 443 and https always."""

    hosts: frozenset[str] = frozenset(PUBLISHERS)

    @classmethod
    def with_extra(cls, names: Iterable[str]) -> "Policy":
        """The publishers' hosts and those that the operator names. Raises FetchFailed for what is no host name."""
        extra = [name.strip().lower() for name in names if name.strip()]
        for name in extra:
            if not _HOST.fullmatch(name) or _LITERAL.fullmatch(name):
                raise FetchFailed(
                    f"{name!r} is geen hostnaam. Noem in PACTWERK_FETCH_HOSTS namen zoals data.voorbeeld.nl, zonder"
                    " https:// en zonder poort, gescheiden door komma's.",
                    f"{name!r} is no host name. Name hosts such as data.example.nl in PACTWERK_FETCH_HOSTS, without"
                    " https:// and without a port, separated by commas.",
                )
        return cls(frozenset(PUBLISHERS) | frozenset(extra))

    def judge(self, address: object) -> httpx.URL:
        """The address, when it may be fetched from. Raises Forbidden, before anything is looked up or connected to.

        The address is foreign input: a catalogue, a `nextLink` or a redirect gave it. It must have one plain form, so
        that no two readers of it can disagree about the host.
        """
        if not isinstance(address, str) or len(address) > _LONGEST or not address.isascii() or _ODD.search(address):
            raise _forbidden(address, "het is geen gewoon webadres", "it is no plain web address")
        found = _ADDRESS.fullmatch(address) or _ADDRESS.fullmatch(_lower_start(address))
        if not found:
            raise _forbidden(
                address,
                "alleen https op de gewone poort, zonder gebruikersnaam, mag",
                "only https on its own port, without a user name, is allowed",
            )
        host = found["host"]
        if host not in self.hosts:
            raise _forbidden(
                address,
                f"{host} staat niet op de lijst van uitgevers (uitbreiden kan met PACTWERK_FETCH_HOSTS)",
                f"{host} is not on the list of publishers (PACTWERK_FETCH_HOSTS extends it)",
            )
        try:
            url = httpx.URL(address)
        except (httpx.InvalidURL, ValueError):
            raise _forbidden(address, "het is geen gewoon webadres", "it is no plain web address") from None
        if (url.scheme, url.host, url.port, url.userinfo) != ("https", host, None, b""):
            raise _forbidden(address, "het is voor tweeërlei uitleg vatbaar", "it can be read in two ways")
        return url


def _lower_start(address: str) -> str:
    """The address with scheme and host in lower case; they are the same in capitals."""
    scheme, mark, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}{mark}{host.lower()}{slash}{path}"


def _forbidden(address: object, nl: str, en: str) -> Forbidden:
    shown = repr(address[:200] if isinstance(address, str) else type(address).__name__)
    return Forbidden(
        f"{shown} wordt niet opgehaald: {nl}. Er is geen verbinding gemaakt.",
        f"{shown} is not fetched: {en}. No connection was made.",
    )
