"""Addresses of the public pages; Dutch words, English pages stand under /en/ at the same paths.

Include at the root, inside `i18n_patterns(..., prefix_default_language=False)`.
"""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.urls import path
from django.utils.module_loading import import_string


def later(name: str) -> Callable[..., HttpResponseBase]:
    """A view imported at its first request: the rooms below are still being built."""
    room, view = name.split(".")

    def call(request: HttpRequest, **kwargs: object) -> HttpResponseBase:
        found: Callable[..., HttpResponseBase] = import_string(f"pactwerk.web.public.{room}.views.{view}")
        return found(request, **kwargs)

    return login_not_required(call)


app_name = "public"

urlpatterns = [
    path("", later("portal.home"), name="home"),
    path("pacten/<slug:slug>/", later("pacts.home"), name="pact"),
    path("pacten/<slug:slug>/doelen/", later("pacts.goals"), name="goals"),
    path("pacten/<slug:slug>/doelen/<int:number>/", later("pacts.goal"), name="goal"),
    path("pacten/<slug:slug>/doelen/<int:number>/cijfers.csv", later("pacts.goal_csv"), name="goal_csv"),
    path("pacten/<slug:slug>/doelen/<int:number>/cijfers.json", later("pacts.goal_json"), name="goal_json"),
    path("pacten/<slug:slug>/partijen/", later("pacts.parties"), name="parties"),
    path("cijfers/", later("figures.catalogue"), name="catalogue"),
    path("cijfers/<slug:code>.csv", later("figures.indicator_csv"), name="indicator_csv"),
    path("cijfers/<slug:code>.json", later("figures.indicator_json"), name="indicator_json"),
    path("cijfers/<slug:code>/", later("figures.indicator"), name="indicator"),
    path("cijfers/<slug:code>/kaart/", later("figures.indicator_map"), name="map"),
    path("cijfers/<slug:code>/herkomst/", later("figures.provenance"), name="provenance"),
    path("uitgaven/", later("releases.releases"), name="releases"),
    path("gebieden/<slug:code>/", later("places.area_page"), name="area"),
]
