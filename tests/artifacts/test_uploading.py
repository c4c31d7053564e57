"""Uploading under a grant: what a render worker does, and what a forged grant cannot make it do."""

import base64
import hashlib
import logging
import os
from pathlib import Path

import pytest

from storyworld.artifacts import upload as upload_by_settings
from storyworld.artifacts.disk import DiskStore
from storyworld.artifacts.uploading import upload
from storyworld.errors import PermanentError, StageError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.records.render import UploadGrant
from storyworld.settings import Settings
from tests import making
from tests.artifacts.answering import (
    BUSY,
    DENIED,
    EXPIRED_AT_R2,
    EXPIRED_AT_S3,
    NO_BUCKET,
    SOMETHING_THERE,
    Answer,
    Answering,
    answering,
    error,
)
from tests.artifacts.benches import KEY, S3Bench

SIGNATURE = "X-Amz-Signature=canary-signature"
HEADERS = (("content-type", "video/mp4"), ("if-none-match", "*"))
HUNG_UP = Answer(hangs_up=True)
LATE = Answer(wait_s=0.6)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storyworld.artifacts.uploading.WAITS_S", (0.0, 0.0))


def granted(url: str, headers: tuple[tuple[str, str], ...] = HEADERS) -> UploadGrant:
    return UploadGrant(object_key=KEY, url=url, headers=headers)


def at(book: Answering) -> UploadGrant:
    return granted(f"{book.url}/films/{KEY}?X-Amz-Expires=60&{SIGNATURE}")


def sent(grant: UploadGrant, film: Path, endpoint: str | None, timeout_s: float = 5.0) -> None:
    upload(grant, film, disk=None, timeout_s=timeout_s, endpoint=endpoint)


def test_the_film_is_put_with_the_grants_headers_and_its_md5(tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    film = making.write_film(tmp_path, content)
    with answering() as book:
        sent(at(book), film, book.url)
    (put,) = book.asked
    assert (put.method, put.body) == ("PUT", content)
    assert put.path == f"/films/{KEY}?X-Amz-Expires=60&{SIGNATURE}"
    assert put.headers["if-none-match"] == "*"
    assert put.headers["content-type"] == "video/mp4"
    assert put.headers["content-length"] == str(len(content))
    assert "transfer-encoding" not in put.headers
    assert put.headers["content-md5"] == base64.b64encode(hashlib.md5(content).digest()).decode()


@pytest.mark.parametrize(
    ("answers", "code", "transient", "tries"),
    [
        ([EXPIRED_AT_S3], FailureCode.GRANT_EXPIRED, True, 1),
        ([EXPIRED_AT_R2], FailureCode.GRANT_EXPIRED, True, 1),
        ([DENIED], FailureCode.STORAGE_REFUSED, False, 1),
        ([NO_BUCKET], FailureCode.STORAGE_REFUSED, False, 1),
        ([Answer(400, error("EntityTooLarge"))], FailureCode.STORAGE_REFUSED, False, 1),
        ([SOMETHING_THERE], FailureCode.UPLOAD_CONFLICT, True, 1),
        ([BUSY], FailureCode.STORAGE_UNAVAILABLE, True, 3),
        ([Answer(500)], FailureCode.STORAGE_UNAVAILABLE, True, 3),
        ([HUNG_UP], FailureCode.STORAGE_UNAVAILABLE, True, 3),
        ([Answer(400, error("BadDigest"))], FailureCode.STORAGE_UNAVAILABLE, True, 3),
        ([BUSY, DENIED], FailureCode.STORAGE_REFUSED, False, 2),
        ([Answer(400, error("BadDigest")), SOMETHING_THERE], FailureCode.UPLOAD_CONFLICT, True, 2),
    ],
)
def test_what_a_store_answers_is_told_and_tried_again_where_that_may_help(
    tmp_path: Path, answers: list[Answer], code: FailureCode, transient: bool, tries: int
) -> None:
    with answering(*answers) as book, pytest.raises(StageError) as caught:
        sent(at(book), making.write_film(tmp_path), book.url)
    failure = caught.value.failure
    assert (failure.code, failure.transient) == (code, transient)
    assert len(book.asked) == tries
    assert "canary" not in failure.model_dump_json()


@pytest.mark.parametrize("first", [BUSY, HUNG_UP, Answer(500)])
def test_a_second_try_that_succeeds_is_success(tmp_path: Path, first: Answer) -> None:
    with answering(first, Answer(200)) as book:
        sent(at(book), making.write_film(tmp_path), book.url)
    assert len(book.asked) == 2
    assert book.asked[1].body == b"film"


@pytest.mark.parametrize("first", [HUNG_UP, LATE, Answer(500), Answer(502)])
def test_a_conflict_after_an_own_try_that_may_have_arrived_is_success(
    tmp_path: Path, first: Answer
) -> None:
    with answering(first, SOMETHING_THERE) as book:
        sent(at(book), making.write_film(tmp_path), book.url, timeout_s=0.3)
        assert len(book.asked) == 2


def test_a_store_that_never_answers_is_given_up(tmp_path: Path) -> None:
    with answering(LATE) as book, pytest.raises(TransientError) as caught:
        sent(at(book), making.write_film(tmp_path), book.url, timeout_s=0.1)
    assert caught.value.failure.code is FailureCode.STORAGE_UNAVAILABLE
    assert len(book.asked) == 3


def test_a_closed_port_is_a_store_that_is_away(tmp_path: Path) -> None:
    nowhere = "http://127.0.0.1:9"
    with pytest.raises(TransientError) as caught:
        sent(granted(f"{nowhere}/films/{KEY}"), making.write_film(tmp_path), nowhere)
    assert caught.value.failure.code is FailureCode.STORAGE_UNAVAILABLE


def test_redirects_are_not_followed(tmp_path: Path) -> None:
    with answering() as elsewhere:
        away = Answer(307, headers=(("Location", f"{elsewhere.url}/films/{KEY}"),))
        with answering(away) as book, pytest.raises(PermanentError) as caught:
            sent(at(book), making.write_film(tmp_path), book.url)
    assert caught.value.failure.code is FailureCode.STORAGE_REFUSED
    assert elsewhere.asked == []


def test_an_endless_answer_is_not_read_to_its_end(tmp_path: Path) -> None:
    huge = Answer(403, b"<Code>" + b"x" * 50_000_000 + b"</Code>")
    with answering(huge) as book, pytest.raises(PermanentError) as caught:
        sent(at(book), making.write_film(tmp_path), book.url)
    assert caught.value.failure.detail == "the store refuses the film: HTTP 403"


def test_an_answer_of_a_strange_server_is_not_quoted(tmp_path: Path) -> None:
    token = b"internal-token-of-a-metadata-service"
    with answering(Answer(403, token)) as book, pytest.raises(PermanentError) as caught:
        sent(at(book), making.write_film(tmp_path), book.url)
    assert "token" not in caught.value.failure.model_dump_json()


@pytest.mark.parametrize(
    "url",
    [
        f"http://store.example/films/{KEY}",
        f"http://127.0.0.1:6379/films/{KEY}",
        f"http://localhost/films/{KEY}",
        f"https://127.0.0.1/films/{KEY}",
        f"https://169.254.169.254/films/{KEY}",
        f"https://[::1]/films/{KEY}",
        f"https://[::ffff:10.0.0.1]/films/{KEY}",
        f"https://2130706433/films/{KEY}",
        f"https://0x7f.1/films/{KEY}",
        f"https://127.1./films/{KEY}",
        f"https://localhost./films/{KEY}",
        f"https://user:password@store.example/films/{KEY}",
        f"https://store.example/films/{KEY}#x",
        f"https://store.example/films/{KEY}/../other.mp4",
        f"https://store.example/films/other?key=/{KEY}",
        "https://store.example/",
        f"ftp://store.example/films/{KEY}",
        f"file:///films/{KEY}",
        f"https:///films/{KEY}",
        f"https://store.example:99999/films/{KEY}",
        f"https://store.example:0/films/{KEY}",
        f"//store.example/films/{KEY}",
        f"/films/{KEY}",
        "",
        "https://[",
    ],
)
def test_a_forged_address_is_not_asked(tmp_path: Path, url: str) -> None:
    with pytest.raises(PermanentError) as caught:
        sent(granted(url), making.write_film(tmp_path), None)
    assert caught.value.failure.code is FailureCode.STORAGE_REFUSED
    assert "S3_ENDPOINT_URL" in caught.value.failure.fix


def test_where_the_store_is_known_nothing_else_is_asked(tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    with answering() as book, answering() as other:
        for endpoint in (other.url, book.url.replace("http:", "https:"), "https://store.example"):
            with pytest.raises(PermanentError, match="S3_ENDPOINT_URL"):
                sent(at(book), film, endpoint)
        assert book.asked == []
        sent(at(book), film, book.url + "/")
        assert len(book.asked) == 1


def test_of_a_forged_grants_headers_only_those_of_an_upload_are_sent(tmp_path: Path) -> None:
    forged = (
        *HEADERS,
        ("X-aws-ec2-metadata-token-ttl-seconds", "60"),
        ("Authorization", "Bearer x"),
        ("Host", "metadata.internal"),
        ("Transfer-Encoding", "chunked"),
    )
    with answering() as book:
        sent(granted(f"{book.url}/films/{KEY}", forged), making.write_film(tmp_path), book.url)
    (put,) = book.asked
    assert put.headers["host"] == f"127.0.0.1:{book.port}"
    assert not {"x-aws-ec2-metadata-token-ttl-seconds", "authorization"} & set(put.headers)
    assert put.body == b"film"


@pytest.mark.parametrize("value", ["video/mp4\r\nX-Evil: 1", "é", "\x00"])
def test_a_header_that_is_none_is_refused(tmp_path: Path, value: str) -> None:
    film = making.write_film(tmp_path)
    with answering() as book:
        grant = granted(f"{book.url}/films/{KEY}", (("content-type", value),))
        with pytest.raises(PermanentError):
            sent(grant, film, book.url)
    assert book.asked == []


def test_proxies_and_logins_of_the_environment_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with answering() as proxy, answering() as book:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        sent(at(book), making.write_film(tmp_path), book.url)
        assert proxy.asked == []
        assert "authorization" not in book.asked[0].headers


@pytest.mark.parametrize("change", [-2, +2])
def test_a_film_that_changes_while_it_is_read_is_not_stored(
    tmp_path: Path, change: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = making.write_film(tmp_path, b"0123456789")
    hashed = hashlib.md5

    def changing(*args: object, **more: object) -> object:
        made = hashed(*args, **more)  # type: ignore[arg-type]
        os.truncate(film, 10 + change)
        return made

    stat_before = film.stat()
    monkeypatch.setattr(hashlib, "md5", changing)
    with answering() as book, pytest.raises(TransientError) as caught:
        sent(at(book), film, book.url)
    assert caught.value.failure.code is FailureCode.RENDER_FAILED
    assert stat_before.st_size == 10


def test_without_an_address_the_shared_disk_takes_the_film(tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    disk = DiskStore(tmp_path / "films")
    upload(UploadGrant(object_key=KEY), film, disk=disk, timeout_s=1)
    assert (tmp_path / "films" / KEY).read_bytes() == b"film"


def test_with_neither_address_nor_disk_the_control_side_is_told_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(PermanentError) as caught:
        upload(UploadGrant(object_key=KEY), making.write_film(tmp_path), disk=None, timeout_s=1)
    assert caught.value.failure.code is FailureCode.STORAGE_REFUSED
    assert "S3_BUCKET" in caught.value.failure.fix


def test_a_worker_that_knows_of_a_bucket_does_not_fill_its_own_disk(tmp_path: Path) -> None:
    film = making.write_film(tmp_path)
    remote = Settings(home=tmp_path, s3_endpoint_url="https://store.example")
    with pytest.raises(PermanentError):
        upload_by_settings(UploadGrant(object_key=KEY), film, settings=remote)
    assert not (tmp_path / "films").exists()


def test_a_worker_needs_no_credentials_of_the_bucket(bucket: S3Bench, tmp_path: Path) -> None:
    worker = Settings(home=tmp_path / "worker", s3_endpoint_url=bucket.settings.s3_endpoint_url)
    upload_by_settings(bucket.store.grant(KEY), making.write_film(tmp_path), settings=worker)
    assert bucket.read(KEY) == b"film"


def test_no_signature_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with answering(BUSY, Answer(200)) as book:
        sent(at(book), making.write_film(tmp_path), book.url)
    assert "canary-signature" not in caplog.text
