"""The page that asks, without its script."""

import json
import re
import shlex

import pytest
from sqlalchemy import Engine

from storyworld.archive.engine import reading
from storyworld.archive.world import head
from tests.webapp import written
from tests.webapp.conftest import Browser
from tests.webapp.inert import PAYLOADS, Reader, inert
from webapp.pages.asking import DROP, REWORD

WALL = "A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away"


def words(page: str) -> str:
    return Reader(page).words


def asked(browser: Browser, **fields: str) -> str:
    answer = browser.post("/new", {"form_token": browser.token(), **fields})
    assert answer.status_code == 200
    return answer.text


def test_the_preview_shows_reading_prediction_margin_and_what_would_turn_it(
    browser: Browser,
) -> None:
    page = asked(browser, goal=WALL)
    text = words(page)
    assert "Expected: Achieved" in text
    assert "The solver finds that it holds: It passes above the wall" in text
    assert "margin +2.55 ± 0.17 m" in text
    assert 'class="margin"' in page
    assert "projectile kinematics, read with confidence" in text
    assert "1speed20.000 ± 0.058 m/sthe goal" in text
    assert "gravity9.810 ± 0.015 m/s²assumed" in text
    assert re.search(r'href="#read-3"[^>]*><mark>5 m</mark><sup>3</sup>', page)
    assert 'id="read-3"' in page
    assert "Holds from 14.1 m/s launch speed" in text
    assert "impossible then" in text
    assert "y(x) = y0 + x tan(theta)" in text


def test_what_is_missing_says_what_to_write(browser: Browser) -> None:
    page = asked(browser, goal="A ball is dropped and lands in under 2 s")
    assert "Evidence missing" in words(page)
    assert "heightmissingnowhere given how long the fall takes turns on it" in words(page)
    assert "Write “height of the drop" in words(page)


def test_beats_what_stays_open_and_the_gate_are_said(browser: Browser) -> None:
    text = words(asked(browser, goal="A crate slides down a 30 deg ramp with static friction 0.3, "
                                     "then falls 2 m in under 0.5 s"))  # fmt: skip
    assert "beat 2 of 2 decides" in text
    assert "Beat 1: incline" in text
    assert "Beat 2: free fall" in text
    text = words(asked(browser, goal="A ball dropped from 20 m lands in 2.1 s and turns blue"))
    assert "Stays open" in text
    text = words(asked(browser, goal="A stone floats motionless in mid-air without support"))
    assert "Contradicts itself" in text
    assert "gravity: what nothing supports falls" in text


def test_everything_typed_is_kept_and_goes_into_the_commands(browser: Browser) -> None:
    typed = {
        "goal": WALL, "budget_usd": "2.5", "risk_profile": "high", "cost_policy": "frugal",
        "backend": "svd", "seed": "7", "requires_visual_verification": "true",
        "observer_impact": "blocking", "earlier": "A wall\nstands",
    }  # fmt: skip
    page = asked(browser, **typed)
    for name in ("budget_usd", "seed"):
        assert re.search(rf'name="{name}"[^>]* value="{typed[name]}"', page)
    for value in ("high", "frugal", "svd", "true", "blocking"):
        assert f'value="{value}" selected' in page
    assert ">\nA wall\nstands</textarea>" in page
    shown = re.findall(r'<pre class="code"[^>]*><code>(.*?)</code>', page, re.DOTALL)
    curl, python, cli = (Reader(block).text for block in shown)
    body = json.loads(shlex.split(curl.replace("\\\n", ""))[-1])
    assert body == {
        "goal": WALL, "budget_usd": 2.5, "risk_profile": "high", "cost_policy": "frugal",
        "backend": "svd", "seed": 7, "requires_visual_verification": True,
        "observer_impact": "blocking", "earlier": "A wall\nstands",
    }  # fmt: skip
    assert "requires_visual_verification=True" in python
    assert {"--seed=7", "--visual", WALL} <= set(shlex.split(cli))


def test_an_error_names_its_field_and_the_form_is_kept(browser: Browser) -> None:
    page = asked(browser, goal=WALL, budget_usd="much")
    assert "It cannot be read as it stands" in words(page)
    assert 'href="#budget_usd"' in page
    assert 'value="much"' in page
    page = asked(browser, goal=WALL, from_node="nd_" + "0" * 26)
    assert "there is no node" in words(page)


def test_a_button_of_the_preview_changes_the_goal_and_keeps_the_rest(browser: Browser) -> None:
    page = asked(browser, goal=WALL, seed="7")
    other = Reader(page)
    wordings = [a["value"] for tag, a in other.tags if a.get("name") == REWORD]
    assert len(wordings) == 4
    again = asked(browser, goal=WALL, seed="7", **{REWORD: wordings[1] or ""})
    assert f">\n{wordings[1]}</textarea>" in again
    assert "Expected: Impossible" in words(again)
    assert re.search(r'name="seed"[^>]* value="7"', again)


def test_what_is_established_where_it_starts_is_said_and_can_be_dropped(
    browser: Browser, engine: Engine
) -> None:
    with reading(engine) as session:
        node = head(session, written.finished(engine))
    page = browser.get(f"/new?goal=That+steel+ball+lands&from_node={node.node_id}").text
    assert "ball: fall time" in words(page)
    assert f'value="{node.node_id}"' in page
    fields = {"goal": WALL, "from_node": node.node_id, "world_id": node.world_id, DROP: "start"}
    page = asked(browser, **fields)
    assert node.node_id not in page
    assert node.world_id not in page


def test_two_thousand_characters_of_any_script_fit_into_the_form(browser: Browser) -> None:
    assert 'action="/simulate" enctype="multipart/form-data"' in browser.get("/new").text
    fields = {"form_token": browser.token(), "goal": "\N{CJK UNIFIED IDEOGRAPH-7403}" * 2000}
    answer = browser.client.post(
        "/new", data=fields, headers=browser.headers, content_type="multipart/form-data"
    )
    assert answer.status_code == 200
    assert "not in Latin script" in words(answer.text)


def test_the_fragment_alone_is_what_the_page_holds(browser: Browser) -> None:
    answer = browser.client.post("/preview", json={"goal": WALL}, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert 'data-state="seen"' in answer.text
    assert words(answer.text) in words(asked(browser, goal=WALL))
    empty = browser.client.post("/preview", json={}, headers={"Accept": "text/html"})
    assert 'data-state="empty"' in empty.text
    wrong = browser.client.post(
        "/preview", json={"goal": WALL, "seed": "x"}, headers={"Accept": "text/html"}
    )
    assert (wrong.status_code, 'href="#seed"' in wrong.text) == (422, True)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_inert_in_the_preview(browser: Browser, payload: str) -> None:
    goal = f"A ball dropped from 20 m lands in under 2.1 s {payload}"
    shown = inert(asked(browser, goal=goal, earlier=payload, backend=payload))
    assert payload in shown.text
    page = inert(asked(browser, goal=goal, earlier=payload))
    assert page.text.count(payload) >= 2
