"""The life of a delivery: claimed by one sender, tried, put off or done, deleted after a while.

A claim is a compare-and-swap with a lease. Who dies between sending and noting it leaves a lease
that runs out, and the same delivery is sent again under the same name: at least once is promised,
and once is what usually happens. Times are seconds since the epoch.
"""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Annotated, Any, Final

from pydantic import Field
from sqlalchemy import (
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Text,
    and_,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storyworld.archive import webhooks
from storyworld.archive.columns import UtcDateTime, one_of
from storyworld.archive.statements import swapped
from storyworld.archive.tables import Base
from storyworld.archive.webhooks import WebhookRow
from storyworld.errors import Conflicting, NotFound
from storyworld.records.frozen import Identifier, Instant, Record
from storyworld.records.webhook import Delivery, DeliveryState, EventType, Webhook

ABSURD_LEASE_S: Final = 3600.0
"""A lease further ahead than this was written by a clock gone wrong, and is ignored."""

KEPT_S: Final = 7 * 86_400.0
"""How long what is done with is kept to be looked at: longer than the last try takes to come."""

PRUNED_AT_ONCE: Final = 1000
_ID = String(64)


class DeliveryRow(Base):
    """One event for one webhook, its body as it is sent."""

    __tablename__ = "deliveries"
    __table_args__ = (
        one_of("type", EventType),
        one_of("state", DeliveryState),
        Index("ix_deliveries_due", "state", "due"),
        Index("ix_deliveries_webhook", "webhook_id", "delivery_id"),
        Index("ix_deliveries_created", "created_at"),
    )
    delivery_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    webhook_id: Mapped[str] = mapped_column(
        _ID, ForeignKey("webhooks.webhook_id", ondelete="CASCADE")
    )
    episode_id: Mapped[str | None] = mapped_column(_ID, ForeignKey("episodes.episode_id"))
    type: Mapped[str] = mapped_column(String(32))
    body: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(16))
    tries: Mapped[int] = mapped_column(Integer)
    due: Mapped[float] = mapped_column(Float)
    lease: Mapped[float | None] = mapped_column(Float)
    last_status: Mapped[int | None] = mapped_column(Integer)
    last_error: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    delivered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Claimed(Record):
    """A delivery that is ours to try, with all that it takes; `tries` counts this one."""

    delivery_id: Identifier
    webhook_id: Identifier
    owner: str
    url: str
    type: EventType
    body: Annotated[str, Field(repr=False)]
    secrets: Annotated[tuple[str, ...], Field(repr=False)]
    tries: int
    created_at: Instant


class Tried(Record):
    """How a try ended: the status that was answered, or why there was none."""

    status: int | None = None
    error: str = ""


def _waits(now: float) -> ColumnElement[bool]:
    return and_(
        DeliveryRow.state == DeliveryState.PENDING,
        DeliveryRow.due <= now,
        or_(
            DeliveryRow.lease.is_(None),
            DeliveryRow.lease <= now,
            DeliveryRow.lease > now + ABSURD_LEASE_S,
        ),
    )


def any_due(session: Session, now: float) -> bool:
    """Say whether something is to be sent; no lock is taken for the question."""
    return session.scalar(select(DeliveryRow.delivery_id).where(_waits(now)).limit(1)) is not None


def claim(
    session: Session,
    *,
    now: float,
    lease_s: float,
    busy: Collection[str] = (),
    busy_owners: Collection[str] = (),
) -> Claimed | None:
    """Take the delivery that has waited longest; None if there is none to take.

    Parameters
    ----------
    busy, busy_owners
        The webhooks, and the owners, that are to wait: who is slow holds up nobody else.
    """
    query = (
        select(DeliveryRow, WebhookRow)
        .join(WebhookRow, WebhookRow.webhook_id == DeliveryRow.webhook_id)
        .where(
            _waits(now),
            DeliveryRow.webhook_id.not_in(busy),
            WebhookRow.owner.not_in(busy_owners),
        )
        .order_by(DeliveryRow.due)
        .limit(8)
    )
    for row, webhook in session.execute(query):
        claimed = _taken(session, row, webhook, now, lease_s)
        if claimed is not None:
            return claimed
    return None


def _taken(
    session: Session, row: DeliveryRow, webhook: WebhookRow, now: float, lease_s: float
) -> Claimed | None:
    """Claim one delivery; None if another did."""
    took = swapped(
        session,
        update(DeliveryRow)
        .where(
            DeliveryRow.delivery_id == row.delivery_id,
            DeliveryRow.tries == row.tries,
            _waits(now),
        )
        .values(lease=now + lease_s, tries=DeliveryRow.tries + 1),
    )
    if not took:
        return None
    former = webhook.former_until is not None and webhook.former_until.timestamp() > now
    return Claimed(
        delivery_id=row.delivery_id,
        webhook_id=webhook.webhook_id,
        owner=webhook.owner,
        url=webhook.url,
        type=EventType(row.type),
        body=row.body,
        secrets=tuple(s for s in (webhook.secret, webhook.former_secret if former else None) if s),
        tries=row.tries + 1,
        created_at=row.created_at,
    )


def delivered(session: Session, claimed: Claimed, tried: Tried, *, now: float) -> bool:
    """Note that a delivery was accepted; False if it is not ours any more.

    A test that arrives enables its webhook again.
    """
    at = datetime.fromtimestamp(now, UTC)
    if not _settled(session, claimed, tried, state=DeliveryState.DELIVERED, delivered_at=at):
        return False
    webhooks.accepted(session, claimed.webhook_id, at, enable=claimed.type is EventType.PING)
    return True


def put_off(session: Session, claimed: Claimed, tried: Tried, *, due: float) -> bool:
    """Note that a try failed, and when the next is; False if it is not ours any more."""
    return _settled(session, claimed, tried, due=due)


def failed(session: Session, claimed: Claimed, tried: Tried) -> bool:
    """Give a delivery up; False if it is not ours any more."""
    return _settled(session, claimed, tried, state=DeliveryState.FAILED)


def _settled(session: Session, claimed: Claimed, tried: Tried, **values: object) -> bool:
    webhooks.hold(session, claimed.webhook_id)
    return swapped(
        session,
        update(DeliveryRow)
        .where(
            DeliveryRow.delivery_id == claimed.delivery_id,
            DeliveryRow.state == DeliveryState.PENDING,
            DeliveryRow.tries == claimed.tries,
        )
        .values(lease=None, last_status=tried.status, last_error=tried.error[:200], **values),
    )


def again(session: Session, webhook: Webhook, delivery_id: str, *, now: float) -> Delivery:
    """Have a delivery that is done with sent once more, under its name; its tries count on.

    Raises
    ------
    NotFound
        If the webhook has no such delivery, or it was deleted after a week.
    Conflicting
        If it is still to be sent, or the webhook is disabled.
    """
    webhooks.hold(session, webhook.webhook_id)
    ours = (
        DeliveryRow.delivery_id == delivery_id,
        DeliveryRow.webhook_id == webhook.webhook_id,
    )
    if session.scalar(select(DeliveryRow.state).where(*ours)) is None:
        raise NotFound(
            "there is no such delivery of this webhook, or it is more than a week old: "
            f"GET /webhooks/{webhook.webhook_id}/deliveries lists them",
            field="delivery_id",
        )
    if webhook.disabled_at is not None:
        raise Conflicting(
            f"the webhook is disabled ({webhook.disabled_because}): "
            f"POST /webhooks/{webhook.webhook_id}/test enables it, once it accepts"
        )
    done = DeliveryRow.state != DeliveryState.PENDING
    values = {"state": DeliveryState.PENDING, "due": now, "lease": None, "delivered_at": None}
    if not swapped(session, update(DeliveryRow).where(*ours, done).values(values)):
        raise Conflicting("it is still to be sent: see how that fares first")
    return one(session, delivery_id)


def accepted_since(session: Session, claimed: Claimed) -> bool:
    """Say whether the webhook of a delivery accepted anything since that was written."""
    at = session.scalar(
        select(WebhookRow.accepted_at).where(WebhookRow.webhook_id == claimed.webhook_id)
    )
    return at is not None and at >= claimed.created_at


def disable(session: Session, webhook_id: str, because: str, *, now: float) -> None:
    """Tell a webhook nothing any more, not even what waits for it."""
    webhooks.disable(session, webhook_id, because, datetime.fromtimestamp(now, UTC))
    session.execute(
        update(DeliveryRow)
        .where(
            DeliveryRow.webhook_id == webhook_id,
            DeliveryRow.state == DeliveryState.PENDING,
            DeliveryRow.type != EventType.PING,
        )
        .values(
            state=DeliveryState.FAILED, lease=None, last_error="the webhook was disabled meanwhile"
        )
    )


def pings_waiting(session: Session, webhook_id: str) -> int:
    """Count the tests of a webhook that are still to be sent."""
    found = session.scalar(
        select(func.count())
        .select_from(DeliveryRow)
        .where(
            DeliveryRow.webhook_id == webhook_id,
            DeliveryRow.state == DeliveryState.PENDING,
            DeliveryRow.type == EventType.PING,
        )
    )
    return found or 0


def several(
    session: Session, webhook_id: str, *, limit: int, before: str | None = None
) -> tuple[Delivery, ...]:
    """Give the deliveries of a webhook, newest first; `before` is the last one already seen."""
    query = _SHOWN.where(DeliveryRow.webhook_id == webhook_id)
    query = query.order_by(DeliveryRow.delivery_id.desc()).limit(limit)
    if before is not None:
        query = query.where(DeliveryRow.delivery_id < before)  # ids sort by time
    return tuple(_shown(row) for row in session.execute(query))


def one(session: Session, delivery_id: str) -> Delivery:
    """Give a delivery that is there."""
    return _shown(session.execute(_SHOWN.where(DeliveryRow.delivery_id == delivery_id)).one())


def prune(session: Session, now: float) -> int:
    """Delete what is done with and old, some of it; give how much."""
    before = datetime.fromtimestamp(now - KEPT_S, UTC)
    old = (
        select(DeliveryRow.delivery_id)
        .where(DeliveryRow.created_at < before, DeliveryRow.state != DeliveryState.PENDING)
        .limit(PRUNED_AT_ONCE)
    )
    ids = tuple(session.scalars(old))
    session.execute(delete(DeliveryRow).where(DeliveryRow.delivery_id.in_(ids)))
    return len(ids)


_SHOWN = select(  # all but the body
    DeliveryRow.delivery_id,
    DeliveryRow.webhook_id,
    DeliveryRow.episode_id,
    DeliveryRow.type,
    DeliveryRow.state,
    DeliveryRow.tries,
    DeliveryRow.due,
    DeliveryRow.last_status,
    DeliveryRow.last_error,
    DeliveryRow.created_at,
    DeliveryRow.delivered_at,
)


def _shown(row: Row[*tuple[Any, ...]]) -> Delivery:
    state = DeliveryState(row.state)
    pending = state is DeliveryState.PENDING
    due = datetime.fromtimestamp(row.due, UTC) if pending else None
    return Delivery(**{**row._mapping, "state": state, "type": EventType(row.type), "due": due})
