"""A fall as it is really planned, on a film whose ball does not fall as it should.

It falls freely for DEPARTS_S and then with less than gravity, so the measured course leaves the
predicted one at a known moment.
"""

import math

from sqlalchemy import Engine

from storyworld import stages
from storyworld.archive import attempts
from storyworld.archive.engine import writing
from storyworld.physics.families import staged
from storyworld.physics.staging import frame_shot
from storyworld.planners import planner_named
from storyworld.records.evidence import Evidence, EvidenceSource, FrameRange
from storyworld.records.goal import Goal, RiskProfile
from storyworld.records.identity import AttemptKey, Stage, new_id
from storyworld.records.observation import Observation, ObserverAvailability, Verdict
from storyworld.records.quantity import Quantity, Sampling, TimeSeries, Unit
from storyworld.records.scenario import Beat, Framing, Plan, Shot
from tests.webapp import fall, written

G = 9.81
DEPARTS_S = 0.8
SLOWER = 0.5
U_M = 0.02


def planned(text: str) -> Beat:
    """Give the first beat of a goal as the rules read it."""
    plan = stages.plan(Goal(text=text), planner=planner_named("rules"))
    assert isinstance(plan, Plan)
    return plan.beats[0]


def shot_of(beat: Beat) -> Shot:
    """Declare the film of a beat."""
    return frame_shot(staged(beat.scenario), Framing())


def height_m(t: float, start_m: float, departs_s: float = DEPARTS_S) -> float:
    """Give where the ball of the film is, above the ground."""
    free = min(t, departs_s)
    late = max(t - departs_s, 0.0)
    speed = G * free
    return start_m - G * free * free / 2 - speed * late - SLOWER * G * late * late / 2


def series_of(beat: Beat, shot: Shot, departs_s: float = DEPARTS_S) -> TimeSeries:
    """Measure it on every frame until it lands; the measurement is exact but says U_M."""
    ball = next(b for b in staged(beat.scenario).bodies if b.name == "ball")
    start, rate = ball.y_m, shot.camera.frame_rate_hz
    low = start - beat.scenario.si("height")
    seen = [
        (n / rate, y)
        for n in range(shot.camera.frame_count)
        if (y := height_m(n / rate, start, departs_s)) >= low
    ]
    return TimeSeries(
        name="ball_y",
        unit=Unit.METRE,
        times_s=tuple(round(t, 6) for t, _ in seen),
        values=tuple(y for _, y in seen),
        uncertainties=tuple(U_M for _ in seen),
        sampling=Sampling(frame_rate_hz=rate, frame_count=shot.camera.frame_count),
    )


def observed(beat: Beat, shot: Shot, departs_s: float = DEPARTS_S) -> Observation:
    """Tell what the film shows."""
    series, observation_id = series_of(beat, shot, departs_s), new_id("ob")
    landed_s = series.times_s[-1]
    frames = FrameRange(first=0, last=round(landed_s * shot.camera.frame_rate_hz))

    def evidence(name: str, value: float, unit: Unit, u: float) -> Evidence:
        return Evidence(
            evidence_id=f"{observation_id}:{name}",
            name=name,
            quantity=Quantity(value=value, unit=unit, uncertainty=u),
            source=EvidenceSource.MEASUREMENT,
            method="contact time from the fitted parabola",
            frames=frames,
            observation_id=observation_id,
        )

    slower = G if departs_s >= landed_s else G * math.sqrt(SLOWER)
    return Observation(
        observation_id=observation_id,
        observer=fall.MEASURER,
        artifact_sha256=fall.SHA,
        video_uri="film:1",
        availability=ObserverAvailability.SUCCESS,
        evidence=(
            evidence("fall_time", landed_s, Unit.SECOND, 0.01),
            evidence("vertical_acceleration", slower, Unit.METRE_PER_SECOND_SQUARED, 0.06),
        ),
        series=(series,),
        verdict=Verdict.VALID,
    )


def departed(
    engine: Engine, text: str = "A steel ball dropped from 20 m reaches the ground in under 1.9 s"
) -> str:
    """Write an episode that was planned, filmed, watched and judged for what it shows."""
    goal, beat = Goal(text=text), planned(text)
    shot = shot_of(beat)
    key = AttemptKey(episode_id=written.queued(engine, goal))
    seen = observed(beat, shot)
    judged = stages.evaluate(beat, (seen,), risk=RiskProfile.MEDIUM)
    with writing(engine) as session:
        for place, stage in enumerate(Stage):
            written.through(session, key, stage, place)
            if stage is Stage.PLAN:
                attempts.save_beats(session, key.episode_id, [beat])
                attempts.open_attempt(session, fall.attempt_of(key).revised(shot=shot))
            elif stage is Stage.RENDER:
                attempts.save_artifact(session, key, fall.artifact())
            elif stage is Stage.OBSERVE:
                attempts.save_observations(session, key, (seen,))
            elif stage is Stage.EVALUATE:
                attempts.save_judgement(session, key, judged)
            else:
                written.committed(session, key, judged, seen)
    return key.episode_id
