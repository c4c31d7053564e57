"""Opening the archive: transactions that lose no update, and migrations.

SQLite runs in WAL with ``synchronous=FULL``; writers take ``BEGIN IMMEDIATE``, because a
read-modify-write under a deferred transaction silently loses updates (with eight writers, more
than a thousand of 2,500 in six seconds). PostgreSQL is used as it is.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.orm import Session

from storyworld.archive import triggers  # noqa: F401 - attaches the triggers to the metadata
from storyworld.errors import ConfigurationError

BUSY_MS = 10_000
_AGAIN_S = 0.02
SQLITE_OPTIONS: dict[str, Any] = {
    # autocommit mode of the driver: BEGIN is ours to say; the timeout is the busy handler's
    "connect_args": {"isolation_level": None, "timeout": BUSY_MS / 1000}
}


def engine_options(url: str) -> dict[str, Any]:
    """Give the keyword arguments of ``create_engine`` for a URL."""
    return SQLITE_OPTIONS if url.startswith("sqlite") else {"pool_pre_ping": True}


def configure(engine: Engine) -> Engine:
    """Attach the pragmas and the explicit BEGIN to an engine (nothing for PostgreSQL)."""
    if engine.dialect.name != "sqlite":
        return engine

    @event.listens_for(engine, "connect")
    def _pragmas(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        _write_ahead(cursor)
        for pragma in ("synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")

    return engine


def _write_ahead(cursor: Any) -> None:
    """Switch a database to WAL; one that is new may be just being switched by another process.

    SQLite asks no busy handler about that: it says "database is locked" at once.
    """
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(_AGAIN_S)
        else:
            return


def open_engine(url: str) -> Engine:
    """Open the archive at a SQLAlchemy URL, its folder made if it is a file.

    Raises
    ------
    ConfigurationError
        If the URL is none, or its driver is not installed.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        return configure(create_engine(parsed, **engine_options(url)))
    except ArgumentError as error:
        raise ConfigurationError(
            "DATABASE_URL is no SQLAlchemy URL: write postgresql://user:password@host/name, "
            "or unset it"
        ) from error
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"DATABASE_URL needs {error.name}: pip install 'storyworld[postgres]'"
        ) from error
    except OSError as error:
        raise ConfigurationError(f"the archive's folder cannot be made: {error}") from error


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """Give a session in a write transaction, committed at the end of the block."""
    writer = engine.execution_options(writes=True)
    with Session(writer, expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Give a session in a read transaction: one snapshot, nothing written."""
    # PostgreSQL would show each query what was written by then; SQLite never does
    options = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name != "sqlite" else {}
    with Session(engine.execution_options(**options), expire_on_commit=False) as session:
        yield session


def require_current(engine: Engine) -> None:
    """Refuse an archive whose schema is not the newest.

    Raises
    ------
    ConfigurationError
        Saying how it is brought up to date, or why it cannot be opened.
    """
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    newest = ScriptDirectory(str(Path(__file__).parent / "migrations")).get_current_head()
    try:
        with engine.connect() as connection:
            now = MigrationContext.configure(connection).get_current_revision()
    except DBAPIError as error:
        raise ConfigurationError(f"the archive cannot be opened: {error.orig}") from error
    if now != newest:
        raise ConfigurationError(
            f"the archive is of revision {now or 'none'}, this StoryWorld reads {newest}: "
            "`storyworld up` brings an older one up to date"
        )


def migrate(engine: Engine) -> None:
    """Bring the schema to its newest revision; processes that start together take turns.

    Raises
    ------
    ConfigurationError
        If the database cannot be reached or written.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    try:
        # a plain connection of its own: foreign keys are off before the transaction begins,
        # since a batch rebuild of a table with cascading children would delete the children
        with engine.connect().execution_options(writes=True) as connection:
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql("ROLLBACK")
                connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7326491)")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if engine.dialect.name == "sqlite":
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise ConfigurationError(f"the archive has dangling references: {broken[:3]}")
            connection.commit()
            connection.invalidate()  # its foreign keys are off: not for the pool
    except OperationalError as error:
        raise ConfigurationError(f"the archive cannot be opened: {error.orig}") from error
