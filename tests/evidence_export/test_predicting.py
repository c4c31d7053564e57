"""Where the solver says a body is: held against the engine that films it."""

import numpy as np
import pytest

from storyworld.evidence_export.predicting import course
from storyworld.physics.families import staged
from storyworld.physics.staging import frame_times, simulate
from storyworld.records.goal import MissingParameter
from storyworld.records.quantity import TimeSeries, Unit
from storyworld.records.scenario import Beat
from tests.webapp.departing import G, planned, shot_of

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
SLIDES = "A block slides down a 30 deg ramp, static friction 0.3, kinetic friction 0.2, length 3 m"
LANDS_S = (2 * 20 / G) ** 0.5


def named(name: str, unit: Unit = Unit.METRE) -> TimeSeries:
    return TimeSeries(name=name, unit=unit, times_s=(0.0,), values=(0.0,), uncertainties=(0.0,))


def told(beat: Beat, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Give what is predicted, shape (times, 3), and what the engine makes of it at these times."""
    shot = shot_of(beat)
    times = frame_times(shot.camera)
    scene = staged(beat.scenario)
    rows = np.array(course(beat.scenario, shot, named(name), tuple(times.tolist())))
    body = [b.name for b in scene.bodies].index(name[:-2])
    poses = simulate(scene, times).poses[: len(rows), body, "xy".index(name[-1])]
    return rows, poses


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (FALL, "ball_y"),
        ("A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away", "ball_x"),
        ("A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away", "ball_y"),
        ("A ball thrown straight up at 10 m/s reaches 5 m", "ball_y"),
        ("A ball with e=0.8 dropped from 1 m rebounds to at least 0.6 m", "ball_y"),
        ("A crate stays at rest on a 25 deg ramp, static friction 0.6", "block_y"),
        (SLIDES, "block_x"),
        (SLIDES, "block_y"),
        ("Three 0.30 m boxes stacked with 8 cm stagger stand for 10 s", "box_1_x"),
        ("Three 0.30 m boxes stacked with 8 cm stagger stand for 10 s", "box_3_y"),
    ],
)
def test_it_is_where_the_engine_has_it(text: str, name: str) -> None:
    beat = planned(text)
    rows, poses = told(beat, name)
    assert len(rows) > 10
    one_px = 1 / shot_of(beat).camera.pixels_per_metre
    assert np.abs(rows[:, 1] - poses).max() < 0.05 * one_px


def test_free_flight_ends_with_the_first_contact() -> None:
    rows, _ = told(planned(FALL), "ball_y")
    assert LANDS_S - 0.04 < rows[-1, 0] <= LANDS_S


def test_its_uncertainty_is_that_of_the_parameters() -> None:
    beat = planned(FALL)
    rows, _ = told(beat, "ball_y")
    height, gravity = (beat.scenario.parameter(n) for n in ("height", "gravity"))
    assert height is not None
    assert gravity is not None
    ball = next(b for b in staged(beat.scenario).bodies if b.name == "ball")
    of_height = height.quantity.uncertainty * ball.y_m / height.quantity.value
    t = rows[-1, 0]
    expected = np.hypot(of_height, gravity.quantity.uncertainty * t * t / 2)
    assert rows[-1, 2] == pytest.approx(expected, rel=0.05)


def test_what_slides_is_as_uncertain_as_its_friction_makes_it() -> None:
    beat = planned(SLIDES)
    rows, _ = told(beat, "block_x")
    way_m = rows[:, 1] - rows[0, 1]
    assert way_m[-1] > 1.0
    assert rows[-1, 2] > 2 * rows[0, 2]


def test_nothing_is_said_of_what_topples_or_of_what_nobody_staged() -> None:
    beat = planned(FALL)
    shot, times = shot_of(beat), (0.0, 0.5, 1.0)
    assert course(beat.scenario, shot, named("ball_y"), times)
    assert course(beat.scenario, shot, named("ball_y", Unit.PIXEL), times) == ()
    assert course(beat.scenario, shot, named("ground_y"), times) == ()
    assert course(beat.scenario, shot, named("ball_tilt", Unit.METRE), times) == ()
    assert course(beat.scenario, shot.revised(bodies=()), named("ball_y"), times) == ()
    stack = planned("Three 0.30 m boxes stacked with 12 cm stagger stand for 10 s")
    assert course(stack.scenario, shot_of(stack), named("box_3_x"), times) == ()


def test_a_scenario_from_elsewhere_with_parameters_that_no_family_takes_is_not_computed() -> None:
    beat = planned(FALL)
    height = beat.scenario.parameter("height")
    assert height is not None
    others = tuple(p for p in beat.scenario.parameters if p is not height)
    absurd = height.revised(quantity=height.quantity.revised(value=1e9))
    scenario = beat.scenario.revised(parameters=(*others, absurd))
    assert course(scenario, shot_of(beat), named("ball_y"), (0.0, 1.0)) == ()
    lacking = MissingParameter(name="height", unit=Unit.METRE, because="it decides")
    missing = beat.scenario.revised(parameters=others, missing=(lacking,))
    assert course(missing, shot_of(beat), named("ball_y"), (0.0, 1.0)) == ()
