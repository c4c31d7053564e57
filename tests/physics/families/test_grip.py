"""A gripped body, against Newton's second law taken anew."""

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

HOLDS = "A gripper squeezing 20 N (mu 0.6) lifts a 1.5 kg box"
SLIPS = "A gripper squeezing 10 N (mu 0.6) lifts a 1.5 kg box"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HOLDS, ACHIEVED),
        (SLIPS, IMPOSSIBLE),
        (SLIPS.replace("lifts", "cannot lift"), ACHIEVED),
        ("A 1.5 kg box slips out of a gripper squeezing 10 N (mu 0.6)", ACHIEVED),
        ("A 1.5 kg box does not slip out of a gripper squeezing 10 N (mu 0.6)", IMPOSSIBLE),
        (HOLDS + " upward at 4 m/s^2", ACHIEVED),
        (HOLDS + " upward at 8 m/s^2", IMPOSSIBLE),
        ("A three-fingered hand pressing with 10 N per finger (mu 0.6) holds a 1.5 kg box",
         ACHIEVED),
        ("Two fingers squeeze with 20 N each, friction 0.6, and hold an object that weighs 15 N",
         ACHIEVED),
        ("Holding a 1.5 kg box between two fingers with mu 0.6 needs at most 10 N per finger",
         IMPOSSIBLE),
        ("A squeeze of no more than 20 N per finger (mu 0.6) suffices to hold a 1.5 kg box",
         ACHIEVED),
        ("A gripper with frictionless jaws holds a 1 kg part with 100 N", IMPOSSIBLE),
        ("A 3 kg melon is held between two fingers that push with 30 N each, friction 0.4, and it "
         "slips", ACHIEVED),
        ("On the Moon a gripper squeezing 10 N (mu 0.6) lifts a 1.5 kg box", ACHIEVED),
        (HOLDS + " and crushes it", OPEN),
        (HOLDS + " 2 m high in 1 s", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_friction(text, expected):
    assert said(text) == ("grip", expected)


def test_what_decides_and_is_not_given_is_named():
    assert missing("A gripper squeezing 20 N lifts a 1.5 kg box") == {"friction"}
    assert missing("A gripper (mu 0.6) lifts a 1.5 kg box") == {"squeeze"}
    assert missing("A gripper squeezing 20 N (mu 0.6) lifts a box") == {"mass"}


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(HOLDS) == outcome(HOLDS.replace("1.5 kg", "1500 g")) == "holds"
    assert outcome(SLIPS) == "slips"


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(HOLDS).scenario
    assert rises(margins(scenario, "holds", "squeeze", [5.0, 20.0, 80.0]))
    assert rises(margins(scenario, "holds", "friction", [0.1, 0.4, 1.0]))
    assert falls(margins(scenario, "holds", "mass", [0.5, 1.5, 5.0]))
    assert falls(margins(scenario, "holds", "lift_acceleration", [0.0, 3.0, 9.0]))
    assert rises(margins(scenario, "slips", "mass", [0.5, 1.5, 5.0]))


@pytest.mark.parametrize(("factor", "lift"), [(0.98, 0.0), (1.02, 0.0), (0.98, 4.0), (1.02, 4.0)])
def test_the_staged_body_slips_exactly_below_the_force_that_is_needed(factor, lift):
    scenario = changed(beat_of(HOLDS).scenario, lift_acceleration=lift)
    needed = evidence(scenario, "needed_squeeze")
    assert needed == pytest.approx(1.5 * (9.81 + lift) / (2 * 0.6))
    _, motion, places = moved(changed(scenario, squeeze=factor * needed))
    assert bool(motion.poses[-1, places["body"], 1] < -0.03) is (factor < 1)


@pytest.mark.parametrize("squeeze", [2.0, 10.0, 12.0])
def test_the_staged_body_slips_as_fast_as_the_forces_say(squeeze):
    _, motion, places = moved(changed(beat_of(SLIPS).scenario, squeeze=squeeze), 240.0)
    gains = 9.81 - 2 * 0.6 * squeeze / 1.5
    way = -motion.poses[:, places["body"], 1]
    at = int(np.searchsorted(way, 0.08))
    seconds = np.interp(0.08, way[at - 1 : at + 1], motion.times_s[at - 1 : at + 1])
    faster = pace(math.sqrt(2 * 0.10 / gains))
    assert seconds * faster == pytest.approx(math.sqrt(2 * 0.08 / gains), rel=0.02)


@pytest.mark.parametrize("text", [HOLDS, SLIPS, HOLDS + " upward at 8 m/s^2"])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What must be pressed at least is what is needed: 2 g / 0.8 = 24.5 N.
        ("Each jaw of a two-jaw gripper must press with at least 30 N to hold 2 kg at mu 0.4",
         IMPOSSIBLE),
        ("Each jaw of a two-jaw gripper must press with at least 20 N to hold 2 kg at mu 0.4",
         ACHIEVED),
        ("A pinch of 20 N per finger is too weak to keep hold of a 2 kg tin at mu 0.45", ACHIEVED),
        ("A pinch of 30 N per finger is too weak to keep hold of a 2 kg tin at mu 0.45",
         IMPOSSIBLE),
        ("As it accelerates downward at 3 m/s², a gripper with 16 N per finger and mu 0.5 keeps "
         "hold of a 2 kg vase", ACHIEVED),
        ("As it accelerates upward at 3 m/s², a gripper with 16 N per finger and mu 0.5 keeps "
         "hold of a 2 kg vase", IMPOSSIBLE),
    ],
)  # fmt: skip
def test_what_is_needed_and_what_is_too_weak(text, expected):
    assert said(text) == ("grip", expected)
