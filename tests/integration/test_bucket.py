"""The same walk with films in a bucket; whoever renders has neither its key nor a shared disk."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from moto.server import ThreadedMotoServer

from storyworld.processes import programs
from storyworld.records.verdict import OutcomeKind
from tests.artifacts.benches import client_at
from tests.integration.nodes import NO_DATABASE, ROOT, LocalHouse, until

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
SECRET = "canary-secret-of-the-bucket"
KEEPS_S = 6.0


@pytest.fixture
def store() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    url = f"http://{host}:{port}"
    client_at(url).create_bucket(Bucket="films")
    yield url
    server.stop()


@pytest.fixture
def apart(tmp_path: Path, store: str) -> Iterator[LocalHouse]:
    """A house with a bucket, and a render worker that knows no more of it than where it is."""
    home, elsewhere = tmp_path / "house", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    house = LocalHouse(
        home,
        S3_ENDPOINT_URL=store,
        S3_BUCKET="films",
        S3_ACCESS_KEY_ID="an-id",
        S3_SECRET_ACCESS_KEY=SECRET,
        STORYWORLD_FILM_HOURS=str(KEEPS_S / 3600),
    )
    (command,) = (p.argv for p in programs("127.0.0.1:1") if p.name == "gpu")
    unset = dict.fromkeys(("S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"), "")
    house.gpu = house._worker(
        "gpu", command, DATABASE_URL=NO_DATABASE, STORYWORLD_HOME=str(elsewhere), **unset
    )
    try:
        house.heal()
        yield house
    finally:
        house.teardown()


def keys(store: str) -> list[str]:
    listed = client_at(store).list_objects_v2(Bucket="films")
    return [item["Key"] for item in listed.get("Contents", ())]


def test_a_film_goes_through_the_bucket_and_expires_while_its_verdict_stands(
    apart: LocalHouse, store: str, tmp_path: Path
) -> None:
    episode_id = apart.submit(FALL)
    ended = apart.until_ended(episode_id)
    assert ended.outcome is OutcomeKind.GOAL_ACHIEVED

    address = f"{apart.url}/episodes/{episode_id}"
    (attempt,) = httpx.get(f"{address}/beats").json()["beats"][0]["attempts"]
    film = attempt["artifact"]
    key = f"films/{film['sha256'][:2]}/{film['sha256']}.mp4"
    assert film["uri"] == f"s3://films/{key}"
    assert keys(store) == [key], "the upload was moved under its digest"
    assert list(tmp_path.rglob("*.mp4")) == [], "nothing lies on a disk"

    shown = httpx.get(f"{address}/film")
    assert shown.status_code == 302
    assert urlsplit(shown.headers["Location"]).path == f"/films/{key}"
    seen = httpx.get(shown.headers["Location"])
    assert hashlib.sha256(seen.content).hexdigest() == film["sha256"]

    told = httpx.get(f"{address}/result").json()
    until(lambda: expired(apart, address), "the film expires", within_s=60, every_s=2)
    assert keys(store) == []
    assert httpx.get(f"{address}/result").json() == told

    # the same film again, after its bytes were deleted
    again = apart.submit(FALL, seed=ended.goal.seed)
    assert apart.until_ended(again).outcome is OutcomeKind.GOAL_ACHIEVED
    assert keys(store) == [key]

    logs = "".join(process.logs() for process in apart.processes.values())
    assert SECRET not in logs
    assert "X-Amz-Signature" not in logs


def expired(house: LocalHouse, address: str) -> bool:
    """Send the task by which films expire; say whether this one has."""
    subprocess.run(
        [sys.executable, "-m", "celery", "-A", "tasks", "call", "storyworld.retain"],
        check=True, capture_output=True, timeout=60, cwd=ROOT, env=house.environment,
    )  # fmt: skip
    return httpx.get(f"{address}/film").status_code == 410
