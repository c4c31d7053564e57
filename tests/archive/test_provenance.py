"""Who did what: a chain that nobody changes. Money: what is known is settled."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from storyworld.archive import episodes, provenance, purchases, steps
from storyworld.archive.accounts import account
from storyworld.archive.engine import reading, writing
from storyworld.errors import NotFound
from storyworld.evidence_export.verifying import examine
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import (
    Agent,
    AgentKind,
    Failure,
    FailureCode,
    ProvenanceEntry,
    ThingKind,
    Try,
    TryResult,
    total_usd,
)

GEMINI = Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model="m")


def episode(engine: Engine, *costs: float | None, detail: str = "") -> str:
    """Write an episode in which a model was asked, with what each try cost."""
    tries = tuple(
        Try(agent=GEMINI, result=TryResult.USED, cost_usd=usd, detail=detail) for usd in costs
    )
    now = datetime.now(UTC)
    entry = ProvenanceEntry(
        stage=Stage.OBSERVE, agent=GEMINI, started_at=now, finished_at=now,
        tries=tries, cost_usd=total_usd(tries),
    )  # fmt: skip
    with writing(engine) as session:
        made = episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=0.5, queue_limit=100
        )
        provenance.add(session, AttemptKey(episode_id=made.summary.episode_id), entry)
    return made.summary.episode_id


@pytest.mark.parametrize(
    ("costs", "total", "settled", "complete", "spent"),
    [
        ((), 0.0, 0.0, True, False),
        ((0.0,), 0.0, 0.0, True, False),
        ((0.25, 0.125), 0.375, 0.375, True, False),
        ((0.25, 0.25), 0.5, 0.5, True, True),
        ((None,), None, 0.0, False, False),
        ((0.25, None), None, 0.25, False, False),
        ((0.5, None), None, 0.5, False, True),
    ],
)
def test_what_is_known_counts_and_what_is_not_is_said(
    engine: Engine,
    costs: tuple[float | None, ...],
    total: float | None,
    settled: float,
    complete: bool,
    spent: bool,
) -> None:
    episode_id = episode(engine, *costs)
    with reading(engine) as session:
        (entry,) = provenance.entries(session, episode_id)
        summary = episodes.summary(session, episode_id)
        assert (purchases.left_usd(session, episode_id) <= 0) == spent
    assert entry.cost_usd == total
    assert (summary.cost_usd, summary.cost_complete) == (settled, complete)


def test_what_a_vendor_says_is_not_taken_for_an_unknown_cost(engine: Engine) -> None:
    episode_id = episode(engine, 0.25, detail='{"cost_usd":null} XcostXusd":null')
    with reading(engine) as session:
        assert episodes.summary(session, episode_id).cost_complete


def test_nobody_has_a_budget_that_is_not_there(engine: Engine) -> None:
    with reading(engine) as session, pytest.raises(NotFound):
        purchases.left_usd(session, "ep_" + "0" * 26)


def entry_of(stage: Stage = Stage.OBSERVE, **more: object) -> ProvenanceEntry:
    now = datetime.now(UTC)
    return ProvenanceEntry(stage=stage, agent=GEMINI, started_at=now, finished_at=now, **more)


def test_entries_are_chained_in_the_order_they_were_written(engine: Engine) -> None:
    key = AttemptKey(episode_id=episode(engine))
    with writing(engine) as session:
        provenance.add(session, key, entry_of(seed=1))
        provenance.add(session, key.revised(beat=1), entry_of(seed=2))
    with reading(engine) as session:
        links = provenance.links(session, key.episode_id)
        assert provenance.head(session, key.episode_id) == links[-1].digest()
        assert episodes.result(session, key.episode_id).provenance_head == links[-1].digest()
        assert provenance.head(session, "ep_" + "0" * 26) is None
    assert [link.place for link in links] == [0, 1, 2]
    assert [link.previous for link in links] == [None, links[0].digest(), links[1].digest()]
    assert [link.entry.seed for link in links] == [None, 1, 2]
    assert [link.beat for link in links] == [0, 0, 1]


def test_eight_writers_at_once_leave_one_chain_without_a_gap(engine: Engine) -> None:
    key = AttemptKey(episode_id=episode(engine))
    other = AttemptKey(episode_id=episode(engine))

    def write(writer: int) -> None:
        for number in range(5):
            with writing(engine) as session:
                provenance.add(session, key, entry_of(seed=10 * writer + number))
            with writing(engine) as session:
                provenance.add(session, other, entry_of(seed=number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))
    for of in (key, other):
        with reading(engine) as session:
            links = provenance.links(session, of.episode_id)
            head = provenance.head(session, of.episode_id)
        assert [link.place for link in links] == list(range(41))
        assert [link.previous for link in links[1:]] == [link.digest() for link in links[:-1]]
        assert head == links[-1].digest()
    seeds = {10 * writer + number for writer in range(8) for number in range(5)}
    with reading(engine) as session:
        written = {e.seed for e in provenance.entries(session, key.episode_id)}
    assert written == seeds | {None}


CHANGES = {
    "updated": "UPDATE provenance SET record = record || ' '",
    "moved": "UPDATE provenance SET place = place + 1",
    "named anew": "UPDATE provenance SET sha256 = NULL",
    "deleted": "DELETE FROM provenance",
}
ONLY_SQLITE = {
    "replaced": "INSERT OR REPLACE INTO provenance SELECT * FROM provenance",
    "replaced at its place": (
        "INSERT OR REPLACE INTO provenance (episode_id, beat, attempt, stage, record, place, "
        "sha256, created_at) SELECT episode_id, beat, attempt, stage, record, place, sha256, "
        "created_at FROM provenance"
    ),
}


def refuses(engine: Engine, statement: str) -> None:
    before = rows_of(engine)
    with pytest.raises(DBAPIError, match="kept as it was written"), engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert rows_of(engine) == before


def rows_of(engine: Engine) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT * FROM provenance ORDER BY entry_id")
        return [tuple(row) for row in found]


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_written_is_neither_changed_nor_taken_away(engine: Engine, change: str) -> None:
    episode(engine, 0.25)
    refuses(engine, CHANGES[change])


@pytest.mark.parametrize("change", ONLY_SQLITE)
def test_nor_is_it_replaced_in_sqlite(sqlite: Engine, change: str) -> None:
    episode(sqlite, 0.25)
    refuses(sqlite, ONLY_SQLITE[change])


@pytest.mark.postgres
def test_nor_is_it_emptied_in_postgresql(postgresql: Engine) -> None:
    episode(postgresql, 0.25)
    refuses(postgresql, "TRUNCATE provenance")


def test_a_place_is_taken_once(engine: Engine) -> None:
    episode_id = episode(engine)
    with reading(engine) as session:
        (link,) = provenance.links(session, episode_id)
    with pytest.raises(DBAPIError), writing(engine) as session:
        provenance.append(session, link, created_at=datetime.now(UTC))


def test_entries_from_before_there_were_chains_are_read_and_told(engine: Engine) -> None:
    """They have no place, and call things by a name alone; new ones are chained behind them."""
    key = AttemptKey(episode_id=episode(engine))
    with writing(engine) as session:
        old = {**json.loads(entry_of().canonical_json()), "used": ["the film"], "produced": []}
        old.pop("settings_sha256")
        session.connection().exec_driver_sql(
            "INSERT INTO provenance (episode_id, beat, attempt, stage, record, created_at) "
            f"VALUES ('{key.episode_id}', 0, 0, 'observe', '{json.dumps(old)}', "
            "'2026-11-01 00:00:00')"
        )
        provenance.add(session, key, entry_of(used=("the other film",)))
    with reading(engine) as session:
        entries = provenance.entries(session, key.episode_id)
        links = provenance.links(session, key.episode_id)
        told = account(session, key.episode_id)
    assert [thing.name for e in entries for thing in e.used] == ["the film", "the other film"]
    assert {thing.kind for e in entries for thing in e.used} == {ThingKind.OTHER}
    assert [link.place for link in links] == [0, 1]
    remarks = " ".join(examine(told).remarks)
    assert "not chained from the start" in remarks
    assert "by a name alone" in remarks


def test_who_ended_a_run_is_told_with_why(engine: Engine) -> None:
    key = AttemptKey(episode_id=episode(engine)).at(Stage.RENDER)
    failure = Failure(code=FailureCode.OUT_OF_MEMORY, detail="8 GiB are not enough")
    walk = Agent(name="walk", kind=AgentKind.RECONCILER, version="1")
    with writing(engine) as session:
        provenance.add_end(session, key, walk, failure)
    with writing(engine) as session:
        episodes.terminate(session, key.episode_id)
    with reading(engine) as session:
        failed, ended = provenance.entries(session, key.episode_id)[1:]
    assert (failed.stage, failed.agent, failed.failure) == (Stage.RENDER, walk, failure)
    assert (ended.agent.kind, ended.failure) == (AgentKind.PERSON, None)
    assert ended.code_version


def test_who_reads_sees_one_moment_whatever_is_written_meanwhile(engine: Engine) -> None:
    key = AttemptKey(episode_id=episode(engine))
    with reading(engine) as session:
        before = account(session, key.episode_id)
        with writing(engine) as other:
            provenance.add(other, key, entry_of())
        assert provenance.head(session, key.episode_id) == before.head
        session.expire_all()
        assert account(session, key.episode_id) == before
    with reading(engine) as session:
        assert len(account(session, key.episode_id).links) == 2


def test_who_ends_a_run_and_who_finishes_its_step_do_not_stand_in_each_others_way(
    engine: Engine,
) -> None:
    """Both take the step first and then the episode: neither waits for what the other holds."""
    with writing(engine) as session:
        made = episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=0.5, queue_limit=100
        )
    step = made.key
    finished, told = threading.Event(), []

    def end() -> None:
        finished.wait()
        with writing(engine) as session:
            told.append(episodes.terminate(session, step.episode_id).outcome)

    with ThreadPoolExecutor(1) as pool:
        ending = pool.submit(end)
        with writing(engine) as session:
            assert steps.finish(session, step, now=time.time())
            finished.set()
            time.sleep(0.3)
            provenance.add(session, step, entry_of(Stage.PLAN))
        ending.result()
    assert told == ["goal_abandoned"]
    with reading(engine) as session:
        assert [e.agent.name for e in provenance.entries(session, step.episode_id)] == [
            "gemini", "somebody"
        ]  # fmt: skip
