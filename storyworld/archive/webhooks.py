"""The webhooks of an owner. Their secrets are kept as they are: each delivery is signed anew."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Index, String, Text, bindparam, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from storyworld.archive.columns import UtcDateTime
from storyworld.archive.statements import first
from storyworld.archive.tables import Base
from storyworld.errors import Conflicting, NotFound
from storyworld.records.identity import new_id
from storyworld.records.webhook import HookKind, Subscription, Webhook, WebhookOpened

MOST: Final = 20
"""How many webhooks an owner may have."""

FORMER_HOURS: Final = 24
"""How long after a rotation deliveries are signed with the secret before it, too."""

_ID = String(64)


class WebhookRow(Base):
    """One webhook; its kinds by spaces, and when a delivery was last accepted."""

    __tablename__ = "webhooks"
    __table_args__ = (Index("ix_webhooks_owner", "owner", "webhook_id"),)
    webhook_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    owner: Mapped[str] = mapped_column(_ID)
    url: Mapped[str] = mapped_column(Text)
    kinds: Mapped[str] = mapped_column(String(255))
    secret: Mapped[str] = mapped_column(String(255))
    former_secret: Mapped[str | None] = mapped_column(String(255))
    former_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    disabled_because: Mapped[str] = mapped_column(Text, server_default="")


# key_share: deliveries that only refer to the webhook wait for nobody
_HOLD = (
    select(WebhookRow.webhook_id)
    .where(WebhookRow.webhook_id == bindparam("webhook_id"))
    .with_for_update(key_share=True)
)


def several(session: Session, owner: str) -> tuple[Webhook, ...]:
    """Give an owner's webhooks, newest first."""
    rows = session.scalars(
        select(WebhookRow)
        .where(WebhookRow.owner == owner)
        .order_by(WebhookRow.webhook_id.desc())
        .limit(MOST)
    )
    return tuple(Webhook(**_shown(row)) for row in rows)


def one(session: Session, owner: str, webhook_id: str) -> Webhook:
    """Give one webhook of an owner's.

    Raises
    ------
    NotFound
        If there is none, or it is another's.
    """
    return Webhook(**_shown(_row(session, owner, webhook_id)))


def add(
    session: Session, owner: str, asked: Subscription, *, secret: str, now: datetime
) -> WebhookOpened:
    """Write a webhook; its secret is in the answer.

    Raises
    ------
    Conflicting
        If the owner has as many as one may have.
    """
    there = session.scalar(
        select(func.count()).select_from(WebhookRow).where(WebhookRow.owner == owner)
    )
    if (there or 0) >= MOST:
        raise Conflicting(f"there are {there} webhooks already, and {MOST} may be: delete one")
    row = WebhookRow(
        webhook_id=new_id("wh"),
        owner=owner,
        url=asked.url,
        kinds=" ".join(asked.kinds),
        secret=secret,
        created_at=now,
        disabled_because="",
    )
    session.add(row)
    session.flush()
    return WebhookOpened(**_shown(row), secret=secret)


def remove(session: Session, owner: str, webhook_id: str) -> None:
    """Delete a webhook with all its deliveries: what is on its way is not sent again.

    Raises
    ------
    NotFound
        If there is none, or it is another's.
    """
    _row(session, owner, webhook_id)
    session.execute(delete(WebhookRow).where(WebhookRow.webhook_id == webhook_id))


def rotate(
    session: Session, owner: str, webhook_id: str, *, secret: str, now: datetime
) -> WebhookOpened:
    """Give a webhook another secret; for a day its deliveries are signed with both.

    Raises
    ------
    NotFound
        If there is none, or it is another's.
    """
    row = _row(session, owner, webhook_id)
    row.former_secret, row.secret = row.secret, secret
    row.former_until = now + timedelta(hours=FORMER_HOURS)
    session.flush()
    return WebhookOpened(**_shown(row), secret=secret)


def hold(session: Session, webhook_id: str) -> None:
    """Have a webhook to ourselves until the transaction ends: whoever settles deliveries does so.

    Otherwise one that notes a delivery and then the webhook, and one that disables the webhook and
    then its deliveries, could wait for each other. On SQLite a writer has the whole archive.
    """
    if session.get_bind().dialect.name != "sqlite":
        first(session, _HOLD, {"webhook_id": webhook_id})


def accepted(session: Session, webhook_id: str, now: datetime, *, enable: bool) -> None:
    """Note that a webhook took a delivery; it may be enabled by that."""
    enabled = {"disabled_at": None, "disabled_because": ""} if enable else {}
    session.execute(
        update(WebhookRow)
        .where(WebhookRow.webhook_id == webhook_id)
        .values(accepted_at=now, **enabled)
    )


def disable(session: Session, webhook_id: str, because: str, now: datetime) -> None:
    """Tell a webhook nothing any more, and why."""
    session.execute(
        update(WebhookRow)
        .where(WebhookRow.webhook_id == webhook_id, WebhookRow.disabled_at.is_(None))
        .values(disabled_at=now, disabled_because=because[:1000])
    )


def _row(session: Session, owner: str, webhook_id: str) -> WebhookRow:
    row = session.scalars(
        select(WebhookRow).where(WebhookRow.owner == owner, WebhookRow.webhook_id == webhook_id)
    ).first()
    if row is None:
        raise NotFound(
            f"there is no webhook {webhook_id}: GET /webhooks lists yours", field="webhook_id"
        )
    return row


def _shown(row: WebhookRow) -> dict[str, object]:
    return {
        "webhook_id": row.webhook_id,
        "url": row.url,
        "kinds": tuple(map(HookKind, row.kinds.split())),
        "created_at": row.created_at,
        "disabled_at": row.disabled_at,
        "disabled_because": row.disabled_because,
    }
