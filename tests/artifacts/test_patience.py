"""A silent store is given up before the time limits of the step, and a slow one is not."""

import hashlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storyworld.artifacts.patience import StorePatience
from storyworld.artifacts.s3 import S3Store
from storyworld.errors import TransientError
from storyworld.records.provenance import FailureCode
from tests import making
from tests.artifacts.answering import BUSY, Answer, answering
from tests.artifacts.benches import KEY, artifact_of, bucket_settings

LEASE_S = 10.0
PIECES = 8


class Silent:
    """Counts who connects, and says nothing; or says something, piece by piece."""

    def __init__(self, port: int, pieces: tuple[bytes, ...], wait_s: float) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.connected: list[socket.socket] = []
        self.pieces, self.wait_s = pieces, wait_s

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                there = listening.accept()[0]
            except OSError:
                return
            self.connected.append(there)
            for piece in self.pieces:
                there.sendall(piece)
                time.sleep(self.wait_s)


@contextmanager
def silent(*pieces: bytes, wait_s: float = 0.0) -> Iterator[Silent]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        said = Silent(listening.getsockname()[1], pieces, wait_s)
        thread = threading.Thread(target=said.serve, args=(listening,))
        thread.start()
        try:
            yield said
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()
            for each in said.connected:
                each.close()


def store_at(url: str, home: Path, lease_s: float = LEASE_S) -> S3Store:
    return S3Store(bucket_settings(home, url, lease_s=lease_s))


@pytest.mark.parametrize("lease_s", [4.0, LEASE_S])
@pytest.mark.parametrize("call", ["fetch", "admit", "delete"])
def test_a_bucket_that_never_answers_is_told_long_before_the_time_limit(
    tmp_path: Path, call: str, lease_s: float
) -> None:
    film = making.write_film(tmp_path)
    with silent() as bucket:
        store = store_at(bucket.url, tmp_path, lease_s)
        artifact = artifact_of(film, store)
        calls: dict[str, Callable[[], object]] = {
            "fetch": lambda: store.fetch(artifact, tmp_path),
            "admit": lambda: store.admit(KEY, artifact, tmp_path),
            "delete": lambda: store.delete(artifact.uri),
        }
        store.link(artifact, 60)  # the SDK is loaded
        begun = time.monotonic()
        with pytest.raises(TransientError) as caught:
            calls[call]()
        took = time.monotonic() - begun
    assert caught.value.failure.code is FailureCode.STORAGE_UNAVAILABLE
    assert "Timeout" in caught.value.failure.detail
    assert bucket.connected
    assert took < 0.5 * lease_s


def test_a_bucket_that_is_silent_once_is_asked_again_within_a_quarter_of_the_lease() -> None:
    patience = StorePatience.within(60.0)
    waits_s = 1.0  # for "100 Continue"
    assert patience.read_s + waits_s < patience.again_s, "a second try begins"
    assert patience.again_s < 2 * patience.read_s, "a third one does not"
    assert 2 * (patience.read_s + waits_s) < 0.25 * 60.0


@pytest.mark.parametrize(
    ("lease_s", "connect_s", "read_s"),
    [(1.0, 0.5, 1.0), (4.0, 0.5, 1.0), (60.0, 3.0, 6.0), (100.0, 3.0, 10.0), (3600.0, 3.0, 10.0)],
)
def test_patience_grows_with_the_lease_between_bounds(
    lease_s: float, connect_s: float, read_s: float
) -> None:
    patience = StorePatience.within(lease_s)
    assert patience.connect_s == pytest.approx(connect_s)
    assert patience.read_s == pytest.approx(read_s)


def test_a_film_that_flows_slowly_is_fetched_although_it_takes_longer_than_a_read(
    tmp_path: Path,
) -> None:
    film = making.write_film(tmp_path)
    body = film.read_bytes()
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode()
    step = -(-len(body) // PIECES)
    pieces = [body[at : at + step] for at in range(0, len(body), step)]
    (tmp_path / "into").mkdir()
    with silent(head, *pieces, wait_s=0.4) as bucket:
        store = store_at(bucket.url, tmp_path)
        artifact = artifact_of(film, store)
        begun = time.monotonic()
        got = store.fetch(artifact, tmp_path / "into")
        took = time.monotonic() - begun
    assert hashlib.sha256(got.read_bytes()).hexdigest() == artifact.sha256
    assert took > StorePatience.within(LEASE_S).read_s
    assert len(bucket.connected) == 1


def test_a_whole_admission_is_given_no_more_second_tries_than_one_call(tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    (tmp_path / "into").mkdir()
    slow = Answer(503, BUSY.body, wait_s=0.6)
    with answering(slow, Answer(200, film.read_bytes()), slow) as book:
        store = store_at(book.url, tmp_path, lease_s=8.0)  # no second try after 1 s
        artifact = artifact_of(film, store)
        store.link(artifact, 60)  # the SDK is loaded
        with pytest.raises(TransientError):
            store.admit(KEY, artifact, tmp_path / "into")
    assert [each.method for each in book.asked] == ["GET", "GET", "PUT"]


class SoftTimeLimitExceeded(Exception):  # noqa: N818 - billiard's name
    """As the pool of processes raises it, in whatever the task is at."""


def test_the_time_limit_of_a_task_is_not_taken_for_a_failure_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    struck: list[float] = []

    def strike(*_: object, **__: object) -> None:
        struck.append(time.monotonic())
        raise SoftTimeLimitExceeded

    with silent() as bucket:
        store = store_at(bucket.url, tmp_path)
        store.link(making.artifact(uri=store.uri(making.SHA)), 60)
        monkeypatch.setattr("urllib3.connectionpool.HTTPConnectionPool.urlopen", strike)
        with pytest.raises(SoftTimeLimitExceeded):
            store.delete(store.uri(making.SHA))
    assert len(struck) == 1
