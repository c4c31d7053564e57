"""The webhooks of an owner."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from storyworld.archive import deliveries, outbox, webhooks
from storyworld.archive.engine import reading, writing
from storyworld.errors import Conflicting, NotFound
from storyworld.records.access import LOCAL
from storyworld.records.webhook import HookKind
from storyworld.webhooks.signing import new_secret
from tests.archive.hooked import hooked

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)


def test_an_owner_sees_their_own_only(engine: Engine) -> None:
    mine, theirs = hooked(engine), hooked(engine, owner="ada")
    with reading(engine) as session:
        assert [w.webhook_id for w in webhooks.several(session, LOCAL)] == [mine.webhook_id]
        assert [w.webhook_id for w in webhooks.several(session, "ada")] == [theirs.webhook_id]
        with pytest.raises(NotFound):
            webhooks.one(session, LOCAL, theirs.webhook_id)
    with pytest.raises(NotFound), writing(engine) as session:
        webhooks.remove(session, LOCAL, theirs.webhook_id)
    with pytest.raises(NotFound), writing(engine) as session:
        webhooks.rotate(session, LOCAL, theirs.webhook_id, secret=new_secret(), now=NOW)


def test_an_owner_has_so_many_and_no_more(engine: Engine) -> None:
    for _ in range(webhooks.MOST):
        hooked(engine, HookKind.STAGE_FINISHED)
    with pytest.raises(Conflicting, match="delete one"):
        hooked(engine)
    hooked(engine, owner="ada")


def test_a_webhook_goes_with_its_deliveries(engine: Engine) -> None:
    opened, kept = hooked(engine), hooked(engine)
    with writing(engine) as session:
        for webhook in (opened, kept):
            outbox.ping(session, webhook.webhook_id, at=NOW)
    with writing(engine) as session:
        webhooks.remove(session, LOCAL, opened.webhook_id)
    with reading(engine) as session:
        assert deliveries.several(session, opened.webhook_id, limit=9) == ()
        assert len(deliveries.several(session, kept.webhook_id, limit=9)) == 1


def test_after_a_rotation_both_secrets_sign_for_a_day(engine: Engine) -> None:
    opened, another = hooked(engine), new_secret()
    with writing(engine) as session:
        shown = webhooks.rotate(session, LOCAL, opened.webhook_id, secret=another, now=NOW)
        for _ in range(3):
            outbox.ping(session, opened.webhook_id, at=NOW)
    assert shown.secret == another
    for later, expected in (
        (timedelta(hours=23), (another, opened.secret)),
        (timedelta(hours=25), (another,)),
    ):
        with writing(engine) as session:
            claimed = deliveries.claim(session, now=(NOW + later).timestamp(), lease_s=10)
        assert claimed is not None
        assert claimed.secrets == expected
        assert another not in repr(claimed)
