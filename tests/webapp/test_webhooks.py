"""/webhooks: added, listed, tested, rotated, deleted; each owner's own."""

from collections.abc import Iterator
from datetime import UTC, datetime
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.archive import deliveries, outbox, webhooks
from storyworld.archive.engine import reading, writing
from storyworld.records.answer import Urls
from storyworld.records.webhook import EpisodeUrls, EventType, HookKind
from storyworld.settings import Settings
from tests.archive.hooked import bodies, given_up, hooked
from tests.webapp import written
from tests.webapp.conftest import SECRET
from tests.webapp.fall import goal_of
from tests.webhooks.receiving import PUBLIC
from webapp import create_app
from webapp.webhooks import MOST_PINGS

HOOK = {"url": "https://93.184.216.34/hook"}
NOBODY = "wh_" + "0" * 26
NO_DELIVERY = "msg_" + "0" * 26


@pytest.fixture
def anywhere(settings: Settings, engine: Engine) -> Iterator[FlaskClient]:
    """An app to which every name but one is on the public internet."""

    def resolve(host: str, _port: int) -> tuple[IPv4Address, ...]:
        return (IPv4Address("10.0.0.1") if host.startswith("inside") else PUBLIC,)

    app = create_app(settings, ring=lambda _key: True, resolve=resolve)
    yield app.test_client()
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


def test_a_webhook_is_added_and_its_secret_shown_once(client: FlaskClient) -> None:
    added = client.post("/webhooks", json=HOOK | {"kinds": ["stage.finished"]})
    assert added.status_code == 201
    assert added.headers["Cache-Control"] == "no-store"
    secret = added.json["secret"]
    assert secret.startswith("whsec_")
    address = f"/webhooks/{added.json['webhook_id']}"
    assert client.get(address).json == {k: v for k, v in added.json.items() if k != "secret"}
    assert client.get("/webhooks").json["webhooks"] == [client.get(address).json]
    rotated = client.post(f"{address}/secret")
    assert rotated.json["secret"] not in ("", secret)
    for shown in (address, "/webhooks", f"{address}/deliveries"):
        assert "whsec_" not in client.get(shown).text


def test_ends_are_told_unless_stages_are_asked_for(client: FlaskClient) -> None:
    assert client.post("/webhooks", json=HOOK).json["kinds"] == ["simulation.ended"]
    twice = HOOK | {"kinds": ["simulation.ended", "stage.finished", "stage.finished"]}
    assert client.post("/webhooks", json=twice).json["kinds"] == [*HookKind]


def test_a_form_cannot_say_it(client: FlaskClient) -> None:
    for refused in (
        client.post("/webhooks", data=HOOK),
        client.post("/webhooks", query_string=HOOK),
    ):
        assert refused.status_code == 415
        assert "application/json" in refused.json["detail"]


def test_a_url_is_kept_in_its_one_form(anywhere: FlaskClient) -> None:
    added = anywhere.post("/webhooks", json={"url": "HTTPS://Bücher.example.:443"})
    assert added.json["url"] == "https://xn--bcher-kva.example/"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "url"),
        ({"url": "example.com"}, "url"),
        ({"url": "http://example.com/"}, "url"),
        ({"url": "https://127.0.0.1/"}, "url"),
        ({"url": "https://[::ffff:10.0.0.1]/"}, "url"),
        ({"url": "https://0x7f.1/"}, "url"),
        ({"url": "https://localhost/"}, "url"),
        ({"url": "https://inside.example/"}, "url"),
        ({"url": "https://me:secret@example.com/"}, "url"),
        ({"url": "https://example.com/" + "a" * 2000}, "url"),
        ({"url": 7}, "url"),
        (HOOK | {"kinds": []}, "kinds"),
        (HOOK | {"kinds": ["ping"]}, "kinds.0"),
        (HOOK | {"kinds": "stage.finished"}, "kinds"),
        (HOOK | {"secret": "whsec_mine"}, "secret"),
        (HOOK | {"owner": "ada"}, "owner"),
    ],
)
def test_what_is_refused_names_its_field(
    anywhere: FlaskClient, body: dict[str, object], field: str
) -> None:
    refused = anywhere.post("/webhooks", json=body)
    assert (refused.status_code, refused.json["field"]) == (422, field)
    assert field.partition(".")[0] in refused.json["detail"]
    assert anywhere.get("/webhooks").json["webhooks"] == []


def test_where_it_is_said_private_addresses_are_taken(engine: Engine, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, secret_key=SECRET, webhook_private=True)
    app = create_app(settings, ring=lambda _key: True)
    added = app.test_client().post("/webhooks", json={"url": "http://127.0.0.1:8000/hook"})
    assert (added.status_code, added.json["url"]) == (201, "http://127.0.0.1:8000/hook")
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


def test_one_too_many_is_refused(client: FlaskClient) -> None:
    for _ in range(webhooks.MOST):
        assert client.post("/webhooks", json=HOOK).status_code == 201
    refused = client.post("/webhooks", json=HOOK)
    assert refused.status_code == 409
    assert "delete one" in refused.json["detail"]


def test_another_s_webhook_is_not_there(client: FlaskClient, engine: Engine) -> None:
    theirs = hooked(engine, owner="ada").webhook_id
    assert client.get("/webhooks").json["webhooks"] == []
    for webhook_id in (theirs, NOBODY, "wh_x", "ep_" + "0" * 26):
        address = f"/webhooks/{webhook_id}"
        for answered in (
            client.get(address),
            client.get(f"{address}/deliveries"),
            client.post(f"{address}/test"),
            client.post(f"{address}/deliveries/{NO_DELIVERY}/resend"),
            client.post(f"{address}/secret"),
            client.delete(address),
        ):
            assert (answered.status_code, answered.json["field"]) == (404, "webhook_id")
    with reading(engine) as session:
        assert webhooks.one(session, "ada", theirs).webhook_id == theirs
        assert deliveries.several(session, theirs, limit=9) == ()


def test_a_deleted_webhook_is_gone_with_its_deliveries(client: FlaskClient) -> None:
    address = f"/webhooks/{client.post('/webhooks', json=HOOK).json['webhook_id']}"
    assert client.post(f"{address}/test").status_code == 202
    deleted = client.delete(address)
    assert (deleted.status_code, deleted.data) == (204, b"")
    assert client.get(address).status_code == 404
    assert client.delete(address).status_code == 404


def test_a_test_is_queued_and_so_many_may_wait(client: FlaskClient, engine: Engine) -> None:
    webhook_id = client.post("/webhooks", json=HOOK).json["webhook_id"]
    address = f"/webhooks/{webhook_id}"
    queued = client.post(f"{address}/test")
    assert (queued.status_code, queued.headers["Location"]) == (202, f"{address}/deliveries")
    assert queued.json["state"] == "pending"
    assert queued.json["type"] == "ping"
    assert client.get(f"{address}/deliveries").json["deliveries"] == [queued.json]
    (event,) = bodies(engine, webhook_id)
    assert (event.type, event.data.webhook_id) == (EventType.PING, webhook_id)
    for _ in range(MOST_PINGS - 1):
        assert client.post(f"{address}/test").status_code == 202
    refused = client.post(f"{address}/test")
    assert refused.status_code == 429
    assert "Retry-After" in refused.headers


def test_a_delivery_is_sent_once_more_when_it_is_done_with(
    client: FlaskClient, engine: Engine
) -> None:
    webhook_id = client.post("/webhooks", json=HOOK).json["webhook_id"]
    queued = client.post(f"/webhooks/{webhook_id}/test").json
    address = f"/webhooks/{webhook_id}/deliveries"
    resend = f"{address}/{queued['delivery_id']}/resend"
    assert client.post(resend).status_code == 409
    given_up(engine, queued["delivery_id"])
    again = client.post(resend)
    assert (again.status_code, again.headers["Location"]) == (202, address)
    assert again.json["state"] == "pending"
    assert client.get(address).json["deliveries"] == [again.json]
    for name in (NO_DELIVERY, "msg_x"):
        missing = client.post(f"{address}/{name}/resend")
        assert (missing.status_code, missing.json["field"]) == (404, "delivery_id")


def test_deliveries_are_read_page_by_page(client: FlaskClient, engine: Engine) -> None:
    webhook_id = hooked(engine).webhook_id
    with writing(engine) as session:
        made = [outbox.ping(session, webhook_id, at=datetime.now(UTC)) for _ in range(5)]
    found, address = [], f"/webhooks/{webhook_id}/deliveries?limit=2"
    pages = 0
    while address:
        page = client.get(address).json
        found += [d["delivery_id"] for d in page["deliveries"]]
        address, pages = page["next"], pages + 1
    assert (found, pages) == (sorted(made, reverse=True), 3)
    wrong = client.get(f"/webhooks/{webhook_id}/deliveries?before=ep_{'0' * 26}")
    assert (wrong.status_code, wrong.json["field"]) == (422, "before")


def test_a_walk_leaves_one_delivery_a_stage_and_one_for_its_end(
    client: FlaskClient, engine: Engine
) -> None:
    all_of_it = hooked(engine).webhook_id
    ends = client.post("/webhooks", json=HOOK).json["webhook_id"]
    episode_id = written.finished(engine)
    told = client.get(f"/webhooks/{all_of_it}/deliveries").json["deliveries"]
    assert [d["type"] for d in told] == ["simulation.ended", *["stage.finished"] * 5]
    assert {d["episode_id"] for d in told} == {episode_id}
    (end,) = client.get(f"/webhooks/{ends}/deliveries").json["deliveries"]
    assert end["type"] == "simulation.ended"
    data, result = bodies(engine, ends)[0].data, client.get(f"/episodes/{episode_id}/result").json
    for name in ("outcome", "status", "because"):
        assert getattr(data, name) == result[name], name


def test_a_simulation_ended_by_hand_is_told(client: FlaskClient, engine: Engine) -> None:
    webhook_id = hooked(engine, HookKind.SIMULATION_ENDED).webhook_id
    episode_id = written.queued(engine, goal_of(2.1))
    client.post(f"/episodes/{episode_id}/terminate")
    (event,) = bodies(engine, webhook_id)
    assert (event.data.status, event.data.outcome) == ("canceled", "goal_abandoned")


def test_bodies_name_the_addresses_that_the_api_names(app: Flask) -> None:
    ours, theirs = EpisodeUrls.of("ep_x"), Urls.of("ep_x")
    assert all(getattr(theirs, name) == value for name, value in dict(ours).items())


def test_a_page_of_another_site_adds_and_deletes_nothing(
    client: FlaskClient, engine: Engine
) -> None:
    webhook_id = hooked(engine).webhook_id
    foreign = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    assert client.post("/webhooks", json=HOOK, headers=foreign).status_code == 403
    assert client.delete(f"/webhooks/{webhook_id}", headers=foreign).status_code == 403
    assert len(client.get("/webhooks").json["webhooks"]) == 1
