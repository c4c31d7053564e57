"""Lines of the log: what they hold, and what they are about."""

import io
import json
import logging
import threading
from collections.abc import Iterator

import pytest

from storyworld import logs
from storyworld.logs import LogFormat
from storyworld.records.identity import Stage, StepKey

KEY = StepKey(episode_id="ep_" + "0" * 26, beat=1, attempt=2, stage=Stage.RENDER)
ABOUT = {"episode": KEY.episode_id, "beat": 1, "attempt": 2, "stage": "render"}


@pytest.fixture(autouse=True)
def _root() -> Iterator[None]:
    """Give the root logger back as it was: the log of the tests is theirs."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logs.clear()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_line_of_json_says_when_how_grave_by_whom_what_and_about_what(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("INFO", LogFormat.JSON)
    with logs.about_step(KEY):
        logging.getLogger("tasks.step").warning("took %d s", 3)
    (line,) = lines(capsys)
    assert {k: line[k] for k in ("level", "logger", "message")} == {
        "level": "warning",
        "logger": "tasks.step",
        "message": "took 3 s",
    }
    assert {k: line[k] for k in ABOUT} == ABOUT
    assert str(line["time"]).endswith("+00:00")


def test_what_is_bound_is_forgotten_with_its_block_and_may_be_nested(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("INFO", LogFormat.JSON)
    log = logging.getLogger("x")
    with logs.bound(request="r1", episode=None):
        with logs.about_step(KEY):
            log.info("within both")
        log.info("within one")
    log.info("within none")
    both, one, none = lines(capsys)
    assert (both["request"], both["stage"]) == ("r1", "render")
    assert one["request"] == "r1"
    assert not {"stage", "episode"} & set(one)
    assert "request" not in none


def test_a_block_that_raises_forgets_too() -> None:
    with pytest.raises(RuntimeError), logs.about_step(KEY):
        raise RuntimeError
    assert logs.about() == {}


def test_what_is_bound_is_of_one_thread_only(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO", LogFormat.JSON)
    with logs.about_step(KEY):
        other = threading.Thread(target=lambda: logging.getLogger("x").info("elsewhere"))
        other.start()
        other.join()
    (line,) = lines(capsys)
    assert "episode" not in line


def test_a_record_is_one_line_whatever_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO", LogFormat.JSON)
    log = logging.getLogger("x")
    try:
        raise ValueError("two\nlines")
    except ValueError:
        log.exception('a "quote",\na line break and ± ')
    with logs.bound(request="in\nject"):
        log.info("%s", object())
    first, second = lines(capsys)
    assert first["message"] == 'a "quote",\na line break and ± '
    assert "ValueError: two\nlines" in str(first["exception"])
    assert second["request"] == "in\nject"


def test_text_is_for_people_and_says_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO", LogFormat.TEXT)
    with logs.about_step(KEY):
        logging.getLogger("tasks.step").info("done")
    logging.getLogger("tasks.step").info("idle")
    with_key, without = capsys.readouterr().err.splitlines()
    assert with_key.endswith(
        f"INFO tasks.step: done [episode={KEY.episode_id} beat=1 attempt=2 stage=render]"
    )
    assert without.endswith("INFO tasks.step: idle")


def test_nobody_writes_a_line_of_text_that_looks_like_ours(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("INFO", LogFormat.TEXT)
    forged = "2026-11-27 00:00:00,000 WARNING webapp.access: forged"
    try:
        raise ValueError(f"x\n{forged}")
    except ValueError:
        logging.getLogger("x").exception("POST /\n%s\r\x1b[2J\u2028\x85é", forged)
    written = capsys.readouterr().err
    first, second, *rest = written.split("\n")
    assert first.endswith("ERROR x: POST /")
    assert second == rf"    {forged}\r\x1b[2J\u2028\x85é"
    assert all(line.startswith("    ") for line in rest[:-1])
    assert len(written.splitlines()) == len(rest) + 1, "no line break but those that are set in"


def test_less_than_the_level_is_not_written_and_libraries_only_when_they_warn(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("INFO", LogFormat.JSON)
    logging.getLogger("x").debug("too little")
    logging.getLogger("httpx").info("HTTP Request: GET ...")
    logging.getLogger("alembic.runtime").warning("odd")
    assert [line["message"] for line in lines(capsys)] == ["odd"]


def test_gunicorn_writes_as_all_others_do(capsys: pytest.CaptureFixture[str]) -> None:
    theirs = logging.getLogger("gunicorn.error")
    theirs.addHandler(logging.StreamHandler(io.StringIO()))
    theirs.propagate = False
    logs.configure("INFO", LogFormat.JSON)
    theirs.info("Worker exiting")
    logs.configure("INFO", LogFormat.JSON)
    theirs.info("once more")
    assert [line["message"] for line in lines(capsys)] == ["Worker exiting", "once more"]
