"""A file arrives wholly and checked, or not at all; what came in before a failure is gone on with."""

import hashlib
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactwerk.figures.sources import find
from pactwerk.figures.sources.fetching import FetchFailed, Forbidden, Limits
from pactwerk.figures.sources.fetching.client import Client
from pactwerk.figures.sources.fetching.disk import alone_in
from pactwerk.figures.sources.fetching.download import Fetched, Wanted, fetch
from pactwerk.figures.sources.fetching.refusals import Moved, Passing
from pactwerk.figures.sources.fetching.state import NAME, held
from tests.figures.sources.fetching.server import QUICK, Answer, File, Publisher, Reached, publisher, reach

URL = "https://onderwijsdata.duo.nl/dataset/a/resource/b/download/vestigingenvo.csv"
REAL = "duo-vo/alle-vestigingen-vo-2020-10.csv"


@pytest.fixture
def body(shared: Path) -> bytes:
    return (shared / REAL).read_bytes()


def get(client: Client, folder: Path, stated: str = "") -> Fetched:
    return fetch(client, Wanted(URL, folder / "v.csv", stated))


def visible(folder: Path) -> list[str]:
    return [path.name for path in find([folder]).files]


def test_the_bytes_are_the_publishers(server: Publisher, reached: Reached, tmp_path: Path, body: bytes) -> None:
    server.routes[URL] = File(body)
    made = get(reached.client, tmp_path)
    assert made.path.read_bytes() == body
    assert made.state.sha256 == hashlib.sha256(body).hexdigest()
    assert (made.new, made.state.address, made.state.etag, made.state.bytes) == (True, URL, '"1"', len(body))
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME, "v.csv"]


def test_it_says_who_asks_and_nothing_more(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    server.routes[URL] = File(b"a;b\n")
    get(reached.client, tmp_path)
    headers = server.asked("vestigingenvo")[0]
    assert headers["User-Agent"].startswith("Pactwerk/")
    assert set(headers) == {"Host", "Accept", "Connection", "User-Agent", "Accept-Encoding"}


def test_what_is_held_is_not_fetched_again(server: Publisher, reached: Reached, tmp_path: Path, body: bytes) -> None:
    server.routes[URL] = File(body)
    first = get(reached.client, tmp_path)
    again = get(reached.client, tmp_path)
    assert (again.new, again.state) == (False, first.state)
    assert server.asked("vestigingenvo")[1]["If-None-Match"] == '"1"'


def test_without_an_etag_the_date_is_asked_for(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    day = "Wed, 01 Oct 2025 07:28:00 GMT"
    server.routes[URL] = [Answer(b"a\n", headers={"Last-Modified": day}), Answer(status=304)]
    get(reached.client, tmp_path)
    assert not get(reached.client, tmp_path).new
    assert server.asked("vestigingenvo")[1]["If-Modified-Since"] == day


def test_a_new_version_takes_the_place_of_the_old(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    server.routes[URL] = File(b"old\n")
    get(reached.client, tmp_path)
    server.routes[URL] = File(b"new\n", etag='"2"')
    made = get(reached.client, tmp_path)
    assert (made.new, made.path.read_bytes()) == (True, b"new\n")


def test_a_file_changed_by_hand_is_fetched_again(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    server.routes[URL] = File(b"good\n")
    made = get(reached.client, tmp_path)
    made.path.write_bytes(b"evil\n")
    assert held(made.path) is None
    assert get(reached.client, tmp_path).path.read_bytes() == b"good\n"


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"v.csv": {"odd": 1}}', '{"v.csv": 3}'])
def test_a_damaged_state_file_costs_a_fetch_and_no_more(
    server: Publisher, reached: Reached, tmp_path: Path, text: str
) -> None:
    (tmp_path / NAME).write_text(text)
    (tmp_path / "v.csv").write_bytes(b"x")
    server.routes[URL] = File(b"good\n")
    assert get(reached.client, tmp_path).new
    assert not get(reached.client, tmp_path).new


def test_a_lost_connection_is_gone_on_with(server: Publisher, reached: Reached, tmp_path: Path, body: bytes) -> None:
    server.routes[URL] = File(body, cuts=[100_000, 50_000])
    made = get(reached.client, tmp_path)
    assert made.path.read_bytes() == body
    assert [headers.get("Range") for headers in server.asked("vestigingenvo")] == [
        None, "bytes=100000-", "bytes=150000-",
    ]  # fmt: skip
    assert server.asked("vestigingenvo")[1]["If-Range"] == '"1"'


def test_a_server_that_ignores_ranges_begins_anew(
    server: Publisher, reached: Reached, tmp_path: Path, body: bytes
) -> None:
    server.routes[URL] = File(body, ranges=False, cuts=[100_000])
    assert get(reached.client, tmp_path).path.read_bytes() == body


def test_another_version_halfway_begins_anew(server: Publisher, tmp_path: Path) -> None:
    """The second half of the new file behind the first half of the old would be a file that nobody published."""
    old, new = b"old;" * 50_000, b"new;" * 60_000
    server.routes[URL] = File(old, cuts=[100_000])
    with pytest.raises(Passing):
        get(reach(server, Limits(attempts=1, interval=0)).client, tmp_path)
    server.routes[URL] = File(new, etag='"2"')
    assert get(reach(server).client, tmp_path).path.read_bytes() == new


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Range": "bytes 7-9/10", "ETag": '"1"'},
        {"ETag": '"1"'},
        {"Content-Range": "bytes 4-9/10", "ETag": '"2"'},
    ],
)
def test_a_part_that_does_not_fit_is_not_appended(server: Publisher, tmp_path: Path, headers: dict[str, str]) -> None:
    server.routes[URL] = [
        Answer(b"0123456789", headers={"ETag": '"1"'}, cut=4),
        Answer(b"456789", 206, headers),
        Answer(b"0123456789", headers={"ETag": '"1"'}),
    ]
    assert get(reach(server).client, tmp_path).path.read_bytes() == b"0123456789"
    assert "Range" not in server.asked("vestigingenvo")[2]


@pytest.mark.parametrize("etag", ['W/"1"', ""])
def test_without_a_strong_etag_nothing_is_gone_on_with(server: Publisher, tmp_path: Path, etag: str) -> None:
    server.routes[URL] = File(b"0123456789", etag=etag, cuts=[4])
    assert get(reach(server).client, tmp_path).path.read_bytes() == b"0123456789"
    assert "Range" not in server.asked("vestigingenvo")[1]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 400), max_size=4), st.booleans(), st.binary(min_size=401, max_size=2000))
def test_wherever_it_breaks_the_file_is_whole(
    server: Publisher, tmp_path_factory: pytest.TempPathFactory, cuts: list[int], ranges: bool, body: bytes
) -> None:
    server.routes[URL] = File(b"x" + body, ranges=ranges, cuts=list(cuts))
    found = reach(server)
    assert get(found.client, tmp_path_factory.mktemp("cut")).path.read_bytes() == b"x" + body
    found.client.close()


def test_a_truncated_file_never_appears(server: Publisher, reached: Reached, tmp_path: Path, body: bytes) -> None:
    server.routes[URL] = File(body, ranges=False, cuts=[100] * 9)
    with pytest.raises(Passing, match="viel weg"):
        get(reached.client, tmp_path)
    assert visible(tmp_path) == []


def test_an_old_file_survives_a_failure(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    server.routes[URL] = File(b"old\n")
    get(reached.client, tmp_path)
    server.routes[URL] = File(b"new\n" * 99, etag='"2"', ranges=False, cuts=[9] * 9)
    with pytest.raises(Passing):
        get(reached.client, tmp_path)
    assert (tmp_path / "v.csv").read_bytes() == b"old\n"
    assert visible(tmp_path) == ["v.csv"]


@pytest.mark.parametrize("kind", ["md5", "sha1", "sha256", "md5:", "sha256:"])
def test_the_publishers_fingerprint_is_checked(
    server: Publisher, reached: Reached, tmp_path: Path, kind: str, body: bytes
) -> None:
    right = (kind if kind.endswith(":") else "") + hashlib.new(kind.rstrip(":"), body).hexdigest()
    server.routes[URL] = File(body)
    assert get(reached.client, tmp_path / "a", right).new
    wrong = right[:-4] + "0000"
    with pytest.raises(FetchFailed, match="vingerafdruk"):
        get(reached.client, tmp_path / "b", wrong)
    assert list((tmp_path / "b").iterdir()) == []


@pytest.mark.parametrize("stated", ["", "unknown", "abc", "crc32:12345678"])
def test_a_fingerprint_that_is_none_says_nothing(
    server: Publisher, reached: Reached, tmp_path: Path, stated: str
) -> None:
    server.routes[URL] = File(b"a\n")
    assert get(reached.client, tmp_path, stated).new


@pytest.mark.parametrize("start", [b"<!DOCTYPE html><html>", b"\n <html lang=nl>", b"\xef\xbb\xbf<HTML >"])
def test_a_web_page_is_no_file(server: Publisher, reached: Reached, tmp_path: Path, start: bytes) -> None:
    server.routes[URL] = Answer(start + b"Onderhoud</html>", headers={"ETag": '"1"'})
    with pytest.raises(FetchFailed, match="webpagina"):
        get(reached.client, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", [404, 410])
def test_what_is_gone_is_said(server: Publisher, reached: Reached, tmp_path: Path, code: int) -> None:
    server.routes[URL] = Answer(status=code)
    with pytest.raises(Moved, match="verplaatst"):
        get(reached.client, tmp_path)
    assert len(server.requests) == 1


@pytest.mark.parametrize("code", [400, 401, 403, 418])
def test_a_refusal_is_not_tried_again(server: Publisher, reached: Reached, tmp_path: Path, code: int) -> None:
    server.routes[URL] = Answer(status=code)
    with pytest.raises(FetchFailed, match=str(code)):
        get(reached.client, tmp_path)
    assert len(server.requests) == 1


@pytest.mark.parametrize("code", [429, 503])
def test_a_server_that_asks_to_wait_is_waited_for(
    server: Publisher, reached: Reached, tmp_path: Path, code: int
) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=50), usegmt=True)
    server.routes[URL] = [
        Answer(status=code, headers={"Retry-After": "7"}),
        Answer(status=code, headers={"Retry-After": later}),
        Answer(status=code),
        Answer(b"a\n"),
    ]
    assert get(reached.client, tmp_path).new
    assert reached.slept[0] == 7
    assert 40 < reached.slept[1] <= 50
    assert reached.slept[2] == 4


@pytest.mark.parametrize(
    "answer", ["86400", "999999999999", format_datetime(datetime(2999, 1, 1, tzinfo=UTC), usegmt=True)]
)
def test_a_server_that_asks_to_wait_for_ever_is_left(
    server: Publisher, reached: Reached, tmp_path: Path, answer: str
) -> None:
    server.routes[URL] = Answer(status=429, headers={"Retry-After": answer})
    with pytest.raises(Passing, match="429"):
        get(reached.client, tmp_path)
    assert reached.slept == []


def test_nobody_is_asked_faster_than_agreed(server: Publisher, tmp_path: Path) -> None:
    clock = count(100.0, 0.1)
    found = reach(server, Limits(interval=2.0))
    found.client.clock = lambda: next(clock)
    server.routes[URL] = Answer(b"{}")
    for _ in range(3):
        found.client.bytes(URL)
    assert len(found.slept) == 2
    assert all(1.5 < pause < 2.0 for pause in found.slept)


def test_a_file_that_is_too_large_is_refused_before_it_is_fetched(server: Publisher, tmp_path: Path) -> None:
    server.routes[URL] = File(b"x" * 5000)
    with pytest.raises(FetchFailed, match="groter"):
        get(reach(server, Limits(file_bytes=4000, interval=0)).client, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_lies_about_its_size_is_cut_off(server: Publisher, tmp_path: Path) -> None:
    chunked = b"".join(b"3e8\r\n" + b"x" * 1000 + b"\r\n" for _ in range(9)) + b"0\r\n\r\n"
    server.routes[URL] = Answer(chunked, headers={"Transfer-Encoding": "chunked", "Content-Length": ""})
    with pytest.raises(FetchFailed):
        get(reach(server, Limits(file_bytes=4000, interval=0, attempts=1)).client, tmp_path)
    assert visible(tmp_path) == []


def test_a_packed_answer_is_refused(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    """Asked for as it is: what unpacks to much more than its size has no way in."""
    server.routes[URL] = Answer(b"\x1f\x8b", headers={"Content-Encoding": "gzip"})
    with pytest.raises(FetchFailed, match="verpakt"):
        get(reached.client, tmp_path)


def test_a_slow_server_is_given_up(server: Publisher, tmp_path: Path) -> None:
    server.routes[URL] = Answer(b"a\n", pause=1.5)
    with pytest.raises(Passing, match="internet"):
        get(reach(server, Limits(read_seconds=0.2, attempts=1, interval=0)).client, tmp_path)


def test_a_server_that_drips_is_given_up(server: Publisher, tmp_path: Path, body: bytes) -> None:
    clock = count(0.0, 1000.0)
    found = reach(server, Limits(seconds=1500, interval=0))
    found.client.clock = lambda: next(clock)
    server.routes[URL] = File(body * 3)
    with pytest.raises(FetchFailed, match="te lang"):
        get(found.client, tmp_path)
    assert visible(tmp_path) == []


def test_a_catalogue_that_drips_is_given_up(server: Publisher) -> None:
    clock = count(0.0, 1000.0)
    found = reach(server, Limits(answer_seconds=1500, interval=0))
    found.client.clock = lambda: next(clock)
    server.routes[URL] = Answer(b"[" + b"1," * 200_000 + b"1]")
    with pytest.raises(FetchFailed, match="te lang"):
        found.client.json(URL)


def test_no_network_is_said(tmp_path: Path, server: Publisher) -> None:
    def nobody(_host: str) -> list[str]:
        raise OSError("Name or service not known")

    found = reach(server, resolver=nobody)
    with pytest.raises(Passing, match="internet"):
        get(found.client, tmp_path)
    assert len(found.slept) == QUICK.attempts - 1


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_takes_no_more_is_said(server: Publisher, reached: Reached, tmp_path: Path, body: bytes) -> None:
    server.routes[URL] = File(body)
    with files_of_at_most(150_000), pytest.raises(FetchFailed, match="--to"):
        get(reached.client, tmp_path)
    assert visible(tmp_path) == []
    assert get(reached.client, tmp_path).path.read_bytes() == body


def test_a_folder_that_is_a_file_is_said(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("")
    with pytest.raises(FetchFailed, match="--to"):
        get(reached.client, tmp_path / "folder")


def test_two_at_once_do_not_write_one_file(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    server.routes[URL] = File(b"a\n")
    with alone_in(tmp_path), pytest.raises(FetchFailed, match="andere opdracht"):
        get(reached.client, tmp_path)
    assert server.requests == []
    assert get(reached.client, tmp_path).new


def test_a_web_page_where_a_half_file_stood_leaves_neither(server: Publisher, tmp_path: Path) -> None:
    server.routes[URL] = File(b"old;" * 50_000, cuts=[100_000])
    once = Limits(attempts=1, interval=0)
    with pytest.raises(Passing):
        get(reach(server, once).client, tmp_path)
    server.routes[URL] = File(b"<html>" * 9, etag='"2"')
    with pytest.raises(FetchFailed, match="webpagina"):
        get(reach(server, once).client, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_resource_inside_is_never_asked_for(reached: Reached, tmp_path: Path) -> None:
    with pytest.raises(Forbidden):
        fetch(reached.client, Wanted("https://127.0.0.1/v.csv", tmp_path / "v.csv"))
    assert reached.dialler.dialled == []
    assert list(tmp_path.iterdir()) == []


_KILLED = """
import sys
from pathlib import Path
from tests.figures.sources.fetching.server import File, publisher, reach
from tests.figures.sources.fetching.test_download import URL, Wanted, fetch
with publisher() as server:
    server.routes[URL] = File(Path(sys.argv[1]).read_bytes() * 8)
    def slow(have, whole):
        print(have, flush=True)
        import time; time.sleep(0.02)
    fetch(reach(server).client, Wanted(URL, Path(sys.argv[2]) / "v.csv"), slow)
"""


def test_a_kill_loses_nothing_and_leaves_no_half_file(shared: Path, tmp_path: Path) -> None:
    """The process is killed while bytes come in; the next one goes on behind what was written."""
    whole = (shared / REAL).read_bytes() * 8
    child = subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(shared / REAL), str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    half = tmp_path / ".v.csv.part"
    until = time.monotonic() + 60
    while not (half.is_file() and half.stat().st_size > 500_000) and time.monotonic() < until:
        child.stdout.readline()
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    written = half.stat().st_size
    assert 500_000 < written < len(whole)
    assert visible(tmp_path) == []
    with publisher() as server:
        server.routes[URL] = File(whole)
        made = get(reach(server).client, tmp_path)
        assert server.asked("vestigingenvo")[0]["Range"] == f"bytes={written}-"
    assert made.path.read_bytes() == whole
