"""Turning a pattern into an address: its arguments are an office's own things, or things that do not exist."""

from __future__ import annotations

import re

from django.urls.resolvers import RegexPattern

from tests.permissions.patterns import Pattern
from tests.permissions.world import Estate

ARGUMENT = re.compile(r"<(?:(?P<converter>\w+):)?(?P<name>\w+)>")
ABSENT_NUMBER, ABSENT_WORD = "999999", "bestaat-niet"

# What an argument called so names; the first that fits the pattern's beginning counts.
THINGS: tuple[tuple[str, str, str], ...] = (
    ("cms/api/main/^documents", "pk", "document"),
    ("cms/api/main/^images", "pk", "image"),
    ("cms/api/main", "pk", "draft page"),
    ("cms/collections", "pk", "collection"),
    ("cms/collections", "collection_id", "collection"),
    ("cms/documents/chooser", "pk", "document"),
    ("cms/images/chooser", "pk", "image"),
    ("cms/", "page_id", "draft page"),
    ("cms/", "page_pk", "draft page"),
    ("cms/", "page_to_move_id", "draft page"),
    ("cms/", "parent_page_id", "home page"),
    ("cms/", "destination_id", "home page"),
    ("cms/", "revision_id", "revision"),
    ("cms/", "document_id", "document"),
    ("cms/", "doc_id", "document"),
    ("cms/", "image_id", "image"),
    ("cms/editing-sessions", "object_id", "draft page"),
    ("bureau/pacten/<slug:slug>/doelen/<int:number>/eigen-cijfer", "pk", "own figure"),
    ("bureau/pacten/<slug:slug>/doelen/<int:number>/mijlpalen/<int:pk>/heropenen", "pk", "reached milestone"),
    ("bureau/pacten/<slug:slug>/doelen/<int:number>/mijlpalen", "pk", "milestone"),
    ("bureau/pacten/<slug:slug>/doelen/<int:number>/herstellen", "number", "withdrawn goal"),
    ("bureau/pacten/<slug:slug>/doelen/<int:number>/invullen", "number", "open goal"),
    ("", "number", "goal"),
    ("bureau/pacten", "slug", "pact"),
    ("pacten", "slug", "pact"),
)
# Arguments that are no office's thing.
WORDS: dict[str, str] = {
    "code": "K03", "app_label": "cms", "app_name": "cms", "model_name": "contentpage",
    "content_type_app_name": "cms", "content_type_model_name": "contentpage", "action": "delete",
    "action_name": "approve", "filter_spec": "max-10x10", "uidb36": "1", "uidb64": "MQ", "token": "abc-def",
    "key": "abc-def", "upload_id": "bestaat-niet", "release_id": "bestaat-niet", "table": "vo_pupils",
    "correction_id": "bestaat-niet", "brin": "16TF",
}  # fmt: skip
# An address for each regular expression; {page}, {document} and {home} are filled in.
REGEXES: dict[str, str] = {
    r"^(?:api/main/documents|api/main/images|reports/page-types-usage)/": "reports/page-types-usage/",
    r"^(?:users|groups|password_reset|bulk/accounts)/": "users/",
    r"^(?:signup|email|confirm-email|password/set|login/code)/": "signup/",
    r"^(\d+)/revisions/compare/(live|earliest|\d+)\.\.\.(live|latest|\d+)/$": (
        "{page}/revisions/compare/earliest...latest/"
    ),
    r"^.*/$": "geen/adres/van/wagtail/",
    r"^(\d+)/(.*)$": "{document}/stuk.pdf",
    r"^media/images/(?P<path>.+)$": "media/images/beeld.png",
    r"^confirm-email/(?P<key>[-:\w]+)/$": "confirm-email/abc:def/",
    r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "password/reset/key/1-abc-def/",
    r"^((?:[\w\-]+/)*)$": "{home}/concept/",
}


def address(pattern: Pattern, estate: Estate | None, *, secret: bool = False) -> str:
    """The pattern's address for an estate's things, or for things that do not exist.

    With ``secret`` a pact is the draft one. Raises KeyError for an argument or expression this module does not know.
    """
    return "/" + "".join(
        _regex(str(part), estate) if isinstance(part, RegexPattern) else _route(pattern, str(part), estate, secret)
        for part in pattern.parts
    )


def _route(pattern: Pattern, route: str, estate: Estate | None, secret: bool) -> str:
    def fill(match: re.Match[str]) -> str:
        name = match["name"]
        for start, argument, thing in THINGS:
            if name == argument and pattern.key.startswith(start):
                return _identity("draft pact" if secret and thing == "pact" else thing, name, estate)
        return ABSENT_NUMBER if match["converter"] == "int" or name == "pk" else WORDS[name]

    return ARGUMENT.sub(fill, route)


def _identity(thing: str, name: str, estate: Estate | None) -> str:
    if estate is None:
        return ABSENT_WORD if name == "slug" else ABSENT_NUMBER
    found = estate.things[thing]
    return str(found.slug if name == "slug" else found.number if name == "number" else found.pk)


def _regex(regex: str, estate: Estate | None) -> str:
    if re.fullmatch(r"\^?[\w/<>:-]+\$?", regex) and "(" not in regex:  # a plain prefix written as an expression
        return regex.strip("^$")
    filled = {"page": ABSENT_NUMBER, "document": ABSENT_NUMBER, "home": ABSENT_WORD}
    if estate is not None:
        things = estate.things
        filled = {"page": things["draft page"].pk, "document": things["document"].pk, "home": things["home page"].slug}
    return REGEXES[regex].format(**filled)
