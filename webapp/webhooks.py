"""The webhooks: who is told over HTTP when a stage finishes or a simulation ends.

An owner sees and changes their own: another's are not there.
"""

import re
import time
from datetime import UTC, datetime
from typing import Annotated, Any, Final

from flask import Blueprint, Response, current_app
from pydantic import AfterValidator, Field
from werkzeug.exceptions import UnsupportedMediaType

from storyworld.archive import deliveries, outbox
from storyworld.archive import webhooks as rows
from storyworld.archive.engine import writing
from storyworld.errors import NotFound, TooMuch
from storyworld.records.answer import DeliveryPage, Webhooks
from storyworld.records.frozen import Record
from storyworld.records.webhook import Delivery, Subscription, Webhook, WebhookOpened
from storyworld.settings import Settings
from storyworld.webhooks.addresses import checked, target_of
from storyworld.webhooks.signing import new_secret
from webapp.access import owner
from webapp.contract import answer, read, sent, speaks
from webapp.database import db

blueprint = Blueprint("webhooks", __name__, url_prefix="/webhooks")
WEBHOOK_ID = re.compile(r"wh_[0-9a-z]{26}")
DELIVERY_ID = re.compile(r"msg_[0-9a-z]{26}")
MOST_PINGS: Final = 5
EXAMPLES = (
    {"url": "https://example.com/hooks/storyworld", "kinds": ["simulation.ended"]},
    {"url": "https://example.com/all", "kinds": ["stage.finished", "simulation.ended"]},
)
EXAMPLE = '{"url": "https://...", "kinds": ["simulation.ended"]}'


def _a_delivery(given: str) -> str:
    if not DELIVERY_ID.fullmatch(given):
        raise ValueError("should be the name of a delivery, msg_ and 26 digits or letters")
    return given


class DeliveryQuery(Record):
    """Which stretch of the deliveries of a webhook is asked for."""

    limit: Annotated[int, Field(ge=1, le=100)] = 25
    before: (
        Annotated[
            str,
            AfterValidator(_a_delivery),
            Field(json_schema_extra={"pattern": f"^{DELIVERY_ID.pattern}$"}),
        ]
        | None
    ) = None


@blueprint.url_value_preprocessor
def check_shape(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Refuse what cannot be a webhook's name before anything is asked of the archive."""
    webhook_id = (values or {}).get("webhook_id")
    if webhook_id is not None and not WEBHOOK_ID.fullmatch(webhook_id):
        raise NotFound(
            "there is no such webhook: a name is wh_ and 26 digits or lower-case letters, "
            "GET /webhooks lists yours",
            field="webhook_id",
        )
    delivery_id = (values or {}).get("delivery_id")
    if delivery_id is not None and not DELIVERY_ID.fullmatch(delivery_id):
        raise NotFound(
            "there is no such delivery: a name is msg_ and 26 digits or lower-case letters, "
            f"GET /webhooks/{webhook_id}/deliveries lists them",
            field="delivery_id",
        )


@blueprint.get("")
@speaks()
def several() -> Webhooks:
    """List your webhooks, newest first."""
    return Webhooks(webhooks=rows.several(db.session(), owner()))


@blueprint.post("")
@speaks(body=Subscription, answers={201: WebhookOpened}, refuses=(409,), examples=EXAMPLES)
def add() -> Response:
    """Be told at an address what happens from now on; 201 with the secret, shown this once.

    The address has to be https, on the public internet.
    """
    subscription = _subscription()
    with writing(db.engine) as session:
        made = rows.add(session, owner(), subscription, secret=new_secret(), now=datetime.now(UTC))
    return _secretly(made, 201)


@blueprint.get("/<webhook_id>")
@speaks()
def one(webhook_id: str) -> Webhook:
    """Give one webhook, without its secret."""
    return rows.one(db.session(), owner(), webhook_id)


@blueprint.delete("/<webhook_id>")
@speaks(answers={204: None}, refuses=(403, 413))
def remove(webhook_id: str) -> Response:
    """Delete a webhook and its deliveries; nothing of it is sent again."""
    with writing(db.engine) as session:
        rows.remove(session, owner(), webhook_id)
    return current_app.response_class(status=204)


@blueprint.get("/<webhook_id>/deliveries")
@speaks(query=DeliveryQuery)
def sent_so_far(webhook_id: str, query: DeliveryQuery) -> DeliveryPage:
    """List what was sent to a webhook, or is to be, newest first; a week back."""
    session = db.session()
    rows.one(session, owner(), webhook_id)
    found = deliveries.several(session, webhook_id, limit=query.limit + 1, before=query.before)
    page = found[: query.limit]
    path = f"/webhooks/{webhook_id}/deliveries?limit={query.limit}"
    more = len(found) > query.limit
    return DeliveryPage(
        webhook_id=webhook_id,
        deliveries=page,
        next=f"{path}&before={page[-1].delivery_id}" if more else None,
    )


@blueprint.post("/<webhook_id>/test")
@speaks(answers={202: Delivery}, refuses=(403, 413, 429))
def test(webhook_id: str) -> Response:
    """Have a `ping` sent, once; a webhook that accepts it is enabled again if it was disabled."""
    with writing(db.engine) as session:
        rows.one(session, owner(), webhook_id)
        if deliveries.pings_waiting(session, webhook_id) >= MOST_PINGS:
            raise TooMuch(f"{MOST_PINGS} tests are still to be sent: see how they fare first")
        made = deliveries.one(session, outbox.ping(session, webhook_id, at=datetime.now(UTC)))
    return _to_be_sent(made)


@blueprint.post("/<webhook_id>/deliveries/<delivery_id>/resend")
@speaks(answers={202: Delivery}, refuses=(403, 409, 413))
def resend(webhook_id: str, delivery_id: str) -> Response:
    """Have a delivery sent once more: one that was given up, or that your receiver lost.

    It has the same `webhook-id` and the same bytes, and its tries count on: after ten of them there
    is this one.
    """
    with writing(db.engine) as session:
        webhook = rows.one(session, owner(), webhook_id)
        made = deliveries.again(session, webhook, delivery_id, now=time.time())
    return _to_be_sent(made)


@blueprint.post("/<webhook_id>/secret")
@speaks(answers={200: WebhookOpened}, refuses=(403, 413))
def rotate(webhook_id: str) -> Response:
    """Give a webhook another secret, shown this once; for a day both sign."""
    with writing(db.engine) as session:
        made = rows.rotate(session, owner(), webhook_id, secret=new_secret(), now=datetime.now(UTC))
    return _secretly(made, 200)


def _subscription() -> Subscription:
    """Read what is asked for, and hold its address against the rules, and against the DNS.

    Raises
    ------
    InvalidField
        Naming the field at fault.
    UnsupportedMediaType
        If it is no JSON.
    """
    given = sent(EXAMPLE)
    if given.fields and not given.typed:  # a list has no one way to be written in a form
        raise UnsupportedMediaType("send the fields as application/json")
    asked = read(Subscription, given)
    settings: Settings = current_app.extensions["storyworld"]
    target = target_of(asked.url, private=settings.webhook_private)
    resolve = current_app.extensions["storyworld.resolve"]
    checked(target, private=settings.webhook_private, resolve=resolve)
    return asked.revised(url=target.url)


def _to_be_sent(delivery: Delivery) -> Response:
    response = answer(delivery, 202)
    response.headers["Location"] = f"/webhooks/{delivery.webhook_id}/deliveries"
    response.headers["Retry-After"] = "1"
    return response


def _secretly(made: WebhookOpened, status: int) -> Response:
    response = answer(made, status)
    response.headers["Cache-Control"] = "no-store"
    return response
