"""Falls through air, against the law of drag taken anew."""

import math

import numpy as np
import pytest

from tests.physics.families.asked import (
    ACHIEVED,
    IMPOSSIBLE,
    OPEN,
    beat_of,
    changed,
    evidence,
    falls,
    framed,
    missing,
    moved,
    outcome,
    rises,
    said,
)
from tests.physics.families.filmed import beats_of, judged

BELOW = "An 80 kg skydiver (CdA 0.7) stays below 60 m/s"
FASTER = "A 90 kg dummy with a drag area of 0.65 m2 falls through air of 1.2 kg/m3 at over {} m/s"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BELOW, ACHIEVED),
        (BELOW.replace("60", "30"), IMPOSSIBLE),
        (BELOW.replace("stays below 60", "exceeds 60"), IMPOSSIBLE),
        (BELOW.replace("stays below 60", "never exceeds 60"), ACHIEVED),
        (BELOW.replace("stays below 60", "does not reach 30"), IMPOSSIBLE),
        ("A belly-down skydiver exceeds 100 m/s at sea level", IMPOSSIBLE),
        ("A skydiver in free fall stays below 800 km/h", ACHIEVED),
        ("A skydiver exceeds 90 m/s", OPEN),
        ("A raindrop hits the ground at more than 100 m/s", IMPOSSIBLE),
        ("A raindrop falls slower than 15 m/s", ACHIEVED),
        ("A feather drifts down at 1 m/s", OPEN),
        ("A feather falls faster than 20 m/s in still air", IMPOSSIBLE),
        ("A parachutist under an open parachute hits the ground at more than 30 m/s", IMPOSSIBLE),
        ("A parachutist under an open parachute lands at less than 5 m/s", OPEN),
        ("A 20 g hailstone with a drag coefficient of 0.5 and a frontal area of 9 cm² hits the "
         "ground at more than 20 m/s", ACHIEVED),
        ("Dropped from a height of 10 m, an 80 kg dummy with a drag area of 0.7 m2 reaches 20 m/s",
         IMPOSSIBLE),
        ("An 80 kg skydiver with CdA = 0.7 m2 passes 40 m/s within 3 s of free fall", IMPOSSIBLE),
        (BELOW + " in the stratosphere", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_drag(text, expected):
    assert said(text) == ("terminal", expected)


def test_what_is_thrown_down_is_not_decided():
    assert said("An 80 kg skydiver with a CdA of 0.7 m2, fired down, exceeds 60 m/s")[1] == OPEN


def test_the_same_skydiver_is_the_one_of_the_goal_before():
    text = "The same belly-down skydiver exceeds 100 m/s at sea level"
    (beat,) = beats_of(text, BELOW)
    assert beat.prediction.outcome == "stays_below"


def test_what_decides_and_is_not_given_is_named():
    found = missing("A 5 kg supply crate hanging from a parachute touches down at under 5 m/s")
    assert "face_area" in found
    assert missing("A dummy with a drag area of 0.65 m2 falls at more than 50 m/s") >= {"mass"}
    assert "speed" in missing("A bowling ball falls faster than a feather")


def test_the_speed_goes_one_way_with_each_parameter():
    scenario = beat_of(FASTER.format(30)).scenario

    def speed(**values: float) -> float:
        mass, area, rho = (values.get(n, d) for n, d in (
            ("mass", 90.0), ("drag_area", 0.65), ("air_density", 1.2)))  # fmt: skip
        vt = math.sqrt(2 * mass * 9.81 / (rho * area))
        given = {"terminal_speed": vt, **values}
        return evidence(changed(scenario, gravity=9.81, **given), "speed")

    assert speed() == pytest.approx(math.sqrt(2 * 90 * 9.81 / (1.2 * 0.65)))
    assert rises([speed(mass=m) for m in (10.0, 90.0, 500.0)])
    assert falls([speed(drag_area=a) for a in (0.1, 0.65, 9.0)])
    assert falls([speed(air_density=r) for r in (0.5, 1.2, 2.0)])
    assert rises([speed(fall_height=h) for h in (1.0, 30.0, 500.0)])
    assert rises([speed(fall_time=t) for t in (1.0, 5.0, 20.0)])


def test_dropped_it_never_falls_faster_than_its_terminal_speed():
    scenario = beat_of(FASTER.format(30)).scenario
    vt = evidence(scenario, "terminal")
    for height in (1.0, 1e3, 1e6):
        assert evidence(changed(scenario, fall_height=height), "speed") <= vt * (1 + 1e-6)


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(BELOW) == outcome(BELOW.replace("60 m/s", "216 km/h")) == "stays_below"
    assert outcome(FASTER.format(80)) == outcome(FASTER.format(80).replace("0.65 m2", "6500 cm2"))


@pytest.mark.parametrize(("height", "rate"), [(5.0, 240.0), (200.0, 240.0)])
def test_the_staged_body_lands_as_fast_as_the_law_says(height, rate):
    vt = math.sqrt(2 * 90 * 9.81 / (1.2 * 0.65))
    scenario = changed(beat_of(FASTER.format(30)).scenario, fall_height=height,
                       terminal_speed=vt, gravity=9.81)  # fmt: skip
    scene, motion, places = moved(scenario, rate)
    way = motion.poses[:, places["body"], 1]
    landed = int((way <= way.min() + 1e-9 * height).argmax())
    # By how much the film is faster than life: the fall from its height, by its time.
    seconds = vt / 9.81 * math.acosh(math.exp(9.81 * height / vt**2))
    pace = seconds / motion.times_s[landed]
    speed = -np.diff(way)[landed - 3] * rate / pace
    expected = vt * math.sqrt(-math.expm1(-2 * 9.81 * height / vt**2))
    assert speed == pytest.approx(expected, rel=0.02)
    assert evidence(scenario, "speed") == pytest.approx(expected)
    assert scene.bodies[places["body"]].y_m > height


def test_the_staged_body_falls_steadily_in_the_end():
    scene, motion, places = moved(beat_of(BELOW).scenario, 60.0)
    way = motion.poses[: int(60 * (scene.duration_s - 0.4)), places["body"], 1]
    steps = -np.diff(way)
    assert steps[-1] == pytest.approx(steps[-20], rel=0.01)
    assert steps[5] < steps[-1]


@pytest.mark.parametrize("text", [BELOW, FASTER.format(80), "A raindrop falls slower than 15 m/s"])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
