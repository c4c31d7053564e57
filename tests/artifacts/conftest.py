"""A disk and a bucket; the bucket is moto's, served over HTTP, one server for a worker's tests."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

from storyworld.artifacts import film_store
from storyworld.settings import Settings
from tests.artifacts.benches import Bench, DiskBench, S3Bench, bucket_settings, client_at

_numbers = itertools.count()


@pytest.fixture(scope="session")
def moto_url() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(moto_url: str, tmp_path: Path) -> S3Bench:
    name = f"films-{next(_numbers)}"
    client_at(moto_url).create_bucket(Bucket=name)
    settings = bucket_settings(tmp_path, moto_url, name)
    return S3Bench(film_store(settings), settings)


@pytest.fixture
def disk(tmp_path: Path) -> DiskBench:
    settings = Settings(home=tmp_path, min_free_mb=0)
    return DiskBench(tmp_path, film_store(settings), settings)


@pytest.fixture(params=["disk", "bucket"])
def bench(request: pytest.FixtureRequest) -> Bench:
    bench: Bench = request.getfixturevalue(request.param)
    return bench
