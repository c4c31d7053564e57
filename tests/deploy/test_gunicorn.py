"""The web application as the Procfile starts it: streams of events, and how it stops."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine

from storyworld.processes import listening, programs
from tests.archives import new_archive
from tests.webapp import written
from tests.webapp.fall import goal_of
from tests.webapp.written import archive_at

ROOT = Path(__file__).parent.parent.parent
LIMIT = 3


@dataclass(frozen=True)
class Served:
    """A gunicorn and the archive it reads."""

    process: "subprocess.Popen[bytes]"
    http: httpx.Client
    engine: Engine


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    engine = new_archive(archive_at(tmp_path))
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("STORYWORLD_", "DATABASE_"))}
    ours = {"STORYWORLD_HOME": str(tmp_path), "STORYWORLD_SSE_LIMIT": str(LIMIT)}
    with listening("127.0.0.1", 0) as (ear, url):
        web = next(p for p in programs(f"fd://{ear.fileno()}") if p.name == "web")
        process = subprocess.Popen(
            [sys.executable, "-m", *web.argv],
            env={**kept, **ours},
            cwd=ROOT,
            pass_fds=(ear.fileno(),),
        )
        with httpx.Client(base_url=url, timeout=30, trust_env=False) as http:
            try:
                assert http.get("/health").status_code == 200
                yield Served(process, http, engine)
            finally:
                process.kill()
                process.wait()
    engine.dispose()


def lines_of(served: Served, open_streams: ExitStack) -> Iterator[str]:
    answer = open_streams.enter_context(served.http.stream("GET", "/events"))
    assert answer.status_code == 200
    lines = answer.iter_lines()
    assert next(lines).startswith("retry:")
    return lines


def until_told(lines: Iterator[str], word: str) -> float:
    for line in lines:
        if word in line:
            return time.monotonic()
    raise AssertionError(f"the stream ended without {word}")


def has_room(served: Served) -> bool:
    with served.http.stream("GET", "/events") as answer:
        return answer.status_code == 200


def test_streams_are_told_at_once_limited_and_no_hindrance_to_a_graceful_stop(
    served: Served,
) -> None:
    with ExitStack() as opened, ExitStack() as leaving:
        streams = [lines_of(served, opened) for _ in range(LIMIT - 1)]
        leaver = lines_of(served, leaving)
        refused = served.http.get("/events")
        assert (refused.status_code, "Retry-After" in refused.headers) == (503, True)

        began = time.monotonic()
        episode_id = written.queued(served.engine, goal_of(2.1))
        for lines in (*streams, leaver):
            assert until_told(lines, episode_id) - began < 2

        leaving.close()  # nothing is written for 15 s that could tell the server
        end = time.monotonic() + 3
        while not has_room(served):
            assert time.monotonic() < end, "who left still has the place"

        began = time.monotonic()
        served.process.send_signal(signal.SIGTERM)
        for lines in streams:
            list(lines)  # it ends in good order: a stream that is torn raises
        assert served.process.wait(10) == 0
        assert time.monotonic() - began < 6, "gunicorn itself would wait for 30 s"
