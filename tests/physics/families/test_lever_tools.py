"""Crowbars: who lifts is who presses, and the length less the load's arm is the effort's."""

import pytest

from tests.physics.families.asked import (
    ACHIEVED,
    IMPOSSIBLE,
    OPEN,
    beat_of,
    missing,
    outcome,
    said,
)
from tests.physics.families.filmed import judged

# The load's moment is 500 * 9.81 * 0.1 = 490.5 N m, the effort's F * 1.4 m: 351 N balance it.
BAR = "A crowbar 1.5 m long with the fulcrum 10 cm from the load "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BAR + "lifts 500 kg with 400 N", ACHIEVED),
        (BAR + "lifts 500 kg with 340 N", IMPOSSIBLE),
        (BAR + "lifts 500 kg with 100 N", IMPOSSIBLE),
        (BAR + "lifts 600 kg with 400 N", IMPOSSIBLE),
        (BAR + "cannot lift 500 kg with 300 N", ACHIEVED),
        (BAR + "cannot lift 500 kg with 400 N", IMPOSSIBLE),
        (BAR + "balances 500 kg with 350.4 N", ACHIEVED),
        (BAR + "needs 400 N to lift 500 kg", ACHIEVED),
        ("A crowbar 2 m long with its fulcrum 25 cm from the load lifts 200 kg with 350 N",
         ACHIEVED),
        ("A crowbar 2 m long with its fulcrum 25 cm from the load lifts 200 kg with 250 N",
         IMPOSSIBLE),
        ("With a crowbar 1.5 m long and a fulcrum 10 cm from the load, 340 N lift 500 kg",
         IMPOSSIBLE),
        ("With a crowbar 1.5 m long and a fulcrum 10 cm from the load, 400 N lift 500 kg",
         ACHIEVED),
        ("The crowbar is 1.5 m long, its fulcrum is 10 cm from the load. 400 N lifts 500 kg.",
         ACHIEVED),
        ("A 2 m lever with the pivot 20 cm from the load raises 100 kg with 100 N", IMPOSSIBLE),
        ("A lever 2 m long with its fulcrum 20 cm from the load raises a 100 kg stone with a force "
         "of 150 N", ACHIEVED),
        ("A 1.5 m long crowbar with the fulcrum 10 cm from the load lifts a load of 500 kg with a "
         "force of 400 N", ACHIEVED),
        ("A 500 kg load is lifted with 400 N by a crowbar 1.5 m long with the fulcrum 10 cm from "
         "the load", ACHIEVED),
        ("Using a crowbar 1.5 m long with the fulcrum 10 cm from the load, a woman lifts 500 kg by "
         "pushing with 400 N", ACHIEVED),
        ("A man lifts a 500 kg rock with a 1.5 m crowbar, pushing with 300 N; the fulcrum is 10 cm "
         "from the rock", IMPOSSIBLE),
        ("A 60 kg man lifts a 500 kg stone with a crowbar 1.5 m long, the fulcrum 10 cm from the "
         "stone", ACHIEVED),
        ("A worker pushes with 250 N on a crowbar 2 m long; the fulcrum is 25 cm from the load of "
         "200 kg; the load rises", IMPOSSIBLE),
        ("A lever 2 m long with the fulcrum 0.5 m from the hand lifts 100 kg with 4000 N",
         ACHIEVED),
        ("A lever 2 m long with the fulcrum 0.5 m from the hand lifts 100 kg with 2000 N",
         IMPOSSIBLE),
        ("A crowbar 5 ft long with its fulcrum 4 in from the load lifts 1000 lb with a 90 lb push",
         ACHIEVED),
        ("A 2 m bar with a pivot 20 cm from one end lifts 100 kg with 150 N at the other end",
         ACHIEVED),
        ("500 kg can be lifted with 300 N using a crowbar 1.5 m long with the fulcrum 10 cm from "
         "the load", IMPOSSIBLE),
        ("500 kg is lifted by 400 N with a crowbar 1.5 m long and the fulcrum 10 cm from the load",
         ACHIEVED),
        ("A crowbar pries up a 300 kg stone: 1.2 m long, fulcrum 10 cm from the stone, push 300 N",
         ACHIEVED),
        ("If I push with 300 N on a crowbar 1.5 m long with the fulcrum 10 cm from the load, the "
         "load of 500 kg stays down", ACHIEVED),
        ("A 500 kg load sits 10 cm from the fulcrum of a 1.5 m long crowbar; 300 N at the other "
         "end lift it", IMPOSSIBLE),
        ("A man of 80 kg standing on the end of a 3 m long plank, whose pivot is 50 cm from the "
         "crate, lifts a 350 kg crate", ACHIEVED),
        ("A lever with 500 kg at 10 cm is lifted by 400 N at 1.4 m", ACHIEVED),
        ("A lever lifts 500 kg at 10 cm with 300 N at 1.4 m", IMPOSSIBLE),
        ("A crowbar of 1.5 m with the fulcrum 10 cm from the load lifts 500 kg with 340 N",
         IMPOSSIBLE),
        ("A crowbar 1.5 m long lifts 500 kg with 400 N; the distance between fulcrum and load is "
         "10 cm", ACHIEVED),
        ("Lever: length 1.5 m, fulcrum 10 cm from load, load 500 kg, effort 300 N, load lifts",
         IMPOSSIBLE),
        ("A 30 kg boy hanging on the end of a crowbar 1.5 m long with the fulcrum 10 cm from the "
         "load lifts 500 kg", IMPOSSIBLE),
        ("It is false that a crowbar 1.5 m long with the fulcrum 10 cm from the load lifts 500 kg "
         "with 300 N", ACHIEVED),
        # To outweigh is not to lift: here the load wins.
        ("The 500 kg load at 10 cm from the fulcrum of a lever outweighs an effort of 300 N at "
         "1.4 m", ACHIEVED),
        ("The 500 kg load at 10 cm from the fulcrum of a lever outweighs an effort of 400 N at "
         "1.4 m", IMPOSSIBLE),
        ("Using a bar with 0.4 m on the load's side and 1.2 m on his side of the pivot, a 70 kg "
         "man lifts a 200 kg stone", ACHIEVED),
        # Arms said to be the load's and the effort's are so in any order.
        ("A lever lifts a load of 1000 N with an effort of 200 N; load arm 0.2 m, effort arm 1.2 m",
         ACHIEVED),
        ("A lever lifts a load of 1000 N with an effort of 200 N; effort arm 1.2 m, load arm 0.2 m",
         ACHIEVED),
        ("A lever with a 1.2 m effort arm and a 0.2 m load arm lifts 100 kg with 100 N",
         IMPOSSIBLE),
        ("A crowbar whose fulcrum is 10 cm from the load and 1.4 m from the hand lifts 500 kg with "
         "400 N", ACHIEVED),
        ("A crowbar lifts 500 kg with 400 N at 1.4 m from the fulcrum and the load 10 cm from the "
         "fulcrum", ACHIEVED),
    ],
)  # fmt: skip
def test_a_tool_lifts_by_what_presses_on_it(text, expected):
    assert said(text) == ("lever", expected)


@pytest.mark.parametrize(
    "text",
    [
        "A lever lifts 500 kg with 400 N",
        "A crowbar 1.5 m long lifts 500 kg with 400 N",
        "A crowbar lifts 500 kg with 400 N, fulcrum 10 cm from the load",
        "A crowbar 1.5 m long with the fulcrum 10 cm from the load lifts 500 kg with at most 400 N",
        # Whose arm is which?
        "A lever with arms of 1.4 m and 10 cm lifts 500 kg with 400 N",
        "A crowbar with a 1.4 m long arm and a 10 cm short arm lifts 500 kg with 400 N",
        # Which end, and measured from where?
        "A crowbar 1.5 m long with the fulcrum 10 cm from one end lifts 500 kg with 400 N",
        "A 1.5 m crowbar with the fulcrum 10 cm from the load lifts 500 kg with 400 N pushed 30 cm "
        "from the other end",
        "A crowbar 1.5 m long with the fulcrum in the middle lifts 30 kg with 400 N",
        # The load lies between the fulcrum and the hand.
        "A lever 2 m long with its fulcrum at one end and the load 0.5 m from the fulcrum lifts "
        "100 kg with 300 N at the other end",
    ],
)
def test_where_the_arms_are_not_told_nothing_is_guessed(text):
    assert said(text) == ("lever", OPEN)
    assert missing(text) & {"left_arm", "right_arm", "arms", "right_force"}


def test_the_effort_is_the_side_that_goes_down():
    assert outcome(BAR + "lifts 500 kg with 400 N") == "tips_right"
    values = {p.name: p.quantity.value for p in beat_of(
        BAR + "lifts 500 kg with 400 N").scenario.parameters}  # fmt: skip
    assert (values["left_arm"], values["right_arm"]) == pytest.approx((0.1, 1.4))


def test_the_film_of_a_crowbar_bears_the_solver_out():
    assert not judged(beat_of(BAR + "lifts 500 kg with 400 N")).conflicts
