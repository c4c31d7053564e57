"""The house of the integration tests: its processes are the ones people run."""

from pytest_celery import CeleryTestSetup

from storyworld.archive import attempts
from storyworld.archive.engine import reading
from storyworld.records.identity import AttemptKey
from storyworld.records.verdict import OutcomeKind
from tests.integration.nodes import LocalHouse

IN_TIME = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


def test_a_goal_walks_from_post_to_its_outcome(house: LocalHouse) -> None:
    episode_id = house.submit(IN_TIME)
    ended = house.until_ended(episode_id)
    assert ended.outcome is OutcomeKind.GOAL_ACHIEVED
    assert [step.state for step in house.steps(episode_id)] == ["done"] * 5


def test_each_stage_runs_on_the_worker_of_its_queue(
    house: LocalHouse, celery_setup: CeleryTestSetup
) -> None:
    episode_id = house.submit(IN_TIME)
    house.until_ended(episode_id)
    control, gpu = celery_setup.worker_cluster
    for stage in ("plan", "observe", "evaluate", "commit"):
        control.assert_log_exists(f"Task storyworld.{stage}[")
    gpu.assert_log_exists("Task storyworld.render[")
    assert "Task storyworld.plan[" not in gpu.logs()
    with reading(house.archive) as session:
        nonce = attempts.attempt(session, AttemptKey(episode_id=episode_id)).nonce
    assert nonce not in control.logs() + gpu.logs(), "what admits a report is in no log"


def test_a_house_heals_whatever_was_killed(house: LocalHouse) -> None:
    for process in house.processes.values():
        process.kill()
    assert not house.answers()
    house.heal()
    assert {p.status for p in house.processes.values()} == {"running"}
    assert house.until_ended(house.submit(IN_TIME)).outcome is OutcomeKind.GOAL_ACHIEVED
