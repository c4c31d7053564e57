"""A film is bought once, within the budget; whatever keeps it from coming is on record."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from storyworld.archive import attempts, breakers, episodes, purchases, runs
from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import CostKind
from storyworld.artifacts.disk import DiskStore
from storyworld.composition import House
from storyworld.records.episode import EpisodeState
from storyworld.records.goal import Backend
from storyworld.records.identity import Stage
from storyworld.records.provenance import (
    FailureCode,
    TryResult,
)
from storyworld.records.purchase import PurchaseState
from storyworld.records.render import Grounding, sha256_of
from storyworld.records.verdict import OutcomeKind
from tests.tasks.selling import (
    Vendor,
    backend,
    costs,
    entries,
    go,
    left,
    no,
    none,
    orders,
    selling,
    wait_s,
)
from tests.tasks.waiting import planned


def test_a_film_is_ordered_asked_after_and_taken_in(here: House) -> None:
    vendor = Vendor(answers=[False, True])
    there = selling(here, vendor, veo_poll_s=10.0)
    key = planned(there)

    assert go(there, key) is None
    (order,) = orders(there, key)
    assert (order.state, order.operation) == (PurchaseState.ORDERED, "operations/1")
    assert wait_s(there, key) == pytest.approx(10, abs=1)
    assert costs(there, key) == [(CostKind.ESTIMATE, 0.32)]
    assert left(there, key) == pytest.approx(0.68), "what is ordered is held back"

    assert go(there, key) is None
    onward = go(there, key)
    assert onward is not None
    assert onward.message == str(key.at(Stage.OBSERVE))

    assert vendor.ordered == [False]
    assert vendor.asked == ["operations/1"] * 2
    assert orders(there, key)[0].state is PurchaseState.DELIVERED
    with reading(there.engine) as session:
        artifact = attempts.artifact(session, key)
        asked = attempts.attempt(session, key)
    assert artifact is not None
    assert (artifact.backend, artifact.renderer) == (Backend.VEO, "veo")
    assert (artifact.grounding, artifact.imposed_frames) == (Grounding.INITIAL, 1)
    film = there.store.admit(asked.object_key, artifact, there.settings.home)
    assert sha256_of(film) == artifact.sha256
    (entry,) = entries(there, key)
    assert entry.details == (("prompt", "a ball falls"),)
    assert [(t.result, t.cost_usd) for t in entry.tries] == [(TryResult.USED, 0.32)]
    assert costs(there, key) == [(CostKind.ESTIMATE, 0.32), (CostKind.SETTLED, 0.32)]
    assert left(there, key) == pytest.approx(0.68), "it is paid once"


def test_a_film_dearer_than_what_is_left_is_not_ordered(here: House) -> None:
    vendor = Vendor(price=1.01)
    there = selling(here, vendor)
    key = planned(there)
    go(there, key)
    assert vendor.ordered == []
    assert orders(there, key) == ()
    assert backend(there, key) is Backend.STUB
    (entry,) = entries(there, key)
    assert entry.failure is not None
    assert entry.failure.code is FailureCode.BUDGET_EXHAUSTED
    assert "1.01 USD, and 1.00 are left" in entry.failure.detail
    assert costs(there, key) == []


def test_over_the_budget_and_without_a_fallback_the_goal_is_abandoned(here: House) -> None:
    there = selling(here, Vendor(price=2.0), veo_fallback_backend=None)
    key = planned(there)
    go(there, key)
    with reading(there.engine) as session:
        row = runs.get(session, key.episode_id)
        result = episodes.result(session, key.episode_id)
    assert (row.state, row.outcome) == (EpisodeState.TERMINATED, OutcomeKind.GOAL_ABANDONED)
    assert result.failure is not None
    assert "larger budget_usd" in result.failure.fix


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (TryResult.CREDIT_EXHAUSTED, FailureCode.CREDIT_EXHAUSTED),
        (TryResult.QUOTA_EXHAUSTED, FailureCode.QUOTA_EXHAUSTED),
        (TryResult.MODEL_MISSING, FailureCode.BACKEND_UNAVAILABLE),
        (TryResult.REFUSED, FailureCode.BACKEND_UNAVAILABLE),
    ],
)
def test_what_lasts_opens_the_breaker_and_falls_back(
    here: House, result: TryResult, code: FailureCode
) -> None:
    vendor = Vendor(orders=[no(result, rest_s=900)])
    there = selling(here, vendor)
    first, second = planned(there), planned(there)
    go(there, first)
    assert backend(there, first) is Backend.STUB
    (entry,) = entries(there, first)
    assert entry.failure is not None
    assert entry.failure.code is code
    assert [(t.result, t.cost_usd) for t in entry.tries] == [(result, 0.0)]
    assert left(there, first) == pytest.approx(1.0), "nothing was bought"

    go(there, second)
    assert len(vendor.ordered) == 1, "the next goal does not ask again"
    assert backend(there, second) is Backend.STUB
    assert [t.result for t in entries(there, second)[0].tries] == [TryResult.RESTS]
    with reading(there.engine) as session:
        (open_breaker,) = breakers.open_breakers(session)
    assert open_breaker.name == "veo:veo-fast"


def test_a_rate_limit_is_waited_out_twice_and_then_falls_back(here: House) -> None:
    vendor = Vendor(orders=[no(TryResult.RATE_LIMITED, rest_s=53) for _ in range(3)])
    there = selling(here, vendor)
    key = planned(there)
    for _ in range(2):
        go(there, key)
        assert 52 < wait_s(there, key) < 70
        assert backend(there, key) is Backend.VEO
    go(there, key)
    assert backend(there, key) is Backend.STUB
    assert len(vendor.ordered) == 3
    (entry,) = entries(there, key)
    assert [t.result for t in entry.tries] == [TryResult.RATE_LIMITED] * 3
    with reading(there.engine) as session:
        assert breakers.open_breakers(session) == ()


@pytest.mark.parametrize("result", [TryResult.TIMEOUT, TryResult.UNAVAILABLE])
def test_an_order_nobody_answered_is_never_placed_again(here: House, result: TryResult) -> None:
    vendor = Vendor(orders=[no(result, unbilled=False)])
    there = selling(here, vendor)
    key = planned(there)
    go(there, key)
    assert vendor.ordered == [False]
    assert backend(there, key) is Backend.STUB
    (order,) = orders(there, key)
    assert order.state is PurchaseState.LOST
    assert left(there, key) == pytest.approx(0.68), "it may have been bought"
    (entry,) = entries(there, key)
    assert entry.cost_usd is None
    with reading(there.engine) as session:
        assert not episodes.summary(session, key.episode_id).cost_complete


def test_a_vendor_that_cannot_be_reached_is_asked_again(here: House) -> None:
    vendor = Vendor(orders=[no(TryResult.UNAVAILABLE), "operations/2"])
    there = selling(here, vendor)
    key = planned(there)
    go(there, key)
    assert backend(there, key) is Backend.VEO
    go(there, key)
    assert [o.state for o in orders(there, key)] == [PurchaseState.REFUSED, PurchaseState.ORDERED]


@pytest.mark.parametrize(
    "vendor",
    [
        lambda second: Vendor(orders=[no(TryResult.BLOCKED), second], answers=[True]),
        lambda second: Vendor(
            orders=["operations/1", second], answers=[none(TryResult.BLOCKED), True]
        ),
    ],
    ids=["when it is ordered", "when it is collected"],
)
def test_what_is_filtered_is_said_in_other_words_once(
    here: House, vendor: Callable[[str], Vendor]
) -> None:
    veo = vendor("operations/2")
    there = selling(here, veo)
    key = planned(there)
    while (onward := go(there, key)) is None:
        assert len(veo.ordered) <= 2
    assert onward.message == str(key.at(Stage.OBSERVE))
    assert veo.ordered == [False, True]
    (entry,) = entries(there, key)
    assert [t.result for t in entry.tries] == [TryResult.BLOCKED, TryResult.USED]
    if veo.asked == ["operations/2"]:
        assert entry.cost_usd == pytest.approx(0.32), "what was refused is not billed"
    else:
        assert entry.cost_usd is None, "nobody promises that a filtered film is free"
        assert left(there, key) == pytest.approx(0.36)


def test_what_is_filtered_twice_falls_back_with_the_reason(here: House) -> None:
    vendor = Vendor(
        orders=["operations/1", "operations/2"],
        answers=[none(TryResult.BLOCKED), none(TryResult.BLOCKED)],
    )
    there = selling(here, vendor)
    key = planned(there)
    for _ in range(4):
        go(there, key)
    assert backend(there, key) is Backend.STUB
    failure = entries(there, key)[0].failure
    assert failure is not None
    assert failure.code is FailureCode.FILTERED
    assert left(there, key) == pytest.approx(0.36), "both may have to be paid"


def test_an_operation_that_fails_falls_back(here: House) -> None:
    vendor = Vendor(answers=[none(TryResult.MALFORMED)])
    there = selling(here, vendor)
    key = planned(there)
    go(there, key)
    go(there, key)
    assert backend(there, key) is Backend.STUB
    assert orders(there, key)[0].state is PurchaseState.LOST


def test_a_poll_that_is_not_answered_is_no_end(here: House) -> None:
    vendor = Vendor(
        answers=[no(TryResult.UNAVAILABLE), no(TryResult.RATE_LIMITED, rest_s=90), True]
    )
    there = selling(here, vendor, veo_poll_s=10.0)
    key = planned(there)
    go(there, key)
    go(there, key)
    assert wait_s(there, key) == pytest.approx(20, abs=1)
    go(there, key)
    assert wait_s(there, key) == pytest.approx(90, abs=1)
    assert go(there, key) is not None


def test_a_film_that_never_comes_is_given_up_at_its_deadline(here: House) -> None:
    vendor = Vendor(answers=[False])
    there = selling(here, vendor, veo_deadline_s=1e-6)
    key = planned(there)
    go(there, key)
    go(there, key)
    assert backend(there, key) is Backend.STUB
    assert orders(there, key)[0].state is PurchaseState.LOST
    failure = entries(there, key)[0].failure
    assert failure is not None
    assert failure.code is FailureCode.RENDER_TIMEOUT


def test_a_vendor_that_is_not_configured_falls_back_with_the_fix(here: House) -> None:
    vendor = Vendor(price=no(TryResult.NOT_CONFIGURED))
    there = selling(here, vendor)
    key = planned(there)
    go(there, key)
    assert vendor.ordered == []
    assert backend(there, key) is Backend.STUB
    failure = entries(there, key)[0].failure
    assert failure is not None
    assert failure.fix


def test_two_goals_do_not_spend_the_same_money(here: House) -> None:
    """The check and the note of the estimate are one transaction."""
    there = selling(here, Vendor(), veo_fallback_backend=None)
    key = planned(there, budget_usd=0.5)
    go(there, key)
    second = orders(there, key)[0].revised(place=1, state=PurchaseState.INTENDED, operation=None)
    with writing(there.engine) as session:
        assert not purchases.intend(session, second)
    assert len(orders(there, key)) == 1


def test_nothing_is_bought_that_there_is_no_room_for(here: House) -> None:
    vendor = Vendor()
    there = selling(here, vendor)
    there = replace(there, store=DiskStore(there.settings.films, min_free_bytes=1 << 60))
    key = planned(there)
    go(there, key)
    assert vendor.ordered == []
    assert orders(there, key) == ()
