"""The images' health check, against real processes."""

import importlib.machinery
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from storyworld.keeper import free_port
from storyworld.processes import programs
from tests.integration.nodes import OURS, ROOT, LocalProcess, RedisProcess, WorkerProcess, until
from tests.models.serving import Said, serving

SCRIPT = ROOT / "deploy" / "alive"


@pytest.fixture
def alive() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("alive", str(SCRIPT))
    spec = importlib.util.spec_from_loader("alive", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def asked(what: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(SCRIPT), what],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"], **environment},
    )


def test_it_takes_nothing_but_what_it_knows() -> None:
    assert asked("everything").returncode == 2
    assert "web|worker|beat" in asked("everything").stderr


def test_the_console_is_alive_while_health_says_so() -> None:
    with serving(Said({"status": "ok"})) as server:
        port = server.url.rpartition(":")[2]
        assert asked("web", STORYWORLD_PORT=port).returncode == 0
        assert server.paths == ["/health"]
    with serving(Said({"status": "unavailable"}, status=503)) as server:
        port = server.url.rpartition(":")[2]
        answer = asked("web", STORYWORLD_PORT=port)
    assert answer.returncode == 1
    assert "503" in answer.stderr
    assert asked("web", STORYWORLD_PORT=str(free_port())).returncode == 1


def test_it_imports_nothing_of_ours_so_that_it_answers_in_no_time() -> None:
    code = f"import runpy, sys; sys.argv = ['alive', 'x']\ntry: runpy.run_path({str(SCRIPT)!r}, "
    code += "run_name='__main__')\nexcept SystemExit: pass\n"
    code += "assert not {'celery', 'storyworld', 'redis', 'pydantic'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RedisProcess, WorkerProcess]]:
    home = tmp_path_factory.mktemp("alive")
    redis = RedisProcess(home)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
    environment = {**kept, "STORYWORLD_HOME": str(home), "REDIS_URL": redis.url}
    gpu = next(p.argv for p in programs("x") if p.name == "gpu")
    # by the console script, as a container runs it
    celery = str(Path(sys.executable).with_name("celery"))
    worker = WorkerProcess(
        "gpu",
        [celery, *gpu[1:], "--loglevel", "INFO"],
        {**environment, "PYTHONPATH": str(ROOT)},
        home,
    )
    try:
        redis.start()
        worker.start()
        yield redis, worker
    finally:
        worker.teardown()
        redis.teardown()


def container(process: LocalProcess, folder: Path) -> Path:
    """Make a /proc that shows what a container would: this process and its children."""
    folder.mkdir()
    for each in (process.process_id, *process.children()):
        (folder / str(each)).symlink_to(f"/proc/{each}")
    return folder


@pytest.mark.integration
def test_a_worker_is_alive_while_it_runs_and_holds_a_connection(
    house: tuple[RedisProcess, WorkerProcess],
    alive: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    redis, worker = house
    monkeypatch.setattr(alive, "PROCESSES", container(worker, tmp_path / "proc"))
    before = redis.client.info("stats")["total_commands_processed"]
    assert alive.main(["worker"]) == 0
    spent = redis.client.info("stats")["total_commands_processed"] - before
    assert spent <= 5, "what we asked ourselves, and a poll of the worker's: the check asks nothing"
    assert alive.main(["beat"]) == 1
    worker.pause()
    try:
        until(lambda: alive.main(["worker"]) == 1, "a frozen worker is seen")
    finally:
        worker.resume()
    until(lambda: alive.main(["worker"]) == 0, "it runs on")
    redis.kill()
    until(lambda: alive.main(["worker"]) == 1, "a worker without its broker is seen")
    redis.start()
    until(lambda: alive.main(["worker"]) == 0, "it is connected again", within_s=60)
    worker.kill()
    assert alive.main(["worker"]) == 1
