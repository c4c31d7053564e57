"""What is measured of the archive."""

import time
from typing import Any

from sqlalchemy import Engine, event, update

from storyworld.archive.engine import reading, writing
from storyworld.archive.measuring import WITHIN_S, measured
from storyworld.archive.tables import StepRow
from storyworld.records.episode import EpisodeState
from storyworld.records.identity import Stage
from storyworld.records.measured import Measured
from tests.webapp import fall, written


def look(engine: Engine, now: float | None = None) -> Measured:
    with reading(engine) as session:
        return measured(session, now)


def test_the_oldest_open_step_of_each_stage_is_as_old_as_it_is(engine: Engine) -> None:
    written.queued(engine, fall.goal_of(2.1))
    now = time.time() + 500
    ages = {queue.stage: queue.oldest_ready_s for queue in look(engine, now).queues}
    assert ages[Stage.RENDER] is None
    assert ages[Stage.PLAN] is not None
    assert 499 < ages[Stage.PLAN] < 560


def test_a_clock_that_was_set_back_makes_no_age_below_nothing(engine: Engine) -> None:
    written.queued(engine, fall.goal_of(2.1))
    (plan, *_) = look(engine, time.time() - 500).queues
    assert plan.oldest_ready_s == 0.0


def test_open_steps_that_were_started_again_are_counted_and_done_ones_are_not(
    engine: Engine,
) -> None:
    written.running(engine)
    assert dict(look(engine).again)[Stage.RENDER] == 0
    with writing(engine) as session:
        session.execute(update(StepRow).values(claims=3))
    again = dict(look(engine).again)
    assert (again[Stage.PLAN], again[Stage.RENDER]) == (0, 1)


def test_only_observers_of_the_last_hour_are_counted(engine: Engine) -> None:
    written.finished(engine)
    (seen,) = look(engine).observers
    assert (seen.observer, seen.observations) == ("measuring", 1)
    assert look(engine, time.time() + WITHIN_S + 60).observers == ()


def test_an_empty_archive_has_nothing_of_everything(engine: Engine) -> None:
    found = look(engine)
    assert dict(found.episodes) == dict.fromkeys(EpisodeState, 0)
    assert (found.events, found.films_kept, found.films_deleted) == (0, 0, 0)
    assert found.observers == ()


def test_the_sizes_are_those_of_the_files(engine: Engine) -> None:
    written.finished(engine)
    found = look(engine)
    assert found.database_bytes
    has_files = engine.dialect.name == "sqlite"
    assert (found.wal_bytes is not None) is has_files


def test_long_tables_are_read_by_an_index_only_and_no_record_is(sqlite: Engine) -> None:
    said: list[tuple[str, Any]] = []
    event.listen(
        sqlite,
        "before_cursor_execute",
        lambda _c, _cursor, statement, parameters, *_: said.append((statement, parameters)),
    )
    look(sqlite)
    statements = list(said)
    with sqlite.connect() as connection:
        for statement, parameters in statements:
            if not statement.startswith("SELECT"):
                continue
            assert "record" not in statement
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            for *_, detail in plan:
                whole = detail.startswith("SCAN ") and "INDEX" not in detail
                assert not whole or "episodes" in detail or "breakers" in detail, detail
