"""The records' database: where it is, opening it, and every trouble with it as one clear error."""

import contextlib
import importlib.util
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import platformdirs
from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from reports.records.tables import FROM_JOURNALS, VERSION, meta, metadata
from simulator.errors import CallError, ContentError, FileError, WriteError
from simulator.journal.disk import reason
from simulator.language.said import Said, say

VARIABLE = "DRILLROOM_RECORDS"
"""The environment's word on where the records are."""

LOCK = 7_233_411
"""The number under which PostgreSQL keeps two programs from making the tables at once."""

PATIENCE = 5.0
"""Seconds to wait for another program that writes."""


def wished_url(url: str | None) -> URL:
    """Where the records are: *url*, else the environment's word, else a file in the user's data folder.

    A path without a scheme is a SQLite file. Raises `CallError` for a URL of no database that is known.
    """
    written = url or os.environ.get(VARIABLE) or ""
    if "://" not in written:
        default = Path(platformdirs.user_data_dir("drillroom")) / "records.sqlite"
        return URL.create("sqlite", database=str(Path(written).expanduser() if written else default))
    try:
        found = make_url(written)
    except (ArgumentError, ValueError):
        raise _no_database(written.split("@")[-1]) from None
    match found.drivername.split("+")[0]:
        case "sqlite":
            return found.set(drivername="sqlite")
        case "postgresql" | "postgres":
            return found.set(drivername="postgresql+psycopg")
    raise _no_database(place_of(found))


def _no_database(shown: str) -> CallError:
    message = say("'{url}' is no database that records can be kept in", url=shown)
    return CallError(message, say("name a file, sqlite:///FILE or postgresql://USER@HOST/DATABASE"))


def place_of(url: URL) -> str:
    """A database as messages name it: a file by its path, any other by its URL without its password."""
    if url.drivername == "sqlite":
        return url.database or ":memory:"
    return url.set(drivername=url.drivername.split("+")[0]).render_as_string(hide_password=True)


def opened(url: URL, patience: float = PATIENCE, renew: bool = False) -> Engine:
    """A database with the records' tables in it, made where they are missing.

    With *renew* what came from journals is thrown away first. Raises `WriteError` where it is locked or cannot be
    written, `FileError` where it cannot be reached or holds something else, `ContentError` where it is of another
    version.
    """
    if url.drivername == "sqlite":
        _make_folder(url)
    elif importlib.util.find_spec("psycopg") is None:
        message = say("records in PostgreSQL need psycopg")
        raise CallError(message, say("install it with: pip install 'drillroom[postgres]'"))
    engine = _engine(url, patience)
    try:
        with troubles(url), engine.begin() as connection:
            _make_tables(connection, place_of(url), renew)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine(url: URL, patience: float) -> Engine:
    waits = {"timeout": patience} if url.drivername == "sqlite" else {"connect_timeout": max(1, round(patience))}
    engine = create_engine(url, poolclass=QueuePool, pool_size=1, connect_args=waits)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        if url.drivername == "sqlite":
            cursor.execute("PRAGMA foreign_keys=ON")
            cursor.execute("PRAGMA journal_mode=WAL")
            # What a power cut takes is made anew from journals.
            cursor.execute("PRAGMA synchronous=NORMAL")
            # What is forgotten shall not stand in the file's free pages.
            cursor.execute("PRAGMA secure_delete=ON")
        else:
            cursor.execute(f"SET lock_timeout = {round(patience * 1000)}")
            connection.commit()
        cursor.close()

    return engine


def _make_folder(url: URL) -> None:
    if not url.database or url.database == ":memory:":
        raise _no_database(place_of(url))
    folder = Path(url.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = say("{path}: the folder cannot be made: {reason}", path=str(folder), reason=reason(error))
        raise WriteError(message, say("choose a folder that you may write to")) from error


def _make_tables(connection: Connection, place: str, renew: bool) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    there = inspect(connection).has_table(meta.name)
    if there and not renew:
        _must_be_known(connection, place)
        return
    if there:
        _must_not_be_newer(connection, place)
        metadata.drop_all(connection, FROM_JOURNALS)
        connection.execute(meta.delete())
    metadata.create_all(connection)
    connection.execute(insert(meta).values(key="version", value=str(VERSION)))


def _version(connection: Connection) -> int:
    found = connection.execute(select(meta.c.value).where(meta.c.key == "version")).scalar()
    return int(found) if found and found.isdecimal() else 0


def _must_not_be_newer(connection: Connection, place: str) -> None:
    found = _version(connection)
    if found > VERSION:
        values = {"place": place, "found": found, "known": VERSION}
        message = say("{place}: the records are of version {found}; this program knows version {known}", **values)
        raise ContentError(message, say("use the newer program, or name other records with --db"))


def _must_be_known(connection: Connection, place: str) -> None:
    _must_not_be_newer(connection, place)
    found = _version(connection)
    if found < VERSION:
        message = say("{place}: the records are of an older version ({found})", place=place, found=found)
        raise ContentError(message, say("make them anew with: drillroom records rebuild"))


@contextlib.contextmanager
def troubles(url: URL) -> Iterator[None]:
    """Whatever the database refuses in here is raised as one clear error."""
    try:
        yield
    except NoSuchModuleError:
        raise _no_database(place_of(url)) from None
    except DBAPIError as error:
        raise _error(place_of(url), error.orig) from error


def _error(place: str, fault: BaseException | None) -> FileError | WriteError:
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    state = getattr(fault, "sqlstate", None)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or state == "55P03":
        message = say("{place}: another program is writing the records", place=place)
        return WriteError(message, say("try again in a moment; journals are kept as they are"))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) or state in ("25006", "42501"):
        message = say("{place}: the records cannot be written: {reason}", place=place, reason=_first(fault))
        return WriteError(message, say("name another place with --db; journals are kept as they are"))
    if code == sqlite3.SQLITE_CANTOPEN:
        message = say("{place}: the records cannot be opened: {reason}", place=place, reason=_first(fault))
        return FileError(message, say("name another file with --db"))
    if code == sqlite3.SQLITE_NOTADB:
        message = say("{place}: this file holds no records of Drillroom", place=place)
        return FileError(message, say("name another file with --db"))
    message = say("{place}: the records cannot be reached: {reason}", place=place, reason=_first(fault))
    return FileError(message, say("check the address and the server; journals are kept as they are"))


def _first(fault: BaseException | None) -> Said:
    """What the database said, in its own words."""
    words = str(fault).strip().splitlines() or [type(fault).__name__]
    return say("{reason}", reason=words[0])
