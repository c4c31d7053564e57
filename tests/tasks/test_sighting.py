"""That a process is there is written in the archive."""

import pytest
from sqlalchemy import Engine, event

from storyworld.archive import episodes, workers
from storyworld.archive.engine import reading, writing
from storyworld.composition import House
from storyworld.records.diagnostics import WorkerRole, WorkerView
from storyworld.records.goal import Backend, Goal
from tasks import plan
from tasks.sighting import EVERY_S, TICKED_EVERY_S, Sightings, started
from tasks.step import do


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def seen(engine: Engine) -> dict[str, WorkerView]:
    with reading(engine) as session:
        return {view.name: view for view in workers.seen(session, 0.0)}


def writes(engine: Engine) -> list[str]:
    said: list[str] = []
    event.listen(
        engine, "before_cursor_execute", lambda _c, _cursor, s, *_: said.append(s.split()[0])
    )
    return said


def test_a_worker_is_written_once_a_minute_however_much_it_does(here: House) -> None:
    clock = Clock()
    sightings = Sightings(clock)
    for did, step in (("plan", 0.0), ("observe", EVERY_S - 1), ("evaluate", 2.0)):
        clock.now += step
        with writing(here.engine) as session:
            sightings.worker(session, "control@box", did)
        assert seen(here.engine)["control@box"].last_did == ("plan" if did != "evaluate" else did)


def test_render_workers_are_told_apart_by_what_they_film_with(here: House) -> None:
    sightings = Sightings()
    with writing(here.engine) as session:
        sightings.renderer(session, Backend.STUB, "rendering")
        sightings.renderer(session, Backend.SVD, "reported a film")
    found = seen(here.engine)
    assert set(found) == {"gpu (stub)", "gpu (svd)"}
    assert {view.role for view in found.values()} == {WorkerRole.GPU}
    assert found["gpu (svd)"].version == ""


def test_the_reconciler_opens_a_transaction_only_when_it_is_due(here: House) -> None:
    clock = Clock()
    sightings, said = Sightings(clock), writes(here.engine)
    sightings.reconciler(here.engine)
    assert "INSERT" in said
    said.clear()
    clock.now += TICKED_EVERY_S - 0.1
    sightings.reconciler(here.engine)
    assert said == []
    clock.now += 0.1
    sightings.reconciler(here.engine)
    assert "INSERT" in said
    (view,) = seen(here.engine).values()
    assert view.role is WorkerRole.RECONCILER


def test_who_takes_a_step_is_seen_and_who_has_no_name_is_not(here: House) -> None:
    for by in (None, "control@here"):
        with writing(here.engine) as session:
            created = episodes.create(
                session, Goal(text="A ball is dropped from 5 m"), backend=Backend.STUB,
                budget_usd=1.0, queue_limit=100,
            )  # fmt: skip
        do(here, str(created.key), plan._WORK, by=by)
        assert set(seen(here.engine)) == ({by} if by else set())
    assert seen(here.engine)["control@here"].last_did == "plan"


def test_a_worker_that_starts_is_seen_with_its_queues(here: House) -> None:
    started("control@box", here.settings.database)
    view = seen(here.engine)["control@box"]
    assert view.started_at == view.last_seen
    assert "control" in view.queues


def test_a_worker_that_starts_before_its_archive_is_there_goes_on(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    started("control@box", f"sqlite:///{tmp_path_factory.mktemp('bare') / 'none.db'}")
