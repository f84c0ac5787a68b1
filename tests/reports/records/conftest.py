"""An empty database for each test: SQLite always, PostgreSQL too where the environment names a server."""

import os
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from reports.records.store import Records, open_records

POSTGRES = os.environ.get("DRILLROOM_TEST_POSTGRES", "")
"""A database in which tests may make schemas, as postgresql://USER@HOST/DATABASE."""

DATABASES = ["sqlite", *(["postgresql"] if POSTGRES else [])]


@pytest.fixture(autouse=True)
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine stands in Greenwich, so that the day of a drill is the one of its journal."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where new records can be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "records.sqlite")
        return
    schema = f"drillroom_test_{uuid.uuid4().hex}"
    place = make_url(POSTGRES).set(drivername="postgresql+psycopg")
    engine = create_engine(place, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield place.update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))


@pytest.fixture
def records(url: str) -> Iterator[Records]:
    """New records."""
    with open_records(url) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for journals."""
    made = tmp_path / "journals"
    made.mkdir()
    return made
