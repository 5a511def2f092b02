"""One publisher for all tests, without pages and without memory at the start of each."""

from collections.abc import Iterator

import pytest

from tests.figures.sources.fetching.server import Publisher, Reached, publisher, reach


@pytest.fixture(scope="session")
def running() -> Iterator[Publisher]:
    with publisher() as found:
        yield found


@pytest.fixture
def server(running: Publisher) -> Publisher:
    running.routes.clear()
    running.requests.clear()
    return running


@pytest.fixture
def reached(server: Publisher) -> Iterator[Reached]:
    found = reach(server)
    yield found
    found.client.close()
