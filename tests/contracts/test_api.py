"""Every answer of the API is as /openapi.json says, whatever is asked of it.

Requests are made of the description by Schemathesis: such as it allows, such as it forbids, and
those at the bounds of every field. No 5xx, no undeclared status, media type, header or shape; what
it forbids is refused, and what it allows is taken as far as a description can tell.
"""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask import Flask, Response
from hypothesis import HealthCheck, given, settings
from requests import PreparedRequest
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.openapi import from_wsgi
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from storyworld.archive import deliveries
from storyworld.archive.engine import reading
from storyworld.records.access import LOCAL
from storyworld.records.answer import Health, Problem
from storyworld.records.clip import ClipJudged
from storyworld.records.goal import Goal
from tests.archive.hooked import given_up, hooked
from tests.contracts.conftest import CONFIG, Api
from tests.vision.filming import dropped, take
from tests.webapp import written
from tests.webapp.fall import goal_of
from webapp.contract import answer, speaks
from webapp.events import tailer_of
from webapp.openapi import described

EXAMPLES = 40
bounded = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)

TEST = "POST /webhooks/{webhook_id}/test"
RESEND = "POST /webhooks/{webhook_id}/deliveries/{delivery_id}/resend"
# What is refused here although its shape is right is refused for what no schema says.
MEANING_COUNTS = {
    "POST /simulate": "a goal is refused that no one can read, and a key used with another body",
    "POST /preview": "a goal is refused that no one can read",
    "POST /observers/calibration/labels": "a name needs a letter or digit that can be seen",
    "POST /webhooks": "a URL is refused that is not on the public internet, and one too many",
    TEST: "so many tests may wait, and no more",
    "POST /keys": "a name needs a character that can be seen",
    "GET /worlds/{world_id}/graph": "claim needs ancestors_of, which excludes as_of",
}
JUDGE = "POST /judge"  # its films are tested below: each takes a process of its own
LISTEN = "GET /events"  # an answer without an end cannot be read whole: it is tested below


def operations(api: Api) -> Iterator[APIOperation]:
    for found in api.schema.get_all_operations():
        operation = found.ok()
        if operation.label not in {JUDGE, LISTEN}:
            yield operation


def any_empty(request: PreparedRequest) -> bool:
    """Say whether a value of the query or form is empty: it counts as not given."""
    sent = [urlsplit(request.url).query]
    if request.headers.get("Content-Type") == "application/x-www-form-urlencoded":
        body = request.body or ""
        sent.append(body.decode() if isinstance(body, bytes) else body)
    fields = (pair for text in sent for pair in parse_qsl(text, keep_blank_values=True))
    return any(not value for _, value in fields)


def check(case: Case) -> int:
    """Ask, and hold the answer against the description; give its status."""
    excluded = [positive_data_acceptance] if case.operation.label in MEANING_COUNTS else []
    answered = case.call()
    if any_empty(answered.request):
        excluded.append(negative_data_rejection)
    case.validate_response(answered, excluded_checks=excluded)
    return answered.status_code


def fuzzed(operation: APIOperation, mode: GenerationMode, known: dict[str, str]) -> Counter[int]:
    """Ask for what there is and for what there is not; count the statuses."""
    known = {} if operation.method == "delete" else known  # what is known is still asked for
    there = {p.name: known[p.name] for p in operation.path_parameters if p.name in known}
    query = {p.name: known[p.name] for p in operation.query if p.name in known}
    cases = operation.as_strategy(mode)
    if mode is GenerationMode.POSITIVE:
        cases |= operation.as_strategy(mode, path_parameters=there, query=query)
    elif operation.query or operation.body:
        cases |= operation.as_strategy(mode, path_parameters=there)
    statuses: Counter[int] = Counter()

    @bounded
    @given(cases)
    def each(case: Case) -> None:
        statuses[check(case)] += 1

    each()
    return statuses


def test_what_the_description_allows_is_answered_as_it_says(api: Api, subtests) -> None:
    for operation in operations(api):
        with subtests.test(operation.label):
            statuses = fuzzed(operation, GenerationMode.POSITIVE, api.known)
            assert statuses.total() > 0


def test_what_the_description_forbids_is_refused_as_it_says(api: Api, subtests) -> None:
    for operation in operations(api):
        if operation.path_parameters or operation.query or operation.body:
            with subtests.test(operation.label):
                statuses = fuzzed(operation, GenerationMode.NEGATIVE, api.known)
                assert max(statuses) >= 400


def test_the_bounds_of_every_field_hold(api: Api, subtests) -> None:
    seen: set[str] = set()
    for operation in operations(api):
        with subtests.test(operation.label):
            cases = api.schema.iter_coverage_cases(
                operation,
                generation_modes=list(GenerationMode),
                generation_config=api.schema.config.generation,
            )
            statuses = Counter(check(case) for case in cases)
            other_methods = set() if operation.path in seen else {405}  # asked for once a path
            assert other_methods < set(statuses)
            seen.add(operation.path)


def test_whatever_is_there_is_given_as_the_description_says(api: Api, subtests) -> None:
    for operation in operations(api):
        if operation.method == "get":
            path = {p.name: api.known[p.name] for p in operation.path_parameters}
            query = {p.name: api.known[p.name] for p in operation.query if p.name in api.known}
            if operation.path == "/constraints/priors":
                query = {"domain": "kinematics"}
            with subtests.test(operation.label):
                status = check(operation.Case(path_parameters=path, query=query))
                assert status == (404 if operation.path.endswith("/film") else 200)


def test_a_film_is_judged_and_others_are_refused_as_the_description_says(
    api: Api, tmp_path
) -> None:
    judge = api.schema.find_operation_by_label(JUDGE)
    goal = "A steel ball falls from 5 m"
    film = take(dropped(5.0), tmp_path / "fall.mp4").path.read_bytes()
    for expected, body in (
        (200, {"goal": goal, "clip": film}),
        (422, {"goal": goal, "clip": b"no film at all"}),
        (422, {"goal": goal, "clip": film, "fps": 1e9}),
        (422, {"goal": goal}),
        (422, {"clip": film}),
    ):
        asked = judge.Case(body=body, media_type="multipart/form-data")
        answered = asked.call_and_validate(excluded_checks=[positive_data_acceptance])
        assert answered.status_code == expected
        if expected == 200:
            assert ClipJudged.model_validate_json(answered.content).judgement


def test_a_full_queue_is_told_as_the_description_says(api: Api, monkeypatch) -> None:
    full = api.app.extensions["storyworld"].model_copy(update={"queue_limit": 0})
    monkeypatch.setitem(api.app.extensions, "storyworld", full)
    simulate = api.schema.find_operation_by_label("POST /simulate")
    asked = simulate.Case(body={"goal": "A ball falls 2 m"}, media_type="application/json")
    assert check(asked) == 429


@pytest.mark.parametrize(("wait", "expected"), [(None, 202), ("wait=5", 200), ("wait=0", 200)])
def test_both_answers_to_a_goal_are_as_the_description_says(
    api: Api, wait: str | None, expected: int
) -> None:
    simulate = api.schema.find_operation_by_label("POST /simulate")
    headers = {} if wait is None else {"Prefer": wait}
    body = {"goal": "A ball falls 2 m"}
    asked = simulate.Case(body=body, headers=headers, media_type="application/json")
    assert check(asked) == expected


def test_what_happens_is_told_and_refused_as_the_description_says(api: Api) -> None:
    listen = api.schema.find_operation_by_label(LISTEN)
    for expected, query in (
        (404, {"episode_id": "ep_" + "0" * 26}),
        (422, {"episode_id": "ep_1"}),
        (422, {"after": -1}),
        (422, {"kind": "burnt"}),
        (422, {"wings": 2}),
    ):
        asked = listen.Case(query=query)
        assert check(asked) == expected
    tailer = tailer_of(api.app)
    tailer.serve(threads=2, serving=lambda: True)
    query = {"episode_id": api.known["episode_id"], "kind": "ended", "after": 0}
    with api.app.test_client().get("/events", query_string=query) as answer:
        declared = listen.definition.raw["responses"]["200"]["content"]
        assert [answer.mimetype] == list(declared)
        pieces = iter(answer.response)
        assert next(pieces).endswith(b"\n\n")
        assert b"goal_achieved" in next(pieces)
        refused = listen.Case(query=query).call_and_validate(excluded_checks=[not_a_server_error])
        assert refused.status_code == 503
    assert tailer.listening == 0


def test_a_running_episode_is_given_and_ended_as_the_description_says(api: Api) -> None:
    path = {"episode_id": written.running(api.engine, goal_of(2.1))}
    for label, expected in (
        ("GET /episodes/{episode_id}/result", 200),
        ("POST /episodes/{episode_id}/terminate", 200),
        ("POST /episodes/{episode_id}/terminate", 409),
    ):
        operation = api.schema.find_operation_by_label(label)
        assert check(operation.Case(path_parameters=path)) == expected


def test_a_webhook_is_added_tested_and_deleted_as_the_description_says(api: Api) -> None:
    path = {"webhook_id": hooked(api.engine, owner=LOCAL).webhook_id}
    test, resend = map(api.schema.find_operation_by_label, (TEST, RESEND))
    assert check(test.Case(path_parameters=path)) == 202
    with reading(api.engine) as session:
        (ping,) = deliveries.several(session, path["webhook_id"], limit=2)
    given_up(api.engine, ping.delivery_id)
    for delivery_id, expected in (
        (ping.delivery_id, 202),
        (ping.delivery_id, 409),
        (f"msg_{'0' * 26}", 404),
    ):
        assert check(resend.Case(path_parameters=path | {"delivery_id": delivery_id})) == expected
    for label, expected in (
        ("GET /webhooks/{webhook_id}", 200),
        (TEST, 202),
        ("POST /webhooks/{webhook_id}/secret", 200),
        ("DELETE /webhooks/{webhook_id}", 204),
        ("DELETE /webhooks/{webhook_id}", 404),
    ):
        operation = api.schema.find_operation_by_label(label)
        assert check(operation.Case(path_parameters=path)) == expected
    add = api.schema.find_operation_by_label("POST /webhooks")
    for kinds, expected in ((["stage.finished"], 201), (["ping"], 422), ([], 422)):
        body = {"url": "https://example.com/hook", "kinds": kinds}
        assert check(add.Case(body=body, media_type="application/json")) == expected


def liars() -> Flask:
    """An app whose views do other things than they say."""
    app = Flask("liars")
    app.get("/openapi.json")(lambda: described(app))
    ok = Health(status="ok", database="ok", version="1")

    @app.get("/shape")
    @speaks(answers={200: Health})
    def shape() -> Response:
        return app.response_class('{"status": "fine"}', mimetype="application/json")

    @app.get("/kind")
    @speaks(answers={200: "text/html"})
    def kind() -> Response:
        return answer(ok)

    @app.get("/status")
    @speaks(answers={201: Health})
    def status() -> Response:
        return answer(ok)

    @app.post("/headers")
    @speaks(answers={202: Health})
    def headers() -> Response:
        return answer(ok, 202)

    @app.post("/laxness")
    @speaks(body=Goal, answers={200: Health})
    def laxness() -> Response:
        return answer(ok)

    @app.get("/broken")
    @speaks(answers={200: Health})
    def broken() -> Response:
        return answer(Problem(type="about:blank", title="Broken", status=500, detail=""), 500)

    return app


@pytest.mark.parametrize("label", [
    "GET /shape", "GET /kind", "GET /status", "POST /headers", "POST /laxness", "GET /broken",
])  # fmt: skip
def test_a_view_that_does_not_do_what_it_says_is_found_out(label: str) -> None:
    schema = from_wsgi("/openapi.json", liars(), config=CONFIG)
    operation = schema.find_operation_by_label(label)
    mode = GenerationMode.NEGATIVE if label == "POST /laxness" else GenerationMode.POSITIVE
    with pytest.raises(FailureGroup):
        fuzzed(operation, mode, {})
