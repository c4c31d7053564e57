"""What another attempt may cost, and what holds of whatever is chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.epistemics.judging import Discovered
from storyworld.records.episode import NoReframing, Reframing
from storyworld.records.evidence import AbstentionReason
from storyworld.records.goal import Backend, CostPolicy, RiskProfile
from storyworld.records.verdict import Judgement
from storyworld.stages.reframing import ATTEMPTS, choose
from tests.stages.tries import (
    BEAT,
    PRICES,
    STUB,
    SVD,
    VEO,
    chosen,
    following,
    lacking,
    maker,
    means,
    refused,
    tried,
    without,
)

VOID = lacking(discovered=(Discovered.INCONSISTENT_PREMISE,))


def test_a_frugal_policy_buys_nothing_again_but_films_itself() -> None:
    frugal = CostPolicy.FRUGAL
    bought = tried(backend=VEO)

    assert chosen(VOID, bought, by=means(VEO, SVD, policy=frugal)).backend is SVD
    assert "frugal buys no film again" in refused(VOID, bought, by=means(VEO, policy=frugal))


def test_a_frugal_policy_takes_no_dearer_backend() -> None:
    frugal = means(STUB, SVD, policy=CostPolicy.FRUGAL)
    weightless = lacking(discovered=(Discovered.FILM_WITHOUT_WEIGHT,))

    assert "costs more" in refused(weightless, tried(backend=STUB), by=frugal)
    balanced = means(STUB, SVD, policy=CostPolicy.BALANCED)
    assert chosen(weightless, tried(backend=STUB), by=balanced).backend is SVD


@pytest.mark.parametrize(
    ("policy", "left_usd", "beats_to_come", "bought"),
    [
        (CostPolicy.BALANCED, 0.33, 0, True),
        (CostPolicy.BALANCED, 0.31, 0, False),
        (CostPolicy.BALANCED, 0.63, 1, False),
        (CostPolicy.BALANCED, 0.65, 1, True),
        (CostPolicy.THOROUGH, 0.33, 1, True),
        (CostPolicy.THOROUGH, 0.31, 1, False),
    ],
)
def test_a_balanced_policy_leaves_enough_for_the_beats_to_come_and_a_thorough_one_does_not(
    policy: CostPolicy, left_usd: float, beats_to_come: int, bought: bool
) -> None:
    by = means(VEO, policy=policy, left_usd=left_usd, beats_to_come=beats_to_come)
    made = choose(BEAT, VOID, (tried(backend=VEO),), by)

    assert isinstance(made, Reframing) == bought
    if not bought:
        assert "a film of veo costs 0.32 USD" in made.because
        assert f"{left_usd} are left of the budget" in made.because


def test_what_costs_nothing_is_filmed_again_with_nothing_left() -> None:
    spent = without(AbstentionReason.TOO_FEW_SAMPLES)
    assert chosen(spent, by=means(left_usd=-0.1)).backend is STUB
    bought = tried(backend=VEO)
    assert refused(VOID, bought, by=means(VEO, left_usd=0.0)) == "the budget is spent"


def test_what_nobody_can_price_is_not_asked_for() -> None:
    unpriced = means(VEO, price_usd=lambda _backend, _shot: None)
    assert "nobody can say what a film of veo costs" in refused(
        VOID, tried(backend=VEO), by=unpriced
    )


# ---- laws ----------------------------------------------------------------------------------------

judgements = st.builds(
    lacking,
    st.tuples(st.sampled_from(["fall_time", "tilt"]), st.sampled_from(AbstentionReason)),
    st.tuples(st.just("hold_time"), st.sampled_from(AbstentionReason)),
    discovered=st.lists(st.sampled_from(Discovered), max_size=2, unique=True).map(tuple),
)


@given(
    lacks=st.lists(judgements, min_size=4, max_size=4),
    backends=st.permutations(list(Backend)).flatmap(
        lambda order: st.integers(1, len(order)).map(lambda n: tuple(order[:n]))
    ),
    risk=st.sampled_from(RiskProfile),
    policy=st.sampled_from(CostPolicy),
    budget_usd=st.floats(0, 2),
    beats_to_come=st.integers(0, 2),
)
def test_whatever_is_missing_no_film_is_asked_for_twice_nor_beyond_attempts_and_budget(
    lacks: list[Judgement],
    backends: tuple[Backend, ...],
    risk: RiskProfile,
    policy: CostPolicy,
    budget_usd: float,
    beats_to_come: int,
) -> None:
    tries, left_usd = [tried(backend=backends[0])], budget_usd
    for judgement in lacks:
        line = backends[backends.index(tries[-1].backend) :]
        by = means(*line, risk=risk, policy=policy, left_usd=left_usd, beats_to_come=beats_to_come)
        made = choose(BEAT, judgement, tuple(tries), by)
        if isinstance(made, NoReframing):
            assert made.because
            break
        assert made.because
        price = PRICES[made.backend]
        assert price == 0 or price <= left_usd
        if policy is CostPolicy.FRUGAL:
            assert not made.backend.bought
            assert price <= PRICES[tries[-1].backend]
        assert made.backend is tries[-1].backend or maker(made.backend).weighs
        left_usd -= price
        tries.append(following(made, len(tries)))
    else:
        pytest.fail("it goes on beyond the attempts of every risk profile")
    assert len(tries) <= ATTEMPTS[risk]
    films = {(t.backend, t.seed, t.shot.digest()) for t in tries}
    assert len(films) == len(tries)
