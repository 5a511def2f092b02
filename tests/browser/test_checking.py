"""The checks themselves: they find a fault when there is one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.checking import axe_faults, sideways

pytestmark = pytest.mark.browser

BROKEN = """<!doctype html><html><head><title>x</title></head><body>
<img src="data:,"><div style="width: 900px; background: #eee; color: #ddd">te breed en te bleek</div></body></html>"""


def test_a_page_with_faults_is_caught(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 600})
    page.set_content(BROKEN)
    found = " ".join(axe_faults(page))
    for rule in ("image-alt", "html-has-lang", "color-contrast"):
        assert rule in found
    assert sideways(page)
    page.close()
