"""A goal that points back, and a beat that follows, start from what there was."""

import pytest

from storyworld.epistemics.expecting import predicted
from storyworld.physics.carrying import refers_back
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal, ParameterSource
from storyworld.records.scenario import Plan
from storyworld.records.verdict import OutcomeKind
from storyworld.stages.plan import plan

BEFORE = "A truck at 20 m/s stops within 30 m, mu 0.8"


def planned(text: str, earlier: str | None = None) -> Plan:
    found = plan(Goal(text=text, earlier=earlier), planner=RulesPlanner())
    assert isinstance(found, Plan)
    return found


@pytest.mark.parametrize(
    ("text", "earlier", "back"),
    [
        ("The same crate pushed at 0.8 m slides", "A crate pushed at 0.2 m slides", True),
        ("That crate tips", "A crate pushed at 0.2 m slides", True),
        ("A jet from that hole rises above the surface", "A jet from a hole is slow", True),
        ("A 500 W kettle does it in 3 min", "A 2 kW kettle boils 1 kg of water", True),
        ("A ball crosses a 15 m gap at the same level", "A crate is pushed", False),
        ("Both balls take the same time", "A ball takes 2 s", False),
        ("The same crate tips", "A car brakes", False),
        ("A car brakes", "A car brakes", False),
    ],
)
def test_only_words_that_point_at_the_earlier_goal_refer_back(text, earlier, back):
    assert refers_back(text, earlier) is back


def test_what_is_left_out_is_taken_from_the_goal_referred_to():
    beat = planned("The same truck at 30 m/s stops within 30 m", BEFORE).beats[0]
    friction = beat.scenario.parameter("friction")
    assert friction is not None
    assert friction.quantity.value == 0.8
    assert friction.source is ParameterSource.INFERRED
    assert "A truck at 20 m/s" in (friction.because or "")
    assert beat.scenario.si("speed") == 30.0


def test_a_limit_stated_anew_replaces_the_earlier_one():
    found = planned("The same truck stops within 20 m", BEFORE)
    assert predicted(found) is OutcomeKind.GOAL_IMPOSSIBLE
    assert found.beats[0].scenario.si("stopping_distance_max") == 20.0


def test_without_the_earlier_goal_what_is_missing_is_named():
    found = planned("The same truck at 30 m/s stops within 30 m")
    assert predicted(found) is OutcomeKind.EPISTEMICALLY_INCOMPLETE
    assert [m.name for m in found.beats[0].scenario.missing] == ["friction"]


def test_a_goal_that_does_not_refer_back_takes_nothing():
    found = planned("A truck at 30 m/s stops within 30 m", BEFORE)
    assert [m.name for m in found.beats[0].scenario.missing] == ["friction"]


def test_an_earlier_goal_that_contradicts_itself_gives_nothing():
    found = planned(
        "The same stone dropped from 5 m lands in under 2 s",
        "A stone floats motionless in mid-air without support",
    )
    assert predicted(found) is OutcomeKind.GOAL_ACHIEVED
