"""Connections that go to a judged address only: every name is looked up once, judged, and connected to as judged."""

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

import httpcore
import httpx

from pactwerk.figures.sources.fetching.policy import Policy
from pactwerk.figures.sources.fetching.public_addresses import is_public
from pactwerk.figures.sources.fetching.refusals import Forbidden

Resolver = Callable[[str], Sequence[str]]
"""From a host name to its addresses; raises OSError where there are none."""


def resolve(host: str) -> Sequence[str]:
    """The addresses of a host, as this machine's resolver gives them."""
    found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class PinnedBackend(httpcore.NetworkBackend):
    """Looks a host up, refuses it when any of its addresses is not public, and connects to the address it judged.

    A resolver that gives another answer a moment later (DNS rebinding) gains nothing: there is no second look.
    """

    def __init__(self, policy: Policy, resolver: Resolver, dialler: httpcore.NetworkBackend) -> None:
        """`dialler` makes the connection to an address; it never sees a name."""
        self._policy, self._resolver, self._dialler = policy, resolver, dialler

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host. Raises Forbidden, or an httpcore error when nobody answers."""
        if host not in self._policy.hosts or port != 443:
            raise _not_public(host, f"{host}:{port}")
        try:
            addresses = self._resolver(host)
        except OSError as error:
            raise httpcore.ConnectError(f"{host}: {error}") from error
        strange = [address for address in addresses if not is_public(address)]
        if strange or not addresses:
            raise _not_public(host, ", ".join(strange))
        failed: Exception | None = None
        for address in addresses[:4]:
            try:
                return self._dialler.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise httpcore.ConnectError(str(failed))

    def connect_unix_socket(self, *_args: Any, **_kwargs: Any) -> httpcore.NetworkStream:
        """Never: there is no publisher on this machine."""
        raise Forbidden("Alleen publieke adressen worden opgehaald.", "Only public addresses are fetched.")


class PinnedTransport(httpx.BaseTransport):
    """What httpx sends its requests through: no proxy, TLS checked for the name, no retries of its own."""

    def __init__(
        self,
        policy: Policy,
        resolver: Resolver = resolve,
        dialler: httpcore.NetworkBackend | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        """`trust` is what certificates are checked against: by default the machine's authorities."""
        backend = PinnedBackend(policy, resolver, dialler or httpcore.SyncBackend())
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust or ssl.create_default_context(),
            network_backend=backend,
            max_connections=4,
            keepalive_expiry=30.0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raises httpx.TransportError, or Forbidden when the host has no public address."""
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=cast("Iterable[bytes]", request.stream),
            extensions=request.extensions,
        )
        with _as_httpx(request):
            answer = self._pool.handle_request(asked)
        stream = cast("Iterable[bytes]", answer.stream)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(stream, request))

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes], request: httpx.Request) -> None:
        self._stream, self._request = stream, request

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx(self._request):
            yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close:
            close()


@contextmanager
def _as_httpx(request: httpx.Request) -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.ReadTimeout(str(error), request=request) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError) as error:
        raise httpx.NetworkError(str(error), request=request) from error


def _not_public(host: str, addresses: str) -> Forbidden:
    return Forbidden(
        f"{host} wijst niet naar een publiek adres op internet ({addresses or 'geen adres'}); er is geen verbinding"
        " gemaakt. Kijk na hoe deze machine namen opzoekt (DNS).",
        f"{host} does not point to a public address on the internet ({addresses or 'no address'}); no connection was"
        " made. Check how this machine looks names up (DNS).",
    )
