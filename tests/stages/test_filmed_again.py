"""Every lever of the camera does what it is pulled for: films as the stub makes them, measured.

Each film is first framed badly; the next ones are as :func:`choose` asks, until the evidence is
there.
"""

from dataclasses import dataclass, replace

import pytest

from storyworld import stages
from storyworld.observers.measuring import MeasuringObserver
from storyworld.physics.families import staged
from storyworld.physics.staging import frame_shot, frame_times, simulate
from storyworld.records.episode import Attempt, Reframing
from storyworld.records.evidence import AbstentionReason
from storyworld.records.goal import Backend, CostPolicy, RiskProfile
from storyworld.records.identity import AttemptKey
from storyworld.records.scenario import Framing, Shot
from storyworld.stages.observe import Viewing
from storyworld.stages.reframing import ATTEMPTS, Maker, Means, choose
from tests import making
from tests.physics.families.filmed import PaintedFilm, beats_of

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
THROW = "A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away"
SWING = "A pendulum 1 m long swings with a period of under 2.1 s"
BOUNCE = "A rubber ball dropped from 2 m bounces back to at least 1 m, restitution 0.8"
Why = AbstentionReason


@dataclass(frozen=True)
class Case:
    """A goal, how it is badly filmed at first (`length` of its time), and what that hides."""

    goal: str
    framing: Framing
    hidden: str
    reason: AbstentionReason
    says: str
    length: float = 1.0


CASES = {
    "a fall that the film does not see the end of": Case(
        FALL, Framing(), "fall_time", Why.FILM_TOO_SHORT, "s instead of", length=0.6
    ),
    "a swing that the film is too short for": Case(
        SWING, Framing(), "period", Why.FILM_TOO_SHORT, "s instead of", length=0.3
    ),
    "a ball that flies out of the picture": Case(
        THROW, Framing(zoom=2.0), "clearance_above", Why.OUT_OF_FRAME, "from further away"
    ),
    "a flight in too few frames": Case(
        THROW, Framing(frame_rate_hz=4), "clearance_above", Why.TOO_FEW_SAMPLES, "Hz instead of"
    ),
    "a swing in too few frames": Case(
        SWING, Framing(frame_rate_hz=2), "period", Why.TOO_FEW_SAMPLES, "Hz instead of"
    ),
    "a ball of too few pixels": Case(
        FALL, Framing(width_px=120, height_px=80), "fall_time", Why.NOT_VISIBLE, "pixels instead of"
    ),
    "a swing of too few pixels": Case(
        SWING, Framing(width_px=64, height_px=64), "period", Why.NOT_VISIBLE, "pixels instead of"
    ),
    "a ball too far away to tell its size": Case(
        BOUNCE,
        Framing(zoom=0.2, width_px=240, height_px=136),
        "rebound_height",
        Why.INCONSISTENT_PREMISE,
        "pixels instead of",
    ),
    "a ball too far away for the largest picture": Case(
        THROW,
        Framing(zoom=0.11, width_px=1280, height_px=720, frame_rate_hz=10),
        "clearance_above",
        Why.NOT_VISIBLE,
        "from nearer by",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_a_film_hides_is_seen_on_one_that_is_chosen_for_it(case: Case) -> None:
    (beat,) = beats_of(case.goal)
    scene = staged(beat.scenario)
    scene = replace(scene, duration_s=case.length * scene.duration_s)

    def shot_of(framing: Framing, _: Backend) -> Shot:
        return frame_shot(scene, framing)

    means = Means(
        makers=(Maker(backend=Backend.STUB, seeded=False),),
        shot_of=shot_of,
        price_usd=lambda *_: 0.0,
        left_usd=0.0,
        risk=RiskProfile.HIGH,
        policy=CostPolicy.BALANCED,
    )
    tries: list[Attempt] = []
    asked = Reframing(framing=case.framing, backend=Backend.STUB, seed=0)
    missing = {}
    while len(tries) < ATTEMPTS[RiskProfile.HIGH]:
        key = AttemptKey(episode_id=making.EPISODE, attempt=len(tries))
        shot = shot_of(asked.framing, asked.backend)
        tries.append(making.attempt(key).revised(framing=asked.framing, shot=shot))
        film = PaintedFilm(scene, simulate(scene, frame_times(shot.camera)), shot)
        viewing = Viewing(key=key, beat=beat, artifact=making.artifact(), shot=shot)
        seen = stages.observe(
            viewing, observers=((MeasuringObserver(),),), open_film=lambda film=film: film
        )
        judgement = stages.evaluate(beat, seen, risk=RiskProfile.HIGH)
        missing = {m.name: m.reason for m in judgement.missing_evidence}
        if len(tries) == 1:
            assert missing.get(case.hidden) is case.reason
        if case.hidden not in missing:
            break
        made = choose(beat, judgement, tuple(tries), means)
        assert isinstance(made, Reframing), made.because
        asked = made
        if len(tries) == 1:
            assert case.says in asked.because
    assert case.hidden not in missing, (len(tries), missing, asked)
