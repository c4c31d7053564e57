import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.epistemics.calibration import score
from storyworld.epistemics.confidence import (
    FAITHFUL,
    HOLD_TAU_S,
    MAX_ODDS,
    derive,
    divergence,
    probability,
    recombined,
)
from storyworld.epistemics.judging import judge
from storyworld.records.constraint import Comparison, Finding, FindingStatus
from storyworld.records.evidence import EvidenceSource
from storyworld.records.observation import ObserverAvailability
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.verdict import Confidence, ConfidenceTerm, EpistemicState
from tests import making
from tests.epistemics.calibrating import area, baselines, better_by, pairs, risk_coverage, wilson
from tests.epistemics.worlds import Asking, Faults, Trial, trials

LIMIT = MAX_ODDS / (MAX_ODDS + 1.0)
UNAVAILABLE = making.observation(None, availability=ObserverAvailability.UNAVAILABLE)


def metres(value: float, u: float) -> Quantity:
    return Quantity(value=value, unit=Unit.METRE, uncertainty=u)


def finding(sigmas: float, source: EvidenceSource = EvidenceSource.SOLVER) -> tuple[Finding, ...]:
    """What a witness says whose margin is so many standard uncertainties."""
    return (
        Finding(
            constraint_id="c",
            source=source,
            status=FindingStatus.SATISFIED if sigmas > 2 else FindingStatus.UNDECIDED,
            margin=metres(sigmas, 1.0),
            evidence_ids=("e",),
        ),
    )


def derived(
    solver: float | None = None,
    measured: float | None = None,
    *,
    vision: float | None = None,
    breach: bool = False,
    holds: bool = True,
    coverage: float = 1.0,
    hold_s: float | None = None,
) -> Confidence:
    return derive(
        solver=() if solver is None else finding(solver),
        measurement=()
        if measured is None
        else finding(measured, source=EvidenceSource.MEASUREMENT),
        vision=vision,
        breach=breach,
        holds=holds,
        coverage=coverage,
        hold_s=hold_s,
    )


def term(confidence: Confidence, name: str) -> float:
    (found,) = [t.value for t in confidence.terms if t.name == name]
    return found


# ---- the derivation says all there is ----------------------------------------------------------

sigmas = st.floats(-6.0, 6.0)
shares = st.floats(0.0, 1.0)
beliefs = st.floats(0.2, 0.8)
witnesses = st.fixed_dictionaries(
    {
        "solver": st.none() | sigmas,
        "measured": st.none() | sigmas,
        "vision": st.none() | beliefs,
        "breach": st.booleans(),
        "holds": st.booleans(),
        "coverage": shares,
        "hold_s": st.none() | st.floats(0.0, 10.0),
    }
)


@given(witnesses)
def test_the_value_can_be_recomputed_from_the_terms_that_are_shown(told):
    found = derived(**told)
    said = {t.name: t.value for t in found.terms}
    logit = sum(
        math.log(said[kind] / (1.0 - said[kind]))
        for kind in ("solver", "measurement", "law", "vision_model")
        if kind in said
    ) * said.get("agreement", 1.0)
    if logit > 0:
        logit *= (1.0 + said["coverage"]) / 2.0
    value = 1.0 / (1.0 + math.exp(-logit))
    if "hold_time" in said:
        value = min(value, max(0.5, 1.0 - math.exp(-said["hold_time"] / 0.5)))
    assert found.value == pytest.approx(min(value, said.get("limit", 1.0)), abs=1e-12)
    assert recombined(found.terms) == found.value


@given(witnesses)
def test_a_confidence_kept_as_json_is_still_derived_from_its_terms(told):
    kept = Confidence.model_validate_json(derived(**told).canonical_json())
    assert recombined(kept.terms) == kept.value


def test_the_derivation_names_every_term_in_a_line():
    found = derived(2.5, 2.2, coverage=1.0, hold_s=2.1)
    assert found.derivation == (
        "0.99 = solver 0.99, measurement 0.96, agreement 1.00, coverage 100 %, hold 2.1 s"
    )


def test_a_limit_that_takes_something_away_is_in_the_derivation():
    assert term(derived(9.0, 9.0), "limit") == LIMIT
    assert "limit" not in derived(2.1).derivation


def test_without_any_witness_it_is_one_half_and_derived_from_nothing():
    assert derived() == Confidence(value=0.5)
    assert derived().derivation == "0.50"


@given(st.floats(0.0, 1.0, exclude_min=True, exclude_max=True))
def test_what_is_uncertain_is_written_neither_as_certain_nor_as_nothing(p):
    for places in (2, 3):
        figure = ConfidenceTerm(name="solver", value=p, words="w").figure(places)
        assert 0.0 < float(figure.lstrip("<> ")) < 1.0
    share = ConfidenceTerm(name="coverage", value=p, words="w").figure()
    assert 0.0 < float(share.strip("<>% ")) < 100.0


@pytest.mark.parametrize(
    ("name", "value", "figure"),
    [
        ("solver", 0.999, "> 0.99"),
        ("solver", 0.001, "< 0.01"),
        ("agreement", 1.0, "1.00"),
        ("coverage", 0.999, "> 99 %"),
        ("coverage", 0.0, "0 %"),
        ("coverage", 2 / 3, "67 %"),
        ("hold_time", 2.0, "2 s"),
        ("margin", 3.2, "3.20"),
    ],
)
def test_figures(name, value, figure):
    assert ConfidenceTerm(name=name, value=value, words="w").figure() == figure


# ---- what each thing does to it ----------------------------------------------------------------


@given(st.floats(0.0, 2.0), st.floats(0.01, 5.0), st.floats(0.01, 5.0))
def test_a_narrower_tolerance_and_a_greater_uncertainty_never_raise_it(value, tolerance, other):
    """A margin shrinks with the tolerance; p is Phi(margin / u)."""
    narrow, wide = sorted((tolerance, other))

    def within(tolerance: float, u: float) -> float:
        return probability(metres(tolerance - value, u))

    assert within(narrow, 1.0) <= within(wide, 1.0)
    if wide > value:
        assert within(wide, 2.0) <= within(wide, 1.0)


def test_a_narrow_tolerance_is_believed_as_far_as_it_is_cleared():
    def judged(tolerance: float) -> float:
        law = making.constraint().revised(
            comparison=Comparison.WITHIN, tolerance=making.seconds(tolerance, 0.0)
        )
        beat = making.beat(2.1, u=0.01, constraints=(law,))
        found = judge(beat, (UNAVAILABLE,)).confidence
        assert found is not None
        return term(found, "solver")

    assert judged(0.021) == pytest.approx(0.98214, abs=1e-5)  # Phi(2.1)
    assert judged(0.025) == pytest.approx(0.99379, abs=1e-5)  # Phi(2.5)


@given(witnesses, st.floats(0.0, 10.0))
def test_a_longer_hold_never_lowers_it(told, more):
    hold_s = told["hold_s"] or 0.0
    short, long = ({**told, "hold_s": s} for s in (hold_s, hold_s + more))
    assert derived(**long).value >= derived(**short).value


@given(witnesses, shares)
def test_removing_coverage_never_raises_it(told, kept):
    fewer = {**told, "coverage": told["coverage"] * kept}
    assert derived(**fewer).value <= derived(**told).value


@given(witnesses, st.sampled_from(("solver", "measured", "vision")), st.floats(0.0, 6.0))
def test_a_kind_that_agrees_never_lowers_it(told, kind, sure):
    sign = 1.0 if told["holds"] else -1.0
    agreeing = 0.5 + sign * 0.05 * sure if kind == "vision" else sign * sure
    without = derived(**{**told, kind: None})
    seconded = derived(**{**told, kind: agreeing})
    assert seconded.value >= without.value - 1e-12


@given(sigmas, sigmas, st.floats(0.0, 1.0), st.booleans())
def test_disagreement_pulls_towards_one_half(solver, measured, coverage, holds):
    found = derived(solver, measured, coverage=coverage, holds=holds)
    agreement = term(found, "agreement")
    apart = (term(found, "solver") - 0.5) * (term(found, "measurement") - 0.5) < 0.0
    assert (agreement < 1.0) == apart
    undisturbed = [t.revised(value=1.0) if t.name == "agreement" else t for t in found.terms]
    assert abs(found.value - 0.5) <= abs(recombined(undisturbed) - 0.5) + 1e-12


@given(sigmas, sigmas)
def test_nobody_is_believed_beyond_999_to_1(solver, measured):
    assert 0.0 < derived(solver, measured).value <= LIMIT


def test_a_hold_is_settled_by_its_time_constant_and_tells_nothing_where_it_is_short():
    sure = derived(9.0, 9.0)
    assert derived(9.0, 9.0, hold_s=2.0).value == pytest.approx(1.0 - math.exp(-2.0 / HOLD_TAU_S))
    assert derived(9.0, 9.0, hold_s=0.1).value == 0.5
    assert derived(9.0, 9.0, hold_s=60.0).value == sure.value


def test_a_film_is_believed_to_be_of_what_was_asked_19_to_1():
    """However clear what it shows: the rest is one half."""
    clear = term(derived(measured=9.0), "measurement")
    assert clear == pytest.approx(FAITHFUL * LIMIT + (1.0 - FAITHFUL) / 2.0)
    assert derived(9.0, -9.0).value > 0.5, "a solver this sure outweighs a film"
    assert derived(9.0, -9.0).value < 0.6


def test_a_broken_law_speaks_for_a_rejection_alone():
    assert term(derived(breach=True, holds=False), "law") == 0.95
    assert derived(breach=True, holds=True).value == 0.5


def test_beliefs_that_are_the_same_do_not_diverge_and_opposite_ones_do_by_a_bit():
    assert divergence(0.7, 0.7) == pytest.approx(0.0)
    assert divergence(1.0, 0.0) == 1.0


# ---- hold time in a judgement ------------------------------------------------------------------


def standing(comparison: Comparison, asked_s: float = 2.0) -> making.Beat:
    hold = making.constraint("hold_time", asked_s, claim="stands").revised(
        comparison=comparison, admits=(EvidenceSource.MEASUREMENT,)
    )
    return making.beat(2.0, constraints=(making.constraint(), hold))


def seen(hold_s: float | None) -> making.Observation:
    film = making.observation(2.0)
    if hold_s is None:
        return film
    held = making.evidence(
        hold_s, name="hold_time", source=EvidenceSource.MEASUREMENT, observation_id="obs_1"
    )
    return film.revised(evidence=(*film.evidence, held))


def test_an_end_state_that_was_asked_to_hold_is_believed_as_long_as_it_held():
    found = judge(standing(Comparison.AT_LEAST), (seen(2.5),))
    assert found.state is EpistemicState.ACCEPTED
    assert found.confidence is not None
    assert term(found.confidence, "hold_time") == 2.5
    assert found.confidence.value == pytest.approx(1.0 - math.exp(-5.0))


def test_what_was_to_fall_is_not_doubted_for_falling_soon():
    found = judge(standing(Comparison.AT_MOST), (seen(0.3),))
    assert found.state is EpistemicState.ACCEPTED
    assert found.confidence is not None
    assert "hold" not in found.confidence.derivation
    assert found.confidence.value > 0.99


def test_a_hold_that_nobody_measured_is_worth_no_more_than_the_one_that_was_asked():
    """Else not looking would raise it: the solver alone says that it stands."""
    hold = standing(Comparison.AT_LEAST).constraints[1]
    alone = making.constraint(claim="stands", admits=(EvidenceSource.SOLVER,))
    beat = making.beat(2.0, constraints=(alone, hold))
    away, watched = (judge(beat, (film,)).confidence for film in (UNAVAILABLE, seen(2.5)))
    assert away is not None
    assert watched is not None
    assert term(away, "hold_time") == 2.0
    assert away.value <= watched.value


# ---- how right it is ---------------------------------------------------------------------------

# Not the seed that was looked at while policy was chosen, nor that of docs/confidence.md.
FAST = 11


@pytest.fixture(scope="module")
def worlds() -> list[Trial]:
    return list(trials(70, FAST, Faults(), each=12))


def test_the_same_seed_draws_the_same_worlds(worlds):
    again = list(trials(1, FAST, Faults(), each=5))
    assert [t.judgement for t in again] == [t.judgement for t in worlds[:5]]
    assert {t.asking for t in worlds} == set(Asking)


def test_the_brier_score_beats_that_of_every_trivial_baseline(worlds):
    ours = pairs(worlds)
    for name, theirs in baselines(worlds).items():
        assert better_by(ours, theirs)[0] > 0.0, name


def test_confidence_is_as_great_as_the_share_that_is_right_but_for_a_few_of_a_hundred(worlds):
    found = score(pairs(worlds)).ece
    assert found.low is not None
    assert found.low < 0.03
    assert found.value < 0.08


def test_the_surest_verdicts_are_wrong_less_often_than_all_of_them(worlds):
    curve = risk_coverage(worlds)
    assert curve[0][1] < curve[-1][1]
    assert curve[-1][0] == sum(t.decided for t in worlds) / len(worlds)
    assert area(curve) < area(risk_coverage(worlds, lambda t: t.alone))


def test_a_film_that_is_made_and_measured_bears_out_what_is_so():
    honest = Faults(mistaken=0.0, unfaithful=0.0, away=0.0, boastful=0.0)
    films = list(trials(6, FAST, honest, films=True))
    assert {t.family for t in films} >= {"incline", "stack", "pendulum"}
    assert all(t.right for t in films if t.decided)
    assert any(t.decided for t in films)


def test_an_area_is_the_mean_risk_and_an_interval_holds_its_share():
    assert area([(0.2, 0.1), (0.4, 0.3)]) == pytest.approx(0.15)
    low, high = wilson(9, 10)
    assert (low, high) == (pytest.approx(0.5958, abs=1e-3), pytest.approx(0.9821, abs=1e-3))
