"""What a goal gives stands in the ledger, and what was inferred says what from: neither decides."""

import math

import pytest

from storyworld.epistemics import ledger
from storyworld.epistemics.given import given
from storyworld.epistemics.judging import judge
from storyworld.planners.rules import RulesPlanner
from storyworld.records.constraint import Comparison
from storyworld.records.evidence import Evidence, EvidenceSource
from storyworld.records.goal import Goal, Parameter, ParameterSource, Span
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Beat, Plan
from storyworld.records.verdict import EpistemicState
from storyworld.stages import plan
from tests import making

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


def beats_of(text: str) -> tuple[Beat, ...]:
    planned = plan(Goal(text=text), planner=RulesPlanner())
    assert isinstance(planned, Plan)
    return planned.beats


def of(beat: Beat, source: EvidenceSource) -> dict[str, Evidence]:
    return {e.name: e for e in ledger.build(beat, ()).evidence if e.source is source}


def with_parameters(*parameters: Parameter) -> Beat:
    beat = making.beat()
    return beat.revised(scenario=beat.scenario.revised(parameters=parameters))


def metres(value: float, u: float = 0.0) -> Quantity:
    return Quantity(value=value, unit=Unit.METRE, uncertainty=u)


def test_what_the_goal_states_is_there_with_the_words_it_was_read_from() -> None:
    (beat,) = beats_of(FALL)
    height = of(beat, EvidenceSource.USER)["height"]
    assert height.evidence_id == "user:height"
    assert height.quantity.value == 20.0
    start = FALL.index("20 m")
    assert f"read from “20 m”, characters {start} to {start + 4} of the goal" in height.method


def test_a_bound_is_said_to_be_none_but_a_bound() -> None:
    words = Span(start=0, end=14, text="at least 0.6 m")
    stated = Parameter(
        name="width", quantity=metres(0.6), source=ParameterSource.USER, words=words,
        bound=Comparison.AT_LEAST,
    )  # fmt: skip
    (item,) = given(with_parameters(stated).scenario)
    assert item.method.endswith("which only bounds it: at least")


def test_a_default_is_inferred_from_what_its_family_assumes_with_all_its_uncertainty() -> None:
    (beat,) = beats_of(FALL)
    gravity = of(beat, EvidenceSource.INFERRED)["gravity"]
    assert gravity.inferred_from == ("family:free_fall",)
    assert gravity.added_uncertainty == gravity.quantity.uncertainty == 0.015


def test_what_may_be_anything_in_a_range_adds_half_its_width_over_root_three() -> None:
    (beat,) = beats_of("A solid steel ball floats in water")
    density = of(beat, EvidenceSource.INFERRED)["density"]
    assert "anything from 7700 kg/m³ to 8050 kg/m³" in density.method
    assert density.inferred_from == ("family:buoyancy",)
    assert density.added_uncertainty == pytest.approx(350 / 2 / math.sqrt(3))


def test_what_follows_exactly_names_what_from_and_adds_nothing() -> None:
    (beat,) = beats_of("r=30 m; v=20 m/s; mu=0.8; car stays on")
    sideways = of(beat, EvidenceSource.INFERRED)["lateral_acceleration"]
    assert sideways.inferred_from == ("user:speed", "user:radius")
    assert sideways.added_uncertainty == 0.0 < sideways.quantity.uncertainty


def test_what_a_later_beat_takes_over_names_the_beat_it_had_it_from() -> None:
    falls = "A ball dropped from 2 m lands in under 0.7 s"
    _, rebound = beats_of(f"{falls} and then rebounds (e = 0.8) to at least 1.2 m.")
    dropped = of(rebound, EvidenceSource.INFERRED)["drop_height"]
    assert dropped.inferred_from == ("beat_0:height",)
    assert dropped.added_uncertainty == 0.0


def test_no_word_of_the_goal_decides_a_constraint() -> None:
    said = Parameter(name="fall_time", quantity=making.seconds(2.0), source=ParameterSource.USER)
    assumed = said.revised(source=ParameterSource.DEFAULT, because="as usual")
    for parameter in (said, assumed):
        beat = making.beat(None)
        beat = beat.revised(scenario=beat.scenario.revised(parameters=(parameter,)))
        judgement = judge(beat, ())
        assert judgement.state is EpistemicState.EPISTEMICALLY_INCOMPLETE
        assert [e.name for e in judgement.ledger.evidence] == ["fall_time"]
        assert not any(f.evidence_ids for f in judgement.findings)
