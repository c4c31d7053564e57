"""A goal walks through real processes to its outcome."""

import json
from pathlib import Path

import httpx
import pytest
from pytest_celery import CeleryTestSetup

from storyworld.archive import attempts, episodes, provenance, world
from storyworld.archive.engine import reading
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.verdict import OutcomeKind
from storyworld.stages import evaluate
from tests.integration.nodes import LocalHouse, until

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
FLOATING = "A stone floats motionless in mid-air without support"

GOALS = [
    (FALL, OutcomeKind.GOAL_ACHIEVED),
    (
        "A steel ball dropped from rest at 20 m reaches the ground in under 1.5 s",
        OutcomeKind.GOAL_IMPOSSIBLE,
    ),
    (
        "A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away",
        OutcomeKind.GOAL_ACHIEVED,
    ),
    (
        "A ball thrown at 10 m/s from ground level crosses a 15 m gap at the same level",
        OutcomeKind.GOAL_IMPOSSIBLE,
    ),
    ("A crate stays at rest on a 25 deg ramp, static friction 0.6", OutcomeKind.GOAL_ACHIEVED),
    ("A crate stays at rest on a 35 deg ramp, static friction 0.6", OutcomeKind.GOAL_IMPOSSIBLE),
    (
        "Three 0.30 m, 1.5 kg boxes stacked with 5 cm stagger stand for 10 s",
        OutcomeKind.GOAL_ACHIEVED,
    ),
    ("Three 0.30 m boxes stacked with 12 cm stagger stand for 10 s", OutcomeKind.GOAL_IMPOSSIBLE),
]


@pytest.mark.parametrize(("goal", "outcome"), GOALS, ids=[text[:40] for text, _ in GOALS])
def test_each_family_ends_right_with_solver_and_film_agreeing(
    house: LocalHouse, goal: str, outcome: OutcomeKind
) -> None:
    episode_id = house.submit(goal)
    ended = house.until_ended(episode_id)

    assert ended.outcome is outcome
    with reading(house.archive) as session:
        result = episodes.result(session, episode_id)
        shown = world.world_state(session, episode_id)
    assert result.conflicts == ()
    required = {c.constraint_id for c in result.constraints if c.required}
    sources = {
        f.source for f in result.findings if f.constraint_id in required and f.margin is not None
    }
    assert sources == {"solver", "measurement"}, [f.because for f in result.findings]
    assert ended.confidence is not None
    assert ended.confidence > 0.8
    (transition,) = shown.transitions
    assert (transition.to_node is not None) == (outcome is OutcomeKind.GOAL_ACHIEVED)


def test_the_development_goals_of_every_family_end_as_they_are(house: LocalHouse) -> None:
    """All at once, as somebody would send them who has a file of goals."""
    lines = (Path(__file__).parents[1] / "goals" / "development.jsonl").read_text().splitlines()
    goals = [json.loads(line) for line in lines]
    before = [None, *(goal["goal"] for goal in goals)]
    asked = {}
    for goal, earlier in zip(goals, before, strict=False):
        if goal["expected"]:
            fields = {} if earlier is None else {"earlier": earlier}
            asked[goal["id"]] = (house.submit(goal["goal"], **fields), goal["expected"])
    wrong = {}
    for name, (episode_id, expected) in asked.items():
        ended = house.until_ended(episode_id)
        if ended.outcome != expected or ended.status == "failed":
            wrong[name] = (ended.outcome, ended.status)
    assert wrong == {}
    assert len(asked) >= 70


def test_a_compound_goal_walks_beat_by_beat_and_each_leaves_its_transition(
    house: LocalHouse,
) -> None:
    episode_id = house.submit(
        "A ball rolls down a 30 degree ramp 1 m long and then knocks over a row of 5 cm tall "
        "dominoes spaced 2.5 cm apart."
    )
    ended = house.until_ended(episode_id)

    assert ended.outcome is OutcomeKind.GOAL_ACHIEVED
    with reading(house.archive) as session:
        transitions = world.world_state(session, episode_id).transitions
    assert [t.beat for t in transitions] == [0, 1]
    assert transitions[1].from_node == transitions[0].to_node
    assert all(t.observation_id for t in transitions)


def test_a_compound_goal_ends_at_the_part_that_cannot_be(house: LocalHouse) -> None:
    episode_id = house.submit(
        "A ball dropped from 20 m lands in under 2.1 s and then a row of dominoes 5 cm tall spaced "
        "6 cm apart all fall"
    )
    ended = house.until_ended(episode_id)

    assert ended.outcome is OutcomeKind.GOAL_IMPOSSIBLE
    with reading(house.archive) as session:
        transitions = world.world_state(session, episode_id).transitions
    assert [t.to_node is None for t in transitions] == [False, True]


def test_a_compound_goal_whose_later_part_lacks_what_decides_is_not_filmed_at_all(
    house: LocalHouse,
) -> None:
    episode_id = house.submit(
        "A ball dropped from 20 m lands in under 2.1 s and then a row of dominoes 5 cm tall fall"
    )
    ended = house.until_ended(episode_id)

    assert ended.outcome is OutcomeKind.EPISTEMICALLY_INCOMPLETE
    assert {s.stage for s in house.steps(episode_id)} == {Stage.PLAN}
    with reading(house.archive) as session:
        result = episodes.result(session, episode_id)
    assert "spacing" in {m.name for m in result.missing_evidence}


def test_nothing_is_accepted_unseen_where_the_goal_says_so(house: LocalHouse) -> None:
    seen = house.until_ended(house.submit(FALL, observer_impact="blocking"))
    assert seen.outcome is OutcomeKind.GOAL_ACHIEVED


def test_every_stage_leaves_its_provenance(house: LocalHouse) -> None:
    episode_id = house.submit(FALL)
    house.until_ended(episode_id)
    with reading(house.archive) as session:
        entries = provenance.entries(session, episode_id)

    assert [e.stage for e in entries] == list(Stage)
    assert all(e.finished_at >= e.started_at for e in entries)
    render, observe = entries[1], entries[2]
    assert render.produced == observe.used[:1], "the film observed is the film rendered"


def test_a_vetoed_goal_is_impossible_without_film_or_transition(house: LocalHouse) -> None:
    episode_id = house.submit(FLOATING)
    ended = house.until_ended(episode_id)

    assert ended.outcome is OutcomeKind.GOAL_IMPOSSIBLE
    assert {s.stage for s in house.steps(episode_id)} == {Stage.PLAN}
    with reading(house.archive) as session:
        result = episodes.result(session, episode_id)
        assert world.world_state(session, episode_id).transitions == ()
    assert result.constraints_discovered


def test_a_goal_that_lacks_what_decides_it_says_so_without_filming(house: LocalHouse) -> None:
    episode_id = house.submit(
        "A robot stacks three boxes vertically on a narrow base without external support."
    )
    ended = house.until_ended(episode_id)

    assert ended.outcome is OutcomeKind.EPISTEMICALLY_INCOMPLETE
    with reading(house.archive) as session:
        result = episodes.result(session, episode_id)
    assert result.missing_evidence
    assert result.attempts_made == 0


def test_a_backend_that_is_not_there_fails_the_run_and_not_the_goal(house: LocalHouse) -> None:
    episode_id = house.submit(FALL, backend="animatediff")
    ended = house.until_ended(episode_id)

    assert ended.status == "failed"
    assert ended.outcome is OutcomeKind.UNCERTAIN_TERMINATION
    with reading(house.archive) as session:
        failure = episodes.result(session, episode_id).failure
    assert failure is not None
    assert failure.fix


def test_every_judgement_is_recomputed_from_rows_after_the_films_are_gone(
    house: LocalHouse,
) -> None:
    made = [house.submit(goal) for goal, _ in GOALS[:3]]
    for episode_id in made:
        house.until_ended(episode_id)
    films = list(house.settings.films.rglob("*.mp4"))
    assert len(films) >= len(made)
    for film in films:
        film.unlink()

    with reading(house.archive) as session:
        for episode_id in made:
            key = AttemptKey(episode_id=episode_id)
            goal = episodes.summary(session, episode_id).goal
            stored = attempts.judgement(session, key)
            again = evaluate(
                attempts.beat(session, key),
                attempts.observations(session, key),
                risk=goal.risk_profile,
            )
            assert stored is not None
            assert again.canonical_json() == stored.canonical_json()


def test_an_episode_is_terminated_by_hand(house: LocalHouse) -> None:
    house.gpu.pause()
    try:
        episode_id = house.submit(FALL)
        answer = httpx.post(f"{house.url}/episodes/{episode_id}/terminate", timeout=10)
        assert answer.is_success, answer.text
    finally:
        house.gpu.resume()
    ended = house.until_ended(episode_id)

    assert ended.outcome is OutcomeKind.GOAL_ABANDONED
    late = house.submit(FALL)
    house.until_ended(late)
    assert house.summary(episode_id).outcome is OutcomeKind.GOAL_ABANDONED


def test_the_chain_runs_on_the_projects_own_queues(
    house: LocalHouse, celery_setup: CeleryTestSetup
) -> None:
    """pytest-celery's own view of the nodes: each stage is received where it belongs."""
    house.until_ended(house.submit(FALL))
    control, gpu = celery_setup.worker_cluster

    gpu.assert_log_exists("Task storyworld.render[")
    for stage in ("plan", "observe", "evaluate", "commit", "started"):
        control.assert_log_exists(f"Task storyworld.{stage}[")


def test_no_secret_and_no_traceback_is_logged(house: LocalHouse) -> None:
    house.until_ended(house.submit(FALL))
    for process in (house.web, house.gpu):
        assert "Traceback" not in process.logs_since_start()


def test_what_waits_in_the_queue_is_plain_json_and_small(house: LocalHouse) -> None:
    house.gpu.kill()
    episode_id = house.submit(FALL)
    house.until_finished(episode_id, Stage.PLAN)
    with house.broker.client as client:
        waiting = until(lambda: client.lrange("sw:gpu", 0, -1), "a render message waits")
    house.heal()
    house.until_ended(episode_id)

    assert json.loads(waiting[0])["headers"]["task"] == "storyworld.render"
    assert len(waiting[0]) < 32_000
