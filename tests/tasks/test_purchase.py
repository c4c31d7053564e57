"""A film is bought once, within the budget; whatever keeps it from coming is on record."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from storyworld.archive import attempts, breakers, episodes, provenance, purchases, runs, steps
from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import CostKind, CostRow
from storyworld.artifacts.disk import DiskStore
from storyworld.composition import House
from storyworld.errors import TransientError
from storyworld.models.asking import NoFilmError, UnansweredError
from storyworld.records.episode import EpisodeState
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.provenance import (
    Agent,
    AgentKind,
    Detail,
    Failure,
    FailureCode,
    ProvenanceEntry,
    TryResult,
)
from storyworld.records.purchase import Purchase, PurchaseState
from storyworld.records.render import Grounding, RenderRequest, UploadGrant, sha256_of
from storyworld.records.verdict import OutcomeKind
from tasks import fallback
from tasks.purchase import _WORK
from tasks.step import Onward, do
from tests import making
from tests.tasks.waiting import planned

FILM = b"a film that was bought"
VEO = Agent(name="veo", kind=AgentKind.RENDERER, version="1", model="veo-fast")


class Died(BaseException):
    """The worker is killed here: nothing catches it."""


@dataclass
class Vendor:
    """A vendor at the port: answers each order and each question in turn, and remembers them."""

    orders: list[str | Exception | BaseException] = field(default_factory=lambda: ["operations/1"])
    answers: list[bool | Exception | BaseException] = field(default_factory=lambda: [True])
    price: float | Exception = 0.32
    ordered: list[bool] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    agent: Agent = VEO

    def quote_usd(self, request: RenderRequest) -> float:
        if isinstance(self.price, Exception):
            raise self.price
        return self.price

    def order(self, request: RenderRequest, *, rephrased: bool = False) -> str:
        self.ordered.append(rephrased)
        said = self.orders.pop(0)
        if isinstance(said, BaseException):
            raise said
        return said

    def collect(self, operation: str, into: Path) -> Path | None:
        self.asked.append(operation)
        said = self.answers.pop(0)
        if isinstance(said, BaseException):
            raise said
        return making.write_film(into, FILM) if said else None

    def footage_facts(
        self, request: RenderRequest, *, rephrased: bool = False
    ) -> tuple[Grounding, int, tuple[Detail, ...]]:
        return Grounding.INITIAL, 1, (("prompt", "a ball falls"),)


def selling(here: House, vendor: Vendor, **settings: object) -> House:
    chosen = {"veo_fallback_backend": Backend.STUB, **settings}
    return replace(
        here,
        vendor=lambda _backend: vendor,
        settings=here.settings.model_copy(update=chosen),
    )


def no(result: TryResult, *, rest_s: float = 0.0, unbilled: bool = True) -> UnansweredError:
    return UnansweredError(result, f"it says {result}", rest_s=rest_s, unbilled=unbilled)


def none(result: TryResult) -> NoFilmError:
    return NoFilmError(result, f"it says {result}")


def step_of(key: AttemptKey) -> StepKey:
    return key.at(Stage.RENDER)


def go(here: House, key: AttemptKey) -> Onward | None:
    """Take the step once, as if it were due."""
    with writing(here.engine) as session:
        row = steps.row(session, step_of(key))
        assert row is not None
        row.lease = None
    return do(here, str(step_of(key)), _WORK)


def orders(here: House, key: AttemptKey) -> tuple[Purchase, ...]:
    with reading(here.engine) as session:
        return purchases.of_attempt(session, key, Backend.VEO)


def entries(here: House, key: AttemptKey) -> tuple[ProvenanceEntry, ...]:
    with reading(here.engine) as session:
        return provenance.entries(session, key.episode_id)


def left(here: House, key: AttemptKey) -> float:
    with reading(here.engine) as session:
        return purchases.left_usd(session, key.episode_id)


def costs(here: House, key: AttemptKey) -> list[tuple[str, float]]:
    with reading(here.engine) as session:
        rows = session.query(CostRow).filter_by(episode_id=key.episode_id).order_by(CostRow.cost_id)
        return [(row.kind, row.usd) for row in rows]


def backend(here: House, key: AttemptKey) -> Backend:
    with reading(here.engine) as session:
        return attempts.attempt(session, key).backend


def wait_s(here: House, key: AttemptKey) -> float:
    with reading(here.engine) as session:
        row = steps.row(session, step_of(key))
        assert row is not None
        return row.due - time.time()


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

    def die(*_: object, **__: object) -> bool:
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr("tasks.step.steps.finish", die)
        with pytest.raises(Died):
            go(there, key)
    assert orders(there, key)[0].state is PurchaseState.ORDERED
    assert left(there, key) == pytest.approx(0.68), "it is held back until it is paid"
    assert go(there, key) is not None
    assert orders(there, key)[0].state is PurchaseState.DELIVERED
    assert vendor.ordered == [False]
    assert [kind for kind, _ in costs(there, key)] == [CostKind.ESTIMATE, CostKind.SETTLED]


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


def test_asking_often_does_not_bury_an_episode(here: House) -> None:
    vendor = Vendor(answers=[*([False] * (3 * here.settings.max_claims)), True])
    there = selling(here, vendor)
    key = planned(there)
    rounds = 0
    while go(there, key) is None:
        rounds += 1
        assert rounds < 50
    assert backend(there, key) is Backend.VEO


def test_two_goals_do_not_spend_the_same_money(here: House) -> None:
    """The check and the note of the estimate are one transaction."""
    there = selling(here, Vendor(), veo_fallback_backend=None)
    key = planned(there, budget_usd=0.5)
    go(there, key)
    second = orders(there, key)[0].revised(place=1, state=PurchaseState.INTENDED, operation=None)
    with writing(there.engine) as session:
        assert not purchases.intend(session, second)
    assert len(orders(there, key)) == 1


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


def complete(here: House, key: AttemptKey) -> bool:
    with reading(here.engine) as session:
        return episodes.summary(session, key.episode_id).cost_complete


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

    def die(*_: object, **__: object) -> bool:
        raise Died

    monkeypatch.setattr("tasks.purchase.upload", once)
    with monkeypatch.context() as patch:
        patch.setattr("tasks.step.steps.finish", die)
        with pytest.raises(Died):
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


def test_nothing_is_bought_that_there_is_no_room_for(here: House) -> None:
    vendor = Vendor()
    there = selling(here, vendor)
    there = replace(there, store=DiskStore(there.settings.films, min_free_bytes=1 << 60))
    key = planned(there)
    go(there, key)
    assert vendor.ordered == []
    assert orders(there, key) == ()


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

    def die(*_: object, **__: object) -> None:
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr("tasks.step._keep", die)
        with pytest.raises(Died):
            go(there, key)
    go(there, key)
    assert len(vendor.ordered) == len(said)
    assert backend(there, key) is Backend.STUB
