"""The forms of one goal: they call operations, say what is wrong at the form, and confirm before anything is lost."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from pactwerk.domain.pact import operations
from pactwerk.domain.pact.models import Goal, Milestone, OwnFigure, Target
from pactwerk.domain.pact.queries import current_targets
from tests.cast import Cast
from tests.sign_in import sign_in
from tests.web import stage
from tests.web.reading import check_page, page, text_of

FORMS = {
    "beginpunt": {"period": "2022/23"},
    "streefwaarde": {"which": "nieuw", "period": "2026/27", "value": "30"},
    "eigen-cijfer": {"period": "2023/24", "value": "31,5", "citation": "telling"},
    "verhaal": {"story": "Nieuw verhaal", "seen": "Veel scholen begonnen pas in het tweede jaar."},
    "invullen": {"title": "Anders", "kind": "kwalitatief", "direction": "up"},
    "intrekken": {},
}


def address(goal: Goal, form: str = "") -> str:
    return f"/bureau/pacten/{goal.pact.slug}/doelen/{goal.number}/" + (f"{form}/" if form else "")


def read(response: HttpResponse) -> BeautifulSoup:
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    check_page(soup)
    return soup


def state(goal: Goal) -> tuple[object, ...]:
    """Everything the forms can change, read from the database."""
    fresh = Goal.objects.get(pk=goal.pk)
    fields = (fresh.title, fresh.kind, fresh.story, fresh.baseline_period, fresh.baseline_value, fresh.withdrawn_on)
    return (
        *fields,
        Target.objects.count(),
        OwnFigure.objects.count(),
        Milestone.objects.filter(reached_on=None).count(),
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("who", "status"), [("carol", 403), ("charlie", 404), ("dirk", 404), ("nobody", 302)])
def test_who_may_not_edit_changes_nothing(  # noqa: PLR0917 -- pytest passes them by name
    cast: Cast, scene: stage.Scene, client: Client, who: str, status: int, form: str
) -> None:
    if who != "nobody":
        sign_in(client, getattr(cast, who))
    before = state(scene.exam)
    assert client.post(address(scene.exam, form), FORMS[form]).status_code == status
    assert state(scene.exam) == before


@pytest.mark.parametrize("form", [name for name in FORMS if name != "intrekken"])
def test_every_form_is_whole_without_javascript(cast: Cast, scene: stage.Scene, client: Client, form: str) -> None:
    sign_in(client, cast.bob)
    soup = page(client, address(scene.exam, form))
    form_tag = soup.find("form", class_="pw-form")
    assert form_tag
    assert form_tag.find("input", attrs={"name": "csrfmiddlewaretoken"})
    assert form_tag.find("button", attrs={"type": "submit"})


@pytest.mark.parametrize("form", ["beginpunt", "eigen-cijfer", "invullen"])
def test_an_empty_answer_gets_a_summary_that_links_to_the_fields(
    cast: Cast, scene: stage.Scene, client: Client, form: str
) -> None:
    sign_in(client, cast.bob)
    before = state(scene.exam)
    response = client.post(address(scene.exam, form), {})
    assert response.status_code == 422
    soup = read(response)
    links = soup.select("#fouten a")
    assert links
    assert all(soup.find(id=str(link["href"]).removeprefix("#")) for link in links)
    assert state(scene.exam) == before


def test_choosing_a_baseline_for_the_doubling_goal(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    response = client.post(address(scene.doubling, "beginpunt"), {"period": "2022/23"}, follow=True)
    assert "Het basisjaar is nu 2022/23." in text_of(read(response))
    assert Goal.objects.get(pk=scene.doubling.pk).baseline_period == "2022/23"


def test_replacing_a_baseline_asks_first(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    answer = {"period": "2020/21", "value": "19,5"}
    soup = read(client.post(address(scene.exam, "beginpunt"), answer))
    assert "Het basisjaar 2021/22 wordt vervangen" in text_of(soup)
    assert Goal.objects.get(pk=scene.exam.pk).baseline_period == "2021/22"
    client.post(address(scene.exam, "beginpunt"), {**answer, "bevestigd": "1"})
    fresh = Goal.objects.get(pk=scene.exam.pk)
    assert (fresh.baseline_period, fresh.baseline_value) == ("2020/21", Decimal("19.5"))


def test_what_the_operation_says_stands_at_the_form(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    answer = {"period": "volgend jaar", "value": "3", "citation": "telling"}
    response = client.post(address(scene.exam, "eigen-cijfer"), answer)
    assert response.status_code == 422
    field = read(response).find(id="id_period_error")
    assert "is geen periode" in text_of(field)


def test_revising_a_target_needs_a_reason_and_keeps_the_old_one(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    (target,) = current_targets(scene.exam)
    answer = {"which": str(target.pk), "period": "2030/31", "value": "35"}
    refused = client.post(address(scene.exam, "streefwaarde"), answer)
    assert "Geef bij een herziening de reden" in text_of(read(refused))
    assert Target.objects.filter(goal=scene.exam).count() == 1
    client.post(address(scene.exam, "streefwaarde"), {**answer, "reason": "Minder leerlingen."})
    assert [int(t.value or 0) for t in Target.objects.filter(goal=scene.exam).order_by("pk")] == [40, 35]


def test_two_revisions_of_the_same_target_do_not_both_count(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    (target,) = current_targets(scene.exam)
    answer = {"which": str(target.pk), "period": "2030/31", "value": "35", "reason": "Eerste."}
    client.post(address(scene.exam, "streefwaarde"), answer)
    second = client.post(address(scene.exam, "streefwaarde"), {**answer, "value": "33", "reason": "Tweede."})
    assert second.status_code == 422
    assert Target.objects.filter(goal=scene.exam).count() == 2


def test_an_own_figure_is_recorded_and_withdrawn_with_a_reason(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    client.post(address(scene.exam, "eigen-cijfer"), FORMS["eigen-cijfer"])
    figure = OwnFigure.objects.get()
    assert figure.value == Decimal("31.5")
    assert figure.recorded_by == cast.bob
    item = read(client.get(address(scene.exam))).select_one("section[aria-labelledby=eigen] li")
    assert item is not None
    assert "31,5" in text_of(item.select_one(".pw-figure"))
    withdraw = address(scene.exam, f"eigen-cijfer/{figure.pk}/intrekken")
    assert "31,5" in text_of(read(client.get(withdraw)))
    assert client.post(withdraw, {"reason": ""}).status_code == 422
    client.post(withdraw, {"reason": "Dubbel geteld."})
    assert OwnFigure.objects.get().withdrawn_reason == "Dubbel geteld."


def test_a_second_figure_for_a_period_is_refused_in_words(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    client.post(address(scene.exam, "eigen-cijfer"), FORMS["eigen-cijfer"])
    again = client.post(address(scene.exam, "eigen-cijfer"), FORMS["eigen-cijfer"])
    assert "staat al een eigen cijfer" in text_of(read(again))
    assert OwnFigure.objects.count() == 1


def test_another_goals_figure_or_milestone_is_not_there(cast: Cast, scene: stage.Scene, client: Client) -> None:
    figure = operations.record_own_figure(
        stage.BUILDER, scene.exam, period="2023/24", value=Decimal(31), citation="telling"
    )
    sign_in(client, cast.bob)
    answer = {"reason": "Geprobeerd."}
    wrong = address(scene.doubling, f"eigen-cijfer/{figure.pk}/intrekken")
    assert client.post(wrong, answer).status_code == 404
    milestone = Milestone.objects.get()
    assert client.post(address(scene.doubling, f"mijlpalen/{milestone.pk}"), {"on": "2026-01-01"}).status_code == 404
    assert OwnFigure.objects.get().withdrawn_on is None


def test_writing_the_story(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    client.post(address(scene.exam, "verhaal"), FORMS["verhaal"])
    assert Goal.objects.get(pk=scene.exam.pk).story == "Nieuw verhaal"


def test_emptying_the_story_asks_first(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    answer = {"story": "", "seen": scene.exam.story}
    soup = read(client.post(address(scene.exam, "verhaal"), answer))
    assert "Het verhaal wordt gewist" in text_of(soup)
    assert Goal.objects.get(pk=scene.exam.pk).story
    client.post(address(scene.exam, "verhaal"), {**answer, "bevestigd": "1"})
    assert Goal.objects.get(pk=scene.exam.pk).story == ""


def test_a_story_that_a_colleague_changed_meanwhile_is_not_overwritten_unseen(
    cast: Cast, scene: stage.Scene, client: Client
) -> None:
    seen = scene.exam.story
    operations.write_story(stage.BUILDER, scene.exam, story="Van een collega")
    sign_in(client, cast.bob)
    soup = read(client.post(address(scene.exam, "verhaal"), {"story": "Van mij", "seen": seen}))
    assert "Van een collega" in text_of(soup)
    assert Goal.objects.get(pk=scene.exam.pk).story == "Van een collega"


def test_a_milestone_is_reached_and_reopened(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    milestone = Milestone.objects.get()
    tomorrow = timezone.localdate() + timedelta(days=1)
    late = client.post(address(scene.exam, f"mijlpalen/{milestone.pk}"), {"on": tomorrow.isoformat()})
    assert "toekomst" in text_of(read(late))
    client.post(address(scene.exam, f"mijlpalen/{milestone.pk}"), {"on": "2026-01-02"})
    assert str(Milestone.objects.get().reached_on) == "2026-01-02"
    client.post(address(scene.exam, f"mijlpalen/{milestone.pk}/heropenen"))
    assert Milestone.objects.get().reached_on is None


def test_filling_in_an_unfilled_goal_lists_what_is_missing_then_takes_it(
    cast: Cast, scene: stage.Scene, client: Client
) -> None:
    sign_in(client, cast.bob)
    answer = {"title": "Meer meisjes", "kind": "aandeel", "direction": "up", "indicator_code": "K11"}
    refused = client.post(address(scene.unfilled, "invullen"), answer)
    assert "mist nog" in text_of(read(refused))
    whole = {
        **answer,
        "line": "kiezen",
        "area_code": stage.AREA,
        "unit": "%",
        "baseline_period": "2021/22",
        "target_value": "12,5",
        "horizon": "2030/31",
        "owner": str(scene.school.pk),
        "citation": "Besluit, regel 3",
    }
    client.post(address(scene.unfilled, "invullen"), whole)
    goal = Goal.objects.get(pk=scene.unfilled.pk)
    assert (goal.title, goal.kind, goal.gaps_accepted) == ("Meer meisjes", "aandeel", False)
    assert current_targets(goal)[0].value == Decimal("12.5")


def test_a_goal_gets_a_definition_of_its_own_figure(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    answer = {"title": "Techniek", "kind": "aandeel", "direction": "up", "indicator_code": "K03", "accept_gaps": "on"}
    wrong = client.post(address(scene.unfilled, "invullen"), {**answer, "definition": "K04:profile"})
    assert "hoort bij een ander cijfer" in text_of(read(wrong))
    client.post(address(scene.unfilled, "invullen"), {**answer, "definition": "K03:profile"})
    assert Goal.objects.get(pk=scene.unfilled.pk).definition == "profile"
    form = page(client, address(scene.unfilled, "invullen"))
    assert [option["value"] for option in form.select("#id_definition option[selected]")] == ["K03:profile"]


def test_a_withdrawal_can_be_undone(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    client.post(address(scene.exam, "intrekken"))
    assert Goal.objects.get(pk=scene.exam.pk).withdrawn_on
    assert "ingetrokken" in text_of(page(client, address(scene.exam)))
    client.post(address(scene.exam, "herstellen"))
    assert Goal.objects.get(pk=scene.exam.pk).withdrawn_on is None


def test_an_archived_pact_takes_no_changes(cast: Cast, scene: stage.Scene, client: Client) -> None:
    operations.archive_pact(stage.BUILDER, scene.pact)
    sign_in(client, cast.alice)
    before = state(scene.exam)
    response = client.post(address(scene.exam, "verhaal"), FORMS["verhaal"])
    assert "gearchiveerd" in text_of(read(response))
    assert state(scene.exam) == before


def test_undoing_what_did_not_happen_says_so(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    response = client.post(address(scene.exam, "herstellen"), follow=True)
    assert "niet ingetrokken" in text_of(read(response))


def test_the_form_of_a_target_starts_from_the_last_one(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    soup = page(client, address(scene.exam, "streefwaarde"))
    chosen = soup.select_one("#id_which option[selected]")
    assert "40" in text_of(chosen)
    assert soup.select_one("#id_period[value='2030/31']")


def test_a_second_target_for_another_period(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    client.post(address(scene.exam, "streefwaarde"), FORMS["streefwaarde"])
    assert {target.period for target in current_targets(Goal.objects.get(pk=scene.exam.pk))} == {"2026/27", "2030/31"}


def test_numbers_are_written_as_people_read_them(cast: Cast, scene: stage.Scene, client: Client) -> None:
    operations.record_own_figure(
        stage.BUILDER, scene.exam, period="2023/24", value=Decimal("1250.5"), citation="telling"
    )
    sign_in(client, cast.bob)
    assert "1.250,5 %" in text_of(page(client, address(scene.exam)))
