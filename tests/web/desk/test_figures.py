"""Figures on the desk: what a manager of the only office does from upload to withdrawal, and what others see."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from pactwerk.figures.releases import current_release
from pactwerk.foundation.accounts.models import Office
from pactwerk.progress.areas import every_entered_area
from pactwerk.progress.releases.uploads import UploadStore
from tests.cast import Cast
from tests.progress.releases.conftest import example_files, home, nobody_reads, read_at_once
from tests.sign_in import sign_in
from tests.web.reading import check_page, page, text_of

__all__ = ["example_files", "home", "nobody_reads", "read_at_once"]

DESK = "/bureau/cijfers/"


@pytest.fixture
def alice(cast: Cast, client: Client) -> Client:
    """The manager of the only office of the installation."""
    Office.objects.exclude(slug="bureau-a").delete()
    sign_in(client, cast.alice)
    return client


def files(folder: Path, pattern: str) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(path.name, path.read_bytes()) for path in sorted(folder.glob(pattern))]


def upload(client: Client, folder: Path, pattern: str) -> str:
    """Upload; the address of the page with the preview."""
    response = client.post(f"{DESK}laden/", {"offered": files(folder, pattern), "example": "on"})
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def button(soup: BeautifulSoup, text: str) -> str:
    """The address that a button posts to."""
    found = next(each for each in soup.find_all("button") if text in text_of(each))
    form = found.find_parent("form")
    assert form
    return str(form["action"])


def read(response: HttpResponse, status: int) -> str:
    assert response.status_code == status
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    check_page(soup)
    return text_of(soup)


def test_from_upload_to_current_and_back(alice: Client, home: Path, example_files: Path, read_at_once: None) -> None:
    assert "Er is nog niets geladen" in text_of(page(alice, DESK))
    soup = page(alice, upload(alice, example_files, "*leerlingen*2018*.csv"))
    text = text_of(soup)
    assert "DUO: leerlingen in het voortgezet onderwijs per vestiging, 2018/19" in text
    assert "alle cijfers zijn nieuw" in text
    assert soup.find("h1").find_next_sibling(class_="pw-example")
    assert current_release(home) is None
    done = alice.post(button(soup, "Ja, maak deze cijfers actueel"), follow=True)
    assert "is nu actueel" in done.content.decode()
    first = current_release(home)
    assert first
    soup = page(alice, upload(alice, example_files, "*leerlingen*2019*.csv"))
    assert "K04" in text_of(soup.find(attrs={"aria-labelledby": "verandert"}))
    alice.post(button(soup, "Ja, maak deze cijfers actueel"))
    overview = page(alice, DESK)
    assert "2018/19, 2019/20" in text_of(overview.table)
    alice.post(button(overview, "Ja, ga terug"))
    back = current_release(home)
    assert back
    assert back.id == first.id


def test_withdrawing_asks_a_reason_that_everybody_reads(
    alice: Client, home: Path, example_files: Path, read_at_once: None
) -> None:
    for year in ("2018", "2019"):
        soup = page(alice, upload(alice, example_files, f"*leerlingen*{year}*.csv"))
        alice.post(button(soup, "Ja, maak deze cijfers actueel"))
    found = current_release(home)
    assert found
    address = f"{DESK}uitgaven/{found.id}/intrekken/"
    assert "vorige" in text_of(page(alice, address))
    assert "Fout" in read(alice.post(address, {"reason": ""}), 422)
    assert "is ingetrokken" in alice.post(address, {"reason": "verkeerd bestand"}, follow=True).content.decode()
    after = current_release(home)
    assert after
    assert after.id != found.id
    assert "verkeerd bestand" in text_of(page(Client(), "/uitgaven/"))
    assert "verkeerd bestand" in text_of(page(Client(), f"/cijfers/uitgaven/{found.id}/kwaliteit/"))
    twin = Client().get(f"/cijfers/uitgaven/{found.id}/kwaliteit.json")
    assert twin.json()["withdrawn"] == "verkeerd bestand"
    assert f'"voorbeeldgegevens-ingetrokken-kwaliteit-{found.id}.json"' in twin["Content-Disposition"]
    changes = Client().get(f"/cijfers/uitgaven/{found.id}/verschillen.csv")
    assert f'"voorbeeldgegevens-ingetrokken-verschillen-{found.id}.csv"' in changes["Content-Disposition"]
    assert Client().get(f"/cijfers/uitgaven/{after.id}/kwaliteit.json").json()["withdrawn"] is None


def test_what_is_refused_is_said_at_the_form(alice: Client, home: Path, nobody_reads: None) -> None:
    pdf = SimpleUploadedFile("rapport.pdf", b"%PDF-1.4")
    assert "rapport.pdf kan niet worden gelezen" in read(alice.post(f"{DESK}laden/", {"offered": [pdf]}), 422)
    assert "Dit is nog niet opgeslagen" in read(alice.post(f"{DESK}laden/", {}), 422)
    assert UploadStore(home).all() == ()


def test_the_page_of_an_upload_survives_a_restart(
    alice: Client, home: Path, example_files: Path, nobody_reads: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pactwerk.progress.releases import uploads
    from pactwerk.web.desk.figures import views

    monkeypatch.setattr(views, "WAIT", 0.0)
    address = upload(alice, example_files, "*leerlingen*2018*.csv")
    assert "De bestanden worden gelezen" in text_of(page(alice, address))
    monkeypatch.setattr(uploads, "PATIENCE", -1.0)
    soup = page(alice, address)
    assert "Het lezen is afgebroken" in text_of(soup)
    alice.post(button(soup, "Ja, gooi deze bestanden weg"))
    assert [each.outcome for each in UploadStore(home).all()] == ["discarded"]


def test_a_file_that_says_nothing_leaves_nothing_to_make_current(alice: Client, home: Path, read_at_once: None) -> None:
    html = SimpleUploadedFile("leerlingen.csv", b"<html><body>Niet gevonden</body></html>")
    address = str(alice.post(f"{DESK}laden/", {"offered": [html]})["Location"])
    text = text_of(page(alice, address))
    assert "niets nieuws" in text
    assert "leerlingen.csv" in text
    assert "Maak actueel" not in text


READABLE = ("", "tabellen/", "correcties/", "gebieden/")
CLOSED = ("laden/", "correcties/nieuw/")
ACTS = (
    *("opnieuw/", "laden/x/opnieuw/", "laden/x/verwerp/", "uitgaven/terug/", "uitgaven/x/actueel/"),
    *("uitgaven/x/intrekken/", "uitgaven/x/herstellen/", "correcties/nieuw/", "correcties/x/intrekken/"),
)


@pytest.mark.parametrize("who", ["alice", "bob", "carol", "charlie"])
def test_members_of_several_offices_look_and_do_nothing(cast: Cast, client: Client, home: Path, who: str) -> None:
    sign_in(client, getattr(cast, who))
    for path in READABLE:
        assert "Bestanden laden" not in text_of(page(client, DESK + path))
    for path in CLOSED:
        assert "beheerder van deze installatie" in text_of(page(client, DESK + path, 403))
    for path in ACTS:
        assert client.post(DESK + path, {"reason": "mag niet"}).status_code == 403, path


def test_who_belongs_to_no_office_sees_nothing(cast: Cast, client: Client, home: Path) -> None:
    from pactwerk.foundation.accounts.models import User

    sign_in(client, User.objects.create_user("los@example.org", None, name="Los"))
    for path in (*READABLE, *CLOSED):
        assert client.get(DESK + path).status_code == 403


def test_a_template_is_taken_for_its_own_table(alice: Client, home: Path) -> None:
    soup = page(alice, f"{DESK}tabellen/")
    links = [str(link["href"]) for link in soup.select("a.pw-download")]
    assert len(links) > 3
    text = alice.get(f"{DESK}tabellen/vo_pupils.csv").content.decode()
    assert text.startswith("BRIN NUMMER;VESTIGINGSNUMMER;")
    assert text.count("\n") == 1
    assert alice.get(f"{DESK}tabellen/bestaat_niet.csv").status_code == 404


def test_a_correction_is_noted_and_withdrawn_with_its_reason(alice: Client, home: Path) -> None:
    facts = {"location": "16TF00", "field": "municipality", "value": "GM0361", "reason": "verhuisd in 2020"}
    wrong = {**facts, "value": "nergens"}
    assert "geen gemeentecode" in read(alice.post(f"{DESK}correcties/nieuw/", wrong), 422)
    alice.post(f"{DESK}correcties/nieuw/", facts)
    soup = page(alice, f"{DESK}correcties/")
    assert "16TF00: gemeente Alkmaar (GM0361) verhuisd in 2020" in text_of(soup)
    link = next(str(each["href"]) for each in soup.select("main a") if "intrekken" in str(each["href"]))
    assert "bij de correctie" in text_of(page(alice, link))
    alice.post(link, {"reason": "toch niet"})
    assert "ingetrokken : toch niet" in text_of(page(alice, f"{DESK}correcties/"))
    assert alice.get(link).status_code == 404


def test_an_office_enters_changes_exports_and_removes_its_areas(
    cast: Cast, client: Client, home: Path, settings: Settings
) -> None:
    sign_in(client, cast.bob)
    facts = {"code": "STO-PROEF", "name": "Proefregio", "kind": "sto-regio", "members": "Alkmaar; 2020-01-01\nGM0361x"}
    assert "regel 3" in read(client.post(f"{DESK}gebieden/nieuw/", facts), 422)
    client.post(f"{DESK}gebieden/nieuw/", {**facts, "members": "Alkmaar; 2020-01-01\nHeiloo"})
    assert "Alkmaar (vanaf 2020-01-01)" in text_of(page(client, f"{DESK}gebieden/"))
    change = {**facts, "code": "STO-ANDERS", "name": "Andere naam", "members": "Alkmaar; 2020-01-01\nHeiloo"}
    client.post(f"{DESK}gebieden/STO-PROEF/wijzigen/", change)
    assert {area.code: area.name for area in every_entered_area()} == {"STO-PROEF": "Andere naam"}
    client.post(f"{DESK}gebieden/STO-PROEF/wijzigen/", {**change, "name": "Proefregio"})
    exported = client.get(f"{DESK}gebieden/gebieden.csv").content
    assert b"STO-PROEF,Proefregio,sto-regio,GM0361,2020-01-01," in exported
    client.post(f"{DESK}gebieden/STO-PROEF/weg/")
    assert "Proefregio" not in text_of(page(client, f"{DESK}gebieden/").main.find("h1").parent)
    client.post(f"{DESK}gebieden/inlezen/", {"offered": SimpleUploadedFile("gebieden.csv", exported)})
    assert "Proefregio" in text_of(page(client, f"{DESK}gebieden/"))
    sign_in(client, cast.charlie)
    assert "Proefregio" in text_of(page(client, f"{DESK}gebieden/"))
    assert client.get(f"{DESK}gebieden/STO-PROEF/wijzigen/").status_code == 404
    assert client.post(f"{DESK}gebieden/STO-PROEF/weg/").status_code == 404
    sign_in(client, cast.carol)
    assert client.get(f"{DESK}gebieden/nieuw/").status_code == 403
