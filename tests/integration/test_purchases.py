"""Films that are bought, through the whole walk, of a vendor that speaks Veo's shapes."""

from collections.abc import Iterator

import pytest
from sqlalchemy import delete

from storyworld.archive import attempts, episodes, provenance, purchases
from storyworld.archive.breakers import BreakerRow
from storyworld.archive.engine import reading, writing
from storyworld.physics.families import family_named
from storyworld.physics.painting import paint
from storyworld.physics.staging import frame_shot, frame_times, simulate
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import ProvenanceEntry, TryResult
from storyworld.records.purchase import PurchaseState
from storyworld.records.render import Artifact, Grounding
from storyworld.records.scenario import Framing
from storyworld.records.verdict import OutcomeKind
from storyworld.renderers.veo import VEO_FORMAT
from storyworld.vision.encoding import encode
from tests.integration.nodes import LocalHouse, until
from tests.renderers.vendor import Act, VeoServer

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What a perfect generator would sell: the scenario, as it moves, seen by Veo's camera."""
    intent = RulesPlanner().read(Goal(text=FALL))[0]
    family = family_named(intent.family)
    scene = family.stage(family.complete(intent))
    shot = frame_shot(scene, Framing(), VEO_FORMAT)
    path = tmp_path_factory.mktemp("veo") / "film.mp4"
    camera = shot.camera
    encode(
        paint(scene, simulate(scene, frame_times(camera)), shot),
        path,
        width_px=camera.width_px,
        height_px=camera.height_px,
        frame_rate_hz=camera.frame_rate_hz,
    )
    return path.read_bytes()


@pytest.fixture(autouse=True)
def _shop(house: LocalHouse, veo: VeoServer, film: bytes) -> Iterator[None]:
    veo.film, veo.polls = film, 1
    veo.orders.clear()
    veo.polled.clear()
    veo.behave(Act.FILM)
    yield
    with writing(house.archive) as session:
        session.execute(delete(BreakerRow))


def entries(house: LocalHouse, episode_id: str) -> list[ProvenanceEntry]:
    with reading(house.archive) as session:
        return [e for e in provenance.entries(session, episode_id) if e.stage is Stage.RENDER]


def artifact(house: LocalHouse, episode_id: str) -> Artifact:
    with reading(house.archive) as session:
        found = attempts.artifact(session, AttemptKey(episode_id=episode_id))
    assert found is not None
    return found


def test_a_film_is_bought_observed_and_judged(house: LocalHouse, veo: VeoServer) -> None:
    episode_id = house.submit(FALL, backend="veo")
    ended = house.until_ended(episode_id)

    assert ended.outcome is OutcomeKind.GOAL_ACHIEVED, ended
    assert ended.cost_usd == pytest.approx(0.32)
    assert ended.cost_complete
    assert len(veo.orders) == 1
    bought = artifact(house, episode_id)
    assert (bought.backend, bought.grounding) == (Backend.VEO, Grounding.INITIAL)
    (entry,) = entries(house, episode_id)
    assert [t.result for t in entry.tries] == [TryResult.USED]
    with reading(house.archive) as session:
        result = episodes.result(session, episode_id)
    measured = [f for f in result.findings if f.source == "measurement"]
    assert measured
    assert {f.status for f in measured} == {"satisfied"}


@pytest.mark.parametrize("act", [Act.CREDIT, Act.DAILY])
def test_without_credit_the_next_backend_films_it_and_all_is_on_record(
    house: LocalHouse, veo: VeoServer, act: Act
) -> None:
    veo.behave(act)
    episode_id = house.submit(FALL, backend="veo")
    ended = house.until_ended(episode_id)

    assert ended.outcome is OutcomeKind.GOAL_ACHIEVED
    assert (ended.cost_usd, ended.cost_complete) == (0.0, True)
    assert artifact(house, episode_id).backend is Backend.STUB
    failed, done = entries(house, episode_id)
    assert failed.agent.name == "veo"
    assert failed.failure is not None
    assert (done.agent.name, done.failure) == ("stub", None)

    second = house.submit(FALL, backend="veo")
    house.until_ended(second)
    assert len(veo.orders) == 1, "the breaker is open: nobody asks again"
    assert [t.result for t in entries(house, second)[0].tries] == [TryResult.RESTS]


def test_a_filtered_film_is_asked_for_in_other_words(house: LocalHouse, veo: VeoServer) -> None:
    veo.behave(Act.FILTERED, Act.FILM)
    episode_id = house.submit(FALL, backend="veo")
    assert house.until_ended(episode_id).outcome is OutcomeKind.GOAL_ACHIEVED
    first, second = (order["instances"][0]["prompt"] for order in veo.orders)
    assert first != second
    (entry,) = entries(house, episode_id)
    assert [t.result for t in entry.tries] == [TryResult.BLOCKED, TryResult.USED]


def test_a_worker_killed_while_the_film_is_made_buys_no_second(
    house: LocalHouse, veo: VeoServer
) -> None:
    veo.polls = 3
    episode_id = house.submit(FALL, backend="veo")
    until(lambda: veo.polled, "it is asked after")
    house.control.kill("SIGKILL")
    house.heal()
    assert house.until_ended(episode_id).outcome is OutcomeKind.GOAL_ACHIEVED
    assert len(veo.orders) == 1
    assert artifact(house, episode_id).backend is Backend.VEO


def test_a_worker_killed_while_it_orders_buys_no_second(house: LocalHouse, veo: VeoServer) -> None:
    veo.behave(Act.SLOW)
    episode_id = house.submit(FALL, backend="veo")
    until(lambda: veo.orders, "it is ordered")
    house.control.kill("SIGKILL")
    house.heal()
    ended = house.until_ended(episode_id)
    assert ended.outcome is OutcomeKind.GOAL_ACHIEVED
    assert len(veo.orders) == 1
    assert artifact(house, episode_id).backend is Backend.STUB
    assert not ended.cost_complete, "it may have been bought"
    with reading(house.archive) as session:
        (order,) = purchases.of_attempt(session, AttemptKey(episode_id=episode_id), Backend.VEO)
        left = purchases.left_usd(session, episode_id)
    assert order.state is PurchaseState.LOST
    assert left == pytest.approx(0.68)


def test_redis_flushed_between_two_questions_costs_time_only(
    house: LocalHouse, veo: VeoServer
) -> None:
    veo.polls = 4
    episode_id = house.submit(FALL, backend="veo")
    until(lambda: veo.polled, "it is asked after")
    with house.broker.client as client:
        client.flushall()
    assert house.until_ended(episode_id).outcome is OutcomeKind.GOAL_ACHIEVED
    assert len(veo.orders) == 1


def test_a_goal_that_cannot_afford_it_is_filmed_by_the_next(
    house: LocalHouse, veo: VeoServer
) -> None:
    episode_id = house.submit(FALL, backend="veo", budget_usd=0.3)
    assert house.until_ended(episode_id).outcome is OutcomeKind.GOAL_ACHIEVED
    assert veo.orders == []
    assert artifact(house, episode_id).backend is Backend.STUB
    assert entries(house, episode_id)[0].failure is not None
