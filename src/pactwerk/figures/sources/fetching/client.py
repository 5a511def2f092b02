"""One polite client for publishers: judged addresses, redirects by hand, waiting when asked to, nothing kept."""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Any, TypeVar

import httpx

from pactwerk.figures.sources.fetching.limits import Limits
from pactwerk.figures.sources.fetching.network import PinnedTransport
from pactwerk.figures.sources.fetching.policy import Policy
from pactwerk.figures.sources.fetching.refusals import FetchFailed, Moved, Passing

_Found = TypeVar("_Found")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WAIT = frozenset({429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})


class Client:
    """Fetches from what a policy allows. Environment variables for proxies are left alone, cookies are not kept."""

    def __init__(
        self,
        policy: Policy | None = None,
        limits: Limits | None = None,
        transport: httpx.BaseTransport | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`transport` makes the connections: by default pinned to public addresses of the policy's hosts."""
        self.policy, self.limits = policy or Policy(), limits or Limits()
        self.sleep, self.clock = sleep, clock
        self._last: dict[str, float] = defaultdict(lambda: float("-inf"))
        timeout = httpx.Timeout(self.limits.read_seconds, connect=self.limits.connect_seconds)
        self._http = httpx.Client(
            transport=transport or PinnedTransport(self.policy),
            trust_env=False,
            follow_redirects=False,
            timeout=timeout,
            headers={"User-Agent": f"Pactwerk/{version('pactwerk')}", "Accept-Encoding": "identity"},
        )

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    @contextmanager
    def open(
        self, address: str, headers: Mapping[str, str] | None = None, method: str = "GET"
    ) -> Iterator[httpx.Response]:
        """The answer to one request, its body still to be read. One attempt; see `again`.

        Raises Forbidden, Moved, Passing (wait and try again: `wait` says how long) or FetchFailed.
        """
        response = self._follow(address, headers or {}, method)
        try:
            yield response
        except httpx.TransportError as error:
            raise _broken(response.request.url.host, error) from error
        finally:
            response.close()
            self._http.cookies.clear()

    def json(self, address: str) -> Any:
        """A catalogue's answer. Raises what `open` raises after enough attempts, FetchFailed when it is no JSON."""
        return json_of(self.again(lambda: self.bytes(address)), address)

    def bytes(self, address: str) -> bytes:
        """A whole answer of at most `Limits.answer_bytes`. One attempt."""
        found = bytearray()
        deadline = self.clock() + self.limits.answer_seconds
        with self.open(address, {"Accept": "application/json"}) as response:
            for chunk in response.iter_raw():
                found += chunk
                if self.clock() > deadline:
                    raise FetchFailed(
                        f"{address} duurt te lang. Probeer het later opnieuw.",
                        f"{address} takes too long. Try again later.",
                    )
                if len(found) > self.limits.answer_bytes:
                    raise FetchFailed(
                        f"Het antwoord van {response.request.url.host} is te groot (meer dan"
                        f" {self.limits.answer_bytes >> 20} MB). Vraag minder, bijvoorbeeld met --filter.",
                        f"The answer of {response.request.url.host} is too large (more than"
                        f" {self.limits.answer_bytes >> 20} MB). Ask for less, for instance with --filter.",
                    )
        return bytes(found)

    def again(self, attempt: Callable[[], _Found]) -> _Found:
        """Try until it succeeds, at most `Limits.attempts` times, with growing pauses or as long as the server asks."""
        for number in range(1, self.limits.attempts + 1):
            try:
                return attempt()
            except Passing as error:
                pause = max(error.wait, min(2.0 ** (number - 1), 60.0))
                if number == self.limits.attempts or pause > self.limits.longest_wait:
                    raise
                self.sleep(pause)
        raise AssertionError("unreachable")

    def _follow(self, address: str, headers: Mapping[str, str], method: str) -> httpx.Response:
        first = url = self.policy.judge(address)
        for _ in range(self.limits.redirects + 1):
            response = self._send(url, headers, method)
            if response.status_code not in _REDIRECTS:
                return _answered(response, str(first))
            response.close()
            url = self.policy.judge(_location(url, response))
        raise FetchFailed(
            f"{first} verwijst te vaak door. Kijk of de uitgever het bestand heeft verplaatst.",
            f"{first} redirects too often. See whether the publisher moved the file.",
        )

    def _send(self, url: httpx.URL, headers: Mapping[str, str], method: str) -> httpx.Response:
        pause = self._last[url.host] + self.limits.interval - self.clock()
        if pause > 0:
            self.sleep(pause)
        self._last[url.host] = self.clock()
        try:
            return self._http.send(self._http.build_request(method, url, headers=headers), stream=True)
        except httpx.TransportError as error:
            raise _broken(url.host, error) from error


def json_of(body: bytes, address: str) -> Any:
    """The JSON of an answer. Raises FetchFailed."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise FetchFailed(
            f"{address} geeft geen JSON. De uitgever kan zijn dienst hebben veranderd; probeer het later, of kijk op"
            " zijn website.",
            f"{address} gives no JSON. The publisher may have changed the service; try later, or look at the web site.",
        ) from None


def _location(url: httpx.URL, response: httpx.Response) -> str:
    """Where a redirect points to. A relative one stays on the same host; what it says is judged like any address."""
    target = response.headers.get("Location", "")
    if target.startswith("/") and not target.startswith("//"):
        return f"https://{url.host}{target}"
    return str(target)


def _answered(response: httpx.Response, address: str) -> httpx.Response:
    """The answer when it can be used. Raises Moved, Passing or FetchFailed."""
    code = response.status_code
    if code in {200, 206, 304, 416}:
        if response.headers.get("Content-Encoding", "identity") in {"identity", ""}:
            return response
        response.close()
        raise FetchFailed(f"{address} komt verpakt aan, ongevraagd.", f"{address} arrives packed, unasked.")
    response.close()
    if code in _GONE:
        raise Moved(
            f"{address} bestaat niet ({code}). De uitgever kan het hebben verplaatst of hernoemd: bekijk het plan"
            " opnieuw, of zoek met --match.",
            f"{address} does not exist ({code}). The publisher may have moved or renamed it: look at the plan again,"
            " or search with --match.",
        )
    if code in _WAIT:
        raise Passing(
            f"{address} is nu niet te krijgen (antwoord {code}). Probeer het later opnieuw; wat al binnen is blijft.",
            f"{address} is not available now (answer {code}). Try again later; what came in stays.",
            _retry_after(response),
        )
    raise FetchFailed(
        f"{address} weigert het verzoek (antwoord {code}). Kijk op de website van de uitgever of het adres nog klopt.",
        f"{address} refuses the request (answer {code}). See on the publisher's web site whether the address is right.",
    )


def _retry_after(response: httpx.Response) -> float:
    """How many seconds a server asks to wait: a number, or a date; 0 when it does not say."""
    text = response.headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _broken(host: str, error: Exception) -> Passing:
    return Passing(
        f"Geen verbinding met {host}, of hij viel weg ({error}). Kijk of deze machine internet heeft en probeer het"
        " opnieuw; wat al binnen is blijft.",
        f"No connection to {host}, or it was lost ({error}). See whether this machine has internet and try again; what"
        " came in stays.",
    )
