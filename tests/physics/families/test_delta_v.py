"""Delta-v: the rocket equation, what is asked of it, and the film of the equation of motion."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    said,
)
from tests.physics.families.filmed import judged

G0 = 9.80665
PLAIN = "A stage with Isp 350 s and mass ratio 10 gains 7.5 km/s"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAIN, ACHIEVED),
        ("A single stage with Isp 250 s and mass ratio 5 reaches orbit (9.4 km/s incl. losses)",
         IMPOSSIBLE),
        ("A rocket with Isp 300 s and mass ratio 10 reaches low Earth orbit", IMPOSSIBLE),
        ("A rocket with Isp 450 s and mass ratio 12 gets into orbit", ACHIEVED),
        ("A rocket with Isp 350 s and mass ratio 15 reaches escape velocity from the ground, losses"
         " included", IMPOSSIBLE),
        ("ve = 3000 m/s, m0 = 10 t, mf = 2 t: delta-v of at least 4.5 km/s", ACHIEVED),
        ("A probe of 800 kg dry carrying 200 kg of propellant with Isp 300 s speeds up by 1 km/s",
         IMPOSSIBLE),
        ("A rocket with Isp 320 s burns from 20 t down to 5 t and gains at least 4 km/s", ACHIEVED),
        ("The ion engine ejects xenon at 30 km/s; 10 % of the spacecraft's mass is propellant; it "
         "gains 5 km/s", IMPOSSIBLE),
        ("Two stages, each with Isp 340 s and mass ratio 5, reach 9.4 km/s", ACHIEVED),
        ("A two-stage rocket: first stage Isp 300 s and mass ratio 4, second stage Isp 450 s and "
         "mass ratio 5; it gains 12 km/s", IMPOSSIBLE),
        ("Losing 1.5 km/s to gravity, a rocket with Isp 300 s and mass ratio 8 gains 5 km/s",
         IMPOSSIBLE),
        ("A 500 kg satellite, 40 kg of which is hydrazine (Isp 220 s), cannot change its speed by "
         "as much as 250 m/s", ACHIEVED),
        ("A stage with Isp 340 s and mass ratio 5 falls short of 9.4 km/s", ACHIEVED),
        ("A stage with Isp = 350 and a 10:1 mass ratio gains 7.5 km/s", ACHIEVED),
        ("A stage with Isp 350 s and mass ratio 10 carrying an extra 5 t payload gains 7.5 km/s",
         OPEN),
        ("A stage with Isp 350 s, mass ratio 10 and half its tanks empty gains 7.5 km/s", OPEN),
        ("The stage does not reach 7 km/s although its Isp is 350 s and its mass ratio is 10",
         IMPOSSIBLE),
    ],
)  # fmt: skip
def test_the_rocket_equation_decides(text, expected):
    assert said(text) == ("delta_v", expected)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("With an Isp of 340 s the upper stage picks up 3 km/s of delta-v", {"mass_ratio"}),
        ("A rocket with mass ratio 5 gains 5 km/s", {"isp"}),
        (
            "A stage with Isp 320 s and mass ratio 5 picks up speed",
            {"delta_v_min", "delta_v", "wanted"},
        ),
        ("Two stages with Isp 340 s and mass ratio 5 reach 9.4 km/s", {"stages"}),
        ("A rocket with Isp 340 s and mass ratio 5 goes straight up and reaches 3 km/s",
         {"losses"}),
    ],
)  # fmt: skip
def test_what_decides_and_is_not_given_is_named(text, names):
    assert missing(text) & names
    assert missing(text) <= names
    assert outcome(text) is None


def test_a_unit_changes_nothing():
    for speed in ("7.5 km/s", "7500 m/s", "27000 km/h"):
        text = f"A stage with Isp 350 s and mass ratio 10 gains {speed}"
        assert outcome(text) == "reaches"
    assert outcome("A 20 t rocket burns 12 t of fuel, Isp 300 s, and gains 2.5 km/s") == outcome(
        "A 20000 kg rocket burns 12000 kg of fuel, Isp 300 s, and gains 2.5 km/s"
    )


def test_the_gain_is_that_of_the_rocket_equation_and_monotone():
    scenario = beat_of(PLAIN).scenario
    exact = evidence(scenario, "delta_v")
    assert exact == pytest.approx(350 * G0 * math.log(10), rel=1e-9)
    gains = [
        evidence(changed(scenario, mass_ratio=r), "delta_v") for r in (1.5, 2.0, 5.0, 20.0)
    ]  # fmt: skip
    assert (np.diff(gains) > 0).all()


@given(st.floats(100.0, 5000.0), st.floats(1.01, 50.0), st.floats(1.01, 50.0))
def test_two_burns_one_after_the_other_gain_what_one_burn_through_both_does(ve, first, second):
    scenario = beat_of(PLAIN).scenario
    found = [
        evidence(changed(scenario, exhaust_speed=ve, isp=ve / G0, mass_ratio=r), "delta_v")
        for r in (first, second, first * second)
    ]
    assert found[0] + found[1] == pytest.approx(found[2], rel=1e-9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAIN, 350 * G0 * math.log(10)),
        ("A stage with Isp 300 s and mass ratio 2 gains 3 km/s", 300 * G0 * math.log(2)),
        ("Two stages, each with Isp 340 s and mass ratio 5, reach 9.4 km/s",
         2 * 340 * G0 * math.log(5)),
        ("Losing 1.5 km/s to gravity, a rocket with Isp 300 s and mass ratio 8 gains 5 km/s",
         300 * G0 * math.log(8) - 1500),
    ],
)  # fmt: skip
def test_the_pointer_gets_to_the_speed_that_the_equation_of_motion_gives(text, expected):
    _, motion, places = moved(beat_of(text).scenario)
    assert 1000 * motion.poses[-1, places["pointer"], 0] == pytest.approx(expected, rel=0.02)


@pytest.mark.parametrize(("need", "reaches"), [("7.7", True), ("7.8", True), ("8.1", False)])
def test_the_film_shows_what_the_solver_says(need, reaches):
    beat = beat_of(PLAIN.replace("7.5", need))
    assert (beat.prediction.outcome == "reaches") is reaches
    judgement = judged(beat)
    assert not judgement.conflicts
    assert (judgement.state == "ACCEPTED") is reaches


@pytest.mark.parametrize(
    "text",
    [PLAIN, "A rocket with exhaust velocity 3 km/s and mass ratio 4 gains 500 km/s",
     "A spacecraft with an exhaust velocity of 30 km/s of whose mass 2 % is propellant attains a "
     "velocity change of at most 6 km/s"],
)  # fmt: skip
def test_every_answer_can_be_filmed(text):
    assert framed(text) > 2
