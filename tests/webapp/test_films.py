"""/episodes/{id}/film, and the line about it on the simulation's page."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, update

from storyworld.archive import retention
from storyworld.archive.engine import writing
from storyworld.archive.tables import ArtifactRow
from storyworld.artifacts.disk import DiskStore
from storyworld.errors import ConfigurationError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.settings import Settings
from tests.webapp import written
from tests.webapp.conftest import SECRET, Browser
from webapp import create_app

FILM = bytes(range(256)) * 40
SHA = hashlib.sha256(FILM).hexdigest()
PROBLEM = "application/problem+json"
BUCKET_SECRET = "canary-secret-of-the-bucket"
DELETED = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)


def filmed(engine: Engine, tmp_path: Path, uri: str = "", **more: object) -> str:
    """Write a finished episode whose film lies on disk."""
    episode_id = written.finished(engine)
    store = DiskStore(tmp_path / "films")
    place = tmp_path / "films" / store.uri(SHA).removeprefix("disk:")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(FILM)
    told = {"sha256": SHA, "size_bytes": len(FILM), "uri": uri or store.uri(SHA), **more}
    with writing(engine) as session:
        session.execute(update(ArtifactRow).values(**told))
    return episode_id


def in_bucket(tmp_path: Path) -> Settings:
    return Settings(
        home=tmp_path,
        secret_key=SECRET,
        s3_endpoint_url="https://x.r2.cloudflarestorage.com",
        s3_bucket="films",
        s3_access_key_id="an-id",
        s3_secret_access_key=BUCKET_SECRET,
        link_s=120,
    )


@pytest.fixture
def of_bucket(tmp_path: Path, engine: Engine) -> Iterator[FlaskClient]:
    """The web app of a deployment that keeps films in a bucket; nobody asks the bucket."""
    app = create_app(in_bucket(tmp_path))
    yield app.test_client()
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


def test_a_film_on_disk_is_given_with_its_digest(
    client: FlaskClient, engine: Engine, tmp_path: Path
) -> None:
    answer = client.get(f"/episodes/{filmed(engine, tmp_path)}/film", buffered=True)
    assert (answer.status_code, answer.data) == (200, FILM)
    assert answer.content_type == "video/mp4"
    assert answer.headers["ETag"] == f'"{SHA}"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert "private" in answer.headers["Cache-Control"]


def test_a_part_of_a_film_is_given(client: FlaskClient, engine: Engine, tmp_path: Path) -> None:
    address = f"/episodes/{filmed(engine, tmp_path)}/film?beat=0&attempt=0"
    part = client.get(address, headers={"Range": "bytes=100-199"}, buffered=True)
    assert (part.status_code, part.data) == (206, FILM[100:200])
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(FILM)}"
    beyond = client.get(address, headers={"Range": f"bytes={len(FILM)}-"})
    assert (beyond.status_code, beyond.content_type) == (416, PROBLEM)


def test_who_has_a_film_already_hears_only_that(
    client: FlaskClient, engine: Engine, tmp_path: Path
) -> None:
    address = f"/episodes/{filmed(engine, tmp_path)}/film"
    again = client.get(address, headers={"If-None-Match": f'"{SHA}"'}, buffered=True)
    assert (again.status_code, again.data) == (304, b"")
    head = client.head(address, buffered=True)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Length"] == str(len(FILM))


def test_a_film_in_a_bucket_is_a_link_made_now_for_minutes(
    of_bucket: FlaskClient, engine: Engine, tmp_path: Path
) -> None:
    uri = f"s3://films/films/{SHA[:2]}/{SHA}.mp4"
    answer = of_bucket.get(f"/episodes/{filmed(engine, tmp_path, uri)}/film")
    assert answer.status_code == 302
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.data == b""
    link = urlsplit(answer.headers["Location"])
    assert (link.scheme, link.netloc) == ("https", "x.r2.cloudflarestorage.com")
    assert link.path == f"/films/films/{SHA[:2]}/{SHA}.mp4"
    asked = parse_qs(link.query)
    assert asked["X-Amz-Expires"] == ["120"]
    assert asked["response-content-type"] == ["video/mp4"]
    assert BUCKET_SECRET not in answer.headers["Location"]


def test_a_deleted_film_is_gone_and_its_verdict_stands(
    client: FlaskClient, engine: Engine, tmp_path: Path
) -> None:
    episode_id = filmed(engine, tmp_path)
    before = client.get(f"/episodes/{episode_id}/result").json
    with writing(engine) as session:
        uri = DiskStore(tmp_path / "films").uri(SHA)
        retention.mark_deleted(session, uri, DELETED, before=datetime.now(UTC))

    answer = client.get(f"/episodes/{episode_id}/film")
    assert (answer.status_code, answer.content_type) == (410, PROBLEM)
    assert "2026-11-20 12:30 UTC" in answer.json["detail"]
    assert "STORYWORLD_FILM_HOURS" in answer.json["detail"]
    assert answer.json["deleted_at"] == DELETED.isoformat()
    assert answer.json["sha256"] == SHA
    assert client.get(f"/episodes/{episode_id}/result").json == before


def test_there_is_no_film_of_an_attempt_that_was_not_made(
    client: FlaskClient, engine: Engine, tmp_path: Path
) -> None:
    episode_id = filmed(engine, tmp_path)
    for query in ("attempt=1", "beat=1", "beat=10000&attempt=10000"):
        answer = client.get(f"/episodes/{episode_id}/film?{query}")
        assert (answer.status_code, answer.content_type) == (404, PROBLEM)
        assert f"/episodes/{episode_id}/beats" in answer.json["detail"]
    assert client.get(f"/episodes/{written.failed(engine)}/film").status_code == 404
    assert client.get(f"/episodes/ep_{'0' * 26}/film").status_code == 404
    assert client.get("/episodes/ep_1/film").status_code == 404


@pytest.mark.parametrize(
    "query", ["beat=-1", "beat=x", "attempt=1.5", "beat=0&beat=0", "path=/etc/passwd", "beat=99999"]
)
def test_bad_queries_name_the_field(
    client: FlaskClient, engine: Engine, tmp_path: Path, query: str
) -> None:
    answer = client.get(f"/episodes/{filmed(engine, tmp_path)}/film?{query}")
    assert (answer.status_code, answer.content_type) == (422, PROBLEM)
    assert answer.json["field"] == query.partition("=")[0]


@pytest.mark.parametrize(
    "uri", ["disk:films/../../secret_key", "disk:../secret_key", "file:///etc/passwd", "film:1"]
)
def test_no_uri_leads_out_of_the_store(
    client: FlaskClient, engine: Engine, tmp_path: Path, uri: str
) -> None:
    (tmp_path / "secret_key").write_text("a secret")
    answer = client.get(f"/episodes/{filmed(engine, tmp_path, uri)}/film")
    assert answer.status_code in (404, 503)
    assert answer.content_type == PROBLEM
    assert "secret" not in answer.text


def test_bytes_that_changed_are_not_given_out(
    client: FlaskClient, engine: Engine, tmp_path: Path
) -> None:
    episode_id = filmed(engine, tmp_path)
    place = tmp_path / "films" / "films" / SHA[:2] / f"{SHA}.mp4"
    place.write_bytes(FILM[:-1] + b"x")
    answer = client.get(f"/episodes/{episode_id}/film")
    assert (answer.status_code, answer.content_type) == (500, PROBLEM)
    assert "changed" in answer.json["detail"]
    place.unlink()
    assert client.get(f"/episodes/{episode_id}/film").status_code == 404


def test_a_store_that_is_away_says_when_to_ask_again(
    settings: Settings, engine: Engine, tmp_path: Path
) -> None:
    class Away:
        def link(self, *_: object) -> str:
            raise TransientError(FailureCode.STORAGE_UNAVAILABLE, "http://internal:9000 is away")

        fetch = link

    app: Flask = create_app(settings, store=Away())
    answer = app.test_client().get(f"/episodes/{filmed(engine, tmp_path)}/film")
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()
    assert (answer.status_code, answer.content_type) == (503, PROBLEM)
    assert int(answer.headers["Retry-After"]) > 0
    assert "internal" not in answer.text


def test_an_incomplete_bucket_is_told_at_boot(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="S3_ACCESS_KEY_ID"):
        create_app(Settings(home=tmp_path, secret_key=SECRET, s3_bucket="films"))


def test_the_page_tells_of_the_film_and_plays_nothing_by_itself(
    browser: Browser, engine: Engine, tmp_path: Path
) -> None:
    episode_id = filmed(engine, tmp_path, grounding="initial+velocity", imposed_frames=4)
    page = browser.get(f"/simulations/{episode_id}").text
    start = page.index('<details id="bytes-0-0"')
    line = page[start : page.index("</details>", start)]
    assert "stub, grounding initial+velocity" in line
    assert "4 frames imposed" in line
    assert SHA in line
    address = f"/episodes/{episode_id}/film?beat=0&amp;attempt=0"
    assert f'<a href="{address}">' in line
    assert f'src="{address}"' in line
    assert 'preload="none"' in line
    assert "autoplay" not in page
    assert " open" not in line.partition(">")[0]


def test_the_page_only_links_to_a_film_elsewhere(
    browser: Browser, engine: Engine, tmp_path: Path
) -> None:
    uri = f"s3://films/films/{SHA[:2]}/{SHA}.mp4"
    page = browser.get(f"/simulations/{filmed(engine, tmp_path, uri)}").text
    assert "see the film</a>" in page
    assert "<video" not in page


def test_the_page_says_when_a_film_was_deleted(
    browser: Browser, engine: Engine, tmp_path: Path
) -> None:
    page = browser.get(f"/simulations/{filmed(engine, tmp_path, deleted_at=DELETED)}").text
    assert "What was decided of it stands" in page
    assert "see the film</a>" not in page
    assert "<video" not in page


def test_the_page_says_who_really_made_the_film(
    browser: Browser, engine: Engine, tmp_path: Path
) -> None:
    page = browser.get(f"/simulations/{filmed(engine, tmp_path, backend='svd')}").text
    assert "<dt>Backend</dt><dd>default, filmed by svd</dd>" in page
