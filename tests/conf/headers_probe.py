"""Asks an installation one response of every class and prints status, headers and cookies as JSON; run by a test."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(request.path)


def urls_with_an_error() -> None:
    from django.contrib.auth.decorators import login_not_required

    from pactwerk.conf import urls

    urls.urlpatterns.insert(0, path("gaat-mis/", login_not_required(breaks)))


def main() -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    picture = Path(settings.MEDIA_ROOT) / "images" / "beeld.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"\x89PNG")
    urls_with_an_error()
    client = Client(raise_request_exception=False, headers={"host": "pact.example", "x-forwarded-proto": "https"})
    answers = {}
    for name, address in ADDRESSES.items():
        response = client.get(address, secure=True)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        answers[name] = {
            "status": response.status_code,
            "headers": dict(response.headers),
            "cookies": {key: morsel.OutputString() for key, morsel in response.cookies.items()},
            "text": body.decode("utf-8", "replace")[:20000],
        }
    plain = client.get("/account/login/", headers={"x-forwarded-proto": "http"})
    answers["plain http"] = {"status": plain.status_code, "headers": dict(plain.headers), "cookies": {}, "text": ""}
    sys.stdout.write(f"\n{json.dumps(answers)}\n")


ADDRESSES = {
    "page": "/account/login/",
    "english page": "/en/account/login/",
    "redirect": "/bureau/",
    "editor": "/cms/",
    "not found": "/bestaat-niet/",
    "english not found": "/en/does-not-exist/",
    "error": "/gaat-mis/",
    "media": "/media/images/beeld.png",
    "no media": "/media/images/weg.png",
    "static": "/static/mfa/js/webauthn.js",
    "document": "/documenten/1/stuk.pdf",
}

if __name__ == "__main__":
    main()
