"""Films in a bucket: what is a bucket's alone. What every store promises is in test_stores.

moto checks neither expiry nor checksums nor signatures: what those rest on is read in the URLs and
requests themselves, and what real stores answer comes from a server that says it.
"""

import base64
import hashlib
import logging
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from storyworld.artifacts.s3 import S3Store, lacking
from storyworld.errors import ConfigurationError, PermanentError, StageError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.settings import Settings
from tests import making
from tests.artifacts.answering import (
    BUSY,
    DENIED,
    NO_BUCKET,
    SKEWED,
    SOMETHING_THERE,
    Answer,
    Answering,
    answering,
    error,
)
from tests.artifacts.benches import (
    KEY,
    SECRET,
    S3Bench,
    artifact_of,
    bucket_settings,
    uploaded,
)

NOWHERE = "http://127.0.0.1:9"


def asked_of(url: str | None) -> dict[str, str]:
    assert url is not None
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


def store_at(book: Answering, home: Path) -> S3Store:
    return S3Store(bucket_settings(home, book.url))


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the SDK try again at once."""
    monkeypatch.setattr("botocore.retries.standard.ExponentialBackoff.delay_amount", lambda *_: 0)


def test_a_grant_is_good_for_one_new_object_and_so_long(tmp_path: Path) -> None:
    settings = bucket_settings(tmp_path, NOWHERE, grant_s=600)
    grant = S3Store(settings).grant(KEY)
    asked = asked_of(grant.url)

    assert urlsplit(grant.url or "").path == f"/films/{KEY}"
    assert asked["X-Amz-Expires"] == "600"
    assert asked["X-Amz-SignedHeaders"] == "content-type;host;if-none-match"
    assert asked["X-Amz-Algorithm"] == "AWS4-HMAC-SHA256"
    assert dict(grant.headers) == {"content-type": "video/mp4", "if-none-match": "*"}
    assert "/auto/s3/" in asked["X-Amz-Credential"]
    assert SECRET not in grant.model_dump_json()


def test_grants_of_two_keys_have_two_signatures(tmp_path: Path) -> None:
    store = S3Store(bucket_settings(tmp_path, NOWHERE))
    one, two = store.grant(KEY), store.grant(KEY + "x")
    assert asked_of(one.url)["X-Amz-Signature"] != asked_of(two.url)["X-Amz-Signature"]


@pytest.mark.parametrize(
    ("wanted", "got"), [(60, "60"), (900, "900"), (86_400, "900"), (0, "1"), (-5, "1")]
)
def test_a_link_lasts_a_quarter_of_an_hour_at_most(tmp_path: Path, wanted: int, got: str) -> None:
    store = S3Store(bucket_settings(tmp_path, NOWHERE))
    artifact = making.artifact(uri=store.uri(making.SHA))
    assert asked_of(store.link(artifact, wanted))["X-Amz-Expires"] == got


def test_a_link_shows_the_film_in_the_browser(bucket: S3Bench, tmp_path: Path) -> None:
    artifact = uploaded(bucket, making.write_film(tmp_path))
    bucket.store.admit(KEY, artifact, tmp_path)
    answer = httpx.get(bucket.store.link(artifact, 60) or "")
    assert answer.content == b"film"
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["content-disposition"].startswith("inline")


def test_a_link_is_of_the_film_only(tmp_path: Path) -> None:
    store = S3Store(bucket_settings(tmp_path, NOWHERE))
    for uri in ("disk:films/x.mp4", f"s3://films/{KEY}", "s3://films/films/../x"):
        with pytest.raises(PermanentError):
            store.link(making.artifact(uri=uri), 60)


def test_an_admitted_film_carries_its_digest(bucket: S3Bench, tmp_path: Path) -> None:
    artifact = uploaded(bucket, making.write_film(tmp_path))
    bucket.store.admit(KEY, artifact, tmp_path)
    found = bucket.client.head_object(
        Bucket=bucket.settings.s3_bucket, Key=artifact.uri.split("/", 3)[3]
    )
    assert found["Metadata"] == {"sha256": artifact.sha256}
    assert found["ContentType"] == "video/mp4"


def test_what_is_sent_to_keep_a_film_lets_the_store_check_it(tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    with answering(Answer(200, b"film"), Answer(200), Answer(204)) as book:
        store = store_at(book, tmp_path)
        artifact = artifact_of(film, store)
        store.admit(KEY, artifact, tmp_path)
    got, put, deleted = book.asked
    assert (got.method, got.path) == ("GET", f"/films/{KEY}")
    assert (put.method, put.path) == ("PUT", f"/films{urlsplit(artifact.uri).path}")
    assert put.headers["if-none-match"] == "*"
    assert (
        put.headers["x-amz-checksum-sha256"]
        == base64.b64encode(hashlib.sha256(b"film").digest()).decode()
    )
    assert put.body == b"film"
    assert "aws-chunked" not in put.headers.get("content-encoding", "")
    assert not any("crc" in name for name in put.headers)
    assert (deleted.method, deleted.path) == ("DELETE", f"/films/{KEY}")


def test_a_film_that_is_there_already_is_looked_up_not_sent_again(tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    with answering(Answer(200, b"film"), SOMETHING_THERE, Answer(200, b"film"), Answer(204)) as b:
        store = store_at(b, tmp_path)
        artifact = artifact_of(film, store)
        there = (("x-amz-meta-sha256", artifact.sha256),)
        b.answers[2] = Answer(200, b"film", there)
        store.admit(KEY, artifact, tmp_path)
        assert [asked.method for asked in b.asked] == ["GET", "PUT", "HEAD", "DELETE"]


def test_a_film_that_was_deleted_between_two_looks_is_stored_after_all(tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    gone = Answer(404)
    with answering(Answer(200, b"film"), SOMETHING_THERE, gone, Answer(200), Answer(204)) as b:
        store = store_at(b, tmp_path)
        store.admit(KEY, artifact_of(film, store), tmp_path)
        assert [asked.method for asked in b.asked] == ["GET", "PUT", "HEAD", "PUT", "DELETE"]


def test_more_bytes_than_were_reported_are_never_written(tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    folder = tmp_path / "into"
    folder.mkdir()
    with answering(Answer(200, b"film" * 100_000)) as book:
        store = store_at(book, tmp_path)
        with pytest.raises(PermanentError) as caught:
            store.fetch(artifact_of(film, store), folder)
    assert caught.value.failure.code is FailureCode.ARTIFACT_MISMATCH
    assert list(folder.iterdir()) == []


Call = Callable[[S3Store, Path], object]
CALLS: dict[str, Call] = {
    "admit": lambda s, p: s.admit(KEY, making.artifact(uri=s.uri(making.SHA)), p),
    "fetch": lambda s, p: s.fetch(making.artifact(uri=s.uri(making.SHA)), p),
    "delete": lambda s, _: s.delete(s.uri(making.SHA)),
    "sweep": lambda s, _: s.sweep(datetime.now(UTC)),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (NO_BUCKET, FailureCode.STORAGE_REFUSED, "S3_BUCKET"),
        (DENIED, FailureCode.STORAGE_REFUSED, "S3_ACCESS_KEY_ID"),
        (Answer(401, error("Unauthorized")), FailureCode.STORAGE_REFUSED, "S3_SECRET_ACCESS_KEY"),
        (Answer(403, error("SignatureDoesNotMatch")), FailureCode.STORAGE_REFUSED, "S3_SECRET"),
        (SKEWED, FailureCode.STORAGE_REFUSED, "clock"),
        (Answer(400, error("AuthorizationHeaderMalformed")), FailureCode.STORAGE_REFUSED, "REGION"),
        (BUSY, FailureCode.STORAGE_UNAVAILABLE, ""),
        (Answer(500), FailureCode.STORAGE_UNAVAILABLE, ""),
        (Answer(hangs_up=True), FailureCode.STORAGE_UNAVAILABLE, "S3_ENDPOINT_URL"),
    ],
    ids=lambda value: "" if isinstance(value, Answer) else str(value),
)
def test_what_a_store_refuses_names_the_fix_and_no_secret(
    tmp_path: Path, call: Call, answer: Answer, code: FailureCode, words: str
) -> None:
    with answering(answer) as book, pytest.raises(StageError) as caught:
        call(store_at(book, tmp_path), tmp_path)
    failure = caught.value.failure
    assert failure.code is code
    assert failure.transient == (code is FailureCode.STORAGE_UNAVAILABLE)
    assert words in failure.fix
    assert SECRET not in failure.model_dump_json()
    assert "X-Amz" not in failure.model_dump_json()


def test_a_store_that_is_away_is_worth_another_try(tmp_path: Path) -> None:
    store = S3Store(bucket_settings(tmp_path, NOWHERE))
    with pytest.raises(TransientError) as caught:
        store.delete(store.uri(making.SHA))
    assert caught.value.failure.code is FailureCode.STORAGE_UNAVAILABLE


def test_a_busy_store_is_asked_again(tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    (tmp_path / "into").mkdir()
    with answering(BUSY, BUSY, Answer(200, b"film")) as book:
        store = store_at(book, tmp_path)
        assert store.fetch(artifact_of(film, store), tmp_path / "into").read_bytes() == b"film"
    assert len(book.asked) == 3


def test_a_code_that_is_no_word_does_not_get_into_the_failure(tmp_path: Path) -> None:
    hostile = Answer(403, error("<script>\n" + "x" * 1000))
    with answering(hostile) as book, pytest.raises(PermanentError) as caught:
        CALLS["delete"](store_at(book, tmp_path), tmp_path)
    assert len(caught.value.failure.detail) < 200
    assert "<" not in caught.value.failure.detail
    assert "\n" not in caught.value.failure.detail


def test_a_bucket_name_that_is_none_names_the_variable(tmp_path: Path) -> None:
    store = S3Store(bucket_settings(tmp_path, NOWHERE, "no bucket!"))
    with pytest.raises(PermanentError) as caught:
        store.delete(store.uri(making.SHA))
    assert "S3_BUCKET" in caught.value.failure.fix


def test_nothing_is_lacking_of_a_bucket_that_works(bucket: S3Bench) -> None:
    assert lacking(bucket.settings) is None
    assert bucket.listed() == set()


def test_a_bucket_that_is_not_there_is_lacking(moto_url: str, tmp_path: Path) -> None:
    said = lacking(bucket_settings(tmp_path, moto_url, "nobodys"))
    assert said is not None
    assert "nobodys" in said[0]
    assert "S3_BUCKET" in said[1]


def test_a_key_that_may_not_ask_about_the_bucket_can_do_all_that_is_needed(tmp_path: Path) -> None:
    # HEAD bucket refused, then put, get (other bytes), put again, delete
    with answering(Answer(403), Answer(200), Answer(200, b"x"), SOMETHING_THERE, Answer(204)) as b:
        said = lacking(bucket_settings(tmp_path, b.url))
    assert [asked.method for asked in b.asked] == ["HEAD", "PUT", "GET", "PUT", "DELETE"]
    assert said is not None
    assert "other bytes" in said[0]


def test_a_key_that_may_not_write_is_lacking(tmp_path: Path) -> None:
    with answering(Answer(200), DENIED) as book:
        said = lacking(bucket_settings(tmp_path, book.url))
    assert said is not None
    assert "AccessDenied" in said[0]
    assert "S3_ACCESS_KEY_ID" in said[1]
    assert SECRET not in "".join(said)


def test_a_store_that_replaces_what_it_must_not_is_lacking(tmp_path: Path) -> None:
    with answering(Answer(200, echoes=True)) as book:
        said = lacking(bucket_settings(tmp_path, book.url))
    assert said is not None
    assert "If-None-Match" in said[0]


def test_lacking_variables_are_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="S3_BUCKET, S3_ACCESS_KEY_ID"):
        lacking(Settings(home=tmp_path))


def test_no_secret_is_logged(
    bucket: S3Bench, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    artifact = uploaded(bucket, making.write_film(tmp_path))
    bucket.store.admit(KEY, artifact, tmp_path)
    assert SECRET not in caplog.text


def test_amazon_is_asked_by_its_region(tmp_path: Path) -> None:
    settings = Settings(
        home=tmp_path,
        s3_bucket="films",
        s3_region="eu-west-1",
        s3_access_key_id="id",
        s3_secret_access_key=SECRET,
    )
    url = S3Store(settings).grant(KEY).url or ""
    assert re.fullmatch(r"films\.s3\.(eu-west-1\.)?amazonaws\.com", urlsplit(url).netloc)
    assert "/eu-west-1/s3/" in asked_of(url)["X-Amz-Credential"]
