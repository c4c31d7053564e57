"""What we sign is what the reference implementation verifies."""

import base64
import time

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from storyworld.webhooks.signing import new_secret, signatures

BODY = '{"type":"ping","data":{"goal":"ein Stein fällt 💥 \\u0000 <script>"}}'


def headers(signature: str, at: int, delivery_id: str = "msg_1") -> dict[str, str]:
    return {
        "webhook-id": delivery_id,
        "webhook-timestamp": str(at),
        "webhook-signature": signature,
    }


def test_the_reference_implementation_verifies_what_we_sign() -> None:
    secret, now = new_secret(), int(time.time())
    signed = signatures((secret,), "msg_1", now, BODY.encode())
    assert Webhook(secret).verify(BODY, headers(signed, now))["type"] == "ping"


def test_what_was_changed_on_the_way_is_not_verified() -> None:
    secret, now = new_secret(), int(time.time())
    signed = signatures((secret,), "msg_1", now, BODY.encode())
    for body, told in (
        (BODY + " ", headers(signed, now)),
        (BODY, headers(signed, now + 1)),
        (BODY, headers(signed, now, "msg_2")),
        (BODY, headers(signatures((new_secret(),), "msg_1", now, BODY.encode()), now)),
    ):
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(body, told)


def test_after_a_rotation_either_secret_verifies() -> None:
    new, former, now = new_secret(), new_secret(), int(time.time())
    signed = signatures((new, former), "msg_1", now, BODY.encode())
    assert len(signed.split(" ")) == 2
    for secret in (new, former):
        Webhook(secret).verify(BODY, headers(signed, now))


def test_the_example_of_the_specification_s_libraries_is_signed_alike() -> None:
    signed = signatures(
        ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",),
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        b'{"test": 2432232314}',
    )
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_secrets_are_32_random_bytes() -> None:
    first, second = new_secret(), new_secret()
    assert first != second
    assert len(base64.b64decode(first.removeprefix("whsec_"), validate=True)) == 32
