from pathlib import Path

import pytest

from storyworld.artifacts.disk import DiskStore
from storyworld.errors import PermanentError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.records.render import UploadGrant, sha256_of
from tests import making

KEY = "films/ep/0-0.mp4"


def test_a_film_comes_back_as_it_was_put(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "films")
    film = making.write_film(tmp_path)
    uri = store.put(store.grant(KEY), film)

    assert uri == store.uri(KEY)
    kept = making.artifact(sha256_of(film), uri, film.stat().st_size)
    assert store.fetch(kept, tmp_path).read_bytes() == film.read_bytes()


def test_changed_bytes_are_refused(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "films")
    film = making.write_film(tmp_path)
    uri = store.put(store.grant(KEY), film)
    kept = making.artifact(sha256_of(film), uri, film.stat().st_size)
    (tmp_path / "films" / KEY).write_bytes(b"fylm")

    with pytest.raises(PermanentError) as caught:
        store.fetch(kept, tmp_path)
    assert caught.value.failure.code is FailureCode.ARTIFACT_MISMATCH


def test_a_deleted_film_is_missing_and_deleting_again_is_no_error(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "films")
    uri = store.put(store.grant(KEY), making.write_film(tmp_path))
    store.delete(uri)
    store.delete(uri)

    with pytest.raises(PermanentError) as caught:
        store.fetch(making.artifact(uri=uri), tmp_path)
    assert caught.value.failure.code is FailureCode.ARTIFACT_MISSING


def test_no_key_leads_out_of_the_store(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "films")
    outside = making.write_film(tmp_path)

    with pytest.raises(PermanentError):
        store.fetch(making.artifact(uri="disk:../film.mp4"), tmp_path)
    with pytest.raises(PermanentError):
        store.delete("disk:/etc/passwd")
    with pytest.raises(PermanentError):
        store.put(UploadGrant(object_key="films/../../film.mp4"), outside)
    assert outside.exists()


def test_a_full_disk_is_a_failure_worth_another_try(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "films", min_free_bytes=1 << 60)

    with pytest.raises(TransientError) as caught:
        store.put(store.grant(KEY), making.write_film(tmp_path))
    assert caught.value.failure.code is FailureCode.STORAGE_FULL
    assert list((tmp_path / "films").rglob("*.mp4*")) == []
