"""Films that were guided, or made of words, weigh nothing; every other film is judged as ever."""

import itertools

import pytest

from storyworld.epistemics.judging import judge
from storyworld.records.evidence import EvidenceSource
from storyworld.records.observation import Verdict
from storyworld.records.render import Grounding
from tests import making
from tests.epistemics.test_judging import (
    ACCEPTED,
    BROKEN,
    INCOMPLETE,
    OK,
    REJECTED,
    UNAVAILABLE,
    film,
    looked,
    model,
)


@pytest.mark.parametrize("grounding", [Grounding.FREE, Grounding.GUIDED])
@pytest.mark.parametrize("measured", [OK, BROKEN, None])
def test_a_film_that_was_guided_or_made_of_words_weighs_nothing(grounding, measured):
    """Whatever it shows: it neither confirms, nor refutes, nor contradicts."""
    seen = film(measured).revised(grounding=grounding)
    closed = judge(making.beat(OK), (seen,))
    assert closed.state is ACCEPTED
    assert closed.conflicts == ()
    assert "film_without_weight" in closed.constraints_discovered
    alone = judge(making.beat(OK), (UNAVAILABLE,))
    assert closed.confidence is not None
    assert alone.confidence is not None
    assert closed.confidence.value <= alone.confidence.value

    assert judge(making.beat(OK, visual=True), (seen,)).state is INCOMPLETE
    assert judge(making.beat(BROKEN, visual=True), (seen,)).state is REJECTED
    assert judge(making.beat(None, visual=True), (seen,)).state is INCOMPLETE


@pytest.mark.parametrize(
    "grounding", [None, Grounding.SIMULATED, Grounding.INITIAL, Grounding.INITIAL_VELOCITY]
)
def test_every_other_film_is_judged_as_before(grounding):
    for beat, measured in itertools.product(
        (making.beat(OK), making.beat(OK, visual=True), making.beat(None, visual=True)),
        (OK, BROKEN, None),
    ):
        seen = making.observation(measured)
        judged = judge(beat, (seen.revised(grounding=grounding),))
        assert judged.state is judge(beat, (seen,)).state


def test_a_law_broken_on_a_guided_film_is_the_guides_not_the_worlds():
    seen = film(OK, broken=True).revised(grounding=Grounding.GUIDED)
    assert judge(making.beat(OK), (seen,)).state is ACCEPTED
    denied = model(Verdict.CONTRADICTS).revised(grounding=Grounding.GUIDED)
    judged = judge(looked(), (seen, denied))
    assert "observers_disagree" not in judged.constraints_discovered


@pytest.mark.parametrize("grounding", [Grounding.FREE, Grounding.GUIDED])
def test_what_a_film_without_weight_shows_is_no_constraint_discovered(grounding):
    second = making.constraint("hold_time", 1.0, claim="holds")
    beat = making.beat(BROKEN, constraints=(making.constraint(), second))
    longer = making.evidence(5.0, name="hold_time", source=EvidenceSource.MEASUREMENT)
    seen = making.observation(OK)
    seen = seen.revised(evidence=(*seen.evidence, longer.revised(observation_id="obs_1")))
    assert "hold_time_at_most" in judge(beat, (seen,)).constraints_discovered
    weightless = judge(beat, (seen.revised(grounding=grounding),))
    assert weightless.state is REJECTED
    assert "hold_time_at_most" not in weightless.constraints_discovered
    assert "fall_time_at_most" in weightless.constraints_discovered
