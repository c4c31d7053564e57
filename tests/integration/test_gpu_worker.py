"""The worker that renders, as a real process: it answers, it stops, it never keeps a film back."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from storyworld.archive import provenance
from storyworld.archive.engine import reading
from storyworld.processes import programs
from storyworld.records.episode import EpisodeState
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import AgentKind, FailureCode
from storyworld.records.verdict import OutcomeKind
from tasks.pipeline import task_id
from tests.integration.holding import held_file, hold_file
from tests.integration.nodes import ROOT, LocalHouse, until

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


@pytest.fixture(autouse=True)
def _no_holds(house: LocalHouse) -> Iterator[None]:
    yield
    for path in (*house.home.glob("hold-*"), *house.home.glob("held-*")):
        path.unlink()


def rendering(house: LocalHouse, point: str) -> tuple[str, Path]:
    """Submit a goal whose render goes on until the file is gone: hung, or in steps."""
    hold = hold_file(house.home, Stage.RENDER, point)
    hold.touch()
    episode_id = house.submit(FALL)
    until(held_file(house.home, Stage.RENDER, point).exists, "the render goes on")
    held_file(house.home, Stage.RENDER, point).unlink()
    return episode_id, hold


def failures(house: LocalHouse, episode_id: str) -> list[FailureCode]:
    """Give what render workers told; who gives the step up for that writes an entry, too."""
    with reading(house.archive) as session:
        entries = provenance.entries(session, episode_id)
    told = (e for e in entries if e.agent.kind is AgentKind.RENDERER)
    return [e.failure.code for e in told if e.failure is not None]


def celery(house: LocalHouse, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "celery", "-A", "tasks", *words],
        capture_output=True, text=True, timeout=60, cwd=ROOT, env=house.environment, check=False,
    )  # fmt: skip


def test_the_command_people_type_runs_threads(house: LocalHouse) -> None:
    (gpu,) = (p for p in programs("127.0.0.1:1") if p.name == "gpu")
    assert gpu.argv[:6] == ("celery", "-A", "tasks", "worker", "-Q", "gpu")
    assert "concurrency: 2 (thread)" in house.gpu.logs()
    assert "(prefork)" in house.control.logs()


def test_it_answers_its_supervisor_while_it_renders(house: LocalHouse) -> None:
    episode_id, hold = rendering(house, "steps")
    answer = celery(house, "inspect", "ping", "--timeout", "5")
    assert "gpu@" in answer.stdout, answer
    hold.unlink()
    assert house.until_ended(episode_id).outcome is OutcomeKind.GOAL_ACHIEVED


def test_a_render_keeps_its_step_as_long_as_it_goes_on_and_says_how_far_it_is(
    house: LocalHouse,
) -> None:
    episode_id, hold = rendering(house, "steps")
    time.sleep(house.settings.lease_s + 1.5)
    (render,) = (s for s in house.steps(episode_id) if s.stage is Stage.RENDER)
    assert (render.claims, render.state) == (1, "ready"), "nobody else took it over"
    assert render.how_far == "denoising, step 1 of 2"
    hold.unlink()
    assert house.until_ended(episode_id).outcome is OutcomeKind.GOAL_ACHIEVED
    (render,) = (s for s in house.steps(episode_id) if s.stage is Stage.RENDER)
    assert render.how_far == ""


@pytest.mark.parametrize("point", ["steps", "work"])
def test_sigterm_in_mid_render_gives_it_back_and_ends_within_five_seconds(
    house: LocalHouse, point: str
) -> None:
    episode_id, hold = rendering(house, point)
    began = time.monotonic()
    os.kill(house.gpu.process_id, signal.SIGTERM)
    until(lambda: house.gpu.status != "running", "the worker ends", within_s=15)
    took_s = time.monotonic() - began
    until(lambda: failures(house, episode_id), "it says that it was stopped")
    hold.unlink()
    house.heal()
    assert house.until_ended(episode_id).outcome is OutcomeKind.GOAL_ACHIEVED
    assert failures(house, episode_id) == [FailureCode.RENDER_INTERRUPTED]
    assert took_s < 5.0


def test_a_hung_render_is_ended_at_its_deadline_and_so_is_its_worker(house: LocalHouse) -> None:
    episode_id, hold = rendering(house, "work")
    until(
        lambda: house.gpu.status != "running",
        "the worker leaves what hangs",
        within_s=house.settings.render_deadline_s + 15,
    )
    until(lambda: failures(house, episode_id), "it says why")
    hold.unlink()
    house.heal()
    assert house.until_ended(episode_id).outcome is OutcomeKind.GOAL_ACHIEVED
    assert failures(house, episode_id) == [FailureCode.RENDER_TIMEOUT]


def test_a_render_revoked_by_hand_ends_its_episode_as_abandoned(house: LocalHouse) -> None:
    episode_id, hold = rendering(house, "steps")
    celery(house, "control", "revoke", render_id(episode_id))
    ended = house.until_ended(episode_id)
    hold.unlink()
    assert (ended.state, ended.outcome) == (EpisodeState.TERMINATED, OutcomeKind.GOAL_ABANDONED)
    assert failures(house, episode_id) == [FailureCode.RENDER_CANCELED]
    assert house.gpu.status == "running"


def test_a_render_revoked_in_the_queue_ends_its_episode_as_abandoned(house: LocalHouse) -> None:
    making, hold = rendering(house, "steps")
    log, waiting = house.gpu.logs, house.submit(FALL)
    received = f"Task storyworld.render[{render_id(waiting)}] received"
    until(lambda: received in log(), "both slots are taken")
    revoked = house.submit(FALL)
    house.until_finished(revoked, Stage.PLAN)
    celery(house, "control", "revoke", render_id(revoked))
    until(lambda: f"flagged as revoked: {render_id(revoked)}" in log(), "the revocation is heard")
    assert not any(s.finished_at for s in house.steps(revoked) if s.stage is Stage.RENDER)
    hold.unlink()
    ended = house.until_ended(revoked, within_s=20)
    assert (ended.state, ended.outcome) == (EpisodeState.TERMINATED, OutcomeKind.GOAL_ABANDONED)
    assert failures(house, revoked) == [FailureCode.RENDER_CANCELED]
    assert f"Discarding revoked task: storyworld.render[{render_id(revoked)}]" in log()
    for episode_id in (making, waiting):
        assert house.until_ended(episode_id).outcome is OutcomeKind.GOAL_ACHIEVED


def test_terminating_in_mid_render_stops_the_render(house: LocalHouse) -> None:
    episode_id, hold = rendering(house, "steps")
    began = time.monotonic()
    answer = httpx.post(f"{house.url}/episodes/{episode_id}/terminate", timeout=10)
    assert answer.json()["outcome"] == "goal_abandoned"
    stopped = f"Task storyworld.render[{render_id(episode_id)}] succeeded"
    until(lambda: stopped in house.gpu.logs(), "the render stops", within_s=5)
    assert hold.exists(), "by itself it would go on"
    assert time.monotonic() - began < house.settings.render_deadline_s
    hold.unlink()
    following = house.submit(FALL)
    assert house.until_ended(following).outcome is OutcomeKind.GOAL_ACHIEVED
    assert house.gpu.status == "running"
    assert failures(house, episode_id) == [], "its word came after the end"
    (render,) = (s for s in house.steps(episode_id) if s.stage is Stage.RENDER)
    assert render.state == "canceled"


def render_id(episode_id: str) -> str:
    return task_id(AttemptKey(episode_id=episode_id).at(Stage.RENDER))
