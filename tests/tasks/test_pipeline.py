"""What goes over the wire is best effort: a broker that does not answer costs no second."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from celery import Celery

from storyworld.broker import Broker
from storyworld.keeper import free_port
from storyworld.records.identity import AttemptKey, Stage
from tasks import pipeline

KEY = AttemptKey(episode_id="ep_" + "0" * 26)
RENDER = KEY.at(Stage.RENDER)


@pytest.fixture(autouse=True)
def _a_bell_of_its_own(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    bell = Celery("storyworld.bell", set_as_current=False)
    bell.conf.update({k: pipeline.bell.conf[k] for k in (
        "broker_transport_options", "task_publish_retry", "broker_connection_timeout",
        "task_queues", "task_routes", "task_create_missing_queues", "task_serializer",
        "task_ignore_result",
    )})  # fmt: skip
    monkeypatch.setattr(pipeline, "bell", bell)
    monkeypatch.setattr(pipeline._Silence, "until", 0.0)
    yield
    bell.close()


@pytest.fixture
def black_hole() -> Iterator[int]:
    """The port of somebody who takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_broker_that_does_not_answer_costs_a_revocation_no_second(
    black_hole: int, caplog: pytest.LogCaptureFixture
) -> None:
    pipeline.bell.conf.broker_url = f"redis://127.0.0.1:{black_hole}/0"
    began = time.monotonic()
    assert not pipeline.revoke(RENDER)
    assert time.monotonic() - began < 1.0
    assert f"the broker did not take that {RENDER} is revoked" in caplog.text
    began = time.monotonic()
    assert not pipeline.revoke(RENDER), "it is not asked again at once"
    assert not pipeline.report(KEY, {})
    assert time.monotonic() - began < 0.05


def test_a_broker_that_is_not_there_costs_a_revocation_and_a_report_no_second() -> None:
    pipeline.bell.conf.broker_url = f"redis://127.0.0.1:{free_port()}/0"
    for send in (lambda: pipeline.revoke(RENDER), lambda: pipeline.report(KEY, {})):
        pipeline._Silence.until = 0.0
        began = time.monotonic()
        assert not send()
        assert time.monotonic() - began < 1.0


def test_a_broker_that_dies_costs_a_revocation_no_second(tmp_path: Path) -> None:
    with Broker(tmp_path) as broker:
        pipeline.bell.conf.broker_url = broker.url
        assert pipeline.revoke(RENDER)
    began = time.monotonic()
    assert not pipeline.revoke(RENDER)
    assert time.monotonic() - began < 1.0


def test_a_revocation_is_one_publish_and_a_report_one_message_to_observe(tmp_path: Path) -> None:
    with Broker(tmp_path) as broker, redis.Redis.from_url(broker.url) as client:
        pipeline.bell.conf.broker_url = broker.url
        assert pipeline.revoke(RENDER)  # it connects
        before = _calls(client)
        assert pipeline.revoke(RENDER, KEY.revised(attempt=1).at(Stage.RENDER))
        after = _calls(client)
        assert {name: n - before.get(name, 0) for name, n in after.items()} == {
            **dict.fromkeys(after, 0), "publish": 1, "info": 1,
        }  # fmt: skip
        assert pipeline.report(KEY, {"a": 1})
        assert client.llen("sw:observe") == 1


def _calls(client: "redis.Redis") -> dict[str, int]:
    told = client.info("commandstats")
    assert isinstance(told, dict)
    return {name.removeprefix("cmdstat_"): int(of["calls"]) for name, of in told.items()}
