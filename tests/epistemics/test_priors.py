"""What stood against earlier goals is offered to plans; no judgement rests on it."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from storyworld.records.goal import Domain, RiskProfile
from storyworld.records.prior import Prior
from storyworld.records.scenario import Beat
from storyworld.stages import evaluate
from tests import making

PRIORS = st.builds(
    Prior,
    domain=st.sampled_from(Domain),
    family=st.sampled_from(("free_fall", "stack")),
    constraint_id=st.sampled_from(("fall_time_at_most", "hold_time_at_least")),
    law=st.just("constant acceleration"),
    statement=st.text(max_size=20),
    tested=st.integers(1, 10**9),
    violated=st.integers(0, 10**9),
    last_episode=st.just(making.EPISODE),
    last_at=st.datetimes(datetime(1970, 1, 1), datetime(8999, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis wants them so
)


@given(
    priors=st.lists(PRIORS, max_size=4).map(tuple),
    solver_s=st.sampled_from((None, 1.9, 2.1, 2.5)),
    measured_s=st.sampled_from((None, 1.9, 2.1, 2.5)),
    visual=st.booleans(),
    risk=st.sampled_from(RiskProfile),
)
def test_priors_change_no_judgement(
    priors: tuple[Prior, ...],
    solver_s: float | None,
    measured_s: float | None,
    visual: bool,
    risk: RiskProfile,
) -> None:
    beat, seen = making.beat(solver_s, visual=visual), (making.observation(measured_s),)
    assert evaluate(beat.revised(priors=priors), seen, risk=risk) == evaluate(beat, seen, risk=risk)


def test_a_beat_without_priors_has_the_digest_it_had_before_there_were_any() -> None:
    beat = making.beat()
    assert "priors" not in beat.essential_json()
    assert Beat.model_validate_json(beat.model_dump_json()).digest() == beat.digest()


def test_priors_are_written_with_their_beat_and_read_again() -> None:
    prior = Prior(
        domain=Domain.KINEMATICS,
        family="free_fall",
        constraint_id="fall_time_at_most",
        law="constant acceleration",
        statement="fall_time is at most 2.1 s",
        tested=3,
        violated=1,
        last_episode=making.EPISODE,
        last_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    beat = making.beat().revised(priors=(prior,))
    assert Beat.model_validate_json(beat.model_dump_json()) == beat
    assert beat.digest() != making.beat().digest()
