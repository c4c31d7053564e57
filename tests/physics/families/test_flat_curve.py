"""A vehicle on a level curve, against the law of the circle taken anew."""

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
    margins,
    missing,
    moved,
    outcome,
    rises,
    said,
)
from tests.physics.families.filmed import judged

TRACKS = "A car takes a 50 m radius flat turn at 15 m/s, mu 0.7"
SKIDS = "A car takes a 50 m radius flat turn at 25 m/s, mu 0.7"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TRACKS, ACHIEVED),
        (SKIDS, IMPOSSIBLE),
        (SKIDS + " and skids", ACHIEVED),
        (TRACKS + " and slides off the road", IMPOSSIBLE),
        (SKIDS + " without skidding", IMPOSSIBLE),
        ("A car cannot hold a flat 50 m radius curve at 25 m/s with mu 0.7", ACHIEVED),
        ("A van rounds a level bend with a diameter of 100 m at 54 km/h, mu 0.7", ACHIEVED),
        ("A car on a flat 50 m radius turn with mu 0.7 starts to skid at 18.5 m/s", ACHIEVED),
        ("A car on a flat 50 m radius turn with mu 0.7 starts to skid at 25 m/s", IMPOSSIBLE),
        ("The maximum speed of a car in a flat 50 m radius turn, mu 0.7, is at least 20 m/s",
         IMPOSSIBLE),
        ("At its top speed of 25 m/s a car skids in a flat turn of 50 m radius with mu 0.7",
         ACHIEVED),
        ("The friction of 0.7 keeps the car in a flat 50 m radius turn at 25 m/s from skidding",
         IMPOSSIBLE),
        (TRACKS + " with a lot of downforce", OPEN),
        ("A car goes round a frictionless flat curve of 40 m radius at 10 m/s", IMPOSSIBLE),
        ("A car corners at 0.9 g on a level bend with mu 0.7 without skidding", IMPOSSIBLE),
        (TRACKS + " and the driver feels no more than 0.3 g", OPEN),
        (TRACKS + " while braking", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_grip(text, expected):
    assert said(text) == ("flat_curve", expected)


def test_a_turn_without_numbers_has_to_be_seen():
    beat = beat_of("A vehicle takes a sharp turn at increasing speed.")
    assert beat.scenario.family == "flat_curve"
    assert beat.scenario.intent.requires_visual_verification
    assert not beat.answerable
    assert not beat_of(TRACKS).scenario.intent.requires_visual_verification


def test_what_decides_and_is_not_given_is_named():
    assert missing("A van goes round a flat curve of 40 m radius at 15 m/s") == {"friction"}
    assert missing("A taxi gets round a level corner at 12 m/s with tyre friction 0.75") == {
        "radius"
    }
    assert missing("A car with tyre friction 0.8 takes a flat 30 m radius turn") == {"speed"}


def test_banked_curves_and_overturning_are_others_goals():
    assert said("A car holds a 100 m radius, 20 deg bank at 20 m/s with mu 0.1")[0] != "flat_curve"
    assert said(TRACKS + " without rolling over")[0] != "flat_curve"
    assert said(TRACKS.replace("flat", "not banked"))[0] == "flat_curve"


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(TRACKS).scenario
    assert falls(margins(scenario, "tracks", "speed", [5.0, 15.0, 40.0]))
    assert rises(margins(scenario, "tracks", "radius", [10.0, 50.0, 400.0]))
    assert rises(margins(scenario, "tracks", "friction", [0.1, 0.7, 1.2]))
    assert rises(margins(scenario, "skids", "speed", [5.0, 15.0, 40.0]))


@pytest.mark.parametrize("speed", [20.0, 25.0, 60.0])
def test_a_skidding_car_runs_on_a_wider_circle(speed):
    pulled = {"speed": speed, "lateral_acceleration": speed**2 / 50}
    _, motion, places = moved(changed(beat_of(SKIDS).scenario, **pulled))
    way = motion.poses[:, places["car"], :2]
    a, b, c = way[0], way[len(way) // 2], way[-1]
    sides = [math.dist(p, q) for p, q in ((a, b), (b, c), (c, a))]
    (ux, uy), (wx, wy) = b - a, c - a
    radius = math.prod(sides) / (2 * abs(ux * wy - uy * wx))
    assert radius == pytest.approx(speed**2 / (0.7 * 9.81), rel=0.02)


@pytest.mark.parametrize("factor", [0.5, 0.98, 1.02, 1.5])
def test_the_staged_car_keeps_its_circle_exactly_up_to_the_speed_of_skidding(factor):
    scenario = beat_of(TRACKS).scenario
    critical = evidence(scenario, "skid_speed")
    assert critical == pytest.approx(math.sqrt(0.7 * 9.81 * 50))
    speed = factor * critical
    pulled = changed(scenario, speed=speed, lateral_acceleration=speed**2 / 50)
    _, motion, places = moved(pulled)
    out = np.hypot(motion.poses[:, places["car"], 0], motion.poses[:, places["car"], 1])
    assert bool(out.max() < 50.1) is (factor < 1)


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(TRACKS) == outcome(TRACKS.replace("15 m/s", "54 km/h")) == "tracks"
    assert outcome(SKIDS) == outcome(SKIDS.replace("50 m", "0.05 km")) == "skids"


@pytest.mark.parametrize("text", [TRACKS, SKIDS, TRACKS.replace("50 m", "2 km")])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # It skids at 15.7 m/s: the highest speed is no premise.
        ("The maximum speed without skidding of a car on a flat curve of 50 m radius with mu 0.5 "
         "is at least 20 m/s", IMPOSSIBLE),
        ("A car on a flat bend (r = 50 m, mu 0.5) can go no faster than 12 m/s without skidding",
         IMPOSSIBLE),
        ("A car on a flat bend (r = 50 m, mu 0.5) can go no faster than 17 m/s without skidding",
         ACHIEVED),
        ("A car takes a flat bend of 50 m radius at 10 m/s with mu 0.5 and is found in a brook",
         OPEN),
        ("A car on a flat bend (r = 50 m, mu 0.5) does not lose hold at 10 m/s", ACHIEVED),
        ("A car on a flat bend (r = 50 m, mu 0.5) holds the road only if it does 10 m/s", OPEN),
    ],
)  # fmt: skip
def test_what_is_said_of_the_limit_and_of_the_end(text, expected):
    assert said(text) == ("flat_curve", expected)
