"""A vehicle on a banked curve, against the forces along the bank taken anew."""

import math

import numpy as np
import pytest

from tests.physics.families.asked import (
    ACHIEVED,
    IMPOSSIBLE,
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

HOLDS = "A car holds a 100 m radius, 20 deg bank at 20 m/s with mu 0.1"
FAST = "A car holds a 100 m radius, 20 deg bank at 40 m/s with mu 0.1"
SLOW = "A car holds a 100 m radius, 20 deg bank at 8 m/s with mu 0.1"
T = math.tan(math.radians(20))
V_MAX = math.sqrt(100 * 9.81 * (T + 0.1) / (1 - 0.1 * T))
V_MIN = math.sqrt(100 * 9.81 * (T - 0.1) / (1 + 0.1 * T))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HOLDS, ACHIEVED),
        (FAST, IMPOSSIBLE),
        (SLOW, IMPOSSIBLE),
        (FAST.replace("holds", "slides up on"), ACHIEVED),
        (SLOW.replace("holds", "slides down on"), ACHIEVED),
        (SLOW.replace("holds", "slides up on"), IMPOSSIBLE),
        (FAST.replace("holds", "skids on"), ACHIEVED),
        (HOLDS + " and slides neither up nor down", ACHIEVED),
        (SLOW + " and slides neither up nor down", IMPOSSIBLE),
        ("A car does not slide up a 100 m radius, 20 deg bank at 8 m/s with mu 0.1", ACHIEVED),
        ("A car on a 300 m radius curve with a superelevation of 8% at 20 m/s holds, mu 0.15",
         ACHIEVED),
        ("A bike on a 60 degree bank of 30 m radius at 80 m/s with mu 0.7 stays on", ACHIEVED),
        ("The maximum speed of a car on a 100 m radius 20 deg bank, mu 0.1, is at least 30 m/s",
         IMPOSSIBLE),
        ("The minimum speed of a car on a 100 m radius 20 deg bank, mu 0.1, is at least 10 m/s",
         ACHIEVED),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_forces_along_the_bank(text, expected):
    assert said(text) == ("banked_curve", expected)


def test_what_decides_and_is_not_given_is_named():
    assert missing("A car holds a 120 m radius turn banked at 12 degrees at 30 m/s") == {"friction"}
    assert missing("A car holds a banked curve of 100 m radius at 20 m/s with mu 0.1") == {"bank"}
    assert missing("A car with mu 0.1 holds a curve banked at 20 degrees at 20 m/s") == {"radius"}


def test_which_way_it_slides_is_said():
    assert outcome(HOLDS) == outcome(HOLDS.replace("20 m/s", "72 km/h")) == "tracks"
    assert outcome(FAST) == "slides_up"
    assert outcome(SLOW) == "slides_down"
    assert outcome(SLOW.replace("holds", "slides up on")) == "slides_down"


def test_the_margins_go_one_way_with_each_parameter():
    scenario = beat_of(HOLDS).scenario
    assert falls(margins(scenario, "stays_below", "speed", [5.0, 20.0, 60.0]))
    assert rises(margins(scenario, "stays_above", "speed", [5.0, 20.0, 60.0]))
    assert rises(margins(scenario, "tracks", "friction", [0.05, 0.2, 0.9]))
    assert rises(margins(scenario, "stays_below", "radius", [30.0, 100.0, 900.0]))
    assert rises(margins(scenario, "stays_below", "bank", [1.0, 20.0, 60.0]))


@pytest.mark.parametrize(
    ("speed", "way"),
    [(0.98 * V_MAX, 0), (1.02 * V_MAX, 1), (1.02 * V_MIN, 0), (0.98 * V_MIN, -1), (40.0, 1)],
)
def test_the_staged_car_slides_exactly_beyond_the_speeds_of_the_closed_form(speed, way):
    scenario = changed(beat_of(HOLDS).scenario, speed=speed)
    assert evidence(scenario, "top_speed") == pytest.approx(V_MAX)
    assert evidence(scenario, "least_speed") == pytest.approx(V_MIN)
    _, motion, places = moved(scenario)
    rise = motion.poses[-1, places["car"], 1] - motion.poses[0, places["car"], 1]
    assert np.sign(round(rise, 2)) == way


def test_the_staged_car_slides_as_fast_as_the_forces_say():
    _, motion, places = moved(beat_of(FAST).scenario, 240.0)
    way = np.hypot(*(motion.poses[:, places["car"], :2] - motion.poses[0, places["car"], :2]).T)
    at = int(np.searchsorted(way, 4.0))
    seconds = np.interp(4.0, way[at - 1 : at + 1], motion.times_s[at - 1 : at + 1])
    sin, cos = math.sin(math.radians(20)), math.cos(math.radians(20))
    gains = 16 * cos - 9.81 * sin - 0.1 * (9.81 * cos + 16 * sin)
    assert seconds == pytest.approx(math.sqrt(8 / gains), rel=0.02)


@pytest.mark.parametrize(
    "text",
    [HOLDS, FAST, SLOW, FAST.replace("holds", "slides up on"), SLOW.replace("holds", "skids up")],
)
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
