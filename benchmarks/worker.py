"""What the render worker adds to a render: from the message to the report, minus the work itself.

Run: ``python -m benchmarks.worker [--renders N]``. A real redis-server and a real worker; requests
are sent one after the other. Of each, the time until its report lies in the observe queue, less
what the report says that pictures, encoding and upload took. The target is 100 ms.
"""

import argparse
import base64
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from redis import Redis

from storyworld.broker import redis_server_binary
from storyworld.keeper import free_port
from storyworld.physics.families import family_named
from storyworld.physics.staging import frame_shot
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.render import RenderReport, RenderRequest, UploadGrant
from storyworld.records.scenario import Framing

ROOT = Path(__file__).parent.parent
GOAL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
WAIT_S = 30
QUEUES = {stage: f"sw:{stage}" for stage in ("observe", "control")}


def request(number: int) -> RenderRequest:
    """Give a request that was never sent before."""
    intent = RulesPlanner().read(Goal(text=GOAL))[0]
    family = family_named(intent.family)
    scenario = family.complete(intent)
    return RenderRequest(
        key=AttemptKey(episode_id=f"ep_{number:026d}"),
        nonce=f"{number:032d}",
        scenario=scenario,
        shot=frame_shot(family.stage(scenario), Framing()),
        backend=Backend.STUB,
        seed=0,
        grant=UploadGrant(object_key=f"incoming/bench/{number}.mp4"),
        deadline_s=60,
    )


def report_in(item: bytes) -> RenderReport:
    """Read the report that a message to observe carries."""
    body = json.loads(base64.b64decode(json.loads(item)["body"]))
    return RenderReport.model_validate(body[0][0])


def measure(client: Redis, renders: int) -> list[float]:
    """Give what was added to each render, in ms."""
    from tasks import pipeline

    added = []
    for number in range(renders + 3):
        asked = request(number)
        began = time.perf_counter()
        pipeline.ring(asked.key.at(Stage.RENDER), asked)
        popped = client.brpop(["sw:observe"], timeout=WAIT_S)
        wall_ms = (time.perf_counter() - began) * 1000
        if popped is None:
            raise SystemExit("no report came: see the worker's log")
        told = report_in(popped[1])
        if told.failure is not None:
            raise SystemExit(f"the render failed: {told.failure.detail}")
        work_ms = sum(ms for _, ms in told.provenance.timings_ms)
        if number >= 3:  # the first ones import
            added.append(wall_ms - work_ms)
    return added


def main() -> None:
    """Start a broker and a worker, measure, print."""
    asking = argparse.ArgumentParser(description=__doc__)
    asking.add_argument("--renders", type=int, default=30)
    renders: int = asking.parse_args().renders
    with tempfile.TemporaryDirectory(prefix="storyworld-bench-") as home:
        port = free_port()
        url = f"redis://127.0.0.1:{port}/0"
        os.environ |= {"STORYWORLD_HOME": home, "REDIS_URL": url}
        broker = subprocess.Popen(
            [redis_server_binary() or "redis-server", "--port", str(port), "--save", ""],
            stdout=subprocess.DEVNULL,
        )
        worker = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "tasks", "worker", "-Q", "gpu"],
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            with Redis.from_url(url) as client:
                time.sleep(4)
                added = sorted(measure(client, renders))
        finally:
            worker.kill()
            broker.kill()
    p90 = added[int(0.9 * len(added))]
    print(
        f"added to a render: median {statistics.median(added):.1f} ms, p90 {p90:.1f} ms, "
        f"worst {added[-1]:.1f} ms of {len(added)} (target 100)"
    )


if __name__ == "__main__":
    main()
