"""Addresses of the desk; include at `bureau/`. Every one needs a signed-in member of an office."""

from django.urls import path

from pactwerk.web.desk.figures import areas, contracts, corrections, reasons
from pactwerk.web.desk.figures import views as figures
from pactwerk.web.desk.goals import views as goals
from pactwerk.web.desk.overview import views as overview

app_name = "desk"

GOAL = "pacten/<slug:slug>/doelen/<int:number>"

urlpatterns = [
    path("", overview.home, name="home"),
    path("wissel/", overview.choose_office, name="choose_office"),
    path("cijfers/", figures.home, name="figures"),
    path("cijfers/laden/", figures.load, name="figures_load"),
    path("cijfers/laden/<slug:upload_id>/", figures.upload, name="figures_upload"),
    path("cijfers/laden/<slug:upload_id>/opnieuw/", figures.read_again, name="figures_read_again"),
    path("cijfers/laden/<slug:upload_id>/verwerp/", figures.discard, name="figures_discard"),
    path("cijfers/uitgaven/terug/", figures.go_back, name="figures_back"),
    path("cijfers/uitgaven/<slug:release_id>/actueel/", figures.make_current, name="figures_current"),
    path("cijfers/uitgaven/<slug:release_id>/intrekken/", reasons.withdraw, name="figures_withdraw"),
    path("cijfers/uitgaven/<slug:release_id>/herstellen/", reasons.reinstate, name="figures_reinstate"),
    path("cijfers/opnieuw/", figures.rebuild, name="figures_rebuild"),
    path("cijfers/correcties/", corrections.listing, name="figures_corrections"),
    path("cijfers/correcties/nieuw/", corrections.add, name="figures_correct"),
    path("cijfers/correcties/<slug:correction_id>/intrekken/", corrections.withdraw, name="figures_correct_withdraw"),
    path("cijfers/gebieden/", areas.listing, name="figures_areas"),
    path("cijfers/gebieden/nieuw/", areas.edit, name="figures_area_add"),
    path("cijfers/gebieden/inlezen/", areas.load, name="figures_areas_load"),
    path("cijfers/gebieden/gebieden.csv", areas.export, name="figures_areas_csv"),
    path("cijfers/gebieden/<slug:code>/wijzigen/", areas.edit, name="figures_area"),
    path("cijfers/gebieden/<slug:code>/weg/", areas.remove, name="figures_area_remove"),
    path("cijfers/tabellen/", contracts.contracts, name="figures_contracts"),
    path("cijfers/tabellen/<slug:table>.csv", contracts.template, name="figures_template"),
    path("pacten/<slug:slug>/", overview.pact, name="pact"),
    path(f"{GOAL}/", goals.goal, name="goal"),
    path(f"{GOAL}/beginpunt/", goals.baseline, name="baseline"),
    path(f"{GOAL}/streefwaarde/", goals.target, name="target"),
    path(f"{GOAL}/eigen-cijfer/", goals.own_figure, name="own_figure"),
    path(f"{GOAL}/eigen-cijfer/<int:pk>/intrekken/", goals.withdraw_figure, name="withdraw_figure"),
    path(f"{GOAL}/verhaal/", goals.story, name="story"),
    path(f"{GOAL}/invullen/", goals.fill_in, name="fill_in"),
    path(f"{GOAL}/intrekken/", goals.withdraw, name="withdraw"),
    path(f"{GOAL}/herstellen/", goals.restore, name="restore"),
    path(f"{GOAL}/mijlpalen/<int:pk>/", goals.milestone, name="milestone"),
    path(f"{GOAL}/mijlpalen/<int:pk>/heropenen/", goals.reopen_milestone, name="reopen_milestone"),
]
