"""One episode from POST to its end, with warm workers: how long, where, and what it costs Redis.

Runs the whole house in processes of its own on the lean (metered) Redis profile, and in the same
run a bare chain of five no-op tasks on the same queues. Prints a table; asserts nothing.
"""

import os
import statistics
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import httpx
from celery import chain
from redis import Redis

sys.path.insert(0, str(Path(__file__).parent.parent))

from storyworld.archive import episodes, provenance
from storyworld.archive.engine import reading
from storyworld.records.identity import Stage
from tests.integration.nodes import LocalHouse, WorkerProcess

GOAL = "A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away"
ROUNDS = 20
IDLE_S = 60.0


def walked(house: LocalHouse, asker: httpx.Client, goal: str) -> tuple[float, dict[str, float]]:
    """Give the seconds from POST to the end, and the seconds of work per stage."""
    began = time.time()
    episode_id = asker.post("/simulate", json={"text": goal}).json()["episode_id"]
    answered = time.time() - began
    # the end is read off the archive: asking more often would take the workers' cores
    while not house.summary(episode_id).state.terminal:
        time.sleep(0.05)
    with reading(house.archive) as session:
        entries = provenance.entries(session, episode_id)
        shown = episodes.summary(session, episode_id)
    parts = {e.stage: (e.finished_at - e.started_at).total_seconds() for e in entries}
    parts |= {
        f"-> {after.stage}": (after.started_at - before.finished_at).total_seconds()
        for before, after in pairwise(entries)
    }
    assert shown.finished_at is not None
    parts["POST answered"] = answered
    return shown.finished_at.timestamp() - began, parts


def bare(house: LocalHouse, key: str) -> float:
    """Give the seconds a chain of five tasks that do nothing takes on the same queues."""
    os.environ |= house.environment
    from benchmarks.bare_chain import QUEUES
    from benchmarks.bare_chain import bare as task

    began = time.time()
    links = [
        task.s(*((key,) if place == 0 else ()), last=place == len(QUEUES) - 1).set(queue=queue)
        for place, queue in enumerate(QUEUES)
    ]
    chain(*links).apply_async()
    # a worker that has just started may be in a long poll that knows not all of its queues yet
    with Redis.from_url(house.broker.url, socket_timeout=None) as client:
        _, at = client.blpop([f"bare:{key}"], timeout=30)
    return float(at) - began


def commands(house: LocalHouse) -> int:
    with house.broker.client as client:
        return _processed(client)


def table(title: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    p90 = ordered[int(0.9 * (len(ordered) - 1))]
    print(
        f"{title:32s} median {statistics.median(ordered) * 1e3:8.1f} ms   p90 {p90 * 1e3:8.1f} ms"
    )


def bare_workers(house: LocalHouse) -> list[WorkerProcess]:
    made = []
    for queues, concurrency in (("control,observe", 2), ("gpu", 1)):
        argv = f"-m celery -A benchmarks.bare_chain worker -Q {queues} -c {concurrency} -l INFO"
        name = f"bare-{queues.split(',')[0]}"
        worker = WorkerProcess(
            name,
            [sys.executable, *argv.split(), "-n", f"{name}@%h"],
            house.environment,
            house.home,
        )
        worker.start()
        made.append(worker)
    return made


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        house = LocalHouse(
            Path(folder),
            STORYWORLD_LEASE_S="60",
            STORYWORLD_RESEND_AFTER_S="20",
            STORYWORLD_REDIS_METERED="true",
        )
        try:
            measure(house)
        finally:
            house.teardown()


def measure(house: LocalHouse) -> None:
    house.heal()
    with httpx.Client(base_url=house.url, timeout=30) as asker:
        for _ in range(4):
            walked(house, asker, GOAL)
        before = commands(house)
        runs = [walked(house, asker, GOAL) for _ in range(ROUNDS)]
    # two more commands are ours: the counts themselves
    per_episode = (commands(house) - before - 1) / ROUNDS
    for worker in (house.control, house.gpu):
        worker.stop()
    yardstick = bare_workers(house)
    try:
        for n in range(4):
            bare(house, f"warm-{n}")
        chains = [bare(house, f"{n}") for n in range(ROUNDS)]
    finally:
        for worker in yardstick:
            worker.teardown()
    house.control.start()
    idle = idle_commands(house)

    table("POST to terminal", [took for took, _ in runs])
    for name in dict.fromkeys(name for _, parts in runs for name in parts):
        table(f"  {name}", [parts[name] for _, parts in runs if name in parts])
    work = [parts[Stage.RENDER] + parts[Stage.OBSERVE] for _, parts in runs]
    overhead = [took - film for (took, _), film in zip(runs, work, strict=True)]
    table("overhead (all but render, observe)", overhead)
    table("bare chain of five no-ops", chains)
    ratio = statistics.median(overhead) / statistics.median(chains)
    print(f"overhead / bare chain            {ratio:8.1f}")
    print(f"Redis commands per episode       {per_episode:8.1f}")
    print(f"Redis commands per idle minute   {idle:8.1f}")


def idle_commands(house: LocalHouse) -> float:
    """Give the commands an idle worker makes in a minute (the control worker alone)."""
    time.sleep(15)
    with house.broker.client as client:
        # one connection for both looks: a new one says hello in several commands
        counted = [_processed(client)]
        time.sleep(IDLE_S)
        counted.append(_processed(client))
    return (counted[1] - counted[0] - 1) * 60.0 / IDLE_S


def _processed(client: Redis) -> int:
    return int(client.info("stats")["total_commands_processed"])


if __name__ == "__main__":
    main()
