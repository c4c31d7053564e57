"""A pushed box: what it does, against moments taken anew, a film, and the rigid-body engine."""

import math

import numpy as np
import pytest

from storyworld.physics.scene import Body, Box, Polygon, Scene
from storyworld.physics.scenery import GROUND
from storyworld.physics.staging import simulate
from storyworld.records.scenario import BodyRole
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

SLIDES = "A 0.3 m wide crate pushed 0.2 m above floor (mu 0.4) slides without tipping"
TIPS = "A 0.3 m wide crate (mu 0.4) pushed at 0.8 m slides without tipping"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SLIDES, ACHIEVED),
        (TIPS, IMPOSSIBLE),
        ("A 0.3 m wide crate (mu 0.4) pushed at 0.8 m tips over", ACHIEVED),
        ("A 0.3 m wide crate (mu 0.4) pushed at 0.2 m tips over", IMPOSSIBLE),
        ("A 0.3 m wide crate (mu 0.4) pushed at 0.8 m does not slide but topples", ACHIEVED),
        ("A 30 cm wide crate pushed 20 cm above the floor (mu 0.4) glides along upright", ACHIEVED),
        ("A 12 inch wide box pushed 24 inches up, friction 0.5, keels over", ACHIEVED),
        ("A frictionless floor: a 20 cm wide crate pushed 1 m above the ground slides", ACHIEVED),
        ("You push a wardrobe, 0.6 m wide and 1.8 m tall, at its top edge; friction 0.3; it slides",
         IMPOSSIBLE),
        ("Pushed no higher than 0.3 m up, a 0.5 m wide box with friction 0.4 slides", ACHIEVED),
        ("A crate pushed with 200 N, 0.3 m wide, 0.2 m above the floor, mu 0.4, slides", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_moments(text, expected):
    assert said(text) == ("push_tip", expected)


def test_what_decides_and_is_not_given_is_named():
    assert missing("A 0.3 m wide crate pushed 0.2 m above floor slides without tipping") == {
        "friction"
    }
    assert missing("A crate pushed 0.2 m above the floor (mu 0.4) tips over") == {"width"}
    assert missing("A wardrobe 0.5 m wide and 1.9 m tall, mu 0.4, is pushed and slides") == {
        "push_height"
    }


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(SLIDES).scenario
    assert rises(margins(scenario, "slides", "width", [0.1, 0.3, 1.0]))
    assert falls(margins(scenario, "slides", "friction", [0.1, 0.4, 1.0]))
    assert falls(margins(scenario, "slides", "push_height", [0.1, 0.4, 1.0]))
    assert rises(margins(scenario, "tips", "push_height", [0.1, 0.4, 1.0]))


def turned_deg(width: float, mu: float, height: float) -> float:
    scenario = changed(beat_of(SLIDES).scenario, width=width, friction=mu, push_height=height)
    _, motion, places = moved(scenario, 30.0)
    return float(np.degrees(abs(motion.poses[-1, places["box"], 2])))


@pytest.mark.parametrize(("width", "mu"), [(0.3, 0.4), (1.0, 1.5), (0.1, 0.1)])
def test_the_staged_box_tips_from_the_height_of_the_closed_form(width, mu):
    critical = evidence(changed(beat_of(SLIDES).scenario, width=width, friction=mu), "tip_height")
    assert critical == pytest.approx(width / (2 * mu))
    assert turned_deg(width, mu, 0.98 * critical) == 0.0
    assert turned_deg(width, mu, 1.02 * critical) == pytest.approx(90, abs=1)


def pushed_in_the_engine(width: float, mu: float, at: float) -> float:
    """Push a box along by a heavy wedge in the rigid-body engine; give its greatest turn, deg."""
    tall, lean, speed = 1.25 * at, 1.5 * width, 0.3
    foot = 0.5 * tall
    wedge = Polygon(
        ((-foot / 2, -0.05 * at), (foot / 2, -0.05 * at), (lean + foot / 2, 0.95 * at),
         (lean + 0.3 * foot, 0.95 * at))
    )  # fmt: skip
    common = {"velocity_x_m_s": speed, "role": BodyRole.MOVING}
    bodies = (
        Body("ground", BodyRole.SUPPORT, Box(50, 1), GROUND, 0, -0.5, friction_static=mu),
        Body(name="wedge", shape=wedge, colour=(1, 2, 3), x_m=-width / 2 - lean - foot / 2,
             y_m=0.05 * at, mass_kg=500, friction_static=0.0, **common),
        Body(name="box", shape=Box(width, tall), colour=(3, 2, 1), x_m=0.0, y_m=tall / 2,
             friction_static=mu, **common),
    )  # fmt: skip
    motion = simulate(Scene(bodies, 9.81, 2.0, -1, 1, 0, 1, 1.0), np.arange(40) / 20)
    return float(np.degrees(np.abs(motion.poses[:, 2, 2])).max())


def test_the_rigid_body_engine_tips_the_box_from_the_same_height():
    critical = 0.3 / (2 * 0.4)
    assert pushed_in_the_engine(0.3, 0.4, 0.98 * critical) < 1
    assert pushed_in_the_engine(0.3, 0.4, 1.02 * critical) > 30


@pytest.mark.parametrize("text", [SLIDES, TIPS])
def test_the_film_bears_the_solver_out(text):
    judgement = judged(beat_of(text))
    assert not judgement.conflicts
    assert framed(text) > 10


def test_outcome_and_opposite():
    assert outcome(TIPS) == "tips"
    assert outcome(SLIDES) == outcome(SLIDES.replace("0.3 m", "30 cm")) == "slides"


def test_forces_follow_where_the_mass_is_given():
    scenario = beat_of(SLIDES.replace("crate", "20 kg crate")).scenario
    assert evidence(scenario, "slide_force") == pytest.approx(0.4 * 20 * 9.81)
    assert evidence(scenario, "tip_force") == pytest.approx(20 * 9.81 * 0.3 / (2 * 0.2))
    assert math.isfinite(evidence(scenario, "edge_room"))
