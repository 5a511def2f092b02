"""An installation on https: headers on every class of response, cookies locked to the host (SEC-06, SEC-07)."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests import prepared
from tests.conf.production import run

HEADERS = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
CLASSES = {
    "page": 200, "english page": 200, "redirect": 302, "editor": 302, "not found": 404, "english not found": 404,
    "error": 500, "media": 200, "no media": 404, "static": 200, "document": 404,
}  # fmt: skip


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    home = tmp_path_factory.mktemp("home")
    if prepared.template().exists():  # saves applying the migrations
        shutil.copy(prepared.template(), home / "pactwerk.sqlite3")
    done = run(home, "-m", "tests.conf.headers_probe")
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("kind", CLASSES)
def test_every_class_of_response_carries_the_headers(answers: dict[str, Any], kind: str) -> None:
    answer = answers[kind]
    assert answer["status"] == CLASSES[kind]
    for name, value in HEADERS.items():
        assert answer["headers"].get(name) == value, (kind, name)
    assert "camera=()" in answer["headers"]["Permissions-Policy"]
    assert answer["headers"]["X-Frame-Options"] in {"DENY", "SAMEORIGIN"}
    assert "default-src" in answer["headers"]["Content-Security-Policy"]


@pytest.mark.parametrize("kind", [kind for kind in CLASSES if kind not in {"editor", "media", "no media", "document"}])
def test_the_content_policy_is_strict(answers: dict[str, Any], kind: str) -> None:
    policy = answers[kind]["headers"]["Content-Security-Policy"]
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
    assert "unsafe" not in policy
    assert "http" not in policy.replace("upgrade-insecure-requests", "")
    assert rules["default-src"] == "'self'"
    assert rules["script-src"].startswith("'self'")
    assert (rules["object-src"], rules["base-uri"], rules["frame-ancestors"]) == ("'none'",) * 3


def test_only_the_editor_may_have_inline_scripts_and_uploads_may_have_nothing(answers: dict[str, Any]) -> None:
    loose = {kind for kind in CLASSES if "unsafe" in answers[kind]["headers"]["Content-Security-Policy"]}
    assert loose == {"editor"}
    assert "unsafe-eval" not in answers["editor"]["headers"]["Content-Security-Policy"]
    for kind in ("media", "document"):
        policy = answers[kind]["headers"]["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "sandbox" in policy


def test_cookies_belong_to_this_host_over_https(answers: dict[str, Any]) -> None:
    cookies = {name: text for answer in answers.values() for name, text in answer["cookies"].items()}
    assert cookies
    for name, text in cookies.items():
        assert name.startswith("__Host-")
        for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
            assert part in text, (name, text)
        assert "Domain" not in text


def test_plain_http_is_sent_to_https(answers: dict[str, Any]) -> None:
    assert answers["plain http"]["status"] == 301
    assert answers["plain http"]["headers"]["Location"] == "https://pact.example/account/login/"


def test_an_error_page_speaks_both_languages_and_tells_nothing(answers: dict[str, Any]) -> None:
    assert "Er ging iets mis" in answers["error"]["text"]
    assert "Something went wrong" in answers["error"]["text"]
    assert "RuntimeError" not in answers["error"]["text"]
    assert "Deze pagina bestaat niet" in answers["not found"]["text"]
    assert 'lang="nl"' in answers["not found"]["text"]
    assert 'lang="en"' in answers["english not found"]["text"]


def test_no_page_names_another_host(answers: dict[str, Any]) -> None:
    for kind in ("page", "not found", "error"):
        assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]+', answers[kind]["text"]) == []


def test_the_deployment_check_is_clean(tmp_path: Path) -> None:
    done = run(tmp_path, "-m", "django", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_the_demo_works_over_http(client: Any, db: None) -> None:
    response = client.get("/account/login/")
    assert response.status_code == 200
    assert "Strict-Transport-Security" not in response.headers
    assert set(response.cookies) <= {"csrftoken", "sessionid"}
    assert "upgrade-insecure-requests" not in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PACTWERK_DEBUG", "misschien"),
        ("PACTWERK_PROXIES", "veel"),
        ("PACTWERK_PROXIES", "0"),
        ("PACTWERK_DATABASE_URL", "mysql://x"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: str) -> None:
    done = run(tmp_path, "-c", "import pactwerk.conf.settings", **{name: value})
    assert done.returncode != 0
    assert name in done.stderr


def test_https_without_a_number_of_proxies_believes_one(tmp_path: Path) -> None:
    """The proxy before the product says that the visitor came over https: no endless redirect."""
    code = "from pactwerk.conf import settings as s; print(s.PACTWERK_PROXIES, s.SECURE_PROXY_SSL_HEADER)"
    assert run(tmp_path, "-c", code, PACTWERK_PROXIES="").stdout.split()[0] == "1"
    plain = run(tmp_path, "-c", code, PACTWERK_PROXIES="", PACTWERK_URL="http://127.0.0.1:8000")
    assert plain.stdout.split() == ["0", "None"]
