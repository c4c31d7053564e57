"""A load on a vehicle that speeds up or brakes, against Newton's second law taken anew."""

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

HOLDS = "A box (mu 0.4) stays put on a truck accelerating at 3 m/s^2"
SLIDES = "A box (mu 0.4) stays put on a truck braking at 6 m/s^2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HOLDS, ACHIEVED),
        (SLIDES, IMPOSSIBLE),
        ("A box (mu 0.4) slides on a truck braking at 6 m/s^2", ACHIEVED),
        ("A box (mu 0.4) does not slide on a truck braking at 6 m/s^2", IMPOSSIBLE),
        ("The load keeps its place on a truck braking at 0.8 g, mu_s 0.55", IMPOSSIBLE),
        ("A crate, mu 0.5, does not move in a van that goes from 0 to 100 km/h in 8 s", ACHIEVED),
        ("A crate, mu 0.3, does not move in a van that goes from 0 to 100 km/h in 8 s", IMPOSSIBLE),
        ("A truck slows from 20 m/s to 8 m/s in 3 s and the load with mu 0.5 holds", ACHIEVED),
        ("Boxes with friction 0.6 stay put on a lorry braking from 20 m/s to a halt in 50 m",
         ACHIEVED),
        ("A crate with static friction 0.4 and kinetic friction 0.2 stays put on a truck "
         "accelerating at 3 m/s^2", ACHIEVED),
        ("An emergency stop at 7 m/s^2 does not make the load (mu_s 0.6) shift on the lorry",
         IMPOSSIBLE),
        ("On the Moon a box (mu 0.4) stays put on a truck accelerating at 3 m/s^2", IMPOSSIBLE),
        ("A box (mu 0.4) strapped down on a truck braking at 6 m/s^2 stays put", OPEN),
        ("A box (mu 0.4) on a truck braking at 6 m/s^2 slides against the cab", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_friction(text, expected):
    assert said(text)[1] == expected


def test_what_decides_and_is_not_given_is_named():
    assert missing("A piano stays put on a truck accelerating at 2.5 m/s^2") == {"friction"}
    assert missing("A box (mu 0.4) stays put on a truck that brakes hard") == {"acceleration"}


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(HOLDS) == outcome(HOLDS.replace("3 m/s^2", "300 cm/s^2")) == "holds"
    assert outcome(SLIDES) == "slides"


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(HOLDS).scenario
    assert rises(margins(scenario, "holds", "friction", [0.1, 0.4, 1.0]))
    assert falls(margins(scenario, "holds", "acceleration", [1.0, 3.0, 9.0]))
    assert rises(margins(scenario, "slides", "acceleration", [1.0, 3.0, 9.0]))


@pytest.mark.parametrize(("a", "mu"), [(6.0, 0.4), (3.0, 0.2), (9.0, 0.1)])
def test_the_staged_load_slides_as_fast_as_friction_lets_it(a, mu):
    scenario = changed(beat_of(SLIDES).scenario, acceleration=a, friction=mu)
    _, motion, places = moved(scenario, 240.0)
    way = np.abs(motion.poses[:, places["load"], 0])
    at = int(np.searchsorted(way, 2.0))
    seconds = np.interp(2.0, way[at - 1 : at + 1], motion.times_s[at - 1 : at + 1])
    spare = a - mu * 9.81
    faster = pace(math.sqrt(2 * 2.4 / spare))
    assert seconds * faster == pytest.approx(math.sqrt(2 * 2.0 / spare), rel=0.02)


@pytest.mark.parametrize("a", [3.85, 3.99])
def test_the_staged_load_slides_exactly_beyond_mu_g(a):
    scenario = changed(beat_of(SLIDES).scenario, acceleration=a)
    assert evidence(scenario, "holding_acceleration") == pytest.approx(0.4 * 9.81)
    _, motion, places = moved(scenario)
    assert bool(np.ptp(motion.poses[:, places["load"], 0]) > 0.4) is (a > 0.4 * 9.81)


def test_a_load_slides_forward_when_braking_and_backward_when_speeding_up():
    for text, forward in ((SLIDES, True), (SLIDES.replace("braking", "accelerating"), False)):
        _, motion, places = moved(beat_of(text).scenario)
        assert bool(motion.poses[-1, places["load"], 0] > 0) is forward


@pytest.mark.parametrize("text", [HOLDS, SLIDES])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
