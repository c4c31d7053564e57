"""What every family of the shape shares, seen through whole goals."""

from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.records.scenario import Plan
from storyworld.stages.plan import plan


def test_numbers_a_formula_has_no_value_at_are_named_and_nothing_is_predicted():
    # Read as 1000 kg of propellant in a probe of 600 kg: no mass ratio is negative.
    text = "A 600 kg probe burns 1000 kg of propellant at an Isp of 220 s and gains 2 km/s."
    planned = plan(Goal(text=text), planner=RulesPlanner())
    assert isinstance(planned, Plan)
    (beat,) = planned.beats
    assert beat.scenario.family == "delta_v"
    assert {m.name for m in beat.scenario.missing} == {"delta_v"}
    assert beat.prediction.outcome is None
