"""What a browser can tell of a page: axe's faults, a sideways scroll bar, files that did not arrive."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Response

from pactwerk.foundation.accounts.models import User
from tests.sign_in import sign_in

WIDTHS = (360, 1280)
NARROWEST = 320
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Watch:
    """Collects what goes wrong while pages load."""

    faults: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Note console errors and files that are missing."""
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("console", lambda text: self.faults.append(f"console: {text.text}") if self._wrong(text.type) else None)
        page.on("response", self._response)

    @staticmethod
    def _wrong(kind: str) -> bool:
        return kind == "error"

    def _response(self, response: Response) -> None:
        is_file = response.request.resource_type in ("stylesheet", "script", "font", "image")
        if is_file and response.status >= 400:
            self.faults.append(f"{response.status} {response.url}")


def check(page: Page, address: str, status: int = 200, *, widths: tuple[int, ...] = WIDTHS) -> None:
    """Open the page at each width and fail on any fault; at 320 px nothing may stick out."""
    watch = Watch()
    watch.listen(page)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        response = page.goto(address)
        assert response
        assert response.status == status, f"{address}: {response.status}"
        faults = axe_faults(page)
        assert not faults, f"{address} at {width}: {faults}"
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    assert sideways(page) == [], f"{address}: sticks out at {NARROWEST} px"
    expected = [f"status of {status}"] if status >= 400 else []
    wrong = [fault for fault in watch.faults if not any(text in fault for text in expected)]
    assert not wrong, wrong


def check_here(page: Page) -> None:
    """Fail on any fault of the page as it stands, such as the answer to a form."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        faults = axe_faults(page)
        assert not faults, f"{page.url} at {width}: {faults}"
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    assert sideways(page) == [], f"{page.url}: sticks out at {NARROWEST} px"


def axe_faults(page: Page) -> list[str]:
    """Axe's violations as short texts."""
    # only violations are told in full: the rest of axe's report costs two thirds of its time
    only = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=only)
    return [_told(fault) for fault in found.response["violations"]]


def _told(fault: dict[str, Any]) -> str:
    where = "; ".join(f"{node['target']} {node['html'][:160]}" for node in fault["nodes"][:3])
    return f"{fault['id']}: {fault['help']} ({where})"


def sideways(page: Page) -> list[str]:
    """What makes the page scroll sideways: elements beyond the right edge that no scrolling parent holds."""
    script = """() => {
        const width = document.documentElement.clientWidth
        if (document.documentElement.scrollWidth <= width) return []
        return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > width + 1)
            .map(e => e.tagName + '.' + e.className).slice(0, 5)
    }"""
    found: list[str] = page.evaluate(script)
    return found


def enter(context: BrowserContext, user: User, address: str) -> None:
    """Give the browser session the cookie of a signed-in user with a second factor."""
    from django.test import Client

    client = Client()
    sign_in(client, user)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
