"""GET /episodes/{id}/report, /crate and /prov."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.archive.accounts import account
from storyworld.archive.engine import reading
from storyworld.evidence_export.crate import crate_bytes
from storyworld.evidence_export.report import POLICY, report
from storyworld.evidence_export.verifying import examine_crate
from storyworld.records.verification import Aspect
from tests.evidence_export.reading import inert
from tests.webapp import written
from tests.webapp.conftest import Browser


def test_a_report_is_a_page_of_its_own_that_may_load_nothing(
    client: FlaskClient, engine: Engine
) -> None:
    episode_id = written.finished(engine)
    answer = client.get(f"/episodes/{episode_id}/report")
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    assert answer.headers["Content-Security-Policy"].startswith(POLICY)
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    name = f'inline; filename="storyworld-{episode_id}.html"'
    assert answer.headers["Content-Disposition"] == name
    with reading(engine) as session:
        assert answer.text == report(account(session, episode_id))


def test_episodes_of_every_kind_have_one(client: FlaskClient, engine: Engine) -> None:
    made = (
        written.finished(engine, 1.5), written.running(engine), written.vetoed(engine),
        written.failed(engine), written.hostile(engine, "</style><script>alert(1)</script>"),
    )  # fmt: skip
    for episode_id in made:
        inert(client.get(f"/episodes/{episode_id}/report").text)


def test_who_has_a_report_already_hears_only_that(client: FlaskClient, engine: Engine) -> None:
    address = f"/episodes/{written.finished(engine)}/report"
    etag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


def test_of_no_episode_there_is_none(client: FlaskClient) -> None:
    answer = client.get("/episodes/ep_" + "0" * 26 + "/report")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")


def test_page_and_api_lead_to_it(client: FlaskClient, browser: Browser, engine: Engine) -> None:
    episode_id = written.finished(engine)
    address = f"/episodes/{episode_id}/report"
    assert f'href="{address}"' in browser.get(f"/simulations/{episode_id}").text
    assert client.get(f"/episodes/{episode_id}").json["urls"]["report"] == address


def test_its_crate_is_that_which_is_exported(
    client: FlaskClient, engine: Engine, tmp_path: Path
) -> None:
    episode_id = written.finished(engine)
    answer = client.get(f"/episodes/{episode_id}/crate")
    assert (answer.status_code, answer.content_type) == (200, "application/zip")
    name = f'attachment; filename="storyworld-{episode_id}.zip"'
    assert answer.headers["Content-Disposition"] == name
    with reading(engine) as session:
        told = account(session, episode_id)
    assert answer.data == crate_bytes(told)
    path = tmp_path / "crate.zip"
    path.write_bytes(answer.data)
    found = examine_crate(path)
    assert (found.episode_id, found.head) == (episode_id, told.head)
    assert not {d.aspect for d in found.differences} & {Aspect.FILES, Aspect.SCHEMA, Aspect.CHAIN}


def test_its_provenance_is_prov_json(client: FlaskClient, engine: Engine) -> None:
    episode_id = written.finished(engine)
    answer = client.get(f"/episodes/{episode_id}/prov")
    assert (answer.status_code, answer.content_type) == (200, "application/json")
    with reading(engine) as session:
        links = account(session, episode_id).links
    assert len(answer.json["activity"]) == len(links)


def test_episodes_of_every_kind_have_crate_and_provenance(
    client: FlaskClient, engine: Engine
) -> None:
    made = (
        written.finished(engine, 1.5), written.running(engine), written.vetoed(engine),
        written.failed(engine), written.hostile(engine, "</style><script>alert(1)</script>"),
    )  # fmt: skip
    for episode_id in made:
        for kind in ("crate", "prov"):
            answer = client.get(f"/episodes/{episode_id}/{kind}")
            assert answer.status_code == 200
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("kind", ["crate", "prov"])
def test_of_no_episode_there_is_neither(client: FlaskClient, kind: str) -> None:
    answer = client.get("/episodes/ep_" + "0" * 26 + f"/{kind}")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")


def test_the_result_names_the_last_link(client: FlaskClient, engine: Engine) -> None:
    episode_id = written.finished(engine)
    with reading(engine) as session:
        head = account(session, episode_id).head
    assert head is not None
    assert client.get(f"/episodes/{episode_id}/result").json["provenance_head"] == head
