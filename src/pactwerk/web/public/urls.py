"""Addresses of the public pages; Dutch words, English pages stand under /en/ at the same paths.

Include at the root, inside `i18n_patterns(..., prefix_default_language=False)`.
"""

from django.urls import path

from pactwerk.web.public.figures import views as figures
from pactwerk.web.public.flows import views as flows
from pactwerk.web.public.pacts import views as pacts
from pactwerk.web.public.places import views as places
from pactwerk.web.public.portal import views as portal
from pactwerk.web.public.reach import views as reach
from pactwerk.web.public.releases import quality
from pactwerk.web.public.releases import views as releases
from pactwerk.web.public.schools import views as schools

app_name = "public"

urlpatterns = [
    path("", portal.home, name="home"),
    path("pacten/<slug:slug>/", pacts.home, name="pact"),
    path("pacten/<slug:slug>/doelen/", pacts.goals, name="goals"),
    path("pacten/<slug:slug>/doelen/<int:number>/", pacts.goal, name="goal"),
    path("pacten/<slug:slug>/doelen/<int:number>/cijfers.csv", pacts.goal_csv, name="goal_csv"),
    path("pacten/<slug:slug>/doelen/<int:number>/cijfers.json", pacts.goal_json, name="goal_json"),
    path("pacten/<slug:slug>/partijen/", pacts.parties, name="parties"),
    path("cijfers/", figures.catalogue, name="catalogue"),
    path("cijfers/uitgaven/<slug:release_id>/kwaliteit/", quality.page, name="quality"),
    path("cijfers/uitgaven/<slug:release_id>/kwaliteit.json", quality.as_json, name="quality_json"),
    path("cijfers/uitgaven/<slug:release_id>/verschillen.csv", quality.changes_csv, name="quality_csv"),
    path("cijfers/scholen/<slug:brin>.csv", schools.school_csv, name="school_csv"),
    path("cijfers/scholen/<slug:brin>/", schools.school, name="school"),
    path("cijfers/<slug:code>.csv", figures.indicator_csv, name="indicator_csv"),
    path("cijfers/<slug:code>.json", figures.indicator_json, name="indicator_json"),
    path("cijfers/<slug:code>/", figures.indicator, name="indicator"),
    path("cijfers/<slug:code>/kaart/", figures.indicator_map, name="map"),
    path("cijfers/<slug:code>/herkomst/", figures.provenance, name="provenance"),
    path("stromen/", flows.index, name="flows"),
    path("stromen/keten/", flows.chain, name="chain"),
    path("stromen/<slug:code>.csv", flows.flow_csv, name="flow_csv"),
    path("stromen/<slug:code>.json", flows.flow_json, name="flow_json"),
    path("stromen/<slug:code>/", flows.flow, name="flow"),
    path("bereik/", reach.reach, name="reach"),
    path("bereik/cijfers.csv", reach.reach_file, {"form": "csv"}, name="reach_csv"),
    path("bereik/cijfers.json", reach.reach_file, {"form": "json"}, name="reach_json"),
    path("bereik/sluiting/", reach.closing, name="reach_closing"),
    path("bereik/sluiting.csv", reach.closing_file, {"form": "csv"}, name="reach_closing_csv"),
    path("bereik/sluiting.json", reach.closing_file, {"form": "json"}, name="reach_closing_json"),
    path("bereik/groepsgrootte/", reach.sizes, name="reach_sizes"),
    path("bereik/groepsgrootte.csv", reach.sizes_file, {"form": "csv"}, name="reach_sizes_csv"),
    path("bereik/groepsgrootte.json", reach.sizes_file, {"form": "json"}, name="reach_sizes_json"),
    path("uitgaven/", releases.releases, name="releases"),
    path("gebieden/<slug:code>/", places.area_page, name="area"),
]
