"""/constraints/priors, and where a page shows them."""

from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.archive import attempts, memory
from storyworld.archive.engine import writing
from storyworld.records.goal import Domain, Goal, RiskProfile
from storyworld.stages import evaluate
from tests import making
from tests.archive import growing
from tests.webapp import written


def refused(engine: Engine) -> str:
    """Write a fall that takes too long, and remember it."""
    episode_id, beat = written.finished(engine, 1.5), making.beat(2.5)
    judgement = evaluate(beat, (making.observation(2.5),), risk=RiskProfile.MEDIUM)
    with writing(engine) as session:
        memory.remember(session, episode_id, beat.scenario, judgement)
    return episode_id


def test_the_constraints_that_stood_against_a_domain_are_given(
    client: FlaskClient, engine: Engine
) -> None:
    episode_id = refused(engine)
    found = client.get("/constraints/priors?domain=kinematics").json
    assert found["domain"] == "kinematics"
    (prior,) = found["priors"]
    assert prior["constraint_id"] == "fall_time_at_most"
    assert (prior["tested"], prior["violated"]) == (1, 1)
    assert prior["last_episode"] == episode_id
    assert client.get("/constraints/priors?domain=optics").json["priors"] == []


def test_the_page_of_a_goal_shows_what_stood_against_earlier_ones(
    client: FlaskClient, engine: Engine
) -> None:
    before = refused(engine)
    with writing(engine) as session:
        priors = memory.priors(session, Domain.KINEMATICS)
    episode_id, _ = growing.began(engine, Goal(text="A ball dropped from 20 m lands in time"))
    with writing(engine) as session:
        attempts.save_beats(session, episode_id, (making.beat().revised(priors=priors),))
    page = client.get(f"/simulations/{episode_id}", headers={"Accept": "text/html"}).text
    assert "What stood against earlier goals in this domain" in page
    assert "violated in 1 of 1 tests" in page
    assert f"/simulations/{before}" in page
