"""A claim or quantity that a family cannot place is never dropped to answer an easier goal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.records.scenario import Beat, Plan
from storyworld.stages.plan import plan

DROPPED = "A ball dropped from 20 m"
THROWN = "A ball thrown at 20 m/s and 45 deg"
BOXES = "Three 0.3 m boxes stacked with 5 cm stagger"


def beat_of(text: str) -> Beat:
    planned = plan(Goal(text=text), planner=RulesPlanner())
    assert isinstance(planned, Plan), planned
    (beat,) = planned.beats
    return beat


@pytest.mark.parametrize(
    "text",
    [
        DROPPED,
        f"{DROPPED} rises",
        f"{DROPPED} stays in the air",
        f"{DROPPED} flies up into the sky",
        f"{DROPPED} comes to rest in mid air",
        f"{DROPPED} falls sideways",
        f"{DROPPED} drops at constant speed",
        f"{DROPPED} lands instantly",
        f"{DROPPED} lands in a few seconds",
        f"{DROPPED} lands in under 2 fortnights",
        f"{DROPPED} rises in under 3 s",
        f"{DROPPED} falls and sings a song",
        f"{DROPPED} hits the ground with 500 J",
        f"{DROPPED} lands in under 3 s or hits the ground at 5 m/s",
        "A crate slides up a 35 deg ramp, static friction 0.6",
        "A crate slides up the 35 deg ramp, static friction 0.6",
        "A crate slides down a 35 deg ramp at constant speed, static friction 0.6",
        "A crate slides down a 35 deg ramp in 2 s, static friction 0.6",
        "A crate flies off a 35 deg ramp, static friction 0.6",
        f"{BOXES}",
        f"{BOXES} rise into the air",
        f"{BOXES} stand on their corners",
        f"{BOXES} stand or topple",
        f"{BOXES} turn into gold",
        f"{BOXES} stand for several days",
        f"{THROWN} goes through a 5 m wall 10 m away",
        f"{THROWN} clears a 5 m wall 10 m away or crosses a 15 m gap",
        f"{THROWN} clears a 5 m wall 10 m away with 500 J",
        f"{THROWN} clears a 5 m wall 10 m away in about 2 s",
        f"{THROWN} crosses a 15 m gap and lands at least 3 m lower",
        f"{THROWN} crosses a 15 m gap and clears a 5 m wall 10 m away",
        f"{THROWN} crosses a 15 m deep gap",
        f"{THROWN} clears a 5 m wall 10 m away and lands at least 60 m from the thrower",
        "A ball thrown horizontally at 10 m/s 20 m high dropped lands at least 18 m away",
        f"{THROWN} almost clears a 5 m wall 10 m away",
        f"{DROPPED} hits the ground twice in under 3 s",
        f"{DROPPED} reaches the Moon",
        f"{BOXES} hold a 50 kg weight",
        "A ball thrown at 20 m/s flies towards a 5 m wall 10 m away",
    ],
)
def test_a_claim_that_no_equation_decides_leaves_the_goal_incomplete(text):
    beat = beat_of(text)
    assert beat.prediction.outcome is None
    assert beat.scenario.missing
    assert not beat.answerable


@pytest.mark.parametrize(
    ("text", "outcome", "holds"),
    [
        ("A ball falls 20 m in less than a second", "too_late", False),
        ("A ball falls 20 m in less than half a second", "too_late", False),
        ("A ball falls 20 m within a minute", "lands_in_time", True),
        (f"{DROPPED} lands in about 2 s", "lands_on_time", True),
        (f"{DROPPED} lands in about 1 s", "lands_off_time", False),
        (f"{DROPPED} lands in about 10 s", "lands_off_time", False),
        (f"{DROPPED} lands in 2.1 s or less", "lands_in_time", True),
        (f"{DROPPED} is released and falls to the ground", "falls", True),
        (f"{THROWN} crosses a 15 m gap and lands 3 m lower", "clears", True),
        ("A crate slides down a 35 deg ramp, static friction 0.6", "slides", True),
        (f"{BOXES} stand without sliding or tipping for 10 s", "stands", True),
    ],
)
def test_a_limit_in_words_is_read_and_decides(text, outcome, holds):
    beat = beat_of(text)
    assert beat.scenario.missing == ()
    assert beat.prediction.outcome == outcome
    assert (beat.scenario.wanted == outcome) is holds


def test_what_is_lower_is_a_drop_and_no_distance():
    beat = beat_of(f"{THROWN} crosses a 15 m gap and lands 3 m lower")
    assert beat.scenario.si("landing_drop") == 3.0
    assert beat.scenario.parameter("distance_about") is None


@given(st.from_regex(r"[a-z]{4,12}", fullmatch=True))
def test_no_unknown_word_behind_a_fall_is_read_over(word):
    known = beat_of(f"{DROPPED} falls and {word}s xq")
    assert known.prediction.outcome is None
