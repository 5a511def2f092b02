"""Addresses of the desk; include at `bureau/`. Every one needs a signed-in member of an office."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.urls import path
from django.utils.module_loading import import_string


def later(name: str) -> Callable[..., HttpResponseBase]:
    """A view imported at its first request: the rooms below are still being built."""
    room, view = name.split(".")

    def call(request: HttpRequest, **kwargs: object) -> HttpResponseBase:
        found: Callable[..., HttpResponseBase] = import_string(f"pactwerk.web.desk.{room}.views.{view}")
        return found(request, **kwargs)

    return call


app_name = "desk"

GOAL = "pacten/<slug:slug>/doelen/<int:number>"

urlpatterns = [
    path("", later("overview.home"), name="home"),
    path("pacten/<slug:slug>/", later("overview.pact"), name="pact"),
    path(f"{GOAL}/", later("goals.goal"), name="goal"),
    path(f"{GOAL}/beginpunt/", later("goals.baseline"), name="baseline"),
    path(f"{GOAL}/streefwaarde/", later("goals.target"), name="target"),
    path(f"{GOAL}/eigen-cijfer/", later("goals.own_figure"), name="own_figure"),
    path(f"{GOAL}/verhaal/", later("goals.story"), name="story"),
    path(f"{GOAL}/invullen/", later("goals.fill_in"), name="fill_in"),
    path(f"{GOAL}/mijlpalen/<int:pk>/", later("goals.milestone"), name="milestone"),
]
