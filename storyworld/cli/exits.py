"""Exit codes, and errors as one sentence."""

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # pydantic costs a tenth of a second that --help does not need
    from storyworld.records.episode import RunStatus
    from storyworld.records.verdict import EpistemicState, OutcomeKind

_LONGEST_SENTENCE = 600


class ExitCode(IntEnum):
    """What the shell gets to know."""

    ACHIEVED = 0
    UNHEALTHY = 1
    BAD_INPUT = 2
    IMPOSSIBLE = 3
    UNDECIDED = 4
    FAILED = 5
    ABANDONED = 6
    TIMEOUT = 124
    INTERRUPTED = 130
    UNHEARD = 128 + signal.SIGPIPE


def of_outcome(outcome: "OutcomeKind", status: "RunStatus | None" = None) -> ExitCode:
    """Give the exit code of an outcome; a run that failed has none worth telling."""
    from storyworld.records.episode import RunStatus
    from storyworld.records.verdict import OutcomeKind

    if status is RunStatus.FAILED:
        return ExitCode.FAILED
    match outcome:
        case OutcomeKind.GOAL_ACHIEVED:
            return ExitCode.ACHIEVED
        case OutcomeKind.GOAL_IMPOSSIBLE | OutcomeKind.DEAD_STATE:
            return ExitCode.IMPOSSIBLE
        case OutcomeKind.GOAL_ABANDONED:
            return ExitCode.ABANDONED
        case OutcomeKind.EPISTEMICALLY_INCOMPLETE | OutcomeKind.UNCERTAIN_TERMINATION:
            return ExitCode.UNDECIDED
        case OutcomeKind.IN_PROGRESS:
            return ExitCode.FAILED


def of_judgement(state: "EpistemicState") -> ExitCode:
    """Give the exit code of what a film shows."""
    from storyworld.records.verdict import EpistemicState

    match state:
        case EpistemicState.ACCEPTED:
            return ExitCode.ACHIEVED
        case EpistemicState.REJECTED:
            return ExitCode.IMPOSSIBLE
        case _:
            return ExitCode.UNDECIDED


def say(sentence: str) -> None:
    """Write one sentence to stderr, safe to show: one line, no control characters, not endless."""
    line = "".join(c if c.isprintable() else " " for c in sentence)
    if len(line) > _LONGEST_SENTENCE:
        line = line[:_LONGEST_SENTENCE] + " ..."
    sys.stderr.write(f"storyworld: {line}\n")


class Command(Protocol):
    """What typer makes of the functions."""

    def main(
        self, args: Sequence[str] | None, prog_name: str | None, *, standalone_mode: bool
    ) -> Any:
        """Run and give what the function returned."""
        ...


def guarded(command: Command, arguments: list[str] | None) -> int:
    """Run a command; whatever is the asker's or the deployer's fault becomes one sentence."""
    import typer

    try:
        code = command.main(arguments, "storyworld", standalone_mode=False)
        if sys.stdout is not None:  # closed by whoever started us: >&-
            sys.stdout.flush()
    except typer.exceptions.TyperException as error:
        _told_usage(error)
        return ExitCode.BAD_INPUT
    except (typer.Abort, KeyboardInterrupt):
        say("interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return ExitCode.UNHEARD
    except SystemExit as left:  # typer makes a plain exit 1 of "nobody reads any more"
        if not isinstance(left.__context__, BrokenPipeError):
            raise
        _forget_stdout()
        return ExitCode.UNHEARD
    except Exception as error:  # noqa: BLE001 - sorted, and raised again if not ours
        return _told(error)
    return int(code or 0)


def _told_usage(error: Exception) -> None:
    """Say what is wrong with the words of a command; to no words at all its help is the answer."""
    worded = getattr(error, "format_message", error.__str__)().strip()
    if worded.startswith("Usage: "):
        sys.stderr.write(f"{worded}\n")
    elif told := worded.removesuffix(".").splitlines():
        path = getattr(getattr(error, "ctx", None), "command_path", "storyworld")
        say(f"{'; '.join(told)} (see {path} --help)")


def _told(error: Exception) -> int:
    """Say an error of our own tree; anything else is a bug and shows where it happened."""
    from storyworld.errors import (
        ConfigurationError,
        RequestError,
        StageError,
        StillRunning,
        UnreachedError,
    )

    if isinstance(error, RequestError):
        named = error.field is None or error.field.replace("_", " ") in error.detail
        say(error.detail if named else f"{error.field}: {error.detail}")
        return ExitCode.BAD_INPUT
    if isinstance(error, ConfigurationError):
        say(str(error))
        return ExitCode.BAD_INPUT
    if isinstance(error, StillRunning):
        say(str(error))
        return ExitCode.TIMEOUT
    if isinstance(error, UnreachedError):
        say(f"the web application does not answer ({error}): try again")
        return ExitCode.FAILED
    if isinstance(error, StageError):
        fix = f"; {error.failure.fix}" if error.failure.fix else ""
        say(f"{error.failure.detail}{fix}")
        return ExitCode.FAILED
    raise error


def _forget_stdout() -> None:
    """Let the interpreter leave quietly when whoever read our output has gone (head, a pager)."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
