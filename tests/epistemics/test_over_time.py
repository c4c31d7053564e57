"""What a judgement makes of what was so over time: a late failure counts, and a gap does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.epistemics.judging import judge
from storyworld.records.constraint import Constraint, FindingStatus
from storyworld.records.evidence import AbstentionReason, EvidenceSource
from storyworld.records.observation import ObserverAvailability
from storyworld.records.render import Grounding
from storyworld.records.verdict import EpistemicState, Judgement
from tests import making
from tests.epistemics.test_judging import BROKEN, OK, SIZE, film
from tests.epistemics.test_temporal import ALWAYS, asked, series

ACCEPTED, REJECTED = EpistemicState.ACCEPTED, EpistemicState.REJECTED
INCOMPLETE = EpistemicState.EPISTEMICALLY_INCOMPLETE
UNCERTAIN = EpistemicState.UNCERTAIN_TERMINATION
STAYS = [0.1] * 10
TOPPLES_LATE = [0.1] * 8 + [3.0, 5.0]
UNSEEN = [0.1] * 5 + [None] + [0.1] * 4


def over_time(*, required: bool = False) -> Constraint:
    return asked(ALWAYS, 0, 9, required=required).revised(claim="lands_in_time")


def beat(solver=None, *, visual=True, required=False):
    constraints = (making.constraint(), SIZE, over_time(required=required))
    return making.beat(solver, visual=visual, constraints=constraints)


def shown(values, **of_film):
    return film(**of_film).revised(series=(series(values, u=0.01),))


@pytest.mark.parametrize(
    ("row", "beat", "seen", "state"),
    [
        ("stays", beat(), shown(STAYS), ACCEPTED),
        ("fails late", beat(), shown(TOPPLES_LATE), REJECTED),
        ("fails late, the solver says not", beat(OK), shown(TOPPLES_LATE), UNCERTAIN),
        ("closed form, fails late", beat(OK, visual=False), shown(TOPPLES_LATE), ACCEPTED),
        ("a gap", beat(), shown(UNSEEN), ACCEPTED),
        ("a gap, required", beat(required=True), shown(UNSEEN), INCOMPLETE),
        ("stays, required", beat(required=True), shown(STAYS), ACCEPTED),
        ("no series, required", beat(required=True), film(), INCOMPLETE),
        ("no film, required", beat(required=True), None, INCOMPLETE),
        ("of something else", beat(), shown(TOPPLES_LATE, size=0.7), INCOMPLETE),
        ("of something else, required", beat(required=True), shown(STAYS, size=0.7), INCOMPLETE),
        ("broken", beat(), shown(STAYS, broken=True), REJECTED),
        ("weightless", beat(), shown(TOPPLES_LATE).revised(grounding=Grounding.FREE), INCOMPLETE),
        ("closed form, weightless", beat(OK, visual=False),
         shown(TOPPLES_LATE).revised(grounding=Grounding.FREE), ACCEPTED),
        ("stays, but the rest fails", beat(required=True), shown(STAYS, seconds=BROKEN), REJECTED),
    ],
)  # fmt: skip
def test_each_row_about_what_was_so_over_time(row, beat, seen, state):
    judgement = judge(beat, (seen,) if seen else ())
    assert judgement.state is state, f"{row}: {judgement.because}"


def test_a_late_failure_overrides_what_was_seen_before_and_says_when():
    judgement = judge(beat(), (shown(TOPPLES_LATE),))
    early = next(f for f in judgement.findings if f.constraint_id == "fall_time_at_most"
                 and f.source is EvidenceSource.MEASUREMENT)  # fmt: skip
    late = next(f for f in judgement.findings if f.constraint_id == "over_time")
    assert early.status is FindingStatus.SATISFIED
    assert late.status is FindingStatus.VIOLATED
    assert late.because.endswith("worst 5 ± 0.01 m at 0.9 s")
    assert late.evidence_ids == ("obs_1:box_shift",)
    assert judgement.constraints_discovered == ("over_time",)


def test_a_film_that_fails_late_is_unfaithful_where_the_solver_decides():
    judgement = judge(beat(OK, visual=False), (shown(TOPPLES_LATE),))
    assert [c.claim for c in judgement.conflicts] == ["lands_in_time"]
    assert "render_unfaithful" in judgement.constraints_discovered


@pytest.mark.parametrize("of_film", [{"size": 0.7}, {}])
def test_what_does_not_count_is_not_named_as_discovered(of_film):
    weightless = Grounding.FREE if not of_film else None
    seen = shown(TOPPLES_LATE, **of_film).revised(grounding=weightless)
    judgement = judge(beat(BROKEN), (seen,))
    assert "over_time" not in judgement.constraints_discovered


def test_a_required_series_that_is_missing_is_named_with_its_reason():
    for seen, reason in (
        (shown(UNSEEN), AbstentionReason.TRACK_LOST),
        (shown(STAYS[:5]), AbstentionReason.FILM_TOO_SHORT),
        (film(), AbstentionReason.NOT_MEASURABLE),
    ):
        judgement = judge(beat(required=True), (seen,))
        assert [(m.name, m.reason) for m in judgement.missing_evidence] == [("box_shift", reason)]
    assert judge(beat(), (film(),)).missing_evidence == ()


@given(st.lists(st.none() | st.floats(-5, 5), min_size=10, max_size=10), st.booleans())
def test_a_judgement_over_time_is_recomputed_from_rows_in_any_order(values, required):
    of, seen = beat(required=required), shown(values)
    other = making.observation(None, observation_id="obs_2")
    judgement = judge(of, (seen, other))
    assert judge(of, (other, seen)) == judgement
    text = judgement.canonical_json()
    assert Judgement.model_validate_json(text).canonical_json() == text
    rows = type(of).model_validate_json(of.canonical_json())
    read = tuple(type(o).model_validate_json(o.canonical_json()) for o in (seen, other))
    assert judge(rows, read).canonical_json() == text


@given(st.lists(st.floats(-5, 5), min_size=10, max_size=10), st.integers(0, 9))
def test_losing_a_sample_of_what_is_required_never_yields_an_acceptance(values, lost):
    gappy = [None if n == lost else value for n, value in enumerate(values)]
    assert judge(beat(required=True), (shown(gappy),)).state is not ACCEPTED


def of_series_alone(seen):
    """What is judged where nothing but a series is asked for."""
    alone = making.beat(None, visual=True, constraints=(over_time(required=True),))
    return judge(alone, (seen,))


def test_a_required_series_that_was_measured_is_a_question_answered():
    judgement = of_series_alone(shown(STAYS))
    assert judgement.state is ACCEPTED
    terms = {t.name: t.value for t in judgement.confidence.terms}
    assert terms["coverage"] == 1.0


def test_a_required_series_counts_for_coverage_beside_the_other_questions():
    judgement = judge(beat(required=True), (shown(TOPPLES_LATE, seconds=None),))
    assert judgement.state is REJECTED
    terms = {t.name: t.value for t in judgement.confidence.terms}
    assert terms["coverage"] == 0.5


@pytest.mark.parametrize(
    ("availability", "reason"),
    [
        (ObserverAvailability.UNAVAILABLE, AbstentionReason.OBSERVER_UNAVAILABLE),
        (ObserverAvailability.FAILED, AbstentionReason.FILM_UNREADABLE),
    ],
)
def test_a_series_nobody_could_measure_is_missing_for_the_reason_of_its_observer(
    availability, reason
):
    silent = making.observation(None, availability=availability, reason=reason)
    (lacking,) = of_series_alone(silent).missing_evidence
    assert lacking.reason is reason
