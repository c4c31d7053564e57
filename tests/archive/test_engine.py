import multiprocessing
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from storyworld.archive.engine import (
    migrate,
    open_engine,
    reading,
    require_current,
    writing,
)
from storyworld.errors import ConfigurationError

WRITERS = 8


def _add_for_a_while(url: str, seconds: float) -> None:
    engine = open_engine(url)
    until = time.monotonic() + seconds
    done = 0
    while time.monotonic() < until:
        with writing(engine) as session:
            value = session.execute(text("SELECT value FROM counter")).scalar_one()
            session.execute(text("UPDATE counter SET value = :v"), {"v": value + 1})
        done += 1
    with writing(engine) as session:
        session.execute(text("INSERT INTO done VALUES (:n)"), {"n": done})
    engine.dispose()


def test_eight_writers_lose_no_update(sqlite: Engine) -> None:
    with writing(sqlite) as session:
        session.execute(text("CREATE TABLE counter (value INTEGER)"))
        session.execute(text("CREATE TABLE done (n INTEGER)"))
        session.execute(text("INSERT INTO counter VALUES (0)"))
    context = multiprocessing.get_context("spawn")
    url = str(sqlite.url)
    writers = [context.Process(target=_add_for_a_while, args=(url, 1.5)) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0

    with reading(sqlite) as session:
        counted = session.execute(text("SELECT value FROM counter")).scalar_one()
        done = session.execute(text("SELECT sum(n), count(*) FROM done")).one()
    assert done == (counted, WRITERS)
    assert counted > WRITERS


def _migrate(url: str) -> None:
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()


def test_processes_that_start_together_take_turns_to_migrate(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'archive.db'}"
    context = multiprocessing.get_context("spawn")
    starters = [context.Process(target=_migrate, args=(url,)) for _ in range(3)]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join(60)
        assert starter.exitcode == 0


def test_sqlite_is_durable_and_checks_its_references(sqlite: Engine) -> None:
    with reading(sqlite) as session:
        pragmas = {
            name: session.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_write_that_fails_leaves_nothing(sqlite: Engine) -> None:
    def fail_half_way() -> None:
        with writing(sqlite) as session:
            session.execute(text("CREATE TABLE half (x INTEGER)"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    with reading(sqlite) as session:
        tables = session.execute(text("SELECT name FROM sqlite_master")).scalars().all()
    assert "half" not in tables


def test_an_archive_of_another_revision_is_not_read(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'archive.db'}")
    with pytest.raises(ConfigurationError, match="revision none"):
        require_current(engine)
    migrate(engine)
    require_current(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(ConfigurationError, match="revision 0001"):
        require_current(engine)
    engine.dispose()
    (tmp_path / "archive.db").write_bytes(b"no database at all, but a text of some length" * 99)
    with pytest.raises(ConfigurationError, match="cannot be opened"):
        require_current(engine)


@pytest.mark.parametrize("url", ["nonsense", "sqlite:////proc/nowhere/archive.db"])
def test_a_wrong_database_url_is_a_configuration_error(url: str) -> None:
    with pytest.raises(ConfigurationError):
        migrate(open_engine(url))
