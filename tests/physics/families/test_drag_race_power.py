"""Power budgets, against the energies taken anew."""

import math

import numpy as np
import pytest

from storyworld.physics.fast_motion import pace
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

LIFTS = "A 500 W winch lifts 100 kg by 10 m in 25 s (eta 0.9)"
SHORT = "A 500 W winch lifts 100 kg by 10 m in 10 s"
CAR = "A 150 kW car of 1200 kg goes 0-100 km/h in 4 s"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LIFTS, ACHIEVED),
        (SHORT, IMPOSSIBLE),
        (SHORT.replace("lifts", "cannot lift"), ACHIEVED),
        (LIFTS.replace("lifts", "cannot lift"), IMPOSSIBLE),
        ("A 500 W winch does not need more than 25 s to lift 100 kg by 10 m", ACHIEVED),
        ("A 500 W winch takes at least 25 s to lift 100 kg by 10 m", IMPOSSIBLE),
        ("A 500 W winch takes 20 s to lift 100 kg by 10 m", ACHIEVED),
        (CAR, ACHIEVED),
        (CAR.replace("150 kW", "60 kW"), IMPOSSIBLE),
        (CAR.replace("4 s", "2 s"), IMPOSSIBLE),
        ("A car with 100 kW goes from 50 to 120 km/h in 6 s. Mass 1500 kg", IMPOSSIBLE),
        ("A 250 kg motorcycle with 80 hp goes from 0 to 60 mph in 4 s", ACHIEVED),
        ("A 70 kg student runs up 3 m of stairs in 2 s with at most 800 W", IMPOSSIBLE),
        ("A 70 kg student runs up 3 m of stairs in 2 s with at most 1100 W", ACHIEVED),
        ("Lifting 100 kg by 10 m in 10 s needs less than 1 kW", ACHIEVED),
        ("Lifting 100 kg by 10 m in 10 s requires at least 1.2 kW", IMPOSSIBLE),
        ("Lifting 100 kg by 10 m in 10 s takes about 980 W", ACHIEVED),
        ("A motor of at least 5 kW lifts 500 kg by 10 m in 12 s", ACHIEVED),
        ("A motor of at least 3 kW lifts 500 kg by 10 m in 12 s", OPEN),
        ("A 1 kW motor raises a 100 kg load at a steady 1.5 m/s", IMPOSSIBLE),
        ("A 75 kg cyclist with a 10 kg bike puts out 300 W and climbs an 8 % slope at 15 km/h",
         ACHIEVED),
        ("A 10 kW elevator carries 8 people of 75 kg each in a 600 kg cabin up 20 m in 20 s",
         IMPOSSIBLE),
        ("A pump of 1 kW lifts 5 litres of water per second by 15 m", ACHIEVED),
        ("50 kJ of energy is enough to lift a 200 kg piano 30 m", IMPOSSIBLE),
        ("On the Moon " + SHORT, ACHIEVED),
        ("A 1200 kg car with 2000 kW goes 0-100 km/h in 0.9 s", OPEN),
        ("A 300 W motor lifts 20 kg by 50 m within 60 s, helped by the wind", OPEN),
        ("A 10 kW elevator with a counterweight lifts a 900 kg cabin by 30 m in 60 s", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_energy_there_is(text, expected):
    assert said(text) == ("drag_race_power", expected)


def test_gravity_does_the_work_downhill():
    assert said("A car of 1500 kg with 100 kW goes downhill from 0 to 200 km/h in 9 s")[1] == OPEN


def test_what_decides_and_is_not_given_is_named():
    assert missing("A winch lifts 100 kg by 10 m in 10 s") == {"power"}
    assert missing("A 500 W winch lifts a crate by 10 m in 10 s") == {"mass"}
    assert missing("A 500 W winch lifts 100 kg in 10 s") == {"height"}
    assert missing("A 500 W winch lifts 100 kg by 10 m") == {"time"}


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(LIFTS) == outcome(LIFTS.replace("500 W", "0.5 kW")) == "achieves"
    assert outcome(SHORT) == outcome(SHORT.replace("10 m", "32.8 ft")) == "short"


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(LIFTS).scenario
    for eases, values in (("power", [100.0, 500.0, 900.0]), ("efficiency", [0.2, 0.6, 1.0])):
        assert rises(margins(scenario, "achieves", eases, values))
    for hardens in ("mass", "height"):
        assert falls(margins(scenario, "achieves", hardens, [5.0, 50.0, 500.0]))


@pytest.mark.parametrize(("power", "seconds"), [(500.0, 25.0), (500.0, 10.0), (2000.0, 6.0)])
def test_the_staged_load_rises_as_high_as_the_energy_says(power, seconds):
    scenario = beat_of(SHORT).scenario
    scenario = changed(scenario, power=power, time=seconds, energy=power * seconds)
    scene, motion, places = moved(scenario)
    assert scene.duration_s == pytest.approx(seconds / pace(seconds))
    way = motion.poses[:, places["load"], 1]
    high = min(power * motion.times_s[-1] * pace(seconds) / (100 * 9.81), 12.0)
    assert way[-1] - way[0] == pytest.approx(high, rel=0.02)


@pytest.mark.parametrize("power", [60e3, 100e3, 150e3])
def test_the_staged_car_gets_as_far_as_constant_power_takes_it(power):
    scenario = changed(beat_of(CAR).scenario, power=power, energy=power * 4.0)
    _, motion, places = moved(scenario)
    t = motion.times_s
    speed = np.sqrt(2 * power * t / 1200)
    free = speed < 1.15 * 27.8
    way = motion.poses[:, places["car"], 0][free]
    assert way[-1] == pytest.approx(2 / 3 * speed[free][-1] * t[free][-1], rel=0.02)
    gauge = motion.poses[:, places["pointer"], 0][free]
    assert gauge[-1] == pytest.approx(0.4 * 4 * speed[free][-1], rel=0.02)


def test_the_evidence_is_what_a_teacher_would_compute():
    assert evidence(beat_of(LIFTS).scenario, "time_to_lift") == pytest.approx(
        100 * 9.81 * 10 / 450, rel=1e-3
    )
    assert evidence(beat_of(CAR).scenario, "time_to_speed_up") == pytest.approx(
        600 * (100 / 3.6) ** 2 / 150e3, rel=1e-3
    )
    assert math.isclose(evidence(beat_of(CAR).scenario, "speed_share"), 1.296, rel_tol=1e-3)


@pytest.mark.parametrize("text", [LIFTS, SHORT, CAR, CAR.replace("150 kW", "60 kW")])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
