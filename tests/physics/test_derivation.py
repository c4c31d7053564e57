"""Derived parameters stay tied to what they came from."""

import math

import pytest

from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal, ParameterSource
from storyworld.records.scenario import Beat
from storyworld.stages.plan import plan


def beat_of(text: str) -> Beat:
    (beat,) = plan(Goal(text=text), planner=RulesPlanner()).beats
    return beat


STOP = "A car at 20 m/s stops within 30 m, mu 0.8"


def test_what_follows_from_the_text_is_a_parameter_with_its_reason():
    found = beat_of(STOP).scenario.parameter("deceleration")
    assert found is not None
    assert found.source is ParameterSource.INFERRED
    assert found.quantity.value == pytest.approx(0.8 * 9.81)
    assert found.because


def test_what_would_flip_the_finding_is_said_of_what_was_asked_not_of_what_was_derived():
    flips = {a.parameter: a.limit.value for a in beat_of(STOP).prediction.alternatives}
    assert flips["friction"] == pytest.approx(20**2 / (2 * 9.81 * 30), rel=1e-6)
    assert "deceleration" not in flips


def test_the_uncertainty_comes_from_the_numbers_given_once():
    evidence = beat_of(STOP).prediction.evidence[0]
    assert evidence.name == "stopping_distance"
    scenario = beat_of(STOP).scenario
    relative = {
        p.name: p.quantity.uncertainty / p.quantity.value
        for p in scenario.parameters
        if p.quantity.value
    }
    expected = math.sqrt(
        (2 * relative["speed"]) ** 2 + relative["friction"] ** 2 + relative["gravity"] ** 2
    )
    assert evidence.quantity.uncertainty / evidence.quantity.value == pytest.approx(expected, 1e-3)


def test_where_nothing_is_given_the_natural_source_is_missing():
    missing = beat_of("A car at 30 m/s stops within 40 m").scenario.missing
    assert [m.name for m in missing] == ["friction"]


def test_what_is_given_itself_is_not_derived():
    found = beat_of("A car at 20 m/s brakes at 5 m/s^2 and stops within 50 m").scenario
    assert found.si("deceleration") == 5.0
    assert found.parameter("friction") is None
    assert found.missing == ()
