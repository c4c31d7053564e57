"""Spring launches, against work and energy taken anew."""

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
    framed,
    missing,
    moved,
    outcome,
    rises,
    said,
)
from tests.physics.families.filmed import judged

THROWS = "A 500 N/m spring compressed 0.1 m throws a 0.1 kg ball to 2 m"
LEVEL = "A spring (k = 200 N/m) compressed 4 cm sends a 20 g puck off over ice at 3.5 m/s"
SLIDES = (
    "A spring with k = 800 N/m and 10 cm compression pushes a 2 kg block over a floor with "
    "friction 0.25; it slides at most 1 m"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (THROWS, ACHIEVED),
        (THROWS.replace("to 2 m", "to 5 m"), IMPOSSIBLE),
        (THROWS.replace("to 2 m", "up to 5 m"), IMPOSSIBLE),
        (THROWS.replace("throws a 0.1 kg ball to 2 m", "does not throw a 0.1 kg ball above 2 m"),
         IMPOSSIBLE),
        (THROWS.replace("to 2 m", "to 2.5 m above the relaxed spring"), ACHIEVED),
        (THROWS.replace("to 2 m", "to 2.7 m above the relaxed spring"), IMPOSSIBLE),
        (THROWS.replace("500 N/m", "5 N/cm"), ACHIEVED),
        (THROWS.replace("to 2 m", "to 10 m on the Moon"), ACHIEVED),
        (LEVEL, ACHIEVED),
        (LEVEL.replace("3.5 m/s", "5 m/s"), IMPOSSIBLE),
        (LEVEL.replace("at 3.5 m/s", "slower than 3 m/s"), IMPOSSIBLE),
        (SLIDES, ACHIEVED),
        (SLIDES.replace("1 m", "70 cm"), IMPOSSIBLE),
        ("A spring that stores 4 J shoots a 200 g ball straight up to 2 m", ACHIEVED),
        ("A spring that stores 4 J shoots a 200 g ball straight up to 2.3 m", IMPOSSIBLE),
        ("A spring pressed in by a force of 60 N over 8 cm fires a 10 g dart at 20 m/s", ACHIEVED),
        ("A 2 kg block shot up a smooth 30 degree ramp by a 1500 N/m spring compressed by 20 cm "
         "gets 2.9 m up the ramp", ACHIEVED),
        ("A 2 kg block shot up a smooth 30 degree ramp by a 1500 N/m spring compressed by 20 cm "
         "gets 3.5 m up the ramp", IMPOSSIBLE),
        (LEVEL + " in spite of air resistance", OPEN),
        (THROWS + " and breaks", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_energy(text, expected):
    assert said(text)[1] == expected


def test_what_decides_and_is_not_given_is_named():
    assert missing("A spring compressed by 12 cm fires a 100 g ball to a height of 3 m") == {
        "stiffness"
    }
    assert missing("A 500 N/m spring throws a 0.1 kg ball to a height of 2 m") == {"compression"}
    assert missing("A 500 N/m spring compressed 0.1 m throws a ball to a height of 2 m") == {"mass"}


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(THROWS) == outcome(THROWS.replace("0.1 kg", "100 g")) == "gets_to"
    assert outcome(LEVEL) == outcome(LEVEL.replace("3.5 m/s", "12.6 km/h")) == "leaves_at"


def test_heights_and_speeds_go_one_way_with_each_parameter():
    scenario = beat_of(THROWS).scenario
    assert rises([evidence(changed(scenario, stiffness=v), "height") for v in (90, 500, 900)])
    assert rises([-evidence(changed(scenario, mass=v), "height") for v in (0.02, 0.1, 1.0)])
    level = beat_of(LEVEL).scenario
    assert rises([evidence(changed(level, compression=v), "speed") for v in (0.01, 0.04, 0.1)])


@pytest.mark.parametrize(("k", "x", "m"), [(500.0, 0.1, 0.1), (80.0, 0.2, 0.5), (2e4, 0.05, 3.0)])
def test_the_staged_body_rises_as_high_as_the_energy(k, x, m):
    text = f"A {k} N/m spring compressed {x} m throws a {m} kg ball to a height of 0.1 m"
    _, motion, places = moved(beat_of(text).scenario, 240.0)
    y = motion.poses[:, places["body"], 1]
    assert y.max() - y[0] == pytest.approx(k * x * x / 2 / (m * 9.81), rel=0.02)


@pytest.mark.parametrize(("k", "x", "m"), [(200.0, 0.04, 0.02), (1200.0, 0.05, 0.5)])
def test_the_staged_body_leaves_as_fast_as_the_energy(k, x, m):
    text = f"A spring (k = {k} N/m) compressed {x} m sends a {m} kg puck off over ice at 0.1 m/s"
    _, motion, places = moved(beat_of(text).scenario, 480.0)
    last = np.diff(motion.poses[-10:, places["body"], 0]).mean() * 480.0
    assert last == pytest.approx(x * math.sqrt(k / m), rel=0.02)


def test_the_staged_body_slides_as_far_as_friction_lets_it():
    _, motion, places = moved(beat_of(SLIDES).scenario)
    x = motion.poses[:, places["body"], 0]
    assert x[-1] - x[0] == pytest.approx(800 * 0.1**2 / 2 / (0.25 * 2 * 9.81), rel=0.02)


@pytest.mark.parametrize("text", [THROWS, THROWS.replace("2 m", "5 m"), LEVEL, SLIDES])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 8
