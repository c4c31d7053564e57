"""Goals of several events: one beat each, and no word of the goal is lost."""

from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from tests.models.serving import gemini, serving
from tests.planners.conftest import Reader
from tests.planners.proposals import beat, reply
from tests.planners.test_placing import named

FIRST = "A steel ball bids farewell to a 20 m ledge and reaches the ground in under 2.1 s"
SECOND = "a crate on a 20 degree ramp with friction 0.6 stays"
BOTH = f"{FIRST}, then {SECOND}."
BEATS = (
    beat("free_fall", "lands_in_time", ("height", 20, "m", "20 m"), part=FIRST),
    beat("incline", "stays", part=SECOND),
)


def test_each_beat_has_its_own_words_and_places_in_the_goal(by_gemini: Reader) -> None:
    with serving(gemini(reply(*BEATS))) as server:
        reading = by_gemini(server.url, BOTH)
    first, second = reading.intents
    assert (first.family, second.family) == ("free_fall", "incline")
    assert first.text == FIRST
    assert second.text == f"{SECOND}."
    assert named(second) == {"angle": 20.0, "friction_static": 0.6}
    for intent in reading.intents:
        for parameter in intent.parameters:
            assert parameter.words is not None
            span = parameter.words
            assert BOTH[span.start : span.end] == span.text
    assert len(server.asked) == 1


def test_a_beat_whose_family_is_wrong_is_read_by_the_rules(by_gemini: Reader) -> None:
    wrong = (BEATS[0], beat("levitation", "stays", part=SECOND))
    with serving(gemini(reply(*wrong))) as server:
        _, second = by_gemini(server.url, BOTH).intents
    assert second.family == "incline"
    assert all(BOTH[p.words.start : p.words.end] == p.words.text for p in second.parameters)


def test_beats_that_are_not_the_goals_own_words_are_none(by_gemini: Reader) -> None:
    for parts in (("", ""), (SECOND, FIRST), (FIRST, "a crate stays"), (FIRST, "friction 0.6")):
        beats = [{**b, "part": part} for b, part in zip(BEATS, parts, strict=True)]
        with serving(gemini(reply(*beats))) as server:
            reading = by_gemini(server.url, BOTH)
        assert reading.agent.name == "rules", parts
        assert reading.intents == RulesPlanner().read(Goal(text=BOTH))


def test_a_goal_the_rules_read_whole_is_not_cut(by_gemini: Reader) -> None:
    text = "A ball dropped from 20 m falls, and reaches the ground in under 2.1 s"
    beats = (
        beat("free_fall", "falls", part="A ball dropped from 20 m falls"),
        beat("generic", "as_asked", part="and reaches the ground"),
    )
    with serving(gemini(reply(*beats))) as server:
        reading = by_gemini(server.url, text)
    assert reading.intents == RulesPlanner().read(Goal(text=text))


def test_where_one_beat_plays_is_asked_of_the_others(by_gemini: Reader) -> None:
    text = f"On the Moon, {FIRST.lower()}, then {SECOND}"
    beats = ({**BEATS[0], "part": FIRST.lower()}, BEATS[1])
    with serving(gemini(reply(*beats))) as server:
        first, second = by_gemini(server.url, text).intents
    assert "gravity" in named(first)
    assert "gravity" in {m.name for m in second.unsettled}
