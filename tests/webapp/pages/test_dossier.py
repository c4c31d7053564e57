"""The page of one simulation."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import Engine

from storyworld.archive import retention
from storyworld.archive.engine import writing
from storyworld.records.constraint import TemporalOperator
from storyworld.records.evidence import FrameRange
from storyworld.records.identity import new_id
from storyworld.records.observation import Law, Verdict, Violation
from storyworld.records.provenance import Agent, AgentKind, Try, TryResult
from tests.epistemics.test_temporal import asked, found
from tests.webapp import fall, written
from tests.webapp.conftest import Browser
from tests.webapp.inert import PAYLOADS, Reader, inert


def test_a_finished_simulation_shows_outcome_claims_reading_film_world_and_provenance(
    browser: Browser, engine: Engine
) -> None:
    page = browser.get(f"/simulations/{written.finished(engine, 1.5)}").text
    read = Reader(page)
    text = read.words
    assert "Impossible" in text
    assert "confidence 94 %" in text
    assert "0.94 = margin 0.98, agreement 0.96" in text
    assert f"The fall takes {fall.FALL_S:.3f} s, beyond the 1.5 s that were asked." in text
    margin = f"−{fall.FALL_S - 1.5:.4f} ± 0.0030 s"
    assert margin in text
    assert "≤ 1.5 s" in text
    assert "= 9.807 ± 0.5 m/s²" in text
    assert "drop it from 11 m or less" in text
    assert '<mark title="height">20 m</mark>' in page
    assert "standard gravity" in text
    assert "impact speed" in text
    assert "the contact lasts one frame" in text
    assert "no state came of it" in text
    assert text.count("Rejected") == 2
    for stage in ("plan", "render", "observe", "evaluate", "commit"):
        assert f"{stage} agent" in text
    assert 'http-equiv="refresh"' not in page
    assert "Terminate</button>" not in page


def test_an_attempt_says_why_it_is_filmed_so(browser: Browser, engine: Engine) -> None:
    because = "fall time had too few samples: filmed again at 60 Hz instead of 30 Hz"
    page = browser.get(f"/simulations/{written.filmed_again(engine, because)}").text
    text = Reader(page).words
    assert f"Attempt 2 {because}" in text
    assert text.count(because) == 1
    assert "<dt>Cost policy</dt><dd>balanced</dd>" in page


def test_what_was_so_over_time_is_said_beside_its_margin(browser: Browser, engine: Engine) -> None:
    constraint = asked(TemporalOperator.ALWAYS, 0, 3)
    finding = found(constraint, [0.1, 0.3, 4.0, 0.1])
    page = browser.get(f"/simulations/{written.finished(engine, besides=((constraint, finding),))}")
    read = Reader(page.text)
    text = read.words
    assert "box shift does not stay at most 1 m from 0 to 0.3 s: worst 4 m at 0.2 s" in text
    assert "−3 m" in text


def test_the_measured_series_is_drawn_with_its_gap_open(browser: Browser, engine: Engine) -> None:
    page = browser.get(f"/simulations/{written.finished(engine)}").text
    assert page.count('<polyline class="series"') == 2
    assert page.count('<polygon class="band"') == 2
    assert "ball height, m" in page


def test_a_second_attempt_says_that_planning_was_done_once(
    browser: Browser, engine: Engine
) -> None:
    page = browser.get(f"/simulations/{written.filmed_again(engine, 'too small')}").text
    text = Reader(page).words
    assert text.count("done once, for every beat and attempt") == 1


def test_a_film_says_when_it_goes_and_once_gone_what_still_stands(
    browser: Browser, engine: Engine
) -> None:
    address = f"/simulations/{written.finished(engine)}"
    kept = Reader(browser.get(address).text).words
    assert "will be deleted in 2 d" in kept
    with writing(engine) as session:
        now = datetime.now(UTC)
        retention.mark_deleted(session, "film:1", now, before=now + timedelta(seconds=1))
    gone = Reader(browser.get(address).text).words
    assert "deleted just now" in gone
    assert "What was decided of it stands" in gone
    assert "will be deleted" not in gone


@pytest.mark.parametrize(("pace", "told"), [(1.0, {}), (0.5, {"fps": ["60"]})])
def test_a_film_can_be_downloaded_and_judged_as_anybodys_with_its_scale_and_pace(
    browser: Browser, engine: Engine, pace: float, told: dict[str, list[str]]
) -> None:
    episode_id = written.finished(engine, pace=pace)
    read = Reader(browser.get(f"/simulations/{episode_id}").text)
    (film,) = [a["href"] for tag, a in read.tags if tag == "a" and "download" in a]
    assert film == f"/episodes/{episode_id}/film?beat=0&attempt=0"
    (judge,) = [a["href"] for _, a in read.tags if (a.get("href") or "").startswith("/judge?")]
    goal = fall.goal_of(2.1).text
    assert parse_qs(urlsplit(judge).query) == {"goal": [goal], "px_per_m": ["15"], **told}
    form = browser.get(judge or "").text
    assert goal in form
    assert 'value="15"' in form


def test_the_run_that_asked_the_same_before_is_one_link_away(
    browser: Browser, engine: Engine
) -> None:
    first, second = written.finished(engine), written.finished(engine)
    page = browser.get(f"/simulations/{second}").text
    assert f'href="/compare?a={first}&amp;b={second}"' in page
    assert "with the run before" not in browser.get(f"/simulations/{first}").text


def test_the_log_tells_what_happened_at_which_instant(browser: Browser, engine: Engine) -> None:
    page = browser.get(f"/simulations/{written.finished(engine)}").text
    lines = page.split('id="log-lines"')[1].split("</details>")[0]
    assert lines.count("<tr>") == 13  # a head, made, started and done five times, and the end
    assert re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC</time></td><td>created</td>", lines)


def test_an_achieved_goal_shows_what_was_established(browser: Browser, engine: Engine) -> None:
    text = Reader(browser.get(f"/simulations/{written.finished(engine)}").text).words
    assert "Achieved" in text
    assert "ball: fall time" in text
    assert "Accepted" in text


def test_a_running_simulation_refreshes_itself_and_can_be_stopped(
    browser: Browser, engine: Engine
) -> None:
    page = browser.get(f"/simulations/{written.running(engine)}").text
    text = Reader(page).words
    assert '<noscript><meta http-equiv="refresh"' in page
    assert 'data-live="' in page
    assert "stage render, attempt 1" in text
    assert "Working" in text
    assert "the solver predicts in time" in text
    assert "not reached" in text
    assert "Terminate</button>" in page


def test_a_queued_simulation_has_a_page(browser: Browser, engine: Engine) -> None:
    episode_id = written.queued(engine, fall.goal_of(2.1))
    text = Reader(browser.get(f"/simulations/{episode_id}").text).text
    assert "Queued" in text
    assert "Waiting" in text


def test_a_vetoed_goal_names_its_contradiction(browser: Browser, engine: Engine) -> None:
    text = Reader(browser.get(f"/simulations/{written.vetoed(engine)}").text).text
    assert "What the goal says of itself" in text
    assert "a heavy body floats without support" in text
    assert "something must carry its weight" in text


def test_a_broken_law_and_every_question_to_a_model_are_shown(
    browser: Browser, engine: Engine
) -> None:
    asked = Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model=PAYLOADS[1])
    tries = (
        Try(agent=asked, result=TryResult.RATE_LIMITED, detail=f"HTTP 429: {PAYLOADS[0]}"),
        Try(
            agent=asked, result=TryResult.USED, input_tokens=900, output_tokens=40, cost_usd=0.00082
        ),
    )
    broken = Violation(
        law=Law.TELEPORT, frames=FrameRange(first=12, last=13), subject="ball", words=PAYLOADS[1]
    )
    seen = fall.observation(3).revised(
        observer=asked, observation_id=new_id("ob"), evidence=(), abstentions=(), series=(),
        verdict=Verdict.IMPOSSIBLE, violations=(broken,), tries=tries,
    )  # fmt: skip
    page = inert(browser.get(f"/simulations/{written.finished(engine, beside=(seen,))}").text)
    text = page.words
    assert "teleport: ball" in text
    assert f"12–13{PAYLOADS[1]}" in text  # cells stand beside one another
    assert "Asked 2 times" in text
    assert f"0 tokens in, 0 out, cost unknown: HTTP 429: {PAYLOADS[0]}" in text
    assert "900 tokens in, 40 out, $0.0008" in text


def test_a_cost_that_is_not_known_is_not_shown_as_nothing(browser: Browser, engine: Engine) -> None:
    asked = Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model="new")
    episode_id = written.running(engine)
    for usd, total, row in ((None, "unknown", "unknown"), (0.25, "at least $0.25", "$0.25")):
        tried = Try(agent=asked, result=TryResult.USED, cost_usd=usd)
        written.watched(engine, episode_id, tried)
        page = Reader(browser.get(f"/simulations/{episode_id}").text).text
        assert f"Cost{total}" in page.replace(" ", "").replace("atleast", "at least ")
        assert row in page
        assert total in Reader(browser.get("/").text).text


def test_a_failed_run_is_no_verdict_and_shows_its_reason(browser: Browser, engine: Engine) -> None:
    text = Reader(browser.get(f"/simulations/{written.failed(engine)}").text).text
    assert "Failed" in text
    assert "Impossible" not in text
    assert "the encoder ended with status 1" in text
    assert "run storyworld doctor" in text
