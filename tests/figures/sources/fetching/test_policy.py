"""Where may be fetched from: what is not allowed is refused before anything is looked up or connected to (SEC-16)."""

import ssl

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.sources.fetching import Client, FetchFailed, Forbidden, Policy
from pactwerk.figures.sources.fetching.network import PinnedTransport
from pactwerk.figures.sources.fetching.public_addresses import is_public
from tests.figures.sources.fetching.server import PUBLIC, Answer, Dialler, Publisher, reach

TRUST = ssl.create_default_context()
FORBIDDEN = [
    # no https
    "http://onderwijsdata.duo.nl/x", "ftp://onderwijsdata.duo.nl/x", "file:///etc/passwd", "gopher://127.0.0.1:25/_x",
    "HTTP://onderwijsdata.duo.nl/", "data:text/csv,a", "javascript:alert(1)", "//onderwijsdata.duo.nl/x", "/x", "", "x",
    # other hosts
    "https://example.com/", "https://localhost/", "https://duo.nl/", "https://www.onderwijsdata.duo.nl/",
    "https://onderwijsdata.duo.nl.evil.example/", "https://evil.example/onderwijsdata.duo.nl",
    "https://xonderwijsdata.duo.nl/", "https://onderwijsdata-duo.nl/", "https://onderwijsdata.duo.nl.", "https://nl/",
    "https://onderwijsdata.duo.nl./x", "https://metadata.google.internal/", "https://beheer-ggm-ckan-prd.apps/",
    # user names
    "https://onderwijsdata.duo.nl@evil.example/", "https://evil.example@onderwijsdata.duo.nl/",
    "https://a:b@onderwijsdata.duo.nl/", "https://onderwijsdata.duo.nl:443@evil.example/", "https://@evil.example/",
    "https://onderwijsdata.duo.nl%40evil.example/", "https://onderwijsdata.duo.nl\\@evil.example/",
    # ports
    "https://onderwijsdata.duo.nl:80/", "https://onderwijsdata.duo.nl:22/", "https://onderwijsdata.duo.nl:8443/",
    "https://onderwijsdata.duo.nl:0443x/", "https://onderwijsdata.duo.nl:/", "https://onderwijsdata.duo.nl:65979/",
    # addresses in every spelling
    "https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/",
    "https://0/", "https://0.0.0.0/", "https://10.0.0.1/", "https://192.168.1.1/", "https://172.16.0.1/",
    "https://169.254.169.254/latest/meta-data/", "https://100.64.0.1/", "https://[::1]/", "https://[::]/",
    "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/",
    "https://[fe80::1%25eth0]/", "https://[fd00::1]/", "https://93.184.215.14/", "https://127.0.0.1.nip.io/",
    "https://0x7f.0.0.1/", "https://127.0.0.1%2f@onderwijsdata.duo.nl/", "https://１２７.0.0.1/",
    # look-alikes and signs
    "https://оnderwijsdata.duo.nl/", "https://onderwijsdata。duo.nl/", "https://onderwijsdata.duo.nl\u200b/",
    "https://xn--nderwijsdata-ekk.duo.nl/", "https://onderwijsdata.duo.nl\t/", " https://onderwijsdata.duo.nl/",
    "https://onderwijsdata.duo.nl/\r\nHost: evil.example", "https://onderwijsdata.duo.nl\n/", "https:\\\\duo.nl\\",
    "https:///onderwijsdata.duo.nl/", "https:/onderwijsdata.duo.nl/", "https:onderwijsdata.duo.nl", "https://",
    "https://onderwijsdata.duo.nl#@evil.example/", "https://onderwijsdata.duo.nl?@evil.example/",
    "https://evil.example#onderwijsdata.duo.nl", "https://evil.example\\.onderwijsdata.duo.nl/",
    "https://onderwijsdata.duo.nl;evil.example/", "https://onderwijsdata.duo.nl,evil.example/",
    "https://onderwijsdata..duo.nl/", "https://.onderwijsdata.duo.nl/", "https://onderwijsdata_duo.nl/",
    "https://onderwijsdata.duo.nl%00.evil.example/", "https://onderwijsdata.duo.nl%2eevil.example/",
    "https://onderwijsdata.duo.nl/" + "a" * 5000, "view-source:https://onderwijsdata.duo.nl/",
    "https+unix://%2fvar%2frun%2fdocker.sock/", "unix:///var/run/docker.sock", "https://datasets.cbs.nl:443:22/",
]  # fmt: skip
NOT_PUBLIC = [
    "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254",
    "100.64.0.1", "100.127.255.255", "0.0.0.0", "0.1.2.3", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.1", "192.88.99.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::7f00:1",
    "::ffff:127.0.0.1", "::ffff:93.184.215.14", "64:ff9b::7f00:1", "64:ff9b::5db8:d70e", "64:ff9b:1::1", "100::1",
    "2001::1", "2001:0:7f00:1::", "2001:db8::1", "2002:7f00:1::", "2002:5db8:d70e::1", "3fff::1", "fc00::1", "fd12::1",
    "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2606:4700::1%1", "5f00::1", "4000::1", "", "x", "1.2.3", "0x7f.1",
    "2130706433", "127.1", "017700000001",
]  # fmt: skip


def test_there_are_sixty_payloads_and_more() -> None:
    assert len(set(FORBIDDEN)) >= 60


@pytest.mark.parametrize("address", FORBIDDEN)
def test_what_is_not_allowed_is_not_even_looked_up(address: str) -> None:
    looked_up: list[str] = []
    dialler = Dialler(1)

    def resolver(host: str) -> list[str]:
        looked_up.append(host)
        return [PUBLIC]

    client = Client(transport=PinnedTransport(Policy(), resolver, dialler, TRUST))
    with pytest.raises(Forbidden), client.open(address):
        pass
    assert (looked_up, dialler.dialled) == ([], [])
    client.close()


@pytest.mark.parametrize(
    "address",
    ["https://onderwijsdata.duo.nl", "HTTPS://Onderwijsdata.DUO.nl/x?q=a%20b", "https://datasets.cbs.nl:443/odata/v1",
     "https://datasets.cbs.nl/odata/v1/CBS/03759ned/Observations?$filter=Perioden%20ge%20'2022JJ00'&$skip=1@2"],
)  # fmt: skip
def test_the_publishers_own_addresses_are_allowed(address: str) -> None:
    assert Policy().judge(address).host in {"onderwijsdata.duo.nl", "datasets.cbs.nl"}


@pytest.mark.parametrize("value", [None, 1, ["https://onderwijsdata.duo.nl/"], {"url": "x"}, b"https://duo.nl"])
def test_what_is_no_text_is_no_address(value: object) -> None:
    with pytest.raises(Forbidden):
        Policy().judge(value)


@given(st.text(max_size=60))
def test_whatever_stands_before_or_after_the_host_only_listed_hosts_pass(text: str) -> None:
    for address in (
        text,
        f"https://{text}/",
        f"https://{text}onderwijsdata.duo.nl/",
        f"https://onderwijsdata.duo.nl{text}",
    ):
        try:
            assert Policy().judge(address).host in Policy().hosts
        except Forbidden:
            continue


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_inside_some_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "145.58.1.1", "2606:4700:4700::1111", "2a00:1450::8a"])
def test_an_address_on_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@given(st.integers(0, 2**32 - 1))
def test_no_form_of_embedding_makes_an_address_public(number: int) -> None:
    high, low = number >> 16, number & 0xFFFF
    for text in (
        f"::ffff:{high:x}:{low:x}",
        f"64:ff9b::{high:x}:{low:x}",
        f"2002:{high:x}:{low:x}::1",
        f"::{high:x}:{low:x}",
    ):
        assert not is_public(text)


@pytest.mark.parametrize("answer", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::1"], ["::ffff:7f00:1"], []])
def test_a_publisher_whose_name_points_inside_is_not_connected_to(server: Publisher, answer: list[str]) -> None:
    found = reach(server, resolver=lambda _host: answer)
    with pytest.raises(Forbidden, match="publiek adres"), found.client.open("https://onderwijsdata.duo.nl/x"):
        pass
    assert found.dialler.dialled == []
    assert server.requests == []


def test_a_name_that_changes_between_looking_and_connecting_gains_nothing(server: Publisher) -> None:
    """DNS rebinding: the first answer is public, every later one is this machine itself."""
    answers = [[PUBLIC], ["127.0.0.1"], ["169.254.169.254"]]
    server.routes["https://onderwijsdata.duo.nl/x"] = Answer(b"first", headers={"Connection": "close"})
    found = reach(server, resolver=lambda _host: answers.pop(0))
    assert found.client.bytes("https://onderwijsdata.duo.nl/x") == b"first"
    for _ in range(2):
        with pytest.raises(Forbidden):
            found.client.bytes("https://onderwijsdata.duo.nl/x")
    assert found.dialler.dialled == [(PUBLIC, 443)]


@pytest.mark.parametrize(
    "target",
    ["http://onderwijsdata.duo.nl/x", "https://127.0.0.1/", "https://169.254.169.254/", "//evil.example/x", "x", "",
     "https://onderwijsdata.duo.nl@evil.example/", "https://onderwijsdata.duo.nl:8443/", "file:///etc/passwd",
     "https://[::1]/", "\\\\evil.example", "https://2130706433/"],
)  # fmt: skip
def test_a_redirect_is_judged_like_any_address(server: Publisher, target: str) -> None:
    server.routes["https://onderwijsdata.duo.nl/a"] = Answer(status=302, headers={"Location": "/b"})
    server.routes["https://onderwijsdata.duo.nl/b"] = Answer(status=307, headers={"Location": target})
    found = reach(server)
    with pytest.raises(Forbidden):
        found.client.bytes("https://onderwijsdata.duo.nl/a")
    assert {address for address, _ in found.dialler.dialled} == {PUBLIC}
    assert len(server.requests) == 2


def test_a_redirect_to_another_publisher_is_followed(server: Publisher) -> None:
    server.routes["https://onderwijsdata.duo.nl/a"] = Answer(
        status=301, headers={"Location": "https://datasets.cbs.nl/b"}
    )
    server.routes["https://datasets.cbs.nl/b"] = Answer(b"there")
    assert reach(server).client.bytes("https://onderwijsdata.duo.nl/a") == b"there"


def test_redirects_end_after_five(server: Publisher) -> None:
    server.routes["https://onderwijsdata.duo.nl/a"] = Answer(status=302, headers={"Location": "/a"})
    with pytest.raises(FetchFailed, match="te vaak door"):
        reach(server).client.bytes("https://onderwijsdata.duo.nl/a")
    assert len(server.requests) == 6


def test_a_certificate_of_another_authority_is_not_trusted(server: Publisher) -> None:
    transport = PinnedTransport(Policy(), lambda _host: [PUBLIC], Dialler(server.port), TRUST)
    with pytest.raises(FetchFailed, match="certificate"):
        Client(transport=transport).bytes("https://onderwijsdata.duo.nl/x")
    assert server.requests == []


def test_a_certificate_for_another_name_is_not_trusted(server: Publisher) -> None:
    """The operator's extra host is allowed, but the one that answers cannot prove to be it."""
    found = reach(server, policy=Policy.with_extra(["data.voorbeeld.nl"]))
    with pytest.raises(FetchFailed, match="certificate"):
        found.client.bytes("https://data.voorbeeld.nl/x")
    assert server.requests == []


def test_proxies_of_the_environment_are_left_alone(server: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.routes["https://onderwijsdata.duo.nl/x"] = Answer(b"direct")
    found = reach(server)
    assert found.client.bytes("https://onderwijsdata.duo.nl/x") == b"direct"
    assert found.dialler.dialled == [(PUBLIC, 443)]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "https://x.nl", "x.nl:8443", "0x7f.1", "x .nl", "-x.nl"])
def test_an_extra_host_must_be_a_name(name: str) -> None:
    with pytest.raises(FetchFailed, match="hostnaam"):
        Policy.with_extra([name])


def test_what_makes_the_connection_never_sees_a_name(server: Publisher) -> None:
    class Strict(Dialler):
        def connect_tcp(self, host: str, *args: object, **kwargs: object) -> httpcore.NetworkStream:
            assert is_public(host)
            return super().connect_tcp(host, *args, **kwargs)  # type: ignore[arg-type]

    server.routes["https://datasets.cbs.nl/x"] = Answer(b"{}")
    transport = PinnedTransport(Policy(), lambda _host: [PUBLIC], Strict(server.port), server.trust)
    assert Client(transport=transport).json("https://datasets.cbs.nl/x") == {}
