"""What happens is written down for whoever is told of it, and goes out once or again."""

import json
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from storyworld.archive import deliveries, episodes, outbox, runs, steps, webhooks
from storyworld.archive.deliveries import KEPT_S, Claimed, Tried
from storyworld.archive.engine import reading, writing
from storyworld.errors import Conflicting, NotFound
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import Stage, StepKey
from storyworld.records.provenance import Failure, FailureCode
from storyworld.records.webhook import (
    Delivery,
    DeliveryState,
    EventType,
    HookKind,
    SimulationEnded,
    StageEnd,
    StageFinished,
)
from tests.archive.hooked import bodies, hooked

FAILURE = Failure(code=FailureCode.RENDER_FAILED, detail='it "broke"\n</script>', transient=False)
LEASE_S = 60.0


def begun(engine: Engine, owner: str = "local", text: str = "a fall") -> StepKey:
    with writing(engine) as session:
        return episodes.create(
            session, Goal(text=text), backend=Backend.STUB, budget_usd=1, queue_limit=100,
            owner=owner,
        ).key  # fmt: skip


def pinged(engine: Engine, webhook_id: str, at: float) -> str:
    with writing(engine) as session:
        return outbox.ping(session, webhook_id, at=datetime.fromtimestamp(at, UTC))


def claim(engine: Engine, now: float, **busy: list[str]) -> Claimed | None:
    with writing(engine) as session:
        return deliveries.claim(session, now=now, lease_s=LEASE_S, **busy)


def test_an_owner_s_webhooks_are_told_of_stages_and_ends_and_another_s_are_not(
    engine: Engine,
) -> None:
    both, ends = hooked(engine), hooked(engine, HookKind.SIMULATION_ENDED)
    another = hooked(engine, owner="ada")
    key = begun(engine)
    with writing(engine) as session:
        assert steps.finish(session, key, now=time.time())
        assert not steps.finish(session, key, now=time.time()), "once"
        render = key.of_attempt.at(Stage.RENDER)
        steps.add(session, render, now=time.time(), due=time.time())
    with writing(engine) as session:
        assert steps.bury(session, render, now=time.time(), failure=FAILURE)
        assert runs.fail(session, key.episode_id, FAILURE)
        assert not runs.fail(session, key.episode_id, FAILURE), "once"

    told = bodies(engine, both.webhook_id)
    assert [event.type for event in told] == [
        "stage.finished",
        "stage.finished",
        "simulation.ended",
    ]
    first, second, last = (event.data for event in told)
    assert isinstance(first, StageFinished)
    assert (first.stage, first.state, first.because) == (Stage.PLAN, StageEnd.DONE, "")
    assert isinstance(second, StageFinished)
    assert (second.state, second.because) == (StageEnd.DEAD, FAILURE.detail)
    assert isinstance(last, SimulationEnded)
    assert (last.status, last.stage, last.episode_id) == ("failed", Stage.RENDER, key.episode_id)
    assert [event.data for event in bodies(engine, ends.webhook_id)] == [last]
    assert bodies(engine, another.webhook_id) == []


def test_what_is_rolled_back_is_told_nobody(engine: Engine) -> None:
    opened, key = hooked(engine), begun(engine)
    with Session(engine) as session:
        assert steps.finish(session, key, now=time.time())
        session.rollback()
    assert bodies(engine, opened.webhook_id) == []


def test_a_disabled_webhook_is_told_nothing(engine: Engine) -> None:
    opened, key = hooked(engine), begun(engine)
    with writing(engine) as session:
        webhooks.disable(session, opened.webhook_id, "it is gone", datetime.now(UTC))
        steps.finish(session, key, now=time.time())
    assert bodies(engine, opened.webhook_id) == []


def test_without_webhooks_a_stage_pays_one_query_and_no_row(engine: Engine) -> None:
    key, asked = begun(engine), []
    hooked(engine, owner="ada")

    def note(*execution: object) -> None:
        asked.append(str(execution[2]))

    event.listen(engine, "before_cursor_execute", note)
    with writing(engine) as session:
        steps.finish(session, key, now=time.time())
    event.remove(engine, "before_cursor_execute", note)
    about = [text for text in asked if "webhooks" in text or "deliveries" in text]
    assert len(about) == 1
    assert about[0].startswith("SELECT")


HOSTILE = ('"}, {"type": "ping', "</script>\u2028<b>", "a\\u0000", "💥" * 1000)


def test_a_hostile_goal_is_plain_json(engine: Engine) -> None:
    opened = hooked(engine, HookKind.SIMULATION_ENDED)
    for text in HOSTILE:
        key = begun(engine, text=text)
        with writing(engine) as session:
            episodes.terminate(session, key.episode_id)
        claimed = claim(engine, time.time() + 1)
        assert claimed is not None
        body = json.loads(claimed.body)
        assert body["data"]["goal"] == text
        assert set(body) == {"type", "timestamp", "data"}
        assert len(claimed.body.encode()) < 20_000
    assert [event.data.goal for event in bodies(engine, opened.webhook_id)] == list(HOSTILE)


def test_one_of_two_senders_gets_a_delivery(engine: Engine) -> None:
    opened, now = hooked(engine), time.time() // 1
    made = {pinged(engine, opened.webhook_id, now) for _ in range(6)}
    taken: list[str] = []

    def take() -> None:
        while (claimed := claim(engine, now + 1)) is not None:
            taken.append(claimed.delivery_id)

    threads = [threading.Thread(target=take) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == sorted(made)


def test_what_nobody_noted_is_claimed_again_under_the_same_name(engine: Engine) -> None:
    opened, now = hooked(engine), time.time() // 1
    name = pinged(engine, opened.webhook_id, now)
    first = claim(engine, now)
    assert first is not None
    assert claim(engine, now + LEASE_S - 1) is None
    second = claim(engine, now + LEASE_S)
    assert second is not None
    assert (first.delivery_id, second.delivery_id) == (name, name)
    assert (first.body, first.tries, second.tries) == (second.body, 1, 2)
    with writing(engine) as session:
        late = deliveries.delivered(session, first, Tried(status=200), now=now)
        assert not late, "it is another's by now"
        assert deliveries.delivered(session, second, Tried(status=200), now=now)
        assert not deliveries.put_off(session, second, Tried(status=500), due=now)
    assert claim(engine, now + 1e6) is None


def test_a_lease_by_a_clock_gone_wrong_is_ignored(engine: Engine) -> None:
    opened, now = hooked(engine), time.time() // 1
    pinged(engine, opened.webhook_id, now - 1e7)
    assert claim(engine, now + 1e7) is not None
    assert claim(engine, now) is not None


def test_who_is_busy_waits_and_holds_up_nobody(engine: Engine) -> None:
    slow, other, ada = hooked(engine), hooked(engine), hooked(engine, owner="ada")
    now = time.time() // 1
    for _ in range(20):
        pinged(engine, slow.webhook_id, now)
    for webhook in (other, ada):
        pinged(engine, webhook.webhook_id, now + 1)
    second = claim(engine, now + 2, busy=[slow.webhook_id])
    assert second is not None
    assert second.webhook_id == other.webhook_id
    third = claim(engine, now + 2, busy_owners=["local"])
    assert third is not None
    assert third.webhook_id == ada.webhook_id


def test_due_is_what_waits_and_is_held_by_nobody(engine: Engine) -> None:
    opened, now = hooked(engine), time.time() // 1
    pinged(engine, opened.webhook_id, now)
    with reading(engine) as session:
        assert not deliveries.any_due(session, now - 1)
        assert deliveries.any_due(session, now + 1)
    claim(engine, now + 1)
    with reading(engine) as session:
        assert not deliveries.any_due(session, now + 2)


def test_deliveries_are_listed_newest_first_page_by_page(engine: Engine) -> None:
    opened, now = hooked(engine), time.time() // 1
    made = sorted((pinged(engine, opened.webhook_id, now) for _ in range(5)), reverse=True)
    with reading(engine) as session:
        whole = deliveries.several(session, opened.webhook_id, limit=9)
        assert [d.delivery_id for d in whole] == made
        page = deliveries.several(session, opened.webhook_id, limit=2, before=made[1])
        assert [d.delivery_id for d in page] == made[2:4]
    assert (whole[0].type, whole[0].state) == (EventType.PING, DeliveryState.PENDING)
    assert whole[0].due is not None


def test_what_is_done_with_is_sent_once_more_under_its_name(engine: Engine) -> None:
    opened, now = hooked(engine), time.time() // 1
    name = pinged(engine, opened.webhook_id, now)

    def again(delivery_id: str = name) -> Delivery:
        with writing(engine) as session:
            webhook = webhooks.one(session, "local", opened.webhook_id)
            return deliveries.again(session, webhook, delivery_id, now=now + 100)

    def settled(how: Callable[..., bool], **more: float) -> Claimed:
        claimed = claim(engine, now + 100)
        assert claimed is not None
        with writing(engine) as session:
            assert how(session, claimed, Tried(status=200), **more)
        return claimed

    with pytest.raises(Conflicting, match="still to be sent"):
        again()
    first = settled(deliveries.failed)
    assert claim(engine, now + 100) is None
    waiting = again()
    assert (waiting.state, waiting.due, waiting.tries) == (
        DeliveryState.PENDING,
        datetime.fromtimestamp(now + 100, UTC),
        1,
    )
    second = settled(deliveries.delivered, now=now + 100)
    assert (second.delivery_id, second.body, second.tries) == (name, first.body, 2)
    assert again().delivered_at is None
    with writing(engine) as session:
        late = deliveries.delivered(session, second, Tried(status=200), now=now)
        assert late, "nobody took it since, so it is his still"
        webhooks.disable(session, opened.webhook_id, "it is gone", datetime.now(UTC))
    with pytest.raises(Conflicting, match=r"disabled \(it is gone\)"):
        again()
    with pytest.raises(NotFound) as caught:
        again("msg_" + "0" * 26)
    assert caught.value.field == "delivery_id"


def test_another_webhook_s_delivery_is_not_there(engine: Engine) -> None:
    mine, other = hooked(engine), hooked(engine)
    name = pinged(engine, other.webhook_id, time.time())
    with writing(engine) as session:
        webhook = webhooks.one(session, "local", mine.webhook_id)
        with pytest.raises(NotFound):
            deliveries.again(session, webhook, name, now=time.time())


def test_what_is_done_with_goes_after_a_week_and_what_waits_stays(engine: Engine) -> None:
    opened, then = hooked(engine), time.time() // 1
    names = [pinged(engine, opened.webhook_id, then) for _ in range(3)]
    for done in (True, False):
        claimed = claim(engine, then)
        assert claimed is not None
        with writing(engine) as session:
            if done:
                deliveries.delivered(session, claimed, Tried(status=200), now=then)
            else:
                deliveries.failed(session, claimed, Tried(error="no connection"))
    with writing(engine) as session:
        assert deliveries.prune(session, then + KEPT_S - 60) == 0
        assert deliveries.prune(session, then + KEPT_S + 60) == 2
        (left,) = deliveries.several(session, opened.webhook_id, limit=9)
    assert left.delivery_id in names
    assert left.state is DeliveryState.PENDING
