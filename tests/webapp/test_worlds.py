"""/world-state."""

from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.webapp import fall, written


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
