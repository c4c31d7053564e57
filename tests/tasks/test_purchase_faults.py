"""Whoever dies while a film is bought: nothing is bought twice, lost, or left unaccounted."""

from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from storyworld.archive import episodes, purchases, steps
from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import CostKind
from storyworld.composition import House
from storyworld.errors import TransientError
from storyworld.models.asking import UnansweredError
from storyworld.records.goal import Backend
from storyworld.records.provenance import (
    Failure,
    FailureCode,
    TryResult,
)
from storyworld.records.purchase import Purchase, PurchaseState
from storyworld.records.render import UploadGrant
from tasks import fallback
from tests.tasks.selling import (
    Died,
    Vendor,
    backend,
    complete,
    costs,
    entries,
    go,
    killed_at,
    left,
    no,
    orders,
    selling,
    step_of,
)
from tests.tasks.waiting import planned


def test_a_worker_killed_while_it_orders_does_not_order_twice(here: House) -> None:
    vendor = Vendor(orders=[Died()])
    there = selling(here, vendor)
    key = planned(there)
    with pytest.raises(Died):
        go(there, key)
    assert orders(there, key)[0].state is PurchaseState.INTENDED
    go(there, key)
    assert vendor.ordered == [False]
    assert orders(there, key)[0].state is PurchaseState.LOST
    assert backend(there, key) is Backend.STUB
    assert "may have been bought" in str(entries(there, key)[0].failure)


@pytest.mark.parametrize("times", [1, 3])
def test_a_worker_killed_while_it_collects_goes_on_with_the_same_order(
    here: House, times: int
) -> None:
    vendor = Vendor(answers=[*(Died() for _ in range(times)), True])
    there = selling(here, vendor)
    key = planned(there)
    go(there, key)
    for _ in range(times):
        with pytest.raises(Died):
            go(there, key)
    assert go(there, key) is not None
    assert vendor.ordered == [False]
    assert len(orders(there, key)) == 1


def test_a_worker_killed_after_the_film_came_collects_it_again_and_pays_once(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor = Vendor(answers=[True, True])
    there = selling(here, vendor)
    key = planned(there)
    go(there, key)

    with killed_at(monkeypatch, "tasks.step.steps.finish"):
        go(there, key)
    assert orders(there, key)[0].state is PurchaseState.ORDERED
    assert left(there, key) == pytest.approx(0.68), "it is held back until it is paid"
    assert go(there, key) is not None
    assert orders(there, key)[0].state is PurchaseState.DELIVERED
    assert vendor.ordered == [False]
    assert [kind for kind, _ in costs(there, key)] == [CostKind.ESTIMATE, CostKind.SETTLED]


def test_asking_often_does_not_bury_an_episode(here: House) -> None:
    vendor = Vendor(answers=[*([False] * (3 * here.settings.max_claims)), True])
    there = selling(here, vendor)
    key = planned(there)
    rounds = 0
    while go(there, key) is None:
        rounds += 1
        assert rounds < 50
    assert backend(there, key) is Backend.VEO


def test_a_film_that_cannot_be_stored_is_collected_again_not_bought_again(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor = Vendor(answers=[True, True])
    there = selling(here, vendor)
    key = planned(there)
    go(there, key)

    def away(*_: object, **__: object) -> None:
        raise TransientError(FailureCode.STORAGE_UNAVAILABLE, "the bucket is away")

    with monkeypatch.context() as patch:
        patch.setattr("tasks.purchase.upload", away)
        go(there, key)
    assert orders(there, key)[0].state is PurchaseState.ORDERED
    assert go(there, key) is not None
    assert vendor.ordered == [False]
    failed, done = entries(there, key)
    assert failed.failure is not None
    assert failed.failure.code is FailureCode.STORAGE_UNAVAILABLE
    assert (failed.cost_usd, done.cost_usd) == (0.0, pytest.approx(0.32))
    assert complete(there, key)


def test_a_film_stored_by_a_worker_that_died_is_taken_in_by_the_next(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bucket takes no second upload at one place, not even of the same bytes."""
    vendor = Vendor(answers=[True, True])
    there = selling(here, vendor)
    key = planned(there)
    go(there, key)
    taken: list[str] = []

    def once(grant: UploadGrant, film: Path, **_: object) -> None:
        if grant.object_key in taken:
            raise TransientError(FailureCode.UPLOAD_CONFLICT, "something lies there already")
        taken.append(grant.object_key)

    monkeypatch.setattr("tasks.purchase.upload", once)
    with killed_at(monkeypatch, "tasks.step.steps.finish"):
        go(there, key)
    assert go(there, key) is not None
    assert vendor.ordered == [False]
    assert [kind for kind, _ in costs(there, key)] == [CostKind.ESTIMATE, CostKind.SETTLED]
    assert left(there, key) == pytest.approx(0.68)
    assert complete(there, key)


def test_what_is_still_owed_is_said_when_an_episode_is_ended_by_hand(here: House) -> None:
    there = selling(here, Vendor())
    key = planned(there)
    go(there, key)
    with writing(there.engine) as session:
        episodes.terminate(session, key.episode_id)
    assert not complete(there, key)


def test_an_order_nobody_can_account_for_leaves_the_cost_open(here: House) -> None:
    """The worker died while it ordered, and the reconciler gave the film to the next."""
    there = selling(here, Vendor(orders=[Died()]))
    key = planned(there)
    with pytest.raises(Died):
        go(there, key)
    too_often = Failure(code=FailureCode.STARTED_TOO_OFTEN, detail="again and again")
    with writing(there.engine) as session:
        fallback.render_failed(session, there, step_of(key), too_often)
    assert backend(there, key) is Backend.STUB
    assert not complete(there, key)


def test_a_late_message_does_not_take_the_step_of_another_backend(here: House) -> None:
    there = selling(here, Vendor(orders=[no(TryResult.CREDIT_EXHAUSTED)]))
    key = planned(there)
    go(there, key)
    assert backend(there, key) is Backend.STUB
    for _ in range(2 * there.settings.max_claims):
        assert go(there, key) is None
    with reading(there.engine) as session:
        row = steps.row(session, step_of(key))
        assert row is not None
        assert (row.claims, row.state) == (0, "ready")


def test_the_name_of_what_was_bought_is_written_however_the_archive_fares(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor = Vendor()
    there = selling(here, vendor)
    key = planned(there)
    real, failing = purchases.revise, [True, True]

    def hiccup(session: Session, order: Purchase) -> None:
        if order.state is PurchaseState.ORDERED and failing:
            failing.pop()
            raise OperationalError("UPDATE", {}, Exception("the disk is busy"))
        real(session, order)

    monkeypatch.setattr("tasks.purchase.purchases.revise", hiccup)
    monkeypatch.setattr("tasks.purchase.time.sleep", lambda _s: None)
    go(there, key)
    assert failing == []
    assert orders(there, key)[0].operation == "operations/1"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (no(TryResult.BLOCKED), no(TryResult.BLOCKED)),
        (no(TryResult.CREDIT_EXHAUSTED, rest_s=0.0), None),
        (no(TryResult.TIMEOUT, unbilled=False), None),
    ],
    ids=["filtered twice", "no credit", "no answer"],
)
def test_a_worker_killed_before_it_gave_up_orders_no_more(
    here: House,
    monkeypatch: pytest.MonkeyPatch,
    first: UnansweredError,
    second: UnansweredError | None,
) -> None:
    said = [first, *([second] if second else [])]
    vendor = Vendor(orders=[*said, "operations/one-too-many"])
    there = selling(here, vendor)
    key = planned(there)
    for _ in said[1:]:
        go(there, key)

    with killed_at(monkeypatch, "tasks.step._keep"):
        go(there, key)
    go(there, key)
    assert len(vendor.ordered) == len(said)
    assert backend(there, key) is Backend.STUB
