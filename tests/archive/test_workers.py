"""Which processes were seen."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from storyworld.archive import workers
from storyworld.archive.engine import reading, writing
from storyworld.records.diagnostics import WorkerRole, WorkerView

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
CONTROL = WorkerView(
    name="control@box", role=WorkerRole.CONTROL, queues="control, observe", last_did="started",
    version="1.0", started_at=NOW, last_seen=NOW,
)  # fmt: skip


def seen(engine: Engine, now: datetime = NOW) -> tuple[WorkerView, ...]:
    with reading(engine) as session:
        return workers.seen(session, now.timestamp())


def test_who_is_seen_again_keeps_its_start_and_who_starts_again_does_not(engine: Engine) -> None:
    later = NOW + timedelta(minutes=5)
    with writing(engine) as session:
        workers.saw(session, CONTROL)
        workers.saw(session, CONTROL.revised(started_at=None, last_did="plan", last_seen=later))
    (view,) = seen(engine)
    assert view == CONTROL.revised(last_did="plan", last_seen=later)
    with writing(engine) as session:
        workers.saw(session, CONTROL.revised(started_at=later, last_seen=later))
    (view,) = seen(engine)
    assert view.started_at == later


def test_who_was_not_seen_for_a_week_is_not_told_of_and_then_forgotten(engine: Engine) -> None:
    ago = NOW - timedelta(seconds=workers.FORGOTTEN_S + 1)
    with writing(engine) as session:
        workers.saw(session, CONTROL.revised(name="gone", last_seen=ago))
        workers.saw(session, CONTROL)
    assert [w.name for w in seen(engine)] == ["control@box"]
    assert [w.name for w in seen(engine, ago)] == ["control@box", "gone"]
    with writing(engine) as session:
        workers.forget(session, NOW.timestamp())
    assert [w.name for w in seen(engine, ago)] == ["control@box"]


def test_names_are_cut_to_what_fits(engine: Engine) -> None:
    with writing(engine) as session:
        workers.saw(session, CONTROL.revised(name="x" * 300, last_did="y" * 300))
    assert len(seen(engine)[0].name) == 255
