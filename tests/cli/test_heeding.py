"""Which lines `storyworld up` shows."""

import json

import pytest

from storyworld.cli.heeding import Heed

INFO = "2026-11-27 00:59:38,544 INFO tasks.step: done in 0.531 s [episode=ep_1]"
WARNING = "2026-11-27 00:59:38,544 WARNING tasks.step: given back"
ERROR = "2026-11-27 00:59:38,544 ERROR tasks.step: given up"
BANNER = (" -------------- control@vm v5.7.0 (recovery)", "--- ***** -----", "", "[tasks]",
          "  . storyworld.plan", " ** ---------- .> transport:   redis://:**@127.0.0.1:1/0",
          "LocalTime -> 2026-11-27 03:06:20")  # fmt: skip
TRACE = ("Traceback (most recent call last):", '  File "x.py", line 1, in <module>', "    1 / 0",
         "ZeroDivisionError: division by zero")  # fmt: skip


def shown(*lines: str) -> list[str]:
    heed = Heed()
    return [line for line in lines if heed(line)]


def test_warnings_and_errors_are_shown_with_their_tracebacks_and_nothing_else() -> None:
    assert shown(*BANNER, INFO, WARNING, INFO, ERROR, *TRACE, INFO, *BANNER) == [
        WARNING, ERROR, *TRACE,
    ]  # fmt: skip


def test_a_program_that_falls_over_before_it_logs_is_shown() -> None:
    assert shown(*TRACE) == list(TRACE)
    usage = ("Usage: celery [OPTIONS] COMMAND", "Error: Invalid value for '-A'")
    assert shown(*usage) == list(usage)
    gone = "died (exit code 1); starts again in 0.5 s; log: /h/logs/beat.log"
    assert shown(ERROR, gone, *BANNER) == [ERROR, gone]


@pytest.mark.parametrize(
    ("level", "is_shown"), [("info", False), ("warning", True), ("error", True)]
)
def test_lines_of_json_are_told_apart_too(level: str, is_shown: bool) -> None:
    line = json.dumps({"time": "2026-11-27T00:59:38.544+00:00", "level": level, "message": "x"})
    assert bool(shown(line)) is is_shown
    assert shown(WARNING, '{"torn": ') == [WARNING, '{"torn": ']


def test_gunicorn_is_understood_before_it_logs_as_we_do() -> None:
    line = "[2026-11-27 03:06:20 +0000] [12] [{}] Worker exiting"
    assert shown(line.format("INFO"), line.format("ERROR")) == [line.format("ERROR")]
