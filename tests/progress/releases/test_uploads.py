"""Uploads on disk: what survives a killed reader, and what an upload may be."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from pactwerk.foundation.operations import OperationError
from pactwerk.progress.releases import receiving
from pactwerk.progress.releases.receiving import receive
from pactwerk.progress.releases.uploads import Choices, Reading, Upload, UploadStore


@pytest.fixture
def store(tmp_path: Path) -> UploadStore:
    return UploadStore(tmp_path / "figures")


@pytest.fixture
def upload(store: UploadStore, tmp_path: Path) -> Upload:
    file = tmp_path / "a.csv"
    file.write_bytes(b"BRIN;X\n")
    return store.add("user:5", {"a.csv": file}, Choices(edition="2019/20", replace=True))


def test_an_upload_is_found_again_as_it_was(store: UploadStore, upload: Upload) -> None:
    assert UploadStore(store.folder.parent).get(upload.id) == upload
    assert store.all() == (upload,)
    assert [path.read_bytes() for path in store.paths(upload)] == [b"BRIN;X\n"]


def test_waits_for_its_reader_a_while_and_then_says_that_none_came(store: UploadStore, upload: Upload) -> None:
    assert store.state(upload) == "waiting"
    os.utime(store.folder / upload.id / "upload.json", (0, 0))
    assert store.state(upload) == "interrupted"


def test_a_reader_that_was_killed_is_seen_by_its_lock(store: UploadStore, upload: Upload) -> None:
    store.write_reading(upload, Reading("reading", 1, 3))
    with store.held(upload) as free:
        assert free
        assert store.state(upload) == "reading"
    assert store.state(upload) == "interrupted"


def test_two_readers_never_read_the_same(store: UploadStore, upload: Upload) -> None:
    with store.held(upload), store.held(upload) as free:
        assert not free


def test_what_was_read_stays_read(store: UploadStore, upload: Upload) -> None:
    store.write_reading(upload, Reading("read", candidate="x", lines=({"nl": {}, "en": {}},)))
    found = store.reading(upload)
    assert found
    assert (store.state(upload), found.candidate, len(found.lines)) == ("read", "x", 1)


def test_closing_throws_the_bytes_away_and_keeps_who_and_what(store: UploadStore, upload: Upload) -> None:
    store.close(upload, "discarded")
    closed = store.get(upload.id)
    assert closed
    assert (closed.outcome, closed.by, closed.files) == ("discarded", "user:5", upload.files)
    assert not any(path.exists() for path in store.paths(upload))


@pytest.mark.parametrize("name", ["", "..", "../figures", ".hidden", "a/b", "niets"])
def test_no_name_leads_out_of_the_folder(store: UploadStore, upload: Upload, name: str) -> None:
    assert store.get(name) is None


def offered(name: str, content: bytes = b"x") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def packed(*names: str) -> SimpleUploadedFile:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name in names:
            target.writestr(name, f"inhoud van {name}")
    return offered("alles.zip", stream.getvalue())


def test_a_zip_gives_its_files_by_their_own_names(tmp_path: Path) -> None:
    files = receive([packed("map/een.csv", "twee.xlsx", "__MACOSX/._een.csv", "map/.verborgen")], tmp_path)
    assert sorted(files) == ["een.csv", "twee.xlsx"]
    assert all(path.parent == tmp_path for path in files.values())


def test_a_zip_cannot_write_elsewhere(tmp_path: Path) -> None:
    inside = tmp_path / "hier"
    inside.mkdir()
    files = receive([packed("../../weg.csv", "/etc/absoluut.csv")], inside)
    assert sorted(files) == ["absoluut.csv", "weg.csv"]
    assert {path.parent for path in files.values()} == {inside}
    assert [path.name for path in tmp_path.iterdir()] == ["hier"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([], "ten minste één"),
        ([offered("rapport.pdf")], "rapport.pdf"),
        ([offered("macro.xlsm")], "xlsx"),
        ([packed("een.exe")], "een.exe"),
        ([offered("stuk.zip", b"geen zip")], "stuk.zip"),
        ([offered("a.csv"), packed("b/a.csv")], "twee bestanden"),
    ],
)
def test_what_no_publisher_offers_is_refused_in_words(
    tmp_path: Path, files: list[SimpleUploadedFile], said: str
) -> None:
    with pytest.raises(OperationError, match=said):
        receive(files, tmp_path)


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_zip_is_refused_in_words(tmp_path: Path, how: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as target:
        target.writestr("a.csv", bytes(range(256)) * 20)
    content = bytearray(stream.getvalue())
    content[50:60] = b"\xff" * 10
    with pytest.raises(OperationError, match="geen leesbaar zipbestand"):
        receive([offered("stuk.zip", bytes(content))], tmp_path)


@pytest.mark.parametrize("name", ["é" * 200 + ".csv", "字" * 200 + ".csv", "x" * 300 + ".csv"])
def test_a_very_long_name_is_kept_short(tmp_path: Path, name: str) -> None:
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w") as target:
        target.writestr(name, "inhoud")
    (path,) = receive([offered("alles.zip", inside.getvalue())], tmp_path).values()
    assert path.read_bytes() == b"inhoud"
    assert path.suffix == ".csv"


def test_as_many_files_as_may_be_chosen_reach_us(settings: Settings) -> None:
    """Django cuts off before any view sees the files, with a page that says nothing."""
    assert settings.DATA_UPLOAD_MAX_NUMBER_FILES >= receiving.MAX_FILES


def test_a_zip_that_swells_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MAX_BYTES", 100)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("groot.csv", b"0" * 10_000)
    with pytest.raises(OperationError, match="groter"):
        receive([offered("klein.zip", stream.getvalue())], tmp_path)
