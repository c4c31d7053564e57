"""Bouncing: a time is that of the first landing or that until the end, or it is open whose it is.

From 10 m a ball lands after 1.43 s; with e = 0.7 one dropped from 1 m has bounced out in 2.56 s.
"""

import math

import pytest

from storyworld.clip import without_solver
from tests.physics.families.asked import (
    ACHIEVED,
    IMPOSSIBLE,
    OPEN,
    beat_of,
    evidence,
    missing,
    said,
)
from tests.physics.families.filmed import judged

G = 9.81
LANDS = math.sqrt(2 * 10 / G)
BALL = "A ball with restitution 0.9 dropped from 10 m"
SMALL = "A ball with e = 0.7 dropped from 1 m"
WHOLE = math.sqrt(2 / G) * (1 + 2 * 0.7 / 0.3)
AT_MOST = (
    BALL + " lands in under {} s and bounces back to 8.1 m",
    BALL + " reaches the ground within {} s and rebounds to 8 m",
    BALL + " hits the floor within {} s and rebounds to 8 m",
    BALL + " touches down in at most {} s and rebounds to 8 m",
    "A ball with restitution 0.9 falls 10 m in {} s and bounces back to 8 m",
    BALL + " lands the first time within {} s",
    BALL + " lands within {} s, then bounces to 8.1 m",
    BALL + " bounces back to 8 m after landing within {} s",
    BALL + ", having landed within {} s, bounces back to 8 m",
    "Within {} s a ball with restitution 0.9 dropped from 10 m hits the ground, and bounces to 8 m",
    "A ball with restitution 0.9 is dropped from 10 m. It lands in {} s. It bounces back to 8 m.",
    "The fall of a ball with e = 0.9 from 10 m takes less than {} s, and it bounces back to 8 m",
    "A ball dropped from 10 m lands the first time within {} s and bounces",
)
ABOUT = (
    BALL + " hits the floor after {} s and rebounds to 8 m",
    BALL + " takes {} s to reach the floor and rebounds to 8 m",
    BALL + " lands {} s after its release and bounces back to 8 m",
    BALL + " falls for {} s and bounces back to 8 m",
    BALL + " lands {} s later and bounces back to 8 m",
    "It takes {} s for a ball with e = 0.9 dropped from 10 m to hit the ground, and it bounces "
    "back to 8 m",
)
END_AT_MOST = (
    SMALL + " stops bouncing within {} s",
    SMALL + " stops bouncing in {} s",
    SMALL + " comes to rest within {} s",
    SMALL + " bounces and comes to rest on the floor within {} s",
    SMALL + " is done bouncing within {} s",
    SMALL + " lies still after {} s",
    SMALL + " has stopped bouncing after {} s",
    SMALL + " lands within 0.5 s and stops bouncing within {} s",
    SMALL + " lands within 0.5 s, bounces to 49 cm and stops bouncing within {} s",
    "Within {} s a ball with e = 0.7 dropped from 1 m stops bouncing",
    "After {} s a ball with e = 0.7 dropped from 1 m lies still",
    "e = 0.7; h0 = 1 m; bouncing time <= {} s",
)
END_ABOUT = (
    SMALL + " stops bouncing after {} s",
    SMALL + " takes {} s to stop bouncing",
    SMALL + " bounces for {} s",
    SMALL + " comes to rest after {} s",
)
END_AT_LEAST = (
    SMALL + " bounces for more than {} s",
    SMALL + " keeps bouncing for {} s",
    SMALL + " is still bouncing after {} s",
    SMALL + " does not stop bouncing within {} s",
)


@pytest.mark.parametrize("words", AT_MOST)
def test_a_bound_on_the_landing_is_one_on_the_fall(words):
    assert said(words.format("1.5")) == ("bounce", ACHIEVED)
    assert said(words.format("1.2"))[1] == IMPOSSIBLE


@pytest.mark.parametrize("words", ABOUT)
def test_a_time_of_the_landing_is_that_of_the_fall(words):
    assert said(words.format(f"{LANDS:.2f}")) == ("bounce", ACHIEVED)
    assert said(words.format("3")) == ("bounce", IMPOSSIBLE)
    assert said(words.format("1")) == ("bounce", IMPOSSIBLE)


@pytest.mark.parametrize("words", END_AT_MOST)
def test_a_bound_on_the_end_is_one_on_the_whole(words):
    assert said(words.format("3")) == ("bounce", ACHIEVED)
    assert said(words.format("2")) == ("bounce", IMPOSSIBLE)


@pytest.mark.parametrize("words", END_ABOUT)
def test_a_time_of_the_end_is_neither_more_nor_less(words):
    assert said(words.format(f"{WHOLE:.2f}")) == ("bounce", ACHIEVED)
    assert said(words.format("2")) == ("bounce", IMPOSSIBLE)
    assert said(words.format("10")) == ("bounce", IMPOSSIBLE)


@pytest.mark.parametrize("words", END_AT_LEAST)
def test_what_bounces_on_bounces_at_least_so_long(words):
    assert said(words.format("2")) == ("bounce", ACHIEVED)
    assert said(words.format("3")) == ("bounce", IMPOSSIBLE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BALL + " needs more than 1.4 s to land and bounces to 8 m", ACHIEVED),
        (BALL + " needs more than 1.5 s to land and bounces to 8 m", IMPOSSIBLE),
        (BALL + " lands in under 1.5 s and bounces back to 9 m", IMPOSSIBLE),
        (SMALL + " lands within 0.4 s and stops bouncing within 3 s", IMPOSSIBLE),
        (SMALL + " does not land within 0.5 s and bounces", IMPOSSIBLE),
        ("A ball with e = 0.9 thrown down at 5 m/s from 10 m lands within 1.1 s and rebounds to "
         "8.1 m", ACHIEVED),
        ("A ball with e = 0.9 thrown down at 5 m/s from 10 m lands within 0.9 s and rebounds to "
         "8.1 m", IMPOSSIBLE),
        ("A ball on the Moon with e = 0.9 dropped from 10 m lands within 3.6 s and bounces back "
         "to 8.1 m", ACHIEVED),
        ("A ball on the Moon with e = 0.9 dropped from 10 m lands within 3.4 s and bounces back "
         "to 8.1 m", IMPOSSIBLE),
        ("A ball dropped from 10 m hits the floor within 1.2 s and rebounds to 8 m", IMPOSSIBLE),
        ("A ball dropped from 10 m hits the floor within 1.5 s and rebounds to 12 m", IMPOSSIBLE),
    ],
)  # fmt: skip
def test_all_that_is_asked_has_to_hold(text, expected):
    assert said(text) == ("bounce", expected)


@pytest.mark.parametrize(
    "text",
    [
        "A ball dropped from 10 m lands in under 1.5 s and bounces back to 8.1 m",
        "A ball dropped from 10 m lands the first time within 1.5 s and bounces to 5 m",
        "A ball dropped from 10 m stops bouncing within 5 s",
    ],
)
def test_restitution_is_missing_where_what_follows_the_landing_turns_on_it(text):
    assert said(text) == ("bounce", OPEN)
    assert missing(text) == {"restitution"}


@pytest.mark.parametrize(
    "text",
    [
        "A ball dropped from 10 m bounces to 5 m within 4 s with restitution 0.71",
        BALL + " rebounds to 8 m within 5 s",
        "Within 5 s, a ball with restitution 0.9 dropped from 10 m rebounds to 8 m",
        BALL + " is back at 8 m after 2.7 s",
        BALL + " bounces twice within 5 s",
        SMALL + " rises to 0.4 m within 1 s of landing",
        SMALL + " stops bouncing within 2.2 s of the first impact",
        SMALL + " takes 0.8 s to get back up to 0.4 m",
        SMALL + " bounces and stops at the top of its bounce after 0.8 s",
        "e = 0.9; h0 = 10 m; time <= 3 s; rebound 8 m",
    ],
)
def test_a_time_of_neither_is_open_and_named(text):
    assert said(text) == ("bounce", OPEN)
    assert "time" in missing(text)


@pytest.mark.parametrize(
    "text",
    [
        SMALL + " hits the floor again within 0.5 s",
        SMALL + " lands for the second time within 1.2 s",
        BALL + " leaves the floor at 12 m/s within 2 s",
        BALL + " lands within 1.5 s, then bounces",
    ],
)
def test_a_later_landing_is_not_taken_for_the_first(text):
    assert said(text)[1] == OPEN


@pytest.mark.parametrize(("h", "v0"), [(10.0, 0.0), (0.5, 0.0), (4.0, 3.0)])
def test_the_landing_is_where_the_fall_ends_step_by_step(h, v0):
    y, v, t, step = h, v0, 0.0, 1e-5
    while y > 0:
        y -= v * step + G * step * step / 2
        v, t = v + G * step, t + step
    words = f"A ball with e = 0.8 thrown down at {v0} m/s from {h} m lands within 9 s and bounces"
    assert evidence(beat_of(words).scenario, "fall_time") == pytest.approx(t, rel=1e-3)


@pytest.mark.parametrize("e", [0.3, 0.9])
@pytest.mark.parametrize(("height", "down"), [(0.2, 0.0), (10.0, 0.0), (10.0, 5.0)])
def test_the_film_tells_a_landing_just_in_time_from_one_just_late(e, height, down):
    takes = (math.sqrt(down**2 + 2 * G * height) - down) / G
    for share, state in ((1.05, "ACCEPTED"), (0.95, "REJECTED")):
        text = f"A ball with e = {e} thrown down at {down} m/s from {height} m lands within "
        beat = beat_of(text + f"{share * takes:.4g} s and bounces")
        assert beat.scenario.family == "bounce"
        assert not judged(beat).conflicts
        assert judged(without_solver(beat)).state.value == state
