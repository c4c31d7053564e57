"""Films of known motions, measured from pixels alone, held against closed forms."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from storyworld.observers.measuring import ANSWERS, MeasuringObserver
from storyworld.physics.scene import Scene
from storyworld.records.evidence import AbstentionReason, EvidenceSource
from storyworld.records.observation import Law, Observation, ObserverAvailability, Verdict
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure, Question, Shot
from storyworld.vision.decoding import decode
from storyworld.vision.encoding import encode
from tests.vision.filming import (
    SMALL,
    G,
    Take,
    ask,
    dropped,
    on_ramp,
    stacked,
    take,
    thrown,
    watch,
)

OBSERVER = MeasuringObserver()
BOXES = ("box_1", "box_2", "box_3")


def value(seen: Observation, name: str) -> float:
    return next(e.quantity.value for e in seen.evidence if e.name == name)


def reason(seen: Observation, name: str) -> AbstentionReason:
    return next(a.reason for a in seen.abstentions if a.name == name)


@dataclass(frozen=True)
class Case:
    """A scene and what a perfect observer would say of it."""

    name: str
    scene: Scene
    questions: tuple[Question, ...]
    truths: dict[str, float]


def fall_case(height_m: float, gravity: float = G) -> Case:
    seconds = math.sqrt(2 * height_m / gravity)
    return Case(
        f"fall {height_m} m at {gravity}",
        dropped(height_m, gravity=gravity),
        (
            ask(Measure.FALL_TIME, "ball", reference="ground"),
            ask(Measure.IMPACT_SPEED, "ball", reference="ground"),
            ask(Measure.VERTICAL_ACCELERATION, "ball"),
            ask(Measure.DISPLACEMENT, "ball"),
        ),
        {
            "fall_time": seconds,
            "impact_speed": gravity * seconds,
            "vertical_acceleration": gravity,
            "displacement": height_m,
        },
    )


def throw_case(speed: float, angle_deg: float) -> Case:
    angle = math.radians(angle_deg)
    vx, vy = speed * math.cos(angle), speed * math.sin(angle)
    return Case(
        f"throw {speed} m/s {angle_deg} deg",
        thrown(speed, angle_deg),
        (
            ask(Measure.LANDING_DISTANCE, "ball", reference="ground"),
            ask(Measure.APEX_HEIGHT, "ball", reference="ground"),
            ask(Measure.HORIZONTAL_VELOCITY, "ball"),
            ask(Measure.VERTICAL_ACCELERATION, "ball"),
        ),
        {
            "landing_distance": 2 * vx * vy / G,
            "apex_height": vy**2 / (2 * G),
            "horizontal_velocity": vx,
            "vertical_acceleration": G,
        },
    )


def clearance_m(scene: Scene, speed: float, angle_deg: float, wall: tuple[float, float]) -> float:
    """Least height of the ball's lowest point over the wall's top while over it, or at its side."""
    angle = math.radians(angle_deg)
    vx, vy = speed * math.cos(angle), speed * math.sin(angle)
    radius = scene.bodies[0].shape.radius_m
    near, far = ((wall[0] + d) / vx for d in (-radius, 0.5 + radius))
    heights = [vy * t - G * t * t / 2 - wall[1] for t in (near, far)]
    return heights[0] if heights[0] < 0 else min(heights)


def wall_case(speed: float, angle_deg: float, wall: tuple[float, float]) -> Case:
    scene = thrown(speed, angle_deg, wall_m=wall)
    return Case(
        f"over a wall of {wall[1]} m at {wall[0]} m",
        scene,
        (
            ask(Measure.CLEARANCE_ABOVE, "ball", reference="wall"),
            ask(Measure.VERTICAL_ACCELERATION, "ball"),
        ),
        {
            "clearance_above": clearance_m(scene, speed, angle_deg, wall),
            "vertical_acceleration": G,
        },
    )


def ramp_case(angle_deg: float, friction: float) -> Case:
    angle = math.radians(angle_deg)
    slides = max(0.0, G * (math.sin(angle) - friction * math.cos(angle)))
    scene = on_ramp(angle_deg, friction)
    last = math.ceil(scene.duration_s * 30) / 30
    questions = (
        ask(Measure.SURFACE_ANGLE, "ramp"),
        ask(Measure.DISPLACEMENT, "block"),
        ask(Measure.ACCELERATION_ALONG, "block"),
    )
    truths = {
        "surface_angle": angle_deg,
        "displacement": slides * last**2 / 2,
        "acceleration_along": slides,
    }
    return Case(f"ramp {angle_deg} deg mu {friction}", scene, questions, truths)


def stand_case(count: int, offset_m: float) -> Case:
    names = tuple(f"box_{i + 1}" for i in range(count))
    scene = stacked(count, offset_m, seconds=1.5)
    return Case(
        f"{count} boxes offset {offset_m} m",
        scene,
        (
            ask(Measure.TILT, *names),
            ask(Measure.HOLD_TIME, *names),
            ask(Measure.TOP_HEIGHT, *names, reference="ground"),
            ask(Measure.SCALE_BAR_LENGTH, "scale_bar"),
        ),
        {"tilt": 0.0, "hold_time": 1.5, "top_height": 0.3 * count, "scale_bar_length": 0.3},
    )


CASES = (
    *(fall_case(height) for height in (0.5, 2.0, 5.0, 20.0, 45.0)),
    fall_case(2.0, 1.62),
    fall_case(30.0, 3.7),
    *(throw_case(*how) for how in ((8, 30), (10, 45), (14, 60), (20, 45), (30, 35))),
    *(wall_case(*how) for how in ((20, 45, (10, 5)), (14, 55, (9, 6)), (20, 45, (12, 9.5)))),
    *(ramp_case(*how) for how in ((25, 0.6), (35, 0.6), (35, 0.3), (20, 0.1), (45, 0.5))),
    *(stand_case(*how) for how in ((2, 0.0), (3, 0.05), (4, 0.02), (3, 0.09))),
)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Case, Observation]]:
    folder: Path = tmp_path_factory.mktemp("films")
    return [
        (case, take(case.scene, folder / f"{i}.mp4").seen_by(OBSERVER, *case.questions))
        for i, case in enumerate(CASES)
    ]


def test_every_question_about_every_film_is_answered(measured):
    assert len(CASES) >= 24
    for case, seen in measured:
        assert seen.abstentions == (), case.name
        assert seen.verdict is Verdict.VALID, (case.name, seen.because)
        assert {e.name for e in seen.evidence} == set(case.truths), case.name


def test_truths_lie_within_two_uncertainties_at_the_honest_rate(measured):
    misses = [
        f"{case.name}: {e.name} is {e.quantity}, truly {case.truths[e.name]:.5g}"
        for case, seen in measured
        for e in seen.evidence
        if abs(e.quantity.value - case.truths[e.name]) > 2 * e.quantity.uncertainty
    ]
    answers = sum(len(seen.evidence) for _, seen in measured)
    assert len(misses) <= 0.1 * answers, misses


def test_uncertainties_are_not_bought_by_saying_little(measured):
    """Relative uncertainties stay below two per cent where the truth is not zero."""
    for case, seen in measured:
        for e in seen.evidence:
            if e.name not in {"clearance_above", "acceleration_along", "tilt", "displacement"}:
                assert e.quantity.uncertainty <= 0.02 * abs(case.truths[e.name]), (case.name, e)


def test_g_is_right_to_one_per_cent_in_every_flight(measured):
    for case, seen in measured:
        if "vertical_acceleration" in case.truths:
            expected = case.truths["vertical_acceleration"]
            assert value(seen, "vertical_acceleration") == pytest.approx(expected, rel=0.01)


def test_every_measure_has_an_answer():
    assert set(ANSWERS) == set(Measure)


def test_evidence_says_what_it_is_where_from_and_on_which_frames(tmp_path):
    seen = take(dropped(5.0), tmp_path / "f.mp4").seen_by(
        OBSERVER, ask(Measure.FALL_TIME, "ball", reference="ground")
    )
    (said,) = seen.evidence
    assert said.evidence_id == "obs_1:fall_time"
    assert said.observation_id == seen.observation_id == "obs_1"
    assert said.source is EvidenceSource.MEASUREMENT
    assert said.quantity.unit is Unit.SECOND
    assert said.frames.first == 0
    assert said.frames.last == math.ceil(math.sqrt(2 * 5 / G) * 30)
    assert "contact" in said.method


def test_positions_are_shown_in_metres_where_the_shot_says_the_origin_is(tmp_path):
    film = take(dropped(5.0), tmp_path / "f.mp4")
    seen = film.seen_by(OBSERVER, ask(Measure.DISPLACEMENT, "ball"))
    series = {s.name: s for s in seen.series}
    assert series["ball_y"].unit is Unit.METRE
    assert series["ball_y"].values[0] == pytest.approx(film.scene.bodies[0].y_m, abs=0.02)
    assert series["ball_x"].values == pytest.approx([0.0] * len(series["ball_x"].times_s), abs=0.02)


def test_a_stack_that_topples_is_seen_to_topple_and_when(tmp_path):
    seen = take(stacked(3, 0.13, seconds=2.5), tmp_path / "f.mp4").seen_by(
        OBSERVER,
        ask(Measure.TILT, *BOXES),
        ask(Measure.HOLD_TIME, *BOXES),
        ask(Measure.TOP_HEIGHT, *BOXES, reference="ground"),
    )
    assert value(seen, "tilt") > 45
    assert 0.05 < value(seen, "hold_time") < 0.6
    assert value(seen, "top_height") < 0.75


def test_a_ball_that_falls_short_of_the_wall_is_below_its_top(tmp_path):
    scene = thrown(10, 45, wall_m=(10.4, 3))
    seen = take(scene, tmp_path / "f.mp4").seen_by(
        OBSERVER, ask(Measure.CLEARANCE_ABOVE, "ball", reference="wall")
    )
    assert value(seen, "clearance_above") < -2.0


def refilmed(
    film: Take, path: Path, change: Callable[[list[np.ndarray]], list[np.ndarray]]
) -> Path:
    """The same film after somebody tampered with its frames."""
    frames = change([frame.copy() for frame in decode(film.path).frames()])
    camera = film.shot.camera
    height, width = frames[0].shape[:2]
    encode(frames, path, width_px=width, height_px=height, frame_rate_hz=camera.frame_rate_hz)
    return path


FALL_QUESTIONS = (
    ask(Measure.FALL_TIME, "ball", reference="ground"),
    ask(Measure.VERTICAL_ACCELERATION, "ball"),
    ask(Measure.IMPACT_SPEED, "ball", reference="ground"),
)


@pytest.fixture(scope="module")
def fall(tmp_path_factory: pytest.TempPathFactory) -> Take:
    return take(dropped(5.0), tmp_path_factory.mktemp("fall") / "f.mp4")


def test_a_film_at_another_scale_than_its_bar_is_not_the_one_asked_for(fall):
    camera = fall.shot.camera.revised(pixels_per_metre=fall.shot.camera.pixels_per_metre * 1.1)
    seen = watch(OBSERVER, fall.path, fall.shot.revised(camera=camera), *FALL_QUESTIONS)
    assert seen.evidence == seen.violations == ()
    assert {a.reason for a in seen.abstentions} == {AbstentionReason.INCONSISTENT_PREMISE}
    assert "scale bar" in seen.because


def test_a_film_without_its_scale_bar_yields_no_metres(fall, tmp_path):
    def erased(frames):
        for frame in frames:
            frame[-22:-6] = frame[0, 0]
        return frames

    seen = watch(OBSERVER, refilmed(fall, tmp_path / "f.mp4", erased), fall.shot, *FALL_QUESTIONS)
    assert reason(seen, "impact_speed") is AbstentionReason.SCALE_UNKNOWN


def test_a_small_error_of_the_declared_scale_is_carried_as_uncertainty(fall):
    camera = fall.shot.camera.revised(pixels_per_metre=fall.shot.camera.pixels_per_metre * 1.02)
    seen = watch(OBSERVER, fall.path, fall.shot.revised(camera=camera), *FALL_QUESTIONS)
    said = next(e.quantity for e in seen.evidence if e.name == "vertical_acceleration")
    assert abs(said.value - G) < 2 * said.uncertainty
    assert said.uncertainty > 0.008 * G


def test_a_film_of_half_the_declared_size_has_half_the_scale(fall, tmp_path):
    import cv2

    def halved(frames):
        return [
            cv2.resize(f, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)[:134] for f in frames
        ]

    path = refilmed(fall, tmp_path / "f.mp4", halved)
    seen = watch(OBSERVER, path, fall.shot, ask(Measure.VERTICAL_ACCELERATION, "ball"))
    assert value(seen, "vertical_acceleration") == pytest.approx(G, rel=0.03)


def test_a_film_at_another_rate_than_declared_yields_no_seconds(fall):
    camera = fall.shot.camera.revised(frame_rate_hz=60.0)
    seen = watch(OBSERVER, fall.path, fall.shot.revised(camera=camera), *FALL_QUESTIONS)
    assert {a.reason for a in seen.abstentions} == {AbstentionReason.FRAME_RATE_UNKNOWN}
    assert seen.availability is ObserverAvailability.INSUFFICIENT
    assert seen.verdict is Verdict.UNCERTAIN


def test_a_ball_that_hovers_has_no_acceleration_and_never_lands(fall, tmp_path):
    def held(frames):
        for frame in frames[1:]:
            frame[:-6] = frames[0][:-6]
        return frames

    seen = watch(OBSERVER, refilmed(fall, tmp_path / "f.mp4", held), fall.shot, *FALL_QUESTIONS)
    assert abs(value(seen, "vertical_acceleration")) < 0.2
    assert reason(seen, "fall_time") is AbstentionReason.EVENT_NOT_SEEN
    assert [v.law for v in seen.violations] == [Law.HOVERING]


def test_a_body_that_is_not_there_at_first_tells_nothing_of_what_it_did(fall, tmp_path):
    def hidden(frames):
        for frame in frames[:4]:
            frame[:-40] = frame[0, 0]
        return frames

    seen = watch(OBSERVER, refilmed(fall, tmp_path / "f.mp4", hidden), fall.shot, *FALL_QUESTIONS)
    assert seen.evidence == ()
    assert {a.reason for a in seen.abstentions} == {AbstentionReason.NOT_VISIBLE}
    assert "not there when the film begins" in seen.because


def test_a_film_that_stands_still_with_its_clock_says_nothing_of_anything(fall, tmp_path):
    path = refilmed(fall, tmp_path / "f.mp4", lambda frames: frames[:1] * len(frames))
    seen = watch(OBSERVER, path, fall.shot, *FALL_QUESTIONS)
    assert seen.evidence == seen.violations == ()
    assert {a.reason for a in seen.abstentions} == {AbstentionReason.INCONSISTENT_PREMISE}
    assert "stands still" in seen.because


def test_a_film_that_ends_before_the_landing_is_too_short(fall, tmp_path):
    path = refilmed(fall, tmp_path / "f.mp4", lambda frames: frames[:20])
    seen = watch(OBSERVER, path, fall.shot, *FALL_QUESTIONS)
    assert reason(seen, "fall_time") is AbstentionReason.FILM_TOO_SHORT
    assert value(seen, "vertical_acceleration") == pytest.approx(G, rel=0.01)


def test_a_ball_that_vanishes_in_mid_air_is_lost_and_said_to_vanish(fall, tmp_path):
    def gone(frames):
        empty = frames[-1].copy()
        empty[:, :] = frames[0][0, 0]
        for frame in frames[15:22]:
            floor = int(fall.shot.camera.origin_y_px) - 4
            frame[:floor] = empty[:floor]
        return frames

    seen = watch(OBSERVER, refilmed(fall, tmp_path / "f.mp4", gone), fall.shot, *FALL_QUESTIONS)
    assert seen.verdict is Verdict.IMPOSSIBLE
    (violation,) = seen.violations
    assert (violation.law, violation.subject) == (Law.VANISHING, "ball")
    assert (violation.frames.first, violation.frames.last) == (15, 21)


@pytest.mark.parametrize("zoom", [1.3, 2.0])
def test_a_ball_that_leaves_the_picture_is_out_of_frame(tmp_path, zoom):
    film = take(thrown(12, 60), tmp_path / "f.mp4", SMALL.revised(zoom=zoom))
    seen = film.seen_by(OBSERVER, ask(Measure.LANDING_DISTANCE, "ball", reference="ground"))
    assert seen.evidence == ()
    assert reason(seen, "landing_distance") in {
        AbstentionReason.OUT_OF_FRAME,
        AbstentionReason.NOT_VISIBLE,  # the ground, too
    }


def test_a_body_that_is_not_there_is_not_visible(fall):
    seen = watch(
        OBSERVER,
        fall.path,
        fall.shot,
        ask(Measure.CLEARANCE_ABOVE, "ball", reference="wall"),
        ask(Measure.DISPLACEMENT, "crate"),
        ask(Measure.TILT, "ball"),
        Question(
            evidence="in_kelvin",
            measure=Measure.FALL_TIME,
            unit=Unit.KELVIN,
            subjects=("ball",),
            reference="ground",
        ),
    )
    assert {a.name: a.reason for a in seen.abstentions} == {
        "clearance_above": AbstentionReason.NOT_VISIBLE,
        "displacement": AbstentionReason.NOT_VISIBLE,
        "tilt": AbstentionReason.NOT_MEASURABLE,
        "in_kelvin": AbstentionReason.NOT_MEASURABLE,
    }


def test_each_question_gets_exactly_one_answer(fall):
    questions = tuple(
        ask(measure, "ball", reference="ground").revised(evidence=f"q_{measure.value}")
        for measure in Measure
    )
    seen = watch(OBSERVER, fall.path, fall.shot, *questions)
    said = sorted([e.name for e in seen.evidence] + [a.name for a in seen.abstentions])
    assert said == sorted(q.evidence for q in questions)


def test_an_undeclared_film_tells_nothing_in_metres(fall):
    seen = watch(OBSERVER, fall.path, None, *FALL_QUESTIONS)
    assert seen.evidence == ()
    assert reason(seen, "vertical_acceleration") is AbstentionReason.SCALE_UNKNOWN
    assert reason(seen, "fall_time") is AbstentionReason.NOT_MEASURABLE
    assert {s.unit for s in seen.series} == {Unit.PIXEL}


def test_with_a_scale_alone_the_one_thing_that_moves_is_measured(fall):
    shot = Shot(camera=fall.shot.camera)
    seen = watch(OBSERVER, fall.path, shot, *FALL_QUESTIONS)
    said = next(e.quantity for e in seen.evidence if e.name == "vertical_acceleration")
    assert abs(said.value - G) < 2 * said.uncertainty
    assert said.uncertainty >= 0.02 * said.value
    assert reason(seen, "fall_time") is AbstentionReason.NOT_MEASURABLE


def test_words_on_the_picture_change_nothing(fall, tmp_path):
    import cv2

    def captioned(frames):
        for frame in frames:
            cv2.putText(frame, "goal achieved", (20, 60), 0, 0.8, (120, 120, 120), 1, cv2.LINE_AA)
        return frames

    plain = watch(OBSERVER, fall.path, fall.shot, *FALL_QUESTIONS)
    wordy = watch(
        OBSERVER, refilmed(fall, tmp_path / "f.mp4", captioned), fall.shot, *FALL_QUESTIONS
    )
    for name in ("fall_time", "vertical_acceleration", "impact_speed"):
        assert value(wordy, name) == pytest.approx(value(plain, name), rel=0.005)


def test_the_smallest_framing_is_measured_too(tmp_path):
    film = take(dropped(5.0), tmp_path / "f.mp4", SMALL.revised(width_px=320, height_px=180))
    seen = film.seen_by(OBSERVER, *FALL_QUESTIONS)
    assert value(seen, "vertical_acceleration") == pytest.approx(G, rel=0.02)
