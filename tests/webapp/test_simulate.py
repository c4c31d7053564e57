"""POST /simulate."""

import io
import json

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, func, select

from storyworld.archive.engine import reading
from storyworld.archive.tables import EpisodeRow
from storyworld.records.identity import StepKey
from storyworld.settings import Settings
from tests.webapp.conftest import Bell, Browser
from webapp import create_app

GOAL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
PROBLEM = "application/problem+json"


def count(engine: Engine) -> int:
    with reading(engine) as session:
        return session.scalar(select(func.count()).select_from(EpisodeRow)) or 0


def goals(engine: Engine) -> list[EpisodeRow]:
    with reading(engine) as session:
        return list(session.scalars(select(EpisodeRow)))


def test_a_json_goal_is_accepted_with_the_addresses_of_its_episode(client: FlaskClient) -> None:
    answer = client.post("/simulate", json={"goal": GOAL})
    body = answer.json
    assert answer.status_code == 202
    assert answer.content_type == "application/json"
    assert answer.headers["Location"] == f"/episodes/{body['episode_id']}"
    assert int(answer.headers["Retry-After"]) >= 1
    assert body["status"] == "queued"
    for name, address in body["urls"].items():
        if name != "terminate":
            assert client.get(address).status_code == 200, name


@pytest.mark.parametrize("name", ["goal", "text"])
@pytest.mark.parametrize("way", ["json", "data", "query_string"])
def test_a_goal_comes_as_json_form_or_query_under_either_name(
    client: FlaskClient, engine: Engine, way: str, name: str
) -> None:
    fields = {
        name: GOAL,
        "budget_usd": 2.5,
        "risk_profile": "high",
        "backend": "svd",
        "seed": 7,
        "cost_policy": "thorough",
    }
    answer = client.post("/simulate", **{way: fields})
    assert answer.status_code == 202
    (row,) = goals(engine)
    assert (row.goal.text, row.goal.seed, row.goal.risk_profile) == (GOAL, 7, "high")
    assert (row.backend, row.budget_usd, row.goal.cost_policy) == ("svd", 2.5, "thorough")


def test_what_the_goal_leaves_open_comes_from_the_settings(
    client: FlaskClient, engine: Engine, settings: Settings
) -> None:
    client.post("/simulate", json={"goal": GOAL})
    (row,) = goals(engine)
    assert (row.backend, row.budget_usd) == (settings.backend, settings.budget_usd)


def test_a_budget_of_nothing_is_kept_and_not_replaced_by_the_default(
    client: FlaskClient, engine: Engine
) -> None:
    client.post("/simulate", json={"goal": GOAL, "budget_usd": 0})
    assert goals(engine)[0].budget_usd == 0.0


def test_the_bell_rings_after_the_commit(settings: Settings, engine: Engine) -> None:
    seen: list[int] = []

    def ring(_key: StepKey) -> bool:
        seen.append(count(engine))  # another connection: it sees what is committed
        return True

    assert create_app(settings, ring=ring).test_client().post(
        "/simulate", json={"goal": GOAL}
    ).status_code == 202  # fmt: skip
    assert seen == [1]


@pytest.mark.parametrize("silence", [False, ConnectionError("no broker")])
def test_a_silent_or_broken_bell_loses_nothing(
    client: FlaskClient, engine: Engine, bell: Bell, silence: bool | Exception
) -> None:
    bell.answer = silence
    answer = client.post("/simulate", json={"goal": GOAL})
    assert answer.status_code == 202
    assert [str(key) for key in bell.rung] == [f"{answer.json['episode_id']}:0:0:plan"]
    assert count(engine) == 1


BAD = {
    "nothing": ({}, 422, "goal", "is required"),
    "empty": ({"goal": ""}, 422, "goal", "is empty"),
    "blank": ({"goal": " \n\t "}, 422, "goal", "is empty"),
    "too long": ({"goal": "x" * 2001}, 422, "goal", "longer than 2000"),
    "control character": ({"goal": "a ball\x00falls"}, 422, "goal", "control characters"),
    "escape": ({"goal": "a ball \x1b[31m falls"}, 422, "goal", "control characters"),
    "direction override": ({"goal": "a \u202eball falls"}, 422, "goal", "control characters"),
    "number for text": ({"goal": 7}, 422, "goal", "should be a valid string"),
    "list for text": ({"goal": [GOAL]}, 422, "goal", "should be a valid string"),
    "null for text": ({"goal": None}, 422, "goal", "should be a valid string"),
    "both names": ({"goal": GOAL, "text": GOAL}, 422, "goal", "give one"),
    "unknown field": ({"goal": GOAL, "speed": 3}, 422, "speed", "known are goal, earlier"),
    "unknown backend": ({"goal": GOAL, "backend": "sora"}, 422, "backend", "'stub'"),
    "unknown risk": ({"goal": GOAL, "risk_profile": "mad"}, 422, "risk_profile", "'low'"),
    "unknown policy": ({"goal": GOAL, "cost_policy": "mad"}, 422, "cost_policy", "'frugal'"),
    "negative budget": ({"goal": GOAL, "budget_usd": -1}, 422, "budget_usd", "greater than"),
    "large budget": ({"goal": GOAL, "budget_usd": 1e9}, 422, "budget_usd", "less than"),
    "text for number": ({"goal": GOAL, "budget_usd": "1"}, 422, "budget_usd", "valid number"),
    "truth for number": ({"goal": GOAL, "budget_usd": True}, 422, "budget_usd", "valid number"),
    "truth for seed": ({"goal": GOAL, "seed": True}, 422, "seed", "valid integer"),
    "fraction for seed": ({"goal": GOAL, "seed": 1.5}, 422, "seed", "valid integer"),
    "huge seed": ({"goal": GOAL, "seed": 2**31}, 422, "seed", "less than"),
    "huge number": ({"goal": GOAL, "budget_usd": 10**400}, 422, "budget_usd", "budget_usd"),
    "text for truth": (
        {"goal": GOAL, "requires_visual_verification": "yes"},
        422, "requires_visual_verification", "valid boolean",
    ),
    "malformed world": ({"goal": GOAL, "world_id": "../x"}, 422, "world_id", "such as wd_…"),
    "malformed node": ({"goal": GOAL, "from_node": "7"}, 422, "from_node", "such as nd_…"),
    "unknown world": ({"goal": GOAL, "world_id": "wd_0123456789"}, 404, "world_id", "no world"),
    "unknown node": ({"goal": GOAL, "from_node": "nd_0123456789"}, 404, "from_node", "no node"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_fields_are_named_with_their_fix_and_nothing_is_written(
    client: FlaskClient, engine: Engine, bell: Bell, name: str
) -> None:
    fields, status, field, words = BAD[name]
    answer = client.post("/simulate", json=fields)
    assert (answer.status_code, answer.content_type) == (status, PROBLEM)
    assert answer.json["status"] == status
    assert answer.json["field"] == field
    assert words in answer.json["detail"]
    assert answer.json["title"]
    assert answer.json["type"].startswith("urn:storyworld:problem:")
    assert count(engine) == 0
    assert bell.rung == []


MALFORMED = {
    "no JSON": b"{goal}",
    "half": b'{"goal": "a ball',
    "list": b'["a ball"]',
    "text": b'"a ball"',
    "null": b"null",
    "empty": b"",
    "NaN": b'{"goal": "a ball", "budget_usd": NaN}',
    "Infinity": b'{"goal": "a ball", "budget_usd": -Infinity}',
    "overflowing number": b'{"goal": "a ball", "budget_usd": 1e999}',
    "endless integer": b'{"goal": "a ball", "seed": ' + b"9" * 6000 + b"}",
    "key twice": b'{"goal": "a ball", "goal": "a wall"}',
    "nested key twice": b'{"goal": {"a": 1, "a": 2}}',
    "not UTF-8": b'{"goal": "\xff\xfe"}',
    "UTF-16": '{"goal": "a ball"}'.encode("utf-16"),
    "deep": b"[" * 16_000,
    "deep object": b'{"a":' * 3_000,
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_body_is_a_400_problem(client: FlaskClient, engine: Engine, name: str) -> None:
    answer = client.post("/simulate", data=MALFORMED[name], content_type="application/json")
    assert (answer.status_code, answer.content_type) == (400, PROBLEM)
    assert {"type", "title", "status", "detail"} <= set(answer.json)
    assert count(engine) == 0


@pytest.mark.parametrize("name", ["goal", "text", "world_id"])
def test_a_lone_surrogate_is_refused_in_plain_words(client: FlaskClient, name: str) -> None:
    fields = {name: "a \ud800 ball"}
    if name == "world_id":
        fields["goal"] = GOAL
    body = json.dumps(fields)
    answer = client.post("/simulate", data=body, content_type="application/json")
    assert (answer.status_code, answer.content_type) == (422, PROBLEM)
    assert answer.json["field"] == name
    assert answer.json["detail"] == f"{name} holds half a character: send whole Unicode text"


def test_a_lone_surrogate_in_a_name_or_within_a_list_is_refused_in_the_same_words(
    client: FlaskClient,
) -> None:
    for fields in ({"go\ud800al": GOAL}, {"goal": ["a \ud800 ball"]}):
        answer = client.post("/simulate", data=json.dumps(fields), content_type="application/json")
        assert answer.status_code == 422
        assert "holds half a character" in answer.json["detail"]


def test_a_whole_character_beyond_the_basic_plane_is_no_lone_surrogate(
    client: FlaskClient,
) -> None:
    body = json.dumps({"goal": f"{GOAL} \U0001f680"})
    assert "\\ud83d\\ude80" in body
    answer = client.post("/simulate", data=body, content_type="application/json")
    assert answer.status_code == 202


@pytest.mark.parametrize(
    "fields",
    [
        {"goal": GOAL, "budget_usd": "nan"},
        {"goal": GOAL, "budget_usd": "inf"},
        {"goal": GOAL, "budget_usd": "-0.01"},
        {"goal": GOAL, "budget_usd": "two"},
        {"goal": GOAL, "seed": "1.5"},
        {"goal": GOAL, "seed": ["1", "2"]},
        {"goal": [GOAL, GOAL]},
    ],
)
@pytest.mark.parametrize("way", ["data", "query_string"])
def test_bad_form_and_query_fields_are_refused_too(
    client: FlaskClient, engine: Engine, way: str, fields: dict
) -> None:
    answer = client.post("/simulate", **{way: fields})
    assert (answer.status_code, answer.content_type) == (422, PROBLEM)
    assert answer.json["field"] in fields
    assert count(engine) == 0


def test_json_sent_as_a_form_is_told_so(client: FlaskClient) -> None:
    answer = client.post(
        "/simulate",
        data=json.dumps({"goal": GOAL}),
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 415
    assert "Content-Type: application/json" in answer.json["detail"]


def test_fields_in_body_and_query_at_once_are_refused(client: FlaskClient) -> None:
    answer = client.post("/simulate?seed=1", json={"goal": GOAL})
    assert answer.status_code == 400


def test_another_media_type_is_415(client: FlaskClient) -> None:
    answer = client.post("/simulate", data=GOAL, content_type="text/plain")
    assert (answer.status_code, answer.content_type) == (415, PROBLEM)
    assert "application/json" in answer.json["detail"]


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize("size", [16 * 1024 + 1, 10_000_000])
def test_a_body_over_16_kb_is_413(client: FlaskClient, kind: str, size: int) -> None:
    body = b'{"goal": "' + b"x" * (size - 12) + b'"}'
    answer = client.post("/simulate", data=body, content_type=kind)
    assert (answer.status_code, answer.content_type) == (413, PROBLEM)


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize(("size", "status"), [(1000, 202), (20_000, 413), (1_000_000, 413)])
def test_a_body_without_a_declared_length_is_measured(
    client: FlaskClient, kind: str, size: int, status: int
) -> None:
    body = b'{"goal":"a ball"' + b" " * size + b"}" if "json" in kind else b"goal=a" + b"+" * size
    answer = client.post(
        "/simulate",
        input_stream=io.BytesIO(body),
        content_type=kind,
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert answer.status_code == status


def test_every_field_at_fault_is_listed(client: FlaskClient) -> None:
    answer = client.post("/simulate", json={"goal": "", "seed": -1, "backend": "sora"})
    assert [e["field"] for e in answer.json["errors"]] == ["goal", "backend", "seed"]


def test_the_same_key_and_body_give_the_same_episode(
    client: FlaskClient, engine: Engine, bell: Bell
) -> None:
    key = {"Idempotency-Key": "order-1"}
    first = client.post("/simulate", json={"goal": GOAL, "seed": 1}, headers=key)
    again = client.post("/simulate", json={"seed": 1, "text": GOAL}, headers=key)
    by_form = client.post("/simulate", data={"goal": GOAL, "seed": "1"}, headers=key)
    assert first.json == again.json == by_form.json
    assert [a.status_code for a in (first, again, by_form)] == [202, 202, 202]
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert count(engine) == 1
    assert len(bell.rung) == 1


def test_the_same_key_with_another_body_is_422(client: FlaskClient, engine: Engine) -> None:
    key = {"Idempotency-Key": "order-1"}
    client.post("/simulate", json={"goal": GOAL}, headers=key)
    other = client.post("/simulate", json={"goal": GOAL, "seed": 1}, headers=key)
    assert (other.status_code, other.content_type) == (422, PROBLEM)
    assert other.json["field"] == "Idempotency-Key"
    assert count(engine) == 1


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256, "é"])
def test_an_unusable_idempotency_key_is_refused(
    client: FlaskClient, engine: Engine, key: str
) -> None:
    answer = client.post("/simulate", json={"goal": GOAL}, headers={"Idempotency-Key": key})
    assert (answer.status_code, answer.json["field"]) == (422, "Idempotency-Key")
    assert count(engine) == 0


def test_a_full_queue_is_429_with_when_to_come_back(
    settings: Settings, engine: Engine, bell: Bell
) -> None:
    client = create_app(settings.model_copy(update={"queue_limit": 1}), ring=bell).test_client()
    assert client.post("/simulate", json={"goal": GOAL}).status_code == 202
    full = client.post("/simulate", json={"goal": GOAL})
    assert (full.status_code, full.content_type) == (429, PROBLEM)
    assert int(full.headers["Retry-After"]) >= 1
    assert count(engine) == 1


def test_a_form_is_sent_on_to_the_page_of_its_simulation(browser: Browser) -> None:
    answer = browser.post("/simulate", {"goal": GOAL, "form_token": browser.token()})
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/simulations/ep_")
    assert browser.get(answer.headers["Location"]).status_code == 200


def test_a_bad_form_comes_back_as_it_was_typed(browser: Browser, engine: Engine) -> None:
    fields = {
        "goal": GOAL,
        "budget_usd": "lots",
        "seed": "12",
        "risk_profile": "high",
        "cost_policy": "frugal",
    }
    answer = browser.post("/simulate", fields | {"form_token": browser.token()})
    assert answer.status_code == 422
    assert answer.content_type.startswith("text/html")
    selected = ('value="high" selected', 'value="frugal" selected')
    for typed in (GOAL, 'value="lots"', 'value="12"', *selected):
        assert typed in answer.text
    assert 'id="budget_usd-fault">budget_usd should be a valid number' in answer.text
    assert 'aria-describedby="budget_usd-fault"' in answer.text
    assert count(engine) == 0


def test_settings_and_bell_belong_to_their_own_app(
    app: Flask, settings: Settings, engine: Engine, client: FlaskClient
) -> None:
    other_bell = Bell()
    other = create_app(settings, ring=other_bell)
    other.test_client().post("/simulate", json={"goal": GOAL})
    assert len(other_bell.rung) == 1
    assert app.extensions["storyworld.ring"].rung == []


@pytest.mark.parametrize(
    "text",
    [
        "Ein Ball fällt aus 20 m Höhe",
        "Une balle tombe de 20 m en moins de 3 s",
        "一个球从二十米高处落下",
        "A ball dropped from 20 kg reaches the ground in under 2 s",
        "A box 5 kg tall stands on a table",
    ],
)
def test_a_goal_that_cannot_be_read_is_refused_and_nothing_is_written(
    client: FlaskClient, bell: Bell, text: str
) -> None:
    answer = client.post("/simulate", json={"text": text})

    assert answer.status_code == 422
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["field"] == "text"
    assert bell.rung == []
    assert client.get("/episodes").get_json()["episodes"] == []
