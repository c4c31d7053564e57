"""Stacks and ramps are held to what they claim from frame to frame, and no law to a point."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest
from numpy.typing import NDArray

from storyworld import stages
from storyworld.observers.measuring import MeasuringObserver
from storyworld.physics.painting import paint
from storyworld.records.constraint import Comparison, ConstraintKind, FindingStatus
from storyworld.records.goal import RiskProfile
from storyworld.records.identity import AttemptKey
from storyworld.records.scenario import Beat, Plan
from storyworld.records.verdict import EpistemicState, Judgement
from storyworld.stages.observe import Viewing
from tests.physics.families.filmed import _ARTIFACT, PaintedFilm, beats_of, filmed
from tests.physics.families.test_every_family import GOALS, of_goal

STACK = "Three 0.30 m boxes stacked with 5 cm stagger stand for 2 s"
TOPPLING = "Three 0.30 m boxes stacked with 12 cm stagger topple"
RAMP = "A crate stays at rest on a 25 deg ramp, static friction 0.6"
SATISFIED, VIOLATED = FindingStatus.SATISFIED, FindingStatus.VIOLATED
UNEVALUABLE = FindingStatus.UNEVALUABLE
LATE = 30  # of 20 frames a second


def beat_of(text: str) -> Beat:
    (beat,) = beats_of(text)
    return beat


def judged(beat: Beat, film: PaintedFilm, *, imposed: int = 0) -> Judgement:
    viewing = Viewing(
        key=AttemptKey(episode_id="ep_0123456789abcdef"),
        beat=beat,
        artifact=_ARTIFACT.revised(imposed_frames=imposed),
        shot=film.shot,
    )
    seen = stages.observe(viewing, observers=((MeasuringObserver(),),), open_film=lambda: film)
    return stages.evaluate(beat, seen, risk=RiskProfile.MEDIUM)


def moved(film: PaintedFilm, body: str, change: Callable[[NDArray[np.float64]], None]):
    """The film on which a body goes another way: `change` is given its poses, (frames, 3)."""
    poses = film.motion.poses.copy()
    change(poses[:, [b.name for b in film.scene.bodies].index(body)])
    return replace(film, motion=replace(film.motion, poses=poses))


@dataclass(frozen=True)
class Without(PaintedFilm):
    """A film on which a body is not to be seen in some frames."""

    body: str = ""
    unseen: frozenset[int] = frozenset()

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        kept = [i for i, b in enumerate(self.scene.bodies) if b.name != self.body]
        scene = replace(self.scene, bodies=tuple(self.scene.bodies[i] for i in kept))
        motion = replace(self.motion, poses=self.motion.poses[:, kept])
        empty = paint(scene, motion, self.shot)
        for frame, (full, other) in enumerate(zip(super().frames(), empty, strict=True)):
            yield other if frame in self.unseen else full


def over_time(judgement: Judgement) -> dict[str, object]:
    asked = {c.constraint_id for c in judgement.constraints if c.over is not None}
    return {f.constraint_id: f for f in judgement.findings if f.constraint_id in asked}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (STACK, {"stands_always_box_3_tilt", "stands_always_box_3_shift"}),
        (TOPPLING, {"topples_hold_box_3_shift"}),
        (RAMP, {"stays_always_block_shift"}),
    ],
)
def test_an_honest_film_satisfies_what_is_claimed_over_time(text, names):
    beat = beat_of(text)
    judgement = judged(beat, filmed(beat))
    found = over_time(judgement)
    assert set(found) == names
    assert {f.status for f in found.values()} == {SATISFIED}
    assert judgement.state is EpistemicState.ACCEPTED
    assert not judgement.conflicts
    cited = {i for f in found.values() for i in f.evidence_ids}
    assert {i.split(":")[1] for i in cited} == {n.split("_", 2)[2] for n in names}


def test_a_stack_that_gives_way_late_is_found_violated_and_when():
    beat = beat_of(STACK)

    def away(poses):
        poses[LATE:, 0] += np.linspace(0.05, 0.2, len(poses) - LATE)

    found = over_time(judged(beat, moved(filmed(beat), "box_3", away)))
    shift = found["stands_always_box_3_shift"]
    assert shift.status is VIOLATED
    assert shift.frames.first >= LATE
    assert shift.because.startswith("box 3 shift does not stay at most 0.03 m from 0 to 2 s: worst")


def test_a_block_that_creeps_away_and_comes_back_did_not_stay():
    beat = beat_of(RAMP)

    def creeps(poses):
        poses[10:20, 0] += 0.2 * np.cos(np.radians(25))
        poses[10:20, 1] -= 0.2 * np.sin(np.radians(25))

    judgement = judged(beat, moved(filmed(beat), "block", creeps))
    finding = over_time(judgement)["stays_always_block_shift"]
    assert finding.status is VIOLATED
    assert 10 <= finding.frames.first < 20
    assert "stays" in {c.claim for c in judgement.conflicts}


def test_a_box_that_is_not_seen_for_a_moment_is_not_said_to_have_stayed():
    beat = beat_of(STACK)
    film = filmed(beat)
    gappy = Without(film.scene, film.motion, film.shot, "box_3", frozenset({20}))
    found = over_time(judged(beat, gappy))
    assert {f.status for f in found.values()} == {UNEVALUABLE}
    assert found["stands_always_box_3_shift"].because == (
        "box_3_shift has no sample at 1 of 41 frames between 0 and 2 s, the first at 1 s"
    )


def test_what_was_given_to_a_generator_is_no_evidence_that_a_stack_stood():
    beat = beat_of(STACK)
    found = over_time(judged(beat, filmed(beat), imposed=1))
    assert {f.status for f in found.values()} == {UNEVALUABLE}


def test_no_law_and_no_equivalence_of_any_goal_is_tested_against_a_point():
    kinds = set()
    for goal in GOALS:
        planned = of_goal(goal)
        beats = planned.beats if isinstance(planned, Plan) else ()
        for constraint in (c for beat in beats for c in beat.constraints):
            kinds.add((constraint.kind, constraint.comparison))
            if constraint.comparison is Comparison.WITHIN:
                assert constraint.tolerance.value > 0.0, constraint
    assert (ConstraintKind.LAW, Comparison.WITHIN) in kinds
