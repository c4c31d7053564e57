"""The web application under load: open loop, each request at its own time, whatever becomes of it.

Run: ``python benchmarks/serving.py [--seconds 20] [--threads 256] [--postgresql] [--only LIST]``.
A real gunicorn as in the Procfile, a real redis-server as `storyworld up` runs it, an archive of
10,000 episodes (SQLite with synchronous FULL, or PostgreSQL). Requests are fired by a process of
its own. Their times are counted from when they were due, not from when they could be sent: a server
that stalls is charged with all that waited meanwhile. What the generator itself costs is measured
by firing the same at a server that answers at once. No worker runs: it is the front that is loaded.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.firing import ROOT, WARM_UP_S, Fire, Volley, in_a_process, volley

EPISODES = 10_000
GOAL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
LISTENERS = 100
READER = {"Accept": "application/json", "Accept-Encoding": "gzip, br, zstd"}
PERSON = {"Accept": "text/html", "Accept-Encoding": "gzip, br, zstd"}


# ---- what is fired at --------------------------------------------------------------------------


def fill(url: str, count: int = EPISODES) -> None:
    """Write episodes as the workers would have, then copies of them, spread over kinds."""
    from sqlalchemy import MetaData, insert, select, text

    from storyworld.archive.engine import migrate, open_engine
    from storyworld.records.identity import new_id
    from tests.webapp import written

    engine = open_engine(url)
    migrate(engine)
    # none that achieved its goal: the schema asks each of those for a transition of its own
    kinds = [written.finished(engine, 1.9), written.failed(engine), written.vetoed(engine)]
    found = MetaData()
    names = ("worlds", "episodes", "steps", "provenance", "costs", "events")
    found.reflect(engine, only=names)
    numbered = {"entry_id", "cost_id", "event_id"}
    with engine.execution_options(writes=True).connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        rows: dict[str, dict[str, list[dict[str, Any]]]] = {kind: {} for kind in kinds}
        for kind in kinds:
            episodes = found.tables["episodes"]
            (one,) = connection.execute(select(episodes).where(episodes.c.episode_id == kind))
            for name in names:
                table = found.tables[name]
                column, value = (("world_id", one.world_id) if name == "worlds"
                                 else ("episode_id", kind))  # fmt: skip
                asked = select(table).where(table.c[column] == value)
                rows[kind][name] = [
                    {k: v for k, v in row._mapping.items() if k not in numbered}
                    for row in connection.execute(asked)
                ]
        made: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
        for nth in range(count - len(kinds)):
            names_of = {"episode_id": new_id("ep"), "world_id": new_id("wd")}
            for name, held in rows[kinds[nth % len(kinds)]].items():
                made[name] += [{k: names_of.get(k, v) for k, v in row.items()} for row in held]
        for name in names:
            for start in range(0, len(made[name]), 5000):
                if block := made[name][start : start + 5000]:
                    connection.execute(insert(found.tables[name]), block)
        connection.commit()
        if engine.dialect.name == "postgresql":
            connection.execute(text("ANALYZE"))
            connection.commit()
    engine.dispose()


def counted(url: str, episode_ids: list[str]) -> tuple[int, int]:
    """Say how many of these are in the archive, and how many have a first step to be done."""
    from sqlalchemy import select

    from storyworld.archive.engine import open_engine, reading
    from storyworld.archive.tables import EpisodeRow, StepRow

    engine = open_engine(url)
    with reading(engine) as session:
        there = set(session.scalars(select(EpisodeRow.episode_id)))
        ready = set(session.scalars(select(StepRow.episode_id).where(StepRow.state == "ready")))
    engine.dispose()
    return len(there & set(episode_ids)), len(ready & set(episode_ids))


def newest(url: str) -> list[str]:
    """Give every hundredth episode, newest first: where pages begin."""
    from sqlalchemy import select

    from storyworld.archive.engine import open_engine, reading
    from storyworld.archive.tables import EpisodeRow

    engine = open_engine(url)
    with reading(engine) as session:
        found = list(session.scalars(select(EpisodeRow.episode_id).order_by(EpisodeRow.episode_id)))
    engine.dispose()
    return found[::-100]


@dataclass
class Server:
    """A running gunicorn."""

    port: int
    process: subprocess.Popen[bytes]

    def busy_s(self) -> float:
        """Say how long its processes have computed so far."""
        ticks = 0
        me = self.process.pid
        for pid in (me, *map(int, Path(f"/proc/{me}/task/{me}/children").read_text().split())):
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(home: Path, threads: int, **environment: str) -> Iterator[Server]:
    """Run the web application as the Procfile does."""
    from storyworld.keeper import free_port
    from storyworld.processes import programs

    port = free_port()
    (web, *_) = programs(f"127.0.0.1:{port}")
    command = [sys.executable, "-m", *web.argv]
    command[command.index("--threads") + 1] = str(threads)
    told = {**os.environ, "STORYWORLD_HOME": str(home), "STORYWORLD_LOG_LEVEL": "WARNING",
            **environment}  # fmt: skip
    with (home / "web.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=told, stdout=log, stderr=log)
    try:
        wait_for(port)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait(timeout=40)


def wait_for(port: int) -> None:
    import httpx

    for _ in range(200):
        with suppress(httpx.HTTPError):
            if httpx.get(f"http://127.0.0.1:{port}/health").status_code == 200:
                return
        time.sleep(0.1)
    raise SystemExit("the server does not start: see its log")


@contextmanager
def answering_at_once(size: int) -> Iterator[int]:
    """Run a server that answers anything with so many bytes: what is left is the generator's."""
    from storyworld.keeper import free_port

    port = free_port()
    process = subprocess.Popen(in_a_process("answer", str(port), str(size)), cwd=ROOT)
    time.sleep(1.0)
    try:
        yield port
    finally:
        process.kill()
        process.wait()


# ---- what is asked -----------------------------------------------------------------------------


def told(name: str, asked: str, seen: Volley, server: Server | None, busy: float = 0.0) -> None:
    """Print one row."""
    count = max(1, len(seen.latencies_ms))
    cost = f"{1000 * busy / count:.1f}" if server else "-"
    statuses = " ".join(f"{status}:{n}" for status, n in sorted(seen.statuses.items()))
    print(
        f"| {name} | {asked} | {seen.at(0.5):.1f} | {seen.at(0.99):.1f} | {seen.at(1.0):.1f} | "
        f"{cost} | {statuses}{f' broken:{seen.broken}' if seen.broken else ''} | "
        f"{seen.at(0.99, seen.late_ms):.1f} | {1000 * seen.generator_s / count:.2f} |",
        flush=True,
    )


def shoot(name: str, asked: str, server: Server, **fire: Any) -> Volley:
    before = server.busy_s()
    seen = volley(Fire(port=server.port, **fire))
    share = fire["seconds"] / (fire["seconds"] + WARM_UP_S)
    told(name, asked, seen, server, (server.busy_s() - before) * share)
    return seen


def posting(per_s: float, seconds: float) -> dict[str, Any]:
    return {
        "per_s": per_s, "seconds": seconds, "method": "POST", "paths": ("/simulate",),
        "headers": READER | {"Content-Type": "application/json"},
        "body": json.dumps({"goal": GOAL}), "keyed": True,
    }  # fmt: skip


def reads(server: Server, cursors: list[str], seconds: float) -> None:
    get = {"per_s": 200.0, "seconds": seconds, "method": "GET"}
    pages = tuple(f"/episodes?before={cursor}" for cursor in cursors)
    shoot("GET /episodes, newest 25", "200/s, p99 100 ms", server, paths=("/episodes",),
          headers=READER, **get)  # fmt: skip
    shoot("GET /episodes, any page", "200/s, p99 100 ms", server, paths=pages, headers=READER,
          **get)  # fmt: skip
    shoot("GET / (the page)", "100/s", server, paths=("/",), headers=PERSON,
          **get | {"per_s": 100.0})  # fmt: skip


def writes(server: Server, url: str, seconds: float) -> None:
    seen = shoot("POST /simulate", "50/s, p99 500 ms", server, **posting(50.0, seconds))
    there, ready = counted(url, seen.kept)
    print(f"  accepted {len(seen.kept)}, different {len(set(seen.kept))}, in the archive {there}, "
          f"with a step to be done {ready}")  # fmt: skip


def listening(server: Server, seconds: float) -> None:
    import httpx

    if httpx.get(f"http://127.0.0.1:{server.port}/openapi.json").json()["paths"].get("/events"):
        seen = shoot(f"GET /health beside {LISTENERS} listeners", "20/s", server, per_s=20.0,
                     seconds=seconds, method="GET", paths=("/health",), headers=READER,
                     listeners=LISTENERS)  # fmt: skip
        print(f"  {seen.heard} of {LISTENERS} listeners were let in")
    else:
        print("| GET /health beside listeners | there is no /events | | | | | | | |")


def beyond(home: Path, url: str, threads: int, seconds: float, environment: Any) -> None:
    """Ask for more than there is room for: by the length of the queue, and by the rate."""
    for name, limits in (
        ("queue of 200", {"STORYWORLD_QUEUE_LIMIT": "200"}),
        ("600 writes a minute", {"STORYWORLD_RATE_WRITES": "600 per minute",
                                 "STORYWORLD_QUEUE_LIMIT": "1000000"}),
    ):  # fmt: skip
        done_with(url)
        with served(home, threads, **environment | limits) as server:
            seen = shoot(f"POST /simulate, {name}", "100/s", server, **posting(100.0, seconds))
        there, ready = counted(url, seen.kept)
        refused = seen.statuses.get("429", 0)
        print(f"  accepted {len(seen.kept)}, different {len(set(seen.kept))}, in the archive "
              f"{there}, with a step to be done {ready}; 429 {refused}, with Retry-After "
              f"{seen.retry_after}")  # fmt: skip


def done_with(url: str) -> None:
    """End what still runs, so that the queue has room."""
    from sqlalchemy import select

    from storyworld.archive import episodes, runs
    from storyworld.archive.engine import open_engine, writing
    from storyworld.archive.tables import EpisodeRow

    engine = open_engine(url)
    with writing(engine) as session:
        query = select(EpisodeRow.episode_id).where(EpisodeRow.state.in_(runs.RUNNING))
        for episode_id in list(session.scalars(query)):
            episodes.terminate(session, episode_id)
    engine.dispose()


def measure(stack: ExitStack, asked: argparse.Namespace) -> None:
    from storyworld.broker import Broker

    home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="storyworld-bench-")))
    url = f"sqlite:///{home / 'storyworld.db'}"
    if asked.postgresql:
        from tests.archive.postgresql import Cluster

        url = stack.enter_context(Cluster.start()).url
    broker = stack.enter_context(Broker(home))
    environment = {"DATABASE_URL": url, "REDIS_URL": broker.url,
                   "STORYWORLD_QUEUE_LIMIT": "1000000"}  # fmt: skip
    began = time.perf_counter()
    fill(url)
    print(f"{'PostgreSQL' if asked.postgresql else 'SQLite'}, {EPISODES} episodes written in "
          f"{time.perf_counter() - began:.0f} s, {asked.threads} threads, "
          f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")  # fmt: skip
    print("| what | asked | p50 ms | p99 ms | worst ms | server's processor ms | answers | "
          "sent late p99 ms | generator's processor ms |")  # fmt: skip
    print("|---" * 9 + "|")
    if "floor" in asked.only:
        with answering_at_once(20_000) as port:
            seen = volley(Fire(port, 200.0, asked.seconds / 2, "GET", ("/",), READER))
            told("a server that answers at once, 20 KB", "200/s", seen, None)
    with served(home, asked.threads, **environment) as server:
        if "reads" in asked.only:
            reads(server, newest(url), asked.seconds)
        if "writes" in asked.only:
            writes(server, url, asked.seconds)
        if "events" in asked.only:
            listening(server, asked.seconds)
    if "beyond" in asked.only:
        beyond(home, url, asked.threads, asked.seconds / 2, environment)


def main() -> None:
    """Fill an archive, serve it, fire, print."""
    asking = argparse.ArgumentParser(description=__doc__)
    asking.add_argument("--seconds", type=float, default=20.0)
    asking.add_argument("--threads", type=int, default=256)
    asking.add_argument("--postgresql", action="store_true")
    asking.add_argument("--only", default="floor,reads,writes,events,beyond")
    with ExitStack() as stack:
        measure(stack, asking.parse_args())


if __name__ == "__main__":
    main()
