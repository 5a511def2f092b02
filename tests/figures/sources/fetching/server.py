"""A publisher on this machine: real TLS, real bytes, and every misbehaviour that a test asks for."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpcore
import trustme

from pactwerk.figures.sources.fetching import Client, Limits, Policy
from pactwerk.figures.sources.fetching.network import PinnedTransport
from pactwerk.figures.sources.fetching.policy import CBS_HOST, DUO_HOST

PUBLIC = "93.184.215.14"
"""Stands for the publishers' address in tests: public, so that the policy of production judges it as it is."""
QUICK = Limits(interval=0.0, read_seconds=5.0, connect_seconds=5.0)


@dataclass
class Answer:
    """What the server says once. `cut` sends only so many bytes of the body and hangs up."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    pause: float = 0.0


@dataclass
class File:
    """A file as a web server gives it: with an ETag, ranges and conditions; `ranges=False` ignores `Range`."""

    body: bytes
    etag: str = '"1"'
    ranges: bool = True
    kind: str = "text/csv"
    cuts: list[int] = field(default_factory=list)
    """Of each next answer, after how many bytes the connection is lost."""

    def answer(self, headers: Mapping[str, str]) -> Answer:
        known = {"ETag": self.etag, "Content-Type": self.kind, "Accept-Ranges": "bytes"}
        if headers.get("If-None-Match") == self.etag:
            return Answer(status=304, headers=known)
        cut = self.cuts.pop(0) if self.cuts else None
        span = headers.get("Range", "")
        if span and self.ranges and headers.get("If-Range") == self.etag:
            start = int(span.removeprefix("bytes=").rstrip("-"))
            if start >= len(self.body):
                return Answer(status=416, headers=known)
            where = {"Content-Range": f"bytes {start}-{len(self.body) - 1}/{len(self.body)}"}
            return Answer(self.body[start:], 206, {**known, **where}, cut)
        return Answer(self.body, 200, known, cut)


Route = Answer | File | Callable[[str, Mapping[str, str]], Answer] | list[Answer]


@dataclass
class Publisher:
    """The server's pages by host and path (without the query), and every request that it got."""

    port: int
    trust: ssl.SSLContext
    """What a client of the test trusts: the authority that vouches for this server, and no other."""
    routes: dict[str, Route] = field(default_factory=dict)
    requests: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    def asked(self, part: str) -> list[dict[str, str]]:
        """The headers of the requests whose address holds a text."""
        return [headers for _, address, headers in self.requests if part in address]

    def answer(self, method: str, address: str, headers: dict[str, str]) -> Answer:
        self.requests.append((method, address, headers))
        route = self.routes.get(address) or self.routes.get(address.partition("?")[0])
        if route is None:
            return Answer(b'{"success": false}', 404)
        if isinstance(route, list):
            return route.pop(0) if len(route) > 1 else route[0]
        if isinstance(route, File):
            return route.answer(headers)
        return route if isinstance(route, Answer) else route(address, headers)


class Dialler(httpcore.NetworkBackend):
    """Leads the connections to PUBLIC to the server, and remembers every address that was dialled."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.dialled: list[tuple[str, int]] = []
        self._real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        self.dialled.append((host, port))
        if (host, port) != (PUBLIC, 443):
            raise httpcore.ConnectError(f"{host}:{port} is not the test's server")
        return self._real.connect_tcp("127.0.0.1", self.port, timeout, local_address, socket_options)


@contextmanager
def publisher() -> Iterator[Publisher]:
    """A running publisher, for as long as the test needs it."""
    authority = trustme.CA()
    made: list[Publisher] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            address = f"https://{self.headers['Host']}{self.path}"
            answer = made[0].answer(self.command, address, dict(self.headers.items()))
            if answer.pause:
                threading.Event().wait(answer.pause)
            body = b"" if self.command == "HEAD" or answer.status == 304 else answer.body
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body if answer.cut is None else body[: answer.cut])
            if answer.cut is not None:
                self.wfile.flush()
                self.close_connection = True

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, *_args: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_args: None  # type: ignore[method-assign]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(DUO_HOST, CBS_HOST).configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    trust = ssl.create_default_context(cadata=authority.cert_pem.bytes().decode())
    made.append(Publisher(server.server_address[1], trust))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield made[0]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Reached:
    """A client of the publisher: the policy of production, another resolver, another cable, another authority."""

    client: Client
    dialler: Dialler
    slept: list[float]


def reach(
    found: Publisher,
    limits: Limits = QUICK,
    resolver: Callable[[str], Sequence[str]] = lambda _host: [PUBLIC],
    policy: Policy | None = None,
) -> Reached:
    """A client that reaches the publisher. What it may fetch from is judged as in production."""
    dialler, rules = Dialler(found.port), policy or Policy()
    slept: list[float] = []
    transport = PinnedTransport(rules, resolver, dialler, found.trust)
    return Reached(Client(rules, limits, transport, sleep=slept.append), dialler, slept)
