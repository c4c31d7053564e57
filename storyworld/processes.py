"""The processes of a running StoryWorld, and the supervisor that keeps them running.

The programs are those of the Procfile (a test compares them). Each runs in a process group of its
own, writes to a log file of its own, is started again with growing delay when it dies, and is asked
to stop before it is killed.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from storyworld.errors import ConfigurationError
from storyworld.keeper import die_with_parent

FLOWER_PORT = 5555
_FIRST_DELAY_S = 0.5
_LONGEST_DELAY_S = 30.0
_STEADY_S = 60.0
_LOG_LIMIT_BYTES = 20_000_000
_ROOT = Path(
    __file__
).parent.parent  # where tasks and webapp lie: never whatever directory we are in

Echo = Callable[[str, str], None]
"""Takes the name of a program and one line it wrote."""


@dataclass(frozen=True)
class Program:
    """One process to run: its name and its command."""

    name: str
    argv: tuple[str, ...]


def programs(bind: str, *, flower: bool = False) -> tuple[Program, ...]:
    """Give the programs of the Procfile.

    Parameters
    ----------
    bind
        Where the web application listens, as gunicorn takes it: ``host:port`` or ``fd://3``.
    flower
        Whether to run flower, too: it costs 6 Redis commands a minute and its pages need a login.
    """
    web = f"gunicorn webapp:create_app() --bind {bind} --worker-class gthread --workers 1"
    commands = {
        "web": f"{web} --threads 256 --config deploy/gunicorn-config.py --no-control-socket",
        "control": "celery -A tasks worker -Q control,observe -n control@%h -c 2",
        "gpu": "celery -A tasks worker -Q gpu -n gpu@%h",
        "beat": "celery -A tasks beat -S tasks.reconcile:Reconciler",
    }
    if flower:
        commands["flower"] = "celery -A tasks flower --conf=deploy/flower-config.py"
    return tuple(Program(name, tuple(command.split())) for name, command in commands.items())


def flower_login_fault(login: str | None) -> str | None:
    """Say what is wrong with Flower's login (``FLOWER_BASIC_AUTH``), with the fix; None if nothing.

    It is ``user:password``, or several by commas. It is never quoted.
    """
    if not (login or "").strip():
        return "it shows and controls everything: set FLOWER_BASIC_AUTH to user:password first"
    for entry in (login or "").split(","):
        user, _, password = entry.strip().partition(":")
        if not user or not password:
            return "FLOWER_BASIC_AUTH has no password: write user:password, several by commas"
    return None


@contextmanager
def listening(host: str, port: int) -> Iterator[tuple[socket.socket, str]]:
    """Hold a listening socket that the web process inherits; give it with its address.

    Connections wait while the web process is started again, and a port is never lost between
    finding it free and binding it. Port 0 takes any free one.

    Raises
    ------
    ConfigurationError
        If the port is taken or the host is not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as ear:
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            ear.bind((host, port))
        except OSError as error:
            raise ConfigurationError(
                f"{host}:{port} cannot be used ({error.strerror or error}): free it, or choose "
                "another with --port, STORYWORLD_PORT or STORYWORLD_HOST"
            ) from error
        ear.listen(128)
        ear.set_inheritable(True)
        number = int(ear.getsockname()[1])
        reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
        shown = f"[{reachable}]" if ":" in reachable else reachable
        yield ear, f"http://{shown}:{number}"


def _runnable(argv: tuple[str, ...]) -> list[str]:
    """Run a command of this environment as a module, wherever PATH points."""
    return [sys.executable, "-m", *argv]


class _Child:
    """One program: its process, its log, and when it may start again."""

    def __init__(self, program: Program, log: Path) -> None:
        self.program = program
        self.log = log
        self.process: subprocess.Popen[bytes] | None = None
        self.started_at = 0.0
        self.due_at = 0.0
        self.delay_s = _FIRST_DELAY_S
        self.deaths = 0
        self.read_to = 0
        self.half_line = b""

    def start(self, environment: Mapping[str, str], descriptors: tuple[int, ...]) -> None:
        self.log.touch(mode=0o600)
        with self.log.open("ab") as sink:
            self.process = subprocess.Popen(  # noqa: S603 - commands of this module
                _runnable(self.program.argv),
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=sink,
                env=dict(environment),
                cwd=_ROOT,
                pass_fds=descriptors,
                start_new_session=True,
                preexec_fn=die_with_parent,  # noqa: PLW1509 - the supervisor has one thread
            )
        self.started_at = time.monotonic()

    def signal_group(self, number: signal.Signals) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)

    def fresh_lines(self) -> Iterator[str]:
        """Give the lines written since the last look; cut the log when it has grown too long.

        Not in the midst of a line, if that ends at all: what is written while it is cut is lost.
        """
        with contextlib.suppress(OSError), self.log.open("r+b") as file:
            file.seek(self.read_to)
            *lines, self.half_line = (self.half_line + file.read()).split(b"\n")
            self.read_to = file.tell()
            limit = 2 * _LOG_LIMIT_BYTES if self.half_line else _LOG_LIMIT_BYTES
            if self.read_to > limit:
                file.truncate(0)
                self.read_to = 0
            for line in lines:
                yield line.decode(errors="replace").rstrip("\r")


class Supervisor:
    """Runs programs until stopped: call `start`, then `tend` again and again, then `stop`.

    It has no thread: whoever runs it looks after the programs by calling `tend`.

    Parameters
    ----------
    environment
        The whole environment of the programs.
    logs
        The directory of their log files, ``<name>.log``.
    echo
        Called with every line they write, if given.
    descriptors
        File descriptors the programs inherit (the web application's socket).
    grace_s
        How long a program has to finish after SIGTERM.
    """

    def __init__(
        self,
        all_programs: tuple[Program, ...],
        environment: Mapping[str, str],
        *,
        logs: Path,
        echo: Echo | None = None,
        descriptors: tuple[int, ...] = (),
        grace_s: float = 15.0,
    ) -> None:
        logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._children = {p.name: _Child(p, logs / f"{p.name}.log") for p in all_programs}
        self._environment = environment
        self._echo = echo
        self._descriptors = descriptors
        self._grace_s = grace_s

    def start(self) -> None:
        """Start every program."""
        for child in self._children.values():
            with contextlib.suppress(OSError):
                child.read_to = child.log.stat().st_size
            child.start(self._environment, self._descriptors)

    def tend(self, wait_s: float = 0.0) -> None:
        """Look after the programs once: show what they wrote, start again who died; then wait."""
        now = time.monotonic()
        for child in self._children.values():
            self._show(child)
            if child.process is None:
                if now >= child.due_at:
                    child.start(self._environment, self._descriptors)
            elif child.process.poll() is not None:
                self._bury(child, now)
        if wait_s > 0:
            time.sleep(wait_s)

    def stop(self) -> None:
        """Ask every program to finish, kill those that do not within the grace period."""
        for child in self._children.values():
            if child.process is not None and child.process.poll() is None:
                child.process.terminate()  # only the leader: it stops its own children in order
        until = time.monotonic() + self._grace_s
        while self.running() and time.monotonic() < until:
            for child in self._children.values():
                self._show(child)
            time.sleep(0.02)
        for child in self._children.values():
            child.signal_group(signal.SIGKILL)
            if child.process is not None:
                child.process.wait()
                child.process = None
            self._show(child)

    def running(self) -> tuple[str, ...]:
        """Name the programs that run now."""
        return tuple(
            name
            for name, child in self._children.items()
            if child.process is not None and child.process.poll() is None
        )

    def deaths(self) -> dict[str, int]:
        """Count how often each program has died in a row without running for a minute."""
        return {name: child.deaths for name, child in self._children.items()}

    def log(self, name: str) -> Path:
        """Give the log file of a program."""
        return self._children[name].log

    def process_id(self, name: str) -> int | None:
        """Give the process id of a program, None while it is down."""
        process = self._children[name].process
        return process.pid if process is not None and process.poll() is None else None

    def _show(self, child: _Child) -> None:
        if self._echo is not None:
            for line in child.fresh_lines():
                self._echo(child.program.name, line)

    def _bury(self, child: _Child, now: float) -> None:
        """Note a death, end what is left of its group, and say when to start again."""
        code = child.process.returncode if child.process is not None else 0
        child.signal_group(signal.SIGKILL)
        child.process = None
        if now - child.started_at > _STEADY_S:
            child.deaths, child.delay_s = 0, _FIRST_DELAY_S
        child.deaths += 1
        child.due_at = now + child.delay_s
        if self._echo is not None:
            how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
            again = f"starts again in {child.delay_s:g} s"
            self._echo(child.program.name, f"died ({how}); {again}; log: {child.log}")
        child.delay_s = min(2 * child.delay_s, _LONGEST_DELAY_S)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
