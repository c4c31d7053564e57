"""What becomes of a delivery: sent, tried again, given up; a real receiver, and a clock by hand."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from celery import Celery
from sqlalchemy.exc import OperationalError
from standardwebhooks.webhooks import Webhook as Verifier

from storyworld.archive import deliveries, episodes, outbox, webhooks
from storyworld.archive.deliveries import Claimed
from storyworld.archive.engine import reading, writing
from storyworld.composition import House
from storyworld.records.access import LOCAL
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import Stage
from storyworld.records.webhook import (
    Delivery,
    DeliveryState,
    EventType,
    SimulationEnded,
    Webhook,
    WebhookOpened,
)
from storyworld.webhooks.retrying import WAITS_S
from storyworld.webhooks.sending import Answered, Outgoing, Sender
from tasks import commit, deliver
from tasks.deliver import AT_ONCE, AT_ONCE_EACH, AT_ONCE_OWNER, LEASE_S, Deliverer
from tasks.reconcile import Reconciler
from tasks.step import do
from tests.archive.hooked import bodies, hooked
from tests.tasks.test_evaluate import evaluated, observed, seen
from tests.tasks.waiting import planned
from tests.webhooks.receiving import Receiver, receiver


@dataclass
class Clock:
    """A clock that goes on when it is told to."""

    now: float = field(default_factory=lambda: time.time() + 1)

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as told:
        yield told


POST = Sender(private=True).post


def happened(here: House) -> None:
    """Have a simulation begin and end."""
    with writing(here.engine) as session:
        key = episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1, queue_limit=100
        ).key
        episodes.terminate(session, key.episode_id)


def pinged(here: House, opened: WebhookOpened) -> None:
    with writing(here.engine) as session:
        outbox.ping(session, opened.webhook_id, at=datetime.now(UTC))


def taken(here: House, clock: Clock) -> Claimed | None:
    with writing(here.engine) as session:
        return deliveries.claim(session, now=clock.now, lease_s=LEASE_S)


def turn(
    here: House, clock: Clock, post: Callable[[Outgoing], Answered] = POST, share: float = 0.0
) -> bool:
    """Try what is due first; say whether anything was."""
    claimed = taken(here, clock)
    if claimed is not None:
        deliver.deliver(here.engine, claimed, post, clock=clock, share=lambda: share)
    return claimed is not None


def standing(here: House, opened: WebhookOpened) -> tuple[Webhook, tuple[Delivery, ...]]:
    with reading(here.engine) as session:
        return (
            webhooks.one(session, LOCAL, opened.webhook_id),
            deliveries.several(session, opened.webhook_id, limit=100),
        )


def test_a_walk_to_its_end_is_told_stage_by_stage_and_verifies(
    here: House, clock: Clock, there: Receiver
) -> None:
    opened, another = hooked(here.engine, url=there.url), hooked(here.engine, owner="ada")
    key = planned(here)
    assert evaluated(here, observed(here, key, seen(key)))
    assert do(here, str(key.at(Stage.COMMIT)), commit._WORK) is not None

    told = bodies(here.engine, opened.webhook_id)
    assert [e.data.stage for e in told] == ["plan", "render", "evaluate", "commit", "commit"]
    assert [e.type for e in told] == [*[EventType.STAGE_FINISHED] * 4, EventType.SIMULATION_ENDED]
    with reading(here.engine) as session:
        result = episodes.result(session, key.episode_id)
    end = told[-1].data
    assert isinstance(end, SimulationEnded)
    assert (end.outcome, end.status, end.because) == (result.outcome, "succeeded", result.because)
    assert result.confidence is not None
    assert end.confidence == result.confidence.value
    assert bodies(here.engine, another.webhook_id) == []

    clock.now = time.time() + 1
    while turn(here, clock):
        pass
    verifier = Verifier(opened.secret)
    sent = [verifier.verify(r.body, r.headers) for r in there.received]
    assert [event["type"] for event in sent] == [e.type for e in told]
    _, made = standing(here, opened)
    assert {d.delivery_id for d in made} == {r.headers["webhook-id"] for r in there.received}
    assert {(d.state, d.tries, d.last_status) for d in made} == {(DeliveryState.DELIVERED, 1, 204)}


def test_what_fails_is_sent_again_later_with_the_same_name_and_bytes(
    here: House, clock: Clock, there: Receiver
) -> None:
    opened = hooked(here.engine, url=there.url)
    happened(here)
    there.statuses += [500, 302, 404]
    for wait in WAITS_S[:3]:
        assert turn(here, clock)
        _, (made,) = standing(here, opened)
        assert made.due is not None
        assert made.due.timestamp() == pytest.approx(clock.now + wait)
        clock.now += wait - 1
        assert not turn(here, clock), "not before its time"
        clock.now += 2
    assert made.last_error == "answered 404"
    assert turn(here, clock)
    _, (made,) = standing(here, opened)
    assert (made.state, made.tries, made.last_error) == (DeliveryState.DELIVERED, 4, "")
    assert len({(r.headers["webhook-id"], r.body) for r in there.received}) == 1


def test_a_receiver_may_ask_for_time(here: House, clock: Clock, there: Receiver) -> None:
    opened = hooked(here.engine, url=there.url)
    happened(here)
    there.statuses.append(503)
    there.headers["Retry-After"] = "600"
    turn(here, clock, share=0.5)
    _, (made,) = standing(here, opened)
    assert made.due is not None
    assert made.due.timestamp() == pytest.approx(clock.now + 630)


def test_who_dies_between_sending_and_noting_it_sends_it_again_under_the_same_name(
    here: House, clock: Clock, there: Receiver
) -> None:
    opened = hooked(here.engine, url=there.url)
    happened(here)

    def killed(outgoing: Outgoing) -> Answered:
        assert POST(outgoing).accepted
        raise SystemExit

    with pytest.raises(SystemExit):
        turn(here, clock, killed)
    assert not turn(here, clock), "its lease goes on"
    clock.now += LEASE_S
    assert turn(here, clock)
    assert len(there.received) == 2
    assert len({r.headers["webhook-id"] for r in there.received}) == 1
    _, (made,) = standing(here, opened)
    assert (made.state, made.tries) == (DeliveryState.DELIVERED, 2)


def test_a_bug_in_posting_counts_as_a_try(here: House, clock: Clock) -> None:
    opened = hooked(here.engine)
    happened(here)

    def broken(_outgoing: Outgoing) -> Answered:
        raise ZeroDivisionError

    assert turn(here, clock, broken)
    _, (made,) = standing(here, opened)
    assert (made.state, made.tries) == (DeliveryState.PENDING, 1)
    assert "ZeroDivisionError" in made.last_error


def test_gone_means_gone(here: House, clock: Clock, there: Receiver) -> None:
    opened = hooked(here.engine, url=there.url)
    happened(here)
    happened(here)
    there.statuses.append(410)
    assert turn(here, clock)
    assert not turn(here, clock), "what waited is not sent"
    happened(here)
    assert not turn(here, clock), "nor is what happens later"
    hook, made = standing(here, opened)
    assert hook.disabled_at is not None
    assert "410 Gone" in hook.disabled_because
    assert [(d.state, d.due) for d in made] == [(DeliveryState.FAILED, None)] * 2
    assert len(there.received) == 1


def test_who_accepts_nothing_for_days_is_disabled_with_the_reason(
    here: House, clock: Clock
) -> None:
    opened = hooked(here.engine)
    happened(here)
    began = clock.now
    for _ in range(len(WAITS_S) + 1):
        assert turn(here, clock, lambda _outgoing: Answered(error="no connection"), share=1.0)
        clock.now += 1.1 * WAITS_S[-1]
    assert clock.now - began > 3 * 86_400
    hook, (made,) = standing(here, opened)
    assert (made.state, made.tries) == (DeliveryState.FAILED, len(WAITS_S) + 1)
    assert "accepted nothing since" in hook.disabled_because
    assert "no connection" in hook.disabled_because


def test_who_accepts_others_meanwhile_is_not_disabled(here: House, clock: Clock) -> None:
    opened = hooked(here.engine)
    happened(here)
    turn(here, clock, lambda _outgoing: Answered(status=500))
    pinged(here, opened)
    turn(here, clock, lambda _outgoing: Answered(status=200))
    for _ in WAITS_S:
        clock.now += WAITS_S[-1]
        assert turn(here, clock, lambda _outgoing: Answered(status=500))
    hook, (_, made) = standing(here, opened)
    assert (made.state, made.tries) == (DeliveryState.FAILED, len(WAITS_S) + 1)
    assert hook.disabled_at is None


def test_a_test_is_tried_once_and_disables_nothing(
    here: House, clock: Clock, there: Receiver
) -> None:
    opened = hooked(here.engine, url=there.url)
    there.statuses.append(500)
    pinged(here, opened)
    assert turn(here, clock)
    hook, (made,) = standing(here, opened)
    assert (made.state, made.last_status) == (DeliveryState.FAILED, 500)
    assert hook.disabled_at is None


def test_a_test_that_arrives_enables_its_webhook_again(
    here: House, clock: Clock, there: Receiver
) -> None:
    opened = hooked(here.engine, url=there.url)
    with writing(here.engine) as session:
        deliveries.disable(session, opened.webhook_id, "it was away", now=clock.now)
    pinged(here, opened)
    assert turn(here, clock)
    hook, _ = standing(here, opened)
    assert (hook.disabled_at, hook.disabled_because) == (None, "")
    happened(here)
    assert turn(here, clock)
    assert [r.body[:14] for r in there.received] == [b'{"type":"ping"', b'{"type":"simul']


def test_a_private_address_is_not_posted_to_even_if_it_stands_in_the_archive(
    here: House, clock: Clock, there: Receiver
) -> None:
    opened = hooked(here.engine, url=there.url.replace("http:", "https:"))
    happened(here)
    turn(here, clock, Sender().post)
    _, (made,) = standing(here, opened)
    assert "found on the public internet" in made.last_error
    assert there.received == []


class Gate:
    """Posts nothing until it is opened; notes who came."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.came: list[str] = []

    def __call__(self, outgoing: Outgoing) -> Answered:
        self.came.append(outgoing.url)
        self.open.wait(5)
        return Answered(status=200)


def waited_for(what: Callable[[], bool]) -> bool:
    until = time.monotonic() + 5
    while not what() and time.monotonic() < until:
        time.sleep(0.005)
    return what()


def test_so_many_go_out_at_once_and_no_more_of_one_webhook_or_owner(
    here: House, clock: Clock
) -> None:
    gate = Gate()
    for owner in ("local", "ada", "bob"):
        for n in range(3):
            opened = hooked(here.engine, owner=owner, url=f"https://{owner}{n}.example/")
            for _ in range(4):
                pinged(here, opened)
    deliverer = Deliverer(here.engine, gate, clock)
    deliverer.look()
    assert waited_for(lambda: len(gate.came) == AT_ONCE)
    assert deliverer.look() == 0, "there is no room"
    assert deliverer.carrying == AT_ONCE
    assert max(gate.came.count(url) for url in gate.came) <= AT_ONCE_EACH
    owners = [url[8:11] for url in gate.came]
    assert max(owners.count(owner) for owner in owners) <= AT_ONCE_OWNER
    gate.open.set()
    assert waited_for(lambda: deliverer.carrying == 0)
    while deliverer.look():
        assert waited_for(lambda: deliverer.carrying == 0)
    assert len(gate.came) == 9 * 4, "each once"


def test_it_looks_on_in_a_thread_and_stops(
    here: House, there: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "LOOK_EVERY_S", 0.01)
    opened = hooked(here.engine, url=there.url)
    pinged(here, opened)
    deliverer = Deliverer(here.engine, POST)
    deliverer.keep_going()
    deliverer.keep_going()
    assert waited_for(lambda: standing(here, opened)[1][0].state is DeliveryState.DELIVERED)
    deliverer.stop()
    deliverer.keep_going()
    assert waited_for(lambda: deliverer.carrying == 0)
    assert len(there.received) == 1


def test_what_came_of_it_may_be_lost_and_is_found_again(
    here: House, clock: Clock, there: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = hooked(here.engine, url=there.url)
    happened(here)
    deliverer = Deliverer(here.engine, POST, clock)

    def away(*_: object, **__: object) -> bool:
        raise OperationalError("UPDATE", {}, Exception("the archive is away"))

    with monkeypatch.context() as broken:
        broken.setattr("tasks.deliver.deliveries.delivered", away)
        assert deliverer.look() == 1
        assert waited_for(lambda: deliverer.carrying == 0)
    clock.now += LEASE_S
    assert deliverer.look() == 1
    assert waited_for(lambda: deliverer.carrying == 0)
    assert len({r.headers["webhook-id"] for r in there.received}) == 1
    assert standing(here, opened)[1][0].state is DeliveryState.DELIVERED


def test_the_scheduler_of_beat_has_it_sent_and_is_not_held_up(
    here: House, there: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "LOOK_EVERY_S", 0.01)
    open_house = replace(here, settings=here.settings.model_copy(update={"webhook_private": True}))
    monkeypatch.setattr("tasks.reconcile.house", lambda: open_house)
    opened = hooked(here.engine, url=there.url)
    pinged(here, opened)
    scheduler = Reconciler(app=Celery(), lazy=True)
    scheduler.setup_schedule()
    assert scheduler.tick() == here.settings.reconcile_every_s
    assert waited_for(lambda: standing(here, opened)[1][0].state is DeliveryState.DELIVERED)
    scheduler.close()
    pinged(here, opened)
    scheduler.tick()
    assert [len(there.received), standing(here, opened)[1][0].tries] == [1, 0]
