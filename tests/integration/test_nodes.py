"""The nodes themselves, with a bare app: what every other integration test stands on."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import celery.exceptions
import psutil
import pytest
from celery import Celery
from pytest_celery import (
    CeleryBackendCluster,
    CeleryBrokerCluster,
    CeleryTestBackend,
    CeleryTestBroker,
    CeleryTestSetup,
    CeleryTestWorker,
    CeleryWorkerCluster,
)

from tests.integration.nodes import RedisProcess, WorkerProcess, until


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisProcess]:
    started = RedisProcess(tmp_path_factory.mktemp("bare"))
    started.start()
    yield started
    started.kill()


@pytest.fixture(scope="module")
def worker(
    server: RedisProcess, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WorkerProcess]:
    command = "-m celery -A tests.integration.bare worker -Q celery -n bare@%h -c 1 -l INFO"
    environment = {**os.environ, "BARE_URL": server.url}
    logs = tmp_path_factory.mktemp("logs")
    started = WorkerProcess("bare", [sys.executable, *command.split()], environment, logs)
    started.start()
    yield started
    started.kill()


@pytest.fixture(scope="module")
def celery_broker_cluster(server: RedisProcess) -> CeleryBrokerCluster:
    return CeleryBrokerCluster(CeleryTestBroker(server))


@pytest.fixture(scope="module")
def celery_backend_cluster(server: RedisProcess) -> CeleryBackendCluster:
    return CeleryBackendCluster(CeleryTestBackend(server))


@pytest.fixture(scope="module")
def celery_worker_cluster(worker: WorkerProcess) -> CeleryWorkerCluster:
    return CeleryWorkerCluster(CeleryTestWorker(worker, app=None))


@pytest.fixture
def celery_setup_cls() -> type[CeleryTestSetup]:
    return CeleryTestSetup


def add(app: Celery, left: int, right: int) -> int:
    found = app.send_task("bare.add", args=(left, right)).get(timeout=30)
    assert isinstance(found, int)
    return found


def test_a_bare_task_round_trips(celery_setup: CeleryTestSetup) -> None:
    assert celery_setup.ready()
    assert add(celery_setup.app, 20, 22) == 42
    celery_setup.worker.assert_log_exists("Task bare.add[")


def test_a_worker_killed_and_restarted_works_again(celery_setup: CeleryTestSetup) -> None:
    before = celery_setup.worker.container.process_id
    celery_setup.worker.kill()
    assert celery_setup.worker.container.status == "exited"
    celery_setup.worker.restart()
    assert celery_setup.worker.container.process_id != before
    assert add(celery_setup.app, 1, 2) == 3


def test_killing_a_worker_kills_its_pool(celery_setup: CeleryTestSetup) -> None:
    pool = celery_setup.worker.container.children()
    assert pool
    celery_setup.worker.kill()
    until(lambda: not any(psutil.pid_exists(child) for child in pool), "the pool is gone")
    celery_setup.worker.restart()


def test_a_broker_killed_and_restarted_has_its_address_and_its_messages(
    celery_setup: CeleryTestSetup, server: RedisProcess
) -> None:
    with server.client as client:
        client.set("kept", "yes")
        client.bgrewriteaof()
        until(lambda: client.info("persistence")["aof_rewrite_in_progress"] == 0, "AOF is written")
    url = server.url
    celery_setup.broker.kill()
    assert server.status == "exited"
    server.start()
    assert server.url == url
    with server.client as client:
        assert client.get("kept") == "yes"
    assert add(celery_setup.app, 2, 3) == 5


def test_a_paused_worker_does_nothing_until_it_is_resumed(
    celery_setup: CeleryTestSetup, worker: WorkerProcess
) -> None:
    worker.pause()
    try:
        asked = celery_setup.app.send_task("bare.add", args=(3, 4))
        with pytest.raises(celery.exceptions.TimeoutError):
            asked.get(timeout=0.5)
    finally:
        worker.resume()
    assert asked.get(timeout=30) == 7


def test_a_process_that_dies_at_the_start_is_told_with_what_it_said(tmp_path: Path) -> None:
    dying = WorkerProcess(
        "dying",
        [sys.executable, "-c", "raise SystemExit('no luck')", "-Q", "celery"],
        os.environ,
        tmp_path,
    )
    with pytest.raises(AssertionError, match="no luck"):
        dying.start()


def test_sigterm_is_a_warm_shutdown(worker: WorkerProcess, celery_setup: CeleryTestSetup) -> None:
    worker.kill(signal.SIGTERM)
    assert "Warm shutdown" in worker.logs_since_start()
    worker.start()
    assert add(celery_setup.app, 4, 5) == 9
