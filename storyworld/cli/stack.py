"""The running StoryWorld of a home: the one that ``storyworld up`` keeps, or one of our own."""

import contextlib
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from storyworld.broker import Broker, require_answer
from storyworld.cli.archive import the_archive
from storyworld.cli.client import TIMEOUT_S
from storyworld.client import PATIENCE_S, StoryWorld
from storyworld.errors import ConfigurationError
from storyworld.locks import FileLock, is_held
from storyworld.processes import Echo, Supervisor, listening, programs
from storyworld.settings import Settings

_ANSWER_WITHIN_S = 60.0
_LOOK_EVERY_S = 0.05
_DEATHS_THAT_MEAN_NEVER = 4
_NOBODY = "redis://127.0.0.1:1/0"  # refuses at once: there is nobody to be told
_GRACE_OF_A_RUN_S = 5.0  # nothing of ours is in flight when a run ends, and nothing is ever lost


@dataclass(frozen=True)
class Running:
    """A StoryWorld that answers.

    `lasting` says whether it goes on when we leave; `tend` is to be called every now and then.
    """

    client: StoryWorld
    lasting: bool
    tend: Callable[[], None]


def _record(home: Path) -> Path:
    return home / "web.json"


def _lock(home: Path) -> Path:
    return home / "up.lock"


def standing_at(home: Path) -> str | None:
    """Give the address that the ``storyworld up`` of this home recorded, if it still runs.

    A record without its holder's lock is left over from a kill -9 and counts for nothing.
    """
    if not is_held(_lock(home)):
        return None
    try:
        return str(json.loads(_record(home).read_text())["url"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextmanager
def standing(home: Path) -> Iterator[Callable[[str], None]]:
    """Be the one ``storyworld up`` of a home; give the function that records its address.

    Raises
    ------
    ConfigurationError
        If this home has one.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(_lock(home)) as lock:
        if not lock.take():
            where = standing_at(home)
            raise ConfigurationError(
                f"StoryWorld already runs for {home}"
                + (f" at {where}" if where else "")
                + ": stop it first, or choose another STORYWORLD_HOME"
            )

        _record(home).unlink(missing_ok=True)  # of one that was killed: its lock is now ours

        def record(url: str) -> None:
            descriptor = os.open(_record(home), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w") as file:
                json.dump({"url": url, "pid": os.getpid()}, file)

        try:
            yield record
        finally:
            with contextlib.suppress(OSError):
                _record(home).unlink(missing_ok=True)


@dataclass(frozen=True)
class Stack:
    """Processes that were started, and where their web application will answer."""

    url: str
    supervisor: Supervisor
    broker: Broker | None

    def tend(self, wait_s: float = 0.0) -> None:
        """Look after all of them once, then wait."""
        if self.broker is not None:
            self.broker.tend()
        self.supervisor.tend(wait_s)


@contextmanager
def started(
    settings: Settings,
    *,
    host: str,
    port: int,
    echo: Echo | None = None,
    flower: bool = False,
    grace_s: float = 15.0,
    walks: bool = True,
) -> Iterator[Stack]:
    """Start broker, web application, workers and scheduler; stop them at the end.

    Where nothing `walks`, only the web application: it reads and writes the archive, and no goal
    gets any further.

    Raises
    ------
    ConfigurationError
        If the port is taken, the archive cannot be opened, there is no redis-server, or
        the one at ``REDIS_URL`` does not answer.
    """
    from storyworld.archive.engine import migrate, open_engine

    settings.require_keys_off_loopback()
    with ExitStack() as opened:
        ear, url = opened.enter_context(listening(host, port))
        engine = open_engine(settings.database)
        migrate(engine)
        engine.dispose()
        broker = None
        if not walks:
            redis_url = _NOBODY
        elif settings.redis_url is None:
            broker = opened.enter_context(Broker(settings.home))
            redis_url = broker.url
        else:
            redis_url = settings.redis_url.get_secret_value()
            require_answer(redis_url)
        supervisor = Supervisor(
            tuple(
                program
                for program in programs(f"fd://{ear.fileno()}", flower=flower)
                if walks or program.name == "web"
            ),
            settings.for_children(redis_url),
            logs=settings.home / "logs",
            echo=echo,
            descriptors=(ear.fileno(),),
            grace_s=grace_s,
        )
        opened.enter_context(supervisor)
        yield Stack(url, supervisor, broker)


def tend_or_despair(stack: Stack, wait_s: float = 0.0) -> None:
    """Look after the processes, unless one of them dies as often as it is started.

    Raises
    ------
    ConfigurationError
        Naming the process, its last words and its log.
    """
    stack.tend(wait_s)
    for name, deaths in stack.supervisor.deaths().items():
        if deaths >= _DEATHS_THAT_MEAN_NEVER:
            log = stack.supervisor.log(name)
            raise ConfigurationError(f"{name} does not start: {_last_words(log)}; see {log}")


def wait_until_healthy(stack: Stack, client: StoryWorld) -> None:
    """Wait until the web application answers.

    Raises
    ------
    ConfigurationError
        If it dies again and again or stays silent; the message holds its last words.
    """
    until = time.monotonic() + _ANSWER_WITHIN_S
    while not client.healthy():
        tend_or_despair(stack, _LOOK_EVERY_S)
        if time.monotonic() > until:
            log = stack.supervisor.log("web")
            said = _last_words(log)
            raise ConfigurationError(f"the web application is silent: {said}; see {log}")


def _last_words(log: Path) -> str:
    try:
        lines = log.read_text(errors="replace").splitlines()
    except OSError:
        lines = []
    return next((line.strip() for line in reversed(lines) if line.strip()), "it says nothing")


@contextmanager
def reach(settings: Settings) -> Iterator[Running]:
    """Give the home's running StoryWorld, or start one for as long as the block takes.

    Raises
    ------
    ConfigurationError
        If one cannot be started.
    """
    with ExitStack() as opened:
        running = opened.enter_context(_that_stands(settings))
        yield running or opened.enter_context(_of_the_moment(settings, walks=True))


@contextmanager
def reach_to_read(settings: Settings) -> Iterator[Running]:
    """Give the home's running StoryWorld, or its web application alone, for the archive there is.

    Raises
    ------
    ConfigurationError
        If there is no archive yet, or it is of another version.
    """
    with ExitStack() as opened:
        running = opened.enter_context(_that_stands(settings))
        if running is None:
            with the_archive(settings):
                pass
            running = opened.enter_context(_of_the_moment(settings, walks=False))
        yield running


def require_standing(settings: Settings) -> StoryWorld:
    """Give the home's running StoryWorld.

    Raises
    ------
    ConfigurationError
        If none runs.
    """
    url = standing_at(settings.home)
    if url is None:
        raise ConfigurationError(
            f"no StoryWorld runs for {settings.home}, so there is no page: start `storyworld up`"
        )
    return _client(url, settings)


def _client(url: str, settings: Settings, patience_s: float = PATIENCE_S) -> StoryWorld:
    key = settings.api_key.get_secret_value() if settings.api_key else None
    return StoryWorld(url, key, timeout_s=TIMEOUT_S, patience_s=patience_s)


@contextmanager
def _that_stands(settings: Settings) -> Iterator[Running | None]:
    url = standing_at(settings.home)
    if url is None:
        yield None
        return
    with _client(url, settings) as client:
        healthy = client.healthy()
        yield Running(client, lasting=True, tend=lambda: None) if healthy else None


@contextmanager
def _of_the_moment(settings: Settings, *, walks: bool) -> Iterator[Running]:
    with (
        started(
            settings, host="127.0.0.1", port=0, grace_s=_GRACE_OF_A_RUN_S, walks=walks
        ) as stack,
        _client(stack.url, settings, patience_s=0.0) as client,  # we tend meanwhile
    ):
        wait_until_healthy(stack, client)
        yield Running(client, lasting=False, tend=partial(tend_or_despair, stack))
