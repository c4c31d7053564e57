"""A ladder against a wall is no block on a ramp; what lies on a leaning board is one."""

import pytest

from tests.physics.families.asked import ACHIEVED, IMPOSSIBLE, OPEN, said


@pytest.mark.parametrize(
    "text",
    [
        # Holds in truth: mu >= 1 / (2 tan 60°) = 0.289. A block on a ramp would slide.
        "A ladder leans against a smooth wall at 60 degrees with floor friction 0.3 and does not "
        "slip",
        "A ladder rests at 75 degrees with friction 0.4 and does not slide",
        "A ladder leans at 60 degrees against a wall with friction 0.5 on the floor and stays",
        "A ladder leans against a wall at 65 degrees with friction 0.6 and slides",
        "A ladder is propped against a wall at 70 degrees, friction 0.3, and does not slip",
        "A ladder stands against a house at 70 degrees with friction 0.4 and holds",
        "A leaning ladder at 60 degrees with mu 0.3 holds",
        "An 8 kg ladder at an angle of 60 degrees to the ground with static friction 0.3 stays "
        "where it is",
        "Set against a wall at 60 degrees, a ladder with mu = 0.3 does not slip.",
        "The ladder's foot slips on a floor with static friction 0.2 when it leans at 50 degrees",
        "A man stands on a ladder that leans against a wall at 60 degrees with friction 0.4; the "
        "ladder does not slip",
        "A plank leans against a wall at 50 degrees with friction 0.4 and does not slip",
        "A plank leaning against a smooth wall at 60 degrees with a coefficient of friction of 0.3 "
        "does not slide",
        "A plank is propped at 60 degrees against a wall with friction 0.3 and does not slip",
        "A beam leans against a frictionless wall at 45 degrees; the floor friction is 0.5; it "
        "does not slip",
        "A broom leans against the wall at 70 degrees, friction coefficient 0.3, and stays put",
        "A stick leaning at 55 degrees on a wall slips with friction 0.4",
        "A uniform pole resting against a wall at 60 degrees with static friction 0.35 stays",
        "A rod rests against a smooth wall, inclined at 60 degrees to the floor with friction 0.3, "
        "and stays at rest",
        "A pole rests at 75 degrees with friction 0.4 and does not slide",
        "A ladder makes an angle of 60 degrees with the floor, friction 0.3, smooth wall, and does "
        "not slip",
        "A garden rake leaned on the fence at 65 degrees doesn't slide, mu 0.4",
        "A board leaning against a wall at 50 degrees on a brick floor with mu 0.5 stays",
        "A mirror leans against the wall at 75 degrees with friction 0.4 and doesn't slip",
        "A surfboard propped against the wall at 70 degrees slides down if the friction is 0.1",
    ],
)
def test_what_leans_on_a_wall_is_left_open(text):
    family, outcome = said(text)
    assert outcome == OPEN
    assert family not in {"incline", "rolling", "push_tip"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A ramp leaning against a box at 30 degrees, on which a block with friction 0.2 slides",
         ACHIEVED),
        ("A board leaning against a box at 20 degrees, on which a block with friction 0.5 stays",
         ACHIEVED),
        ("A board leans against a crate at 30 degrees; a brick on it with friction 0.7 stays put",
         ACHIEVED),
        ("A board leans against a crate at 30 degrees; a brick with friction 0.3 stays put",
         IMPOSSIBLE),
        ("A plank leans against a wall at 30 degrees and a box on it, friction 0.7, slides",
         IMPOSSIBLE),
        ("A block slides down a board leaning against a box at 30 degrees with friction 0.2",
         ACHIEVED),
        ("A box rests on a board that is propped against a wall at 15 degrees with static friction "
         "0.4 and stays", ACHIEVED),
        ("A plank propped up at 25 degrees holds a crate with static friction 0.6", ACHIEVED),
        ("A book on a leaning board at 20 degrees with friction 0.5 does not slide", ACHIEVED),
        ("A ramp leans against a dock at 20 degrees and a crate with friction 0.3 slides down",
         ACHIEVED),
        ("A block rests against a stop on a 30 degree ramp with friction 0.7 and stays", ACHIEVED),
        ("A ladder lying on a roof of 30 degrees with static friction 0.4 slides down", ACHIEVED),
        ("A ladder hook on a roof at 30 degrees with friction 0.7 stays", ACHIEVED),
        ("A pole lies on a roof at 20 degrees with friction 0.3 and slides", ACHIEVED),
        ("A baseball bat lies on a car hood at 8 degrees, friction 0.3, and stays", ACHIEVED),
        ("A surface inclined 20 degrees carries a metal rod with static friction 0.5; the rod "
         "stays", ACHIEVED),
        ("A metal bar with static friction 0.5 stays put at an inclination of 20 degrees",
         ACHIEVED),
        ("A stick lies on a tilted table, 15 degrees, static friction 0.4, and does not slide",
         ACHIEVED),
        ("A tin slides down a sheet of plywood leaned against a fence at 35 degrees, mu 0.4",
         ACHIEVED),
        ("A person leaning forward slides down a 20 degree hill with friction 0.1", ACHIEVED),
    ],
)  # fmt: skip
def test_what_lies_on_a_leaning_board_is_a_block_on_a_ramp(text, expected):
    assert said(text) == ("incline", expected)


def test_who_leans_on_a_box_still_pushes_it():
    pushed = "A man leans against a wardrobe 0.5 m wide at a height of 1.5 m with friction 0.4 and "
    assert said(pushed + "it tips") == ("push_tip", ACHIEVED)
    assert said(pushed + "it slides") == ("push_tip", IMPOSSIBLE)


def test_a_rod_on_a_ramp_still_rolls():
    rod = "A rod rolls down a 30 degree ramp with friction {} without slipping"
    assert said(rod.format(0.5)) == ("rolling", ACHIEVED)
    assert said(rod.format(0.1)) == ("rolling", IMPOSSIBLE)
