import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from storyworld.errors import ConfigurationError
from storyworld.processes import Program, Supervisor, listening, programs

STEADY = """
import signal, sys, time
print("up", flush=True)
signal.signal(signal.SIGTERM, lambda *_: (print("asked to stop", flush=True), sys.exit(0)))
time.sleep(60)
"""
STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("up", flush=True)
time.sleep(60)
"""
WITH_CHILD = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print("child", child.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Program]:
    """Programs are run as modules: these lie in a folder of their own."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    def make(name: str, code: str) -> Program:
        (tmp_path / f"{name}_program.py").write_text(code)
        return Program(name, (f"{name}_program",))

    return make


def supervisor(*all_programs: Program, tmp_path: Path, **options: object) -> Supervisor:
    return Supervisor(all_programs, dict(os.environ), logs=tmp_path / "logs", **options)  # type: ignore[arg-type]


def tended(watched: Supervisor, truth: Callable[[], object], within_s: float = 8.0) -> bool:
    until = time.monotonic() + within_s
    while time.monotonic() < until and not truth():
        watched.tend(0.02)
    return bool(truth())


def alive(process_id: int) -> bool:
    try:
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_it_starts_programs_shows_what_they_write_and_lets_them_finish(
    tmp_path: Path, program: Callable[[str, str], Program]
) -> None:
    said: list[tuple[str, str]] = []
    watched = supervisor(
        program("a", STEADY), program("b", STEADY),
        tmp_path=tmp_path, echo=lambda name, line: said.append((name, line)),
    )  # fmt: skip
    with watched:
        assert tended(watched, lambda: ("a", "up") in said and ("b", "up") in said)
        assert watched.running() == ("a", "b")
    assert ("a", "asked to stop") in said
    assert ("b", "asked to stop") in said
    assert watched.running() == ()
    assert "asked to stop" in watched.log("a").read_text()


def test_a_program_that_dies_is_started_again_and_its_children_are_ended(
    tmp_path: Path, program: Callable[[str, str], Program]
) -> None:
    said: list[str] = []
    with supervisor(
        program("a", WITH_CHILD), tmp_path=tmp_path, echo=lambda _, line: said.append(line)
    ) as watched:
        assert tended(watched, lambda: any(line.startswith("child") for line in said))
        child = int(said[0].split()[1])
        first = watched.process_id("a")
        assert first is not None
        assert alive(child)
        os.kill(first, signal.SIGKILL)
        assert tended(watched, lambda: watched.process_id("a") not in (None, first))
        assert tended(watched, lambda: not alive(child))
        assert watched.deaths() == {"a": 1}
        assert any("SIGKILL" in line for line in said)


def test_a_program_that_keeps_dying_is_started_less_and_less_often(
    tmp_path: Path, program: Callable[[str, str], Program]
) -> None:
    said: list[str] = []
    with supervisor(
        program("a", "raise SystemExit(3)"),
        tmp_path=tmp_path,
        echo=lambda _, line: said.append(line),
    ) as watched:
        assert tended(watched, lambda: watched.deaths()["a"] == 3)
    delays = [
        float(found[1]) for line in said if (found := re.search(r"again in ([\d.]+) s", line))
    ]
    assert delays == [0.5, 1.0, 2.0]
    assert "exit code 3" in said[0]


def test_a_program_that_does_not_stop_when_asked_is_killed_after_the_grace_period(
    tmp_path: Path, program: Callable[[str, str], Program]
) -> None:
    said: list[str] = []
    watched = supervisor(
        program("a", STUBBORN), tmp_path=tmp_path, grace_s=0.3,
        echo=lambda _, line: said.append(line),
    )  # fmt: skip
    with watched:
        assert tended(watched, lambda: "up" in said)
        process_id = watched.process_id("a")
        assert process_id is not None
        asked_at = time.monotonic()
    assert 0.3 <= time.monotonic() - asked_at < 3.0
    assert not alive(process_id)


def test_programs_do_not_outlive_a_supervisor_killed_with_sigkill(
    tmp_path: Path, program: Callable[[str, str], Program]
) -> None:
    program("a", STEADY)
    code = f"""
import os, time
from pathlib import Path
from storyworld.processes import Program, Supervisor
with Supervisor((Program("a", ("a_program",)),), dict(os.environ),
                logs=Path({str(tmp_path / "logs")!r})) as s:
    print(s.process_id("a"), flush=True)
    time.sleep(60)
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    assert parent.stdout is not None
    process_id = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    until = time.monotonic() + 5
    while alive(process_id) and time.monotonic() < until:
        time.sleep(0.02)
    assert not alive(process_id)


def test_programs_inherit_the_listening_socket_and_the_environment(
    tmp_path: Path, program: Callable[[str, str], Program]
) -> None:
    serve = """
import os, socket, sys
ear = socket.socket(fileno=int(os.environ["EAR"]))
line, _ = ear.accept()
line.sendall(b"hello")
line.close()
"""
    with listening("127.0.0.1", 0) as (ear, url):
        web = program("web", serve)
        with Supervisor(
            (web,),
            {**os.environ, "EAR": str(ear.fileno())},
            logs=tmp_path / "logs",
            descriptors=(ear.fileno(),),
        ):
            port = int(url.rpartition(":")[2])
            with socket.create_connection(("127.0.0.1", port), 5) as line:
                line.settimeout(5)
                assert line.recv(5) == b"hello"


def test_a_log_that_has_grown_too_long_is_cut(
    tmp_path: Path, program: Callable[[str, str], Program]
) -> None:
    shout = "print('x' * 21_000_000, flush=True)\nimport time\ntime.sleep(60)"
    said: list[str] = []
    with supervisor(
        program("a", shout), tmp_path=tmp_path, echo=lambda _, line: said.append(line)
    ) as watched:
        assert tended(watched, lambda: any(len(line) > 20_000_000 for line in said))
        assert tended(watched, lambda: watched.log("a").stat().st_size == 0)


def test_a_log_is_not_cut_in_the_midst_of_a_line(
    tmp_path: Path, program: Callable[[str, str], Program]
) -> None:
    go_on = tmp_path / "go on"
    shout = (
        "import pathlib, time\nprint('x' * 21_000_000, end='', flush=True)\n"
        f"while not pathlib.Path({str(go_on)!r}).exists(): time.sleep(0.01)\n"
        "print(flush=True)\ntime.sleep(60)"
    )
    said: list[str] = []
    with supervisor(
        program("a", shout), tmp_path=tmp_path, echo=lambda _, line: said.append(line)
    ) as watched:
        assert tended(watched, lambda: watched.log("a").stat().st_size == 21_000_000)
        watched.tend(0.02)
        assert watched.log("a").stat().st_size == 21_000_000
        go_on.touch()
        assert tended(watched, lambda: any(len(line) == 21_000_000 for line in said))
        assert tended(watched, lambda: watched.log("a").stat().st_size == 0)


def test_a_port_that_is_taken_is_told_with_what_to_do() -> None:
    with listening("127.0.0.1", 0) as (_, url):
        port = int(url.rpartition(":")[2])
        with pytest.raises(ConfigurationError, match="--port"), listening("127.0.0.1", port):
            pass


def test_a_host_that_is_not_ours_is_told() -> None:
    with pytest.raises(ConfigurationError, match="STORYWORLD_HOST"), listening("192.0.2.1", 0):
        pass


def test_listening_everywhere_is_shown_as_an_address_one_can_open() -> None:
    with listening("0.0.0.0", 0) as (_, url):
        assert url.startswith("http://127.0.0.1:")


def test_the_programs_are_those_of_the_procfile() -> None:
    procfile = Path(__file__).parent.parent / "Procfile"
    written = dict(line.split(": ", 1) for line in procfile.read_text().splitlines() if line)
    bind = "${STORYWORLD_HOST:-127.0.0.1}:${STORYWORLD_PORT:-8080}"
    ours = {p.name: p.argv for p in programs(bind, flower=True)}
    assert {name: tuple(shlex.split(command)) for name, command in written.items()} == ours


def test_flower_runs_only_when_asked_for() -> None:
    assert "flower" not in {p.name for p in programs("127.0.0.1:0")}
