"""The pages."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.records.goal import Goal
from tests.evidence_export.walking import walker
from tests.webapp import fall, written
from tests.webapp.conftest import Browser
from tests.webapp.inert import PAYLOADS, Reader, inert


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
    text = Reader(browser.get("/").text).words
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


def test_a_goal_of_no_kind_that_is_known_is_told_so(
    browser: Browser, engine: Engine, tmp_path: Path
) -> None:
    with walker(tmp_path, engine.url.render_as_string()) as by:
        episode_id = by.walk(Goal(text="Colourless green ideas sleep furiously"))
    page = browser.get(f"/simulations/{episode_id}").text
    assert "Nothing that is solved here fits this goal" in page
    assert "with it the goal can be asked again" not in page
    assert "a kind of problem that is solved here" in page.lower()
