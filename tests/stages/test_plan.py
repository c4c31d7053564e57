from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal, Intent
from storyworld.records.identity import new_id
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.scenario import Plan, Vetoed
from storyworld.stages.plan import plan

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


class TwoBeats:
    """A planner that reads every goal twice over."""

    agent = Agent(name="two_beats", kind=AgentKind.PLANNER, version="1")

    def read(self, goal: Goal) -> tuple[Intent, ...]:
        return RulesPlanner().read(goal) * 2


def planned(goal: Goal, **more) -> Plan:
    result = plan(goal, planner=RulesPlanner(), **more)
    assert isinstance(result, Plan)
    return result


def test_a_plan_holds_everything_needed_to_film_and_judge():
    (beat,) = planned(Goal(text=FALL)).beats
    assert beat.answerable
    assert beat.title == FALL
    assert beat.prediction.outcome == beat.scenario.wanted == "lands_in_time"
    assert beat.constraints
    assert beat.questions


def test_a_contradiction_is_vetoed_before_anything_is_read():
    class NeverAsked(RulesPlanner):
        def read(self, goal: Goal) -> tuple[Intent, ...]:
            raise AssertionError("a vetoed goal was read")

    goal = Goal(text="A stone floats motionless in mid-air without support")
    assert isinstance(plan(goal, planner=NeverAsked()), Vetoed)


def test_the_goals_own_wish_for_seeing_overrides_what_was_read():
    for wish in (True, False):
        (beat,) = planned(Goal(text=FALL, requires_visual_verification=wish)).beats
        assert beat.scenario.intent.requires_visual_verification is wish
    (beat,) = planned(Goal(text=FALL)).beats
    assert beat.scenario.intent.requires_visual_verification is False


def test_only_the_first_beat_starts_from_the_node_given():
    node, other = new_id("nd"), new_id("nd")
    goal = Goal(text=FALL, from_node=other)
    result = plan(goal, planner=TwoBeats(), from_node=node)
    assert isinstance(result, Plan)
    assert [b.scenario.from_node for b in result.beats] == [node, None]
    assert [b.index for b in result.beats] == [0, 1]
    (beat,) = planned(goal).beats
    assert beat.scenario.from_node == other


def test_a_plan_survives_its_json():
    plan_made = planned(Goal(text=FALL))
    assert Plan.model_validate_json(plan_made.canonical_json()) == plan_made


def test_a_long_goal_has_a_short_title():
    (beat,) = planned(Goal(text=FALL + ". " + "It is a fine day. " * 50)).beats
    assert len(beat.title) <= 80
