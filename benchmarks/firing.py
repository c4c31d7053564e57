"""Fires requests, each at its own time, from a process of its own: the generator of `serving`.

Raw sockets, kept alive, as many as are needed: a request costs it a fifth of a millisecond.
"""

import asyncio
import json
import math
import resource
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
WARM_UP_S = 2.0
NOT_MEASURED = -1


@dataclass(frozen=True)
class Fire:
    """What is fired: requests one after the other at a rate, and listeners that only listen."""

    port: int
    per_s: float
    seconds: float
    method: str
    paths: tuple[str, ...]
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    keyed: bool = False
    listeners: int = 0


@dataclass(frozen=True)
class Volley:
    """What became of it. Latencies and lateness are in ms, in the order the requests were due."""

    latencies_ms: list[float]
    late_ms: list[float]
    statuses: dict[str, int]
    retry_after: int
    kept: list[str]
    broken: int
    heard: int
    generator_s: float
    wall_s: float

    def at(self, share: float, of: list[float] | None = None) -> float:
        """Give the latency that a share of the requests stayed within."""
        told = sorted(self.latencies_ms if of is None else of)
        return told[max(0, math.ceil(share * len(told)) - 1)] if told else math.nan


Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class _Gun:
    """Connections that are kept, and one more whenever all are in use."""

    def __init__(self, fire: Fire) -> None:
        self.fire = fire
        self.idle: list[Connection] = []
        self.latencies: dict[int, float] = {}
        self.late: list[float] = []
        self.statuses: Counter[str] = Counter()
        self.kept: list[str] = []
        self.broken = self.retry_after = self.heard = 0

    async def shoot(self, number: int, due: float) -> None:
        """Send one request, read its answer; a kept connection may have been closed meanwhile."""
        loop = asyncio.get_running_loop()
        self.late.append((loop.time() - due) * 1000)
        while True:
            fresh = not self.idle
            try:
                status, headers, body = await self._exchange(number)
                break
            except (OSError, asyncio.IncompleteReadError):
                if fresh:
                    self.broken += 1
                    return
        if number != NOT_MEASURED:
            self.latencies[number] = (loop.time() - due) * 1000
            self.statuses[status] += 1
            self.retry_after += "retry-after" in headers and status == "429"
        if status == "202":
            self.kept.append(json.loads(body)["episode_id"])

    async def _exchange(self, number: int) -> tuple[str, dict[str, str], bytes]:
        fire = self.fire
        if self.idle:
            reader, writer = self.idle.pop()
        else:
            reader, writer = await asyncio.open_connection("127.0.0.1", fire.port)
        writer.write(request(fire, fire.paths[number % len(fire.paths)]))
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (h.partition(":") for h in head[1:])
        }
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("connection", "").lower() == "close":
            writer.close()
        else:
            self.idle.append((reader, writer))
        return head[0].split()[1], headers, body

    async def listen(self) -> None:
        """Listen to the events for as long as it goes."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.fire.port)
        writer.write(request(Fire(self.fire.port, 1, 1, "GET", (), {"Accept": "text/event-stream"}),
                             "/events"))  # fmt: skip
        try:
            if b" 200 " in await reader.readline():
                self.heard += 1
            while await reader.read(1 << 16):
                pass
        finally:
            writer.close()


def request(fire: Fire, path: str) -> bytes:
    lines = [f"{fire.method} {path} HTTP/1.1", f"Host: 127.0.0.1:{fire.port}"]
    lines += [f"{name}: {value}" for name, value in fire.headers.items()]
    if fire.keyed:
        lines.append(f"Idempotency-Key: {uuid.uuid4().hex}")
    if fire.body:
        lines.append(f"Content-Length: {len(fire.body)}")
    return ("\r\n".join(lines) + "\r\n\r\n" + fire.body).encode()


async def fired(fire: Fire) -> Volley:
    """Fire: some to warm up, which do not count, then the whole volley."""
    gun, loop = _Gun(fire), asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        ears = [group.create_task(gun.listen()) for _ in range(fire.listeners)]
        if ears:
            await asyncio.sleep(3.0)
        async with asyncio.TaskGroup() as warming:
            begun = loop.time()
            for nth in range(int(WARM_UP_S * fire.per_s)):
                due = begun + nth / fire.per_s
                await asyncio.sleep(max(0.0, due - loop.time()))
                warming.create_task(gun.shoot(NOT_MEASURED, due))
        gun.late.clear()
        used, begun = resource.getrusage(resource.RUSAGE_SELF), loop.time()
        async with asyncio.TaskGroup() as shots:
            for number in range(int(fire.seconds * fire.per_s)):
                due = begun + number / fire.per_s
                if (wait := due - loop.time()) > 0:
                    await asyncio.sleep(wait)
                shots.create_task(gun.shoot(number, due))
        now, wall = resource.getrusage(resource.RUSAGE_SELF), loop.time() - begun
        for ear in ears:
            ear.cancel()
    busy = (now.ru_utime + now.ru_stime) - (used.ru_utime + used.ru_stime)
    return Volley(
        list(gun.latencies.values()), gun.late, dict(gun.statuses), gun.retry_after, gun.kept,
        gun.broken, gun.heard, busy, wall,
    )  # fmt: skip


def volley(fire: Fire) -> Volley:
    """Have another process fire."""
    done = subprocess.run(
        in_a_process("fire_as_told"), input=json.dumps(asdict(fire)), text=True,
        stdout=subprocess.PIPE, check=True, cwd=ROOT,
    )  # fmt: skip
    return Volley(**json.loads(done.stdout))


async def _answer(port: int, size: int) -> None:
    reply = f"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n".encode() + b"x" * size

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, OSError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if b"Content-Length: " in head:
                    length = head.split(b"Content-Length: ")[1].split(b"\r\n")[0]
                    await reader.readexactly(int(length))
                writer.write(reply)

    async with await asyncio.start_server(talk, "127.0.0.1", port) as server:
        await server.serve_forever()


def in_a_process(what: str, *arguments: str) -> list[str]:
    """Give the command that calls a function of this module."""
    code = f"from benchmarks import firing; firing.{what}({', '.join(arguments)})"
    return [sys.executable, "-c", code]


def answer(port: int, size: int) -> None:
    """Answer anything with so many bytes, at once."""
    asyncio.run(_answer(port, size))


def fire_as_told() -> None:
    """Read from stdin what is to be fired; write what became of it."""
    print(json.dumps(asdict(asyncio.run(fired(Fire(**json.loads(sys.stdin.read())))))))
