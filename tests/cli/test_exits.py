import errno
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from storyworld.cli.exits import ExitCode, guarded, of_judgement, of_outcome, say
from storyworld.errors import (
    ConfigurationError,
    Conflicting,
    InvalidField,
    KeyNeeded,
    NotAllowed,
    PermanentError,
    RequestError,
    StillRunning,
    UnreachedError,
)
from storyworld.records.episode import RunStatus
from storyworld.records.provenance import FailureCode
from storyworld.records.verdict import EpistemicState, OutcomeKind


class Fake:
    """A command that does what it is told."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work

    def main(
        self, args: Sequence[str] | None, prog_name: str | None, *, standalone_mode: bool
    ) -> Any:
        return self._work()


def raising(error: BaseException) -> Fake:
    def work() -> None:
        raise error

    return Fake(work)


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (OutcomeKind.GOAL_ACHIEVED, 0),
        (OutcomeKind.GOAL_IMPOSSIBLE, 3),
        (OutcomeKind.DEAD_STATE, 3),
        (OutcomeKind.EPISTEMICALLY_INCOMPLETE, 4),
        (OutcomeKind.UNCERTAIN_TERMINATION, 4),
        (OutcomeKind.GOAL_ABANDONED, 6),
    ],
)
def test_the_exit_code_is_the_outcome(outcome: OutcomeKind, code: int) -> None:
    assert of_outcome(outcome) == code
    assert of_outcome(outcome, RunStatus.SUCCEEDED) == code


def test_silence_is_exit_code_5_and_what_goes_on_124(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(raising(UnreachedError("refused")), []) == ExitCode.FAILED
    assert guarded(raising(StillRunning("ep_1 has not ended: it goes on")), []) == ExitCode.TIMEOUT
    silent, going_on = capsys.readouterr().err.splitlines()
    assert silent == "storyworld: the web application does not answer (refused): try again"
    assert going_on == "storyworld: ep_1 has not ended: it goes on"


def test_every_outcome_has_an_exit_code() -> None:
    assert {int(of_outcome(outcome)) for outcome in OutcomeKind} == {0, 3, 4, 5, 6}


@pytest.mark.parametrize("outcome", list(OutcomeKind))
def test_a_failed_run_is_never_a_verdict_about_physics(outcome: OutcomeKind) -> None:
    assert of_outcome(outcome, RunStatus.FAILED) == 5


def test_a_film_is_accepted_rejected_or_neither() -> None:
    codes = {state: int(of_judgement(state)) for state in EpistemicState}
    assert codes.pop(EpistemicState.ACCEPTED) == 0
    assert codes.pop(EpistemicState.REJECTED) == 3
    assert set(codes.values()) == {4}


@pytest.mark.parametrize(
    ("error", "sentence", "code"),
    [
        (InvalidField("is empty", field="goal"), "storyworld: goal: is empty\n", 2),
        (RequestError("say more"), "storyworld: say more\n", 2),
        (KeyNeeded("say who asks"), "storyworld: say who asks\n", 2),
        (NotAllowed("this needs `write`"), "storyworld: this needs `write`\n", 2),
        (Conflicting("the seed is taken", field="seed"), "storyworld: the seed is taken\n", 2),
        (ConfigurationError("set REDIS_URL"), "storyworld: set REDIS_URL\n", 2),
        (
            PermanentError(FailureCode.INTERNAL, "the store is gone", fix="bring it back"),
            "storyworld: the store is gone; bring it back\n",
            5,
        ),
        (KeyboardInterrupt(), "storyworld: interrupted\n", 130),
    ],
)
def test_our_errors_are_one_sentence(
    error: BaseException, sentence: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(raising(error), []) == code
    captured = capsys.readouterr()
    assert captured.err == sentence
    assert captured.out == ""


def test_a_bug_shows_where_it_happened() -> None:
    with pytest.raises(ZeroDivisionError):
        guarded(raising(ZeroDivisionError()), [])


def test_the_command_s_own_code_is_the_exit_code() -> None:
    assert guarded(Fake(lambda: ExitCode.UNDECIDED), []) == 4
    assert guarded(Fake(lambda: None), []) == 0


def test_a_reader_who_left_is_told_apart_from_other_early_ends(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def gone() -> None:
        try:
            raise BrokenPipeError(errno.EPIPE, "broken pipe")
        except OSError:
            sys.exit(1)  # as typer does

    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert guarded(Fake(gone), []) == 141
        with pytest.raises(SystemExit):
            guarded(raising(SystemExit(7)), [])


def test_a_closed_stdout_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert guarded(Fake(lambda: ExitCode.UNDECIDED), []) == 4


def test_a_sentence_is_one_line_without_control_characters_and_not_endless(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say("a\nb\x1b[31m\u202e" + "c" * 10_000)
    written = capsys.readouterr().err
    assert written.count("\n") == 1
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert len(written) < 700
