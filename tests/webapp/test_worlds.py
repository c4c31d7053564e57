"""/worlds and what hangs below, and /world-state."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.records.goal import Goal
from tests.archive import growing
from tests.archive.growing import BLOCKED, REJECTED, Beat
from tests.webapp import fall, written

NOBODY = "wd_" + "0" * 26
NOWHERE = "nd_" + "0" * 26
NEVER = "tr_" + "0" * 26


def grown(engine: Engine) -> str:
    """Grow a world: two beats, one more and a blocked one from there, a failed one beside."""
    first = growing.walked(
        engine,
        Beat(seconds=(("fall_time", 1.0),)),
        Beat(seconds=(("hold_time", 2.0),)),
        text="A ball falls",
    )
    growing.walked(
        engine,
        Beat(seconds=(("fall_time", 3.0),)),
        Beat(BLOCKED),
        from_node=first[-1].to_node,
    )
    growing.walked(engine, Beat(REJECTED), world_id=first[0].world_id)
    return first[0].world_id


def given(client: FlaskClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json


def pages(client: FlaskClient, address: str) -> Iterator[Any]:
    """Follow `next` to the end."""
    following: str | None = address
    while following is not None:
        page = given(client, following)
        yield page
        following = page["next"]


def test_a_graph_is_read_page_by_page_at_the_addresses_it_gives(
    client: FlaskClient, engine: Engine
) -> None:
    world_id = grown(engine)
    whole = given(client, f"/worlds/{world_id}/graph")
    read = list(pages(client, f"/worlds/{world_id}/graph?limit=2"))

    assert [len(p["transitions"]) for p in read] == [2, 2, 1]
    assert [t for p in read for t in p["transitions"]] == whole["transitions"]
    assert [n for p in read for n in p["nodes"]] == whole["nodes"]
    assert [t["state"] for t in whole["transitions"]] == [
        "ACCEPTED", "ACCEPTED", "ACCEPTED", "EPISTEMICALLY_INCOMPLETE", "REJECTED",
    ]  # fmt: skip
    for step in whole["transitions"]:
        assert step["observation_id"]
        assert len(step["video_sha256"]) == 64
        assert step["because"]
        assert step["episode_id"]


def test_a_graph_is_shown_as_it_was(client: FlaskClient, engine: Engine) -> None:
    world_id = grown(engine)
    whole = given(client, f"/worlds/{world_id}/graph")
    second = whole["transitions"][1]["created_at"]

    then = given(client, f"/worlds/{world_id}/graph?as_of={second}")
    assert then["transitions"] == whole["transitions"][:2]
    assert then["nodes"] == whole["nodes"][:3]
    read = list(pages(client, f"/worlds/{world_id}/graph?limit=1&as_of={second}"))
    assert [t for p in read for t in p["transitions"]] == whole["transitions"][:2]

    in_paris = datetime.fromisoformat(second).astimezone(timezone(timedelta(hours=1))).isoformat()
    assert given(client, f"/worlds/{world_id}/graph?as_of={quote(in_paris)}") == then
    before = (datetime.fromisoformat(whole["nodes"][0]["created_at"]) - timedelta(days=1)).strftime(
        "%Y-%m-%dT%H:%M:%SZ"
    )
    nothing = given(client, f"/worlds/{world_id}/graph?as_of={before}")
    assert (nothing["nodes"], nothing["transitions"]) == ([], [])
    later = given(client, f"/worlds/{world_id}/graph?as_of=2999-01-01T00:00:00Z")
    assert later["transitions"] == whole["transitions"]


@pytest.mark.parametrize(
    "instant",
    [
        "2026-03-01T12:00:00",
        "2026-03-01",
        "1772366400",
        "yesterday",
        "2026-13-01T12:00:00Z",
        "2026-03-01T12:00:00 01:00",
        "٢٠٢٦-03-01T12:00:00Z",
        "9999-12-31T23:59:59-23:59",
        "0001-01-01T00:00:00+23:59",
    ],
)
def test_an_instant_without_zone_or_sense_is_refused(
    client: FlaskClient, engine: Engine, instant: str
) -> None:
    answer = client.get(f"/worlds/{grown(engine)}/graph", query_string={"as_of": instant})
    assert answer.status_code == 422
    assert answer.mimetype == "application/problem+json"
    assert answer.json["field"] == "as_of"


def test_the_way_up_from_a_node_goes_on_at_the_address_it_gives(
    client: FlaskClient, engine: Engine
) -> None:
    world_id = grown(engine)
    whole = given(client, f"/worlds/{world_id}/graph")
    head = whole["nodes"][-1]["node_id"]
    path = f"/worlds/{world_id}/graph?ancestors_of={head}"

    way = given(client, path)
    assert [t["place"] for t in way["transitions"]] == [3, 2, 1]
    assert [n["place"] for n in way["nodes"]] == [3, 2, 1, 0]
    assert (way["next"], way["established_by"]) == (None, None)
    read = list(pages(client, f"{path}&limit=1"))
    assert [t["place"] for p in read for t in p["transitions"]] == [3, 2, 1]
    assert [n["place"] for p in read for n in p["nodes"]] == [3, 2, 1, 0]
    blocked = whole["transitions"][3]["transition_id"]
    tried = given(client, f"/worlds/{world_id}/graph?ancestors_of={blocked}")
    assert [t["place"] for t in tried["transitions"]] == [4, 3, 2, 1]


def test_the_ancestors_of_a_claim_begin_with_what_established_it(
    client: FlaskClient, engine: Engine
) -> None:
    world_id = grown(engine)
    whole = given(client, f"/worlds/{world_id}/graph")
    head = whole["nodes"][-1]
    path = f"/worlds/{world_id}/graph?ancestors_of={head['node_id']}&claim="

    held = given(client, f"{path}ball.hold_time")
    assert held["established_by"] == whole["transitions"][1]["transition_id"]
    assert held["transitions"] == whole["transitions"][1::-1]
    (fact,) = (f for f in head["facts"] if f["attribute"] == "hold_time")
    assert held["transitions"][0]["observation_id"] == fact["observation_id"]
    anew = given(client, f"{path}ball.fall_time")
    assert anew["established_by"] == whole["transitions"][2]["transition_id"]
    read = list(pages(client, f"{path}ball.fall_time&limit=1"))
    assert [t["place"] for p in read for t in p["transitions"]] == [3, 2, 1]
    assert {p["established_by"] for p in read} == {anew["established_by"]}


def test_two_nodes_are_compared(client: FlaskClient, engine: Engine) -> None:
    world_id = grown(engine)
    nodes = given(client, f"/worlds/{world_id}/graph")["nodes"]
    first, last = nodes[1]["node_id"], nodes[3]["node_id"]
    found = given(client, f"/worlds/{world_id}/diff?from={first}&to={last}")

    assert found["common"] == first
    assert [f["attribute"] for f in found["only_to"]] == ["hold_time"]
    (changed,) = found["changed"]
    assert (changed["before"]["quantity"]["value"], changed["after"]["quantity"]["value"]) == (1, 3)
    assert changed["sigma"] == pytest.approx(2 / (0.1 * 2**0.5))
    assert found["from_side"]["transitions"] == 0
    assert found["to_side"]["transitions"] == 2
    assert len(found["to_side"]["episodes"]) == 2


def test_a_world_and_its_branches_are_told(client: FlaskClient, engine: Engine) -> None:
    world_id = grown(engine)
    found = given(client, f"/worlds/{world_id}")
    assert (found["name"], found["transitions"]) == ("A ball falls", 5)
    assert dict(found["episodes"]) == {
        "goal_achieved": 1,
        "goal_impossible": 1,
        "epistemically_incomplete": 1,
    }
    whole = given(client, found["urls"]["graph"])
    assert whole["nodes"][0]["node_id"] == found["root_node"]
    at_once = given(client, found["urls"]["branches"])["branches"]
    read = list(pages(client, f"{found['urls']['branches']}?limit=2"))
    assert [b for p in read for b in p["branches"]] == at_once
    assert [b["outcome"] for b in at_once] == [
        "goal_impossible", "epistemically_incomplete", "goal_achieved",
    ]  # fmt: skip
    assert at_once[1]["root_node"] == at_once[2]["head_node"]


def test_worlds_are_listed_newest_first(client: FlaskClient, engine: Engine) -> None:
    made = [growing.began(engine, Goal(text=f"world {n}"))[1] for n in range(3)]
    read = list(pages(client, "/worlds?limit=2"))
    assert [w["world_id"] for p in read for w in p["worlds"]] == sorted(made, reverse=True)


@pytest.mark.parametrize(
    ("address", "status", "field"),
    [
        (f"/worlds/{NOBODY}", 404, "world_id"),
        (f"/worlds/{NOBODY}/graph", 404, "world_id"),
        (f"/worlds/{NOBODY}/branches", 404, "world_id"),
        (f"/worlds/{NOBODY}/diff?from={NOWHERE}&to={NOWHERE}", 404, "world_id"),
        (f"/worlds/{NOBODY}/graph?ancestors_of={NOWHERE}", 404, "world_id"),
        ("/worlds/x", 404, "world_id"),
        ("/worlds/wd_%00000000000000/graph", 404, "world_id"),
        (f"/worlds/ours/graph?after={NEVER}", 404, "after"),
        (f"/worlds/ours/graph?after={NOWHERE}", 422, "after"),
        ("/worlds/ours/graph?after=7", 422, "after"),
        ("/worlds/ours/graph?after=theirs", 404, "after"),
        ("/worlds/ours/graph?limit=0", 422, "limit"),
        ("/worlds/ours/graph?limit=501", 422, "limit"),
        ("/worlds/ours/graph?limit=many", 422, "limit"),
        (f"/worlds/ours/graph?ancestors_of={NOWHERE}", 404, "ancestors_of"),
        (f"/worlds/ours/graph?ancestors_of={NEVER}", 404, "ancestors_of"),
        ("/worlds/ours/graph?ancestors_of=head&after=theirs", 404, "after"),
        (f"/worlds/ours/graph?ancestors_of={NOWHERE}&after=step", 404, "ancestors_of"),
        ("/worlds/ours/graph?ancestors_of=root&after=step", 404, "after"),
        ("/worlds/ours/graph?ancestors_of=ep_0123456789abc", 422, "ancestors_of"),
        ("/worlds/ours/graph?ancestors_of=head&as_of=2026-01-01T00:00:00Z", 422, "as_of"),
        ("/worlds/ours/graph?claim=ball.fall_time", 422, "claim"),
        ("/worlds/ours/graph?ancestors_of=head&claim=ball.mass", 404, "claim"),
        ("/worlds/ours/graph?ancestors_of=head&claim=ball", 422, "claim"),
        ("/worlds/ours/graph?before=x", 422, "before"),
        ("/worlds/ours/diff?to=head", 422, "from"),
        ("/worlds/ours/diff?from=head", 422, "to"),
        ("/worlds/ours/diff?from=head&to=x", 422, "to"),
        (f"/worlds/ours/diff?from={NOWHERE}&to=head", 404, "from"),
        ("/worlds/ours/diff?from=head&to=elsewhere", 404, "to"),
        ("/worlds?before=ep_0123456789abc", 422, "before"),
        ("/worlds/ours/branches?before=wd_0123456789abc", 422, "before"),
        ("/constraints/priors", 422, "domain"),
        ("/constraints/priors?domain=magic", 422, "domain"),
        ("/constraints/priors?domain=statics&limit=0", 422, "limit"),
    ],
)
def test_what_cannot_be_asked_is_named(
    client: FlaskClient, engine: Engine, address: str, status: int, field: str
) -> None:
    world_id, other = grown(engine), grown(engine)
    ours = given(client, f"/worlds/{world_id}/graph")
    theirs = given(client, f"/worlds/{other}/graph")
    for word, name in {
        "/ours": f"/{world_id}",
        "=head": f"={ours['nodes'][-1]['node_id']}",
        "=elsewhere": f"={theirs['nodes'][-1]['node_id']}",
        "=root": f"={ours['nodes'][0]['node_id']}",
        "=step": f"={ours['transitions'][0]['transition_id']}",
        "=theirs": f"={theirs['transitions'][0]['transition_id']}",
    }.items():
        address = address.replace(word, name)
    answer = client.get(address)
    assert (answer.status_code, answer.json["field"]) == (status, field), answer.text
    assert answer.mimetype == "application/problem+json"
    assert status == 404 or field in answer.json["detail"]


def test_a_goal_forks_a_world_at_a_node(client: FlaskClient, engine: Engine) -> None:
    world_id = grown(engine)
    node = given(client, f"/worlds/{world_id}/graph")["nodes"][1]
    taken = client.post("/simulate", json={"goal": "A ball falls", "from_node": node["node_id"]})
    assert taken.status_code == 202
    state = given(client, taken.json["urls"]["world_state"])
    assert (state["world_id"], state["head"]["node_id"]) == (world_id, node["node_id"])
    assert state["head"]["facts"] == node["facts"]
    refused = client.post(
        "/simulate", json={"goal": "A ball falls", "from_node": node["node_id"], "world_id": NOBODY}
    )
    assert (refused.status_code, refused.json["field"]) == (404, "world_id")


def test_an_accepted_transition_leads_to_a_node_with_its_facts(
    client: FlaskClient, engine: Engine
) -> None:
    episode_id = written.finished(engine, 2.1)
    state = client.get(f"/world-state/{episode_id}").json
    (transition,) = state["transitions"]
    (fact,) = state["head"]["facts"]
    assert transition["to_node"] == state["head"]["node_id"]
    assert transition["video_sha256"] == fall.SHA
    assert fact["observation_id"] == transition["observation_id"]
    assert fact["attribute"] == "fall_time"


def test_a_rejected_transition_leads_nowhere_and_establishes_nothing(
    client: FlaskClient, engine: Engine
) -> None:
    state = client.get(f"/world-state/{written.finished(engine, 1.5)}").json
    assert [t["to_node"] for t in state["transitions"]] == [None]
    assert state["head"]["facts"] == []


def test_a_vetoed_goal_has_no_transition(client: FlaskClient, engine: Engine) -> None:
    assert client.get(f"/world-state/{written.vetoed(engine)}").json["transitions"] == []


def test_the_page_of_a_blocked_goal_shows_what_it_tried(
    client: FlaskClient, engine: Engine
) -> None:
    (step,) = growing.walked(engine, Beat(BLOCKED))
    page = client.get(f"/simulations/{step.episode_id}", headers={"Accept": "text/html"}).text
    assert step.because in page
    assert "nowhere" in page
