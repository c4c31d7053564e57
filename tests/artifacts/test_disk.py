"""Films on disk: what is a disk's alone. What every store promises is in test_stores."""

import errno
import os
import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storyworld.artifacts.disk import DiskStore
from storyworld.artifacts.verifying import MOST_FILM_BYTES
from storyworld.errors import PermanentError, StageError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.records.render import UploadGrant
from tests import making
from tests.artifacts.benches import KEY, DiskBench, artifact_of, uploaded


def test_uris_of_earlier_films_still_lead_to_them(disk: DiskBench, tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    disk.write("films/ep_1/0-0-abcdef01.mp4", film.read_bytes())
    earlier = artifact_of(film, disk.store).revised(uri="disk:films/ep_1/0-0-abcdef01.mp4")

    assert disk.store.fetch(earlier, tmp_path).read_bytes() == film.read_bytes()
    disk.store.delete(earlier.uri)
    assert disk.listed() == set()


def test_a_disk_has_no_links(disk: DiskBench) -> None:
    assert disk.store.link(making.artifact(), 60) is None


def test_the_same_upload_twice_is_no_error(disk: DiskBench, tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    uploaded(disk, film)
    uploaded(disk, film)
    assert disk.listed() == {KEY}


def test_where_a_disk_has_no_hard_links_films_are_moved_and_never_replaced(
    disk: DiskBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    uploaded(disk, making.write_film(tmp_path))
    with pytest.raises(TransientError) as caught:
        uploaded(disk, making.write_film(tmp_path, b"another film"))
    assert caught.value.failure.code is FailureCode.UPLOAD_CONFLICT
    assert {key: disk.read(key) for key in disk.listed()} == {KEY: b"film"}


def test_nobody_sees_half_an_upload(disk: DiskBench, tmp_path: Path) -> None:
    content = os.urandom(1 << 22)
    film, seen, done = making.write_film(tmp_path, content), set(), threading.Event()
    place = tmp_path / "films" / KEY

    def look() -> None:
        while not done.is_set():
            if place.exists():
                seen.add(place.stat().st_size)

    looker = threading.Thread(target=look)
    looker.start()
    uploaded(disk, film)
    done.set()
    looker.join()
    assert seen <= {len(content)}
    assert disk.read(KEY) == content
    assert disk.listed() == {KEY}


def test_whoever_uploaded_cannot_change_an_admitted_film(disk: DiskBench, tmp_path: Path) -> None:
    artifact = uploaded(disk, making.write_film(tmp_path))
    with (tmp_path / "films" / KEY).open("r+b") as held_open:
        kept = disk.store.admit(KEY, artifact, tmp_path)
        held_open.write(b"fylm")
        held_open.flush()
    assert kept.read_bytes() == b"film"


@pytest.mark.parametrize("what", ["link", "pipe", "folder"])
def test_an_upload_that_is_no_plain_file_is_not_admitted(
    disk: DiskBench, tmp_path: Path, what: str
) -> None:
    film = making.write_film(tmp_path)
    place = tmp_path / "films" / KEY
    place.parent.mkdir(parents=True)
    {
        "link": lambda: place.symlink_to(film),
        "pipe": lambda: os.mkfifo(place),
        "folder": place.mkdir,
    }[what]()

    with pytest.raises(PermanentError) as caught:
        disk.store.admit(KEY, artifact_of(film, disk.store), tmp_path)
    assert caught.value.failure.code is FailureCode.ARTIFACT_MISMATCH


def test_a_folder_of_uploads_that_leads_elsewhere_is_refused(
    disk: DiskBench, tmp_path: Path
) -> None:
    film = making.write_film(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "films" / "incoming").mkdir(parents=True)
    (tmp_path / "films" / "incoming" / "ep_1").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermanentError):
        uploaded(disk, film)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_missing_upload_says_that_the_disk_may_not_be_shared(
    disk: DiskBench, tmp_path: Path
) -> None:
    artifact = artifact_of(making.write_film(tmp_path), disk.store)
    with pytest.raises(PermanentError) as caught:
        disk.store.admit(KEY, artifact, tmp_path)
    assert "STORYWORLD_HOME" in caught.value.failure.fix
    assert "S3_BUCKET" in caught.value.failure.fix


@pytest.mark.parametrize("place", ["films/../../film.mp4", "incoming/../../film.mp4"])
def test_no_grant_leads_out_of_the_store(disk: DiskBench, tmp_path: Path, place: str) -> None:
    outside = making.write_film(tmp_path)
    store = DiskStore(tmp_path / "films")
    with pytest.raises(PermanentError):
        store.put(UploadGrant.model_construct(object_key=place), outside)
    assert outside.read_bytes() == b"film"


def test_a_full_disk_is_a_failure_worth_another_try(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "films", min_free_bytes=1 << 60)
    film = making.write_film(tmp_path)

    with pytest.raises(TransientError) as caught:
        store.put(store.grant(KEY), film)
    assert caught.value.failure.code is FailureCode.STORAGE_FULL
    assert "STORYWORLD_MIN_FREE_MB" in caught.value.failure.fix
    assert list((tmp_path / "films").rglob("*.mp4*")) == []

    DiskStore(tmp_path / "films").put(store.grant(KEY), film)
    with pytest.raises(TransientError) as caught:
        store.admit(KEY, artifact_of(film, store), tmp_path)
    assert caught.value.failure.code is FailureCode.STORAGE_FULL


def test_a_film_larger_than_any_film_is_not_even_read(disk: DiskBench, tmp_path: Path) -> None:
    artifact = uploaded(disk, making.write_film(tmp_path))
    os.truncate(tmp_path / "films" / KEY, MOST_FILM_BYTES + 1)
    with pytest.raises(PermanentError, match="at most"):
        disk.store.admit(KEY, artifact.revised(size_bytes=MOST_FILM_BYTES + 1), tmp_path)


def test_a_folder_that_cannot_be_written_names_the_fix(
    disk: DiskBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(PermanentError) as caught:
        uploaded(disk, making.write_film(tmp_path))
    assert caught.value.failure.code is FailureCode.STORAGE_REFUSED
    assert "STORYWORLD_HOME" in caught.value.failure.fix
    assert disk.listed() == set()


def test_a_file_where_the_folder_should_be_is_told(disk: DiskBench, tmp_path: Path) -> None:
    (tmp_path / "films").write_text("no folder")
    with pytest.raises(StageError) as caught:
        uploaded(disk, making.write_film(tmp_path))
    assert caught.value.failure.code is FailureCode.STORAGE_UNAVAILABLE
    assert "STORYWORLD_HOME" in caught.value.failure.fix


def test_sweeping_removes_what_crashed_writers_left(disk: DiskBench, tmp_path: Path) -> None:
    disk.write("incoming/ep_1/.0-0.mp4.abc.part", b"ha")
    disk.write("films/ab/.abc.mp4.def.part", b"ha")
    disk.write("films/ab/abc.mp4", b"half a film is none, this is whole")
    later = datetime.now(UTC) + timedelta(hours=1)

    assert disk.store.sweep(datetime.now(UTC) - timedelta(hours=1)) == 0
    assert disk.store.sweep(later) == 2
    assert disk.listed() == {"films/ab/abc.mp4"}
    assert disk.store.sweep(later + timedelta(hours=1)) == 0
    assert not (tmp_path / "films" / "incoming" / "ep_1").exists()


def test_films_are_no_programs_and_are_written_by_their_owner_only(
    disk: DiskBench, tmp_path: Path
) -> None:
    before = os.umask(0o022)
    try:
        artifact = uploaded(disk, making.write_film(tmp_path))
        kept = disk.store.admit(KEY, artifact, tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o644
