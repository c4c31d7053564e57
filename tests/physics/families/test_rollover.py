"""A vehicle that may roll over, against moments about its outer wheels taken anew."""

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

UPRIGHT = "An SUV (track 1.6 m, CG 0.7 m, mu 0.8) does not roll in a hard turn at 20 m/s, r=40 m"
ROLLS = "A bus (track 2.0 m, CG 1.4 m, mu 0.9) takes r=50 m at 20 m/s without rolling"
VAN = "A van with a 1.7 m track and its centre of gravity 0.9 m up takes a 60 m radius turn at {} "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (UPRIGHT, ACHIEVED),
        (ROLLS, IMPOSSIBLE),
        (ROLLS.replace("without rolling", "and rolls over"), ACHIEVED),
        (UPRIGHT.replace("does not roll", "overturns"), IMPOSSIBLE),
        (VAN.format("18 m/s") + "on tarmac with mu 0.8 and neither skids nor rolls over", ACHIEVED),
        (VAN.format("18 m/s") + "with mu 0.5 and neither skids nor rolls over", IMPOSSIBLE),
        (VAN.format("18 m/s") + "with mu 0.5, skids and does not roll over", ACHIEVED),
        ("A car with a track of 1.6 m and CG 0.45 m does not roll over in a turn, mu 1.1",
         ACHIEVED),
        ("An SUV with a static stability factor of 1.05 rolls over in a 0.9 g turn, mu 0.95",
         IMPOSSIBLE),
        ("A truck on ice (mu 0.15), track 2 m, CG 2 m high, rolls over in a 25 m turn at 14 m/s",
         IMPOSSIBLE),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_moments(text, expected):
    assert said(text) == ("rollover", expected)


def test_what_decides_and_is_not_given_is_named():
    assert "cg_height" in missing("A bus with a 1.8 m track takes r=35 m at 16 m/s, mu 0.9, "
                                  "without rolling over")  # fmt: skip
    assert "track" in missing("A bus (CG 1.4 m, mu 0.9) takes r=50 m at 20 m/s without rolling")
    assert "friction" in missing(VAN.format("25 m/s") + "and rolls over")


def test_what_no_tyre_can_change_needs_no_friction():
    text = VAN.format("10 m/s") + "and does not roll over"
    assert missing(text) == set()
    assert outcome(text) == "upright"


def test_the_outcome_names_what_happens():
    assert outcome(ROLLS) == "rolls"
    assert outcome(ROLLS.replace("20 m/s", "72 km/h")) == "rolls"
    assert outcome(VAN.format("18 m/s") + "with mu 0.5 and neither skids nor rolls over") == "skids"
    bus = ROLLS.replace("without rolling", "and neither skids nor rolls over")
    assert outcome(bus) == "rolls"


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(ROLLS).scenario
    assert rises(margins(scenario, "upright", "track", [1.0, 1.5, 2.5]))
    assert falls(margins(scenario, "upright", "cg_height", [0.5, 1.0, 2.0]))
    assert falls(margins(scenario, "upright", "speed", [5.0, 10.0, 20.0]))
    assert rises(margins(scenario, "upright", "radius", [60.0, 100.0, 300.0]))
    assert falls(margins(scenario, "upright", "friction", [0.1, 0.4, 0.7]))


@pytest.mark.parametrize("factor", [0.6, 0.98, 1.02, 1.5])
def test_the_staged_vehicle_rolls_exactly_beyond_the_speed_of_the_closed_form(factor):
    scenario = beat_of(ROLLS).scenario
    critical = evidence(scenario, "roll_speed")
    assert critical == pytest.approx(math.sqrt(2.0 / 2.8 * 9.81 * 50))
    speed = factor * critical
    driven = changed(scenario, speed=speed, lateral_acceleration=speed**2 / 50)
    _, motion, places = moved(driven)
    turned = np.degrees(np.abs(motion.poses[-1, places["vehicle"], 2]))
    assert bool(turned > 80) is (factor > 1)


def test_the_staged_vehicle_begins_to_roll_as_its_moments_say():
    _, motion, places = moved(beat_of(ROLLS).scenario, 240.0)
    turned, t = -motion.poses[10, places["vehicle"], 2], motion.times_s[10]
    inertia = (2.0**2 + 2.8**2) / 12 + 1.0 + 1.4**2
    assert turned == pytest.approx((8 * 1.4 - 9.81 * 1.0) / inertia * t * t / 2, rel=0.02)


def test_the_staged_vehicle_skids_where_the_tyres_lack_grip():
    text = VAN.format("18 m/s") + "with mu 0.5, skids and does not roll over"
    _, motion, places = moved(beat_of(text).scenario, 240.0)
    way = motion.poses[:, places["vehicle"], 0] - motion.poses[0, places["vehicle"], 0]
    at = int(np.searchsorted(way, 1.0))
    seconds = np.interp(1.0, way[at - 1 : at + 1], motion.times_s[at - 1 : at + 1])
    assert seconds == pytest.approx(math.sqrt(2 / (18**2 / 60 - 0.5 * 9.81)), rel=0.02)


@pytest.mark.parametrize("text", [UPRIGHT, ROLLS])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
