"""A goal through the five stages in memory: no queue, no database, a real film."""

from pathlib import Path

import pytest

from storyworld.artifacts.disk import DiskStore
from storyworld.observers.measuring import MeasuringObserver
from storyworld.physics.families import family_named
from storyworld.physics.staging import frame_shot
from storyworld.planners import planner_named
from storyworld.records.goal import Backend, Goal, RiskProfile
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.render import RenderRequest
from storyworld.records.scenario import Framing, Plan
from storyworld.records.verdict import OutcomeKind
from storyworld.records.world import NextStep, WorldNode
from storyworld.renderers import renderer_for
from storyworld.settings import Settings
from storyworld.stages import commit, evaluate, observe, plan, render
from storyworld.stages.commit import Context
from storyworld.stages.observe import Viewing
from storyworld.vision.decoding import decode
from storyworld.vision.encoding import encode
from tests import making


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("A ball dropped from 5.0 m lands in under 1.2 s", OutcomeKind.GOAL_ACHIEVED),
        ("A ball dropped from 5.0 m lands in under 0.8 s", OutcomeKind.GOAL_IMPOSSIBLE),
    ],
)
def test_a_goal_walks_to_its_outcome(text: str, outcome: OutcomeKind, tmp_path: Path) -> None:
    goal, key, store = Goal(text=text), AttemptKey(episode_id=making.EPISODE), DiskStore(tmp_path)

    planned = plan(goal, planner=planner_named("rules"))
    assert isinstance(planned, Plan)
    (beat,) = planned.beats
    shot = frame_shot(family_named(beat.scenario.family).stage(beat.scenario), Framing())
    request = RenderRequest(
        key=key,
        nonce="n" * 32,
        scenario=beat.scenario,
        shot=shot,
        backend=Backend.STUB,
        seed=goal.seed,
        grant=store.grant("incoming/a/0-0.mp4"),
        deadline_s=60,
    )
    stub = renderer_for(Backend.STUB, Settings())
    report = render(request, renderer=stub, encode=encode, upload=store.put, watch=making.UNHURRIED)
    assert report.artifact is not None
    viewing = Viewing(key=key, beat=beat, artifact=report.artifact, shot=shot)
    observations = observe(
        viewing,
        observers=((MeasuringObserver(),),),
        open_film=lambda: decode(store.admit("incoming/a/0-0.mp4", viewing.artifact, tmp_path)),
    )
    judgement = evaluate(beat, observations, risk=RiskProfile.MEDIUM)
    head = WorldNode(node_id=derived_id("nd", "root"), world_id="wd_" + "0" * 26)
    context = Context(key=key, beat=beat, beats_planned=1, head=head)
    made = commit(context, judgement, observations)

    assert made.outcome is outcome
    assert made.next is NextStep.STOP
    assert judgement.conflicts == ()
    assert made.transition is not None
    assert made.transition.video_sha256 == report.artifact.sha256
