"""/episodes and what hangs below it."""

import time

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.archive import steps
from storyworld.archive.engine import writing
from storyworld.records.identity import AttemptKey, Stage
from tests.webapp import fall, written
from tests.webapp.conftest import Browser, Revoking

PROBLEM = "application/problem+json"
NOBODY = "ep_" + "0" * 26
BELOW = ("", "/result", "/beats", "/steps", "/provenance")


def addresses(episode_id: str) -> list[str]:
    return [f"/episodes/{episode_id}{rest}" for rest in BELOW] + [f"/world-state/{episode_id}"]


def test_an_empty_archive_lists_nothing(client: FlaskClient) -> None:
    assert client.get("/episodes").json == {"episodes": [], "next": None}


def test_episodes_are_listed_newest_first_with_their_addresses(
    client: FlaskClient, engine: Engine
) -> None:
    made = [written.queued(engine, fall.goal_of(s)) for s in (1.0, 2.0, 3.0)]
    listed = client.get("/episodes").json["episodes"]
    assert [e["episode_id"] for e in listed] == sorted(made, reverse=True)
    assert listed[0]["urls"]["page"] == f"/simulations/{listed[0]['episode_id']}"


def test_following_next_visits_every_episode_once(client: FlaskClient, engine: Engine) -> None:
    made = {written.queued(engine, fall.goal_of(2.1, f", run {i}")) for i in range(7)}
    made.add(written.finished(engine))
    seen: list[str] = []
    address = "/episodes?limit=3&q=steel"
    while address:
        page = client.get(address).json
        assert len(page["episodes"]) <= 3
        seen += [e["episode_id"] for e in page["episodes"]]
        address = page["next"]
    assert len(seen) == len(made)
    assert set(seen) == made


def test_a_page_that_ends_the_list_has_no_next(client: FlaskClient, engine: Engine) -> None:
    for _ in range(3):
        written.queued(engine, fall.goal_of(2.1))
    assert client.get("/episodes?limit=3").json["next"] is None


def test_filters_narrow_the_list(client: FlaskClient, engine: Engine) -> None:
    achieved = written.finished(engine, 2.1)
    refuted = written.finished(engine, 1.5)
    waiting = written.queued(engine, fall.goal_of(3.0, " with 100% certainty"))
    broken = written.failed(engine)

    def ids(query: str) -> list[str]:
        return [e["episode_id"] for e in client.get(f"/episodes?{query}").json["episodes"]]

    assert ids("outcome=goal_achieved") == [achieved]
    assert ids("outcome=goal_impossible") == [refuted]
    assert ids("status=queued") == [waiting]
    assert ids("status=failed") == [broken]
    assert ids("q=100%25") == [waiting]
    assert ids("outcome=goal_achieved&q=nothing+like+it") == []
    assert len(ids("outcome=&status=&q=")) == 4


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=many", "limit"),
        ("before=ep_1", "before"),
        ("before=1%27%20OR%201=1", "before"),
        ("outcome=won", "outcome"),
        ("status=asleep", "status"),
        ("page=2", "page"),
        ("limit=1&limit=2", "limit"),
        ("q=" + "x" * 201, "q"),
    ],
)
def test_bad_filters_are_named(client: FlaskClient, query: str, field: str) -> None:
    answer = client.get(f"/episodes?{query}")
    assert (answer.status_code, answer.content_type) == (422, PROBLEM)
    assert answer.json["field"] == field


def test_what_is_no_cursor_is_told_how_one_looks(client: FlaskClient) -> None:
    for cursor in ("after", "before"):
        answer = client.get(f"/episodes?{cursor}=x")
        assert answer.json["detail"] == f"{cursor} is not an identifier such as ep_…"


@pytest.mark.parametrize(
    "name", [NOBODY, "ep_1", "EP_" + "0" * 26, "ep_" + "0" * 27, "1", "%00", "ep_" + "é" * 26]
)
def test_unknown_and_malformed_names_are_404_everywhere(client: FlaskClient, name: str) -> None:
    answers = [client.get(address) for address in addresses(name)]
    answers.append(client.post(f"/episodes/{name}/terminate"))
    answers.append(client.get(f"/simulations/{name}"))
    for answer in answers:
        assert (answer.status_code, answer.content_type) == (404, PROBLEM)
        assert {"type", "title", "status", "detail"} <= set(answer.json)


def test_a_finished_episode_tells_its_outcome(client: FlaskClient, engine: Engine) -> None:
    episode_id = written.finished(engine, 1.5)
    one = client.get(f"/episodes/{episode_id}").json
    assert (one["status"], one["outcome"]) == ("succeeded", "goal_impossible")
    answer = client.get(f"/episodes/{episode_id}/result")
    assert answer.status_code == 200
    assert "Retry-After" not in answer.headers
    assert answer.json["constraints_discovered"] == ["falls_in_time"]
    assert answer.json["suggested_alternatives"][0]["parameter"] == "height"
    by_source = {f["source"]: f for f in answer.json["findings"] if f["status"] == "violated"}
    assert by_source["solver"]["margin"]["value"] == pytest.approx(1.5 - fall.FALL_S)


def test_a_running_episode_says_when_to_ask_again(client: FlaskClient, engine: Engine) -> None:
    answer = client.get(f"/episodes/{written.running(engine)}/result")
    assert answer.status_code == 200
    assert (answer.json["status"], answer.json["outcome"]) == ("running", "in_progress")
    assert int(answer.headers["Retry-After"]) >= 1


def test_beats_show_attempts_but_not_what_only_the_worker_may_know(
    client: FlaskClient, engine: Engine
) -> None:
    answer = client.get(f"/episodes/{written.finished(engine)}/beats")
    (beat,) = answer.json["beats"]
    (attempt,) = beat["attempts"]
    assert attempt["judgement"]["state"] == "ACCEPTED"
    assert attempt["shot"]["camera"]["frame_rate_hz"] == fall.FPS
    assert attempt["observations"][0]["series"][0]["name"] == "ball_height"
    assert "nonce" not in answer.text
    assert "object_key" not in answer.text


def test_an_attempt_says_why_it_is_filmed_so(client: FlaskClient, engine: Engine) -> None:
    episode_id = written.filmed_again(engine, "the film was too short")
    (beat,) = client.get(f"/episodes/{episode_id}/beats").json["beats"]
    assert [a["because"] for a in beat["attempts"]] == ["", "the film was too short"]


def test_steps_and_provenance_name_every_stage(client: FlaskClient, engine: Engine) -> None:
    episode_id = written.finished(engine)
    stages = ["plan", "render", "observe", "evaluate", "commit"]
    steps = client.get(f"/episodes/{episode_id}/steps").json["steps"]
    assert [s["stage"] for s in steps] == stages
    assert {s["state"] for s in steps} == {"done"}
    entries = client.get(f"/episodes/{episode_id}/provenance").json["provenance"]
    assert [e["stage"] for e in entries] == stages


def test_terminating_stops_an_episode_once(client: FlaskClient, engine: Engine) -> None:
    episode_id = written.running(engine)
    stopped = client.post(f"/episodes/{episode_id}/terminate")
    assert stopped.status_code == 200
    assert (stopped.json["status"], stopped.json["outcome"]) == ("canceled", "goal_abandoned")
    again = client.post(f"/episodes/{episode_id}/terminate")
    assert (again.status_code, again.content_type) == (409, PROBLEM)
    assert client.get(f"/episodes/{episode_id}").json["outcome"] == "goal_abandoned"


@pytest.mark.parametrize("answer", [True, False, ConnectionError("no broker")])
def test_terminating_revokes_the_render_that_was_open_once(
    client: FlaskClient, engine: Engine, revoking: Revoking, answer: bool | Exception
) -> None:
    revoking.answer = answer
    episode_id = written.running(engine)
    stopped = client.post(f"/episodes/{episode_id}/terminate")
    assert (stopped.status_code, stopped.json["outcome"]) == (200, "goal_abandoned")
    assert [str(key) for key in revoking.revoked] == [f"{episode_id}:0:0:render"]
    assert client.post(f"/episodes/{episode_id}/terminate").status_code == 409
    assert len(revoking.revoked) == 1


def test_terminating_revokes_nothing_where_no_render_was_open(
    client: FlaskClient, engine: Engine, revoking: Revoking
) -> None:
    planning = written.queued(engine, fall.goal_of(2.1))
    observing = written.running(engine)
    with writing(engine) as session:
        key = AttemptKey(episode_id=observing).at(Stage.RENDER)
        assert steps.finish(session, key, now=time.time())
        steps.add(session, key.of_attempt.at(Stage.OBSERVE), now=time.time(), due=time.time())
    for episode_id in (planning, observing):
        assert client.post(f"/episodes/{episode_id}/terminate").status_code == 200
    assert revoking.revoked == []


def test_a_page_terminates_with_its_form_and_comes_back(browser: Browser, engine: Engine) -> None:
    episode_id = written.running(engine)
    page = browser.get(f"/simulations/{episode_id}")
    assert f'action="/episodes/{episode_id}/terminate"' in page.text
    answer = browser.post(
        f"/episodes/{episode_id}/terminate", {"form_token": browser.token()}
    )  # fmt: skip
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/simulations/{episode_id}"
    assert "Abandoned" in browser.get(answer.headers["Location"]).text


def test_what_has_not_changed_is_304(client: FlaskClient, engine: Engine) -> None:
    running = written.running(engine)
    for address in [*addresses(running), "/episodes"]:
        known = {"If-None-Match": client.get(address).headers["ETag"]}
        again = client.get(address, headers=known)
        assert (again.status_code, again.data) == (304, b""), address
    episode = f"/episodes/{running}"
    known = {"If-None-Match": client.get(episode).headers["ETag"]}
    assert client.post(f"{episode}/terminate").status_code == 200
    changed = client.get(episode, headers=known)
    assert changed.status_code == 200
    assert changed.headers["ETag"] != known["If-None-Match"]


def test_head_answers_like_get_without_a_body(client: FlaskClient, engine: Engine) -> None:
    address = f"/episodes/{written.finished(engine)}"
    head = client.head(address)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == client.get(address).headers["ETag"]
