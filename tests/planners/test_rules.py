import pytest

from storyworld.planners import planner_named
from storyworld.records.goal import Goal


@pytest.mark.parametrize("text", ["x", "…", "Ein Stein", "10 m", "A ball dropped from 20 m falls"])
def test_the_rules_planner_gives_at_least_one_intent_and_the_same_again(text):
    planner = planner_named("rules")
    goal = Goal(text=text)
    intents = planner.read(goal)
    assert len(intents) >= 1
    assert planner.read(goal) == intents
    assert intents[0].text == text
