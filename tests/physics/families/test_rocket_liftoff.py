"""Liftoff: thrust against weight, propellant burnt away, and the film of the equation of motion."""

import numpy as np
import pytest

from storyworld.physics.liftoff_motion import Flight
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

G = 9.81
LATE = (
    "A 1000 kg rocket with 9.5 kN of thrust burns 4 kg of propellant every second for 20 s and "
    "gets off the ground"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 1200 kg rocket with 15 kN thrust lifts off", ACHIEVED),
        ("A 1200 kg rocket with constant 11.5 kN thrust and no mass loss lifts off", IMPOSSIBLE),
        ("A rocket attempts liftoff with thrust slightly below its weight.", OPEN),
        ("A rocket whose thrust is just below its weight and whose mass is constant takes off",
         IMPOSSIBLE),
        ("A rocket with thrust exceeding its weight leaves the pad", ACHIEVED),
        ("A rocket with thrust twice its weight blasts off", ACHIEVED),
        ("A rocket whose thrust is 90 % of its weight loses no mass and rises", IMPOSSIBLE),
        ("T/W=1.3; the rocket rises", ACHIEVED),
        ("A rocket of 500 kg with three engines of 5 kN each takes off", ACHIEVED),
        ("A rocket of 2 t with three engines of 5 kN each and constant mass takes off", IMPOSSIBLE),
        ("Nine engines with a combined thrust of 7.6 MN cannot lift a 550 tonne rocket off the pad",
         IMPOSSIBLE),
        ("A 1200 kg rocket with 11 kN of thrust does not lift off, its mass being constant",
         ACHIEVED),
        ("A 2000 kg lander with a 5 kN engine lifts off from the Moon", ACHIEVED),
        ("A 2500 kg rocket with a 6 kN engine and no mass loss leaves the Martian surface",
         IMPOSSIBLE),
        ("A rocket of 900 kg, thrust 8 kN, burning 2 kg/s for 10 s, leaves the ground", IMPOSSIBLE),
        ("A booster has a dry mass of 200 kg and 300 kg of propellant and a thrust of 4 kN; it "
         "lifts off", ACHIEVED),
        ("A rocket of 1000 kg, 400 kg of which is fuel, lifts off with a thrust of 9 kN", ACHIEVED),
        ("A 1 t rocket carrying 200 kg of payload lifts off with 11 kN of thrust", OPEN),
        ("A rocket of 10 t with 150 kN of thrust is held down on the pad and lifts off", OPEN),
        ("A 2 t rocket fires only one of its two 15 kN engines and lifts off", OPEN),
        ("A 1000 kg rocket with 20 kN of thrust lifts off and reaches 10 km", OPEN),
        ("The launcher weighs 20 kN and its engine gives 25 kN, so it rises", ACHIEVED),
    ],
)  # fmt: skip
def test_thrust_against_weight_decides(text, expected):
    assert said(text) == ("rocket_liftoff", expected)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A rocket attempts liftoff with thrust slightly below its weight.",
         {"mass_flow", "burn_time"}),
        ("A 1000 kg rocket with 9.5 kN of thrust lifts off", {"mass_flow", "burn_time"}),
        ("A 1000 kg rocket with 9.5 kN of thrust burning 4 kg/s lifts off", {"burn_time"}),
        ("A 500 kg rocket lifts off", {"thrust"}),
        ("A rocket with 5 kN of thrust lifts off", {"mass"}),
        ("A rocket with engines of 5 kN each and a mass of 2 t lifts off", {"engines", "thrust"}),
        ("A 10 kg rocket with 200 N of thrust lifts off from an alien planet", {"gravity"}),
    ],
)  # fmt: skip
def test_what_decides_and_is_not_given_is_named(text, names):
    assert missing(text) == names
    assert outcome(text) is None


def test_a_late_liftoff_takes_propellant_and_a_prompt_one_does_not_have_it():
    assert said(LATE)[1] == ACHIEVED
    assert said(LATE + " immediately")[1] == IMPOSSIBLE
    late = "A rocket (1000 kg, thrust 9.5 kN, mass flow 4 kg/s, burn time 20 s) sits on the pad "
    assert outcome(late + "at first and lifts off only after a while") == "late_liftoff"


def test_the_moment_of_liftoff_is_when_thrust_equals_weight():
    scenario = beat_of(LATE + " within 10 s of ignition").scenario
    assert scenario.wanted == "lifts_in_time"
    assert evidence(scenario, "liftoff_time") == pytest.approx((1000 - 9500 / G) / 4, rel=1e-9)
    assert outcome(LATE + " within 5 s of ignition") == "lifts_later"


def test_a_unit_changes_nothing():
    for thrust in ("15 kN", "15000 N", "1529.6 kgf", "3372 lbf"):
        beat = beat_of(f"A 1200 kg rocket with {thrust} of thrust lifts off")
        assert beat.prediction.outcome == "lifts"
        assert evidence(beat.scenario, "initial_ratio") == pytest.approx(1.2742, rel=1e-3)


def test_the_margin_is_monotone():
    scenario = beat_of(LATE).scenario
    assert rises(margins(scenario, "lifts", "thrust", [1e3, 5e3, 9e3, 2e4]))
    assert rises(margins(scenario, "lifts", "mass_flow", [0.1, 1.0, 4.0, 20.0]))
    assert rises(margins(scenario, "lifts", "burn_time", [1.0, 10.0, 50.0]))
    assert falls(margins(scenario, "lifts", "mass", [500.0, 1000.0, 2000.0]))
    assert falls(margins(scenario, "lifts", "gravity", [1.6, 9.8, 24.0]))


@pytest.mark.parametrize("thrust", [11e3, 12e3, 15e3, 30e3])
def test_the_staged_rocket_accelerates_as_the_solver_says(thrust):
    scenario = changed(
        beat_of("A 1200 kg rocket with 15 kN thrust and constant mass lifts off").scenario,
        thrust=thrust, ratio=thrust / (1200 * G),
    )  # fmt: skip
    _, motion, places = moved(scenario, 240)
    way = motion.poses[:, places["rocket"], 1] - motion.poses[0, places["rocket"], 1]
    t = motion.times_s[len(way) // 2]
    simulated = 2 * way[len(way) // 2] / t**2
    assert simulated == pytest.approx(max(0.0, thrust / 1200 - G), rel=0.02, abs=1e-9)


@pytest.mark.parametrize("flow", [3.0, 4.0, 10.0])
def test_the_staged_rocket_leaves_the_pad_when_the_solver_says(flow):
    scenario = changed(beat_of(LATE).scenario, mass_flow=flow, share=flow * 20 / 1000)
    _, motion, places = moved(scenario, 480)
    way = motion.poses[:, places["rocket"], 1] - motion.poses[0, places["rocket"], 1]
    up = np.flatnonzero(way > 0)
    # Just above the pad height grows with the third power of time: that gives the moment.
    later, last = up[len(up) // 10], up[len(up) // 5]
    share = (way[last] / way[later]) ** (1 / 3)
    faster = Flight.of({p.name: p.quantity.value for p in scenario.parameters}).faster
    t1, t2 = faster * motion.times_s[later], faster * motion.times_s[last]
    assert (share * t1 - t2) / (share - 1) == pytest.approx((1000 - 9500 / G) / flow, rel=0.02)


@pytest.mark.parametrize(("burn", "lifts"), [(7.0, False), (12.0, True), (20.0, True)])
def test_the_film_shows_what_the_solver_says(burn, lifts):
    beat = beat_of(LATE.replace("20 s", f"{burn} s"))
    assert (beat.prediction.outcome == "lifts") is lifts
    judgement = judged(beat)
    assert not judgement.conflicts
    assert (judgement.state == "ACCEPTED") is lifts


@pytest.mark.parametrize(
    "text",
    [
        LATE,
        "A rocket with a thrust-to-weight ratio of 1.01 rises",
        "A 900 kg rocket with 8 kN of thrust burning 2 kg/s for 10 s does not leave the ground",
        "A 1 g rocket with 1 N of thrust takes off",
    ],
)
def test_every_answer_can_be_filmed(text):
    assert framed(text) > 2
