"""From uploaded files to a current release and back, and who may do it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pactwerk.figures.releases import current_release, managing
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from pactwerk.foundation.operations.models import AuditLine
from pactwerk.progress.corrections import correct_official_data, every_correction
from pactwerk.progress.releases import background, operations, starting, uploads
from pactwerk.progress.releases.uploads import Choices, Upload, UploadStore
from tests.cast import Cast

EXAMPLE = Choices(example=True)


def files(folder: Path, pattern: str = "*.csv") -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(path.name, path.read_bytes()) for path in sorted(folder.glob(pattern))]


def uploaded(actor: Actor, folder: Path, pattern: str = "*.csv") -> Upload:
    return operations.upload_files(actor, files=files(folder, pattern), choices=EXAMPLE)


def candidate(home: Path, upload: Upload) -> str:
    reading = UploadStore(home).reading(upload)
    assert reading
    assert reading.state == "read", reading.reason_nl
    return reading.candidate


def test_nothing_is_public_before_it_is_made_current_and_one_click_goes_back(
    cast: Cast, home: Path, example_files: Path, read_at_once: None
) -> None:
    dirk = cast.actor("dirk")
    first = uploaded(dirk, example_files, "*leerlingen*2018*.csv")
    assert current_release(home) is None
    operations.make_release_current(dirk, release_id=candidate(home, first))
    before = current_release(home)
    assert before
    second = uploaded(dirk, example_files, "*leerlingen*2019*.csv")
    operations.make_release_current(dirk, release_id=candidate(home, second))
    after = current_release(home)
    assert after
    assert after.id != before.id
    assert [upload.outcome for upload in UploadStore(home).all()] == ["current", "current"]
    operations.go_back_one_release(dirk)
    back = current_release(home)
    assert back
    assert back.id == before.id
    with pytest.raises(OperationError, match="reden"):
        operations.withdraw_release(dirk, release_id=after.id, reason=" ")
    operations.withdraw_release(dirk, release_id=after.id, reason="verkeerd jaar")
    with pytest.raises(OperationError, match="ingetrokken"):
        operations.make_release_current(dirk, release_id=after.id)
    operations.reinstate_release(dirk, release_id=after.id, reason="toch goed")
    operations.make_release_current(dirk, release_id=after.id)
    assert {act.by for act in managing.history(home)} == {f"user:{cast.dirk.pk}"}


def test_discarding_leaves_nothing_behind(cast: Cast, home: Path, example_files: Path, read_at_once: None) -> None:
    dirk = cast.actor("dirk")
    upload = uploaded(dirk, example_files, "*leerlingen*2018*.csv")
    prepared = candidate(home, upload)
    operations.discard_upload(dirk, upload=upload)
    assert managing.candidates(home) == ()
    assert not (home / "releases" / prepared).exists()
    assert not [path for path in (home / "files").rglob("*") if path.is_file()]


def test_what_a_command_did_meanwhile_does_not_keep_an_upload_open(
    cast: Cast, home: Path, example_files: Path, read_at_once: None
) -> None:
    dirk = cast.actor("dirk")
    upload = uploaded(dirk, example_files, "*leerlingen*2018*.csv")
    managing.make_current(home, candidate(home, upload), "system")
    operations.discard_upload(dirk, upload=upload)
    assert [each.outcome for each in UploadStore(home).all()] == ["discarded"]
    assert current_release(home)
    closed = UploadStore(home).get(upload.id)
    assert closed
    with pytest.raises(OperationError, match="al actueel gemaakt of verworpen"):
        operations.discard_upload(dirk, upload=closed)


def test_every_act_that_succeeds_and_every_one_that_does_not_is_in_the_log(cast: Cast, home: Path) -> None:
    dirk = cast.actor("dirk")
    for attempt in (
        lambda: operations.make_release_current(dirk, release_id="geen"),
        lambda: operations.go_back_one_release(dirk),
        lambda: operations.make_release_current(cast.actor("alice"), release_id="geen"),
    ):
        with pytest.raises((OperationError, PermissionRefused)):
            attempt()
    correct_official_data(dirk, location="16TF00", field="name", value="School", reason="naam")
    told = [(line.action, line.result) for line in AuditLine.objects.order_by("pk")][-4:]
    assert told == [
        ("figures.make_current", "failed"),
        ("figures.go_back", "failed"),
        ("figures.make_current", "refused"),
        ("figures.correct", "ok"),
    ]
    assert [entry.location for entry in every_correction()] == ["16TF00"]
    assert managing.history(home) == ()


def test_a_killed_reader_can_be_started_again(
    cast: Cast, home: Path, example_files: Path, nobody_reads: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    dirk = cast.actor("dirk")
    upload = uploaded(dirk, example_files, "*leerlingen*2018*.csv")
    with pytest.raises(OperationError, match="worden nu gelezen"):
        operations.read_upload_again(dirk, upload=upload)
    monkeypatch.setattr(uploads, "PATIENCE", -1.0)
    monkeypatch.setattr(starting, "start_reader", background.read_upload)
    operations.read_upload_again(dirk, upload=upload)
    assert candidate(home, upload)


def test_a_file_that_is_no_table_is_refused_by_name_and_no_release_is_made(
    cast: Cast, home: Path, read_at_once: None
) -> None:
    html = SimpleUploadedFile("leerlingen.csv", b"<html><body>Niet gevonden</body></html>")
    upload = operations.upload_files(cast.actor("dirk"), files=[html], choices=EXAMPLE)
    reading = UploadStore(home).reading(upload)
    assert reading
    assert reading.candidate == ""
    (line,) = reading.lines
    assert line["nl"]["file"] == "leerlingen.csv"
    assert line["nl"]["outcome"] != "read"
    assert line["nl"]["reason"]


@pytest.mark.parametrize("who", ["alice", "bob", "carol", "charlie", "nobody"])
def test_with_two_offices_only_the_platform_may(cast: Cast, home: Path, nobody_reads: None, who: str) -> None:
    with pytest.raises(PermissionRefused):
        operations.upload_files(cast.actor(who), files=[SimpleUploadedFile("a.csv", b"x")])
    assert UploadStore(home).all() == ()


@pytest.mark.parametrize(("who", "may"), [("alice", True), ("bob", False), ("carol", False), ("dirk", True)])
def test_with_one_office_its_managers_may_too(cast: Cast, home: Path, nobody_reads: None, who: str, may: bool) -> None:
    Office.objects.exclude(slug="bureau-a").delete()
    try:
        operations.upload_files(cast.actor(who), files=[SimpleUploadedFile("a.csv", b"x")])
    except PermissionRefused:
        assert not may
    else:
        assert may


def test_the_reader_is_a_process_of_its_own(
    cast: Cast, home: Path, example_files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "PATIENCE", 120.0)  # a busy machine takes its time to start a process
    upload = uploaded(cast.actor("dirk"), example_files, "*leerlingen*2018*.csv")
    store, until = UploadStore(home), time.monotonic() + 120
    while store.state(upload) in ("waiting", "reading") and time.monotonic() < until:
        time.sleep(0.05)
    assert candidate(home, upload)
