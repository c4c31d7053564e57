"""Many who listen to GET /events: how long from commit to arrival, and how /health fares meanwhile.

Runs gunicorn with 256 threads over SQLite, as the Procfile does but without its config, so that
more than half of the threads may listen. Prints a table; asserts nothing.
"""

import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
from sqlalchemy import Engine

sys.path.insert(0, str(Path(__file__).parent.parent))

from storyworld.archive import events
from storyworld.archive.engine import migrate, open_engine, writing
from storyworld.processes import listening, programs
from storyworld.records.identity import AttemptKey
from tests.webapp import written
from tests.webapp.fall import goal_of

LISTENERS = (0, 1, 100, 200)
EVENTS = 40
DETAIL = re.compile(rb'"detail":"(\d+)"')
EVERY_S = 0.37  # no multiple of the tailer's 0.25 s


class Listeners:
    """Clients that note when which event arrived."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.arrived: list[tuple[int, float]] = []

    async def listen(self, begun: asyncio.Semaphore) -> None:
        """Listen until cancelled."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        writer.write(b"GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert b"200" in await reader.readline()
        while not (await reader.readline()).startswith(b"retry:"):
            pass
        begun.release()
        try:
            while line := await reader.readline():
                if found := DETAIL.search(line):  # not that the episode was created
                    self.arrived.append((int(found[1]), time.monotonic()))
        finally:
            writer.close()


async def asked(port: int, took_s: list[float]) -> None:
    """Ask for /health again and again."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http:
        while True:
            began = time.monotonic()
            (await http.get("/health")).raise_for_status()
            took_s.append(time.monotonic() - began)
            await asyncio.sleep(0.02)


def tell(engine: Engine, key: AttemptKey, number: int) -> float:
    with writing(engine) as session:
        events.add(session, key, events.GOING_ON, detail=str(number))
    return time.monotonic()


def busy_s(process_id: int) -> float:
    """Give the processor time of gunicorn's worker, the one child."""
    children = Path(f"/proc/{process_id}/task/{process_id}/children").read_text().split()
    fields = Path(f"/proc/{children[0]}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def measured(port: int, process_id: int, engine: Engine, count: int) -> str:
    key = AttemptKey(episode_id=written.queued(engine, goal_of(2.1)))
    await asyncio.sleep(1)  # those before have left, and that is noticed
    listeners, begun, health = Listeners(port), asyncio.Semaphore(0), []
    tasks = [asyncio.create_task(listeners.listen(begun)) for _ in range(count)]
    for _ in range(count):
        await begun.acquire()
    tasks.append(asyncio.create_task(asked(port, health)))
    committed: dict[int, float] = {}
    began, used = time.monotonic(), busy_s(process_id)
    for number in range(EVENTS):
        committed[number] = await asyncio.to_thread(tell, engine, key, number)
        await asyncio.sleep(EVERY_S)
    until = time.monotonic() + 10
    while len(listeners.arrived) < count * EVENTS and time.monotonic() < until:
        await asyncio.sleep(0.05)
    share = (busy_s(process_id) - used) / (time.monotonic() - began)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    delays = [at - committed[number] for number, at in listeners.arrived]
    assert len(delays) == count * EVENTS, f"heard {len(delays)} of {count * EVENTS}"
    return (
        f"{count:9}  {ms(delays, 0.5)} {ms(delays, 0.99)} {ms(delays, 1.0)}   "
        f"{ms(health, 0.5)} {ms(health, 0.99)}   {share:6.0%}"
    )


def ms(seconds: list[float], share: float) -> str:
    if not seconds:
        return "       -"
    ordered = sorted(seconds)
    return f"{1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]:5.0f} ms"


def main() -> None:
    with tempfile.TemporaryDirectory() as home, listening("127.0.0.1", 0) as (ear, url):
        engine = open_engine(f"sqlite:///{home}/storyworld.db")
        migrate(engine)
        web = next(p for p in programs(f"fd://{ear.fileno()}") if p.name == "web").argv
        place = web.index("--config")
        argv = [sys.executable, "-m", *web[:place], *web[place + 2 :]]
        limited = {"STORYWORLD_HOME": home, "STORYWORLD_SSE_LIMIT": str(max(LISTENERS))}
        kept = {k: v for k, v in os.environ.items() if not k.startswith("STORYWORLD_")}
        process = subprocess.Popen(argv, env=kept | limited, pass_fds=(ear.fileno(),))
        try:
            httpx.get(f"{url}/health", timeout=30, trust_env=False).raise_for_status()
            print("listeners  commit to arrival p50, p99, max   /health p50, p99   worker busy")
            for count in LISTENERS:
                port = ear.getsockname()[1]
                print(asyncio.run(measured(port, process.pid, engine, count)), flush=True)
        finally:
            process.kill()
            process.wait()
            engine.dispose()


if __name__ == "__main__":
    main()
