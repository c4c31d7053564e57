"""The pages."""

import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
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

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "{{ 'no' * 9 }}{% raise %}",
    "${7*191}#{7*191}",
    "javascript:alert(1)",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
    "<style>@import'//evil.example'</style>",
    "<base href=//evil.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "a ball\u2028falls <b onclick=alert(1)>now</b>",
)  # fmt: skip


class Reader(HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def inert(page: str) -> Reader:
    read = Reader(page)
    for tag, attributes in read.tags:
        assert tag not in {"iframe", "object", "embed", "base", "style", "math", "img"}
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)
        assert "style" not in attributes
        if tag == "script":
            assert re.fullmatch(r"/static/[a-z]+\.js\?v=[0-9a-f]{12}", attributes["src"] or "")
        for name in ("href", "src", "action"):
            assert (attributes.get(name) or "/").startswith(("/", "#")), attributes
    return read


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_inert_on_every_page(
    browser: Browser, engine: Engine, payload: str
) -> None:
    episode_id = written.hostile(engine, payload)
    quoted = payload.replace("&", "%26").replace("#", "%23").replace(" ", "+")
    quoted = quoted.replace('"', "%22").replace("{", "%7B").replace("%7B%", "%7B%25")
    for address in ("/", f"/simulations/{episode_id}", f"/new?goal={quoted}&seed={quoted}"):
        page = browser.get(address)
        assert page.status_code == 200
        inert(page.text)
    shown = inert(browser.get(f"/simulations/{episode_id}").text).text
    assert shown.count(payload) >= 5  # shown as it was written, wherever it appears
    assert "nono" not in shown
    fields = {"goal": payload + "\x00", "seed": payload, "form_token": browser.token()}
    again = browser.post("/simulate", fields)
    assert again.status_code == 422
    inert(again.text)


def test_an_empty_index_says_what_to_do_next(browser: Browser) -> None:
    page = browser.get("/").text
    assert "Nothing has been simulated yet" in page
    assert 'href="/new?goal=' in page


def test_the_index_gives_every_outcome_a_shape_and_a_word(browser: Browser, engine: Engine) -> None:
    written.finished(engine, 2.1)
    written.finished(engine, 1.5)
    written.running(engine)
    written.failed(engine)
    page = browser.get("/").text
    rows = re.findall(r"<tr>(.*?)</tr>", page.split("<tbody>")[1], re.DOTALL)
    marks = {
        re.search(r"<span>([^<]+)</span></span>", row).group(1): re.search(
            r"(<svg.*?</svg>)", row, re.DOTALL
        ).group(1)
        for row in rows
    }
    assert set(marks) == {"Achieved", "Impossible", "In progress", "Failed"}
    assert len(set(marks.values())) == len(marks)  # told apart by shape alone


def test_filters_stay_in_the_address_and_paging_keeps_them(
    browser: Browser, engine: Engine
) -> None:
    for i in range(4):
        written.queued(engine, fall.goal_of(2.1, f", run {i}"))
    page = browser.get("/?limit=3&status=queued&q=steel").text
    older = re.search(r'href="([^"]+)" rel="next"', page).group(1).replace("&amp;", "&")
    assert "status=queued" in older
    assert "q=steel" in older
    assert 'value="queued" selected' in page
    last = browser.get(older).text
    assert last.count("/simulations/ep_") == 1
    assert 'rel="next"' not in last
    assert "No simulation matches" in browser.get("/?q=nothing+like+it").text


def test_the_list_pages_both_ways_and_says_how_many_there_are(
    browser: Browser, engine: Engine
) -> None:
    for i in range(5):
        written.queued(engine, fall.goal_of(2.1, f", run {i}"))

    def runs(page: str) -> list[str]:
        return re.findall(r"run (\d)</a>", page)

    def link(page: str, rel: str) -> str:
        return re.search(rf'href="([^"]+)" rel="{rel}"', page).group(1).replace("&amp;", "&")

    first = browser.get("/?limit=2&q=steel").text
    assert runs(first) == ["4", "3"]
    assert "2 of 5 that match" in first
    assert 'rel="prev"' not in first
    second = browser.get(link(first, "next")).text
    third = browser.get(link(second, "next")).text
    assert (runs(second), runs(third)) == (["2", "1"], ["0"])
    assert 'rel="next"' not in third
    back = browser.get(link(third, "prev")).text
    assert runs(back) == ["2", "1"]
    front = browser.get(link(back, "prev")).text
    assert runs(front) == ["4", "3"]
    assert 'rel="prev"' not in front
    assert 'href="/?limit=2&amp;q=steel"' in back  # the newest, with the same filter


def test_the_list_says_what_each_outcome_hangs_on(browser: Browser, engine: Engine) -> None:
    written.finished(engine, 1.5)
    written.vetoed(engine)
    written.running(engine)
    text = " ".join(Reader(browser.get("/").text).text.split())
    assert f"falls in time: margin −{fall.FALL_S - 1.5:.4g} s, " in text
    assert "floats: violated" in text
    assert text.count("margin") == 1


def test_two_of_the_list_are_chosen_for_a_comparison(browser: Browser, engine: Engine) -> None:
    made = [written.queued(engine, fall.goal_of(2.1, f", run {i}")) for i in range(2)]
    page = browser.get("/").text
    assert '<form id="compare" method="get" action="/compare">' in page
    for name in "ab":
        for episode_id in made:
            assert f'form="compare" name="{name}" value="{episode_id}"' in page


def test_the_form_is_filled_from_the_address(browser: Browser) -> None:
    page = browser.get("/new?goal=A+ball+falls&seed=5&backend=svd").text
    assert ">\nA ball falls</textarea>" in page
    assert 'value="5"' in page
    assert 'value="svd" selected' in page


def test_a_finished_simulation_shows_outcome_claims_reading_film_world_and_provenance(
    browser: Browser, engine: Engine
) -> None:
    page = browser.get(f"/simulations/{written.finished(engine, 1.5)}").text
    read = Reader(page)
    text = " ".join(read.text.split())
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
    text = " ".join(Reader(page).text.split())
    assert f"Attempt 2 {because}" in text
    assert text.count(because) == 1
    assert "<dt>Cost policy</dt><dd>balanced</dd>" in page


def test_what_was_so_over_time_is_said_beside_its_margin(browser: Browser, engine: Engine) -> None:
    constraint = asked(TemporalOperator.ALWAYS, 0, 3)
    finding = found(constraint, [0.1, 0.3, 4.0, 0.1])
    page = browser.get(f"/simulations/{written.finished(engine, besides=((constraint, finding),))}")
    read = Reader(page.text)
    text = " ".join(read.text.split())
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
    text = " ".join(Reader(page).text.split())
    assert text.count("done once, for every beat and attempt") == 1


def test_a_film_says_when_it_goes_and_once_gone_what_still_stands(
    browser: Browser, engine: Engine
) -> None:
    address = f"/simulations/{written.finished(engine)}"
    kept = " ".join(Reader(browser.get(address).text).text.split())
    assert "will be deleted in 2 d" in kept
    with writing(engine) as session:
        now = datetime.now(UTC)
        retention.mark_deleted(session, "film:1", now, before=now + timedelta(seconds=1))
    gone = " ".join(Reader(browser.get(address).text).text.split())
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
    text = " ".join(
        Reader(browser.get(f"/simulations/{written.finished(engine)}").text).text.split()
    )
    assert "Achieved" in text
    assert "ball: fall time" in text
    assert "Accepted" in text


def test_a_running_simulation_refreshes_itself_and_can_be_stopped(
    browser: Browser, engine: Engine
) -> None:
    page = browser.get(f"/simulations/{written.running(engine)}").text
    text = " ".join(Reader(page).text.split())
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
    text = " ".join(page.text.split())
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


def test_pages_load_nothing_from_elsewhere(browser: Browser, engine: Engine) -> None:
    for address in ("/", "/new", f"/simulations/{written.finished(engine)}"):
        inert(browser.get(address).text)


def test_an_unchanged_page_is_304_for_its_browser(browser: Browser, engine: Engine) -> None:
    address = f"/simulations/{written.running(engine)}"
    etag = browser.get(address).headers["ETag"]
    again = browser.client.get(address, headers=browser.headers | {"If-None-Match": etag})
    assert again.status_code == 304


def test_a_browser_that_looks_for_an_icon_beside_an_answer_finds_it(client: FlaskClient) -> None:
    answer = client.get("/favicon.ico", follow_redirects=True)
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")


def test_a_parameter_s_origin_is_named_alike_wherever_it_is_shown(
    client: FlaskClient, engine: Engine
) -> None:
    shown = client.get(f"/simulations/{written.finished(engine)}").text
    asked = client.get("/new", query_string={"goal": fall.goal_of(2.1).text}).text
    for page in (shown, asked):
        assert ">the goal</td>" in page or ">the goal <" in page
        assert ">user<" not in page


def test_observers_that_nobody_has_scored_say_how_to(client: FlaskClient, engine: Engine) -> None:
    written.finished(engine)
    page = client.get("/observers").text
    assert "Say what this film really shows" in page
    assert "People: valid" not in page
