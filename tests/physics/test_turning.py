"""What would flip an answer, as a goal that can be asked: each one is planned again as any goal."""

import pytest

from storyworld import stages
from storyworld.physics.turning import asked
from storyworld.planners import planner_named
from storyworld.records.goal import Goal
from storyworld.records.scenario import Beat, Plan


def planned(goal: Goal) -> tuple[Beat, ...]:
    plan = stages.plan(goal, planner=planner_named("rules"))
    assert isinstance(plan, Plan)
    return plan.beats


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("A steel ball dropped from 20 m reaches the ground in under 1.9 s", 2),
        ("A steel ball dropped from 20 m reaches the ground in under 2.1 s", 2),
        ("A crate stays at rest on a 35 deg ramp, static friction 0.6", 2),
        ("A car at 72 km/h stops within 20 m, mu 0.8, no reaction delay", 2),
        ("Three 0.30 m, 1.5 kg boxes stacked with 5 cm stagger stand for 10 s", 2),
        ("A car takes a 50 m radius flat turn at 40 mph, mu 0.5", 2),
        ("A 1 m pendulum completes 10 small swings in under 19 s", 1),
        ("A 20 kg child at 1.5 m balances a 30 kg child at 1.2 m", 1),
        ("Light in water hitting the surface at 60 deg is totally reflected", 1),
    ],
)
def test_the_rewritten_goal_is_predicted_the_other_way_round(text: str, least: int) -> None:
    goal = Goal(text=text)
    (beat,) = planned(goal)
    assert beat.prediction.outcome is not None
    held = beat.prediction.outcome == beat.scenario.wanted
    written = [a for a in asked(goal, beat, beat.prediction.alternatives) if a.goal]
    assert len(written) >= least
    for one in written:
        assert one.goal is not None
        assert one.value in one.goal.text
        assert one.goal.revised(text=text) == goal  # nothing else of it has changed
        (again,) = planned(one.goal)
        assert again.scenario.wanted == beat.scenario.wanted
        assert again.prediction.outcome is not None
        assert (again.prediction.outcome == again.scenario.wanted) is not held


def test_a_value_is_written_in_the_unit_that_was_asked_in_rounded_to_the_safe_side() -> None:
    goal = Goal(text="A car at 72 km/h stops within 20 m, mu 0.8, no reaction delay")
    (beat,) = planned(goal)
    written = {a.alternative.parameter: a for a in asked(goal, beat, beat.prediction.alternatives)}
    speed = written["speed"]
    assert speed.value.endswith(" km/h")
    assert float(speed.value.split()[0]) / 3.6 <= speed.alternative.limit.value


def test_of_several_beats_the_one_is_rewritten_that_it_is_of() -> None:
    text = (
        "A steel ball dropped from 20 m reaches the ground in under 2.1 s and then a row of "
        "dominoes 5 cm tall spaced 8 cm apart all fall"
    )
    goal = Goal(text=text)
    _, second = planned(goal)
    written = [a for a in asked(goal, second, second.prediction.alternatives) if a.goal]
    assert written
    for one in written:
        assert one.goal is not None
        first, again = planned(one.goal)
        assert first.prediction.outcome == first.scenario.wanted
        assert again.prediction.outcome == again.scenario.wanted


def test_what_was_read_from_no_words_has_words_alone() -> None:
    goal = Goal(text="A steel ball dropped from 20 m reaches the ground in under 1.9 s")
    (beat,) = planned(goal)
    (first, *_) = beat.prediction.alternatives
    parameters = tuple(p.revised(words=None) for p in beat.scenario.parameters)
    unsaid = beat.revised(scenario=beat.scenario.revised(parameters=parameters))
    (one,) = asked(goal, unsaid, (first,))
    assert (one.goal, one.alternative) == (None, first)
    elsewhere = Goal(text="Another goal that has none of these words")
    (one,) = asked(elsewhere, beat, (first,))
    assert one.goal is None


def test_a_goal_that_refers_back_is_rewritten_with_the_one_before() -> None:
    goal = Goal(
        text="The same ball reaches the ground in under 1.3 s",
        earlier="A steel ball dropped from 10 m reaches the ground in under 1.6 s",
    )
    (beat,) = planned(goal)
    written = [a for a in asked(goal, beat, beat.prediction.alternatives) if a.goal]
    assert written
    for one in written:
        assert one.goal is not None
        assert one.goal.earlier == goal.earlier
        (again,) = planned(one.goal)
        assert again.prediction.outcome == again.scenario.wanted
