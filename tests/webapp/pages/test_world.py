"""The pages of worlds: what they say, and where they lead."""

import html
import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.records.goal import Goal
from tests.archive import growing
from tests.archive.growing import BLOCKED, Beat
from tests.webapp import fall, written
from tests.webapp.conftest import Browser
from tests.webapp.test_worlds import NOBODY, NOWHERE, given, grown
from webapp.pages import world


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def links(page: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(r'href="([^"]+)"', page)]


def test_people_get_pages_where_programs_get_records(
    browser: Browser, client: FlaskClient, engine: Engine
) -> None:
    world_id = grown(engine)
    head = given(client, f"/worlds/{world_id}/graph")["nodes"][-1]["node_id"]
    for address in (
        "/worlds",
        f"/worlds/{world_id}",
        f"/worlds/{world_id}/branches",
        f"/worlds/{world_id}/graph",
        f"/worlds/{world_id}/graph?ancestors_of={head}&claim=ball.fall_time",
        f"/worlds/{world_id}/diff?from={head}&to={head}",
    ):
        page = browser.get(address)
        assert (page.status_code, page.mimetype) == (200, "text/html")
        assert page.text.count("<h1") == 1
        assert client.get(address).mimetype == "application/json"


def test_the_list_tells_goals_outcomes_and_growth_page_by_page(
    browser: Browser, engine: Engine
) -> None:
    world_id = grown(engine)
    growing.began(engine, Goal(text="A ball rolls"))
    page = browser.get("/worlds?limit=1").text
    assert "A ball rolls" in page
    assert "A ball falls" not in page
    (further,) = [link for link in links(page) if "before=wd_" in link]
    page = browser.get(further).text
    told = words(page)
    assert "A ball falls" in told
    assert "Achieved 1 Impossible 1 Evidence missing 1 5" in told
    assert f"/worlds/{world_id}" in links(page)
    assert "There is no older world" in browser.get(f"/worlds?before={world_id}").text


def test_where_there_is_no_world_the_list_leads_to_the_first(browser: Browser) -> None:
    page = browser.get("/worlds")
    assert "There is no world yet" in page.text
    assert "/new" in links(page.text)


def test_a_world_tells_what_holds_what_failed_and_where_to_go_on(
    browser: Browser, client: FlaskClient, engine: Engine
) -> None:
    world_id = grown(engine)
    nodes = given(client, f"/worlds/{world_id}/graph")["nodes"]
    page = browser.get(f"/worlds/{world_id}").text
    told = words(page)
    assert "3 simulations, 5 transitions" in told
    assert "ball: fall time 3.00 ± 0.10 s" in told
    assert "beat 1 is EPISTEMICALLY_INCOMPLETE" in told
    assert "beat 0 is REJECTED" in told
    assert f"/new?from_node={nodes[-1]['node_id']}" in links(page)
    assert f"/new?world_id={world_id}" in links(page)
    for node in nodes:
        assert f'<option value="{node["node_id"]}"' in page
    assert f'<option value="{nodes[-1]["node_id"]}" selected' in page


def test_a_world_in_which_nothing_was_observed_says_so(browser: Browser, engine: Engine) -> None:
    _, world_id = growing.began(engine, Goal(text="A ball falls"))
    told = words(browser.get(f"/worlds/{world_id}").text)
    for said in ("No fact has been established", "Nothing has been observed yet", "0 transitions"):
        assert said in told


def test_a_large_world_is_drawn_from_its_end_and_paged_back_to_its_root(
    browser: Browser, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world, "MOST_DRAWN", 3)
    steps = growing.walked(engine, *[Beat(seconds=(("fall_time", float(n)),)) for n in range(8)])
    world_id = steps[0].world_id

    def drawn(page: str) -> list[str]:
        return re.findall(r'data-step="(tr_\w+)"', page)

    page = browser.get(f"/worlds/{world_id}").text
    names = [step.transition_id for step in steps]
    assert drawn(page) == names[5:]
    assert "the newest 3 of 8 transitions" in words(page)
    (back,) = [link for link in links(page) if "limit=3" in link]
    page = browser.get(back).text
    assert drawn(page) == names[2:5]
    assert "Transitions 3 to 5 of 8" in words(page)
    pages = {
        word: link for link, word in re.findall(r'href="([^"]+)" rel="(?:prev|next)">(\w+)', page)
    }
    assert set(pages) == {"Earlier", "Later"}
    page = browser.get(html.unescape(pages["Earlier"])).text
    assert drawn(page)[:2] == names[:2]
    assert "Earlier" not in words(page)


def test_a_graph_is_shown_as_it_was(browser: Browser, client: FlaskClient, engine: Engine) -> None:
    world_id = grown(engine)
    second = given(client, f"/worlds/{world_id}/graph")["transitions"][1]["created_at"]
    page = browser.get(f"/worlds/{world_id}/graph?as_of={second}").text
    assert page.count("data-step=") == 2
    assert "As it was at" in page
    nothing = browser.get(f"/worlds/{world_id}/graph?as_of=2020-01-01T00:00:00Z").text
    assert "it did not exist then" in nothing
    refused = browser.get(f"/worlds/{world_id}/graph?as_of=yesterday")
    assert (refused.status_code, refused.mimetype) == (422, "text/html")


def test_two_states_are_told_apart(browser: Browser, client: FlaskClient, engine: Engine) -> None:
    world_id = grown(engine)
    nodes = [node["node_id"] for node in given(client, f"/worlds/{world_id}/graph")["nodes"]]
    page = browser.get(f"/worlds/{world_id}/diff?from={nodes[1]}&to={nodes[3]}").text
    told = words(page)
    assert "1 added, 1 changed, 0 only in the first, 0 the same" in told
    assert "ball: fall time 1.00 ± 0.10 s 3.00 ± 0.10 s 14.1 σ" in told
    assert f"/worlds/{world_id}/diff?from={nodes[3]}&to={nodes[1]}" in links(page)
    told = words(browser.get(f"/worlds/{world_id}/diff?from={nodes[2]}&to={nodes[3]}").text)
    assert "1 fact is the same" in told
    same = words(browser.get(f"/worlds/{world_id}/diff?from={nodes[1]}&to={nodes[1]}").text)
    assert "they are one and the same" in same


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 200), ("from=first", 200), ("from=x&to=first", 422), (f"from={NOWHERE}&to=first", 404)],
)
def test_states_that_are_not_there_are_chosen_again(
    browser: Browser, client: FlaskClient, engine: Engine, query: str, status: int
) -> None:
    world_id = grown(engine)
    root = given(client, f"/worlds/{world_id}")["root_node"]
    page = browser.get(f"/worlds/{world_id}/diff?{query.replace('first', root)}")
    assert page.status_code == status
    assert ('id="from-fault"' in page.text) is (status != 200)
    if query:
        assert f'<option value="{root}" selected' in page.text


@pytest.mark.parametrize("below", ["", "/graph", "/branches", f"/diff?from={NOWHERE}&to={NOWHERE}"])
def test_a_world_that_is_not_there_has_no_page(browser: Browser, below: str) -> None:
    page = browser.get(f"/worlds/{NOBODY}{below}")
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert "GET /worlds lists them" in words(page.text)


def test_branches_are_listed_page_by_page(browser: Browser, engine: Engine) -> None:
    world_id = grown(engine)
    page = browser.get(f"/worlds/{world_id}/branches?limit=2").text
    assert page.count("<tr>") == 3
    (further,) = [link for link in links(page) if "before=ep_" in link]
    last = browser.get(further).text
    assert "A ball falls" in words(last)
    assert "Older" not in last


def test_hostile_text_is_only_text(browser: Browser, engine: Engine) -> None:
    payload = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    steps = growing.walked(engine, Beat(seconds=(("fall_time", 1.0),)), Beat(BLOCKED), text=payload)
    world_id = steps[0].world_id
    for below in ("", "/branches", "/graph"):
        page = browser.get(f"/worlds/{world_id}{below}").text
        assert "<script>alert" not in page
        assert "<img" not in page
    assert "<script>alert" not in browser.get("/worlds").text


def test_the_page_of_a_simulation_and_of_its_world_agree(browser: Browser, engine: Engine) -> None:
    episode_id = written.finished(engine)
    world_id = browser.client.get(f"/world-state/{episode_id}").json["world_id"]
    page = browser.get(f"/worlds/{world_id}").text
    assert f"/simulations/{episode_id}" in links(page)
    assert f"{fall.FALL_S:.1f}" in words(page)
