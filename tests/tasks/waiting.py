"""An attempt whose render is under way."""

import time

from storyworld.archive import attempts, episodes, steps
from storyworld.archive.engine import writing
from storyworld.composition import House
from storyworld.physics.families import family_named
from storyworld.physics.staging import frame_shot
from storyworld.planners import planner_named
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.scenario import Framing, Plan
from storyworld.stages import plan
from tests import making

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


def waiting(
    here: House,
    budget_usd: float = 1,
    backend: Backend = Backend.STUB,
    *,
    uploaded: bytes | None = b"not the film that is reported",
) -> AttemptKey:
    """Write an attempt of a beat made by hand, with what was uploaded for it."""
    with writing(here.engine) as session:
        key = episodes.create(
            session, Goal(text="a fall"), backend=backend, budget_usd=budget_usd, queue_limit=100
        ).key
        steps.finish(session, key, now=time.time())
        attempts.save_beats(session, key.episode_id, (making.beat(),))
        attempts.open_attempt(session, making.attempt(key.of_attempt).revised(backend=backend))
        render = key.of_attempt.at(Stage.RENDER)
        steps.add(session, render, now=time.time(), due=time.time() + 60)
    if uploaded is not None:
        film = making.write_film(here.settings.home, uploaded)
        here.store.put(here.store.grant(making.attempt(key.of_attempt).object_key), film)  # type: ignore[attr-defined]
        film.unlink()
    return key.of_attempt


def planned(here: House, budget_usd: float = 1, backend: Backend = Backend.VEO) -> AttemptKey:
    """Write an attempt of a goal that was really read, so that its scene can be staged."""
    goal = Goal(text=FALL)
    read = plan(goal, planner=planner_named("rules"))
    assert isinstance(read, Plan)
    scene = family_named(read.beats[0].scenario.family).stage(read.beats[0].scenario)
    with writing(here.engine) as session:
        key = episodes.create(
            session, goal, backend=backend, budget_usd=budget_usd, queue_limit=100
        ).key
        steps.finish(session, key, now=time.time())
        attempts.save_beats(session, key.episode_id, read.beats)
        asked = making.attempt(key.of_attempt)
        shot = frame_shot(scene, Framing())
        attempts.open_attempt(session, asked.revised(backend=backend, shot=shot))
        render = key.of_attempt.at(Stage.RENDER)
        steps.add(session, render, now=time.time(), due=time.time() + 60)
    return key.of_attempt
