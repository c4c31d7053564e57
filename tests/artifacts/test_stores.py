"""What every store promises."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyworld.artifacts import film_store
from storyworld.artifacts.disk import DiskStore
from storyworld.artifacts.s3 import S3Store
from storyworld.errors import ConfigurationError, PermanentError, StageError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.records.render import UploadGrant
from storyworld.settings import Settings
from tests import making
from tests.artifacts.benches import KEY, Bench, artifact_of, uploaded

OTHER_KEY = "incoming/ep_2/0-1-abcdef02.mp4"


def place(bench: Bench, film: Path) -> str:
    sha256 = artifact_of(film, bench.store).sha256
    return f"films/{sha256[:2]}/{sha256}.mp4"


def into(tmp_path: Path) -> Path:
    folder = tmp_path / "into"
    folder.mkdir(exist_ok=True)
    return folder


def code_of(error: pytest.ExceptionInfo[StageError]) -> FailureCode:
    return error.value.failure.code


def test_an_upload_is_admitted_under_its_digest_and_comes_back(
    bench: Bench, tmp_path: Path
) -> None:
    film = making.write_film(tmp_path)
    artifact = uploaded(bench, film)
    assert bench.listed() == {KEY}

    admitted = bench.store.admit(KEY, artifact, into(tmp_path))

    assert admitted.read_bytes() == film.read_bytes()
    assert bench.listed() == {place(bench, film)}
    assert artifact.uri.endswith(place(bench, film))
    assert bench.store.fetch(artifact, into(tmp_path)).read_bytes() == film.read_bytes()


def test_the_same_film_twice_is_one_object(bench: Bench, tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    for key in (KEY, OTHER_KEY):
        artifact = uploaded(bench, film, key)
        bench.store.admit(key, artifact, into(tmp_path))
    assert bench.listed() == {place(bench, film)}


def test_admitting_again_after_the_move_is_no_error(bench: Bench, tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    artifact = uploaded(bench, film)
    bench.store.admit(KEY, artifact, into(tmp_path))
    again = bench.store.admit(KEY, artifact, into(tmp_path))
    assert again.read_bytes() == film.read_bytes()


def test_a_crash_between_keeping_and_removing_loses_nothing(bench: Bench, tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    artifact = uploaded(bench, film)
    bench.store.admit(KEY, artifact, into(tmp_path))
    bench.write(KEY, film.read_bytes())

    again = bench.store.admit(KEY, artifact, into(tmp_path))

    assert again.read_bytes() == film.read_bytes()
    assert bench.listed() == {place(bench, film)}


def test_what_is_uploaded_after_a_film_was_admitted_changes_nothing(
    bench: Bench, tmp_path: Path
) -> None:
    film = making.write_film(tmp_path)
    artifact = uploaded(bench, film)
    bench.store.admit(KEY, artifact, into(tmp_path))
    bench.write(KEY, b"another film")

    again = bench.store.admit(KEY, artifact, into(tmp_path))

    assert again.read_bytes() == film.read_bytes()
    assert bench.listed() == {place(bench, film)}


def test_many_who_admit_at_once_all_get_the_film(bench: Bench, tmp_path: Path) -> None:
    film = making.write_film(tmp_path, bytes(range(256)) * 1000)
    artifact = uploaded(bench, film)

    def admit(number: int) -> bytes:
        folder = tmp_path / str(number)
        folder.mkdir()
        return bench.store.admit(KEY, artifact, folder).read_bytes()

    with ThreadPoolExecutor(4) as pool:
        got = list(pool.map(admit, range(8)))
    assert got == [film.read_bytes()] * 8
    assert bench.listed() == {place(bench, film)}


def test_a_spoilt_object_under_the_digest_is_replaced_by_a_good_upload(
    bench: Bench, tmp_path: Path
) -> None:
    film = making.write_film(tmp_path)
    artifact = uploaded(bench, film)
    bench.write(place(bench, film), b"fylm")

    bench.store.admit(KEY, artifact, into(tmp_path))

    assert bench.read(place(bench, film)) == film.read_bytes()


@pytest.mark.parametrize("content", [b"fylm", b"film and more", b"fil", b""])
def test_an_upload_that_is_not_the_one_reported_is_not_admitted(
    bench: Bench, tmp_path: Path, content: bytes
) -> None:
    film = making.write_film(tmp_path)
    artifact = uploaded(bench, film)
    bench.write(KEY, content)

    with pytest.raises(PermanentError) as caught:
        bench.store.admit(KEY, artifact, into(tmp_path))
    assert code_of(caught) is FailureCode.ARTIFACT_MISMATCH
    assert not any(key.startswith("films/") for key in bench.listed())
    assert bench.store.grant(KEY).object_key not in str(caught.value)


def test_what_nobody_uploaded_is_missing(bench: Bench, tmp_path: Path) -> None:
    artifact = artifact_of(making.write_film(tmp_path), bench.store)
    with pytest.raises(PermanentError) as caught:
        bench.store.admit(KEY, artifact, into(tmp_path))
    assert code_of(caught) is FailureCode.ARTIFACT_MISSING


def test_a_film_larger_than_any_film_is_refused_whatever_was_reported(
    bench: Bench, tmp_path: Path
) -> None:
    artifact = uploaded(bench, making.write_film(tmp_path)).revised(size_bytes=1 << 40)
    with pytest.raises(PermanentError) as caught:
        bench.store.admit(KEY, artifact, into(tmp_path))
    assert code_of(caught) is FailureCode.ARTIFACT_MISMATCH


def test_bytes_that_changed_are_not_fetched(bench: Bench, tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    artifact = uploaded(bench, film)
    bench.store.admit(KEY, artifact, into(tmp_path))
    bench.write(place(bench, film), b"fylm")

    with pytest.raises(PermanentError) as caught:
        bench.store.fetch(artifact, into(tmp_path))
    assert code_of(caught) is FailureCode.ARTIFACT_MISMATCH


def test_a_deleted_film_is_missing_and_deleting_again_is_no_error(
    bench: Bench, tmp_path: Path
) -> None:
    artifact = uploaded(bench, making.write_film(tmp_path))
    bench.store.admit(KEY, artifact, into(tmp_path))
    bench.store.delete(artifact.uri)
    bench.store.delete(artifact.uri)

    assert bench.listed() == set()
    with pytest.raises(PermanentError) as caught:
        bench.store.fetch(artifact, into(tmp_path))
    assert code_of(caught) is FailureCode.ARTIFACT_MISSING


def test_a_place_takes_one_film(bench: Bench, tmp_path: Path) -> None:
    uploaded(bench, making.write_film(tmp_path))
    with pytest.raises(TransientError) as caught:
        uploaded(bench, making.write_film(tmp_path, b"another film"))
    assert code_of(caught) is FailureCode.UPLOAD_CONFLICT
    assert bench.read(KEY) == b"film"


def test_only_old_uploads_are_swept_and_no_film_is(bench: Bench, tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    bench.store.admit(KEY, uploaded(bench, film), into(tmp_path))
    uploaded(bench, film, OTHER_KEY)
    now = datetime.now(UTC)

    assert bench.store.sweep(now - timedelta(hours=1)) == 0
    assert OTHER_KEY in bench.listed()
    assert bench.store.sweep(now + timedelta(hours=1)) == 1
    assert bench.listed() == {place(bench, film)}
    assert bench.store.sweep(now + timedelta(hours=1)) == 0


@pytest.mark.parametrize(
    "key",
    [
        "films/ab/x.mp4",
        "incoming/../films/x.mp4",
        "incoming/a/../../x.mp4",
        "incoming//x.mp4",
        "incoming/.hidden",
        "incoming/",
        "/etc/passwd",
        "incoming/x\n",
        "incoming/" + "x" * 300,
    ],
)
def test_no_key_leads_out_of_the_place_for_uploads(bench: Bench, tmp_path: Path, key: str) -> None:
    artifact = artifact_of(making.write_film(tmp_path), bench.store)
    with pytest.raises(PermanentError):
        bench.store.grant(key)
    with pytest.raises(PermanentError):
        bench.store.admit(key, artifact, into(tmp_path))


@pytest.mark.parametrize(
    "rest", ["../film.mp4", "incoming/x.mp4", "films/../../film.mp4", "", "films/.x", "/etc/passwd"]
)
def test_no_uri_leads_out_of_the_place_for_films(bench: Bench, tmp_path: Path, rest: str) -> None:
    film = making.write_film(tmp_path)
    artifact = artifact_of(film, bench.store)
    uri = artifact.uri.partition("films/")[0] + rest
    if bench.settings.bucket:
        uri = f"s3://{bench.settings.s3_bucket}/{rest}"
    for asked in (uri, "file:///etc/passwd", "s3://elsewhere/films/x.mp4", "disk2:films/x.mp4"):
        with pytest.raises(PermanentError):
            bench.store.fetch(artifact.revised(uri=asked), into(tmp_path))
        with pytest.raises(PermanentError):
            bench.store.delete(asked)
    assert film.exists()


def test_a_film_is_named_by_a_sha256_only(bench: Bench) -> None:
    for name in ("", "../x", "A" * 64, "a" * 63, "a" * 64 + "\n"):
        with pytest.raises(PermanentError):
            bench.store.uri(name)


def test_a_grant_is_all_a_worker_needs(bench: Bench, tmp_path: Path) -> None:
    grant = bench.store.grant(KEY)
    assert UploadGrant.model_validate_json(grant.model_dump_json()) == grant
    assert (grant.url is None) == (not bench.settings.bucket)


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(content=st.binary(min_size=1, max_size=3000), place=st.integers(min_value=0))
def test_whatever_bytes_come_back_and_one_flipped_bit_is_refused(
    bench: Bench, tmp_path: Path, content: bytes, place: int
) -> None:
    film = making.write_film(tmp_path, content)
    artifact = uploaded(bench, film)
    assert bench.store.admit(KEY, artifact, into(tmp_path)).read_bytes() == content
    assert bench.store.fetch(artifact, into(tmp_path)).read_bytes() == content

    flipped = bytearray(content)
    flipped[place % len(content)] ^= 1 << place % 8
    bench.write(artifact.uri[artifact.uri.index("films/") :], bytes(flipped))
    with pytest.raises(PermanentError) as caught:
        bench.store.fetch(artifact, into(tmp_path))
    assert code_of(caught) is FailureCode.ARTIFACT_MISMATCH
    bench.store.delete(artifact.uri)


def test_films_are_kept_where_the_settings_say(tmp_path: Path) -> None:
    given_all = {
        "s3_bucket": "films",
        "s3_access_key_id": "id",
        "s3_secret_access_key": "secret",
        "s3_endpoint_url": "https://x.r2.cloudflarestorage.com",
    }
    assert isinstance(film_store(Settings(home=tmp_path)), DiskStore)
    assert isinstance(film_store(Settings(home=tmp_path, **given_all)), S3Store)
    for_amazon = given_all | {"s3_endpoint_url": None, "s3_region": "eu-west-1"}
    assert isinstance(film_store(Settings(home=tmp_path, **for_amazon)), S3Store)
    # a render worker may be told where the store is, and nothing else of it
    only_where = Settings(home=tmp_path, s3_endpoint_url=given_all["s3_endpoint_url"])
    assert isinstance(film_store(only_where), DiskStore)


def test_each_missing_variable_of_a_bucket_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        film_store(Settings(home=tmp_path, s3_bucket="films"))
    for name in ("S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY", "S3_ENDPOINT_URL"):
        assert name in str(caught.value)
    with pytest.raises(ConfigurationError, match="S3_BUCKET"):
        film_store(Settings(home=tmp_path, s3_access_key_id="id", s3_secret_access_key="secret"))
