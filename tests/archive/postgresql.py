"""A real PostgreSQL server for tests: Debian's, in a folder of its own, on a free port."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_USER = "postgres"


@dataclass(frozen=True)
class Cluster:
    """A running server."""

    url: str

    @classmethod
    @contextmanager
    def start(cls) -> Iterator["Cluster"]:
        programs = _programs()
        if programs is None:
            message = "PostgreSQL is not installed: apt-get install postgresql"
            if os.environ.get("CI"):
                pytest.fail(message)
            pytest.skip(message)
        # not below pytest's own folder: that one is root's alone
        folder = Path(tempfile.mkdtemp(prefix="storyworld-postgresql-"))
        data, log = folder / "data", folder / "log"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        if os.geteuid() == 0:
            shutil.chown(folder, _USER)  # the server refuses to run as root
        _run(programs / "initdb", "-D", data, "-A", "trust", "-U", _USER, "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
        _run(programs / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")
        try:
            yield cls(url=f"postgresql+psycopg://{_USER}@127.0.0.1:{port}/postgres")
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
            shutil.rmtree(folder)


def _programs() -> Path | None:
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return versions[-1] if versions else None


def _run(program: Path, *arguments: object) -> None:
    command = [str(program), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", _USER, "--", *command]
    done = subprocess.run(
        command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd="/"
    )
    assert done.returncode == 0, done.stdout
