"""``storyworld up``: web console, workers, scheduler and broker in one terminal."""

import signal
import socket
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from storyworld.cli.client import TIMEOUT_S
from storyworld.cli.exits import ExitCode
from storyworld.cli.heeding import Heed
from storyworld.cli.presentation import console
from storyworld.cli.stack import Stack, standing, started, wait_until_healthy
from storyworld.client import StoryWorld
from storyworld.errors import ConfigurationError, InvalidField
from storyworld.processes import FLOWER_PORT, Echo, flower_login_fault
from storyworld.settings import Settings

_COLOURS = ("cyan", "green", "magenta", "yellow", "blue")
_LOOK_EVERY_S = 0.1
AGAIN_S = 0.5
"""A signal that comes so soon after the first is the same one."""


def up(*, port: int | None, flower: bool, verbose: bool = False) -> int:
    """Run everything until Ctrl-C or SIGTERM; a second Ctrl-C does not wait.

    What the programs write goes to their log files; warnings and errors are shown, and with
    `verbose` all of it.

    Raises
    ------
    InvalidField
        If the port is none.
    ConfigurationError
        If something cannot be started.
    """
    if port is not None and not 0 <= port < 65536:
        raise InvalidField(
            "must be a number from 0 to 65535 (0 takes any free one)", field="--port"
        )
    settings = Settings.from_environment()
    if flower:
        _check_flower(settings)
    number = settings.port if port is None else port
    to = console()
    with _until_told() as told, standing(settings.home) as record:
        to.print(f"storyworld  home {settings.home}; Ctrl-C stops everything", style="dim")
        with started(
            settings,
            host=settings.host,
            port=number,
            echo=_prefixed(verbose=verbose),
            flower=flower,
        ) as stack:
            with StoryWorld(stack.url, timeout_s=TIMEOUT_S) as client:
                wait_until_healthy(stack, client)
            record(stack.url)
            _announce(stack, settings.home / "logs", verbose=verbose)
            silent = flower
            while not told:
                stack.tend(_LOOK_EVERY_S)
                if silent and _answers(FLOWER_PORT):
                    to.print(f"storyworld  flower at http://127.0.0.1:{FLOWER_PORT}", style="green")
                    silent = False
            to.print("storyworld  stopping ...", style="dim")
    to.print("storyworld  stopped", style="dim")
    return ExitCode.ACHIEVED


def _announce(stack: Stack, logs: Path, *, verbose: bool) -> None:
    """Tell what runs, only the addresses that answer, and where everything is written."""
    to = console()
    to.print(f"storyworld  console at {stack.url}", style="bold green", soft_wrap=True)
    for name, path in (("API", "docs"), ("diagnostics", "diagnostics"), ("metrics", "metrics")):
        to.print(f"storyworld  {name} at {stack.url}/{path}", style="dim", soft_wrap=True)
    to.print(f"storyworld  running: {', '.join(stack.supervisor.running())}", style="dim")
    shown = "" if verbose else "; here come warnings and errors only (--verbose: all)"
    to.print(f"storyworld  logs in {logs}{shown}", style="dim", soft_wrap=True)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
    except OSError:
        return False
    return True


def _prefixed(*, verbose: bool) -> Echo:
    """Give an echo that marks lines with their program's name in its colour: all, or grave ones."""
    from rich.text import Text

    to = console()
    colours: dict[str, str] = {}
    heeds: defaultdict[str, Heed] = defaultdict(Heed)

    def echo(name: str, line: str) -> None:
        if not verbose and not heeds[name](line):
            return
        colour = colours.setdefault(name, _COLOURS[len(colours) % len(_COLOURS)])
        printable = "".join(c if c.isprintable() or c == "\t" else " " for c in line)
        to.print(Text.assemble((f"{name:<8}", colour), " ", printable), soft_wrap=True)

    return echo


@contextmanager
def _until_told() -> Iterator[list[float]]:
    """Collect SIGINT and SIGTERM: the list is empty until one arrives; a second one interrupts.

    One Ctrl-C may arrive twice: from the terminal, and from a `make` that passes it on.
    """
    told: list[float] = []

    def hear(_number: int, _frame: FrameType | None) -> None:
        now = time.monotonic()
        if told and now - told[0] > AGAIN_S:
            raise KeyboardInterrupt
        told.append(now)

    before = {number: signal.signal(number, hear) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _check_flower(settings: Settings) -> None:
    """Refuse to run flower's pages without a login, or without flower."""
    import importlib.util

    if importlib.util.find_spec("flower") is None:
        raise ConfigurationError("flower is not installed: pip install 'storyworld[flower]'")
    if fault := flower_login_fault(settings.for_children("").get("FLOWER_BASIC_AUTH")):
        raise ConfigurationError(f"flower: {fault}")
