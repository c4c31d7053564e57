"""Human jumps, against the throw of the centre of mass taken anew."""

import math

import pytest

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
    rises,
    said,
)
from tests.physics.families.filmed import judged

RISES = "A person jumps 0.4 m (CM rise)"
STRAIGHT = "An unaided person jumps 3 m straight up (CM rise)"
GAP = "A healthy adult jumps across a {} m wide horizontal gap"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RISES, ACHIEVED),
        (STRAIGHT, IMPOSSIBLE),
        (STRAIGHT.replace("jumps", "cannot jump"), ACHIEVED),
        (STRAIGHT.replace("3 m", "3 m on the Moon"), ACHIEVED),
        (STRAIGHT.replace("3 m", "8 m on the Moon"), IMPOSSIBLE),
        ("Nobody jumps 3 m straight up unaided", ACHIEVED),
        ("A man does not get his centre of mass 1.5 m higher by jumping", ACHIEVED),
        ("A dancer takes off at 3 m/s and raises her centre of mass by 0.4 m", ACHIEVED),
        ("A dancer takes off at 3 m/s and raises her centre of mass by 0.5 m", IMPOSSIBLE),
        ("A dancer takes off at 2.5 m/s and raises her centre of mass by less than 40 cm",
         ACHIEVED),
        ("A volleyball player has a hang time of 0.6 s", ACHIEVED),
        ("A basketball player hangs in the air for 2 s", IMPOSSIBLE),
        ("An astronaut on the Moon stays in the air for 3 s in one jump", ACHIEVED),
        ("A teenager jumps onto a 50 cm box", ACHIEVED),
        ("A child jumps onto a 2.5 m high wall without help", IMPOSSIBLE),
        (GAP.format(1.5), ACHIEVED),
        (GAP.format(12), IMPOSSIBLE),
        (GAP.format(5), OPEN),
        ("From a standing start a man jumps 4.5 m far", IMPOSSIBLE),
        ("A man with a pole jumps 4 m high", OPEN),
        ("A kangaroo jumps 2 m high", OPEN),
        ("A man on a trampoline jumps 3 m high", ACHIEVED),
            ("A man on a trampoline jumps 12 m high", IMPOSSIBLE),
            ("A man jumps from a trampoline onto a 3 m wall", OPEN),
        ("A man jumps off a 5 m wall", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_what_legs_can_do(text, expected):
    assert said(text)[1] == expected


def test_a_gap_that_some_can_cross_has_to_be_seen():
    assert beat_of(GAP.format(5)).scenario.intent.requires_visual_verification
    assert not beat_of(GAP.format(12)).scenario.intent.requires_visual_verification
    assert not beat_of(GAP.format(1.5)).scenario.intent.requires_visual_verification


def test_what_decides_and_is_not_given_is_named():
    assert missing("A girl jumps from standing, with both feet, onto a gym box") == {"obstacle"}
    assert missing(GAP.format(5)) == {"reach"}


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(RISES) == outcome(RISES.replace("0.4 m", "16 inches")) == "jumps_to"
    assert outcome(STRAIGHT) == outcome(STRAIGHT.replace("3 m", "10 ft")) == "exceeds_human"


def test_heights_and_times_go_one_way_with_each_parameter():
    scenario = beat_of(RISES).scenario
    assert rises([evidence(changed(scenario, ability=v), "rise") for v in (1.0, 2.0, 3.7)])
    assert rises([-evidence(changed(scenario, gravity=v), "air_time") for v in (1.6, 9.8, 20.0)])


@pytest.mark.parametrize("speed", [1.5, 2.8, 3.6])
def test_the_staged_jumper_rises_and_stays_up_as_the_throw_says(speed):
    text = f"A woman takes off at {speed} m/s and raises her centre of mass by 0.1 m"
    _, motion, places = moved(beat_of(text).scenario, 480.0)
    y = motion.poses[:, places["jumper"], 1] - motion.poses[0, places["jumper"], 1]
    assert y.max() == pytest.approx(speed**2 / (2 * 9.81), rel=0.02)
    up = motion.times_s[y > 1e-6]
    assert up[-1] - up[0] == pytest.approx(2 * speed / 9.81, rel=0.02)


@pytest.mark.parametrize(("gap", "crosses"), [(1.5, True), (12.0, False)])
def test_the_staged_jumper_lands_beyond_the_gap_exactly_if_the_solver_says_so(gap, crosses):
    _, motion, places = moved(beat_of(GAP.format(gap)).scenario, 240.0)
    body = motion.poses[:, places["jumper"]]
    back = int((body[20:, 1] <= body[0, 1] + 1e-6).argmax()) + 20
    far = 1.3 * gap if crosses else 9.0
    assert bool(body[back, 0] > gap) is crosses
    assert body[back, 0] == pytest.approx(far if crosses else min(far, gap), rel=0.04)
    assert math.isfinite(body[-1, 1])


@pytest.mark.parametrize("text", [RISES, STRAIGHT, GAP.format(12)])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
