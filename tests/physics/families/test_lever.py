"""A lever, against moments taken anew; who sits where and who goes down is read from words."""

import numpy as np
import pytest

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

BALANCES = "A 20 kg child at 1.5 m balances a 30 kg child at 1.0 m"
LIFTS = "A 20 kg child at 0.5 m lifts a 60 kg adult at 0.5 m"
BOTH = "A 25 kg child sits 1.5 m from the pivot and a 60 kg adult 1 m from it on the other side; "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BALANCES, ACHIEVED),
        (LIFTS, IMPOSSIBLE),
        (BALANCES.replace("1.0 m", "1.2 m"), IMPOSSIBLE),
        (LIFTS.replace("0.5 m lifts", "1.6 m lifts"), ACHIEVED),
        (LIFTS.replace("lifts", "cannot lift") + " on a seesaw", ACHIEVED),
        (BOTH + "the adult goes down", ACHIEVED),
        (BOTH + "the child goes down", IMPOSSIBLE),
        (BOTH + "the child is lifted", ACHIEVED),
        (BOTH + "the seesaw does not balance", ACHIEVED),
        (BOTH + "the seesaw tips to the right", ACHIEVED),
        (BOTH + "the seesaw tips to the left", IMPOSSIBLE),
        ("On a seesaw a 60 kg adult 0.5 m from the pivot is lifted by a 20 kg child 0.5 m from it",
         IMPOSSIBLE),
        ("12 kg at 0.5 m on the left of a lever versus 8 kg at 0.9 m on the right; it tips right",
         ACHIEVED),
        ("m1=15 kg, d1=1.0 m, m2=10 kg, d2=1.8 m; the lever tips to the right", ACHIEVED),
        ("m1=15 kg; m2=10 kg; d1=1.0 m; d2=1.5 m; the beam balances", ACHIEVED),
        ("A seesaw has 30 kg 2 m right of its pivot and 50 kg 1 m left of it; the right end sinks",
         ACHIEVED),
        ("An effort of 200 N at 1.5 m from the fulcrum raises a 2000 N load at 0.1 m opposite",
         ACHIEVED),
        ("A push of no more than 80 N, 0.9 m from the pivot, is enough to lift a 60 kg stone 0.2 m "
         "from the pivot on the other side", IMPOSSIBLE),
        ("A 20 kg child at 1.0 m and a 15 kg child at 2.0 m balance a 50 kg man at 1.0 m on a "
         "seesaw", ACHIEVED),
        ("A 25 kg child on one end of a 4 m seesaw pivoted in the middle lifts a 60 kg adult at "
         "the other end", IMPOSSIBLE),
        ("With a 2 m crowbar whose fulcrum is 0.2 m from a 1000 N rock, a 150 N push at the far "
         "end lifts the rock", ACHIEVED),
        ("A 40 kg mass at the same distance as a 50 kg mass from the pivot keeps the beam level",
         IMPOSSIBLE),
        ("A 20 kg child at 1 m and a 30 kg child at 2 m sit on the same side of a seesaw and "
         "balance", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_moments(text, expected):
    assert said(text) == ("lever", expected)


def test_what_decides_and_is_not_given_is_named():
    assert missing("A 25 kg child lifts a 60 kg adult on a seesaw") == {"left_arm", "right_arm"}
    assert missing("A 35 kg girl 1.2 m from the pivot of a seesaw lifts her 50 kg brother") == {
        "right_arm"
    }
    assert missing("A 20 kg child at 1.5 m lifts an adult at 0.5 m on a seesaw") == {"right_mass"}


def test_two_per_cent_count_as_balance_and_three_do_not():
    close = "A 100 kg box 1.00 m from the pivot balances a 100 kg crate {} m from it on the other "
    assert said((close + "side").format("1.01"))[1] == ACHIEVED
    assert said((close + "side").format("1.03"))[1] == IMPOSSIBLE


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(BALANCES) == outcome(BALANCES.replace("1.5 m", "150 cm")) == "balances"
    assert outcome(LIFTS) == "left_stays_up"
    assert outcome(BALANCES.replace("1.0 m", "1.2 m")) == "tips"


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(LIFTS).scenario
    for parameter in ("left_mass", "left_arm"):
        assert rises(margins(scenario, "tips_left", parameter, [0.1, 0.4, 1.0]))
    for parameter in ("right_mass", "right_arm"):
        assert falls(margins(scenario, "tips_left", parameter, [10.0, 40.0, 100.0]))


@pytest.mark.parametrize("arm", [0.9, 1.16, 1.2, 1.24, 2.0])
def test_the_staged_beam_tips_exactly_where_the_moments_differ(arm):
    text = "A 20 kg child at 1.5 m lifts a 30 kg child at 0.8 m on a seesaw"
    scenario = changed(beat_of(text).scenario, left_arm=arm)
    share = evidence(scenario, "imbalance")
    left, right = 20 * arm, 30 * 0.8
    assert share == pytest.approx((left - right) / max(left, right))
    _, motion, places = moved(scenario)
    turned = np.degrees(motion.poses[-1, places["beam"], 2])
    assert np.sign(round(turned)) == (0 if abs(share) < 0.02 else np.sign(share))


def test_the_staged_beam_turns_as_its_moments_and_inertia_say():
    text = "A 20 kg child at 1.5 m lifts a 30 kg child at 0.8 m on a seesaw"
    _, motion, places = moved(beat_of(text).scenario, 240.0)
    turned, t = motion.poses[20, places["beam"], 2], motion.times_s[20]
    moment = 9.81 * (20 * 1.5 - 30 * 0.8 - 0.02 * 30)
    inertia = 20 * 1.5**2 + 30 * 0.8**2
    assert turned == pytest.approx(moment / inertia * t * t / 2, rel=0.02)


@pytest.mark.parametrize("text", [BALANCES, LIFTS, BOTH + "the child is lifted"])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10


PLANK = (
    "A 5 m plank of {} kg sticks out {} m over the edge of a quay. A 60 kg man stands on its end. "
)


@pytest.mark.parametrize(
    ("kg", "out_m", "says", "expected"),
    [
        (40, 2, "The plank tips.", ACHIEVED),
        (40, 2, "The plank does not tip.", IMPOSSIBLE),
        (80, 1, "The plank does not tip.", ACHIEVED),
        (80, 3, "The plank tips.", OPEN),
    ],
)
def test_a_plank_over_an_edge_turns_about_it(kg, out_m, says, expected):
    assert said(PLANK.format(kg, out_m) + says) == ("lever", expected)


@pytest.mark.parametrize("kg", [40, 200])
def test_a_plank_that_does_not_tip_rests_on_what_it_lies_on(kg):
    over = kg * 0.5 < 60 * 2
    text = PLANK.format(kg, 2) + ("The plank tips." if over else "The plank does not tip.")
    _, motion, places = moved(beat_of(text).scenario, 30.0)
    turned = motion.poses[-1, places["beam"], 2]
    assert turned == pytest.approx(-np.radians(15.0) if over else 0.0, abs=0.02)
    assert not judged(beat_of(text)).conflicts


def test_a_pivot_so_far_from_a_load_is_the_loads_arm():
    bar = "Using a 2 m pry bar with the pivot 20 cm from the tip, a push of {} N at the other end "
    assert said(bar.format(150) + "shifts a 130 kg slab resting on the tip") == ("lever", ACHIEVED)
    assert said(bar.format(130) + "shifts a 130 kg slab resting on the tip") == (
        "lever",
        IMPOSSIBLE,
    )
