"""Whatever is wrong with the database is one clear error, and the records come through it whole."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from reports.records.database import wished_url
from reports.records.store import open_records
from simulator.errors import CallError, ContentError, DrillroomError, FileError, WriteError
from tests.reports.records.drills import journal


def written(url: str, version: str) -> None:
    """Make the records say that they are of a version."""
    engine = create_engine(wished_url(url), poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("UPDATE drillroom_meta SET value = :version"), {"version": version})


def test_records_of_a_newer_program_are_left_alone(url: str) -> None:
    open_records(url).close()
    written(url, "3")
    for renew in (False, True):
        with pytest.raises(ContentError, match="the records are of version 3; this program knows version 2"):
            open_records(url, renew=renew)


def test_records_of_an_older_program_are_made_anew(url: str, folder: Path) -> None:
    path = journal(folder)
    with open_records(url) as records:
        records.keep(path)
    written(url, "1")
    with pytest.raises(ContentError, match="the records are of an older version") as told:
        open_records(url)
    assert str(told.value.remedy) == "make them anew with: drillroom records rebuild"
    with open_records(url, renew=True) as records:
        assert records.drills() == ()
        assert [person.name for person in records.people()] == ["Zhou Min"]


def test_two_programs_see_the_same_records(url: str, folder: Path) -> None:
    with open_records(url) as one, open_records(url) as other:
        kept = one.keep(journal(folder))
        assert [drill.number for drill in other.drills()] == [kept.drill]


def test_a_database_that_another_program_writes_is_told(tmp_path: Path, folder: Path) -> None:
    place, path = tmp_path / "records.sqlite", journal(folder)
    open_records(str(place)).close()
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_records(str(place), patience=0) as records, pytest.raises(WriteError) as told:
        records.keep(path)
    other.close()
    assert str(told.value) == f"{place}: another program is writing the records"
    assert path.is_file()


@pytest.mark.parametrize(
    ("place", "sort", "told"),
    [
        ("mysql://user:secret@host/base", CallError, "'mysql://user:***@host/base' is no database"),
        ("nonsense://", CallError, "'nonsense://' is no database"),
        ("sqlite://", CallError, "':memory:' is no database"),
        ("{}/folder", FileError, "{}/folder: the records cannot be opened"),
        ("{}/text", FileError, "{}/text: this file holds no records of Drillroom"),
        ("{}/text/records.sqlite", WriteError, "{}/text: the folder cannot be made"),
        (
            "postgresql://user:secret@127.0.0.1:1/base",
            FileError,
            "postgresql://user:***@127.0.0.1:1/base: the records ",
        ),
    ],
)
def test_a_place_where_no_records_can_be_is_told(
    tmp_path: Path, place: str, sort: type[DrillroomError], told: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("no database, however long one reads " * 40)
    with pytest.raises(sort) as error:
        open_records(place.format(tmp_path), patience=1)
    assert str(error.value).startswith(told.format(tmp_path))
    assert "secret" not in str(error.value)


def test_records_are_a_file_of_the_user_unless_the_environment_or_the_call_says_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DRILLROOM_RECORDS", "postgres://user@host/base")
    assert wished_url(None).drivername == "postgresql+psycopg"
    assert wished_url(str(tmp_path / "a.sqlite")).database == str(tmp_path / "a.sqlite")
    monkeypatch.delenv("DRILLROOM_RECORDS")
    assert Path(wished_url(None).database or "").parts[-2:] == ("drillroom", "records.sqlite")


def test_what_is_forgotten_does_not_stand_in_the_file(tmp_path: Path, folder: Path) -> None:
    place = tmp_path / "records.sqlite"
    with open_records(str(place)) as records:
        records.keep(journal(folder, "Zhou Unforgotten"))
        records.forget("Zhou Unforgotten")
    assert [file.name for file in tmp_path.glob("records.sqlite*") if b"Unforgotten" in file.read_bytes()] == []
