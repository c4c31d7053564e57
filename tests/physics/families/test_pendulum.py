"""Pendulums, against the series of the period and energy taken anew."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.physics.families.pendulum import full_period
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
from tests.physics.families.filmed import judged

SWINGS = "A 1 m pendulum completes 10 small swings in under 21 s"
CLIMBS = "A pendulum released from rest at 30 cm rises to 50 cm on the far side"


def series(length: float, degrees: float, g: float = 9.81) -> float:
    """Period by the first four terms of the power series in the amplitude."""
    th = math.radians(degrees)
    terms = 1 + th**2 / 16 + 11 * th**4 / 3072 + 173 * th**6 / 737280
    return 2 * math.pi * math.sqrt(length / g) * terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SWINGS, ACHIEVED),
        (SWINGS.replace("21 s", "19 s"), IMPOSSIBLE),
        (SWINGS.replace("completes", "does not complete"), IMPOSSIBLE),
        (CLIMBS, IMPOSSIBLE),
        (CLIMBS.replace("50 cm", "25 cm"), ACHIEVED),
        (CLIMBS.replace("50 cm", "30 cm"), ACHIEVED),
        (CLIMBS.replace("rises to", "does not rise above"), ACHIEVED),
        (CLIMBS.replace("rises to 50 cm", "swings up to 35 cm"), IMPOSSIBLE),
        ("A pendulum swings higher on the far side than where it was released", IMPOSSIBLE),
        ("A pendulum rises no higher on the far side than where it was released", ACHIEVED),
        ("The pendulum swings back to its starting height", ACHIEVED),
        ("A pendulum makes at least 20 swings in 60 s; its length is 2 m", ACHIEVED),
        ("A pendulum makes at least 22 swings in 60 s; its length is 2 m", IMPOSSIBLE),
        ("A 25 cm pendulum swings 60 times per minute", ACHIEVED),
        ("A 4 m pendulum swings at 0.25 Hz", ACHIEVED),
        ("A pendulum 2 ft long never needs more than 2 s for one full small swing", ACHIEVED),
        ("On the Moon a 1 m pendulum swinging gently has a period longer than 4 s", ACHIEVED),
        ("A 1 m pendulum released at 20 cm reaches the far side in 1.1 s", ACHIEVED),
        ("A bob let go 50 cm above its lowest point is never faster than 3 m/s", IMPOSSIBLE),
        ("A pendulum bob pushed at 3 m/s from a height of 0.5 m rises to 0.9 m", ACHIEVED),
        ("A pendulum bob pushed at 3 m/s from a height of 0.5 m rises to 1.1 m", IMPOSSIBLE),
        ("A child on a swing is pushed and rises to 2 m", OPEN),
        ("A 1 m pendulum swings in under 3 s per swing and its string breaks", OPEN),
        ("A mass on a spring swings up and down 10 times in 5 s", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_period_and_energy(text, expected):
    assert said(text)[1] == expected


def test_what_only_hangs_is_no_pendulum():
    assert said("A stone hangs motionless from a rope in mid-air")[0] != "pendulum"


def test_what_decides_and_is_not_given_is_named():
    assert missing("A pendulum completes 10 small swings in under 21 s") == {"length"}
    assert missing("A pendulum rises to 50 cm on the far side") == {"release_height"}
    assert "start_speed" in missing("A pendulum pushed off at 30 cm rises to 50 cm")


def test_the_length_reaches_to_the_middle_of_the_bob():
    text = "A ball of 20 cm radius on a string of 80 cm swings through small angles, period {}"
    scenario = beat_of(text.format("2.0 s")).scenario
    assert evidence(scenario, "period") == pytest.approx(series(1.0, 5.0), rel=1e-3)


def test_a_wide_swing_takes_longer_than_a_small_one():
    small = "A 2 m pendulum takes less than 3 s for a small swing"
    wide = "A 2 m pendulum pulled 90 degrees aside takes less than 3 s per swing"
    assert outcome(small) == "within"
    assert outcome(wide) == "too_slow"


def test_outcome_does_not_turn_on_the_unit():
    feet = SWINGS.replace("1 m pendulum", "3.28 ft pendulum")
    assert outcome(SWINGS) == outcome(feet) == "within"
    assert outcome(CLIMBS) == outcome(CLIMBS.replace("50 cm", "0.5 m")) == "violates_energy"


def test_times_and_heights_go_one_way_with_each_parameter():
    scenario = beat_of(SWINGS).scenario
    times = [evidence(changed(scenario, length=v), "time_of_swings") for v in (0.3, 1.0, 4.0)]
    assert rises(times)
    assert falls([evidence(changed(scenario, gravity=v), "period") for v in (1.6, 9.8, 25.0)])
    heights = beat_of(CLIMBS).scenario
    assert rises([evidence(changed(heights, release_height=v), "far_rise") for v in (0.1, 1, 3)])


@pytest.mark.parametrize("degrees", [1.0, 20.0, 45.0, 70.0])
def test_the_exact_period_is_that_of_the_series(degrees):
    assert full_period(1.3, degrees, 9.81) == pytest.approx(series(1.3, degrees), rel=2e-4)


@given(st.floats(0.1, 20.0), st.floats(1.0, 170.0), st.floats(1.0, 25.0))
def test_no_swing_is_quicker_than_a_small_one(length, degrees, g):
    assert full_period(length, degrees, g) >= 2 * math.pi * math.sqrt(length / g)


@pytest.mark.parametrize(("length", "degrees"), [(0.4, 10.0), (1.5, 60.0), (3.0, 120.0)])
def test_the_staged_bob_swings_as_long_as_the_series_says(length, degrees):
    text = f"A {length} m pendulum with an amplitude of {degrees} degrees takes over 1 s per swing"
    _, motion, places = moved(beat_of(text).scenario, 240.0)
    x = motion.poses[:, places["bob"], 0]
    up = np.flatnonzero((x[:-1] < 0) & (x[1:] >= 0))
    down = np.flatnonzero((x[:-1] > 0) & (x[1:] <= 0))
    half = motion.times_s[down[0]] - motion.times_s[up[0]]
    assert 2 * half == pytest.approx(series(length, degrees), rel=0.02)


@pytest.mark.parametrize(("release", "push"), [(0.3, 0.0), (0.5, 2.0), (1.0, 1.0)])
def test_the_staged_bob_rises_as_high_as_its_energy(release, push):
    text = f"A pendulum bob pushed at {push} m/s from a height of {release} m rises to 0.2 m"
    if not push:
        text = f"A pendulum released from {release} m rises to 0.2 m on the far side"
    _, motion, places = moved(beat_of(text).scenario, 120.0)
    highest = motion.poses[:, places["bob"], 1].max()
    assert highest == pytest.approx(release + push**2 / (2 * 9.81), rel=0.02)


@pytest.mark.parametrize("text", [SWINGS, CLIMBS, CLIMBS.replace("50 cm", "25 cm")])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
