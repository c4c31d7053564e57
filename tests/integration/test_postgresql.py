"""The same walk with PostgreSQL as the queue of record."""

from pathlib import Path

import pytest

from storyworld.records.identity import Stage
from storyworld.records.verdict import OutcomeKind
from tests.archive.postgresql import Cluster
from tests.integration.holding import held_file, hold_file
from tests.integration.nodes import LocalHouse, until

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


@pytest.mark.postgres
def test_goals_walk_and_survive_a_killed_worker_on_postgresql(tmp_path: Path) -> None:
    with Cluster.start() as cluster:
        house = LocalHouse(tmp_path, DATABASE_URL=cluster.url)
        try:
            house.heal()
            walked = house.until_ended(house.submit(FALL))
            hold = hold_file(house.home, Stage.OBSERVE, "work")
            hold.touch()
            hurt = house.submit(FALL)
            until(held_file(house.home, Stage.OBSERVE, "work").exists, "observe holds")
            house.control.kill("SIGKILL")
            hold.unlink()
            house.heal()
            healed = house.until_ended(hurt)
        finally:
            house.teardown()

    assert walked.outcome is OutcomeKind.GOAL_ACHIEVED
    assert healed.outcome is OutcomeKind.GOAL_ACHIEVED
