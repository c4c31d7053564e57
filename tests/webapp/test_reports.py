"""GET /episodes/{id}/report."""

from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.archive.accounts import account
from storyworld.archive.engine import reading
from storyworld.evidence_export.report import POLICY, report
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
