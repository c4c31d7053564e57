"""/openapi.json: the API as it describes itself."""

import re
from typing import Any

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from storyworld.records.answer import Health
from storyworld.records.frozen import Record
from webapp import create_app
from webapp.contract import speaks, spoken_by
from webapp.openapi import described

PAGES = {"console", "docs", "judgement", "login", "static"}
METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}
OPERATIONS = {
    "delete_webhook",
    "get_compare",
    "delete_key",
    "get_constraints_priors",
    "get_diagnostics",
    "get_episode",
    "get_episode_beats",
    "get_episode_crate",
    "get_episode_film",
    "get_episode_prov",
    "get_episode_provenance",
    "get_episode_report",
    "get_episode_result",
    "get_episode_steps",
    "get_episodes",
    "get_events",
    "get_health",
    "get_keys",
    "get_metrics",
    "get_observers_calibration",
    "get_webhook",
    "get_webhook_deliveries",
    "get_webhooks",
    "get_world",
    "get_world_branches",
    "get_world_diff",
    "get_world_graph",
    "get_world_state",
    "get_worlds",
    "post_episode_terminate",
    "post_judge",
    "post_key_revoke",
    "post_keys",
    "post_observers_calibration_labels",
    "post_preview",
    "post_simulate",
    "post_webhook_delivery_resend",
    "post_webhook_secret",
    "post_webhook_test",
    "post_webhooks",
}


@pytest.fixture
def description(client: FlaskClient) -> dict[str, Any]:
    return client.get("/openapi.json").json


def operations(description: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Give every operation by its name."""
    found = [o for operations in description["paths"].values() for o in operations.values()]
    assert len({o["operationId"] for o in found}) == len(found)
    return {o["operationId"]: o for o in found}


def undescribed(app: Flask) -> set[tuple[str, str]]:
    """Give the addresses that are no pages and are missing in the description."""
    there = {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) & METHODS
        if rule.endpoint.split(".")[0] not in PAGES
    }
    with app.app_context():
        paths = described(app)["paths"]
    return there - {(m.upper(), path) for path, methods in paths.items() for m in methods}


def test_it_is_valid(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1")
    validate(description)


def test_every_address_that_is_no_page_is_described(app: Flask) -> None:
    assert undescribed(app) == set()


def test_an_address_that_says_nothing_of_itself_is_missed(app: Flask) -> None:
    app.add_url_rule("/forgotten/<name>", view_func=lambda name: name)
    assert undescribed(app) == {("GET", "/forgotten/{name}")}


def test_pages_are_not_described(app: Flask, description: dict[str, Any]) -> None:
    for endpoint in ("console.index", "console.simulation", "docs.page"):
        assert spoken_by(app.view_functions[endpoint]) is None
    assert not {"/", "/new", "/docs", "/simulations/{episode_id}"} & set(description["paths"])


def test_operations_keep_their_names(description: dict[str, Any]) -> None:
    """Clients are generated with them: one that changes breaks its callers."""
    assert set(operations(description)) == OPERATIONS


def test_every_operation_says_in_words_what_it_does(description: dict[str, Any]) -> None:
    tags = {tag["name"]: tag["description"] for tag in description["tags"]}
    assert all(tags.values())
    for name, operation in operations(description).items():
        assert len(operation["summary"]) > 15, name
        assert set(operation["tags"]) <= set(tags)
        assert "Parameters\n" not in operation.get("description", "")


def test_schemas_are_called_as_their_records(description: dict[str, Any]) -> None:
    names = set(description["components"]["schemas"])
    assert {"EpisodeResult", "Judgement", "WorldState", "Problem", "GoalSent"} <= names
    assert [name for name in names if not re.fullmatch(r"[A-Z][A-Za-z0-9]+", name)] == []


def test_every_schema_is_used_and_every_use_is_there(description: dict[str, Any]) -> None:
    text = str(description)
    used = set(re.findall(r"#/components/schemas/(\w+)", text))
    assert used == set(description["components"]["schemas"])


def test_every_error_is_a_problem(description: dict[str, Any]) -> None:
    for name, operation in operations(description).items():
        for status, response in operation["responses"].items():
            if int(status) >= 400 and (name, status) != ("get_health", "503"):
                schema = response["content"]["application/problem+json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/Problem"}, (name, status)


@pytest.mark.parametrize(("name", "statuses"), [
    ("post_simulate", {"200", "202", "400", "413", "415", "422", "429", "503"}),
    ("post_episode_terminate", {"200", "404", "409"}),
    ("post_judge", {"200", "411", "413", "415", "422", "503", "504"}),
    ("post_observers_calibration_labels", {"201", "404", "409", "422"}),
    ("get_episode_film", {"200", "206", "302", "404", "410", "416"}),
    ("get_episode_result", {"200", "304", "404"}),
    ("get_events", {"200", "404", "422", "503"}),
    ("get_health", {"200", "503"}),
])  # fmt: skip
def test_what_may_come_back_is_said(
    description: dict[str, Any], name: str, statuses: set[str]
) -> None:
    assert statuses <= set(operations(description)[name]["responses"])


def test_fields_are_called_as_they_are_sent(description: dict[str, Any]) -> None:
    diff = operations(description)["get_world_diff"]["parameters"]
    assert [(p["name"], p["required"]) for p in diff] == [
        ("world_id", True), ("from", True), ("to", True),
    ]  # fmt: skip
    sent = description["components"]["schemas"]["GoalSent"]
    assert sent["required"] == ["goal"]
    assert "text" not in sent["properties"]
    assert "text" in description["components"]["schemas"]["Goal"]["properties"]


def test_names_in_a_path_have_a_shape(description: dict[str, Any]) -> None:
    (episode,) = operations(description)["get_episode_beats"]["parameters"]
    assert episode["schema"]["pattern"] == "^ep_[0-9a-z]{26}$"


def test_bodies_come_as_json_or_form_and_a_film_as_a_file(description: dict[str, Any]) -> None:
    named = operations(description)
    for name in ("post_simulate", "post_observers_calibration_labels"):
        assert set(named[name]["requestBody"]["content"]) == {
            "application/json", "application/x-www-form-urlencoded",
        }  # fmt: skip
    assert set(named["post_judge"]["requestBody"]["content"]) == {"multipart/form-data"}
    film = description["components"]["schemas"]["ClipTermsSent"]
    assert set(film["required"]) == {"goal", "clip"}


def test_the_examples_are_taken_as_they_stand(
    client: FlaskClient, description: dict[str, Any]
) -> None:
    content = operations(description)["post_simulate"]["requestBody"]["content"]
    examples = content["application/json"]["examples"].values()
    assert len(examples) == 6
    for example in examples:
        assert client.post("/simulate", json=example["value"]).status_code == 202
    labels = operations(description)["post_observers_calibration_labels"]["requestBody"]
    (label,) = labels["content"]["application/json"]["examples"].values()
    answer = client.post("/observers/calibration/labels", json=label["value"])
    assert answer.status_code == 404  # in order, and of no film of ours


def test_two_processes_describe_themselves_alike(app: Flask, settings) -> None:
    other = create_app(settings)
    texts = {a.test_client().get("/openapi.json").text for a in (app, app, other)}
    assert len(texts) == 1


def test_who_has_it_already_hears_only_that(client: FlaskClient) -> None:
    first = client.get("/openapi.json")
    assert (first.status_code, first.content_type) == (200, "application/json")
    again = client.get("/openapi.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_record_that_an_annotation_names_is_the_answer() -> None:
    def beside() -> Health | Response: ...

    said = spoken_by(speaks()(beside))
    assert said is not None
    assert said.answers == {200: Health}


def test_a_stream_is_described_as_what_it_is(description: dict[str, Any]) -> None:
    listening = operations(description)["get_events"]
    assert set(listening["responses"]["200"]["content"]) == {"text/event-stream"}
    assert "304" not in listening["responses"]
    assert {p["name"]: p["in"] for p in listening["parameters"]} == {
        "episode_id": "query", "kind": "query", "stage": "query", "after": "query",
        "Last-Event-ID": "header",
    }  # fmt: skip


@pytest.mark.parametrize("returned", [Response, Health | Record])
def test_an_annotation_that_names_no_one_record_is_refused(returned: Any) -> None:
    def view() -> None: ...

    view.__annotations__["return"] = returned
    with pytest.raises(TypeError, match=r"say what .*view answers"):
        speaks()(view)
