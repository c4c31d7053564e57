"""Where an observer's probability comes from."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.epistemics import temporal
from storyworld.epistemics.calibration import ece
from storyworld.epistemics.confidence import conjunction, probability
from storyworld.epistemics.constraints import evaluate
from storyworld.epistemics.forecasting import agreed, calibrated, learned, stated
from storyworld.records.calibration import Counted, Label, Told
from storyworld.records.constraint import ConstraintKind
from storyworld.records.evidence import Evidence, EvidenceSource, FrameRange, Ledger
from storyworld.records.observation import (
    Law,
    Observation,
    ObserverAvailability,
    Verdict,
    Violation,
)
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Check
from storyworld.records.verdict import EpistemicState, Judgement
from tests import making
from tests.epistemics.test_over_time import STAYS, TOPPLES_LATE, over_time, shown

SUCCESS, UNAVAILABLE = ObserverAvailability.SUCCESS, ObserverAvailability.UNAVAILABLE
MEASURED = EvidenceSource.MEASUREMENT
ASKED = making.beat()
CHECKED = ASKED.revised(
    checks=tuple(
        Check(name=f"check_{place}", statement="It lands.", antonym="It stays up.", **bears)
        for place, bears in enumerate(
            ({"shows": ("lands_in_time",)}, {"denies": ("lands_in_time",)}, {"shows": ("else",)})
        )
    )
)


def measured(value: float, u: float = 0.05) -> Observation:
    return making.observation(value, u=u).revised(verdict=Verdict.VALID)


def judged(observation: Observation, *, required: bool = True) -> Judgement:
    asked = making.constraint().revised(required=required)
    return Judgement(
        rules_version="1",
        state=EpistemicState.ACCEPTED,
        ledger=Ledger(evidence=observation.evidence),
        constraints=(asked,),
        findings=tuple(evaluate(asked, item, MEASURED) for item in observation.evidence),
        confidence=None,
        because="",
    )


def shares(*values: float, verdict: Verdict = Verdict.VALID) -> Observation:
    seen = (
        Evidence(
            evidence_id=f"obs_1:check_{place}",
            name=f"check_{place}",
            quantity=Quantity(value=value, unit=Unit.ONE, uncertainty=0.1),
            source=EvidenceSource.VISION_MODEL,
            method="by hand",
            observation_id="obs_1",
        )
        for place, value in enumerate(values)
    )
    return making.observation(None).revised(
        availability=SUCCESS, abstentions=(), evidence=tuple(seen), verdict=verdict
    )


def told(
    verdict: Verdict,
    label: Label,
    stated: float | None = None,
    availability: ObserverAvailability = SUCCESS,
) -> Told:
    return Told(observer="gemini", model="flash", availability=availability, verdict=verdict,
                stated=stated, label=label)  # fmt: skip


@pytest.mark.parametrize("seconds", [1.9, 2.05, 2.1, 2.2])
def test_what_was_measured_is_as_probable_as_its_margin_makes_it(seconds: float) -> None:
    observation = measured(seconds)
    margin = Quantity(value=2.1 - seconds, unit=Unit.SECOND, uncertainty=0.05)
    assert stated(observation, ASKED, judged(observation)) == pytest.approx(probability(margin))


def test_a_measurement_without_a_finding_that_rests_on_it_states_nothing() -> None:
    observation = measured(2.0)
    assert stated(observation, ASKED, None) is None
    assert stated(observation, ASKED, judged(observation).revised(findings=())) is None
    assert stated(observation, ASKED, judged(observation, required=False)) is None
    another = making.observation(2.0, observation_id="obs_2")
    assert stated(observation, ASKED, judged(another)) is None


def test_one_claim_left_open_and_the_numbers_state_nothing() -> None:
    observation = measured(2.0)
    judgement = judged(observation)
    more = making.constraint("impact_speed")
    wider = judgement.revised(constraints=(*judgement.constraints, more))
    assert stated(observation, ASKED, wider) is None


def test_a_model_is_as_sure_as_its_samples_tell_what_the_claims_need() -> None:
    assert stated(shares(0.8), CHECKED, None) == pytest.approx(0.8)
    both = conjunction((0.8, 0.7))
    assert stated(shares(0.8, 0.3), CHECKED, None) == pytest.approx(both), "the second denies"
    assert stated(shares(0.8, 0.3, 0.1), CHECKED, None) == pytest.approx(both), "the third is open"
    against = shares(0.8, 0.8, verdict=Verdict.CONTRADICTS)
    assert stated(against, CHECKED, None) == pytest.approx(0.2 / 3)
    assert stated(shares(0.8), ASKED, None) is None, "no check bears on the claims"


def test_a_film_of_something_else_is_as_improbable_as_its_premise() -> None:
    observation = measured(2.0)
    judgement = judged(observation)
    premise = making.constraint(limit=1.9).revised(
        constraint_id="as_stated", kind=ConstraintKind.PREMISE, required=False
    )
    finding = evaluate(premise, observation.evidence[0], MEASURED)
    unlike = judgement.revised(
        constraints=(*judgement.constraints, premise), findings=(*judgement.findings, finding)
    )
    fits, alike = stated(observation, ASKED, unlike), stated(observation, ASKED, judgement)
    assert fits is not None
    assert alike is not None
    assert fits < 0.05 < 0.9 < alike
    open_premise = judgement.revised(constraints=(*judgement.constraints, premise))
    assert stated(observation, ASKED, open_premise) == alike


def test_a_film_on_which_a_claim_breaks_over_time_is_as_improbable_as_that_breach() -> None:
    observation = measured(2.0)
    judgement = judged(observation)
    throughout = over_time()
    late = shown(TOPPLES_LATE).revised(evidence=observation.evidence, verdict=Verdict.VALID)
    stays = shown(STAYS).revised(evidence=observation.evidence, verdict=Verdict.VALID)

    def told_of(seen: Observation) -> float | None:
        found = temporal.evaluate(throughout, (seen,))
        whole = judgement.revised(
            constraints=(*judgement.constraints, throughout),
            findings=(*judgement.findings, found),
        )
        return stated(seen, ASKED, whole)

    broken, held = told_of(late), told_of(stays)
    assert broken is not None
    assert broken < 0.05
    assert held == stated(observation, ASKED, judgement), "what is not required confirms nothing"


@pytest.mark.parametrize("verdict", [Verdict.UNCERTAIN, Verdict.IMPOSSIBLE, Verdict.BLOCKS])
def test_numbers_are_silent_where_something_is_open_or_a_law_is_broken(verdict: Verdict) -> None:
    assert stated(shares(0.8, verdict=verdict), CHECKED, None) is None
    assert stated(shares(), CHECKED, None) is None
    broken = Violation(law=Law.TELEPORT, frames=FrameRange(first=1, last=2))
    assert stated(shares(0.8).revised(violations=(broken,)), CHECKED, None) is None


def test_a_verdict_is_worth_what_it_meant_so_far() -> None:
    said = [
        told(Verdict.VALID, Label.VALID),
        told(Verdict.VALID, Label.CONTRADICTS),
        told(Verdict.UNCERTAIN, Label.VALID),
        told(Verdict.VALID, Label.VALID),
    ]
    assert list(learned(said)) == [
        (1 / 2, 1 / 2, True),
        (2 / 3, 2 / 3, False),
        (1 / 2, 2 / 4, True),
        (2 / 4, 3 / 5, True),
    ]


def test_own_numbers_go_before_the_verdict() -> None:
    assert [p for p, _, _ in learned([told(Verdict.VALID, Label.VALID, 0.9)])] == [0.9]


def test_what_is_unclear_or_was_not_looked_at_teaches_nothing() -> None:
    said = [
        told(Verdict.VALID, Label.UNCLEAR),
        told(Verdict.UNCERTAIN, Label.VALID, availability=UNAVAILABLE),
        told(Verdict.UNCERTAIN, Label.VALID, availability=ObserverAvailability.FAILED),
    ]
    assert list(learned(said)) == []


several = st.lists(st.tuples(st.sampled_from(Verdict), st.sampled_from(Label)), max_size=40)


@given(several, st.sampled_from(Label), several)
def test_no_label_is_used_for_its_own_film_or_one_before(before, label, after) -> None:
    def forecast(own: Label, later: list[tuple[Verdict, Label]]) -> list[float]:
        films = [*before, (Verdict.VALID, own), *later]
        return [p for p, _, _ in learned(told(v, of) for v, of in films)]

    known = len(forecast(Label.UNCLEAR, []))
    assert forecast(Label.VALID, after)[: known + 1] == forecast(Label.IMPOSSIBLE, [])


def test_leaving_only_the_film_itself_out_would_betray_its_label() -> None:
    """One word for every film, half of them valid: docs/decisions/0015."""
    came = [i % 2 == 0 for i in range(300)]
    random.Random(0).shuffle(came)
    left_out = [((sum(came) - c + 1) / (len(came) + 1), c) for c in came]
    said = (told(Verdict.VALID, Label.VALID if c else Label.IMPOSSIBLE) for c in came)
    assert ece(left_out) > 0.49
    assert ece([(p, c) for p, _, c in learned(said)]) < 0.15


def test_an_observer_is_scored_beside_those_who_look_at_nothing() -> None:
    said = [told(Verdict.VALID, Label.VALID, 0.9) for _ in range(30)]
    said += [told(Verdict.CONTRADICTS, Label.CONTRADICTS, 0.1) for _ in range(10)]
    said += [told(Verdict.UNCERTAIN, Label.UNCLEAR)]
    counts = (
        Counted(observer="gemini", model="flash", availability=SUCCESS, verdict=Verdict.VALID,
                observations=30),
        Counted(observer="gemini", model="flash", availability=UNAVAILABLE,
                verdict=Verdict.UNCERTAIN, observations=7),
        Counted(observer="measuring", model=None, availability=SUCCESS, verdict=Verdict.VALID,
                observations=50),
    )  # fmt: skip
    measuring, gemini = calibrated(counts, said)
    assert (measuring.observer, measuring.scores, measuring.confusion) == ("measuring", None, ())
    assert gemini.observations == 37
    assert dict(gemini.verdicts)[Verdict.UNCERTAIN] == 0, "who could not be asked has no verdict"
    assert (gemini.labelled, gemini.scored, gemini.by_numbers) == (41, 40, 40)
    assert gemini.scores is not None
    assert gemini.scores.brier.value == pytest.approx(0.01)
    assert gemini.scores.brier.low is not None
    by_name = {b.name: b.scores for b in gemini.baselines}
    assert list(by_name) == ["always_valid", "share_so_far", "one_half"]
    assert by_name["always_valid"].brier.value == pytest.approx(0.25)
    assert by_name["one_half"].brier.value == pytest.approx(0.25)
    assert by_name["share_so_far"].brier.value > gemini.scores.brier.value


def test_people_who_do_not_agree_leave_a_film_unclear() -> None:
    assert agreed({Label.VALID: 2, Label.IMPOSSIBLE: 1}) is Label.VALID
    assert agreed({Label.VALID: 1, Label.IMPOSSIBLE: 1}) is Label.UNCLEAR
    assert agreed({}) is Label.UNCLEAR
