"""``storyworld up``: web console, workers, scheduler and broker in one terminal."""

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from storyworld.cli.client import TIMEOUT_S
from storyworld.cli.exits import ExitCode
from storyworld.cli.presentation import console
from storyworld.cli.stack import Stack, standing, started, wait_until_healthy
from storyworld.client import StoryWorld
from storyworld.errors import ConfigurationError, InvalidField
from storyworld.processes import FLOWER_PORT, Echo, flower_login_fault
from storyworld.settings import Settings

_COLOURS = ("cyan", "green", "magenta", "yellow", "blue")
_LOOK_EVERY_S = 0.1


def up(*, port: int | None, flower: bool) -> int:
    """Run everything until Ctrl-C or SIGTERM; a second Ctrl-C does not wait.

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
            settings, host=settings.host, port=number, echo=_prefixed(), flower=flower
        ) as stack:
            with StoryWorld(stack.url, timeout_s=TIMEOUT_S) as client:
                wait_until_healthy(stack, client)
            record(stack.url)
            _announce(stack)
            silent = flower
            while not told:
                stack.tend(_LOOK_EVERY_S)
                if silent and _answers(FLOWER_PORT):
                    to.print(f"storyworld  flower at http://127.0.0.1:{FLOWER_PORT}", style="green")
                    silent = False
            to.print("storyworld  stopping ...", style="dim")
    to.print("storyworld  stopped", style="dim")
    return ExitCode.ACHIEVED


def _announce(stack: Stack) -> None:
    """Tell what runs, and only the addresses that answer."""
    to = console()
    to.print(f"storyworld  console at {stack.url}", style="bold green")
    to.print(
        f"storyworld  API at {stack.url}/episodes, metrics at {stack.url}/metrics", style="dim"
    )
    to.print(f"storyworld  running: {', '.join(stack.supervisor.running())}", style="dim")


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
    except OSError:
        return False
    return True


def _prefixed() -> Echo:
    """Give an echo that marks every line with its program's name in its colour."""
    from rich.text import Text

    to = console()
    colours: dict[str, str] = {}

    def echo(name: str, line: str) -> None:
        colour = colours.setdefault(name, _COLOURS[len(colours) % len(_COLOURS)])
        printable = "".join(c if c.isprintable() or c == "\t" else " " for c in line)
        to.print(Text.assemble((f"{name:<8}", colour), " ", printable), soft_wrap=True)

    return echo


@contextmanager
def _until_told() -> Iterator[list[int]]:
    """Collect SIGINT and SIGTERM: the list is empty until one arrives; a second one interrupts."""
    told: list[int] = []

    def hear(number: int, _frame: FrameType | None) -> None:
        told.append(number)
        if len(told) > 1:
            raise KeyboardInterrupt

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
