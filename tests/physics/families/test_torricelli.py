"""Draining tanks and their jets, against Torricelli's law taken anew."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.physics.draining import jet_speed, level_m
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

SLOWER = "A jet from a hole 0.5 m below the surface leaves slower than 3.2 m/s"
DRAINS = "tank: A = 2 m^2, h = 1.5 m, a = 20 cm^2, Cd = 0.6; drains in < {} min"
LANDS = "The jet from a hole 30 cm below the surface and 50 cm above the floor lands {} away"
CLIMBS = "An open reservoir with a head of 10 m feeds a nozzle whose jet rises at least {} high"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SLOWER, ACHIEVED),
        (SLOWER.replace("3.2", "3.0"), IMPOSSIBLE),
        (SLOWER.replace("slower", "faster"), IMPOSSIBLE),
        (SLOWER.replace("leaves slower", "does not leave faster"), ACHIEVED),
        ("A passive jet from a hole in an open tank rises above the water surface", IMPOSSIBLE),
        ("The jet from an open tank does not rise above the surface of the water", ACHIEVED),
        ("A jet driven by a pump rises above the surface of the tank", OPEN),
        (DRAINS.format(20), ACHIEVED),
        (DRAINS.format(8), IMPOSSIBLE),
        ("A bath of 1 m2, filled to 40 cm, does not empty through a plughole 4 cm in diameter in "
         "under a minute", ACHIEVED),
        ("A sealed tank 1 m2 wide, filled to 40 cm, empties through a 10 cm2 hole in 5 minutes",
         OPEN),
        (LANDS.format("at least 70 cm"), ACHIEVED),
        (LANDS.format("1.5 m"), IMPOSSIBLE),
        (CLIMBS.format("8 m"), ACHIEVED),
        (CLIMBS.format("12 m"), IMPOSSIBLE),
        ("On the Moon, water leaves a hole 0.5 m below the surface faster than 2 m/s", IMPOSSIBLE),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_head(text, expected):
    assert said(text) == ("torricelli", expected)


def test_what_decides_and_is_not_given_is_named():
    assert "head" in missing("Water squirts out of a hole in a tank faster than 3 m/s")
    full = "A tank of 1 m² base, filled to 1.5 m, drains through the hole in its bottom in 5 min"
    assert "hole_area" in missing(full)


def test_how_much_of_the_hole_the_jet_fills_may_decide():
    text = "A tank of 1 m2, filled to 1 m, drains through a 10 cm2 hole in {} minutes"
    assert said(text.format(20)) == ("torricelli", ACHIEVED)
    assert said(text.format(6)) == ("torricelli", IMPOSSIBLE)
    assert missing(text.format(10)) == {"discharge"}


def test_each_quantity_goes_one_way_with_each_parameter():
    scenario = beat_of(DRAINS.format(20)).scenario

    def times(name: str, *values: float) -> list[float]:
        return [evidence(changed(scenario, **{name: v}), "drain_time") for v in values]

    assert rises(times("head", 0.5, 1.5, 4.0))
    assert rises(times("tank_area", 0.5, 2.0, 9.0))
    assert falls(times("hole_area", 1e-4, 2e-3, 1e-2))
    assert falls(times("discharge", 0.5, 0.6, 1.0))
    assert falls(times("final_level", 0.0, 0.5, 1.0))


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(SLOWER) == outcome(SLOWER.replace("0.5 m", "50 cm")) == "leaves_slower"
    assert outcome(DRAINS.format(8)) == outcome(DRAINS.format(8).replace("8 min", "480 s"))


@pytest.mark.parametrize(("head", "gravity"), [(0.5, 9.81), (40.0, 9.81), (2.0, 1.62)])
def test_a_parcel_from_the_surface_leaves_as_fast_as_the_law_says(head, gravity):
    assert jet_speed(head, gravity) == pytest.approx(math.sqrt(2 * gravity * head), rel=1e-6)


@pytest.mark.parametrize(("tank", "hole", "head"), [(2.0, 2e-3, 1.5), (0.1, 1e-3, 0.3)])
def test_the_level_falls_as_long_as_the_law_says(tank, hole, head):
    seconds = tank / (0.6 * hole) * math.sqrt(2 * head / 9.81)
    values = {"discharge": 0.6, "hole_area": hole, "tank_area": tank, "head": head,
              "gravity": 9.81}  # fmt: skip
    times = np.linspace(0.0, 1.2 * seconds, 4000)
    level = level_m(values, times)
    empty = times[int((level < 1e-5 * head).argmax())]
    assert empty == pytest.approx(seconds, rel=0.01)


@pytest.mark.parametrize(("head", "drop"), [(0.3, 0.5), (2.0, 0.4), (0.1, 3.0)])
def test_the_staged_jet_lands_where_the_law_says(head, drop):
    scenario = changed(beat_of(LANDS.format("1.5 m")).scenario, head=head, drop=drop)
    _, motion, places = moved(scenario, rate_hz=200.0)
    way = motion.poses[:, places["drop"], 0]
    reach = 2 * math.sqrt(head * drop)
    assert way[-1] - way[0] == pytest.approx(reach, rel=0.01)
    assert evidence(scenario, "jet_range") == pytest.approx(reach)


@settings(max_examples=8, deadline=None)
@given(st.floats(0.05, 100.0))
def test_a_passive_jet_never_rises_above_its_surface(head):
    scenario = changed(beat_of(CLIMBS.format("8 m")).scenario, head=head)
    _, motion, places = moved(scenario, rate_hz=60.0)
    up = motion.poses[:, places["drop"], 1].max() - motion.poses[0, places["drop"], 1]
    assert up <= head
    assert up == pytest.approx(0.96 * head, rel=0.02)


@pytest.mark.parametrize(
    "text",
    [SLOWER, DRAINS.format(20), LANDS.format("at least 70 cm"), LANDS.format("1.5 m"),
     CLIMBS.format("12 m"), CLIMBS.format("8 m")],
)  # fmt: skip
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
