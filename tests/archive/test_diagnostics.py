"""What the archive tells operators."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert, update

from storyworld.archive.diagnostics import OfArchive, diagnostics
from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import CostKind, CostRow, EpisodeRow, StepRow
from storyworld.records.access import LOCAL
from storyworld.records.identity import Stage
from tests.webapp import fall, written


def look(engine: Engine, owner: str = LOCAL, now: datetime | None = None) -> OfArchive:
    with reading(engine) as session:
        return diagnostics(session, owner=owner, now=now)


def spent(engine: Engine, episode_id: str, usd: float, ago: timedelta) -> None:
    cost = {
        "episode_id": episode_id, "beat": 0, "attempt": 0, "stage": Stage.RENDER,
        "kind": CostKind.SETTLED, "usd": usd, "created_at": datetime.now(UTC) - ago,
    }  # fmt: skip
    with writing(engine) as session:
        session.execute(insert(CostRow).values(cost))


def test_episodes_failures_and_money_are_those_of_who_asks(engine: Engine) -> None:
    written.finished(engine)
    broken = written.failed(engine)
    spent(engine, broken, 0.25, timedelta())
    with writing(engine) as session:
        session.execute(
            update(EpisodeRow).where(EpisodeRow.episode_id == broken).values(owner="ann")
        )
    ours, hers = look(engine), look(engine, "ann")
    assert [dict(each.episodes) for each in (ours, hers)] == [{"COMPLETED": 1}, {"FAILED": 1}]
    assert [f.episode_id for f in hers.last_failures] == [broken]
    assert ours.last_failures == ()
    assert (ours.spending.today_usd, hers.spending.today_usd) == (0.0, 0.25)
    assert ours.given_up_today == hers.given_up_today == 1


def test_money_of_today_and_of_thirty_days_is_told_apart(engine: Engine) -> None:
    episode_id = written.finished(engine)
    noon = datetime.now(UTC).replace(hour=12)
    for usd, ago in ((1.0, timedelta()), (2.0, timedelta(days=3)), (4.0, timedelta(days=31))):
        spent(engine, episode_id, usd, datetime.now(UTC) - noon + ago)
    found = look(engine, now=noon + timedelta(hours=1)).spending
    assert (found.today_usd, found.last_30_days_usd) == (1.0, 3.0)


def test_what_was_given_up_long_ago_is_no_news(engine: Engine) -> None:
    written.failed(engine)
    assert look(engine).given_up_today == 1
    with writing(engine) as session:
        session.execute(update(StepRow).values(created_at=datetime.now(UTC) - timedelta(days=2)))
    found = look(engine)
    assert found.given_up_today == 0
    assert len(found.last_failures) == 1


def test_the_database_is_of_the_newest_revision_and_films_have_a_size(engine: Engine) -> None:
    written.finished(engine)
    found = look(engine)
    assert found.database.kind == engine.dialect.name
    assert found.database.revision == found.database.newest_revision is not None
    assert found.films_kept == 1
    assert found.film_bytes == fall.artifact().size_bytes


@pytest.mark.parametrize("table", ["steps", "episodes", "observations", "costs", "purchases"])
def test_no_statement_goes_through_a_long_table(sqlite: Engine, table: str) -> None:
    said: list[tuple[str, Any]] = []
    event.listen(
        sqlite,
        "before_cursor_execute",
        lambda _c, _cursor, statement, parameters, *_: said.append((statement, parameters)),
    )
    look(sqlite, now=datetime.fromtimestamp(time.time(), UTC))
    statements = list(said)
    with sqlite.connect() as connection:
        for statement, parameters in statements:
            if statement.startswith(("PRAGMA", "BEGIN", "SAVEPOINT", "RELEASE")):
                continue
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            for *_, step in plan:
                assert not step.startswith(f"SCAN {table}") or "ix_steps_failed" in step, statement
