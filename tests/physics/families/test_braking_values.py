"""Braking: what is stated of stopping is a value, and what is ahead of a vehicle is room.

From 50 km/h with mu = 0.8 a car takes 12.3 m and 1.77 s.
"""

import pytest

from tests.physics.families.asked import ACHIEVED, IMPOSSIBLE, OPEN, beat_of, missing, said
from tests.physics.families.filmed import judged

G = 9.81
V, MU = 50 / 3.6, 0.8
WAY, TIME = V**2 / (2 * MU * G), V / (MU * G)
CAR = "A car at 50 km/h with mu 0.8"
STATED = (
    CAR + " needs {} m to stop",
    CAR + " takes {} m to come to a standstill",
    CAR + " will require {} m of road to stop",
    "It takes " + CAR.lower() + " {} m to stop",
    "It takes {} m for a car at 50 km/h with mu 0.8 to stop",
    "The braking distance from 50 km/h with friction 0.8 is {} m",
    "The stopping distance of " + CAR.lower() + " is {} m",
    "v = 50 km/h; mu = 0.8; stopping distance = {} m",
    "speed: 50 km/h, mu: 0.8, d_stop: {} m",
    CAR + " has a stopping distance of {} m",
    CAR + " leaves {} m of skid marks",
    CAR + " leaves skid marks {} m long as it stops",
    CAR + " leaves a {} m skid as it stops",
    CAR + " stops {} m later",
    CAR + " brakes and stops after {} m",
    CAR + " brakes and comes to rest {} m further on",
    CAR + " brakes and comes to a halt at {} m",
    CAR + " stops at a distance of {} m",
    CAR + " pulls up after {} m",
    CAR + " stops {} m after the driver hits the brakes",
    CAR + " skids {} m to a halt",
    CAR + " skids for {} m before coming to rest",
    CAR + " brakes and runs on for {} m before it stops",
    CAR + " brakes and rolls another {} m until it stops",
    CAR + " stops in about {} m",
    "{} m is how far a car at 50 km/h with mu 0.8 goes before it stops",
)
TIMED = (
    CAR + " takes {} s to stop",
    CAR + " needs {} s to come to a standstill",
    CAR + " brakes and stops after {} s",
    CAR + " brakes and stops {} s later",
    CAR + " stops {} s after the driver brakes",
    CAR + " brakes for {} s",
    "For a car at 50 km/h with mu 0.8, stopping takes {} s",
)
ROOM = (
    CAR + " stops in {} m",
    CAR + " can stop in {} m",
    CAR + " stops within {} m",
    CAR + " stops within a distance of {} m",
    CAR + " stops in under {} m",
    CAR + " stops in less than {} m",
    CAR + " stops before {} m",
    CAR + " stops inside {} m",
    CAR + " needs at most {} m to stop",
    CAR + " takes no more than {} m to stop",
    CAR + " has a stopping distance of at most {} m",
    CAR + " is stationary after {} m",
    CAR + " has stopped after {} m",
    CAR + " has {} m to stop and avoids the collision",
    CAR + " stops before a wall {} m ahead",
    CAR + " needs to stop before a wall {} m ahead",
    CAR + " stops before a dog that stands {} m ahead",
    CAR + " brakes {} m before the wall and stops in time",
    CAR + " sees a wall at {} m and stops in time",
    CAR + " stops with {} m of room",
    CAR + " stops in the {} m it has",
    CAR + " stops on a {} m stretch of road",
    CAR + " stops for a queue at rest {} m ahead",
    CAR + " stops before a queue that begins {} m further on",
    "The distance to the wall is {} m and a car at 50 km/h with mu 0.8 does not hit it",
    "{} m are enough for a car at 50 km/h with mu 0.8 to stop",
    "A stopping distance of {} m is enough for a car at 50 km/h with mu 0.8",
    "The available stopping distance is {} m; a car at 50 km/h with mu 0.8 stops",
)


@pytest.mark.parametrize("words", STATED)
def test_a_way_that_is_stated_is_neither_more_nor_less(words):
    assert said(words.format(f"{WAY:.1f}")) == ("braking", ACHIEVED)
    assert said(words.format("60")) == ("braking", IMPOSSIBLE)
    assert said(words.format("6")) == ("braking", IMPOSSIBLE)


@pytest.mark.parametrize("words", TIMED)
def test_a_time_that_is_stated_is_neither_more_nor_less(words):
    assert said(words.format(f"{TIME:.2f}")) == ("braking", ACHIEVED)
    assert said(words.format("60")) == ("braking", IMPOSSIBLE)
    assert said(words.format("1")) == ("braking", IMPOSSIBLE)


@pytest.mark.parametrize("words", ROOM)
def test_room_is_not_to_be_used_up(words):
    assert said(words.format("60")) == ("braking", ACHIEVED)
    assert said(words.format("6")) == ("braking", IMPOSSIBLE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A train at 80 mph takes 10 miles to stop at a deceleration of 0.5 m/s2", IMPOSSIBLE),
        ("A train at 80 mph takes 1.28 km to stop at a deceleration of 0.5 m/s2", ACHIEVED),
        ("A puck at 10 m/s slides 300 m on ice with friction 0.05 before it stops", IMPOSSIBLE),
        ("A puck at 10 m/s slides 102 m on ice with friction 0.05 before it stops", ACHIEVED),
        ("A puck at 10 m/s has 300 m on ice with friction 0.05 to stop", ACHIEVED),
        (CAR + " takes more than 10 m to stop", ACHIEVED),
        (CAR + " takes at least 20 m to stop", IMPOSSIBLE),
        (CAR + " takes more than 1 s to stop", ACHIEVED),
        (CAR + " stops within 60 s", ACHIEVED),
        (CAR + " stops in 60 s", ACHIEVED),
        (CAR + " needs less than 60 s to stop", ACHIEVED),
        (CAR + " hits a wall 6 m ahead", ACHIEVED),
        (CAR + " hits a wall 60 m ahead", IMPOSSIBLE),
        (CAR + " is still moving after 6 m", ACHIEVED),
        (CAR + " does not need more than 60 m to stop", ACHIEVED),
        (CAR + " needs 60 m and 1.8 s to stop", IMPOSSIBLE),
        (CAR + " needs 12.3 m and 1.8 s to stop", ACHIEVED),
        ("With a 1 s reaction, a car at 50 km/h and mu 0.8 needs 26.2 m to stop", ACHIEVED),
        ("The driver takes 1 s to react; his car at 50 km/h and mu 0.8 takes 40 m to stop",
         IMPOSSIBLE),
        ("A puck sent across the ice at 5 m/s, friction 0.05, glides 60 m before it stops",
         IMPOSSIBLE),
        ("A puck sent across the ice at 5 m/s, friction 0.05, glides 25.5 m before it stops",
         ACHIEVED),
    ],
)  # fmt: skip
def test_bounds_and_reactions_stay_what_they_were(text, expected):
    assert said(text) == ("braking", expected)


@pytest.mark.parametrize(
    "text",
    [
        CAR + " does not need 60 m to stop",
        CAR + " doesn't take 60 s to stop",
        CAR + " does not stop after 60 s",
        CAR + " does not leave 60 m of skid marks",
        "The stopping distance of a car at 50 km/h with mu 0.8 is not 60 m",
        "It is not true that a car at 50 km/h with mu 0.8 takes 60 m to stop",
        "No car at 50 km/h with mu 0.8 takes 60 m to stop",
    ],
)
def test_a_value_that_is_denied_leaves_open_whether_it_is_more_or_less(text):
    assert said(text)[1] == OPEN


@pytest.mark.parametrize(
    "text",
    [
        CAR + " stops 60 m short of the wall",
        CAR + " stops 60 m before the wall",
        CAR + " stops with 60 m to spare before the wall",
        CAR + " overshoots the line by 6 m",
    ],
)
def test_what_counts_from_another_place_is_open(text):
    assert said(text)[1] == OPEN
    assert "stopping_distance" in missing(text)


@pytest.mark.parametrize("words", ["{} m", "{} s"])
def test_the_film_bears_out_what_is_stated(words):
    near = {"{} m": WAY, "{} s": TIME}[words]
    for share in (1.0, 1.5):
        judgement = judged(beat_of(f"{CAR} needs {words.format(f'{share * near:.3g}')} to stop"))
        assert not judgement.conflicts
        assert judgement.state.value == ("ACCEPTED" if share == 1.0 else "REJECTED")
