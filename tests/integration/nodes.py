"""pytest-celery's nodes as local processes: a real redis-server, real workers, no Docker.

A :class:`LocalProcess` has what pytest-celery asks of a container (id, name, status, logs, ready,
kill, restart, teardown), so its nodes and clusters work on it as they are. A :class:`LocalHouse` is
a whole StoryWorld: broker, web application, workers and scheduler, with the commands people run.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import httpx
import psutil
import redis
from pytest_celery import CeleryTestContainer
from sqlalchemy import Engine

from storyworld.archive import episodes, happenings, listing
from storyworld.archive.engine import migrate, open_engine, reading
from storyworld.broker import redis_server_binary
from storyworld.keeper import die_with_parent, free_port
from storyworld.processes import programs
from storyworld.records.episode import EpisodeSummary, StepView
from storyworld.records.identity import Stage
from storyworld.settings import Settings

NO_DATABASE = "postgresql://nobody@127.0.0.1:1/none"
OURS = ("STORYWORLD_", "DATABASE_URL", "REDIS_URL")
ROOT = Path(__file__).parent.parent.parent
T = TypeVar("T")


def until(truth: Callable[[], T], what: str, within_s: float = 30.0, every_s: float = 0.02) -> T:
    """Wait until something is true; give what made it so."""
    deadline = time.monotonic() + within_s
    while not (found := truth()):
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: not within {within_s:g} s")
        time.sleep(every_s)
    return found


class LocalProcess(CeleryTestContainer):
    """A process in a session of its own, with its log in a file, dressed as a container."""

    def __init__(
        self, name: str, argv: list[str], environment: Mapping[str, str], logs: Path, prompt: str
    ) -> None:
        self._name = name
        self._argv = argv
        self._environment = dict(environment)
        self._log = logs / f"{name}.log"
        self._prompt = prompt
        self._started_at_byte = 0
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it if it does not run, and wait until it is ready."""
        if self.status != "running":
            self._log.touch()
            self._started_at_byte = self._log.stat().st_size
            with self._log.open("ab") as log:
                self._process = subprocess.Popen(
                    self._argv,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    env=self._environment,
                    cwd=ROOT,
                    start_new_session=True,
                    preexec_fn=die_with_parent,  # noqa: PLW1509 - a killed test run leaves nothing
                )
        assert self.ready()

    @property
    def id(self) -> str:
        return f"{self.process_id:012d}"

    @property
    def process_id(self) -> int:
        assert self._process is not None, f"{self._name} was never started"
        return self._process.pid

    @property
    def name(self) -> str:
        return self._name

    @property
    def status(self) -> str:
        return "running" if self._process and self._process.poll() is None else "exited"

    @property
    def attrs(self) -> dict[str, Any]:
        return {"Name": self._name, "Config": {"Hostname": "localhost"}}

    @property
    def ready_prompt(self) -> str:
        return self._prompt

    def logs(self) -> str:
        """Give all it ever wrote."""
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def logs_since_start(self) -> str:
        """Give what it wrote since it was last started."""
        with self._log.open("rb") as file:
            file.seek(self._started_at_byte)
            return file.read().decode(errors="replace")

    def reload(self) -> None:
        """Do nothing: a process knows how it fares."""

    def ready(self) -> bool:
        """Wait until it says that it is ready."""
        if self._prompt not in self.logs_since_start():
            until(
                lambda: self.status != "running" or self._prompt in self.logs_since_start(),
                f"{self._name} starts",
            )
        if self.status != "running":
            raise AssertionError(f"{self._name} died at the start:\n{self.logs_since_start()}")
        return True

    def kill(self, signal: str | int = "SIGKILL") -> None:  # the name is pytest-celery's
        """Send a signal: SIGKILL to the whole group, as a machine dies, others to the leader."""
        number = _signal(signal)
        if self._process is None or self._process.poll() is not None:
            return
        if number == _signal("SIGKILL"):
            self._signal_group(number)
            self._process.wait()
        else:
            self._process.send_signal(number)
            if number in (_signal("SIGTERM"), _signal("SIGINT")):
                self._process.wait(timeout=60)

    def pause(self) -> None:
        """Freeze it with all its children."""
        self._signal_group(_signal("SIGSTOP"))

    def resume(self) -> None:
        """Let it go on."""
        self._signal_group(_signal("SIGCONT"))

    def children(self) -> tuple[int, ...]:
        """Give the process ids of its children: the pool of a worker."""
        try:
            return tuple(child.pid for child in psutil.Process(self.process_id).children())
        except psutil.NoSuchProcess:
            return ()

    def kill_children(self) -> None:
        """SIGKILL the pool and leave the process itself alive."""
        for child in self.children():
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)

    def restart(self, timeout: float = 60.0) -> None:
        """Stop it (politely, then not), and start it."""
        self.stop(timeout)
        self.start()

    def stop(self, timeout: float = 15.0) -> None:
        """Ask it to finish; kill what is left."""
        if self._process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.terminate()
            self._process.wait(timeout)
        self._signal_group(_signal("SIGKILL"))
        self._process.wait()

    def teardown(self) -> None:
        self.stop()

    remove = teardown

    def _signal_group(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process_id, number)


def _signal(name: str | int) -> int:
    return int(signal.Signals[name]) if isinstance(name, str) else name


class RedisProcess(LocalProcess):
    """A redis-server whose address outlives it."""

    def __init__(self, folder: Path) -> None:
        self._port = free_port()
        data = folder / "redis"
        data.mkdir(parents=True)
        argv = f"{redis_server_binary()} --port {self._port} --bind 127.0.0.1 --appendonly yes"
        super().__init__(
            "redis",
            [*argv.split(), "--save", "", "--dir", str(data)],
            os.environ,
            folder,
            "eady to accept connections",
        )

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self._port}/0"

    @property
    def celeryconfig(self) -> dict[str, str]:
        return {"url": self.url, "host_url": self.url}

    @property
    def client(self) -> "redis.Redis":
        return redis.Redis.from_url(self.url, decode_responses=True, socket_timeout=5)


class WorkerProcess(LocalProcess):
    """A ``celery worker`` for some queues."""

    def __init__(
        self, name: str, argv: list[str], environment: Mapping[str, str], logs: Path
    ) -> None:
        super().__init__(name, argv, environment, logs, " ready.")
        self._queues = argv[argv.index("-Q") + 1]

    def worker_name(self) -> str:
        return self.name

    def worker_queue(self) -> str:
        return self._queues.split(",")[0]

    def version(self) -> str:
        import celery

        return celery.__version__

    def log_level(self) -> str:
        return "INFO"


class LocalHouse:
    """A whole StoryWorld in processes, to be hurt and to be watched healing.

    Attributes
    ----------
    home, environment, settings
        Its state's folder, its processes' environment, and what that says.
    broker, web, control, gpu, beat
        Its processes; workers also load the modules `loading`.
    """

    def __init__(self, home: Path, *, loading: tuple[str, ...] = (), **overrides: str) -> None:
        self.home = home
        self._loading = ",".join(("tests.integration.holding", *loading))
        self.broker = RedisProcess(home)
        self._port = free_port()
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(OURS)},
            "STORYWORLD_HOME": str(home),
            "REDIS_URL": self.broker.url,
            # quick to notice and to heal, so that faults cost seconds
            "STORYWORLD_LEASE_S": "4",
            "STORYWORLD_RESEND_AFTER_S": "1",
            "STORYWORLD_RECONCILE_EVERY_S": "0.2",
            "STORYWORLD_RENDER_DEADLINE_S": "8",
            "STORYWORLD_HEARTBEAT_S": "0.5",
            "STORYWORLD_MAX_CLAIMS": "4",
            **overrides,
        }
        self.settings = Settings.from_environment(self.environment)
        commands = {p.name: p.argv for p in programs(f"127.0.0.1:{self._port}")}
        self.control = self._worker("control", commands["control"])
        # what it does not know it cannot need
        self.gpu = self._worker("gpu", commands["gpu"], DATABASE_URL=NO_DATABASE)
        self.beat = LocalProcess(
            "beat", self._run(commands["beat"]), self.environment, home, "is starting"
        )
        self.web = LocalProcess(
            "web", self._run(commands["web"]), self.environment, home, "Booting worker"
        )
        self.engine: Engine | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def processes(self) -> dict[str, LocalProcess]:
        return {p.name: p for p in (self.broker, self.web, self.control, self.gpu, self.beat)}

    def heal(self) -> None:
        """Start whatever does not run; resume what is frozen."""
        if self.engine is None:
            self.engine = open_engine(self.settings.database)
            migrate(self.engine)
        for process in self.processes.values():
            if process.status == "running":
                process.resume()
            else:
                process.start()
        until(self.answers, "the web application answers")

    def teardown(self) -> None:
        for process in reversed(self.processes.values()):
            process.kill()
        if self.engine is not None:
            self.engine.dispose()

    def answers(self) -> bool:
        """Say whether the web application does."""
        try:
            return httpx.get(f"{self.url}/health", timeout=5).is_success
        except httpx.HTTPError:
            return False

    def submit(self, text: str, **fields: object) -> str:
        """Post a goal; give the episode's id."""
        answer = httpx.post(f"{self.url}/simulate", json={"text": text, **fields}, timeout=10)
        assert answer.status_code == 202, answer.text
        return str(answer.json()["episode_id"])

    def summary(self, episode_id: str) -> EpisodeSummary:
        """Read an episode from the archive."""
        with self._reading() as session:
            return episodes.summary(session, episode_id)

    def steps(self, episode_id: str) -> tuple[StepView, ...]:
        """Read an episode's stages from the archive."""
        with self._reading() as session:
            return episodes.steps(session, episode_id)

    def happened(self, episode_id: str) -> int:
        """Count what the archive has told of an episode."""
        with self._reading() as session:
            return len(happenings.happenings(session, episode_id))

    def until_claimed(self, episode_id: str, stage: Stage, within_s: float = 30.0) -> StepView:
        """Wait until a worker has begun a stage of the episode."""
        return until(
            lambda: next(
                (s for s in self.steps(episode_id) if s.stage is stage and s.claims > 0), None
            ),
            f"{stage} of {episode_id} begins",
            within_s,
            every_s=0.002,
        )

    def until_ended(self, episode_id: str, within_s: float = 60.0) -> EpisodeSummary:
        """Wait until the episode has ended."""

        def ended() -> EpisodeSummary | None:
            found = self.summary(episode_id)
            return found if found.state.terminal else None

        return until(ended, f"{episode_id} ends", within_s)

    def until_finished(self, episode_id: str, stage: Stage, within_s: float = 30.0) -> StepView:
        """Wait until a stage of the episode is done."""
        return until(
            lambda: next(
                (s for s in self.steps(episode_id) if s.stage is stage and s.finished_at), None
            ),
            f"{stage} of {episode_id} is done",
            within_s,
        )

    def find(self, *, seed: int) -> str | None:
        """Give the episode whose goal has that seed, if there is one."""
        with self._reading() as session:
            found = listing.summaries(session, limit=100)
        return next((s.episode_id for s in found if s.goal.seed == seed), None)

    @property
    def archive(self) -> Engine:
        assert self.engine is not None, "heal the house first"
        return self.engine

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Any]:
        with reading(self.archive) as session:
            yield session

    def _worker(self, name: str, command: tuple[str, ...], **environment: str) -> WorkerProcess:
        argv = [*self._run(command), "--loglevel", "INFO", "-I", self._loading]
        return WorkerProcess(name, argv, {**self.environment, **environment}, self.home)

    @staticmethod
    def _run(command: tuple[str, ...]) -> list[str]:
        return [sys.executable, "-m", *command]
