"""/compare: a record for programs, a page for people."""

import html
import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.archive import episodes
from storyworld.archive.engine import writing
from storyworld.records.comparison import EpisodeDiff
from storyworld.records.goal import Backend, Goal
from tests.webapp import fall, written
from tests.webapp.conftest import Browser

NOBODY = "ep_" + "0" * 26


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_programs_get_the_record(client: FlaskClient, engine: Engine) -> None:
    held, broken = written.finished(engine), written.finished(engine, 1.5)
    answer = client.get(f"/compare?a={held}&b={broken}")
    found = EpisodeDiff.model_validate_json(answer.data)
    assert (found.before.episode_id, found.after.episode_id) == (held, broken)
    assert (found.before.outcome, found.after.outcome) == ("goal_achieved", "goal_impossible")
    assert sum(claim.unlike for claim in found.claims) == 2
    assert len(found.series) == 1


def test_people_get_the_page(browser: Browser, engine: Engine) -> None:
    held, broken = written.finished(engine), written.finished(engine, 1.5)
    page = browser.get(f"/compare?a={held}&b={broken}").text
    told = words(page)
    assert (
        "A: achieved. B: impossible. Findings that differ: 2 of 3. Inputs that differ: 1." in told
    )
    assert "under <mark>2.1</mark> s" in page
    assert "under <mark>1.5</mark> s" in page
    assert "fall time ≤ 2.1 s" in told
    assert "fall time ≤ 1.5 s" in told
    assert "22 inputs are the same" in told
    assert f"/compare?a={broken}&amp;b={held}" in page  # swapped
    assert page.count('class="line a"') == page.count('class="line b"') == 3  # a gap, and a legend


@pytest.mark.parametrize(
    ("query", "status", "field"),
    [
        ("", 422, "a"),
        ("a=ours", 422, "b"),
        ("a=x&b=ours", 422, "a"),
        ("a=ours&b=ep_", 422, "b"),
        ("a=ours&b=ours&c=1", 422, "c"),
        (f"a={NOBODY}&b=ours", 404, "a"),
        (f"a=ours&b={NOBODY}", 404, "b"),
        ("a=ours&b=theirs", 404, "b"),
    ],
)
def test_what_cannot_be_compared_is_named(
    client: FlaskClient, browser: Browser, engine: Engine, query: str, status: int, field: str
) -> None:
    ours = written.queued(engine, fall.goal_of(2.1))
    with writing(engine) as session:
        theirs = episodes.create(
            session, Goal(text="theirs alone"), backend=Backend.STUB, budget_usd=1.0,
            queue_limit=9, owner="somebody_else",
        ).summary.episode_id  # fmt: skip
    address = "/compare?" + query.replace("ours", ours).replace("theirs", theirs)
    answer = client.get(address)
    assert (answer.status_code, answer.json["field"]) == (status, field)
    assert answer.mimetype == "application/problem+json"
    page = browser.get(address)
    missing_only = query in ("", "a=ours")
    assert page.status_code == (200 if missing_only else status)
    assert '<select id="a"' in page.text
    assert ('role="alert"' in page.text) is not missing_only
    assert "theirs alone" not in page.text
    if "a=ours" in query:
        assert f'<option value="{ours}" selected>' in page.text


def test_where_there_is_nothing_to_choose_the_page_leads_to_the_first(browser: Browser) -> None:
    page = browser.get("/compare")
    assert page.status_code == 200
    assert "There is nothing to compare yet" in page.text


def test_one_episode_twice_is_told_as_such(browser: Browser, engine: Engine) -> None:
    held = written.finished(engine)
    assert "This is one simulation twice" in browser.get(f"/compare?a={held}&b={held}").text


@pytest.mark.parametrize("other", ["running", "queued", "vetoed", "failed"])
def test_what_did_not_get_so_far_is_told_as_far_as_it_got(
    browser: Browser, engine: Engine, other: str
) -> None:
    make = {"queued": lambda e: written.queued(e, fall.goal_of(3.0))}
    held, less = written.finished(engine), make.get(other, getattr(written, other))(engine)
    page = browser.get(f"/compare?a={held}&b={less}").text
    assert ('data-live="2000"' in page) is (other in ("running", "queued"))
    assert ("B has no plan" in page) is (other != "running")
    assert ("says so itself" in page) is (other == "vetoed")
    both_are_empty = browser.get(f"/compare?a={less}&b={less}").text
    assert ("Nothing yet" in both_are_empty) is (other in ("running", "queued"))


def test_hostile_text_is_only_text(browser: Browser, engine: Engine) -> None:
    payload = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    hostile, held = written.hostile(engine, payload), written.finished(engine)
    for address in (f"a={hostile}&b={held}", f"a={held}&b={hostile}", f"a={payload}&b={held}"):
        page = browser.get(f"/compare?{address}").text
        assert "<script>alert" not in page
        assert "<img" not in page


def test_an_unchanged_comparison_is_answered_with_304(browser: Browser, engine: Engine) -> None:
    held, broken = written.finished(engine), written.finished(engine, 1.5)
    first = browser.get(f"/compare?a={held}&b={broken}")
    headers = browser.headers | {"If-None-Match": first.headers["ETag"]}
    again = browser.client.get(f"/compare?a={held}&b={broken}", headers=headers)
    assert again.status_code == 304
