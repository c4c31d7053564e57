"""/observers/calibration and its labels, the form for them, and the page of the observers."""

import html
import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.archive import attempts
from storyworld.archive.engine import reading
from storyworld.records.calibration import Calibration
from storyworld.records.identity import AttemptKey
from tests.webapp import fall, written
from tests.webapp.conftest import Browser
from tests.webapp.inert import PAYLOADS, inert

ADDRESS = "/observers/calibration/labels"
PROBLEM = "application/problem+json"
GOOD = {"label": "valid", "labelled_by": "Ann", "observation_id": "obs_1"}


def observed(engine: Engine, episode_id: str) -> str:
    with reading(engine) as session:
        (seen,) = attempts.observations(session, AttemptKey(episode_id=episode_id))
    return seen.observation_id


def labelled(client: FlaskClient) -> int:
    return client.get("/observers/calibration").json["labels"]


def test_a_label_is_taken_and_its_row_given(client: FlaskClient, engine: Engine) -> None:
    episode_id = written.finished(engine)
    observation_id = observed(engine, episode_id)
    fields = {**GOOD, "observation_id": observation_id, "note": "ok"}
    answer = client.post(ADDRESS, json=fields)
    assert answer.status_code == 201
    row = answer.json
    assert row.pop("created_at").endswith("Z")
    assert row == {
        "label_id": 1,
        "film": {"episode_id": episode_id, "beat": 0, "attempt": 0},
        "sha256": fall.SHA,
        **fields,
    }
    by_digest = client.post(
        ADDRESS, data={"sha256": fall.SHA, "label": "unclear", "labelled_by": "Bob"}
    )
    assert by_digest.status_code == 201
    assert (by_digest.json["label_id"], by_digest.json["observation_id"]) == (2, None)


@pytest.mark.parametrize(
    ("changes", "status", "field", "words"),
    [
        ({}, 404, "observation_id", "there is no observation obs_1: GET /episodes"),
        ({"observation_id": None, "sha256": "0" * 64}, 404, "sha256", "no film with this sha256"),
        ({"observation_id": None}, 422, "sha256", "sha256 or observation_id is required"),
        ({"sha256": "0" * 64}, 422, "sha256", "give one of them"),
        ({"sha256": "abc", "observation_id": None}, 422, "sha256", "64 hexadecimal digits"),
        ({"observation_id": "no such"}, 422, "observation_id", "is not an identifier such as obs_"),
        ({"observation_id": "obs_\x00"}, 422, "observation_id", "is not an identifier"),
        ({"observation_id": 7}, 422, "observation_id", "should be a valid string"),
        ({"label": "nice"}, 422, "label", "'valid', 'impossible', 'contradicts' or 'unclear'"),
        ({"label": "VALID"}, 422, "label", "'valid', 'impossible', 'contradicts' or 'unclear'"),
        ({"label": None}, 422, "label", "label is required"),
        ({"labelled_by": None}, 422, "labelled_by", "labelled_by is required"),
        ({"labelled_by": "  "}, 422, "labelled_by", "at least 1 character"),
        ({"labelled_by": "x" * 81}, 422, "labelled_by", "at most 80 characters"),
        ({"labelled_by": "A\x1b[2Jnn"}, 422, "labelled_by", "holds control characters"),
        ({"labelled_by": "A\u202enn"}, 422, "labelled_by", "holds control characters"),
        ({"labelled_by": "\x1c"}, 422, "labelled_by", "at least 1 character"),
        ({"labelled_by": "\u0958" * 80}, 422, "labelled_by", "at most 80 characters"),
        ({"labelled_by": "\u3164"}, 422, "labelled_by", "no letter and no digit"),
        ({"labelled_by": "-- \u2800"}, 422, "labelled_by", "no letter and no digit"),
        ({"note": "\u0958" * 600}, 422, "note", "at most 1000 characters"),
        ({"note": "x" * 1001}, 422, "note", "at most 1000 characters"),
        ({"note": "a\x00b"}, 422, "note", "holds control characters"),
        ({"verdict": "valid"}, 422, "verdict", "is not a field here; known are label"),
    ],
)
def test_what_is_no_label_is_refused_with_its_field_and_the_fix(
    client: FlaskClient, changes: dict[str, object], status: int, field: str, words: str
) -> None:
    fields = {k: v for k, v in {**GOOD, **changes}.items() if v is not None}
    answer = client.post(ADDRESS, json=fields)
    assert (answer.status_code, answer.content_type) == (status, PROBLEM)
    assert answer.json["field"] == field
    assert words in answer.json["detail"]
    assert labelled(client) == 0


def test_a_film_of_two_goals_is_a_conflict(client: FlaskClient, engine: Engine) -> None:
    written.finished(engine, 2.1)
    written.finished(engine, 1.5)  # the same film, asked for another time
    answer = client.post(ADDRESS, json={"sha256": fall.SHA, "label": "valid", "labelled_by": "A"})
    assert (answer.status_code, answer.content_type) == (409, PROBLEM)
    assert "observation_id" in answer.json["detail"]


def test_bodies_are_limited_and_typed_as_elsewhere(client: FlaskClient) -> None:
    assert client.post(ADDRESS, data="x", content_type="text/plain").status_code == 415
    big = {**GOOD, "note": "x" * 20_000}
    assert client.post(ADDRESS, json=big).status_code == 413
    bare = client.post(ADDRESS, data="[]", content_type="application/json")
    assert (bare.status_code, bare.content_type) == (400, PROBLEM)
    assert '"label": "valid"' in bare.json["detail"]
    assert client.get(ADDRESS).status_code == 405


def test_another_site_cannot_label(browser: Browser, engine: Engine) -> None:
    observation_id = observed(engine, written.finished(engine))
    fields = {**GOOD, "observation_id": observation_id}
    for sent in ({"json": fields}, {"data": fields | {"form_token": browser.token()}}):
        answer = browser.client.post(ADDRESS, **sent, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 403
    assert browser.post(ADDRESS, fields).status_code == 403
    assert labelled(browser.client) == 0


def test_the_form_is_there_when_asked_for_and_leads_back_to_its_film(
    browser: Browser, engine: Engine
) -> None:
    page = f"/simulations/{written.finished(engine)}"
    read = inert(browser.get(page).text)
    (form,) = [a["href"] for tag, a in read.tags if tag == "a" and "label=" in str(a.get("href"))]
    assert form is not None
    shown = browser.get(form).text
    inputs = [a for tag, a in inert(shown).tags if tag == "input"]
    assert [a["value"] for a in inputs if a.get("type") == "radio"] == [
        "valid", "impossible", "contradicts", "unclear",
    ]  # fmt: skip
    fields = {str(a["name"]): str(a["value"]) for a in inputs if a.get("type") == "hidden"}
    answer = browser.post(ADDRESS, fields | {"label": "impossible", "labelled_by": "Ann"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{page}#film-0-0")
    text = inert(browser.get(page).text).words
    assert "People say: impossible (Ann)." in text


def test_a_form_with_errors_comes_back_as_it_was_filled_in(
    browser: Browser, engine: Engine
) -> None:
    observation_id = observed(engine, written.finished(engine))
    fields = {"observation_id": observation_id, "labelled_by": "\u3164", "label": "contradicts"}
    answer = browser.post(ADDRESS, fields | {"note": 'it "tips"', "form_token": browser.token()})
    assert answer.status_code == 422
    read = inert(answer.text)
    assert "no letter and no digit" in read.text
    inputs = [a for tag, a in read.tags if tag == "input"]
    assert [a["value"] for a in inputs if "checked" in a] == ["contradicts"]
    by = {str(a.get("name")): a for a in inputs}
    assert by["note"]["value"] == 'it "tips"'
    assert (by["labelled_by"]["value"], by["labelled_by"]["aria-invalid"]) == ("\u3164", "true")
    assert labelled(browser.client) == 0


@pytest.mark.parametrize("name", ["obs_of_nobody", "obs_\x00", "a b"])
def test_a_form_about_no_film_is_told_so(browser: Browser, engine: Engine, name: str) -> None:
    fields = {"observation_id": name, "labelled_by": "Ann", "label": "valid"}
    answer = browser.post(ADDRESS, fields | {"form_token": browser.token()})
    assert answer.status_code in {404, 422}
    assert "observation" in answer.text


def test_a_page_with_the_form_stays_while_its_simulation_runs(
    browser: Browser, engine: Engine
) -> None:
    page = f"/simulations/{written.running(engine)}"
    for address, fresh in ((page, True), (f"{page}?label=1", False)):
        text = browser.get(address).text
        assert ("data-live" in text) == ("http-equiv" in text) == fresh


def test_a_form_without_a_choice_is_told_so_on_a_page(browser: Browser, engine: Engine) -> None:
    observation_id = observed(engine, written.finished(engine))
    fields = {"observation_id": observation_id, "labelled_by": "Ann", "form_token": browser.token()}
    answer = browser.post(ADDRESS, fields)
    assert answer.status_code == 422
    assert answer.content_type.startswith("text/html")
    assert "label is required" in answer.text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_names_and_notes_are_inert(browser: Browser, engine: Engine, payload: str) -> None:
    episode_id = written.finished(engine)
    fields = {"observation_id": observed(engine, episode_id), "label": "valid"}
    fields |= {"labelled_by": payload[:80], "note": payload, "form_token": browser.token()}
    assert browser.post(ADDRESS, fields).status_code == 303
    shown = inert(browser.get(f"/simulations/{episode_id}").text).text
    assert f": {payload})" in shown


def test_the_observers_are_counted_and_scored(client: FlaskClient, engine: Engine) -> None:
    for label in ("valid", "valid", "contradicts"):
        observation_id = observed(engine, written.finished(engine))
        fields = {"observation_id": observation_id, "label": label, "labelled_by": "Ann"}
        assert client.post(ADDRESS, json=fields).status_code == 201
    answer = client.get("/observers/calibration")
    assert answer.status_code == 200
    found = Calibration.model_validate_json(answer.text)
    assert (found.labels, found.films, found.left_out) == (3, 3, 0)
    (one,) = found.observers
    assert (one.observer, one.observations, one.scored, one.by_numbers) == ("measuring", 3, 3, 3)
    row = one.confusion[0]
    assert (row.verdict, row.valid, row.contradicts) == ("valid", 2, 1)
    assert one.scores is not None
    assert one.scores.brier.low is None, "three films are too few for an interval"
    assert [b.name for b in one.baselines] == ["always_valid", "share_so_far", "one_half"]


def test_the_page_of_the_observers_reads_without_scripts(browser: Browser, engine: Engine) -> None:
    assert "Nothing has been observed yet" in browser.get("/observers").text
    observation_id = observed(engine, written.finished(engine))
    assert "Scores of" not in browser.get("/observers").text
    browser.client.post(ADDRESS, json={**GOOD, "observation_id": observation_id})
    page = browser.get("/observers")
    assert page.status_code == 200
    assert "Set-Cookie" not in page.headers
    read = inert(page.text)
    assert not any(tag == "script" for tag, _ in read.tags)
    text = read.words
    assert "1 film labelled" in text
    assert "1 from its numbers, 0 from its verdict" in text
    assert "read nothing into the difference" in text
    rows = re.findall(r"<tr>(.*?)</tr>", page.text, re.DOTALL)
    cells = [re.findall(r">([^<]+)</t[dh]>", row) for row in rows]
    assert ["valid", "1", "1", "0", "0", "0"] in [[html.unescape(c) for c in row] for row in cells]
