"""The solvers against independent computations: properties, and the staged simulation."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.physics.families import family_named
from storyworld.physics.scene import Motion, Scene
from storyworld.physics.staging import simulate
from storyworld.physics.trajectory import (
    best_angle_far,
    best_angle_over,
    height_at,
    landing_distance,
)
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.records.scenario import Plan, Prediction, Scenario
from storyworld.stages.plan import plan
from tests.physics.families.goals import leaning, reach

FRAME_HZ = 240


def scenario_of(text: str) -> Scenario:
    planned = plan(Goal(text=text), planner=RulesPlanner())
    assert isinstance(planned, Plan)
    assert not planned.beats[0].scenario.missing
    return planned.beats[0].scenario


FALL = scenario_of("A ball dropped from 20 m reaches the ground in under 2.1 s")
OVER = scenario_of("A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away")
ACROSS = scenario_of("A ball thrown at 20 m/s crosses a 15 m gap")
RAMP = scenario_of("A crate stays at rest on a 25 deg ramp, static friction 0.6")
STACK = scenario_of("Three 0.30 m boxes stacked with 5 cm stagger stand for 10 s")


def changed(scenario: Scenario, **values: float) -> Scenario:
    return scenario.revised(
        parameters=tuple(
            p.revised(quantity=p.quantity.revised(value=values.get(p.name, p.quantity.value)))
            for p in scenario.parameters
        )
    )


def margin(scenario: Scenario, constraint: str) -> float:
    prediction = solved(scenario)
    found = next(f for f in prediction.findings if f.constraint_id == constraint)
    assert found.margin is not None
    return found.margin.value


def solved(scenario: Scenario) -> Prediction:
    return family_named(scenario.family).solve(scenario)


def moved(scenario: Scenario) -> tuple[Scene, Motion, dict[str, int]]:
    scene = family_named(scenario.family).stage(scenario)
    times = np.arange(int(scene.duration_s * FRAME_HZ) + 1) / FRAME_HZ
    return scene, simulate(scene, times), {b.name: i for i, b in enumerate(scene.bodies)}


@pytest.mark.parametrize(
    ("scenario", "constraint", "parameter", "low", "high", "rising"),
    [
        (FALL, "lands_in_time", "height", 0.1, 900.0, False),
        (FALL, "lands_in_time", "time_max", 0.1, 100.0, True),
        (FALL, "lands_in_time", "launch_speed", 0.0, 100.0, True),
        (OVER, "clears_wall", "wall_height", 0.1, 50.0, False),
        (OVER, "clears_wall", "speed", 5.0, 100.0, True),
        (ACROSS, "crosses_gap", "speed", 5.0, 100.0, True),
        (ACROSS, "crosses_gap", "gap", 0.1, 500.0, False),
        (RAMP, "stays", "angle", 0.1, 80.0, False),
        (RAMP, "stays", "friction_static", 0.0, 2.0, True),
        (STACK, "stands", "offset", 0.0, 1.0, False),
        (STACK, "stands", "width", 0.01, 2.0, True),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_the_margin_only_rises_or_only_falls_with_a_decisive_parameter(
    scenario, constraint, parameter, low, high, rising
):
    values = np.linspace(low, high, 40)
    margins = [margin(changed(scenario, **{parameter: float(v)}), constraint) for v in values]
    steps = np.diff(margins)
    assert (steps > 0).all() if rising else (steps < 0).all()


@given(
    st.floats(1.0, 100.0), st.floats(0.5, 200.0), st.floats(0.0, 89.0), st.floats(1.0, 25.0)
)  # fmt: skip
def test_no_angle_gets_higher_over_the_wall_than_the_best(v, x, deg, g):
    best = height_at(x, v, best_angle_over(x, v, g), 0.0, g)
    assert height_at(x, v, math.radians(deg), 0.0, g) <= best + 1e-6 * abs(best) + 1e-9


@given(st.floats(1.0, 100.0), st.floats(0.0, 100.0), st.floats(-45.0, 89.0), st.floats(1.0, 25.0))
def test_no_angle_gets_farther_than_the_best(v, fall, deg, g):
    best = landing_distance(v, best_angle_far(v, fall, g), fall, 0.0, g)
    assert landing_distance(v, math.radians(deg), fall, 0.0, g) <= best * (1 + 1e-9)


@given(st.floats(1.0, 100.0), st.floats(1.0, 85.0), st.floats(0.0, 50.0))
def test_the_landing_is_where_the_path_meets_the_ground(v, deg, start):
    angle = math.radians(deg)
    lands = landing_distance(v, angle, start, 0.0, 9.81)
    assert lands == pytest.approx(reach(v, deg, start), rel=1e-9)
    assert height_at(lands, v, angle, start, 9.81) == pytest.approx(0.0, abs=1e-6 * (v + start))


@settings(max_examples=60)
@given(st.integers(1, 12), st.floats(0.05, 2.0), st.floats(0.0, 0.5))
def test_the_stability_margin_is_that_of_boxes_placed_one_by_one(n, width, offset):
    scenario = changed(STACK, count=float(n), width=width, offset=offset, box_height=width)
    assert margin(scenario, "stands") == pytest.approx(leaning(n, width, offset))


@pytest.mark.parametrize("height", [0.5, 5.0, 20.0, 300.0])
def test_the_staged_ball_falls_as_long_as_the_solver_says(height):
    scenario = changed(FALL, height=height)
    scene, motion, places = moved(scenario)
    ball = scene.bodies[places["ball"]]
    low = motion.poses[:, places["ball"], 1] - ball.shape.radius_m
    assert low[0] == pytest.approx(height)
    landed = motion.times_s[int((low < 1e-3 * height).argmax())]
    assert landed == pytest.approx(math.sqrt(2 * height / 9.81), abs=2 / FRAME_HZ)


@pytest.mark.parametrize("wall", [2.0, 5.0, 6.5, 9.0, 15.0])
def test_the_staged_ball_gets_over_the_wall_exactly_if_the_solver_says_so(wall):
    scenario = changed(OVER, wall_height=wall)
    scene, motion, places = moved(scenario)
    across = motion.poses[:, places["ball"], 0].max() > 10.5
    assert bool(across) is (solved(scenario).evidence[0].quantity.value > 0)
    assert scene.bodies[places["wall"]].y_m == wall / 2


@pytest.mark.parametrize("gap", [5.0, 30.0, 39.0, 42.0, 60.0])
def test_the_staged_ball_lands_beyond_the_gap_exactly_if_the_solver_says_so(gap):
    scenario = changed(ACROSS, gap=gap)
    scene, motion, places = moved(scenario)
    ball = motion.poses[:, places["ball"]]
    low = ball[:, 1] - scene.bodies[places["ball"]].shape.radius_m
    down = np.flatnonzero((low <= 1e-3) & (motion.times_s > 0.5))[0]
    assert ball[down, 0] == pytest.approx(20 * 20 / 9.81, rel=0.02)
    assert bool(ball[down, 0] > gap) is (solved(scenario).evidence[0].quantity.value > gap)


@pytest.mark.parametrize("angle", [5.0, 25.0, 29.0, 33.0, 45.0, 70.0])
def test_the_staged_block_slides_exactly_if_the_solver_says_so(angle):
    scenario = changed(RAMP, angle=angle)
    _, motion, places = moved(scenario)
    block = motion.poses[:, places["block"], :2]
    way = np.linalg.norm(block - block[0], axis=1).max()
    constraints = family_named("incline").constraints(scenario)
    still = next(c for c in constraints if c.constraint_id == "stays_on_film").threshold
    assert still is not None
    assert bool(way <= still.value) is (math.tan(math.radians(angle)) <= 0.6)


@pytest.mark.parametrize(
    ("count", "offset"), [(1, 0.0), (3, 0.0), (3, 0.08), (3, 0.12), (6, 0.03), (6, 0.07), (12, 0.0)]
)
def test_the_staged_stack_topples_exactly_if_the_solver_says_so(count, offset):
    scenario = changed(STACK, count=float(count), offset=offset, hold_time=3.0)
    _, motion, places = moved(scenario)
    boxes = [i for name, i in places.items() if name.startswith("box_")]
    assert len(boxes) == count
    turned = np.degrees(np.abs(motion.poses[:, boxes, 2])).max()
    assert bool(turned > 5) is (leaning(count, 0.3, offset) < 0)


def test_a_box_narrower_base_carries_less():
    text = "Three 0.30 m boxes stacked with 8 cm stagger on a {} cm wide base stand"
    wide, narrow = scenario_of(text.format(30)), scenario_of(text.format(10))
    assert margin(narrow, "stands") < margin(wide, "stands")
    assert solved(narrow).outcome == "topples"
    _, motion, places = moved(narrow)
    boxes = [i for name, i in places.items() if name.startswith("box_")]
    assert np.degrees(np.abs(motion.poses[:, boxes, 2])).max() > 5


def test_a_small_clearance_is_undecided_as_the_ball_has_no_size_given():
    exact = tuple(
        p.revised(quantity=p.quantity.revised(uncertainty=0.0)) for p in OVER.parameters
    )  # fmt: skip
    close = changed(OVER.revised(parameters=exact), wall_height=7.4)
    clearance = solved(close).evidence[0].quantity
    assert clearance.value == pytest.approx(0.1475, abs=1e-3)
    assert clearance.uncertainty > 0.05
    assert solved(close).outcome is None
