"""What docs/webhooks.md shows does what it says."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storyworld.records.webhook import EventType, Ping, SimulationEnded, StageFinished
from storyworld.webhooks import retrying
from storyworld.webhooks.sending import Outgoing, Sender
from storyworld.webhooks.signing import new_secret
from tests.webhooks.receiving import receiver

PAGE = (Path(__file__).parents[2] / "docs" / "webhooks.md").read_text()


@pytest.fixture
def verified() -> Callable[..., dict[str, Any]]:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    named: dict[str, Any] = {}
    exec(compile(code, "docs/webhooks.md", "exec"), named)
    return named["verified"]


def test_the_example_verifies_what_is_sent_and_nothing_else(
    verified: Callable[..., dict[str, Any]],
) -> None:
    secrets = (new_secret(), new_secret())
    body = '{"type":"ping","data":{"webhook_id":"fällt 💥"}}'.encode()
    with receiver() as there:
        Sender(private=True).post(
            Outgoing(url=there.url, delivery_id="msg_1", body=body, secrets=secrets)
        )
    (got,) = there.received
    for secret in secrets:
        assert verified(secret, got.headers, got.body)["type"] == "ping"
    later = {"webhook-timestamp": str(int(time.time()) + 1)}
    for secret, headers, sent in (
        (new_secret(), got.headers, got.body),
        (secrets[0], got.headers | later, got.body),
        (secrets[0], got.headers, got.body + b" "),
    ):
        with pytest.raises(ValueError, match="signature"):
            verified(secret, headers, sent)
    old = {"webhook-timestamp": str(int(time.time()) - 301)}
    with pytest.raises(ValueError, match="another time"):
        verified(secrets[0], got.headers | old, got.body)


def test_it_names_every_field_of_every_type() -> None:
    rows = dict(re.findall(r"^\| `([a-z.]+)` \| (.*`.*) \|$", PAGE, re.MULTILINE))
    del rows["type"]  # the head of their table
    assert set(rows) == set(EventType)
    for kind, record in zip(EventType, (StageFinished, SimulationEnded, Ping), strict=True):
        for name in record.model_fields:
            assert f"`{name}`" in rows[kind], (kind, name)


def test_it_names_the_waits() -> None:
    waits = re.search(r"tried ten times, (.*?) after one another", PAGE, re.DOTALL)
    assert waits is not None
    units = {"s": 1, "min": 60, "h": 3600}
    named = [int(n) * units[u] for n, u in re.findall(r"(\d+)\s+(s|min|h)\b", waits[1])]
    assert named == [int(wait) for wait in retrying.WAITS_S]
