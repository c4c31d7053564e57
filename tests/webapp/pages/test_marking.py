"""Marks on a goal's text."""

from storyworld.previewing import preview
from storyworld.records.goal import Goal, Span
from storyworld.records.scenario import Plan
from tests.webapp import fall
from webapp.pages.marking import reading_of

TWO = "A crate slides down a 30 deg ramp with static friction 0.3, then falls 2 m in under 0.5 s"


def plan_of(text: str) -> Plan:
    plan = preview(Goal(text=text)).plan
    assert isinstance(plan, Plan)
    return plan


def test_the_pieces_are_the_text_and_numbers_run_over_all_beats() -> None:
    reading = reading_of(TWO, plan_of(TWO))
    assert "".join(p.text for p in reading.pieces) == TWO
    assert [(p.number, p.text, p.name) for p in reading.pieces if p.number] == [
        (1, "30 deg", "angle"), (2, "0.3", "friction_static"),
        (3, "2 m", "height"), (4, "0.5 s", "time_max"),
    ]  # fmt: skip
    rows = [row for part in reading.parts for row in part.rows]
    assert [r.number for r in rows if r.number] == [1, 2, 3, 4]
    assert {r.parameter.source for r in rows if r.number is None} != {"user"}


def test_words_that_do_not_stand_there_are_not_marked() -> None:
    goal = fall.goal_of(2.1)
    beat = fall.beat_of(goal, 2.1)
    height, gravity = beat.scenario.parameters
    moved = height.revised(words=Span(start=0, end=4, text="20 m"))
    plan = Plan(beats=(beat.revised(
        scenario=beat.scenario.revised(parameters=(moved, gravity))),))  # fmt: skip
    reading = reading_of(goal.text, plan)
    assert [p.text for p in reading.pieces] == [goal.text]
    assert [row.number for row in reading.parts[0].rows] == [None, None]


def test_two_parameters_of_one_word_share_its_number_and_unused_words_have_none() -> None:
    goal = fall.goal_of(2.1)
    beat = fall.beat_of(goal, 2.1)
    height, _ = beat.scenario.parameters
    start = goal.text.index("2.1 s")
    intent = beat.scenario.intent.revised(unused=(Span(start=start, end=start + 5, text="2.1 s"),))
    scenario = beat.scenario.revised(
        intent=intent, parameters=(height, height.revised(name="depth"))
    )
    reading = reading_of(goal.text, Plan(beats=(beat.revised(scenario=scenario),)))
    marked = [p for p in reading.pieces if p.number or p.unused]
    assert [(p.number, p.name, p.unused) for p in marked] == [
        (1, "height, depth", False), (None, "", True)]  # fmt: skip
    assert [row.number for row in reading.parts[0].rows] == [1, 1]
