"""Whatever dies, every accepted episode ends exactly once."""

import base64
import json
import signal
from collections.abc import Iterator

import httpx
import pytest
from sqlalchemy import func, select

from storyworld.archive.engine import reading
from storyworld.archive.graph_tables import TransitionRow
from storyworld.archive.tables import (
    ArtifactRow,
    EventRow,
    JudgementRow,
    ObservationRow,
)
from storyworld.records.identity import Stage
from storyworld.records.verdict import OutcomeKind
from tests.integration.holding import held_file, hold_file
from tests.integration.nodes import LocalHouse, LocalProcess, until

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


def worker_of(house: LocalHouse, stage: Stage) -> LocalProcess:
    return house.gpu if stage is Stage.RENDER else house.control


@pytest.fixture(autouse=True)
def _no_holds(house: LocalHouse) -> Iterator[None]:
    yield
    for path in (*house.home.glob("hold-*"), *house.home.glob("held-*")):
        path.unlink()


def assert_ended_exactly_once(house: LocalHouse, episode_id: str) -> None:
    ended = house.until_ended(episode_id)
    assert ended.outcome is OutcomeKind.GOAL_ACHIEVED, ended
    with reading(house.archive) as session:
        for table in (TransitionRow, JudgementRow, ObservationRow, ArtifactRow):
            rows = session.scalar(
                select(func.count()).select_from(table).where(table.episode_id == episode_id)
            )
            assert rows == 1, table.__tablename__
        ends = session.scalar(
            select(func.count())
            .select_from(EventRow)
            .where(EventRow.episode_id == episode_id, EventRow.kind == "ended")
        )
        assert ends == 1


@pytest.mark.parametrize("point", ["work", "publish"])
@pytest.mark.parametrize("stage", list(Stage))
def test_a_worker_killed_in_a_stage_costs_time_only(
    house: LocalHouse, stage: Stage, point: str
) -> None:
    if stage is Stage.COMMIT and point == "publish":
        point = "work"  # nothing is published behind commit: kill it twice in its work
    hold = hold_file(house.home, stage, point)
    hold.touch()
    episode_id = house.submit(FALL)
    until(held_file(house.home, stage, point).exists, f"{stage} holds at {point}")
    worker_of(house, stage).kill("SIGKILL")
    hold.unlink()
    house.heal()

    assert_ended_exactly_once(house, episode_id)


def test_the_pool_child_killed_mid_stage_costs_time_only(house: LocalHouse) -> None:
    hold = hold_file(house.home, Stage.OBSERVE, "work")
    hold.touch()
    episode_id = house.submit(FALL)
    until(held_file(house.home, Stage.OBSERVE, "work").exists, "observe holds")
    house.control.kill_children()
    hold.unlink()

    assert_ended_exactly_once(house, episode_id)


@pytest.mark.parametrize("stage", list(Stage)[1:])
def test_redis_flushed_mid_flight_costs_time_only(house: LocalHouse, stage: Stage) -> None:
    before = list(Stage)[list(Stage).index(stage) - 1]
    hold = hold_file(house.home, before, "work")
    worker_of(house, stage).pause()
    if worker_of(house, before) is not worker_of(house, stage):
        episode_id = house.submit(FALL)
        until(lambda: _waiting(house) > 0, f"a message for {stage} waits")
    else:
        worker_of(house, stage).resume()
        hold.touch()
        episode_id = house.submit(FALL)
        until(held_file(house.home, before, "work").exists, f"{before} holds")
    with house.broker.client as client:
        client.flushall()
    hold.unlink(missing_ok=True)
    worker_of(house, stage).resume()

    assert_ended_exactly_once(house, episode_id)


def _waiting(house: LocalHouse) -> int:
    with house.broker.client as client:
        return sum(client.llen(f"sw:{queue}") for queue in ("control", "gpu", "observe"))


def test_the_broker_killed_and_restarted_costs_time_only(house: LocalHouse) -> None:
    episode_id = house.submit(FALL)
    house.broker.kill("SIGKILL")
    house.heal()

    assert_ended_exactly_once(house, episode_id)


def test_duplicate_messages_change_nothing(house: LocalHouse) -> None:
    """Every message of a walk is put on its queue twice more, during and after the walk."""
    house.gpu.pause()
    episode_id = house.submit(FALL)
    until(lambda: _waiting(house) > 0, "a render message waits")
    with house.broker.client as client:
        (render,) = client.lrange("sw:gpu", 0, -1)
        client.lpush("sw:gpu", render, render)
    house.gpu.resume()
    assert_ended_exactly_once(house, episode_id)
    with house.broker.client as client:
        client.lpush("sw:gpu", render)
        client.lpush("sw:control", _plan_message(render, episode_id))
    until(lambda: _waiting(house) == 0, "the duplicates are consumed")
    house.until_ended(house.submit(FALL))

    assert_ended_exactly_once(house, episode_id)


def _plan_message(render: str, episode_id: str) -> str:
    message = json.loads(render)
    message["headers"] |= {"task": "storyworld.plan", "id": "again"}
    body = [[f"{episode_id}:0:0:plan"], {}, {}]
    message["body"] = base64.b64encode(json.dumps(body).encode()).decode()
    return json.dumps(message)


def test_web_killed_between_commit_and_send_loses_nothing(house: LocalHouse) -> None:
    """The broker hangs, so the answer is still on its way when the web process is killed."""
    house.broker.pause()
    try:
        with pytest.raises(httpx.HTTPError), httpx.Client(timeout=0.15) as client:
            client.post(f"{house.url}/simulate", json={"text": FALL, "seed": 4711})
        house.web.kill("SIGKILL")
    finally:
        house.broker.resume()
    episode_id = until(lambda: house.find(seed=4711), "the episode was committed")
    house.heal()

    assert_ended_exactly_once(house, episode_id)


def test_post_answers_within_a_second_with_the_broker_black_holed(house: LocalHouse) -> None:
    house.broker.pause()
    try:
        answers = [
            httpx.post(f"{house.url}/simulate", json={"text": FALL}, timeout=10) for _ in range(3)
        ]
    finally:
        house.broker.resume()

    assert [a.status_code for a in answers] == [202, 202, 202]
    assert max(a.elapsed.total_seconds() for a in answers) < 1.0
    for answer in answers:
        assert_ended_exactly_once(house, answer.json()["episode_id"])


def wire(task: str = "storyworld.plan", **headers: object) -> str:
    """A message that is well-formed but for the headers given."""
    body = base64.b64encode(json.dumps([["ep:0:0:plan"], {}, {}]).encode()).decode()
    route = {"exchange": "control", "routing_key": "control"}
    return json.dumps(
        {
            "body": body,
            "content-type": "application/json",
            "content-encoding": "utf-8",
            "headers": {"lang": "py", "task": task, "id": "1", **headers},
            "properties": {"body_encoding": "base64", "delivery_tag": "t", "delivery_info": route},
        }
    )


HOSTILE = {
    "no-json": "not json",
    "number": "42",
    "empty": "{}",
    "nested": "[" * 50_000,
    "half": '{"body": "***"}',
    "oversize": "x" * 300_000,
    "unknown-task": wire("storyworld.nope"),
    "foreign-task": wire("os.system"),
    "id-a-list": wire(id=[1]),
}
ODD = {
    "lang": wire(lang=["x"]),
    "timelimit": wire(timelimit=["a", "b"]),
    "eta": wire(eta="never", expires=[]),
    "stamps": wire(stamped_headers=5, stamps=7),
}


@pytest.mark.parametrize("item", ODD.values(), ids=ODD)
def test_odd_headers_do_not_reach_the_consumer(house: LocalHouse, item: str) -> None:
    before = house.control.process_id
    with house.broker.client as client:
        client.lpush("sw:control", item)
    until(lambda: _waiting(house) == 0, "the message is consumed")

    assert_ended_exactly_once(house, house.submit(FALL))
    assert house.control.process_id == before
    assert house.control.status == "running"


@pytest.mark.parametrize("item", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_message_is_set_aside_and_the_next_task_runs(
    house: LocalHouse, item: str
) -> None:
    with house.broker.client as client:
        client.delete("sw:quarantine")
        for queue in ("gpu", "control", "observe"):
            client.lpush(f"sw:{queue}", item)
        before = house.control.process_id, house.gpu.process_id
        until(lambda: client.llen("sw:quarantine") == 3, "the messages are set aside")

    assert_ended_exactly_once(house, house.submit(FALL))
    assert (house.control.process_id, house.gpu.process_id) == before
    assert house.control.status == house.gpu.status == "running"


def test_a_task_that_kills_its_worker_every_time_is_buried_with_the_reason(
    house: LocalHouse,
) -> None:
    hold = hold_file(house.home, Stage.EVALUATE, "work")
    held = held_file(house.home, Stage.EVALUATE, "work")
    hold.touch()
    episode_id = house.submit(FALL)
    for _ in range(house.settings.max_claims):
        until(held.exists, "evaluate holds")
        house.control.kill("SIGKILL")
        held.unlink()
        house.heal()
    ended = house.until_ended(episode_id)

    assert ended.status == "failed"
    evaluate = next(s for s in house.steps(episode_id) if s.stage is Stage.EVALUATE)
    assert evaluate.failure is not None
    assert evaluate.failure.code == "started_too_often"


def test_sigterm_lets_a_render_finish_or_gives_it_back(house: LocalHouse) -> None:
    episode_id = house.submit(FALL)
    house.until_claimed(episode_id, Stage.RENDER)
    house.gpu.kill(signal.SIGTERM)
    house.heal()

    assert_ended_exactly_once(house, episode_id)
