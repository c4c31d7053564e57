"""The embedded broker's keeper: one small process that runs redis-server for one home.

``python -m storyworld.keeper HOME REDIS_SERVER`` starts redis-server below HOME, writes its address
to ``HOME/broker.json`` and starts it again, at the same address, if it dies. It leaves when nobody
uses the broker any more: every user (:class:`storyworld.broker.Broker`) holds a shared lock, the
keeper leaves when it gets that lock for itself. So processes of one home share one broker, the last
one out turns off the light, and a user killed with kill -9 counts as gone.

Standard library only: it lives as long as the broker does and should stay small.
"""

import contextlib
import ctypes
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from storyworld.locks import FileLock

_LOOK_EVERY_S = 0.25
_START_WITHIN_S = 10.0
_STOP_WITHIN_S = 5.0


@dataclass(frozen=True)
class BrokerFiles:
    """Where the broker of one home keeps what belongs to it."""

    home: Path

    @property
    def record(self) -> Path:
        """Address, password and process id, readable by the owner only."""
        return self.home / "broker.json"

    @property
    def users(self) -> Path:
        """The lock that every user shares."""
        return self.home / "broker.users.lock"

    @property
    def keeper(self) -> Path:
        """The lock that the one keeper holds."""
        return self.home / "broker.keeper.lock"

    @property
    def data(self) -> Path:
        """The directory of redis-server: append-only file and log."""
        return self.home / "redis"

    @property
    def log(self) -> Path:
        """What redis-server and the keeper say."""
        return self.data / "redis.log"


@dataclass(frozen=True)
class Address:
    """Where a redis-server listens on loopback, with its password."""

    port: int
    password: str

    @property
    def url(self) -> str:
        """The address as Celery takes it."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def answers(self, timeout_s: float = 1.0) -> bool:
        """Say whether a redis-server with this password answers there, its data loaded."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout_s) as line:
                line.sendall(b"AUTH " + self.password.encode() + b"\r\nPING\r\nQUIT\r\n")
                line.settimeout(timeout_s)
                reply = b""
                while piece := line.recv(256):
                    reply += piece
        except OSError:
            return False
        return reply.startswith(b"+OK\r\n+PONG\r\n")


def recorded(files: BrokerFiles) -> Address | None:
    """Read the address in ``broker.json``; None if there is none or it cannot be read."""
    try:
        found = json.loads(files.record.read_text())
        return Address(port=int(found["port"]), password=str(found["password"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def die_with_parent() -> None:
    """Ask the kernel for SIGTERM when the parent dies (Linux; elsewhere nothing happens).

    Run between fork and exec, so that a kill -9 of the parent leaves no orphan.
    """
    if sys.platform == "linux":
        death_signal = 1  # PR_SET_PDEATHSIG, linux/prctl.h
        ctypes.CDLL(None).prctl(death_signal, signal.SIGTERM)


def _record(files: BrokerFiles, address: Address, server: "subprocess.Popen[bytes]") -> None:
    fresh = files.record.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump({"port": address.port, "password": address.password, "pid": server.pid}, file)
    fresh.replace(files.record)


def _configuration(files: BrokerFiles, address: Address) -> bytes:
    directory = str(files.data).replace("\\", "\\\\").replace('"', '\\"')
    return (
        f"bind 127.0.0.1\nport {address.port}\nrequirepass {address.password}\n"
        f'dir "{directory}"\nappendonly yes\nappendfsync everysec\nsave ""\n'
        "maxmemory-policy noeviction\ndaemonize no\nloglevel notice\n"
    ).encode()


def _start(files: BrokerFiles, binary: str, address: Address) -> "subprocess.Popen[bytes] | None":
    """Start redis-server and wait until it answers; None if it does not.

    The password goes through standard input, not the command line, where anyone could read it.
    """
    with files.log.open("ab") as log:
        server = subprocess.Popen(  # noqa: S603 - the binary found by storyworld.broker
            [binary, "-"],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=die_with_parent,  # noqa: PLW1509 - this process has one thread
        )
    if server.stdin is not None:
        with closing(server.stdin) as pipe:
            pipe.write(_configuration(files, address))
    until = time.monotonic() + _START_WITHIN_S
    while time.monotonic() < until and server.poll() is None:
        if address.answers():
            return server
        time.sleep(0.01)
    _stop(server)
    return None


def _stop(server: "subprocess.Popen[bytes]") -> None:
    server.terminate()
    try:
        server.wait(_STOP_WITHIN_S)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _end_orphan(files: BrokerFiles, address: Address) -> None:
    """End the redis-server of a keeper that was killed; its password proves that it is ours."""
    until = time.monotonic() + _STOP_WITHIN_S
    while address.answers() and time.monotonic() < until:
        with contextlib.suppress(OSError, ValueError, KeyError):
            os.kill(int(json.loads(files.record.read_text())["pid"]), signal.SIGTERM)
        time.sleep(0.05)


def free_port() -> int:
    """Give a port of loopback that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _serving(
    files: BrokerFiles, binary: str
) -> "Iterator[tuple[Address, subprocess.Popen[bytes]]]":
    """Run the first redis-server; at the address of a keeper that was killed, if it is free."""
    before = recorded(files)
    if before is not None:
        _end_orphan(files, before)
    for _ in range(3):  # another program may take the port between finding it and binding it
        address = before or Address(port=free_port(), password=secrets.token_hex(24))
        before = None
        server = _start(files, binary, address)
        if server is not None:
            _record(files, address, server)
            yield address, server
            return
    sys.exit(1)


def keep(home: Path, binary: str, settled: Callable[[], None]) -> None:
    """Run redis-server for `home` until nobody uses it; not at all if another keeper does.

    `settled` is called once it is clear that somebody keeps the broker; if redis-server does not
    start, the process exits without calling it.
    """
    files = BrokerFiles(home)
    files.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(files.keeper) as keeper, FileLock(files.users) as users:
        if not keeper.take(wait_s=1.0):
            settled()
            return
        files.log.write_bytes(b"")
        with _serving(files, binary) as (address, first):
            settled()
            server: subprocess.Popen[bytes] | None = first
            try:
                while not users.take():
                    if server is None or server.poll() is not None:
                        server = _start(files, binary, address)
                        if server is not None:
                            _record(files, address, server)
                    time.sleep(_LOOK_EVERY_S)
            finally:
                if server is not None:
                    _stop(server)
                files.record.unlink(missing_ok=True)


def main() -> None:
    """Keep the broker of the home named on the command line, detached from whoever asked.

    Whoever asked waits until it is settled: exit code 0 if somebody keeps the broker, else 1. It
    never has to reap the keeper.
    """
    heard, told = os.pipe()
    if os.fork() != 0:
        os.close(told)
        os._exit(0 if os.read(heard, 1) else 1)
    os.close(heard)
    os.setsid()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)

    def settled() -> None:
        with contextlib.suppress(BrokenPipeError):
            os.write(told, b"1")
        os.close(told)

    keep(Path(sys.argv[1]), sys.argv[2], settled)


if __name__ == "__main__":
    main()
