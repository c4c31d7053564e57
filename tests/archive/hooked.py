"""Webhooks of owners, and what is on its way to them."""

import time
from datetime import UTC, datetime

from sqlalchemy import Engine, select

from storyworld.archive import deliveries, webhooks
from storyworld.archive.deliveries import DeliveryRow, Tried
from storyworld.archive.engine import reading, writing
from storyworld.records.access import LOCAL
from storyworld.records.webhook import HookKind, Subscription, WebhookEvent, WebhookOpened
from storyworld.webhooks.signing import new_secret

URL = "https://example.com/hook"


def hooked(engine: Engine, *kinds: HookKind, owner: str = LOCAL, url: str = URL) -> WebhookOpened:
    """Write a webhook of an owner's; of all kinds, if none is named."""
    asked = Subscription(url=url, kinds=kinds or tuple(HookKind))
    with writing(engine) as session:
        return webhooks.add(session, owner, asked, secret=new_secret(), now=datetime.now(UTC))


def bodies(engine: Engine, webhook_id: str) -> list[WebhookEvent]:
    """Give what is, or was, on its way to a webhook, in order."""
    with reading(engine) as session:
        found = session.scalars(
            select(DeliveryRow.body)
            .where(DeliveryRow.webhook_id == webhook_id)
            .order_by(DeliveryRow.created_at, DeliveryRow.delivery_id)
        )
        return [WebhookEvent.model_validate_json(body) for body in found]


def given_up(engine: Engine, delivery_id: str) -> None:
    """Try what waits, up to a delivery, in vain and for the last time."""
    claimed = None
    while claimed is None or claimed.delivery_id != delivery_id:
        with writing(engine) as session:
            claimed = deliveries.claim(session, now=time.time(), lease_s=60)
            assert claimed is not None
            assert deliveries.failed(session, claimed, Tried(status=500))
